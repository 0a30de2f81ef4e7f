#include "calendar/rrule_parse.hpp"

#include <algorithm>
#include <array>
#include <cctype>
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

/// No part needs a number of more than these digits.
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

/// `7`, `+7`, `-7`; nothing where it is no number. Its digits are few: sound_value() saw to that.
std::optional<int> number(std::string_view text) {
    const bool minus = text.starts_with('-');
    if (minus || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    int value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return minus ? -value : value;
}

/// Takes a list apart at its commas, and hands each piece on, until one is refused.
template <class Take>
bool each_of(std::string_view list, const Take& take) {
    for (std::size_t begin = 0; begin <= list.size();) {
        const auto end = std::min(list.find(',', begin), list.size());
        if (!take(list.substr(begin, end - begin))) return false;
        begin = end + 1;
    }
    return true;
}

/// A number beyond what the part can count.
bool out_of_range(const std::vector<int>& list, int most) {
    return std::any_of(list.begin(), list.end(), [most](int n) { return n == 0 || n > most || n < -most; });
}

bool read_numbers(std::string_view list, std::vector<int>& out) {
    return each_of(list, [&](std::string_view text) {
        const auto value = number(text);
        if (value) out.push_back(*value);
        return value.has_value();
    });
}

std::optional<Weekday> weekday(std::string_view text) {
    constexpr std::array<std::string_view, 7> names{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return Weekday{static_cast<unsigned>(found - names.begin())};
}

/// `MO`, `2MO`, `-1FR`
bool read_weekdays(std::string_view list, std::vector<Rrule::ByDay>& out) {
    return each_of(list, [&](std::string_view text) {
        if (text.size() < 2) return false;
        const auto day = weekday(text.substr(text.size() - 2));
        const auto nth = text.size() == 2 ? std::optional{0} : number(text.substr(0, text.size() - 2));
        if (!day || !nth || (text.size() > 2 && *nth == 0)) return false;
        out.push_back({*nth, *day});
        return true;
    });
}

/// A number that stands alone: INTERVAL, COUNT.
bool read_amount(std::string_view text, int& out) {
    const auto value = number(text);
    if (!value || *value < 0) return false;
    out = *value;
    return true;
}

/// The value of one part; FREQ and UNTIL are read elsewhere.
bool read_value(const Part& part, Rrule& rule) {
    if (part.name == "INTERVAL") return read_amount(part.value, rule.interval) && rule.interval > 0;
    if (part.name == "COUNT") return read_amount(part.value, rule.count);
    if (part.name == "WKST") {
        const auto day = weekday(part.value);
        rule.week_start = day.value_or(rule.week_start);
        return day.has_value();
    }
    if (part.name == "BYMONTH") return read_numbers(part.value, rule.months);
    if (part.name == "BYWEEKNO") return read_numbers(part.value, rule.week_numbers);
    if (part.name == "BYYEARDAY") return read_numbers(part.value, rule.year_days);
    if (part.name == "BYMONTHDAY") return read_numbers(part.value, rule.month_days);
    if (part.name == "BYSETPOS") return read_numbers(part.value, rule.set_positions);
    if (part.name == "BYDAY") return read_weekdays(part.value, rule.weekdays);
    return true;
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
    Rrule rule;
    for (const auto& part : parts) {
        if (!read_value(part, rule)) return {{}, say("calendar.rrule_malformed")};
    }
    rule.frequency = *frequency_of(parts);
    rule.until = until;
    if (find(parts, "COUNT") != nullptr && rule.count < 1) {
        return {{}, say("calendar.rrule_out_of_range", "COUNT")};
    }
    auto problem = problem_of(rule);
    return {std::move(rule), std::move(problem)};
}

std::optional<Phrase> rrule_problem(const std::string& rule) {
    return parse_rrule(rule).problem;
}

}  // namespace teamctl::calendar
