#include <algorithm>
#include <array>
#include <filesystem>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "store/disk.hpp"
#include "store/git_files.hpp"
#include "store/process.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view marker = "# Made by teamctl hook install.";
constexpr std::string_view attribute = "log/** merge=teamctl";
constexpr std::size_t most_hook_bytes = 1U << 20U;

/// What git says in the team directory; nothing where it fails.
std::optional<std::string> git(const Session& session, std::vector<std::string> words) {
    words.insert(words.begin(), {"git", "-C", session.root().string()});
    const auto ran = store::run_program(words);
    if (!ran || ran->code != 0) return std::nullopt;
    return std::string{trimmed(ran->output)};
}

/// The text in single quotes, as a shell reads it.
std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return out + "'";
}

std::string check_line(const std::string& prefix) {
    return "exec teamctl -C " + quoted(prefix.empty() ? "." : "./" + prefix) + " check";
}

std::string hook_text(const std::string& prefix) {
    return "#!/bin/sh\n" + std::string{marker} +
           " Refuses a commit while a file of the team has a mistake.\n" + check_line(prefix) + "\n";
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

Exit run_hook(Session& session) {
    if (session.argument(0) != "install")
        return session.refuse(say("hook.unknown", session.argument(0)),
                              say("check.write_like", "teamctl hook install"));
    if (const auto exit = session.enter()) return *exit;
    const auto prefix = git(session, {"rev-parse", "--show-prefix"});
    const auto path_text = git(session, {"rev-parse", "--git-path", "hooks/pre-commit"});
    if (!prefix || !path_text) return session.refuse(say("hook.no_git"), say("hook.init_git"));
    const fs::path path =
        fs::path{*path_text}.is_absolute() ? fs::path{*path_text} : session.root() / *path_text;
    std::error_code error;
    if (fs::exists(fs::symlink_status(path, error))) {
        const auto text = store::read_file(path, most_hook_bytes).value_or("");
        if (text.find(marker) == std::string::npos)
            return session.refuse(say("hook.foreign", *path_text),
                                  say("hook.add_by_hand", check_line(*prefix)));
    }
    auto temporary = path;
    temporary += ".tmp";
    store::replace_file(path, temporary, hook_text(*prefix));
    fs::permissions(path, fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec,
                    fs::perm_options::add);
    session.write(session.say(say("hook.installed", *path_text)) + "\n");
    const bool set = git(session, {"config", "merge.teamctl.name", "teamctl records"}) &&
                     git(session, {"config", "merge.teamctl.driver", "teamctl merge-driver %O %A %B %P"});
    if (!set) return session.refuse(say("hook.no_git"), say("hook.init_git"));
    write_git_files(session);
    return Exit::done;
}

}  // namespace

CommandSpec hook_command() {
    return {"hook",
            "让 git 提交前先检查，合并记录时两边都留",
            "let git check before each commit, and keep both sides when it merges records",
            {{"ACTION", true, false, "install：装上", "install: set it up", Completes::choice, "install"}},
            {},
            {},
            run_hook};
}

}  // namespace teamctl::cli
