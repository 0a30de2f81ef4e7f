#include "rules/figures/targets.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "rules/figures/value.hpp"
#include "rules/people/absences.hpp"
#include "team/people.hpp"

namespace teamctl::rules {
namespace {

using team::PersonId;
using team::Split;
using team::Target;
using team::Team;
using team::UnitId;

std::size_t place(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

/// The parts of a period of the next smaller unit; none where it has none.
std::vector<Period> parts_of(const Period& period) {
    std::vector<Period> parts;
    if (period.unit == Period::Unit::year) {
        for (int quarter = 0; quarter < 4; ++quarter)
            parts.push_back(quarter_period(add_months(period.from, 3 * quarter)));
    } else if (period.unit == Period::Unit::quarter || period.unit == Period::Unit::range) {
        for (Date from = period.from; from <= period.to; from = parts.back().to + Days{1})
            parts.push_back(month_period(month_of(from)));
        const bool whole = parts.front().from == period.from && parts.back().to == period.to;
        if (!whole) parts.clear();
    }
    return parts;
}

bool is_of(const Target& target, std::string_view metric, const Period& period) {
    return target.metric == metric && target.period.from == period.from && target.period.to == period.to;
}

std::optional<Share> written_target(const Team& team, std::string_view metric, const Period& period,
                                    const Subject& subject) {
    const bool any =
        std::ranges::any_of(team.targets, [&](const auto& one) { return is_of(one, metric, period); });
    if (!any) return std::nullopt;  // of most metrics: a tree has a place for everybody
    return TargetTree{team, metric, period}.of(subject);
}

}  // namespace

bool belongs(const Team& team, PersonId who, const Subject& subject, Date date) {
    if (subject.person && who != subject.person) return false;
    if (!subject.unit) return true;
    return who && team::within(team, team::as_of(team[who], date).unit, subject.unit);
}

bool belongs_in(const Team& team, PersonId who, const Subject& subject, const Period& period) {
    if (belongs(team, who, subject, period.from)) return true;
    return who && std::ranges::any_of(team[who].changes, [&](const auto& change) {
               return period.contains(change.from) && belongs(team, who, subject, change.from);
           });
}

std::vector<std::int64_t> split(std::int64_t amount, std::size_t count) {
    if (count == 0) return {};
    const auto parts = static_cast<std::int64_t>(count);
    std::vector<std::int64_t> shares(count, amount / parts);
    for (std::size_t i = 0; i < place(static_cast<std::int32_t>(amount % parts)); ++i) ++shares[i];
    return shares;
}

std::vector<UnitId> leaf_units(const Team& team, Date date) {
    std::vector<bool> is_leaf(team.units.size());
    for (const auto& person : team.people) {
        if (const auto unit = team::as_of(person, date).unit) is_leaf[place(unit.index)] = true;
    }
    for (const auto& unit : team.units) {
        if (unit.parent) is_leaf[place(unit.parent.index)] = false;
    }
    std::vector<UnitId> leaves;
    for (std::int32_t i = 0; i < std::ssize(team.units); ++i) {
        if (is_leaf[place(i)]) leaves.push_back({i});
    }
    return leaves;
}

TargetTree::TargetTree(const Team& team, std::string_view metric, const Period& period)
    : team_{team}, period_{period}, people_(team.people.size()), units_(team.units.size()) {
    for (const auto& target : team.targets) {
        if (!is_of(target, metric, period)) continue;
        if (!target.who && !target.unit)
            whole_ = &target;
        else
            written_.push_back(&target);
    }
    for (const auto* line : written_) {
        auto& share = line->who ? people_[place(line->who.index)] : units_[place(line->unit.index)];
        share = Share{line->amount, line, false};
    }
    // The nearest unit comes first: a unit's depth is the length of its chain of parents.
    std::vector<std::pair<int, const Target*>> by_depth;
    for (const auto* line : written_) {
        if (!line->unit || line->who || line->split != Split::person) continue;
        int depth = 0;
        for (UnitId unit = team[line->unit].parent; unit && depth <= std::ssize(team.units);
             unit = team[unit].parent)
            ++depth;
        by_depth.emplace_back(-depth, line);
    }
    std::stable_sort(by_depth.begin(), by_depth.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [depth, line] : by_depth) allot_to_people(*line, line->unit);
    if (whole_ != nullptr && whole_->split == Split::person) allot_to_people(*whole_, {});
    if (whole_ != nullptr && whole_->split == Split::unit) allot_to_units(*whole_);
}

void TargetTree::allot_to_people(const Target& line, UnitId unit) {
    std::int64_t rest = line.amount;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < people_.size(); ++i) {
        const PersonId person{static_cast<std::int32_t>(i)};
        if (!belongs(team_, person, {{}, unit}, period_.to)) continue;
        if (people_[i])
            rest = rules::sum(rest, -people_[i]->amount);
        else if (employed_in(team_[person], period_))
            open.push_back(i);
    }
    const auto shares = split(std::max<std::int64_t>(rest, 0), open.size());
    for (std::size_t i = 0; i < open.size(); ++i) people_[open[i]] = Share{shares[i], &line, true};
}

void TargetTree::allot_to_units(const Target& line) {
    std::int64_t rest = line.amount;
    std::vector<std::size_t> open;
    for (const auto unit : leaf_units(team_, period_.to)) {
        if (units_[place(unit.index)])
            rest = rules::sum(rest, -units_[place(unit.index)]->amount);
        else
            open.push_back(place(unit.index));
    }
    const auto shares = split(std::max<std::int64_t>(rest, 0), open.size());
    for (std::size_t i = 0; i < open.size(); ++i) units_[open[i]] = Share{shares[i], &line, true};
}

std::optional<Share> TargetTree::sum_of_people(UnitId unit) const {
    std::optional<Share> total;
    for (std::size_t i = 0; i < people_.size(); ++i) {
        if (!people_[i] || !belongs(team_, {static_cast<std::int32_t>(i)}, {{}, unit}, period_.to)) continue;
        if (!total) total = Share{0, people_[i]->from, true};
        total->amount = rules::sum(total->amount, people_[i]->amount);
    }
    return total;
}

std::optional<Share> TargetTree::sum_of_units(UnitId above, int depth) const {
    std::optional<Share> total;
    for (std::int32_t i = 0; i < std::ssize(team_.units); ++i) {
        if (team_.units[place(i)].parent != above || depth > std::ssize(team_.units)) continue;
        const auto share = units_[place(i)] ? units_[place(i)] : sum_of_units(UnitId{i}, depth + 1);
        if (!share) return std::nullopt;
        if (!total) total = Share{0, share->from, true};
        total->amount = rules::sum(total->amount, share->amount);
    }
    return total;
}

std::optional<Share> TargetTree::of(const Subject& subject) const {
    if (subject.person) return people_[place(subject.person.index)];
    if (subject.is_team() && whole_ != nullptr) return Share{whole_->amount, whole_, false};
    if (subject.unit && units_[place(subject.unit.index)]) return units_[place(subject.unit.index)];
    if (const auto units = sum_of_units(subject.unit, 0)) return units;
    return sum_of_people(subject.unit);
}

std::optional<Share> target_of(const Team& team, std::string_view metric, const Period& period,
                               const Subject& subject) {
    if (const auto own = written_target(team, metric, period, subject)) return own;
    std::optional<Share> total;
    for (const auto& part : parts_of(period)) {
        const auto share = target_of(team, metric, part, subject);
        if (!share) return std::nullopt;
        if (!total) total = Share{0, share->from, true};
        total->amount = rules::sum(total->amount, share->amount);
    }
    return total;
}

namespace {

/// The written parts below one line; `all` where every part that there could be is written.
struct Parts {
    TargetGap gap;
    bool all = false;
};

void add_gap(std::vector<TargetGap>& gaps, Parts parts, bool may_exceed) {
    if (parts.gap.whole->at_most) parts.all = false;  // of a limit something may be kept back
    if (parts.gap.parts.empty()) return;
    for (const auto* part : parts.gap.parts) parts.gap.sum = rules::sum(parts.gap.sum, part->amount);
    const auto difference = parts.gap.difference();
    if ((difference > 0 && !may_exceed) || (difference < 0 && parts.all))
        gaps.push_back(std::move(parts.gap));
}

Parts written_people(const Team& team, const TargetTree& tree, const Target& line, const Period& period) {
    Parts parts{{&line, {}, 0}, true};
    for (std::int32_t i = 0; i < std::ssize(team.people); ++i) {
        const auto share = tree.of({PersonId{i}, {}});
        const bool counts = belongs(team, PersonId{i}, {{}, line.unit}, period.to);
        if (!counts) continue;
        if (share && !share->split && share->from->who)
            parts.gap.parts.push_back(share->from);
        else if (employed_in(team.people[place(i)], period))
            parts.all = false;
    }
    return parts;
}

Parts written_units(const Team& team, const TargetTree& tree, const Target& line) {
    Parts parts{{&line, {}, 0}, true};
    for (const auto unit : leaf_units(team, line.period.to)) {
        const auto written = std::find_if(tree.written().begin(), tree.written().end(),
                                          [&](const auto* target) { return target->unit == unit; });
        if (written != tree.written().end())
            parts.gap.parts.push_back(*written);
        else
            parts.all = false;
    }
    return parts;
}

}  // namespace

std::vector<std::pair<PersonId, Share>> shares_beside(const Team& team, const TargetTree& tree,
                                                      const Subject& subject) {
    std::vector<std::pair<PersonId, Share>> shares;
    const auto share = tree.of(subject);
    for (std::int32_t i = 0; share && i < std::ssize(team.people); ++i) {
        const PersonId who{i};
        const auto own = tree.of({who, {}});
        if (!own || (!subject.person && !belongs(team, who, subject, tree.period().to))) continue;
        if (subject.person && (!share->split || (own->from != share->from && own->split))) continue;
        shares.emplace_back(who, *own);
    }
    return shares;
}

std::vector<TargetGap> target_gaps(const Team& team) {
    std::vector<TargetGap> gaps;
    for (const auto& target : team.targets) {
        if (target.who) continue;
        const TargetTree tree{team, target.metric, target.period};
        const bool stretches = team.rules.stretch_personal.has_value();
        add_gap(gaps, written_people(team, tree, target, target.period), stretches);
        if (!target.unit) add_gap(gaps, written_units(team, tree, target), false);
    }
    return gaps;
}

}  // namespace teamctl::rules
