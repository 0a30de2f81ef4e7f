// A tree of plain values, in the order they were put in: what a JSON document carries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
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

    Json();
    Json(std::nullptr_t);
    Json(bool value);
    Json(int value);
    Json(unsigned value);
    Json(std::int64_t value);
    Json(std::size_t value);
    Json(JsonDecimal value);
    Json(const char* value);
    Json(std::string value);
    Json(std::string_view value);
    /// Money travels as a decimal string: no reader may make a binary fraction of it.
    Json(Money value);
    Json(Array value);
    Json(Object value);
    Json(const Json& other);
    Json(Json&& other) noexcept;
    Json& operator=(const Json& other);
    Json& operator=(Json&& other) noexcept;
    ~Json();

    static Json array();
    static Json object();

    /// Appends a member; the caller keeps keys unique. Turns null into an object.
    Json& set(std::string_view key, Json value);
    /// Appends an item. Turns null into an array.
    Json& push(Json value);

    bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }
    const Value& value() const { return value_; }

  private:
    Value value_ = nullptr;
};

}  // namespace teamctl
