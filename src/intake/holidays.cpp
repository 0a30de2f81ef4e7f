// The public holidays of a year, taken over into a calendar of the team; what changes is shown.
#include "intake/holidays.hpp"

#include <algorithm>

#include "intake/readers.hpp"
#include "team/files.hpp"

namespace teamctl::intake {
namespace {

/// The calendar as it stands; an empty one where there is none. Nothing where it has errors.
std::optional<team::HolidayCalendar> calendar_of(const Request& request) {
    if (!request.existing) return team::HolidayCalendar{};
    Diagnostics found;
    const auto document = yaml::parse(request.calendar, *request.existing, found);
    const team::Names names;
    team::Team read;
    if (document && !found.has_errors()) {
        team::Reader reader{names, found, 0};
        team::read_calendar(reader, document->root(), read);
    }
    if (found.has_errors() || read.calendars.empty()) return std::nullopt;
    return read.calendars.front();
}

/// `covers` with the years of the file; as it is, and said, where years in between are missing.
std::optional<std::pair<Date, Date>> covers_with(const team::HolidayCalendar& calendar, bool fresh,
                                                 const std::set<int>& years, Intake& intake) {
    auto covers = calendar.covers;
    if (!covers && !fresh) return covers;
    for (const int year : years) {
        const Date from = make_date(year, 1, 1);
        const Date to = make_date(year, 12, 31);
        if (!covers) covers = {from, to};
        if (from > covers->second + Days{1} || to + Days{1} < covers->first) {
            intake.doubts.push_back({0, 0, "covers", std::to_string(year), {}, say("import.holidays.gap")});
            continue;
        }
        covers = {std::min(covers->first, from), std::max(covers->second, to)};
    }
    return covers;
}

void make_preview(const team::HolidayCalendar& calendar, const std::vector<PublicStretch>& now,
                  Intake& intake) {
    auto& table = intake.preview;
    table.id = "days";
    table.caption = say("import.preview");
    table.columns = {{"year", say("import.holidays.year"), ColumnType::text},
                     {"change", say("import.holidays.change"), ColumnType::text},
                     {"kind", say("import.holidays.kind"), ColumnType::text},
                     {"from", say("import.holidays.from"), ColumnType::date},
                     {"to", say("import.holidays.to"), ColumnType::date},
                     {"name", say("import.name"), ColumnType::text}};
    std::set<PublicStretch> old;
    for (const auto& day : calendar.holidays) old.insert({day.from, day.to, day.name, true});
    for (const auto& day : calendar.workdays) old.insert({day.from, day.to, day.name, false});
    std::set<PublicStretch> all{now.begin(), now.end()};
    const std::set<PublicStretch> kept = all;
    all.insert(old.begin(), old.end());
    for (const auto& stretch : all) {
        if (old.contains(stretch) && kept.contains(stretch)) continue;
        const bool added = !old.contains(stretch);
        table.rows.push_back(
            {Cell{std::to_string(year_of(stretch.from))},
             Cell{added ? say("import.holidays.added") : say("import.holidays.removed"),
                  added ? "added" : "removed", added ? Tone::good : Tone::warn},
             Cell{stretch.off ? say("import.holidays.holiday") : say("import.holidays.workday"),
                  stretch.off ? "holiday" : "workday"},
             Cell{stretch.from}, Cell{stretch.to}, Cell{stretch.name}});
    }
}

}  // namespace

Intake read_holidays(const Request& request, const team::Team& team, const calendar::WorkingDays&) {
    Intake intake;
    const auto days = read_public_days(request, intake);
    if (!days) return intake;
    auto calendar = calendar_of(request);
    if (!calendar) {
        intake.problem = say("import.holidays.broken", request.calendar);
        return intake;
    }
    if (!request.existing) calendar->name = request.name;
    const auto stretches = merged(*calendar, *days);
    make_preview(*calendar, stretches, intake);
    intake.facts.emplace_back(say("import.taken"), Cell{static_cast<std::int64_t>(days->days.size())});
    const auto covers = covers_with(*calendar, !request.existing, days->years, intake);
    if (intake.preview.rows.empty() && covers == calendar->covers) {
        intake.facts.emplace_back(say("import.preview"), Cell{say("import.holidays.same")});
        return intake;
    }
    bool rewritten = false;
    auto text = calendar_text(request.existing.value_or(""), *calendar, stretches, covers, rewritten);
    if (rewritten && request.existing)
        intake.doubts.push_back(
            {0, 0, {}, request.calendar, request.calendar, say("import.holidays.rewritten")});
    const auto& named = team.settings.calendars;
    if (std::find(named.begin(), named.end(), request.calendar) == named.end())
        intake.doubts.push_back(
            {0, 0, "calendars", request.calendar, request.calendar, say("import.holidays.not_named")});
    NewFile file;
    file.path = request.calendar;
    file.text = std::move(text);
    file.before = request.existing;
    intake.files.push_back(std::move(file));
    return intake;
}

}  // namespace teamctl::intake
