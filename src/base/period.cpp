#include "base/period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace teamctl {
namespace {

using Unit = Period::Unit;

struct Word {
    std::string_view text;
    Unit unit;
    int steps;
};

constexpr std::array words{
    Word{"today", Unit::day, 0},
    Word{"yesterday", Unit::day, -1},
    Word{"tomorrow", Unit::day, 1},
    Word{"this week", Unit::week, 0},
    Word{"last week", Unit::week, -1},
    Word{"next week", Unit::week, 1},
    Word{"this month", Unit::month, 0},
    Word{"last month", Unit::month, -1},
    Word{"next month", Unit::month, 1},
    Word{"this quarter", Unit::quarter, 0},
    Word{"last quarter", Unit::quarter, -1},
    Word{"next quarter", Unit::quarter, 1},
    Word{"this year", Unit::year, 0},
    Word{"last year", Unit::year, -1},
    Word{"next year", Unit::year, 1},
    Word{"今天", Unit::day, 0},
    Word{"昨天", Unit::day, -1},
    Word{"明天", Unit::day, 1},
    Word{"本周", Unit::week, 0},
    Word{"这周", Unit::week, 0},
    Word{"上周", Unit::week, -1},
    Word{"下周", Unit::week, 1},
    Word{"本月", Unit::month, 0},
    Word{"上月", Unit::month, -1},
    Word{"下月", Unit::month, 1},
    Word{"本季度", Unit::quarter, 0},
    Word{"上季度", Unit::quarter, -1},
    Word{"下季度", Unit::quarter, 1},
    Word{"今年", Unit::year, 0},
    Word{"去年", Unit::year, -1},
    Word{"明年", Unit::year, 1},
};

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
    if (text.empty() || text.size() > most_digits) return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<int> year_number(std::string_view text) {
    const auto year = text.size() == 4 ? whole_number(text, 4) : std::nullopt;
    return year && *year >= first_year && *year <= last_year ? year : std::nullopt;
}

/// `2026-W48`
std::optional<Period> parse_week(std::string_view text) {
    if (text.size() != 8 || text.substr(4, 2) != "-W") return std::nullopt;
    const auto year = year_number(text.substr(0, 4));
    const auto week = whole_number(text.substr(6), 2);
    if (!year || !week || *week < 1) return std::nullopt;
    const Date monday = monday_of(IsoWeek{*year, *week});
    if (iso_week(monday) != IsoWeek{*year, *week}) return std::nullopt;
    return week_period(monday);
}

/// `2026-Q4`
std::optional<Period> parse_quarter(std::string_view text) {
    if (text.size() != 7 || text.substr(4, 2) != "-Q") return std::nullopt;
    const auto year = year_number(text.substr(0, 4));
    if (!year || text[6] < '1' || text[6] > '4') return std::nullopt;
    return quarter_period(make_date(*year, static_cast<unsigned>(text[6] - '1') * 3 + 1, 1));
}

/// `-3d`, `+1w`, `-2m`: the day, week or month that many before or after this one.
std::optional<Period> parse_offset(std::string_view text, Date today) {
    if (text.size() < 3 || (text.front() != '-' && text.front() != '+')) return std::nullopt;
    const auto count = whole_number(text.substr(1, text.size() - 2), 4);
    if (!count) return std::nullopt;
    const int steps = text.front() == '-' ? -*count : *count;
    switch (text.back()) {
        case 'd':
            return shifted(day_period(today), steps);
        case 'w':
            return shifted(week_period(today), steps);
        case 'm':
            return shifted(month_period(month_of(today)), steps);
        default:
            return std::nullopt;
    }
}

/// The number before the sign, which is taken off the text with it; nothing where the text does not begin so.
std::optional<int> taken(std::string_view& text, std::string_view sign) {
    const auto at = text.find(sign);
    const auto number = at == std::string_view::npos ? std::nullopt : whole_number(text.substr(0, at), 4);
    if (number) text.remove_prefix(at + sign.size());
    return number;
}

/// The day of that month and day that is nearest to today, or of the year.
std::optional<Date> nearest_date(std::optional<int> year, int month, int day, Date today) {
    std::optional<Date> nearest;
    for (const int one : {year_of(today) - 1, year_of(today), year_of(today) + 1}) {
        const auto date = parse_date(fmt::format("{:04}-{:02}-{:02}", year.value_or(one), month, day));
        if (date && (!nearest || std::chrono::abs(*date - today) < std::chrono::abs(*nearest - today)))
            nearest = date;
    }
    return nearest;
}

/// `2026年12月1日`, `12月1日`, `12月`, `2026年`, `12-01`: as dates are written and shown. Without a year the
/// nearest is meant.
std::optional<Period> parse_written(std::string_view text, Date today) {
    if (auto rest = text; const auto month = taken(rest, "-")) {
        const auto day = whole_number(rest, 2);
        const auto date = day && *month <= 12 ? nearest_date({}, *month, *day, today) : std::nullopt;
        return date ? std::optional{day_period(*date)} : std::nullopt;
    }
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

/// `下周一`, `本周五`, `上周日`
std::optional<Period> parse_weekday(std::string_view text, Date today) {
    static constexpr std::array<std::string_view, 8> days{"一", "二", "三", "四", "五", "六", "日", "天"};
    for (const auto& word : words) {
        if (word.unit != Unit::week || !text.starts_with(word.text)) continue;
        for (std::size_t i = 0; i < days.size(); ++i) {
            if (text.substr(word.text.size()) == days[i])
                return day_period(shifted(week_period(today), word.steps).from +
                                  Days{static_cast<int>(std::min<std::size_t>(i, 6))});
        }
    }
    return std::nullopt;
}

std::optional<Period> parse_absolute(std::string_view text) {
    if (const auto date = parse_date(text)) return day_period(*date);
    if (const auto month = parse_month(text)) return month_period(*month);
    if (const auto week = parse_week(text)) return week;
    if (const auto quarter = parse_quarter(text)) return quarter;
    if (const auto year = year_number(text)) return year_period(*year);
    return std::nullopt;
}

std::optional<Period> parse_single(std::string_view text, Date today) {
    if (const auto fixed = parse_absolute(text)) return fixed;
    for (const auto& word : words) {
        if (word.text == text) return shifted(around(word.unit, today), word.steps);
    }
    if (const auto offset = parse_offset(text, today)) return offset;
    if (const auto day = parse_weekday(text, today)) return day;
    return parse_written(text, today);
}

/// One period, or `from..to`.
template <class Parse>
std::optional<Period> parse_range(std::string_view text, const Parse& parse) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) return parse(text);
    const auto first = parse(text.substr(0, dots));
    const auto last = parse(text.substr(dots + 2));
    if (!first || !last || last->to < first->from) return std::nullopt;
    return Period{first->from, last->to, Unit::range};
}

}  // namespace

