// Figures of an agenda, up to the evening before: the targets of the day, the month (D9.2, D3.3).
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/figures/metrics.hpp"
#include "waiting/agenda.hpp"

namespace teamctl::waiting {

/// The month of the day up to the evening before; on its first working days, when there is nothing yet to
/// look back on, the month before.
Period month_to_date(const AgendaDay& day);

/// The target lines of the day: a metric's name and the period it is for.
std::vector<std::pair<std::string, Period>> targets_of(const AgendaDay& day);

/// How far one subject has come.
struct TargetReach {
    rules::Subject subject;
    rules::Value value;
    rules::Value target;
    Ratio share;           ///< value / target
    bool at_most = false;  ///< the target is a limit

    /// Whether it is a limit, and more was used.
    bool is_passed() const { return at_most && share > Ratio{1, 1}; }
};
/// How far one metric has come; who has nothing to reach is left out.
struct TargetState {
    std::size_t days_gone = 0;  ///< working days of the period, up to the evening before
    std::size_t days = 0;
    std::optional<TargetReach> team{};
    std::vector<TargetReach> units{};
    std::vector<TargetReach> people{};  ///< in roster order

    Ratio time_gone() const;
    std::vector<TargetReach> farthest_first() const;  ///< the people
};
TargetState target_state(const AgendaDay& day, const rules::Figures& figures, const rules::Metric& metric);

}  // namespace teamctl::waiting
