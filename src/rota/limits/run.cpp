// H8, `max_run_days`: no more than so many consecutive dates with a turn.
#include "rota/limits/rules.hpp"

namespace teamctl::rota {

const RuleForm run_rule{
    .kind = RuleKind::run,
    .asked = [](const team::Limit& limit) { return limit.max_run_days; },
    .code = "run_cap",
    .because = "schedule.run_full",
    .because_past = "schedule.run_full",
    .breaks = "schedule.breaks_run_cap",
    // A window is one day longer than a run may be, and not all of its days may have a turn.
    .count = {.windows =
                  [](const Rule& rule, const Stint& turn, std::vector<int>& out) {
                      for (int first = turn.day - rule.amount; first <= turn.day; ++first)
                          out.push_back(first);
                  },
              .unit = [](const Stint& turn) { return turn.day; },
              .reach = [](const Rule& rule) { return rule.amount; }},
};

}  // namespace teamctl::rota
