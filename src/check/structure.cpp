// What is wrong with meetings, units, checklists and plans as the calendar and the roster have them.
#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "calendar/occurrences.hpp"
#include "calendar/zone.hpp"
#include "check/findings.hpp"
#include "rules/look_back.hpp"
#include "rules/meetings/meetings.hpp"
#include "rules/people/onboarding.hpp"
#include "rules/work/checks.hpp"
#include "team/people.hpp"

namespace teamctl::check {
namespace {

void check_zone(const std::string& zone, const team::Origin& origin, Found& found) {
    if (calendar::known_zone(zone)) return;
    found.error("bad-zone", origin, say("check.bad_zone", made_harmless(zone)),
                say("check.write_like", "Asia/Shanghai"), {"timezone"});
}

void check_when(const team::When& when, Found& found) {
    if (!when.rrule.empty()) {
        if (const auto problem = calendar::rrule_problem(when.rrule))
            found.error("bad-rrule", when.origin, say("check.bad_rrule", made_harmless(when.rrule)), *problem,
                        {"rrule"});
    }
    if (!when.timezone.empty()) check_zone(when.timezone, when.origin, found);
}

void check_holders(const team::Team& team, const team::PlanLine& line, Found& found) {
    for (const auto& planned : line.roles) {
        for (const auto person : planned.who) {
            if (person && !team::employed(team[person], line.date))
                found.error("not-employed", planned.origin,
                            say("check.not_employed", team[person].name, line.date),
                            say("check.name_another"));
        }
    }
}

}  // namespace

void check_whens(const team::Team& team, Found& found) {
    check_zone(team.settings.timezone, team.settings.origin, found);
    for (const auto& series : team.series) check_when(series.when, found);
    for (const auto& list : team.checklists) {
        if (list.when) check_when(*list.when, found);
    }
    for (const auto& leave : team.leave) {
        if (leave.when) check_when(*leave.when, found);
    }
    for (const auto& wish : team.wishes) {
        if (wish.when) check_when(*wish.when, found);
    }
}

void check_unit_sizes(const team::Team& team, Date today, Found& found) {
    for (std::size_t i = 0; i < team.units.size(); ++i) {
        const auto& unit = team.units[i];
        if (!unit.size) continue;
        const auto count = team::size_of(team, {static_cast<std::int32_t>(i)}, today);
        if (count < unit.size->first || count > unit.size->second)
            found.warning("unit-size", unit.origin,
                          say("check.unit_size", unit.name, count, unit.size->first, unit.size->second),
                          say("check.correct_size"), {"size"});
    }
}

void check_unit_leads(const team::Team& team, Date today, Found& found) {
    for (const auto& unit : team.units) {
        if (!unit.lead)
            found.warning("no-lead", unit.origin, say("check.no_lead", unit.name),
                          say("check.add_key", "lead"));
        else if (team[unit.lead].left && *team[unit.lead].left < today)
            found.warning("no-lead", unit.origin, say("check.lead_left", unit.name, team[unit.lead].name),
                          say("check.name_another"), {"lead"});
    }
}

void check_meetings(const team::Team& team, Date today, Found& found) {
    for (const auto& series : team.series) {
        for (const auto& item : series.agenda) {
            if (rules::is_other_business(item.item))
                found.warning("any-other-business", item.origin, say("check.any_other_business"),
                              say("check.name_the_subject"));
        }
        if (!series.max_attendees) continue;
        const auto attendees = team::selected(team, series.attend, today);
        const auto count =
            static_cast<int>(std::count_if(attendees.begin(), attendees.end(),
                                           [&](auto person) { return team::employed(team[person], today); }));
        if (count > *series.max_attendees)
            found.warning("too-many-attendees", series.origin,
                          say("check.too_many_attendees", series.name, count, *series.max_attendees),
                          say("check.fewer_people"), {"max_attendees"});
    }
}

void check_mentors(const rules::Context& context, Found& found) {
    const auto& team = context.team;
    std::set<team::PersonId> told;
    for (const auto& onboarding : rules::onboardings(context, day_period(context.now.date))) {
        const auto& newcomer = team[onboarding.newcomer];
        if (onboarding.leaves || onboarding.mentor || onboarding.next() == nullptr ||
            !told.insert(onboarding.newcomer).second)
            continue;
        const bool left = newcomer.mentor && newcomer.mentor != onboarding.newcomer;
        found.warning("no-mentor", newcomer.origin,
                      left ? say("check.mentor_left", newcomer.name, team[newcomer.mentor].name)
                           : say("check.no_mentor", newcomer.name),
                      say("check.name_mentor"), {"mentor"});
    }
    for (const auto newcomer : team::everybody(team)) {
        const auto& person = team[newcomer];
        if (!person.joined || !person.mentor || person.mentor == newcomer) continue;
        const auto& mentor = team[person.mentor];
        const bool comes = context.now.date <= *person.joined + rules::newcomer_days;
        if (!comes || !mentor.left || *person.joined <= *mentor.left || !told.insert(newcomer).second)
            continue;
        found
            .warning("no-mentor", person.origin,
                     say("check.mentor_leaves", person.name, *person.joined, mentor.name, *mentor.left),
                     say("check.name_mentor"), {"mentor"})
            .related.push_back(found.place(mentor.origin));
    }
}

void check_calendars(const team::Team& team, Found& found) {
    for (const auto& working : team.calendars) {
        for (const auto& day : working.workdays) {
            for (const auto& resting : team.calendars) {
                const auto off = std::ranges::find_if(resting.holidays, [&](const team::Holiday& holiday) {
                    return holiday.from <= day.to && day.from <= holiday.to;
                });
                if (off == resting.holidays.end()) continue;
                found
                    .warning("holiday-and-workday", day.origin,
                             say("check.holiday_and_workday", std::max(off->from, day.from)),
                             say("check.keep_one"))
                    .related.push_back(found.place(off->origin));
            }
        }
    }
}

void check_names(const team::Team& team, Found& found) {
    std::map<std::string, const team::Person*> seen;
    for (const auto& person : team.people) {
        const auto [first, fresh] = seen.try_emplace(composed(person.name), &person);
        if (fresh || first->second->name == person.name) continue;
        found
            .warning("same-name", person.origin, say("check.same_name", person.name),
                     say("check.write_name_anew"), {"name"})
            .related.push_back(found.place(first->second->origin));
    }
}

void check_asset_filters(const team::Team& team, Found& found) {
    for (const auto& list : team.checklists) {
        if (list.assets && rules::assets_of(team, list).empty())
            found.warning("selects-nothing", list.origin, say("check.selects_nothing", list.name),
                          say("check.compare_assets"), {"assets"});
    }
}

void check_second_starts(const team::Team& team, const calendar::WorkingDays& days, Date today,
                         Found& found) {
    for (const auto& [first, second] :
         calendar::second_starts(team, days, {today, today + rules::clock_changes_ahead})) {
        const auto& when = team[second.series].when;
        found.warning(
            "starts-twice", when.origin,
            say("check.starts_twice", team[second.series].name, second.date, *first.start, *second.start),
            say("check.give_second_start", to_string(second.date), to_string(*first.start),
                to_string(*second.start)),
            {"timezone", "start"});
    }
}

namespace {

/// The people above the person up to whom the line comes back to, the person first and last; empty where it
/// ends.
std::vector<team::PersonId> circle_above(const team::Team& team, team::PersonId person, Date date) {
    std::vector<team::PersonId> line{person};
    while (line.size() <= team.people.size()) {
        const auto above = team::reports_to(team, line.back(), date);
        if (!above) return {};
        line.push_back(above);
        if (above == person) return line;
    }
    return {};
}

}  // namespace

void check_lines_above(const team::Team& team, Date today, Found& found) {
    std::set<Date> days{today};
    for (const auto& person : team.people)
        for (const auto& change : person.changes)
            if (today < change.from) days.insert(change.from);
    std::set<team::PersonId> told;
    for (const auto day : days) {
        for (const auto person : team::everybody(team)) {
            const auto circle = circle_above(team, person, day);
            if (circle.empty() || !team::employed(team[person], day) || !told.insert(person).second) continue;
            std::vector<std::string> names;
            for (const auto one : circle) names.push_back(team[one].name);
            found.warning("line-circle", team[person].origin,
                          say("check.line_circle", team[person].name, joined(names, " → ")),
                          say("check.name_another"), {"reports_to"});
        }
    }
    for (const auto person : team::everybody(team)) {
        if (team[person].mentor == person)
            found.warning("same-person", team[person].origin, say("check.own_mentor", team[person].name),
                          say("check.name_another"), {"mentor"});
    }
}

void check_plan(const team::Team& team, Found& found) {
    for (const auto& line : team.stale_plan)
        found.warning("no-occurrence", line.origin,
                      say("check.no_occurrence", team[line.series].id, line.date), say("check.delete_line"));
    for (const auto* lines : {&team.plan, &team.stale_plan}) {
        for (const auto& line : *lines) check_holders(team, line, found);
    }
}

}  // namespace teamctl::check
