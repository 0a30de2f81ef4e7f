#include "report/checklist.hpp"

#include <doctest/doctest.h>

#include "../yaml_team.hpp"

using namespace teamctl;
using test::contains;

namespace {

test::Files power_station() {
    return {
        {"teamctl.yaml", "team: 机电组\n"},
        {"roster.yaml",
         "people:\n  - {id: wang, name: 王工, skills: [electrician]}\n  - {id: li, name: 李工}\n"},
        {"rotas/duty.yaml", "name: 值班\nwhen: {every: day}\nroles:\n  duty: {who: all}\n"},
        {"assets/power.yaml",
         "- {id: tx-1, name: 1号变压器, class: power}\n- {id: tx-2, name: 2号变压器, class: power}\n"
         "- {id: lift-1, name: 客梯, class: lift}\n"},
        {"checklists/power.yaml",
         "name: 变配电日检\nwhen: {every: day}\nwho: {skill: electrician}\ndue: \"10:00\"\n"
         "assets: {class: power}\nordered: true\nitems:\n  - 指示灯正常\n"
         "  - {id: oil, text: 油温, unit: °C, min: 0, max: 85}\n"},
        {"checklists/open.yaml", "name: 开门\nwhen: {every: day}\nduty: duty\nitems: [开灯]\n"},
        {"checklists/end.yaml", "name: 月末\nwhen: {every: month, window: last 5 workdays}\nitems: [交表]\n"},
        {"plans/2026-11.yaml", "- {date: 2026-11-24, series: duty, duty: li}\n"}};
}

Report of(const team::Team& team, std::string_view period, std::string_view now) {
    const calendar::WorkingDays days{team};
    return report::checklist_report(team, days, *parse_period(period, test::day("2026-11-24")),
                                    test::moment(now), {});
}

}  // namespace

TEST_CASE("a checklist runs once for each matching asset (D6.3)") {
    const auto text = test::shown(of(test::team_of(power_station()), "2026-11-24", "2026-11-24T08:00"));
    CHECK(contains(text, "■ 变配电日检：1号变压器"));
    CHECK(contains(text, "■ 变配电日检：2号变压器"));
    CHECK_FALSE(contains(text, "客梯"));
    CHECK(contains(text, "11月24日 周二 10:00 前；王工；待做"));
    CHECK(contains(text, "[ ] 油温（0～85 °C）"));
    CHECK(contains(text, "按顺序做"));
}

TEST_CASE("the holder of the duty does the checklist of the rota") {
    const auto text = test::shown(of(test::team_of(power_station()), "2026-11-24", "2026-11-24T08:00"));
    CHECK(contains(text, "■ 开门\n11月24日 周二；李工；待做"));
    const auto nobody = test::shown(of(test::team_of(power_station()), "2026-11-25", "2026-11-25T08:00"));
    CHECK(contains(nobody, "没有排值班"));
}

TEST_CASE("readings outside the limits and failed items are found (D4.2)") {
    auto files = power_station();
    files.emplace_back("log/2026-11/2026-11-24.yaml",
                       "- check: {list: power, asset: tx-1, by: wang, at: \"09:20\", readings: {oil: 85}}\n"
                       "- check: {list: power, asset: tx-2, by: wang, at: \"10:01\", readings: {oil: 85.1}, "
                       "failed: [指示灯正常]}\n");
    const auto report = of(test::team_of(files), "2026-11-24", "2026-11-24T12:00");
    const auto text = test::shown(report);
    CHECK(contains(text, "[x] 油温（0～85 °C）：85 °C\n"));
    CHECK(contains(text, "已做，王工，09:20"));
    CHECK(contains(text, "85.1 °C，超限"));
    CHECK(contains(text, "[ ] !! 指示灯正常：不合格"));
    CHECK(contains(text, "超时完成，王工，10:01，2 项有问题"));
    CHECK(contains(test::as_json(report), "\"out_of_limits\": true"));
    const auto csv = render::csv(report, lang::translator(lang::Language::zh));
    CHECK(contains(csv, "2026-11-24,power,tx-2,wang,late,油温,85.1,°C,out_of_limits"));
}

TEST_CASE("past its time without a record a checklist is missed, at the minute it is not") {
    const auto team = test::team_of(power_station());
    CHECK(contains(test::shown(of(team, "2026-11-24", "2026-11-24T10:00")), "王工；待做"));
    CHECK(contains(test::shown(of(team, "2026-11-24", "2026-11-24T10:01")),
                   "!! 11月24日 周二 10:00 前；王工；没做"));
}

TEST_CASE("a check that is made later is not known yet") {
    auto files = power_station();
    files.emplace_back("log/2026-11/2026-11-30.yaml", "- check: {list: end, by: li, at: \"09:00\"}\n");
    const auto team = test::team_of(files);
    CHECK(contains(test::shown(of(team, "2026-11-24", "2026-11-29")), "■ 月末\n11月24日至11月30日；待做"));
    CHECK(contains(test::shown(of(team, "2026-11-24", "2026-11-30T09:00")), "；已做，李工，09:00"));
}

TEST_CASE("the window of the last 5 workdays is open from its first day (D3.11)") {
    const auto team = test::team_of(power_station());
    CHECK_FALSE(contains(test::shown(of(team, "2026-11-23", "2026-11-23T08:00")), "月末"));
    const auto text = test::shown(of(team, "2026-11-24", "2026-11-24T08:00"));
    CHECK(contains(text, "■ 月末\n11月24日至11月30日；待做"));
    CHECK(contains(test::shown(of(team, "2026-12-01", "2026-12-01T08:00")), "检查清单"));
    CHECK_FALSE(contains(test::shown(of(team, "2026-12-01", "2026-12-01T08:00")), "月末"));
}

TEST_CASE("a longer period is a table of runs") {
    const auto report = of(test::team_of(power_station()), "2026-11-23..2026-11-24", "2026-11-25");
    const auto text = test::shown(report);
    CHECK(contains(text, "没做"));
    CHECK(contains(text, "共 7 次，没做 6 次，有问题 0 次"));
}
