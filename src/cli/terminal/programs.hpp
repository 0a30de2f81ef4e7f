// Other programs that a file is given to: the user's editor, the user's browser.
#pragma once

#include <string>
#include <string_view>

namespace teamctl::cli {

/// How a program ended.
enum class Ended { well, badly, not_found };

/// $VISUAL, else $EDITOR, else the one that this machine has; it may hold options.
std::string editor();
/// Runs the editor on the file and waits for it. Throws store::SystemError where nothing can be started.
Ended edit_file(const std::string& path);
/// Opens the file with the first of $BROWSER, xdg-open and open that does; whether one did.
bool open_file(const std::string& path);
/// Makes an empty file of our own, `teamctl-NAME-XXXXXX` with the ending, in $TMPDIR or /tmp; its path.
std::string fresh_file(std::string_view name, std::string_view ending);

}  // namespace teamctl::cli
