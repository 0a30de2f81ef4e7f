// Who holds what, and which rule keeps a person out of a slot given that. Used before the search (with the
// pinned and past turns), and after it (for the explanations).
#pragma once

#include <optional>
#include <vector>

#include "rota/limits/rules.hpp"
#include "rota/solve.hpp"

namespace teamctl::rota {

// The person a pinned or fixed slot keeps (H6), if any.
std::optional<int> kept_holder(const Slot& slot);
// True where the solver has nothing to decide.
inline bool closed(const Slot& slot) {
    return slot.fixed || slot.pinned.has_value() || slot.pinned_empty;
}

// The turns of a plan, by person.
class Turns {
  public:
    explicit Turns(const Problem& problem);
    void add(int person, int slot);
    void remove(int person, int slot);

    const std::vector<int>& of(int person) const { return held_[static_cast<std::size_t>(person)]; }
    // Indices into Problem::history.
    const std::vector<int>& past(int person) const { return past_[static_cast<std::size_t>(person)]; }

    const std::vector<Rule>& rules() const { return rules_; }
    // The first rule (but H7 together) that keeps `person` out of `slot`; a turn in `slot` itself
    // is ignored.
    std::optional<Reason> blocked(int person, int slot) const;
    // The slot of the rule's roles that the person holds at that moment (moment_of()).
    std::optional<int> holds(int person, const Rule& rule, int moment) const;

  private:
    std::optional<Reason> blocked_by_clash(const Rule& rule, int person, int slot) const;
    std::optional<Reason> blocked_by_count(const Rule& rule, int person, int slot) const;
    std::optional<Reason> blocked_by_partner(const Rule& rule, int person, int slot) const;

    const Problem* problem_;
    std::vector<Rule> rules_;
    std::vector<std::vector<int>> held_;
    std::vector<std::vector<int>> past_;
};

}  // namespace teamctl::rota
