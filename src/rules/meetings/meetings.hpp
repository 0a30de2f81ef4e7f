// What meetings are by their definition.
#pragma once

#include <string_view>

#include "team/model.hpp"

namespace teamctl::rules {

/// Whether the meeting is one that has topics at all.
bool wants_topic(const team::Series& series);

/// Whether an agenda item is an invitation to anything at all: 还有别的事, 其他事项, AOB (D1.30).
bool is_other_business(std::string_view item);

}  // namespace teamctl::rules
