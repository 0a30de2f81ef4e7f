#include "report/export.hpp"

#include "report/summary/page.hpp"
#include "team/files.hpp"
#include "team/people.hpp"
#include "team/schema.hpp"

namespace teamctl::report {
namespace {

bool employed_in(const team::Person& person, const Period& period) {
    return (!person.joined || *person.joined <= period.to) && (!person.left || period.from <= *person.left);
}

Cell date_cell(const std::optional<Date>& date) {
    return date ? Cell{*date} : Cell{};
}
Cell number_cell(const std::optional<int>& number) {
    return number ? Cell{*number} : Cell{};
}

struct AssetColumn {
    std::string_view key;
    Cell (*cell)(const team::Team&, const team::Asset&);
    ColumnType type = ColumnType::text;
};

constexpr AssetColumn asset_columns[] = {
    {"id", [](const auto&, const auto& asset) { return Cell{asset.id}; }},
    {"name", [](const auto&, const auto& asset) { return Cell{asset.name}; }},
    {"class", [](const auto&, const auto& asset) { return text_cell(asset.asset_class); }},
    {"system", [](const auto&, const auto& asset) { return text_cell(asset.system); }},
    {"site", [](const auto&, const auto& asset) { return text_cell(asset.site); }},
    {"location", [](const auto&, const auto& asset) { return text_cell(asset.location); }},
    {"quantity", [](const auto&, const auto& asset) { return Cell{asset.quantity}; }, ColumnType::number},
    {"maker", [](const auto&, const auto& asset) { return text_cell(asset.maker); }},
    {"model", [](const auto&, const auto& asset) { return text_cell(asset.model); }},
    {"serial", [](const auto&, const auto& asset) { return text_cell(asset.serial); }},
    {"label", [](const auto&, const auto& asset) { return text_cell(asset.label); }},
    {"unit", [](const auto&, const auto& asset) { return text_cell(asset.unit); }},
    {"owner",
     [](const auto& team, const auto& asset) {
         return asset.owner ? person_cell(team, asset.owner) : Cell{};
     },
     ColumnType::person},
    {"installed", [](const auto&, const auto& asset) { return date_cell(asset.installed); },
     ColumnType::date},
    {"warranty", [](const auto&, const auto& asset) { return date_cell(asset.warranty); }, ColumnType::date},
    {"inspect_every", [](const auto&, const auto& asset) { return number_cell(asset.inspect_every_months); },
     ColumnType::number},
    {"inspected", [](const auto&, const auto& asset) { return date_cell(asset.inspected); },
     ColumnType::date},
    {"min_stock", [](const auto&, const auto& asset) { return number_cell(asset.min_stock); },
     ColumnType::number},
    {"note", [](const auto&, const auto& asset) { return text_cell(asset.note); }},
};

Phrase key_title(const std::vector<team::KeySpec>& keys, std::string_view name) {
    for (const auto& key : keys) {
        if (key.name == name) return bilingual(key.zh, key.en);
    }
    return verbatim(std::string{name});
}

}  // namespace

Report metrics_export(const rules::Context& context, const Period& period) {
    const rules::Books books{context, period};
    const rules::Figures figures{books};
    Report report;
    report.name = "export";
    report.title = say("export.metrics", period);
    report.add(Heading{1, report.title});
    Table table{"metrics", {}, {}, {}, {}};
    table.columns = {
        {"from", say("export.from"), ColumnType::date}, {"to", say("export.to"), ColumnType::date},
        {"who", say("export.who"), ColumnType::person}, {"metric", say("explain.metric"), ColumnType::text},
        {"unit", say("export.unit"), ColumnType::text}, {"value", say("export.value"), ColumnType::number}};
    const auto& team = context.team;
    auto list = Json::array();  // with values as programs read them: numbers stay numbers
    for (const auto who : team::everybody(team)) {
        if (!employed_in(team[who], period)) continue;
        for (const auto& metric : figures.catalogue()) {
            rules::Subject subject;
            subject.person = who;
            table.rows.push_back({Cell{period.from}, Cell{period.to}, person_cell(team, who),
                                  Cell{metric.title, metric.name}, Cell{std::string{unit_name(metric.unit)}},
                                  value_cell(metric, figures.value(metric, subject))});
            list.push(Json::object()
                          .set("from", to_string(period.from))
                          .set("to", to_string(period.to))
                          .set("who", team[who].id)
                          .set("metric", metric.name)
                          .set("unit", unit_name(metric.unit))
                          .set("value", value_json(figures.value(metric, subject))));
        }
    }
    report.data = Json::object().set("metrics", std::move(list));
    report.add(std::move(table));
    return report;
}

Report assets_export(const team::Team& team) {
    Report report;
    report.name = "export";
    report.title = say("export.assets");
    report.add(Heading{1, report.title});
    Table table{"assets", {}, {}, {}, {}};
    const auto keys = team::asset_keys();
    for (const auto& column : asset_columns)
        table.columns.push_back({std::string{column.key}, key_title(keys, column.key), column.type});
    for (const auto& asset : team.assets) {
        std::vector<Cell> row;
        for (const auto& column : asset_columns) row.push_back(column.cell(team, asset));
        table.rows.push_back(std::move(row));
    }
    report.add(std::move(table));
    return report;
}

}  // namespace teamctl::report
