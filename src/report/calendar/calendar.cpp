#include "report/calendar.hpp"

#include <algorithm>
#include <vector>

#include "calendar/zone.hpp"
#include "report/events.hpp"
#include "rules/people/trainings.hpp"

namespace teamctl::report {
namespace {

using calendar::Occurrence;
using calendar::WorkingDays;

/// Longer periods leave what is held on most days out of their grids.
constexpr int longest_full_grid = 93;
/// And still longer ones have no grids: nobody reads them.
constexpr int longest_grid = 2 * 366;

/// How long before its start a phone tells of what is held.
constexpr int meeting_alarm = 15;

/// One calendar report while it is made.
class Calendar {
  public:
    Calendar(const team::Team& team, const WorkingDays& days, const Period& period, Moment now)
        : team_{team},
          days_{days},
          period_{period},
          today_{now.date},
          occurrences_{calendar::occurrences(team, days, period)},
          events_{team, team.plan},
          trainings_{rules::dated_trainings(team, period)} {}

    Report report() {
        Report report;
        report.name = "calendar";
        report.web_address = team_.settings.site_url;
        report.title = say("calendar.title", team_.settings.team, period_);
        report.calendar = say("calendar.on_phones", team_.settings.team);
        report.year = year_of(period_.from);
        report.made = today_;
        report.main_table = "occurrences";
        report.add(Heading{1, report.title});
        add_summary(report);
        if (auto text = uncovered_text(days_, period_)) report.add(Notice{std::move(*text)});
        for (auto& text : second_start_texts(team_, days_, period_)) report.add(Notice{std::move(text)});
        add_grids(report);
        report.rows = table();
        report.add(without_last_column(*report.rows));  // there the name says it
        report.data.set("days", days_data()).set("occurrences", occurrences_data());
        if (!team_.trainings.empty()) report.data.set("trainings", trainings_data());
        for (const auto& occurrence : occurrences_) {
            auto& event = report.events.emplace_back(events_.of(occurrence));
            if (event.start) event.alarms = {meeting_alarm};
        }
        for (const auto* training : trainings_) report.events.push_back(training_event(*training));
        return report;
    }

  private:
    const team::Series& series(const Occurrence& occurrence) const { return team_[occurrence.series]; }

    void add_summary(Report& report) const {
        const auto [workdays, holidays, makeup] = calendar::count_days(days_, period_);
        const auto text =
            makeup > 0 ? say("calendar.summary_with_makeup", period_.days(), workdays, holidays, makeup)
                       : say("calendar.summary", period_.days(), workdays, holidays);
        report.add(Paragraph{text});
    }

    /// Says once that the calendars do not reach as far as the period.
    void add_grids(Report& report) const {
        if (period_.days() > longest_grid) return;
        const auto left_out = too_frequent();
        if (!left_out.empty())
            report.add(Paragraph{say("calendar.left_out", left_out_names(left_out)), Tone::muted});
        auto next = occurrences_.begin();
        for (Month month = month_of(period_.from); first_day(month) <= period_.to;
             month += std::chrono::months{1}) {
            MonthGrid grid{month, {}};
            const Date last = std::min(last_day(month), period_.to);
            for (Date day = std::max(first_day(month), period_.from); day <= last; day += Days{1}) {
                auto& shown = grid.days.emplace_back(grid_day(day));
                for (; next != occurrences_.end() && next->date == day; ++next) {
                    if (!std::binary_search(left_out.begin(), left_out.end(), next->series)) {
                        add_line(shown, line(*next), next->start);
                    }
                }
                for (const auto* training : trainings_) {
                    if (training->on.from == day) add_line(shown, training_line(*training), training->start);
                }
            }
            report.add(std::move(grid));
        }
    }

    MonthGrid::Day grid_day(Date day) const {
        MonthGrid::Day shown{day, Tone::plain, {}};
        if (!days_.is_workday(day)) shown.tone = Tone::muted;
        if (day == today_) shown.tone = Tone::strong;
        const auto* named = days_.holiday(day);
        if (named == nullptr) named = days_.makeup_workday(day);
        if (named != nullptr && !named->name.empty()) shown.lines.push_back(verbatim(named->name));
        return shown;
    }

    static void add_line(MonthGrid::Day& day, Phrase text, std::optional<TimeOfDay> start) {
        day.lines.push_back(std::move(text));
        day.about.resize(day.lines.size());
        if (start) day.about.back() = verbatim(to_string(*start));
    }

