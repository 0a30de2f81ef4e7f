#include "calendar/rrule_parse.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <mutex>
#include <span>
#include <string_view>

#include "calendar/occurrences.hpp"

namespace teamctl::calendar {
namespace {

constexpr std::size_t longest_rule = 2000;

/// One `NAME=VALUE` of a rule.
struct Part {
    std::string name;
    std::string value;
};

/// A part that a rule may have, and with which frequencies (daily, weekly, monthly, yearly).
struct PartSpec {
    std::string_view name;
    std::array<bool, 4> allowed;
};

constexpr std::array<PartSpec, 11> part_specs{{
    {"FREQ", {true, true, true, true}},
    {"INTERVAL", {true, true, true, true}},
    {"COUNT", {true, true, true, true}},
    {"UNTIL", {true, true, true, true}},
    {"WKST", {true, true, true, true}},
    {"BYMONTH", {true, true, true, true}},
    {"BYWEEKNO", {false, false, false, true}},
    {"BYYEARDAY", {false, false, false, true}},
    {"BYMONTHDAY", {true, false, true, true}},
    {"BYDAY", {true, true, true, true}},
    {"BYSETPOS", {true, true, true, true}},
}};

const PartSpec* find_spec(std::string_view name) {
    const auto found = std::find_if(part_specs.begin(), part_specs.end(),
                                    [name](const auto& spec) { return spec.name == name; });
    return found != part_specs.end() ? &*found : nullptr;
}

std::vector<Part> split(const std::string& text) {
    std::vector<Part> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find(';', begin), text.size());
        const auto part = text.substr(begin, end - begin);
        const auto equals = std::min(part.find('='), part.size());
        parts.push_back({part.substr(0, equals), part.substr(std::min(equals + 1, part.size()))});
        begin = end + 1;
    }
    return parts;
}

const Part* find(const std::vector<Part>& parts, std::string_view name) {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [name](const auto& part) { return part.name == name; });
    return found != parts.end() ? &*found : nullptr;
}

std::optional<Frequency> frequency_of(const std::vector<Part>& parts) {
    constexpr std::array<std::string_view, 4> names{"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    const auto* part = find(parts, "FREQ");
    const auto found = part == nullptr ? names.end() : std::find(names.begin(), names.end(), part->value);
    if (found == names.end()) return std::nullopt;
    return static_cast<Frequency>(found - names.begin());
}

/// The library takes words of any length for a number; no part needs more than these digits.
bool sound_value(const Part& part) {
    const auto most_digits = part.name == "BYDAY"   ? 2U
                             : part.name == "COUNT" ? 6U
                             : part.name == "UNTIL" ? 8U
                                                    : 4U;
    std::size_t digits = 0;
    for (const char c : part.value) {
        digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        if (digits > most_digits) return false;
        const bool known =
            (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ',' || c == '+' || c == '-';
        if (!known) return false;
    }
    return !part.value.empty() && part.value.front() != ',' && part.value.back() != ',' &&
           part.value.find(",,") == std::string::npos;
}

/// What RFC 5545 says of parts, before any value is looked at.
std::optional<Phrase> problem_of(const std::vector<Part>& parts) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (find_spec(parts[i].name) == nullptr) return say("calendar.rrule_unknown_part", parts[i].name);
        if (find(parts, parts[i].name) != &parts[i]) return say("calendar.rrule_twice", parts[i].name);
        if (!sound_value(parts[i])) return say("calendar.rrule_bad_value", parts[i].name, parts[i].value);
    }
    const auto frequency = frequency_of(parts);
    if (!frequency) return say("calendar.rrule_frequency");
    for (const auto& part : parts) {
        if (!find_spec(part.name)->allowed[static_cast<std::size_t>(*frequency)]) {
            return say("calendar.rrule_not_together", part.name, find(parts, "FREQ")->value);
        }
    }
    if (find(parts, "COUNT") != nullptr && find(parts, "UNTIL") != nullptr) {
        return say("calendar.rrule_not_together", "COUNT", "UNTIL");
    }
    const bool selects = std::any_of(parts.begin(), parts.end(), [](const auto& part) {
        return part.name.starts_with("BY") && part.name != "BYSETPOS";
    });
    if (find(parts, "BYSETPOS") != nullptr && !selects) return say("calendar.rrule_set_position");
    return std::nullopt;
}