Period day_period(Date date) {
    return {date, date, Unit::day};
}

Period week_period(Date any_day) {
    const Date monday = monday_of(any_day);
    return {monday, monday + Days{6}, Unit::week};
}

Period month_period(Month month) {
    return {first_day(month), last_day(month), Unit::month};
}

Period quarter_period(Date any_day) {
    const unsigned first = (static_cast<unsigned>(month_of(any_day).month()) - 1) / 3 * 3 + 1;
    const Month month = std::chrono::year{year_of(any_day)} / std::chrono::month{first};
    return {first_day(month), last_day(month + std::chrono::months{2}), Unit::quarter};
}

Period year_period(int year) {
    return {make_date(year, 1, 1), make_date(year, 12, 31), Unit::year};
}

Period shifted(const Period& period, int steps) {
    switch (period.unit) {
        case Unit::day:
            return day_period(period.from + Days{steps});
        case Unit::week:
            return week_period(period.from + Days{7 * steps});
        case Unit::month:
            return month_period(month_of(period.from) + std::chrono::months{steps});
        case Unit::quarter:
            return quarter_period(add_months(period.from, 3 * steps));
        case Unit::year:
            return year_period(year_of(period.from) + steps);
        case Unit::range:
            break;
    }
    const Days by{period.days() * steps};
    return {period.from + by, period.to + by, Unit::range};
}

std::optional<Period> parse_period(std::string_view text, Date today) {
    return parse_range(text, [&](std::string_view part) { return parse_single(part, today); });
}

std::optional<Period> parse_fixed_period(std::string_view text) {
    return parse_range(text, parse_absolute);
}

std::string to_string(const Period& period) {
    switch (period.unit) {
        case Unit::day:
            return to_string(period.from);
        case Unit::week: {
            const auto week = iso_week(period.from);
            return fmt::format("{:04}-W{:02}", week.year, week.week);
        }
        case Unit::month:
            return to_string(month_of(period.from));
        case Unit::quarter:
            return fmt::format("{:04}-Q{}", year_of(period.from),
                               (static_cast<unsigned>(month_of(period.from).month()) + 2) / 3);
        case Unit::year:
            return fmt::format("{:04}", year_of(period.from));
        case Unit::range:
            break;
    }
    return to_string(period.from) + ".." + to_string(period.to);
}

}  // namespace teamctl
