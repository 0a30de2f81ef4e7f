#include "report/export.hpp"

#include <algorithm>

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "cli/teams/teams.hpp"
#include "report/customer.hpp"
#include "report/records.hpp"
#include "report/roster.hpp"
#include "rules/look_back.hpp"

namespace teamctl::cli {
namespace {

Exit run_export(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const std::vector<std::string> kinds{"records", "metrics", "roster", "assets", "customers"};
    const auto kind = session.argument(0);
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
        return session.refuse_unknown("export.kind", kind, kinds);
    session.prefer(Shape::table);
    const bool of_period = kind == "records" || kind == "metrics";
    if (!of_period && !session.argument(1).empty())
        return session.refuse(say("export.no_period", kind), say("cli.see_help_of", "export"));
    const auto period = session.period(session.argument(1), month_period(month_of(session.now().date)));
    if (!period) return Exit::usage;
    const auto need = kind == "metrics"     ? rules::all_before(*period)
                      : kind == "assets"    ? rules::all_before(day_period(session.now().date))
                      : kind == "records"   ? store::Need{std::nullopt, *period, std::nullopt}
                      : kind == "customers" ? store::Need{std::nullopt, store::always(), std::nullopt}
                                            : store::Need{};
    const auto loaded = session.load(need);
    if (!loaded) return Exit::files;
    const auto& team = loaded->team;
    // Lines for other programs bear the id of the team, so that those of several can lie in one place.
    const auto named = [&](Report made, std::string_view list) {
        report::name_team(made, list, id_of_team(session.root(), session.rules().settings));
        return made;
    };
    // Only the rows go out, whatever the format.
    const auto emit_rows = [&](Report made) {
        if (made.rows) made.blocks.clear();
        return session.emit(made);
    };
    if (kind == "records") {
        report::RecordsQuery query;
        query.period = *period;
        query.phones = session.flag("phones");
        return emit_rows(named(report::records_report(team, query), "records"));
    }
    if (kind == "roster") return emit_rows(named(report::roster_report(team, session.now().date), "people"));
    if (kind == "assets") return emit_rows(report::assets_export(team, session.now()));
    const calendar::WorkingDays days{team};
    if (kind == "customers")
        return emit_rows(report::customers_export({team, days, session.now()}, session.flag("phones")));
    const bool with_lines = session.shape() == Shape::lines;
    return emit_rows(
        named(report::metrics_export({team, days, session.now()}, *period, with_lines), "metrics"));
}

}  // namespace

CommandSpec export_command() {
    return {"export",
            "导出记录、指标、花名册、资产、客户，给表格和别的程序",
            "records, metrics, roster, assets and customers for spreadsheets and other programs",
            {{"KIND", true, false, "records、metrics、roster、assets 或 customers",
              "records, metrics, roster, assets or customers", Completes::choice,
              "records metrics roster assets customers"},
             {"PERIOD", false, false, "哪段时间，默认本月；用于 records 和 metrics",
              "a period; default: this month; of records and metrics", Completes::period}},
            {{"phones", "", "记录、客户里也写出电话", "telephone numbers too, in records and customers"}},
            {Shape::table, Shape::lines},
            run_export};
}

}  // namespace teamctl::cli
