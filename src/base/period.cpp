#include "base/period.hpp"

#include <fmt/format.h>

namespace teamctl {
Period day_period(Date date) {
    return {date, date, Period::Unit::day};
}

Period week_period(Date any_day) {
    const Date monday = monday_of(any_day);
    return {monday, monday + Days{6}, Period::Unit::week};
}

Period month_period(Month month) {
    return {first_day(month), last_day(month), Period::Unit::month};
}

Period quarter_period(Date any_day) {
    const unsigned first = (static_cast<unsigned>(month_of(any_day).month()) - 1) / 3 * 3 + 1;
    const Month month = std::chrono::year{year_of(any_day)} / std::chrono::month{first};
    return {first_day(month), last_day(month + std::chrono::months{2}), Period::Unit::quarter};
}

Period year_period(int year) {
    return {make_date(year, 1, 1), make_date(year, 12, 31), Period::Unit::year};
}

Period shifted(const Period& period, int steps) {
    switch (period.unit) {
        case Period::Unit::day:
            return day_period(period.from + Days{steps});
        case Period::Unit::week:
            return week_period(period.from + Days{7 * steps});
        case Period::Unit::month:
            return month_period(month_of(period.from) + std::chrono::months{steps});
        case Period::Unit::quarter:
            return quarter_period(add_months(period.from, 3 * steps));
        case Period::Unit::year:
            return year_period(year_of(period.from) + steps);
        case Period::Unit::range:
            break;
    }
    const Days by{period.days() * steps};
    return {period.from + by, period.to + by, Period::Unit::range};
}

std::string to_string(const Period& period) {
    switch (period.unit) {
        case Period::Unit::day:
            return to_string(period.from);
        case Period::Unit::week: {
            const auto week = iso_week(period.from);
            return fmt::format("{:04}-W{:02}", week.year, week.week);
        }
        case Period::Unit::month:
            return to_string(month_of(period.from));
        case Period::Unit::quarter:
            return fmt::format("{:04}-Q{}", year_of(period.from),
                               (static_cast<unsigned>(month_of(period.from).month()) + 2) / 3);
        case Period::Unit::year:
            return fmt::format("{:04}", year_of(period.from));
        case Period::Unit::range:
            break;
    }
    return to_string(period.from) + ".." + to_string(period.to);
}

}  // namespace teamctl
