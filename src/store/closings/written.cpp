#include "store/closings/written.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "store/closings/closing_file.hpp"
#include "store/disk.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_note_bytes = 1U << 20U;
constexpr std::string_view notes_name = "written";

/// How the notes of a day and team begin.
std::string lead_of(const fs::path& root, Date today) {
    return to_string(today) + " " + digest_of(fs::absolute(root).lexically_normal().string()) + " ";
}

std::string note_of(const std::string& lead, const Written& written) {
    return lead + written.path + " " + written.digest + "\n";
}

/// All notes of the day, those on other teams too, each with its line feed.
std::vector<std::string> notes_on(const fs::path& notes, Date today) {
    std::vector<std::string> lines;
    if (!fs::is_regular_file(status_of(notes / notes_name))) return lines;
    const auto text = read_file(notes / notes_name, most_note_bytes).value_or("");
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
        if (text.compare(at, 11, to_string(today) + " ") == 0) lines.push_back(text.substr(at, end - at));
        at = end;
    }
    return lines;
}

void save_notes(const fs::path& notes, const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line;
    make_directories(notes);
    replace_file(notes / notes_name, text);
}

}  // namespace

Written written_line(std::string path, std::string_view line) {
    return {std::move(path), digest_of(trimmed(line))};
}

std::vector<Written> notes_of(const fs::path& notes, const fs::path& root, Date today) {
    const auto lead = lead_of(root, today);
    std::vector<Written> found;
    for (const auto& line : notes_on(notes, today)) {
        if (!line.starts_with(lead)) continue;
        const auto rest = trimmed(std::string_view{line}.substr(lead.size()));
        const auto blank = rest.rfind(' ');
        if (blank == rest.npos) continue;
        found.push_back({std::string{rest.substr(0, blank)}, std::string{rest.substr(blank + 1)}});
    }
    return found;
}

void note_written(const fs::path& notes, const fs::path& root, Date today,
                  const std::vector<Written>& written) {
    auto lines = notes_on(notes, today);
    for (const auto& one : written) lines.push_back(note_of(lead_of(root, today), one));
    save_notes(notes, lines);
}

void forget_written(const fs::path& notes, const fs::path& root, Date today, const Written& written) {
    auto lines = notes_on(notes, today);
    const auto last = std::find(lines.rbegin(), lines.rend(), note_of(lead_of(root, today), written));
    if (last == lines.rend()) return;
    lines.erase(std::next(last).base());
    save_notes(notes, lines);
}

std::uint32_t find_written(std::string_view text, const Written& written) {
    std::uint32_t found = 0;
    std::uint32_t number = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        ++number;
        if (digest_of(trimmed(text.substr(0, end))) == written.digest) found = number;
        text.remove_prefix(end);
    }
    return found;
}

}  // namespace teamctl::store
