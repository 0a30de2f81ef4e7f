#include "report/agenda/away.hpp"

#include "report/naming.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

Phrase why(const team::Team& team, const Away& away) {
    switch (away.why) {
        case Away::Why::leave:
            if (away.afternoon == nullptr) return leave_title(*away.leave);
            return away.leave->kind == away.afternoon->kind
                       ? leave_kind_title(away.leave->kind)
                       : say("agenda.away.halves", leave_title(*away.leave), leave_title(*away.afternoon));
        case Away::Why::not_working_day:
            return say("agenda.away.not_working_day");
        case Away::Why::not_joined:
            return say("agenda.away.not_joined", *team[away.who].joined);
        case Away::Why::gone:
            break;
    }
    return say("agenda.away.gone", *team[away.who].left);
}

std::string_view why_code(const Away& away) {
    switch (away.why) {
        case Away::Why::leave:
            return team::leave_kind(away.leave->kind);
        case Away::Why::not_working_day:
            return "not_working_day";
        case Away::Why::not_joined:
            return "not_joined";
        case Away::Why::gone:
            break;
    }
    return "gone";
}

}  // namespace

Phrase away_text(const team::Team& team, const Away& away) {
    return say("agenda.away.who", name_of(team, away.who), why(team, away));
}

Phrase away_text_with_pair(const team::Team& team, const Away& away) {
    const auto others = team::partners(team, away.who);
    if (others.empty() || away.why != Away::Why::leave) return away_text(team, away);
    return say("agenda.away.who_with_pair", name_of(team, away.who), why(team, away), names_of(team, others));
}

Json away_json(const team::Team& team, const Away& away, Date date) {
    Json json = Json::object();
    json.set("who", id_of(team, away.who)).set("reason", why_code(away));
    if (away.leave != nullptr) {
        const bool recurs = away.leave->when.has_value();  // then each of its days is leave by itself
        json.set("from", to_string(recurs ? date : away.leave->from))
            .set("to", to_string(recurs ? date : away.leave->to));
        if (away.afternoon != nullptr)
            json.set("afternoon", team::leave_kind(away.afternoon->kind));
        else if (away.leave->half != team::Half::none)
            json.set("half", away.leave->half == team::Half::am ? "am" : "pm");
    }
    return json;
}

Phrase turn_holders(const team::Team& team, const rules::Turn& turn) {
    if (turn.who.empty()) return say("agenda.nobody_planned");
    std::vector<Phrase> parts;
    for (const auto person : turn.who) {
        const auto* away = turn.away_of(person);
        parts.push_back(away == nullptr ? name_of(team, person) : away_text(team, *away));
    }
    return listed(std::move(parts));
}

}  // namespace teamctl::report
