#include "report/agenda.hpp"

#include <doctest/doctest.h>

#include "team.hpp"

using namespace teamctl;
using test::AgendaFiles;
using test::contains;

TEST_CASE("the roll call names who is expected, who is away and why (D3.2)") {
    AgendaFiles files;
    files.set("leave/2026.yaml",
              "- {who: wangli, from: 2026-11-24, to: 2026-11-24, kind: business}\n"
              "- {who: liqiang, from: 2026-11-24, to: 2026-11-24, kind: private, half: pm}\n");
    const auto text = files.text("2026-11-24");
    CHECK(contains(text, "应到 2 人：张伟、李强"));  // half a day after the meeting does not matter
    CHECK(contains(text, "不在 2 人：王丽（公出，搭档张伟）、许婷（今天不上班）"));
    const auto json = files.json("2026-11-24");
    CHECK(contains(json, "\"who\": \"wangli\",\n      \"reason\": \"business\""));
    CHECK(contains(json, "\"half\": \"pm\""));  // away on that day all the same
}

TEST_CASE("who joins soon is announced, who joins today is welcomed") {
    AgendaFiles files;
    files.set("roster.yaml", files.at("roster.yaml") + "  - {id: wuhao, name: 吴昊, joined: 2026-11-25}\n");
    CHECK(contains(files.text("2026-11-24"), "吴昊（11月25日入职）"));
    CHECK(contains(files.text("2026-11-25"), "欢迎新同事：吴昊"));
}

TEST_CASE("yesterday is summed up; over a weekend nothing is lost (D1.1)") {
    AgendaFiles files;
    files.log("2026-11-20",
              "- attendance: {meeting: morning, late: [liqiang], present: rest}\n"
              "- customer: {id: c1, name: 王先生, owner: zhangwei}\n"
              "- deal: {id: d1, who: zhangwei, customer: c1, amount: 18250.00}\n"
              "- visit: {who: liqiang, client: 铁路物资}\n"
              "- action: {id: a1, who: liqiang, text: 修门}\n");
    files.log("2026-11-22",
              "- done: {id: a1, by: liqiang}\n- problem: {id: p1, who: wangli, text: 网络慢}\n");
    const auto text = files.text("2026-11-23");
    CHECK(contains(text, "11月20日 周五以来"));
    CHECK(contains(text, "晨会到会 4/4 人：迟到 李强"));
    CHECK(contains(text, "新客户 1 位：张伟"));
    CHECK(contains(text, "成交 1 单，18,250 元：张伟"));
    CHECK(contains(text, "拜访 1 次：李强"));
    CHECK(contains(text, "办结：修门（李强）"));
    CHECK(contains(text, "新问题：网络慢（王丽）"));
    CHECK(contains(text, "工作日记交了 0/4 份：没交 王丽、张伟、李强、许婷"));
}

TEST_CASE("a payment is told with whoever made the deal") {
    AgendaFiles files;
    files.log("2026-11-20",
              "- customer: {id: c1, name: 王先生, owner: zhangwei}\n"
              "- deal: {id: d1, who: zhangwei, customer: c1, amount: 500}\n");
    files.log("2026-11-23",
              "- payment: {deal: d1, amount: 300}\n- payment: {deal: d1, amount: 200, by: wangli}\n");
    CHECK(contains(files.text("2026-11-24"), "回款 2 笔，500 元：张伟 300、张伟 200"));
}

TEST_CASE("tomorrow's meeting is called off") {
    AgendaFiles files;
    files.log("2026-11-25", "- cancel: {meeting: morning, reason: 停电, told: all}\n");
    CHECK(contains(files.text("2026-11-24"), "11月25日 周三 晨会取消"));
}

TEST_CASE("what the rules ask for every day: who did not hand it in, and who did too late (D13.2)") {
    AgendaFiles files;
    files.log(
        "2026-11-23",
        "- diary: {who: wangli, did: x, at: \"18:00\"}\n- diary: {who: zhangwei, did: x, at: \"18:01\"}\n"
        "- diary: {who: liqiang, did: x}\n");
    CHECK(contains(files.text("2026-11-24"), "工作日记交了 3/4 份：没交 许婷；迟交 张伟"));
}

