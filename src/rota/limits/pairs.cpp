// H7: two people who serve together or not at all, and two who never serve together.
#include "rota/limits/rules.hpp"

namespace teamctl::rota {

const RuleForm apart_rule{
    .kind = RuleKind::apart,
    .code = "apart",
    .because = "schedule.kept_apart",
    .because_past = "schedule.kept_apart",
    .breaks = "schedule.breaks_apart",
};

const RuleForm together_rule{
    .kind = RuleKind::together,
    .code = "together",
    .because = "schedule.partner_missing",
    .because_past = "schedule.partner_missing",
    .breaks = "schedule.breaks_together",
};

}  // namespace teamctl::rota
