// A person's card: the lists of a newcomer, those of the newcomers they look after (D7.1), planned trainings
// (D17.4).
#include "report/person/newcomers.hpp"
#include "report/person/page.hpp"
#include "report/trainings.hpp"

namespace teamctl::report {
namespace {

/// How far a newcomer has come, item by item; of those the person looks after, a line each.
void add_newcomers(PersonPage& page) {
    const auto& team = page.team();
    const Date today = page.today();
    const Period period{page.period.from, std::max(page.period.to, today), Period::Unit::range};
    std::vector<rules::Onboarding> shown;
    List looked_after;
    for (auto& onboarding : rules::onboardings(page.context, period)) {
        if (onboarding.newcomer == page.person) {
            page.report.add(Heading{2, verbatim(team[onboarding.list].name)});
            page.report.add(
                Paragraph{newcomer_state(team, onboarding, today), newcomer_tone(onboarding, today)});
            page.report.add(newcomer_steps(team, onboarding, today));
        } else if (!onboarding.leaves && onboarding.mentor == page.person && !onboarding.gone) {
            looked_after.items.push_back({say("person.looks_after", newcomer_title(team, onboarding),
                                              newcomer_progress(onboarding, today)),
                                          newcomer_tone(onboarding, today),
                                          {},
                                          {}});
        } else {
            continue;
        }
        shown.push_back(std::move(onboarding));
    }
    page.section(say("person.looked_after"), std::move(looked_after));
    page.data.set("newcomers", newcomers_json(team, shown, today));
    page.data.set("leavers", newcomers_json(team, shown, today, true));
}

Phrase training_line(const rules::TrainingState& state, team::PersonId person) {
    const auto& topic = state.plan->topic;
    if (!state.is_held()) return say("training.wanted", topic, training_day(*state.plan));
    return say(state.has_attended(person) ? "training.took_part" : "training.missed", topic,
               state.held.back()->date);
}

/// Of the period's trainings that are meant for the person: which they came to.
void add_trainings(PersonPage& page) {
    std::vector<rules::TrainingState> own;
    List list;
    std::int64_t attended = 0;
    for (auto& state : rules::trainings(page.context, page.period)) {
        if (!state.expects(page.person)) continue;
        const bool came = state.has_attended(page.person);
        attended += came ? 1 : 0;
        const bool missed = !came && (state.is_held() || state.due() < page.today());
        list.items.push_back(
            {training_line(state, page.person), missed ? Tone::warn : Tone::plain, came, {}});
        own.push_back(std::move(state));
    }
    page.data.set("trainings", trainings_json(page.team(), own, page.today()));
    if (own.empty()) return;
    page.report.add(Heading{2, say("training.heading")});
    page.report.add(Paragraph{say("training.of_person", attended, own.size())});
    page.report.add(std::move(list));
}

}  // namespace

void person_growth(PersonPage& page) {
    add_newcomers(page);
    add_trainings(page);
}

}  // namespace teamctl::report
