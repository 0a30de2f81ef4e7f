#include "intake/number_format.hpp"

#include <fmt/format.h>

#include <cmath>
#include <optional>

#include "base/date.hpp"

namespace teamctl::intake {
namespace {

constexpr std::int64_t day_seconds = 24 * 60 * 60;

/// The first section of a code without what is only text: quoted words, escaped signs, colours.
std::string plain_code(std::string_view code, NumberForm& form) {
    std::string out;
    for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
        const char c = code[i];
        if (c == '"') {
            i = std::min(code.find('"', i + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const auto end = std::min(code.find(']', i), code.size());
            const auto inside = code.substr(i + 1, end - i - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) {
                form.elapsed = true;
                out += inside;
            }
            i = end;
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
    for (const std::string_view mark : {"am/pm", "a/p", "上午/下午"}) {
        if (const auto at = out.find(mark); at != std::string::npos) out.replace(at, mark.size(), "h");
    }
    return out;
}

/// The day that has that number; nothing outside the years of our files.
std::optional<Date> day_of(std::int64_t number, bool from_1904) {
    // 1900 counts as a leap year, which it was not: up to its end of February the numbers are one lower.
    const Date zero = from_1904 ? make_date(1904, 1, 1) : make_date(1899, 12, 30);
    const std::int64_t days = !from_1904 && number < 60 ? number + 1 : number;
    if (days < 0 || days > 400'000) return std::nullopt;
    const Date date = zero + Days{days};
    return year_of(date) >= first_year && year_of(date) <= last_year ? std::optional{date} : std::nullopt;
}

std::string clock(std::int64_t second_of_day) {
    auto text = fmt::format("{:02}:{:02}", second_of_day / 3600, second_of_day / 60 % 60);
    if (second_of_day % 60 != 0) text += fmt::format(":{:02}", second_of_day % 60);
    return text;
}

std::string plain_number(double value, const NumberForm& form) {
    if (form.percent) return fmt::format("{:.12g}%", value * 100);
    if (form.zeros > 1 && value >= 0 && value == std::floor(value) && value < 1e15)
        return fmt::format("{:0{}}", static_cast<std::int64_t>(value), form.zeros);
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return fmt::format("{}", static_cast<std::int64_t>(value));
    return fmt::format("{:.15g}", value);
}

}  // namespace

NumberForm built_in_form(int id) {
    const bool date = (id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 ||
                      (id >= 50 && id <= 54) || id == 57 || id == 58;
    const bool time =
        (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id == 55 || id == 56;
    NumberForm form;
    form.date = date || id == 22;
    form.time = time || id == 22;
    form.elapsed = id == 46;
    form.percent = id == 9 || id == 10;
    return form;
}

NumberForm form_of_code(std::string_view code) {
    NumberForm form;
    const auto text = plain_code(code, form);
    if (text == "general" || text == "@") return {};
    const auto has = [&](std::string_view signs) { return text.find_first_of(signs) != std::string::npos; };
    form.time = has("hs") || form.elapsed;
    form.date = has("yd") || (has("m") && !form.time);
    form.percent = has("%");
    if (!text.empty() && text.find_first_not_of('0') == std::string::npos && text.size() <= 15)
        form.zeros = static_cast<int>(text.size());
    return form;
}

std::string shown_number(double value, const NumberForm& form, bool from_1904) {
    if (!std::isfinite(value)) return {};
    const bool is_moment = (form.date || form.time) && value >= 0 && value < 1e6;
    if (!is_moment) return plain_number(value, form);
    const auto seconds = static_cast<std::int64_t>(std::llround(value * day_seconds));
    const auto days = seconds / day_seconds;
    if (!form.date && (days == 0 || form.elapsed)) return clock(seconds);
    const auto day = day_of(days, from_1904);
    if (!day) return plain_number(value, form);
    const auto date = to_string(*day);
    return form.time ? date + " " + clock(seconds % day_seconds) : date;
}

}  // namespace teamctl::intake
