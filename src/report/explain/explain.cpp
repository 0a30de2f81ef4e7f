#include "report/explain.hpp"

#include <algorithm>

#include "report/explain/parts.hpp"
#include "report/summary/page.hpp"

namespace teamctl::report {
namespace {

using rules::Evidence;
using rules::Figure;
using rules::Figures;
using rules::Metric;
using rules::Subject;

/// A share of a fen stays visible: `500.004`
std::string yuan_text(Ratio fen) {
    if (fen.den == 1) return to_string(Money{fen.num});
    std::string text = decimals(rules::quotient(fen, {100, 1}), 10);
    while (text.ends_with('0')) text.pop_back();
    return text;
}

Cell part_cell(const Metric& metric, Ratio part) {
    if (metric.in_fen) {
        if (part.den == 1) return Money{part.num};
        return Cell{verbatim(yuan_text(part)), yuan_text(part)};
    }
    if (part.den == 1) return part.num;
    if (metric.unit == rules::Measure::amount) return Cell{number_text({scaled(10'000, part)})};
    return Cell{verbatim(decimals(part, 4)), decimals(part, 6)};
}

Cell base_cell(const Metric& metric, std::int64_t base) {
    return metric.in_fen ? Cell{Money{base}} : Cell{base};
}

Json part_json(const Metric& metric, Ratio part) {
    if (metric.in_fen) return yuan_text(part);
    if (part.den == 1) return part.num;
    return JsonDecimal{part, 6};
}

Json base_json(const Metric& metric, std::int64_t base) {
    if (!rules::is_mean(metric)) return {};
    return metric.in_fen ? Json{Money{base}} : Json{base};
}

ColumnType part_type(const Metric& metric) {
    return metric.in_fen ? ColumnType::money : ColumnType::number;
}

Phrase amount_text(const Cell& cell) {
    if (const auto* money = std::get_if<Money>(&cell.value)) return say("standings.value", *money);
    if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) return say("standings.value", *whole);
    if (const auto* phrase = std::get_if<Phrase>(&cell.value)) return *phrase;
    return {};
}

}  // namespace

Table steps_table(const team::Team& team, const Metric& metric, const Subject& subject, const Figure& figure,
                  std::string id) {
    Table table{std::move(id), {}, {}, {}, {}};
    table.columns.push_back({"date", say("explain.date"), ColumnType::date});
    if (!subject.person) table.columns.push_back({"who", say("explain.who"), ColumnType::person});
    table.grouped_by = 0;
    table.told_at = table.columns.size();
    table.columns.push_back({"note", say("explain.note"), ColumnType::text});
    table.columns.push_back(
        {"part", rules::is_mean(metric) ? say("explain.part") : say("explain.counts"), part_type(metric)});
    if (rules::is_mean(metric)) table.columns.push_back({"base", say("explain.base"), part_type(metric)});
    if (!rules::is_mean(metric)) table.columns.push_back({"sum", say("explain.sum"), part_type(metric)});
    table.columns.push_back({"place", say("explain.place"), ColumnType::place});
    rules::Sum sum;
    for (const auto& evidence : figure.evidence) {
        sum.add(evidence.part, evidence.base);
        std::vector<Cell> row{Cell{evidence.date}};
        if (!subject.person) row.push_back(person_cell(team, evidence.who));
        row.push_back(Cell{evidence.note});
        row.push_back(part_cell(metric, evidence.part));
        row.push_back(rules::is_mean(metric) ? base_cell(metric, evidence.base)
                                             : part_cell(metric, sum.part));
        row.push_back(place_cell(team, evidence.origin));
        table.rows.push_back(std::move(row));
    }
    table.footer.push_back(Cell{say("explain.total")});
    if (!subject.person) table.footer.emplace_back();
    table.footer.emplace_back();
    table.footer.push_back(part_cell(metric, sum.part));
    table.footer.push_back(rules::is_mean(metric) ? base_cell(metric, sum.base) : Cell{});
    table.footer.emplace_back();
    if (!rules::is_mean(metric)) table.footer.clear();
    return table;
}

Phrase arithmetic(const Metric& metric, const Figure& figure) {
    rules::Sum sum;
    for (const auto& evidence : figure.evidence) sum.add(evidence.part, evidence.base);
    const auto value = value_phrase(metric, figure.value);
    if (!rules::is_mean(metric) && figure.evidence.empty()) return say("explain.is", metric.title, value);
    if (!rules::is_mean(metric)) return say("explain.adds_up", figure.evidence.size(), metric.title, value);
    if (sum.base <= 0) return say("explain.no_base", metric.title);
    return say("explain.division", metric.title, amount_text(part_cell(metric, sum.part)),
               amount_text(base_cell(metric, sum.base)), value);
}

namespace {

Json steps_json(const team::Team& team, const Metric& metric, const Figure& figure, const Translator& words) {
    auto steps = Json::array();
    for (const auto& evidence : figure.evidence)
        steps.push(step_json(team,
                             {evidence.date, evidence.who, part_json(metric, evidence.part),
                              base_json(metric, evidence.base), evidence.record, evidence.origin},
                             words.say(evidence.note)));
    return steps;
}

/// Commission and the target's ratio rest on a metric and a line of their own.
void add_behind(Report& report, const Figures& figures, const Metric& metric, const Subject& subject) {
    const auto& team = figures.books().team();
    const auto& rule = team.rules.commission;
    if (metric.name != "commission" || !rule) return;
    const auto* on = figures.find(rule->on);
    if (on == nullptr) return;
    const auto figure = figures.figure(*on, subject);
    if (figure.evidence.empty()) return;
    report.add(Heading{2, say("explain.rests_on", on->title, value_phrase(*on, figure.value))});
    report.add(steps_table(team, *on, subject, figure, "rests_on"));
}

/// How the target line was split over people (D9.2).
void add_split(Report& report, const Figures& figures, const Metric& metric, const Subject& subject) {
    if (metric.collect_of == nullptr) return;
    const auto& team = figures.books().team();
    const auto& period = figures.books().period();
    const rules::TargetTree tree{team, "sales", period};
    const auto share = tree.of(subject);
    if (!share) return;
    report.add(Heading{2, say("explain.target", Money{share->amount})});
    const auto& line = *share->from;
    report.add(Paragraph{
        share->split ? say("explain.target_split", Money{line.amount}, file_and_line(team, line.origin))
                     : say("explain.target_written", file_and_line(team, line.origin)),
        Tone::plain});
    Table table{"split", {}, {}, {}, {}};
    table.columns = {{"who", say("explain.who"), ColumnType::person},
                     {"amount", say("explain.share"), ColumnType::money},
                     {"note", say("explain.note"), ColumnType::text},
                     {"place", say("explain.place"), ColumnType::place}};
    std::int64_t total = 0;
    for (const auto& [who, own] : rules::shares_beside(team, tree, subject)) {
        total = rules::sum(total, own.amount);
        table.rows.push_back(
            {person_cell(team, who), Cell{Money{own.amount}},
             own.split ? Cell{say("explain.split"), "split"} : Cell{say("explain.written"), "written"},
             place_cell(team, own.from->origin)});
    }
    if (table.rows.empty()) return;
    table.footer = {Cell{say("explain.total")}, Cell{Money{total}}, {}, {}};
    report.add(std::move(table));
}

Phrase title_of(const team::Team& team, const Metric& metric, const Subject& subject, const Period& period) {
    if (subject.person) return say("explain.title_of", metric.title, period, team[subject.person].name);
    if (subject.unit) return say("explain.title_of", metric.title, period, team[subject.unit].name);
    return say("explain.title", metric.title, period);
}

}  // namespace

Report explain_report(const rules::Context& context, const Period& period, const Subject& subject,
                      std::string_view name, const Translator& words) {
    const auto& team = context.team;
    const rules::Books books{context, period};
    const Figures figures{books};
    const auto& metric = *figures.find(name);
    const auto figure = figures.figure(metric, subject);
    Report report = explain_page(context, period, title_of(team, metric, subject, period));
    report.add(Paragraph{arithmetic(metric, figure), Tone::strong});
    auto table = steps_table(team, metric, subject, figure, "steps");
    if (table.rows.empty())
        report.add(Paragraph{say("explain.nothing"), Tone::muted});
    else
        report.add(table);
    add_behind(report, figures, metric, subject);
    add_split(report, figures, metric, subject);
    report.rows = csv_table(team, figure.evidence, [&](const Evidence& evidence) {
        return std::pair{part_cell(metric, evidence.part),
                         rules::is_mean(metric) ? base_cell(metric, evidence.base) : Cell{}};
    });
    report.data =
        Json::object()
            .set("metric", metric.name)
            .set("unit", subject.unit ? Json{team[subject.unit].id} : Json{})
            .set("who", id_of(team, subject.person))
            .set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)))
            .set("value", value_json(figure.value))
            .set("steps", steps_json(team, metric, figure, words));
    return report;
}

// phrase keys: explain.unit_*
Report explain_catalogue(const team::Team& team, const Translator& words) {
    Report report;
    report.name = "explain";
    report.title = say("explain.catalogue");
    report.add(Heading{1, report.title});
    Table table{"metrics", {}, {}, {}, {}};
    table.columns = {{"metric", say("explain.metric_name"), ColumnType::text},
                     {"title", say("explain.metric_title"), ColumnType::text},
                     {"unit", say("explain.metric_unit"), ColumnType::text},
                     {"records", say("explain.metric_from"), ColumnType::text}};
    auto list = Json::array();
    for (const auto& metric : rules::metrics(team)) {
        const Phrase unit{"explain.unit_" + std::string{unit_name(metric.unit)}, {}};
        table.rows.push_back({Cell{metric.name}, Cell{metric.title},
                              Cell{unit, std::string{unit_name(metric.unit)}},
                              Cell{std::string{metric.from}}});
        list.push(Json::object()
                      .set("metric", metric.name)
                      .set("title", words.say(metric.title))
                      .set("unit", unit_name(metric.unit))
                      .set("records", metric.from));
    }
    report.add(std::move(table));
    report.add(Paragraph{say("explain.also"), Tone::muted});
    report.data = Json::object().set("metrics", std::move(list));
    return report;
}

}  // namespace teamctl::report
