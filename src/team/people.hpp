// Questions about people that the model answers by itself: who is meant, who is there.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "team/model.hpp"

namespace teamctl::team {

/// Whether the person is employed on that day: joined <= date <= left.
bool employed(const Person& person, Date date);
/// What held of the person on that day: the entry's own, or what the last of `changes:` before it says
/// (teamctl-rota(7), SINCE). Yesterday is judged by yesterday's roster.
const Terms& as_of(const Person& person, Date date);
/// Whether the weekday is among the days the person works then.
bool works_on(const Person& person, Date date);
/// The person's own level on that day, else that of the position (D11.1).
Level level_of(const Team& team, PersonId person, Date date);
/// `management`, as the files write it; empty for none.
std::string_view level_name(Level level);
/// `private`, as the files write it.
std::string_view leave_kind(LeaveKind kind);
/// All of them, as files write them.
std::vector<std::string> leave_kinds();
/// The unit itself or one of its sub-units.
bool within(const Team& team, UnitId inner, UnitId outer);
/// Whether the selector means this person as things stand on that day, employed or not.
bool selects(const Team& team, const Selector& selector, PersonId person, Date date);
/// All the selector means on that day, in roster order, employed or not.
std::vector<PersonId> selected(const Team& team, const Selector& selector, Date date);
/// Whether there is a day, however early or late, on which the selector means this person.
bool ever_selects(const Team& team, const Selector& selector, PersonId person);
/// All of these, in roster order.
std::vector<PersonId> ever_selected(const Team& team, const Selector& selector);
/// How many people of the unit and its sub-units are employed on that day (D15.1).
int size_of(const Team& team, UnitId unit, Date date);
/// Everybody, in roster order.
std::vector<PersonId> everybody(const Team& team);
/// To whom the person reports on that day: as written, else the unit's lead, for a lead the lead of the
/// parent unit. Of a matrix the line.
PersonId reports_to(const Team& team, PersonId person, Date date);
/// The others to whom the person reports on that day (D11.2).
std::vector<PersonId> dotted_lines(const Person& person, Date date);
/// Those employed on that day who report to the person, in roster order; not those of a dotted line.
std::vector<PersonId> direct_reports(const Team& team, PersonId person, Date date);
/// Those employed on that day whose mentor the person is, in roster order.
std::vector<PersonId> mentees(const Team& team, PersonId person, Date date);
/// The other ones of the person's pairs (D1.14), in the order of the file.
std::vector<PersonId> partners(const Team& team, PersonId person);
/// Whether the leave is on that day, or on half of it.
bool is_on(const Leave& leave, Date date);
/// Whether the leave takes any part of [from, to) of that day; half days end or begin at 12:00.
bool covers(const Leave& leave, Date date, TimeOfDay from, TimeOfDay to);
/// The leave that covers any part of [from, to) of that day; minutes 0 to 1440. Half days end or begin at
/// 12:00.
const Leave* leave_during(const Team& team, PersonId person, Date date, TimeOfDay from, TimeOfDay to);
/// The leave that covers the whole day: full days, or two halves.
const Leave* leave_all_day(const Team& team, PersonId person, Date date);
/// Any leave on that day.
const Leave* leave_on(const Team& team, PersonId person, Date date);

std::optional<PersonId> find_person(const Team& team, std::string_view id_or_name);
/// The same as people type it on a command line, never in files: whom people_meant() finds, where that is
/// one. With `parts`: Grace of Grace Liu, 小雨 of 何小雨, and the beginning of an id.
std::optional<PersonId> person_meant(const Team& team, std::string_view typed, bool parts = true);
/// By id, else by the name that only one unit has.
std::optional<UnitId> find_unit(const Team& team, std::string_view id_or_name);
/// Whether an item of the meeting's agenda shows its topic.
bool shows_topic(const Series& series);

/// What the roles of that function are called, each name once, in the order of the series.
std::vector<std::string> roles_of(const Team& team, RoleFunction function);
/// By id, else by the name that only one meeting or rota has.
std::optional<SeriesId> find_series(const Team& team, std::string_view id);

}  // namespace teamctl::team
