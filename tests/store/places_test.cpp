// The text of a log file is let go once its records are read; where something stands in it is still known.
#include <doctest/doctest.h>

#include "../support/directory.hpp"
#include "store/directory.hpp"

using namespace teamctl;

using test::Directory;

TEST_SUITE_BEGIN("places");

namespace {

store::Loaded load_all(const Directory& team) {
    return store::Directory{team.path}.load({store::always(), store::always(), store::always()});
}

}  // namespace

TEST_CASE("places in many log files are shown though their documents were let go") {
    const Directory team;
    team.write("teamctl.yaml", "team: T\n");
    constexpr int days = 150;
    const Date first = make_date(2026, 1, 1);
    for (int i = 0; i < days; ++i)
        team.write(team::log_path(first + Days{i}), "# " + std::to_string(i) + "\n- note: {text: day " +
                                                        std::to_string(i) + ", at: \"09:00\"}\n");
    const auto loaded = load_all(team);
    for (const auto& source : loaded.sources)
        CHECK((source.document == nullptr) == (source.kind == team::FileKind::log));
    REQUIRE(loaded.team.records.size() == days);
    for (int i = 0; i < days; ++i) {
        const auto& record = loaded.team.records[static_cast<std::size_t>(i)];
        CAPTURE(i);
        const auto place = loaded.place(record.origin);
        CHECK(to_string(place) == team::log_path(first + Days{i}) + ":2:3");
        CHECK(place.excerpt == "- note: {text: day " + std::to_string(i) + ", at: \"09:00\"}");
        CHECK(place.caret == 3);
        CHECK(loaded.field_place(record, "text").mark == Mark{2, 16});
        CHECK(loaded.field_place(record, "by").mark == Mark{2, 3});  // it has none
    }
}

TEST_CASE("a field has the line that it stands on") {
    const Directory team;
    team.write("teamctl.yaml", "team: T\n");
    team.write("log/2026-01/2026-01-02.yaml", "- note:\n    at: \"09:00\"\n    text: x\n");
    const auto loaded = load_all(team);
    REQUIRE(loaded.team.records.size() == 1);
    CHECK(loaded.field_place(loaded.team.records[0], "text").mark == Mark{3, 11});
}

TEST_CASE("of a file that is gone since, the place is named without its line") {
    const Directory team;
    team.write("teamctl.yaml", "team: T\n");
    team.write("log/2026-01/2026-01-02.yaml", "- note: {text: x}\n");
    const auto loaded = load_all(team);
    std::filesystem::remove(team.path / "log/2026-01/2026-01-02.yaml");
    const auto place = loaded.place(loaded.team.records.at(0).origin);
    CHECK(to_string(place) == "log/2026-01/2026-01-02.yaml:1:3");
    CHECK(place.excerpt.empty());
    CHECK(to_string(loaded.field_place(loaded.team.records[0], "text")) == to_string(place));
}

TEST_SUITE_END();
