#include "report/explain.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "rules/look_back.hpp"
#include "team/metric_words.hpp"

namespace teamctl::cli {
namespace {

/// What is explained besides metrics and meters, by its names in both languages.
bool is_named(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}
bool is_fund(std::string_view name) {
    return is_named(name, {"fund", "基金", "活动基金", "团队基金"});
}
bool is_customer(std::string_view name) {
    return is_named(name, {"customer", "客户"});
}

/// `explain customer NAME`
Exit explain_one_customer(Session& session) {
    const auto query = session.argument(1);
    if (query.empty())
        return session.refuse(say("cli.missing_argument", "ID"), say("cli.see_help_of", "explain"));
    const auto loaded = session.load(rules::all_before(day_period(session.now().date)));
    if (!loaded) return Exit::files;
    const calendar::WorkingDays days{loaded->team};
    const auto report = report::explain_customer({loaded->team, days, session.now()}, query, session.words());
    if (!report) return session.refuse(say("explain.no_customer", query), say("explain.see_customers"));
    return session.emit(*report);
}

/// Whose figure; nothing where a name was not known, and then it has said so.
std::optional<rules::Subject> subject_of(const Session& session, const store::Loaded& loaded) {
    rules::Subject subject;
    const auto who = session.option("who");
    const auto unit = session.option("unit");
    if (who && unit) {
        session.refuse(say("explain.one_subject"), say("cli.see_help_of", "explain"));
        return std::nullopt;
    }
    if (who) {
        const auto person = session.person(loaded, *who);
        if (!person) return std::nullopt;
        subject.person = *person;
    }
    if (unit) {
        const auto found = session.unit(loaded, *unit);
        if (!found) return std::nullopt;
        subject.unit = *found;
    }
    return subject;
}

/// The asset of `consumption(water-1)` and 用量(总水表); any other name as it is.
std::string asset_in(const std::string& name) {
    const auto asset = team::consumption_of(name);
    return asset.empty() ? name : std::string{asset};
}

/// Assets of that id or name.
std::vector<team::AssetId> assets_named(const team::Team& team, std::string_view name) {
    std::vector<team::AssetId> found;
    for (std::size_t i = 0; i < team.assets.size(); ++i) {
        const team::AssetId id{static_cast<std::int32_t>(i)};
        if (team[id].id == name || team[id].name == name) found.push_back(id);
    }
    return found;
}

bool has_record(const team::Team& team, team::AssetId id, std::initializer_list<std::string_view> kinds) {
    return std::any_of(team.records.begin(), team.records.end(), [&](const auto& record) {
        const auto* asset =
            is_named(record.spec().name, kinds) ? record.template get<team::AssetId>("asset") : nullptr;
        return asset != nullptr && *asset == id;
    });
}

/// Whether somebody reads it as a meter.
bool is_meter(const team::Team& team, team::AssetId id) {
    return has_record(team, id, {"meter"});
}

/// Whether it is a spare part whose stock somebody keeps.
bool is_stock(const team::Team& team, team::AssetId id) {
    return team[id].min_stock || has_record(team, id, {"part_taken", "part_received", "part_counted"});
}

std::vector<NamedThing> things_of(const team::Team& team, const std::vector<team::AssetId>& assets) {
    std::vector<NamedThing> things;
    for (const auto id : assets) things.push_back({team[id].id, team[id].name});
    return things;
}

/// Of a name that is no metric: whether it is, or may be, an asset's; then it has said what to type.
std::optional<Exit> refuse_asset(const Session& session, const team::Team& team, const std::string& name) {
    const auto asked = asset_in(name);
    const bool of_use = asked != name;
    const auto known = assets_named(team, asked);
    if (known.size() > 1) return session.refuse_several(asked, things_of(team, known));
    if (known.size() == 1) {
        const auto& asset = team[known.front()];
        return session.refuse(
            say(of_use ? "explain.no_readings" : "explain.no_figures", team::asset_name(asset)),
            say("explain.see_asset", asset.id));
    }
    std::vector<team::AssetId> figures;
    for (std::size_t i = 0; i < team.assets.size(); ++i) {
        const team::AssetId id{static_cast<std::int32_t>(i)};
        if (is_meter(team, id) || (!of_use && is_stock(team, id))) figures.push_back(id);
    }
    const auto things = things_of(team, figures);
    if (of_use && !things.empty()) return session.refuse_unknown("ref.meter", asked, things);
    const auto near = things_near(asked, things);
    if (near.empty() || !session.metrics_like(team, name).empty()) return std::nullopt;
    return session.refuse(say("check.unknown_ref", say("explain.metric"), name),
                          say("check.did_you_mean", things_shown(near)));
}

/// A meter with all readings there are, so that the months before stand beside.
store::Need need_of(const team::Team& team, const std::string& name, const Period& period, Date today) {
    const bool asset = std::any_of(team.assets.begin(), team.assets.end(),
                                   [&](const auto& one) { return one.id == name || one.name == name; });
    return asset ? rules::all_before(period) : rules::look_back(team, period, period, today);
}

Exit run_explain(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto name = session.argument(0);
    if (is_customer(name)) return explain_one_customer(session);
    const auto period = session.period(session.argument(1), month_period(month_of(session.now().date)));
    if (!period) return Exit::usage;
    const auto loaded = session.load(need_of(session.rules(), asset_in(name), *period, session.now().date));
    if (!loaded) return Exit::files;
    if (name.empty()) return session.emit(report::explain_catalogue(loaded->team, session.words()));
    const calendar::WorkingDays days{loaded->team};
    const rules::Context context{loaded->team, days, session.now()};
    if (is_fund(name)) return session.emit(report::explain_fund(context, *period, session.words()));
    const bool of_somebody = session.option("who") || session.option("unit");
    auto assets = assets_named(loaded->team, asset_in(name));
    const bool of_use = asset_in(name) != name;
    std::erase_if(assets, [&](team::AssetId id) {
        return !is_meter(loaded->team, id) && (of_use || !is_stock(loaded->team, id));
    });
    if (assets.size() > 1) return session.refuse_several(name, things_of(loaded->team, assets));
    if (assets.size() == 1 && !of_somebody)
        return session.emit(is_meter(loaded->team, assets.front())
                                ? report::explain_meter(context, *period, assets.front())
                                : report::explain_stock(context, *period, assets.front()));
    if (session.metrics_like(loaded->team, name).size() != 1) {
        if (const auto exit = refuse_asset(session, loaded->team, name)) return *exit;
    }
    const auto metric = session.metric(loaded->team, name, {"fund", "customer"});
    if (!metric) return Exit::usage;
    const auto subject = subject_of(session, *loaded);
    if (!subject) return Exit::usage;
    return session.emit(report::explain_report(context, *period, *subject, *metric, session.words()));
}

}  // namespace

CommandSpec explain_command() {
    return {"explain",
            "一个数是怎么来的：背后的记录和算法；客户归谁",
            "where a figure comes from: its records and arithmetic; whose customer it is",
            {{"METRIC", false, false, "哪个指标；不写则列出全部；也可以是 fund、customer、表计、备件",
              "which metric; without one all are listed; also: fund, customer, a meter, a spare part",
              Completes::explained},
             {"PERIOD", false, false, "哪段时间，默认本月；customer 后面写编号、电话或名字",
              "a period; default: this month; after customer: an id, a telephone number or a name",
              Completes::period_or_customer}},
            {{"who", "PERSON", "这个人的", "of this person", 0, false, Completes::person},
             {"unit", "UNIT", "这个组的", "of this unit", 0, false, Completes::unit}},
            {Shape::markdown, Shape::page, Shape::data, Shape::table},
            run_explain};
}

}  // namespace teamctl::cli
