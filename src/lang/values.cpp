#include "lang/values.hpp"

#include <fmt/format.h>

#include <array>

namespace teamctl::lang {
namespace {

constexpr std::array<std::string_view, 7> weekdays_zh{"周日", "周一", "周二", "周三", "周四", "周五", "周六"};
constexpr std::array<std::string_view, 7> weekdays_en{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> months_en{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

unsigned month_number(Date date) {
    return static_cast<unsigned>(month_of(date).month());
}

std::string_view short_month(Date date) {
    return months_en[month_number(date) - 1].substr(0, 3);
}

std::string range_zh(const Period& period) {
    const auto from = fmt::format("{}年{}月{}日", year_of(period.from), month_number(period.from),
                                  day_of_month(period.from));
    if (year_of(period.from) != year_of(period.to)) {
        return fmt::format("{}至{}年{}月{}日", from, year_of(period.to), month_number(period.to),
                           day_of_month(period.to));
    }
    if (month_of(period.from) != month_of(period.to))
        return fmt::format("{}至{}月{}日", from, month_number(period.to), day_of_month(period.to));
    return fmt::format("{}至{}日", from, day_of_month(period.to));
}

std::string range_en(const Period& period) {
    const auto to =
        fmt::format("{} {} {}", day_of_month(period.to), short_month(period.to), year_of(period.to));
    if (year_of(period.from) != year_of(period.to)) {
        return fmt::format("{} {} {} – {}", day_of_month(period.from), short_month(period.from),
                           year_of(period.from), to);
    }
    if (month_of(period.from) != month_of(period.to))
        return fmt::format("{} {} – {}", day_of_month(period.from), short_month(period.from), to);
    return fmt::format("{}–{}", day_of_month(period.from), to);
}

}  // namespace

std::string weekday_name(Language language, Weekday weekday) {
    if (!weekday.ok()) return "?";
    return std::string{(language == Language::zh ? weekdays_zh : weekdays_en)[weekday.c_encoding()]};
}

std::string month_name(Language language, Month month) {
    if (!month.ok()) return "?";
    const auto number = static_cast<unsigned>(month.month());
    const auto year = static_cast<int>(month.year());
    if (language == Language::zh) return fmt::format("{}年{}月", year, number);
    return fmt::format("{} {}", months_en[number - 1], year);
}

std::string table_date(Language language, Date date, bool with_year) {
    if (language == Language::en) return date_in_words(language, date, with_year ? "year" : "");
    const std::string iso = to_string(date);
    return (with_year ? iso : iso.substr(iso.size() - 5)) + " " + weekday_name(language, weekday_of(date));
}

std::string date_in_words(Language language, Date date, std::string_view form) {
    if (form == "iso") return to_string(date);
    const auto weekday = weekday_name(language, weekday_of(date));
    if (language == Language::zh) {
        const auto day = fmt::format("{}月{}日", month_number(date), day_of_month(date));
        if (form == "day") return day;
        if (form == "year") return fmt::format("{}年{} {}", year_of(date), day, weekday);
        if (form == "within") return day + "（" + weekday + "）";
        return day + " " + weekday;
    }
    const auto day = fmt::format("{} {}", day_of_month(date), short_month(date));
    if (form == "day") return day;
    if (form == "year") return fmt::format("{} {} {}", weekday, day, year_of(date));
    return weekday + " " + day;
}

std::string period_in_words(Language language, const Period& period) {
    const bool zh = language == Language::zh;
    switch (period.unit) {
        case Period::Unit::day:
            return date_in_words(language, period.from, "year");
        case Period::Unit::week: {
            const auto week = iso_week(period.from);
            return zh ? fmt::format("{}年第{}周", week.year, week.week)
                      : fmt::format("week {} of {}", week.week, week.year);
        }
        case Period::Unit::month:
            return month_name(language, month_of(period.from));
        case Period::Unit::quarter: {
            const unsigned quarter = (month_number(period.from) + 2) / 3;
            return zh ? fmt::format("{}年第{}季度", year_of(period.from), quarter)
                      : fmt::format("Q{} {}", quarter, year_of(period.from));
        }
        case Period::Unit::year:
            return fmt::format("{}{}", year_of(period.from), zh ? "年" : "");
        case Period::Unit::range:
            break;
    }
    if (period.from == period.to) return date_in_words(language, period.from, "year");
    return zh ? range_zh(period) : range_en(period);
}

std::string ratio_in_words(Ratio ratio, std::string_view form) {
    if (ratio.den <= 0) return "-";
    if (form.size() == 2 && form[0] == '.' && form[1] >= '0' && form[1] <= '9')
        return decimals(ratio, form[1] - '0');
    return percent(ratio);
}

}  // namespace teamctl::lang
