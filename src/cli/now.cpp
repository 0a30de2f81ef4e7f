#include "cli/now.hpp"

#include "cli/session.hpp"
#include "report/agenda.hpp"
#include "report/now.hpp"

namespace teamctl::cli {

Exit run_now(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const Date today = session.now().date;
    const auto loaded = session.load(report::agenda_need(session.rules(), day_period(today), today));
    if (!loaded) return Exit::files;
    return session.emit(report::now_report(loaded->team, calendar::WorkingDays{loaded->team}, session.now()));
}

}  // namespace teamctl::cli
