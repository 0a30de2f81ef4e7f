#include "report/agenda.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <string>

#include "report/agenda/away.hpp"
#include "report/agenda/content.hpp"
#include "report/agenda/due.hpp"
#include "report/agenda/warnings.hpp"
#include "report/naming.hpp"
#include "rules/look_back.hpp"
#include "team/people.hpp"
#include "waiting/attending.hpp"

namespace teamctl::report {
namespace {

using rules::Sitting;
using team::Show;
using waiting::AgendaWarning;

/// Writes one day into a report.
class DayWriter {
  public:
    DayWriter(Report& report, const AgendaDay& day, const AgendaOptions& options, int level)
        : report_{report}, day_{day}, options_{options}, level_{level} {}

    /// The day's JSON object.
    Json write() && {
        auto announcements = write_announcements();
        auto meetings = Json::array();
        for (const auto& sitting : day_.sittings) {
            if (!sitting.series->meeting || (options_.meeting && *options_.meeting != sitting.when.series))
                continue;
            meetings.push(write_meeting(waiting::agenda_meeting(day_, sitting)));
        }
        auto duties = duty_content(day_, options_.meeting);
        const bool asked_for_rota = options_.meeting && !duties.lines.empty();
        if (!any_meeting_ && !asked_for_rota) write_no_meeting();
        write_duties(std::move(duties.lines));
        auto away = write_away();
        auto due = write_due();
        for (auto& warning : day_warnings(day_)) warnings_.push_back(std::move(warning));
        Json data = Json::object();
        data.set("date", to_string(day_.date));
        if (announcements) data.set("announcements", std::move(*announcements));
        data.set("meetings", std::move(meetings)).set("duties", std::move(duties.data));
        return data.set("away", std::move(away)).set("due", std::move(due)).set("warnings", write_warnings());
    }

  private:
    /// What a meeting of some shows belongs to those who attend (D1.34).
    Json write_meeting(const AgendaMeeting& meeting) {
        if (!waiting::is_of_some(*meeting.sitting.series)) return write_whole(meeting);
        attended_.push_back({std::make_unique<waiting::AttendedDay>(meeting), {}});
        return write_whole(attended_.back().day->meeting());
    }

    Json write_whole(const AgendaMeeting& meeting) {
        const auto& sitting = meeting.sitting;
        const auto& series = *sitting.series;
        any_meeting_ = true;
        write_title(sitting);
        Json data = Json::object();
        const auto time = [](const std::optional<TimeOfDay>& t) { return t ? Json{to_string(*t)} : Json{}; };
        data.set("series", series.id)
            .set("start", time(sitting.when.start))
            .set("end", time(sitting.when.end));
        auto roles = Json::object();
        for (const auto& turn : sitting.turns) roles.set(turn.role->name, ids_of(day_.team, turn.who));
        data.set("roles", std::move(roles));
        data.set("topic", sitting.plan != nullptr ? text_json(sitting.plan->topic) : Json{});
        data.set("format", sitting.plan != nullptr ? text_json(sitting.plan->format) : Json{});
        if (sitting.cancelled != nullptr) {
            write_cancelled(sitting);
            return data.set("cancelled", cancelled_json(sitting)).set("items", Json::array());
        }
        write_roles(meeting);
        data.set("items", write_items(meeting));
        for (auto& warning : meeting_warnings(meeting)) warnings_.push_back(std::move(warning));
        return data;
    }

    /// D1.11: what no item of the day's meetings shows is said at the head.
    std::optional<Json> write_announcements() {
        const Sitting* first = nullptr;
        for (const auto& sitting : day_.sittings) {
            if (!sitting.series->meeting) continue;
            const auto meeting = waiting::agenda_meeting(day_, sitting);
            if (meeting.shows(Show::announcements) || options_.meeting) return std::nullopt;
            if (first == nullptr) first = &sitting;
        }
        if (first == nullptr) return std::nullopt;
        auto content = announcements_content(waiting::agenda_meeting(day_, *first));
        if (content.empty()) return std::nullopt;
        report_.add(Heading{level_, say("agenda.section.announcements")});
        report_.add(List{std::move(content.lines), false});
        return std::move(content.data);
    }

