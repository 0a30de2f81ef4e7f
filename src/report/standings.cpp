#include "report/standings.hpp"

#include <algorithm>

#include "report/summary/page.hpp"
#include "rules/figures/standings.hpp"

namespace teamctl::report {
namespace {

using rules::Standing;

constexpr std::size_t least_bars = 3;

/// One row: a person, or a group of so many.
struct Place {
    Standing standing;
    Cell name;
    std::vector<team::PersonId> people;
};

/// What is ranked: its key, and the title of its column.
struct RankedKind {
    std::string_view key = "who";
    Phrase title = say("standings.who");
    bool of_people = true;
};

std::vector<Place> places_of(const rules::Figures& figures, const rules::Subject& subject,
                             std::string_view by, std::optional<rules::Grouping> grouping) {
    const auto& team = figures.books().team();
    std::vector<Place> all;
    if (!grouping) {
        for (auto& one : rules::standings(figures, subject, by))
            all.push_back({one, person_cell(team, one.who), {one.who}});
        return all;
    }
    for (auto& group : rules::group_standings(figures, subject, by, *grouping)) {
        Cell name = group.unit ? Cell{verbatim(team[group.unit].name), team[group.unit].id}
                               : Cell{verbatim(group.territory), group.territory};
        all.push_back({group.standing, std::move(name), std::move(group.people)});
    }
    return all;
}

RankedKind ranked_by(std::optional<rules::Grouping> grouping) {
    if (!grouping) return {};
    return *grouping == rules::Grouping::unit ? RankedKind{"unit", say("standings.unit"), false}
                                              : RankedKind{"territory", say("standings.territory"), false};
}

bool shown_anyway(std::string_view metric) {
    return metric == "points" || metric == "sales";
}

/// Teams that sell nothing see no column of nothing.
bool somebody_sold(const std::vector<Place>& all) {
    return std::any_of(all.begin(), all.end(), [](const auto& one) { return one.standing.sales != Money{}; });
}

/// `everybody`: also those who have nothing, as programs get them.
Table places_table(const team::Team& team, const rules::Metric& metric, const std::vector<Place>& all,
                   const RankedKind& ranked, bool everybody) {
    Table table{"standings", {}, {}, {}, {}};
    table.columns = {
        {"place", say("standings.place"), ColumnType::number},
        {std::string{ranked.key}, ranked.title, ranked.of_people ? ColumnType::person : ColumnType::text}};
    if (!ranked.of_people) table.columns.push_back({"people", say("standings.people"), ColumnType::number});
    const bool own = !shown_anyway(metric.name);
    if (own) table.columns.push_back({metric.name, metric.title, column_type(metric.unit)});
    table.columns.push_back({"points", say("metric.points"), ColumnType::number});
    const bool with_sales = metric.name == "sales" || somebody_sold(all);
    if (with_sales) table.columns.push_back({"sales", say("metric.sales"), ColumnType::money});
    table.columns.push_back({"note", {}, ColumnType::text});
    for (const auto& place : all) {
        const auto& one = place.standing;
        if (!everybody && !one.place) continue;
        const Tone tone = one.place == 1 ? Tone::strong : Tone::plain;
        Cell who = place.name;
        who.tone = tone;
        std::vector<Cell> row{one.place ? Cell{*one.place} : Cell{}, std::move(who)};
        if (!ranked.of_people) row.push_back(Cell{static_cast<std::int64_t>(place.people.size())});
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
Bars value_bars(const rules::Metric& metric, const std::vector<Place>& all) {
    Bars bars{metric.title, {}};
    Ratio largest{0, 1};
    for (const auto& place : all) {
        const auto value = rules::number(place.standing.value);
        if (value && largest < *value) largest = *value;
    }
    if (largest.num <= 0) return bars;
    for (const auto& place : all) {
        const auto& one = place.standing;
        const auto value = rules::number(one.value);
        if (!value || value->num <= 0) continue;
        bars.rows.push_back({std::get<Phrase>(place.name.value), rules::quotient(*value, largest),
                             value_phrase(metric, one.value), one.place == 1 ? Tone::good : Tone::plain});
    }
    if (bars.rows.size() < least_bars) bars.rows.clear();
    return bars;
}

/// The bars inside the rows of the table: behind the figure that ranks.
Table with_bars(Table table, const rules::Metric& metric, const std::vector<Place>& all, Bars& bars) {
    if (bars.rows.empty()) return table;
    bars.in_table = true;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (table.columns[i].id == metric.name) table.bars_at = i + 1;
    auto row = bars.rows.begin();
    for (const auto& place : all) {
        if (!place.standing.place) continue;
        const auto value = rules::number(place.standing.value);
        const bool shown = value && value->num > 0;
        table.bars.push_back(shown ? RowBar{row->share, row->tone} : RowBar{{0, 1}, Tone::plain});
        if (shown) ++row;
    }
    return table;
}

Json standings_json(const Period& period, const rules::Metric& metric, const rules::Subject& subject,
                    const team::Team& team, const std::vector<Place>& all, const RankedKind& ranked) {
    auto rows = Json::array();
    for (const auto& [one, name, people] : all) {
        auto row = Json::object();
        row.set("place", one.place ? Json{*one.place} : Json{});
        if (ranked.of_people)
            row.set("who", id_of(team, one.who));
        else
            row.set(std::string{ranked.key}, name.raw)
                .set("people", static_cast<std::int64_t>(people.size()));
        rows.push(row.set("value", value_json(one.value))
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

// phrase keys: standings.no_unit standings.no_territory
/// Who has nothing to rank by, and who is in no group.
void add_unranked(Report& report, const team::Team& team, const rules::Figures& figures,
                  const rules::Subject& subject, const std::vector<Place>& all,
                  std::optional<rules::Grouping> grouping) {
    std::vector<Phrase> none;
    for (const auto& place : all) {
        if (!place.standing.place) none.push_back(std::get<Phrase>(place.name.value));
    }
    if (!none.empty())
        report.add(Paragraph{say("standings.not_ranked", PhraseList{std::move(none)}), Tone::muted});
    if (!grouping) return;
    std::vector<Phrase> nowhere;
    for (const auto& one : rules::standings(figures, subject, "points")) {
        const bool grouped = std::ranges::any_of(all, [&](const auto& place) {
            return std::ranges::find(place.people, one.who) != place.people.end();
        });
        if (!grouped) nowhere.push_back(name_of(team, one.who));
    }
    if (nowhere.empty()) return;
    const auto* key = *grouping == rules::Grouping::unit ? "standings.no_unit" : "standings.no_territory";
    report.add(Paragraph{say(key, PhraseList{std::move(nowhere)}), Tone::muted});
}

}  // namespace

Report standings_report(const rules::Context& context, const Period& period, const rules::Subject& subject,
                        std::string_view by, std::optional<rules::Grouping> grouping) {
    const rules::Books books{context, period};
    const rules::Figures figures{books};
    const auto& metric = *figures.find(by);
    const auto all = places_of(figures, subject, by, grouping);
    const auto ranked = ranked_by(grouping);
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
    auto bars = value_bars(metric, all);
    auto table = with_bars(places_table(context.team, metric, all, ranked, false), metric, all, bars);
    if (!table.rows.empty()) report.add(std::move(table));
    report.rows = places_table(context.team, metric, all, ranked, true);
    add_unranked(report, context.team, figures, subject, all, grouping);
    if (!bars.rows.empty()) report.add(std::move(bars));
    report.data = standings_json(period, metric, subject, context.team, all, ranked);
    return report;
}

}  // namespace teamctl::report
