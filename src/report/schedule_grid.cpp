#include "report/schedule_grid.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "report/naming.hpp"
#include "report/schedule_json.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using rota::Plan;
using team::PersonId;
using team::Team;

/// The letter of each role that has a place in the period, by role number: of its own name, else of its
/// series.
std::map<int, std::string> role_marks(const Team& team, const Plan& plan) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::map<int, std::string> marks;
    std::set<std::string> taken;
    for (const auto& slot : plan.question.problem.slots) {
        if (marks.contains(slot.role)) continue;
        const auto& [series, role] = plan.question.roles[static_cast<std::size_t>(slot.role)];
        const std::string wish =
            team[series].roles[static_cast<std::size_t>(role)].name + team[series].id + std::string{letters};
        std::string mark;
        for (std::size_t i = 0; i < wish.size() && mark.empty(); ++i) {
            const char lower = static_cast<char>(wish[i] | 0x20);
            if (lower < 'a' || lower > 'z') continue;
            for (const char letter : {static_cast<char>(lower - 0x20), lower})
                if (mark.empty() && !taken.contains({letter})) mark = letter;
        }
        if (mark.empty()) mark = std::to_string(taken.size());
        taken.insert(mark);
        marks[slot.role] = mark;
    }
    return marks;
}

class Grid {
  public:
    Grid(const Team& team, const Plan& plan) : team_{team}, plan_{plan}, marks_{role_marks(team, plan)} {
        for (std::size_t i = 0; i < plan.question.slots.size(); ++i) place(i);
        const auto turns = turns_of(plan);
        for (const auto person : team::everybody(team)) {
            const auto index = static_cast<std::size_t>(person.index);
            for (std::size_t group = 0; group < turns.size(); ++group)
                if (turns[group][index] > 0 || plan.question.problem.standing[group][index].due > 0)
                    people_.insert(person);
        }
    }

    void add_to(Report& report) {
        const std::vector<Date> days{days_.begin(), days_.end()};
        for (auto from = days.begin(); from != days.end();) {
            const auto to =
                days.size() <= widest
                    ? days.end()
                    : std::find_if(from, days.end(), [&](Date day) { return half(day) != half(*from); });
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
        const Date day = plan_.question.slots[slot].occurrence.series_date;
        days_.insert(day);
        const auto& who = plan_.result.who[slot];
        if (who) held_[{*who, day}] += marks_.at(plan_.question.problem.slots[slot].role);
    }

    Cell cell(PersonId person, Date day) {
        const auto held = held_.find({person.index, day});
        if (held != held_.end()) return Cell{held->second};
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
                {"day_" + to_string(day), verbatim(std::to_string(number)), ColumnType::text});
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
    std::map<int, std::string> marks_;
    std::set<Date> days_;
    std::set<PersonId> people_;
    std::map<std::pair<int, Date>, std::string> held_;
    bool leave_ = false;
};

}  // namespace

void add_grid(const Team& team, const Plan& plan, Report& report) {
    if (plan.question.slots.empty()) return;
    report.add(Heading{2, say("schedule.by_person")});
    Grid{team, plan}.add_to(report);
}

}  // namespace teamctl::report
