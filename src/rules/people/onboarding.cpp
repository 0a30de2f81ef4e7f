#include "rules/people/onboarding.hpp"

#include <algorithm>
#include <map>

#include "rules/work/checks.hpp"
#include "team/people.hpp"

namespace teamctl::rules {
namespace {

using team::ChecklistId;
using team::Doer;
using team::PersonId;
using team::Team;

Date moved(Date date, const team::Lapse& lapse, int sign) {
    switch (lapse.unit) {
        case team::Lapse::Unit::days:
            return date + Days{sign * lapse.amount};
        case team::Lapse::Unit::weeks:
            return date + Days{sign * lapse.amount * 7};
        case team::Lapse::Unit::months:
            break;
    }
    return add_months(date, sign * lapse.amount);
}

/// The records of newcomers and leavers, by list and person, as the team's records stand.
using RecordsOfLists = std::map<std::pair<ChecklistId, PersonId>, std::vector<const team::Record*>>;
RecordsOfLists records_of_newcomers(const Context& context) {
    RecordsOfLists kept;
    for (const auto& record : context.team.records) {
        if (!record.is("check") || !known_at(record, context.now)) continue;
        const auto* list = record.get<ChecklistId>("list");
        const auto person = newcomer_or_leaver(record);
        if (list != nullptr && person) kept[{*list, person}].push_back(&record);
    }
    return kept;
}

/// What the record says of the item, where it names it.
void take(OnboardingStep& step, const team::Record& record) {
    const auto& item = *step.item;
    const bool failed = names_item(record.get<std::vector<std::string>>("failed"), item);
    const team::Reading* read = nullptr;
    if (const auto* readings = record.get<std::vector<team::Reading>>("readings")) {
        for (const auto& reading : *readings) {
            if (names_item(reading.item, item)) read = &reading;
        }
    }
    if (!failed && read == nullptr && !names_item(record.get<std::vector<std::string>>("done"), item)) return;
    step.record = &record;
    step.state = {};
    step.state.ticked = true;
    step.state.failed = failed;
    step.state.reading = read;
    if (read != nullptr)
        step.state.out_of_limits =
            (item.min && read->value < *item.min) || (item.max && read->value > *item.max);
}

/// A team that has no record yet is being set up, and has its newcomers all the same.
constexpr Days set_up_days{7};

/// The list is gone through for whoever came, or left, on that day or later: nobody is blamed for what was
/// before the team.
Date began(const Context& context, const team::Checklist& list) {
    return list.from.value_or(context.team.first_record().value_or(context.now.date - set_up_days));
}

class Newcomers {
  public:
    Newcomers(const Context& context, const Period& period)
        : context_{context}, team_{context.team}, period_{period}, records_{records_of_newcomers(context)} {}

    std::vector<Onboarding> all() && {
        for (std::size_t i = 0; i < team_.checklists.size(); ++i) {
            const ChecklistId list{static_cast<std::int32_t>(i)};
            if (!team_[list].of_people()) continue;
            for (const auto person : team::everybody(team_)) {
                if (is_newcomer(context_, list, person)) add(list, person, *team_[person].joined, false);
                if (is_leaver(context_, list, person)) add(list, person, *team_[person].left, true);
            }
        }
        std::stable_sort(found_.begin(), found_.end(),
                         [&](const auto& a, const auto& b) { return a.day < b.day; });
        return std::move(found_);
    }

  private:
    PersonId there(PersonId person) const {
        const auto& left = team_[person].left;
        return !left || context_.now.date <= *left ? person : PersonId{};
    }

    /// The newcomer does it and the mentor sees to it; before the first day, the mentor alone. In the place
    /// of a mentor that is not there stands the lead; and of a leaver after the last day.
    std::vector<PersonId> people(const Onboarding& of, Doer by) const {
        const auto day =
            of.leaves ? std::min(context_.now.date, of.day) : std::max(context_.now.date, of.day);
        const auto above = team::reports_to(team_, of.newcomer, day);
        const auto lead = above ? there(above) : PersonId{};
        const auto some = [](PersonId person) {
            return person ? std::vector<PersonId>{person} : std::vector<PersonId>{};
        };
        if (by == Doer::lead) return some(lead);
        if (of.leaves && by != Doer::mentor) {
            const auto leaver = there(of.newcomer);
            return some(leaver ? leaver : lead);
        }
        const bool here = of.leaves || of.day <= context_.now.date;
        if (by == Doer::mentor || !here) return some(of.mentor ? of.mentor : lead);
        auto who = some(of.newcomer);
        if (of.mentor) who.push_back(of.mentor);
        return who;
    }

