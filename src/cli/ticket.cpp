#include "report/ticket.hpp"

#include <algorithm>

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "cli/teams/teams.hpp"
#include "rules/look_back.hpp"

namespace teamctl::cli {

static Exit run_ticket(Session& session) {
    if (session.option("teams")) return tickets_of_teams(session);
    if (const auto exit = session.enter()) return *exit;
    const Date today = session.now().date;
    const std::string asked = session.argument(0);
    const auto read = asked.empty() ? month_period(month_of(today)) : parse_period(asked, today);
    const auto loaded = session.load(rules::all_before(read.value_or(day_period(today))));
    if (!loaded) return Exit::files;
    const calendar::WorkingDays days{loaded->team};
    const rules::Context context{loaded->team, days, session.now()};
    const auto entities = rules::entities_at(loaded->team, session.now());
    if (const auto* ticket = entities.tickets.find(asked))
        return session.emit(report::ticket_story(context, *ticket));
    if (read)
        return session.emit_page(report::ticket_list(context, *read),
                                 {.lines = 44, .first = {"ticket.escalations", "ticket.repeat_faults"}});
    std::vector<NamedThing> known;
    for (const auto& ticket : entities.tickets)
        known.push_back({std::string{ticket.opened->text("id")}, std::string{ticket.opened->text("text")}});
    std::ranges::reverse(known);  // the latest are those that are asked for
    return session.refuse_unknown_or_period("ref.ticket", asked, known);
}

CommandSpec ticket_command() {
    return {"ticket",
            "工单：谁急、谁超时、时限完成率；一张工单的经过",
            "tickets: what is urgent or late, the service levels kept; one ticket's story",
            {{"ID|PERIOD", false, false, "哪张工单，或哪段时间；默认本月",
              "a ticket, or a period; default: this month", Completes::ticket_or_period}},
            {teams_option, {"full", "", "全部列出，不限一页", "everything, not only one page"}},
            {Shape::markdown, Shape::page, Shape::data, Shape::table},
            run_ticket};
}

}  // namespace teamctl::cli
