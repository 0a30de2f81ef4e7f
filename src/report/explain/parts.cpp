#include "report/explain/parts.hpp"

#include "report/explain.hpp"
#include "report/summary/page.hpp"
#include "rules/figures/books.hpp"

namespace teamctl::report {
namespace {

using rules::FundMove;

Phrase move_note(const team::Team& team, const rules::Fund& fund, const FundMove& move) {
    if (move.kind != FundMove::Kind::fine) {
        const auto* key = move.kind == FundMove::Kind::spent ? "explain.spent" : "explain.income";
        return Phrase{key, {std::string{move.record->text("for")}}};
    }
    const auto& entry = fund.fines[move.entry];
    if (entry.why == rules::Entry::Why::record)
        return rules::record_title(team.rules.records[entry.rule].record);
    const auto& name = team[*entry.record->get<team::SeriesId>("meeting")].name;
    if (entry.status == rules::Entry::Status::late) return say("evidence.late", name);
    if (entry.status == rules::Entry::Status::left_early) return say("evidence.left_early", name);
    return say("evidence.absent", name);
}

}  // namespace

Report explain_page(const rules::Context& context, const Period& period, Phrase title) {
    Report report;
    report.name = "explain";
    report.year = year_of(period.from);
    report.made = context.now.date;
    report.title = std::move(title);
    report.add(Heading{1, report.title});
    add_until(report, period, context.now);
    return report;
}

Cell place_cell(const team::Team& team, const team::Origin& origin) {
    return {file_and_line(team, origin), Tone::muted};
}

Json step_json(const team::Team& team, const Step& step, std::string note) {
    const bool placed = step.origin.file < team.files.size() && step.origin.mark.line > 0;
    return Json::object()
        .set("date", to_string(step.date))
        .set("who", id_of(team, step.who))
        .set("part", step.part)
        .set("base", step.base)
        .set("record", step.record != nullptr ? Json{step.record->spec().name} : Json{})
        .set("file", placed ? Json{team.files[step.origin.file]} : Json{})
        .set("line", placed ? Json{step.origin.mark.line} : Json{})
        .set("column", placed ? Json{step.origin.mark.column} : Json{})
        .set("note", std::move(note));
}

Table csv_columns() {
    Table table{"steps", {}, {}, {}, {}};
    table.columns = {{"date", {}, ColumnType::date},   {"who", {}, ColumnType::person},
                     {"part", {}, ColumnType::number}, {"base", {}, ColumnType::number},
                     {"record", {}, ColumnType::text}, {"file", {}, ColumnType::text},
                     {"line", {}, ColumnType::number}, {"column", {}, ColumnType::number},
                     {"note", {}, ColumnType::text}};
    return table;
}

std::vector<Cell> csv_row(const team::Team& team, const rules::Evidence& evidence,
                          std::pair<Cell, Cell> part_and_base) {
    const bool placed = evidence.origin.file < team.files.size();
    return {Cell{evidence.date},
            person_cell(team, evidence.who),
            std::move(part_and_base.first),
            std::move(part_and_base.second),
            evidence.record != nullptr ? Cell{std::string{evidence.record->spec().name}} : Cell{},
            placed ? Cell{team.files[evidence.origin.file]} : Cell{},
            Cell{std::int64_t{evidence.origin.mark.line}},
            Cell{std::int64_t{evidence.origin.mark.column}},
            Cell{evidence.note}};
}

Report explain_fund(const rules::Context& context, const Period& period, const Translator& words) {
    const auto& team = context.team;
    const rules::Books books{context, period};
    const auto& fund = books.fund();
    Report report = explain_page(context, period, say("explain.title", say("explain.fund"), period));
    report.add(Paragraph{
        say("explain.fund_sum", fund.opening, fund.from_fines, fund.other, fund.spent, fund.balance),
        Tone::strong});
    Table table{"fund", {}, {}, {}, {}};
    table.columns = {{"date", say("explain.date"), ColumnType::date},
                     {"who", say("explain.who"), ColumnType::person},
                     {"note", say("explain.note"), ColumnType::text},
                     {"amount", say("explain.counts"), ColumnType::money},
                     {"balance", say("explain.sum"), ColumnType::money},
                     {"place", say("explain.place"), ColumnType::place}};
    table.grouped_by = 0;
    table.told_at = 2;
    table.rows.push_back(
        {Cell{period.from}, {}, Cell{say("explain.opening")}, Cell{fund.opening}, Cell{fund.opening}, {}});
    report.rows = csv_columns();
    auto steps = Json::array();
    const auto add = [&](const Step& step, const Phrase& note, Money amount) {
        steps.push(step_json(team, step, words.say(note)));
        report.rows->rows.push_back(csv_row(
            team, {step.who, step.date, {0, 1}, 0, step.record, step.origin, note}, {Cell{amount}, Cell{}}));
    };
    add({period.from, {}, fund.opening, {}, nullptr, {static_cast<std::uint32_t>(team.files.size()), {}}},
        say("explain.opening"), fund.opening);
    for (const auto& move : fund.moves) {
        const auto note = move_note(team, fund, move);
        table.rows.push_back({Cell{move.date}, person_cell(team, move.who), Cell{note}, Cell{move.amount},
                              Cell{move.balance, move.balance.fen < 0 ? Tone::bad : Tone::plain},
                              place_cell(team, move.origin)});
        add({move.date, move.who, move.amount, {}, move.record, move.origin}, note, move.amount);
    }
    report.add(std::move(table));
    report.data =
        Json::object()
            .set("metric", "fund")
            .set("unit", Json{})
            .set("who", Json{})
            .set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)))
            .set("value", fund.balance)
            .set("steps", std::move(steps));
    return report;
}

}  // namespace teamctl::report
