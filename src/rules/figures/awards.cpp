#include "rules/figures/awards.hpp"

#include <algorithm>
#include <numeric>

#include "rules/figures/standings.hpp"
#include "team/people.hpp"

namespace teamctl::rules {
namespace {

using team::Award;
using team::PersonId;
using team::Record;
using State = Candidate::State;

/// The decisions on that award and period, oldest first, up to now.
std::vector<const Record*> decisions(const Books& books, team::AwardId award) {
    std::vector<const Record*> found;
    for (const auto& record : books.team().records) {
        if (!record.is("decision") || !known_at(record, books.context().now)) continue;
        const auto* id = record.get<team::AwardId>("award");
        const auto period = parse_period(record.text("period"), record.date);
        if (id != nullptr && *id == award && period && period->from == books.period().from &&
            period->to == books.period().to)
            found.push_back(&record);
    }
    return found;
}

/// Deals out the places to groups of equal rank.
class Places {
  public:
    Places(const Award& award, std::vector<const Record*> decisions)
        : award_{award}, decisions_{std::move(decisions)} {}

    /// The next group in rank; each candidate becomes a winner, tied, or stays without a prize.
    void deal(std::vector<Candidate*> group) {
        std::stable_sort(group.begin(), group.end(), [&](const auto* a, const auto* b) {
            return decided_at(a->who) < decided_at(b->who);
        });
        std::size_t at = 0;
        while (at < group.size()) {
            skip_full();
            if (prize_ == award_.places.size()) return;
            const auto room = static_cast<std::size_t>(award_.places[prize_] - taken_);
            const std::size_t left = group.size() - at;
            const auto named = static_cast<std::size_t>(
                std::count_if(group.begin() + static_cast<std::ptrdiff_t>(at), group.end(),
                              [&](const auto* one) { return decided_at(one->who) < decisions_.size(); }));
            const bool tied = left > room && named < room;
            const std::size_t winners = tied ? named : std::min(left, room);
            for (std::size_t i = 0; i < winners; ++i) win(*group[at++]);
            if (!tied) continue;
            for (std::size_t i = at; i < group.size(); ++i) {
                group[i]->state = State::tied;
                group[i]->prize = static_cast<int>(prize_);
            }
            take(group.size() - at);
            return;
        }
    }

  private:
    /// The place of the person's decision; the number of decisions where there is none.
    std::size_t decided_at(PersonId who) const {
        const auto found = std::find_if(decisions_.begin(), decisions_.end(),
                                        [&](const auto* record) { return record->person("who") == who; });
        return static_cast<std::size_t>(found - decisions_.begin());
    }

    void skip_full() {
        while (prize_ < award_.places.size() && taken_ >= award_.places[prize_]) {
            ++prize_;
            taken_ = 0;
        }
    }

    void take(std::size_t count) {
        for (; count > 0; --count) {
            skip_full();
            if (prize_ == award_.places.size()) return;
            ++taken_;
        }
    }

    void win(Candidate& candidate) {
        candidate.state = State::winner;
        candidate.prize = static_cast<int>(prize_);
        const std::size_t decision = decided_at(candidate.who);
        if (decision < decisions_.size()) candidate.decided = decisions_[decision];
        take(1);
    }

