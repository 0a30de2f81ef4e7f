#include "report/summary.hpp"

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "cli/teams/teams.hpp"
#include "cli/terminal/pager.hpp"

namespace teamctl::cli {
namespace {

Exit run_summary(Session& session) {
    if (session.option("teams")) return summary_of_teams(session);
    if (const auto exit = session.enter()) return *exit;
    const auto period = session.period(session.argument(0), month_period(month_of(session.now().date)));
    if (!period) return Exit::usage;
    const auto loaded = session.load(report::summary_need(session.rules(), *period, session.now().date));
    if (!loaded) return Exit::files;
    report::SummaryOptions options;
    if (const auto name = session.option("unit")) {
        const auto unit = session.unit(*loaded, *name);
        if (!unit) return Exit::usage;
        options.unit = *unit;
    }
    if (const auto name = session.option("person")) {
        const auto person = session.person(*loaded, *name);
        if (!person) return Exit::usage;
        options.person = *person;
    }
    const calendar::WorkingDays days{loaded->team};
    const auto report = [&] {
        const Working working{session.say(say("summary.working"))};
        return report::summary_report({loaded->team, days, session.now()}, *period, options);
    }();
    return session.emit_page(report,
                             {.lines = 58,
                              .first = {"summary.targets", "summary.open", "summary.awards", "summary.next",
                                        "summary.tickets", "summary.attendance", "summary.checks"},
                              .rows = {5, 4, 3}});
}

}  // namespace

CommandSpec summary_command() {
    return {
        "summary",
        "一段时间的总结：考勤、日记、积分、罚款、业绩、未完事项",
        "a period summed up: attendance, diaries, points, fines, sales, what is still open",
        {{"PERIOD", false, false, "哪段时间，默认本月", "a period; default: this month", Completes::period}},
        {teams_option,
         {"unit", "UNIT", "只看这个组", "only this unit", 0, false, Completes::unit},
         {"person", "PERSON", "只看这个人", "only this person", 0, false, Completes::person},
         {"full", "", "全部列出，不限一页", "everything, not only one page"}},
        {Shape::markdown, Shape::page, Shape::data, Shape::table, Shape::chat},
        run_summary};
}

}  // namespace teamctl::cli
