// What a shell may put at the cursor: the one source of the completion of all shells.
#pragma once

#include <string>
#include <vector>

namespace teamctl::cli {

/// `teamctl __complete WORD...`: the words after the program's name, the last one being completed. Prints one
/// candidate a line, as the whole word, with what it is behind a tab; or `:files` or `:directories`, for the
/// shell to complete by itself. Says nothing of errors: where the team cannot be read there is less to offer.
int complete(const std::vector<std::string>& words);

}  // namespace teamctl::cli