    void write_title(const Sitting& sitting) {
        const auto& series = *sitting.series;
        Phrase title = verbatim(series.name);
        if (sitting.when.start)
            title = say("agenda.spaced", title, time_span(sitting.when.start, sitting.when.end));
        if (!series.place.empty()) title = say("agenda.spaced", title, series.place);
        report_.add(Heading{level_, title});
    }

    void write_roles(const AgendaMeeting& meeting) {
        const auto& sitting = meeting.sitting;
        std::vector<Phrase> roles;
        for (const auto& turn : sitting.turns) {
            const Phrase title = role_title(turn.role->name);
            if (turn.who.empty()) {
                roles.push_back(say("agenda.role", title, say("agenda.nobody_planned")));
            } else if (turn.stand_in) {
                roles.push_back(say("agenda.role_stand_in", title, names_of(day_.team, turn.who),
                                    name_of(day_.team, turn.stand_in)));
            } else {
                roles.push_back(say("agenda.role", title, names_of(day_.team, turn.who)));
            }
        }
        if (!roles.empty()) report_.add(Paragraph{clauses(std::move(roles)), Tone::strong});
        // The topic stands here where no item shows it.
        if (meeting.shows(Show::topic)) return;
        for (const auto& line : topic_content(meeting).lines) report_.add(Paragraph{line.text, Tone::plain});
    }

    Json write_items(const AgendaMeeting& meeting) {
        List list;
        list.numbered = true;
        auto items = Json::array();
        auto clock = meeting.sitting.when.start;
        for (const auto& item : meeting.sitting.series->agenda) {
            if (item.when && !calendar::falls_on(*item.when, day_.days, day_.date)) continue;
            auto content = content_of(meeting, item.show);
            (meeting.whole == nullptr ? shown_ : attended_.back().shown).insert(item.show);
            const bool empty = content.empty() && item.show != Show::nothing;
            const bool hidden =
                content.empty() && item.show != Show::nothing && meeting.sitting.series->hide_empty;
            if (!hidden)
                list.items.push_back({item_title(meeting, item, clock, content.empty()),
                                      Tone::plain,
                                      {},
                                      std::move(content.lines),
                                      slot_of(meeting, item, clock, empty)});
            items.push(Json::object()
                           .set("item", item.item)
                           .set("minutes", item.minutes)
                           .set("by", text_json(item.by))
                           .set("content", std::move(content.data)));
            if (clock) clock->minutes += item.minutes;
        }
        if (!list.items.empty()) report_.add(std::move(list));
        return items;
    }

    Phrase item_title(const AgendaMeeting& meeting, const team::AgendaItem& item,
                      std::optional<TimeOfDay> clock, bool empty) const {
        std::vector<Phrase> aside;
        if (item.minutes > 0) aside.push_back(say("agenda.minutes", item.minutes));
        if (const auto* turn = meeting.sitting.turn(item.by)) {
            const auto people = acting(*turn);
            aside.push_back(people.empty() ? role_title(item.by) : names_of(day_.team, people));
        } else if (!item.by.empty()) {
            aside.push_back(role_title(item.by));
        }
        Phrase title = verbatim(item.item);
        if (clock && item.minutes > 0 && *clock < end_of_day) title = say("agenda.item_at", *clock, title);
        if (!aside.empty()) title = say("agenda.item_with", title, commas(std::move(aside)));
        return empty && item.show != Show::nothing ? say("agenda.item_empty", title) : title;
    }

