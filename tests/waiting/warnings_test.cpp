#include "waiting/warnings.hpp"

#include <doctest/doctest.h>

#include "../report/agenda/team.hpp"
#include "rules/meetings/meetings.hpp"

using namespace teamctl;
using test::AgendaFiles;
using test::contains;

namespace {

/// Whether the day's agenda carries the warning.
bool warns(const AgendaFiles& files, std::string_view date, std::string_view code) {
    return contains(files.json(date), "\"code\": \"" + std::string{code} + "\"");
}

std::string plan(const std::string& date, const std::string& more) {
    return "- {date: " + date + ", series: morning, host: wangli, lecturer: zhangwei, backup: liqiang" +
           more + "}\n";
}

}  // namespace

TEST_CASE("D1.2: tomorrow's meeting has no topic") {
    AgendaFiles files;
    files.set("plans/2026-11.yaml", plan("2026-11-24", ", topic: 话术") + plan("2026-11-25", ""));
    CHECK(warns(files, "2026-11-24", "no-topic"));
    CHECK(contains(files.text("2026-11-24"), "11月25日 周三 晨会还没有专题，今天要定下来"));
    files.set("plans/2026-11.yaml",
              plan("2026-11-24", ", topic: 话术") + plan("2026-11-25", ", topic: 报价"));
    CHECK_FALSE(warns(files, "2026-11-24", "no-topic"));
    // On a Friday, tomorrow is Monday; a cancelled meeting needs no topic.
    files.set("plans/2026-11.yaml", plan("2026-11-20", ", topic: 话术") + plan("2026-11-23", ""));
    CHECK(warns(files, "2026-11-20", "no-topic"));
    files.log("2026-11-23", "- cancel: {meeting: morning}\n");
    CHECK_FALSE(warns(files, "2026-11-20", "no-topic"));
}

TEST_CASE("D1.6: next month is not planned within the last five working days") {
    AgendaFiles files;
    CHECK_FALSE(warns(files, "2026-11-23", "not-planned"));  // the sixth last
    CHECK(warns(files, "2026-11-24", "not-planned"));
    CHECK(warns(files, "2026-11-30", "not-planned"));
    CHECK(contains(files.text("2026-11-30"), "2026年12月的安排表还没排"));
    files.set("plans/2026-12.yaml", plan("2026-12-01", ""));
    CHECK(contains(files.text("2026-11-30"), "没排完：23 场里还有 22 场"));
    std::string all;
    for (Date date = test::day("2026-12-01"); date <= test::day("2026-12-31"); date += Days{1}) {
        if (weekday_of(date) != std::chrono::Saturday && weekday_of(date) != std::chrono::Sunday)
            all += plan(to_string(date), "");
    }
    files.set("plans/2026-12.yaml", all);
    CHECK_FALSE(warns(files, "2026-11-30", "not-planned"));
}

TEST_CASE("D1.32: nobody is praised") {
    AgendaFiles files;
    CHECK(warns(files, "2026-11-24", "no-praise"));
    files.log("2026-11-23", "- praise: {who: wangli, for: 救场}\n");
    CHECK_FALSE(warns(files, "2026-11-24", "no-praise"));
}

TEST_CASE("D1.22: nothing to discuss: cancel?") {
    AgendaFiles files;
    CHECK_FALSE(warns(files, "2026-11-24", "nothing-to-discuss"));  // not asked for
    files.set("meetings/morning.yaml", AgendaFiles::morning("cancel_if_empty: true\n"));
    CHECK(warns(files, "2026-11-24", "nothing-to-discuss"));
    CHECK(contains(files.text("2026-11-24"), "晨会没有要议的事：要不要取消？"));
    CHECK(contains(files.text("2026-11-24", lang::Language::en), "nothing to discuss: cancel?"));
    auto with_problem = files;
    with_problem.log("2026-11-20", "- problem: {id: p1, who: wangli, text: 网络慢}\n");
    CHECK_FALSE(warns(with_problem, "2026-11-24", "nothing-to-discuss"));
    files.set("plans/2026-11.yaml", plan("2026-11-24", ", topic: 话术"));
    CHECK_FALSE(warns(files, "2026-11-24", "nothing-to-discuss"));
}

TEST_CASE("D1.26: the agenda is longer than its box") {
    team::Series meeting;
    meeting.name = "晨会";
    meeting.when.minutes = 20;
    meeting.agenda = {{"点名", 5, "", team::Show::attendance, {}, {}},
                      {"专题", 15, "", team::Show::topic, {}, {}}};
    CHECK(waiting::definition_warnings(meeting).empty());
    meeting.agenda[1].minutes = 16;
    REQUIRE(waiting::definition_warnings(meeting).size() == 1);
    CHECK(waiting::definition_warnings(meeting)[0].code == waiting::AgendaWarning::Code::agenda_too_long);
}

TEST_CASE("D1.30: any other business") {
    for (const auto* item :
         {"还有别的事", "还有别的事吗？", "其他事项", "其它", "其他", "Any other business", "AOB"})
        CHECK_MESSAGE(rules::is_other_business(item), item);
    for (const auto* item : {"其他部门要配合的事", "专题", "aobao", "another business case"})
        CHECK_FALSE_MESSAGE(rules::is_other_business(item), item);
    AgendaFiles files;
    files.set("meetings/morning.yaml", AgendaFiles::morning({}, "  - {item: 其他事项, minutes: 1}\n"));
    CHECK(warns(files, "2026-11-24", "any-other-business"));
}

TEST_CASE("D1.23: more attendees than the meeting takes") {
    AgendaFiles files;
    files.set("meetings/morning.yaml", AgendaFiles::morning("max_attendees: 3\n"));
    CHECK_FALSE(warns(files, "2026-11-24", "too-many-attendees"));  // 许婷 does not work on Tuesdays
    CHECK(warns(files, "2026-11-25", "too-many-attendees"));
}

TEST_CASE("D1.19: the host is away and the backup takes over; a lecturer has no stand-in") {
    AgendaFiles files;
    files.set("plans/2026-11.yaml", plan("2026-11-24", ", topic: 话术"));
    CHECK_FALSE(warns(files, "2026-11-24", "holder-away"));
    files.set("leave/2026.yaml", "- {who: wangli, from: 2026-11-24, to: 2026-11-24, kind: sick}\n");
    const auto text = files.text("2026-11-24");
    CHECK(contains(text, "主持：王丽 → 由李强代"));
    CHECK(contains(text, "点名（1 分钟，李强）"));
    CHECK(contains(text, "晨会主持：王丽（病假）不在，由李强代"));
    CHECK(contains(files.json("2026-11-24"), "\"stand_in\": \"liqiang\""));
    files.set("leave/2026.yaml",
              "- {who: zhangwei, from: 2026-11-24, to: 2026-11-24, kind: sick}\n"
              "- {who: wangli, from: 2026-11-24, to: 2026-11-24, kind: sick}\n"
              "- {who: liqiang, from: 2026-11-24, to: 2026-11-24, kind: sick}\n");
    CHECK(contains(files.text("2026-11-24"), "请换人或用救场素材"));
    CHECK(contains(files.text("2026-11-24"), "没有备选可替"));
}

TEST_CASE("D1.6: a meeting of today without a host") {
    AgendaFiles files;
    CHECK(warns(files, "2026-11-24", "role-open"));
    files.set("plans/2026-11.yaml", plan("2026-11-24", ""));
    CHECK_FALSE(warns(files, "2026-11-24", "role-open"));
}
