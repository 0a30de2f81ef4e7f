// What the commands for git say.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_hook() {
    static constexpr Word words[] = {
        {"hook.unknown", "不认识的动作：“{0}”", "no such action: “{0}”"},
        {"hook.no_git", "这里不是 git 仓库，或 git 用不了",
         "this is no git repository, or git does not work"},
        {"hook.init_git", "先 git init", "git init first"},
        {"hook.foreign", "已经有别的提交前检查：{0}", "there is another pre-commit hook: {0}"},
        {"hook.add_by_hand", "自己在里面加一行：{0}", "add this line to it by hand: {0}"},
        {"hook.shared", "git 的钩子目录不在这个仓库里：{0}（core.hooksPath），装在那里会影响别的仓库",
         "git's hooks lie outside of this repository: {0} (core.hooksPath); one there would bear on others"},
        {"hook.own_hooks",
         "先 git config core.hooksPath \"$(git rev-parse --git-common-dir)/hooks\"，再装一次",
         "git config core.hooksPath \"$(git rev-parse --git-common-dir)/hooks\", then install once more"},
        {"hook.nothing", "{0}：要提交的内容里没有这个团队，没有检查",
         "{0}: no team in what is to be committed; nothing was checked"},
        {"hook.in_repository", "在 git 仓库里运行", "run it in a git repository"},
        {"hook.installed", "提交前检查：{0}", "check before each commit: {0}"},
        {"hook.attributes", "记录合并：.gitattributes 已加上 log/** merge=teamctl",
         "merging of records: .gitattributes says log/** merge=teamctl"},
        {"hook.ignored", "提交时略过：.gitignore 已加上 teamctl 写入时留下的文件",
         "never committed: .gitignore names what teamctl leaves while it writes"},
        {"hook.tracked", "已经提交过的：{0}；请移出：git rm --cached {0}",
         "committed already: {0}; take it out: git rm --cached {0}"},
        {"hook.conflict", "{0}：两边改了同一条记录，请打开文件决定留哪一条",
         "{0}: both sides changed the same record; open the file and decide"},
    };
    return words;
}

}  // namespace teamctl::lang