    Slot slot_of(const AgendaMeeting& meeting, const team::AgendaItem& item, std::optional<TimeOfDay> clock,
                 bool empty) const {
        Slot slot{{}, verbatim(item.item), {}, {}, empty};
        if (clock && item.minutes > 0 && *clock < end_of_day) slot.at = clock;
        if (item.minutes > 0) slot.length = say("agenda.minutes", item.minutes);
        const auto* turn = meeting.sitting.turn(item.by);
        if (turn != nullptr)
            for (const auto person : acting(*turn)) slot.owners.push_back(name_of(day_.team, person));
        if (slot.owners.empty() && !item.by.empty()) slot.owners.push_back(role_title(item.by));
        return slot;
    }

    /// D1.31: who calls it off and why, and that everybody is told.
    void write_cancelled(const Sitting& sitting) {
        const auto reason = sitting.cancelled->text("reason");
        report_.add(Notice{reason.empty() ? say("agenda.cancelled") : say("agenda.cancelled_because", reason),
                           Tone::bad});
        const auto untold = rules::people_to_tell(day_.team, sitting);
        if (untold.empty()) {
            report_.add(Paragraph{say("agenda.all_told"), Tone::plain});
        } else {
            report_.add(Notice{say("agenda.to_tell", names_of(day_.team, untold)), Tone::warn});
        }
    }

    Json cancelled_json(const Sitting& sitting) const {
        return Json::object()
            .set("reason", sitting.cancelled->text("reason"))
            .set("to_tell", ids_of(day_.team, rules::people_to_tell(day_.team, sitting)));
    }

    /// Who is on duty, where no meeting's agenda has said it: on days off, and of a rota that is asked for.
    void write_duties(std::vector<ListItem> lines) {
        if (lines.empty() || shown_.contains(Show::duty) || shown_.contains(Show::today)) return;
        report_.add(Heading{level_, say("agenda.section.duty")});
        report_.add(List{std::move(lines), false});
    }

    void write_no_meeting() {
        if (options_.meeting) {
            const auto& name = day_.team[*options_.meeting].name;
            const auto next = rules::next_occurrence(day_.team, day_.days, *options_.meeting, day_.date);
            report_.add(Paragraph{next ? say("agenda.no_such_meeting_next", name, next->date)
                                       : say("agenda.no_such_meeting", name),
                                  Tone::muted});
            return;
        }
        const auto* holiday = day_.days.holiday(day_.date);
        if (holiday != nullptr) {
            report_.add(Paragraph{say("agenda.holiday", holiday->name), Tone::muted});
        } else {
            report_.add(Paragraph{
                say(day_.days.is_workday(day_.date) ? "agenda.no_meeting" : "agenda.day_off"), Tone::muted});
        }
    }

    Json write_away() {
        auto data = Json::array();
        List list;
        for (const auto person : team::everybody(day_.team)) {
            const auto away = rules::away_on(day_.team, person, day_.date);
            if (!away || away->why == Away::Why::gone) continue;
            if (options_.meeting && !attended_.empty() && !attended_.back().day->attends(person)) continue;
            data.push(away_json(day_.team, *away, day_.date));
            if (away->why == Away::Why::leave)
                list.items.push_back({away_text_with_pair(day_.team, *away), {}, {}, {}});
        }
        // The roll call has said it already.
        if (shown_.count(Show::attendance) > 0 || list.items.empty()) return data;
        report_.add(Heading{level_, say("agenda.section.away")});
        report_.add(std::move(list));
        return data;
    }

    bool was_shown(const DueItem& item) const {
        const auto shown = [&](Show show) {
            return shown_.contains(show) || std::ranges::any_of(attended_, [&](const Attended& some) {
                       return some.shown.contains(show) && some.day->concerns(item);
                   });
        };
        switch (item.kind) {
            case DueItem::Kind::follow_up:
            case DueItem::Kind::action:
            case DueItem::Kind::onboarding:
            case DueItem::Kind::leaving:
            case DueItem::Kind::training:
                return shown(item.date() < day_.date ? Show::overdue : Show::today);
            case DueItem::Kind::checklist:
            case DueItem::Kind::preparation:
                return shown(Show::checklists) || shown(Show::today);
            case DueItem::Kind::document:
                return shown(Show::today);
            default:  // attendance; the agenda lists no other kinds
                break;
        }
        return shown(Show::yesterday) || shown(Show::since_last);
    }

