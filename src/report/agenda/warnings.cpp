#include "report/agenda/warnings.hpp"

#include "report/agenda/away.hpp"
#include "report/calendar.hpp"
#include "report/naming.hpp"
#include "team/known_roles.hpp"

namespace teamctl::report {
namespace {

using waiting::AgendaDay;
using waiting::AgendaWarning;
using Code = AgendaWarning::Code;

Phrase away_warning(const AgendaDay& day, const AgendaWarning& warning) {
    const auto& turn = *warning.turn;
    const auto& meeting = warning.series->name;
    const Phrase role = role_title(turn.role->name);
    const Phrase who = away_text(day.team, *warning.away);
    if (turn.stand_in)
        return say("agenda.warn.stand_in", meeting, role, who, name_of(day.team, turn.stand_in));
    return turn.role->function == team::RoleFunction::speaks
               ? say("agenda.warn.lecturer_away", meeting, role, who)
               : say("agenda.warn.holder_away", meeting, role, who);
}

}  // namespace

Phrase warning_text(const AgendaDay& day, const AgendaWarning& warning) {
    const auto* series = warning.series;
    switch (warning.code) {
        case Code::role_open:
            return series->roles.size() == 1
                       ? say("agenda.warn.nobody", series->name)
                       : say("agenda.warn.role_open", series->name, role_title(warning.turn->role->name));
        case Code::holder_away:
            return away_warning(day, warning);
        case Code::no_topic:
            return warning.date == day.date ? say("agenda.warn.no_topic_today", series->name)
                                            : say("agenda.warn.no_topic", warning.date, series->name);
        case Code::no_praise:
            return say("agenda.warn.no_praise", series->name);
        case Code::nothing_to_discuss:
            return say("agenda.warn.nothing_to_discuss", series->name);
        case Code::too_many_attendees:
            return say("agenda.warn.too_many", series->name, warning.number, *series->max_attendees);
        case Code::any_other_business:
            return say("agenda.warn.other_business", series->name, warning.item);
        case Code::agenda_too_long:
            return say("agenda.warn.too_long", series->name, warning.number, series->when.minutes);
        case Code::no_calendar:
            return say("agenda.warn.no_calendar", std::to_string(warning.number));
        case Code::starts_twice:
            return second_start_text(day.team, *warning.starts);
        case Code::not_planned:
            break;
    }
    return waiting::gap_text(*warning.gap);
}

Json warning_json(const AgendaDay& day, const AgendaWarning& warning) {
    Json data = Json::object();
    data.set("code", code_name(warning.code));
    if (warning.series != nullptr) data.set("series", warning.series->id);
    if (warning.turn != nullptr) data.set("role", warning.turn->role->name);
    if (warning.away != nullptr)
        data.set("who", id_of(day.team, warning.away->who))
            .set("stand_in", id_of(day.team, warning.turn->stand_in));
    if (warning.code == Code::no_topic) data.set("date", to_string(warning.date));
    if (!warning.item.empty()) data.set("item", warning.item);
    if (warning.code == Code::no_calendar) data.set("year", warning.number);
    if (warning.gap) data.set("month", to_string(warning.gap->month)).set("missing", warning.gap->missing);
    return data;
}

}  // namespace teamctl::report
