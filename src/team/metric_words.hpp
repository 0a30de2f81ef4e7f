// What metrics are called in Chinese, for files that name one so: `best: 业绩`, `require: [退款率 < 6%]`. A
// test holds every title that reports show to this table.
#pragma once

#include <string>
#include <string_view>

#include "team/model.hpp"

namespace teamctl::team {

/// The metric with that Chinese title, of turns the role that the title names; any other text as it is.
std::string metric_word(const Team& team, std::string_view text);

/// The Chinese title of a metric, as metric_word() knows it; empty where it has none.
std::string metric_title(std::string_view metric);

/// The metric of what a meter or tank counts: `consumption(water-1)`.
std::string consumption_metric(std::string_view asset);
/// What stands in the brackets of `consumption(...)` or 用量(...); empty where the text is neither.
std::string_view consumption_of(std::string_view text);

/// Puts the metrics' own names in the place of their Chinese titles: in awards, targets and commission.
void settle_metric_words(Team& team);

}  // namespace teamctl::team
