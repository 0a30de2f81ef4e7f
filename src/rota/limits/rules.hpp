/// What a hard rule is made of. A rule is one row, in a file of its own: whether two turns clash, or how
/// turns count; its words and its name in JSON. Everything else follows from the row: who is kept out and why
/// (rota/turns.hpp), its form for the search (rota/model.hpp), its warning (rota/explain.hpp).
#pragma once

#include <set>
#include <span>
#include <string_view>
#include <vector>

#include "rota/problem.hpp"
#include "team/turns.hpp"

namespace teamctl::rota {

/// A turn as the rules see it, of the period or of the time around it.
struct Stint {
    int role = 0;
    int occurrence = -1;  ///< none outside the period
    int day = 0;          ///< of the start; days since 1970-01-01
    long begin = 0;       ///< minutes since then
    long end = 0;         ///< not above `begin`: nothing is known of its time
};

/// Two turns of one person of which only one may be. Symmetric.
struct ClashForm {
    bool (*clash)(const Problem&, const Rule&, const Stint&, const Stint&) = nullptr;
    /// Days between the starts of two turns that clash, at the most.
    int (*reach)(const Rule&) = nullptr;
};

/// No more than `amount` of one person's turns within a window, such as a week.
struct CountForm {
    /// The windows that the turn falls into, by number.
    void (*windows)(const Rule&, const Stint&, std::vector<int>&) = nullptr;
    /// Turns of one unit in a window count once, such as those of one day; none: each by itself.
    int (*unit)(const Stint&) = nullptr;
    /// What a unit counts; none: 1.
    int (*weight)(const Stint&) = nullptr;
    int shown_in = 1;  ///< words tell so many of them as one: minutes as hours
    /// The days that a window takes up at the most; none: a week.
    int (*reach)(const Rule&) = nullptr;
};

struct RuleForm {
    RuleKind kind = RuleKind::overlap;
    int (*asked)(const team::Limit&) =
        nullptr;                    ///< what limits.yaml asks for; 0 where it does not; none: not there
    std::string_view code;          ///< of the reason in JSON (teamctl-rota(7), WHY A PLACE IS EMPTY)
    std::string_view because;       ///< words: what keeps somebody out of a place ...
    std::string_view because_past;  ///< ... where the other turn lies outside the period
    std::string_view breaks;        ///< words: what a pin breaks
    ClashForm pair{};               ///< one of these two, or neither: rules of two people
    CountForm count{};
};

/// All rows, in the order of their kinds.
std::span<const RuleForm* const> rule_forms();
/// The row of each rule.
const RuleForm& form_of(RuleKind kind);
/// So many days before and behind a period may hold turns that the limit looks at.
int days_looked_at(const team::Limit& limit);

#define TEAMCTL_RULE_ROW(name) extern const RuleForm name##_rule;
TEAMCTL_RULE_KINDS(TEAMCTL_RULE_ROW)
#undef TEAMCTL_RULE_ROW

/// Whether a rule concerns turns of the role, on some day.
bool concerns(const Rule& rule, int role);
/// Whether it concerns the turn.
bool concerns(const Rule& rule, const Stint& turn);
/// Whether it binds the person.
inline bool binds(const Rule& rule, int person) {
    return rule.who.empty() || rule.who[static_cast<std::size_t>(person)];
}
/// Where two people of a pair meet: an occurrence, or a date.
int moment_of(const Rule& rule, const Stint& turn);
/// The month of a day, numbered.
int month_number(int day);
/// Whether the two turns are of one block of one role, which rules take for one turn.
bool same_block(const Problem& problem, const Stint& a, const Stint& b);
/// Whether the occurrences overlap: nobody can serve both (H2).
bool overlap(const Stint& a, const Stint& b);

/// All rules of a problem: H2, what the roles say themselves, and the problem's own; in the order of their
/// kinds.
std::vector<Rule> rules_of(const Problem& problem);

/// Turns as stints.
Stint stint_of(const Problem& problem, const Slot& slot);
Stint stint_of(const Problem& problem, int role, int occurrence);
Stint stint_of(const PastTurn& turn);

/// What counts in one window of a rule: the sum over units, each once.
class Count {
  public:
    Count(const Rule& rule, int window) : rule_{&rule}, window_{window} {}
    /// Takes the turn in; true where it lies in the window.
    bool add(const Stint& turn);
    /// What the turn would add.
    int more(const Stint& turn) const;
    int sum() const { return sum_; }
    bool covers(const Stint& turn) const;
    bool counted(const Stint& turn) const;

  private:
    const Rule* rule_;
    int window_;
    int sum_ = 0;
    std::set<int> units_;
};

}  // namespace teamctl::rota
