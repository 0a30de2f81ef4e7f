// How reports tell of newcomers and leavers and their lists (D7.1, D7.2, D10.1).
#pragma once

#include <vector>

#include "base/report.hpp"
#include "rules/people/onboarding.hpp"

namespace teamctl::report {

/// `新人入职：周欣`
Phrase newcomer_title(const team::Team& team, const rules::Onboarding& onboarding);
/// `11月16日入职；师傅李强；8 项做完 3 项，逾期 1 项`
Phrase newcomer_state(const team::Team& team, const rules::Onboarding& onboarding, Date date);
/// `8 项做完 3 项，逾期 1 项`
Phrase newcomer_progress(const rules::Onboarding& onboarding, Date date);
Tone newcomer_tone(const rules::Onboarding& onboarding, Date date);
/// The tick list with dates and doers. `due_by` leaves out what waits longer and what was ticked on another
/// day.
List newcomer_steps(const team::Team& team, const rules::Onboarding& onboarding, Date date,
                    bool due_by = false);
/// A row a newcomer (list, first day, mentor, items done, what waits), or one a leaver of those.
Table newcomer_table(const team::Team& team, const std::vector<rules::Onboarding>& all, Date date,
                     bool leaving = false);
Json newcomers_json(const team::Team& team, const std::vector<rules::Onboarding>& all, Date date,
                    bool leaving = false);

}  // namespace teamctl::report
