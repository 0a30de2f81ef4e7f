// Who is meant by a word of the command line.
#include "team/people.hpp"

#include <doctest/doctest.h>

#include "../support/team_builder.hpp"
#include "team/people_meant.hpp"

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
    CHECK(meant(team, "Gra") == "grace");
    CHECK(meant(team, "").empty());
    CHECK(meant(team, "Gra", false).empty());
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
    CHECK(meant(team, "雨") == "a");
    CHECK(meant(team, "何小") == "a");
    CHECK(meant(team, "小").empty());
}

std::string list(const std::vector<team::PersonId>& people, const team::Team& team) {
    std::string ids;
    for (const auto person : people) ids += team[person].id + " ";
    return ids;
}

TEST_CASE("the beginning of an id comes behind every part of a name, and several that fit are all named") {
    const auto team =
        people({{"lilei", "李磊"}, {"lileiming", "李雷明"}, {"wangli", "王丽"}, {"ann", "Li Ann"}});
    const auto fit = [&](const char* typed) { return list(team::people_meant(team, typed).fit, team); };
    CHECK(fit("lilei") == "lilei ");
    CHECK(fit("li") == "ann ");
    CHECK(fit("lil") == "lilei lileiming ");
    CHECK(fit("WANG") == "wangli ");
    CHECK(fit("李") == "lilei lileiming ");
    CHECK(fit("ei").empty());
}

TEST_CASE("a wrong sign is found as one: another, one more, one less, two the other way round") {
    const auto team = people({{"lilei", "李磊"}, {"sunwu", "孙悟空"}, {"zhaoyi", "赵一"}});
    const auto near = [&](const char* typed) {
        CHECK(team::people_meant(team, typed).fit.empty());
        return list(team::people_meant(team, typed).near, team);
    };
    CHECK(near("李蕾") == "lilei ");
    CHECK(near("磊李") == "lilei ");
    CHECK(near("李磊磊") == "lilei ");
    CHECK(near("孙空") == "sunwu ");
    CHECK(near("孙悟饭") == "sunwu ");
    CHECK(near("LIELI") == "lilei ");
    CHECK(near("lilie") == "lilei ");
    CHECK(near("lielei") == "lilei ");
    CHECK(near("zhaiyi") == "zhaoyi ");
    CHECK(near("钱二").empty());
    CHECK(near("赵六七").empty());
}

}  // namespace
}  // namespace teamctl::test