TEST_CASE("targets: the team with the time gone, units, people from the farthest on (D9.2)") {
    AgendaFiles files;
    files.set("meetings/morning.yaml",
              AgendaFiles::morning({},
                                   "  - {item: 目标, minutes: 1, by: host, show: targets}\n"
                                   "  - {item: 龙虎榜, minutes: 1, by: host, show: standings}\n"
                                   "  - {item: 本月, minutes: 1, by: host, show: month}\n"));
    files.set("rules.yaml", "follow_up: {every_days: 3}\n");
    files.set("targets.yaml", "- {period: 2026-11, metric: sales, amount: 40000.00, split: person}\n");
    files.log("2026-11-10",
              "- customer: {id: c1, name: 甲, owner: liqiang}\n"
              "- deal: {id: d1, who: liqiang, customer: c1, amount: 12000.00}\n"
              "- points: {who: wangli, points: 3, reason: 救场}\n");
    const auto text = files.text("2026-11-24");
    CHECK(contains(text, "业绩 12,000 元 / 40,000 元，完成 30.0 %"));
    CHECK(contains(text, "工作日已过 16/21 天（76.2 %）"));
    CHECK(contains(text, "李强 120.0 %、王丽 0.0 %"));
    CHECK(contains(text, "第 1 名 王丽：3 分，0 元"));
    CHECK_FALSE(contains(text, "末位"));
    CHECK(contains(text, "2026年11月，到11月23日 周一为止"));
    CHECK(contains(files.json("2026-11-24"), "\"target\": \"40000.00\""));
    // On the first working day of a month there is only the month before to look back on.
    CHECK(contains(files.text("2026-12-01"), "2026年11月，按积分"));
}

TEST_CASE("a meeting that nobody recorded is said to be so (teamctl-rules(7), example 3)") {
    AgendaFiles files;
    files.log("2026-11-23", "[]\n");
    CHECK_FALSE(contains(files.text("2026-11-24"), "考勤没有记录"));  // a team that begins today
    files.log("2026-11-20", "- note: {text: 开始用了}\n");
    CHECK(contains(files.text("2026-11-24"), "晨会考勤没有记录"));
    CHECK(contains(files.json("2026-11-24"), "\"kind\": \"attendance\""));
    files.log("2026-11-23", "- cancel: {meeting: morning, reason: 停电, told: all}\n");
    CHECK_FALSE(contains(files.text("2026-11-24"), "考勤没有记录"));
}

TEST_CASE("praise since the last meeting (D1.32)") {
    AgendaFiles files;
    files.log("2026-11-23",
              "- praise: {who: wangli, for: 早到, at: \"08:00\"}\n"
              "- praise: {who: zhangwei, for: 救场, by: wangli, at: \"09:30\"}\n");
    files.log("2026-11-24", "- praise: {who: liqiang, for: 让座, at: \"10:00\"}\n");
    const auto text = files.text("2026-11-24");
    CHECK(contains(text, "张伟：救场（王丽表扬）"));
    CHECK_FALSE(contains(text, "早到"));
    CHECK_FALSE(contains(text, "让座"));
}

TEST_CASE("the topic with lecturer, form and the problem it comes from (D1.8)") {
    AgendaFiles files;
    files.log("2026-11-10", "- problem: {id: p1, who: wangli, text: 客户嫌贵}\n");
    files.set("topics.yaml", "- {id: price, title: 异议处理, from: p1, note: 带报价单}\n");
    files.set("plans/2026-11.yaml",
              "- {date: 2026-11-24, series: morning, host: wangli, lecturer: zhangwei, backup: liqiang, "
              "topic: 异议处理, "
              "format: 演练}\n");
    const auto text = files.text("2026-11-24");
    CHECK(contains(text, "主持：王丽；主讲：张伟；备选：李强"));
    CHECK(contains(text, "异议处理（主讲：张伟，形式：演练）"));
    CHECK(contains(text, "来自王丽 11月10日提的问题：客户嫌贵"));
    CHECK(contains(text, "提示：带报价单"));
    CHECK(contains(text, "客户嫌贵（王丽，11月10日） → 11月24日 周二专题"));
    const auto json = files.json("2026-11-24");
    CHECK(contains(json, "\"topic\": \"异议处理\",\n      \"format\": \"演练\""));
    CHECK(contains(json, "\"host\": [\n          \"wangli\"\n        ]"));
}

