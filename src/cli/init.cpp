#include <unistd.h>

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "cli/templates.hpp"
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

/// Files of the template that would overwrite one of the user's.
std::vector<std::string> in_the_way(const fs::path& target, const std::string& folder) {
    std::vector<std::string> found;
    for (const auto& file : template_files()) {
        if (!file.path.starts_with(folder)) continue;
        const auto path = target / file.path.substr(folder.size());
        if (fs::exists(fs::symlink_status(path))) found.push_back(path.string());
    }
    return found;
}

Exit run_init(Session& session) {
    const std::string name = session.option("template").value_or("sales");
    const auto names = template_names();
    if (std::find(names.begin(), names.end(), name) == names.end())
        return session.refuse(say("init.unknown_template", name),
                              say("check.choose_from", joined(names, ", ")));
    const std::string folder = folder_of(name, session.words().code());
    const fs::path named = session.argument(0).empty() ? fs::path{session.option("directory").value_or(".")}
                                                       : fs::path{session.argument(0)};
    store::make_directories(named);
    const auto target = fs::canonical(named);
    // One that was cut short never was: its files go.
    const store::WriteLock lock{target, store::lock_timeout, store::Settle::undo};
    if (const auto found = in_the_way(named, folder); !found.empty()) {
        lock.take_away();
        return session.refuse(say("init.in_the_way", found.front()), say("init.other_directory"));
    }
    store::Transaction files{lock};
    std::size_t count = 0;
    if (const auto ignored = store::with_passing_files_ignored(target))
        files.write(std::string{store::ignore_name}, *ignored);
    for (const auto& file : template_files()) {
        if (!file.path.starts_with(folder)) continue;
        files.write(std::string{file.path.substr(folder.size())}, file.text);
        ++count;
    }
    files.commit();
    lock.take_away();  // a new team begins without it
    // Advice is for people; a script gets silence.
    if (::isatty(STDOUT_FILENO) != 0 && !session.flag("quiet"))
        session.write(session.say(say("init.made", named.string(), count)) + "\n" +
                      session.say(say("init.next_steps", named.string())) + "\n");
    return Exit::done;
}

}  // namespace

std::vector<std::string> template_names() {
    std::set<std::string> names;
    for (const auto& file : template_files()) {
        const std::string folder{file.path.substr(0, file.path.find('/'))};
        if (!folder.ends_with("-en")) names.insert(folder);
    }
    return {names.begin(), names.end()};
}

CommandSpec init_command() {
    return {"init",
            "新建一个团队目录，带示例数据",
            "make a team directory with example data",
            {{"DIR", false, false, "放在哪里，默认当前目录", "where; default: here", Completes::directory}},
            {{"template", "NAME", "模板，默认 sales", "template; default: sales", 0, false,
              Completes::template_name}},
            {},
            run_init};
}

}  // namespace teamctl::cli
