#include "cli/start/write_team.hpp"

#include <unistd.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "lang/lang.hpp"
#include "store/git/git_files.hpp"
#include "store/lock.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// The folder of a template in a language: Chinese ones have the plain name.
std::string folder_of(const std::string& name, std::string_view language) {
    return language == "en" ? name + "-en/" : name + "/";
}

}  // namespace

std::optional<std::string> template_folder(const Session& session) {
    const std::string name = session.option("template").value_or("sales");
    const auto names = template_names();
    if (std::ranges::find(names, name) != names.end()) return folder_of(name, session.words().code());
    session.refuse(say("init.unknown_template", name), say("check.choose_from", joined(names, ", ")));
    return std::nullopt;
}

fs::path target_of(const Session& session) {
    if (session.argument(0).empty()) return session.option("directory").value_or(".");
    return session.argument(0);
}

Exit write_team(const Session& session, const fs::path& named, const std::vector<OwnFile>& files,
                std::string_view next_steps) {
    store::make_directories(named);
    const auto target = fs::canonical(named);
    // One that was cut short never was: its files go.
    const store::WriteLock lock{target, store::lock_timeout, store::Settle::undo};
    for (const auto& file : files) {
        if (!fs::exists(fs::symlink_status(target / file.path))) continue;
        lock.take_away();
        return session.refuse(say("init.in_the_way", (named / file.path).string()),
                              say("init.other_directory"));
    }
    store::Transaction written{lock};
    if (const auto ignored = store::with_passing_files_ignored(target))
        written.write(std::string{store::ignore_name}, *ignored);
    for (const auto& file : files) written.write(file.path, file.text);
    written.commit();
    lock.take_away();  // a new team begins without it
    // Advice is for people; a script gets silence.
    if (::isatty(STDOUT_FILENO) != 0 && !session.flag("quiet"))
        session.write(session.say(say("init.made", named.string(), files.size())) + "\n" +
                      session.say(say(std::string{next_steps}, named.string())) + "\n");
    return Exit::done;
}

Exit make_example(Session& session) {
    const auto folder = template_folder(session);
    if (!folder) return Exit::usage;
    std::vector<OwnFile> files;
    for (const auto& file : template_files()) {
        if (file.path.starts_with(*folder))
            files.push_back({std::string{file.path.substr(folder->size())}, std::string{file.text}});
    }
    return write_team(session, target_of(session), files, "init.demo_steps");
}

std::vector<std::string> template_names() {
    std::set<std::string> names;
    for (const auto& file : template_files()) {
        const std::string folder{file.path.substr(0, file.path.find('/'))};
        if (!folder.ends_with("-en")) names.insert(folder);
    }
    return {names.begin(), names.end()};
}

}  // namespace teamctl::cli
