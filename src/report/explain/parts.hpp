// What the explanations share: a page, a step as data, the place of a record.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/report.hpp"
#include "report/naming.hpp"
#include "rules/context.hpp"
#include "rules/figures/metrics.hpp"
#include "rules/figures/value.hpp"

namespace teamctl::report {

/// A page with its title; says how far the figures go where the period is not over.
Report explain_page(const rules::Context& context, const Period& period, Phrase title);

/// `log/2026-11/2026-11-03.yaml:7`
Cell place_cell(const team::Team& team, const team::Origin& origin);

/// What the figure was made of, a row each, with its place and a running sum.
Table steps_table(const team::Team& team, const rules::Metric& metric, const rules::Subject& subject,
                  const rules::Figure& figure, std::string id);
/// `8 ÷ 9 = 88.89 %`; how many steps add up to what.
Phrase arithmetic(const rules::Metric& metric, const rules::Figure& figure);

struct Step {
    Date date{};
    team::PersonId who;
    Json part;
    Json base;
    const team::Record* record = nullptr;
    team::Origin origin;
};
Json step_json(const team::Team& team, const Step& step, std::string note);

/// The columns of CSV; rows are made with csv_row().
Table csv_columns();
std::vector<Cell> csv_row(const team::Team& team, const rules::Evidence& evidence,
                          std::pair<Cell, Cell> part_and_base);

template <class Amounts>
Table csv_table(const team::Team& team, const std::vector<rules::Evidence>& steps, Amounts amounts) {
    Table table = csv_columns();
    for (const auto& step : steps) table.rows.push_back(csv_row(team, step, amounts(step)));
    return table;
}

}  // namespace teamctl::report
