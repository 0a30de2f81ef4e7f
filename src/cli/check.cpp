#include <algorithm>

#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "render/diagnostics.hpp"
#include "render/render.hpp"
#include "report/checks.hpp"

namespace teamctl::cli {
namespace {

/// The problems of the named files only; all where none is named.
Diagnostics chosen(const Diagnostics& all, const std::vector<std::string>& files, const Session& session) {
    if (files.empty()) return all;
    Diagnostics kept;
    std::error_code error;
    for (const auto& problem : all.all()) {
        const bool named = std::any_of(files.begin(), files.end(), [&](const std::string& file) {
            const auto wanted = std::filesystem::weakly_canonical(file, error);
            return file == problem.place.file || wanted == session.root() / problem.place.file;
        });
        if (named) kept.add(problem);
    }
    return kept;
}

Exit run_check(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    auto loaded = store::load(session.root(), {store::always(), store::always(), store::always()});
    report::check_team(loaded, loaded.diagnostics);
    report::check_future(loaded, session.now().date, loaded.diagnostics);
    const auto problems = chosen(loaded.diagnostics, session.invocation().arguments, session);
    if (session.format() == Format::json) {
        Report report;
        report.name = "check";
        report.data = render::json_data(problems, session.words());
        session.emit(report);
    } else {
        session.write(render::text(problems, session.words(), wants_color(session.invocation(), 1)));
    }
    const bool bad = problems.has_errors() || (session.flag("strict") && !problems.empty());
    return bad ? Exit::act : Exit::done;
}

}  // namespace

CommandSpec check_command() {
    return {"check",
            "检查所有文件，列出每一处问题",
            "check all files and list every problem",
            {{"FILE", false, true, "只列这些文件的问题", "list the problems of these files only",
              Completes::file}},
            {{"strict", "", "提醒也算错误", "count warnings as errors"}},
            {Format::json},
            run_check};
}

}  // namespace teamctl::cli
