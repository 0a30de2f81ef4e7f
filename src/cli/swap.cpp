#include "rota/swap.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "report/naming.hpp"
#include "report/schedule.hpp"
#include "rules/meetings/sittings.hpp"
#include "store/plan_file.hpp"
#include "team/known_roles.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

/// Names the roles that the meeting has as the reader calls them: every one, or the one that is nearly meant.
void refuse_role(const Session& session, const team::Series& series, const std::string& word) {
    std::vector<std::string> spellings;
    std::vector<Phrase> shown;
    const bool chinese = session.words().code() == "zh";
    for (const auto& role : series.roles) {
        spellings.push_back(role.name);
        shown.push_back(chinese ? report::role_title(role.name) : verbatim(role.name));
        spellings.push_back(session.say(shown.back()));
    }
    const auto near = nearest(word, spellings);
    const auto at = near ? std::ranges::find(spellings, *near) - spellings.begin() : 0;
    session.refuse(say("check.unknown_role", word),
                   near ? say("check.did_you_mean", shown[static_cast<std::size_t>(at) / 2])
                        : say("check.known_names", listed(shown)));
}

/// The arguments as things of the team; on a wrong one it has said why.
std::optional<rota::Swap> take_arguments(const Session& session, const store::Loaded& loaded,
                                         const Period& when) {
    const auto& team = loaded.team;
    const auto series = team::find_series(team, session.argument(1));
    if (!series) {
        session.refuse_unknown("ref.series", session.argument(1), loaded.names.things(team::RefKind::series));
        return std::nullopt;
    }
    rota::Swap swap{when, *series, -1, {}, {}};
    for (std::size_t i = 0; i < team[*series].roles.size(); ++i) {
        if (team::names_role(session.argument(2), team[*series].roles[i].name))
            swap.role = static_cast<int>(i);
    }
    if (swap.role < 0) {
        refuse_role(session, team[*series], session.argument(2));
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

Exit refuse_problem(const Session& session, const team::Team& team, const calendar::WorkingDays& days,
                    const rota::Swap& swap, rota::SwapProblem problem) {
    const auto& series = team[swap.series].name;
    const auto& role_name = team[swap.series].roles[static_cast<std::size_t>(swap.role)].name;
    switch (problem) {
        case rota::SwapProblem::no_line:
            if (calendar::occurrences(team, days, swap.series, swap.when).empty()) {
                const auto near = rules::dates_near(team, days, swap.series, swap.when.from);
                return session.refuse(say("swap.does_not_fall", Period{swap.when}, series),
                                      near.empty() ? Phrase{} : say("check.falls_on", near));
            }
            return session.refuse(say("swap.no_line", swap.when.from, series),
                                  say("swap.schedule_first", to_string(month_of(swap.when.from))));
        case rota::SwapProblem::already:
            return session.refuse(say("swap.already", team[swap.who].name, swap.when.from, series),
                                  say("swap.pin_by_hand", role_name));
        case rota::SwapProblem::not_holder:
            return session.refuse(say("swap.not_holder", team[swap.instead_of].name, swap.when.from, series));
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

/// Who held the places of the role before, on the line of that day.
std::vector<team::PersonId> holders_before(const team::Team& team, const team::PlanLine& now, int role) {
    for (const auto& line : team.plan) {
        if (line.series != now.series || line.date != now.date) continue;
        for (const auto& planned : line.roles)
            if (planned.role == role) return planned.who;
    }
    return {};
}

/// The places of that day that have somebody else now, the one asked for first: of people who change places
/// both.
std::vector<rota::Change> changed_places(const team::Team& team, const team::PlanLine& line,
                                         const rota::Swap& swap) {
    std::vector<rota::Change> changes;
    for (const auto& planned : line.roles) {
        auto before = holders_before(team, line, planned.role);
        before.resize(std::max(before.size(), planned.who.size()));
        for (std::size_t i = 0; i < planned.who.size(); ++i)
            if (planned.who[i] != before[i])
                changes.push_back({line.date, swap.series, planned.role, before[i], planned.who[i]});
    }
    std::stable_partition(changes.begin(), changes.end(),
                          [&](const auto& change) { return change.role == swap.role; });
    return changes;
}

/// The change as one tells it to the others: of a day whom it was before, of a week the days.
Phrase for_the_group(const store::Loaded& loaded, const rota::Swap& swap, const rota::SwapResult& result) {
    const auto& team = loaded.team;
    const auto& series = team[swap.series];
    std::vector<Phrase> parts;
    std::vector<std::pair<int, team::PersonId>> told;
    for (const auto& line : result.lines) {
        for (const auto& change : changed_places(team, line, swap)) {
            const std::pair place{change.role, change.after};
            if (std::ranges::find(told, place) != told.end()) continue;
            told.push_back(place);
            parts.push_back(
                result.lines.size() == 1
                    ? report::takes_over(team, change)
                    : say("swap.takes_days",
                          Period{result.lines.front().date, result.lines.back().date, Period::Unit::range},
                          series.name,
                          report::role_title(series.roles[static_cast<std::size_t>(change.role)].name),
                          report::name_of(team, change.after)));
        }
    }
    return clauses(std::move(parts));
}

Exit run_swap(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto day = session.period(session.argument(0), day_period(session.now().date), Lean::ahead);
    if (!day) return Exit::usage;
    const auto static_files = session.load({});
    if (!static_files) return Exit::files;
    const Period plans = rota::plans_needed(static_files->team, rota::months_of(*day));
    const auto loaded = session.load({plans, std::nullopt, plans});
    if (!loaded) return Exit::files;
    const auto swap = take_arguments(session, *loaded, *day);
    if (!swap) return Exit::usage;
    const calendar::WorkingDays days{loaded->team};
    const auto result = rota::try_swap(loaded->team, days, *swap);
    if (result.problem != rota::SwapProblem::none)
        return refuse_problem(session, loaded->team, days, *swap, result.problem);
    if (!result.broken.empty()) {
        const bool anyway = session.flag("anyway");
        const bool in_one = !swap->instead_of && has_another_place(result.lines, *swap);
        if (!anyway) session.refuse(say("swap.refused"), in_one ? say("swap.change_places") : Phrase{});
        constexpr std::size_t most = 6;
        for (std::size_t i = 0; i < std::min(most, result.broken.size()); ++i)
            session.note(report::warning_text(*loaded, result.after, result.broken[i], "swap.breaks"));
        if (result.broken.size() > most) session.note(say("swap.more", result.broken.size() - most));
        if (!anyway) session.note(say("swap.anyway"));
        if (!anyway) return Exit::act;
    }
    Diagnostics diagnostics;
    // Said before it is done for good: where it cannot be said, nothing is written, and the exit code is
    // right.
    const auto announce = [&](const std::vector<std::string>& paths) {
        for (const auto& path : paths)
            for (const auto& line : result.lines)
                if (team::plan_path(month_of(line.date)) == path)
                    session.write(session.within_terminal(
                                      path + ": " + made_harmless(store::plan_line(loaded->team, line))) +
                                  "\n");
        session.write(session.say(say("schedule.for_the_group", for_the_group(*loaded, *swap, result))) +
                      "\n");
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
            {{"DATE", true, false, "哪天，或哪一周（2026-W51）", "the day, or a week (2026-W51)",
              Completes::date},
             {"SERIES", true, false, "会议或轮值", "the meeting or rota", Completes::series},
             {"ROLE", true, false, "角色", "the role", Completes::role},
             {"WHO", true, false, "由谁来", "who takes the turn", Completes::person},
             {"WITH", false, false, "替谁（同一角色有几个人时要写）",
              "whose turn; needed where several hold the role", Completes::holder}},
            {{"anyway", "", "破了规矩也换：照样指定，只提醒", "in spite of the rules: pin it, and warn"}},
            {},
            run_swap};
}

}  // namespace teamctl::cli
