// H8, `max_weekends_per_month`: no more than so many weekends with a turn. A weekend is of the month of its
// Saturday.
#include "rota/limits/rules.hpp"

namespace teamctl::rota {

namespace {

int saturday_of(int day) {
    return 7 * iso_week(day) + 2;
}

}  // namespace

const RuleForm weekends_rule{
    .kind = RuleKind::weekends,
    .asked = [](const team::Limit& limit) { return limit.max_weekends_per_month; },
    .code = "weekend_cap",
    .because = "schedule.weekends_full",
    .because_past = "schedule.weekends_full",
    .breaks = "schedule.breaks_weekend_cap",
    .count = {.windows =
                  [](const Rule&, const Stint& turn, std::vector<int>& out) {
                      if (turn.day >= saturday_of(turn.day))
                          out.push_back(month_number(saturday_of(turn.day)));
                  },
              .unit = [](const Stint& turn) { return saturday_of(turn.day); },
              .reach = [](const Rule&) { return 31 + 1; }},  // to the Sunday of the last
};

}  // namespace teamctl::rota
