// The program itself: calls, help, what all areas share.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_program() {
    static constexpr Word words[] = {
        // ---- What the command line says.
        {"check.any_other_business", "不要设“还有别的事吗”这类议程", "no “any other business” item"},
        {"check.bad_rrule", "不是正确的 RFC 5545 规则：{0}", "not a rule of RFC 5545: {0}"},
        {"check.bad_zone", "不认识的时区“{0}”", "unknown time zone “{0}”"},
        {"check.name_the_subject", "把要谈的事直接列成议程", "name the subject itself"},
        {"check.no_occurrence", "{0} 在{1}没有安排", "{0} does not fall on {1}"},
        {"check.not_employed", "{0}在{1}不在职", "{0} is not employed on {1}"},
        {"check.too_many_attendees", "{0}有 {1} 人参加，上限 {2} 人",
         "{0} has {1} attendees, at most {2} are wanted"},
        {"check.unit_size", "{0}有 {1} 人，应为 {2} 到 {3} 人", "{0} has {1} people, {2} to {3} are wanted"},
        {"cli.about", "teamctl：团队的花名册、会议、轮值与每日记录，纯文本，一个命令",
         "teamctl: a team's roster, meetings, duties and daily records in plain files"},
        {"cli.bad_days", "天数要写 0 到 366：“{0}”", "days are a number from 0 to 366, not “{0}”"},
        {"cli.none_there", "这里还一个都没有", "there is none here yet"},
        {"cli.one_day", "这里要写一天，不是一段时间：“{0}”", "one day is meant here, not a period: “{0}”"},
        {"cli.bad_period", "看不懂的期间“{0}”", "“{0}” is not a period"},
        {"cli.bad_today", "看不懂的日期“{0}”", "“{0}” is not a date"},
        {"cli.bad_value", "--{0} 不接受“{1}”", "--{0} does not take “{1}”"},
        {"cli.commands", "命令：", "Commands:"},
        {"cli.common_options", "通用选项：", "Common options:"},
        {"cli.date_like", "例如 2026-11-23 或 2026-11-23T09:00", "such as 2026-11-23 or 2026-11-23T09:00"},
        {"cli.files_have_errors", "文件有错误，先改好（teamctl check 列出全部问题）；没有写入任何内容",
         "The files have errors; mend them first (teamctl check lists them all). Nothing was written."},
        {"cli.formats", "格式：{0}", "Formats: {0}"},
        {"cli.init_one", "用 teamctl init 目录 新建一个，teamctl demo 目录 看示例，或用 -C 指定目录",
         "make one with teamctl init DIR, look at an example with teamctl demo DIR, or name one with -C"},
        {"cli.make_folder", "先建好目录：mkdir -p {0}", "make it first: mkdir -p {0}"},
        {"cli.missing_argument", "缺少 {0}", "{0} is missing"},
        {"cli.more_help", "teamctl help 命令 看每个命令的用法", "teamctl help COMMAND tells more of each"},
        {"cli.own_file_for", "{0} 是团队自己的文件，--{1} 不写到它上面",
         "{0} is a file of the team, which --{1} does not replace"},
        {"cli.own_file", "{0} 是团队自己的文件，--output 不写到它上面",
         "{0} is a file of the team itself; --output does not write over it"},
        {"cli.other_output", "换一个文件名", "give another file name"},
        {"cli.no_folder", "没有目录 {0}，--output 写不进去", "no directory {0} to write --output into"},
        {"cli.no_team", "{0} 及其上级目录里没有 teamctl.yaml", "no teamctl.yaml in {0} or above it"},
        {"cli.option_needs_value", "{0} 后面要有一个值", "{0} needs a value"},
        {"cli.period_like",
         "例如 2026-11、2026-11-23、12/1、2026-W48、2026-11-01..2026-11-15、本月、上周、下周一、-3d",
         "such as 2026-11, 2026-11-23, 12/1, 2026-W48, 2026-11-01..2026-11-15, this month, last week, -3d"},
        {"cli.no_manual", "这里没有安装手册页", "the manual is not installed here"},
        {"cli.install_manual", "cmake --install 会装上；源码里是 man/teamctl-tutorial.7",
         "cmake --install puts it in its place; in the sources it is man/teamctl-tutorial.7"},
        {"cli.read_files", "读了 {0} 个文件，{1} 条记录", "read {0} files, {1} records"},
        {"cli.from_closing", "从截至{0:year}的月末结账算起", "from the closing up to {0:year}"},
        {"cli.reading", "正在读取文件……", "reading the files …"},
        {"cli.see_help", "teamctl help 列出所有命令和选项", "teamctl help lists all commands and options"},
        {"cli.see_help_of", "见 teamctl help {0}", "see teamctl help {0}"},
        {"cli.too_many", "多余的“{0}”", "“{0}” is one too many"},
        {"cli.unknown_command", "没有这个命令：{0}", "no such command: {0}"},
        {"cli.unknown_option", "没有这个选项：{0}", "no such option: {0}"},
        {"cli.usage", "用法：{0}", "Usage: {0}"},
        {"cli.wrong_call", "命令写错了：{0}", "wrong call: {0}"},
        {"init.ask_name", "团队名 [{0}]：", "Name of the team [{0}]: "},
        {"init.ask_people",
         "团队成员，一行一位；分组的话，空一格写组名（王五 "
         "一组）。\n第一位是负责人，每组第一位是组长；输完按回车结束。",
         "The people, one a line; a group stands behind a slash (Ann Lee / North).\n"
         "The first leads the team, the first of each group the group; an empty line ends the list."},
        {"init.ask_person", "  {0}. ", "  {0}. "},
        {"init.ask_time", "{0}几点开始 [{1}]：", "When does {0} begin [{1}]: "},
        {"init.demo_steps",
         "接下来：\n  cd {0}\n  teamctl agenda 2026-11-30     这一天的会议\n  teamctl schedule 2026-12      "
         "排 "
         "12 月的班\n"
         "  teamctl summary 2026-11       11 月总结\n人和记录都是虚构的；建自己的团队用 teamctl init。",
         "Next:\n  cd {0}\n  teamctl agenda 2026-11-30     the meetings of that day\n  teamctl schedule "
         "2026-12      plan December\n"
         "  teamctl summary 2026-11       what November was like\nPeople and records are invented; teamctl "
         "init "
         "makes a team of your own."},
        {"init.in_the_way", "{0} 已经存在，没有写入任何文件", "{0} is there already; nothing was written"},
        {"init.made", "已在 {0} 建好团队目录，共 {1} 个文件", "Made a team directory in {0} with {1} files."},
        {"init.name_apart", "名字后面加点什么区分开，比如 李磊（大）",
         "tell them apart, as in Ann Lee (north)"},
        {"init.name_twice", "“{0}”写了两次", "“{0}” is there twice"},
        {"init.next_steps",
         "接下来：\n  cd {0}\n  teamctl                    现在的情况，一屏看完\n  teamctl agenda            "
         " 今天的会议\n"
         "  teamctl schedule 本月 --write   排这个月剩下的班\n  teamctl edit roster        改花名册",
         "Next:\n  cd {0}\n  teamctl                    how things stand, on one screen\n  teamctl agenda    "
         "         "
         "today's meetings\n"
         "  teamctl schedule 'this month' --write   plan the rest of this month\n  teamctl edit roster       "
         " change the roster"},
        {"init.no_time", "时间看不懂：{0}，写成 09:00", "no time of day: {0}; write it like 09:00"},
        {"init.not_empty", "{0} 不是空目录，没有写入任何文件", "{0} is not empty; nothing was written"},
        {"init.not_taken", "{0} 第 {1} 行 {2}“{3}”没有读入：{4}",
         "{0}, row {1}: {2} “{3}” was not taken: {4}"},
        {"init.other_directory", "换一个目录", "choose another directory"},
        {"init.roster_people", "花名册：先写组，再写人。id 定了就别改，记录里都用它；改名用 teamctl rename。",
         "The roster: units first, then people. Ids stay, records use them; teamctl rename changes one "
         "everywhere."},
        {"init.roster_skills",
         "skills 是会做什么，主持、主讲、值班按它选人；先给每个人都写全了，不会的删掉。",
         "skills say what somebody can do, and roles go by them; everybody begins with all, so delete what "
         "is not so."},
        {"init.too_few", "一个团队至少要两个人", "a team has at least two people"},
        {"init.unknown_template", "没有这个模板：{0}", "no such template: {0}"},
        {"init.use_here", "就在这里建，加 --here", "add --here to make it there all the same"},
        {"store.not_removable", "第 {0} 行不是单独的一条，没有动它",
         "line {0} is not a record of its own; nothing was changed"},
        {"store.not_appendable", "文件末尾接不上新的一条，没有写入",
         "the file does not end in a list that can go on; nothing was written"},
        // ---- What the renderers themselves say.
        {"render.cancelled", "（取消）{0}", "Cancelled: {0}"},
        {"render.colon", "：", ": "},
        {"render.day_off", "休息日", "day off"},
        {"render.error", "错误：", "error: "},
        {"render.hint", "提示：{0}", "hint: {0}"},
        {"render.more_lines", "……还有 {0} 行", "… {0} more lines"},
        {"render.none", "（无）", "(none)"},
        {"render.notice", "注意", "Note"},
        {"render.more_problems", "还有 {0} 处问题没有列出", "{0} more problems, which are not listed"},
        {"render.see_also", "另见 {0}", "see also {0}"},
        {"render.today", "今天", "today"},
        {"render.warning", "提醒：", "warning: "},
        // ---- site
        {"site.agenda", "今天的议程", "Agenda of today"},
        {"site.as_it_is", "{0} 已是最新，没有改动", "{0} is up to date, nothing was written"},
        {"site.asset", "资产", "asset"},
        {"site.assets", "资产", "Assets"},
        {"site.awards", "奖项", "Awards"},
        {"site.calendar", "日历", "Calendar"},
        {"site.checklists", "检查", "Checklists"},
        {"site.done", "共 {0} 页，写了 {1} 页，删了 {2} 页：{3}", "{0} pages, {1} written, {2} removed: {3}"},
        {"site.due", "待办", "Due"},
        {"site.figure", "数据来源", "figure"},
        {"site.figure_of", "{1}{0}", "{0}, {1}"},
        {"site.month", "{0}", "{0}"},
        {"site.no_plan", "这个月还没有公布的排班", "No plan is published for this month."},
        {"site.nobodys", "不属于某个人", "Nobody’s"},
        {"site.not_ours", "{0} 里有别的文件，不往里写", "{0} holds other files and is not written to"},
        {"site.of_month", "{0}", "{0}"},
        {"site.other_folder", "换一个空文件夹，或还不存在的文件夹", "name an empty folder, or one that is not there yet"},
        {"site.people", "人员", "People"},
        {"site.person", "人员", "person"},
        {"site.plan_title", "{0} {1}排班", "{0}: rota, {1}"},
        {"site.records", "记录", "Records"},
        {"site.rota", "排班", "Rota"},
        {"site.search", "搜索", "Search"},
        {"site.standings", "龙虎榜", "Standings"},
        {"site.summary", "月度总结", "Summary"},
        {"site.ticket", "工单", "ticket"},
        {"site.tickets", "工单", "Tickets"},
        {"site.today", "今天", "Today"},
        {"site.working", "正在生成网页……", "making the pages…"},
    };
    return words;
}

}  // namespace teamctl::lang
