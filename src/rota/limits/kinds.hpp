/// The hard rules that have a row, in the order in which the first that keeps somebody out is named. Each has
/// its file in this room, where NAME_rule is its row.
#pragma once

#define TEAMCTL_RULE_KINDS(each)                                                                    \
    each(overlap) each(gap) each(rest) each(not_after) each(per_day) each(per_week) each(per_month) \
        each(hours) each(run) each(weekends) each(apart) each(together)

namespace teamctl::rota {

#define TEAMCTL_RULE_KIND(name) , name
/// `available` is who may hold a slot at all (H1): the caller says it.
enum class RuleKind { available TEAMCTL_RULE_KINDS(TEAMCTL_RULE_KIND) };
#undef TEAMCTL_RULE_KIND

}  // namespace teamctl::rota
