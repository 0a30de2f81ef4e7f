// Notes of what was written from here, and a day's file that a line goes out of.
#include "store/closings/written.hpp"

#include <doctest/doctest.h>

#include "../support/directory.hpp"
#include "../support/values.hpp"
#include "store/append.hpp"
#include "store/disk.hpp"

using namespace teamctl;

TEST_SUITE_BEGIN("written");

TEST_CASE("notes are kept by team and day, and go out one at a time, the last first") {
    const test::Directory home;
    const auto notes = home.path / "state";
    const auto today = test::day("2026-11-30");
    const auto note = [](const std::string& text) {
        return store::written_line("log/2026-11/2026-11-30.yaml", "- note: {text: " + text + "}");
    };
    CHECK(store::notes_of(notes, "/team", today).empty());
    store::note_written(notes, "/team", today, {note("a"), note("b")});
    store::note_written(notes, "/other", today, {note("c")});
    store::note_written(notes, "/team", today, {note("a")});
    CHECK(store::notes_of(notes, "/team", today) == std::vector{note("a"), note("b"), note("a")});
    CHECK(store::notes_of(notes, "/other", today) == std::vector{note("c")});
    store::forget_written(notes, "/team", today, note("a"));
    CHECK(store::notes_of(notes, "/team", today) == std::vector{note("a"), note("b")});
    CHECK(store::notes_of(notes, "/team", test::day("2026-12-01")).empty());
    store::note_written(notes, "/team", test::day("2026-12-01"), {note("d")});
    CHECK(store::notes_of(notes, "/team", today).empty());
}

TEST_CASE("a noted line is found where it stands last, whatever its indent and line end") {
    const auto note = store::written_line("log/x", "- note: {text: a}");
    CHECK(store::find_written("- note: {text: a}\n  - note: {text: a}\r\n- note: {text: b}\n", note) == 2);
    CHECK(store::find_written("- note: {text: a, at: \"09:00\"}\n", note) == 0);
    CHECK(store::find_written("", note) == 0);
}

TEST_CASE("a record goes out with its line alone, and a file with nothing left goes, too") {
    const test::Directory team;
    const std::string path = "log/2026-11/2026-11-30.yaml";
    team.write(path, "# the day\n- note: {text: a}\n# why\n-\n  note: {text: b}\n- note: {text: c}\n");
    const store::WriteLock lock{team.path};
    const team::Names names;
    Diagnostics problems;
    store::DayFile day{lock, test::day("2026-11-30")};
    REQUIRE(day.open(names, problems));
    CHECK_FALSE(day.remove(5, names, {}, problems));  // a half of one
    CHECK(problems.has_errors());
    Diagnostics none;
    CHECK(day.remove(2, names, {}, none));
    day.commit({}, none);
    CHECK(store::read_file(team.path / path, 1000) ==
          "# the day\n# why\n-\n  note: {text: b}\n- note: {text: c}\n");
    team.write(path, "- note: {text: a}\n");
    store::DayFile last{lock, test::day("2026-11-30")};
    REQUIRE(last.open(names, none));
    CHECK(last.remove(1, names, {}, none));
    last.commit({}, none);
    CHECK(store::path_kind(team.path, path) == store::PathKind::missing);
    CHECK_FALSE(none.has_errors());
}

TEST_SUITE_END();
