// What waits on a day: every kind of it, with the boundaries of its dates.
#include "report/due.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "../report/yaml_team.hpp"

using namespace teamctl;
using test::contains;
using waiting::DueState;

namespace {

const std::string roster =
    "units:\n  - {id: desk, name: 服务台, lead: chen}\n"
    "people:\n"
    "  - {id: chen, name: 陈静}\n"
    "  - {id: wang, name: 王丽, unit: desk, credentials: [{type: 健康证, expires: 2026-11-06}]}\n"
    "  - {id: li, name: 李强, unit: desk, left: 2026-11-04, credentials: [{type: 电工证, expires: "
    "2026-10-01}]}\n"
    "  - {id: zhao, name: 赵敏, unit: desk, reports_to: wang}\n";

/// Everything that waits on the day, a line each: `kind who id state days_over`, with the time where there is
/// one.
std::vector<std::string> waits(const test::Files& files, std::string_view now, std::optional<int> ahead = {},
                               std::string_view date = {}) {
    const auto team = test::team_of(files);
    const calendar::WorkingDays days{team};
    const auto at = test::moment(now);
    const auto day = waiting::due_day(team, days, date.empty() ? at.date : test::day(date), at, ahead);
    std::vector<std::string> lines;
    for (const auto& item : waiting::all_due(day)) {
        std::string who;
        for (const auto person : item.who) who += (who.empty() ? "" : "+") + team[person].id;
        lines.push_back(std::string{waiting::kind_name(item.kind)} + " " + (who.empty() ? "-" : who) + " " +
                        item.id + " " + std::string{waiting::state_name(waiting::state_of(day, item))} + " " +
                        std::to_string(waiting::days_over(day, item)) +
                        (item.at ? " " + to_string(*item.at) : ""));
    }
    return lines;
}

bool has(const std::vector<std::string>& lines, std::string_view line) {
    return std::find(lines.begin(), lines.end(), line) != lines.end();
}

bool any(const std::vector<std::string>& lines, std::string_view start) {
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.starts_with(start); });
}

/// The team with one log file of 2026-11-02 and whatever else is given.
test::Files desk(const std::string& log, test::Files more = {}) {
    more.emplace_back("teamctl.yaml", "team: 服务台\nhours: [\"08:30-12:00\", \"13:30-18:00\"]\n");
    more.emplace_back("roster.yaml", roster);
    if (!log.empty()) more.emplace_back("log/2026-11/2026-11-02.yaml", log);
    return more;
}

}  // namespace

TEST_SUITE_BEGIN("report due");

TEST_CASE("follow-up: due on the 5th, overdue by 1 on the 6th (teamctl-rules(7), example 4; D13.3)") {
    const auto files = desk("- customer: {id: c1, name: 周店主, owner: wang}\n",
                            {{"rules.yaml", "follow_up: {every_days: 3}\n"}});
    CHECK_FALSE(any(waits(files, "2026-11-04"), "follow_up"));
    CHECK(has(waits(files, "2026-11-05T08:00"), "follow_up wang c1 today 0"));
    CHECK(has(waits(files, "2026-11-06T08:00"), "follow_up wang c1 overdue 1"));
    CHECK(has(waits(files, "2026-11-04", 1), "follow_up wang c1 soon 0"));
}

TEST_CASE("a receivable is overdue from the day after it is due (teamctl-rules(7), example 14; D9.5)") {
    const auto files = desk(
        "- customer: {id: c1, name: 周店主, owner: wang}\n"
        "- customer_closed: {customer: c1, outcome: won}\n"
        "- deal: {id: d1, who: wang, customer: c1, amount: 18250.00, paid: 10000.00, due: 2026-12-15}\n");
    CHECK_FALSE(any(waits(files, "2026-12-07"), "receivable"));
    CHECK(has(waits(files, "2026-12-08"), "receivable wang d1 soon 0"));
    CHECK(has(waits(files, "2026-12-15"), "receivable wang d1 today 0"));
    CHECK(has(waits(files, "2026-12-16"), "receivable wang d1 overdue 1"));
}

TEST_CASE("a credential is good on its last day; that of somebody who has left asks nothing (D10.2)") {
    const auto files = desk("");
    CHECK_FALSE(any(waits(files, "2026-10-06"), "credential wang"));
    CHECK(has(waits(files, "2026-10-07"), "credential wang wang soon 0"));
    CHECK(has(waits(files, "2026-11-06"), "credential wang wang today 0"));
    CHECK(has(waits(files, "2026-11-07"), "credential wang wang overdue 1"));
    CHECK(any(waits(files, "2026-11-04"), "credential li"));
    CHECK_FALSE(any(waits(files, "2026-11-05"), "credential li"));
}

