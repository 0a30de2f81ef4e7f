// Random rules in our expansion and in libical's: the same dates. tests/calendar/rrule_libraries.py does the
// same with python-dateutil.
#include <doctest/doctest.h>
#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <random>

#include "china_2026.hpp"

using namespace teamctl;

namespace {

constexpr std::array<const char*, 7> day_names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

class RuleMaker {
  public:
    explicit RuleMaker(unsigned seed) : random_{seed} {}

    std::string rule() {
        static constexpr std::array<const char*, 4> names{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
        const int frequency = below(4);
        std::string text = std::string{"FREQ="} + names[static_cast<std::size_t>(frequency)];
        if (chance(50)) text += ";INTERVAL=" + std::to_string(1 + below(4));
        if (chance(30)) text += std::string{";WKST="} + day_names[static_cast<std::size_t>(below(7))];
        const bool by_month = chance(25);
        if (by_month) text += ";BYMONTH=" + numbers(1, 12, 4);
        // Every year on a day of each month: libical takes the month of DTSTART alone, against RFC 5545,
        // section 3.3.10; python-dateutil agrees with us.
        const bool by_month_day = frequency != 1 && (frequency != 3 || by_month) && chance(40);
        if (by_month_day) text += ";BYMONTHDAY=" + numbers(1, 28, 4);
        if (chance(50)) text += ";BYDAY=" + days(frequency == 2 && !by_month_day);
        if (chance(25)) text += ";COUNT=" + std::to_string(1 + below(50));
        return text;
    }
    Date start() { return make_date(2026, 1, 1) + Days{below(400)}; }

  private:
    int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(random_); }
    bool chance(int percent) { return below(100) < percent; }
    std::string numbers(int low, int high, int most) {
        std::vector<int> list;
        for (int i = 1 + below(most); i > 0; --i) list.push_back(low + below(high - low + 1));
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
        std::string text;
        for (const int n : list) text += (text.empty() ? "" : ",") + std::to_string(n);
        return text;
    }
    std::string days(bool ordinal) {
        std::string text;
        for (const auto* name : day_names) {
            if (!chance(40)) continue;
            text += text.empty() ? "" : ",";
            if (ordinal && chance(50)) text += std::to_string(chance(30) ? -1 : 1 + below(4));
            text += name;
        }
        return text.empty() ? "WE" : text;
    }

    std::mt19937 random_;
};

std::vector<Date> by_libical(const std::string& text, Date from, const Period& range) {
    const auto rule = icalrecurrencetype_from_string(text.c_str());
    const std::chrono::year_month_day begin{from};
    icaltimetype first = icaltime_null_date();
    first.year = static_cast<int>(begin.year());
    first.month = static_cast<int>(static_cast<unsigned>(begin.month()));
    first.day = static_cast<int>(static_cast<unsigned>(begin.day()));
    // A null time has the hour -1, which counts.
    first.hour = first.minute = first.second = 0;
    auto* iterator = icalrecur_iterator_new(rule, first);
    std::vector<Date> dates;
    for (auto time = icalrecur_iterator_next(iterator); !icaltime_is_null_time(time);
         time = icalrecur_iterator_next(iterator)) {
        const Date date =
            make_date(time.year, static_cast<unsigned>(time.month), static_cast<unsigned>(time.day));
        if (date > range.to) break;
        if (range.contains(date)) dates.push_back(date);
    }
    icalrecur_iterator_free(iterator);
    return dates;
}

}  // namespace

TEST_CASE("random rules fall on the dates that libical finds") {
    const calendar::WorkingDays plain = test::working_days({});
    const Period range{make_date(2026, 1, 1), make_date(2029, 12, 31), Period::Unit::range};
    RuleMaker make{7};
    int compared = 0;
    for (int i = 0; i < 1500; ++i) {
        const auto text = make.rule();
        // A start that is a date of the rule: RFC 5545 leaves any other open.
        const auto near = make.start();
        const auto start_text = text.substr(0, text.find(";COUNT"));
        const auto first = by_libical(start_text, near, {near, near + Days{3000}, Period::Unit::range});
        if (first.empty()) continue;
        team::When when;
        when.every = team::Every::rrule;
        when.rrule = text;
        when.from = first.front();
        when.if_holiday = team::IfHoliday::keep;
        ++compared;
        CHECK_MESSAGE(test::list(calendar::dates(when, plain, range)) ==
                          test::list(by_libical(text, first.front(), range)),
                      text);
    }
    CHECK(compared > 1000);
}
