// One small problem for each rule, with the plan it must lead to and what is said about holes and pins.
#include <doctest/doctest.h>

#include <algorithm>

#include "checker.hpp"
#include "instances.hpp"
#include "rota/solve.hpp"

using namespace teamctl::rota;
using namespace teamctl::rota::testing;

namespace {

// `people` people, one role in one group, nobody owing more than another.
Problem problem_of(int people, Role role = {}) {
    Problem p;
    p.people = people;
    p.groups = 1;
    p.roles = {std::move(role)};
    p.standing.assign(1, std::vector<Standing>(static_cast<std::size_t>(people)));
    return p;
}

// `count` places on the day for these candidates; the first slot's index.
int add(Problem& p, int day, std::vector<int> candidates, int count = 1, int role = 0) {
    p.occurrences.push_back({kMonday + day, 0, 1440, role});
    const int first = static_cast<int>(p.slots.size());
    for (int place = 0; place < count; ++place) {
        Slot s;
        s.occurrence = static_cast<int>(p.occurrences.size()) - 1;
        s.role = role;
        s.place = place;
        s.candidates = candidates;
        p.slots.push_back(s);
    }
    return first;
}

Slot& slot(Problem& p, int index) {
    return p.slots[static_cast<std::size_t>(index)];
}

Result checked(const Problem& p) {
    Result r = solve(p);
    CHECK(violation(p, r.who) == "");
    CHECK(r.certificate.fairness.proven);
    return r;
}

bool all_proven(const Certificate& c) {
    return c.coverage.proven && c.changes.proven && c.fairness.proven;
}

}  // namespace

TEST_CASE("weeks begin on Monday") {
    CHECK(iso_week(kMonday) == iso_week(kMonday + 6));
    CHECK(iso_week(kMonday) == iso_week(kMonday - 1) + 1);
    CHECK(iso_week(-3) == iso_week(0));
    CHECK(iso_week(-4) == iso_week(0) - 1);
}

TEST_CASE("nothing to decide is decided") {
    const Result r = checked(problem_of(2));
    CHECK(r.who.empty());
    CHECK(all_proven(r.certificate));
    CHECK(r.certificate.fairness.value == 0);
}

TEST_CASE("debts of the history are evened out, exactly") {
    Problem p = problem_of(3);
    for (int d = 0; d < 3; ++d) add(p, d, {0, 1, 2});
    p.standing[0][0] = {2, mpq_class(7, 3)};
    p.standing[0][1] = {0, mpq_class(7, 3)};
    p.standing[0][2] = {2, mpq_class(7, 3)};
    const Result r = checked(p);
    CHECK(std::count(r.who.begin(), r.who.end(), std::optional<int>(1)) == 2);  // two, and not all three
    CHECK(r.certificate.fairness.value == mpq_class(2, 3));
}

TEST_CASE("H2: nobody is in two places") {
    Problem p = problem_of(1);
    p.roles.push_back({});
    add(p, 0, {0});
    const int second = add(p, 0, {0}, 1, 1);
    p.occurrences[0] = {kMonday, 540, 560, 0};
    p.occurrences[1] = {kMonday, 559, 600, 1};
    Result r = checked(p);
    REQUIRE(r.uncovered.size() == 1);
    CHECK(r.uncovered[0].because.at(0).rule == RuleKind::overlap);
    CHECK(r.uncovered[0].because.at(0).other == (r.uncovered[0].slot == second ? 0 : second));
    REQUIRE(r.uncovered[0].joint);
    CHECK(r.uncovered[0].joint->scope == Joint::Scope::moment);
    p.occurrences[1].start = 560;  // one after the other
    CHECK(checked(p).uncovered.empty());
}

