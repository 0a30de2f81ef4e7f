#include "report/checklist.hpp"

#include <algorithm>

#include "cli/line/commands.hpp"
#include "cli/session.hpp"

namespace teamctl::cli {
namespace {

std::optional<team::ChecklistId> find_checklist(const team::Team& team, std::string_view name) {
    const auto& lists = team.checklists;
    auto found = std::ranges::find(lists, name, &team::Checklist::id);
    if (found == lists.end() && std::ranges::count(lists, name, &team::Checklist::name) == 1)
        found = std::ranges::find(lists, name, &team::Checklist::name);
    if (found == lists.end()) return std::nullopt;
    return team::ChecklistId{static_cast<std::int32_t>(found - lists.begin())};
}

Exit run_checklist(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    // One argument may be either: a name, or a period.
    std::string name = session.argument(0);
    std::string when = session.argument(1);
    if (when.empty() && parse_period(name, session.now().date)) std::swap(name, when);
    const auto period = session.period(when, day_period(session.now().date), Lean::ahead);
    if (!period) return Exit::usage;
    const auto loaded = session.load(report::checklist_need(session.rules(), *period, session.now().date));
    if (!loaded) return Exit::files;
    report::ChecklistOptions options;
    if (!name.empty()) {
        options.only = find_checklist(loaded->team, name);
        if (!options.only)
            return session.refuse_unknown_or_period("ref.checklist", name,
                                                    loaded->names.things(team::RefKind::checklist));
    }
    if (const auto who = session.option("who")) {
        const auto person = session.person(*loaded, *who);
        if (!person) return Exit::usage;
        options.who = *person;
    }
    return session.emit(report::checklist_report(loaded->team, calendar::WorkingDays{loaded->team}, *period,
                                                 session.now(), options));
}

}  // namespace

CommandSpec checklist_command() {
    return {
        "checklist",
        "要做的检查清单，做了没有，有没有超限",
        "the checklists due: what was ticked, missed, out of limits",
        {{"NAME", false, false, "哪张清单，默认全部", "which checklist; default: all", Completes::checklist},
         {"DATE|PERIOD", false, false, "哪天或哪段时间，默认今天", "a day or a period; default: today",
          Completes::period}},
        {{"who", "ID", "只看这个人的", "only what is this person's", 0, false, Completes::person}},
        {Shape::markdown, Shape::page, Shape::data, Shape::table, Shape::chat},
        run_checklist};
}

}  // namespace teamctl::cli
