// The organisation tree, and one person's card.
#include "report/roster.hpp"

#include <doctest/doctest.h>

#include "../yaml_team.hpp"
#include "report/person.hpp"
#include "team/people.hpp"

using namespace teamctl;
using test::contains;

namespace {

const std::string people =
    "units:\n"
    "  - {id: all, name: 客服部, lead: chen}\n"
    "  - {id: pre, name: 售前组, lead: wang, parent: all, size: [3, 8]}\n"
    "  - {id: post, name: 售后组, parent: all, size: [1, 1]}\n"
    "people:\n"
    "  - {id: chen, name: 陈静, unit: all, position: 经理}\n"
    "  - {id: zhang, name: 张伟, unit: pre, position: 专员, joined: 2024-02-29, birthday: 1990-05-12,"
    " phone: \"13800000003\", mentor: wang, credentials: [{type: 健康证, expires: 2026-11-30}]}\n"
    "  - {id: wang, name: 王丽, unit: pre, position: 主管}\n"
    "  - {id: li, name: 李强, unit: post, left: 2026-11-10}\n"
    "  - {id: zhao, name: 赵敏, unit: post, joined: 2026-12-01}\n"
    "  - {id: wu, name: 吴昊}\n"
    "pairs: [[wang, zhang]]\n"
    "positions:\n  - {name: 经理, level: management}\n  - {name: 专员, level: execution, duties: [接待, "
    "回访]}\n";

team::Team service(const std::string& log = {}) {
    test::Files files{{"teamctl.yaml", "team: 客服部\n"}, {"roster.yaml", people}};
    if (!log.empty()) files.emplace_back("log/2026-11/2026-11-03.yaml", log);
    return test::team_of(files);
}

std::string tree(std::string_view date) {
    return test::shown(report::roster_report(service(), test::day(date)));
}

std::string card(const team::Team& made, std::string_view now, bool contact = false) {
    const calendar::WorkingDays days{made};
    return test::shown(report::person_report({made, days, test::moment(now)}, {1},
                                             *parse_period("2026-11", test::day("2026-11-30")), {contact}));
}

}  // namespace

TEST_SUITE_BEGIN("report roster");

TEST_CASE("people of a unit are those employed on the day, whoever counts them (D15.1, D16.2)") {
    const auto made = service();
    const auto size = [&](const char* unit, const char* date) {
        return team::size_of(made, *team::find_unit(made, unit), test::day(date));
    };
    CHECK(size("post", "2026-11-10") == 1);
    CHECK(size("post", "2026-11-11") == 0);
    CHECK(size("post", "2026-12-01") == 1);
    CHECK(size("all", "2026-11-10") == 4);
    CHECK(size("all", "2026-11-11") == 3);
}

TEST_CASE("a selector by level knows the levels of positions, and a level of one's own wins (D11.1)") {
    auto made = service();
    const auto of = [&](team::Level level) {
        team::Selector who;
        who.levels = {level};
        std::string ids;
        for (const auto person : team::ever_selected(made, who)) ids += made[person].id + " ";
        return ids;
    };
    CHECK(of(team::Level::management) == "chen ");
    CHECK(of(team::Level::execution) == "zhang ");
    made.people[1].terms.level = team::Level::decision;
    CHECK(of(team::Level::execution).empty());
    CHECK(of(team::Level::decision) == "zhang ");
}

TEST_CASE("the tree: leads first, units below units, sizes against the bounds (D11.2, D15.1, D16.2)") {
    const auto text = tree("2026-11-10");
    CHECK(contains(text, "- 客服部（4 人）\n  - 陈静（经理，负责人）\n"));
    CHECK(contains(text,
                   "  - ! 售前组（2 人，人少了，至少 3 人）\n    - 王丽（主管，负责人）\n    - "
                   "张伟（专员，师傅 王丽）"));
    CHECK(contains(text, "  - ! 售后组（1 人，应 1–1 人，没有负责人）\n    - 李强（最后一天 11月10日）"));
    CHECK(contains(text, "- 不在任何单位\n  - 吴昊"));
    CHECK(contains(text, "■ 还没入职\n- 赵敏：2026年12月1日 周二入职"));
    CHECK_FALSE(contains(text, "已经离开"));
}

