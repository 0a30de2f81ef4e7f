#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "base/text.hpp"
#include "check/check.hpp"
#include "check/closings.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "cli/terminal/pager.hpp"
#include "render/diagnostics.hpp"
#include "render/render.hpp"
#include "store/closings/closing_file.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// A file or folder that the user names, from the working directory or from the team, relative to the team.
/// Nothing where there is none.
std::optional<fs::path> in_team(const Session& session, const std::string& named, const Diagnostics& all) {
    for (const auto& base : {fs::current_path(), session.root()}) {
        std::error_code error;
        const auto path = fs::weakly_canonical(base / named, error);
        if (error) continue;
        auto relative = path.lexically_relative(session.root());
        if (relative.empty() || *relative.begin() == "..") continue;
        const bool reported = std::any_of(all.all().begin(), all.all().end(), [&](const auto& problem) {
            return relative == problem.place.file;
        });
        if (reported || fs::exists(path, error)) return relative;
    }
    // A link is not followed: the name itself is what check speaks of.
    const fs::path plain = fs::path{named}.lexically_normal();
    std::error_code error;
    if (plain.is_relative() && fs::is_symlink(fs::symlink_status(session.root() / plain, error)))
        return plain;
    return std::nullopt;
}

bool lies_in(const fs::path& file, const fs::path& folder) {
    if (folder == ".") return true;
    return std::mismatch(folder.begin(), folder.end(), file.begin(), file.end()).first == folder.end();
}

Exit refuse_file(const Session& session, const store::Loaded& loaded, const std::string& named) {
    std::vector<std::string> known;
    for (const auto& source : loaded.sources) known.push_back(source.path);
    const auto near = nearest(named, known);
    return session.refuse(teamctl::say("check.no_such_file", named),
                          near ? teamctl::say("check.did_you_mean", *near) : teamctl::say("check.name_file"));
}

/// The problems of the named files and folders only; all where none is named.
Diagnostics chosen(const Diagnostics& all, const std::vector<fs::path>& named) {
    if (named.empty()) return all;
    return all.of_files([&](const fs::path& file) {
        return std::any_of(named.begin(), named.end(), [&](const auto& one) { return lies_in(file, one); });
    });
}

Exit run_check(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    std::optional<Working> working{session.say(say("check.working"))};
    session.directory().want_digests(store::closed_months(session.directory()));
    auto loaded = session.directory().load({store::always(), store::always(), store::always()});
    check::problems_of(loaded, session.now().date, loaded.diagnostics);
    check::check_closings(session.directory(), session.flag("deep"), loaded.diagnostics);
    check::check_future(loaded, session.now().date, loaded.diagnostics);
    if (session.flag("strict")) check::check_topics(loaded, session.now().date, loaded.diagnostics);
    working.reset();
    std::vector<fs::path> named;
    for (const auto& argument : session.invocation().arguments) {
        const auto path = in_team(session, argument, loaded.diagnostics);
        if (!path) return refuse_file(session, loaded, argument);
        named.push_back(*path);
    }
    const auto problems = chosen(loaded.diagnostics, named);
    if (session.shape() == Shape::data) {
        Report report;
        report.name = "check";
        report.data = render::json_data(problems, session.words());
        session.emit(report);
    } else {
        const bool color = wants_color(session.invocation(), STDOUT_FILENO);
        session.write(session.flag("full") ? render::text(problems, session.words(), color) +
                                                 render::total(problems, session.words())
                                           : render::overview(problems, session.words(), color));
        // A script that hears nothing knows that all is well.
        if (problems.empty() && !session.flag("quiet") && !session.option("output") &&
            ::isatty(STDOUT_FILENO) != 0)
            session.write(session.say(say("check.no_problems", loaded.sources.size())) + "\n");
    }
    const bool bad = problems.has_errors() || (session.flag("strict") && !problems.empty());
    return bad ? Exit::act : Exit::done;
}

}  // namespace

CommandSpec check_command() {
    return {"check",
            "检查所有文件，列出每一处问题",
            "check all files and list every problem",
            {{"FILE", false, true, "只列这些文件或目录的问题",
              "list the problems of these files or folders only", Completes::file}},
            {{"strict", "", "提醒也算错误；还要求排好的会都有题目",
              "count warnings as errors; ask for topics, too"},
             {"full", "", "再多也每处都列出来", "show every problem, however many there are"},
             {"deep", "", "按记录重新算每一次封存", "work out every closing anew from the records"}},
            {Shape::data},
            run_check};
}

}  // namespace teamctl::cli
