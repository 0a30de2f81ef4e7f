#include "store/rename.hpp"

#include <algorithm>

#include "base/id.hpp"
#include "base/text.hpp"
#include "check/check.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "store/need.hpp"
#include "team/files.hpp"
#include "team/known_roles.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

/// The count by file; of the log by month, which has a file a day.
std::string counts_of(const Session& session, const store::Renaming& renaming) {
    std::string out;
    std::size_t places = 0;
    const auto& counts = renaming.counts;
    for (std::size_t i = 0; i < counts.size();) {
        const auto folder = counts[i].path.substr(0, counts[i].path.rfind('/') + 1);
        const bool day = folder.starts_with("log/");
        std::size_t here = 0;
        std::size_t files = 0;
        if (!counts[i].moved_to.empty())
            out += session.say(say("rename.file_moves", counts[i].path, counts[i].moved_to)) + "\n";
        for (; i < counts.size() && (files == 0 || (day && counts[i].path.starts_with(folder))); ++i, ++files)
            here += counts[i].places;
        const auto& path = counts[i - 1].path;
        if (here > 0)
            out += session.say(files > 1 ? say("rename.in_folder", folder, here, files)
                                         : say("rename.in_file", path, here)) +
                   "\n";
        places += here;
    }
    return out + session.say(say("rename.in_all", places, counts.size())) + "\n";
}

Exit write_renaming(const Session& session, const store::Renaming& renaming, const std::string& before,
                    const std::string& after) {
    Diagnostics problems;
    const auto check = [](const store::Loaded& changed, Diagnostics& found) {
        check::errors_of(changed, found);
    };
    const auto announce = [&](const store::Loaded&) {
        session.write(counts_of(session, renaming) + session.say(say("rename.done", before, after)) + "\n");
    };
    const store::Need all{store::always(), store::always(), store::always()};
    const bool written = store::rewrite(session.root(), all, renaming.files, check, problems, announce);
    session.show(problems);
    return written ? Exit::done : Exit::files;
}

/// Whether a file may be called so, for what it is named for.
bool may_be_file_id(const std::string& text) {
    return is_id(text) && text.front() != '.' && text.front() != '-' && yaml::quoted_scalar(text) == text;
}

/// Counts, or writes; where neither can be done, it has been said why.
Exit finish(const Session& session, const std::optional<store::Renaming>& renaming,
            const Diagnostics& problems, const std::string& before, const std::string& after) {
    if (!renaming) {
        session.show(problems);
        return Exit::files;
    }
    if (session.flag("write")) return write_renaming(session, *renaming, before, after);
    session.write(counts_of(session, *renaming) + session.say(say("rename.not_yet")) + "\n");
    return Exit::done;
}

Exit rename_person(const Session& session, const store::Loaded& loaded) {
    const auto who = session.person(loaded, session.argument(1));
    if (!who) return Exit::usage;
    const auto& before = loaded.team[*who].id;
    const auto after = session.argument(2);
    if (!is_id(after)) return session.refuse(say("rename.no_id", after), say("check.write_like", "wangli"));
    for (const auto id : team::everybody(loaded.team)) {
        const auto& person = loaded.team[id];
        if (person.id != after && (id == *who || person.name != after)) continue;
        return session.refuse(say("rename.taken", after, person.name), say("rename.another"));
    }
    Diagnostics problems;
    const auto renaming = store::rename_person(session.directory(), before, after, problems);
    return finish(session, renaming, problems, before, after);
}

/// What has a file of its name, by that name or its title; on failure it has said why.
std::optional<std::string> id_of(const Session& session, const store::Loaded& loaded, team::RefKind kind) {
    const auto name = session.argument(1);
    std::vector<std::string> found;
    const auto look = [&](const auto& list) {
        for (const auto& item : list)
            if (item.id == name) found = {item.id};
        if (!found.empty()) return;
        for (const auto& item : list)
            if (item.name == name) found.push_back(item.id);
    };
    if (kind == team::RefKind::series) look(loaded.team.series);
    if (kind == team::RefKind::checklist) look(loaded.team.checklists);
    if (found.size() == 1) return found.front();
    if (found.size() > 1)
        session.refuse(say("edit.several", name, found.size()),
                       say("check.choose_from", joined(found, ", ")));
    else
        session.refuse_unknown(kind == team::RefKind::series ? "ref.series" : "ref.checklist", name,
                               loaded.names.things(kind));
    return std::nullopt;
}

