#include <algorithm>
#include <charconv>

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "cli/terminal/pager.hpp"
#include "report/schedule.hpp"
#include "rota/proof.hpp"
#include "store/disk.hpp"
#include "store/git/plan_history.hpp"
#include "store/plan_file.hpp"
#include "store/team_file.hpp"
#include "team/files.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

/// The plan on a page: who has which turn on which day, and a line of turns a person. What is written is not
/// shown again where that is unwanted.
Exit emit_plan(const Session& session, const Report& report) {
    if (session.flag("quiet") && session.flag("write")) return Exit::done;
    if (session.flag("poster") || session.option("who")) return session.emit(report);
    return session.emit_page(report, {.lines = 58,
                                      .first = {"schedule.uncovered", "schedule.changes",
                                                "schedule.by_person", "schedule.fairness"},
                                      .never = {"schedule.by_day"},
                                      .one_table = {"schedule.fairness"},
                                      .least = {{"schedule.by_person", 16}},
                                      .rows = {100, 12, 7, 3}});
}

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

/// Writes the plan and shows the report. It is shown before the first file is written for good, so that an
/// exit code of failure is right; but a pager is opened afterwards, for who leaves it open has asked to
/// write.
Exit write_and_show(const Session& session, const store::Loaded& loaded, const rota::Plan& plan,
                    const Report& report) {
    bool shown = false;
    const auto announce = [&](const std::vector<std::string>&) {
        if (session.pages()) return;
        emit_plan(session, report);
        shown = true;
    };
    Diagnostics diagnostics;
    std::vector<store::PlanKey> dropped;  // what has been stays as it is
    for (const auto& line : plan.question.stale)
        if (line.date >= session.now().date) dropped.push_back({line.date, line.series});
    const auto written = store::write_plans(session.root(), loaded.team, loaded.names, plan.lines,
                                            diagnostics, announce, dropped);
    session.show(diagnostics);
    if (diagnostics.has_errors()) return Exit::files;
    if (!shown) emit_plan(session, report);
    for (const auto& path : written) session.note(say("schedule.written", path));
    return Exit::done;
}

/// The time that the solver may take; on a wrong one it has said so.
std::optional<rota::Options> solver_options(const Session& session) {
    rota::Options solver;
    if (const auto limit = session.option("limit")) {
        const auto wanted = parse_limit(*limit);
        if (!wanted) {
            session.refuse(say("cli.bad_value", "limit", *limit), say("check.write_like", "10s"));
            return std::nullopt;
        }
        solver.time_limit = *wanted;
    }
    return solver;
}

/// Whether the poster is for a sheet of A3; on a wrong size it has said so.
std::optional<bool> wants_a3(const Session& session) {
    const auto paper = session.option("paper");
    if (!paper) return false;
    if (!session.flag("poster")) {
        session.refuse(say("schedule.paper_of_poster"), say("check.write_like", "--poster --paper a3"));
        return std::nullopt;
    }
    if (*paper == "a3" || *paper == "A3") return true;
    if (*paper == "a4" || *paper == "A4") return false;
    session.refuse(say("cli.bad_value", "paper", *paper), say("check.known_names", "a4, a3"));
    return std::nullopt;
}

/// `30m`, `2h`, `1d`: minutes before a turn, or none at all; on a wrong one it has said so.
bool take_alarm(const Session& session, report::TurnsView& view) {
    const auto wanted = session.option("alarm");
    if (!wanted) return true;
    if (session.shape() != Shape::events) {
        session.refuse(say("schedule.alarm_of_ics"),
                       say("check.write_like", "--who wangli -f ics --alarm 30m"));
        return false;
    }
    view.alarms.emplace();
    if (*wanted == "none") return true;
    int number = 0;
    const char* const end = wanted->data() + wanted->size();
    const auto [unit, error] = std::from_chars(wanted->data(), end, number);
    const int minutes = unit + 1 != end ? 0
                        : *unit == 'm'  ? 1
                        : *unit == 'h'  ? 60
                        : *unit == 'd'  ? 24 * 60
                                        : 0;
    if (error != std::errc{} || number <= 0 || number > 1000 || minutes == 0) {
        session.refuse(say("cli.bad_value", "alarm", *wanted), say("check.write_like", "30m, 2h, 1d, none"));
        return false;
    }
    view.alarms->push_back(number * minutes);
    return true;
}

/// What git has of the plans of the period.
std::vector<std::vector<team::PlanLine>> plans_before(const Session& session, const store::Loaded& loaded,
                                                      const Period& period) {
    std::vector<std::vector<team::PlanLine>> versions;
    for (Month month = month_of(period.from); month <= month_of(period.to); month += std::chrono::months{1})
        for (auto& version : store::committed_plans(session.root(), loaded.team, loaded.names, month))
            versions.push_back(std::move(version));
    return versions;
}

/// Names before the steps of the proof: what the numbers in it stand for.
std::string proof_names(const team::Team& team, const rota::Question& question) {
    std::string text = "teamctl-proof 1\n";
    for (std::size_t p = 0; p < team.people.size(); ++p)
        text += "person " + std::to_string(p) + ' ' + team.people[p].id + '\n';
    for (std::size_t g = 0; g < question.groups.size(); ++g)
        text += "group " + std::to_string(g) + ' ' + question.groups[g] + '\n';
    for (std::size_t s = 0; s < question.slots.size(); ++s) {
        const auto& slot = question.slots[s];
        const auto& series = team[slot.series];
        text += "slot " + std::to_string(s) + ' ' + to_string(slot.occurrence.date) + ' ' + series.id + ' ' +
                series.roles[static_cast<std::size_t>(slot.role)].name + ' ' + std::to_string(slot.place) +
                '\n';
    }
    return text;
}

