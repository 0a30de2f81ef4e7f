// What records with mistakes open and close counts for the others: one mistake is told once.
#include <doctest/doctest.h>

#include "../support/directory.hpp"
#include "check/check.hpp"
#include "store/directory.hpp"
#include "store/with_file.hpp"

namespace teamctl::check {
namespace {

using test::Directory;

const std::string first_day = "log/2026-11/2026-11-02.yaml";
const std::string second_day = "log/2026-11/2026-11-03.yaml";
const std::string third_day = "log/2026-11/2026-11-04.yaml";
const std::string unknown_owner = "- customer: {id: c1, name: 王先生, owner: nobody}\n";
const std::string call = "- contact: {who: a, customer: c1}\n";

void write_team(const Directory& team) {
    team.write("teamctl.yaml", "team: T\n");
    team.write("roster.yaml", "people:\n  - {id: a, name: A}\n");
}

store::Loaded load_all(const Directory& team) {
    return store::Directory{team.path}.load({store::always(), store::always(), store::always()});
}

/// `day:line:column code`, with the line of what it speaks of; one after the other.
std::string told(const Diagnostics& diagnostics) {
    std::string out;
    for (const auto& problem : diagnostics.all()) {
        out += problem.place.file.substr(problem.place.file.size() - 7, 2) + ":" +
               std::to_string(problem.place.mark.line) + ":" + std::to_string(problem.place.mark.column) +
               " " + std::string{problem.code.name()};
        for (const auto& other : problem.related)
            out += " (" + other.file.substr(other.file.size() - 7, 2) + ":" +
                   std::to_string(other.mark.line) + ")";
        out += "; ";
    }
    return out;
}

std::string checked(const Directory& team) {
    auto loaded = load_all(team);
    problems_of(loaded, make_date(2026, 11, 30), loaded.diagnostics);
    return told(loaded.diagnostics);
}

TEST_SUITE_BEGIN("lives");

TEST_CASE("a record with a mistake opens and closes all the same") {
    const Directory team;
    write_team(team);
    team.write(first_day, unknown_owner);
    team.write(second_day, call + "- customer_closed: {customer: c1, outcome: wone}\n");
    CHECK(checked(team) == "02:1:40 unknown-person; 03:2:44 bad-choice; ");
    team.write(third_day, call);
    CHECK(checked(team) == "02:1:40 unknown-person; 03:2:44 bad-choice; 04:1:31 already-closed (03:2); ");
}

TEST_CASE("of two lines of a day the upper one came first, whichever has a mistake") {
    const Directory team;
    write_team(team);
    const std::string sound = "- customer: {id: c1, name: 王先生, owner: a}\n";
    team.write(first_day, sound + unknown_owner);
    CHECK(checked(team) == "02:2:18 duplicate-id (02:1); 02:2:40 unknown-person; ");
    team.write(first_day, unknown_owner + sound);
    CHECK(checked(team) == "02:1:40 unknown-person; 02:2:18 duplicate-id (02:1); ");
}

TEST_CASE("what a new record brings is judged with the mistakes there are, each once") {
    const Directory team;
    write_team(team);
    team.write(first_day, unknown_owner);
    const auto loaded = load_all(team);
    const auto news = [&](const std::string& path, const std::string& text) {
        Diagnostics unread;
        const auto day = team::Source{path, team::FileKind::log, yaml::parse(path, text, unread)};
        return told(news_of(loaded, store::with_day(loaded, day)));
    };
    CHECK(news(first_day, unknown_owner + call).empty());
    CHECK(news(second_day, call).empty());
    CHECK(news(second_day, unknown_owner) == "03:1:18 duplicate-id (02:1); ");
}

TEST_SUITE_END();

}  // namespace
}  // namespace teamctl::check
