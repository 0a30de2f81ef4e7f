// Where a meter's consumption comes from: its readings, the subtraction, the months before (D4.3).
#include "report/explain.hpp"
#include "report/explain/parts.hpp"
#include "report/summary/page.hpp"
#include "rules/scope/parts.hpp"
#include "rules/work/meters.hpp"
#include "team/write_record.hpp"

namespace teamctl::report {
namespace {

using rules::ReadingStep;
using team::Decimal;
using team::Record;

Decimal value_of(const Record& record) {
    return *record.get<Decimal>("value");
}

Cell amount(Decimal value) {
    return Cell{number_text(value)};
}

/// `10233 - 9980`; what a new count began with stands alone.
Phrase subtraction(const ReadingStep& step) {
    if (step.then == nullptr) return say("explain.first_reading");
    if (step.again) return say("explain.meter_again", number_text(value_of(*step.now)));
    return say("explain.minus", number_text(value_of(*step.now)), number_text(value_of(*step.then)),
               step.then->date);
}

Table steps_of(const team::Team& team, const std::vector<ReadingStep>& steps) {
    Table table{"steps", {}, {}, {}, {}};
    table.columns = {{"date", say("explain.date"), ColumnType::date},
                     {"reading", say("explain.reading"), ColumnType::number},
                     {"note", say("explain.note"), ColumnType::text},
                     {"used", say("explain.used"), ColumnType::number},
                     {"sum", say("explain.sum"), ColumnType::number},
                     {"place", say("explain.place"), ColumnType::place}};
    for (const auto& step : steps)
        table.rows.push_back({Cell{step.now->date}, amount(value_of(*step.now)), Cell{subtraction(step)},
                              step.then != nullptr ? amount(step.used) : Cell{}, amount(step.sum),
                              place_cell(team, step.now->origin)});
    return table;
}

Cell change_of(const rules::Consumption& use) {
    const auto change = use.change();
    return change ? Cell{*change, use.jumps() ? Tone::warn : Tone::plain} : Cell{};
}

Table months_of(const std::vector<rules::MonthUse>& months, const Period& period) {
    Table table{"months", say("explain.months"), {}, {}, {}};
    table.columns = {{"month", say("explain.month"), ColumnType::text},
                     {"used", say("explain.used"), ColumnType::number},
                     {"change", say("explain.change"), ColumnType::ratio},
                     {"note", say("explain.note"), ColumnType::text}};
    for (const auto& [month, use] : months) {
        if (period.to < first_day(month) || !use.used) continue;
        table.rows.push_back({Cell{say("explain.of_month", month_period(month)), to_string(month)},
                              amount(*use.used), change_of(use),
                              use.jumps() ? Cell{say("summary.jump"), "jump", Tone::warn} : Cell{}});
    }
    return table;
}

Json optional_json(const std::optional<Decimal>& value) {
    return value ? Json{number_text(*value)} : Json{};
}

Json steps_json(const team::Team& team, const std::vector<ReadingStep>& steps) {
    auto list = Json::array();
    for (const auto& step : steps)
        list.push(
            Json::object()
                .set("date", to_string(step.now->date))
                .set("reading", number_text(value_of(*step.now)))
                .set("previous", step.then != nullptr ? Json{number_text(value_of(*step.then))} : Json{})
                .set("used", step.then != nullptr ? Json{number_text(step.used)} : Json{})
                .set("at", file_and_line(team, step.now->origin))
                .set("previous_at",
                     step.then != nullptr ? Json{file_and_line(team, step.then->origin)} : Json{}));
    return list;
}

}  // namespace

Report explain_meter(const rules::Context& context, const Period& period, team::AssetId asset) {
    const auto& team = context.team;
    const auto& meter = team[asset];
    rules::Consumption use;
    // The same stretch of the period before as the summary sets beside it.
    const auto before = rules::period_before(context.days, period, context.now).so_far();
    for (auto& one : rules::consumption(context, period, before)) {
        if (one.asset == asset) use = std::move(one);
    }
    const auto steps = rules::reading_steps(use.readings, period);
    Report report = explain_page(context, period,
                                 say("explain.title_of", say("explain.consumption"), period,
                                     meter.name.empty() ? meter.id : meter.name));
    std::vector<Phrase> parts{use.used ? say("explain.use", number_text(*use.used), meter.unit)
                                       : say("explain.no_use")};
    if (use.before) parts.push_back(say("explain.use_before", number_text(*use.before), meter.unit));
    if (use.jumps()) parts.push_back(say("summary.jump"));
    report.add(Paragraph{clauses(std::move(parts)), use.jumps() ? Tone::warn : Tone::strong});
    auto table = steps_of(team, steps);
    report.rows = table;
    if (steps.empty())
        report.add(Paragraph{say("explain.nothing"), Tone::muted});
    else
        report.add(std::move(table));
    auto months = months_of(rules::monthly_use(context, asset), period);
    if (!months.rows.empty()) report.add(std::move(months));
    report.data =
        Json::object()
            .set("asset", meter.id)
            .set("unit", meter.unit.empty() ? Json{} : Json{meter.unit})
            .set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)))
            .set("value", optional_json(use.used))
            .set("before", optional_json(use.before))
            .set("jumps", use.jumps())
            .set("steps", steps_json(team, steps));
    return report;
}

}  // namespace teamctl::report
