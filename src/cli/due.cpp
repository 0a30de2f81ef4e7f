#include "report/due.hpp"

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "cli/teams/teams.hpp"

namespace teamctl::cli {
namespace {

constexpr int longest_ahead = 366;

/// --days N, 0 to 366; on another one it has said why.
std::optional<Exit> take_days(const Session& session, report::DueOptions& options) {
    const auto text = session.option("days");
    if (!text) return std::nullopt;
    const bool digits =
        !text->empty() && text->size() < 4 && text->find_first_not_of("0123456789") == std::string::npos;
    const int days = digits ? std::stoi(*text) : longest_ahead + 1;
    if (days > longest_ahead)
        return session.refuse(say("cli.bad_days", *text), say("check.write_like", "14"));
    options.days = days;
    return std::nullopt;
}

Exit run_due(Session& session) {
    if (session.option("teams")) {
        report::DueOptions options;
        if (const auto exit = take_days(session, options)) return *exit;
        return due_of_teams(session, options);
    }
    if (const auto exit = session.enter()) return *exit;
    const auto period = session.period(session.argument(0), day_period(session.now().date), Lean::ahead);
    if (!period) return Exit::usage;
    if (period->from != period->to)
        return session.refuse(say("cli.one_day", session.argument(0)), say("cli.see_help_of", "due"));
    report::DueOptions options;
    if (const auto exit = take_days(session, options)) return *exit;
    const Date date = period->from;
    const auto loaded =
        session.load(report::due_need(session.rules(), date, options.days.value_or(0), session.now().date));
    if (!loaded) return Exit::files;
    if (const auto name = session.option("who")) {
        const auto person = session.person(*loaded, *name);
        if (!person) return Exit::usage;
        options.who = *person;
    }
    options.on_one_page = session.shape() == Shape::text && !session.flag("full") && !options.who;
    options.for_page = session.shape() == Shape::page;
    const calendar::WorkingDays days{loaded->team};
    const auto due = report::due_report(loaded->team, days, date, session.now(), options);
    const auto exit = session.emit(due.report);
    return exit == Exit::done && due.waits && session.flag("exit-code") ? Exit::act : exit;
}

}  // namespace

CommandSpec due_command() {
    return {"due",
            "要办的事：逾期的、今天的、快到期的",
            "everything that waits: overdue, due today, due soon",
            {{"DATE", false, false, "哪天，默认今天", "a day; default: today", Completes::date}},
            {teams_option,
             {"who", "ID", "只看这个人的", "only what is this person's", 0, false, Completes::person},
             {"full", "", "全部列出，不限一页", "everything, not only one page"},
             {"days", "N", "往后看几天", "how many days ahead to look"},
             {"exit-code", "", "有要办的事时以 1 退出", "exit with 1 where anything waits"}},
            {Shape::markdown, Shape::page, Shape::data, Shape::table, Shape::events, Shape::chat},
            run_due};
}

}  // namespace teamctl::cli
