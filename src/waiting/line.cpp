// What waits of people: who is out, who leaves with things open, what goes up the line, talks, proposals.
#include <algorithm>
#include <map>

#include "rules/meetings/attendance.hpp"
#include "rules/work/matters.hpp"
#include "rules/work/outings.hpp"
#include "team/people.hpp"
#include "waiting/due.hpp"

namespace teamctl::waiting {
namespace {

using Kind = DueItem::Kind;
using team::PersonId;
using team::Record;

/// So many times late in a month, and somebody should talk with the person.
constexpr std::size_t late_for_a_talk = 3;

/// D3.4: out, and not yet back; by the hour that the rules name.
void add_outings(const DueDay& day, std::vector<DueItem>& items) {
    std::optional<TimeOfDay> by;
    for (const auto& rule : day.team.rules.deadlines) {
        if (rule.record == "visit" && rule.field == "back") by = rule.by;
    }
    for (const auto& outing : rules::outings(day.team, day.now).visits) {
        const auto& visit = *outing.visit;
        if (!outing.is_open() || visit.date < day.date - Days{remembered_days}) continue;
        auto item = item_of(Kind::outing, visit.text("client"), visit.text("client"), visit.origin);
        item.who = {visit.person("who")};
        item.what = say("due.out_since", item.name, *visit.get<TimeOfDay>("out"));
        item.due = visit.date;
        item.at = by;
        items.push_back(std::move(item));
    }
}

Phrase counted(const rules::Holdings& own) {
    std::vector<Phrase> parts;
    if (own.customers > 0) parts.push_back(say("due.holds.customers", own.customers));
    if (own.tickets > 0) parts.push_back(say("due.holds.tickets", own.tickets));
    if (own.actions > 0) parts.push_back(say("due.holds.actions", own.actions));
    if (own.deals > 0) parts.push_back(say("due.holds.deals", own.deals));
    return listed(std::move(parts));
}

/// D7, D9: who leaves, or left, with things open: their supervisor has them handed over.
void add_leavers(const DueDay& day, std::vector<DueItem>& items) {
    for (std::int32_t i = 0; i < std::ssize(day.team.people); ++i) {
        const auto& person = day.team.people[static_cast<std::size_t>(i)];
        if (!person.left || day.until(expiry_days) < *person.left) continue;
        const auto own = rules::holdings_of(day.entities, {i});
        const auto above = team::reports_to(day.team, {i}, std::min(day.date, *person.left));
        if (own.all() == 0 || !above) continue;
        auto item = item_of(Kind::handover, person.id, person.name, person.origin);
        item.who = {above};
        item.what = say("due.holds", person.name, counted(own));
        item.due = *person.left;
        items.push_back(std::move(item));
    }
}

/// D15.3: whose turn it is to decide: the supervisor, or as often as it was passed up, the next above.
PersonId decides(const DueDay& day, const rules::Matter& matter) {
    PersonId person = team::reports_to(day.team, matter.holder, day.date);
    for (std::size_t i = 0; person && i < matter.passed.size(); ++i) {
        const auto above = team::reports_to(day.team, person, day.date);
        if (!above) break;
        person = above;
    }
    return person;
}

/// Who decides, and the levels above to which a matter has risen that nobody decided: one after each
/// `overdue_days` since it was raised or passed up.
std::vector<PersonId> deciders(const DueDay& day, const rules::Matter& matter) {
    std::vector<PersonId> all;
    if (const auto who = decides(day, matter)) all.push_back(who);
    const auto step = day.team.rules.overdue_days;
    const auto since = (matter.passed.empty() ? matter.opened : matter.passed.back())->date;
    if (!step || all.empty()) return all;
    for (auto open = (day.date - since).count(); open >= *step; open -= *step) {
        const auto above = team::reports_to(day.team, all.back(), day.date);
        if (!above || std::ranges::find(all, above) != all.end()) break;
        all.push_back(above);
    }
    return all;
}

Phrase raised(const DueDay& day, const rules::Matter& matter, const std::string& text, bool risen) {
    const auto& name = day.team[matter.holder].name;
    if (!risen) return say(matter.passed.empty() ? "due.raised_by" : "due.passed_up_by", text, name);
    const auto since = (matter.passed.empty() ? matter.opened : matter.passed.back())->date;
    return say("due.undecided", text, name, std::int64_t{(day.date - since).count()});
}

void add_matters(const DueDay& day, const rules::EntityList<rules::Matter>& list, Kind kind,
                 std::vector<DueItem>& items) {
    for (const auto* matter : rules::open_matters(list)) {
        const auto& opened = *matter->opened;
        auto who = deciders(day, *matter);
        if (who.empty()) continue;
        auto item = item_of(kind, opened.text("id"), opened.text("text"), opened.origin);
        item.what = raised(day, *matter, item.name, who.size() > 1);
        item.who = std::move(who);
        items.push_back(std::move(item));
    }
}

/// D15.3: an action that is late rises: after so many days to the supervisor, after as many again to the next
/// above. It waits for its holder all the same.
void add_risen(const DueDay& day, std::vector<DueItem>& items) {
    const auto step = day.team.rules.overdue_days;
    if (!step) return;
    for (const auto* action : rules::open_actions(day.entities)) {
        const auto& opened = *action->opened;
        const auto* due = opened.get<Date>("due");
        if (due == nullptr) continue;
        std::vector<PersonId> above;
        auto person = action->holder;
        for (auto late = (day.date - *due).count(); person && late >= *step; late -= *step) {
            person = team::reports_to(day.team, person, day.date);
            if (person && std::ranges::find(above, person) == above.end()) above.push_back(person);
        }
        if (above.empty()) continue;
        auto item = item_of(Kind::action, opened.text("id"), opened.text("text"), opened.origin);
        item.who = above;
        item.what = say("due.risen", item.name, day.team[action->holder].name);
        item.due = *due;
        items.push_back(std::move(item));
    }
}

DueItem talk_item(const DueDay& day, PersonId with, PersonId who, team::Origin origin) {
    auto item = item_of(Kind::talk, day.team[with].id, day.team[with].name, origin);
    if (who) item.who = {who};
    return item;
}

/// The next talk that the last one named; and with whoever was late three times in a month.
void add_talks(const DueDay& day, std::vector<DueItem>& items) {
    std::map<PersonId, const Record*> last;
    for (const auto& record : day.team.records) {
        if (record.is("talk") && rules::known_at(record, day.now)) last[record.person("who")] = &record;
    }
    for (const auto& [with, record] : last) {
        const auto* next = record->get<Date>("next");
        if (next == nullptr || day.until(promised_days) < *next) continue;
        auto item = talk_item(day, with, record->person("by"), record->origin);
        item.due = *next;
        items.push_back(std::move(item));
    }
    const Period month{first_day(month_of(day.date)), day.date, Period::Unit::range};
    std::map<PersonId, std::vector<const Record*>> late;
    for (const auto& held : rules::attendance(day.context(), day.absences, month).held) {
        for (const auto& mark : held.marks) {
            if (mark.late) late[mark.who].push_back(held.record);
        }
    }
    for (const auto& [with, times] : late) {
        if (times.size() < late_for_a_talk) continue;
        const auto* third = times[late_for_a_talk - 1];
        const auto talked = last.find(with);
        if (talked != last.end() && third->date <= talked->second->date) continue;
        auto item = talk_item(day, with, team::reports_to(day.team, with, day.date), third->origin);
        item.what = say("due.late_times", item.name, times.size());
        item.due = third->date;
        items.push_back(std::move(item));
    }
}

/// D2.1: until somebody decides, or the award is there. It waits for the head of the proposer's line.
void add_proposals(const DueDay& day, std::vector<DueItem>& items) {
    for (const auto& record : day.team.records) {
        if (!record.is("award_proposed") || !rules::known_at(record, day.now)) continue;
        const auto name = record.text("name");
        const bool settled =
            std::any_of(day.team.awards.begin(), day.team.awards.end(),
                        [&](const auto& award) { return award.name == name; }) ||
            std::any_of(day.team.records.begin(), day.team.records.end(), [&](const auto& other) {
                return other.is("award_decided") && other.text("name") == name && record.date <= other.date &&
                       rules::known_at(other, day.now);
            });
        if (settled) continue;
        auto item = item_of(Kind::proposal, name, name, record.origin);
        const auto by = record.person("by");
        if (by) {
            item.what = say("due.raised_by", item.name, day.team[by].name);
            if (const auto above = team::reports_to(day.team, by, day.date)) item.who = {above};
        }
        items.push_back(std::move(item));
    }
}

}  // namespace

std::vector<DueItem> due_people(const DueDay& day) {
    std::vector<DueItem> items;
    add_outings(day, items);
    add_leavers(day, items);
    add_matters(day, day.entities.suggestions, Kind::suggestion, items);
    add_matters(day, day.entities.problems, Kind::problem, items);
    add_risen(day, items);
    add_talks(day, items);
    add_proposals(day, items);
    return items;
}

}  // namespace teamctl::waiting
