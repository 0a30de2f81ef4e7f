// What a month-end closing hands on beside records: counts and states that otherwise follow from all records
// there ever were (teamctl-files(5), CLOSINGS).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "team/id.hpp"

namespace teamctl::team {

/// The misses of one person under a deadline rule that never begins to count again.
struct CarriedMisses {
    std::string rule;  ///< its id
    PersonId who;
    int count = 0;
};

/// A turn that a person has good.
struct CarriedDebt {
    PersonId who;
    int round = 0;
    Moment since;
};

/// How a turn on record counted; the record itself is among those carried.
struct CarriedTurn {
    Date date{};
    Mark mark;
    int round = 0;
    bool owed = false;
    bool out_of_turn = false;
};

/// A turn queue after its last turn.
struct CarriedQueue {
    QueueId queue;
    int round = 1;
    int taken = 0;                                ///< turns on record so far
    std::vector<PersonId> done;                   ///< who had, lost or is owed the turn of this round
    std::vector<std::pair<PersonId, int>> ahead;  ///< turns of rounds to come, taken too early
    std::vector<CarriedDebt> owed;                ///< oldest first
    std::vector<CarriedTurn> turns;               ///< the last ones, oldest first
};

/// The column at which a record begins that `log` wrote.
inline constexpr std::uint32_t usual_column = 3;

/// Records that a closing still needs and that stand in a log file not long before it: where they are, in the
/// place of what they say.
struct KeptRecords {
    Date date{};              ///< of the log file
    std::string digest;       ///< of the file's bytes; empty where the closing has it as a file of its month
    std::vector<Mark> marks;  ///< where each begins, in order
};

/// Empty where the question was answered from all records.
struct Carried {
    std::optional<Date> until;  ///< last day of the closed month; what is later stands in the records
    std::optional<Date> first_record;
    Money fund;  ///< balance after that day
    std::vector<CarriedMisses> misses;
    std::vector<CarriedQueue> queues;
    std::vector<KeptRecords> kept;  ///< read from the log by who loads the closing
};

/// What a closing says of one person's month, for people to read.
struct ClosedMonth {
    PersonId who;
    std::int64_t points = 0;
    Money fines;
    Money receivables;                               ///< open at its end
    std::vector<std::pair<std::string, int>> turns;  ///< by role: what the rota's fairness counts
};

struct Record;

/// What a closing holds, worked out.
struct Closing {
    Carried carried;
    std::vector<const Record*> records;  ///< that later months still need, in their order
    Date in_log_from{};  ///< of these, the records from this day on are named and not repeated
    std::vector<ClosedMonth> people;
    /// Of the customers that were registered in the month: who looks for one need not read the month.
    std::vector<std::string> names;
    std::vector<std::string> phones;  ///< digits alone
};

}  // namespace teamctl::team
