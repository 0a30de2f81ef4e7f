// How reports name roles.
#include "report/naming.hpp"

#include <doctest/doctest.h>

#include "lang/lang.hpp"
#include "rules/figures/metrics.hpp"
#include "yaml_team.hpp"

namespace teamctl::test {
namespace {

std::string in_english(const Phrase& phrase) {
    return lang::translator(lang::Language::en).say(phrase);
}

TEST_CASE("a role that has no title is shown as words, not as the key of a file") {
    CHECK(in_english(report::role_title("note_taker")) == "note taker");
    const auto team =
        team_of({{"teamctl.yaml", "team: T\n"},
                 {"roster.yaml", "people: [{id: a, name: A}]\n"},
                 {"rotas/desk.yaml", "name: Desk\nwhen: {every: day}\nroles: {note_taker: {who: all}}\n"}});
    for (const auto& metric : rules::metrics(team)) {
        if (metric.name == "turns_note_taker")
            CHECK(in_english(metric.title).find("note taker") != std::string::npos);
    }
}

}  // namespace
}  // namespace teamctl::test
