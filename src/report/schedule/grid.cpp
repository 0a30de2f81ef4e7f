#include "report/schedule/grid.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "report/naming.hpp"
#include "rota/review.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using rota::Plan;
using team::PersonId;
using team::Team;

/// Roles with their marks, those with most places first.
using RoleMarks = std::vector<std::pair<int, Phrase>>;

/// The mark of each role that has a place in the period: one of its own name, numbered where a role before it
/// has the same.
RoleMarks role_marks(const Team& team, const Plan& plan) {
    std::map<int, int> places;
    for (const auto& slot : plan.question.problem.slots) ++places[slot.role];
    std::vector<std::pair<int, int>> roles{places.begin(), places.end()};
    std::ranges::stable_sort(roles, std::ranges::greater{}, &std::pair<int, int>::second);
    RoleMarks marks;
    std::map<std::string, int> taken;
    for (const auto& [number, count] : roles) {
        const auto& [series, role] = plan.question.roles[static_cast<std::size_t>(number)];
        const auto mark = role_mark(team[series].roles[static_cast<std::size_t>(role)].name);
        const int before = taken[mark.letter]++;
        marks.emplace_back(number,
                           before == 0 ? mark.shown : say("schedule.mark_again", mark.shown, before + 1));
    }
    return marks;
}

class Grid {
  public:
    Grid(const Team& team, const Plan& plan) : team_{team}, plan_{plan}, marks_{role_marks(team, plan)} {
        for (std::size_t i = 0; i < plan.question.slots.size(); ++i) place(i);
        for (const auto& account : rota::totals_of(plan)) people_.insert(account.who);
    }

    void add_to(Report& report, bool for_page) {
        const std::vector<Date> days{days_.begin(), days_.end()};
        for (auto from = days.begin(); from != days.end();) {
            const auto to =
                days.size() <= widest ? days.end() : std::find_if(from, days.end(), [&](Date day) {
                    return for_page ? month_of(day) != month_of(*from) : half(day) != half(*from);
                });
            report.add(part({from, to}));
            from = to;
        }
        report.add(Paragraph{say("schedule.legend", legend()), Tone::muted});
    }

  private:
    static constexpr std::size_t widest = 16;  // days that stand side by side in 80 columns

    static std::pair<Month, bool> half(Date day) {
        return {month_of(day), day - month_period(month_of(day)).from >= Days{15}};
    }

    void place(std::size_t slot) {
        const Date day = plan_.question.slots[slot].occurrence.date;
        days_.insert(day);
        const auto& who = plan_.result.who[slot];
        if (!who) return;
        const auto role = plan_.question.problem.slots[slot].role;
        held_[{*who, day}].push_back(std::ranges::find(marks_, role, &RoleMarks::value_type::first)->second);
    }

    Cell cell(PersonId person, Date day) {
        const auto held = held_.find({person.index, day});
        if (held != held_.end()) {
            Phrase marks = held->second.front();
            for (std::size_t i = 1; i < held->second.size(); ++i)
                marks = say("schedule.marks", std::move(marks), held->second[i]);
            return Cell{std::move(marks)};
        }
        if (team::leave_on(team_, person, day) == nullptr) return {};
        leave_ = true;
        return Cell{std::string{"-"}, Tone::muted};
    }

    Table part(const std::vector<Date>& days) {
        const Period shown{days.front(), days.back(), Period::Unit::range};
        Table table{"grid_" + to_string(days.front()),
                    say("schedule.grid", shown),
                    {{"who", say("schedule.who"), ColumnType::person}},
                    {},
                    {}};
        for (const Date day : days) {
            const auto number = (day - month_period(month_of(day)).from).count() + 1;
            table.columns.push_back(
                {"day_" + to_string(day), verbatim(std::to_string(number)), ColumnType::mark});
        }
        for (const auto person : people_) {
            std::vector<Cell> row{person_cell(team_, person)};
            for (const Date day : days) row.push_back(cell(person, day));
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    std::vector<Phrase> legend() const {
        std::vector<Phrase> entries;
        for (const auto& [number, mark] : marks_) {
            const auto& [series, role] = plan_.question.roles[static_cast<std::size_t>(number)];
            entries.push_back(say("schedule.legend_role", mark, team_[series].name,
                                  role_title(team_[series].roles[static_cast<std::size_t>(role)].name)));
        }
        if (leave_) entries.push_back(say("schedule.legend_leave", "-"));
        return entries;
    }

    const Team& team_;
    const Plan& plan_;
    RoleMarks marks_;
    std::set<Date> days_;
    std::set<PersonId> people_;
    std::map<std::pair<int, Date>, std::vector<Phrase>> held_;
    bool leave_ = false;
};

}  // namespace

void add_grid(const Team& team, const Plan& plan, bool for_page, Report& report) {
    if (plan.question.slots.empty()) return;
    report.add(Heading{2, say("schedule.by_person")});
    Grid{team, plan}.add_to(report, for_page);
}

}  // namespace teamctl::report
