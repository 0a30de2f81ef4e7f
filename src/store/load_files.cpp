#include "store/load_files.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "calendar/recurring.hpp"
#include "store/listing.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;
using team::FileKind;

/// Calendars that the settings name must lie in the directory.
void check_calendars(const Directory& directory, const team::Source& settings, Diagnostics& diagnostics) {
    const auto list =
        settings.document->root().is_mapping() ? settings.document->root().get("calendars") : yaml::Node{};
    for (auto item = list.is_sequence() ? list.first() : yaml::Node{}; item; item = item.next()) {
        if (!item.is_scalar()) continue;
        const std::string path{item.text()};
        if (directory.pretended().contains(path)) continue;
        const auto kind = path_kind(directory.root(), path);
        if (kind == PathKind::outside)
            diagnostics.error("outside", item.place(), say("store.outside", made_harmless(path)),
                              say("store.stay_inside"));
        else if (kind != PathKind::file || team::file_kind(path) != FileKind::calendar)
            diagnostics.error("missing-file", item.place(), say("store.no_calendar", made_harmless(path)),
                              say("check.write_like", "calendars/cn.yaml"));
    }
}

/// What an unreadable file may have named is not reported as unknown elsewhere: any word of its text, or its
/// own name.
void hide_names(team::Names& names, const std::string& path, FileKind kind, const std::string& text) {
    using team::RefKind;
    switch (kind) {
        case FileKind::roster:
            names.hide(RefKind::person, text);
            names.hide(RefKind::unit, text);
            break;
        case FileKind::meeting:
        case FileKind::rota:
            names.hide(RefKind::series, team::id_of_path(path));
            break;
        case FileKind::queue:
            names.hide(RefKind::queue, team::id_of_path(path));
            break;
        case FileKind::checklist:
            names.hide(RefKind::checklist, team::id_of_path(path));
            break;
        case FileKind::assets:
            names.hide(RefKind::asset, text);
            break;
        case FileKind::awards:
            names.hide(RefKind::award, text);
            break;
        case FileKind::log:
            names.hide_records(text);
            break;
        default:
            break;
    }
}

/// Only the calendars that the settings name decide; the others are read, so that their mistakes show.
void keep_named_calendars(Loaded& loaded) {
    std::vector<team::HolidayCalendar> kept;
    for (const auto& wanted : loaded.team.settings.calendars) {
        for (auto& calendar : loaded.team.calendars) {
            if (loaded.team.files[calendar.origin.file] == wanted) kept.push_back(calendar);
        }
    }
    loaded.team.calendars = std::move(kept);
}

/// A log file to be read, and what came of it.
struct Reading {
    std::string path;
    FileRead read;
    team::Day day;
    std::size_t index = 0;  ///< of its source
    decltype(team::Source::document) kept = nullptr;
};

/// Adds a source; the index that it has.
std::uint32_t add_source(Loaded& loaded, const team::Source& source) {
    loaded.sources.push_back(source);
    return static_cast<std::uint32_t>(loaded.sources.size() - 1);
}

/// All but the records, and whom and what they may name.
void read_others(Directory& directory, Loaded& loaded, const std::vector<std::string>& paths) {
    const auto read = directory.files(paths);
    for (const auto* file : read) {
        loaded.diagnostics.append(file->problems);
        if (file->source) add_source(loaded, *file->source);
    }
    loaded.names = team::gather_names(loaded.sources, loaded.diagnostics);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (!read[i]->source) hide_names(loaded.names, paths[i], *team::file_kind(paths[i]), read[i]->unread);
    }
}

