// The summary of a period: its sections, its JSON, and whom it is about.
#include "report/summary.hpp"

#include <doctest/doctest.h>

#include "../../support/json.hpp"
#include "base/text.hpp"
#include "lang/lang.hpp"
#include "render/render.hpp"
#include "team.hpp"

namespace teamctl::test {
namespace {

using team::PersonId;

/// Two units, three people, and a little of everything in November 2026.
struct SummaryTeam {
    TeamBuilder builder;
    team::UnitId first = builder.unit("一组");
    team::UnitId second = builder.unit("二组");
    PersonId a = builder.person("王丽", first);
    PersonId b = builder.person("张伟", first);
    PersonId c = builder.person("林峰", second);
    team::SeriesId morning = builder.meeting("晨会");

    SummaryTeam() {
        builder.team.rules.attendance = {{"late", {"late"}, yuan("100"), -1, {}}};
        builder.team.rules.follow_up_days = 3;
        builder.team.series[0].roles.emplace_back();
        builder.team.series[0].roles[0].name = "host";
        builder.team.series[0].roles[0].function = team::RoleFunction::leads;
    }

    void fill() {
        builder.record("attendance", "2026-11-02", {{"meeting", morning}, {"late", People{a}}});
        builder.record("praise", "2026-11-02", {{"who", a}, {"for", text("雨天送货")}, {"by", c}});
        builder.record("customer", "2026-11-02",
                       {{"id", text("c1")}, {"name", text("王先生")}, {"owner", b}});
        builder.record("deal", "2026-11-03",
                       {{"id", text("d1")},
                        {"who", b},
                        {"customer", text("c1")},
                        {"amount", yuan("1000")},
                        {"paid", yuan("400")}});
        builder.record("problem", "2026-11-03", {{"id", text("p1")}, {"who", c}, {"text", text("样机不够")}});
        builder.record("action", "2026-11-03", {{"id", text("a1")}, {"who", c}, {"text", text("借样机")}});
        builder.record("fund", "2026-11-04", {{"amount", yuan("-30")}, {"for", text("水果")}, {"by", a}});
        builder.plan("2026-11-02", morning, a);
        team::Target target;
        target.period = span("2026-11");
        target.metric = "sales";
        target.amount = yuan("3000").fen;
        target.split = team::Split::person;
        builder.team.targets = {target};
    }
};

std::string shown(const Report& report, lang::Language language = lang::Language::zh) {
    return render::text(report, lang::translator(language), render::Style{.columns = 80});
}

std::string text_of(const Json& json, std::string_view key) {
    return std::get<std::string>(member(json, key)->value());
}

std::vector<std::string> tables(const Report& report) {
    std::vector<std::string> ids;
    for (const auto& block : report.blocks) {
        if (const auto* table = std::get_if<Table>(&block)) ids.push_back(table->id);
    }
    return ids;
}

bool fits(const std::string& page, std::size_t columns) {
    for (std::size_t from = 0; from < page.size();) {
        const auto end = page.find('\n', from);
        if (display_width(page.substr(from, end - from)) > columns) return false;
        from = end == std::string::npos ? page.size() : end + 1;
    }
    return true;
}

TEST_CASE("a summary has a section for each subject that was recorded") {
    SummaryTeam made;
    made.fill();
    const auto report = report_of(made.builder, "2026-11", "2026-11-04");
    CHECK(tables(report) == std::vector<std::string>{"targets", "sales", "customers", "attendance", "points",
                                                     "points_reasons", "fines", "fund", "praise", "problems",
                                                     "turns", "open_actions", "open_problems",
                                                     "open_receivables"});
    const auto page = shown(report);
    CHECK(fits(page, 80));
    CHECK(page.find("2026年11月总结") != std::string::npos);
    CHECK(page.find("统计到11月4日 周三为止") != std::string::npos);
    CHECK(page.find("有 2 次会议没有登记考勤：11月3日晨会、11月4日晨会") != std::string::npos);
    CHECK(page.find("没有记录：工单和投诉、工作日记、考核、培训和日常、建议。") != std::string::npos);
    CHECK(page.find("[[") == std::string::npos);
    const auto english = shown(report, lang::Language::en);
    CHECK(fits(english, 80));
    CHECK(english.find("[[") == std::string::npos);
}

TEST_CASE("a summary's JSON carries every metric of everybody, the fund and what is open") {
    SummaryTeam made;
    made.fill();
    const auto report = report_of(made.builder, "2026-11", "2026-11-30");
    const auto& data = report.data;
    CHECK(text_of(*member(data, "period"), "from") == "2026-11-01");
    CHECK(text_of(*member(data, "period"), "to") == "2026-11-30");
    const auto& people = std::get<Json::Array>(member(data, "people")->value());
    REQUIRE(people.size() == 3);
    CHECK(text_of(people[1], "who") == "张伟");
    const auto& metrics = *member(people[1], "metrics");
    CHECK(text_of(metrics, "sales") == "1000.00");
    CHECK(text_of(metrics, "receivables") == "600.00");
    CHECK(std::get<std::int64_t>(member(metrics, "customers_new")->value()) == 1);
    CHECK(std::get<std::int64_t>(member(metrics, "visits")->value()) == 0);
    CHECK(std::get<JsonDecimal>(member(metrics, "target_ratio")->value()).value == Ratio{1, 1});
    CHECK(member(metrics, "score_exam") == nullptr);
    CHECK(member(*member(people[0], "metrics"), "refund_rate") == nullptr);
    CHECK(std::get<std::int64_t>(member(*member(data, "team"), "turns_host")->value()) == 1);
    const auto& fund = *member(data, "fund");
    CHECK(text_of(fund, "opening") == "0.00");
    CHECK(text_of(fund, "fines") == "100.00");
    CHECK(text_of(fund, "other") == "0.00");
    CHECK(text_of(fund, "spent") == "30.00");
    CHECK(text_of(fund, "balance") == "70.00");
    const auto& open = *member(data, "open");
    for (const auto* key : {"actions", "problems", "customers", "receivables"})
        CHECK(std::get<Json::Array>(member(open, key)->value()).size() == 1);
    CHECK(std::get<Json::Array>(member(open, "tickets")->value()).empty());
}

TEST_CASE("a summary of a unit or a person shows theirs alone") {
    SummaryTeam made;
    made.fill();
    const auto unit = report_of(made.builder, "2026-11", "2026-11-30", {made.second, {}});
    CHECK(tables(unit) ==
          std::vector<std::string>{"targets", "attendance", "problems", "open_actions", "open_problems"});
    CHECK(std::get<Json::Array>(member(unit.data, "people")->value()).size() == 1);
    const auto person = report_of(made.builder, "2026-11", "2026-11-30", {{}, made.b});
    const auto page = shown(person);
    CHECK(page.find("张伟 2026年11月总结") != std::string::npos);
    CHECK(page.find("王丽") == std::string::npos);
    CHECK(page.find("合计") != std::string::npos);  // of the receivables
    CHECK(text_of(*member(person.data, "team"), "sales") == "1000.00");
}

TEST_CASE("a problem says what became of it") {
    SummaryTeam made;
    const auto problem = [&](const char* id) {
        made.builder.record("problem", "2026-11-03",
                            {{"id", text(id)}, {"who", made.a}, {"text", text("…")}});
    };
    for (const auto* id : {"p1", "p2", "p3", "p4"}) problem(id);
    made.builder.record("done", "2026-11-05", {{"id", text("p1")}, {"note", text("买了新的")}});
    team::Topic topic;
    topic.title = "断网怎么办";
    topic.from = "p2";
    topic.used = day("2026-11-18");
    made.builder.team.topics = {topic};
    made.builder.record(
        "action", "2026-11-04",
        {{"id", text("a1")}, {"who", made.b}, {"text", text("借样机")}, {"from", text("p3")}});
    const auto page = shown(report_of(made.builder, "2026-11", "2026-11-30"));
    CHECK(page.find("11月5日已解决：买了新的") != std::string::npos);
    CHECK(page.find("11月18日专题“断网怎么办”") != std::string::npos);
    CHECK(page.find("转为待办：借样机（张伟）") != std::string::npos);
    CHECK(page.find("还没解决") != std::string::npos);
}

TEST_CASE("a period without records says so in one line") {
    SummaryTeam made;
    made.builder.team.series.clear();
    const auto report = report_of(made.builder, "2026-11", "2026-12-31");
    CHECK(report.blocks.size() == 3);
    CHECK(shown(report).find("没有2026年10月的数据，不作环比。") != std::string::npos);
    CHECK(shown(report).find("没有记录：业绩、客户、工单和投诉、考勤、工作日记、积分") != std::string::npos);
}

}  // namespace
}  // namespace teamctl::test
