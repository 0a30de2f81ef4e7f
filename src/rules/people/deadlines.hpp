// Deadlines of the day and what missing them costs (teamctl-rules(7), examples 1 and 5; D13.2, D3.5).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/period.hpp"
#include "rules/context.hpp"
#include "rules/people/absences.hpp"

namespace teamctl::rules {

/// One thing that was due, judged.
struct Judgement {
    enum class Verdict { in_time, late, missing };
    std::size_t rule = 0;  ///< index into Rules::deadlines
    team::PersonId who;
    Date date{};
    Verdict verdict = Verdict::in_time;
    const team::Record* record = nullptr;  ///< none where it is missing
    std::optional<TimeOfDay> at;           ///< when it was done, where that is known
    int nth = 0;                           ///< which miss it is since the count last began again; 0: none
    int points = 0;
};

/// The days of records that the period's judgements depend on: from the day on which the counts began again.
Date needed_from(const team::Team& team, const Period& period);

/// Everything the rules judge in the period, by rule, person and date.
///
/// A rule without `field` is owed by each person it binds on every working day the person works and is not on
/// leave for all of it, from the later of `joined` and the rule's `from`; a record without a time counts as
/// in time; of several the earliest counts. It is judged once the deadline has passed. A rule with a `field`
/// judges every record of its kind; one whose field is empty is missing once its day is over. Who holds a
/// role of the rota `except_duty` that day is exempt. The nth miss since the count began again brings first +
/// (n - 1) step points.
std::vector<Judgement> judgements(const Context& context, const Absences& absences, const Period& period);

/// How often each person has missed the rules that never begin to count again, up to now: what a closing
/// carries.
std::vector<team::CarriedMisses> misses_so_far(const Context& context, const Absences& absences);

}  // namespace teamctl::rules