    void add(ChecklistId list, PersonId person, Date day, bool leaves) {
        const auto& newcomer = team_[person];
        const bool gone = !leaves && newcomer.left && *newcomer.left < context_.now.date;
        Onboarding made{list, person, day, {}, {}, gone, leaves};
        if (newcomer.mentor && newcomer.mentor != person) made.mentor = there(newcomer.mentor);
        const auto records = records_.find({list, person});
        for (const auto& item : team_[list].items) {
            OnboardingStep step{&item, step_due(item, day, context_.days), {}, {}, nullptr};
            step.who = people(made, item.by.value_or(Doer::newcomer));
            if (records != records_.end()) {
                for (const auto* record : records->second) take(step, *record);
            }
            made.steps.push_back(std::move(step));
        }
        std::stable_sort(made.steps.begin(), made.steps.end(),
                         [](const auto& a, const auto& b) { return a.due < b.due; });
        if (touches_period(made)) found_.push_back(std::move(made));
    }

    bool touches_period(const Onboarding& made) const {
        Date first = made.day;
        Date last = first;
        for (const auto& step : made.steps) {
            first = std::min(first, step.due);
            last = std::max(last, step.record != nullptr ? step.record->date : step.due);
        }
        const bool finished = made.done() == std::ssize(made.steps);
        if (!finished) last = made.day + newcomer_days;
        if (made.gone) last = std::min(last, *team_[made.newcomer].left);
        last = std::min(last, made.day + newcomer_days);
        return first <= period_.to && period_.from <= last;
    }

    const Context& context_;
    const Team& team_;
    Period period_;
    RecordsOfLists records_;
    std::vector<Onboarding> found_;
};

}  // namespace

std::int64_t Onboarding::done() const {
    return std::count_if(steps.begin(), steps.end(), [](const auto& step) { return step.done(); });
}

std::int64_t Onboarding::overdue(Date date) const {
    return std::count_if(steps.begin(), steps.end(),
                         [&](const auto& step) { return waits(step) && step.due < date; });
}

std::int64_t Onboarding::later(Date date) const {
    return std::count_if(steps.begin(), steps.end(),
                         [&](const auto& step) { return waits(step) && step.due > date; });
}

bool Onboarding::concerns(team::PersonId person) const {
    return newcomer == person || std::any_of(steps.begin(), steps.end(), [&](const auto& step) {
               return std::find(step.who.begin(), step.who.end(), person) != step.who.end();
           });
}

const OnboardingStep* Onboarding::next() const {
    const auto at = std::find_if(steps.begin(), steps.end(), [&](const auto& step) { return waits(step); });
    return at != steps.end() ? &*at : nullptr;
}

bool is_newcomer(const Context& context, ChecklistId id, PersonId person) {
    const auto& list = context.team[id];
    const auto& joined = context.team[person].joined;
    if (!list.newcomers || !joined || !team::selects(context.team, *list.newcomers, person, *joined))
        return false;
    return *joined >= began(context, list);
}

bool is_leaver(const Context& context, ChecklistId id, PersonId person) {
    const auto& list = context.team[id];
    const auto& left = context.team[person].left;
    if (!list.leavers || !left || !team::selects(context.team, *list.leavers, person, *left)) return false;
    return *left >= began(context, list);
}

PersonId newcomer_or_leaver(const team::Record& record) {
    const auto newcomer = record.person("newcomer");
    return newcomer ? newcomer : record.person("leaver");
}

std::vector<Onboarding> only(const std::vector<Onboarding>& all, bool leaving) {
    std::vector<Onboarding> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                 [&](const auto& one) { return one.leaves == leaving; });
    return some;
}

Date step_due(const team::ChecklistItem& item, Date day, const calendar::WorkingDays& days) {
    if (!item.before && !item.within) return day;
    const Date due = item.before ? moved(day, *item.before, -1) : moved(day, *item.within, 1);
    if (due == day || days.is_workday(due)) return due;
    return item.before ? days.previous(due) : days.next(due);
}

std::vector<Onboarding> onboardings(const Context& context, const Period& period) {
    return Newcomers{context, period}.all();
}

}  // namespace teamctl::rules
