// Certificates of awards, and what an award's page shares with them (D2.3).
#include <algorithm>

#include "report/award.hpp"
#include "report/award/parts.hpp"
#include "report/naming.hpp"
#include "rules/figures/awards.hpp"

namespace teamctl::report {
namespace {

Honour certificate(const rules::Context& context, const AwardAsk& ask, const rules::Candidate& winner) {
    const auto& team = context.team;
    const auto& award = team[ask.award];
    const int place = *winner.prize;
    Honour made;
    made.heading = say("award.certificate");
    made.before = say("award.presented_to");
    made.recipient = name_of(team, winner.who);
    made.reason = say("award.for", ask.period);
    made.award = award.places.size() > 1 ? say("award.with_place", award.name, place_title(award, place))
                                         : verbatim(award.name);
    made.closing = has_prize(award, place) ? say("award.with_prize", prize_of(award, place))
                                           : say("award.in_recognition");
    made.issuer = verbatim(team.settings.team);
    const Date date = std::min(ask.period.to, context.now.date);
    made.date = say("award.dated", month_of(date), day_of_month(date));
    return made;
}

}  // namespace

// phrase keys: award.place_*
Phrase place_title(const team::Award& award, int place) {
    if (award.places.size() < 2) return say("award.winner");
    if (place < 3) return Phrase{"award.place_" + std::to_string(place + 1), {}};
    return say("award.nth_place", place + 1);
}

bool has_prize(const team::Award& award, int place) {
    return static_cast<std::size_t>(place) < award.prize.size() && prize_of(award, place).fen != 0;
}

Money prize_of(const team::Award& award, int place) {
    return award.prize[static_cast<std::size_t>(place)];
}

std::string decision_command(const team::Award& award, const Period& period, const team::Team& team,
                             team::PersonId who) {
    return "teamctl log decision award=" + award.id + " period=" + to_string(period) + " who=" + team[who].id;
}

Report certificate_report(const rules::Context& context, const std::vector<AwardAsk>& asks,
                          team::PersonId who) {
    Report report;
    report.name = "certificate";
    report.made = context.now.date;
    report.title = say("award.certificate_of", name_of(context.team, who));
    auto list = Json::array();
    for (const auto& ask : asks) {
        const rules::Books books{context, ask.period};
        const rules::Figures figures{books};
        for (const auto& candidate : rules::award_result(figures, ask.award).candidates) {
            if (candidate.who != who || candidate.state != rules::Candidate::State::winner) continue;
            report.add(certificate(context, ask, candidate));
            const auto& award = context.team[ask.award];
            const bool prize = has_prize(award, *candidate.prize);
            list.push(Json::object()
                          .set("who", id_of(context.team, who))
                          .set("award", award.id)
                          .set("name", award.name)
                          .set("period", to_string(ask.period))
                          .set("place", *candidate.prize + 1)
                          .set("prize", prize ? Json{prize_of(award, *candidate.prize)} : Json{}));
        }
    }
    report.data = Json::object().set("certificates", std::move(list));
    return report;
}

}  // namespace teamctl::report
