#include <algorithm>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "report/summary.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

std::optional<team::UnitId> find_unit(const team::Team& team, std::string_view name) {
    for (std::size_t i = 0; i < team.units.size(); ++i) {
        if (team.units[i].id == name || team.units[i].name == name)
            return team::UnitId{static_cast<std::int32_t>(i)};
    }
    return std::nullopt;
}

Exit run_summary(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto period = session.period(session.argument(0), month_period(month_of(session.now().date)));
    if (!period) return Exit::usage;
    // Customers, deals and the fund live on from earlier records.
    const Period until{store::always().from, period->to, Period::Unit::range};
    const auto loaded = session.load({*period, until, until});
    if (!loaded) return Exit::files;
    report::SummaryOptions options;
    if (const auto name = session.option("unit")) {
        const auto unit = find_unit(loaded->team, *name);
        if (!unit) return session.refuse_unknown("ref.unit", *name, loaded->names.all(team::RefKind::unit));
        options.unit = *unit;
    }
    if (const auto name = session.option("person")) {
        const auto person = team::find_person(loaded->team, *name);
        if (!person)
            return session.refuse_unknown("ref.person", *name, loaded->names.all(team::RefKind::person));
        options.person = *person;
    }
    const calendar::WorkingDays days{loaded->team};
    return session.emit(report::summary_report({loaded->team, days, session.now()}, *period, options));
}

}  // namespace

CommandSpec summary_command() {
    return {"summary",
            "一段时间的总结：考勤、日记、积分、罚款、业绩、还没了结的",
            "a period summed up: attendance, diaries, points, fines, sales, what is still open",
            {{"PERIOD", false, false, "哪段时间，默认本月", "a period; default: this month"}},
            {{"unit", "UNIT", "只看这个组", "only this unit"},
             {"person", "PERSON", "只看这个人", "only this person"}},
            {Format::markdown, Format::html, Format::json, Format::csv},
            run_summary};
}

}  // namespace teamctl::cli
