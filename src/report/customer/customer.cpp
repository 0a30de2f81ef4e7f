#include "report/customer.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "report/naming.hpp"
#include "team/record.hpp"

namespace teamctl::report {
namespace {

using rules::Customer;
using rules::CustomerLine;

Phrase title_of_field(std::string_view key) {
    const auto& spec = team::record_spec("customer");
    const auto& field = spec.fields[static_cast<std::size_t>(spec.field(key))];
    return bilingual(team::title_of(field.zh), team::title_of(field.en));
}

Cell day_cell(const std::optional<Date>& date, Tone tone = Tone::plain) {
    return date ? Cell{*date, tone} : Cell{};
}
std::optional<Date> last_contact(const Customer& customer) {
    return customer.contacts.empty() ? std::nullopt : std::optional{customer.last};
}
std::optional<Date> closed_on(const Customer& customer) {
    return customer.closed != nullptr ? std::optional{customer.closed->date} : std::nullopt;
}
std::optional<Date> renewal_of(const Customer& customer) {
    const auto* renew = customer.opened->get<Date>("renew_on");
    return renew != nullptr ? std::optional{*renew} : std::nullopt;
}

// phrase keys: export.stage_*
Cell stage_cell(const Customer& customer) {
    const std::string stage{rules::stage_of(customer)};
    return {Phrase{"export.stage_" + stage, {}}, stage,
            customer.closed != nullptr ? Tone::muted : Tone::plain};
}
/// Of a registration that came later than another one of the same customer, that it does not count (D13.1).
Cell stage_cell(const CustomerLine& line) {
    const auto cell = stage_cell(*line.customer);
    if (line.first == nullptr) return cell;
    return {say("customer.again", std::get<Phrase>(cell.value), line.first->text("id")), cell.raw,
            Tone::warn};
}
Cell owner_cell(const team::Team& team, const Customer& customer) {
    return customer.owner ? person_cell(team, customer.owner) : Cell{};
}

/// The columns that `import customers` reads.
Table whole_table(bool phones) {
    Table table{"customers", {}, {}, {}, {}};
    const auto add = [&](std::string_view key, Phrase title, ColumnType type = ColumnType::text) {
        table.columns.push_back({std::string{key}, std::move(title), type});
    };
    add("id", title_of_field("id"));
    add("name", title_of_field("name"));
    if (phones) add("phone", title_of_field("phone"));
    add("channel", title_of_field("channel"));
    add("owner", title_of_field("owner"), ColumnType::person);
    add("stage", say("export.stage"));
    add("need", title_of_field("need"));
    add("territory", title_of_field("territory"));
    add("date", say("export.registered"), ColumnType::date);
    add("last", say("export.last_contact"), ColumnType::date);
    add("next", title_of_field("next"), ColumnType::date);
    add("closed", say("export.closed"), ColumnType::date);
    add("renew_on", title_of_field("renew_on"), ColumnType::date);
    add("note", title_of_field("note"));
    return table;
}

std::vector<Cell> whole_row(const team::Team& team, const Customer& customer, const std::optional<Date>& next,
                            std::string_view territory, bool phones) {
    const auto& record = *customer.opened;
    const auto text = [&](std::string_view key) { return text_cell(std::string{record.text(key)}); };
    std::vector<Cell> row{text("id"), text("name")};
    if (phones) row.push_back(text("phone"));
    row.push_back(text("channel"));
    row.push_back(owner_cell(team, customer));
    row.push_back(stage_cell(customer));
    row.push_back(text("need"));
    row.push_back(text_cell(std::string{territory}));
    row.push_back(Cell{record.date});
    row.push_back(day_cell(last_contact(customer)));
    row.push_back(day_cell(next));
    row.push_back(day_cell(closed_on(customer)));
    row.push_back(day_cell(renewal_of(customer)));
    row.push_back(text("note"));
    return row;
}

bool has_namesakes(const std::vector<CustomerLine>& lines) {
    std::set<std::string_view> names;
    return std::ranges::any_of(lines, [&](const CustomerLine& line) {
        return !names.insert(line.customer->opened->text("name")).second;
    });
}

/// What a reader looks for first; columns in which nothing stands are left out.
Table short_table(const team::Team& team, const std::vector<CustomerLine>& lines, bool phones) {
    Table table{"customers", {}, {}, {}, {}};
    table.columns = {{"name", say("customer.name"), ColumnType::text},
                     {"owner", say("customer.owner"), ColumnType::person},
                     {"stage", say("export.stage"), ColumnType::text},
                     {"territory", say("customer.area"), ColumnType::text},
                     {"last", say("export.last_contact"), ColumnType::date},
                     {"next", say("customer.next"), ColumnType::date}};
    table.form = RowForm{0, 2, 1, 4};
    // Who is known by a name that no other has is asked for by it.
    const bool ids = has_namesakes(lines);
    if (ids) table.columns.push_back({"id", say("customer.id"), ColumnType::text});
    if (phones) table.columns.push_back({"phone", say("customer.phone"), ColumnType::text});
    for (const auto& line : lines) {
        const auto& customer = *line.customer;
        const auto text = [&](std::string_view key) {
            return text_cell(std::string{customer.opened->text(key)});
        };
        table.rows.push_back({text("name"), owner_cell(team, customer), stage_cell(line),
                              text_cell(std::string{rules::territory_of(team, customer)}),
                              day_cell(last_contact(customer)),
                              day_cell(line.due, line.overdue > 0 ? Tone::bad : Tone::plain)});
        if (ids) table.rows.back().push_back(text("id"));
        if (phones) table.rows.back().push_back(text("phone"));
    }
    return table;
}

Json line_json(const team::Team& team, const CustomerLine& line, bool phones) {
    const auto& customer = *line.customer;
    const auto& record = *customer.opened;
    auto json = Json::object();
    json.set("id", record.text("id")).set("name", record.text("name"));
    if (phones) json.set("phone", text_json(record.text("phone")));
    json.set("channel", text_json(record.text("channel")))
        .set("owner", id_of(team, customer.owner))
        .set("stage", rules::stage_of(customer))
        .set("need", text_json(record.text("need")))
        .set("territory", text_json(rules::territory_of(team, customer)))
        .set("date", to_string(record.date))
        .set("last", date_json(last_contact(customer)))
        .set("next", date_json(line.due))
        .set("overdue_days", std::int64_t{line.overdue})
        .set("closed", date_json(closed_on(customer)))
        .set("renew_on", date_json(renewal_of(customer)))
        .set("note", text_json(record.text("note")))
        .set("registered_first", line.first != nullptr ? Json{line.first->text("id")} : Json{});
    return json;
}

/// How many stand where.
struct Counts {
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    std::int64_t again = 0;  ///< registered before, and counted there
    std::map<std::string_view, std::int64_t> stages;
};

Counts counts_of(const std::vector<CustomerLine>& lines) {
    Counts counts;
    for (const auto& line : lines) {
        if (line.first != nullptr) {
            ++counts.again;
            continue;
        }
        ++counts.stages[rules::stage_of(*line.customer)];
        if (line.customer->closed == nullptr) ++counts.open;
        if (line.overdue > 0) ++counts.overdue;
    }
    return counts;
}

Phrase sum_of(const Counts& counts, std::size_t all) {
    std::vector<Phrase> parts{
        say("customer.sum", static_cast<std::int64_t>(all) - counts.again, counts.open)};
    if (counts.overdue > 0) parts.push_back(say("customer.overdue", counts.overdue));
    for (const auto* stage : {"won", "lost", "invalid"}) {
        const auto found = counts.stages.find(stage);
        if (found != counts.stages.end())
            parts.push_back(
                say("customer.of_stage", Phrase{"export.stage_" + std::string{stage}, {}}, found->second));
    }
    if (counts.again > 0) parts.push_back(say("customer.counted_once", counts.again));
    return clauses(std::move(parts));
}

Json counts_json(const Counts& counts) {
    auto json = Json::object();
    json.set("open", counts.open).set("overdue", counts.overdue).set("again", counts.again);
    for (const auto* stage : {"new", "contacted", "won", "lost", "invalid"}) {
        const auto found = counts.stages.find(stage);
        json.set(stage, found != counts.stages.end() ? found->second : std::int64_t{0});
    }
    return json;
}

}  // namespace

Report customer_list(const rules::Context& context, const rules::Entities& entities,
                     const rules::CustomerQuery& query, bool phones) {
    const auto& team = context.team;
    const auto lines = rules::customer_lines(context, entities, query);
    const auto counts = counts_of(lines);
    Report report;
    report.name = "customer";
    report.year = year_of(context.now.date);
    report.title = say("customer.title", team.settings.team);
    report.add(Heading{1, report.title});
    report.add(Paragraph{entities.customers.size() == 0 ? say("customer.none_yet")
                         : lines.empty()                ? say("customer.none")
                                                        : sum_of(counts, lines.size())});
    if (!lines.empty()) report.add(short_table(team, lines, phones));
    report.rows = whole_table(phones);
    auto list = Json::array();
    for (const auto& line : lines) {
        report.rows->rows.push_back(
            whole_row(team, *line.customer, line.due, rules::territory_of(team, *line.customer), phones));
        list.push(line_json(team, line, phones));
    }
    report.data = Json::object()
                      .set("date", to_string(context.now.date))
                      .set("customers", std::move(list))
                      .set("counts", counts_json(counts));
    return report;
}

Report customers_export(const rules::Context& context, bool phones) {
    const auto& team = context.team;
    const auto entities = rules::entities_at(team, context.now);
    Report report;
    report.name = "export";
    report.title = say("export.customers");
    report.add(Heading{1, report.title});
    Table table = whole_table(phones);
    for (const auto& customer : entities.customers)
        table.rows.push_back(whole_row(team, customer, rules::contact_due(team.rules, customer),
                                       customer.opened->text("territory"), phones));
    report.add(std::move(table));
    return report;
}

}  // namespace teamctl::report
