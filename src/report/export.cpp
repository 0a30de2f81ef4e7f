#include "report/export.hpp"

#include <map>

#include "report/summary/page.hpp"
#include "rules/work/assets.hpp"
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
    bool computed = false;  ///< of the asset as records have it now
};

constexpr AssetColumn asset_columns[] = {
    {"id", [](const auto&, const auto& asset) { return Cell{asset.id}; }},
    {"name", [](const auto&, const auto& asset) { return Cell{asset.name}; }},
    {"class", [](const auto&, const auto& asset) { return text_cell(asset.asset_class); }},
    {"system", [](const auto&, const auto& asset) { return text_cell(asset.system); }},
    {"site", [](const auto&, const auto& asset) { return text_cell(asset.site); }},
    {"location", [](const auto&, const auto& asset) { return text_cell(asset.location); }},
    {"quantity", [](const auto&, const auto& asset) { return Cell{asset.quantity}; }, ColumnType::number},
    {"stock", [](const auto&, const auto& asset) { return Cell{asset.quantity}; }, ColumnType::number, true},
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
    {"counted", [](const auto&, const auto& asset) { return date_cell(asset.counted); }, ColumnType::date},
    {"note", [](const auto&, const auto& asset) { return text_cell(asset.note); }},
};

/// The lines that a metric was made of, by person; those of nobody are the team's.
using LinesByPerson = std::map<team::PersonId, Json>;
LinesByPerson lines_behind(const rules::Figures& figures, const rules::Metric& metric) {
    const auto& team = figures.books().team();
    LinesByPerson lines;
    for (const auto& step : figures.figure(metric, {}).evidence)
        lines.try_emplace(step.who, Json::array()).first->second.push(file_and_line(team, step.origin));
    return lines;
}

/// A figure with what adds up where it does not: a quotient has parts and bases, in fen where it is of money.
Json metric_line(const rules::Figures& figures, const rules::Metric& metric, const rules::Subject& subject) {
    const auto& books = figures.books();
    const auto sum = figures.sum(metric, subject);
    return Json::object()
        .set("from", to_string(books.period().from))
        .set("to", to_string(books.period().to))
        .set("who", id_of(books.team(), subject.person))
        .set("metric", metric.name)
        .set("unit", unit_name(metric.unit))
        .set("value", value_json(sum.value(metric.unit)))
        .set("part", JsonDecimal{sum.part, 6})
        .set("base", sum.base);
}

/// Everybody's figures, then the team's: a person is null there.
Json metric_lines(const rules::Figures& figures) {
    const auto& books = figures.books();
    const auto& team = books.team();
    std::vector<LinesByPerson> lines;
    for (const auto& metric : figures.catalogue()) lines.push_back(lines_behind(figures, metric));
    auto list = Json::array();
    auto people = team::everybody(team);
    people.emplace_back();
    for (const auto who : people) {
        if (who && !employed_in(team[who], books.period())) continue;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            auto line = metric_line(figures, figures.catalogue()[i], {who, {}});
            auto at = Json::array();
            for (const auto& [of, places] : lines[i]) {
                if (who && of != who) continue;
                for (const auto& place : std::get<Json::Array>(places.value())) at.push(place);
            }
            list.push(line.set("at", std::move(at)));
        }
    }
    return list;
}

Phrase key_title(const std::vector<team::KeySpec>& keys, std::string_view name) {
    for (const auto& key : keys) {
        if (key.name == name) return bilingual(key.zh, key.en);
    }
    return verbatim(std::string{name});
}

}  // namespace

Report metrics_export(const rules::Context& context, const Period& period, bool with_lines) {
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
    for (const auto who : team::everybody(team)) {
        if (!employed_in(team[who], period)) continue;
        for (const auto& metric : figures.catalogue())
            table.rows.push_back({Cell{period.from}, Cell{period.to}, person_cell(team, who),
                                  Cell{metric.title, metric.name}, Cell{std::string{unit_name(metric.unit)}},
                                  value_cell(metric, figures.value(metric, {who, {}}))});
    }
    if (with_lines) report.data = Json::object().set("metrics", metric_lines(figures));
    report.add(std::move(table));
    return report;
}

void name_team(Report& report, std::string_view list, const std::string& id) {
    const auto* members = std::get_if<Json::Object>(&report.data.value());
    if (members == nullptr) return;
    auto data = Json::object();
    for (const auto& [key, value] : *members) {
        const auto* items = std::get_if<Json::Array>(&value.value());
        if (key != list || items == nullptr) {
            data.set(key, value);
            continue;
        }
        auto named = Json::array();
        for (const auto& item : *items) {
            auto object = Json::object().set("team", id);
            if (const auto* fields = std::get_if<Json::Object>(&item.value())) {
                for (const auto& [name, field] : *fields) object.set(name, field);
            }
            named.push(std::move(object));
        }
        data.set(key, std::move(named));
    }
    report.data = std::move(data);
}

Report assets_export(const team::Team& team, Moment now) {
    Report report;
    report.name = "export";
    report.title = say("export.assets");
    report.add(Heading{1, report.title});
    Table table{"assets", {}, {}, {}, {}};
    const auto keys = team::asset_keys();
    for (const auto& column : asset_columns)
        table.columns.push_back({std::string{column.key},
                                 column.computed ? say("export.stock") : key_title(keys, column.key),
                                 column.type});
    const auto known = rules::assets_at(team, now);
    for (std::size_t i = 0; i < team.assets.size(); ++i) {
        std::vector<Cell> row;
        for (const auto& column : asset_columns)
            row.push_back(column.cell(team, column.computed ? known[i] : team.assets[i]));
        table.rows.push_back(std::move(row));
    }
    report.add(std::move(table));
    return report;
}

}  // namespace teamctl::report
