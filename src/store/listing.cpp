#include "store/listing.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/id.hpp"
#include "base/text.hpp"
#include "store/disk.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;
using team::FileKind;

bool touches(const Period& period, Date from, Date to) {
    return period.from <= to && from <= period.to;
}

bool is_yaml(std::string_view path) {
    return path.ends_with(".yaml") || path.ends_with(".yml");
}

/// A file of a folder that teamctl owns, but under a name it does not know.
void report_strange(const std::string& path, std::string_view shape, Diagnostics& diagnostics) {
    Diagnostic problem{Severity::warning,
                       "unknown-file",
                       {path, {}, {}, 0},
                       say("store.unknown_file"),
                       say("store.name_like", shape),
                       {}};
    // What stands in a YAML file here is meant to count, and does not.
    if (is_yaml(path)) problem.severity = Severity::error;
    diagnostics.add(std::move(problem));
}

/// What stands before the last opening mark where the text ends with the closing one and has but digits
/// between them; empty where it does not.
std::string_view before_number(std::string_view stem, std::string_view open, std::string_view close) {
    const auto at = stem.ends_with(close) ? stem.rfind(open) : std::string_view::npos;
    if (at == std::string_view::npos || at + open.size() + close.size() >= stem.size()) return {};
    const auto number = stem.substr(at + open.size(), stem.size() - at - open.size() - close.size());
    const bool digits = number.find_first_not_of("0123456789") == std::string_view::npos;
    return digits ? trimmed(stem.substr(0, at)) : std::string_view{};
}

/// The name without the number that file managers give a copy: `x 2.yaml`, `x (2).yaml`, `x（2）.yaml`; empty
/// where it has none.
std::string without_number(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> marks{
        {{"(", ")"}, {"（", "）"}, {" ", ""}}};
    const auto ending = name.rfind('.');
    for (const auto& [open, close] : marks) {
        const auto stem = before_number(name.substr(0, ending), open, close);
        if (!stem.empty()) return std::string{stem} + std::string{name.substr(ending)};
    }
    return {};
}

/// The name without the ending that people and editors give a copy; an id may well end so, too, so that it
/// says so only beside the original. Empty where it has none.
std::string without_copy_ending(std::string_view name, std::string_view stem) {
    static constexpr std::string_view given[]{"-copy", "_copy", "副本"};
    for (const auto ending : given) {
        if (stem.ends_with(ending) && stem.size() > ending.size())
            return std::string{name.substr(0, stem.size() - ending.size())} +
                   std::string{name.substr(stem.size())};
    }
    return {};
}

/// The name without that of a computer, which OneDrive puts behind it in a conflict: `x-DESKTOP-4K2LQ1.yaml`.
/// Only the names that Windows gives by itself, as other capitals may well end an id. Empty where it has
/// none.
std::string without_computer(std::string_view name) {
    static constexpr std::string_view given[]{"-DESKTOP-", "-LAPTOP-", "-WIN-"};
    const auto ending = name.rfind('.');
    for (const auto part : given) {
        const auto at = name.rfind(part, ending);
        if (at != std::string_view::npos && at > 0)
            return std::string{name.substr(0, at)} + std::string{name.substr(ending)};
    }
    return {};
}

/// The text with ASCII letters in small.
std::string in_small(std::string_view text) {
    std::string small{text};
    for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return small;
}

/// Whether the file's name is the id of what it holds.
bool names_a_thing(FileKind kind) {
    return kind == FileKind::meeting || kind == FileKind::rota || kind == FileKind::queue ||
           kind == FileKind::checklist;
}

