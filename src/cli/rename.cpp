#include "store/rename.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "check/check.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "store/need.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

/// Whether files may give such an id.
bool may_be_person_id(const std::string& text) {
    return !text.empty() && !invalid_utf8(text) && made_harmless(text) == text &&
           text.find_first_of(" ,=") == std::string::npos && text.find("　") == std::string::npos &&
           text.find("，") == std::string::npos && text.find("、") == std::string::npos;
}

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
        for (; i < counts.size() && (files == 0 || (day && counts[i].path.starts_with(folder))); ++i, ++files)
            here += counts[i].places;
        const auto& path = counts[i - 1].path;
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

Exit rename_person(const Session& session, const store::Loaded& loaded) {
    const auto who = session.person(loaded, session.argument(1));
    if (!who) return Exit::usage;
    const auto& before = loaded.team[*who].id;
    const auto after = session.argument(2);
    if (!may_be_person_id(after))
        return session.refuse(say("rename.no_id", after), say("check.write_like", "wangli"));
    for (const auto id : team::everybody(loaded.team)) {
        const auto& person = loaded.team[id];
        if (person.id != after && (id == *who || person.name != after)) continue;
        return session.refuse(say("rename.taken", after, person.name), say("rename.another"));
    }
    Diagnostics problems;
    const auto renaming = store::rename_person(session.directory(), before, after, problems);
    if (!renaming) {
        session.show(problems);
        return Exit::files;
    }
    if (session.flag("write")) return write_renaming(session, *renaming, before, after);
    session.write(counts_of(session, *renaming) + session.say(say("rename.not_yet")) + "\n");
    return Exit::done;
}

Exit run_rename(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto what = session.argument(0);
    if (what != "person" && what != "人" && what != "人员")
        return session.refuse(say("rename.of_what", what), say("check.choose_from", say("rename.kinds")));
    const auto loaded = session.load({store::always(), store::always(), store::always()});
    return loaded ? rename_person(session, *loaded) : Exit::files;
}

}  // namespace

CommandSpec rename_command() {
    return {"rename",
            "把人的编号在所有文件里一起改掉",
            "change the id of a person in all files at once",
            {{"WHAT", true, false, "person：人", "person", Completes::choice, "person"},
             {"OLD", true, false, "现在的编号，或姓名", "the id as it is, or the name", Completes::person},
             {"NEW", true, false, "新编号", "the new id"}},
            {{"write", "", "写入；不写只数一数", "write it; without it is only counted"}},
            {},
            run_rename};
}

}  // namespace teamctl::cli
