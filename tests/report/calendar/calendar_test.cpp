#include "report/calendar.hpp"

#include <doctest/doctest.h>

#include "../../calendar/china_2026.hpp"
#include "lang/lang.hpp"
#include "render/render.hpp"

using namespace teamctl;
using test::period;

namespace {

team::Series series(const char* id, const char* name, team::When when) {
    team::Series made;
    made.id = id;
    made.name = name;
    made.when = std::move(when);
    return made;
}

team::Team small_team() {
    team::Team team;
    team.settings.team = "城南营业部";
    team.calendars = {test::china_2026()};
    team::When daily;
    daily.every = team::Every::workday;
    daily.start = TimeOfDay{9 * 60};
    daily.minutes = 20;
    team.series.push_back(series("morning", "晨会", daily));
    team.series.back().kind = team::MeetingKind::standup;
    team.series.back().place = "三楼会议室";
    team::When call;  // Thursday evening in New York is Friday morning in China
    call.every = team::Every::week;
    call.weekdays = {std::chrono::Thursday};
    call.start = TimeOfDay{20 * 60 + 30};
    call.minutes = 60;
    call.timezone = "America/New_York";
    team.series.push_back(series("call", "总部连线", call));
    team::When duty;
    duty.every = team::Every::day;
    team.series.push_back(series("desk", "前台值班", duty));
    team.series.back().meeting = false;
    return team;
}

Report report_of(const team::Team& team, const char* text) {
    return report::calendar_report(team, calendar::WorkingDays{team}, period(text),
                                   *parse_moment("2026-11-24T08:00"));
}

template <class B>
std::vector<const B*> blocks(const Report& report) {
    std::vector<const B*> found;
    for (const auto& block : report.blocks) {
        if (const auto* one = std::get_if<B>(&block)) found.push_back(one);
    }
    return found;
}

std::string zh(const Phrase& phrase) {
    return lang::translator(lang::Language::zh).say(phrase);
}

}  // namespace

TEST_CASE("a calendar's JSON is that of teamctl-calendar(1)") {
    const auto report = report_of(small_team(), "2026-11-27..2026-11-28");
    CHECK(render::to_json(report.data) == R"({
  "days": [
    {
      "date": "2026-11-27",
      "workday": true,
      "holiday": null
    },
    {
      "date": "2026-11-28",
      "workday": false,
      "holiday": null
    }
  ],
  "occurrences": [
    {
      "date": "2026-11-27",
      "start": null,
      "end": null,
      "series": "desk",
      "name": "前台值班",
      "kind": "rota",
      "cancelled": false
    },
    {
      "date": "2026-11-27",
      "start": "2026-11-27T09:00:00+08:00",
      "end": "2026-11-27T09:20:00+08:00",
      "series": "morning",
      "name": "晨会",
      "kind": "standup",
      "cancelled": false
    },
    {
      "date": "2026-11-27",
      "start": "2026-11-27T09:30:00+08:00",
      "end": "2026-11-27T10:30:00+08:00",
      "series": "call",
      "name": "总部连线",
      "kind": "regular",
      "cancelled": false
    },
    {
      "date": "2026-11-28",
      "start": null,
      "end": null,
      "series": "desk",
      "name": "前台值班",
      "kind": "rota",
      "cancelled": false
    }
  ]
}
)");
}

TEST_CASE("a month grid shows days off, today, holidays and what is held") {
    const auto report = report_of(small_team(), "2026-09..2026-11");
    const auto grids = blocks<MonthGrid>(report);
    REQUIRE(grids.size() == 3);
    const auto& september = *grids[0];
    CHECK(september.days.size() == 30);
    CHECK(september.days[19].tone == Tone::plain);  // made up
    REQUIRE(september.days[19].lines.size() == 3);
    CHECK(zh(september.days[19].lines[0]) == "调休上班");
    CHECK(zh(september.days[19].lines[2]) == "09:00 晨会");
    CHECK(september.days[24].tone == Tone::muted);
    CHECK(zh(september.days[24].lines[0]) == "中秋节");
    CHECK(grids[2]->days[23].tone == Tone::strong);
    CHECK(zh(std::get<Paragraph>(report.blocks[1]).text) ==
          "共 91 天，工作日 61 天（含调休上班 2 天），节假日 10 天。");
}

TEST_CASE("a long period leaves the daily things out of its grids, a very long one has none") {
    auto report = report_of(small_team(), "2026");
    auto grids = blocks<MonthGrid>(report);
    REQUIRE(grids.size() == 12);
    for (const auto& day : grids[10]->days) {
        CHECK(day.lines.size() == (weekday_of(day.date) == std::chrono::Friday ? 1 : 0));
    }
    CHECK(zh(blocks<Paragraph>(report)[1]->text) == "晨会、前台值班几乎天天有，月历里不再列出，见下表。");
    report = report_of(small_team(), "2026-01-01..2028-12-31");
    CHECK(blocks<MonthGrid>(report).empty());
    CHECK(blocks<Table>(report)[0]->rows.size() > 1000);
}

