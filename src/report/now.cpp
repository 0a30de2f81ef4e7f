#include "report/now.hpp"

#include <algorithm>

#include "report/agenda/away.hpp"
#include "report/agenda/warnings.hpp"
#include "report/due.hpp"
#include "report/naming.hpp"
#include "team/people.hpp"
#include "waiting/agenda.hpp"
#include "waiting/meeting.hpp"
#include "waiting/plans.hpp"

namespace teamctl::report {
namespace {

using rules::Sitting;

constexpr std::size_t most_names_in_line = 5;  // in one line of 80 columns
constexpr std::size_t duties_shown = 2;
constexpr std::size_t late_shown = 3;
constexpr std::size_t notes_shown = 1;
constexpr std::size_t commands_shown = 2;

/// The first of them, and how many more there are.
Phrase first_names(std::vector<Phrase> parts) {
    if (parts.size() <= most_names_in_line) return listed(std::move(parts));
    const auto more = parts.size() - most_names_in_line;
    parts.resize(most_names_in_line);
    return say("now.and_more", listed(std::move(parts)), more);
}

/// `主持 孙燕；主讲 张伟（病假）→ 李强`
Phrase holders_of(const team::Team& team, const Sitting& sitting) {
    std::vector<Phrase> parts;
    for (const auto& turn : sitting.turns) {
        auto holders = turn_holders(team, turn);
        parts.push_back(turn.stand_in ? say("now.stands_in", role_title(turn.role->name), std::move(holders),
                                            name_of(team, turn.stand_in))
                                      : say("now.role", role_title(turn.role->name), std::move(holders)));
    }
    return clauses(std::move(parts));
}

/// The first meeting that is still to begin: of today, else the next one of the next days.
std::optional<Sitting> next_meeting(const waiting::AgendaDay& today, Moment now) {
    for (const auto& sitting : today.sittings) {
        const bool to_come = !sitting.when.start || *sitting.when.start >= now.time;
        if (sitting.series->meeting && sitting.cancelled == nullptr && to_come) return sitting;
    }
    std::optional<calendar::Occurrence> first;
    for (std::int32_t i = 0; i < std::ssize(today.team.series); ++i) {
        if (!today.team.series[static_cast<std::size_t>(i)].meeting) continue;
        const auto next = rules::next_occurrence(today.team, today.days, team::SeriesId{i}, today.date);
        const auto key = [](const calendar::Occurrence& o) {
            return std::pair{o.date, o.start.value_or(TimeOfDay{})};
        };
        if (next && (!first || key(*next) < key(*first))) first = next;
    }
    return first ? std::optional{rules::sitting_of(today.team, *first)} : std::nullopt;
}

class NowWriter {
  public:
    NowWriter(const team::Team& team, const calendar::WorkingDays& days, Moment now)
        : team_{team},
          now_{now},
          today_{waiting::agenda_day(team, days, now.date, now)},
          due_{waiting::due_day(team, days, now.date, now, std::nullopt)} {}

    Report write() && {
        report_.name = "now";
        report_.title = say("now.title", team_.settings.team, now_.date, now_.time);
        report_.year = year_of(now_.date);
        report_.made = now_.date;
        report_.add(Heading{1, report_.title});
        Facts facts;
        add_away(facts);
        add_duties(facts);
        add_meeting(facts);
        if (!facts.rows.empty()) report_.add(std::move(facts));
        add_late();
        add_notes();
        add_commands();
        return std::move(report_);
    }

  private:
    void add_away(Facts& facts) {
        std::vector<Phrase> parts;
        for (const auto person : team::everybody(team_)) {
            const auto away = rules::away_on(team_, person, now_.date);
            if (away && away->why == Away::Why::leave) parts.push_back(away_text(team_, *away));
        }
        const auto nobody = team_.people.empty() ? say("now.no_people") : say("now.nobody_away");
        facts.rows.emplace_back(say("now.away"), parts.empty() ? Cell{nobody, {}, Tone::muted}
                                                               : Cell{first_names(std::move(parts))});
    }

    void add_duties(Facts& facts) {
        std::size_t shown = 0;
        for (const auto& sitting : today_.sittings) {
            if (sitting.series->meeting || sitting.cancelled != nullptr || sitting.turns.empty()) continue;
            if (shown++ == duties_shown) break;
            const bool hole = std::ranges::any_of(
                sitting.turns, [](const auto& turn) { return turn.has_hole() && !turn.stand_in; });
            facts.rows.emplace_back(verbatim(sitting.series->name),
                                    Cell{holders_of(team_, sitting), {}, hole ? Tone::warn : Tone::plain});
        }
    }

