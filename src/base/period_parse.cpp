// Periods as people name them (teamctl(1), PERIODS OF TIME), one form after the other.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <vector>

#include "base/period.hpp"

namespace teamctl {
namespace {

using Unit = Period::Unit;

struct Named {
    std::string_view text;
    int value;
};

/// The row whose text the words begin with, which is taken off them.
template <std::size_t n>
std::optional<int> taken_of(std::string_view& words, const std::array<Named, n>& rows) {
    for (const auto& row : rows) {
        if (!words.starts_with(row.text)) continue;
        words.remove_prefix(row.text.size());
        return row.value;
    }
    return std::nullopt;
}

// Longer texts stand before those that begin them.
constexpr std::array day_words{
    Named{"today", 0},  Named{"yesterday", -1}, Named{"tomorrow", 1}, Named{"今天", 0},  Named{"今日", 0},
    Named{"当天", 0},   Named{"昨天", -1},      Named{"昨日", -1},    Named{"明天", 1},  Named{"明日", 1},
    Named{"大后天", 3}, Named{"后天", 2},       Named{"大前天", -3},  Named{"前天", -2},
};
constexpr std::array year_words{Named{"今年", 0},  Named{"本年", 0}, Named{"去年", -1}, Named{"上年", -1},
                                Named{"前年", -2}, Named{"明年", 1}, Named{"后年", 2}};
constexpr std::array steps_zh{Named{"上上个", -2}, Named{"上上", -2}, Named{"上个", -1}, Named{"上", -1},
                              Named{"下下个", 2},  Named{"下下", 2},  Named{"下个", 1},  Named{"下", 1},
                              Named{"这个", 0},    Named{"这", 0},    Named{"本", 0},    Named{"当", 0}};
constexpr std::array steps_en{Named{"this ", 0}, Named{"last ", -1}, Named{"next ", 1}};
constexpr std::array units{
    Named{"周", int(Unit::week)},     Named{"星期", int(Unit::week)},       Named{"礼拜", int(Unit::week)},
    Named{"月", int(Unit::month)},    Named{"季度", int(Unit::quarter)},    Named{"week", int(Unit::week)},
    Named{"month", int(Unit::month)}, Named{"quarter", int(Unit::quarter)}, Named{"year", int(Unit::year)}};
constexpr std::array offset_units{
    Named{"days", int(Unit::day)},    Named{"day", int(Unit::day)},      Named{"weeks", int(Unit::week)},
    Named{"week", int(Unit::week)},   Named{"months", int(Unit::month)}, Named{"month", int(Unit::month)},
    Named{"天", int(Unit::day)},      Named{"日", int(Unit::day)},       Named{"个月", int(Unit::month)},
    Named{"个星期", int(Unit::week)}, Named{"星期", int(Unit::week)},    Named{"周", int(Unit::week)},
    Named{"d", int(Unit::day)},       Named{"w", int(Unit::week)},       Named{"m", int(Unit::month)}};
constexpr std::array weekdays_zh{Named{"一", 0}, Named{"二", 1}, Named{"三", 2}, Named{"四", 3},
                                 Named{"五", 4}, Named{"六", 5}, Named{"日", 6}, Named{"天", 6}};
constexpr std::array weekdays_en{Named{"monday", 0},   Named{"mon", 0},       Named{"tuesday", 1},
                                 Named{"tue", 1},      Named{"wednesday", 2}, Named{"wed", 2},
                                 Named{"thursday", 3}, Named{"thu", 3},       Named{"friday", 4},
                                 Named{"fri", 4},      Named{"saturday", 5},  Named{"sat", 5},
                                 Named{"sunday", 6},   Named{"sun", 6}};
constexpr std::array digits_zh{Named{"十", 10}, Named{"一", 1}, Named{"二", 2}, Named{"两", 2},
                               Named{"三", 3},  Named{"四", 4}, Named{"五", 5}, Named{"六", 6},
                               Named{"七", 7},  Named{"八", 8}, Named{"九", 9}};
constexpr std::array months_en{
    Named{"january", 1},   Named{"february", 2}, Named{"march", 3},     Named{"april", 4},
    Named{"may", 5},       Named{"june", 6},     Named{"july", 7},      Named{"august", 8},
    Named{"september", 9}, Named{"october", 10}, Named{"november", 11}, Named{"december", 12},
    Named{"jan", 1},       Named{"feb", 2},      Named{"mar", 3},       Named{"apr", 4},
    Named{"jun", 6},       Named{"jul", 7},      Named{"aug", 8},       Named{"sept", 9},
    Named{"sep", 9},       Named{"oct", 10},     Named{"nov", 11},      Named{"dec", 12}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Small letters, no blanks at the ends and none twice, and dates of any writing with dashes: 2026/3/5, 12.1.
std::string plain(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        if (c == ',' || c == '\t') c = ' ';
        if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
        const bool between = i > 0 && i + 1 < text.size() && is_digit(text[i - 1]) && is_digit(text[i + 1]);
        out += (c == '/' || c == '.') && between ? '-' : c;
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

Period around(Unit unit, Date day) {
    switch (unit) {
        case Unit::week:
            return week_period(day);
        case Unit::month:
            return month_period(month_of(day));
        case Unit::quarter:
            return quarter_period(day);
        case Unit::year:
            return year_period(year_of(day));
        case Unit::day:
        case Unit::range:
            break;
    }
    return day_period(day);
}

std::optional<int> whole_number(std::string_view text, std::size_t most_digits) {
    if (text.empty() || text.size() > most_digits || !std::all_of(text.begin(), text.end(), is_digit))
        return std::nullopt;
    int value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

std::optional<int> year_number(std::string_view text) {
    const auto year = text.size() == 4 ? whole_number(text, 4) : std::nullopt;
    return year && *year >= first_year && *year <= last_year ? year : std::nullopt;
}

/// The number that the words begin with, which is taken off them: `12`, `三`.
std::optional<int> taken_number(std::string_view& words) {
    std::size_t length = 0;
    while (length < words.size() && is_digit(words[length])) ++length;
    if (length == 0) return taken_of(words, digits_zh);
    const auto number = whole_number(words.substr(0, length), 4);
    if (number) words.remove_prefix(length);
    return number;
}

/// `2026-W48`, `2026-w1`
std::optional<Period> parse_week(std::string_view text, bool strict) {
    if (text.size() < 7 || text[4] != '-' || text[5] != (strict ? 'W' : 'w')) return std::nullopt;
    const auto year = year_number(text.substr(0, 4));
    const auto week = whole_number(text.substr(6), 2);
    if (!year || !week || *week < 1 || (strict && text.size() != 8)) return std::nullopt;
    const Date monday = monday_of(IsoWeek{*year, *week});
    if (iso_week(monday) != IsoWeek{*year, *week}) return std::nullopt;
    return week_period(monday);
}

/// `2026-Q4`
std::optional<Period> parse_quarter(std::string_view text, char letter) {
    if (text.size() != 7 || text[4] != '-' || text[5] != letter) return std::nullopt;
    const auto year = year_number(text.substr(0, 4));
    if (!year || text[6] < '1' || text[6] > '4') return std::nullopt;
    return quarter_period(make_date(*year, static_cast<unsigned>(text[6] - '1') * 3 + 1, 1));
}

/// What means the same on every day, as files write it.
std::optional<Period> parse_absolute(std::string_view text) {
    if (const auto date = parse_date(text)) return day_period(*date);
    if (const auto month = parse_month(text)) return month_period(*month);
    if (const auto week = parse_week(text, true)) return week;
    if (const auto quarter = parse_quarter(text, 'Q')) return quarter;
    if (const auto year = year_number(text)) return year_period(*year);
    return std::nullopt;
}

/// The day of that month and day that is nearest to today, or of the year.
std::optional<Date> nearest_date(std::optional<int> year, int month, int day, Date today) {
    std::optional<Date> nearest;
    if (month > 12 || day > 31) return nearest;
    for (const int one : {year_of(today) - 1, year_of(today), year_of(today) + 1}) {
        const auto date = parse_date(fmt::format("{:04}-{:02}-{:02}", year.value_or(one), month, day));
        if (date && (!nearest || std::chrono::abs(*date - today) < std::chrono::abs(*nearest - today)))
            nearest = date;
    }
    return nearest;
}

std::optional<Period> day_or_nothing(std::optional<Date> date) {
    return date ? std::optional{day_period(*date)} : std::nullopt;
}

/// `2026-3-5`, `2026-3`, `12-1`
std::optional<Period> parse_dashes(std::string_view text, Date today) {
    std::vector<int> parts;
    bool has_year = false;
    while (true) {
        const auto dash = text.find('-');
        const auto part = text.substr(0, dash);
        const auto number = whole_number(part, parts.empty() ? 4 : 2);
        if (!number) return std::nullopt;
        has_year = has_year || year_number(part);
        parts.push_back(*number);
        if (dash == std::string_view::npos) break;
        text.remove_prefix(dash + 1);
    }
    if (has_year && parts.size() == 3)
        return day_or_nothing(nearest_date(parts[0], parts[1], parts[2], today));
    if (!has_year && parts.size() == 2) return day_or_nothing(nearest_date({}, parts[0], parts[1], today));
    const auto first =
        has_year && parts.size() == 2 ? nearest_date(parts[0], parts[1], 1, today) : std::nullopt;
    return first ? std::optional{month_period(month_of(*first))} : std::nullopt;
}

/// The number before the sign, which is taken off the text with it; nothing where the text does not begin so.
std::optional<int> taken(std::string_view& text, std::string_view sign) {
    const auto at = text.find(sign);
    const auto number = at == std::string_view::npos ? std::nullopt : whole_number(text.substr(0, at), 4);
    if (number) text.remove_prefix(at + sign.size());
    return number;
}

/// `2026年12月1日`, `12月1日`, `12月`, `2026年`
std::optional<Period> parse_signs(std::string_view text, Date today) {
    const auto year = taken(text, "年");
    if (year && !year_number(fmt::format("{:04}", *year))) return std::nullopt;
    if (year && text.empty()) return year_period(*year);
    const auto month = taken(text, "月");
    if (!month) return std::nullopt;
    auto day = taken(text, "日");
    if (!day) day = taken(text, "号");
    if (!text.empty()) return std::nullopt;
    const auto date = nearest_date(year, *month, day.value_or(1), today);
    if (!date) return std::nullopt;
    return day ? day_period(*date) : month_period(month_of(*date));
}

/// `dec 1`, `1 december 2026`, `december`, `dec 2026`
std::optional<Period> parse_month_name(std::string_view text, Date today) {
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    while (!text.empty()) {
        const auto blank = text.find(' ');
        auto part = text.substr(0, blank);
        text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
        if (year_number(part) && !year) {
            year = year_number(part);
        } else if (whole_number(part, 2) && !day) {
            day = whole_number(part, 2);
        } else if (!month) {
            month = taken_of(part, months_en);
            if (!part.empty()) return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    const auto date = month ? nearest_date(year, *month, day.value_or(1), today) : std::nullopt;
    if (!date) return std::nullopt;
    return day ? day_period(*date) : month_period(month_of(*date));
}

/// A day, or a week, month, quarter or year beside this one, taken off the words: `明天`, `上个月`, `next
/// week`.
std::optional<Period> taken_relative(std::string_view& words, Date today) {
    if (const auto steps = taken_of(words, day_words)) return day_period(today + Days{*steps});
    if (const auto steps = taken_of(words, year_words)) return shifted(year_period(year_of(today)), *steps);
    auto rest = words;
    auto steps = taken_of(rest, steps_zh);
    if (!steps) steps = taken_of(rest, steps_en);
    const auto unit = steps ? taken_of(rest, units) : std::nullopt;
    if (!unit) return std::nullopt;
    words = rest;
    return shifted(around(static_cast<Unit>(*unit), today), *steps);
}

std::optional<Period> parse_relative(std::string_view text, Date today) {
    const auto period = taken_relative(text, today);
    return text.empty() ? period : std::nullopt;
}

/// The first or last day of a month, quarter or year, the two days that end a week: `月底`, `下月初`, `周末`.
std::optional<Period> parse_end(std::string_view text, Date today) {
    if (text == "end of month" || text == "month end" || text == "end of the month") text = "月底";
    if (text == "weekend" || text == "this weekend") text = "周末";
    auto rest = text;
    auto whole = taken_relative(rest, today);
    if (!whole) {
        const auto unit =
            taken_of(rest, std::array{Named{"周", int(Unit::week)}, Named{"月", int(Unit::month)},
                                      Named{"季度", int(Unit::quarter)}, Named{"年", int(Unit::year)}});
        if (unit) whole = around(static_cast<Unit>(*unit), today);
    }
    if (!whole || whole->unit == Unit::day) return std::nullopt;
    if (whole->unit == Unit::week)
        return rest == "末" ? std::optional{Period{whole->to - Days{1}, whole->to, Unit::range}}
                            : std::nullopt;
    if (rest == "底" || rest == "末") return day_period(whole->to);
    return rest == "初" ? std::optional{day_period(whole->from)} : std::nullopt;
}

/// `-3d`, `+1w`, `in 3 days`, `2 weeks ago`, `三天后`: the day, week or month that far from this one.
std::optional<Period> parse_offset(std::string_view text, Date today) {
    int sign = 0;
    if (text.starts_with('-') || text.starts_with('+')) {
        sign = text.front() == '-' ? -1 : 1;
        text.remove_prefix(1);
    } else if (text.starts_with("in ")) {
        sign = 1;
        text.remove_prefix(3);
    }
    const bool has_sign = sign != 0;
    const auto count = taken_number(text);
    if (!count) return std::nullopt;
    if (text.starts_with(' ')) text.remove_prefix(1);
    const auto unit = taken_of(text, offset_units);
    if (!unit) return std::nullopt;
    const auto end = taken_of(text, std::array{Named{" ago", -1}, Named{"前", -1}, Named{"以前", -1},
                                               Named{"后", 1}, Named{"以后", 1}, Named{" later", 1}});
    if (!text.empty() || (has_sign == end.has_value())) return std::nullopt;
    return shifted(around(static_cast<Unit>(*unit), today), *count * (has_sign ? sign : *end));
}

Date weekday_from(Date today, int weekday, Lean lean) {
    const int ahead = (weekday - static_cast<int>((today - monday_of(today)).count()) + 7) % 7;  // 0: today
    switch (lean) {
        case Lean::ahead:
            return today + Days{ahead};
        case Lean::after:
            return today + Days{ahead == 0 ? 7 : ahead};
        case Lean::back:
            return today - Days{(7 - ahead) % 7};
        case Lean::before:
            break;
    }
    return today - Days{ahead == 0 ? 7 : 7 - ahead};
}

/// `周一`, `下周一`, `星期天`, `friday`, `last friday`, `this sat`
std::optional<Period> parse_weekday(std::string_view text, Date today, Lean lean) {
    auto rest = text;
    const auto week = taken_relative(rest, today);
    if (week && week->unit == Unit::week) {
        const auto day = taken_of(rest, weekdays_zh);
        return day && rest.empty() ? std::optional{day_period(week->from + Days{*day})} : std::nullopt;
    }
    const auto bare = std::array{Named{"周", 0}, Named{"星期", 0}, Named{"礼拜", 0}};
    if (rest = text; taken_of(rest, bare)) {
        const auto day = taken_of(rest, weekdays_zh);
        return day && rest.empty() ? std::optional{day_period(weekday_from(today, *day, lean))}
                                   : std::nullopt;
    }
    const auto steps = taken_of(rest, steps_en);
    const auto day = taken_of(rest, weekdays_en);
    if (!day || !rest.empty()) return std::nullopt;
    if (steps == 0) return day_period(monday_of(today) + Days{*day});
    return day_period(weekday_from(today, *day, !steps ? lean : *steps < 0 ? Lean::before : Lean::after));
}

std::optional<Period> parse_single(std::string_view text, Date today, Lean lean) {
    if (auto found = parse_absolute(text)) return found;
    const auto words = plain(text);
    if (auto found = parse_week(words, false)) return found;
    if (auto found = parse_quarter(words, 'q')) return found;
    if (auto found = parse_relative(words, today)) return found;
    if (auto found = parse_end(words, today)) return found;
    if (auto found = parse_weekday(words, today, lean)) return found;
    if (auto found = parse_offset(words, today)) return found;
    if (auto found = parse_dashes(words, today)) return found;
    if (auto found = parse_signs(words, today)) return found;
    return parse_month_name(words, today);
}

/// One period, or two with one of the signs of a range between them.
template <class Parse>
std::optional<Period> parse_range(std::string_view text, std::initializer_list<std::string_view> signs,
                                  const Parse& parse) {
    for (const auto sign : signs) {
        const auto at = text.find(sign);
        if (at == std::string_view::npos) continue;
        const auto first = parse(text.substr(0, at));
        const auto last = parse(text.substr(at + sign.size()));
        if (!first || !last || last->to < first->from) return std::nullopt;
        return Period{first->from, last->to, Unit::range};
    }
    return parse(text);
}

}  // namespace

std::optional<Period> parse_period(std::string_view text, Date today, Lean lean) {
    return parse_range(text, {"..", "到", "至", "~", "～"},
                       [&](std::string_view part) { return parse_single(part, today, lean); });
}

std::optional<Period> parse_fixed_period(std::string_view text) {
    return parse_range(text, {".."}, parse_absolute);
}

}  // namespace teamctl
