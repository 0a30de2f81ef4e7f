#include "check/check.hpp"

#include <algorithm>
#include <mutex>
#include <set>
#include <span>
#include <tuple>

#include "base/parallel.hpp"
#include "calendar/working_days.hpp"
#include "check/findings.hpp"
#include "check/lives.hpp"
#include "rules/meetings/attendance.hpp"
#include "rules/meetings/meetings.hpp"
#include "team/files.hpp"

namespace teamctl::check {
namespace {

PlaceOf places(const store::Loaded& loaded) {
    return [&loaded](const team::Origin& origin, std::initializer_list<std::string_view> keys) {
        return loaded.place(origin, keys);
    };
}

rules::Context for_all_time(const store::Loaded& loaded, const calendar::WorkingDays& days) {
    return {loaded.team, days, {make_date(last_year, 12, 31), end_of_day}};
}

Diagnostics lives_of(const store::Loaded& loaded) {
    Diagnostics lives;
    check_lives(
        loaded.team, loaded.names,
        [&](const auto& record, auto field) { return loaded.field_place(record, field); }, lives);
    return lives;
}

/// What lines and the lives of entities show. They are looked at side by side: each walks all records.
struct OfRecords {
    Diagnostics lives;
    Diagnostics lines;
};

OfRecords of_records(const store::Loaded& loaded, const rules::Context& context) {
    OfRecords all;
    std::mutex reading;  // a place may have to be read again
    Found found{[&](const team::Origin& origin, std::initializer_list<std::string_view> keys) {
        const std::lock_guard alone{reading};
        return loaded.place(origin, keys);
    }};
    const FieldPlace field_place = [&](const team::Record& record, std::string_view field) {
        const std::lock_guard alone{reading};
        return loaded.field_place(record, field);
    };
    side_by_side(
        loaded.team.records.size(), [&] { check_lives(loaded.team, loaded.names, field_place, all.lives); },
        [&] { check_lines(context, found); });
    all.lines = found.problems();
    return all;
}

/// The records of a day's file as it is to be, which is no file of the team yet.
struct OfDay {
    static constexpr std::uint32_t file = 0xFFFF'FFFF;

    OfDay(const store::Loaded& team_files, const team::Source& with_last)
        : loaded{team_files}, day{with_last} {
        Diagnostics reported_before;
        records = team::read_records(day, file, loaded.names, reported_before);
    }

    Found found() const {
        return Found{[this](const team::Origin& origin, std::initializer_list<std::string_view> keys) {
            return origin.file == file ? team::place_of(day, origin.mark, keys) : loaded.place(origin, keys);
        }};
    }
    /// Whether the problem is that of the last record.
    bool is_last(const Diagnostic& problem) const {
        return problem.place.file == day.path && records.back().origin.mark <= problem.place.mark;
    }

    /// Errors of the first records of it.
    Diagnostics errors_of_first(std::size_t count) const {
        auto errors = found();
        const std::span<const team::Record> first{records.data(), count};
        const calendar::WorkingDays days{loaded.team};
        check_values(loaded.team, first, errors);
        check_newcomers(for_all_time(loaded, days), first, errors);
        Diagnostics kept;
        for (const auto& problem : errors.problems().all()) {
            if (problem.severity == Severity::error) kept.add(problem);
        }
        return kept;
    }

