// `roster`: the organisation as a tree, with who leads whom (D9.1, D11.1, D11.2, D15.1, D16.2).
#pragma once

#include "base/report.hpp"
#include "team/model.hpp"

namespace teamctl::report {

Report roster_report(const team::Team& team, Date date);

/// `management`; empty for none.
std::string_view level_name(team::Level level);
/// 管理层
Phrase level_title(team::Level level);

/// Those employed on that day who report to the person, in roster order.
std::vector<team::PersonId> direct_reports(const team::Team& team, team::PersonId person, Date date);

}  // namespace teamctl::report
