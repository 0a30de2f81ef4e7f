// Selectors that mean nobody: a mistyped skill leaves a rota empty without a word.
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "check/findings.hpp"
#include "team/people.hpp"

namespace teamctl::check {
namespace {

using team::Person;
using team::Selector;

/// What a condition asks for, and what there is.
struct Condition {
    std::string_view key;  ///< of the selector
    Selector alone;        ///< the condition by itself
    Phrase wanted;
    std::vector<std::string> written;
    std::set<std::string> known;
};

class SelectorChecks {
  public:
    SelectorChecks(const team::Team& team, Date today, Found& found)
        : team_{team}, today_{today}, found_{found} {}

    void all() {
        for (const auto& series : team_.series) {
            const bool over = series.when.until && *series.when.until < today_;
            check(series.attend, !over);
            for (const auto& role : series.roles) check(role.who, !over);
        }
        for (const auto& limit : team_.limits) {
            if (limit.who) check(*limit.who, false);
        }
        for (const auto& queue : team_.queues) check(queue.who, true);
        for (const auto& list : team_.checklists) {
            check(list.who, list.when && !(list.when->until && *list.when->until < today_));
            if (list.newcomers) check(*list.newcomers, false);
        }
        for (const auto& rule : team_.rules.deadlines) check(rule.who, false);
        for (const auto& rule : team_.rules.records) check(rule.who, false);
        for (const auto& award : team_.awards) check(award.who, false);
        for (const auto& training : team_.trainings) check(training.who, false);
    }

  private:
    /// `goes_on`: somebody has to be there today or later.
    void check(const Selector& selector, bool goes_on) {
        if (selector.all || (selector.list && selector.people.empty())) return;
        const auto people = team::ever_selected(team_, selector);
        if (people.empty()) return report(selector);
        const bool gone = std::all_of(people.begin(), people.end(), [&](auto person) {
            return team_[person].left && *team_[person].left < today_;
        });
        if (gone && goes_on)
            found_.warning("selects-nobody", selector.origin, say("check.all_left"),
                           say("check.name_another"));
    }

    void report(const Selector& selector) {
        for (const auto& condition : conditions(selector)) {
            if (!team::ever_selected(team_, condition.alone).empty()) continue;
            found_.warning("selects-nobody", selector.origin, condition.wanted, hint(condition),
                           {condition.key});
            return;
        }
        found_.warning("selects-nobody", selector.origin, say("check.nobody_meets_all"),
                       say("check.loosen_conditions"));
    }

    std::vector<Condition> conditions(const Selector& selector) const {
        std::vector<Condition> found;
        const auto add = [&](std::string_view key, auto Selector::*member, std::string_view wanted,
                             std::vector<std::string> written, std::set<std::string> known) {
            if ((selector.*member).empty()) return;
            Condition condition{key, {}, {}, std::move(written), std::move(known)};
            condition.alone.*member = selector.*member;
            condition.wanted = say(wanted, made_harmless(joined(condition.written, ", ")));
            found.push_back(std::move(condition));
        };
        std::set<std::string> skills;
        std::set<std::string> positions;
        for (const auto& person : team_.people) {
            const auto note = [&](const team::Terms& terms) {
                skills.insert(terms.skills.begin(), terms.skills.end());
                if (!terms.position.empty()) positions.insert(terms.position);
            };
            note(person.terms);
            for (const auto& change : person.changes) note(change.terms);
        }
        std::vector<std::string> units;
        for (const auto unit : selector.units) units.push_back(team_[unit].id);
        std::vector<std::string> levels;
        for (const auto level : selector.levels) levels.emplace_back(level_name(level));
        add("skill", &Selector::skills, "check.nobody_of_skill", selector.skills, std::move(skills));
        add("position", &Selector::positions, "check.nobody_of_position", selector.positions,
            std::move(positions));
        add("unit", &Selector::units, "check.nobody_in_unit", std::move(units), {});
        add("level", &Selector::levels, "check.nobody_of_level", std::move(levels), {});
        return found;
    }

    /// The nearest word that somebody bears, else all of them where they are few.
    static Phrase hint(const Condition& condition) {
        constexpr std::size_t few = 12;
        const std::vector<std::string> known{condition.known.begin(), condition.known.end()};
        for (const auto& word : condition.written) {
            if (const auto near = nearest(word, known))
                return say("check.did_you_mean", made_harmless(*near));
        }
        if (known.empty() || known.size() > few) {
            const std::string key{condition.key == "skill" ? "skills" : condition.key};
            return say("check.give_in_roster", key + ": " + made_harmless(condition.written.front()));
        }
        return say("check.known_names", made_harmless(joined(known, ", ")));
    }

    const team::Team& team_;
    Date today_;
    Found& found_;
};

}  // namespace

void check_selectors(const team::Team& team, Date today, Found& found) {
    if (!team.people.empty()) SelectorChecks{team, today, found}.all();
}

}  // namespace teamctl::check
