// What the rules and records bring: points, fines, and the team's fund (teamctl-rules(7), examples 1 and 2;
// D13.7).
#pragma once

#include <cstddef>
#include <vector>

#include "rules/meetings/attendance.hpp"
#include "rules/people/deadlines.hpp"

namespace teamctl::rules {

/// Points and a fine that one event brings one person.
struct Entry {
    enum class Why { deadline, attendance, record, written };
    enum class Status { none, late, left_early, absent, missing };
    Why why = Why::written;
    Status status = Status::none;  ///< of deadlines and attendance
    std::size_t rule = 0;          ///< index into the rules of that sort; of `written` 0
    team::PersonId who;
    Date date{};
    const team::Record* record = nullptr;  ///< none where a record is missing
    team::Origin origin;                   ///< of the record, else of the rule
    int nth = 0;                           ///< of deadlines: which miss
    std::int64_t points = 0;
    Money fine;
};

/// Of misses that bring points.
std::vector<Entry> deadline_entries(const team::Team& team, const std::vector<Judgement>& judged);
/// Of the statuses that an attendance rule names: one entry for each status of a person at a meeting.
std::vector<Entry> attendance_entries(const team::Team& team, const Attendance& attendance);
/// Of the rules on single records, in the period, up to now: to each of those whom the record pays (Payees)
/// the same.
std::vector<Entry> record_entries(const Context& context, const Absences& absences, const Period& period);
/// Of `points` records, in the period, up to now.
std::vector<Entry> written_entries(const Context& context, const Period& period);

/// What people call a kind of record: 工作日记, Diary.
Phrase record_title(std::string_view kind);

/// One movement of the fund.
struct FundMove {
    enum class Kind { fine, other, spent };
    Kind kind = Kind::fine;
    Date date{};
    Money amount;        ///< what is added; negative where it is spent
    Money balance;       ///< after it
    team::PersonId who;  ///< fined, or handling it
    const team::Record* record = nullptr;
    team::Origin origin;
    std::size_t entry = 0;  ///< of fines: index into Fund::fines

    bool overdrawn() const { return kind == Kind::spent && balance.fen < 0; }
};

/// All fines go into the fund. Within a day what comes in stands before what is spent.
struct Fund {
    Money opening;  ///< before the period
    Money from_fines;
    Money other;  ///< other income
    Money spent;  ///< positive
    Money balance;
    std::vector<FundMove> moves;  ///< of the period
    std::vector<Entry> fines;     ///< of the period and before
};

/// The fund over the period, from all records there are before its end and now.
Fund fund(const Context& context, const Absences& absences, const Period& period);

}  // namespace teamctl::rules