TEST_CASE("what the holiday calendars do not cover is said once") {
    CHECK(blocks<Notice>(report_of(small_team(), "2026")).empty());
    const auto winter = report_of(small_team(), "2026-12-01..2027-01-31");
    const auto notices = blocks<Notice>(winter);
    REQUIRE(notices.size() == 1);
    CHECK(zh(notices[0]->text) ==
          "从2027年1月1日 周五起，有 31 天节假日表里没有安排，是否上班只按星期判断。");
    CHECK(blocks<Notice>(report_of(small_team(), "2027")).size() == 1);
}

TEST_CASE("a table row and an event for every occurrence, cancelled ones marked") {
    auto team = small_team();
    team::Record record;
    record.kind = team::record_kind("cancel");
    REQUIRE(record.kind >= 0);
    record.date = make_date(2026, 11, 27);  // the date in the team's zone, whatever that of the series
    record.set("meeting", team::SeriesId{1});
    team.records.push_back(record);
    const auto report = report_of(team, "2026-11-27");
    CHECK(report.main_table == "occurrences");
    const auto& table = *blocks<Table>(report)[0];
    REQUIRE(table.rows.size() == 3);
    CHECK(table.columns.size() == 6);
    CHECK(zh(std::get<Phrase>(table.rows[2][4].value)) == "总部连线（已取消）");
    CHECK(table.rows[2][5].raw == "regular");
    REQUIRE(report.events.size() == 3);
    CHECK(report.events[2].cancelled);
    CHECK_FALSE(report.events[1].cancelled);
    CHECK(report.events[2].date == make_date(2026, 11, 27));
    CHECK(report.events[1].place == "三楼会议室");
    CHECK(report.events[1].start == make_date(2026, 11, 27) + std::chrono::hours{1});  // 09:00 in China
    CHECK(report.events[1].end == *report.events[1].start + std::chrono::minutes{20});
    CHECK(report.events[1].alarms == std::vector<int>{15});
    CHECK(report.events[2].start == make_date(2026, 11, 27) + std::chrono::minutes{90});  // 20:30 in New York
    CHECK_FALSE(report.events[0].start);
    CHECK(report.events[0].days == 1);
    CHECK(report.events[0].alarms.empty());
    CHECK(report.made == make_date(2026, 11, 24));
    CHECK(report.events[1].uid.starts_with("morning-2026-11-27@"));
    CHECK(report.events[2].uid.starts_with("call-2026-11-26@"));
    int same = 0;  // whatever the period asked for
    for (const auto& event : report_of(small_team(), "2026-11").events)
        same += event.uid == report.events[1].uid;
    CHECK(same == 1);
}

TEST_CASE("an event tells the plan, or why it was called off (D1.31)") {
    auto team = small_team();
    team.people.resize(2);
    team.people[0].name = "王丽";
    team.people[1].name = "张伟";
    team.series[0].roles.resize(2);
    team.series[0].roles[0].name = "host";
    team.series[0].roles[0].function = team::RoleFunction::leads;
    team.series[0].roles[1].name = "lecturer";
    team.series[0].roles[1].function = team::RoleFunction::speaks;
    team::PlanLine line;
    line.date = make_date(2026, 11, 27);
    line.series = {0};
    line.roles = {{0, {team::PersonId{0}}, false, {}}, {1, {team::PersonId{1}}, false, {}}};
    line.topic = "异议处理";
    line.format = "演练";
    team.plan = {line};
    CHECK(zh(report_of(team, "2026-11-27").events[1].description) ==
          "主持：王丽；主讲：张伟；专题：异议处理（演练）");
    CHECK(report_of(team, "2026-11-26").events[1].description.empty());
    team::Record record;
    record.kind = team::record_kind("cancel");
    record.date = line.date;
    record.set("meeting", team::SeriesId{0});
    record.set("reason", std::string{"台风"});
    team.records = {record};
    CHECK(zh(report_of(team, "2026-11-27").events[1].description) == "取消：台风");
}

TEST_CASE("every kind of series has its word") {
    team::Series series;
    for (int kind = 0; kind <= static_cast<int>(team::MeetingKind::other); ++kind) {
        series.kind = static_cast<team::MeetingKind>(kind);
        CHECK(zh(report::series_kind_title(series)).find("[[") == std::string::npos);
        CHECK_FALSE(report::series_kind(series).empty());
    }
}
