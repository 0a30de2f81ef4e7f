// Files are read side by side; what comes of it must not show that.
#include <doctest/doctest.h>

#include "../support/directory.hpp"
#include "store/directory.hpp"
#include "team/files.hpp"

using namespace teamctl;

using test::Directory;

TEST_SUITE_BEGIN("load");

TEST_CASE("records and mistakes of many days stand in the order of the days") {
    const Directory team;
    team.write("teamctl.yaml", "team: T\n");
    team.write("roster.yaml", "people:\n  - {id: a, name: A}\n");
    constexpr int days = 300;
    const Date first = make_date(2026, 1, 1);
    for (int i = 0; i < days; ++i) {
        // Sound, of an unknown person, not YAML: in turn.
        const auto* text = i % 3 == 0   ? "- note: {text: one}\n- note: {text: two}\n"
                           : i % 3 == 1 ? "- praise: {who: nobody, for: x}\n"
                                        : "- note: {text: x\n";
        team.write(team::log_path(first + Days{i}), text);
    }
    const auto loaded = store::Directory{team.path}.load({store::always(), store::always(), store::always()});
    std::vector<std::string> reported;
    for (const auto& problem : loaded.diagnostics.all()) reported.push_back(problem.place.file);
    std::vector<std::string> wrong;
    std::vector<std::pair<Date, std::string>> sound;
    for (int i = 0; i < days; ++i) {
        if (i % 3 != 0)
            wrong.push_back(team::log_path(first + Days{i}));
        else
            for (const auto* text : {"one", "two"}) sound.emplace_back(first + Days{i}, text);
    }
    CHECK(reported == wrong);
    std::vector<std::pair<Date, std::string>> found;
    for (const auto& record : loaded.team.records) {
        found.emplace_back(record.date, record.text("text"));
        CHECK(loaded.team.files[record.origin.file] == team::log_path(record.date));
    }
    CHECK(found == sound);
}

TEST_SUITE_END();