/// Whether a proof may be written where it is asked for; where not, it has said so.
bool proof_fits(const Session& session) {
    const auto file = session.option("proof");
    if (!file || !store::is_team_file(*file)) return true;
    session.refuse(say("cli.own_file_for", *file, "proof"), say("cli.other_output"));
    return false;
}

/// The months of the poster at the head of a plan, for the sheets of a workbook.
void add_calendar(const Report& poster, Report& report) {
    std::vector<Block> months;
    for (const auto& block : poster.blocks)
        if (std::holds_alternative<MonthGrid>(block)) months.push_back(block);
    report.blocks.insert(report.blocks.begin() + (report.blocks.empty() ? 0 : 1), months.begin(),
                         months.end());
}

Exit run_schedule(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto period = session.period(session.argument(0),
                                       shifted(month_period(month_of(session.now().date)), 1), Lean::ahead);
    if (!period) return Exit::usage;
    const auto solver = solver_options(session);
    if (!solver) return Exit::usage;
    const auto on_a3 = wants_a3(session);
    if (!on_a3) return Exit::usage;
    report::TurnsView turns;
    if (!proof_fits(session) || !take_alarm(session, turns)) return Exit::usage;
    const auto name = session.option("who");
    if (session.shape() == Shape::events && !name)
        return session.refuse(say("schedule.ics_of_whom"),
                              say("check.write_like", bilingual("--who 王丽", "--who wangli")));
    const auto roles = session.load({});
    if (!roles) return Exit::files;
    const auto loaded = session.load(report::schedule_need(roles->team, *period, session.now().date));
    if (!loaded) return Exit::files;
    std::optional<team::PersonId> who;
    if (name) {
        who = session.person(*loaded, *name);
        if (!who) return Exit::usage;
    }
    Diagnostics contradictions;  // the plan leaves these people out; nobody would see why
    team::check_contradictions(loaded->team, loaded->sources, contradictions);
    session.show(contradictions);
    const calendar::WorkingDays days{loaded->team};
    const auto plan = [&] {
        const Working working{session.say(say("schedule.working"))};
        return rota::make_plan(loaded->team, days, {*period, session.now().date, session.flag("fresh")},
                               *solver);
    }();
    if (const auto file = session.option("proof")) {
        const Working working{session.say(say("schedule.proving"))};
        const auto& problem = plan.question.problem;
        store::write_output(*file, proof_names(loaded->team, plan.question) +
                                       rota::prove(problem, plan.result.who, solver->most_work));
    }
    if (session.shape() == Shape::events) turns.before = plans_before(session, *loaded, *period);
    const report::ScheduleView view{.brief = session.shape() == Shape::chat,
                                    .for_page = session.shape() == Shape::page,
                                    .written = session.flag("write"),
                                    .exact = session.flag("full") || session.option("proof")};
    auto report = who ? report::turns_report(*loaded, plan, *period, *who, session.now().date, turns)
                  : session.flag("poster") ? report::poster_report(*loaded, days, plan, *period, view)
                                           : report::schedule_report(*loaded, days, plan, *period, view);
    report.on_a3 = *on_a3;
    if (session.shape() == Shape::table && !who && !session.flag("poster"))
        add_calendar(report::poster_report(*loaded, days, plan, *period, view), report);
    const bool write = session.flag("write");
    const auto exit = write ? write_and_show(session, *loaded, plan, report) : emit_plan(session, report);
    if (exit != Exit::done || (who && !write)) return exit;
    return rota::holes(plan) > 0 ? Exit::act : Exit::done;
}

}  // namespace

CommandSpec schedule_command() {
    return {
        "schedule",
        "排班：谁主持、谁主讲、谁值班，公平并有证明",
        "the rota: who hosts, who lectures, who is on duty, as fairly as can be",
        {{"PERIOD", false, false, "期间，默认下月", "period; default: next month", Completes::period}},
        {{"write", "", "写入 plans/", "write it to plans/"},
         {"full", "", "全部列出，不限一页", "everything, not only one page"},
         {"fresh", "", "重新排，只保留指定的和过去的", "plan anew; keep only pins and the past"},
         {"poster", "", "贴在墙上的月历（-f html 可打印）",
          "a month grid for the wall; print it from -f html"},
         {"paper", "SIZE", "海报的纸：a4 或 a3", "the poster's sheet: a4 or a3", 0, false, Completes::choice,
          "a4 a3"},
         {"who", "ID", "只看这个人的轮次（可导出 ics）", "this person's turns only, for a phone with -f ics",
          0, false, Completes::person},
         {"alarm", "TIME", "手机提前多久提醒：30m、2h、1d，或 none",
          "when a phone tells of a turn: 30m, 2h, 1d or none", 0, false, Completes::choice, "30m 2h 1d none"},
         {"proof", "FILE", "把证明写进文件，可以另外核对", "write the proof to a file, for others to check",
          0, false, Completes::file},
         {"limit", "TIME", "最多算多久；不写就按计算量，处处同一结果",
          "time limit; without it so much work, and the same result everywhere"}},
        {Shape::markdown, Shape::page, Shape::data, Shape::table, Shape::events, Shape::chat},
        run_schedule};
}

}  // namespace teamctl::cli
