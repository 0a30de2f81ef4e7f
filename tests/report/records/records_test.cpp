#include "report/records.hpp"

#include <doctest/doctest.h>

#include "../yaml_team.hpp"
#include "report/next.hpp"

using namespace teamctl;
using test::contains;

namespace {

team::Team sales() {
    return test::team_of(
        {{"teamctl.yaml", "team: t\n"},
         {"roster.yaml", "people:\n  - {id: wangli, name: 王丽}\n  - {id: zhangwei, name: 张伟}\n"},
         {"queues/desk.yaml", "{name: 前台接待, who: all}\n"},
         {"log/2026-11/2026-11-23.yaml",
          "- customer: {id: c1, name: 王先生, owner: zhangwei, phone: \"13900001111\", at: \"10:05\", next: "
          "2026-11-25}\n"
          "- turn: {queue: desk, who: zhangwei, customer: c1, at: \"10:05\"}\n"
          "- deal: {id: d1, who: zhangwei, customer: c1, amount: 18250.00, paid: 10000}\n"
          "- praise: {who: wangli, for: 救场, by: zhangwei}\n"},
         {"log/2026-11/2026-11-24.yaml", "- deal: {id: d2, who: wangli, customer: c1, amount: 99.5}\n"}});
}

report::RecordsQuery query(std::string_view period) {
    report::RecordsQuery made;
    made.period = *parse_period(period, test::day("2026-11-24"));
    return made;
}

std::string json(const report::RecordsQuery& asked) {
    return test::as_json(report::records_report(sales(), asked));
}

}  // namespace

TEST_CASE("records of a period, with file and line") {
    const auto report = report::records_report(sales(), query("2026-11"));
    const auto text = test::shown(report);
    CHECK(contains(text, "共 5 条"));
    CHECK(contains(text, "客户 王先生"));
    CHECK(
        contains(render::csv(report, lang::translator(lang::Language::zh)), "log/2026-11/2026-11-23.yaml:3"));
    CHECK(
        contains(json(query("2026-11-24")), "\"file\": \"log/2026-11/2026-11-24.yaml\",\n      \"line\": 1"));
}

TEST_CASE("records of one kind have a column for each figure; CSV one for each field") {
    auto asked = query("2026-11");
    asked.kind = team::record_kind("deal");
    const auto report = report::records_report(sales(), asked);
    CHECK(contains(test::shown(report), "18,250"));
    CHECK(contains(render::csv(report, lang::translator(lang::Language::en)),
                   "date,at,record,id,who,customer,amount,paid,due,renew_on,note,place"));
    CHECK(contains(render::csv(report, lang::translator(lang::Language::en)),
                   "2026-11-23,,deal,d1,zhangwei,c1,18250.00,10000.00,,,"));
}

TEST_CASE("a telephone number is shown in no format unless it is asked for") {
    const auto all_of = [](const report::RecordsQuery& asked) {
        const auto report = report::records_report(sales(), asked);
        const auto& words = lang::translator(lang::Language::zh);
        return test::shown(report) + render::csv(report, words) + render::json(report, words) +
               render::markdown(report, words) + render::html(report, words) + render::ndjson(report, words);
    };
    auto asked = query("2026-11-23");
    for (const int kind : {-1, team::record_kind("customer")}) {
        if (kind >= 0) asked.kind = kind;
        asked.phones = false;
        CHECK_FALSE(contains(all_of(asked), "13900001111"));
        CHECK_FALSE(contains(all_of(asked), "phone"));
        asked.phones = true;
        CHECK(contains(test::shown(report::records_report(sales(), asked)), "13900001111"));
        CHECK(contains(json(asked), "\"phone\": \"13900001111\""));
    }
    CHECK(contains(render::csv(report::records_report(sales(), asked), lang::translator(lang::Language::zh)),
                   ",name,phone,channel,"));
}

TEST_CASE("records that name a person in any field") {
    auto asked = query("2026-11");
    asked.who = {0};
    CHECK(contains(test::shown(report::records_report(sales(), asked)), "共 2 条"));
    asked.who = {1};
    CHECK(contains(test::shown(report::records_report(sales(), asked)), "共 4 条"));
}

TEST_CASE("records whose fields have a value: raw, a name, an amount however written") {
    const auto count = [](std::vector<std::pair<std::string, std::string>> where) {
        auto asked = query("2026-11");
        asked.where = std::move(where);
        return test::shown(report::records_report(sales(), asked));
    };
    CHECK(contains(count({{"customer", "c1"}}), "共 3 条"));
    CHECK(contains(count({{"who", "张伟"}}), "共 2 条"));
    CHECK(contains(count({{"amount", "99.50"}}), "共 1 条"));
    CHECK(contains(count({{"record", "deal"}, {"who", "wangli"}}), "共 1 条"));
    CHECK(contains(count({{"amount", "7"}}), "共 0 条"));
    CHECK(report::is_record_key(team::record_kind("deal"), "paid"));
    CHECK_FALSE(report::is_record_key(team::record_kind("deal"), "phone"));
    CHECK(report::is_record_key({}, "phone"));
}

TEST_CASE("next says who, why and what is owed") {
    const auto team = sales();
    const auto report = report::next_report(team, {0}, test::moment("2026-11-24T09:00"));
    const auto text = test::shown(report);
    CHECK(contains(text, "下一位：王丽\n按顺序，第 1 轮"));
    CHECK(contains(text, "未按顺序"));
    CHECK(contains(test::as_json(report), "\"next\": \"wangli\""));
}
