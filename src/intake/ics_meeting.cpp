#include "intake/ics_meeting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "calendar/occurrences.hpp"
#include "intake/meetings.hpp"
#include "team/people.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {
namespace {

constexpr int day_minutes = 24 * 60;
/// How many dates a meeting may name beside its rule; more are no list that anybody keeps.
constexpr std::size_t most_dates = 1000;
/// How many dates of a rule that ends are written out, where no other form says them.
constexpr std::size_t most_written_out = 366;

bool known_year(Date date) {
    return year_of(date) >= first_year && year_of(date) <= last_year;
}

bool ends(const std::string& rule) {
    return rule.find("COUNT=") != std::string::npos || rule.find("UNTIL=") != std::string::npos;
}

std::string in_brackets(const std::set<Date>& dates) {
    std::vector<std::string> words;
    for (const auto date : dates) words.push_back(to_string(date));
    return "[" + joined(words, ", ") + "]";
}

/// `2026-11-17 14:00`, or the day alone.
std::string shown(const IcsTime& time) {
    return time.whole_day ? to_string(time.local.date)
                          : to_string(time.local.date) + " " + to_string(time.local.time);
}

/// One event on its way to a meeting.
class EventTaker {
  public:
    EventTaker(const IcsEvent& event, const IcsContext& context, Intake& intake)
        : event_{event}, context_{context}, intake_{intake} {}

    bool take(const std::vector<const IcsEvent*>& instead) {
        if (!sound() || !take_start() || !take_rule()) return false;
        take_length();
        take_further_rules();
        take_dates();
        drop_removed();
        for (const auto* other : instead) drop_added(*other);
        for (const auto* other : instead) take_instead(*other);
        take_days();
        settle_dates();
        if (removed_.size() > most_dates || added_.size() > most_dates)
            return refuse(std::to_string(removed_.size() + added_.size()), say("import.too_many_dates"));
        for (const auto& text : event_.unread) doubt(text, {}, say("import.unread"));
        if (event_.instead_of) doubt(shown(*event_.instead_of), event_.summary, say("import.single"));
        add(when_.rrule);
        for (const auto& rule : more_rules_) add(rule);
        return true;
    }