    /// Of one meeting of some that is asked for, what waits for others is not its matter.
    bool is_asked_for(const DueItem& item) const {
        return !options_.meeting || attended_.empty() || attended_.back().day->concerns(item);
    }

    Json write_due() {
        auto data = Json::array();
        List list;
        std::vector<DueItem> calls;
        for (auto& item : due_items(day_)) {
            if (!is_asked_for(item)) continue;
            data.push(due_json(day_, item));
            if (was_shown(item)) continue;
            if (item.kind == DueItem::Kind::follow_up) {
                calls.push_back(std::move(item));
                continue;
            }
            const bool pressing = !item.done && (item.urgent || item.date() < day_.date);
            list.items.push_back({due_text(day_, item), pressing ? Tone::warn : Tone::plain, item.done, {}});
        }
        for (auto& line : follow_up_lines(day_, calls)) list.items.push_back(std::move(line));
        if (!list.items.empty()) {
            report_.add(Heading{level_, say("agenda.section.due")});
            report_.add(std::move(list));
        }
        return data;
    }

    Json write_warnings() {
        auto data = Json::array();
        if (!warnings_.empty()) report_.add(Heading{level_, say("agenda.section.warnings")});
        for (const auto& warning : warnings_) {
            report_.add(Notice{warning_text(day_, warning), Tone::warn});
            data.push(warning_json(day_, warning));
        }
        return data;
    }

    Report& report_;
    const AgendaDay& day_;
    const AgendaOptions& options_;
    int level_;
    bool any_meeting_ = false;
    /// A meeting of some, and what it showed them.
    struct Attended {
        std::unique_ptr<waiting::AttendedDay> day;
        std::set<Show> shown;
    };
    std::set<Show> shown_;
    std::vector<Attended> attended_;
    std::vector<AgendaWarning> warnings_;
};

}  // namespace

Report agenda_report(const team::Team& team, const calendar::WorkingDays& days, const Period& period,
                     Moment now, const AgendaOptions& options) {
    Report report;
    report.name = "agenda";
    const bool one_day = period.from == period.to;
    report.title = one_day ? say("agenda.title_day", team.settings.team, period.from)
                           : say("agenda.title_period", team.settings.team, period);
    report.add(Heading{1, report.title});
    auto list = Json::array();
    for (Date date = period.from; date <= period.to; date += Days{1}) {
        const auto day = waiting::agenda_day(team, days, date, now);
        if (!one_day) report.add(Heading{2, say("agenda.day", date)});
        auto data = DayWriter{report, day, options, one_day ? 2 : 3}.write();
        if (one_day) {
            report.data = std::move(data);
        } else {
            list.push(std::move(data));
        }
    }
    if (!one_day) report.data = Json::object().set("days", std::move(list));
    return report;
}

/// From when on `since_last` of a meeting may look back.
static Date since_last_from(const team::Team& team, Date day) {
    const calendar::WorkingDays days{team};
    Date from = day;
    for (std::int32_t i = 0; i < std::ssize(team.series); ++i) {
        const auto& agenda = team[team::SeriesId{i}].agenda;
        if (std::ranges::none_of(agenda, [](const auto& item) { return item.show == Show::since_last; }))
            continue;
        if (const auto before = rules::previous_occurrence(team, days, {i}, day))
            from = std::min(from, before->date);
    }
    return from;
}

store::Need agenda_need(const team::Team& team, const Period& period, Date today) {
    auto plans = rules::plans_around(period);
    plans.from = std::min(plans.from, rules::problem_topics_from(team, period.from));
    const Period asked{since_last_from(team, period.from), period.to, Period::Unit::range};
    return rules::look_back(team, plans, asked.from < period.from ? asked : period, today);
}

}  // namespace teamctl::report