TEST_CASE("H3: turns keep their distance, past ones included") {
    Role role;
    role.gap_days = 3;
    Problem p = problem_of(1, role);
    add(p, 1, {0});
    add(p, 4, {0});
    p.history.push_back({0, 0, kMonday - 1});
    const Result r = checked(p);
    CHECK(r.certificate.coverage.value == 1);
    REQUIRE(r.uncovered.size() == 1);
    CHECK(r.uncovered[0].slot == 0);
    CHECK(r.uncovered[0].because.at(0).rule == RuleKind::gap);
    CHECK(r.uncovered[0].because.at(0).past == 0);
    CHECK(r.certificate.smallest_gap_days == 5);
}

TEST_CASE("H4: the week's cap counts the days of the month before, and the hole is a joint effect") {
    Role role;
    role.max_per_week = 1;
    Problem p = problem_of(3, role);
    for (int d = 1; d < 6; ++d) add(p, d, {0, 1, 2});
    p.history.push_back({0, 2, kMonday});
    const Result r = checked(p);
    CHECK(r.certificate.coverage.value == 2);
    CHECK(r.certificate.coverage.proven);
    REQUIRE(r.uncovered.size() == 3);
    for (const Uncovered& hole : r.uncovered) {
        REQUIRE(hole.because.size() == 3);
        for (const Reason& reason : hole.because) CHECK(reason.rule == RuleKind::per_week);
        CHECK(hole.because[2].past == 0);
        REQUIRE(hole.joint);
        CHECK(hole.joint->scope == Joint::Scope::week);
        CHECK(hole.joint->slots == 5);
        CHECK(hole.joint->people == 2);
        CHECK(hole.joint->fill == 2);
    }
}

TEST_CASE("blocks: one holder, and where nobody can hold all of it, as few stand-ins as can be") {
    Role role;
    role.block_days = 7;
    role.gap_days = 2;  // between weeks, not within one
    Problem p = problem_of(2, role);
    for (int d = 0; d < 3; ++d) add(p, d, {0, 1});
    Result r = checked(p);
    CHECK(r.certificate.coverage.value == 3);
    CHECK(r.certificate.blocks.value == 0);
    CHECK(r.who[0] == r.who[2]);
    slot(p, 1).candidates = {1};
    slot(p, 1).excluded = {{0, 42}};
    CHECK(checked(p).who[0] == 1);
    slot(p, 2).candidates = {0};
    slot(p, 2).excluded = {{1, 43}};
    r = checked(p);
    CHECK(r.certificate.coverage.value == 3);
    CHECK(r.certificate.blocks.value == 1);
    CHECK(r.certificate.blocks.proven);
}

TEST_CASE("blocks: what began goes on with its holder, also where fairness would choose another") {
    Role role;
    role.block_days = 7;
    Problem p = problem_of(2, role);
    for (int d = 0; d < 4; ++d) add(p, d, {0, 1});
    p.standing[0][1].due = 4;
    slot(p, 0).fixed = true;
    slot(p, 0).published = 0;
    CHECK(checked(p).who == Who{0, 0, 0, 0});
    p.standing[0][0].due = 3;
    p.standing[0][1].due = 1;
    slot(p, 2).candidates = {1};  // one day is lost, and no more
    Result r = checked(p);
    CHECK(r.who == Who{0, 0, 1, 0});
    CHECK(r.certificate.blocks.value == 1);
    slot(p, 2).candidates = {0, 1};
    slot(p, 2).pinned = 1;  // a pin moves nothing but its day
    r = checked(p);
    CHECK(r.who == Who{0, 0, 1, 0});
    CHECK(r.warnings.empty());
    slot(p, 2).pinned.reset();
    p.history.push_back({0, 1, kMonday - 7});  // before the period it was another's
    p.roles[0].block_days = 14;
    p.roles[0].block_from = kMonday - 7;
    CHECK(checked(p).who == Who{0, 1, 1, 1});
}

TEST_CASE("H6: a pin is kept and what it breaks is named") {
    Role role;
    role.gap_days = 5;
    Problem p = problem_of(2, role);
    add(p, 0, {0, 1});
    add(p, 1, {1});
    slot(p, 0).pinned = 0;
    slot(p, 1).pinned = 0;
    const Result r = checked(p);
    CHECK(r.who == Who{0, 0});
    REQUIRE(r.warnings.size() == 2);
    CHECK(r.warnings[0].rule == RuleKind::available);
    CHECK(r.warnings[0].slot == 1);
    CHECK(r.warnings[1].rule == RuleKind::gap);
    CHECK(r.warnings[1].slot == 1);
    CHECK(r.warnings[1].other == 0);
}

