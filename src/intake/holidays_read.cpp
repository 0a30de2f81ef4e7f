// Files of public holidays: JSON of the holiday-cn project (year, and days with name, date and isOffDay), or
// iCalendar with a mark behind the name: 休 and 班.
#include <algorithm>

#include "base/text.hpp"
#include "intake/holidays.hpp"
#include "intake/ics_read.hpp"
#include "intake/sheet.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {
namespace {

constexpr int longest_holiday = 60;  ///< days

void add_day(Date date, PublicDay day, std::size_t row, PublicDays& out, Intake& intake) {
    const auto [at, is_new] = out.days.emplace(date, day);
    if (is_new || at->second.off == day.off) return;
    intake.doubts.push_back(
        {row, 0, to_string(date), day.name, at->second.name, say("import.holidays.twice")});
}

/// A working day is named after the holiday that it makes up for.
std::string made_up(const std::string& name, bool off) {
    if (off || name.find("班") != std::string::npos) return name;
    const bool ascii = std::all_of(name.begin(), name.end(), [](char c) { return c > 0; });
    return name + (ascii ? ", made up" : "调休上班");
}

void read_json_day(yaml::Node node, PublicDays& out, Intake& intake) {
    const auto text = [&](std::string_view key) {
        const auto value = node.is_mapping() ? node.get(key) : yaml::Node{};
        return value && value.is_scalar() ? tidied(value.text()) : std::string{};
    };
    const auto date = parse_date(text("date"));
    const auto name = text("name");
    const auto off = text("isOffDay");
    if (date && !name.empty() && (off == "true" || off == "false"))
        return add_day(*date, {made_up(name, off == "true"), off == "true"}, node.mark().line, out, intake);
    intake.doubts.push_back(
        {node.mark().line, 0, text("date"), name + " " + off, {}, say("import.holidays.no_day")});
}

/// JSON is YAML, all but for what no file of holidays has.
std::optional<PublicDays> read_json(const Request& request, Intake& intake) {
    Diagnostics found;
    const auto document = yaml::parse(request.file, request.bytes, found);
    const auto root = document && !found.has_errors() ? document->root() : yaml::Node{};
    const auto days = root && root.is_mapping() ? root.get("days") : yaml::Node{};
    const auto year = root && root.is_mapping() ? root.get("year") : yaml::Node{};
    const bool named = year && year.is_scalar() && parse_month(std::string{year.text()} + "-01");
    if (!named || !days || !days.is_sequence()) return std::nullopt;
    PublicDays out;
    for (auto day = days.first(); day; day = day.next()) read_json_day(day, out, intake);
    out.years.insert(std::stoi(std::string{year.text()}));
    return out;
}

/// The name without its mark, and what the mark says.
std::pair<std::string, std::optional<bool>> taken_apart(const std::string& summary) {
    auto text = half_width(summary);
    std::optional<bool> off;
    for (const auto& [word, is_off] : {std::pair{std::string_view{"补班"}, false},
                                       {"上班", false},
                                       {"调休上班", false},
                                       {"放假", true},
                                       {"休息", true},
                                       {"休", true},
                                       {"班", false}}) {
        for (const auto& form :
             {"(" + std::string{word} + ")", "[" + std::string{word} + "]", " " + std::string{word}}) {
            const auto at = text.find(form);
            if (at == std::string::npos || off) continue;
            text.erase(at, form.size());
            off = is_off;
        }
    }
    return {tidied(text), off};
}

std::optional<PublicDays> read_calendar_file(const Request& request, Intake& intake) {
    const auto file = read_ics_file(request.bytes);
    if (!file.problem.empty()) return std::nullopt;
    PublicDays out;
    bool any_mark = false;
    for (const auto& event : file.events) any_mark |= taken_apart(event.summary).second.has_value();
    for (const auto& event : file.events) {
        const auto [name, off] = taken_apart(event.summary);
        const auto doubt = [&, line = event.line, summary = event.summary](Phrase why) {
            intake.doubts.push_back({line, 0, {}, summary, {}, std::move(why)});
        };
        if (event.cancelled) continue;
        if (!event.start || name.empty() || !event.rules.empty() || event.unread_time) {
            doubt(say("import.holidays.no_day"));
            continue;
        }
        if (any_mark && !off) {
            doubt(say("import.holidays.no_mark"));
            continue;
        }
        const Date from = event.start->local.date;
        const Date last = event.end ? event.end->local.date - Days{event.end->whole_day ? 1 : 0} : from;
        if (last - from > Days{longest_holiday}) {
            doubt(say("import.holidays.no_day"));
            continue;
        }
        for (Date day = from; day <= std::max(from, last); day += Days{1}) {
            add_day(day, {made_up(name, off.value_or(true)), off.value_or(true)}, event.line, out, intake);
            out.years.insert(year_of(day));
        }
    }
    return out;
}

}  // namespace

std::optional<PublicDays> read_public_days(const Request& request, Intake& intake) {
    const auto start = request.bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const bool is_json = start != std::string::npos && request.bytes[start] == '{';
    auto days = is_json ? read_json(request, intake) : read_calendar_file(request, intake);
    if (!days)
        intake.problem = say("import.holidays.no_file");
    else if (days->days.empty())
        intake.problem = say("import.holidays.no_days");
    if (!intake.problem.empty()) return std::nullopt;
    return days;
}

}  // namespace teamctl::intake
