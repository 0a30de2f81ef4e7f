// A stock-take: a `part_counted` record for each row.
#include <algorithm>
#include <set>

#include "base/near.hpp"
#include "intake/cells.hpp"
#include "intake/readers.hpp"
#include "intake/register_reader.hpp"
#include "team/write_record.hpp"

namespace teamctl::intake {
namespace {

const std::vector<ColumnSpec>& stock_columns() {
    using C = CellForm;
    static const std::vector<ColumnSpec> specs{
        {"asset",
         C::code,
         {"备件编号", "编号", "资产编号", "物料编号", "物料编码", "编码", "id", "partno", "partid", "assetid",
          "code"}},
        {"name",
         C::text,
         {"备件名称", "备件", "名称", "品名", "物料名称", "资产名称", "part", "partname", "item"}},
        {"count",
         C::whole,
         {"实盘数量", "实盘数", "盘点数量", "盘点数", "实存数量", "实存", "实数", "清点数量", "数量",
          "counted", "qty", "quantity", "onhand"}},
        {"by", C::person, {"盘点人", "清点人", "点数人", "经手人", "countedby", "who"}},
        {"date", C::date, {"盘点日期", "盘点日", "盘点时间", "清点日期", "日期", "counteddate", "countedon"}},
        {"note", C::text, {"备注", "说明", "remarks", "remark", "notes"}},
    };
    return specs;
}

std::vector<NamedThing> things_of(const team::Team& team, const std::vector<const team::Asset*>& assets) {
    std::vector<NamedThing> things;
    for (const auto* asset : assets) things.push_back({asset->id, asset->name});
    if (!assets.empty()) return things;
    for (const auto& asset : team.assets) things.push_back({asset.id, asset.name});
    return things;
}

class StockTake {
  public:
    StockTake(const Request& request, const team::Team& team, Intake& intake)
        : request_{request}, team_{team}, intake_{intake} {
        for (const auto& record : team.records) {
            const auto* asset = record.is("part_counted") ? record.get<team::AssetId>("asset") : nullptr;
            if (asset != nullptr && *asset) counted_.emplace(team[*asset].id, record.date);
        }
    }

    /// Whether the row becomes a record; it has said why not.
    bool take(const Entry& entry) {
        const auto* asset = asset_of(entry);
        if (asset == nullptr) return false;
        const auto text = entry.value("date");
        const auto date = text.empty() ? std::optional{request_.today} : parse_date(text);
        if (!date || request_.today < *date) return doubt(entry, text, say("import.day_to_come"));
        if (asset->counted && *date <= *asset->counted)
            return doubt(entry, asset->id, say("import.counted_in_register", *asset->counted));
        if (!counted_.emplace(asset->id, *date).second)
            return doubt(entry, asset->id, say("import.counted_already", *date));
        std::vector<team::WrittenField> fields{{"asset", yaml::quoted_scalar(asset->id)}};
        for (const std::string_view key : {"count", "by", "note"}) {
            if (const auto at = entry.written.find(key); at != entry.written.end())
                fields.push_back({key, at->second});
        }
        intake_.records.push_back({*date, team::record_line("part_counted", fields)});
        return true;
    }

  private:
    /// The asset of the row by its id, label or name; null where none or several are meant, and it has said
    /// so.
    const team::Asset* asset_of(const Entry& entry) {
        const auto id = entry.value("asset");
        const auto name = entry.value("name");
        const auto& typed = id.empty() ? name : id;
        std::vector<const team::Asset*> found;
        for (const auto member : {&team::Asset::id, &team::Asset::label, &team::Asset::name}) {
            for (const auto& asset : team_.assets) {
                if (!typed.empty() && asset.*member == typed) found.push_back(&asset);
            }
            if (!found.empty()) break;
        }
        const bool other = found.size() == 1 && !id.empty() && !name.empty() && !found[0]->name.empty() &&
                           found[0]->name != name;
        if (other) {
            doubt(entry, id + " " + name, say("import.called_otherwise", found[0]->name));
            return nullptr;
        }
        if (found.size() == 1) return found.front();
        const auto near = things_near(typed, things_of(team_, found));
        doubt(entry, typed,
              found.size() > 1 ? say("import.several_assets", things_shown(things_of(team_, found)))
              : near.empty()   ? say("import.unknown_asset")
                               : say("import.unknown_asset_near", things_shown(near)));
        return nullptr;
    }

    bool doubt(const Entry& entry, std::string cell, Phrase why) {
        intake_.doubts.push_back({entry.row, 0, {}, std::move(cell), {}, std::move(why)});
        return false;
    }

    const Request& request_;
    const team::Team& team_;
    Intake& intake_;
    std::set<std::pair<std::string, Date>> counted_;
};

}  // namespace

// phrase keys: import.no_count
Intake read_stock(const Request& request, const team::Team& team, const calendar::WorkingDays&) {
    Intake intake;
    const auto sheet = take_sheet(request, intake);
    if (!sheet) return intake;
    RegisterReader reader{request, team, {stock_columns(), "count", false, false, "import.no_count"}, intake};
    reader.read(*sheet);
    StockTake stock{request, team, intake};
    reader.keep([&](const Entry& entry) { return stock.take(entry); });
    return intake;
}

}  // namespace teamctl::intake
