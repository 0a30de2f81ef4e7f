// How an agenda tells what is wrong with its day.
#pragma once

#include "base/json.hpp"
#include "base/phrase.hpp"
#include "waiting/warnings.hpp"

namespace teamctl::report {

Phrase warning_text(const waiting::AgendaDay& day, const waiting::AgendaWarning& warning);
/// The code and what it is about.
Json warning_json(const waiting::AgendaDay& day, const waiting::AgendaWarning& warning);

}  // namespace teamctl::report