    const store::Loaded& loaded;
    const team::Source& day;
    std::vector<team::Record> records;
};

/// What one record shows that needs no other to be seen.
void check_alone(const rules::Context& context, const team::Record& record, Found& found) {
    check_left(context.team, record, found);
    check_joined(context.team, record, found);
    check_values(context.team, {&record, 1}, found);
    check_payees(context, {&record, 1}, found);
    check_newcomers(context, {&record, 1}, found);
    check_rounds(context, {&record, 1}, found);
}

}  // namespace

void problems_of(const store::Loaded& loaded, Date today, Diagnostics& diagnostics) {
    const bool sound = !diagnostics.has_errors();
    const auto& team = loaded.team;
    const calendar::WorkingDays days{team};
    const auto context = for_all_time(loaded, days);
    const auto records = of_records(loaded, context);
    Found found{places(loaded)};
    check_whens(team, found);
    check_meetings(team, today, found);
    if (sound) check_unit_leads(team, today, found);
    check_calendars(team, found);
    check_names(team, found);
    if (sound) check_asset_filters(team, found);
    if (sound) check_unit_sizes(team, today, found);
    if (sound) check_lines_above(team, today, found);
    if (sound) check_selectors(team, today, found);
    if (sound) check_blocks(team, days, today, found);
    if (sound) check_limits(team, found);
    check_rules(team, found);
    if (sound) check_targets(team, found);
    if (sound && !found.problems().has_errors()) check_exceptions(team, days, today, found);
    if (sound) check_backlog(team, today, found);
    team::check_contradictions(team, loaded.sources, diagnostics);
    // Dates and figures follow from many files: where one is wrong they would only be wrong again.
    const bool whole = sound && !records.lives.has_errors() && !found.problems().has_errors();
    if (whole) check_second_starts(team, days, today, found);
    if (whole) check_wishes(team, days, today, found);
    if (whole) check_plan(team, found);
    if (whole) check_mentors({team, days, {today, end_of_day}}, found);
    Found sums{places(loaded)};
    if (whole) check_sums(context, sums);
    for (const auto* part : {&records.lives, &found.problems(), &records.lines, &sums.problems()})
        diagnostics.append(*part);
    diagnostics.sort(team.files);
}

void errors_of(const store::Loaded& loaded, Diagnostics& diagnostics, Diagnostics* of_records) {
    Found found{places(loaded)};
    check_whens(loaded.team, found);
    check_metrics(loaded.team, found);
    check_rules(loaded.team, found);
    check_trainings(loaded.team, found);
    const auto lives = lives_of(loaded);
    Found values{places(loaded)};
    if (of_records != nullptr) check_values(loaded.team, loaded.team.records, values);
    for (const auto* part : {&found.problems(), &lives, &values.problems()}) {
        for (const auto& problem : part->all()) {
            if (problem.severity != Severity::error) continue;
            // Of records only what is opened twice stops a command: the rest is as it was written down.
            const bool of_record = team::log_date(problem.place.file).has_value();
            if (!of_record || problem.code == "duplicate-id")
                diagnostics.add(problem);
            else if (of_records != nullptr)
                of_records->add(problem);
        }
    }
    diagnostics.sort(loaded.team.files);
    if (of_records != nullptr) of_records->sort(loaded.team.files);
}

void check_future(const store::Loaded& loaded, Date today, Diagnostics& diagnostics) {
    constexpr Days ahead{31};
    const team::Record* first = nullptr;
    int count = 0;
    for (const auto& record : loaded.team.records) {
        if (record.date <= today + ahead || record.spec().may_be_ahead) continue;
        if (first == nullptr) first = &record;
        ++count;
    }
    if (first == nullptr) return;
    diagnostics.warning("after-today", loaded.place(first->origin), say("check.after_today", today, count),
                        say("check.move_to", team::log_path(today)));
    diagnostics.sort(loaded.team.files);
}

void check_topics(const store::Loaded& loaded, Date today, Diagnostics& diagnostics) {
    const auto& team = loaded.team;
    const auto off = rules::cancellations(team, {store::always().to, end_of_day});  // also those ahead
    for (std::int32_t i = 0; i < std::ssize(team.series); ++i) {
        const team::SeriesId id{i};
        const team::PlanLine* first = nullptr;
        int count = 0;
        for (const auto& line : team.plan) {
            if (line.series != id || line.date < today || !line.topic.empty() ||
                off.contains({id, line.date}))
                continue;
            if (first == nullptr || line.date < first->date) first = &line;
            ++count;
        }
        if (first != nullptr && team[id].meeting && rules::wants_topic(team[id]))
            diagnostics.warning("no-topic", loaded.place(first->origin),
                                say("check.no_topic", team[id].name, count, first->date),
                                say("check.no_topic_hint"));
    }
    diagnostics.sort(team.files);
}

Diagnostics news_of(const store::Loaded& before, const store::Loaded& after) {
    const auto all_of = [](const store::Loaded& loaded) {
        const calendar::WorkingDays days{loaded.team};
        const auto context = for_all_time(loaded, days);
        auto [all, lines] = of_records(loaded, context);
        Found sums{places(loaded)};
        if (!all.has_errors()) check_sums(context, sums);
        all.append(lines);
        all.append(sums.problems());
        return all;
    };
    const auto what = [](const Diagnostic& problem) {
        return std::tuple{problem.code.name(), problem.place.file, problem.place.mark};
    };
    const auto old = all_of(before);
    const auto now = all_of(after);
    std::set<std::tuple<std::string_view, std::string, Mark>> known;
    for (const auto& problem : old.all()) known.insert(what(problem));
    Diagnostics news;
    for (const auto& problem : now.all()) {
        if (!known.contains(what(problem))) news.add(problem);
    }
    return news;
}

Diagnostics news_of_last(const store::Loaded& loaded, const team::Source& day) {
    const OfDay of{loaded, day};
    Diagnostics news;
    if (of.records.empty()) return news;
    auto found = of.found();
    const calendar::WorkingDays days{loaded.team};
    check_alone(for_all_time(loaded, days), of.records.back(), found);
    for (const auto& problem : found.problems().all()) news.add(problem);
    auto attendance = of.found();
    check_attendance(loaded.team, days, of.records, attendance);
    for (const auto& problem : attendance.problems().all()) {
        if (of.is_last(problem)) news.add(problem);
    }
    return news;
}

std::optional<std::vector<Diagnostics>> news_of_each(const store::Loaded& loaded, const team::Source& day,
                                                     std::size_t from) {
    const OfDay of{loaded, day};
    if (of.records.size() <= from || !of.errors_of_first(from).empty()) return std::nullopt;
    const calendar::WorkingDays days{loaded.team};
    const auto context = for_all_time(loaded, days);
    auto attendance = of.found();
    check_attendance(loaded.team, days, of.records, attendance);
    const auto first_mark = of.records[from].origin.mark;
    for (const auto& problem : attendance.problems().all()) {
        if (problem.place.file == day.path && first_mark <= problem.place.mark) return std::nullopt;
    }
    std::vector<Diagnostics> news;
    for (auto at = from; at < of.records.size(); ++at) {
        auto found = of.found();
        check_alone(context, of.records[at], found);
        if (found.problems().has_errors()) return std::nullopt;
        news.push_back(found.problems());
    }
    return news;
}

Diagnostics order_of_last(const store::Loaded& with_day, const team::Source& day) {
    const auto& records = with_day.team.records;
    const auto* last = static_cast<const team::Record*>(nullptr);
    for (const auto& record : records) {
        if (with_day.team.files[record.origin.file] == day.path) last = &record;
    }
    if (last == nullptr) return {};
    const calendar::WorkingDays days{with_day.team};
    Found found{places(with_day)};
    check_order(for_all_time(with_day, days), *last, found);
    return found.problems();
}

Diagnostics errors_before_last(const store::Loaded& loaded, const team::Source& day) {
    const OfDay of{loaded, day};
    return of.records.size() < 2 ? Diagnostics{} : of.errors_of_first(of.records.size() - 1);
}

}  // namespace teamctl::check
