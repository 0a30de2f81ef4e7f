#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>

#include "base/process.hpp"
#include "base/text.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "store/disk.hpp"
#include "store/git/git_files.hpp"
#include "store/git/git_hook.hpp"
#include "store/sharing.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// Before a commit, and before the commit that a merge without conflicts makes (githooks(5)).
constexpr std::array hooks{"pre-commit", "pre-merge-commit"};
constexpr std::string_view attribute = "log/** merge=teamctl";
constexpr std::size_t most_hook_bytes = 1U << 20U;

/// What git says in the team directory; nothing where it fails.
std::optional<std::string> git(const Session& session, std::vector<std::string> words) {
    words.insert(words.begin(), {"git", "-C", session.root().string()});
    const auto ran = run_program(words);
    if (!ran || ran->code != 0) return std::nullopt;
    return std::string{trimmed(ran->output)};
}

/// Those of the names that git holds already; an entry in .gitignore does not change that.
std::string tracked(const Session& session) {
    std::vector<std::string> words{"ls-files", "--"};
    words.insert(words.end(), store::passing_files.begin(), store::passing_files.end());
    std::string names = git(session, std::move(words)).value_or("");
    std::replace(names.begin(), names.end(), '\n', ' ');
    return names;
}

/// Lets .gitattributes and .gitignore say what git has to know of a team directory.
void write_git_files(Session& session) {
    const std::array attributes{attribute};
    if (store::add_lines(session.root() / ".gitattributes", attributes))
        session.write(session.say(say("hook.attributes")) + "\n");
    if (store::ignore_passing_files(session.root())) session.write(session.say(say("hook.ignored")) + "\n");
    if (const auto names = tracked(session); !names.empty())
        session.write(session.say(say("hook.tracked", names)) + "\n");
}

/// The program that runs, wherever it lies: programs with windows start git without our PATH.
std::string own_path() {
    std::error_code error;
    const auto path = fs::read_symlink("/proc/self/exe", error);
    return error ? "teamctl" : path.string();
}

/// Whether the hooks of the repository lie in it. With core.hooksPath they may be those of all repositories.
bool lies_in_repository(const Session& session, const fs::path& path) {
    for (const auto* place : {"--git-common-dir", "--show-toplevel"}) {
        const auto text = git(session, {"rev-parse", place});
        if (!text) continue;
        std::error_code error;
        const auto whole = fs::weakly_canonical(session.root() / *text, error);
        const auto inside = fs::weakly_canonical(path, error).lexically_relative(whole);
        if (!error && !inside.empty() && *inside.begin() != "..") return true;
    }
    return false;
}

void write_hook(const fs::path& path, const std::string& text) {
    store::Replacement hook{path, text};
    // Before it has its name: git passes over a hook that may not be run.
    if (!store::let_run(hook.fd())) throw store::SystemError("write", path, errno);
    hook.commit();
}

/// Lets a hook check the team, too; where that cannot be, it has said why.
bool install_hook(Session& session, std::string_view name, const std::string& prefix) {
    const auto named = git(session, {"rev-parse", "--git-path", "hooks/" + std::string{name}}).value_or("");
    const fs::path path = session.root() / named;
    if (!lies_in_repository(session, path)) {
        session.refuse(say("hook.shared", named), say("hook.own_hooks"));
        return false;
    }
    std::error_code error;
    std::string old;
    if (fs::exists(fs::symlink_status(path, error)))
        old = store::read_file(path, most_hook_bytes).value_or("?");
    const auto text = store::hook_with_team(old, own_path(), prefix);
    if (!text) {
        session.refuse(say("hook.foreign", named),
                       say("hook.add_by_hand", store::hook_line(own_path(), prefix)));
        return false;
    }
    if (*text != old || ::access(path.c_str(), X_OK) != 0) write_hook(path, *text);
    session.write(session.say(say("hook.installed", named)) + "\n");
    return true;
}

Exit install(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto prefix = git(session, {"rev-parse", "--show-prefix"});
    const bool set = prefix && git(session, {"config", "merge.teamctl.name", "teamctl records"}) &&
                     git(session, {"config", "merge.teamctl.driver", store::driver_command(own_path())});
    if (!set) return session.refuse(say("hook.no_git"), say("hook.init_git"));
    write_git_files(session);
    bool all = true;
    for (const auto* hook : hooks) all = all && install_hook(session, hook, *prefix);
    return all ? Exit::done : Exit::usage;
}

/// A folder that goes with what it holds.
struct Scratch {
    fs::path path;
    Scratch() {
        std::string name = (fs::temp_directory_path() / "teamctl-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw store::SystemError("create", name, errno);
        path = name;
    }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
};

/// Copies the files of folder $1 as the index has them to $2/files. Through a tree, since a file that is only
/// meant to be added (git-add(1), --intent-to-add) is in the index, empty, and in no commit.
constexpr auto copy_index =
    "tree=$(git write-tree) && export GIT_INDEX_FILE=\"$2/index\" && git read-tree \"$tree\" && "
    "git ls-files -z -- \"$1\" | git checkout-index -q -z --stdin --prefix=\"$2/files/\"";

/// What git calls: checks the team in a folder of the repository as the commit will have it, which is what
/// the index holds and not the files beside it.
Exit check_index(Session& session) {
    const std::string folder = session.argument(1).empty() ? "." : session.argument(1);
    const Scratch scratch;
    const auto copied = run_program({"sh", "-c", copy_index, "sh", folder, scratch.path.string()});
    if (!copied || copied->code != 0) return session.refuse(say("hook.no_git"), say("hook.in_repository"));
    const auto prefix = run_program({"git", "rev-parse", "--show-prefix"});
    const auto team = scratch.path / "files" / trimmed(prefix ? prefix->output : "") / folder;
    if (!fs::exists(team / "teamctl.yaml")) {  // not committed yet, or not any more
        session.note(say("hook.nothing", folder));
        return Exit::done;
    }
    Invocation call = session.invocation();
    call.command = find_command("check");
    call.arguments.clear();
    call.options["directory"] = {team.string()};
    Session check{call};
    return call.command->run(check);
}

Exit run_hook(Session& session) {
    session.speak_as_team();
    if (session.argument(0) == "install" && !session.argument(1).empty())
        return session.refuse(say("cli.too_many", session.argument(1)),
                              say("check.write_like", "teamctl -C " + session.argument(1) + " hook install"));
    if (session.argument(0) == "install") return install(session);
    if (session.argument(0) == "check") return check_index(session);
    return session.refuse(say("hook.unknown", session.argument(0)),
                          say("check.write_like", "teamctl hook install"));
}

}  // namespace

CommandSpec hook_command() {
    return {"hook",
            "让 git 提交前先检查，合并记录时两边都留",
            "let git check before each commit, and keep both sides when it merges records",
            {{"ACTION", true, false, "install：装上；check：git 提交前调用",
              "install: set it up; check: git calls it", Completes::choice, "install check"},
             {"FOLDER", false, false, "check 的团队目录，默认当前目录",
              "of check: the team's folder; default: here", Completes::directory}},
            {},
            {},
            run_hook};
}

}  // namespace teamctl::cli
