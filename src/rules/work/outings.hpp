// Visits and when they ended: a visit says so itself, or a `visit_back` does (D3.4, D3.6).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "rules/context.hpp"

namespace teamctl::rules {

/// A visit and the record that closes it.
struct Outing {
    const team::Record* visit = nullptr;
    const team::Record* end = nullptr;  ///< the `visit_back`; null where there is none

    /// When they came back: as the `visit_back` says, else the visit.
    std::optional<TimeOfDay> back() const;
    /// What either says in that field, the end first.
    std::string_view text(std::string_view field) const;
    /// They went out, and nobody wrote that they are back.
    bool is_open() const;
};

/// A `visit_back` that might end several visits: the one that it ends, and the first other one.
struct UnsureEnd {
    const team::Record* end = nullptr;
    const team::Record* visit = nullptr;
    const team::Record* other = nullptr;
};

/// All visits up to now, oldest first. A `visit_back` closes the person's oldest open visit of its day, of
/// the organisation that it names, else the last one of a day before.
struct Outings {
    std::vector<Outing> visits;
    std::vector<UnsureEnd> unsure;
    std::vector<const team::Record*> unmatched;  ///< `visit_back` without a visit that is open
};
Outings outings(const team::Team& team, Moment now);

/// Of a visit that ended, the fields that the rules ask for and nobody wrote (D3.6).
std::vector<std::string_view> missing_of(const team::Rules& rules, const Outing& outing);

}  // namespace teamctl::rules