TEST_CASE("actions: urgent and important first, then urgent, important, the others (D15.2)") {
    const auto files = desk(
        "- action: {id: a1, who: wang, text: 一, due: 2026-11-05}\n"
        "- action: {id: a2, who: wang, text: 二, due: 2026-11-05, important: true}\n"
        "- action: {id: a3, who: wang, text: 三, due: 2026-11-05, urgent: true}\n"
        "- action: {id: a4, who: wang, text: 四, due: 2026-11-05, urgent: true, important: true}\n"
        "- action: {id: a5, who: wang, text: 五}\n"
        "- action: {id: a6, who: li, text: 六, due: 2026-11-05}\n- done: {id: a2, at: \"18:00\"}\n");
    auto lines = waits(files, "2026-11-05T08:00");
    std::erase_if(lines, [](const auto& line) { return !line.starts_with("action"); });
    CHECK(lines == std::vector<std::string>{"action wang a4 today 0", "action wang a3 today 0",
                                            "action wang a1 today 0", "action chen a6 today 0",
                                            "action wang a5 undated 0"});
    // On the 2nd itself a2 was not done before 18:00, and li was still there.
    const auto before = waits(files, "2026-11-02T17:00");
    CHECK(has(before, "action wang a2 soon 0"));
    CHECK(has(before, "action li a6 soon 0"));
}

TEST_CASE("a missed check waits no longer once a later one of the same list and asset is done (D4.2)") {
    const test::Files lists{{"checklists/daily.yaml",
                             "{name: 日检, when: {every: day}, who: [wang], assets: {class: power}, items: "
                             "[{id: temp, text: 油温, max: 85}]}\n"},
                            {"assets/power.yaml",
                             "- {id: tx-1, name: 一号, class: power}\n"
                             "- {id: tx-2, name: 二号, class: power}\n"}};
    // The 2nd was done for both; on the 3rd nobody looked.
    auto files = desk(
        "- check: {list: daily, asset: tx-1, by: wang, readings: {temp: 71}}\n"
        "- check: {list: daily, asset: tx-2, by: wang, readings: {temp: 71}}\n",
        lists);
    const auto missed = [](const std::vector<std::string>& lines) {
        return std::count(lines.begin(), lines.end(), "checklist wang daily overdue 1");
    };
    CHECK(missed(waits(files, "2026-11-04T10:00")) == 2);
    files.emplace_back(
        "log/2026-11/2026-11-04.yaml",
        "- check: {list: daily, asset: tx-2, by: wang, readings: {temp: 70}, at: \"09:00\"}\n");
    CHECK(missed(waits(files, "2026-11-04T08:59")) == 2);
    CHECK(missed(waits(files, "2026-11-04T10:00")) == 1);
}

TEST_CASE("a finding waits until a ticket is open or a later check finds it in order (D4.2, D6.3)") {
    const test::Files lists{{"checklists/daily.yaml",
                             "{name: 日检, when: {every: day}, assets: {class: power}, items: "
                             "[{id: temp, text: 油温, unit: °C, max: 85}]}\n"},
                            {"assets/power.yaml", "- {id: tx-1, name: 一号, class: power}\n"}};
    const std::string hot = "- check: {list: daily, asset: tx-1, by: zhao, readings: {temp: 86}}\n";
    const auto waits_on = [](const test::Files& files, std::string_view now) {
        return any(waits(files, now), "reading zhao daily");
    };
    CHECK(has(waits(desk(hot, lists), "2026-11-02"), "reading zhao daily today 0"));
    CHECK(has(waits(desk(hot, lists), "2026-11-20"), "reading zhao daily overdue 18"));
    // At its limit a reading is inside.
    CHECK_FALSE(waits_on(desk("- check: {list: daily, asset: tx-1, by: zhao, readings: {temp: 85}}\n", lists),
                         "2026-11-02"));

    auto cooled = desk(hot, lists);
    cooled.emplace_back("log/2026-11/2026-11-03.yaml",
                        "- check: {list: daily, asset: tx-1, by: wang, readings: {temp: 70}}\n");
    CHECK(waits_on(cooled, "2026-11-02"));
    CHECK_FALSE(waits_on(cooled, "2026-11-03"));

    // Hot again: one line, of the later check.
    auto again = desk(hot, lists);
    again.emplace_back("log/2026-11/2026-11-03.yaml",
                       "- check: {list: daily, asset: tx-1, by: wang, readings: {temp: 87}}\n");
    CHECK_FALSE(waits_on(again, "2026-11-03"));
    CHECK(has(waits(again, "2026-11-03"), "reading wang daily today 0"));

    const std::string ticket = "- ticket: {id: t1, kind: fault, asset: tx-1, text: 过热}\n";
    CHECK_FALSE(waits_on(desk(hot + ticket, lists), "2026-11-02"));
    // A ticket that was open before is about it; one that was closed before is not.
    auto before = desk(hot, lists);
    before.emplace_back("log/2026-10/2026-10-30.yaml", ticket);
    CHECK_FALSE(waits_on(before, "2026-11-02"));
    before.emplace_back("log/2026-10/2026-10-31.yaml", "- ticket_closed: {ticket: t1, by: wang}\n");
    CHECK(waits_on(before, "2026-11-02"));
}

