#include <filesystem>

#include "base/process.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "store/disk.hpp"
#include "store/git/merge.hpp"

namespace teamctl::cli {
namespace {

constexpr std::size_t most_merged_bytes = 64U << 20U;

Exit run_merge_driver(Session& session) {
    const auto base = store::read_file(session.argument(0), most_merged_bytes);
    const auto ours = store::read_file(session.argument(1), most_merged_bytes);
    const auto theirs = store::read_file(session.argument(2), most_merged_bytes);
    const std::string named = session.argument(3).empty() ? session.argument(1) : session.argument(3);
    if (!base || !ours || !theirs) return session.refuse(say("import.unreadable", named));
    const std::filesystem::path target = session.argument(1);
    if (const auto merged = store::merged_list(*base, *ours, *theirs)) {
        store::replace_file(target, *merged);
        return Exit::done;
    }
    // As git would have done it: marks in the file, for a person to decide. Where lines merge that records do
    // not, or git cannot be run, the marks are ours.
    const auto ran = run_program({"git", "merge-file", "-q", "-L", "ours", "-L", "base", "-L", "theirs",
                                  session.argument(1), session.argument(0), session.argument(2)});
    if (!ran || ran->code == 0 || ran->code > 127) store::replace_file(target, store::marked(*ours, *theirs));
    session.note(say("hook.conflict", named));
    return Exit::act;
}

}  // namespace

CommandSpec merge_driver_command() {
    return {"merge-driver",
            "合并两边的记录文件（由 git 调用）",
            "merge two versions of a record file (git calls it)",
            {{"BASE", true, false, "共同的旧版本", "the common ancestor", Completes::file},
             {"OURS", true, false, "我们的版本，结果写回这里", "our version; the result goes here",
              Completes::file},
             {"THEIRS", true, false, "对方的版本", "their version", Completes::file},
             {"PATH", false, false, "文件名，出错时提到", "name of the file, for messages", Completes::file}},
            {},
            {},
            run_merge_driver};
}

}  // namespace teamctl::cli
