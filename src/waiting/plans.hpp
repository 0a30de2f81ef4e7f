// Next month's plan, until it is made (D1.6).
#pragma once

#include <optional>

#include "base/phrase.hpp"
#include "calendar/working_days.hpp"
#include "team/model.hpp"

namespace teamctl::waiting {

/// Occurrences of a month that no plan names.
struct PlanGap {
    Month month;
    std::size_t missing = 0;
    std::size_t total = 0;  ///< occurrences with roles
    Date due{};             ///< the last working day of the month before
};

/// The gap of the month after `date`, in the last working days of that date's month (D1.6).
std::optional<PlanGap> plan_gap(const team::Team& team, const calendar::WorkingDays& days, Date date);

/// That the month is not planned, or how much of it is not.
Phrase gap_text(const PlanGap& gap);

}  // namespace teamctl::waiting
