// Random rota problems for tests and measurements: stand-ups, desks, weekly duties, inspections, debts, tight
// teams.
#pragma once

#include <cstdint>

#include "rota/problem.hpp"

namespace teamctl::rota::testing {

constexpr int kMonday = 20787;  // 2026-11-30, the first day of the problems

// A fixed, portable generator: the same seed gives the same problem on every machine.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
    int below(int n);  // 0..n-1
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(int percent) { return below(100) < percent; }

  private:
    std::uint64_t state_;
};

// A few people and slots in which every rule binds often; small enough to enumerate.
Problem small_problem(Dice& dice);

// The same over three weeks, too large for that: limits of all kinds, weights, wishes, places pinned empty.
Problem middle_problem(Dice& dice);

// Adds limits over several roles, up to so many, turns that count more than others, and wishes. `weekends`:
// also moves half of the problems to a few weekends.
void make_harder(Dice& dice, Problem& p, int rules, int most, int wishes, bool weekends = false);

struct Shape {
    int people = 20;
    int days = 30;            // from Monday 2026-11-30
    bool standup = true;      // host, lecturer, backup each workday
    bool desk = false;        // count 2 each workday
    bool weekly = false;      // one role held by the week
    bool inspection = false;  // twice a week
    int gap_days = 0;         // of host and desk
    int max_per_week = 0;     // of backup and desk
    bool shared = false;      // host and backup share one count
    int pairs = 0;            // apart and together pairs of the desk
    int leave_percent = 8;    // of each person's days
    int debts = 0;            // spread of the turns before the period
    int pool_percent = 100;   // who is in a role's pool
    int pinned_percent = 0;
    bool published = false;  // a plan that has become partly impossible
};

Problem team_problem(Dice& dice, const Shape& shape);

// A shape of the middle size, hard ones among them.
Shape random_shape(Dice& dice);

// 5 to 80 people and up to 250 places with any mix of rules: what teamctl-rota(7) promises a proof for.
Problem wide_problem(Dice& dice);

// 3 to 9 people and more places in a month than they can hold: gaps, caps, part-timers, people who join and
// leave, counts shared over series, an unfair history.
Problem crowded_problem(Dice& dice);

}  // namespace teamctl::rota::testing
