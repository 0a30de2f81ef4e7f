// The card of one asset: what it is, what it waits for, and what happened to it.
#include <algorithm>

#include "report/asset.hpp"
#include "report/asset/parts.hpp"
#include "report/naming.hpp"
#include "report/readings.hpp"
#include "rules/work/checks.hpp"
#include "rules/work/faults.hpp"
#include "rules/work/meters.hpp"
#include "team/write_record.hpp"

namespace teamctl::report {
namespace {

using rules::Context;
using team::AssetId;
using team::Record;

void add_fact(Facts& facts, std::string_view key, const std::string& text) {
    if (!text.empty()) facts.rows.push_back({say(key), Cell{text}});
}
void add_fact(Facts& facts, std::string_view key, Cell cell) {
    if (!std::holds_alternative<std::monostate>(cell.value))
        facts.rows.push_back({say(key), std::move(cell)});
}

void write_facts(Report& report, const Context& context, const team::Asset& asset, Money cost) {
    const Date today = context.now.date;
    Facts facts;
    add_fact(facts, "asset.class", asset.asset_class);
    add_fact(facts, "asset.system", asset.system);
    add_fact(facts, "asset.site", asset.site);
    add_fact(facts, "asset.location", asset.location);
    add_fact(facts, "asset.quantity", stock_cell(asset));
    add_fact(facts, "asset.maker", asset.maker);
    add_fact(facts, "asset.model", asset.model);
    add_fact(facts, "asset.serial", asset.serial);
    add_fact(facts, "asset.label", asset.label);
    add_fact(facts, "asset.owner", person_cell(context.team, asset.owner));
    if (asset.installed) add_fact(facts, "asset.installed", to_string(*asset.installed));
    add_fact(facts, "asset.warranty", warranty_cell(asset, today));
    if (asset.inspected) add_fact(facts, "asset.inspected", to_string(*asset.inspected));
    add_fact(facts, "asset.inspection", inspection_cell(asset, today));
    if (cost.fen != 0) add_fact(facts, "asset.cost", Cell{cost});
    add_fact(facts, "asset.note", asset.note);
    report.add(std::move(facts));
}

/// One line of the history.
struct Happening {
    const Record* record = nullptr;
    std::vector<Cell> cells;
    Json json;
};

// phrase keys: ticket.kind.*
Happening of_ticket(const Context& context, const rules::TicketState& state) {
    const auto& ticket = *state.ticket;
    const Record& opened = *ticket.opened;
    const std::string text{opened.text("text")};
    const std::string kind{opened.text("kind")};
    Happening made{&opened, {}, Json::object()};
    const bool closed = ticket.closed != nullptr;
    const std::string cause{closed ? ticket.closed->text("cause") : std::string_view{}};
    Phrase outcome = !closed         ? say("asset.still_open")
                     : cause.empty() ? say("asset.closed_on", to_string(ticket.closed->date))
                                     : say("asset.closed_cause", to_string(ticket.closed->date), cause);
    const Money cost = closed ? ticket.closed->money("cost") : Money{};
    made.cells = {Cell{opened.date},
                  Cell{say("ticket.kind." + kind), kind},
                  Cell{text},
                  Cell{std::move(outcome), closed ? "closed" : "open", closed ? Tone::plain : Tone::warn},
                  person_cell(context.team, ticket.handler()),
                  cost.fen != 0 ? Cell{cost} : Cell{}};
    made.json.set("date", to_string(opened.date))
        .set("kind", kind)
        .set("id", opened.text("id"))
        .set("text", text)
        .set("closed", closed ? Json{to_string(ticket.closed->date)} : Json{})
        .set("cause", text_json(cause))
        .set("who", id_of(context.team, ticket.handler()))
        .set("cost", Json{cost});
    return made;
}

Happening of_check(const Context& context, const Record& record, team::AssetId asset) {
    rules::CheckRun run;
    run.asset = asset;
    run.list = *record.get<team::ChecklistId>("list");
    run.records = {&record};
    std::vector<Phrase> wrong;
    const auto states = rules::item_states(context.team, run);
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto& item = context.team[run.list].items[i];
        if (states[i].out_of_limits)
            wrong.push_back(say("checklist.item_out", item.text, number_text(states[i].reading->value),
                                rules::spaced_unit(item)));
        else if (states[i].failed)
            wrong.push_back(say("checklist.item_failed", item.text));
    }
    const auto findings = wrong.size();
    Happening made{&record, {}, Json::object()};
    made.cells = {Cell{record.date},
                  Cell{say("asset.check"), "check"},
                  Cell{context.team[run.list].name},
                  findings == 0 ? Cell{say("asset.in_order"), "in_order"}
                                : Cell{listed(std::move(wrong)), "findings", Tone::bad},
                  person_cell(context.team, record.person("by")),
                  Cell{}};
    made.json.set("date", to_string(record.date))
        .set("kind", "check")
        .set("checklist", context.team[run.list].id)
        .set("findings", findings)
        .set("who", id_of(context.team, record.person("by")));
    return made;
}

Happening of_inspection(const Context& context, const Record& record) {
    const bool failed = record.text("result") == "failed";
    const auto* next = record.get<Date>("next");
    const Phrase result = say(failed ? "choice.failed" : "choice.passed");
    Happening made{&record, {}, Json::object()};
    made.cells = {Cell{record.date},
                  Cell{say("asset.inspection_done"), "inspection"},
                  Cell{std::string{record.text("note")}},
                  Cell{next != nullptr ? say("asset.inspected_next", result, to_string(*next)) : result,
                       failed ? "failed" : "passed", failed ? Tone::bad : Tone::plain},
                  person_cell(context.team, record.person("by")),
                  Cell{}};
    made.json.set("date", to_string(record.date))
        .set("kind", "inspection")
        .set("result", failed ? "failed" : "passed")
        .set("next", next != nullptr ? Json{to_string(*next)} : Json{})
        .set("who", id_of(context.team, record.person("by")));
    return made;
}

Happening of_stock(const Context& context, const rules::StockStep& step) {
    const auto& record = *step.record;
    const auto& kind = record.spec();
    Happening made{&record, {}, Json::object()};
    made.cells = {Cell{record.date},
                  Cell{bilingual(kind.zh, kind.en), std::string{kind.name}},
                  Cell{std::string{record.text("note")}},
                  Cell{say("asset.stock_then", record.integer("count"), step.stock),
                       std::to_string(step.stock), step.stock < 0 ? Tone::bad : Tone::plain},
                  person_cell(context.team, record.person("by")),
                  Cell{}};
    made.json.set("date", to_string(record.date))
        .set("kind", kind.name)
        .set("change", step.change)
        .set("stock", step.stock)
        .set("who", id_of(context.team, record.person("by")));
    return made;
}

Json write_history(Report& report, const Context& context, const rules::AssetLife& life,
                   team::AssetId asset) {
    std::vector<Happening> all;
    for (const auto& state : life.tickets) all.push_back(of_ticket(context, state));
    for (const auto* check : life.checks) all.push_back(of_check(context, *check, asset));
    for (const auto* one : life.inspections) all.push_back(of_inspection(context, *one));
    for (const auto& step : life.stock) all.push_back(of_stock(context, step));
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
        return std::pair{a.record->date, a.record->at} < std::pair{b.record->date, b.record->at};
    });
    Table table;
    table.id = "history";
    table.columns = {
        {"date", say("asset.date"), ColumnType::date}, {"kind", say("asset.kind"), ColumnType::text},
        {"text", say("asset.what"), ColumnType::text}, {"outcome", say("asset.outcome"), ColumnType::text},
        {"who", say("asset.who"), ColumnType::person}, {"cost", say("asset.cost"), ColumnType::money}};
    auto json = Json::array();
    for (auto& happening : all) {
        table.rows.push_back(std::move(happening.cells));
        json.push(std::move(happening.json));
    }
    report.add(Heading{2, say("asset.history")});
    if (all.empty())
        report.add(Paragraph{say("asset.no_history"), Tone::muted});
    else
        report.add(std::move(table));
    return json;
}

