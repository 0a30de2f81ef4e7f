// `person`: one person's card (D1.12, D5.2).
#pragma once

#include "base/report.hpp"
#include "rules/context.hpp"
#include "store/need.hpp"

namespace teamctl::report {

struct PersonOptions {
    bool contact = false;   ///< telephone and email too
    bool for_page = false;  ///< what waits first, a few figures as tiles; all figures and records open
};

/// What it needs. The turns to come stand in the plans of this month and those after it.
store::Need person_need(const team::Team& team, const Period& period, Date today);

/// The context's now decides what is to come and what is open; the period, whose figures and records are
/// shown.
Report person_report(const rules::Context& context, team::PersonId person, const Period& period,
                     const PersonOptions& options);

/// What an entry of `changes:` says: `2026年12月1日起：单位 二组`.
Phrase change_text(const team::Team& team, const team::Change& change);

}  // namespace teamctl::report
