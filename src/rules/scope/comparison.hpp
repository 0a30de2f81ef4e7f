// A period against the one before (D12.4).
#pragma once

#include <optional>
#include <span>

#include "rules/scope/scope.hpp"

namespace teamctl::rules {

/// now - then; nothing where either is absent.
std::optional<Ratio> difference(const Value& now, const Value& then);
/// Whether a difference, not 0, is one for the better.
bool is_better(const Metric& metric, Ratio difference);

/// Whether the subject has any of these figures: before the team kept records, every one of them would be
/// said to have risen from nothing.
bool has_any(const Figures& figures, const Subject& subject, std::span<const MetricName> metrics);

/// How much a person's figure changed.
struct Move {
    team::PersonId who;  ///< none: nobody
    Ratio change{0, 1};
};
struct Movers {
    Move rose;  ///< who rose most; of several the first
    Move fell;
};
/// Of the people who were there before.
Movers movers(const Scope& scope, const Figures& before, const Period& before_period, const Metric& metric);

}  // namespace teamctl::rules