/// `20261231`, `20261231T155959`, `20261231T155959Z`
std::optional<Rrule::Until> parse_until(std::string_view text) {
    const bool utc = text.size() == 16 && text.back() == 'Z';
    if (text.size() != 8 && text.size() != 15 && !utc) return std::nullopt;
    const auto part = [text](std::size_t at, std::size_t size) { return std::string{text.substr(at, size)}; };
    const auto date = parse_date(part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2));
    if (!date) return std::nullopt;
    if (text.size() == 8) return Rrule::Until{{*date, end_of_day}, false};
    const auto time = parse_time(part(9, 2) + ":" + part(11, 2));
    if (text[8] != 'T' || !time || !parse_time("00:" + part(13, 2))) return std::nullopt;
    return Rrule::Until{{*date, *time}, utc};
}

std::vector<int> numbers(std::span<const short> list) {
    return {list.begin(), std::find(list.begin(), list.end(), ICAL_RECURRENCE_ARRAY_MAX)};
}

/// A number beyond what the part can count.
bool out_of_range(const std::vector<int>& list, int most) {
    return std::any_of(list.begin(), list.end(), [most](int n) { return n == 0 || n > most || n < -most; });
}

Weekday weekday(icalrecurrencetype_weekday day) {
    return Weekday{static_cast<unsigned>(day - ICAL_SUNDAY_WEEKDAY)};
}

std::vector<Rrule::ByDay> by_days(std::span<const short> list) {
    std::vector<Rrule::ByDay> days;
    for (const int day : numbers(list)) {
        const auto code = static_cast<short>(day);
        days.push_back(
            {icalrecurrencetype_day_position(code), weekday(icalrecurrencetype_day_day_of_week(code))});
    }
    return days;
}

/// The values of the rule, as libical reads them.
std::optional<Rrule> read_values(const std::string& text) {
    static std::once_flag once;
    std::call_once(once, [] { icalerror_set_errors_are_fatal(0); });
    icalerror_clear_errno();
    const auto read = icalrecurrencetype_from_string(text.c_str());
    if (read.freq == ICAL_NO_RECURRENCE || read.interval < 1 || read.count < 0) return std::nullopt;
    Rrule rule;
    rule.interval = read.interval;
    rule.count = read.count;
    rule.week_start = weekday(read.week_start);
    rule.months = numbers(read.by_month);
    rule.week_numbers = numbers(read.by_week_no);
    rule.year_days = numbers(read.by_year_day);
    rule.month_days = numbers(read.by_month_day);
    rule.weekdays = by_days(read.by_day);
    rule.set_positions = numbers(read.by_set_pos);
    return rule;
}

std::optional<Phrase> problem_of(const Rrule& rule) {
    if (std::any_of(rule.months.begin(), rule.months.end(), [](int month) { return month < 1; }) ||
        out_of_range(rule.months, 12)) {
        return say("calendar.rrule_out_of_range", "BYMONTH");
    }
    if (out_of_range(rule.week_numbers, 53)) return say("calendar.rrule_out_of_range", "BYWEEKNO");
    if (out_of_range(rule.year_days, 366)) return say("calendar.rrule_out_of_range", "BYYEARDAY");
    if (out_of_range(rule.month_days, 31)) return say("calendar.rrule_out_of_range", "BYMONTHDAY");
    if (out_of_range(rule.set_positions, 366)) return say("calendar.rrule_out_of_range", "BYSETPOS");
    const bool may_count = rule.frequency == Frequency::monthly ||
                           (rule.frequency == Frequency::yearly && rule.week_numbers.empty());
    const int most = !may_count ? 0 : rule.frequency == Frequency::monthly ? 5 : 53;
    for (const auto& day : rule.weekdays) {
        if (std::abs(day.nth) > most) return say("calendar.rrule_out_of_range", "BYDAY");
    }
    return std::nullopt;
}

}  // namespace

RruleReading parse_rrule(const std::string& text) {
    if (text.empty() || text.size() > longest_rule) return {{}, say("calendar.rrule_malformed")};
    std::string upper = text;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::toupper(c) : c); });
    const auto parts = split(upper);
    if (auto problem = problem_of(parts)) return {{}, std::move(problem)};
    const auto* last = find(parts, "UNTIL");
    const auto until = last != nullptr ? parse_until(last->value) : std::nullopt;
    if (last != nullptr && !until) return {{}, say("calendar.rrule_bad_value", "UNTIL", last->value)};
    auto rule = read_values(upper);
    if (!rule) return {{}, say("calendar.rrule_malformed")};
    rule->frequency = *frequency_of(parts);
    rule->until = until;
    if (find(parts, "COUNT") != nullptr && rule->count < 1) {
        return {{}, say("calendar.rrule_out_of_range", "COUNT")};
    }
    auto problem = problem_of(*rule);
    return {std::move(*rule), std::move(problem)};
}

std::optional<Phrase> rrule_problem(const std::string& rule) {
    return parse_rrule(rule).problem;
}

}  // namespace teamctl::calendar
