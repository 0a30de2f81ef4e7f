// `roster`: the organisation as a tree, with who leads whom (D9.1, D11.1, D11.2, D15.1, D16.2).
#pragma once

#include "base/report.hpp"
#include "team/model.hpp"

namespace teamctl::report {

/// On one page the tree says who leads whom, and of the staffing only what is missing is told.
Report roster_report(const team::Team& team, Date date, bool on_one_page = false);

/// 管理层
Phrase level_title(team::Level level);

}  // namespace teamctl::report
