// The figures of several teams side by side, and of all of them.
#include <algorithm>
#include <array>
#include <stdexcept>

#include "report/naming.hpp"
#include "report/summary/page.hpp"
#include "report/teams/parts.hpp"
#include "rules/scope/scope.hpp"

namespace teamctl::report {
namespace {

/// What comes first on the page.
constexpr std::array<rules::MetricName, 11> key_figures{
    "attendance_rate", "late",    "absent",         "diaries_missing", "points",       "fines",
    "sales",           "refunds", "tickets_closed", "complaints",      "checks_missed"};

struct FigureGroup {
    std::string_view title;
    std::vector<rules::MetricName> metrics;
};

/// The catalogue by subject; what stands in none of them comes last.
const std::vector<FigureGroup>& figure_groups() {
    static const std::vector<FigureGroup> groups{
        {"summary.attendance", {"attendance_rate", "late", "left_early", "absent", "excused"}},
        {"summary.diaries", {"diaries", "diaries_late", "diaries_missing", "reviews"}},
        {"summary.points", {"points", "fines", "praise", "helped"}},
        {"summary.customers", {"visits", "contacts", "follow_ups_overdue", "customers_new", "customers_won"}},
        {"summary.sales",
         {"sales", "refunds", "refund_rate", "target_ratio", "payments", "receivables", "commission"}},
        {"summary.tickets",
         {"complaints", "tickets_answered_in_time", "tickets_resolved_in_time", "tickets_closed", "cost",
          "call_backs", "call_backs_in_time", "score_call_back"}},
        {"summary.checks", {"checks_done", "checks_missed"}}};
    return groups;
}

/// A metric over all teams.
struct TotalFigure {
    std::string name;
    Phrase title;
    rules::Measure unit;
    bool in_fen;
    rules::Sum sum = {};
    bool adds_up = true;  ///< else no number holds the sum, or it is of amounts of several currencies
    bool shown = false;   ///< some team has something to show

