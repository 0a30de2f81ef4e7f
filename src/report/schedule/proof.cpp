#include "report/schedule/proof.hpp"

#include <algorithm>
#include <map>

#include "report/naming.hpp"
#include "report/schedule/json.hpp"
#include "report/schedule/turns.hpp"
#include "rota/explain.hpp"
#include "rota/review.hpp"

namespace teamctl::report {
namespace {

using rota::Plan;
using team::PersonId;
using team::Team;

Phrase coverage_text(const Plan& plan) {
    const auto& coverage = plan.result.certificate.coverage;
    const auto slots = static_cast<std::size_t>(coverage.value + rota::holes(plan));
    if (coverage.value == static_cast<long>(slots)) return say("schedule.all_covered", slots);
    if (coverage.proven) return say("schedule.covered_best", slots, static_cast<int>(coverage.value));
    return say("schedule.covered_bound", slots, static_cast<int>(coverage.value),
               static_cast<int>(coverage.bound));
}

Phrase counted(const rota::CountBound& count, const char* best, const char* bound) {
    if (count.proven) return say(best, static_cast<int>(count.value));
    return say(bound, static_cast<int>(count.value), static_cast<int>(count.bound));
}

Phrase wishes_text(const rota::CountBound& wishes, std::size_t of) {
    if (wishes.value == static_cast<long>(of)) return say("schedule.wishes_all", of);
    if (wishes.proven) return say("schedule.wishes_best", of, static_cast<int>(wishes.value));
    return say("schedule.wishes_some", of, static_cast<int>(wishes.value));
}

/// All places filled, nobody worse off than need be: what a lead asks.
Phrase answer(const Plan& plan) {
    const auto& certificate = plan.result.certificate;
    std::vector<Phrase> parts{coverage_text(plan)};
    if (plan.question.published && certificate.changes.value > 0)
        parts.push_back(counted(certificate.changes, "schedule.changes_best", "schedule.changes_bound"));
    if (certificate.blocks.value > 0)
        parts.push_back(counted(certificate.blocks, "schedule.stand_ins_best", "schedule.stand_ins_bound"));
    if (const auto range = turns_range(plan)) parts.push_back(*range);
    parts.push_back(say(certificate.fairness.proven ? "schedule.fair_best" : "schedule.fair_perhaps"));
    if (!plan.question.wishes.empty())
        parts.push_back(wishes_text(certificate.wishes, plan.question.wishes.size()));
    return say("schedule.certificate", clauses(parts));
}

Phrase fairness_text(const rota::FairnessBound& fairness) {
    const auto value = four_decimals(fairness.value), bound = printed_bound(fairness);
    if (fairness.proven) return say("schedule.proof", decimals(value.value, 2));
    // Two decimals where they tell the values apart.
    const int places = decimals(value.value, 2) == decimals(bound.value, 2) ? 4 : 2;
    return say("schedule.proof_open", decimals(value.value, places), decimals(bound.value, places));
}

/// Who is furthest from the turns that they owe, in one group of roles; that is what a lead asks of it.
Phrase furthest_text(const Team& team, const Plan& plan) {
    mpq_class most;
    PersonId who;
    std::size_t where = 0;
    for (std::size_t group = 0; group < plan.question.groups.size(); ++group) {
        for (const auto& account : rota::accounts_of(plan, group)) {
            const mpq_class balance = account.before + account.turns - account.due;
            if (abs(balance) <= abs(most)) continue;
            most = balance;
            who = account.who;
            where = group;
        }
    }
    if (abs(most) < 1) return say("schedule.near_due");
    const auto turns = decimals(four_decimals(abs(most)).value, 1);
    return say(most > 0 ? "schedule.furthest_more" : "schedule.furthest_fewer", name_of(team, who),
               group_title(team, plan, where), turns);
}

/// "Host, Backup 3 days; Duty 7 days": how near two turns of one person in a role come, those nearest first.
std::vector<Phrase> gaps_text(const Team& team, const Plan& plan) {
    std::map<int, std::vector<Phrase>> by_gap;
    for (std::size_t i = 0; i < plan.result.certificate.gaps.size(); ++i) {
        const auto gap = plan.result.certificate.gaps[i];
        if (!gap) continue;
        const auto& [series, role] = plan.question.roles[i];
        by_gap[*gap].push_back(say("schedule.role_of", team[series].name,
                                   role_title(team[series].roles[static_cast<std::size_t>(role)].name)));
    }
    constexpr std::size_t most = 3;
    std::vector<Phrase> parts;
    for (auto& [gap, roles] : by_gap)
        if (parts.size() < most) parts.push_back(say("schedule.smallest_gap", gap, listed(std::move(roles))));
    return parts;
}

}  // namespace

void add_certificate(const Team& team, const Plan& plan, bool exact, Report& report) {
    report.add(Paragraph{answer(plan), Tone::strong});
    const auto& fairness = plan.result.certificate.fairness;
    std::vector<Phrase> parts{furthest_text(team, plan)};
    if (exact)
        parts.push_back(fairness_text(fairness));
    else if (!fairness.proven)
        parts.push_back(say("schedule.search_longer"));
    if (auto gaps = gaps_text(team, plan); !gaps.empty())
        parts.push_back(say("schedule.smallest_gaps", listed(std::move(gaps))));
    report.add(Paragraph{say("schedule.certificate", clauses(parts)), Tone::muted});
}

namespace {

/// Why the wish was not granted.
Phrase refusal_text(const Team& team, const Plan& plan, const rota::Wish& wish) {
    const auto refusal = rota::refusal(plan.question.problem, plan.result, wish);
    switch (refusal.why) {
        case rota::Refusal::Why::pinned:
            return say("schedule.wish_pinned");
        case rota::Refusal::Why::nobody_else:
            return say("schedule.wish_nobody_else");
        case rota::Refusal::Why::kept_out:
            return reason_text(team, plan, refusal.reason);
        case rota::Refusal::Why::less_fair:
            break;
    }
    return say(plan.result.certificate.wishes.proven ? "schedule.wish_less_fair" : "schedule.time_ran_out");
}

}  // namespace

void add_wishes(const Team& team, const Plan& plan, Report& report) {
    List refused;
    for (std::size_t i = 0; i < plan.question.wishes.size(); ++i) {
        if (plan.result.granted[i]) continue;
        const auto& wish = plan.question.problem.wishes[i];
        refused.items.push_back(
            {say("schedule.wish_because",
                 say(wish.on ? "schedule.wish_on" : "schedule.wish_off",
                     name_of(team, team::PersonId{wish.person}), plan.question.wishes[i].date),
                 refusal_text(team, plan, wish)),
             Tone::plain,
             {},
             {}});
    }
    if (refused.items.empty()) return;
    report.add(Heading{2, say("schedule.wishes_refused", refused.items.size())});
    report.add(std::move(refused));
}

}  // namespace teamctl::report
