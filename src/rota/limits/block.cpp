// H5: one person holds a place for a whole week.
#include "rota/limits/rules.hpp"

namespace teamctl::rota {

const RuleForm block_rule{
    .kind = RuleKind::block,
    .code = "week_holder",
    .because = "schedule.not_whole_week",
    .because_past = "schedule.not_whole_week",
    .breaks = "schedule.breaks_per_week",
};

}  // namespace teamctl::rota