TEST_CASE("a diary is to be handed in until the deadline, then it is missing (D13.2)") {
    const auto files = desk("- diary: {who: wang, at: \"17:00\"}\n",
                            {{"rules.yaml",
                              "deadlines:\n  - {id: diary, record: diary, who: [wang, zhao], every: workday, "
                              "by: \"18:00\", from: 2026-11-02, points: -1}\n"}});
    CHECK(has(waits(files, "2026-11-02T16:59"), "diary wang diary today 0 18:00"));
    CHECK_FALSE(any(waits(files, "2026-11-02T17:00"), "diary wang"));
    CHECK(has(waits(files, "2026-11-02T18:00"), "diary zhao diary today 0 18:00"));
    CHECK(has(waits(files, "2026-11-02T18:01"), "diary zhao diary overdue 0 18:00"));
    CHECK(has(waits(files, "2026-11-03T08:00"), "diary zhao diary overdue 1 18:00"));
    CHECK_FALSE(has(waits(files, "2026-11-04T08:00"), "diary zhao diary overdue 2 18:00"));
}

TEST_CASE("a diary waits for the author's manager, or the next above who is there (D3.7, D11.3)") {
    const std::string diary = "- diary: {who: zhao, at: \"17:00\"}\n";
    CHECK(has(waits(desk(diary), "2026-11-02T18:00"), "review wang zhao today 0"));
    CHECK(has(waits(desk(diary), "2026-11-03"), "review wang zhao overdue 1"));
    const test::Files away{{"leave/2026.yaml",
                            "- {who: wang, from: 2026-11-03, to: 2026-11-03, kind: annual}\n"
                            "- {who: wang, from: 2026-11-04, to: 2026-11-04, kind: annual, half: am}\n"}};
    CHECK(has(waits(desk(diary, away), "2026-11-03"), "review chen zhao overdue 1"));
    CHECK(has(waits(desk(diary, away), "2026-11-04"), "review wang zhao overdue 2"));
    CHECK_FALSE(any(waits(desk(diary + "- review: {who: zhao, by: chen}\n"), "2026-11-03"), "review"));
    // Nobody stands above chen.
    CHECK_FALSE(any(waits(desk("- diary: {who: chen}\n"), "2026-11-03"), "review"));
}

TEST_CASE("tickets: answer, resolve, and who is told when it is late (teamctl-rules(7), example 12; D12.5)") {
    const auto files = desk(
        "- ticket: {id: t1, kind: fault, priority: high, owner: zhao, text: 断网, at: \"17:00\"}\n",
        {{"rules.yaml",
          "service_levels:\n  - {priority: high, answer: 30 minutes, resolve: 4 hours, hours: working}\n"}});
    const auto fresh = waits(files, "2026-11-02T17:30");
    CHECK(has(fresh, "ticket_answer zhao t1 today 0 17:30"));
    CHECK(has(fresh, "ticket_resolve zhao t1 soon 0 11:30"));
    CHECK_FALSE(any(fresh, "escalation"));
    CHECK(has(waits(files, "2026-11-02T17:31"), "escalation wang t1 overdue 0 17:30"));
    CHECK(has(waits(files, "2026-11-03T11:31"), "ticket_resolve zhao t1 overdue 0 11:30"));
}

