#include "report/standings.hpp"

#include <algorithm>
#include <utility>

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "cli/teams/teams.hpp"
#include "rules/look_back.hpp"

namespace teamctl::cli {
namespace {

/// What `--group` asks for; another word is refused.
std::optional<rules::Grouping> grouping_of(std::string_view word) {
    constexpr std::pair<std::string_view, rules::Grouping> words[]{
        {"unit", rules::Grouping::unit},      {"小组", rules::Grouping::unit},
        {"组", rules::Grouping::unit},        {"territory", rules::Grouping::territory},
        {"区域", rules::Grouping::territory}, {"片区", rules::Grouping::territory}};
    const auto* found = std::ranges::find(words, word, &std::pair<std::string_view, rules::Grouping>::first);
    return found != std::end(words) ? std::optional{found->second} : std::nullopt;
}

Exit run_standings(Session& session) {
    if (session.option("teams")) return standings_of_teams(session);
    if (const auto exit = session.enter()) return *exit;
    const auto group = session.option("group");
    const auto grouping = group ? grouping_of(*group) : std::nullopt;
    if (group && !grouping)
        return session.refuse(
            say("cli.bad_value", "group", *group),
            say("check.choose_from",
                listed({bilingual("小组（unit）", "unit"), bilingual("区域（territory）", "territory")})));
    const auto period = session.period(session.argument(0), month_period(month_of(session.now().date)));
    if (!period) return Exit::usage;
    const auto loaded = session.load(rules::look_back(session.rules(), *period, *period, session.now().date));
    if (!loaded) return Exit::files;
    rules::Subject subject;
    if (const auto name = session.option("unit")) {
        const auto unit = session.unit(*loaded, *name);
        if (!unit) return Exit::usage;
        subject.unit = *unit;
    }
    const auto by = session.metric(loaded->team, session.option("by").value_or("points"));
    if (!by) return Exit::usage;
    const calendar::WorkingDays days{loaded->team};
    return session.emit(
        report::standings_report({loaded->team, days, session.now()}, *period, subject, *by, grouping));
}

}  // namespace

CommandSpec standings_command() {
    return {
        "standings",
        "龙虎榜：按积分、业绩排名次",
        "the ranking of a period, by points and sales",
        {{"PERIOD", false, false, "哪段时间，默认本月", "a period; default: this month", Completes::period}},
        {teams_option,
         {"by", "METRIC", "先按这个指标排", "rank by this metric first", 0, false, Completes::metric},
         {"unit", "UNIT", "只看这个组", "only this unit", 0, false, Completes::unit},
         {"group", "KIND", "不排人，排小组（unit）或区域（territory）",
          "rank units (unit) or territories (territory) in place of people", 0, false, Completes::choice,
          "unit territory"},
         {"full", "", "全部列出，不限一页", "everything, not only one page"}},
        {Shape::markdown, Shape::page, Shape::data, Shape::table},
        run_standings};
}

}  // namespace teamctl::cli
