// Targets and how far they are reached, against the working days gone (D9.2).
#pragma once

#include <vector>

#include "rules/scope/scope.hpp"

namespace teamctl::rules {

/// One subject's target: what was to be reached and what was.
struct Reached {
    Subject subject;
    const Metric* metric = nullptr;
    std::int64_t target = 0;  ///< fen, or hundredths
    Value value;              ///< so far
    Ratio share;              ///< value / target
    Ratio gap;                ///< target - value, in yuan or plain numbers
    Ratio by_now;             ///< what the working days gone ask for; the target of a ratio or mean
    bool at_most = false;     ///< the target is a limit: less is better

    bool is_full() const { return at_most ? gap.num >= 0 : gap.num <= 0; }
    /// How much less than `by_now` it is, of a limit how much more; 0 or less: it keeps pace.
    Ratio behind() const;
};

/// The targets of the period, or, where it has none, of the month that holds it: the month so far.
struct Progress {
    Period period;
    std::size_t days_gone = 0;  ///< working days
    std::size_t days = 0;
    std::vector<Reached> rows;  ///< by metric: the scope's own subject, units, people

    bool is_running() const { return days_gone < days; }
    /// The part of the working days that is gone; there are some.
    Ratio time_gone() const {
        return {static_cast<std::int64_t>(days_gone), static_cast<std::int64_t>(days)};
    }
};
Progress progress_of(const Scope& scope);

/// Whether the metric is a quotient or a mean, of which no part is due by now.
bool is_mean(const Metric& metric);

}  // namespace teamctl::rules
