// The register: every asset a line.
#include "report/asset.hpp"

#include <algorithm>

#include "report/asset/parts.hpp"
#include "report/naming.hpp"
#include "rules/work/matters.hpp"

namespace teamctl::report {
namespace {

using rules::Context;
using team::Asset;
using team::AssetId;

bool wanted(const AssetQuery& query, const Asset& asset, bool waiting) {
    const auto fits = [](const std::string& asked, const std::string& value) {
        return asked.empty() || asked == value;
    };
    return fits(query.site, asset.site) && fits(query.system, asset.system) &&
           fits(query.asset_class, asset.asset_class) && (!query.due || waiting);
}

Table register_table() {
    Table table;
    table.id = "assets";
    table.columns = {{"id", say("asset.id"), ColumnType::text},
                     {"name", say("asset.name"), ColumnType::text},
                     {"class", say("asset.class"), ColumnType::text},
                     {"system", say("asset.system"), ColumnType::text},
                     {"site", say("asset.site"), ColumnType::text},
                     {"quantity", say("asset.quantity"), ColumnType::number},
                     {"warranty", say("asset.warranty"), ColumnType::text},
                     {"inspection", say("asset.inspection"), ColumnType::text},
                     {"open_tickets", say("asset.open_tickets"), ColumnType::number}};
    return table;
}

/// Columns in which no line says anything are not shown; CSV keeps them.
Table without_empty_columns(const Table& table) {
    Table kept;
    kept.id = table.id;
    kept.rows.resize(table.rows.size());
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const auto empty = [&](const auto& row) {
            return std::holds_alternative<std::monostate>(row[c].value);
        };
        if (std::all_of(table.rows.begin(), table.rows.end(), empty)) continue;
        kept.columns.push_back(table.columns[c]);
        for (std::size_t r = 0; r < table.rows.size(); ++r) kept.rows[r].push_back(table.rows[r][c]);
    }
    const auto at = [&](std::string_view id) {
        return static_cast<std::size_t>(std::ranges::find(kept.columns, id, &Column::id) -
                                        kept.columns.begin());
    };
    const std::size_t name = at("name");
    if (at("system") < kept.columns.size()) kept.grouped_by = at("system");
    kept.form = RowForm{name < kept.columns.size() ? name : 0, {}, {}, at("quantity")};
    return kept;
}

}  // namespace

Report asset_register(const Context& context, const AssetQuery& query) {
    const auto& team = context.team;
    const Date today = context.now.date;
    const auto entities = rules::entities_at(team, context.now);
    const auto open = rules::open_by_asset(team, entities);
    const auto assets = rules::assets_at(team, context.now);
    Report report;
    report.name = "asset";
    report.year = year_of(today);
    report.title = say("asset.title", team.settings.team, today);
    report.add(Heading{1, report.title});
    Table table = register_table();
    auto list = Json::array();
    std::int64_t pieces = 0;
    for (std::size_t i = 0; i < assets.size(); ++i) {
        const auto& asset = assets[i];
        if (!wanted(query, asset, rules::asset_waits(asset, today))) continue;
        pieces += asset.quantity;
        table.rows.push_back({Cell{asset.id}, text_cell(asset.name), text_cell(asset.asset_class),
                              text_cell(asset.system), text_cell(asset.site), stock_cell(asset),
                              warranty_cell(asset, today), inspection_cell(asset, today),
                              open[i] > 0 ? Cell{open[i], Tone::warn} : Cell{}});
        list.push(asset_json(team, asset, today).set("open_tickets", open[i]));
    }
    if (table.rows.empty())
        report.add(Paragraph{team.assets.empty() ? say("asset.empty") : say("asset.none"), Tone::muted});
    else
        report.add(Paragraph{say("asset.sum", table.rows.size(), pieces)});
    if (!table.rows.empty()) report.add(without_empty_columns(table));
    report.rows = std::move(table);
    report.data = Json::object().set("date", to_string(today)).set("assets", std::move(list));
    return report;
}

}  // namespace teamctl::report