TEST_CASE("a closed ticket is called back about within the rule's time (D10.4, D12.6)") {
    const std::string closed =
        "- ticket: {id: t1, kind: complaint, owner: zhao, text: 漏水}\n"
        "- ticket: {id: t2, kind: fault, owner: zhao, text: 断网}\n"
        "- ticket_closed: {ticket: t1, by: zhao}\n- ticket_closed: {ticket: t2, by: zhao}\n";
    const auto rule = [](const std::string& text) { return test::Files{{"rules.yaml", text}}; };
    const auto files = desk(closed, rule("call_back: {within: 2 days, kinds: [complaint]}\n"));
    CHECK(has(waits(files, "2026-11-03"), "call_back zhao t1 soon 0"));
    CHECK(has(waits(files, "2026-11-04"), "call_back zhao t1 today 0"));
    CHECK(has(waits(files, "2026-11-05"), "call_back zhao t1 overdue 1"));
    CHECK_FALSE(any(waits(files, "2026-11-05"), "call_back zhao t2"));
    const auto later = desk(closed, rule("call_back: {within: 2 days, from: 2026-11-03}\n"));
    CHECK_FALSE(any(waits(later, "2026-11-05"), "call_back"));
    const auto called =
        desk(closed + "- call_back: {ticket: t1, by: wang}\n", rule("call_back: {within: 2 days}\n"));
    CHECK_FALSE(any(waits(called, "2026-11-05"), "call_back zhao t1"));
    CHECK(any(waits(called, "2026-11-05"), "call_back zhao t2"));
    CHECK_FALSE(any(waits(desk(closed), "2026-11-05"), "call_back"));
}

TEST_CASE("renewals: by the customer's date or the latest deal's; a deal near it is the renewal (D16.3)") {
    const std::string customer =
        "- customer: {id: c1, name: 周店主, owner: wang, renew_on: 2026-12-10}\n"
        "- customer_closed: {customer: c1, outcome: won}\n";
    CHECK_FALSE(any(waits(desk(customer), "2026-11-09"), "renewal"));
    CHECK(has(waits(desk(customer), "2026-11-10"), "renewal wang c1 soon 0"));
    CHECK(has(waits(desk(customer), "2026-12-11"), "renewal wang c1 overdue 1"));
    const test::Files renewed{{"log/2026-12/2026-12-01.yaml",
                               "- deal: {id: d1, who: wang, customer: c1, amount: 100, paid: 100}\n"}};
    CHECK_FALSE(any(waits(desk(customer, renewed), "2026-12-11"), "renewal"));
    const test::Files next{{"log/2026-12/2026-12-01.yaml",
                            "- deal: {id: d1, who: wang, customer: c1, amount: 100, paid: 100, renew_on: "
                            "2027-01-05}\n"}};
    CHECK(has(waits(desk(customer, next), "2026-12-11"), "renewal wang c1 soon 0"));
    const auto lost = desk(
        "- customer: {id: c1, name: 周店主, owner: wang, renew_on: 2026-11-10}\n"
        "- customer_closed: {customer: c1, outcome: lost}\n");
    CHECK_FALSE(any(waits(lost, "2026-11-10"), "renewal"));
}

TEST_CASE("assets: warranty, statutory inspection, spare parts (D4.4, D10.3, D17.1)") {
    const auto files = desk("", {{"assets/all.yaml",
                                  "- {id: lift, name: 客梯, class: lift, owner: wang, inspected: 2025-11-30, "
                                  "inspect_every: 12, warranty: 2026-11-20}\n"
                                  "- {id: fuse, name: 保险丝, class: spare, quantity: 2, min_stock: 3}\n"
                                  "- {id: tape, name: 胶带, class: spare, quantity: 3, min_stock: 3}\n"}});
    CHECK_FALSE(any(waits(files, "2026-10-30"), "inspection"));
    CHECK(has(waits(files, "2026-10-31"), "inspection wang lift soon 0"));
    CHECK(has(waits(files, "2026-12-01"), "inspection wang lift overdue 1"));
    CHECK(has(waits(files, "2026-11-20"), "warranty wang lift today 0"));
    CHECK_FALSE(any(waits(files, "2026-12-21"), "warranty"));
    CHECK(has(waits(files, "2026-11-20"), "stock - fuse undated 0"));
    CHECK_FALSE(any(waits(files, "2026-11-20"), "stock - tape"));
}