/// Three faults within 30 days at any time so far (teamctl-rules(7), example 16).
Json write_faults(Report& report, const Context& context, const rules::Entities& entities, AssetId asset) {
    auto json = Json::array();
    if (const auto fault = rules::repeat_fault_of(entities, asset, context.now.date)) {
        List causes;
        for (const auto* ticket : fault->tickets) {
            const auto cause = ticket->closed->text("cause");
            causes.items.push_back({say("asset.fault_on", to_string(ticket->opened->date),
                                        cause.empty() ? ticket->opened->text("text") : cause),
                                    Tone::plain,
                                    {},
                                    {}});
            json.push(ticket->opened->text("id"));
        }
        report.add(Notice{say("asset.repeat_fault", fault->tickets.size()), Tone::warn});
        report.add(std::move(causes));
    }
    return json;
}

Json number_json(const std::optional<team::Decimal>& value) {
    return value ? Json{number_text(*value)} : Json{};
}

Json write_meter(Report& report, const Context& context, AssetId asset) {
    auto json = Json::array();
    const auto months = rules::monthly_use(context, asset);
    if (months.empty()) return json;
    Table table;
    table.id = "consumption";
    table.columns = {{"month", say("asset.month"), ColumnType::text},
                     {"used", say("asset.used"), ColumnType::number},
                     {"before", say("asset.before"), ColumnType::number},
                     {"note", say("asset.note"), ColumnType::text}};
    for (const auto& [month, use] : months) {
        const auto shown = [](const auto& value) {
            return value ? Cell{verbatim(number_text(*value)), number_text(*value)} : Cell{};
        };
        Cell note;
        if (use.jumps()) note = {say("asset.jump"), "jump", Tone::warn};
        if (use.replaced) note = {say("asset.reset"), "reset", Tone::warn};
        if (use.rose) note = {say("summary.level_rose"), "rose", Tone::warn};
        table.rows.push_back({Cell{to_string(month)}, shown(use.used), shown(use.before), std::move(note)});
        json.push(Json::object()
                      .set("month", to_string(month))
                      .set("used", number_json(use.used))
                      .set("before", number_json(use.before))
                      .set("jump", use.jumps())
                      .set("reset", use.replaced));
    }
    report.add(Heading{2, context.team[asset].unit.empty()
                              ? say("asset.consumption")
                              : say("asset.consumption_in", context.team[asset].unit)});
    const auto& last = *months.back().use.readings.back();
    if (const auto value = rules::reading_of(last))
        report.add(Paragraph{say("asset.last_reading", to_string(last.date), number_text(*value))});
    report.add(std::move(table));
    return json;
}

}  // namespace

Report asset_card(const Context& context, AssetId id) {
    const auto asset = rules::assets_at(context.team, context.now)[static_cast<std::size_t>(id.index)];
    const auto entities = rules::entities_at(context.team, context.now);
    const auto life = rules::asset_life(context, entities, id);
    Report report;
    report.name = "asset";
    report.main_table = "history";
    report.year = year_of(context.now.date);
    report.title = asset.name.empty() ? verbatim(asset.id) : say("asset.name_and_id", asset.name, asset.id);
    report.add(Heading{1, report.title});
    write_facts(report, context, asset, life.cost);
    auto repeats = write_faults(report, context, entities, id);
    auto history = write_history(report, context, life, id);
    auto meter = write_meter(report, context, id);
    report.data = Json::object()
                      .set("date", to_string(context.now.date))
                      .set("asset", asset_json(context.team, asset, context.now.date))
                      .set("cost", Json{life.cost})
                      .set("history", std::move(history))
                      .set("repeat_faults", std::move(repeats))
                      .set("consumption", std::move(meter));
    return report;
}

}  // namespace teamctl::report
