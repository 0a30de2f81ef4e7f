#include "report/due.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "calendar/zone.hpp"
#include "report/due/parts.hpp"
#include "report/events.hpp"
#include "report/naming.hpp"
#include "rules/look_back.hpp"

namespace teamctl::report {
namespace {

using waiting::DueState;
using DueKind = DueItem::Kind;

bool has_expiry(DueKind kind) {
    return kind == DueKind::credential || kind == DueKind::warranty;
}

/// How the day that is past is told: papers expire, findings were found.
std::string_view over_key(DueKind kind) {
    if (kind == DueKind::reading) return "due.found_on";
    return has_expiry(kind) ? "due.expired" : "due.was_due";
}

/// When it was or is due, after what is to be done.
Phrase with_time(const DueDay& day, const DueItem& item) {
    const auto state = state_of(day, item);
    std::vector<Phrase> aside;
    if (item.urgent) aside.push_back(say("due.urgent"));
    if (item.important && !item.urgent) aside.push_back(say("due.important"));
    const bool expires = has_expiry(item.kind);
    if (state == DueState::overdue && *item.due < day.date)
        aside.push_back(say(over_key(item.kind), *item.due, days_over(day, item)));
    if (item.at && *item.due == day.date)
        aside.push_back(say(item.fixed                   ? "due.at_time"
                            : state == DueState::overdue ? "due.since_time"
                                                         : "due.by_time",
                            *item.at));
    if (expires && state == DueState::today) aside.push_back(say("due.last_day"));
    if (state == DueState::soon) {
        aside.push_back(item.at ? say(item.fixed ? "due.at_moment" : "due.by_moment", *item.due, *item.at)
                                : say(expires      ? "due.valid_until"
                                      : item.fixed ? "due.on_day"
                                                   : "due.by_day",
                                      *item.due));
    }
    return aside.empty() ? due_said(item) : say("due.with", due_said(item), commas(std::move(aside)));
}

/// Calls, reviews and attendance come in numbers: one line a state names them all.
bool comes_in_numbers(DueKind kind) {
    return kind == DueKind::follow_up || kind == DueKind::review || kind == DueKind::attendance;
}

Phrase short_name(const DueDay& day, const DueItem& item) {
    if (item.kind == DueKind::attendance) return say("due.meeting_of", item.what, *item.due);
    if (item.kind == DueKind::review) return item.what;
    if (const auto over = days_over(day, item); over > 0) return say("due.name_over", item.what, over);
    return state_of(day, item) == DueState::soon ? say("due.name_on", item.what, *item.due) : item.what;
}

/// The lines of one person in one state.
// phrase keys: due.many.*
std::vector<ListItem> lines(const DueDay& day, const std::vector<const DueItem*>& items) {
    std::vector<ListItem> list;
    std::vector<DueKind> told;
    for (const auto* item : items) {
        const auto state = state_of(day, *item);
        if (!comes_in_numbers(item->kind)) {
            list.push_back({with_time(day, *item), due_tone(*item, state), {}, {}});
            continue;
        }
        if (std::find(told.begin(), told.end(), item->kind) != told.end()) continue;
        told.push_back(item->kind);
        std::vector<Phrase> names;
        for (const auto* other : items) {
            if (other->kind == item->kind) names.push_back(short_name(day, *other));
        }
        const auto key = std::string{"due.many."} + std::string{kind_name(item->kind)};
        list.push_back({say(key, listed(std::move(names))), due_tone(*item, state), {}, {}});
    }
    return list;
}

constexpr std::array all_states{DueState::overdue, DueState::today, DueState::soon, DueState::undated};

/// `逾期 2 项、今天 3 项`
// phrase keys: due.count.*
Phrase counts(const DueDay& day, const std::vector<const DueItem*>& items) {
    std::vector<Phrase> parts;
    for (const auto state : all_states) {
        const auto count = waiting::in_state(day, items, state).size();
        if (count > 0)
            parts.push_back(say(std::string{"due.count."} + std::string{state_name(state)}, count));
    }
    return listed(std::move(parts));
}

// phrase keys: due.state.*
void write_states(Report& report, const DueDay& day, const std::vector<const DueItem*>& items) {
    List list;
    for (const auto state : all_states) {
        const auto some = waiting::in_state(day, items, state);
        if (some.empty()) continue;
        const Phrase name = say(std::string{"due.state."} + std::string{state_name(state)});
        list.items.push_back({name, Tone::strong, {}, lines(day, some)});
    }
    if (!list.items.empty()) report.add(std::move(list));
}

void write_person(Report& report, const DueDay& day, const Phrase& name,
                  const std::vector<const DueItem*>& items) {
    report.add(Heading{2, say("due.person", name, counts(day, items)), true});
    write_states(report, day, items);
}

std::vector<const DueItem*> pointers(const std::vector<DueItem>& items) {
    std::vector<const DueItem*> all;
    for (const auto& item : items) all.push_back(&item);
    return all;
}

/// What CSV carries: an item a row, as JSON has it.
Table rows_of(const DueDay& day, const std::vector<DueItem>& items) {
    Table table;
    table.id = "items";
    table.columns = due_columns();
    for (const auto& item : items) table.rows.push_back(due_row(day, item));
    return table;
}

/// A phone tells of what is due half an hour before, or at nine on the day.
constexpr int due_alarm = 30;
constexpr int whole_day_alarm = 9 * 60;

/// What the item is, and not whose it is or when where that may change.
std::string uid_of(const DueDay& day, const DueItem& item) {
    std::string uid = fmt::format("due-{}-{}", kind_name(item.kind), item.id);
    const bool paper = item.kind == DueKind::credential || item.kind == DueKind::credential_missing;
    if (paper) uid += "-" + item.name;  // a person has several
    if (waiting::is_one_thing(item.kind)) return uid;
    uid += "-" + to_string(item.meeting_on.value_or(*item.due));
    return item.who.empty() ? uid : uid + "-" + day.team[item.who.front()].id;
}

/// Items with a date, for a phone. What is late stands on the day it was due.
std::vector<Event> events_of(const DueDay& day, const std::vector<DueItem>& items) {
    std::vector<Event> events;
    std::map<std::string, int> seen;
    for (const auto& item : items) {
        if (!item.due) continue;
        Event event;
        const auto uid = uid_of(day, item);
        const int twin = seen[uid]++;
        event.uid = uid + (twin > 0 ? fmt::format("-{}", twin + 1) : "") + "@" + uid_domain(day.team);
        event.date = *item.due;
        if (item.at) event.start = calendar::instant_of({*item.due, *item.at}, day.days.zone());
        event.alarms = {item.at ? due_alarm : -whole_day_alarm};
        event.summary = item.who.empty() ? due_said(item)
                                         : say("due.event", due_said(item), names_of(day.team, item.who));
        events.push_back(std::move(event));
    }
    return events;
}

void write_people(Report& report, const DueDay& day, const std::vector<DueItem>& items,
                  const DueOptions& options) {
    std::map<team::PersonId, std::vector<const DueItem*>> by_person;  // in roster order
    std::vector<const DueItem*> nobodys;
    for (const auto& item : items) {
        for (const auto person : item.who) {
            if (!options.who || person == options.who) by_person[person].push_back(&item);
        }
        if (item.who.empty()) nobodys.push_back(&item);
    }
    for (const auto& [person, own] : by_person) {
        if (options.who) return write_states(report, day, own);  // the title names the one
        write_person(report, day, name_of(day.team, person), own);
    }
    if (!nobodys.empty()) write_person(report, day, say("due.team"), nobodys);
}

constexpr std::size_t most_urgent_shown = 9;

std::vector<const DueItem*> most_urgent(const DueDay& day, std::vector<const DueItem*> items) {
    std::ranges::stable_sort(
        items, [&](const auto* a, const auto* b) { return due_urgency(day, *a) > due_urgency(day, *b); });
    std::erase_if(items, [&](const auto* item) {
        return state_of(day, *item) != DueState::overdue &&
               !(item->urgent && state_of(day, *item) == DueState::today);
    });
    if (items.size() > most_urgent_shown) items.resize(most_urgent_shown);
    return items;
}

/// What is most urgent over all people, the worst first.
void write_urgent(Report& report, const DueDay& day, const std::vector<const DueItem*>& items) {
    const auto first = most_urgent(day, items);
    if (first.empty()) return;
    report.add(Heading{2, say("due.most_urgent")});
    List list;
    for (const auto* item : first)
        list.items.push_back({due_line(day, *item), due_tone(*item, state_of(day, *item)), {}, {}});
    report.add(std::move(list));
}

/// How much waits for each person, and what first that is not said above: a line each.
void write_counts(Report& report, const DueDay& day, const std::vector<DueItem>& items) {
    Table table{"people", {}, {}, {}, {}};
    table.columns = {{"who", say("due.column.who"), ColumnType::person},
                     {"overdue", say("due.state.overdue"), ColumnType::number},
                     {"today", say("due.state.today"), ColumnType::number},
                     {"soon", say("due.state.soon"), ColumnType::number},
                     {"first", say("due.first"), ColumnType::text}};
    const auto above = most_urgent(day, pointers(items));
    const auto is_above = [&](const DueItem* item) { return std::ranges::find(above, item) != above.end(); };
    std::map<team::PersonId, std::vector<const DueItem*>> by_person;
    for (const auto& item : items) {
        for (const auto person : item.who) by_person[person].push_back(&item);
        if (item.who.empty()) by_person[team::PersonId{}].push_back(&item);
    }
    const auto add = [&](const Cell& who, std::vector<const DueItem*> own) {
        std::vector<Cell> row{who};
        for (const auto state : {DueState::overdue, DueState::today, DueState::soon}) {
            const auto count = waiting::in_state(day, own, state).size();
            row.push_back(count > 0 ? Cell{static_cast<std::int64_t>(count)} : Cell{});
        }
        std::ranges::stable_sort(
            own, [&](const auto* a, const auto* b) { return due_urgency(day, *a) > due_urgency(day, *b); });
        const auto first = std::ranges::find_if_not(own, is_above);
        row.push_back(first != own.end() ? Cell{due_said(**first)} : Cell{});
        table.rows.push_back(std::move(row));
    };
    const auto presses = [&](const DueItem* item) {
        const auto state = state_of(day, *item);
        return state == DueState::overdue || state == DueState::today;
    };
    // Those of whom nothing presses are told in a sentence, where they are many.
    std::vector<Phrase> calm;
    for (const auto& [person, own] : by_person) {
        if (person && std::ranges::none_of(own, presses))
            calm.push_back(say("due.count_of", day.team[person].name, own.size()));
    }
    constexpr std::size_t many = 3;
    const bool in_a_sentence = calm.size() >= many;
    for (const auto& [person, own] : by_person) {
        if (person && (!in_a_sentence || std::ranges::any_of(own, presses)))
            add(person_cell(day.team, person), own);
    }
    if (const auto own = by_person.find(team::PersonId{}); own != by_person.end())
        add(Cell{say("due.team")}, own->second);
    report.add(Heading{2, say("due.by_person")});
    report.add(std::move(table));
    if (in_a_sentence) report.add(Paragraph{say("due.calm", listed(std::move(calm))), Tone::plain});
    report.add(Paragraph{say("due.rest"), Tone::muted});
}

}  // namespace

// phrase keys: due.kind.*
Phrase due_said(const DueItem& item) {
    return say(std::string{"due.kind."} + std::string{kind_name(item.kind)}, item.what);
}

Tone due_tone(const DueItem& item, DueState state) {
    if (state == DueState::overdue) return item.urgent ? Tone::bad : Tone::warn;
    if (state == DueState::today && item.urgent) return Tone::warn;
    return Tone::plain;
}

Urgency due_urgency(const DueDay& day, const DueItem& item) {
    const auto state = state_of(day, item);
    const int late = state == DueState::overdue ? 2 : state == DueState::today ? 1 : 0;
    return {late, item.urgent, item.important, static_cast<int>(days_over(day, item))};
}

std::vector<Column> due_columns() {
    return {{"state", say("due.column.state"), ColumnType::text},
            {"due", say("due.column.due"), ColumnType::date},
            {"by", say("due.column.by"), ColumnType::time},
            {"days_over", say("due.column.days_over"), ColumnType::number},
            {"who", say("due.column.who"), ColumnType::text},
            {"kind", say("due.column.kind"), ColumnType::text},
            {"id", say("due.column.id"), ColumnType::text},
            {"what", say("due.column.what"), ColumnType::text},
            {"amount", say("due.column.amount"), ColumnType::money},
            {"urgent", say("due.column.urgent"), ColumnType::text},
            {"important", say("due.column.important"), ColumnType::text},
            {"at", say("due.column.at"), ColumnType::text}};
}

std::vector<Cell> due_row(const DueDay& day, const DueItem& item) {
    const auto yes = [](bool value) { return value ? Cell{std::string{"true"}} : Cell{}; };
    std::string who;
    for (const auto person : item.who) who += (who.empty() ? "" : " ") + day.team[person].id;
    return {Cell{std::string{state_name(state_of(day, item))}},
            item.due ? Cell{*item.due} : Cell{},
            item.at ? Cell{*item.at} : Cell{},
            Cell{days_over(day, item)},
            Cell{who},
            Cell{std::string{kind_name(item.kind)}},
            Cell{item.id},
            Cell{item.name},
            item.amount ? Cell{*item.amount} : Cell{},
            yes(item.urgent),
            yes(item.important),
            item.origin ? Cell{file_and_line(day.team, *item.origin)} : Cell{}};
}

Json due_item_json(const DueDay& day, const DueItem& item) {
    auto json = Json::object();
    json.set("kind", kind_name(item.kind)).set("who", ids_of(day.team, item.who));
    json.set("id", item.id).set("what", item.name);
    json.set("due", date_json(item.due));
    if (item.at) json.set("by", to_string(*item.at));
    json.set("days_over", days_over(day, item)).set("state", state_name(state_of(day, item)));
    json.set("urgent", item.urgent).set("important", item.important);
    if (item.amount) json.set("amount", *item.amount);
    if (item.meeting_on) json.set("meeting_on", to_string(*item.meeting_on));
    if (item.origin)
        json.set("at", Json::object()
                           .set("file", day.team.files[item.origin->file])
                           .set("line", item.origin->mark.line));
    return json;
}

Phrase due_line(const DueDay& day, const DueItem& item) {
    return item.who.empty() ? with_time(day, item)
                            : say("due.line_of", names_of(day.team, item.who), with_time(day, item));
}

void due_lines(Report& report, const DueDay& day, const std::vector<DueItem>& items) {
    write_states(report, day, pointers(items));
}

DueReport due_report(const team::Team& team, const calendar::WorkingDays& days, Date date, Moment now,
                     const DueOptions& options) {
    const auto day = waiting::due_day(team, days, date, now, options.days);
    const auto items = options.who ? waiting::due_of(day, options.who) : waiting::all_due(day);
    DueReport result;
    auto& report = result.report;
    result.waits = !items.empty();
    report.name = "due";
    report.year = year_of(date);
    report.made = now.date;
    report.calendar = say("due.calendar", options.who ? team[options.who].name : team.settings.team);
    report.title = options.who ? say("due.title_of", team[options.who].name, date)
                               : say("due.title", team.settings.team, date);
    report.add(Heading{1, report.title});
    const auto all = pointers(items);
    report.add(items.empty() ? Paragraph{say("due.nothing"), Tone::good}
                             : Paragraph{say("due.sum", counts(day, all)), Tone::plain});
    if (options.for_page) {
        if (!items.empty()) report.add(due_table(day, all, !options.who));
    } else if (!options.who) {
        write_urgent(report, day, all);
    }
    // A short list says all of it.
    constexpr std::size_t few = 7;
    if (options.on_one_page && items.size() > few)
        write_counts(report, day, items);
    else if (!options.for_page)
        write_people(report, day, items, options);
    auto list = Json::array();
    for (const auto& item : items) list.push(due_item_json(day, item));
    report.data = Json::object().set("date", to_string(date)).set("items", std::move(list));
    report.rows = rows_of(day, items);
    report.events = events_of(day, items);
    return result;
}

store::Need due_need(const team::Team& team, Date date, int days, Date today) {
    return rules::look_back(team, rules::plans_around(day_period(date), date + Days{days}), day_period(date),
                            today);
}

}  // namespace teamctl::report
