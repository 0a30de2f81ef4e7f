// What happened on `yesterday` of an agenda: the working day before, with the days off behind it (D1.1).
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "waiting/agenda.hpp"

namespace teamctl::waiting {

/// The records of one kind, in their order.
std::vector<const team::Record*> past_records(const AgendaDay& day, std::string_view kind);
/// Those who are the subject of these, once for each record.
std::vector<team::PersonId> past_people(const AgendaDay& day, std::string_view kind);

/// How many of the meeting's people came.
std::int64_t count_attended(const rules::HeldMeeting& meeting);

/// What became of the records that one rule asked for (D13.2).
struct PastDeadline {
    const team::DeadlineRule* rule = nullptr;
    std::size_t owed = 0;
    std::vector<team::PersonId> late{};
    std::vector<team::PersonId> missing{};

    std::size_t handed_in() const { return owed - missing.size(); }
    std::size_t in_time() const { return handed_in() - late.size(); }
    bool all_in_time() const { return late.empty() && missing.empty(); }
};
/// Of the rules that asked for something, in the order of the file; of records judged by a field, where
/// something went wrong.
std::vector<PastDeadline> past_deadlines(const AgendaDay& day);

/// Deals, payments or refunds: their sum, and whose they are. A payment belongs to whoever made the deal.
struct PastMoney {
    std::size_t count = 0;
    Money sum;
    std::vector<std::pair<team::PersonId, Money>> parts{};  ///< those that belong to somebody
};
PastMoney past_money(const AgendaDay& day, std::string_view kind);

/// Tickets that came in: complaints (D12.1), or all others.
std::vector<const team::Record*> past_tickets(const AgendaDay& day, bool complaints);

/// An action that was done or a problem that was solved, by whom, else of whom.
struct PastDone {
    const team::Record* opened = nullptr;
    team::PersonId who;
};
std::vector<PastDone> past_done(const AgendaDay& day);

/// How often each person is named, in roster order.
std::vector<std::pair<team::PersonId, std::int64_t>> times_of(std::vector<team::PersonId> people);

}  // namespace teamctl::waiting