TEST_CASE("customers who wait too long, and actions past their date (D13.3)") {
    AgendaFiles files;
    files.log("2026-11-20", "- customer: {id: c1, name: 王先生, owner: zhangwei}\n");
    files.log("2026-11-21", "- customer: {id: c2, name: 李女士, owner: zhangwei}\n");
    files.log("2026-11-22", "- action: {id: a1, who: liqiang, text: 修门, due: 2026-11-23, urgent: true}\n");
    const auto text = files.text("2026-11-24");
    CHECK(contains(text, "张伟要补联系：王先生（超 1 天）"));
    CHECK(contains(text, "张伟今天联系：李女士"));
    CHECK(contains(text, "修门（李强，紧急，11月23日到期，已过 1 天）"));
    const auto json = files.json("2026-11-24");
    CHECK(contains(json,
                   "\"kind\": \"follow_up\",\n      \"who\": \"zhangwei\",\n      \"what\": \"王先生\",\n"
                   "      \"date\": \"2026-11-23\""));
}

TEST_CASE("what was done on the day itself is ticked") {
    AgendaFiles files;
    files.log("2026-11-22", "- action: {id: a1, who: liqiang, text: 修门, due: 2026-11-24}\n");
    CHECK(contains(files.text("2026-11-24"), "[ ] 修门"));
    files.log("2026-11-24", "- done: {id: a1}\n");
    CHECK(contains(files.text("2026-11-24"), "[x] 修门"));
    files.log("2026-11-24", "- done: {id: a1, at: \"09:40\"}\n");
    CHECK(contains(files.text("2026-11-24"), "[ ] 修门"));  // at 08:00 nobody knows
    CHECK(contains(test::shown(files.report("2026-11-24", "2026-11-24T10:00")), "[x] 修门"));
    CHECK(contains(test::shown(files.report("2026-11-24", "2026-11-20")), "[ ] 修门"));
}

TEST_CASE("birthdays today and until the next meeting (D1.10)") {
    AgendaFiles files;  // 张伟 11-27 (Friday), 李强 11-29 (Sunday), 许婷 11-30 (Monday)
    const auto text = files.text("2026-11-27");
    CHECK(contains(text, "今天是张伟的生日"));
    CHECK(contains(text, "11月29日 周日是李强的生日"));
    CHECK_FALSE(contains(text, "许婷的生日"));
}

TEST_CASE("announcements until their last day, new ones first (D1.11)") {
    AgendaFiles files;
    files.log("2026-11-20", "- announce: {text: 旧通知, until: 2026-11-24}\n- announce: {text: 只说一次}\n");
    files.log("2026-11-23", "- announce: {text: 新通知, until: 2026-11-30, at: \"10:00\"}\n");
    const auto text = files.text("2026-11-24");
    CHECK(text.find("【新】新通知（至11月30日）") < text.find("旧通知"));
    CHECK_FALSE(contains(text, "只说一次"));
    CHECK(contains(files.text("2026-11-23"), "只说一次"));
    CHECK_FALSE(contains(files.text("2026-11-25"), "旧通知"));
}

TEST_CASE("stand-in content, least recently used first (D1.20)") {
    AgendaFiles files;
    files.set("reserve.yaml",
              "- {id: r1, kind: joke, title: 甲, text: 甲文, used: [2026-11-02]}\n"
              "- {id: r2, kind: joke, title: 乙, text: 乙文, used: [2026-11-01]}\n"
              "- {id: r3, kind: joke, title: 丙, text: 丙文, used: [2026-11-24]}\n");
    const auto text = files.text("2026-11-24");
    CHECK(contains(text, "《丙》丙文"));  // used on the day itself: it is today's
    CHECK(contains(text, "也可以用：乙、甲"));
}

