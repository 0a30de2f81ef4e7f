// Amounts that come in or go out, as people say them: 支出 300, 收入 500, spent 45.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entry/draft.hpp"

namespace teamctl::entry {

/// The field of the kind that holds an amount with a sign; null where there is none.
const team::FieldSpec* signed_amount(const team::RecordSpec& spec);

/// Takes the word that says whether the amount comes in or goes out, and gives the amount its sign. A word
/// and a number that contradict each other are refused; where no such word is said, nothing changes.
std::optional<Refusal> sign_amount(const Draft& draft, std::vector<std::string>& words);

}  // namespace teamctl::entry
