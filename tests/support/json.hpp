// Looking into the JSON of reports.
#pragma once

#include <string_view>
#include <variant>

#include "base/json.hpp"

namespace teamctl::test {

/// The member of an object; nullptr where it has none of that name, or is no object.
inline const Json* member(const Json& json, std::string_view key) {
    const auto* object = std::get_if<Json::Object>(&json.value());
    if (object == nullptr) return nullptr;
    for (const auto& [name, value] : *object) {
        if (name == key) return &value;
    }
    return nullptr;
}

}  // namespace teamctl::test
