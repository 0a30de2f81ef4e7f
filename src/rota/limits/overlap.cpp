// H2: nobody is in two places at a time.
#include "rota/limits/rules.hpp"

namespace teamctl::rota {

bool overlap(const Stint& a, const Stint& b) {
    if (a.occurrence >= 0 && a.occurrence == b.occurrence) return true;
    const bool known = a.begin < a.end && b.begin < b.end;
    return known && a.begin < b.end && b.begin < a.end;
}

const RuleForm overlap_rule{
    .kind = RuleKind::overlap,
    .code = "other_role",
    .because = "schedule.has_other",
    .because_past = "schedule.has_past",
    .breaks = "schedule.breaks_overlap",
    .pair = {
        .clash = [](const Problem&, const Rule&, const Stint& a, const Stint& b) { return overlap(a, b); },
        .reach = [](const Rule&) { return 7; }},
};

}  // namespace teamctl::rota
