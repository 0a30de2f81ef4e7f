#include "report/roster.hpp"

#include "cli/line/commands.hpp"
#include "cli/session.hpp"

namespace teamctl::cli {

static Exit run_roster(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto loaded = session.load({});
    if (!loaded) return Exit::files;
    return session.emit(report::roster_report(loaded->team, session.now().date));
}

CommandSpec roster_command() {
    return {"roster",
            "组织架构：单位、人、谁管谁",
            "the organisation: units, people, who leads whom",
            {},
            {},
            {Shape::markdown, Shape::page, Shape::data, Shape::table},
            run_roster};
}

}  // namespace teamctl::cli
