#include "report/asset.hpp"

#include "base/text.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "rules/look_back.hpp"

namespace teamctl::cli {
namespace {

/// Those of that id, else of that label, else of that name.
std::vector<team::AssetId> assets_meant(const team::Team& team, std::string_view name) {
    std::vector<team::AssetId> found;
    for (const auto member : {&team::Asset::id, &team::Asset::label, &team::Asset::name}) {
        for (std::size_t i = 0; i < team.assets.size(); ++i) {
            if (team.assets[i].*member == name) found.push_back(team::AssetId{static_cast<std::int32_t>(i)});
        }
        if (!found.empty()) break;
    }
    return found;
}

Exit run_asset(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto loaded = session.load(rules::all_before(day_period(session.now().date)));
    if (!loaded) return Exit::files;
    const calendar::WorkingDays days{loaded->team};
    const rules::Context context{loaded->team, days, session.now()};
    const std::string name = session.argument(0);
    if (name.empty())
        return session.emit(report::asset_register(
            context, {session.option("site").value_or(""), session.option("system").value_or(""),
                      session.option("class").value_or(""), session.flag("due")}));
    const auto found = assets_meant(loaded->team, name);
    if (found.empty())
        return session.refuse_unknown("ref.asset", name, loaded->names.things(team::RefKind::asset));
    if (found.size() > 1) {
        std::vector<NamedThing> things;
        for (const auto id : found) things.push_back({loaded->team[id].id, loaded->team[id].name});
        return session.refuse_several(name, things);
    }
    return session.emit(report::asset_card(context, found.front()));
}

}  // namespace

CommandSpec asset_command() {
    return {"asset",
            "设备台账：质保、年检、库存；一台设备的维修、检查和抄表",
            "the register of assets; one asset's service history and meter",
            {{"ID", false, false, "哪台：编号、标签或名称；默认全部",
              "which one: id, label or name; default: all", Completes::asset}},
            {{"site", "SITE", "只看这个地点的", "only those at this site", 0, false, Completes::asset_site},
             {"system", "SYSTEM", "只看这个系统的", "only those of this system", 0, false,
              Completes::asset_system},
             {"class", "CLASS", "只看这一类的", "only those of this class", 0, false, Completes::asset_class},
             {"due", "", "只看 30 天内要年检、到保或缺货的",
              "only those with an inspection, a warranty or stock to see to within 30 days"}},
            {Shape::markdown, Shape::page, Shape::data, Shape::table},
            run_asset};
}

}  // namespace teamctl::cli