Exit rename_file_of(const Session& session, const store::Loaded& loaded, team::RefKind kind) {
    const auto before = id_of(session, loaded, kind);
    if (!before) return Exit::usage;
    const auto after = session.argument(2);
    if (!may_be_file_id(after))
        return session.refuse(say("rename.no_id", after), say("check.write_like", "morning"));
    if (loaded.names.find(kind, after) >= 0)
        return session.refuse(say("rename.taken_already", after), say("rename.another"));
    Diagnostics problems;
    const auto renaming = store::rename_file_of(session.directory(), kind, *before, after, problems);
    return finish(session, renaming, problems, *before, after);
}

/// Whether a role may be called so: its name is a key of plans, and part of the name of a metric.
bool may_be_role(const std::string& text) {
    return may_be_file_id(text) && text.find_first_of(".<>()") == std::string::npos;
}

/// A role of that name would do something else, or something at all.
bool would_act(const store::Loaded& loaded, const std::string& before, const std::string& after) {
    const auto* known = team::known_role(after);
    if (known == nullptr || known->function == team::RoleFunction::holds) return false;
    for (const auto& series : loaded.team.series) {
        for (const auto& role : series.roles)
            if (role.name == before && role.function == team::RoleFunction::holds) return true;
    }
    return false;
}

Exit rename_role(const Session& session, const store::Loaded& loaded) {
    std::vector<std::string> known;
    for (const auto& series : loaded.team.series) {
        for (const auto& role : series.roles)
            if (std::ranges::find(known, role.name) == known.end()) known.push_back(role.name);
    }
    const auto typed = session.argument(1);
    auto before = std::ranges::find(known, typed);
    if (before == known.end())
        before = std::ranges::find_if(known,
                                      [&](const std::string& role) { return team::names_role(typed, role); });
    if (before == known.end()) return session.refuse_unknown("rename.role", typed, known);
    const auto after = session.argument(2);
    if (!may_be_role(after))
        return session.refuse(say("rename.no_id", after), say("check.write_like", "opener"));
    if (std::ranges::find(known, after) != known.end())
        return session.refuse(say("rename.taken_already", after), say("rename.another"));
    if (would_act(loaded, *before, after))
        return session.refuse(say("rename.would_act", after), say("rename.another"));
    Diagnostics problems;
    const auto renaming = store::rename_role(session.directory(), loaded.team, *before, after, problems);
    return finish(session, renaming, problems, *before, after);
}

/// What the word names; nothing where it is nothing that is renamed. Kinds of files are called by all their
/// words.
std::optional<team::RefKind> renamed_kind(const std::string& word) {
    for (const auto& spec : team::file_specs()) {
        if (!team::means_file(spec, word)) continue;
        if (spec.kind == team::FileKind::roster) return team::RefKind::person;
        if (spec.kind == team::FileKind::meeting || spec.kind == team::FileKind::rota)
            return team::RefKind::series;
        if (spec.kind == team::FileKind::checklist) return team::RefKind::checklist;
    }
    return std::nullopt;
}

Exit run_rename(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto what = session.argument(0);
    const bool role = what == "role" || what == "角色";
    const auto kind = renamed_kind(what);
    if (!role && !kind)
        return session.refuse(say("rename.of_what", what), say("check.choose_from", say("rename.kinds")));
    const auto loaded = session.load({store::always(), store::always(), store::always()});
    if (!loaded) return Exit::files;
    if (role) return rename_role(session, *loaded);
    return *kind == team::RefKind::person ? rename_person(session, *loaded)
                                          : rename_file_of(session, *loaded, *kind);
}

}  // namespace

CommandSpec rename_command() {
    return {"rename",
            "把人、角色、会议、值班或清单的编号在所有文件里一起改掉",
            "change the id of a person, role, meeting, rota or checklist in all files at once",
            {{"WHAT", true, false, "person：人；role：角色；series：会议或值班；checklist：清单",
              "person; role; series: a meeting or rota; checklist", Completes::choice,
              "person role series checklist"},
             {"OLD", true, false, "现在的编号，或名称", "the id as it is, or the name", Completes::renamed},
             {"NEW", true, false, "新编号", "the new id"}},
            {{"write", "", "写入；不写只数一数", "write it; without it is only counted"}},
            {},
            run_rename};
}

}  // namespace teamctl::cli
