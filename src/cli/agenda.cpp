#include <algorithm>

#include "report/agenda.hpp"

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "team/people.hpp"

namespace teamctl::cli {

static Exit run_agenda(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto period = session.period(session.argument(0), day_period(session.now().date), Lean::ahead);
    if (!period) return Exit::usage;
    const auto loaded = session.load(report::agenda_need(session.rules(), *period, session.now().date));
    if (!loaded) return Exit::files;
    report::AgendaOptions options;
    if (const auto meeting = session.option("meeting")) {
        options.meeting = team::find_series(loaded->team, *meeting);
        if (!options.meeting)
            return session.refuse_unknown("ref.series", *meeting,
                                          loaded->names.things(team::RefKind::series));
    }
    const auto report = report::agenda_report(loaded->team, calendar::WorkingDays{loaded->team}, *period,
                                              session.now(), options);
    // One meeting fits on a page, three on two.
    const auto meetings = std::ranges::count_if(report.blocks, [](const auto& block) {
        const auto* list = std::get_if<List>(&block);
        return list != nullptr && list->numbered;
    });
    return session.emit_page(report, {.lines = meetings <= 1 ? std::size_t{44} : std::size_t{78},
                                      .first = {"agenda.section.warnings"},
                                      .own = "agenda.spaced",
                                      .once = true,
                                      .rows = {8, 6, 5, 4, 3, 2, 1}});
}

CommandSpec agenda_command() {
    return {"agenda",
            "当天的会议议程：点名、昨天、今天、明天",
            "the day's agenda: roll call, yesterday, today, tomorrow",
            {{"DATE|PERIOD", false, false, "哪天或哪段时间，默认今天", "a day or a period; default: today",
              Completes::period}},
            {{"meeting", "ID", "只看这个会议", "this meeting only", 0, false, Completes::series},
             {"full", "", "全部列出，不限一页", "everything, not only one page"}},
            {Shape::markdown, Shape::page, Shape::data, Shape::chat},
            run_agenda};
}

}  // namespace teamctl::cli