    const Award& award_;
    std::vector<const Record*> decisions_;
    std::size_t prize_ = 0;
    int taken_ = 0;
};

/// Whom the award selects, whether they meet what it asks or not.
std::vector<PersonId> selected_of(const Figures& figures, const Award& award) {
    const auto& team = figures.books().team();
    const auto& period = figures.books().period();
    std::vector<PersonId> people;
    for (std::int32_t i = 0; i < std::ssize(team.people); ++i) {
        const PersonId who{i};
        if (team::selects(team, award.who, who, period.to) && employed_in(team[who], period))
            people.push_back(who);
    }
    return people;
}

/// Nobody of them all has a better value (D2.6, D2.7); where less is better, a lower one.
bool is_highest(const Figures& figures, const Award& award, const Metric& metric, const Value& value) {
    if (!number(value)) return false;
    const auto people = selected_of(figures, award);
    return std::none_of(people.begin(), people.end(), [&](PersonId other) {
        return compare(figures.value(metric, {other, {}}), value, metric.less_is_better) > 0;
    });
}

Candidate candidate_of(const Figures& figures, team::AwardId id, const Award& award, PersonId who) {
    Candidate made;
    made.who = who;
    bool eligible = true;
    for (const auto& requirement : award.require) {
        const auto* metric = figures.find(requirement.metric);
        const auto value = figures.value(requirement.metric, {who, {}});
        const bool good =
            metric != nullptr && (requirement.op == "highest" ? is_highest(figures, award, *metric, value)
                                                              : holds(requirement, value, metric->unit));
        made.checks.push_back({&requirement, value, good});
        eligible = eligible && good;
    }
    for (const auto* record : figures.books().records("nomination")) {
        const auto* named = record->get<team::AwardId>("award");
        if (named != nullptr && *named == id && record->person("who") == who)
            made.nominations.push_back(record);
    }
    if (award.nominated) eligible = eligible && !made.nominations.empty();
    if (!award.best.empty()) {
        made.value = figures.value(award.best, {who, {}});
        eligible = eligible && number(made.value).has_value();
    }
    if (eligible) made.state = State::eligible;
    return made;
}

/// Where more is better, who reached nothing wins nothing: a month without a sale has no best seller.
bool reached(const Candidate& candidate, const Metric* best) {
    if (best == nullptr || best->less_is_better) return true;
    const auto value = number(candidate.value);
    return value && Ratio{0, 1} < *value;
}

int order_of(State state) {
    switch (state) {
        case State::winner:
            return 0;
        case State::tied:
            return 1;
        case State::eligible:
            return 2;
        case State::not_eligible:
            break;
    }
    return 3;
}

}  // namespace

bool holds(const team::Requirement& requirement, const Value& value, Measure unit) {
    const auto left = number(value);
    if (!left) return false;
    Ratio right = requirement.value;
    if (unit == Measure::score && requirement.text.find('%') != std::string::npos)
        right = product(100, right);
    if (requirement.op == "=") return *left == right;
    if (requirement.op == "<") return *left < right;
    if (requirement.op == "<=") return *left <= right;
    if (requirement.op == ">") return *left > right;
    return requirement.op == ">=" && *left >= right;
}

AwardResult award_result(const Figures& figures, team::AwardId id) {
    const auto& team = figures.books().team();
    const Award& award = team[id];
    AwardResult result{id, {}, false};
    for (const auto who : selected_of(figures, award))
        result.candidates.push_back(candidate_of(figures, id, award, who));
    const auto* best = figures.find(award.best);
    const bool less_is_better = best != nullptr && best->less_is_better;
    const auto rank = [&](const Candidate& a, const Candidate& b) {
        return compare(a.value, b.value, less_is_better);
    };
    std::vector<Candidate*> ranked;
    for (auto& candidate : result.candidates) {
        if (candidate.state == State::eligible && reached(candidate, best)) ranked.push_back(&candidate);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [&](const auto* a, const auto* b) { return rank(*a, *b) > 0; });
    Places places{award, decisions(figures.books(), id)};
    for (std::size_t from = 0, to = 0; from < ranked.size(); from = to) {
        while (to < ranked.size() && rank(*ranked[from], *ranked[to]) == 0) ++to;
        places.deal({ranked.begin() + static_cast<std::ptrdiff_t>(from),
                     ranked.begin() + static_cast<std::ptrdiff_t>(to)});
    }
    std::stable_sort(result.candidates.begin(), result.candidates.end(), [&](const auto& a, const auto& b) {
        if (order_of(a.state) != order_of(b.state)) return order_of(a.state) < order_of(b.state);
        if (a.prize != b.prize) return a.prize < b.prize;
        return a.state != State::not_eligible && rank(a, b) > 0;
    });
    result.open = std::any_of(result.candidates.begin(), result.candidates.end(),
                              [](const auto& candidate) { return candidate.state == State::tied; });
    return result;
}

Period award_period(const Award& award, Date day) {
    switch (award.every) {
        case Period::Unit::week:
            return week_period(day);
        case Period::Unit::quarter:
            return quarter_period(day);
        case Period::Unit::year:
            return year_period(year_of(day));
        case Period::Unit::day:
        case Period::Unit::month:
        case Period::Unit::range:
            break;
    }
    return month_period(month_of(day));
}

}  // namespace teamctl::rules
