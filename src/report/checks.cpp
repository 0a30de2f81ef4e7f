#include "report/checks.hpp"

#include <algorithm>
#include <set>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "calendar/occurrences.hpp"
#include "calendar/working_days.hpp"
#include "calendar/zone.hpp"
#include "report/selector_checks.hpp"
#include "rules/findings.hpp"
#include "rules/meetings.hpp"
#include "rules/onboarding.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::Team;

void check_when(const store::Loaded& loaded, const team::When& when, Diagnostics& out) {
    if (!when.rrule.empty()) {
        if (const auto problem = calendar::rrule_problem(when.rrule))
            out.error("bad-rrule", loaded.place(when.origin, {"rrule"}),
                      say("check.bad_rrule", made_harmless(when.rrule)), *problem);
    }
    if (!when.timezone.empty() && !calendar::known_zone(when.timezone))
        out.error("bad-zone", loaded.place(when.origin, {"timezone"}),
                  say("check.bad_zone", made_harmless(when.timezone)),
                  say("check.write_like", "Asia/Shanghai"));
}

void check_whens(const store::Loaded& loaded, Diagnostics& out) {
    const Team& team = loaded.team;
    if (!calendar::known_zone(team.settings.timezone))
        out.error("bad-zone", loaded.place(team.settings.origin, {"timezone"}),
                  say("check.bad_zone", made_harmless(team.settings.timezone)),
                  say("check.write_like", "Asia/Shanghai"));
    for (const auto& series : team.series) check_when(loaded, series.when, out);
    for (const auto& list : team.checklists) {
        if (list.when) check_when(loaded, *list.when, out);
    }
}

/// D15.1, D16.2: a unit has from so many to so many people, its lead among them.
void check_unit_sizes(const store::Loaded& loaded, Date today, Diagnostics& out) {
    const Team& team = loaded.team;
    for (std::size_t i = 0; i < team.units.size(); ++i) {
        const auto& unit = team.units[i];
        if (!unit.size) continue;
        const auto count = team::size_of(team, {static_cast<std::int32_t>(i)}, today);
        if (count < unit.size->first || count > unit.size->second)
            out.warning("unit-size", loaded.place(unit.origin, {"size"}),
                        say("check.unit_size", unit.name, count, unit.size->first, unit.size->second),
                        say("check.correct_size"));
    }
}

void check_meetings(const store::Loaded& loaded, Date today, Diagnostics& out) {
    const Team& team = loaded.team;
    for (const auto& series : team.series) {
        for (const auto& item : series.agenda) {
            if (rules::is_other_business(item.item))
                out.warning("any-other-business", loaded.place(item.origin), say("check.any_other_business"),
                            say("check.name_the_subject"));
        }
        if (!series.max_attendees) continue;
        const auto attendees = team::selected(team, series.attend);
        const auto count =
            static_cast<int>(std::count_if(attendees.begin(), attendees.end(),
                                           [&](auto person) { return team::employed(team[person], today); }));
        if (count > *series.max_attendees)
            out.warning("too-many-attendees", loaded.place(series.origin, {"max_attendees"}),
                        say("check.too_many_attendees", series.name, count, *series.max_attendees),
                        say("check.fewer_people"));
    }
}

/// D7.1: whoever is still new has a mentor who is there.
void check_mentors(const store::Loaded& loaded, const calendar::WorkingDays& days, Date today,
                   Diagnostics& out) {
    const Team& team = loaded.team;
    std::set<team::PersonId> told;
    for (const auto& onboarding : rules::onboardings({team, days, {today, end_of_day}}, day_period(today))) {
        const auto& newcomer = team[onboarding.newcomer];
        if (onboarding.mentor || onboarding.next() == nullptr || !told.insert(onboarding.newcomer).second)
            continue;
        const bool left = newcomer.mentor && newcomer.mentor != onboarding.newcomer;
        out.warning("no-mentor", loaded.place(newcomer.origin, {"mentor"}),
                    left ? say("check.mentor_left", newcomer.name, team[newcomer.mentor].name)
                         : say("check.no_mentor", newcomer.name),
                    say("check.name_mentor"));
    }
}

void check_plan(const store::Loaded& loaded, const calendar::WorkingDays& days, Diagnostics& out) {
    for (const auto& line : loaded.team.plan) {
        const auto& series = loaded.team[line.series];
        if (!calendar::falls_on(loaded.team, days, line.series, line.date))
            out.warning("no-occurrence", loaded.place(line.origin),
                        say("check.no_occurrence", series.id, line.date), say("check.delete_line"));
        for (const auto& planned : line.roles) {
            for (const auto person : planned.who) {
                if (person && !team::employed(loaded.team[person], line.date))
                    out.error("not-employed", loaded.place(planned.origin),
                              say("check.not_employed", loaded.team[person].name, line.date),
                              say("check.name_another"));
            }
        }
    }
}

