// The roles that every team knows are called the same in all places.
#include "team/known_roles.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "../support/team_builder.hpp"
#include "lang/lang.hpp"
#include "report/naming.hpp"

namespace teamctl::test {
namespace {

TEST_CASE("every known role has a name, a title and a mark of its own, and each function one role") {
    std::set<std::string_view> names;
    std::set<std::string_view> titles;
    std::set<std::string_view> marks;
    std::set<team::RoleFunction> functions;
    for (const auto& role : team::known_roles()) {
        CHECK(names.insert(role.name).second);
        CHECK(titles.insert(role.zh).second);
        CHECK(titles.insert(role.en).second);
        CHECK(marks.insert(role.mark_zh).second);
        CHECK(marks.insert(role.mark_en).second);
        if (role.function == team::RoleFunction::holds) continue;
        CHECK(functions.insert(role.function).second);
        CHECK(team::role_that(role.function) == role.name);
    }
    CHECK(functions.size() == 4);
}

TEST_CASE("the metric of a role's turns bears the title that plans and agendas give the role") {
    const auto& zh = lang::translator(lang::Language::zh);
    const auto& en = lang::translator(lang::Language::en);
    for (const auto& role : team::known_roles()) {
        TeamBuilder builder;
        const auto series = builder.meeting("morning");
        auto& roles = builder.team.series[static_cast<std::size_t>(series.index)].roles;
        roles.emplace_back().name = role.name;
        const auto metrics = rules::metrics(builder.team);
        const auto metric =
            std::ranges::find(metrics, "turns_" + std::string{role.name}, &rules::Metric::name);
        REQUIRE(metric != metrics.end());
        CHECK(zh.say(metric->title) == zh.say(report::role_title(role.name)) + "次数");
        CHECK(en.say(metric->title) == "Turns " + std::string{role.turns_en});
    }
}

}  // namespace
}  // namespace teamctl::test
