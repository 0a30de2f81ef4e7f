// How far targets must reach (teamctl-rules(7), example 9; D14.2 to D14.4).
#pragma once

#include <vector>

#include "rules/figures/metrics.hpp"

namespace teamctl::rules {

/// A target that does not reach as far as the team's rules ask.
struct ShortTarget {
    enum class Rule {
        personal,    ///< a person's target against the usual result
        sum,         ///< the personal targets together against the team's
        short_term,  ///< the targets of the parts of a period against that of the whole
    };
    Rule rule = Rule::personal;
    const team::Target* target = nullptr;  ///< the line that is too low; of `sum` and `short_term` the whole
    team::PersonId who;                    ///< of `personal`
    Ratio is;                              ///< in units of the amount: fen, or hundredths
    Ratio least;                           ///< what it must be; of `sum` it must be more
};

/// The targets at odds with `stretch:`. Personal targets: at least (1 + personal) times the mean of the three
/// full months before the period, for those who were there for all of them and whose records go back so far;
/// and together more than the team's target where any of them is written. Short-term targets: at least
/// (1 + short_term) times the long-term one, where every month or quarter of it has its line.
std::vector<ShortTarget> short_targets(const Context& context);

/// A personal target that cannot be held against what is usual, and why.
struct UnjudgedTarget {
    enum class Why {
        no_records,  ///< the records begin after the three months before the period, on `since`
        not_over,    ///< the period has not begun, so that those months are not whole
        not_months,  ///< the period is no month, quarter or year
        too_new      ///< `who` were not there for all of them
    };
    Why why = Why::no_records;
    const team::Target* target = nullptr;
    Date since{};
    std::vector<team::PersonId> who = {};
};

/// Of the targets of that period; nothing where `stretch: {personal: ...}` is not asked for (D14.3).
std::vector<UnjudgedTarget> unjudged_targets(const Context& context, const Period& period);

/// The mean of a metric over the three full months before a day, times `months`, in fen or hundredths.
Ratio usual_result(const Figures& last_three_months, std::string_view metric, team::PersonId who, int months);

}  // namespace teamctl::rules
