// Who is meant by a word of the command line.
#include "team/people.hpp"

#include <doctest/doctest.h>

#include "../support/team_builder.hpp"

namespace teamctl::test {
namespace {

team::Team people(std::initializer_list<std::pair<const char*, const char*>> of) {
    team::Team team;
    for (const auto& [id, name] : of) {
        auto& person = team.people.emplace_back();
        person.id = id;
        person.name = name;
    }
    return team;
}

std::string meant(const team::Team& team, std::string_view typed, bool parts = true) {
    const auto person = team::person_meant(team, typed, parts);
    return person ? team[*person].id : "";
}

TEST_CASE("a person is meant by id or name in any case, or by a part of the name that is theirs alone") {
    const auto team =
        people({{"grace", "Grace Liu"}, {"ben", "Ben Liu"}, {"tom", "Tom de Wit"}, {"ann", "Ann"}});
    CHECK(meant(team, "grace") == "grace");
    CHECK(meant(team, "Grace") == "grace");
    CHECK(meant(team, "GRACE LIU") == "grace");
    CHECK(meant(team, "wit") == "tom");
    CHECK(meant(team, "Liu").empty());
    CHECK(meant(team, "Gra").empty());
    CHECK(meant(team, "").empty());
    CHECK(meant(team, "wit", false).empty());
    CHECK(meant(team, "Ben Liu", false) == "ben");
}

TEST_CASE("an exact match comes first, and what two may mean means nobody") {
    const auto team =
        people({{"lee", "Ann Lee"}, {"Lee", "Ben Wu"}, {"x", "Kim"}, {"kim", "Y"}, {"z", "KIM"}});
    CHECK(meant(team, "lee") == "lee");
    CHECK(meant(team, "Lee") == "Lee");
    CHECK(meant(team, "LEE").empty());
    CHECK(meant(team, "Kim") == "x");
    CHECK(meant(team, "kIM").empty());
}

TEST_CASE("a Chinese given name of two characters is enough where only one bears it") {
    const auto team =
        people({{"a", "何小雨"}, {"b", "欧阳明月"}, {"c", "王小明"}, {"d", "李小明"}, {"e", "张伟"}});
    CHECK(meant(team, "小雨") == "a");
    CHECK(meant(team, "明月") == "b");
    CHECK(meant(team, "小明").empty());
    CHECK(meant(team, "雨").empty());
    CHECK(meant(team, "何小").empty());
    CHECK(meant(team, "伟").empty());
}

}  // namespace
}  // namespace teamctl::test