TEST_CASE("staffing: posts wanted against people there that day; half a day away is there (D17.3)") {
    const auto staffing = [](std::string_view day, std::string leave) {
        const auto team = test::team_of({{"teamctl.yaml", "team: 客服部\n"},
                                         {"roster.yaml", people},
                                         {"leave/2026.yaml", std::move(leave)}});
        return test::shown(report::roster_report(team, test::day(day)));
    };
    const std::string leave =
        "- {who: wang, from: 2026-11-10, kind: annual}\n- {who: zhang, from: 2026-11-10, kind: private, "
        "half: "
        "am}\n";
    CHECK(contains(staffing("2026-11-10", leave), "售前组     3     8     2         1     2\n"));
    CHECK(contains(staffing("2026-11-09", leave), "售前组     3     8     2         0     1\n"));
    // On the last day still there, on the next the post is empty.
    CHECK(contains(staffing("2026-11-10", leave), "售后组     1     1     1         0     0\n"));
    CHECK(contains(staffing("2026-11-11", leave), "售后组     1     1     0         0     1\n"));
}

TEST_CASE("who has left and who comes is told by the day") {
    const auto after = tree("2026-11-11");
    CHECK(contains(after, "■ 已经离开\n- 李强：最后一天 2026年11月10日 周二"));
    CHECK(contains(after, "! 售后组（0 人，人少了，至少 1 人"));
    CHECK_FALSE(contains(tree("2026-12-01"), "还没入职"));
}

TEST_CASE("spans of control and levels; a position gives its level (D9.1, D11.1)") {
    const auto text = tree("2026-11-10");
    CHECK(contains(text, "陈静         2  王丽、李强"));
    CHECK(contains(text, "王丽         1  张伟"));
    CHECK(contains(text, "管理层 1 人：   陈静"));
    CHECK(contains(text, "没写层级 3 人： 王丽、李强、吴昊"));
    CHECK(contains(test::as_json(report::roster_report(service(), test::day("2026-11-10"))),
                   "\"size_state\": \"too_few\""));
}

TEST_CASE("a person's card: duties, tenure, papers; telephone only where asked (D5.2, D10.2)") {
    const auto made = service();
    const auto text = card(made, "2026-11-29");
    CHECK(contains(text, "■ 职责\n- 接待\n- 回访"));
    CHECK(contains(text, "2024年2月29日 周四，满 2 年 9 个月"));
    CHECK(contains(text, "5月12日"));
    CHECK_FALSE(contains(text, "1990"));
    CHECK_FALSE(contains(text, "13800000003"));
    CHECK(contains(card(made, "2026-11-29", true), "13800000003"));
    CHECK(contains(card(made, "2026-11-28"), "满 2 年 8 个月"));
    CHECK(contains(text, "健康证，2026年11月30日 周一到期，还有 1 天"));
    CHECK(contains(card(made, "2026-11-30"), "健康证，今天最后一天有效"));
    CHECK(contains(card(made, "2026-12-01"), "!! 健康证，2026年11月30日 周一已过期"));
}

TEST_CASE("a person's card: praise, problems, reviews, points, what is open (D1.12)") {
    const auto text = card(service("- praise: {who: zhang, for: 雨天送货, by: chen}\n"
                                   "- problem: {id: p1, who: zhang, text: 样机不够}\n- done: {id: p1}\n"
                                   "- review: {who: zhang, by: wang, comment: 好, next: 发方案}\n"
                                   "- points: {who: zhang, points: -2, reason: 没写}\n"
                                   "- praise: {who: wang, for: 别人的, by: chen}\n"
                                   "- action: {id: a1, who: zhang, text: 定稿, due: 2026-11-05}\n"),
                           "2026-11-06");
    CHECK(contains(text, "- 11月3日 雨天送货（陈静）"));
    CHECK(contains(text, "- 11月3日 样机不够，已解决"));
    CHECK(contains(text, "- 11月3日 好；下一步：发方案（王丽）"));
    CHECK(contains(text, "! 11月3日 -2 分：没写"));
    CHECK(contains(text, "定稿（11月5日到期，已过 1 天）"));
    CHECK_FALSE(contains(text, "别人的"));
}

TEST_SUITE_END();
