#include "report/schedule/json.hpp"

#include "rota/explain.hpp"
#include "rota/limits/rules.hpp"
#include "rota/review.hpp"

namespace teamctl::report {
namespace {

Json person(const team::Team& team, std::optional<int> index) {
    return index ? Json{team.people[static_cast<std::size_t>(*index)].id} : Json{};
}

Json slots_json(const team::Team& team, const rota::Plan& plan) {
    Json slots = Json::array();
    for (std::size_t i = 0; i < plan.question.slots.size(); ++i) {
        const auto& info = plan.question.slots[i];
        const auto& slot = plan.question.problem.slots[i];
        const auto& who = plan.result.who[i];
        Json item;
        item.set("date", to_string(info.occurrence.date));
        item.set("series", team[info.series].id);
        item.set("role", team[info.series].roles[static_cast<std::size_t>(info.role)].name);
        item.set("place", info.place);
        item.set("who", person(team, who));
        item.set("pinned", slot.pinned.has_value() || slot.pinned_empty);
        item.set("changed", slot.published.has_value() && slot.published != who);
        slots.push(std::move(item));
    }
    return slots;
}

Json uncovered_json(const store::Loaded& loaded, const rota::Plan& plan) {
    const auto& team = loaded.team;
    Json list = Json::array();
    for (const auto& uncovered : plan.result.uncovered) {
        const auto& info = plan.question.slots[static_cast<std::size_t>(uncovered.slot)];
        Json because = Json::array();
        for (const auto& reason : uncovered.because) {
            Json item;
            item.set("who", team.people[static_cast<std::size_t>(reason.person)].id);
            item.set("reason", reason_code(plan.question, reason));
            item.set("at", to_string(loaded.place(reason_origin(team, plan, reason, uncovered.slot))));
            because.push(std::move(item));
        }
        Json item;
        item.set("date", to_string(info.occurrence.date));
        item.set("series", team[info.series].id);
        item.set("role", team[info.series].roles[static_cast<std::size_t>(info.role)].name);
        item.set("place", info.place);
        item.set("because", std::move(because));
        if (uncovered.joint) {
            Json joint;
            joint.set("from", to_string(Date{Days{uncovered.joint->first_day}}));
            joint.set("to", to_string(Date{Days{uncovered.joint->last_day}}));
            joint.set("slots", uncovered.joint->slots);
            joint.set("people", uncovered.joint->people);
            joint.set("fill", uncovered.joint->fill);
            item.set("joint", std::move(joint));
        }
        list.push(std::move(item));
    }
    return list;
}

/// A number of turns: whole where no weight makes it a fraction.
Json turns_json(const mpq_class& turns) {
    if (turns.get_den() == 1) return Json{turns.get_num().get_si()};
    return Json{JsonDecimal{four_decimals(turns).value, 2}};
}

Json fairness_json(const team::Team& team, const rota::Plan& plan) {
    Json list = Json::array();
    for (std::size_t group = 0; group < plan.question.groups.size(); ++group) {
        for (const auto& account : rota::accounts_of(plan, group)) {
            Json item;
            item.set("group", plan.question.groups[group]);
            item.set("who", team[account.who].id);
            item.set("turns", turns_json(account.turns));
            item.set("before", turns_json(account.before));
            item.set("due", four_decimals(account.due));
            item.set("balance", four_decimals(account.before + account.turns - account.due));
            list.push(std::move(item));
        }
    }
    return list;
}

/// Over all groups: the turns of the period, and what the person owed of them when it began.
Json totals_json(const team::Team& team, const rota::Plan& plan) {
    Json list = Json::array();
    for (const auto& account : rota::totals_of(plan))
        list.push(Json::object()
                      .set("who", team[account.who].id)
                      .set("turns", turns_json(account.turns))
                      .set("due", four_decimals(account.due - account.before)));
    return list;
}

/// `less_fair`, `pinned`, `nobody_else`, or what keeps the person out of the turn.
std::string_view refusal_code(const rota::Plan& plan, const rota::Wish& wish) {
    const auto refusal = rota::refusal(plan.question.problem, plan.result, wish);
    switch (refusal.why) {
        case rota::Refusal::Why::pinned:
            return "pinned";
        case rota::Refusal::Why::nobody_else:
            return "nobody_else";
        case rota::Refusal::Why::kept_out:
            return reason_code(plan.question, refusal.reason);
        case rota::Refusal::Why::less_fair:
            break;
    }
    return "less_fair";
}

Json wishes_json(const team::Team& team, const rota::Plan& plan) {
    Json list = Json::array();
    for (std::size_t i = 0; i < plan.question.wishes.size(); ++i) {
        const auto& wish = plan.question.problem.wishes[i];
        Json item = Json::object();
        item.set("who", team.people[static_cast<std::size_t>(wish.person)].id)
            .set("date", to_string(plan.question.wishes[i].date))
            .set("want", wish.on ? "on" : "off")
            .set("granted", static_cast<bool>(plan.result.granted[i]));
        if (!plan.result.granted[i]) item.set("because", refusal_code(plan, wish));
        list.push(std::move(item));
    }
    return list;
}

/// Lines of plans on days on which their series does not fall.
Json stale_json(const store::Loaded& loaded, const rota::Plan& plan) {
    Json list = Json::array();
    for (const auto& line : plan.question.stale)
        list.push(Json::object()
                      .set("date", to_string(line.date))
                      .set("series", loaded.team[line.series].id)
                      .set("at", to_string(loaded.place(line.at))));
    return list;
}

Json certificate_json(const rota::Certificate& certificate, std::size_t wishes) {
    const auto counts = [](const rota::CountBound& bound, const char* name) {
        return Json::object().set(name, bound.value).set("bound", bound.bound).set("proven", bound.proven);
    };
    Json out;
    out.set("coverage", counts(certificate.coverage, "covered"));
    out.set("changes", counts(certificate.changes, "value"));
    out.set("blocks", counts(certificate.blocks, "value"));
    out.set("fairness", Json::object()
                            .set("value", four_decimals(certificate.fairness.value))
                            .set("bound", printed_bound(certificate.fairness))
                            .set("proven", certificate.fairness.proven));
    out.set("wishes", Json::object()
                          .set("granted", certificate.wishes.value)
                          .set("of", wishes)
                          .set("bound", certificate.wishes.bound)
                          .set("proven", certificate.wishes.proven));
    out.set("smallest_gap_days",
            certificate.smallest_gap_days ? Json{*certificate.smallest_gap_days} : Json{});
    return out;
}

}  // namespace

JsonDecimal four_decimals(const mpq_class& value) {
    return {rota::in_ten_thousandths(value), 4};
}

JsonDecimal printed_bound(const rota::FairnessBound& fairness) {
    const auto bound = four_decimals(fairness.bound);
    // A bound below is still a bound; what is not proven must not look as if it were.
    if (!fairness.proven && bound.value == four_decimals(fairness.value).value)
        return four_decimals(fairness.value - mpq_class{1, 10000});
    return bound;
}

std::string_view reason_code(const rota::Question& question, const rota::Reason& reason) {
    if (!reason.rule) return "limit";
    if (*reason.rule != rota::RuleKind::available) return rota::form_of(*reason.rule).code;
    switch (question.exclusions[static_cast<std::size_t>(reason.detail)].kind) {
        case rota::Exclusion::Kind::not_employed:
            return "not_employed";
        case rota::Exclusion::Kind::works:
            return "works";
        case rota::Exclusion::Kind::leave:
            break;
    }
    return "leave";
}

team::Origin reason_origin(const team::Team& team, const rota::Plan& plan, const rota::Reason& reason,
                           int slot) {
    if (reason.rule == rota::RuleKind::available)
        return plan.question.exclusions[static_cast<std::size_t>(reason.detail)].at;
    if (reason.written >= 0) return team.limits[static_cast<std::size_t>(reason.written)].origin;
    if (reason.past) return plan.question.past[static_cast<std::size_t>(*reason.past)].at;
    // Another turn of this rota: the role that binds it says so, its own for gaps and caps, the other's for
    // overlaps.
    const auto& info = plan.question.slots[static_cast<std::size_t>(
        reason.rule == rota::RuleKind::overlap && reason.other ? *reason.other : slot)];
    return team[info.series].roles[static_cast<std::size_t>(info.role)].origin;
}

Json schedule_json(const store::Loaded& loaded, const rota::Plan& plan, const Period& period) {
    Json out;
    out.set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)));
    out.set("slots", slots_json(loaded.team, plan));
    out.set("uncovered", uncovered_json(loaded, plan));
    out.set("fairness", fairness_json(loaded.team, plan));
    out.set("totals", totals_json(loaded.team, plan));
    out.set("wishes", wishes_json(loaded.team, plan));
    out.set("stale", stale_json(loaded, plan));
    out.set("certificate", certificate_json(plan.result.certificate, plan.question.wishes.size()));
    return out;
}

}  // namespace teamctl::report
