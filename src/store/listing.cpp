#include "store/listing.hpp"

#include <algorithm>

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

/// The name without the number that file managers give a copy, `x 2.yaml` and `x (2).yaml`; empty where it
/// has none.
std::string without_number(std::string_view name) {
    const auto ending = name.rfind('.');
    const auto stem = name.substr(0, ending);
    const auto blank = stem.rfind(' ');
    if (blank == std::string_view::npos || blank == 0) return {};
    auto number = stem.substr(blank + 1);
    if (number.size() > 2 && number.front() == '(' && number.back() == ')')
        number = number.substr(1, number.size() - 2);
    const bool digits = !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
    return digits ? std::string{stem.substr(0, blank)} + std::string{name.substr(ending)} : std::string{};
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
    for (const auto& name : names) {
        const std::string path = folder + "/" + name;
        if (is_copy(name, names))
            report_copy(path, diagnostics);
        else if (team::file_kind(path))
            paths.push_back(path);
        else
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
        if (const auto near = nearest(name, known))
            diagnostics.warning("unknown-file", {name, {}, {}, 0}, say("store.unknown_file"),
                                say("check.did_you_mean", *near));
    }
    report_misspelt_folders(directory, diagnostics);
}

}  // namespace

bool is_copy(std::string_view name, const std::vector<std::string>& beside) {
    static constexpr std::string_view parts[]{".sync-conflict-", "_conflict-20", "conflicted copy",
                                              "冲突副本", "冲突文件"};
    static constexpr std::string_view ends[]{" - 副本", "的副本", " - Copy", " copy",
                                             "(copy)",  "(副本)", "（副本）"};
    if (!is_yaml(name)) return false;
    const auto original = without_number(name);
    if (!original.empty() && std::ranges::find(beside, original) != beside.end()) return true;
    // Of several copies all but the first have a number, too.
    const std::string_view plain = original.empty() ? name : std::string_view{original};
    const auto stem = plain.substr(0, plain.rfind('.'));
    if (const auto original_of_computer = without_computer(plain);
        std::ranges::find(beside, original_of_computer) != beside.end())
        return true;
    return std::ranges::any_of(parts, [&](auto part) { return stem.find(part) != std::string_view::npos; }) ||
           std::ranges::any_of(ends, [&](auto end) { return stem.ends_with(end); });
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

bool needed(std::string_view path, FileKind kind, const Need& need) {
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
            return !year || year->unit != Period::Unit::year || touches(*need.leave, year->from, year->to);
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
