// Problems that become topics of meetings, and topics that were held (D1.8).
#pragma once

#include <optional>
#include <string_view>

#include "team/model.hpp"

namespace teamctl::rules {

/// Whether the words of a plan's line are the topic: its title or its id.
bool is_topic(const team::Topic& topic, std::string_view words);

/// Whether the words of a plan's line are what the problem brought up: its own, or a topic made of it.
bool is_about_problem(const team::Team& team, const team::Record& problem, std::string_view words);

/// When what the problem brought up was last the topic of a meeting before that day, by the plans that are
/// loaded, or is marked as used; a meeting that was cancelled gives its topic back. Nothing: never.
std::optional<Date> discussed_before(const team::Team& team, const team::Record& problem, Date day);

}  // namespace teamctl::rules
