// explain adds up: its evidence makes exactly the figure that the summary shows, for every metric of
// everybody.
#include <doctest/doctest.h>

#include <filesystem>

#include "../../support/json.hpp"
#include "calendar/working_days.hpp"
#include "lang/lang.hpp"
#include "report/explain.hpp"
#include "report/summary.hpp"
#include "rules/figures/metrics.hpp"
#include "rules/look_back.hpp"
#include "store/directory.hpp"
#include "team/people.hpp"

namespace teamctl::test {
namespace {

namespace fs = std::filesystem;

const Json::Array& items(const Json& json, std::string_view key) {
    return std::get<Json::Array>(member(json, key)->value());
}

/// As a reader of the JSON has it: text.
std::string text_of(const Json* json) {
    if (json == nullptr || json->is_null()) return "-";
    if (const auto* whole = std::get_if<std::int64_t>(&json->value())) return std::to_string(*whole);
    if (const auto* number = std::get_if<JsonDecimal>(&json->value()))
        return decimals(number->value, number->places);
    return std::get<std::string>(json->value());
}

/// A number of the JSON, exactly as its text says it.
Ratio number_of(const Json& json) {
    if (json.is_null()) return {0, 1};
    if (const auto* number = std::get_if<JsonDecimal>(&json.value())) return number->value;
    const std::string text = text_of(&json);
    const auto stop = text.find('.');
    if (stop == std::string::npos) return {std::stoll(text), 1};
    std::int64_t den = 1;
    for (auto i = stop + 1; i < text.size(); ++i) den *= 10;
    return rules::product(1, {std::stoll(text.substr(0, stop) + text.substr(stop + 1)), den});
}

/// What the steps add up to, said as the summary says its figure.
std::string sum_of_steps(const Json& explained, rules::Measure unit) {
    Ratio part{0, 1};
    Ratio base{0, 1};
    for (const auto& step : items(explained, "steps")) {
        part = rules::sum(part, number_of(*member(step, "part")));
        base = rules::sum(base, number_of(*member(step, "base")));
    }
    if (unit == rules::Measure::money) return decimals(part, 2);
    if (unit == rules::Measure::amount)
        return items(explained, "steps").empty() ? "-" : decimals(part, 4);
    if (unit != rules::Measure::ratio && unit != rules::Measure::score) return decimals(part, 0);
    return base.num <= 0 ? "-" : decimals(rules::quotient(part, base), 6);
}

/// Every record that a step names stands in the files at that place.
bool placed(const Json& explained) {
    for (const auto& step : items(explained, "steps")) {
        if (member(step, "file")->is_null() || member(step, "line")->is_null()) return false;
    }
    return true;
}

/// Walks one month of one team; returns the number of figures seen.
int walk(const rules::Context& context, const Period& month) {
    const auto& words = lang::translator(lang::Language::en);
    const auto catalogue = rules::metrics(context.team);
    int seen = 0;
    const auto compare = [&](const Json& figures, const rules::Subject& subject) {
        for (const auto& metric : catalogue) {
            const auto report = report::explain_report(context, month, subject, metric.name, words);
            const auto shown = text_of(member(figures, metric.name));
            INFO(to_string(month), " ", metric.name, " ", subject.person.index, " ", subject.unit.index);
            CHECK(text_of(member(report.data, "value")) == shown);
            CHECK(sum_of_steps(report.data, metric.unit) == shown);
            CHECK(placed(report.data));
            ++seen;
        }
    };
    const auto team = report::summary_report(context, month).data;
    compare(*member(team, "team"), {});
    for (const auto& entry : items(team, "people")) {
        const auto id = text_of(member(entry, "who"));
        compare(*member(entry, "metrics"), {*team::find_person(context.team, id), {}});
    }
    for (std::int32_t i = 0; i < std::ssize(context.team.units); ++i) {
        const team::UnitId unit{i};
        compare(*member(report::summary_report(context, month, {unit, {}}).data, "team"), {{}, unit});
    }
    return seen;
}

/// Months that an example has records of.
std::vector<Period> months_of(const fs::path& team) {
    std::vector<Period> months;
    for (const auto& entry : fs::directory_iterator{team / "log"}) {
        if (const auto month = parse_period(entry.path().filename().string(), Date{}))
            months.push_back(*month);
    }
    return months;
}

TEST_CASE("the evidence of every metric adds up to the summary's figure, in every example") {
    int teams = 0;
    for (const auto& entry : fs::directory_iterator{TEAMCTL_EXAMPLES}) {
        if (!fs::exists(entry.path() / "teamctl.yaml") || !fs::is_directory(entry.path() / "log")) continue;
        INFO(entry.path().filename().string());
        for (const auto& month : months_of(entry.path())) {
            const auto loaded = store::Directory{entry.path()}.load(rules::all_before(month));
            REQUIRE_FALSE(loaded.diagnostics.has_errors());
            const calendar::WorkingDays days{loaded.team};
            CHECK(walk({loaded.team, days, Moment{month.to, end_of_day}}, month) > 30);
        }
        ++teams;
    }
    CHECK(teams >= 2);
}

}  // namespace
}  // namespace teamctl::test
