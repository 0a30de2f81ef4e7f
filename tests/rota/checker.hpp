// Judges a plan without a line of the solver: rules, objectives, and the optimum by enumeration.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rota/problem.hpp"

namespace teamctl::rota::testing {

using Who = std::vector<std::optional<int>>;

struct Value {
    long broken = 0;  // H7 left unmet beside a pinned or past turn
    long covered = 0;
    long changes = 0;
    long stand_ins = 0;
    mpq_class fairness{};
    long granted = 0;
    bool better_than(const Value& other) const;
};

Value value_of(const Problem& problem, const Who& who);

// Empty when every open slot keeps every rule and every pinned and fixed slot its holder; else what is wrong.
std::string violation(const Problem& problem, const Who& who);

// The best value, by trying everything; a plan that has it goes to `plan`.
Value brute_force(const Problem& problem, Who* plan = nullptr);

}  // namespace teamctl::rota::testing
