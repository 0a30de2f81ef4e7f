#include "report/award.hpp"

#include <algorithm>

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "rules/figures/awards.hpp"

namespace teamctl::cli {
namespace {

using report::AwardAsk;

/// The award's own period that holds the last day of the one asked for, or today.
Period period_of(const team::Award& award, const Period& asked, Date today) {
    if (asked.unit == award.every) return asked;
    return rules::award_period(award, asked.contains(today) ? today : asked.to);
}

/// All awards, or the one that is named.
std::optional<std::vector<AwardAsk>> asks_of(const Session& session, const store::Loaded& loaded,
                                             const Period& period, const std::string& name) {
    const auto& awards = loaded.team.awards;
    std::vector<AwardAsk> asks;
    for (std::size_t i = 0; i < awards.size(); ++i) {
        if (name.empty() || awards[i].id == name || awards[i].name == name)
            asks.push_back({team::AwardId{static_cast<std::int32_t>(i)},
                            period_of(awards[i], period, session.now().date)});
    }
    if (asks.empty() && !name.empty()) {
        session.refuse_unknown_or_period("ref.award", name, loaded.names.things(team::RefKind::award));
        return std::nullopt;
    }
    return asks;
}

/// The arguments in either order: a period, an award. `award sales-ace` needs no period.
std::pair<std::string, std::string> period_and_award(const Session& session) {
    const auto first = session.argument(0);
    const auto second = session.argument(1);
    if (!first.empty() && !parse_period(first, session.now().date)) return {second, first};
    return {first, second};
}

Exit run_award(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto [when, name] = period_and_award(session);
    const auto period = session.period(when, month_period(month_of(session.now().date)));
    if (!period) return Exit::usage;
    const auto loaded = session.load(report::award_need(session.rules(), *period, session.now().date));
    if (!loaded) return Exit::files;
    const auto asks = asks_of(session, *loaded, *period, name);
    if (!asks) return Exit::usage;
    const calendar::WorkingDays days{loaded->team};
    const rules::Context context{loaded->team, days, session.now()};
    if (const auto winner = session.option("certificate")) {
        const auto who = session.person(*loaded, *winner);
        if (!who) return Exit::usage;
        const auto made = report::certificate_report(context, *asks, *who);
        const auto open = std::find_if(asks->begin(), asks->end(), [&](const auto& ask) {
            return !rules::day_over(ask.period.to, context.now);
        });
        if (!made.blocks.empty() && open != asks->end())
            return session.refuse(say("award.not_over", open->period, loaded->team[*who].name),
                                  say("award.wait", open->period));
        if (made.blocks.empty())
            return session.refuse(say("award.not_won", loaded->team[*who].name), say("award.see_award"));
        return session.emit(made);
    }
    const auto page = report::award_page(context, *asks);
    session.emit_page(page.report, {.lines = 58, .first = {"award.heading_open"}, .rows = {12, 8, 5, 4, 3}});
    return page.open ? Exit::act : Exit::done;
}

}  // namespace

CommandSpec award_command() {
    return {
        "award",
        "评奖：谁符合条件、谁得奖；打印证书",
        "awards: who is eligible and why, who wins; certificates",
        {{"PERIOD", false, false, "哪段时间，默认本月", "a period; default: this month", Completes::period},
         {"ID", false, false, "哪个奖项，默认全部", "which award; default: all", Completes::award}},
        {{"certificate", "WHO", "这个人的证书", "the certificate of this winner", 0, false,
          Completes::person},
         {"full", "", "全部列出，不限一页", "everything, not only one page"}},
        {Shape::markdown, Shape::page, Shape::data, Shape::table},
        run_award};
}

}  // namespace teamctl::cli
