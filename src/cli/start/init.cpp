// `init`, a team of one's own.
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "cli/line/commands.hpp"
#include "cli/log/log.hpp"
#include "cli/session.hpp"
#include "cli/start/people.hpp"
#include "cli/start/write_team.hpp"
#include "cli/templates.hpp"
#include "store/disk.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// Whether something is there beside hidden files, as those of git or of an `init` that was cut short.
bool holds_something(const fs::path& directory) {
    std::error_code error;
    const fs::directory_iterator entries{directory, error};
    if (error) return false;
    if (fs::exists(directory / ".teamctl.journal", error)) return false;
    return std::any_of(begin(entries), end(entries),
                       [](const auto& entry) { return !entry.path().filename().string().starts_with("."); });
}

/// The people of `--people`: a table where a file of that name is, else names. On failure it has said why.
std::optional<std::vector<OwnPerson>> given_people(const Session& session, const std::string& given) {
    std::error_code error;
    const fs::path path{given};
    const auto ending = path.extension().string();
    const auto status = fs::status(path, error);
    if (!fs::is_regular_file(status)) {
        if (ending != ".csv" && ending != ".xlsx") return people_of(given);
        if (!fs::status_known(status)) throw store::SystemError("open", path, error.value());
        session.refuse(say("import.unreadable", given));
        return std::nullopt;
    }
    const auto bytes = store::read_file(path, std::size_t{64} << 20U);
    if (!bytes) {
        session.refuse(say("import.unreadable", given));
        return std::nullopt;
    }
    const auto table = people_of_table(*bytes, path.stem().string(), session.now().date);
    if (!table.intake.problem.empty()) {
        session.refuse(table.intake.problem, table.intake.hint);
        return std::nullopt;
    }
    for (const auto& doubt : table.intake.doubts) {
        // Ids are made of names here, so a table needs none.
        if (!doubt.plain && doubt.why.key != "import.made_id")
            session.note(say("init.not_taken", given, doubt.row, doubt.heading, doubt.cell, doubt.why));
    }
    return table.people;
}

std::optional<std::string> asked(const Session& session, const Phrase& question) {
    write_fd(STDOUT_FILENO, session.say(question));
    auto line = read_line();
    if (line) line = std::string{trimmed(*line)};
    return line;
}

/// A time of day as it is typed: 9:00, 9：00, 9点, 9点半, 0900.
std::optional<TimeOfDay> time_typed(std::string text) {
    for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{"：", ":"},
                                   {"点半", ":30"},
                                   {"点", ":"},
                                   {"分", ""}}) {
        if (const auto at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
    }
    if (text.size() == 4 && text.find(':') == std::string::npos) text.insert(2, ":");
    if (text.size() <= 2 && !text.empty()) text += ":";
    if (text.ends_with(':')) text += "00";
    if (text.find(':') == 1) text.insert(0, "0");
    return parse_time(text);
}

/// A name of the new ones that somebody has already, or two of them; empty where there is none.
std::string named_twice(const std::vector<OwnPerson>& known, const std::vector<OwnPerson>& more) {
    std::set<std::string> names;
    for (const auto& person : known) names.insert(person.name);
    for (const auto& person : more) {
        if (!names.insert(person.name).second) return person.name;
    }
    return {};
}

/// Asks for what the new team needs; false where the user gave up.
bool ask_team(const Session& session, const std::string& folder, OwnTeam& team) {
    const auto name = asked(session, say("init.ask_name", team.name));
    if (!name) return false;
    if (!name->empty()) team.name = *name;
    write_fd(STDOUT_FILENO, session.say(say("init.ask_people")) + "\n");
    for (;;) {
        const auto line = asked(session, say("init.ask_person", team.people.size() + 1));
        if (!line) return false;
        if (line->empty() && team.people.size() >= 2) break;
        auto more = people_of(*line);
        const auto twice = named_twice(team.people, more);
        if (!twice.empty()) {
            session.note(say("init.line_twice", twice));
            continue;
        }
        std::ranges::move(more, std::back_inserter(team.people));
    }
    const auto [meeting, start] = daily_meeting(template_files(), folder);
    while (!meeting.empty() && !team.daily) {
        const auto time = asked(session, say("init.ask_time", meeting, start));
        if (!time) return false;
        team.daily = time_typed(time->empty() ? start : *time);
        if (!team.daily) session.note(say("init.no_time", *time));
    }
    return true;
}

/// Whether these people make a team; it has said why not.
bool make_a_team(const Session& session, const std::vector<OwnPerson>& people) {
    if (people.size() < 2) {
        session.refuse(say("init.too_few"), say("check.write_like", "--people 张三,李四"));
        return false;
    }
    std::set<std::string> names;
    for (const auto& person : people) {
        if (!person.name.empty() && names.insert(person.name).second) continue;
        session.refuse(say("init.name_twice", person.name), say("init.name_apart"));
        return false;
    }
    return true;
}

Exit make_own_team(Session& session) {
    const auto folder = template_folder(session);
    if (!folder) return Exit::usage;
    if (const auto exit = session.enter_without_team()) return *exit;
    const auto named = target_of(session);
    if (!session.flag("here") && holds_something(named))
        return session.refuse(say("init.not_empty", named.string()), say("init.use_here"));
    OwnTeam team;
    team.today = session.now().date;
    team.name =
        session.option("team").value_or(fs::weakly_canonical(fs::absolute(named)).filename().string());
    if (const auto given = session.option("people")) {
        auto people = given_people(session, *given);
        if (!people) return Exit::usage;
        team.people = std::move(*people);
    } else if (!ask_team(session, *folder, team)) {
        write_fd(STDOUT_FILENO, "\n");
        session.note(say("log.nothing_written"));
        return Exit::act;
    }
    if (!make_a_team(session, team.people)) return Exit::usage;
    for (const auto* key : {"init.roster_people", "init.roster_skills"})
        team.header.push_back(session.say(say(key)));
    return write_team(session, named, own_team(template_files(), *folder, team), "init.next_steps");
}

Exit run_init(Session& session) {
    // Scripts that name no people have always got the example team.
    if (!session.option("people") && !at_terminal()) return make_example(session);
    return make_own_team(session);
}

}  // namespace

CommandSpec init_command() {
    return {"init",
            "新建自己的团队目录",
            "make a directory for your own team",
            {{"DIR", false, false, "放在哪里，默认当前目录", "where; default: here", Completes::directory}},
            {{"template", "NAME", "照哪个模板，默认 sales", "after which template; default: sales", 0, false,
              Completes::template_name},
             {"people", "NAMES", "有哪些人：张三,李四 二组,… 或名单文件（CSV、XLSX）",
              "the people: Ann Lee,Bob Ray/North,… or a file that lists them (CSV, XLSX)", 0, false,
              Completes::file},
             {"team", "NAME", "团队名，默认取目录名", "name of the team; default: that of the directory"},
             {"here", "", "目录里有别的文件也照建", "even where the directory holds other files"}},
            {},
            run_init};
}

}  // namespace teamctl::cli
