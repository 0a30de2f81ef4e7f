#include "base/json.hpp"

namespace teamctl {

Json::Json() = default;
Json::Json(std::nullptr_t) {}
Json::Json(bool value) : value_{value} {}
Json::Json(int value) : value_{std::int64_t{value}} {}
Json::Json(unsigned value) : value_{std::int64_t{value}} {}
Json::Json(std::int64_t value) : value_{value} {}
Json::Json(std::size_t value) : value_{static_cast<std::int64_t>(value)} {}
Json::Json(JsonDecimal value) : value_{value} {}
Json::Json(const char* value) : value_{std::string{value}} {}
Json::Json(std::string value) : value_{std::move(value)} {}
Json::Json(std::string_view value) : value_{std::string{value}} {}
Json::Json(Money value) : value_{to_string(value)} {}
Json::Json(Array value) : value_{std::move(value)} {}
Json::Json(Object value) : value_{std::move(value)} {}
Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;

Json Json::array() {
    return Array{};
}

Json Json::object() {
    return Object{};
}

Json& Json::set(std::string_view key, Json value) {
    if (is_null()) value_ = Object{};
    std::get<Object>(value_).emplace_back(key, std::move(value));
    return *this;
}

Json& Json::push(Json value) {
    if (is_null()) value_ = Array{};
    std::get<Array>(value_).push_back(std::move(value));
    return *this;
}

}  // namespace teamctl
