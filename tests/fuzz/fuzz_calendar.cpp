// libFuzzer target: whatever a period, a recurrence rule, a zone file or a `when` is made of, the calendar
// keeps its laws: dates are sorted, unique and within the period, and what is printed reads back.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "calendar/occurrences.hpp"
#include "calendar/tzif.hpp"

using namespace teamctl;

namespace {

void require(bool law, const char* name) {
    if (law) return;
    std::fprintf(stderr, "%s\n", name);
    std::abort();
}

/// Takes numbers off the front of the input; 0 once it is used up.
class Bytes {
  public:
    explicit Bytes(std::string_view text) : text_{text} {}
    int number(int least, int most) {
        unsigned value = 0;
        for (int i = 0; i < 3 && !text_.empty(); ++i) {
            value = value << 8U | static_cast<unsigned char>(text_.front());
            text_.remove_prefix(1);
        }
        return least + static_cast<int>(value % static_cast<unsigned>(most - least + 1));
    }
    Date date() { return make_date(1900, 1, 1) + Days{number(0, 1099 * 365)}; }
    std::string_view rest() const { return text_; }

  private:
    std::string_view text_;
};

team::When read_when(Bytes& bytes) {
    team::When when;
    when.every = static_cast<team::Every>(bytes.number(0, 7));
    if (when.every != team::Every::workday) when.interval = bytes.number(1, 999);
    if (when.interval > 1 || bytes.number(0, 1) == 1) when.from = bytes.date();
    if (bytes.number(0, 3) == 3) when.until = bytes.date();
    if (bytes.number(0, 1) == 1) when.if_holiday = static_cast<team::IfHoliday>(bytes.number(0, 3));
    when.weekdays = {Weekday{static_cast<unsigned>(bytes.number(0, 6))}};
    when.month_days = {bytes.number(1, 31)};
    const auto what = static_cast<team::Ordinal::What>(bytes.number(0, 2));
    when.ordinals = {{bytes.number(0, 5), what, Weekday{static_cast<unsigned>(bytes.number(0, 6))}}};
    if (when.ordinals[0].nth == 0) when.ordinals[0].nth = -1;
    when.year_day = std::chrono::month{static_cast<unsigned>(bytes.number(1, 12))} / bytes.number(1, 29);
    if (bytes.number(0, 2) == 2) {
        when.window = team::Window{bytes.number(0, 1) == 1, bytes.number(1, 90), bytes.number(0, 1) == 1};
    }
    when.date = bytes.date();
    when.except = {bytes.date()};
    when.also = {bytes.date()};
    when.start = TimeOfDay{bytes.number(0, 1440)};
    return when;
}

void try_when(std::string_view input) {
    Bytes bytes{input};
    team::HolidayCalendar calendar;
    const Date first = bytes.date();
    calendar.holidays = {{first, first + Days{bytes.number(0, 500)}, "x", {}}};
    calendar.workdays = {{first + Days{bytes.number(0, 50)}, first + Days{bytes.number(0, 60)}, "y", {}}};
    const calendar::WorkingDays days{team::Settings{}, {calendar}};
    const Date from = first + Days{bytes.number(-500, 500)};
    const Period period{from, from + Days{bytes.number(0, 1000)}};
    auto when = read_when(bytes);
    when.rrule = bytes.rest();
    const auto dates = calendar::dates(when, days, period);
    require(std::is_sorted(dates.begin(), dates.end()), "dates are sorted");
    require(std::adjacent_find(dates.begin(), dates.end()) == dates.end(), "dates are unique");
    for (const Date date : dates) require(period.contains(date), "dates are within the period");
    for (const auto& window : calendar::windows(when, days, period)) {
        require(window.open <= window.due, "a window opens before it closes");
    }
}

void try_period(std::string_view text) {
    const auto period = parse_period(text, make_date(2026, 11, 24));
    if (!period) return;
    require(period->from <= period->to, "a period has a day");
    require(parse_period(to_string(*period), make_date(2026, 11, 24)) == *period, "a period reads back");
}

void try_zone(std::string_view bytes) {
    for (const auto& zone : {calendar::parse_tzif(bytes), calendar::parse_tz_rule(bytes)}) {
        if (!zone) continue;
        for (int year = 1900; year < 3010; year += 37) {
            const calendar::Instant instant{make_date(year, 7, 1)};
            const auto local = std::chrono::local_seconds{(instant + zone->at(instant)).time_since_epoch()};
            require(zone->to_instant(local) <= instant, "a wall-clock time is the first of its instants");
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view input{reinterpret_cast<const char*>(data) + 1, size - 1};
    switch (data[0] % 4) {
        case 0:
            try_when(input);
            break;
        case 1:
            try_period(input);
            break;
        case 2:
            try_zone(input);
            break;
        default:
            (void)calendar::rrule_problem(std::string{input});
            break;
    }
    return 0;
}
