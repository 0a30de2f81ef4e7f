#include "report/calendar.hpp"

#include "cli/line/commands.hpp"
#include "cli/session.hpp"

namespace teamctl::cli {

static Exit run_calendar(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto period =
        session.period(session.argument(0), month_period(month_of(session.now().date)), Lean::ahead);
    if (!period) return Exit::usage;
    const auto loaded = session.load({*period, *period, std::nullopt});
    if (!loaded) return Exit::files;
    const calendar::WorkingDays days{loaded->team};
    // Where the month is drawn it says what the list would say once more.
    return session.emit_page(report::calendar_report(loaded->team, days, *period, session.now()),
                             {.never = {"occurrences"}});
}

CommandSpec calendar_command() {
    return {"calendar",
            "日历：工作日、节假日和所有会议",
            "the calendar: working days, holidays and all that is held",
            {{"PERIOD", false, false, "期间，默认本月", "period; default: this month", Completes::period}},
            {{"full", "", "全部列出，不限一页", "everything, not only one page"}},
            {Shape::markdown, Shape::page, Shape::data, Shape::table, Shape::events},
            run_calendar};
}

}  // namespace teamctl::cli
