// Laws that hold for whatever a team records: attendance adds up, evidence adds up, the past stays.
#include <doctest/doctest.h>

#include <random>

#include "../support/team_builder.hpp"

namespace teamctl::test {
namespace {

using team::PersonId;

/// A random November of six people: leave, meetings, diaries, customers, deals, tickets, points.
class RandomTeam {
  public:
    explicit RandomTeam(unsigned seed) : random_{seed} {
        for (int i = 0; i < 6; ++i) people_.push_back(builder.person("p" + std::to_string(i)));
        builder.team.people[4].joined = make_date(2026, 11, 1) + Days{below(30)};
        builder.team.people[5].left = make_date(2026, 11, 1) + Days{below(30)};
        builder.team.people[3].terms.works = {std::chrono::Monday, std::chrono::Thursday};
        rules();
        const auto morning = builder.meeting("morning");
        builder.team.series[0].roles.emplace_back();
        builder.team.series[0].roles[0].name = "host";
        builder.team.series[0].roles[0].function = team::RoleFunction::leads;
        for (int d = 1; d <= 30; ++d) a_day(make_date(2026, 11, static_cast<unsigned>(d)), morning);
    }
    TeamBuilder builder;

  private:
    int below(int limit) { return std::uniform_int_distribution<int>{0, limit - 1}(random_); }
    PersonId anybody() { return people_[static_cast<std::size_t>(below(6))]; }
    TimeOfDay time() { return TimeOfDay{480 + below(720)}; }
    team::FieldValue id(char letter) { return std::string{letter} + std::to_string(++number_); }
    Money amount() { return {1 + below(3'000'000)}; }

    void rules() {
        team::DeadlineRule diary;
        diary.record = "diary";
        diary.who.all = true;
        diary.by = clock("18:00");
        diary.from = day("2026-11-01");
        diary.first = -2;
        diary.step = -2;
        diary.resets = team::Resets::month;
        auto& all = builder.team.rules;
        all.deadlines = {diary};
        all.attendance = {{"absent", {"absent"}, yuan("300"), -3, {}},
                          {"late", {"late", "left_early"}, yuan("100"), -1, {}}};
        all.follow_up_days = 3;
        team::Selector everybody;
        everybody.all = true;
        all.records = {{"praised", "praise", everybody, 1, {}, {}},
                       {"mistake", "mistake", everybody, -1, yuan("20"), {}}};
        all.commission = team::Commission{"sales", {{yuan("10000"), {5, 100}}, {std::nullopt, {8, 100}}}, {}};
        all.service_levels = {{"normal", {60, false}, {1, true}, true, {}}};
        team::Target target;
        target.period = span("2026-11");
        target.metric = "sales";
        target.amount = yuan("99999.99").fen;
        target.split = team::Split::person;
        builder.team.targets = {target};
    }

    void attendance(const std::string& date, team::SeriesId morning) {
        People late, early, absent, excused, present;
        for (const auto who : people_) {
            switch (below(8)) {
                case 0:
                    absent.push_back(who);
                    break;
                case 1:
                    excused.push_back(who);
                    break;
                case 2:
                    late.push_back(who);
                    if (below(2) == 0) early.push_back(who);
                    break;
                case 3:
                    early.push_back(who);
                    break;
                case 4:
                    break;
                default:
                    present.push_back(who);
            }
        }
        auto& record = builder.record("attendance", date,
                                      {{"meeting", morning},
                                       {"late", late},
                                       {"left_early", early},
                                       {"absent", absent},
                                       {"excused", excused}});
        if (below(2) == 0) record.set("present", present);
    }

