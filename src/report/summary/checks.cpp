// Inspections and meters of a summary (D4.2, D4.3, D6.3).
#include <algorithm>

#include "report/readings.hpp"
#include "report/summary/page.hpp"
#include "rules/scope/checks.hpp"
#include "team/write_record.hpp"

namespace teamctl::report {
namespace {

using rules::CheckRun;
using rules::FoundItem;

/// As many findings are told one by one; more are counted by item and asset.
constexpr std::size_t findings_shown = 15;

/// `开门检查`, `变配电室日检（1号变压器）`
Phrase run_title(const SummaryPage& page, const CheckRun& run) {
    const auto& name = page.team()[run.list].name;
    if (!run.asset) return verbatim(name);
    return say("summary.check_of", name, asset_name(page.team()[run.asset]));
}

/// `11月3日（1号变压器）`
Phrase missed_on(const SummaryPage& page, const CheckRun& run) {
    if (run.asset) return say("summary.missed_of", run.due, asset_name(page.team()[run.asset]));
    return say("summary.missed_on", run.due);
}

Cell reading_cell(const FoundItem& found) {
    const auto* reading = found.state.found_as;
    if (reading == nullptr) return {say("summary.failed"), "failed", Tone::warn};
    return {say("summary.reading_of", number_text(reading->value), rules::spaced_unit(*found.item),
                limits(*found.item)),
            number_text(reading->value), Tone::warn};
}

Table each_finding(const SummaryPage& page, const std::vector<FoundItem>& all) {
    Table table{"findings", say("summary.findings"), {}, {}, {}};
    table.columns = {{"date", say("summary.date"), ColumnType::date},
                     {"list", say("summary.checklist"), ColumnType::text},
                     {"item", say("summary.item"), ColumnType::text},
                     {"reading", say("summary.reading"), ColumnType::text},
                     {"by", say("summary.by"), ColumnType::person}};
    for (const auto& found : all)
        table.rows.push_back({Cell{found.state.found_in->date}, Cell{run_title(page, *found.run)},
                              Cell{found.item->text}, reading_cell(found),
                              person_cell(page.team(), found.state.found_in->person("by"))});
    return table;
}

/// Many findings: a row an item and asset, the most frequent first, told with the last of them.
void add_grouped_findings(SummaryPage& page, const std::vector<FoundItem>& all) {
    const auto order = rules::grouped(all);
    Table table{"findings", say("summary.findings"), {}, {}, {}};
    table.columns = {{"list", say("summary.checklist"), ColumnType::text},
                     {"item", say("summary.item"), ColumnType::text},
                     {"times", say("summary.times"), ColumnType::number},
                     {"last", say("summary.last_time"), ColumnType::date},
                     {"reading", say("summary.reading"), ColumnType::text}};
    for (const auto& group : order) {
        if (table.rows.size() == findings_shown) break;
        table.rows.push_back({Cell{run_title(page, *group.last->run)}, Cell{group.last->item->text},
                              Cell{group.times}, Cell{group.last->state.found_in->date},
                              reading_cell(*group.last)});
    }
    const auto rest = order.size() - table.rows.size();
    page.report.add(std::move(table));
    if (rest > 0) page.report.add(Paragraph{say("summary.more_findings", std::int64_t(rest)), Tone::muted});
}

void add_findings(SummaryPage& page, const std::vector<CheckRun>& runs) {
    const auto all = rules::items_found(page.team(), runs);
    if (all.size() > findings_shown)
        add_grouped_findings(page, all);
    else if (!all.empty())
        page.report.add(each_finding(page, all));
}

Cell used_cell(const std::optional<team::Decimal>& used, const std::string& unit) {
    if (!used) return {};
    return {say("summary.used", number_text(*used), unit), number_text(*used)};
}

Cell meter_note(const rules::Consumption& meter) {
    if (meter.rose) return Cell{say("summary.level_rose"), "rose", Tone::warn};
    if (!meter.used) return Cell{say("summary.first_reading"), "first"};
    if (meter.replaced) return Cell{say("summary.meter_reset"), "reset", Tone::warn};
    if (meter.jumps()) return Cell{say("summary.jump"), "jump", Tone::warn};
    return {};
}

/// Without columns for the period before and for notes where no meter has any.
Table meter_table(const SummaryPage& page, const std::vector<rules::Consumption>& meters) {
    const bool compared =
        std::ranges::any_of(meters, [](const auto& meter) { return meter.before.has_value(); });
    const bool noted = std::ranges::any_of(meters, [](const auto& meter) {
        return !meter.used || meter.rose || meter.replaced || meter.jumps();
    });
    const bool refilled =
        std::ranges::any_of(meters, [](const auto& meter) { return meter.refilled.units != 0; });
    Table table{"meters", {}, {}, {}, {}};
    table.columns = {{"meter", say("summary.meter"), ColumnType::text},
                     {"used", say("summary.consumed"), ColumnType::number}};
    if (refilled) table.columns.push_back({"refilled", say("summary.refilled"), ColumnType::number});
    if (compared) {
        table.columns.push_back({"before", say("summary.period_before"), ColumnType::number});
        table.columns.push_back({"change", say("summary.change"), ColumnType::ratio});
    }
    if (noted) table.columns.push_back({"note", say("summary.note"), ColumnType::text});
    for (const auto& meter : meters) {
        const auto& unit = page.team()[meter.asset].unit;
        table.rows.push_back(
            {Cell{verbatim(asset_name(page.team()[meter.asset])), page.team()[meter.asset].id},
             used_cell(meter.used, unit)});
        if (refilled)
            table.rows.back().push_back(meter.refilled.units != 0 ? used_cell(meter.refilled, unit) : Cell{});
        if (compared) {
            Cell change;
            if (const auto part = meter.change()) change = {*part, meter.jumps() ? Tone::warn : Tone::plain};
            table.rows.back().push_back(used_cell(meter.before, unit));
            table.rows.back().push_back(std::move(change));
        }
        if (noted) table.rows.back().push_back(meter_note(meter));
    }
    return table;
}

/// Consumption over the period's parts, of one meter; from reading to reading.
void add_meter_chart(SummaryPage& page, const rules::Consumption& meter) {
    const auto& asset = page.team()[meter.asset];
    Chart chart{say("summary.chart_meter", asset_name(page.team()[meter.asset]), asset.unit),
                {},
                {{say("summary.consumed"), {}}}};
    for (const auto& part : rules::parts_of(page)) {
        const auto used = rules::used_in(page.team(), meter, part);
        if (!used) continue;
        chart.points.push_back(part_point(page, part));
        chart.lines[0].values.emplace_back(scaled(1, {used->units, 10'000}));
    }
    if (chart.points.size() >= 4) page.report.add(std::move(chart));
}

}  // namespace

void summary_checks(SummaryPage& page) {
    const auto title = say("summary.checks");
    const auto runs = rules::due_runs(page);
    if (runs.empty()) {
        if (!page.team().checklists.empty()) page.nothing(title);
        return;
    }
    page.section(title);
    Table table{"checks", {}, {}, {}, {}};
    table.columns = {{"list", say("summary.checklist"), ColumnType::text},
                     {"due", say("summary.check_due"), ColumnType::number},
                     {"done", say("summary.check_done"), ColumnType::number},
                     {"late", say("summary.check_late"), ColumnType::number},
                     {"missed", say("summary.check_missed"), ColumnType::number},
                     {"findings", say("summary.check_findings"), ColumnType::number}};
    List missed;
    for (const auto& count : rules::count_runs(page.team(), runs)) {
        const auto& list = page.team()[count.list];
        const auto number = [](std::int64_t n) { return Cell{n, n > 0 ? Tone::warn : Tone::muted}; };
        const auto times = static_cast<std::int64_t>(count.missed.size());
        table.rows.push_back({Cell{verbatim(list.name), list.id}, Cell{count.due}, Cell{count.done},
                              number(count.late), number(times), number(count.findings)});
        std::vector<Phrase> days;
        for (const auto* run : count.missed) days.push_back(missed_on(page, *run));
        if (!days.empty())
            missed.items.push_back(
                {say("summary.missed_list", list.name, first_of(std::move(days))), {}, {}, {}});
    }
    page.report.add(std::move(table));
    if (!missed.items.empty()) page.report.add(std::move(missed));
    add_findings(page, runs);
}

Json summary_findings_data(const SummaryPage& page) {
    const auto runs = rules::due_runs(page);
    auto list = Json::array();
    for (const auto& found : rules::items_found(page.team(), runs)) {
        const auto& run = *found.run;
        const auto* reading = found.state.found_as;
        const auto& record = *found.state.found_in;
        list.push(Json::object()
                      .set("date", to_string(record.date))
                      .set("checklist", page.team()[run.list].id)
                      .set("asset", run.asset ? Json{page.team()[run.asset].id} : Json{})
                      .set("item", rules::item_key(*found.item))
                      .set("reading", reading != nullptr ? Json{number_text(reading->value)} : Json{})
                      .set("by", id_of(page.team(), record.person("by")))
                      .set("at", file_and_line(page.team(), record.origin)));
    }
    return list;
}

void summary_meters(SummaryPage& page) {
    if (!page.subject.is_team()) return;
    const auto context = page.at_end();
    const auto meters = rules::consumption(context, page.books.period(), page.before_period);
    if (meters.empty()) return;
    page.section(say("summary.meters"));
    page.report.add(meter_table(page, meters));
    for (const auto& meter : meters) add_meter_chart(page, meter);
}

}  // namespace teamctl::report
