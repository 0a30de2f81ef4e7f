// Agenda items about figures, up to the evening before: targets, standings, the month.
#include <algorithm>

#include "report/agenda/content.hpp"
#include "report/naming.hpp"
#include "rules/figures/standings.hpp"
#include "team/people.hpp"
#include "waiting/figures.hpp"

namespace teamctl::report {
namespace {

using rules::Figures;
using rules::Measure;
using rules::Value;

constexpr std::size_t places_shown = 5;

Phrase figure_phrase(Measure unit, const Value& value) {
    if (const auto* money = std::get_if<Money>(&value)) return say("agenda.figure.money", *money);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return verbatim(std::to_string(*whole));
    if (const auto* ratio = std::get_if<Ratio>(&value)) {
        if (unit == Measure::ratio) return say("agenda.figure.ratio", *ratio);
        if (ratio->num % ratio->den == 0) return verbatim(std::to_string(ratio->num / ratio->den));
        return verbatim(decimals(*ratio, 1));
    }
    if (const auto* amount = std::get_if<team::Decimal>(&value)) return verbatim(number_text(*amount));
    return say("name.nobody");
}

Json figure_json(const Value& value) {
    if (const auto* money = std::get_if<Money>(&value)) return *money;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    if (const auto* ratio = std::get_if<Ratio>(&value)) return JsonDecimal{*ratio, 4};
    if (const auto* amount = std::get_if<team::Decimal>(&value))
        return JsonDecimal{{amount->units, 10'000}, 4};
    return {};
}

void add_reach(Content& content, const team::Team& team, const rules::Metric& metric,
               const waiting::TargetReach& reach) {
    auto json = Json::object();
    json.set("metric", metric.name)
        .set("who", id_of(team, reach.subject.person))
        .set("unit", reach.subject.unit ? Json{team[reach.subject.unit].id} : Json{})
        .set("value", figure_json(reach.value))
        .set("target", figure_json(reach.target))
        .set("ratio", JsonDecimal{reach.share, 4});
    if (reach.at_most) json.set("at_most", true);
    content.data.push(std::move(json));
}

/// By what part of a limit more was used.
Ratio beyond(Ratio share) {
    return {share.num - share.den, share.den};
}

Phrase part_phrase(Phrase name, const waiting::TargetReach& reach) {
    return reach.is_passed() ? say("agenda.targets.part_over", std::move(name), beyond(reach.share))
                             : say("agenda.targets.part", std::move(name), reach.share);
}

/// How far one metric has come: the team, units, and everybody, the one who has come farthest first. `told`:
/// the working days that the line above tells of.
void write_target(Content& content, const team::Team& team, const rules::Metric& metric,
                  const waiting::TargetState& state, std::pair<std::size_t, std::size_t>& told) {
    if (const auto& whole = state.team) {
        content.line(say(whole->is_passed() ? "agenda.targets.over"
                         : whole->at_most   ? "agenda.targets.limit"
                                            : "agenda.targets.team",
                         metric.title, figure_phrase(metric.unit, whole->value),
                         figure_phrase(metric.unit, whole->target),
                         whole->is_passed() ? beyond(whole->share) : whole->share),
                     whole->is_passed() ? Tone::bad : Tone::strong);
        const std::pair days{state.days_gone, state.days};
        if (days != told)
            content.line(say("agenda.targets.time", state.days_gone, state.days, state.time_gone()));
        told = days;
        add_reach(content, team, metric, *whole);
    }
    std::vector<Phrase> units;
    for (const auto& reach : state.units) {
        units.push_back(part_phrase(verbatim(team[reach.subject.unit].name), reach));
        add_reach(content, team, metric, reach);
    }
    if (!units.empty()) content.line(listed(std::move(units)));
    for (const auto& reach : state.people) add_reach(content, team, metric, reach);
    std::vector<Phrase> people;
    for (const auto& reach : state.farthest_first())
        people.push_back(part_phrase(name_of(team, reach.subject.person), reach));
    if (!people.empty()) content.line(listed(std::move(people)));
}

/// Of the targets those of who attends, and of units all of whom do.
void keep_theirs(const AgendaMeeting& meeting, waiting::TargetState& state) {
    const auto& team = meeting.everybody().team;
    const auto date = meeting.day.date;
    const auto attends = [&](const team::PersonId person) {
        return std::ranges::find(meeting.day.only, person) != meeting.day.only.end();
    };
    state.team.reset();
    std::erase_if(state.people, [&](const auto& reach) { return !attends(reach.subject.person); });
    std::erase_if(state.units, [&](const auto& reach) {
        return !std::ranges::all_of(team::everybody(team), [&](const auto person) {
            return attends(person) || !team::employed(team[person], date) ||
                   !rules::belongs(team, person, reach.subject, date);
        });
    });
}

}  // namespace

Content targets_content(const AgendaMeeting& meeting) {
    const auto& day = meeting.everybody();
    Content content;
    std::pair<std::size_t, std::size_t> told;
    for (const auto& [name, period] : waiting::targets_of(day)) {
        const rules::Books books{day.before(), period};
        const Figures figures{books};
        const auto* metric = figures.find(name);
        if (metric == nullptr) continue;
        auto state = waiting::target_state(day, figures, *metric);
        if (meeting.whole != nullptr) keep_theirs(meeting, state);
        write_target(content, day.team, *metric, state, told);
    }
    return content;
}

Content standings_content(const AgendaMeeting& meeting) {
    const auto& team = meeting.day.team;
    const auto period = waiting::month_to_date(meeting.day);
    const rules::Books books{meeting.day.before(), period};
    const Figures figures{books};
    const auto standings = rules::standings(figures);
    Content content;
    const bool any = std::any_of(standings.begin(), standings.end(), [](const auto& standing) {
        return standing.points != 0 || standing.sales.fen != 0;
    });
    if (!any) return content;
    const bool sold = std::any_of(standings.begin(), standings.end(),
                                  [](const auto& standing) { return standing.sales.fen != 0; });
    content.line(say(sold ? "agenda.standings.title" : "agenda.standings.title_points", period), Tone::muted);
    for (const auto& standing : standings) {
        if (standing.place && *standing.place <= static_cast<int>(places_shown)) {
            const auto who = name_of(team, standing.who);
            // It is read aloud: the last is nobody's business.
            content.line(
                sold ? say("agenda.standings.line", *standing.place, who, standing.points, standing.sales)
                     : say("agenda.standings.points", *standing.place, who, standing.points));
        }
        content.data.push(Json::object()
                              .set("place", standing.place ? Json{*standing.place} : Json{})
                              .set("who", id_of(team, standing.who))
                              .set("points", standing.points)
                              .set("sales", standing.sales)
                              .set("last", standing.last));
    }
    return content;
}

Content month_content(const AgendaMeeting& meeting) {
    static constexpr rules::MetricName names[]{
        "attendance_rate", "late",       "absent",        "diaries_missing", "customers_new",
        "visits",          "contacts",   "customers_won", "sales",           "refunds",
        "target_ratio",    "complaints", "checks_missed", "praise",          "fines"};
    const auto period = waiting::month_to_date(meeting.day);
    const rules::Books books{meeting.day.before(), period};
    const Figures figures{books};
    Content content;
    content.line(say(period.contains(meeting.day.date) ? "agenda.month.to_date" : "agenda.month.whole",
                     period, meeting.day.past_to),
                 Tone::muted);
    std::vector<Phrase> parts;
    for (const auto name : names) {
        if (meeting.whole != nullptr && name == rules::MetricName{"target_ratio"}) continue;  // the team's
        const auto& metric = figures.metric(name);
        const auto value = figures.value(metric, {});
        const auto number = rules::number(value);
        if (!number || number->num == 0) continue;
        parts.push_back(say("agenda.month.figure", metric.title, figure_phrase(metric.unit, value)));
        content.data.push(Json::object().set("metric", metric.name).set("value", figure_json(value)));
    }
    if (parts.empty()) return {};
    content.line(listed(std::move(parts)));
    return content;
}

}  // namespace teamctl::report
