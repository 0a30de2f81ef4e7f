#include "store/additions.hpp"

#include <algorithm>
#include <map>

#include "store/append.hpp"
#include "store/directory.hpp"
#include "store/disk.hpp"
#include "store/listing.hpp"
#include "store/lock.hpp"
#include "store/transaction.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

/// A file as it is to be.
struct Coming {
    std::string path;
    std::string text;
    std::vector<Mark> lines;  ///< where the added ones stand
};

bool in_the_way(const std::string& path, Diagnostics& diagnostics) {
    diagnostics.error("in-the-way", {path, {}, {}, 0}, say("store.in_the_way"));
    return false;
}

/// The file's text; empty where it is missing. Nothing, and said, where it cannot be read as a file.
std::optional<std::string> text_of(const fs::path& root, const std::string& path, Diagnostics& diagnostics) {
    switch (path_kind(root, path)) {
        case PathKind::missing:
            return std::string{};
        case PathKind::file:
            break;
        default:
            diagnostics.error("not-a-file", {path, {}, {}, 0}, say("store.not_a_file"));
            return std::nullopt;
    }
    auto bytes = read_file(root / path, yaml::Limits{}.bytes);
    if (!bytes)
        diagnostics.error("too-large", {path, {}, {}, 0},
                          say("store.too_large", yaml::Limits{}.bytes >> 20U));
    return bytes;
}

bool add_file(const fs::path& root, const AddedFile& file, std::vector<Coming>& coming,
              Diagnostics& diagnostics) {
    const bool is_there = path_kind(root, file.path) != PathKind::missing;
    if (is_there != file.before.has_value()) return in_the_way(file.path, diagnostics);
    if (is_there) {
        const auto now = text_of(root, file.path, diagnostics);
        if (!now) return false;
        if (*now != *file.before) return in_the_way(file.path, diagnostics);
    }
    coming.push_back({file.path, file.text, {}});
    return true;
}

/// Where the last `count` items of a list stand.
std::vector<Mark> last_items(const std::string& path, const std::string& text, std::size_t count) {
    Diagnostics reported_later;
    const auto document = yaml::parse(path, text, reported_later);
    std::vector<Mark> marks;
    if (!document || !document->root().is_sequence()) return marks;
    for (auto item = document->root().first(); item; item = item.next()) marks.push_back(item.mark());
    marks.erase(marks.begin(), marks.end() - static_cast<std::ptrdiff_t>(std::min(count, marks.size())));
    return marks;
}

bool add_lines(const fs::path& root, const std::string& path, const std::vector<std::string>& lines,
               std::vector<Coming>& coming, Diagnostics& diagnostics) {
    const auto before = text_of(root, path, diagnostics);
    if (!before) return false;
    auto text = with_lines(path, *before, lines, diagnostics);
    if (!text) return false;
    auto marks = last_items(path, *text, lines.size());
    coming.push_back({path, std::move(*text), std::move(marks)});
    return true;
}

/// All files as they are to be, by path; nothing, and said, where one cannot be made.
std::optional<std::vector<Coming>> prepare(const fs::path& root, const Additions& additions,
                                           Diagnostics& diagnostics) {
    std::vector<Coming> coming;
    bool good = true;
    for (const auto& file : additions.files) good &= add_file(root, file, coming, diagnostics);
    std::map<std::string, std::vector<std::string>> lines;
    for (const auto& added : additions.lines) lines[added.path].push_back(added.line);
    for (const auto& [path, list] : lines) good &= add_lines(root, path, list, coming, diagnostics);
    for (const auto& file : coming) {
        const fs::path path{file.path};
        if (!is_copy(path.filename().string(), list_directory(root / path.parent_path()))) continue;
        diagnostics.error("conflict-copy", {file.path, {}, {}, 0}, say("store.copy"),
                          say("import.other_name"));
        good = false;
    }
    return good ? std::optional{std::move(coming)} : std::nullopt;
}

void try_files(const fs::path& root, const std::vector<Coming>& coming, const CheckTeam& check,
               Diagnostics& diagnostics) {
    std::vector<team::Source> sources;
    Diagnostics found;
    for (const auto& file : coming) {
        const auto kind = team::file_kind(file.path);
        auto document = yaml::parse(file.path, file.text, found);
        if (!kind)
            found.error("unknown-file", {file.path, {}, {}, 0}, say("store.unknown_file"));
        else if (document)
            sources.push_back({file.path, *kind, std::move(document)});
    }
    if (!found.has_errors()) {
        auto loaded = load_with(root, {always(), always(), always()}, sources);
        found.append(loaded.diagnostics);
        loaded.diagnostics = found;
        check(loaded, diagnostics);
        return;
    }
    diagnostics.append(found);
}

}  // namespace

void try_additions(const fs::path& root, const Additions& additions, const CheckTeam& check,
                   Diagnostics& diagnostics) {
    if (const auto coming = prepare(root, additions, diagnostics))
        try_files(root, *coming, check, diagnostics);
}

bool write_additions(const fs::path& root, const Additions& additions, const CheckTeam& check,
                     const AnnounceAdded& announce, Diagnostics& diagnostics) {
    const WriteLock lock{root};
    const auto coming = prepare(root, additions, diagnostics);
    if (!coming) return false;
    try_files(root, *coming, check, diagnostics);
    if (diagnostics.has_errors()) return false;
    Transaction transaction{lock};
    std::vector<std::string> places;
    for (const auto& file : *coming) {
        transaction.write(file.path, file.text);
        if (file.lines.empty()) places.push_back(file.path);
        for (const auto& mark : file.lines) places.push_back(file.path + ":" + std::to_string(mark.line));
    }
    announce(places);
    if (!transaction.commit())
        diagnostics.warning("not-synced", {coming->front().path, {}, {}, 0}, say("store.not_synced"));
    return true;
}

}  // namespace teamctl::store
