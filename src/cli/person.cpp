#include "report/person.hpp"

#include "cli/line/commands.hpp"
#include "cli/session.hpp"

namespace teamctl::cli {

static Exit run_person(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const Date today = session.now().date;
    const auto period = session.period(session.argument(1), month_period(month_of(today)));
    if (!period) return Exit::usage;
    const auto loaded = session.load(report::person_need(session.rules(), *period, today));
    if (!loaded) return Exit::files;
    const auto person = session.person(*loaded, session.argument(0));
    if (!person) return Exit::usage;
    const calendar::WorkingDays days{loaded->team};
    const auto report = report::person_report({loaded->team, days, session.now()}, *person, *period,
                                              {session.flag("contact"), session.shape() == Shape::page});
    return session.emit_page(report, {.lines = 58,
                                      .first = {"person.open", "person.credentials", "person.metrics",
                                                "person.leave", "person.turns"},
                                      .least = {{"person.open", 8}, {"person.metrics", 8}},
                                      .once = true,
                                      .rows = {8, 6, 5, 4, 3}});
}

CommandSpec person_command() {
    return {
        "person",
        "一个人的卡片：职责、证件、请假、轮值、指标、批复、没办完的",
        "one person's card: duties, papers, leave, turns, figures, reviews, what is open",
        {{"ID", true, false, "谁，编号或姓名", "who: an id or a name", Completes::person},
         {"PERIOD", false, false, "哪段时间，默认本月", "a period; default: this month", Completes::period}},
        {{"contact", "", "也显示电话和邮箱", "show telephone and email too"},
         {"full", "", "全部列出，不限一页", "everything, not only one page"}},
        {Shape::markdown, Shape::page, Shape::data},
        run_person};
}

}  // namespace teamctl::cli
