#include "store/load.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "calendar/recurring.hpp"
#include "store/closing_file.hpp"
#include "store/listing.hpp"
#include "store/lock.hpp"
#include "store/recall.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;
using team::FileKind;

/// Calendars that the settings name must lie in the directory.
void check_calendars(const fs::path& root, const team::Source& settings, Diagnostics& diagnostics) {
    const auto list =
        settings.document->root().is_mapping() ? settings.document->root().get("calendars") : yaml::Node{};
    for (auto item = list.is_sequence() ? list.first() : yaml::Node{}; item; item = item.next()) {
        if (!item.is_scalar()) continue;
        const std::string path{item.text()};
        const auto kind = path_kind(root, path);
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
void hide_names(team::Names& names, const fs::path& root, const std::string& path, FileKind kind) {
    using team::RefKind;
    const auto text = [&] {
        if (path_kind(root, path) != PathKind::file) return std::string{};
        return read_file(root / path, yaml::Limits{}.bytes).value_or(std::string{});
    };
    switch (kind) {
        case FileKind::roster:
            names.hide(RefKind::person, text());
            names.hide(RefKind::unit, text());
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
            names.hide(RefKind::asset, text());
            break;
        case FileKind::awards:
            names.hide(RefKind::award, text());
            break;
        case FileKind::log:
            names.hide_records(text());
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

}  // namespace

Period always() {
    return {make_date(first_year, 1, 1), make_date(last_year, 12, 31), Period::Unit::range};
}

Need history(const Period& period) {
    const Period until{always().from, period.to, Period::Unit::range};
    return {period, until, until};
}

Need history(const Period& period, const Period& asked, Date today) {
    auto need = history(period);
    need.asked = asked;
    need.today = today;
    return need;
}

/// The source with its document; null where there is none.
const team::Source* Loaded::source_of(const team::Origin& origin) const {
    if (origin.file >= sources.size()) return nullptr;
    const auto& source = sources[origin.file];
    if (source.document) return &source;
    const auto known = read_again_.find(origin.file);
    if (known != read_again_.end()) return &known->second;
    constexpr std::size_t most = 64;
    if (read_again_.size() == most) read_again_.clear();
    Diagnostics reported_before;
    auto again = load_source(root, source.path, reported_before);
    return again ? &(read_again_[origin.file] = std::move(*again)) : nullptr;
}

Place Loaded::place(const team::Origin& origin, std::initializer_list<std::string_view> keys) const {
    const auto* source = source_of(origin);
    return source != nullptr ? team::place_of(*source, origin.mark, keys)
                             : Place{team.files[origin.file], origin.mark, {}, 0};
}

Place Loaded::field_place(const team::Record& record, std::string_view field) const {
    const auto* source = source_of(record.origin);
    return source != nullptr ? team::place_of_field(*source, record.origin.mark, field)
                             : place(record.origin);
}

std::optional<team::Source> load_source(const fs::path& root, const std::string& path,
                                        Diagnostics& diagnostics) {
    const auto refuse = [&](Phrase message, Phrase hint = {}) {
        diagnostics.error("not-a-file", {path, {}, {}, 0}, std::move(message), std::move(hint));
        return std::nullopt;
    };
    switch (path_kind(root, path)) {
        case PathKind::missing:
            return refuse(say("store.missing"));
        case PathKind::outside:
            return refuse(say("store.link_outside"), say("store.replace_link"));
        case PathKind::directory:
        case PathKind::other:
            return refuse(say("store.not_a_file"), say("store.put_a_file"));
        case PathKind::file:
            break;
    }
    const yaml::Limits limits;
    auto bytes = read_file(root / path, limits.bytes);
    if (!bytes) return refuse(say("store.too_large", limits.bytes >> 20U));
    const auto kind = team::file_kind(path);
    if (!kind) return refuse(say("store.unknown_file"));
    auto document = yaml::parse(path, std::move(*bytes), diagnostics, limits);
    if (!document) return std::nullopt;
    return team::Source{path, *kind, std::move(document)};
}

namespace {

/// A file to be read, and what came of it.
struct Reading {
    std::string path;
    FileKind kind{};
    std::optional<team::Source> source;
    team::Day day;  ///< of a log file
    Diagnostics problems;
};

/// Files are read side by side; what is reported stays in their order.
template <class Read>
void read_all(std::vector<Reading>& files, const Read& read) {
    in_parts(files.size(), [&](std::size_t from, std::size_t to) {
        for (auto i = from; i < to; ++i) read(files[i]);
    });
}

void take(Loaded& loaded, std::vector<Reading>& files) {
    for (auto& file : files) {
        loaded.diagnostics.append(file.problems);
        if (!file.source) continue;
        const auto index = static_cast<std::uint32_t>(loaded.sources.size());
        for (auto* records : {&file.day.records, &file.day.broken}) {
            for (auto& record : *records) record.origin.file = index;
        }
        loaded.sources.push_back(*file.source);
    }
}

void hide_unread(Loaded& loaded, const std::vector<Reading>& files) {
    for (const auto& file : files) {
        if (!file.source) hide_names(loaded.names, loaded.root, file.path, file.kind);
    }
}

/// All but the records, and whom and what they may name.
void read_others(Loaded& loaded, std::vector<Reading>& files, const std::vector<team::Source>& parsed) {
    read_all(files, [&](Reading& file) {
        const auto known = std::find_if(parsed.begin(), parsed.end(),
                                        [&](const auto& source) { return source.path == file.path; });
        file.source = known != parsed.end() ? *known : load_source(loaded.root, file.path, file.problems);
    });
    take(loaded, files);
    loaded.names = team::gather_names(loaded.sources, loaded.diagnostics);
    hide_unread(loaded, files);
}

/// Records are most of what there is: nothing else is kept of their files.
void read_logs(Loaded& loaded, std::vector<Reading>& files) {
    read_all(files, [&](Reading& file) {
        file.source = load_source(loaded.root, file.path, file.problems);
        if (!file.source) return;
        file.day = team::read_day(*file.source, 0, loaded.names);
        file.problems.append(file.day.problems);
        file.source->document = nullptr;
    });
    take(loaded, files);
    hide_unread(loaded, files);
}

/// Files that are not there yet, where they would be read.
void add_new_files(const std::vector<team::Source>& parsed, std::vector<std::string>& paths) {
    for (const auto& source : parsed) {
        if (std::ranges::find(paths, source.path) != paths.end()) continue;
        const auto later = std::ranges::find_if(paths, [&](const std::string& path) {
            const auto kind = *team::file_kind(path);
            return source.kind < kind || (source.kind == kind && source.path < path);
        });
        paths.insert(later, source.path);
    }
}

/// `parsed` holds sources that need not be read again.
Loaded load_files(const fs::path& root, const Need& need, const std::vector<team::Source>& parsed = {}) {
    Loaded loaded;
    loaded.root = root;
    remove_leftovers(root);
    Diagnostics strange;
    std::vector<std::string> order;
    std::vector<Reading> others;
    std::vector<Reading> logs;
    auto paths = known_files(root, need, strange);
    add_new_files(parsed, paths);
    for (const auto& path : paths) {
        const auto kind = *team::file_kind(path);
        if (!needed(path, kind, need)) continue;
        order.push_back(path);
        (kind == FileKind::log ? logs : others).push_back({path, kind, {}, {}, {}});
    }
    read_others(loaded, others, parsed);
    read_logs(loaded, logs);
    loaded.team = team::read_team(loaded.sources, loaded.names, loaded.diagnostics);
    std::size_t records = loaded.team.records.size();
    for (const auto& file : logs) records += file.day.records.size();
    loaded.team.records.reserve(records);
    for (auto& file : logs) team::add_day(loaded.team, std::move(file.day));
    for (auto& source : loaded.sources) {
        if (source.kind == FileKind::settings) check_calendars(root, source, loaded.diagnostics);
        if (source.kind == FileKind::closing) source.document = nullptr;
    }
    keep_named_calendars(loaded);
    if (need.leave) calendar::set_recurring_dates(loaded.team, *need.leave);
    loaded.diagnostics.append(strange);
    for (const auto& diagnostic : strange.all()) order.push_back(diagnostic.place.file);
    loaded.diagnostics.sort(order);
    return loaded;
}

/// The latest month that a sound closing covers and that ends before that day.
std::optional<Month> closing_before(const fs::path& root, Date day) {
    const auto months = closed_months(root);
    for (auto month = months.rbegin(); month != months.rend(); ++month) {
        if (last_day(*month) < day && closing_facts(root, *month)) return *month;
    }
    return std::nullopt;
}

/// Leave that began long before is written in the file of its first year.
constexpr Days longest_leave{731};

Need after_closing(Need need, Month closing) {
    need.asked = std::nullopt;
    need.closing = closing;
    const Date from = last_day(closing) + Days{1};
    if (need.records) need.records->from = std::max(need.records->from, from);
    if (need.leave && need.leave->from == always().from) need.leave->from = from - longest_leave;
    return need;
}

/// Who is exempt from a deadline on duty stands in the plans of all days that are judged.
void add_duty_plans(const team::Team& team, Date from, Need& need) {
    for (const auto& rule : team.rules.deadlines) {
        if (!rule.except_duty) continue;
        if (!need.plans) need.plans = need.records;
        need.plans->from =
            std::min(need.plans->from, rule.resets == team::Resets::never ? need.records->from : from);
    }
}

/// Loads from the latest closing before `from`, or from all records.
Loaded load_from(const fs::path& root, const Need& need, Date from, const Loaded& rules,
                 Date closed_before = always().to) {
    if (const auto month = closing_before(root, std::min(from, closed_before))) {
        auto after = after_closing(need, *month);
        add_duty_plans(rules.team, from, after);
        auto loaded = load_files(root, after, rules.sources);
        if (recall(loaded)) return loaded;
    }
    auto all = need;
    add_duty_plans(rules.team, from, all);
    return load_files(root, all, rules.sources);
}

}  // namespace

Loaded load_with(const fs::path& root, const Need& need, const std::vector<team::Source>& changed) {
    return load_files(root, need, changed);
}

Loaded load(const fs::path& root, const Need& need) {
    if (!need.asked) return load_files(root, need);
    const auto rules = load_files(root, Need{});
    if (!rules.diagnostics.empty()) return load_files(root, need);
    return load_from(root, need, records_needed_from(rules.team, *need.asked, need.today), rules);
}

Loaded load_month(const fs::path& root, Month month, Month sound_before) {
    const auto period = month_period(month);
    auto need = history(period);
    const auto rules = load_files(root, Need{});
    if (!rules.diagnostics.empty()) return load_files(root, need);
    return load_from(root, need, misses_counted_from(rules.team, period.from), rules,
                     first_day(sound_before));
}

}  // namespace teamctl::store
