#include <algorithm>
#include <filesystem>

#include "check/check.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "report/intake.hpp"
#include "store/additions.hpp"
#include "store/disk.hpp"
#include "team/files.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// What may be taken in at all; a register of a whole company is far smaller.
constexpr std::size_t most_register_bytes = 64U << 20U;

std::vector<std::string> importer_names() {
    std::vector<std::string> names;
    for (const auto& importer : intake::importers()) names.emplace_back(importer.name);
    return names;
}

/// What the intake adds to the directory.
store::Additions additions_of(const intake::Intake& intake) {
    store::Additions additions;
    for (const auto& file : intake.files) additions.files.push_back({file.path, file.text, file.before});
    for (const auto& record : intake.records)
        additions.lines.push_back({team::log_path(record.date), record.line});
    for (const auto& added : intake.lines) additions.lines.push_back({added.path, added.line});
    return additions;
}

/// Names the row of the foreign file that a problem comes from.
void tell_origins(const intake::Intake& intake, const std::string& foreign, Diagnostics& problems) {
    Diagnostics told;
    for (auto problem : problems.all()) {
        const auto file = std::find_if(intake.files.begin(), intake.files.end(),
                                       [&](const auto& made) { return made.path == problem.place.file; });
        const auto row = file != intake.files.end() ? file->row_of(problem.place.mark.line) : 0;
        if (row > 0) problem.related.push_back({foreign, {static_cast<std::uint32_t>(row), 1}, {}, 0});
        told.add(std::move(problem));
    }
    problems = std::move(told);
}

/// Tries what is taken in as part of the whole team, and writes it where that is asked for and nothing is
/// wrong: all of it, or nothing. What is said of it is said before it is done for good.
Exit try_and_write(const Session& session, const intake::Intake& intake, std::string_view name,
                   const std::string& foreign) {
    const auto additions = additions_of(intake);
    const auto show = [&](const std::vector<std::string>& written) {
        session.emit(report::intake_report(intake, name, written));
    };
    Diagnostics problems;
    const auto before = session.directory().load({store::always(), store::always(), store::always()});
    const auto check = [&](const store::Loaded& with, Diagnostics& out) {
        out.append(check::brought_by(before, with, session.now().date));
    };
    const bool write = session.flag("write") && !additions.empty();
    if (write) {
        store::write_additions(session.root(), additions, check, show, problems);
    } else {
        show({});
        if (!additions.empty()) store::try_additions(session.root(), additions, check, problems);
    }
    tell_origins(intake, foreign, problems);
    session.show(problems);
    if (problems.has_errors()) {
        session.refuse(write ? say("import.not_sound") : say("import.would_not_be_sound"));
        return Exit::files;
    }
    return report::has_doubts(intake) ? Exit::act : Exit::done;
}

/// Whether a file is in the way; it has said so.
bool file_in_the_way(const Session& session, const intake::Intake& intake) {
    for (const auto& file : intake.files) {
        if (file.before || store::path_kind(session.root(), file.path) == store::PathKind::missing) continue;
        session.refuse(say("import.exists", file.path), say("import.other_name"));
        return true;
    }
    return false;
}

/// The meeting that `--meeting` names. On failure it has said why.
std::optional<team::SeriesId> meeting_of(const Session& session, const store::Loaded& loaded) {
    const auto name = session.option("meeting");
    if (!name) {
        session.refuse(say("import.needs_meeting"),
                       say("check.write_like", bilingual("--meeting 晨会", "--meeting morning")));
        return std::nullopt;
    }
    const auto meeting = team::find_series(loaded.team, *name);
    if (!meeting) session.refuse_unknown("ref.series", *name, loaded.names.things(team::RefKind::series));
    return meeting;
}

/// The calendar that is written: `--calendar`, else the first that the settings name.
std::string calendar_path(const Session& session, const store::Loaded& loaded) {
    if (const auto name = session.option("calendar"))
        return name->ends_with(".yaml") ? *name : "calendars/" + *name + ".yaml";
    const auto& named = loaded.team.settings.calendars;
    return named.empty() ? "calendars/cn.yaml" : named.front();
}

