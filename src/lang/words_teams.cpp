// Several teams on one page, and what goes to other programs.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_teams() {
    static constexpr Word words[] = {
        {"teams.team", "团队", "Team"},
        {"teams.people", "人数", "People"},
        {"teams.all", "合计", "All"},
        {"teams.currency", "货币", "Currency"},
        {"teams.currencies", "各团队的货币不同（{0}），金额按货币分开计算",
         "The teams have different currencies ({0}): amounts are told apart by currency."},
        {"teams.by_currency", "各货币合计", "Totals by currency"},
        {"teams.figure", "指标", "Figure"},
        {"teams.part", "计入", "Counts"},
        {"teams.from", "数据来源", "Where the figures come from"},
        {"teams.others", "其他", "Other figures"},
        {"teams.working", "正在读各个团队……", "reading the teams …"},
        {"teams.summary_title", "{0} 个团队 {1}总结", "{0} {0:team|teams}: summary of {1}"},
        {"teams.standings_title", "{0} 个团队 {1}龙虎榜", "{0} {0:team|teams}: standings, {1}"},
        {"teams.due_title", "{0} 个团队 {1} 待办", "{0} {0:team|teams}: what is due on {1}"},
        {"teams.tickets_title", "{0} 个团队 {1} 工单", "{0} {0:team|teams}: tickets, {1}"},
        {"teams.full_figures", "全部指标和每个数的出处：--full",
         "All figures, and the lines behind each: --full."},
        {"teams.more_people", "还有 {0} 人，见 --full", "{0} more {0:person|people}: --full."},
        {"teams.more_items", "还有 {0} 项，见 --full", "{0} more: --full."},
        {"teams.more_tickets", "还有 {0} 张，见 --full", "{0} more {0:ticket|tickets}: --full."},
        {"teams.nobody", "没有可排名的人", "Nobody has anything to rank."},
        {"teams.without_metric", "这些团队没有“{0}”这一项：{1}", "These teams have no figure “{0}”: {1}"},
        {"teams.left_out", "这些团队的文件有错，没有算进去：{0}",
         "these teams are left out, since their files have errors: {0}"},
        {"teams.no_team_in", "{0} 里没有 teamctl.yaml，跳过", "{0} holds no teamctl.yaml and is passed over"},
        {"teams.none", "没有团队目录：“{0}”", "no team directory: “{0}”"},
        {"teams.like", "写各团队所在的文件夹，用引号，如 --teams 'teams/*'",
         "name the folders of the teams, in quotes: --teams 'teams/*'"},
        {"teams.same_id", "两个团队的编号都是“{0}”：{1} 和 {2}", "two teams have the id “{0}”: {1} and {2}"},
        {"teams.give_id", "在 teamctl.yaml 里各写一个 id:", "give each an id: in its teamctl.yaml"},
        {"teams.no_events", "多个团队的待办不做成日历", "what is due in several teams is no calendar"},
        {"teams.not_with", "--{0} 不能和 --teams 一起用", "--{0} does not go with --teams"},
        {"teams.one_team", "只看一个团队：teamctl -C 团队目录 ……", "ask the one team: teamctl -C DIR …"},
        {"teams.site_done", "{0} 个团队，写了 {1} 页，删了 {2} 页：{3}",
         "{0} {0:team|teams}, {1} pages written, {2} removed: {3}"},
        {"teams.old_pages", "{0} 是不再列出的团队的网页，没有动",
         "{0} has the pages of a team that is no longer asked for; it was left as it is"},
    };
    return words;
}

}  // namespace teamctl::lang