    void add_meeting(Facts& facts) {
        const auto meeting = next_meeting(today_, now_);
        if (!meeting) return;
        auto when = meeting->when.date == now_.date
                        ? meeting->when.start ? say("now.at_time", *meeting->when.start) : say("now.today")
                    : meeting->when.start ? say("now.on_day_at", meeting->when.date, *meeting->when.start)
                                          : say("now.on_day", meeting->when.date);
        std::vector<Phrase> parts;
        if (!meeting->turns.empty() && meeting->plan == nullptr) unplanned_ = meeting->when;
        if (meeting->turns.empty() || meeting->plan == nullptr)
            parts.push_back(meeting->turns.empty() ? when : say("now.not_planned", when));
        else
            parts.push_back(say("now.when_who", when, holders_of(team_, *meeting)));
        if (meeting->has_topic()) parts.push_back(say("now.topic", meeting->plan->topic));
        facts.rows.emplace_back(verbatim(meeting->series->name), Cell{clauses(std::move(parts))});
    }

    void add_late() {
        std::vector<DueItem> late;
        std::size_t today = 0;
        for (auto& item : waiting::all_due(due_)) {
            const auto state = waiting::state_of(due_, item);
            today += state == waiting::DueState::today ? 1 : 0;
            if (state == waiting::DueState::overdue) late.push_back(std::move(item));
        }
        late_ = late.size();
        if (late.empty()) {
            report_.add(
                Paragraph{today == 0 ? say("now.nothing_waits") : say("now.today_only", today), Tone::good});
            return;
        }
        report_.add(Heading{
            2, today == 0 ? say("now.late", late.size()) : say("now.late_and_today", late.size(), today)});
        if (late.size() > late_shown) late.resize(late_shown);
        List list;
        for (const auto& item : late)
            list.items.push_back({due_line(due_, item), item.urgent ? Tone::bad : Tone::warn, {}, {}});
        report_.add(std::move(list));
    }

    /// What is wrong with today's meetings and duties.
    void add_notes() {
        std::size_t shown = 0;
        const auto note = [&](const waiting::AgendaWarning& warning) {
            using Kind = waiting::AgendaWarning::Code;
            if (warning.code == Kind::no_calendar) return;  // there is time for it
            // Said above of the meeting that nobody is planned for.
            if (warning.code == Kind::role_open && unplanned_ && warning.series == &team_[unplanned_->series])
                return;
            if (shown++ < notes_shown) report_.add(Notice{warning_text(today_, warning), Tone::warn});
        };
        for (const auto& sitting : today_.sittings) {
            if (!sitting.series->meeting) continue;
            for (const auto& warning : waiting::meeting_warnings(waiting::agenda_meeting(today_, sitting)))
                note(warning);
        }
        for (const auto& warning : waiting::day_warnings(today_)) note(warning);
    }

    /// The commands that fit: what was not recorded, the plan that is not made, what waits.
    void add_commands() {
        report_.add(Heading{2, say("now.commands")});
        List list;
        const auto row = [&](const Phrase& command, std::string_view what) {
            if (list.items.size() < commands_shown)
                list.items.push_back({say("now.command", command, say(what)), {}, {}, {}});
        };
        for (const auto& sitting : today_.sittings) {
            const bool over = sitting.when.end && *sitting.when.end <= now_.time;
            if (!sitting.series->meeting || sitting.cancelled != nullptr || !over ||
                rules::attendance_record(team_, sitting.when) != nullptr)
                continue;
            row(bilingual("log 考勤 " + sitting.series->name, "log attendance " + sitting.series->id),
                "now.do_attendance");
            break;
        }
        const auto gap = waiting::plan_gap(team_, today_.days, now_.date);
        if (gap) row(verbatim("schedule " + to_string(gap->month) + " --write"), "now.do_schedule");
        if (late_ > 0) row(verbatim("due"), "now.do_due");
        if (unplanned_ && (!gap || gap->month != month_of(unplanned_->date)))
            row(verbatim("schedule " + to_string(month_of(unplanned_->date)) + " --write"),
                "now.do_schedule_rest");
        row(verbatim("agenda"), "now.do_agenda");
        row(verbatim("log"), "now.do_log");
        row(verbatim("help"), "now.do_help");
        report_.add(std::move(list));
    }

    const team::Team& team_;
    Moment now_;
    waiting::AgendaDay today_;
    waiting::DueDay due_;
    std::size_t late_ = 0;
    std::optional<calendar::Occurrence> unplanned_;  ///< the next meeting, where nobody is planned for it
    Report report_;
};

}  // namespace

Report now_report(const team::Team& team, const calendar::WorkingDays& days, Moment now) {
    return NowWriter{team, days, now}.write();
}

}  // namespace teamctl::report
