// Dates, times and money as tests write them; what is none is thrown back.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/period.hpp"

namespace teamctl::test {

inline Date day(std::string_view text) {
    const auto date = parse_date(text);
    if (!date) throw std::invalid_argument{std::string{text}};
    return *date;
}
inline TimeOfDay clock(std::string_view text) {
    const auto time = parse_time(text);
    if (!time) throw std::invalid_argument{std::string{text}};
    return *time;
}
inline Money yuan(std::string_view text) {
    const auto money = parse_money(text);
    if (!money) throw std::invalid_argument{std::string{text}};
    return *money;
}
inline Moment moment(std::string_view text) {
    const auto at = parse_moment(text);
    if (!at) throw std::invalid_argument{std::string{text}};
    return *at;
}
inline Period span(std::string_view text) {
    const auto period = parse_period(text, make_date(2026, 11, 24));
    if (!period) throw std::invalid_argument{std::string{text}};
    return *period;
}

}  // namespace teamctl::test
