// How the stock of a spare part came about: what was taken, what came in, what was counted (D10.3).
#include "report/explain.hpp"
#include "report/explain/parts.hpp"
#include "rules/work/assets.hpp"

namespace teamctl::report {
namespace {

using rules::StockStep;

/// What the record says for itself, behind its kind.
Phrase stock_note(const team::Record& record) {
    const Phrase kind = bilingual(record.spec().zh, record.spec().en);
    const std::string note{record.text("note")};
    const std::string ticket{record.text("ticket")};
    std::vector<Phrase> parts{kind};
    if (!ticket.empty()) parts.push_back(verbatim(ticket));
    if (!note.empty()) parts.push_back(verbatim(note));
    return clauses(std::move(parts));
}

Table stock_table(const team::Team& team, const std::vector<StockStep>& steps, const Period& period,
                  std::int64_t opening) {
    Table table{"steps", {}, {}, {}, {}};
    table.columns = {{"date", say("explain.date"), ColumnType::date},
                     {"who", say("explain.who"), ColumnType::person},
                     {"note", say("explain.note"), ColumnType::text},
                     {"change", say("explain.counts"), ColumnType::number},
                     {"stock", say("explain.stock"), ColumnType::number},
                     {"place", say("explain.place"), ColumnType::place}};
    table.grouped_by = 0;
    table.told_at = 2;
    table.rows.push_back(
        {Cell{period.from}, {}, Cell{say("explain.stock_opening")}, Cell{}, Cell{opening}, {}});
    for (const auto& step : steps) {
        const auto& record = *step.record;
        table.rows.push_back({Cell{record.date}, person_cell(team, record.person("by")),
                              Cell{stock_note(record)}, Cell{step.change},
                              Cell{step.stock, step.stock < 0 ? Tone::bad : Tone::plain},
                              place_cell(team, record.origin)});
    }
    return table;
}

}  // namespace

Report explain_stock(const rules::Context& context, const Period& period, team::AssetId asset) {
    const auto& team = context.team;
    const auto& part = team[asset];
    const auto all = rules::stock_steps(team, context.now)[static_cast<std::size_t>(asset.index)];
    std::int64_t opening = part.quantity;
    std::int64_t stock = opening;
    std::vector<StockStep> steps;
    for (const auto& step : all) {
        if (period.to < step.record->date) break;
        stock = step.stock;
        if (step.record->date < period.from)
            opening = step.stock;
        else
            steps.push_back(step);
    }
    Report report = explain_page(context, period,
                                 say("explain.title_of", say("explain.stock"), period, asset_name(part)));
    std::int64_t out = 0;
    std::int64_t in = 0;
    std::int64_t counted = 0;
    auto list = Json::array();
    for (const auto& step : steps) {
        const auto& record = *step.record;
        (record.is("part_taken") ? out : record.is("part_received") ? in : counted) += step.change;
        list.push(step_json(team,
                            {record.date, record.person("by"), step.change, {}, step.record, record.origin},
                            std::string{record.text("note")})
                      .set("stock", step.stock));
    }
    std::vector<Phrase> parts{say("explain.stock_sum", opening, in, -out, stock)};
    if (counted != 0) parts.push_back(say("explain.stock_counted", counted));
    if (part.min_stock) parts.push_back(say("explain.stock_least", *part.min_stock));
    const bool is_short = part.min_stock && stock < *part.min_stock;
    report.add(Paragraph{clauses(std::move(parts)), is_short ? Tone::bad : Tone::strong});
    report.add(Paragraph{
        part.counted
            ? say("explain.stock_from_day", part.quantity, *part.counted, file_and_line(team, part.origin))
            : say("explain.stock_from", part.quantity, file_and_line(team, part.origin)),
        Tone::muted});
    auto table = stock_table(team, steps, period, opening);
    report.rows = table;
    report.add(std::move(table));
    report.data =
        Json::object()
            .set("asset", part.id)
            .set("metric", "stock")
            .set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)))
            .set("opening", opening)
            .set("value", stock)
            .set("steps", std::move(list));
    return report;
}

}  // namespace teamctl::report
