#include "rota/swap.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "report/naming.hpp"
#include "report/schedule.hpp"
#include "store/plan_file.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

/// The arguments as things of the team; on a wrong one it has said why.
std::optional<rota::Swap> take_arguments(const Session& session, const store::Loaded& loaded, Date date) {
    const auto& team = loaded.team;
    const auto series = team::find_series(team, session.argument(1));
    if (!series) {
        session.refuse_unknown("ref.series", session.argument(1), loaded.names.all(team::RefKind::series));
        return std::nullopt;
    }
    rota::Swap swap{date, *series, -1, {}, {}};
    std::vector<std::string> roles;
    for (std::size_t i = 0; i < team[*series].roles.size(); ++i) {
        roles.push_back(team[*series].roles[i].name);
        const bool named = roles.back() == session.argument(2) ||
                           session.say(report::role_title(roles.back())) == session.argument(2);
        if (named) swap.role = static_cast<int>(i);
    }
    if (swap.role < 0) {
        session.refuse_unknown("ref.role", session.argument(2), roles);
        return std::nullopt;
    }
    for (const auto& [at, target] : {std::pair{3U, &swap.who}, std::pair{4U, &swap.instead_of}}) {
        const auto name = session.argument(at);
        if (name.empty()) continue;
        const auto person = session.person(loaded, name);
        if (!person) return std::nullopt;
        *target = *person;
    }
    return swap;
}

Exit refuse_problem(const Session& session, const team::Team& team, const rota::Swap& swap,
                    rota::SwapProblem problem) {
    const auto& series = team[swap.series].name;
    const auto& role_name = team[swap.series].roles[static_cast<std::size_t>(swap.role)].name;
    switch (problem) {
        case rota::SwapProblem::no_line:
            return session.refuse(say("swap.no_line", swap.date, series), say("swap.schedule_first"));
        case rota::SwapProblem::already:
            return session.refuse(say("swap.already", team[swap.who].name, swap.date, series),
                                  say("swap.pin_by_hand", role_name));
        case rota::SwapProblem::not_holder:
            return session.refuse(say("swap.not_holder", team[swap.instead_of].name, swap.date, series));
        case rota::SwapProblem::which_holder:
            return session.refuse(say("swap.which_holder"), say("swap.name_the_other"));
        case rota::SwapProblem::none:
            break;
    }
    return Exit::usage;
}

/// Whether who takes the turn holds another role of the same meeting.
bool has_another_place(const std::vector<team::PlanLine>& lines, const rota::Swap& swap) {
    return std::ranges::any_of(lines, [&](const auto& line) {
        return std::ranges::any_of(line.roles, [&](const auto& planned) {
            return planned.role != swap.role && std::ranges::find(planned.who, swap.who) != planned.who.end();
        });
    });
}

Exit run_swap(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto day = session.period(session.argument(0), day_period(session.now().date), Lean::ahead);
    if (!day) return Exit::usage;
    const auto static_files = session.load({});
    if (!static_files) return Exit::files;
    const Period plans = rota::plans_needed(static_files->team, rota::months_of_week(day->from));
    const auto loaded = session.load({plans, std::nullopt, plans});
    if (!loaded) return Exit::files;
    const auto swap = take_arguments(session, *loaded, day->from);
    if (!swap) return Exit::usage;
    const auto& role = loaded->team[swap->series].roles[static_cast<std::size_t>(swap->role)];
    if (day->from != day->to && !(role.block && day->unit == Period::Unit::week))
        return session.refuse(say(role.block ? "swap.one_week" : "swap.one_day"));
    const auto result = rota::try_swap(loaded->team, calendar::WorkingDays{loaded->team}, *swap);
    if (result.problem != rota::SwapProblem::none)
        return refuse_problem(session, loaded->team, *swap, result.problem);
    if (!result.broken.empty()) {
        const bool in_one = !swap->instead_of && has_another_place(result.lines, *swap);
        session.refuse(say("swap.refused"), in_one ? say("swap.change_places") : Phrase{});
        constexpr std::size_t most = 6;
        for (std::size_t i = 0; i < std::min(most, result.broken.size()); ++i)
            session.note(report::warning_text(*loaded, result.after, result.broken[i], "swap.breaks"));
        if (result.broken.size() > most) session.note(say("swap.more", result.broken.size() - most));
        return Exit::act;
    }
    Diagnostics diagnostics;
    // Said before it is done for good: where it cannot be said, nothing is written, and the exit code is
    // right.
    const auto announce = [&](const std::vector<std::string>& paths) {
        for (const auto& path : paths)
            for (const auto& line : result.lines)
                if (team::plan_path(month_of(line.date)) == path)
                    session.write(path + ": " + made_harmless(store::plan_line(loaded->team, line)) + "\n");
    };
    store::write_plans(session.root(), loaded->team, loaded->names, result.lines, diagnostics, announce);
    session.show(diagnostics);
    return diagnostics.has_errors() ? Exit::files : Exit::done;
}

}  // namespace

CommandSpec swap_command() {
    return {"swap",
            "换班：改一次已公布的轮值，并指定下来",
            "change one published turn, and pin it",
            {{"DATE", true, false, "哪天；整周一人的轮值换一整周",
              "the day; a rota held by the week changes as a whole", Completes::date},
             {"SERIES", true, false, "会议或轮值", "the meeting or rota", Completes::series},
             {"ROLE", true, false, "角色", "the role", Completes::role},
             {"WHO", true, false, "由谁来", "who takes the turn", Completes::person},
             {"WITH", false, false, "替谁（同一角色有几个人时要写）",
              "whose turn; needed where several hold the role", Completes::holder}},
            {},
            {},
            run_swap};
}

}  // namespace teamctl::cli