void check_lives(const store::Loaded& loaded, Diagnostics& out) {
    team::check_entities(
        loaded.team, loaded.names,
        [&](const auto& record, auto field) { return loaded.field_place(record, field); }, out);
}

Diagnostic diagnostic_of(const rules::Finding& finding, const Place& place) {
    return {finding.severity, finding.code, place, finding.message, finding.hint, {}};
}

rules::Context for_all_time(const store::Loaded& loaded, const calendar::WorkingDays& days) {
    return {loaded.team, days, {make_date(last_year, 12, 31), end_of_day}};
}

/// What the rules find in lines. Meanwhile the lives of entities are checked: each looks at all records.
std::vector<rules::Finding> check_lines(const store::Loaded& loaded, const rules::Context& context,
                                        Diagnostics& lives) {
    std::vector<rules::Finding> found;
    side_by_side(
        loaded.team.records.size(), [&] { check_lives(loaded, lives); },
        [&] { found = rules::line_findings(context); });
    return found;
}

void add_findings(const store::Loaded& loaded, const std::vector<rules::Finding>& found, Diagnostics& out) {
    for (const auto& finding : found) {
        const auto place = finding.code == "unknown-metric"
                               ? loaded.place(finding.origin, {"best", "metric", "on"})
                               : loaded.place(finding.origin);
        auto problem = diagnostic_of(finding, place);
        for (const auto& origin : finding.related) problem.related.push_back(loaded.place(origin));
        out.add(std::move(problem));
    }
}

}  // namespace

void check_team(const store::Loaded& loaded, Date today, Diagnostics& diagnostics) {
    const bool sound = !diagnostics.has_errors();
    const calendar::WorkingDays days{loaded.team};
    const auto context = for_all_time(loaded, days);
    Diagnostics found;
    const auto lines = check_lines(loaded, context, found);
    check_whens(loaded, found);
    check_meetings(loaded, today, found);
    if (sound) check_unit_sizes(loaded, today, found);
    if (sound) check_selectors(loaded, today, found);
    // Dates and figures follow from many files: where one is wrong they would only be wrong again.
    const bool whole = sound && !found.has_errors();
    if (whole) check_plan(loaded, days, found);
    if (whole) check_mentors(loaded, days, today, found);
    add_findings(loaded, lines, found);
    if (whole) add_findings(loaded, rules::sum_findings(context), found);
    diagnostics.append(found);
    diagnostics.sort(loaded.team.files);
}

void check_for_all(const store::Loaded& loaded, Diagnostics& diagnostics) {
    Diagnostics found;
    check_whens(loaded, found);
    const calendar::WorkingDays days{loaded.team};
    add_findings(loaded, rules::name_findings(for_all_time(loaded, days)), found);
    add_findings(loaded, rules::training_findings(loaded.team), found);
    check_lives(loaded, found);
    // Of records only what is opened twice: the rest is as it was written down, and every figure says it.
    for (const auto& problem : found.all()) {
        const bool of_records = team::log_date(problem.place.file).has_value();
        if (problem.severity == Severity::error && (!of_records || problem.code == "duplicate-id"))
            diagnostics.add(problem);
    }
    diagnostics.sort(loaded.team.files);
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

Diagnostics news_of(const store::Loaded& before, const store::Loaded& after) {
    const auto found = [](const store::Loaded& loaded) {
        const calendar::WorkingDays days{loaded.team};
        const auto context = for_all_time(loaded, days);
        Diagnostics all;
        const auto lines = check_lines(loaded, context, all);
        const bool whole = !all.has_errors();
        add_findings(loaded, lines, all);
        if (whole) add_findings(loaded, rules::sum_findings(context), all);
        return all;
    };
    const auto same = [](const Diagnostic& a, const Diagnostic& b) {
        return a.code == b.code && a.place.file == b.place.file && a.place.mark == b.place.mark;
    };
    const auto old = found(before);
    const auto now = found(after);
    Diagnostics news;
    for (const auto& problem : now.all()) {
        if (std::none_of(old.all().begin(), old.all().end(),
                         [&](const auto& known) { return same(known, problem); }))
            news.add(problem);
    }
    return news;
}

Diagnostics news_of_last(const store::Loaded& loaded, const team::Source& day) {
    Diagnostics reported_before;
    Diagnostics news;
    const auto records = team::read_records(day, 0, loaded.names, reported_before);
    if (records.empty()) return news;
    const auto& last = records.back();
    auto found = rules::left_before(loaded.team, last);
    for (auto& finding :
         rules::attendance_findings(loaded.team, calendar::WorkingDays{loaded.team}, records)) {
        if (finding.origin.mark == last.origin.mark) found.push_back(std::move(finding));
    }
    for (const auto& finding : found) {
        auto& problem = news.add(diagnostic_of(finding, team::place_of(day, finding.origin.mark)));
        for (const auto& origin : finding.related)
            problem.related.push_back(team::place_of(day, origin.mark));
    }
    return news;
}

}  // namespace teamctl::report
