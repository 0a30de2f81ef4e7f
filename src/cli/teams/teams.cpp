#include "cli/teams/teams.hpp"

#include <glob.h>

#include <algorithm>
#include <map>
#include <set>

#include "check/check.hpp"
#include "store/disk.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// What the pattern of a shell names, sorted; hidden ones only where it says so.
std::vector<std::string> matches(const std::string& pattern) {
    glob_t found{};
    std::vector<std::string> paths;
    if (::glob(pattern.c_str(), GLOB_TILDE, nullptr, &found) == 0)
        paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    ::globfree(&found);
    return paths;
}

bool holds_team(const fs::path& folder) {
    std::error_code error;
    return fs::exists(folder / "teamctl.yaml", error);
}

struct FoundFolders {
    std::vector<std::string> teams;  ///< each once
    std::vector<std::string> others;
    std::string empty;  ///< the first pattern that names no team
};

FoundFolders team_folders(const std::vector<std::string>& patterns) {
    FoundFolders found;
    std::set<fs::path> seen;
    for (const auto& pattern : patterns) {
        bool any = false;
        for (auto path : matches(pattern)) {
            while (path.size() > 1 && path.ends_with('/')) path.pop_back();
            std::error_code error;
            if (!fs::is_directory(path, error)) continue;
            const bool team = holds_team(path);
            any = any || team;
            if (!seen.insert(fs::weakly_canonical(path, error)).second) continue;
            (team ? found.teams : found.others).push_back(std::move(path));
        }
        if (!any && found.empty.empty()) found.empty = pattern.empty() ? "''" : pattern;
    }
    return found;
}

TeamFolder opened_folder(const std::string& path) {
    TeamFolder folder;
    folder.directory = std::make_unique<store::Directory>(fs::path{path});
    const auto name = id_of_team(path, {});
    folder.label = {name, name, path, {}};
    try {
        store::remove_leftovers(path);
        const auto settings = folder.directory->settings();
        folder.label.id = id_of_team(path, settings);
        folder.label.currency = settings.currency;
        if (!settings.team.empty()) folder.label.name = settings.team;
    } catch (const store::SystemError&) {
        // It is told when the team is read.
    }
    return folder;
}

/// Two teams of one id could not be told apart.
bool are_distinct(const Session& session, const std::vector<TeamFolder>& folders) {
    std::map<std::string, const std::string*> seen;
    for (const auto& folder : folders) {
        const auto [at, fresh] = seen.emplace(folder.label.id, &folder.label.folder);
        if (fresh) continue;
        session.refuse(say("teams.same_id", folder.label.id, *at->second, folder.label.folder),
                       say("teams.give_id"));
        return false;
    }
    return true;
}

/// Teams of one name are told apart by their ids.
void tell_names_apart(std::vector<TeamFolder>& folders) {
    std::map<std::string, int> times;
    for (const auto& folder : folders) ++times[folder.label.name];
    for (auto& folder : folders) {
        if (times[folder.label.name] > 1 && folder.label.name != folder.label.id)
            folder.label.name += " (" + folder.label.id + ")";
    }
}

/// What goes with one team alone.
bool is_whole(const Session& session) {
    for (const auto* option : {"directory", "unit", "person", "who", "group"}) {
        if (!session.option(option)) continue;
        session.refuse(say("teams.not_with", option), say("teams.one_team"));
        return false;
    }
    return true;
}

}  // namespace

std::string id_of_team(const fs::path& root, const team::Settings& settings) {
    std::error_code error;
    return settings.id.empty() ? fs::weakly_canonical(root, error).filename().string() : settings.id;
}

std::optional<std::vector<TeamFolder>> teams_asked_for(Session& session) {
    const auto found = team_folders(session.invocation().options.at("teams"));
    // From here on it speaks as the first team does.
    if (!found.teams.empty() && session.enter_at(found.teams.front())) return std::nullopt;
    if (!found.empty.empty()) {
        session.refuse(say("teams.none", found.empty), say("teams.like"));
        return std::nullopt;
    }
    if (!is_whole(session)) return std::nullopt;
    for (const auto& path : found.others) session.note(say("teams.no_team_in", path));
    const auto* paths = &found.teams;
    std::vector<TeamFolder> folders(paths->size());
    in_parts(
        paths->size(),
        [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) folders[i] = opened_folder((*paths)[i]);
        },
        1);
    if (!are_distinct(session, folders)) return std::nullopt;
    tell_names_apart(folders);
    return folders;
}

std::optional<store::Loaded> read_team(TeamFolder& folder, const store::Need& need, TeamProblem& problem) {
    auto loaded = folder.directory->load(need);
    if (!loaded.diagnostics.has_errors())
        check::errors_of(loaded, loaded.diagnostics, need.stands_from ? &problem.of_records : nullptr);
    if (!loaded.diagnostics.has_errors()) return loaded;
    problem.problems = std::move(loaded.diagnostics);
    return std::nullopt;
}

/// The paths of several teams begin with their folders.
static void add_from(const report::TeamLabel& label, const Diagnostics& problems, Diagnostics& all) {
    const auto from_here = [&](Place place) {
        place.file = label.folder + "/" + place.file;
        return place;
    };
    for (auto one : problems.all()) {
        one.place = from_here(std::move(one.place));
        for (auto& place : one.related) place = from_here(std::move(place));
        all.add(std::move(one));
    }
}

void leave_out(TeamsRead& read, const report::TeamLabel& label, const TeamProblem& problem) {
    read.left_out.push_back(label);
    if (problem.failure) read.failures.push_back(*problem.failure);
    add_from(label, problem.problems, read.problems);
}

void keep_of_records(TeamsRead& read, const report::TeamLabel& label, const TeamProblem& problem) {
    add_from(label, problem.of_records, read.of_records);
}

Exit TeamsRead::exit() const {
    if (!failures.empty()) return Exit::system;
    return left_out.empty() ? Exit::done : Exit::files;
}

void tell(const Session& session, const TeamsRead& read) {
    session.tell_left_out(read.of_records);
    if (!read.problems.empty()) session.show(read.problems);
    for (const auto& failure : read.failures) session.refuse(failure);
    if (read.left_out.empty()) return;
    std::vector<Phrase> names;
    for (const auto& label : read.left_out) names.push_back(verbatim(label.folder));
    session.refuse(say("teams.left_out", PhraseList{std::move(names)}));
}

}  // namespace teamctl::cli
