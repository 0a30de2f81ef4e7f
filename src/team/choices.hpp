// Words of enums that more than one schema file reads.
#pragma once

#include "team/schema.hpp"

namespace teamctl::team {

template <>
struct Choices<Level> {
    static constexpr std::pair<std::string_view, Level> names[]{
        {"decision", Level::decision}, {"management", Level::management}, {"execution", Level::execution}};
};

}  // namespace teamctl::team