/// A name that is an id and none of the files beside, as near the stem as can be.
std::string name_instead(std::string_view stem, const std::vector<std::string>& beside) {
    std::string name;
    for (std::size_t pos = 0; pos < stem.size();) {
        const auto part = stem.substr(pos, code_point_at(stem, pos).bytes);
        pos += part.size();
        if (is_id(part))
            name += part;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    const auto taken = [&](const std::string& id) {
        return std::ranges::find(beside, id + ".yaml") != beside.end();
    };
    if (name.empty()) name = "name";
    if (!taken(name)) return name;
    for (int number = 2;; ++number) {
        auto other = name + "-" + std::to_string(number);
        if (!taken(other)) return other;
    }
}

/// A name that is to be an id and is none: commands and plans could not name what the file holds. The name
/// that is proposed is added to those beside.
void report_bad_id(const std::string& path, std::vector<std::string>& beside, Diagnostics& diagnostics) {
    const auto name = name_instead(team::id_of_path(path), beside) + ".yaml";
    beside.push_back(name);
    diagnostics.error("bad-id", {path, {}, {}, 0}, say("store.bad_id"),
                      say("store.rename_to", path.substr(0, path.rfind('/') + 1) + name));
}

void report_copy(const std::string& path, Diagnostics& diagnostics) {
    diagnostics.warning("conflict-copy", {path, {}, {}, 0}, say("store.copy"), say("store.compare_copy"));
}

/// Whether there is such a folder; what stands in its place and is none is an error.
bool is_folder(const fs::path& root, const std::string& path, Diagnostics& diagnostics) {
    const auto kind = path_kind(root, path);
    if (kind == PathKind::directory) return true;
    if (kind == PathKind::outside)
        diagnostics.error("not-a-file", {path, {}, {}, 0}, say("store.link_outside"),
                          say("store.replace_link"));
    else if (kind != PathKind::missing)
        diagnostics.error("not-a-file", {path, {}, {}, 0}, say("store.no_folder"), say("store.put_a_folder"));
    return false;
}

/// The folders of months that the question does not touch are not opened: cost follows the question, not the
/// history.
void list_log(Directory& directory, const std::optional<Period>& wanted, std::vector<std::string>& paths,
              Diagnostics& diagnostics) {
    for (const auto& name_of_month : directory.names("log")) {
        const std::string folder = "log/" + name_of_month;
        const auto month = parse_month(name_of_month);
        if (month && (!wanted || !touches(*wanted, first_day(*month), last_day(*month)))) continue;
        if (!month) {
            report_strange(folder, "log/2026-11/2026-11-23.yaml", diagnostics);
            continue;
        }
        if (!is_folder(directory.root(), folder, diagnostics)) continue;
        const auto& names = directory.names(folder);
        for (const auto& name : names) {
            const std::string path = folder + "/" + name;
            if (is_copy(name, names))
                report_copy(path, diagnostics);
            else if (team::file_kind(path))
                paths.push_back(path);
            else
                report_strange(path, "log/2026-11/2026-11-23.yaml", diagnostics);
        }
    }
}

void list_folder(Directory& directory, const team::FileSpec& spec, std::vector<std::string>& paths,
                 Diagnostics& diagnostics) {
    const std::string folder{spec.folder};
    const bool monthly = spec.kind == FileKind::plan || spec.kind == FileKind::closing;
    const auto& names = directory.names(folder);
    auto taken = names;
    for (const auto& name : names) {
        const std::string path = folder + "/" + name;
        if (is_copy(name, names))
            report_copy(path, diagnostics);
        else if (team::file_kind(path)) {
            paths.push_back(path);
            if (names_a_thing(spec.kind) && !is_id(team::id_of_path(path)))
                report_bad_id(path, taken, diagnostics);
        } else
            report_strange(path, folder + (monthly ? "/2026-11.yaml" : "/name.yaml"), diagnostics);
    }
}

/// Folders of YAML files at the root that are nearly named like one of ours.
void report_misspelt_folders(Directory& directory, Diagnostics& diagnostics) {
    std::vector<std::string> known;
    for (const auto& spec : team::file_specs()) {
        if (!spec.folder.empty()) known.emplace_back(spec.folder);
    }
    for (const auto& name : directory.names("")) {
        if (std::ranges::find(known, name) != known.end() ||
            path_kind(directory.root(), name) != PathKind::directory)
            continue;
        const auto near = nearest(name, known);
        const auto files = near ? directory.names(name) : std::vector<std::string>{};
        const auto file = std::ranges::find_if(files, is_yaml);
        if (file != files.end())
            diagnostics.warning("unknown-file", {name + "/" + *file, {}, {}, 0}, say("store.unknown_file"),
                                say("check.did_you_mean", *near));
    }
}

/// The folder whose files that name at the root is meant as, `wishes.yaml` or `leave-2026.yaml`; empty where
/// it is none.
std::string_view folder_meant(std::string_view name) {
    for (const auto& spec : team::file_specs()) {
        const auto rest = name.substr(std::min(name.size(), spec.folder.size()));
        if (!spec.folder.empty() && spec.file.empty() && name.starts_with(spec.folder) &&
            (rest.starts_with('.') || rest.starts_with('-') || rest.starts_with('_')))
            return spec.folder;
    }
    return {};
}

/// A file of that folder, as it may be called.
std::string name_in(std::string_view folder) {
    const auto kind = *team::file_kind(std::string{folder} + "/2026-11.yaml");
    const bool yearly = kind == FileKind::leave || kind == FileKind::wishes;
    const bool monthly = kind == FileKind::plan || kind == FileKind::closing;
    return std::string{folder} + (monthly ? "/2026-11.yaml" : yearly ? "/2026.yaml" : "/name.yaml");
}

/// YAML files at the root that are nearly named like one of ours.
void report_misspelt(Directory& directory, Diagnostics& diagnostics) {
    std::vector<std::string> known;
    for (const auto& spec : team::file_specs()) {
        if (!spec.file.empty()) known.emplace_back(spec.file);
    }
    const auto& names = directory.names("");
    for (const auto& name : names) {
        if (!is_yaml(name) || team::file_kind(name)) continue;
        if (is_copy(name, names)) {
            report_copy(name, diagnostics);
            continue;
        }
        if (const auto folder = folder_meant(name); !folder.empty() && folder != "log")
            diagnostics.warning("unknown-file", {name, {}, {}, 0}, say("store.unknown_file"),
                                say("store.move_to", name_in(folder)));
        else if (const auto near = nearest(name, known))
            diagnostics.warning("unknown-file", {name, {}, {}, 0}, say("store.unknown_file"),
                                say("check.did_you_mean", *near));
    }
    report_misspelt_folders(directory, diagnostics);
}

/// The first and last date that stand in the text, in whatever place; nothing where it has none, all there is
/// where YAML may spell one in another way.
std::optional<Period> dates_in(std::string_view text) {
    constexpr std::size_t length = 10;  // 2026-11-23
    if (text.find('\\') != std::string_view::npos) return always();
    std::optional<Period> dates;
    for (auto dash = text.find('-'); dash != std::string_view::npos; dash = text.find('-', dash + 1)) {
        const auto date = dash < 4 ? std::nullopt : parse_date(text.substr(dash - 4, length));
        if (!date) continue;
        if (!dates) dates = Period{*date, *date, Period::Unit::range};
        dates->from = std::min(dates->from, *date);
        dates->to = std::max(dates->to, *date);
    }
    return dates;
}

/// Whether a file of another year may hold a day of the period: leave goes on into the next year, and lines
/// get into the wrong file. Its text tells, so that the files of all years need not be read as YAML.
bool tells_of(Directory& directory, const std::string& path, const Period& period) {
    std::optional<Period> dates;
    const auto look = [&](std::string_view text) { dates = dates_in(text); };
    if (const auto pretended = directory.pretended().find(path); pretended != directory.pretended().end())
        look(pretended->second);
    else
        directory.see_texts({path}, [&](std::size_t, const std::string* text) {
            if (text != nullptr) look(*text);
        });
    return dates && touches(period, dates->from, dates->to);
}

}  // namespace