store::Need need_for(const intake::Wanted& wanted) {
    store::Need need;
    if (wanted.records) need.records = store::always();
    if (wanted.leave) need.leave = store::always();
    return need;
}

/// What the importer is told beside the file. On failure it has said why.
bool fill_in(const Session& session, const store::Loaded& loaded, const intake::Wanted& wanted,
             intake::Request& request) {
    request.sheet = session.option("sheet").value_or("");
    request.fill_down = session.flag("fill-down");
    request.take_leave = session.flag("leave");
    request.today = session.now().date;
    if (wanted.meeting) {
        const auto meeting = meeting_of(session, loaded);
        if (!meeting) return false;
        request.meeting = *meeting;
    }
    if (!wanted.calendar) return true;
    request.calendar = calendar_path(session, loaded);
    if (team::file_kind(request.calendar) != team::FileKind::calendar) {
        session.refuse(say("import.no_calendar_file", request.calendar),
                       say("check.write_like", "--calendar calendars/cn.yaml"));
        return false;
    }
    if (store::path_kind(session.root(), request.calendar) == store::PathKind::file)
        request.existing = store::read_file(session.root() / request.calendar, yaml::Limits{}.bytes);
    return true;
}

Exit run_import(Session& session) {
    const auto* importer = intake::find_importer(session.argument(0));
    if (importer == nullptr)
        return session.refuse_unknown("ref.format", session.argument(0), importer_names());
    if (const auto exit = session.enter()) return *exit;
    const fs::path path = session.argument(1);
    std::optional<std::string> bytes;
    if (fs::is_regular_file(store::status_of(path))) bytes = store::read_file(path, most_register_bytes);
    if (!bytes && !fs::exists(store::status_of(path)))
        return session.refuse(say("import.no_file", path.string()), say("import.where_it_is"));
    if (!bytes) return session.refuse(say("import.unreadable", path.string()));
    const auto loaded = session.load(need_for(importer->wanted));
    if (!loaded) return Exit::files;
    intake::Request request;
    request.bytes = std::move(*bytes);
    request.file = path.stem().string();
    request.name = session.option("name").value_or(request.file);
    if (!fill_in(session, *loaded, importer->wanted, request)) return Exit::usage;
    const auto intake = importer->read(request, loaded->team, calendar::WorkingDays{loaded->team});
    if (!intake.problem.empty()) {
        session.refuse(intake.problem, intake.hint);
        return intake.wrong_call ? Exit::usage : Exit::files;
    }
    if (session.flag("write") && file_in_the_way(session, intake)) return Exit::usage;
    return try_and_write(session, intake, importer->name, path.string());
}

}  // namespace

CommandSpec import_command() {
    return {
        "import",
        "读入别处的资产表、盘点表、名单、考勤、节假日、会议；先看，再写",
        "take in registers, lists, attendance, holidays and meetings of other programs; look first, then "
        "write",
        {{"FORMAT", true, false,
          "assets、roster、attendance、customers、stock、leave、holidays、irc-meetings、ics",
          "assets, roster, attendance, customers, stock, leave, holidays, irc-meetings or ics",
          Completes::choice, "assets roster attendance customers stock leave holidays irc-meetings ics"},
         {"FILE", true, false, "要读入的文件", "the file", Completes::file}},
        {{"write", "", "写入团队目录（不加只看）", "write it into the team directory (without: only look)"},
         {"name", "NAME", "写成什么名字，默认同原文件",
          "name of the file that is made; default: as the one that is read"},
         {"meeting", "ID", "考勤是哪个会议的", "which meeting the attendance is of", 0, false,
          Completes::series},
         {"leave", "", "考勤里的请假也写入 leave/",
          "also write the leave that attendance tells of into leave/"},
         {"calendar", "NAME", "节假日写进哪个日历，默认 teamctl.yaml 里的第一个",
          "the calendar that holidays are written into; default: the first of teamctl.yaml"},
         {"sheet", "NAME", "工作簿里的哪一张表", "which sheet of a workbook"},
         {"fill-down", "", "空白格取上一行的值（合并单元格导出的表）",
          "blank cells take the one above (merged cells)"}},
        {Shape::markdown, Shape::page, Shape::data, Shape::table},
        run_import};
}

}  // namespace teamctl::cli
