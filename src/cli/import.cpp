#include <filesystem>

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "report/intake.hpp"
#include "store/append.hpp"
#include "store/disk.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// What may be taken in at all; a register of a whole company is far smaller.
constexpr std::size_t most_register_bytes = 64U << 20U;

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const auto& format : intake::formats()) names.emplace_back(format.name);
    return names;
}

/// Writes everything, or nothing where a file is in the way or would not be sound.
std::optional<Exit> write_all(const Session& session, const store::Loaded& loaded,
                              const intake::Intake& intake, std::vector<std::string>& written) {
    for (const auto& file : intake.files) {
        if (store::path_kind(session.root(), file.path) != store::PathKind::missing)
            return session.refuse(say("import.exists", file.path), say("import.other_name"));
    }
    Diagnostics diagnostics;
    for (const auto& file : intake.files) {
        if (!store::add_file(session.root(), file.path, file.text, diagnostics)) break;
        written.push_back(file.path);
    }
    for (const auto& record : intake.records) {
        const auto line = [&](const std::string&) { return record.line; };
        const auto appended =
            store::append_record(session.root(), record.date, line, loaded.names, {}, diagnostics);
        if (!appended) break;
        written.push_back(appended->path + ":" + std::to_string(appended->mark.line));
    }
    if (!diagnostics.has_errors()) return std::nullopt;
    session.show(diagnostics);
    return Exit::files;
}

Exit run_import(Session& session) {
    const auto* format = intake::find_format(session.argument(0));
    if (format == nullptr) return session.refuse_unknown("ref.format", session.argument(0), format_names());
    if (const auto exit = session.enter()) return *exit;
    const fs::path path = session.argument(1);
    std::error_code error;
    std::optional<std::string> bytes;
    if (fs::is_regular_file(path, error)) bytes = store::read_file(path, most_register_bytes);
    if (!bytes) return session.refuse(say("import.unreadable", path.string()));
    const auto loaded = session.load(
        format->needs_meeting ? store::Need{std::nullopt, store::always(), std::nullopt} : store::Need{});
    if (!loaded) return Exit::files;
    intake::Request request{std::move(*bytes),
                            session.option("name").value_or(path.stem().string()),
                            {},
                            session.flag("fill-down")};
    if (format->needs_meeting) {
        const auto name = session.option("meeting");
        if (!name)
            return session.refuse(say("import.needs_meeting"), say("check.write_like", "--meeting morning"));
        const auto meeting = team::find_series(loaded->team, *name);
        if (!meeting)
            return session.refuse_unknown("ref.series", *name, loaded->names.all(team::RefKind::series));
        request.meeting = *meeting;
    }
    const auto intake = format->read(request, loaded->team, calendar::WorkingDays{loaded->team});
    if (!intake.problem.empty()) {
        session.refuse(intake.problem);
        return Exit::files;
    }
    std::vector<std::string> written;
    if (session.flag("write")) {
        if (const auto exit = write_all(session, *loaded, intake, written)) return *exit;
    }
    session.emit(report::intake_report(intake, format->name, written));
    return report::has_doubts(intake) ? Exit::act : Exit::done;
}

}  // namespace

CommandSpec import_command() {
    return {
        "import",
        "读入别处的资产表、名单、考勤、会议；先看，再写",
        "take in registers, lists, attendance and meetings of other programs; look first, then write",
        {{"FORMAT", true, false, "assets、roster、attendance、irc-meetings、ics",
          "assets, roster, attendance, irc-meetings or ics", Completes::choice,
          "assets roster attendance irc-meetings ics"},
         {"FILE", true, false, "要读入的文件", "the file", Completes::file}},
        {{"write", "", "写入团队目录（不加只看）", "write it into the team directory (without: only look)"},
         {"name", "NAME", "写成什么名字，默认同原文件",
          "name of the file that is made; default: as the one that is read"},
         {"meeting", "ID", "考勤是哪个会议的", "which meeting the attendance is of", 0, false,
          Completes::series},
         {"fill-down", "", "空白格取上一行的值（合并单元格导出的表）",
          "blank cells take the one above (merged cells)"}},
        {Shape::markdown, Shape::page, Shape::data, Shape::table},
        run_import};
}

}  // namespace teamctl::cli
