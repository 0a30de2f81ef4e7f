#include <algorithm>
#include <charconv>

#include "cli/commands.hpp"
#include "cli/pager.hpp"
#include "cli/session.hpp"
#include "report/schedule.hpp"
#include "store/plan_file.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

/// `10s`, `500ms` or a number of seconds.
std::optional<std::chrono::milliseconds> parse_limit(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit{end, static_cast<std::size_t>(text.data() + text.size() - end)};
    if (error != std::errc{} || number <= 0 || number > 86'400'000) return std::nullopt;
    if (unit == "ms") return std::chrono::milliseconds{number};
    if (unit == "s" || unit.empty()) return std::chrono::milliseconds{std::int64_t{number} * 1000};
    return std::nullopt;
}

/// Plans that turns depend on, and from the oldest topic in the backlog on, lest a used one be used again;
/// leave for the dues; records for the problems that topics come from.
store::Need need_of(const team::Team& team, const Period& period, Date today) {
    const Period leave = rota::plans_needed(team, period);
    Period plans = leave;
    for (const auto& topic : team.topics)
        if (!topic.used) plans.from = std::min(plans.from, topic.added.value_or(period.from - Days{366}));
    auto need = store::history(period, period, today);
    need.plans = plans;
    need.leave = leave;
    return need;
}

Exit run_schedule(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto period =
        session.period(session.argument(0), shifted(month_period(month_of(session.now().date)), 1));
    if (!period) return Exit::usage;
    rota::Options solver;
    if (const auto limit = session.option("limit")) {
        const auto wanted = parse_limit(*limit);
        if (!wanted)
            return session.refuse(say("cli.bad_value", "limit", *limit), say("check.write_like", "10s"));
        solver.time_limit = *wanted;
    }
    const auto roles = session.load({});
    if (!roles) return Exit::files;
    const auto loaded = session.load(need_of(roles->team, *period, session.now().date));
    if (!loaded) return Exit::files;
    const calendar::WorkingDays days{loaded->team};
    const auto plan = [&] {
        const Working working{session.say(say("schedule.working"))};
        return rota::make_plan(loaded->team, days, {*period, session.now().date, session.flag("fresh")},
                               solver);
    }();
    if (const auto name = session.option("who")) {
        const auto who = session.person(*loaded, *name);
        if (!who) return Exit::usage;
        return session.emit(report::turns_report(*loaded, plan, *period, *who, session.now().date));
    }
    if (session.format() == Format::ics)
        return session.refuse(say("schedule.ics_of_whom"), say("check.write_like", "--who wangli"));
    session.emit(session.flag("poster") ? report::poster_report(*loaded, days, plan, *period)
                                        : report::schedule_report(*loaded, plan, *period));
    if (session.flag("write")) {
        Diagnostics diagnostics;
        const auto written =
            store::write_plans(session.root(), loaded->team, loaded->names, plan.lines, diagnostics);
        session.show(diagnostics);
        if (diagnostics.has_errors()) return Exit::files;
        for (const auto& path : written) session.note(say("schedule.written", path));
    }
    const bool holes =
        std::any_of(plan.result.who.begin(), plan.result.who.end(), [](const auto& who) { return !who; });
    return holes ? Exit::act : Exit::done;
}

}  // namespace

CommandSpec schedule_command() {
    return {"schedule",
            "排班：谁主持、谁主讲、谁值班，公平并有证明",
            "the rota: who hosts, who lectures, who is on duty; fair, and proven so",
            {{"PERIOD", false, false, "期间，默认下月", "period; default: next month", Completes::period}},
            {{"write", "", "写入 plans/", "write it to plans/"},
             {"fresh", "", "重新排，只保留指定的和过去的", "plan anew; keep only pins and the past"},
             {"poster", "", "贴在墙上的月历（-f html 可打印）",
              "a month grid for the wall; print it from -f html"},
             {"who", "ID", "只看这个人的轮次（可导出 ics）",
              "this person's turns only, for a phone with -f ics", 0, false, Completes::person},
             {"limit", "TIME", "最多算多久，默认 10s", "time limit; default 10s"}},
            {Format::markdown, Format::html, Format::json, Format::csv, Format::ics},
            run_schedule};
}

}  // namespace teamctl::cli
