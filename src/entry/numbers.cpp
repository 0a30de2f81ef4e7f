#include "entry/numbers.hpp"

#include <algorithm>
#include <array>

#include "base/period.hpp"
#include "base/text.hpp"

namespace teamctl::entry {

std::optional<TimeOfDay> time_in(std::string_view text) {
    std::string time{text};
    if (const auto colon = time.find("："); colon != std::string::npos) time.replace(colon, 3, ":");
    const bool night = time.starts_with("晚上");
    const bool after_noon = night || time.starts_with("下午");
    if (after_noon || time.starts_with("上午") || time.starts_with("早上")) time.erase(0, 6);
    if (const auto hour = time.find("点"); hour != std::string::npos) {
        auto minutes = time.substr(hour + 3);
        if (minutes.ends_with("分")) minutes.resize(minutes.size() - 3);
        if (minutes == "半") minutes = "30";
        time.erase(hour);
        time += ":" + std::string(2 - std::min<std::size_t>(2, minutes.size()), '0') + minutes;
    }
    if (time.size() == 4 && time[1] == ':') time.insert(0, 1, '0');  // 9:05
    auto read = parse_time(time);
    constexpr int noon = 12 * 60;
    // 晚上12点 may be either end of the day.
    if (read && night && read->minutes >= noon && read->minutes < noon + 60) return std::nullopt;
    if (read && after_noon && read->minutes < noon) read->minutes += noon;
    return read;
}

std::optional<Date> day_in(std::string_view text, Date today) {
    auto period = parse_period(text, today, Lean::after);
    if (!period && !text.empty() && static_cast<unsigned char>(text.front()) >= 0x80) {  // 下 周一
        std::string close{text};
        std::erase(close, ' ');
        period = parse_period(close, today, Lean::after);
    }
    if (!period) return std::nullopt;
    if (period->from == period->to) return period->from;
    // In 2 weeks is a day, two weeks from this one.
    const bool counted = text.starts_with("in ") || text.ends_with("后") || text.ends_with(" later");
    if (counted && period->unit == Period::Unit::week) return today + (period->from - monday_of(today));
    if (counted && period->unit == Period::Unit::month)
        return add_months(today, static_cast<int>((month_of(period->from) - month_of(today)).count()));
    return std::nullopt;
}

namespace {

/// The number that Chinese numerals write, up to 9999: 两, 十五, 三百零二. Nothing where they are none.
std::optional<int> chinese_number(std::string_view text) {
    constexpr std::array<std::string_view, 10> digits{"零", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九"};
    constexpr std::array<std::pair<std::string_view, int>, 3> units{{{"千", 1000}, {"百", 100}, {"十", 10}}};
    int sum = 0;
    int last_unit = 10000;  // units go down
    int digit = -1;         // that no unit follows yet
    for (bool first = true; !text.empty(); text.remove_prefix(3), first = false) {
        const auto sign = text.substr(0, 3);
        const auto* unit = std::ranges::find(units, sign, &std::pair<std::string_view, int>::first);
        const auto* known = std::ranges::find(digits, sign == "两" ? "二" : sign);
        if (unit != units.end()) {
            const bool bare_ten = first && unit->second == 10;
            if ((digit <= 0 && !bare_ten) || last_unit <= unit->second) return std::nullopt;
            sum += (bare_ten ? 1 : digit) * unit->second;
            last_unit = unit->second;
            digit = -1;
        } else if (known == digits.end() || digit > 0 || (digit == 0 && first)) {
            return std::nullopt;
        } else {
            digit = static_cast<int>(known - digits.begin());
            if (digit == 0 && (first || text.size() == 3)) return std::nullopt;  // 三百零二 has one within
        }
    }
    if (digit > 0) sum += digit;
    return sum > 0 ? std::optional{sum} : std::nullopt;
}

}  // namespace

std::string bare_number(std::string_view text) {
    for (const std::string_view sign : {"+", "¥", "￥"}) {
        if (text.starts_with(sign)) text.remove_prefix(sign.size());
    }
    for (const std::string_view unit : {"块钱", "元", "块", "分", "度", "吨", "方"}) {
        if (text.ends_with(unit)) text = trimmed(text.substr(0, text.size() - unit.size()));
    }
    if (const auto spoken = chinese_number(text)) return std::to_string(*spoken);
    std::string digits{text};
    // Commas stand between three digits each: in 12,80 it is not known what is meant.
    for (auto comma = digits.find(','); comma != std::string::npos; comma = digits.find(',', comma)) {
        const auto next = std::min(digits.find_first_of(",.", comma + 1), digits.size());
        if (comma == 0 || next - comma != 4) return std::string{text};
        digits.erase(comma, 1);
    }
    return digits;
}

bool is_bare_number(std::string_view word) {
    const auto number = bare_number(word);
    const auto digits = std::string_view{number}.substr(number.starts_with('-') ? 1 : 0);
    return !digits.empty() && digits.find_first_not_of("0123456789.") == std::string::npos &&
           digits.find_first_of("0123456789") != std::string::npos;
}

}  // namespace teamctl::entry