TEST_CASE("open tickets, the urgent first (D12.1)") {
    AgendaFiles files;
    files.log("2026-11-20",
              "- ticket: {id: t1, kind: complaint, text: 账不对}\n"
              "- ticket: {id: t2, kind: fault, text: 打印机坏, priority: high, from: 财务部}\n"
              "- ticket_answered: {ticket: t2, by: liqiang}\n"
              "- ticket: {id: t3, kind: request, text: 已办的}\n"
              "- ticket_closed: {ticket: t3}\n");
    const auto text = files.text("2026-11-24");
    CHECK(contains(text, "故障：打印机坏（"));
    CHECK(text.find("打印机坏") < text.find("账不对"));
    CHECK(contains(text, "还没有人回应"));
    CHECK_FALSE(contains(text, "已办的"));
}

TEST_CASE("today: duty, other meetings, documents to send; tomorrow: roles, topic, deadlines (D1.27)") {
    AgendaFiles files;
    files.set("meetings/weekly.yaml",
              "name: 例会\nkind: regular\nwhen: {every: week, on: [thu], start: \"14:00\", minutes: "
              "60}\nattend: all\n"
              "place: 二楼\ndocuments: [{name: 周报, send_before: 1 day, asks: 提意见}]\n");
    files.set(
        "rotas/desk.yaml",
        "name: 前台\nwhen: {every: workday, start: \"08:30\", minutes: 570}\nroles:\n  duty: {who: all}\n");
    files.set("plans/2026-11.yaml",
              "- {date: 2026-11-25, series: desk, duty: liqiang}\n"
              "- {date: 2026-11-26, series: morning, host: zhangwei, lecturer: wangli, backup: liqiang, "
              "topic: 话术}\n");
    const auto text = files.text("2026-11-25");
    CHECK(contains(text, "前台 08:30–18:00：李强"));
    CHECK(contains(text, "[ ] 会前发出：《周报》（提意见），11月26日 例会用"));
    CHECK(contains(text, "11月26日 周四 晨会：主持：张伟；主讲：王丽；备选：李强"));
    CHECK(contains(text, "专题：话术"));
    CHECK(contains(text, "工作日记 18:00 前"));
    CHECK(contains(files.text("2026-11-26"), "14:00–15:00 例会（二楼）"));
    CHECK(contains(text, "黄金搭档：王丽＋张伟"));
}

TEST_CASE("a cancelled meeting is shown with its reason and who is still to be told (D1.31)") {
    AgendaFiles files;
    files.log("2026-11-24", "- cancel: {meeting: morning, reason: 停电, told: [wangli]}\n");
    const auto text = files.text("2026-11-24");
    CHECK(contains(text, "取消：停电"));
    CHECK(contains(text, "还要通知：张伟、李强、许婷"));
    CHECK_FALSE(contains(text, "点名"));
    files.log("2026-11-24", "- cancel: {meeting: morning, reason: 停电, told: all}\n");
    CHECK(contains(files.text("2026-11-24"), "已通知全体"));
}

TEST_CASE("a day without a meeting still says who is away and what is due") {
    AgendaFiles files;
    files.set("leave/2026.yaml", "- {who: wangli, from: 2026-11-21, to: 2026-11-21, kind: annual}\n");
    files.log("2026-11-20", "- action: {id: a1, who: liqiang, text: 修门, due: 2026-11-21}\n");
    const auto text = files.text("2026-11-21");
    CHECK(contains(text, "今天休息"));
    CHECK(contains(text, "■ 不在\n- 王丽（年假"));
    CHECK(contains(text, "■ 要办的事\n[ ] ! 补记考勤：11月20日 周五 晨会\n[ ] 修门（李强）"));
}

TEST_CASE("one meeting only, and when it does not take place the next date") {
    AgendaFiles files;
    files.only = "morning";
    CHECK(contains(files.text("2026-11-21"), "这天没有晨会，下一次是11月23日 周一"));
}

TEST_CASE("several days are wrapped, one is not") {
    AgendaFiles files;
    CHECK(contains(files.json("2026-11-23..2026-11-24"), "\"days\": ["));
    CHECK_FALSE(contains(files.json("2026-11-24"), "\"days\""));
    CHECK(contains(files.text("2026-11-23..2026-11-24"), "■ 11月23日 周一"));
}

TEST_CASE("the agenda in English") {
    AgendaFiles files;
    const auto text = files.text("2026-11-24", lang::Language::en);
    CHECK(contains(text, "Expected, 3: "));
    CHECK_FALSE(contains(text, "[["));
    CHECK_FALSE(contains(files.text("2026-11-24"), "[["));
}
