// One ranking over the people of several teams.
#include <algorithm>

#include "report/naming.hpp"
#include "report/summary/page.hpp"
#include "report/teams/parts.hpp"

namespace teamctl::report {
namespace {

/// So many stand on the page; all with --full and for programs.
constexpr int shown_places = 30;

/// Somebody among all.
struct Ranked {
    const TeamLabel* team;
    const TeamStanding* one;
    std::optional<int> place = {};  ///< as in rules::Standing
};

/// Of the teams with one currency where one is named. Of several currencies, sales put nobody before others.
std::vector<Ranked> rank_all(const std::vector<TeamStandings>& teams, std::string_view currency) {
    std::vector<Ranked> all;
    bool less_is_better = false;
    for (const auto& team : teams) {
        if (!currency.empty() && team.team.currency != currency) continue;
        less_is_better = less_is_better || team.less_is_better;
        for (const auto& one : team.people) all.push_back({&team.team, &one});
    }
    const bool mixed = currency.empty() && currencies_of(teams).size() > 1;
    const auto order = [&](const Ranked& a, const Ranked& b) {
        if (!mixed) return rules::compare(a.one->standing, b.one->standing, less_is_better);
        auto left = a.one->standing;
        auto right = b.one->standing;
        left.sales = right.sales = {};
        return rules::compare(left, right, less_is_better);
    };
    std::ranges::stable_sort(all, [&](const auto& a, const auto& b) { return order(a, b) > 0; });
    const auto taken = rules::places(
        all, [&](const Ranked& one) { return rules::is_ranked(one.one->standing, less_is_better); }, order);
    for (std::size_t i = 0; i < all.size(); ++i) all[i].place = taken[i];
    return all;
}

Table ranking_table(const rules::Metric& metric, const std::vector<Ranked>& all, int last_place,
                    bool everybody, bool with_currency) {
    Table table{"standings", {}, {}, {}, {}};
    const bool own = metric.name != "points" && metric.name != "sales";
    table.columns = {{"place", say("standings.place"), ColumnType::number},
                     team_column(),
                     {"who", say("standings.who"), ColumnType::person}};
    if (with_currency) table.columns.push_back(currency_column());
    if (own) table.columns.push_back({metric.name, metric.title, column_type(metric.unit)});
    table.columns.push_back({"points", say("metric.points"), ColumnType::number});
    table.columns.push_back({"sales", say("metric.sales"), ColumnType::money});
    for (const auto& ranked : all) {
        const auto& standing = ranked.one->standing;
        if (ranked.place ? *ranked.place > last_place : !everybody) continue;
        std::vector<Cell> row{ranked.place ? Cell{*ranked.place} : Cell{}, team_cell(*ranked.team),
                              Cell{verbatim(ranked.one->name), ranked.one->who}};
        if (with_currency) row.push_back(Cell{ranked.team->currency});
        if (own) row.push_back(value_cell(metric, standing.value));
        row.push_back(Cell{standing.points});
        row.push_back(Cell{standing.sales});
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// One ranking on the page, and how many more stand in it.
void add_ranking(Report& report, const rules::Metric& metric, const std::vector<Ranked>& all, bool full,
                 bool with_currency) {
    const int last = full ? static_cast<int>(all.size()) : shown_places;
    const auto& table = report.add(ranking_table(metric, all, last, false, with_currency));
    const auto beyond = static_cast<std::size_t>(
        std::ranges::count_if(all, [&](const auto& ranked) { return ranked.place && *ranked.place > last; }));
    if (table.rows.empty()) report.add(Paragraph{say("teams.nobody"), Tone::muted});
    if (beyond > 0) report.add(Paragraph{say("teams.more_people", beyond), Tone::muted});
}

Json ranking_json(const std::vector<Ranked>& all) {
    auto rows = Json::array();
    for (const auto& ranked : all) {
        const auto& standing = ranked.one->standing;
        auto from = Json::array();
        for (const auto& place : ranked.one->from) from.push(place_json(place));
        rows.push(Json::object()
                      .set("place", ranked.place ? Json{*ranked.place} : Json{})
                      .set("team", ranked.team->id)
                      .set("who", ranked.one->who)
                      .set("currency", ranked.team->currency)
                      .set("value", value_json(standing.value))
                      .set("points", standing.points)
                      .set("sales", standing.sales)
                      .set("from", std::move(from)));
    }
    return rows;
}

}  // namespace

TeamStandings standings_of_team(const rules::Context& context, const Period& period, const TeamLabel& label,
                                std::string_view by) {
    const rules::Books books{context, period};
    const rules::Figures figures{books};
    TeamStandings result;
    result.team = label;
    const auto* metric = figures.find(by);
    if (metric == nullptr) return result;
    result.knows = true;
    result.title = metric->title;
    result.unit = metric->unit;
    result.less_is_better = metric->less_is_better;
    for (auto& standing : rules::standings(figures, {}, by)) {
        const auto& person = context.team[standing.who];
        result.people.push_back({standing, person.id, person.name, {}});
    }
    // The evidence of everybody at once: that of each would be asked of all records once a person.
    for (const auto& step : figures.figure(*metric, {}).evidence) {
        if (!step.who) continue;
        const auto found = std::ranges::find_if(
            result.people, [&](const auto& one) { return one.standing.who == step.who; });
        if (found != result.people.end()) found->from.push_back(place_in(label, context.team, step.origin));
    }
    return result;
}

Report standings_of_teams(const TeamsPage& page, std::string_view by,
                          const std::vector<TeamStandings>& teams) {
    Report report;
    report.name = "standings-teams";
    begin_page(report, page, say("teams.standings_title", teams.size(), page.period));
    add_until(report, page.period, page.now);
    rules::Metric metric;
    metric.name = by;
    std::vector<Phrase> without;
    for (const auto& team : teams) {
        if (!team.knows) {
            without.push_back(verbatim(team.team.name));
            continue;
        }
        metric.title = team.title;
        metric.unit = team.unit;
    }
    const auto currencies = currencies_of(teams);
    const bool mixed = currencies.size() > 1;
    tell_currencies(report, currencies);
    std::vector<Ranked> all;
    if (mixed && metric.unit == rules::Measure::money) {
        for (const auto& currency : currencies) {
            const auto ranked = rank_all(teams, currency);
            report.add(Heading{2, verbatim(currency)});
            add_ranking(report, metric, ranked, page.full, mixed);
            all.insert(all.end(), ranked.begin(), ranked.end());
        }
    } else {
        all = rank_all(teams, {});
        add_ranking(report, metric, all, page.full, mixed);
    }
    if (!without.empty())
        report.add(Paragraph{say("teams.without_metric", metric.title, PhraseList{std::move(without)})});
    report.rows = ranking_table(metric, all, static_cast<int>(all.size()), true, mixed);
    report.data = page_json(page).set("by", by).set("standings", ranking_json(all));
    return report;
}

}  // namespace teamctl::report
