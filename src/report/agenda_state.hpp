// What is open at a moment: customers to follow up, problems, actions, tickets.
#pragma once

#include <string_view>
#include <vector>

#include "team/model.hpp"

namespace teamctl::report {

/// A customer who is not closed, and when the next contact is due (rules.md, example 4).
struct FollowUp {
    const team::Record* customer = nullptr;
    team::PersonId owner;
    Date last{};  ///< registered or last contacted
    Date due{};
};

struct OpenTicket {
    const team::Record* ticket = nullptr;
    const team::Record* answered = nullptr;
};

struct AgendaState {
    std::vector<FollowUp> follow_ups;           ///< with a due date, by due date
    std::vector<const team::Record*> problems;  ///< oldest first
    std::vector<const team::Record*> actions;   ///< urgent and important first, then by due date (D15.2)
    std::vector<OpenTicket> tickets;            ///< oldest first
};

/// The state after the records of all days before `before`.
AgendaState state_before(const team::Team& team, Date before);

}  // namespace teamctl::report
