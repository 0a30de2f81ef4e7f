// The ranking of a period (龙虎榜; teamctl-rules(7), example 15; D14.7).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rules/figures/metrics.hpp"

namespace teamctl::rules {

struct Standing {
    std::optional<int> place;  ///< from 1; equals share one; nobody with nothing to be ranked by takes one
    team::PersonId who;
    Value value;  ///< of the metric that was asked for
    std::int64_t points = 0;
    Money sales;
    bool last = false;  ///< the last place, also shared; never where nobody stands before it
};

/// Everybody of the subject who was employed in the period, by the metric (the better first, absent values
/// last), then points, then sales, then roster order.
std::vector<Standing> standings(const Figures& figures, const Subject& subject = {},
                                MetricName by = "points");

/// Units or territories in the place of people.
enum class Grouping { unit, territory };
struct GroupStanding {
    Standing standing;  ///< of nobody; its figures are those of all the people together
    team::UnitId unit;
    std::string territory;
    std::vector<team::PersonId> people;  ///< who were there in the period
};

/// The units without sub-units, or the territories that the roster names, by the figures of their people in
/// the subject, in the same order as people (D7, D9.4). Who has no territory is in none.
std::vector<GroupStanding> group_standings(const Figures& figures, const Subject& subject, MetricName by,
                                           Grouping grouping);

/// Greater than 0 where `a` ranks before `b`, 0 where they share a place: by the metric, points, sales.
int compare(const Standing& a, const Standing& b, bool less_is_better);
/// The places of rows that stand in their order, by its sign for two of them that follow each other and take
/// one: equals share a place, and whom `is_ranked` leaves out takes none and moves nobody down.
template <class Rows, class Ranked, class Order>
std::vector<std::optional<int>> places(const Rows& rows, Ranked is_ranked, Order order) {
    std::vector<std::optional<int>> places(rows.size());
    std::optional<std::size_t> before;
    int count = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!is_ranked(rows[i])) continue;
        ++count;
        places[i] = before && order(rows[*before], rows[i]) == 0 ? *places[*before] : count;
        before = i;
    }
    return places;
}
/// Whether there is something to rank somebody by; where less is better, a zero is.
bool is_ranked(const Standing& standing, bool less_is_better);

/// Which of two values is the better one: greater than 0 where `a` is, 0 for equal ones. Absent is worst.
int compare(const Value& a, const Value& b, bool less_is_better);

}  // namespace teamctl::rules
