// A summary at the borders of its period: what it is compared with, targets over months, who came late,
// units.
#include <doctest/doctest.h>

#include "lang/lang.hpp"
#include "render/render.hpp"
#include "report/summary.hpp"
#include "rules/scope/parts.hpp"
#include "team.hpp"

namespace teamctl::test {
namespace {

std::string page_of(TeamBuilder& builder, std::string_view period, std::string_view now,
                    const report::SummaryOptions& options = {}) {
    return render::text(report_of(builder, period, now, options), lang::translator(lang::Language::zh),
                        render::Style{.columns = 100});
}

bool has(const std::string& page, std::string_view part) {
    return page.find(part) != std::string::npos;
}

const Table* table_of(const Report& report, std::string_view id) {
    for (const auto& block : report.blocks) {
        const auto* table = std::get_if<Table>(&block);
        if (table != nullptr && table->id == id) return table;
    }
    return nullptr;
}

void target(TeamBuilder& builder, std::string_view period, std::string_view amount, team::PersonId who) {
    team::Target made;
    made.period = span(period);
    made.metric = "sales";
    made.amount = yuan(amount).fen;
    made.who = who;
    builder.team.targets.push_back(made);
}

void deal(TeamBuilder& builder, std::string_view date, team::PersonId who, std::string_view amount) {
    builder.record("deal", date,
                   {{"id", "d" + std::string{date} + std::to_string(who.index)},
                    {"who", who},
                    {"amount", yuan(amount)},
                    {"paid", yuan(amount)}});
}

TEST_CASE("a period is compared with the one before, up to the same point where it is not over") {
    const team::Team team;
    const calendar::WorkingDays days{team};
    const auto before = [&](std::string_view period, std::string_view now) {
        const auto made = rules::period_before(days, span(period), moment(now));
        return to_string(made.period) + " " + to_string(made.end.date) + " " + to_string(made.end.time);
    };
    CHECK(before("2026-11", "2026-12-05") == "2026-10 2026-10-31 24:00");
    CHECK(before("2026-11", "2026-11-17T09:30") == "2026-10 2026-10-17 09:30");
    CHECK(before("2026-03", "2026-03-30") == "2026-02 2026-02-28 24:00");  // February has no 30th
    CHECK(before("2026-W48", "2026-11-24T08:00") == "2026-W47 2026-11-17 08:00");
    CHECK(before("2026-Q4", "2027-01-01") == "2026-Q3 2026-09-30 24:00");
    CHECK(before("2026-11-05..2026-11-07", "2026-11-30") == "2026-11-02..2026-11-04 2026-11-04 24:00");
    CHECK(before("2026-11-23", "2026-11-30") == "2026-11-20 2026-11-20 24:00");  // Monday: against Friday
}

TEST_CASE("figures are set beside those of the period before, with who moved most") {
    TeamBuilder builder;
    const auto a = builder.person("王丽");
    const auto b = builder.person("张伟");
    const auto c = builder.person("吴昊");
    builder.team.people[2].joined = day("2026-11-09");
    deal(builder, "2026-10-05", a, "100");
    deal(builder, "2026-10-06", b, "500");
    deal(builder, "2026-10-20", b, "7000");  // after the same point of October
    deal(builder, "2026-11-03", a, "400");
    deal(builder, "2026-11-10", b, "200");
    deal(builder, "2026-11-11", c, "9000");  // not there in October: moves nothing
    const auto page = page_of(builder, "2026-11", "2026-11-17");
    CHECK(has(page, "和上期同一段比：2026年10月1日至17日"));
    CHECK(has(page, "+9,000"));
    CHECK(has(page, "业绩：升得最多 王丽（+300）、降得最多 张伟（−300）"));
    CHECK(has(page_of(builder, "2026-11", "2026-12-01"), "和上期比：2026年10月"));
    CHECK(has(page_of(builder, "2026-10", "2026-12-01"), "没有2026年9月的数据，不作环比。"));
}

TEST_CASE("a quarter's target is the sum of its months', and is set against the working days gone") {
    TeamBuilder builder;
    const auto a = builder.person("王丽");
    for (const auto* month : {"2026-10", "2026-11", "2026-12"}) target(builder, month, "2200", a);
    deal(builder, "2026-10-05", a, "1650");
    const auto quarter = report_of(builder, "2026-Q4", "2026-10-30", {{}, a});
    const auto* table = table_of(quarter, "targets");
    REQUIRE(table != nullptr);
    REQUIRE(table->rows.size() == 1);
    const auto& row = table->rows[0];
    CHECK(std::get<Money>(row[1].value) == yuan("6600"));
    CHECK(std::get<Money>(row[2].value) == yuan("1650"));
    CHECK(std::get<Money>(row[3].value) == yuan("4950"));
    // Without holidays 22 + 21 + 23 working days, 22 of them gone.
    CHECK(std::get<Money>(row[4].value) == yuan("2200"));
    CHECK(std::get<Money>(row[5].value) == yuan("550"));
    CHECK(has(page_of(builder, "2026-Q4", "2026-10-30", {{}, a}), "工作日已过 22/66 天"));
    // A day tells where its month stands.
    CHECK(has(page_of(builder, "2026-10-05", "2026-10-30"), "目标：2026年10月到目前"));
    CHECK(has(page_of(builder, "2026-10-05", "2026-10-30"), "工作日已过 3/22 天"));
    // A quarter of which a month has none has no target.
    builder.team.targets.pop_back();
    CHECK(table_of(report_of(builder, "2026-Q4", "2026-10-30"), "targets") == nullptr);
}

TEST_CASE("turns due fall to those who were there, and none to a meeting that was cancelled") {
    TeamBuilder builder;
    const auto whole = builder.unit("公司");
    const auto group = builder.unit("一组", whole);
    const auto a = builder.person("王丽", group);
    const auto b = builder.person("张伟", whole);
    builder.person("吴昊", group);
    builder.team.people[2].joined = day("2026-11-04");
    const auto morning = builder.meeting("晨会");
    builder.team.series[0].roles.emplace_back();
    builder.team.series[0].roles[0].name = "host";
    builder.team.series[0].roles[0].function = team::RoleFunction::leads;
    builder.team.series[0].roles[0].who.all = true;
    for (const auto* date : {"2026-11-02", "2026-11-03", "2026-11-04", "2026-11-05"})
        builder.plan(date, morning, a);
    builder.plan("2026-11-06", morning, b);
    builder.leave(b, "2026-11-03", "2026-11-03");
    builder.record("cancel", "2026-11-05", {{"meeting", morning}, {"reason", text("…")}});
    const auto report = report_of(builder, "2026-W45", "2026-11-05");
    const auto* table = table_of(report, "turns");
    REQUIRE(table != nullptr);
    CHECK(table->columns[2].id == "due_host");
    REQUIRE(table->rows.size() == 1);
    CHECK(std::get<std::int64_t>(table->rows[0][1].value) == 3);
    CHECK(table->rows[0][2].raw == "1.83");  // 1/2 + 1 + 1/3
    CHECK(has(page_of(builder, "2026-W45", "2026-11-05"), "该轮到主持、一次还没轮到的：张伟、吴昊。"));
    // A unit shows its sub-units' people; who joined after the period is not of it.
    const auto unit = report_of(builder, "2026-W45", "2026-11-05", {whole, {}});
    CHECK(std::get<std::int64_t>(table_of(unit, "turns")->footer[1].value) == 3);
    CHECK(unit.rows->rows.size() == 3);
    CHECK(report_of(builder, "2026-W45", "2026-11-05", {group, {}}).rows->rows.size() == 2);
    CHECK(report_of(builder, "2026-11-02..2026-11-03", "2026-11-05", {group, {}}).rows->rows.size() == 1);
}

TEST_CASE("a meter's consumption runs from reading to reading, and a jump is marked") {
    TeamBuilder builder;
    team::Asset meter;
    meter.id = meter.name = "水表";
    meter.unit = "吨";
    builder.team.assets = {meter};
    const auto read = [&](const char* date, std::int64_t value) {
        builder.record("meter", date,
                       {{"asset", team::AssetId{0}}, {"value", team::Decimal{value * 10'000}}});
    };
    read("2026-09-30", 100);
    read("2026-10-31", 140);
    CHECK(has(page_of(builder, "2026-10", "2026-12-01"), "40 吨"));
    read("2026-11-15", 170);
    read("2026-11-30", 201);
    const auto page = page_of(builder, "2026-11", "2026-12-01");
    CHECK(has(page, "61 吨"));
    CHECK(has(page, "52.5 %"));
    CHECK(has(page, "突变"));
    CHECK(!has(page_of(builder, "2026-10", "2026-12-01"), "突变"));
    builder.record("meter", "2026-12-31",
                   {{"asset", team::AssetId{0}}, {"value", team::Decimal{5 * 10'000}}, {"replaced", true}});
    CHECK(has(page_of(builder, "2026-12", "2026-12-31"), "换了新表，从零算起"));
}

TEST_CASE("awards are won once their period is over, and lead before") {
    TeamBuilder builder;
    const auto a = builder.person("王丽");
    builder.person("张伟");
    team::Award award;
    award.id = award.name = "销售能手";
    award.who.all = true;
    award.best = "sales";
    award.places = {1};
    builder.team.awards = {award};
    deal(builder, "2026-11-03", a, "400");
    CHECK(has(page_of(builder, "2026-11", "2026-11-20"), "暂列"));
    const auto over = page_of(builder, "2026-11", "2026-12-01");
    CHECK(has(over, "获奖"));
    CHECK(has(over, "做得好的：销售能手 王丽"));
    CHECK(!has(page_of(builder, "2026-W45", "2026-12-01"), "评奖"));
    CHECK(has(page_of(builder, "2026-Q4", "2026-12-31"), "2026-11"));
}

}  // namespace
}  // namespace teamctl::test
