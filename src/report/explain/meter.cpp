// Where a meter's consumption comes from: its readings, the subtraction, the months before (D4.3).
#include "report/explain.hpp"
#include "report/explain/parts.hpp"
#include "report/summary/page.hpp"
#include "rules/scope/parts.hpp"
#include "rules/work/meters.hpp"
#include "team/metric_words.hpp"
#include "team/write_record.hpp"

namespace teamctl::report {
namespace {

using rules::ReadingStep;
using team::Decimal;

Cell amount(Decimal value) {
    return Cell{number_text(value)};
}

Cell amount(const std::optional<Decimal>& value) {
    return value ? amount(*value) : Cell{};
}

bool is_mistake(const ReadingStep& step) {
    return step.how == ReadingStep::How::rose || step.how == ReadingStep::How::backwards;
}

Table steps_of(const team::Team& team, const std::vector<ReadingStep>& steps, bool tank) {
    Table table{"steps", {}, {}, {}, {}};
    table.columns = {{"date", say("explain.date"), ColumnType::date},
                     {"reading", say(tank ? "explain.level" : "explain.reading"), ColumnType::number},
                     {"note", say("explain.note"), ColumnType::text},
                     {"used", say("explain.used"), ColumnType::number},
                     {"sum", say("explain.sum"), ColumnType::number},
                     {"place", say("explain.place"), ColumnType::place}};
    table.grouped_by = 0;
    table.told_at = 2;
    for (const auto& step : steps) {
        const Tone tone = is_mistake(step) ? Tone::warn : Tone::plain;
        table.rows.push_back({Cell{step.now->date}, amount(rules::reading_of(*step.now)),
                              Cell{rules::how_counted(step), {}, tone}, amount(step.used), amount(step.sum),
                              place_cell(team, step.now->origin)});
    }
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
    for (const auto& step : steps) {
        const bool against = step.then != nullptr;
        auto entry = Json::object();
        entry.set("date", to_string(step.now->date))
            .set("reading", optional_json(rules::reading_of(*step.now)))
            .set("previous", against ? optional_json(rules::reading_of(*step.then)) : Json{})
            .set("used", against ? Json{number_text(step.used.value_or(Decimal{}))} : Json{})
            .set("at", file_and_line(team, step.now->origin))
            .set("previous_at", against ? Json{file_and_line(team, step.then->origin)} : Json{});
        if (step.tank) entry.set("refilled", number_text(rules::refill_of(*step.now)));
        list.push(std::move(entry));
    }
    return list;
}

/// What is to be used at most or at least in just this period, where targets say so.
void add_target(Report& report, const team::Team& team, const Period& period, const rules::Consumption& use) {
    const auto& meter = team[use.asset];
    const auto share = rules::target_of(team, team::consumption_metric(meter.id), period, {});
    if (!share || share->amount <= 0) return;
    const bool at_most = share->from->at_most;
    const Decimal target{rules::product(100, {share->amount, 1}).num};
    const auto used = use.used.value_or(Decimal{});
    const bool bad = at_most && target < used;
    report.add(
        Paragraph{say(at_most ? "explain.use_limit" : "explain.use_target", number_text(target), meter.unit,
                      Ratio{used.units, target.units}, file_and_line(team, share->from->origin)),
                  bad ? Tone::bad : Tone::plain});
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
    if (!use.asset) use.asset = asset;
    const auto steps = rules::reading_steps(team, use, period);
    Report report = explain_page(context, period,
                                 say("explain.title_of", say("explain.consumption"), period,
                                     meter.name.empty() ? meter.id : meter.name));
    std::vector<Phrase> parts{use.used ? say("explain.use", number_text(*use.used), meter.unit)
                                       : say("explain.no_use")};
    if (use.before) parts.push_back(say("explain.use_before", number_text(*use.before), meter.unit));
    if (use.refilled.units != 0)
        parts.push_back(say("explain.refilled", number_text(use.refilled), meter.unit));
    if (use.jumps()) parts.push_back(say("summary.jump"));
    report.add(Paragraph{clauses(std::move(parts)), use.jumps() ? Tone::warn : Tone::strong});
    add_target(report, team, period, use);
    auto table = steps_of(team, steps, meter.tank);
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
            .set("refilled", meter.tank ? Json{number_text(use.refilled)} : Json{})
            .set("jumps", use.jumps())
            .set("steps", steps_json(team, steps));
    return report;
}

}  // namespace teamctl::report
