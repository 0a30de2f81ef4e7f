// What is wrong with a training plan (D17.4).
#include <algorithm>

#include "base/text.hpp"
#include "check/findings.hpp"

namespace teamctl::check {
namespace {

bool overlap(const Period& a, const Period& b) {
    return a.from <= b.to && b.from <= a.to;
}

/// A role of `who: {planned: …, roles: …}` has to be one of some meeting or rota.
void check_role(const team::Team& team, const team::PlannedTraining& planned, const std::string& role,
                Found& found) {
    std::vector<std::string> known;
    for (const auto& series : team.series)
        for (const auto& one : series.roles) known.push_back(one.name);
    if (std::ranges::find(known, role) != known.end()) return;
    const auto near = nearest(role, known);
    found.error("unknown-role", planned.origin, say("check.unknown_role", made_harmless(role)),
                near ? say("check.did_you_mean", *near) : Phrase{}, {"who"});
}

}  // namespace

void check_trainings(const team::Team& team, Found& found) {
    const auto& all = team.trainings;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& planned = all[i];
        if (i > 0 && all[i - 1].origin == planned.origin) continue;  // a date of what recurs
        for (const auto& role : planned.coming) check_role(team, planned, role, found);
        for (std::size_t j = 0; j < i; ++j) {
            if (!planned.id.empty() && all[j].id == planned.id) {
                found
                    .error("duplicate-id", planned.origin,
                           say("check.duplicate_id", made_harmless(planned.id)),
                           say("check.choose_another_id"))
                    .related.push_back(found.place(all[j].origin));
            } else if (all[j].topic == planned.topic && overlap(all[j].on, planned.on)) {
                found
                    .warning("planned-twice", planned.origin,
                             say("rules.planned_twice", made_harmless(planned.topic)),
                             say("check.delete_one"))
                    .related.push_back(found.place(all[j].origin));
            }
        }
        if (!planned.by) continue;
        const auto& trainer = team[planned.by];
        if (trainer.left && *trainer.left < planned.on.from)
            found.warning("not-employed", planned.origin,
                          say("check.not_employed", trainer.name, planned.on.from),
                          say("check.name_another"));
    }
}

}  // namespace teamctl::check
