// What a search of old log files finds, and what it does not.
#include "store/mentions.hpp"

#include <doctest/doctest.h>

#include "../support/directory.hpp"
#include "../support/values.hpp"

using namespace teamctl;

TEST_SUITE_BEGIN("mentions");

static std::vector<std::string> mentioning(const test::Directory& team, Date until,
                                           const store::Mentions& what) {
    store::Directory directory{team.path};
    return store::files_mentioning(directory, until, what);
}

TEST_CASE("days up to the last one are searched, in order, and no other file") {
    const test::Directory team;
    for (const auto* file : {"log/2026-10/2026-10-31.yaml", "log/2026-09/2026-09-01.yaml",
                             "log/2026-11/2026-11-01.yaml", "log/2026-10/notes.yaml", "plans/2026-10.yaml"})
        team.write(file, "- contact: {who: a, customer: c-1}\n");
    CHECK(mentioning(team, test::day("2026-10-31"), {{"c-1"}, {}, {}}) ==
          std::vector<std::string>{"log/2026-09/2026-09-01.yaml", "log/2026-10/2026-10-31.yaml"});
    CHECK(mentioning(team, test::day("2026-08-31"), {{"c-1"}, {}, {}}).empty());
}

TEST_CASE("ids are whole words, texts and numbers are not") {
    const test::Directory team;
    team.write("log/2026-10/2026-10-01.yaml",
               "- customer: {id: c-10, name: \"赵老板\", phone: \"138 0013-8000\", owner: xc-1.b}\n");
    const auto found = [&](const store::Mentions& what) {
        return !mentioning(team, test::day("2026-10-01"), what).empty();
    };
    CHECK(found({{"c-10"}, {}, {}}));
    CHECK(found({{"xc-1.b"}, {}, {}}));
    for (const auto* part : {"c-1", "-10", "xc-1", "0", "c-100"}) CHECK_FALSE(found({{part}, {}, {}}));
    CHECK(found({{"c-1", "c-10"}, {}, {}}));
    CHECK(found({{}, {"老板"}, {}}));
    CHECK(found({{}, {"c-1"}, {}}));
    CHECK_FALSE(found({{}, {"钱老板"}, {}}));
    CHECK(found({{}, {}, {"13800138000"}}));
    CHECK_FALSE(found({{}, {}, {"13900138000"}}));
    CHECK_FALSE(found({}));
}

TEST_CASE("an id that a search would cut is none to search for") {
    CHECK(store::is_plain_id("c261101-zhangwei_1.b"));
    for (const auto* id : {"", "客户1", "c 1", "c/1"}) CHECK_FALSE(store::is_plain_id(id));
}

TEST_SUITE_END();
