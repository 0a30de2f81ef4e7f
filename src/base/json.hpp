// A tree of plain values, in the order they were put in: what a JSON document carries.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/money.hpp"

namespace teamctl {

/// A number written with a fixed number of decimals: exact quotients in JSON.
struct JsonDecimal {
    Ratio value;
    int places = 4;
};

class Json {
  public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;
    using Value = std::variant<std::nullptr_t, bool, std::int64_t, JsonDecimal, std::string, Array, Object>;

    Json() = default;
    Json(std::nullptr_t) {}
    Json(bool value) : value_{value} {}
    Json(int value) : value_{std::int64_t{value}} {}
    Json(unsigned value) : value_{std::int64_t{value}} {}
    Json(std::int64_t value) : value_{value} {}
    Json(std::size_t value) : value_{static_cast<std::int64_t>(value)} {}
    Json(JsonDecimal value) : value_{value} {}
    Json(const char* value) : value_{std::string{value}} {}
    Json(std::string value) : value_{std::move(value)} {}
    Json(std::string_view value) : value_{std::string{value}} {}
    /// Money travels as a decimal string: no reader may make a binary fraction of it.
    Json(Money value) : value_{to_string(value)} {}
    Json(Array value) : value_{std::move(value)} {}
    Json(Object value) : value_{std::move(value)} {}

    static Json array() { return Json{Array{}}; }
    static Json object() { return Json{Object{}}; }

    /// Appends a member; the caller keeps keys unique. Turns null into an object.
    Json& set(std::string key, Json value);
    /// Appends an item. Turns null into an array.
    Json& push(Json value);

    bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }
    const Value& value() const { return value_; }

  private:
    Value value_ = nullptr;
};

inline Json& Json::set(std::string key, Json value) {
    if (is_null()) value_ = Object{};
    std::get<Object>(value_).emplace_back(std::move(key), std::move(value));
    return *this;
}

inline Json& Json::push(Json value) {
    if (is_null()) value_ = Array{};
    std::get<Array>(value_).push_back(std::move(value));
    return *this;
}

}  // namespace teamctl
