// Diaries and their reviews (D3.7, D11.3).
#pragma once

#include <vector>

#include "rules/context.hpp"
#include "rules/people/absences.hpp"

namespace teamctl::rules {

/// Diaries of the period that nobody but their author has reviewed by now, in the order of the records. A
/// review covers the author's latest diary up to its date, and every diary of its own day.
std::vector<const team::Record*> unreviewed_diaries(const Context& context, const Period& period);

/// Who is to review what the author wrote on that day: to whom the author reports, or, where that person is
/// away the whole day, the next above. Where all of them are away, the first; nobody above the author:
/// nobody.
team::PersonId reviewer(const Context& context, const Absences& absences, team::PersonId author, Date day);

}  // namespace teamctl::rules