TEST_CASE("H7: together and apart") {
    Role role;
    role.together = {{0, 1}};
    role.apart = {{2, 3}};
    Problem p = problem_of(4, role);
    add(p, 0, {0, 2, 3}, 2);  // 1 cannot, so 0 cannot; 2 and 3 not both
    Result r = checked(p);
    CHECK(r.certificate.coverage.value == 1);
    REQUIRE(r.uncovered.size() == 1);
    CHECK(r.uncovered[0].because.at(0).rule == RuleKind::together);
    CHECK(r.uncovered[0].because.at(0).partner == 1);
    slot(p, 0).candidates = slot(p, 1).candidates = {0, 1, 2, 3};
    r = checked(p);
    CHECK(r.certificate.coverage.value == 2);
    CHECK(std::min(r.who[0], r.who[1]) == 0);
    CHECK(std::max(r.who[0], r.who[1]) == 1);
}

TEST_CASE("repair changes as little as can be; filling a hole and changing places are no change") {
    Problem p = problem_of(3);
    add(p, 0, {0, 1, 2}, 2);
    add(p, 1, {1, 2});
    add(p, 2, {0, 1, 2});
    slot(p, 0).published = 1;
    slot(p, 1).published = 0;
    slot(p, 2).published = 0;  // on leave now
    slot(p, 1).pinned = 1;     // the same pair, in the other order
    const Result r = checked(p);
    CHECK(r.certificate.coverage.value == 4);
    CHECK(r.certificate.changes.value == 1);
    CHECK(r.certificate.changes.proven);
    CHECK(r.who[0] == 0);
    CHECK(r.who[1] == 1);
}

TEST_CASE("repair: the stand-in steps up and loses nothing, whatever fairness would like") {
    Problem p = problem_of(4);
    p.roles.push_back({});
    add(p, 0, {1, 2, 3});  // the host 0 is away, 1 is the backup
    slot(p, 0).published = 0;
    add(p, 0, {1, 2, 3}, 1, 1);
    slot(p, 1).occurrence = 0;
    slot(p, 1).published = 1;
    p.occurrences.pop_back();
    p.standing[0][1].before = 9;  // who is not owed a turn
    CHECK(checked(p).who.at(1) == 1);
    slot(p, 0).stand_in = 1;
    Result r = checked(p);
    CHECK(r.who.at(0) == 1);
    CHECK(r.who.at(1).has_value());
    CHECK(r.certificate.changes.value == 1);
    CHECK(r.certificate.changes.bound == 1);
    CHECK(r.certificate.changes.proven);
    // Coverage comes first: nobody else can be the backup.
    slot(p, 1).candidates = {1};
    r = checked(p);
    CHECK(r.certificate.coverage.value == 2);
    CHECK(r.who.at(1) == 1);
    CHECK(r.certificate.changes.value == 1);
    CHECK(r.certificate.changes.bound == 1);
}

TEST_CASE("the past stays, empty or wrong") {
    Problem p = problem_of(2);
    add(p, 0, {0, 1});
    add(p, 1, {1});
    slot(p, 0).fixed = slot(p, 1).fixed = true;
    slot(p, 1).published = 0;
    const Result r = checked(p);
    CHECK(r.who == Who{std::nullopt, 0});
    CHECK(r.uncovered.empty());
    CHECK(r.warnings.empty());
    CHECK(r.certificate.changes.value == 0);
}

TEST_CASE("turns are spread where nothing else decides") {
    Problem p = problem_of(2);
    for (int d = 0; d < 4; ++d) add(p, d, {0, 1});
    for (Standing& s : p.standing[0]) s.due = 2;
    CHECK(checked(p).certificate.smallest_gap_days == 2);
}
