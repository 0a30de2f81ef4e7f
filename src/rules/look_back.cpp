#include "rules/look_back.hpp"

#include <algorithm>

namespace teamctl::rules {
namespace {

/// More than a quarter: a run of each list that is missing, and who was to do it.
constexpr Days quarter_and_week{100};
/// The longest run of days on which nobody works, and the days beside it.
constexpr Days fortnight{14};
/// Leave that began long before is written in the file of its first year.
constexpr Days longest_leave{731};
/// Topics of the backlog that say not since when.
constexpr Days topics_last{366};
/// Checklists of a quarter begin and end within so many months.
constexpr int quarter_and_month = 4;

/// The period of that unit that holds the day.
Period period_with(Period::Unit unit, Date day) {
    if (unit == Period::Unit::week) return week_period(day);
    if (unit == Period::Unit::quarter) return quarter_period(day);
    if (unit == Period::Unit::year) return year_period(year_of(day));
    return month_period(month_of(day));
}

/// The day on which the rule's misses began to be counted that the day's count is part of.
Date counted_from(team::Resets resets, Date day) {
    if (resets == team::Resets::quarter) return quarter_period(day).from;
    if (resets == team::Resets::year) return year_period(year_of(day)).from;
    return first_day(month_of(day));  // what never begins again is carried
}

/// The first day of the span in which misses of that day are counted, by all deadlines that begin again.
Date misses_counted_from(const team::Team& team, Date day) {
    Date from = first_day(month_of(day));
    for (const auto& rule : team.rules.deadlines) from = std::min(from, counted_from(rule.resets, day));
    return from;
}

/// The first day from which the records are needed as they stand.
Date records_from(const team::Team& team, const Period& asked, Date today) {
    const Date start = std::min(asked.from, today);
    // Faults that repeat within 30 days, what is due and remembered, runs of checklists.
    Date from = std::min(start, shifted(asked, -1).from) - settled_days;
    for (const auto& target : team.targets) {
        if (target.period.from <= std::max(asked.to, today) && start <= target.period.to)
            from = std::min(from, target.period.from);
    }
    for (const auto& award : team.awards)
        from = std::min(from, shifted(period_with(award.every, start), -1).from);
    return misses_counted_from(team, from);
}

/// Records as they stand from that day, and who was on duty on the days that are judged.
store::Need standing_from(const team::Team& team, store::Need need, Date from) {
    need.stands_from = from;
    need.leave_before = longest_leave;
    for (const auto& rule : team.rules.deadlines) {
        if (!rule.except_duty) continue;
        need.plans->from = std::min(need.plans->from, from);
        if (rule.resets == team::Resets::never) need.plans_with_records = true;
    }
    return need;
}

}  // namespace

Period plans_before(Date day) {
    return {day - quarter_and_week, day, Period::Unit::range};
}

Period plans_around(const Period& asked, Date ahead) {
    return {plans_before(asked.from).from,
            std::max(last_day(month_of(asked.to) + std::chrono::months{1}), ahead), Period::Unit::range};
}

Period plans_beside(const Period& asked) {
    return {std::min(shifted(asked, -1).from, asked.from - fortnight),
            std::max(shifted(asked, 1).to, asked.to + fortnight), Period::Unit::range};
}

Period checklist_plans(const Period& asked) {
    return {add_months(asked.from, -quarter_and_month), add_months(asked.to, quarter_and_month),
            Period::Unit::range};
}

Date topics_from(const team::Team& team, Date day) {
    Date from = day;
    for (const auto& topic : team.topics) {
        if (!topic.used) from = std::min(from, topic.added.value_or(day - topics_last));
    }
    return from;
}

Date problem_topics_from(const team::Team& team, Date day) {
    Date from = day;
    for (const auto& topic : team.topics) {
        if (!topic.used && !topic.from.empty())
            from = std::min(from, topic.added.value_or(day - topics_last));
    }
    return from;
}

Period award_years(const Period& asked) {
    return {year_period(year_of(asked.from)).from, year_period(year_of(asked.to)).to, Period::Unit::range};
}

store::Need all_before(const Period& period) {
    const Period until{store::always().from, period.to, Period::Unit::range};
    return {period, until, until};
}

store::Need look_back(const team::Team& team, const Period& plans, const Period& asked, Date today) {
    return standing_from(team, all_before(plans), records_from(team, asked, today));
}

store::Need closing_need(const team::Team& team, Month month) {
    const auto period = month_period(month);
    auto need = standing_from(team, all_before(period), misses_counted_from(team, period.from));
    need.closed_before = period.from;
    return need;
}

}  // namespace teamctl::rules