bool is_copy(std::string_view name, const std::vector<std::string>& beside) {
    static constexpr std::string_view parts[]{".sync-conflict-", "_conflict-20",        "conflicted copy",
                                              "(case conflict",  "(unicode encoding c", "sfconflict",
                                              "冲突副本",        "冲突的副本",          "冲突文件"};
    static constexpr std::string_view ends[]{" - 副本",  " 副本", "-副本",  "_副本",    "的副本", "(副本)",
                                             "（副本）", " copy", "(copy)", "（copy）", "~"};
    static constexpr std::string_view begins[]{"copy of ", "副本 ", "复件 "};
    if (!is_yaml(name)) return false;
    const auto original = without_number(name);
    if (!original.empty() && std::ranges::find(beside, original) != beside.end()) return true;
    // Of several copies all but the first have a number, too.
    const std::string_view plain = original.empty() ? name : std::string_view{original};
    const auto stem = in_small(plain.substr(0, plain.rfind('.')));
    for (const auto& of_which : {without_computer(plain), without_copy_ending(plain, stem)})
        if (std::ranges::find(beside, of_which) != beside.end()) return true;
    return std::ranges::any_of(parts, [&](auto part) { return stem.find(part) != std::string_view::npos; }) ||
           std::ranges::any_of(ends, [&](auto end) { return stem.ends_with(end) && stem != end; }) ||
           std::ranges::any_of(begins, [&](auto begin) { return stem.starts_with(begin); });
}

std::vector<std::string> known_files(Directory& directory, const Need& need, Diagnostics& diagnostics) {
    std::vector<std::string> paths;
    for (const auto& spec : team::file_specs()) {
        if (!spec.file.empty() && path_kind(directory.root(), spec.file) != PathKind::missing)
            paths.emplace_back(spec.file);
        if (spec.folder.empty() || !is_folder(directory.root(), std::string{spec.folder}, diagnostics))
            continue;
        if (spec.kind == FileKind::log)
            list_log(directory, need.records, paths, diagnostics);
        else
            list_folder(directory, spec, paths, diagnostics);
    }
    report_misspelt(directory, diagnostics);
    return paths;
}

bool needed(Directory& directory, const std::string& path, FileKind kind, const Need& need) {
    switch (kind) {
        case FileKind::plan: {
            const auto month = *team::plan_month(path);
            return need.plans && touches(*need.plans, first_day(month), last_day(month));
        }
        case FileKind::log:
            return need.records && need.records->contains(*team::log_date(path));
        case FileKind::leave:
        case FileKind::wishes: {
            if (!need.leave) return false;
            const auto year = parse_fixed_period(team::id_of_path(path));
            return !year || year->unit != Period::Unit::year || touches(*need.leave, year->from, year->to) ||
                   tells_of(directory, path, *need.leave);
        }
        case FileKind::closing:
            return need.closing && team::closing_month(path) == need.closing;
        default:
            return true;
    }
}

std::vector<std::string> log_files(Directory& directory, const Period& period) {
    std::vector<std::string> paths;
    for (const auto& name_of_month : directory.names("log")) {
        const std::string folder = "log/" + name_of_month;
        const auto month = parse_month(name_of_month);
        if (!month || !touches(period, first_day(*month), last_day(*month)) ||
            path_kind(directory.root(), folder) != PathKind::directory)
            continue;
        for (const auto& name : directory.names(folder)) {
            const std::string path = folder + "/" + name;
            const auto date = team::log_date(path);
            if (date && period.contains(*date)) paths.push_back(path);
        }
    }
    return paths;
}

}  // namespace teamctl::store
