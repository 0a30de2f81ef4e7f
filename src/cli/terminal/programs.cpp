#include "cli/terminal/programs.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <vector>

#include "base/process.hpp"
#include "store/disk.hpp"

namespace teamctl::cli {
namespace {

/// Runs a command of sh, in which "$1" is the path; `program` is what it is called where it cannot start.
Ended run_on(const std::string& command, const std::string& program, const std::string& path) {
    const auto code = run_at_terminal(command, {path});
    if (!code) throw store::SystemError("start", program, errno);
    if (*code == no_such_command) return Ended::not_found;
    return *code == 0 ? Ended::well : Ended::badly;
}

/// An entry of $BROWSER as a command: the file stands where it says %s, else behind it.
std::string browser_command(std::string entry) {
    const auto at = entry.find("%s");
    if (at == std::string::npos) return entry + " \"$1\"";
    // Quotes around it would quote ours.
    if (at > 0 && at + 2 < entry.size() && entry[at - 1] == entry[at + 2] &&
        (entry[at - 1] == '"' || entry[at - 1] == '\''))
        return entry.replace(at - 1, 4, "\"$1\"");
    return entry.replace(at, 2, "\"$1\"");
}

/// The commands that may open a page, the user's own first; $BROWSER may name several, with colons between.
std::vector<std::string> browsers() {
    std::vector<std::string> commands;
    const char* own = std::getenv("BROWSER");
    std::string rest = own != nullptr ? own : "";
    while (!rest.empty()) {
        const auto end = rest.find(':');
        if (const auto entry = rest.substr(0, end); !entry.empty())
            commands.push_back(browser_command(entry));
        rest = end == std::string::npos ? std::string{} : rest.substr(end + 1);
    }
    for (const auto* name : {"xdg-open", "open"})
        commands.push_back(fmt::format("command -v {0} >/dev/null || exit 127; {0} \"$1\"", name));
    return commands;
}

}  // namespace

std::string editor() {
    for (const auto* name : {"VISUAL", "EDITOR"}) {
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
    }
    for (const auto* path : {"/usr/bin/editor", "/usr/bin/nano", "/usr/bin/vi"}) {
        if (::access(path, X_OK) == 0) return path;
    }
    return "vi";
}

Ended edit_file(const std::string& path) {
    const auto program = editor();
    return run_on(program + " \"$@\"", program, path);
}

bool open_file(const std::string& path) {
    // What those say that cannot is no news: the next one is tried.
    for (const auto& command : browsers()) {
        if (run_on("{ " + command + "; } 2>/dev/null", command, path) == Ended::well) return true;
    }
    return false;
}

std::string fresh_file(std::string_view name, std::string_view ending) {
    const char* folder = std::getenv("TMPDIR");
    std::string path = fmt::format("{}/teamctl-{}-XXXXXX{}",
                                   folder != nullptr && *folder != '\0' ? folder : "/tmp", name, ending);
    const int fd = ::mkstemps(path.data(), static_cast<int>(ending.size()));
    if (fd < 0) throw store::SystemError("create", path, errno);
    ::close(fd);
    return path;
}

}  // namespace teamctl::cli
