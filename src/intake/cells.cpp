#include "intake/cells.hpp"

#include <array>
#include <vector>

#include "base/text.hpp"
#include "intake/sheet.hpp"

namespace teamctl::intake {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// The runs of digits, and what stands between and around them.
struct Runs {
    std::vector<std::string> digits;
    std::vector<std::string> between;  ///< one more than digits
};

Runs runs_of(std::string_view text) {
    Runs runs{{}, {""}};
    bool in_digits = false;
    for (const char c : text) {
        if (is_digit(c)) {
            if (!in_digits) {
                runs.digits.emplace_back();
                runs.between.emplace_back();
            }
            runs.digits.back() += c;
        } else {
            runs.between.back() += c;
        }
        in_digits = is_digit(c);
    }
    return runs;
}

std::optional<Date> valid_date(const std::string& year, const std::string& month, const std::string& day) {
    if (year.size() != 4 || month.empty() || month.size() > 2 || day.empty() || day.size() > 2)
        return std::nullopt;
    const auto two = [](const std::string& digits) { return digits.size() == 1 ? "0" + digits : digits; };
    return parse_date(year + "-" + two(month) + "-" + two(day));
}

bool is_midnight(const Runs& runs) {
    if (runs.digits.size() == 3) return true;
    if (runs.digits.size() != 5 && runs.digits.size() != 6) return false;
    for (std::size_t i = 3; i < runs.digits.size(); ++i) {
        if (runs.digits[i].find_first_not_of('0') != std::string::npos) return false;
    }
    return true;
}

}  // namespace

std::optional<Date> date_of(std::string_view raw) {
    const std::string text = half_width(tidied(raw));
    const auto runs = runs_of(text);
    if (runs.digits.size() == 1 && text.size() == 8)
        return valid_date(text.substr(0, 4), text.substr(4, 2), text.substr(6, 2));
    if (!is_midnight(runs) || !runs.between[0].empty()) return std::nullopt;
    static constexpr std::array<std::array<std::string_view, 3>, 4> forms{
        {{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}}};
    for (const auto& [after_year, after_month, after_day] : forms) {
        const std::string_view last = runs.between[3];
        const bool ends = runs.digits.size() == 3
                              ? last == after_day
                              : last.starts_with(after_day) &&
                                    last.find_first_not_of(" T", after_day.size()) == std::string_view::npos;
        if (runs.between[1] == after_year && runs.between[2] == after_month && ends)
            return valid_date(runs.digits[0], runs.digits[1], runs.digits[2]);
    }
    return std::nullopt;
}

std::optional<int> whole_of(std::string_view raw) {
    std::string text = half_width(tidied(raw));
    // 1,200: a comma before three digits separates thousands.
    for (auto at = text.find(','); at != std::string::npos; at = text.find(',', at)) {
        const bool three = text.size() >= at + 4 && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
                           is_digit(text[at + 3]);
        if (at == 0 || !is_digit(text[at - 1]) || !three) return std::nullopt;
        text.erase(at, 1);
    }
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    const auto runs = runs_of(text);
    if (runs.digits.size() != 1 || !runs.between[0].empty() || runs.digits[0].size() > 7) return std::nullopt;
    const auto unit = trimmed(runs.between[1]);
    static constexpr std::array<std::string_view, 20> units{"",     "台",  "个", "套",   "件",     "只", "把",
                                                            "块",   "部",  "辆", "张",   "组",     "支", "月",
                                                            "个月", "pcs", "pc", "sets", "months", "条"};
    for (const auto known : units) {
        if (unit == known) return std::stoi(runs.digits[0]);
    }
    return std::nullopt;
}

std::optional<TimeOfDay> time_of(std::string_view raw) {
    std::string text = half_width(tidied(raw));
    if (const auto space = text.rfind(' '); space != std::string::npos) text = text.substr(space + 1);
    const auto runs = runs_of(text);
    if (runs.digits.size() != 2 && runs.digits.size() != 3) return std::nullopt;
    if (!runs.between.front().empty() || !runs.between.back().empty()) return std::nullopt;
    for (std::size_t i = 1; i + 1 < runs.between.size(); ++i) {
        if (runs.between[i] != ":") return std::nullopt;
    }
    const std::string hour = runs.digits[0].size() == 1 ? "0" + runs.digits[0] : runs.digits[0];
    return parse_time(hour + ":" + runs.digits[1]);
}

}  // namespace teamctl::intake
