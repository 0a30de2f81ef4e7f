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
        {"cli.bad_period", "日期看不懂：“{0}”", "“{0}” is not a date or period"},
        {"cli.bad_today", "看不懂的日期“{0}”", "“{0}” is not a date"},
        {"cli.bad_value", "--{0} 不接受“{1}”", "--{0} does not take “{1}”"},
        {"cli.common_options", "通用选项：", "Common options:"},
        {"cli.date_like", "例如 2026-11-23 或 2026-11-23T09:00", "such as 2026-11-23 or 2026-11-23T09:00"},
        {"cli.files_have_errors", "文件有错误，先改好（teamctl check 列出全部问题）；没有写入任何内容",
         "The files have errors; mend them first (teamctl check lists them all). Nothing was written."},
        {"cli.left_out",
         "提醒：{0} 处记录有错，没有算进数字，或没有算全，如 {1}:{2} {3}；teamctl check 列出全部",
         "warning: {0} {0:mistake|mistakes} in records; the figures leave that out, or count it in part: "
         "{1}:{2} {3}; "
         "teamctl check lists them all"},
        {"cli.formats", "格式：{0}", "Formats: {0}"},
        {"cli.init_one", "用 teamctl init 目录 新建一个，teamctl demo 目录 看示例，或用 -C 指定目录",
         "make one with teamctl init DIR, look at an example with teamctl demo DIR, or name one with -C"},
        {"cli.make_folder", "先建好目录：mkdir -p {0}", "make it first: mkdir -p {0}"},
        {"cli.missing_word", "缺少 {0}：{1}", "{0} is missing: {1}"},
        {"cli.missing_argument", "缺少 {0}", "{0} is missing"},
        {"cli.more_help",
         "详细：teamctl help 命令，teamctl help options（通用选项），\n"
         "      teamctl help tutorial（教程），teamctl help files（团队的文件）",
         "More: teamctl help COMMAND, teamctl help options (of every command),\n"
         "      teamctl help tutorial, teamctl help files (what a team's files hold)"},
        {"cli.files", "团队目录里的文件：", "The files of a team:"},
        {"cli.more_on_files", "每种文件的字段：teamctl schema 种类，man teamctl-files",
         "The keys of each: teamctl schema KIND, man teamctl-files"},
        {"cli.options_too",
         "通用选项：-C 目录、--today 日期、-f 格式、-o 文件、--open、-q、-v 等；\n"
         "全部见 teamctl help options",
         "Common options: -C DIR, --today DATE, -f FORMAT, -o FILE, --open, -q, -v …;\n"
         "all of them: teamctl help options"},
        {"cli.own_file_for", "{0} 是团队自己的文件，--{1} 不写到它上面",
         "{0} is a file of the team, which --{1} does not replace"},
        {"cli.own_file", "{0} 是团队自己的文件，--output 不写到它上面",
         "{0} is a file of the team itself; --output does not write over it"},
        {"cli.format_contradicts", "--format {0} 和 --output {1} 的后缀对不上",
         "--format {0} and the ending of --output {1} contradict each other"},
        {"cli.format_or_ending", "去掉 --format，或者让文件名以 {0} 结尾",
         "leave out --format, or let the file end in {0}"},
        {"cli.format_not_made", "{0} 不输出 {1} 文件", "{0} makes no {1} file"},
        {"cli.not_for_terminals", "{0} 是工作簿，不能显示在终端上，要写进文件",
         "{0} is a workbook, which no terminal shows: it goes into a file"},
        {"cli.no_opener", "没有能打开它的浏览器；文件还在 {0}",
         "no browser opened it; the file stays at {0}"},
        {"cli.nothing_to_open", "{0} 没有网页可打开", "{0} has no page to open"},
        {"cli.open_these", "有网页的：agenda、schedule、summary、due 等能用 --format html 的命令",
         "commands that take --format html have one: agenda, schedule, summary, due …"},
        {"cli.other_output", "换一个文件名", "give another file name"},
        {"cli.no_folder", "没有目录 {0}，--output 写不进去", "no directory {0} to write --output into"},
        {"cli.no_team", "{0} 及其上级目录里没有 teamctl.yaml", "no teamctl.yaml in {0} or above it"},
        {"cli.option_needs_value", "{0} 后面要有一个值", "{0} needs a value"},
        {"cli.period_like",
         "例如 2026-11、2026-11-23、12/1、2026-W48、2026-11-01..2026-11-15、本月、上周、下周一、-3d",
         "such as 2026-11, 2026-11-23, 12/1, 2026-W48, 2026-11-01..2026-11-15, this month, last week, -3d"},
        {"cli.read_files", "读了 {0} 个文件，{1} 条记录", "read {0} files, {1} records"},
        {"cli.from_closing", "从截至{0:year}的月末封存算起", "from the closing up to {0:year}"},
        {"cli.reading", "正在读取文件……", "reading the files …"},
        {"cli.see_help", "teamctl help 列出所有命令和选项", "teamctl help lists all commands and options"},
        {"cli.see_help_of", "见 teamctl help {0}", "see teamctl help {0}"},
        {"cli.see_roster", "teamctl roster 列出所有人", "teamctl roster lists everybody"},
        {"cli.too_many", "多余的“{0}”", "“{0}” is one too many"},
        {"cli.unknown_command", "没有这个命令：{0}", "no such command: {0}"},
        {"cli.unknown_option", "没有这个选项：{0}", "no such option: {0}"},
        {"cli.flag_has_value", "{0} 后面不写值", "{0} takes no value"},
        {"cli.flag_alone", "只写 {0}；不要就不写", "write {0} alone, or leave it out"},
        {"cli.option_too_early", "{0} 要写在命令后面", "{0} belongs behind the command"},
        {"cli.option_behind", "这样写：teamctl {0} {1} …", "write: teamctl {0} {1} …"},
        {"cli.usage", "用法：{0}", "Usage: {0}"},
        {"man.name", "名称", "NAME"},
        {"man.about", "团队的花名册、会议、轮值和每天的记录，都是普通文件",
         "a team's roster, meetings, duties and daily records in plain files"},
        {"man.synopsis", "用法", "SYNOPSIS"},
        {"man.arguments", "参数", "ARGUMENTS"},
        {"man.options", "选项", "OPTIONS"},
        {"man.commands", "命令", "COMMANDS"},
        {"man.examples", "例子", "EXAMPLES"},
        {"man.exit", "退出码", "EXIT STATUS"},
        {"man.see_also", "另见", "SEE ALSO"},
        {"man.files", "文件", "FILES"},
        {"man.records", "记录的种类", "RECORDS"},
        {"man.files_about", "团队目录里的文件", "the files of a team directory"},
        {"man.common", "每个命令都有的选项见 teamctl(1)。",
         "The options of every command are in teamctl(1)."},
        {"man.more", "更详细的说明在英文手册里：LANG=C man {0}",
         "More is in the page of the sources: LANG=C man {0}"},
        {"man.required", "（必填）", " (required)"},
        {"man.one_of", "；可选：{0}", "; one of: {0}"},
        {"man.exit0", "完成。", "Done."},
        {"man.exit1", "完成，但有要处理的：check 查出错误，或 schedule 有位置排不上人。",
         "Done, and there is something to act on: errors that check found, or places that schedule left "
         "empty."},
        {"man.exit2", "命令写得不对。", "The command line is wrong."},
        {"man.exit3", "团队的文件或要写的记录有错误；没有写入任何内容。",
         "The files of the team, or a record to be written, have errors; nothing was written."},
        {"man.exit4", "系统出错：文件读不了、写不了，磁盘已满；没有丢失任何内容。",
         "The system failed: a file cannot be read or written, the disk is full. Nothing was lost."},
        {"cli.wrong_call", "命令写错了：{0}", "wrong call: {0}"},
        {"edit.again", "再改（e），留着以后改（q），还是放弃（x）？[e]",
         "edit again (e), keep it for later (q), or drop it (x)? [e]"},
        {"edit.close_again", "改记录，再运行 teamctl close",
         "change the records, and run teamctl close again"},
        {"edit.closing", "{0} 是封存，不能手改", "{0} is a closing, which nobody edits"},
        {"edit.file", "文件", "file"},
        {"edit.new_checklist",
         "# 新清单：谁、多久一次、查什么。全部字段：teamctl schema checklist\n"
         "name: {0}\n"
         "when: {{every: workday, from: {1}}}\n"
         "who: all\n"
         "items: [第一项, 第二项]",
         "# A new checklist: who, how often, what. All keys: teamctl schema checklist\n"
         "name: {0}\n"
         "when: {{every: workday, from: {1}}}\n"
         "who: all\n"
         "items: [the first thing, the second]"},
        {"edit.new_like", "要新建就说是哪一种：teamctl edit rota {0}（会议 meeting，清单 checklist）",
         "a new one is made by its kind: teamctl edit rota {0} (or meeting, checklist)"},
        {"edit.new_meeting",
         "# 新会议：什么时候、谁参加、谁主持、谈什么。全部字段：teamctl schema meeting\n"
         "name: {0}\n"
         "when: {{every: week, on: mon, start: \"09:00\", minutes: 30, from: {1}}}\n"
         "attend: all\n"
         "roles:                            # 一个角色一行，各要一个人\n"
         "  host: {{who: all}}\n"
         "agenda:\n"
         "  - {{item: 点名, minutes: 2, by: host, show: attendance}}",
         "# A new meeting: when, who comes, who hosts, what about. All keys: teamctl schema meeting\n"
         "name: {0}\n"
         "when: {{every: week, on: mon, start: \"09:00\", minutes: 30, from: {1}}}\n"
         "attend: all\n"
         "roles:                            # one a line, one person each\n"
         "  host: {{who: all}}\n"
         "agenda:\n"
         "  - {{item: Roll call, minutes: 2, by: host, show: attendance}}"},
        {"edit.new_queue",
         "# 新队列：按次序轮流。全部字段：teamctl schema queue\n"
         "name: {0}\n"
         "who: all",
         "# A new queue: by turns. All keys: teamctl schema queue\n"
         "name: {0}\n"
         "who: all"},
        {"edit.new_rota",
         "# 新值班：什么时候、几个岗位、谁来值。全部字段：teamctl schema rota\n"
         "name: {0}\n"
         "when: {{every: week, on: [sat, sun], start: \"09:00\", minutes: 480, from: {1}}}\n"
         "roles:   # 一个岗位一行，名字自己起；要两个人写 count: 2\n"
         "  duty: {{who: all}}",
         "# A new rota: when, how many posts, who serves. All keys: teamctl schema rota\n"
         "name: {0}\n"
         "when: {{every: week, on: [sat, sun], start: \"09:00\", minutes: 480, from: {1}}}\n"
         "roles:   # a post a line, of any name; for two people count: 2\n"
         "  duty: {{who: all}}"},
        {"edit.new_of", "新建一个：teamctl edit {0} 名字", "make one: teamctl edit {0} NAME"},
        {"edit.none_yet", "还没有{0}", "there is no {0} yet"},
        {"edit.no_names", "“{0}”不是按名字分文件的种类", "files of “{0}” have no names of their own"},
        {"edit.several", "“{0}”有 {1} 个文件", "“{0}” may be any of {1} files"},
        {"edit.unchanged", "没有改动：{0}", "unchanged: {0}"},
        {"edit.written", "已写入：{0}", "written: {0}"},
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
        {"init.line_twice", "“{0}”已经有了，这一行没有算；组名写在空格后面：王五 一组",
         "“{0}” is there already, this line does not count; a group stands behind a slash: Ann Lee / North"},
        {"init.name_twice", "“{0}”写了两次", "“{0}” is there twice"},
        {"init.next_steps",
         "接下来：\n  cd {0}\n  teamctl                         现在的情况，一屏看完\n  teamctl agenda       "
         "           今天的会议\n"
         "  teamctl schedule 本月 --write   排这个月剩下的班\n  roster.yaml                     "
         "谁会做什么，在这里改",
         "Next:\n  cd {0}\n  teamctl                                 how things stand, on one screen\n  "
         "teamctl agenda                          today's meetings\n"
         "  teamctl schedule 'this month' --write   plan the rest of this month\n  roster.yaml               "
         "              who can do what: change it there"},
        {"init.no_time", "时间看不懂：{0}，写成 09:00", "no time of day: {0}; write it like 09:00"},
        {"init.not_empty", "{0} 不是空目录，没有写入任何文件", "{0} is not empty; nothing was written"},
        {"init.not_taken", "{0} 第 {1} 行 {2}“{3}”没有读入：{4}",
         "{0}, row {1}: {2} “{3}” was not taken: {4}"},
        {"init.other_directory", "换一个目录", "choose another directory"},
        {"init.roster_people", "花名册：先写组，再写人。id 定了就别改，记录里都用它。",
         "The roster: units first, then people. Ids stay, records use them."},
        {"init.roster_skills",
         "skills 是会做什么，主持、主讲、值班按它选人；先给每个人都写全了，不会的删掉。",
         "skills say what somebody can do, and roles go by them; everybody begins with all, so delete what "
         "is not so."},
        {"init.too_few", "一个团队至少要两个人", "a team has at least two people"},
        {"init.unknown_template", "没有这个模板：{0}", "no such template: {0}"},
        {"init.use_here", "就在这里建，加 --here", "add --here to make it there all the same"},
        {"rename.again", "再运行一次", "run it again"},
        {"rename.another", "换一个编号", "choose another id"},
        {"rename.cannot_change", "这里的编号改不动", "the id cannot be changed here"},
        {"rename.changed_meanwhile", "这个文件刚被改过，什么都没有写入",
         "this file has changed meanwhile; nothing was written"},
        {"rename.done", "{0} 已改为 {1}", "{0} is {1} now"},
        {"rename.in_all", "共 {0} 处，{1} 个文件", "{0} places in {1} files"},
        {"rename.in_file", "{0}：{1} 处", "{0}: {1}"},
        {"rename.in_folder", "{0}：{1} 处，{2} 个文件", "{0}: {1}, in {2} files"},
        {"rename.file_moves", "{0} → {1}", "{0} → {1}"},
        {"rename.kinds", "person（人）、role（角色）、series（会议或值班）、checklist（清单）",
         "person, role, series, checklist"},
        {"rename.no_id", "“{0}”不能当编号", "“{0}” cannot be an id"},
        {"rename.not_yet", "还没有写入；加 --write 就写", "nothing is written yet; --write does it"},
        {"rename.of_what", "不能改“{0}”", "“{0}” is nothing that can be renamed"},
        {"rename.role", "角色", "role"},
        {"rename.taken_already", "已经有“{0}”了", "“{0}” is there already"},
        {"rename.taken", "“{0}”已经是{1}的", "“{0}” is taken by {1}"},
        {"rename.would_act", "叫“{0}”的角色另有作用（teamctl help files），现在这个没有",
         "a role called “{0}” does something of its own (teamctl help files), this one does not"},
        {"rename.write_plainly", "写在一行里，不用转义", "write it on one line and without escapes"},
        {"store.not_removable", "第 {0} 行不是单独的一条，没有动它",
         "line {0} is not a record of its own; nothing was changed"},
        {"store.not_appendable", "文件末尾接不上新的一条，没有写入",
         "the file does not end in a list that can go on; nothing was written"},
        {"page.and_more", "{0}（还有 {1} 项）", "{0} ({1} more)"},
        {"page.as_above", "同上", "as above"},
        {"page.cut", "其余见 --full", "The rest: --full."},
        {"page.left_out", "另有：{0}（--full）", "Also: {0} (--full)"},
        {"page.more_rows", "还有 {0} 项", "{0} more"},
        // ---- What the renderers themselves say.
        {"render.axis_from", "纵轴从 {0} 起", "the axis starts at {0}"},
        {"render.cancelled", "（取消）{0}", "Cancelled: {0}"},
        {"render.colon", "：", ": "},
        {"render.overview", "概要", "Overview"},
        {"render.data", "数据", "Data"},
        {"render.day_off", "休息日", "day off"},
        {"render.error", "错误：", "error: "},
        {"render.errors", "{0} 处错误", "{0} errors"},
        {"render.first_only", "以上只列出 {0} 处；全部看 teamctl check --full",
         "Only {0} are shown; teamctl check --full shows all."},
        {"render.kind", "{0}：共 {1} 处", "{0} ({1} times)"},
        {"render.kinds", "{0}：{1} 种，共 {2} 处", "{0}: {1} different ones, {2} times in all"},
        {"render.kinds_of_example", "{0}：{1} 个名字，共 {2} 处，多半是示例记录",
         "{0}: {1} names, {2} times in all; most likely records of an example team"},
        {"render.kinds_of_names", "{0}：{1} 个名字，共 {2} 处", "{0}: {1} names, {2} times in all"},
        {"render.more_kinds", "另有 {0} 类问题", "and {0} more kinds of problem"},
        {"render.not_listed", "{0} 处没有列出", "{0} that are not listed"},
        {"render.one_error", "1 处错误", "1 error"},
        {"render.one_warning", "1 处提醒", "1 warning"},
        {"render.total", "共 {0}", "In all: {0}"},
        {"render.warnings", "{0} 处提醒", "{0} warnings"},
        {"render.hint", "提示：{0}", "hint: {0}"},
        {"render.more_lines", "……还有 {0} 行", "… {0} more lines"},
        {"render.none", "（无）", "(none)"},
        {"render.nothing_there", "无", "none"},
        {"render.qr", "扫码看最新安排", "Scan for the current plan"},
        {"render.notice", "注意", "Note"},
        {"render.more_problems", "还有 {0} 处问题没有列出", "{0} more problems, which are not listed"},
        {"render.see_also", "另见 {0}", "see also {0}"},
        {"render.source", "据{0}截至{1:year}的记录", "From the records of {0} as of {1:year}"},
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
        {"site.in_team", "{0} 在放团队文件的文件夹里，网页不写到那里",
         "{0} lies in a folder of the team’s own files, where no pages are written"},
        {"help.tutorial",
         "第一个小时，一步一步（$ 后面是要打的；不知道写什么就按 Tab）：\n"
         "\n"
         "1. 建自己的团队\n"
         "  $ teamctl init 我的团队        在终端里会问队名、人员、每天几点开会\n"
         "  $ cd 我的团队\n"
         "  $ teamctl check                没有问题就可以用了\n"
         "2. 改成自己的样子\n"
         "  $ teamctl edit 花名册          人、分组、技能；存盘时检查\n"
         "  $ teamctl roster add 孙梅      以后来了新人\n"
         "  $ teamctl edit 晨会            时间、角色、议程\n"
         "  $ teamctl help files           还有哪些文件\n"
         "3. 排班\n"
         "  $ teamctl schedule 下月        先看\n"
         "  $ teamctl schedule 下月 --write\n"
         "4. 每天\n"
         "  $ teamctl                      一屏：谁不在、谁值班、什么逾期\n"
         "  $ teamctl agenda               早会照着念\n"
         "  $ teamctl log 表扬 李磊 主动顶班\n"
         "  $ teamctl leave 王丽 病假      请假，谁顶班\n"
         "  $ teamctl due                  还有什么没办\n"
         "  $ teamctl log --undo           记错了就收回\n"
         "5. 月末\n"
         "  $ teamctl summary 本月\n"
         "  $ teamctl award 本月\n"
         "  $ teamctl close 本月\n"
         "6. 存进 git，多人一起用\n"
         "  $ git init && teamctl hook install && git add -A && git commit -m 开始\n"
         "\n"
         "想先看例子：teamctl demo 看看",
         "The first hour in steps (type what follows the $; press Tab where you are not sure):\n"
         "\n"
         "1. Make your team\n"
         "  $ teamctl init my-team         at a terminal it asks for name, people and meeting\n"
         "  $ cd my-team\n"
         "  $ teamctl check                nothing wrong: it is ready\n"
         "2. Make it yours\n"
         "  $ teamctl edit roster          people, groups, skills; checked as you save\n"
         "  $ teamctl roster add 'Sun Mei' somebody who joins later\n"
         "  $ teamctl edit morning         time, roles and items of the meeting\n"
         "  $ teamctl help files           which other files there are\n"
         "3. Plan the rota\n"
         "  $ teamctl schedule 'next month'\n"
         "  $ teamctl schedule 'next month' --write\n"
         "4. Every day\n"
         "  $ teamctl                      one screen: who is away, on duty, what is late\n"
         "  $ teamctl agenda               to be read aloud\n"
         "  $ teamctl log praise liqiang 'stood in'\n"
         "  $ teamctl leave wangli sick    leave, and who stands in\n"
         "  $ teamctl due                  what waits\n"
         "  $ teamctl log --undo           takes a wrong record back\n"
         "5. At the end of the month\n"
         "  $ teamctl summary 'this month'\n"
         "  $ teamctl award 'this month'\n"
         "  $ teamctl close 'this month'\n"
         "6. Keep it in git, for several people\n"
         "  $ git init && teamctl hook install && git add -A && git commit -m Start\n"
         "\n"
         "An example to look at: teamctl demo look"},
        {"own.alias", "别名 {0}", "alias {0}"},
        {"own.alias_is", "{0} 是 {1}（{2}）", "{0} stands for {1} ({2})"},
        {"own.bad_name", "“{0}”不能作别名", "“{0}” cannot be an alias"},
        {"own.color", "颜色", "colour"},
        {"own.default", "默认", "by default"},
        {"own.directory", "团队目录", "team directory"},
        {"own.environment", "环境变量 {0}", "environment variable {0}"},
        {"own.is_command", "“{0}”本来就是命令，不能作别名", "“{0}” is a command, which no alias replaces"},
        {"own.language", "语言", "language"},
        {"own.locale", "系统的语言设置", "the locale"},
        {"own.none", "没有", "none"},
        {"own.one_word", "别名是一个词，不含空格和等号，也不以 - 开头",
         "an alias is one word without blanks and =, and does not begin with -"},
        {"own.option", "选项 {0}", "option {0}"},
        {"own.origin", "{0}：{1}（{2}）", "{0}: {1} ({2})"},
        {"own.other_name", "换一个名字", "give it another name"},
        {"own.pager", "分页程序", "pager"},
        {"own.too_large", "文件太大", "the file is too large"},
        {"own.upwards", "从当前目录向上找", "from here upwards"},
        {"own.who", "我是", "who I am"},
        {"site.month", "{0}", "{0}"},
        {"site.months", "月份", "Months"},
        {"site.no_plan", "这个月还没有公布的排班", "No plan is published for this month."},
        {"site.nobodys", "不属于某个人", "Nobody’s"},
        {"site.not_ours", "{0} 里有别的文件，不往里写", "{0} holds other files and is not written to"},
        {"site.of_month", "{0}", "{0}"},
        {"site.other_folder", "换一个空文件夹，或还不存在的文件夹",
         "name an empty folder, or one that is not there yet"},
        {"site.pages", "导航", "Pages"},
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
