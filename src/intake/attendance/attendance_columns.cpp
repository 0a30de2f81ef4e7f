// Attendance with a column a day. Columns are found by their heads: which stand before them differs from
// company to company.
#include <algorithm>
#include <charconv>

#include "intake/attendance/attendance.hpp"
#include "intake/cells.hpp"
#include "intake/columns.hpp"

namespace teamctl::intake {
namespace {

constexpr std::size_t heads_within = 20;  ///< rows from the top
constexpr int most_days = 62;

/// `08:12、17:40`, `(08:42,17:40)`, with a note behind one: the times in their order.
std::vector<TimeOfDay> times_in(std::string_view cell) {
    std::vector<TimeOfDay> times;
    const auto text = half_width(cell);
    for (auto colon = text.find(':'); colon != std::string::npos; colon = text.find(':', colon + 1)) {
        const auto digits = [&](std::size_t at) {
            return at < text.size() && text[at] >= '0' && text[at] <= '9';
        };
        if (colon == 0 || !digits(colon - 1) || !digits(colon + 1) || !digits(colon + 2) || digits(colon + 3))
            continue;
        const auto from = colon >= 2 && digits(colon - 2) ? colon - 2 : colon - 1;
        const auto time = time_of(std::string_view{text}.substr(from, colon + 3 - from));
        const bool next_day = std::string_view{text}.substr(0, from).ends_with("次日");
        if (time) times.push_back({time->minutes + (next_day ? end_of_day.minutes : 0)});
    }
    return times;
}

/// Whether a head stands for that day: `2`, `2日`, `2 星期一`, `六` of a Saturday, or the date itself.
bool stands_for(std::string_view head, Date day) {
    const auto text = half_width(tidied(head));
    static constexpr std::string_view weekdays[] = {"日", "一", "二", "三", "四", "五", "六"};
    const auto weekday = weekdays[weekday_of(day).c_encoding()];
    if (text == weekday || text == std::string{"星期"}.append(weekday) ||
        text == std::string{"周"}.append(weekday))
        return true;
    if (day_in(text) == day) return true;
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || number != day_of_month(day)) return false;
    const std::string_view rest{end, static_cast<std::size_t>(text.data() + text.size() - end)};
    return rest.empty() || rest.starts_with("日") || rest.starts_with(" ") || rest.starts_with("号");
}

/// The days that a title names, else the name of the file.
std::optional<Period> period_of(const Sheet& sheet, const std::string& file) {
    for (std::size_t i = 0; i < std::min(sheet.rows.size(), heads_within); ++i) {
        for (const auto& cell : sheet.rows[i].cells) {
            if (const auto period = period_in(tidied(cell)); period && period->days() <= most_days)
                return period;
        }
    }
    const auto period = period_in(file);
    return period && period->days() <= most_days ? period : std::nullopt;
}

struct DayHeads {
    std::size_t row = 0;     ///< index
    std::size_t column = 0;  ///< of the first day
};

/// The row whose cells stand for all days of the period, one behind the other.
std::optional<DayHeads> day_heads(const Sheet& sheet, const Period& period) {
    const auto days = static_cast<std::size_t>(period.days());
    for (std::size_t i = 0; i < std::min(sheet.rows.size(), heads_within); ++i) {
        const auto& cells = sheet.rows[i].cells;
        for (std::size_t c = 0; c + days <= cells.size(); ++c) {
            std::size_t n = 0;
            while (n < days && stands_for(cells[c + n], period.from + Days{static_cast<int>(n)})) ++n;
            if (n == days) return DayHeads{i, c};
        }
    }
    return std::nullopt;
}

/// The column of the names: its head stands in the row of the days, or above.
std::optional<std::size_t> name_column(const Sheet& sheet, const DayHeads& heads) {
    static constexpr std::string_view names[] = {"姓名", "员工姓名", "人员", "name", "employee"};
    for (std::size_t up = 0; up <= heads.row && up < 3; ++up) {
        const auto& row = sheet.rows[heads.row - up];
        for (std::size_t c = 0; c < heads.column; ++c) {
            if (std::find(std::begin(names), std::end(names), plain_heading(row.cell(c))) != std::end(names))
                return c;
        }
    }
    return std::nullopt;
}

/// `08:42`, and `次日00:30` as 24:30; nothing for `-`.
std::optional<TimeOfDay> one_time(std::string_view text) {
    const auto times = times_in(text);
    return times.empty() ? std::nullopt : std::optional{times.front()};
}

/// The brackets that hold times, each `08:42,17:40` or `-,17:57`; they are cut out of the cell.
std::vector<std::string> brackets_of(std::string& cell) {
    std::vector<std::string> found;
    for (auto from = cell.find('('); from != std::string::npos; from = cell.find('(', from)) {
        const auto to = cell.find(')', from);
        if (to == std::string::npos) break;
        const auto inside = cell.substr(from + 1, to - from - 1);
        if (inside.find_first_of("-0123456789") != 0) {
            from = to;
            continue;
        }
        found.push_back(inside);
        cell.erase(from, to - from + 1);
    }
    return found;
}

/// A cell of two lines, `正常班:迟到12分钟` and `(08:42,17:40)`, perhaps for two shifts; or of punches alone.
void read_cell_of_day(std::string cell, Sighting& out) {
    const auto brackets = brackets_of(cell);
    out.words = words_of(cell);
    if (brackets.empty()) {
        out.punches = times_in(cell);
        out.punches_alone = !out.words.any() || out.words.outside;
        std::sort(out.punches.begin(), out.punches.end());
        return;
    }
    const auto& first = brackets.front();
    const auto& last = brackets.back();
    out.came = one_time(first.substr(0, first.find(',')));
    if (const auto comma = last.rfind(','); comma != std::string::npos)
        out.went = one_time(last.substr(comma + 1));
}

}  // namespace

Sightings read_day_columns(const Sheet& sheet, const Request& request, const team::Team& team,
                           Intake& intake) {
    Sightings out;
    const auto period = period_of(sheet, request.file);
    if (!period) return out;
    const auto heads = day_heads(sheet, *period);
    if (!heads) return out;
    const auto names = name_column(sheet, *heads);
    if (!names) return out;
    out.understood = true;
    out.days = period;
    PeopleOfFile people{team, intake};
    for (std::size_t i = heads->row + 1; i < sheet.rows.size(); ++i) {
        const auto& row = sheet.rows[i];
        const auto name = tidied(row.cell(*names));
        if (name.empty()) continue;
        const auto who = people.find(
            name, {row.number, *names + 1, tidied(sheet.rows[heads->row].cell(*names)), name, {}, {}});
        if (!who) continue;
        for (std::size_t n = 0; n < static_cast<std::size_t>(period->days()); ++n) {
            const auto column = heads->column + n;
            Sighting sighting;
            sighting.row = row.number;
            sighting.column = column + 1;
            sighting.heading = tidied(sheet.rows[heads->row].cell(column));
            sighting.cell = tidied(row.cell(column));
            sighting.who = *who;
            sighting.day = period->from + Days{static_cast<int>(n)};
            read_cell_of_day(half_width(sighting.cell), sighting);
            out.list.push_back(std::move(sighting));
        }
    }
    return out;
}

}  // namespace teamctl::intake