/// Records are most of what there is: nothing else is kept of their files. Files are read side by side; what
/// is reported stays in their order.
void read_logs(Directory& directory, Loaded& loaded, std::vector<Reading>& files) {
    in_parts(files.size(), [&](std::size_t from, std::size_t to) {
        for (auto i = from; i < to; ++i) {
            auto& file = files[i];
            file.read = directory.read_log(file.path);
            if (!file.read.source) continue;
            file.day = team::read_day(*file.read.source, 0, loaded.names);
            file.read.problems.append(file.day.problems);
            // What is pretended cannot be read again to show a place in it.
            if (directory.pretended().contains(file.path)) file.kept = file.read.source->document;
            file.read.source->document = nullptr;
        }
    });
    for (auto& file : files) {
        if (!file.read.digest.empty()) directory.keep_digest(file.path, std::move(file.read.digest));
        loaded.diagnostics.append(file.read.problems);
        if (!file.read.source) continue;
        const auto index = add_source(loaded, *file.read.source);
        file.index = index;
        for (auto* records : {&file.day.records, &file.day.broken}) {
            for (auto& record : *records) record.origin.file = index;
        }
    }
    for (const auto& file : files) {
        if (!file.read.source) hide_names(loaded.names, file.path, FileKind::log, file.read.unread);
    }
}

/// Adds a file that is not there yet where it would be read: by kind, then by path.
void add_in_order(std::vector<std::string>& paths, const std::string& added) {
    const auto key = [](const std::string& path) { return std::pair{*team::file_kind(path), path}; };
    paths.insert(std::ranges::find_if(paths, [&](const auto& path) { return key(added) < key(path); }),
                 added);
}

/// The team of the sources, and the records.
void read_sources(const Directory& directory, Loaded& loaded, std::vector<Reading>& logs) {
    loaded.team = team::read_team(loaded.sources, loaded.names, loaded.diagnostics);
    std::size_t records = loaded.team.records.size();
    for (const auto& file : logs) records += file.day.records.size();
    loaded.team.records.reserve(records);
    for (auto& file : logs) team::add_day(loaded.team, std::move(file.day));
    for (auto& source : loaded.sources) {
        if (source.kind == FileKind::settings) check_calendars(directory, source, loaded.diagnostics);
        if (source.kind == FileKind::closing && !directory.pretended().contains(source.path))
            source.document = nullptr;
    }
    keep_named_calendars(loaded);
    for (auto& file : logs) {
        if (file.kept) loaded.sources[file.index].document = std::move(file.kept);
    }
}

/// The last day that the question looks at, of whatever it asks.
std::optional<Date> last_day_of(const Need& need) {
    std::optional<Date> last;
    for (const auto& part : {need.plans, need.records, need.leave})
        if (part && (!last || *last < part->to)) last = part->to;
    return last;
}

}  // namespace

Loaded load_files(Directory& directory, const Need& need) {
    Loaded loaded;
    loaded.root = directory.root();
    Diagnostics strange;
    std::vector<std::string> order;
    std::vector<std::string> others;
    std::vector<Reading> logs;
    for (const auto& path : known_files(directory, need, strange)) {
        const auto kind = *team::file_kind(path);
        if (directory.is_gone(path) || !needed(directory, path, kind, need)) continue;
        order.push_back(path);
        if (kind == FileKind::log)
            logs.push_back({path, {}, {}, 0, nullptr});
        else
            others.push_back(path);
    }
    for (const auto& [path, text] : directory.pretended()) {
        const auto kind = *team::file_kind(path);
        if (!needed(directory, path, kind, need) || std::ranges::find(order, path) != order.end()) continue;
        order.push_back(path);
        if (kind == FileKind::log)
            logs.push_back({path, {}, {}, 0, nullptr});
        else
            add_in_order(others, path);
    }
    std::ranges::sort(logs, {}, &Reading::path);  // by date
    read_others(directory, loaded, others);
    read_logs(directory, loaded, logs);
    read_sources(directory, loaded, logs);
    if (need.leave) calendar::set_recurring_dates(loaded.team, *need.leave);
    if (const auto last = last_day_of(need)) calendar::set_recurring_trainings(loaded.team, *last);
    if (need.plans) calendar::set_stale_lines_apart(loaded.team);
    loaded.diagnostics.append(strange);
    for (const auto& diagnostic : strange.all()) order.push_back(diagnostic.place.file);
    loaded.diagnostics.sort(order);
    return loaded;
}

}  // namespace teamctl::store