  private:
    void doubt(std::string cell, std::string taken, Phrase why) {
        intake_.doubts.push_back(
            {event_.line, 0, event_.summary, std::move(cell), std::move(taken), std::move(why)});
    }
    bool refuse(std::string cell, Phrase why) {
        doubt(std::move(cell), {}, std::move(why));
        return false;
    }
    bool sound() {
        if (event_.cancelled)
            return refuse(event_.start ? shown(*event_.start) : "", say("import.cancelled"));
        if (event_.unread_time)
            return refuse(event_.unread.empty() ? "" : event_.unread.front(), say("import.unread_time"));
        if (event_.summary.empty() || !event_.start) return refuse(event_.uid, say("import.no_event"));
        return true;
    }
    /// The zone of a time: its own; the team's where the time is wherever one is. Empty where it is unknown.
    std::string zone_of(const IcsTime& time) {
        if (time.tzid.empty()) return context_.team.settings.timezone;
        return context_.zones.find(time.tzid).iana;
    }
    bool take_start() {
        const auto& start = *event_.start;
        zone_ = zone_of(start);
        if (zone_.empty() || !calendar::known_zone(zone_)) return refuse(start.tzid, say("import.no_zone"));
        if (!start.tzid.empty() && start.tzid != zone_) {
            const auto& zone = context_.zones.find(start.tzid);
            doubt(
                start.tzid, zone_,
                zone.from == ZoneFrom::same_clock ? say("import.zone_same_clock") : say("import.zone_name"));
            intake_.doubts.back().plain = true;
        }
        if (!start.tzid.empty() && context_.zones.find(start.tzid).contradicted)
            doubt(start.tzid, zone_, say("import.zone_contradicted"));
        when_.date = start.local.date;
        when_.from = start.local.date;
        if (start.whole_day) return true;
        when_.start = start.local.time;
        if (zone_ != context_.team.settings.timezone) when_.timezone = zone_;
        if (start.seconds) doubt(shown(start), to_string(start.local.time), say("import.no_seconds"));
        return true;
    }
    bool take_rule() {
        if (event_.rules.empty()) return true;
        for (const auto& rule : event_.rules) {
            if (calendar::rrule_problem(rule)) return refuse(rule, say("import.no_form"));
        }
        when_.every = team::Every::rrule;
        when_.rrule = event_.rules.front();
        return true;
    }
    /// How long an event lasts, in minutes; nothing where it does not say, or ends before it begins.
    std::optional<std::int64_t> minutes_of(const IcsEvent& event) {
        if (event.duration) return *event.duration > 0 ? std::optional{*event.duration / 60} : std::nullopt;
        if (!event.end || !event.start) return std::nullopt;
        const auto from_zone = zone_of(*event.start);
        const auto to_zone = zone_of(*event.end);
        const auto& from = event.start->local;
        const auto& to = event.end->local;
        std::int64_t minutes =
            (to.date - from.date).count() * day_minutes + to.time.minutes - from.time.minutes;
        const bool one_zone = from_zone == to_zone || event.end->whole_day || to_zone.empty();
        if (!one_zone)
            minutes = std::chrono::duration_cast<std::chrono::minutes>(calendar::instant_of(to, to_zone) -
                                                                       calendar::instant_of(from, from_zone))
                          .count();
        return minutes > 0 ? std::optional{minutes} : std::nullopt;
    }
    void take_length() {
        const auto minutes = minutes_of(event_);
        if (!minutes) {
            if (event_.duration.value_or(0) < 0)
                doubt(fmt::format("{} min", *event_.duration / 60), {}, say("import.ends_before"));
            else if (event_.end && event_.end->local != event_.start->local)
                doubt(shown(*event_.start) + " – " + shown(*event_.end), {}, say("import.ends_before"));
            return;
        }
        if (!when_.start) {
            days_ = static_cast<int>(
                std::clamp<std::int64_t>((*minutes + day_minutes - 1) / day_minutes, 1, most_dates + 1));
        } else if (*minutes <= day_minutes) {
            when_.minutes = static_cast<int>(*minutes);
        } else {
            doubt(event_.end ? shown(*event_.start) + " – " + shown(*event_.end) : std::to_string(*minutes),
                  to_string(*when_.start), say("import.longer_than_a_day", *minutes));
        }
    }
    /// The dates of a rule that ends; nothing where there are too many to be written out.
    std::optional<std::vector<Date>> written_out(const std::string& rule) {
        if (!ends(rule)) return std::nullopt;
        auto when = when_;
        when.every = team::Every::rrule;
        when.rrule = rule;
        const Period all{*when_.from, make_date(last_year, 12, 31), Period::Unit::range};
        auto dates = calendar::dates(when, context_.days, all);
        return dates.size() <= most_written_out ? std::optional{std::move(dates)} : std::nullopt;
    }
    void take_further_rules() {
        for (std::size_t i = 1; i < event_.rules.size(); ++i) {
            const auto& rule = event_.rules[i];
            if (rule == event_.rules.front()) continue;
            if (const auto dates = written_out(rule)) {
                added_.insert(dates->begin(), dates->end());
                doubt(rule, "also", say("import.second_rule_dates", dates->size()));
            } else {
                more_rules_.push_back(rule);
                doubt(rule, event_.summary, say("import.second_rule"));
            }
        }
        for (const auto& rule : event_.exception_rules) {
            const auto dates = calendar::rrule_problem(rule) ? std::nullopt : written_out(rule);
            if (!dates) {
                doubt(rule, {}, say("import.exception_rule"));
                continue;
            }
            removed_.insert(dates->begin(), dates->end());
            doubt(rule, "except", say("import.second_rule_dates", dates->size()));
        }
    }
    /// A time on the clock of the series. Nothing, and said, where its zone is unknown.
    std::optional<Moment> in_series(const IcsTime& time) {
        if (time.whole_day || !when_.start) return Moment{time.local.date, when_.start.value_or(TimeOfDay{})};
        if (time.tzid.empty()) return time.local;
        const auto zone = zone_of(time);
        if (zone.empty() || !calendar::known_zone(zone)) {
            doubt(time.tzid, {}, say("import.no_zone"));
            return std::nullopt;
        }
        const auto moment = calendar::moved(time.local, zone, zone_);
        if (!known_year(moment.date)) return std::nullopt;
        return moment;
    }
    void take_dates() {
        for (const auto& time : event_.except) {
            const auto moment = in_series(time);
            if (!moment) continue;
            if (when_.start && moment->time != *when_.start)
                doubt(shown(time), {}, say("import.except_misses"));
            else
                removed_.insert(moment->date);
        }
        for (const auto& time : event_.also) {
            const auto moment = in_series(time);
            if (!moment) continue;
            added_.insert(moment->date);
            const bool other_length = time.length && *time.length != when_.minutes * 60;
            if (when_.start && (moment->time != *when_.start || other_length))
                doubt(shown(time), to_string(moment->date) + " " + to_string(*when_.start),
                      say("import.also_time"));
        }
    }
    /// What the series leaves out it leaves out wherever it comes from.
    void drop_removed() {
        for (const auto date : removed_) added_.erase(date);
    }
    /// An added date whose occurrence was cancelled or moved. All of them first: one may be moved to where
    /// another was.
    void drop_added(const IcsEvent& other) {
        if (other.and_later || (!other.cancelled && (other.unread_time || !other.start))) return;
        if (const auto from = in_series(*other.instead_of)) added_.erase(from->date);
    }
    /// One occurrence that was cancelled, moved or changed.
    void take_instead(const IcsEvent& other) {
        const auto line_of = [&](std::string cell, std::string taken, Phrase why) {
            intake_.doubts.push_back(
                {other.line, 0, event_.summary, std::move(cell), std::move(taken), std::move(why)});
        };
        const auto cell = shown(*other.instead_of);
        if (other.and_later) return line_of(cell, {}, say("import.from_then_on"));
        const auto from = in_series(*other.instead_of);
        if (!from) return;
        if (other.cancelled) {
            removed_.insert(from->date);
            return;
        }
        if (other.unread_time || !other.start) return line_of(cell, {}, say("import.unread_time"));
        const auto to = in_series(*other.start);
        if (!to) return;
        if (to->date == from->date) {
            if (!in_rule(to->date)) added_.insert(to->date);
        } else {
            removed_.insert(from->date);
            added_.insert(to->date);
        }
        const auto length = minutes_of(other).value_or(0);
        const bool other_time =
            when_.start && (to->time != *when_.start || length != when_.minutes || other.start->whole_day);
        if (other_time)
            line_of(cell + " → " + shown(*other.start), to_string(to->date) + " " + to_string(*when_.start),
                    say("import.also_time"));
        if (other.summary != event_.summary)
            line_of(other.summary, event_.summary, say("import.other_words"));
        if (other.place != event_.place) line_of(other.place, event_.place, say("import.other_words"));
    }
    bool in_rule(Date date) const { return calendar::falls_on(when_, context_.days, date); }
    /// Whole days in a row: the days behind the first of each occurrence are dates of their own.
    void take_days() {
        if (days_ == 1) return;
        std::vector<Date> firsts{added_.begin(), added_.end()};
        if (when_.rrule.empty()) {
            firsts.push_back(*when_.date);
        } else if (const auto dates = written_out(when_.rrule)) {
            firsts.insert(firsts.end(), dates->begin(), dates->end());
        } else {
            return doubt(std::to_string(days_), "1", say("import.several_days"));
        }
        if (firsts.size() * static_cast<std::size_t>(days_) > most_dates)
            return doubt(std::to_string(days_), "1", say("import.several_days"));
        std::set<Date> days;
        for (const auto first : firsts) {
            if (removed_.contains(first) && !added_.contains(first)) continue;
            for (int i = 1; i < days_; ++i) days.insert(first + Days{i});
        }
        added_.insert(days.begin(), days.end());
        doubt(std::to_string(days_), "also", say("import.each_day"));
    }
    /// A date may stand in one of the lists only, and is not added where the rule has it. The start counts
    /// also where the rule does not name it (RFC 5545, 3.8.5.3).
    void settle_dates() {
        if (!in_rule(*when_.from) && !removed_.contains(*when_.from) && !added_.contains(*when_.from)) {
            added_.insert(*when_.from);
            doubt(to_string(*when_.from), "also", say("import.start_beside_rule"));
        }
        for (const auto date : added_) removed_.erase(date);
        std::erase_if(removed_, [&](Date date) { return !known_year(date) || !in_rule(date); });
        std::erase_if(added_, [&](Date date) { return !known_year(date) || in_rule(date); });
    }
    /// The dates on which the starts appear on the team's own clock, as files name them.
    std::set<Date> as_they_appear(const std::set<Date>& dates) const {
        if (when_.timezone.empty() || !when_.start) return dates;
        std::set<Date> appear;
        for (const auto date : dates)
            appear.insert(calendar::moved({date, *when_.start}, zone_, context_.team.settings.timezone).date);
        return appear;
    }
    std::string when_text(const std::string& rule) const {
        std::string text = rule.empty()
                               ? "{on: " + to_string(*when_.date)
                               : fmt::format("{{rrule: \"{}\", from: {}", rule, to_string(*when_.from));
        if (when_.start) text += fmt::format(", start: \"{}\"", to_string(*when_.start));
        if (when_.minutes > 0) text += fmt::format(", minutes: {}", when_.minutes);
        if (!when_.timezone.empty()) text += ", timezone: " + yaml::quoted_scalar(when_.timezone);
        if (!removed_.empty()) text += ", except: " + in_brackets(as_they_appear(removed_));
        if (!added_.empty() && rule == when_.rrule) text += ", also: " + in_brackets(as_they_appear(added_));
        return text + "}";
    }
    /// Who attends: those of the roster whom the event names; all where it names nobody.
    std::string attendees() {
        std::vector<std::string> ids;
        std::vector<std::string> strangers;
        for (const auto& who : event_.attendees) {
            const auto& people = context_.team.people;
            const auto found = std::find_if(people.begin(), people.end(), [&](const auto& person) {
                return person.name == who || (!person.email.empty() && same_letters(person.email, who));
            });
            if (found == people.end())
                strangers.push_back(who);
            else if (const auto id = yaml::quoted_scalar(found->id);
                     std::find(ids.begin(), ids.end(), id) == ids.end())
                ids.push_back(id);
        }
        if (!strangers.empty())
            doubt(joined(strangers, ", "), ids.empty() ? "all" : "", say("import.strange_attendees"));
        return ids.empty() ? "all" : "[" + joined(ids, ", ") + "]";
    }
    /// One meeting has one rule: a second rule without end is a second meeting.
    void add(const std::string& rule) {
        NewMeeting meeting;
        meeting.name = event_.summary;
        meeting.id = as_id(event_.summary);
        if (meeting.id.empty()) meeting.id = "meeting";
        meeting.place = event_.place;
        meeting.comments = event_.description;
        meeting.when = when_text(rule);
        if (attend_.empty()) attend_ = attendees();
        meeting.attend = attend_;
        meeting.line = event_.line;
        add_meeting(context_.team, std::move(meeting), intake_);
    }

    const IcsEvent& event_;
    const IcsContext& context_;
    Intake& intake_;
    team::When when_;   ///< without `except` and `also`
    std::string zone_;  ///< on whose clock the dates are
    int days_ = 1;      ///< of an event without times
    std::set<Date> removed_;
    std::set<Date> added_;
    std::vector<std::string> more_rules_;
    std::string attend_;
};

}  // namespace

bool add_event(const IcsEvent& event, const std::vector<const IcsEvent*>& instead, const IcsContext& context,
               Intake& intake) {
    return EventTaker{event, context, intake}.take(instead);
}

}  // namespace teamctl::intake