    Phrase line(const Occurrence& occurrence) const {
        const auto& name = series(occurrence).name;
        const auto text = occurrence.start ? say("calendar.line", *occurrence.start, name) : verbatim(name);
        return events_.cancelled(occurrence) != nullptr ? say("calendar.cancelled", text) : text;
    }

    static Phrase training_line(const team::PlannedTraining& training) {
        const auto text = say("calendar.training", training.topic);
        return training.start ? say("calendar.line", *training.start, text) : text;
    }

    Event training_event(const team::PlannedTraining& training) const {
        Event event;
        event.uid = "planned-" + (training.id.empty() ? training.topic : training.id) + "-" +
                    to_string(training.on.from) + "@" + uid_domain(team_);
        event.date = training.on.from;
        event.summary = say("calendar.training", training.topic);
        if (training.by) event.description = say("calendar.trainer", team_[training.by].name);
        event.place = training.place;
        if (training.start) {
            event.start = calendar::instant_of({training.on.from, *training.start}, days_.zone());
            if (const auto end = rules::end_of(training))
                event.end = calendar::instant_of({training.on.from, *end}, days_.zone());
            event.alarms = {meeting_alarm};
        }
        return event;
    }

    /// Puts the trainings among the meetings of the table.
    void add_trainings(Table& table) const {
        for (const auto* training : trainings_) {
            const auto later = [&](const std::vector<Cell>& row) {
                const auto date = std::get<Date>(row[0].value);
                const auto* start = std::get_if<TimeOfDay>(&row[1].value);
                return training->on.from < date || (date == training->on.from && training->start &&
                                                    start != nullptr && *training->start < *start);
            };
            const auto at = std::find_if(table.rows.begin(), table.rows.end(), later);
            table.rows.insert(at, {Cell{training->on.from}, time_cell(training->start),
                                   time_cell(rules::end_of(*training)), Cell{training->id, Tone::muted},
                                   Cell{training->topic}, Cell{say("calendar.kind_training"), "training"}});
        }
    }

    Json trainings_data() const {
        const auto instant = [&](const team::PlannedTraining& training, std::optional<TimeOfDay> time) {
            if (!time) return Json{};
            return Json{calendar::rfc3339(calendar::instant_of({training.on.from, *time}, days_.zone()),
                                          days_.zone())};
        };
        Json list = Json::array();
        for (const auto* training : trainings_) {
            Json entry;
            entry.set("date", to_string(training->on.from))
                .set("start", instant(*training, training->start))
                .set("end", instant(*training, rules::end_of(*training)))
                .set("id", training->id.empty() ? Json{} : Json{training->id})
                .set("topic", training->topic)
                .set("by", training->by ? Json{team_[training->by].id} : Json{});
            list.push(std::move(entry));
        }
        return list;
    }

    /// In a long period: the series that are held on more than a third of its days, ascending.
    std::vector<team::SeriesId> too_frequent() const {
        std::vector<team::SeriesId> found;
        if (period_.days() <= longest_full_grid) return found;
        std::vector<int> counts(team_.series.size());
        for (const auto& occurrence : occurrences_)
            ++counts[static_cast<std::size_t>(occurrence.series.index)];
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (counts[i] > period_.days() / 3) found.push_back({static_cast<std::int32_t>(i)});
        }
        return found;
    }

    std::vector<Phrase> left_out_names(const std::vector<team::SeriesId>& left_out) const {
        std::vector<Phrase> names;
        for (const auto id : left_out) names.push_back(verbatim(team_[id].name));
        return names;
    }

    Table table() const {
        Table table{"occurrences", say("calendar.occurrences"), {}, {}, {}};
        table.columns = {{"date", say("calendar.date"), ColumnType::date},
                         {"start", say("calendar.start"), ColumnType::time},
                         {"end", say("calendar.end"), ColumnType::time},
                         {"series", say("calendar.series"), ColumnType::text},
                         {"name", say("calendar.name"), ColumnType::text},
                         {"kind", say("calendar.kind"), ColumnType::text},
                         {"cancelled", say("calendar.off"), ColumnType::text}};
        table.grouped_by = 0;
        table.told_at = 4;
        for (const auto& occurrence : occurrences_) {
            const auto& held = series(occurrence);
            Phrase name = verbatim(held.name);
            const bool off = events_.cancelled(occurrence) != nullptr;
            if (off) name = say("calendar.cancelled", std::move(name));
            table.rows.push_back({Cell{occurrence.date}, time_cell(occurrence.start),
                                  time_cell(occurrence.end), Cell{held.id, Tone::muted},
                                  Cell{std::move(name), held.name, off ? Tone::muted : Tone::plain},
                                  Cell{series_kind_title(held), std::string{series_kind(held)}},
                                  off ? Cell{"true"} : Cell{}});
        }
        add_trainings(table);
        for (auto& row : table.rows) row.resize(table.columns.size());
        return table;
    }