    void customers(const std::string& date) {
        const auto customer = id('c');
        const auto who = anybody();
        builder.record("customer", date,
                       {{"id", customer}, {"name", std::string{"客户"}}, {"owner", who}, {"at", time()}});
        if (below(2) == 0) builder.record("contact", date, {{"who", anybody()}, {"customer", customer}});
        if (below(3) == 0)
            builder.record(
                "customer_closed", date,
                {{"customer", customer}, {"outcome", std::string{below(2) == 0 ? "won" : "lost"}}});
        if (below(2) == 0) return;
        const auto deal = id('d');
        const Money price = amount();
        builder.record("deal", date,
                       {{"id", deal}, {"who", who}, {"amount", price}, {"paid", Money{price.fen / 3}}});
        if (below(2) == 0)
            builder.record("payment", date, {{"deal", deal}, {"amount", Money{price.fen / 3}}});
        if (below(4) == 0)
            builder.record("refund", date, {{"who", who}, {"deal", deal}, {"amount", Money{price.fen / 7}}});
    }

    void a_day(Date date, team::SeriesId morning) {
        const auto name = to_string(date);
        if (below(10) == 0) builder.leave(anybody(), name, name, static_cast<team::Half>(below(3)));
        if (below(8) != 0) attendance(name, morning);
        if (below(12) == 0) builder.record("cancel", name, {{"meeting", morning}});
        builder.plan(name, morning, anybody());
        for (const auto who : people_) {
            if (below(4) != 0) builder.record("diary", name, {{"who", who}, {"at", time()}});
        }
        for (int i = below(3); i > 0; --i) customers(name);
        const std::string words{"…"};
        if (below(2) == 0) builder.record("praise", name, {{"who", anybody()}, {"for", words}});
        if (below(4) == 0) builder.record("mistake", name, {{"who", anybody()}, {"text", words}});
        if (below(4) == 0)
            builder.record("points", name,
                           {{"who", anybody()}, {"points", std::int64_t{below(9)} - 4}, {"reason", words}});
        if (below(3) == 0)
            builder.record("score", name,
                           {{"who", anybody()},
                            {"kind", std::string{"exam"}},
                            {"value", team::Decimal{below(300000)}},
                            {"of", team::Decimal{300000 + below(4) * 50000}}});
        if (below(3) == 0) tickets(name);
        if (below(6) == 0)
            builder.record("fund", name, {{"amount", Money{below(20000) - 5000}}, {"for", words}});
    }

    void tickets(const std::string& date) {
        const auto ticket = id('t');
        builder.record("ticket", date,
                       {{"id", ticket},
                        {"kind", std::string{below(2) == 0 ? "fault" : "complaint"}},
                        {"who", anybody()},
                        {"text", std::string{"…"}},
                        {"at", time()}});
        if (below(2) == 0)
            builder.record("ticket_answered", date, {{"ticket", ticket}, {"by", anybody()}, {"at", time()}});
        if (below(2) == 0)
            builder.record("ticket_closed", date, {{"ticket", ticket}, {"by", anybody()}, {"at", time()}});
    }

    std::mt19937 random_;
    People people_;
    int number_ = 0;
};

/// Everybody and nobody in particular.
std::vector<rules::Subject> subjects(const team::Team& team) {
    std::vector<rules::Subject> all{{}};
    for (std::int32_t i = 0; i < std::ssize(team.people); ++i) all.push_back({PersonId{i}, {}});
    return all;
}

std::optional<Ratio> as_number(const rules::Value& value) {
    return rules::number(value);
}

TEST_CASE("everybody expected at a meeting is counted exactly once") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        const Desk desk{RandomTeam{seed}.builder, "2026-11"};
        for (const auto& sitting : desk.books().attendance().held) {
            std::int64_t attended = 0, absent = 0, excused = 0, unnamed = 0;
            for (const auto& mark : sitting.marks) {
                const int states = (mark.attended() ? 1 : 0) + (mark.absent ? 1 : 0) +
                                   (mark.excused ? 1 : 0) + (mark.unnamed() ? 1 : 0);
                REQUIRE(states == 1);
                REQUIRE_FALSE((mark.present && (mark.late || mark.left_early)));
                REQUIRE(rules::expected(desk.team(), desk.books().absences(), sitting.occurrence, mark.who));
                attended += mark.attended() ? 1 : 0;
                absent += mark.absent ? 1 : 0;
                excused += mark.excused ? 1 : 0;
                unnamed += mark.unnamed() ? 1 : 0;
            }
            REQUIRE(std::ssize(sitting.marks) == attended + absent + excused + unnamed);
        }
    }
}

