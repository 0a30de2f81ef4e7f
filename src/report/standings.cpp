#include "report/standings.hpp"

#include <algorithm>

#include "report/summary/page.hpp"
#include "rules/figures/standings.hpp"

namespace teamctl::report {
namespace {

using rules::Standing;

constexpr std::size_t least_bars = 3;

bool shown_anyway(std::string_view metric) {
    return metric == "points" || metric == "sales";
}

/// Teams that sell nothing see no column of nothing.
bool somebody_sold(const std::vector<Standing>& all) {
    return std::any_of(all.begin(), all.end(), [](const auto& one) { return one.sales != Money{}; });
}

/// `everybody`: also those who have nothing, as programs get them.
Table places_table(const team::Team& team, const rules::Metric& metric, const std::vector<Standing>& all,
                   bool everybody) {
    Table table{"standings", {}, {}, {}, {}};
    table.columns = {{"place", say("standings.place"), ColumnType::number},
                     {"who", say("standings.who"), ColumnType::person}};
    const bool own = !shown_anyway(metric.name);
    if (own) table.columns.push_back({metric.name, metric.title, column_type(metric.unit)});
    table.columns.push_back({"points", say("metric.points"), ColumnType::number});
    const bool with_sales = metric.name == "sales" || somebody_sold(all);
    if (with_sales) table.columns.push_back({"sales", say("metric.sales"), ColumnType::money});
    table.columns.push_back({"note", {}, ColumnType::text});
    for (const auto& one : all) {
        if (!everybody && rules::has_nothing(one)) continue;
        const Tone tone = one.place == 1 ? Tone::strong : Tone::plain;
        Cell who = person_cell(team, one.who);
        who.tone = tone;
        std::vector<Cell> row{Cell{one.place}, std::move(who)};
        if (own) row.push_back(value_cell(metric, one.value));
        row.push_back(Cell{one.points});
        if (with_sales) row.push_back(Cell{one.sales});
        row.push_back(one.last && (everybody || team.rules.name_last)
                          ? Cell{say("standings.last"), "last", Tone::muted}
                          : Cell{});
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Bars against the largest value; nothing where less than three are above zero: there the table says it all.
Bars value_bars(const team::Team& team, const rules::Metric& metric, const std::vector<Standing>& all) {
    Bars bars{metric.title, {}};
    Ratio largest{0, 1};
    for (const auto& one : all) {
        const auto value = rules::number(one.value);
        if (value && largest < *value) largest = *value;
    }
    if (largest.num <= 0) return bars;
    for (const auto& one : all) {
        const auto value = rules::number(one.value);
        if (!value || value->num <= 0) continue;
        bars.rows.push_back({name_of(team, one.who), rules::quotient(*value, largest),
                             value_phrase(metric, one.value), one.place == 1 ? Tone::good : Tone::plain});
    }
    if (bars.rows.size() < least_bars) bars.rows.clear();
    return bars;
}

/// The bars inside the rows of the table: behind the figure that ranks.
Table with_bars(Table table, const rules::Metric& metric, const std::vector<Standing>& all, Bars& bars) {
    if (bars.rows.empty()) return table;
    bars.in_table = true;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].id == metric.name) table.bars_at = i + 1;
    auto row = bars.rows.begin();
    for (const auto& one : all) {
        if (rules::has_nothing(one)) continue;
        const auto value = rules::number(one.value);
        const bool shown = value && value->num > 0;
        table.bars.push_back(shown ? RowBar{row->share, row->tone} : RowBar{{0, 1}, Tone::plain});
        if (shown) ++row;
    }
    return table;
}

Json standings_json(const team::Team& team, const Period& period, const rules::Metric& metric,
                    const rules::Subject& subject, const std::vector<Standing>& all) {
    auto rows = Json::array();
    for (const auto& one : all) {
        rows.push(Json::object()
                      .set("place", one.place)
                      .set("who", id_of(team, one.who))
                      .set("value", value_json(one.value))
                      .set("points", one.points)
                      .set("sales", one.sales)
                      .set("last", one.last));
    }
    auto data = Json::object();
    data.set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)))
        .set("by", metric.name)
        .set("unit", subject.unit ? Json{team[subject.unit].id} : Json{})
        .set("standings", std::move(rows));
    return data;
}

}  // namespace

Report standings_report(const rules::Context& context, const Period& period, const rules::Subject& subject,
                        std::string_view by) {
    const rules::Books books{context, period};
    const rules::Figures figures{books};
    const auto& metric = *figures.find(by);
    const auto all = rules::standings(figures, subject, by);
    Report report;
    report.name = "standings";
    report.year = year_of(period.from);
    report.made = context.now.date;
    const auto& name = context.team.settings.team;
    report.title = subject.unit ? say("standings.title_of", name, period, context.team[subject.unit].name)
                                : say("standings.title", name, period);
    report.add(Heading{1, report.title});
    add_until(report, period, context.now);
    const bool with_sales = by == "sales" || somebody_sold(all);
    report.add(Paragraph{by == "points" ? say(with_sales ? "standings.order" : "standings.order_points")
                         : with_sales   ? say("standings.order_by", metric.title)
                                        : say("standings.order_by_points", metric.title),
                         Tone::muted});
    auto bars = value_bars(context.team, metric, all);
    report.add(with_bars(places_table(context.team, metric, all, false), metric, all, bars));
    report.rows = places_table(context.team, metric, all, true);
    std::vector<Phrase> none;
    for (const auto& one : all) {
        if (rules::has_nothing(one)) none.push_back(name_of(context.team, one.who));
    }
    if (!none.empty())
        report.add(Paragraph{say("standings.not_ranked", PhraseList{std::move(none)}), Tone::muted});
    if (!bars.rows.empty()) report.add(std::move(bars));
    report.data = standings_json(context.team, period, metric, subject, all);
    return report;
}

}  // namespace teamctl::report