    static Table without_last_column(Table table) {
        table.columns.pop_back();
        for (auto& row : table.rows) row.pop_back();
        return table;
    }

    static Cell time_cell(std::optional<TimeOfDay> time) { return time ? Cell{*time} : Cell{}; }

    Json days_data() const {
        Json list = Json::array();
        for (Date day = period_.from; day <= period_.to; day += Days{1}) {
            const auto* holiday = days_.holiday(day);
            Json entry;
            entry.set("date", to_string(day));
            entry.set("workday", days_.is_workday(day));
            entry.set("holiday", holiday != nullptr ? Json{holiday->name} : Json{});
            list.push(std::move(entry));
        }
        return list;
    }

    Json occurrences_data() const {
        const auto& zone = team_.settings.timezone;
        Json list = Json::array();
        for (const auto& occurrence : occurrences_) {
            const auto span = calendar::time_span(team_, occurrence);
            Json entry;
            entry.set("date", to_string(occurrence.date));
            entry.set("start", span ? Json{calendar::rfc3339(span->start, zone)} : Json{});
            entry.set("end", span && span->end ? Json{calendar::rfc3339(*span->end, zone)} : Json{});
            entry.set("series", series(occurrence).id);
            entry.set("name", series(occurrence).name);
            entry.set("kind", series_kind(series(occurrence)));
            entry.set("cancelled", events_.cancelled(occurrence) != nullptr);
            list.push(std::move(entry));
        }
        return list;
    }

    const team::Team& team_;
    const WorkingDays& days_;
    Period period_;
    Date today_;
    std::vector<Occurrence> occurrences_;
    Events events_;
    std::vector<const team::PlannedTraining*> trainings_;  ///< those with a day (D17.4), by day and start
};

}  // namespace

std::optional<Phrase> uncovered_text(const calendar::WorkingDays& days, const Period& period) {
    const auto [open, first] = calendar::open_days(days, period);
    if (open == 0) return std::nullopt;
    return open == period.days() ? say("calendar.not_covered") : say("calendar.partly_covered", first, open);
}

std::vector<Phrase> second_start_texts(const team::Team& team, const WorkingDays& days,
                                       const Period& period) {
    std::vector<Phrase> texts;
    for (const auto& starts : calendar::second_starts(team, days, period))
        texts.push_back(second_start_text(team, starts));
    return texts;
}

Phrase second_start_text(const team::Team& team, const calendar::SecondStart& starts) {
    return say("check.starts_twice", team[starts.second.series].name, starts.second.date, *starts.first.start,
               *starts.second.start);
}

Report calendar_report(const team::Team& team, const calendar::WorkingDays& days, const Period& period,
                       Moment now) {
    return Calendar{team, days, period, now}.report();
}

std::string_view series_kind(const team::Series& series) {
    if (!series.meeting) return "rota";
    switch (series.kind) {
        case team::MeetingKind::standup:
            return "standup";
        case team::MeetingKind::regular:
            return "regular";
        case team::MeetingKind::training:
            return "training";
        case team::MeetingKind::review:
            return "review";
        case team::MeetingKind::celebration:
            return "celebration";
        case team::MeetingKind::other:
            break;
    }
    return "other";
}

Phrase series_kind_title(const team::Series& series) {
    if (!series.meeting) return say("calendar.kind_rota");
    switch (series.kind) {
        case team::MeetingKind::standup:
            return say("calendar.kind_standup");
        case team::MeetingKind::regular:
            return say("calendar.kind_regular");
        case team::MeetingKind::training:
            return say("calendar.kind_training");
        case team::MeetingKind::review:
            return say("calendar.kind_review");
        case team::MeetingKind::celebration:
            return say("calendar.kind_celebration");
        case team::MeetingKind::other:
            break;
    }
    return say("calendar.kind_other");
}

}  // namespace teamctl::report