TEST_CASE("a missed check waits until the list comes due again; meetings without a record wait too") {
    const auto files = desk("", {{"checklists/weekly.yaml",
                                  "name: 周检\nwhen: {every: week, on: [tue], from: 2026-11-03, until: "
                                  "2026-11-30}\nwho: [wang]\nitems: [看]\n"},
                                 {"meetings/morning.yaml",
                                  "name: 晨会\nwhen: {every: week, on: [tue], start: \"09:00\", minutes: 20, "
                                  "from: 2026-11-03, until: 2026-11-03}\n"
                                  "attend: all\n"}});
    CHECK(has(waits(files, "2026-11-03T10:00"), "checklist wang weekly today 0"));
    CHECK(has(waits(files, "2026-11-09T10:00"), "checklist wang weekly overdue 6"));
    const auto again = waits(files, "2026-11-11T10:00");
    CHECK(has(again, "checklist wang weekly overdue 1"));
    CHECK_FALSE(has(again, "checklist wang weekly overdue 8"));
    CHECK_FALSE(any(waits(files, "2026-11-03T09:10"), "attendance"));
    CHECK(has(waits(files, "2026-11-05T10:00"), "attendance - morning overdue 2"));
}

TEST_CASE(
    "attendance is asked for from the first record on: a team that begins owes nothing for last month") {
    const test::Files meeting{
        {"meetings/morning.yaml", "name: 晨会\nwhen: {every: workday, start: \"09:00\", minutes: 20}\n"}};
    const auto asked = [&](const std::string& log, std::string_view now) {
        const auto lines = waits(desk(log, meeting), now);
        return std::count_if(lines.begin(), lines.end(),
                             [](const auto& line) { return line.starts_with("attendance"); });
    };
    CHECK(asked("", "2026-11-24T09:10") == 0);
    CHECK(asked("", "2026-11-24T09:20") == 1);  // today's is over
    CHECK(asked("- note: {text: 开始用了}\n", "2026-11-04T09:10") == 2);
    CHECK(asked("- note: {text: 开始用了}\n", "2026-11-04T09:20") == 3);
}

TEST_CASE("next month's plan waits in the last five working days (D1.6)") {
    const auto files =
        desk("", {{"rotas/desk.yaml", "name: 值班\nwhen: {every: workday}\nroles:\n  duty: {who: all}\n"}});
    CHECK_FALSE(any(waits(files, "2026-11-23"), "plan"));
    CHECK(has(waits(files, "2026-11-24"), "plan - 2026-12 soon 0"));
    CHECK(has(waits(files, "2026-11-30"), "plan - 2026-12 today 0"));
}

TEST_CASE("an award whose winner is tied waits for a decision (teamctl-rules(7), example 10)") {
    const std::string praise =
        "- praise: {who: wang, for: 好, by: chen}\n- praise: {who: zhao, for: 好, by: chen}\n";
    const test::Files award{{"awards.yaml", "- {id: star, name: 之星, best: praise}\n"}};
    CHECK_FALSE(any(waits(desk(praise, award), "2026-11-30"), "award"));
    CHECK(has(waits(desk(praise, award), "2026-12-01"), "award - star undated 0"));
    // Nobody was praised: nobody wins, and there is nothing to decide.
    CHECK_FALSE(any(waits(desk("- note: {text: 无}\n", award), "2026-12-01"), "award"));
    // The fewest mistakes may well be none: that is a tie.
    const test::Files careful{{"awards.yaml", "- {id: care, name: 细心, best: mistakes}\n"}};
    CHECK(has(waits(desk("- note: {text: 无}\n", careful), "2026-12-01"), "award - care undated 0"));
    CHECK_FALSE(any(waits(desk("", careful), "2026-12-01"), "award"));
}

TEST_CASE("documents that go out before a meeting (D1.27), and one person's share in every format") {
    const auto team_files =
        desk("- action: {id: a1, who: wang, text: 定稿, due: 2026-11-06, urgent: true}\n",
             {{"meetings/weekly.yaml",
               "name: 例会\nwhen: {every: week, on: [mon], start: \"14:00\", minutes: 30}\nattend: all\n"
               "documents: [{name: 周报, send_before: 1 day, by: zhao}]\n"}});
    CHECK(has(waits(team_files, "2026-11-06"), "document zhao weekly today 0"));
    const auto made = test::team_of(team_files);
    const calendar::WorkingDays days{made};
    const auto due = report::due_report(made, days, test::day("2026-11-09"), test::moment("2026-11-09T08:00"),
                                        {team::PersonId{1}, {}});
    CHECK(due.waits);
    CHECK(contains(test::shown(due.report), "! 定稿（紧急，11月6日到期，已过 3 天）"));
    CHECK_FALSE(contains(test::shown(due.report), "周报"));
    CHECK(contains(test::as_json(due.report), "\"file\": \"log/2026-11/2026-11-02.yaml\""));
    REQUIRE(due.report.events.size() == 2);  // the action and the credential
    CHECK(due.report.events.front().uid.starts_with("due-action-a1@"));
}

TEST_SUITE_END();
