#include "store/git/git_files.hpp"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "store/disk.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 1U << 20U;

/// The file's text, empty where there is none.
std::string text_of(const fs::path& path) {
    if (!fs::exists(path)) return {};
    auto text = read_file(path, most_bytes);
    // Never replaced by what we would add alone.
    if (!text) throw SystemError("read", path, EFBIG);
    return std::move(*text);
}

bool holds(std::string_view text, std::string_view line) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (trimmed(text.substr(0, end)) == line) return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

/// The text with the lines that it lacks; nothing where it has them all.
std::optional<std::string> with_missing(std::string text, std::span<const std::string_view> lines,
                                        std::string_view heading) {
    std::vector<std::string_view> missing;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(missing),
                 [&](std::string_view line) { return !holds(text, line); });
    if (missing.empty()) return std::nullopt;
    if (!text.empty() && text.back() != '\n') text += '\n';
    if (!heading.empty()) missing.insert(missing.begin(), heading);
    for (const auto line : missing) text += std::string{line} + '\n';
    return text;
}

constexpr std::string_view ignored_heading = "# Written by teamctl while it writes.";

}  // namespace

bool add_lines(const fs::path& path, std::span<const std::string_view> lines, std::string_view heading) {
    const auto text = with_missing(text_of(path), lines, heading);
    if (text) replace_file(path, *text);
    return text.has_value();
}

bool ignore_passing_files(const fs::path& root) {
    return add_lines(root / ignore_name, passing_files, ignored_heading);
}

std::optional<std::string> with_passing_files_ignored(const fs::path& root) {
    return with_missing(text_of(root / ignore_name), passing_files, ignored_heading);
}

}  // namespace teamctl::store