    rules::Value value() const { return adds_up ? sum.value(unit) : rules::Value{}; }
};

/// In the order of the catalogues, each metric once; of the teams with one currency where one is named.
std::vector<TotalFigure> totals_of(const std::vector<TeamSummary>& teams, std::string_view currency = {}) {
    const bool mixed = currency.empty() && currencies_of(teams).size() > 1;
    std::vector<TotalFigure> totals;
    for (const auto& one : teams) {
        if (!currency.empty() && one.team.currency != currency) continue;
        for (const auto& figure : one.figures) {
            auto found = std::ranges::find(totals, figure.name, &TotalFigure::name);
            if (found == totals.end()) {
                found = totals.insert(found, {figure.name, figure.title, figure.unit, figure.in_fen});
                found->adds_up = !(mixed && figure.in_fen);
            }
            found->shown = found->shown || !rules::is_nothing(figure.value);
            try {
                found->sum.add(figure.sum.part, figure.sum.base);
            } catch (const std::overflow_error&) {
                found->adds_up = false;
            }
        }
    }
    return totals;
}

const TeamFigure* figure_named(const TeamSummary& summary, std::string_view name) {
    const auto found = std::ranges::find(summary.figures, name, &TeamFigure::name);
    return found != summary.figures.end() ? &*found : nullptr;
}

Cell figure_cell(rules::Measure unit, const rules::Value& value) {
    rules::Metric metric;
    metric.unit = unit;
    return value_cell(metric, value);
}

/// A row a team, and the line of totals.
Table figures_by_team(std::string id, const std::vector<const TotalFigure*>& columns,
                      const std::vector<TeamSummary>& teams) {
    Table table{std::move(id), {}, {team_column()}, {}, {}};
    const bool mixed = currencies_of(teams).size() > 1;
    if (mixed) table.columns.push_back(currency_column());
    table.columns.push_back({"people", say("teams.people"), ColumnType::number});
    for (const auto* column : columns)
        table.columns.push_back({column->name, column->title, column_type(column->unit)});
    std::size_t people = 0;
    for (const auto& one : teams) {
        std::vector<Cell> row{team_cell(one.team)};
        if (mixed) row.push_back(Cell{one.team.currency});
        row.push_back(Cell{static_cast<std::int64_t>(one.people)});
        people += one.people;
        for (const auto* column : columns) {
            const auto* figure = figure_named(one, column->name);
            row.push_back(figure != nullptr ? figure_cell(figure->unit, figure->value) : Cell{});
        }
        table.rows.push_back(std::move(row));
    }
    table.footer = {Cell{say("teams.all"), "all"}};
    if (mixed) table.footer.push_back({});
    table.footer.push_back(Cell{static_cast<std::int64_t>(people)});
    for (const auto* column : columns) table.footer.push_back(figure_cell(column->unit, column->value()));
    return table;
}

std::vector<const TotalFigure*> shown_of(const std::vector<TotalFigure>& totals, auto&& belongs) {
    std::vector<const TotalFigure*> shown;
    for (const auto& total : totals) {
        if (total.shown && belongs(total.name)) shown.push_back(&total);
    }
    return shown;
}

/// The amounts, a line a currency.
void write_by_currency(Report& report, const std::vector<const TotalFigure*>& columns,
                       const std::vector<TeamSummary>& teams) {
    const auto currencies = currencies_of(teams);
    if (currencies.size() < 2) return;
    Table table{"currencies", {}, {currency_column()}, {}, {}};
    for (const auto* column : columns) {
        if (column->in_fen) table.columns.push_back({column->name, column->title, column_type(column->unit)});
    }
    if (table.columns.size() == 1) return;
    for (const auto& currency : currencies) {
        const auto totals = totals_of(teams, currency);
        std::vector<Cell> row{Cell{currency}};
        for (const auto* column : columns) {
            if (!column->in_fen) continue;
            const auto own = std::ranges::find(totals, column->name, &TotalFigure::name);
            row.push_back(own != totals.end() ? figure_cell(own->unit, own->value()) : Cell{});
        }
        table.rows.push_back(std::move(row));
    }
    report.add(Heading{2, say("teams.by_currency")});
    tell_currencies(report, currencies);
    report.add(std::move(table));
}

void write_groups(Report& report, const std::vector<TotalFigure>& totals,
                  const std::vector<TeamSummary>& teams) {
    const auto add = [&](std::string_view title, const std::vector<const TotalFigure*>& columns) {
        if (columns.empty()) return;
        report.add(Heading{2, say(title)});
        report.add(figures_by_team(std::string{title.substr(title.find('.') + 1)}, columns, teams));
    };
    for (const auto& group : figure_groups()) {
        add(group.title, shown_of(totals, [&](const std::string& name) {
                return std::ranges::find(group.metrics, name) != group.metrics.end();
            }));
    }
    add("teams.others", shown_of(totals, [](const std::string& name) {
            return std::ranges::none_of(figure_groups(), [&](const auto& group) {
                return std::ranges::find(group.metrics, name) != group.metrics.end();
            });
        }));
}

/// What a step adds: an amount, a number, or a part of its base.
std::string part_text(const TeamFigure& figure, const TeamEvidence& step) {
    const auto number = [&](Ratio value) {
        if (figure.in_fen) return to_string(Money{scaled(1, value)});
        return value.den == 1 ? std::to_string(value.num) : decimals(value, 2);
    };
    return step.base == 0 ? number(step.part) : number(step.part) + "/" + number({step.base, 1});
}

/// Every line behind every figure.
void write_evidence(Report& report, const std::vector<TeamSummary>& teams) {
    Table table{"from", {}, {team_column()}, {}, {}};
    table.columns.push_back({"metric", say("teams.figure"), ColumnType::text});
    table.columns.push_back({"date", say("summary.date"), ColumnType::date});
    table.columns.push_back({"who", say("summary.who"), ColumnType::text});
    table.columns.push_back({"part", say("teams.part"), ColumnType::text});
    table.columns.push_back({"at", say("due.column.at"), ColumnType::place});
    for (const auto& one : teams) {
        for (const auto& figure : one.figures) {
            for (const auto& step : figure.evidence) {
                const auto part = part_text(figure, step);
                table.rows.push_back({team_cell(one.team), Cell{figure.title, figure.name}, Cell{step.date},
                                      Cell{step.who}, Cell{part}, place_cell(step.at)});
            }
        }
    }
    if (table.rows.empty()) return;
    report.add(Heading{2, say("teams.from")});
    report.add(std::move(table));
}

Json figure_lines_json(const TeamFigure& figure) {
    auto list = Json::array();
    for (const auto& step : figure.evidence) list.push(place_json(step.at));
    return list;
}

/// All totals that add up, or the amounts alone.
Json amounts_json(const std::vector<TotalFigure>& totals, bool only_amounts) {
    auto all = Json::object();
    for (const auto& total : totals) {
        if (only_amounts && !total.in_fen) continue;
        if (auto value = json_of(total.value())) all.set(total.name, std::move(*value));
    }
    return all;
}

Json summary_teams_json(const TeamsPage& page, const std::vector<TotalFigure>& totals,
                        const std::vector<TeamSummary>& teams) {
    auto list = Json::array();
    std::size_t people = 0;
    for (const auto& one : teams) {
        auto metrics = Json::object();
        auto from = Json::object();
        people += one.people;
        for (const auto& figure : one.figures) {
            if (auto value = json_of(figure.value)) metrics.set(figure.name, std::move(*value));
            if (!figure.evidence.empty()) from.set(figure.name, figure_lines_json(figure));
        }
        list.push(label_json(one.team)
                      .set("currency", one.team.currency)
                      .set("people", one.people)
                      .set("metrics", std::move(metrics))
                      .set("from", std::move(from)));
    }
    auto total = Json::object().set("people", people).set("metrics", amounts_json(totals, false));
    const auto currencies = currencies_of(teams);
    if (currencies.size() > 1) {
        auto amounts = Json::object();
        for (const auto& currency : currencies)
            amounts.set(currency, amounts_json(totals_of(teams, currency), true));
        total.set("by_currency", std::move(amounts));
    }
    return page_json(page).set("teams", std::move(list)).set("total", std::move(total));
}

}  // namespace

TeamSummary summary_of_team(const rules::Context& context, const Period& period, const TeamLabel& label,
                            bool with_evidence) {
    const rules::Books books{context, period};
    const rules::Figures figures{books};
    const auto scope = rules::scope_of(figures, {});
    TeamSummary summary{label, scope.people.size(), {}};
    for (const auto& metric : figures.catalogue()) {
        TeamFigure one{
            metric.name, metric.title, metric.unit, metric.in_fen, figures.sum(metric, scope.subject), {},
            {}};
        one.value = one.sum.value(metric.unit);
        if (with_evidence) {
            for (const auto& step : figures.figure(metric, scope.subject).evidence)
                one.evidence.push_back({step.date, step.who ? context.team[step.who].name : std::string{},
                                        step.part, step.base, place_in(label, context.team, step.origin)});
        }
        summary.figures.push_back(std::move(one));
    }
    return summary;
}

Report summary_of_teams(const TeamsPage& page, const std::vector<TeamSummary>& teams) {
    Report report;
    report.name = "summary-teams";
    begin_page(report, page, say("teams.summary_title", teams.size(), page.period));
    add_until(report, page.period, page.now);
    const auto totals = totals_of(teams);
    const auto key = shown_of(totals, [](const std::string& name) {
        return std::ranges::find(key_figures, name) != key_figures.end();
    });
    report.add(figures_by_team("teams", key, teams));
    if (page.full) {
        write_by_currency(report, shown_of(totals, [](const std::string&) { return true; }), teams);
        write_groups(report, totals, teams);
        write_evidence(report, teams);
    } else {
        write_by_currency(report, key, teams);
        report.add(Paragraph{say("teams.full_figures"), Tone::muted});
    }
    std::vector<const TotalFigure*> every;
    for (const auto& total : totals) every.push_back(&total);
    report.rows = figures_by_team("teams", every, teams);
    report.rows->footer.clear();
    report.data = summary_teams_json(page, totals, teams);
    return report;
}

}  // namespace teamctl::report
