// What records open, change and close: customers, deals, tickets, problems, actions, suggestions, as they
// stand at a moment.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/context.hpp"

namespace teamctl::rules {

struct Customer {
    const team::Record* opened = nullptr;
    team::PersonId owner;
    Date last{};                                ///< registered or last contacted
    std::optional<Date> next;                   ///< as the latest of these records says
    std::vector<const team::Record*> contacts;  ///< oldest first
    const team::Record* closed = nullptr;
    const team::Record* ruling = nullptr;  ///< the last one that settled whose it is (D13.1)

    bool won() const { return closed != nullptr && closed->text("outcome") == "won"; }
};

struct Deal {
    const team::Record* opened = nullptr;
    team::PersonId holder;  ///< who collects: the seller, until it is handed over
    team::PersonId owner;   ///< whose the customer was on that day (D13.1)
    std::vector<const team::Record*> payments;
    std::vector<const team::Record*> refunds;
};

/// A stretch in which a ticket waits for a part or a vendor: its clock stands still (D10.5).
struct Pause {
    const team::Record* from = nullptr;
    const team::Record* to = nullptr;  ///< null: it still waits
};

struct Ticket {
    const team::Record* opened = nullptr;
    team::PersonId taker;                    ///< to whom it was handed over
    const team::Record* answered = nullptr;  ///< the first answer
    const team::Record* closed = nullptr;
    const team::Record* called_back = nullptr;  ///< the last call to who reported it (D10.4)
    std::vector<const team::Record*> calls;     ///< all of them
    std::vector<Pause> pauses;                  ///< oldest first

    bool waits() const { return closed == nullptr && !pauses.empty() && pauses.back().to == nullptr; }

    /// Who handles it: who took it over, its owner, else who closed or answered it.
    team::PersonId handler() const;
};

/// A problem, an action or a suggestion.
struct Matter {
    const team::Record* opened = nullptr;
    const team::Record* closed = nullptr;
    team::PersonId holder;                    ///< `who`, until it is handed over
    std::vector<const team::Record*> passed;  ///< decisions that passed it up the line (D15.3)
};

/// Entities of one kind in the order in which they were opened, and by id. Of two with one id the first
/// counts.
template <class T>
class EntityList {
  public:
    void open(const team::Record& record, T entity) {
        if (places_.try_emplace(record.text("id"), list_.size()).second) list_.push_back(std::move(entity));
    }
    T* find(std::string_view id) {
        const auto at = places_.find(id);
        return at == places_.end() ? nullptr : &list_[at->second];
    }
    const T* find(std::string_view id) const {
        const auto at = places_.find(id);
        return at == places_.end() ? nullptr : &list_[at->second];
    }
    auto begin() { return list_.begin(); }
    auto end() { return list_.end(); }
    auto begin() const { return list_.begin(); }
    auto end() const { return list_.end(); }
    std::size_t size() const { return list_.size(); }

  private:
    std::vector<T> list_;
    std::unordered_map<std::string_view, std::size_t> places_;
};

/// The ids point into the team's records.
struct Entities {
    EntityList<Customer> customers;
    EntityList<Deal> deals;
    EntityList<Ticket> tickets;
    EntityList<Matter> problems;
    EntityList<Matter> actions;
    EntityList<Matter> suggestions;
    /// Of tickets what changed nothing: a wait while it waits, a return to work without one.
    std::vector<const team::Record*> in_vain;
};

/// What somebody has open: customers, tickets, actions, deals with money to collect.
struct Holdings {
    std::int64_t customers = 0;
    std::int64_t tickets = 0;
    std::int64_t actions = 0;
    std::int64_t deals = 0;

    std::int64_t all() const { return customers + tickets + actions + deals; }
};
Holdings holdings_of(const Entities& entities, team::PersonId who);
inline bool holds_anything(const Entities& entities, team::PersonId who) {
    return holdings_of(entities, who).all() > 0;
}

/// Everything that was opened by then, as it stood then. What names an id that nothing opened is left out.
Entities entities_at(const team::Team& team, Moment moment);

}  // namespace teamctl::rules
