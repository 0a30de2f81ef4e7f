#include "store/git/git_hook.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace teamctl::store {
namespace {

constexpr std::string_view block_start =
    "# >>> teamctl hook install: what stands in this block is written anew";
constexpr std::string_view block_end = "# <<< teamctl";
constexpr std::string_view check_start = "    \"$teamctl\" hook check ";
constexpr std::string_view check_end = " || exit 1";
// What the first version wrote: a comment, and the check in the place of the rest of the script.
constexpr std::string_view first_marker = "# Made by teamctl hook install.";
constexpr std::string_view first_check = "exec teamctl -C ";

/// A word in single quotes, as shell_quoted() writes it.
std::string unquoted(std::string_view word) {
    std::string text;
    bool inside = false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (word[i] == '\'') {
            inside = !inside;
        } else if (!inside && word[i] == '\\' && i + 1 < word.size()) {
            text += word[++i];
        } else {
            text += word[i];
        }
    }
    return text;
}

/// What is not ours of a hook, above and below the block, and the folders that the block checks.
struct Parts {
    std::string above;
    std::string below;
    std::vector<std::string> folders;
    bool ours = false;
};

Parts parts_of(std::string_view hook) {
    Parts parts;
    bool inside = false;
    while (!hook.empty()) {
        const auto end = std::min(hook.find('\n'), hook.size());
        const auto line = hook.substr(0, end);
        hook.remove_prefix(std::min(end + 1, hook.size()));
        if (line.starts_with(block_start) || line.starts_with(first_marker)) {
            inside = line.starts_with(block_start);
            parts.ours = true;
        } else if (line.starts_with(block_end)) {
            inside = false;
        } else if (inside && line.starts_with(check_start) && line.ends_with(check_end)) {
            const auto word =
                line.substr(check_start.size(), line.size() - check_start.size() - check_end.size());
            parts.folders.push_back(unquoted(word));
        } else if (parts.ours && line.starts_with(first_check)) {
            const auto word = line.substr(first_check.size(), line.rfind(' ') - first_check.size());
            parts.folders.push_back(unquoted(word));
        } else if (!inside) {
            (parts.ours ? parts.below : parts.above) += std::string{line} + "\n";
        }
    }
    return parts;
}

std::string folder_word(std::string_view folder) {
    return "./" + std::string{folder};
}

std::string block(std::string_view program, const std::vector<std::string>& folders) {
    std::string text = std::string{block_start} + "\nteamctl=" + shell_quoted(program) +
                       "\n[ -x \"$teamctl\" ] || teamctl=$(command -v teamctl) || teamctl=\n"
                       "if [ -n \"$teamctl\" ]; then\n";
    for (const auto& folder : folders)
        text += std::string{check_start} + shell_quoted(folder) + std::string{check_end} + "\n";
    return text +
           "else\n"
           "    echo 'teamctl is not found: the files of the team are not checked' >&2\n"
           "fi\n" +
           std::string{block_end} + "\n";
}

}  // namespace

std::string shell_quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return out + "'";
}

std::optional<std::string> hook_with_team(std::string_view hook, std::string_view program,
                                          std::string_view folder) {
    auto parts = parts_of(hook);
    if (!parts.ours && !trimmed(hook).empty()) return std::nullopt;
    if (trimmed(parts.above).empty()) parts.above = "#!/bin/sh\n";
    const auto word = folder_word(folder);
    if (std::find(parts.folders.begin(), parts.folders.end(), word) == parts.folders.end())
        parts.folders.push_back(word);
    return parts.above + block(program, parts.folders) + parts.below;
}

std::string hook_line(std::string_view program, std::string_view folder) {
    return shell_quoted(program) + " hook check " + shell_quoted(folder_word(folder)) +
           std::string{check_end};
}

std::string driver_command(std::string_view program) {
    std::string quoted;
    for (const char c : shell_quoted(program)) quoted += c == '%' ? std::string{"%%"} : std::string{c};
    // 0: merged; 1: a person has to decide, the marks are in the file; all else: it did not run, or broke.
    return "teamctl=" + quoted +
           "; [ -x \"$teamctl\" ] || teamctl=$(command -v teamctl) || teamctl=; code=127; "
           "[ -z \"$teamctl\" ] || { \"$teamctl\" merge-driver %O %A %B %P; code=$?; }; "
           "[ $code -le 1 ] || { echo 'teamctl merge-driver cannot run: git merges by lines' >&2; "
           "git merge-file -L ours -L base -L theirs %A %O %B; code=$?; }; exit $code";
}

}  // namespace teamctl::store
