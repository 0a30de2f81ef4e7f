#include "waiting/attending.hpp"

#include <algorithm>
#include <array>

#include "team/people.hpp"

namespace teamctl::waiting {
namespace {

using team::PersonId;
using team::Record;

/// Records of one person that are told as theirs; those that open or change an entity belong to its holder.
constexpr std::array<std::string_view, 5> personal_kinds{"diary", "review", "visit", "visit_back", "praise"};

/// Whose the entity is that the record opens or changes; nobody where it has none or is nobody's.
PersonId holder_of(const rules::Entities& entities, const Record& record) {
    if (const auto* deal = entities.deals.find(record.text("deal"))) return deal->holder;
    if (const auto* ticket = entities.tickets.find(record.text("ticket"))) return ticket->handler();
    if (const auto* customer = entities.customers.find(record.text("customer"))) return customer->owner;
    const auto id = record.text("id");
    if (const auto* customer = record.is("customer") ? entities.customers.find(id) : nullptr)
        return customer->owner;
    if (const auto* deal = record.is("deal") ? entities.deals.find(id) : nullptr) return deal->holder;
    if (const auto* ticket = record.is("ticket") ? entities.tickets.find(id) : nullptr)
        return ticket->handler();
    for (const auto* matters : {&entities.actions, &entities.problems, &entities.suggestions}) {
        if (const auto* matter = matters->find(id)) return matter->holder;
    }
    return {};
}

}  // namespace

bool is_of_some(const team::Series& series) {
    return series.meeting && series.scope == team::Scope::attend && !series.attend.all;
}

AttendedDay::AttendedDay(const AgendaMeeting& meeting)
    : people_{team::selected(meeting.day.team, meeting.sitting.series->attend, meeting.day.date)},
      team_{meeting.day.team} {
    const auto& entities = meeting.day.by_night;
    std::erase_if(team_.records, [&](const Record& record) {
        const auto kind = record.spec().name;
        const bool opens = record.spec().entity != team::EntityKind::none;
        const bool personal = std::ranges::find(personal_kinds, kind) != personal_kinds.end();
        if (!opens && !personal) return false;
        const auto subject = team::subject_of(record);
        const auto holder = holder_of(entities, record);
        return !(subject && attends(subject)) && !(holder && attends(holder));
    });
    for (const auto person : team::everybody(team_)) {
        if (!attends(person)) team_.people[static_cast<std::size_t>(person.index)].left = Date{};
    }
    days_.emplace(team_);
    day_.emplace(agenda_day(team_, *days_, meeting.day.date, meeting.day.now));
    day_->only = people_;
    meeting_.emplace(AgendaMeeting{*day_, meeting.sitting, meeting.previous, meeting.next, &meeting.day});
}

bool AttendedDay::attends(PersonId person) const {
    return std::ranges::find(people_, person) != people_.end();
}

bool AttendedDay::concerns(const DueItem& item) const {
    return std::ranges::any_of(item.who, [&](const auto person) { return attends(person); });
}

}  // namespace teamctl::waiting
