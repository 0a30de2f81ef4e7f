#include "rules/scope/awards.hpp"

namespace teamctl::rules {
namespace {

/// The award's own periods that lie in the scope's and have begun.
std::vector<Period> periods_of(const Scope& scope, const team::Award& award) {
    std::vector<Period> periods;
    const auto& whole = scope.period();
    for (auto at = award_period(award, whole.from); at.to <= whole.to; at = shifted(at, 1)) {
        if (whole.from <= at.from && at.from <= scope.end().date) periods.push_back(at);
    }
    return periods;
}

}  // namespace

std::vector<AwardLine> award_lines(const Scope& scope) {
    std::vector<AwardLine> lines;
    for (std::int32_t i = 0; i < std::ssize(scope.team().awards); ++i) {
        const team::AwardId id{i};
        for (const auto& period : periods_of(scope, scope.team()[id])) {
            if (period == scope.period()) {
                lines.push_back({period, award_result(scope.figures, id)});
                continue;
            }
            const Books books{scope.books.context(), period};
            const Figures figures{books};
            lines.push_back({period, award_result(figures, id)});
        }
    }
    return lines;
}

std::vector<AwardWon> awards_won(const Context& context, const Period& period, team::PersonId person) {
    std::vector<AwardWon> won;
    for (std::int32_t i = 0; i < std::ssize(context.team.awards); ++i) {
        const team::AwardId id{i};
        for (auto own = award_period(context.team[id], period.from); own.to <= period.to;
             own = shifted(own, 1)) {
            if (!day_over(own.to, context.now)) break;
            const Books books{context, own};
            const Figures figures{books};
            for (const auto& candidate : award_result(figures, id).candidates) {
                if (candidate.who == person && candidate.state == Candidate::State::winner)
                    won.push_back({id, own, candidate.prize.value_or(0)});
            }
        }
    }
    return won;
}

std::vector<team::PersonId> people_in(const AwardResult& result, Candidate::State state) {
    std::vector<team::PersonId> people;
    for (const auto& candidate : result.candidates) {
        if (candidate.state == state) people.push_back(candidate.who);
    }
    return people;
}

}  // namespace teamctl::rules
