// The JSON of a schedule, as teamctl-schedule(1) fixes it, and the words for its reasons.
#pragma once

#include <string>

#include "base/json.hpp"
#include "rota/plan.hpp"
#include "store/load.hpp"

namespace teamctl::report {

Json schedule_json(const store::Loaded& loaded, const rota::Plan& plan, const Period& period);

/// `leave`, `works`, `gap` ...: why a person is kept out of a slot.
std::string_view reason_code(const rota::Question& question, const rota::Reason& reason);
/// The place in the files that the reason comes from.
team::Origin reason_origin(const team::Team& team, const rota::Plan& plan, const rota::Reason& reason,
                           int slot);
/// An exact value with four decimals.
JsonDecimal four_decimals(const mpq_class& value);
/// The bound, with four decimals; below the value where it is not proven, however near.
JsonDecimal printed_bound(const rota::FairnessBound& fairness);

}  // namespace teamctl::report
