#include "calendar/tz_rule.hpp"

#include <algorithm>

#include "base/date.hpp"

namespace teamctl::calendar {
namespace {

/// Reads from the front of a text; once something is wrong, all that follows fails.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_{text} {}
    bool at_end() const { return text_.empty(); }
    bool starts_with(char c) const { return !text_.empty() && text_.front() == c; }
    bool take(char c) {
        if (!starts_with(c)) return false;
        text_.remove_prefix(1);
        return true;
    }
    std::optional<int> number(int least, int most) {
        int value = 0;
        std::size_t digits = 0;
        while (digits < text_.size() && digits < 4 && text_[digits] >= '0' && text_[digits] <= '9') {
            value = value * 10 + (text_[digits++] - '0');
        }
        text_.remove_prefix(digits);
        return digits == 0 || value < least || value > most ? std::nullopt : std::optional{value};
    }
    /// `EST` or `<+08>`
    bool name() {
        const bool quoted = take('<');
        const auto length = static_cast<std::size_t>(
            std::find_if_not(text_.begin(), text_.end(),
                             [quoted](char c) {
                                 const char lower = static_cast<char>(c | 0x20);
                                 const bool letter = lower >= 'a' && lower <= 'z';
                                 return letter ||
                                        (quoted && (c == '+' || c == '-' || (c >= '0' && c <= '9')));
                             }) -
            text_.begin());
        text_.remove_prefix(length);
        return length >= 3 && (!quoted || take('>'));
    }
    /// `8`, `-5:30`, `+02:00:00`
    std::optional<Seconds> time(int most_hours) {
        const bool negative = take('-');
        if (!negative) take('+');
        const auto hours = number(0, most_hours);
        if (!hours) return std::nullopt;
        int seconds = *hours * 3600;
        for (const int unit : {60, 1}) {
            if (!take(':')) break;
            const auto part = number(0, 59);
            if (!part) return std::nullopt;
            seconds += *part * unit;
        }
        return Seconds{negative ? -seconds : seconds};
    }
    std::optional<TzChange> change() {
        TzChange result;
        if (take('M')) {
            const auto month = number(1, 12);
            const auto week = take('.') ? number(1, 5) : std::nullopt;
            const auto day = take('.') ? number(0, 6) : std::nullopt;
            if (!month || !week || !day) return std::nullopt;
            result = {TzChange::Form::weekday, *month, *week, *day};
        } else {
            const bool leapless = take('J');
            const auto day = number(leapless ? 1 : 0, 365);
            if (!day) return std::nullopt;
            result.form = leapless ? TzChange::Form::leapless : TzChange::Form::zero_based;
            result.day = *day;
        }
        if (take('/')) {
            const auto at = time(167);
            if (!at) return std::nullopt;
            result.time = *at;
        }
        return result;
    }

  private:
    std::string_view text_;
};

}  // namespace

Instant TzChange::instant(int year, Seconds offset) const {
    Date date = make_date(year, 1, 1);
    if (form == Form::weekday) {
        const Weekday weekday{static_cast<unsigned>(day)};
        const auto in = std::chrono::year{year} / month;
        date = week == 5 ? Date{in / weekday[std::chrono::last]}
                         : Date{in / weekday[static_cast<unsigned>(week)]};
    } else {
        const bool after_leap_day = form == Form::leapless && day >= 60 && std::chrono::year{year}.is_leap();
        const int counted = form == Form::leapless ? day - 1 : day;
        date += Days{counted + (after_leap_day ? 1 : 0)};
    }
    return Instant{date} + time - offset;
}

std::optional<TzRule> read_tz_rule(std::string_view text) {
    Reader reader{text};
    if (!reader.name()) return std::nullopt;
    // POSIX counts west of Greenwich.
    const auto west = reader.time(24);
    if (!west) return std::nullopt;
    TzRule rule{-*west, std::nullopt};
    if (reader.at_end()) return rule;
    if (!reader.name()) return std::nullopt;
    TzRule::Summer summer{rule.offset + Seconds{3600}, {}, {}};
    if (!reader.starts_with(',')) {
        const auto summer_west = reader.time(24);
        if (!summer_west) return std::nullopt;
        summer.offset = -*summer_west;
    }
    const auto begin = reader.take(',') ? reader.change() : std::nullopt;
    const auto end = reader.take(',') ? reader.change() : std::nullopt;
    if (!begin || !end || !reader.at_end()) return std::nullopt;
    summer.begin = *begin;
    summer.end = *end;
    rule.summer = summer;
    return rule;
}

}  // namespace teamctl::calendar