TEST_CASE("the evidence of every figure adds up to it, and people add up to the team") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        const Desk desk{RandomTeam{seed}.builder, "2026-11"};
        for (const auto& metric : desk.figures().catalogue()) {
            CAPTURE(metric.name);
            rules::Sum people;
            for (const auto& subject : subjects(desk.team())) {
                const auto figure = desk.figures().figure(metric, subject);
                REQUIRE(as_number(figure.value) == as_number(desk.value(metric.name, subject)));
                rules::Sum total;
                for (const auto& evidence : figure.evidence) total.add(evidence.part, evidence.base);
                REQUIRE(as_number(total.value(metric.unit)) == as_number(figure.value));
                if (subject.is_team()) continue;
                for (const auto& evidence : figure.evidence) {
                    REQUIRE(evidence.who == subject.person);
                    people.add(evidence.part, evidence.base);
                }
            }
            rules::Sum team;
            for (const auto& evidence : desk.figures().figure(metric, {}).evidence) {
                if (evidence.who) team.add(evidence.part, evidence.base);
            }
            if (metric.name == "target_ratio") continue;  // the team's target is its own
            REQUIRE(people.part == team.part);
            REQUIRE(people.base == team.base);
        }
    }
}

TEST_CASE("days add up to the month, and the fund carries over") {
    const std::vector<std::string_view> additive{
        "late", "absent", "diaries", "diaries_late", "sales", "points", "diaries_missing", "fines", "praise"};
    for (unsigned seed = 1; seed <= 10; ++seed) {
        const auto builder = RandomTeam{seed}.builder;
        const Desk month{builder, "2026-11"};
        std::map<std::string_view, Ratio> sums;
        Money balance;
        for (int d = 1; d <= 30; ++d) {
            const auto date = to_string(make_date(2026, 11, static_cast<unsigned>(d)));
            const Desk desk{builder, date};
            for (const auto name : additive) {
                auto& total = sums.try_emplace(name, Ratio{0, 1}).first->second;
                total = rules::sum(total, *as_number(desk.value(name)));
            }
            const auto& fund = desk.books().fund();
            REQUIRE(fund.opening == balance);
            REQUIRE(fund.balance == fund.opening + fund.from_fines + fund.other - fund.spent);
            balance = fund.balance;
        }
        for (const auto name : additive) {
            CAPTURE(name);
            CHECK(sums[name] == *as_number(month.value(name)));
        }
        CHECK(balance == month.books().fund().balance);
        CHECK(month.books().fund().from_fines == std::get<Money>(month.value("fines")));
    }
}

TEST_CASE("nothing after now is judged or counted") {
    for (unsigned seed = 1; seed <= 10; ++seed) {
        auto builder = RandomTeam{seed}.builder;
        const Desk before{builder, "2026-11", "2026-11-15"};
        std::erase_if(builder.team.records, [](const auto& r) { return r.date > make_date(2026, 11, 15); });
        std::erase_if(builder.team.plan,
                      [](const auto& line) { return line.date > make_date(2026, 11, 15); });
        const Desk cut{builder, "2026-11", "2026-11-15"};
        for (const auto& metric : before.figures().catalogue()) {
            CAPTURE(metric.name);
            CHECK(as_number(before.value(metric.name)) == as_number(cut.value(metric.name)));
        }
        for (const auto& judged : before.books().judgements()) CHECK(judged.date <= day("2026-11-15"));
    }
}

}  // namespace
}  // namespace teamctl::test
