// With and without closings every report is the same (teamctl-files(5), CLOSINGS): random teams over many
// months.
#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "../support/directory.hpp"
#include "calendar/working_days.hpp"
#include "report/agenda.hpp"
#include "report/due.hpp"
#include "report/next.hpp"
#include "report/person.hpp"
#include "report/standings.hpp"
#include "report/summary.hpp"
#include "rules/closing.hpp"
#include "rules/figures/ledger.hpp"
#include "rules/look_back.hpp"
#include "store/closings/closing_file.hpp"
#include "store/directory.hpp"
#include "store/disk.hpp"
#include "yaml_team.hpp"

using namespace teamctl;
using test::day;
using test::moment;

namespace {

namespace fs = std::filesystem;

/// A team's directory.
class TeamDirectory {
  public:
    const fs::path& path() const { return directory_.path; }
    void write(const std::string& name, const std::string& text) const { directory_.write(name, text); }
    std::string read(const std::string& name) const {
        return store::read_file(path() / name, 100'000'000).value_or("");
    }
    void clear_closings() const { fs::remove_all(path() / "closings"); }

  private:
    test::Directory directory_;
};

/// Closes the month as `close` does, and returns the text.
std::string closed(const TeamDirectory& directory, Month month) {
    store::Directory opened{directory.path()};
    const auto loaded = opened.load(rules::closing_need(opened.rules().team, month));
    REQUIRE_MESSAGE(!loaded.diagnostics.has_errors(), loaded.diagnostics.all().front().code.name());
    const calendar::WorkingDays days{loaded.team};
    const auto closing = rules::closing({loaded.team, days, {last_day(month), end_of_day}});
    const auto before = store::closing_facts(opened, month - std::chrono::months{1});
    auto text = store::closing_text(opened, loaded.team, closing, store::log_digests(opened, month),
                                    before ? before->checksum : "");
    directory.write(team::closing_path(month), text);
    return text;
}

/// Ten months of everything that may happen in a team, in whatever order.
class History {
  public:
    History(const TeamDirectory& directory, unsigned seed) : directory_{directory}, random_{seed} {
        // Some teams come back to what was settled long ago, most do not.
        comes_back_ = chance(60);
        write_team();
        for (Date date = day("2025-06-01"); date <= day("2026-03-31"); date += Days{1}) {
            date_ = date;
            lines_.clear();
            write_day();
            std::string text;
            for (const auto& line : lines_) text += "- " + line + "\n";
            if (!text.empty()) directory_.write(team::log_path(date), text);
        }
        std::string plans;
        for (const auto& [month, text] : plans_) directory_.write(team::plan_path(month), text);
        directory_.write("leave/2025.yaml", leave_[2025]);
        directory_.write("leave/2026.yaml", leave_[2026]);
    }

  private:
    struct Open {
        std::string id;
        Date since;
        bool closed = false;
    };

    bool chance(int percent) { return static_cast<int>(random_() % 100) < percent; }
    std::size_t below(std::size_t end) { return random_() % end; }
    std::string who() { return people[below(4)]; }
    std::string at() {
        const auto minute = below(60);
        return "\"" + std::to_string(10 + below(9)) + (minute < 10 ? ":0" : ":") + std::to_string(minute) +
               "\"";
    }
    std::string money() { return std::to_string(100 + below(900)) + ".50"; }
    void add(std::string line) { lines_.push_back(std::move(line)); }
    std::string id(char letter) { return std::string{letter} + "-" + std::to_string(++number_); }
    std::string soon() { return to_string(date_ + Days{static_cast<int>(below(120))}); }

    /// One that is open; now and then one that was settled, where the team comes back to such.
    Open* any(std::vector<Open>& list) {
        std::vector<Open*> able;
        for (auto& one : list) {
            if (!one.closed || comes_back_ || date_ - one.since < Days{60}) able.push_back(&one);
        }
        return able.empty() ? nullptr : able[below(able.size())];
    }

    void write_team() {
        static const std::vector<std::string> resets{"month", "quarter", "year", "never"};
        directory_.write("teamctl.yaml", "team: t\nhours: [\"08:30-12:00\", \"13:30-18:00\"]\n");
        directory_.write(
            "roster.yaml",
            "units:\n- {id: u, name: U, lead: a}\npeople:\n"
            "- {id: a, name: A, unit: u}\n- {id: b, name: B, unit: u, works: [mon, tue, wed]}\n"
            "- {id: c, name: C, unit: u}\n- {id: d, name: D, unit: u, joined: 2025-09-01, mentor: b}\n");
        std::string rules = "deadlines:\n";
        for (int i = 0; i < 3; ++i) {
            const bool long_count = i > 0 || chance(30);
            const auto& reset = long_count ? (chance(70) ? resets[3] : resets[0]) : resets[below(4)];
            const std::string extra = chance(50) ? ", from: 2025-07-10" : "";
            if (i < 2)
                rules += "- {id: d" + std::to_string(i) +
                         ", record: diary, who: all, every: workday, by: \"1" + std::to_string(6 + i) +
                         ":00\", points: {first: -1, step: -1}, resets: " + reset + extra + "}\n";
            else
                rules +=
                    "- {id: back, record: visit, field: back, by: \"17:00\", points: {first: -1, step: -2}, "
                    "resets: " +
                    reset + ", except_duty: desk" + extra + "}\n";
        }
        rules +=
            "attendance:\n- {id: late, status: [late, left_early], fine: 100}\n"
            "- {id: absent, status: absent, fine: 300, points: -5}\n"
            "follow_up: {every_days: 3}\n"
            "records:\n- {id: praised, record: praise, points: 1}\n"
            "- {id: wrong, record: mistake, points: -3, fine: 20.50}\n"
            "call_back: {within: 2 days, kinds: [complaint, fault]}\n"
            "service_levels:\n- {priority: normal, answer: 4 hours, resolve: 2 days, hours: working}\n"
            "commission: {on: sales, steps: [{up_to: 10000, rate: 5%}, {rate: 8%}]}\n";
        directory_.write("rules.yaml", rules);
        directory_.write(
            "meetings/morning.yaml",
            "name: M\nkind: standup\nwhen: {every: workday, start: \"09:00\", minutes: 30}\nattend: "
            "all\nroles:\n  host: {who: all}\nagenda:\n"
            "- {item: y, minutes: 2, by: host, show: yesterday}\n"
            "- {item: t, minutes: 2, by: host, show: today}\n"
            "- {item: p, minutes: 2, by: host, show: problems}\n"
            "- {item: o, minutes: 2, by: host, show: overdue}\n"
            "- {item: n, minutes: 2, by: host, show: announcements}\n"
            "- {item: g, minutes: 2, by: host, show: targets}\n"
            "- {item: s, minutes: 2, by: host, show: standings}\n"
            "- {item: m, minutes: 2, by: host, show: month}\n"
            "- {item: k, minutes: 2, by: host, show: tickets}\n"
            "- {item: c, minutes: 2, by: host, show: checklists}\n");
        directory_.write(
            "meetings/weekly.yaml",
            "name: W\nwhen: {every: week, on: [fri], start: \"15:00\", minutes: 30}\nattend: all\n");
        directory_.write("rotas/desk.yaml", "name: D\nwhen: {every: workday}\nroles:\n  duty: {who: all}\n");
        directory_.write("queues/reception.yaml", "name: Q\nwho: all\n");
        directory_.write("checklists/daily.yaml",
                         "name: L\nwhen: {every: workday}\nwho: all\nassets: {class: pc}\nitems:\n- ok\n");
        directory_.write("checklists/quarter.yaml",
                         "name: X\nwhen: {every: quarter, on: last fri}\nwho: all\nitems:\n- ok\n");
        directory_.write(
            "checklists/new.yaml",
            "name: N\nnewcomers: all\nitems:\n- {id: i0, text: t0, before: 3 days}\n- {id: i1, text: t1}\n"
            "- {id: i2, text: t2, within: 2 weeks, by: mentor}\n"
            "- {id: i3, text: t3, within: 3 months, min: 5}\n- {id: i4, text: t4, within: 6 months}\n");
        std::string trainings;
        for (Month month = month_of(day("2025-07-01")); month <= month_of(day("2026-03-01"));
             month += std::chrono::months{1})
            trainings += "- {topic: fire, on: " + to_string(month) + ", by: a}\n";
        directory_.write("trainings.yaml",
                         trainings + "- {id: k, topic: keys, on: 2025-08-12, who: [b, c]}\n");
        directory_.write(
            "assets/pc.yaml",
            "- {id: pc1, name: PC1, class: pc}\n- {id: pc2, name: PC2, class: pc}\n- {id: w1, name: "
            "W1, class: meter}\n");
        directory_.write("targets.yaml",
                         "- {period: 2026-02, metric: sales, amount: 50000.00, split: person}\n"
                         "- {period: 2026-03, metric: sales, amount: 50000.00, split: person}\n");
        directory_.write("awards.yaml",
                         "- {id: ace, name: Ace, every: month, require: [\"late = 0\"], best: sales}\n"
                         "- {id: bee, name: Bee, every: month, nominated: true}\n");
        directory_.write("topics.yaml", "- {title: T1, from: p-1}\n- {title: T2}\n");
        add_problem_one();
    }

    void add_problem_one() {
        directory_.write(team::log_path(day("2025-06-01")), "- problem: {id: p-1, who: a, text: first}\n");
        number_ = 1;
    }

    void write_day() {
        const bool workday =
            !(weekday_of(date_) == std::chrono::Saturday || weekday_of(date_) == std::chrono::Sunday);
        if (date_ == day("2025-06-01")) add("problem: {id: p-1, who: a, text: first}");
        if (date_ == day("2025-07-01")) add("done: {id: p-1, by: a}");
        if (!workday) return;
        plans_[month_of(date_)] += "- {date: " + to_string(date_) + ", series: desk, duty: " + who() + "}\n";
        plans_[month_of(date_)] +=
            "- {date: " + to_string(date_) + ", series: morning, host: " + who() + "}\n";
        if (chance(8)) {
            static const std::vector<std::string> kinds{"annual", "private", "business"};
            leave_[year_of(date_)] += "- {who: " + who() + ", from: " + to_string(date_) +
                                      ", to: " + to_string(date_ + Days{static_cast<int>(below(3))}) +
                                      ", kind: " + kinds[below(3)] + "}\n";
        }
        write_people();
        write_business();
        write_work();
    }

    void write_people() {
        if (chance(80)) {
            const auto late = chance(20) ? who() : "";
            const auto absent = chance(10) ? who() : "";
            add("attendance: {meeting: morning, late: [" + late + "], absent: [" +
                (absent == late ? "" : absent) + "], present: rest}");
        }
        if (chance(3)) add("attendance: {meeting: weekly, present: rest}");
        if (chance(2)) add("cancel: {meeting: morning, reason: r}");
        for (const auto& person : people) {
            if (chance(85)) add("diary: {who: " + person + ", at: " + at() + ", did: x}");
        }
        if (chance(30)) add("review: {who: " + people[1 + below(3)] + ", by: a, comment: ok}");
        if (chance(20))
            add("visit: {who: " + who() + ", client: k, out: \"09:30\"" +
                (chance(80) ? ", back: " + at() : std::string{}) + "}");
        if (chance(8)) add("praise: {who: " + who() + ", for: \"x: y, z\", by: a}");
        if (chance(4)) add("mistake: {who: " + who() + ", kind: operating, text: m}");
        if (chance(4)) add("points: {who: " + who() + ", points: -2, reason: r}");
        if (chance(4))
            add("fund: {amount: " + std::string{chance(50) ? "-" : ""} + money() + ", for: f, by: a}");
        if (chance(5)) add("announce: {text: n" + (chance(50) ? ", until: " + soon() : std::string{}) + "}");
        if (chance(3)) add("nomination: {award: bee, who: " + who() + ", by: a, reason: r, example: e}");
        if (chance(2))
            add("decision: {award: bee, period: \"" + to_string(month_of(date_ - Days{31})) +
                "\", who: " + who() + "}");
    }

    void write_business() {
        if (chance(40)) {
            customers_.push_back({id('c'), date_});
            add("customer: {id: " + customers_.back().id + ", name: N" + std::to_string(number_) +
                ", owner: " + who() + ", at: " + at() +
                (chance(20) ? ", renew_on: " + soon() : std::string{}) + "}");
        }
        if (auto* customer = any(customers_); customer != nullptr && chance(60))
            add("contact: {who: " + who() + ", customer: " + customer->id +
                (chance(30) ? ", next: " + soon() : std::string{}) + "}");
        if (auto* customer = any(customers_); customer != nullptr && chance(25)) {
            add("customer_closed: {customer: " + customer->id +
                ", outcome: " + (chance(60) ? "won" : "lost") + "}");
            customer->closed = true;
            customer->since = date_;
        }
        if (auto* customer = any(customers_); customer != nullptr && chance(25)) {
            deals_.push_back({id('d'), date_});
            add("deal: {id: " + deals_.back().id + ", who: " + who() + ", customer: " + customer->id +
                ", amount: 1000.00, paid: 400.00" + (chance(50) ? ", due: " + soon() : std::string{}) +
                (chance(20) ? ", renew_on: " + soon() : std::string{}) + "}");
        }
        if (auto* deal = any(deals_); deal != nullptr && chance(20)) {
            add("payment: {deal: " + deal->id + ", amount: 300.00}");
            if (chance(50)) {
                add("payment: {deal: " + deal->id + ", amount: 300.00}");
                deal->closed = true;
                deal->since = date_;
            }
        }
        if (auto* deal = any(deals_); deal != nullptr && chance(5))
            add("refund: {who: " + who() + ", deal: " + deal->id + ", amount: 10.00}");
        if (chance(70)) {
            auto* customer = any(customers_);
            add("turn: {queue: reception, who: " + who() +
                (customer != nullptr && chance(50) ? ", customer: " + customer->id : std::string{}) +
                (chance(80) ? ", at: " + at() : std::string{}) + "}");
        }
    }

    void write_work() {
        if (chance(20)) {
            static const std::vector<std::string> kinds{"fault", "request", "complaint"};
            tickets_.push_back({id('t'), date_});
            add("ticket: {id: " + tickets_.back().id + ", kind: " + kinds[below(3)] +
                ", priority: normal, asset: pc" + (chance(50) ? "1" : "2") + ", text: t, at: " + at() + "}");
        }
        if (auto* ticket = any(tickets_); ticket != nullptr && chance(20))
            add("ticket_answered: {ticket: " + ticket->id + ", by: " + who() + ", at: " + at() + "}");
        if (auto* ticket = any(tickets_); ticket != nullptr && chance(18)) {
            add("ticket_closed: {ticket: " + ticket->id + ", by: " + who() + ", at: " + at() +
                ", cost: 12.50}");
            ticket->closed = true;
            ticket->since = date_;
        }
        if (auto* ticket = any(tickets_); ticket != nullptr && chance(10))
            add("call_back: {ticket: " + ticket->id + ", by: " + who() + "}");
        if (chance(6)) {
            matters_.push_back({id('p'), date_});
            add("problem: {id: " + matters_.back().id + ", who: " + who() + ", text: p}");
        }
        if (chance(15)) {
            static const std::vector<std::string> from{"p-1", "pc1", "morning"};
            const auto source = !matters_.empty() && chance(40) ? matters_.back().id : from[below(3)];
            matters_.push_back({id('a'), date_});
            add("action: {id: " + matters_.back().id + ", who: " + who() + ", text: a, from: " + source +
                (chance(70) ? ", due: " + soon() : std::string{}) + "}");
        }
        if (auto* matter = any(matters_); matter != nullptr && chance(20)) {
            add("done: {id: " + matter->id + ", by: " + who() + "}");
            matter->closed = true;
            matter->since = date_;
        }
        if (chance(5)) {
            suggestions_.push_back({id('s'), date_});
            add("suggestion: {id: " + suggestions_.back().id + ", who: " + who() + ", text: s}");
        }
        if (auto* suggestion = any(suggestions_); suggestion != nullptr && chance(5)) {
            add("suggestion_accepted: {id: " + suggestion->id + ", by: a}");
            suggestion->closed = true;
            suggestion->since = date_;
        }
        if (chance(60)) add("check: {list: daily, asset: pc1, by: a, failed: [ok]}");
        if (chance(2)) add("check: {list: quarter, by: b}");
        if (date_ > day("2025-08-20") && chance(4))
            add("check: {list: new, newcomer: d, by: b, done: [i" + std::to_string(below(5)) + "]" +
                (chance(30) ? ", readings: {i3: " + std::to_string(below(9)) + "}" : std::string{}) + "}");
        if (chance(4)) {
            const auto topic = std::string{chance(80) ? "fire" : "k"};
            const auto one = who();
            add("training: {topic: " + topic + ", by: a, attend: [" + one + (one == "b" ? "]}" : ", b]}"));
        }
        if (chance(3)) add("meter: {asset: w1, value: " + std::to_string(++meter_ * 10) + ".5}");
        if (chance(5)) add("score: {who: " + who() + ", kind: exam, value: 91.5, of: 100}");
    }

    static inline const std::vector<std::string> people{"a", "b", "c", "d"};
    const TeamDirectory& directory_;
    std::mt19937 random_;
    bool comes_back_ = false;
    Date date_{};
    std::vector<std::string> lines_;
    std::map<Month, std::string> plans_;
    std::map<int, std::string> leave_;
    std::vector<Open> customers_, deals_, tickets_, matters_, suggestions_;
    int number_ = 0;
    int meter_ = 0;
};

/// What a question shows, and whether a closing helped to answer it.
struct Answer {
    std::string text;
    bool from_closing = false;
};

Answer asked(const TeamDirectory& directory, std::string_view what, const std::string& period_text,
             const std::string& today) {
    const Moment now = moment(today);
    const auto period = *parse_period(period_text, now.date);
    const Period wide{period.from - Days{100}, period.to + Days{62}, Period::Unit::range};
    store::Directory opened{directory.path()};
    const auto loaded = opened.load(rules::look_back(opened.rules().team, wide, period, now.date));
    for (const auto& problem : loaded.diagnostics.all())
        FAIL(to_string(problem.place) << " " << problem.code.name() << "\n" << problem.place.excerpt);
    const calendar::WorkingDays days{loaded.team};
    const rules::Context context{loaded.team, days, now};
    Report report;
    if (what == "summary") report = report::summary_report(context, period);
    if (what == "agenda") report = report::agenda_report(loaded.team, days, period, now, {});
    if (what == "due") report = report::due_report(loaded.team, days, period.from, now, {}).report;
    if (what == "next") report = report::next_report(loaded.team, {0}, now);
    if (what == "standings") report = report::standings_report(context, period, {}, "points");
    if (what == "person") report = report::person_report(context, {1}, period, {});
    const auto& words = lang::translator(lang::Language::en);
    return {render::json(report, words) + test::shown(report), loaded.team.carried.until.has_value()};
}

struct Question {
    std::string_view what;
    std::string period;
    std::string today;
};

const std::vector<Question> questions{
    {"summary", "2026-03", "2026-04-02"},         {"summary", "2026-02", "2026-02-20T12:00"},
    {"summary", "2026-W12", "2026-03-31"},        {"agenda", "2026-03-18", "2026-03-18T08:30"},
    {"agenda", "2026-02-02", "2026-02-02T08:30"}, {"due", "2026-03-31", "2026-03-31T12:00"},
    {"next", "2026-03-20", "2026-03-20T11:00"},   {"next", "2026-01-15", "2026-01-15"},
    {"standings", "2026-03", "2026-03-25"},       {"person", "2026-03", "2026-03-25"},
    {"summary", "2026-03", "2025-12-10"},
};

std::vector<Month> months() {
    std::vector<Month> all;
    for (Month month = *parse_month("2025-06"); month <= *parse_month("2026-03");
         month += std::chrono::months{1})
        all.push_back(month);
    return all;
}

/// The first place where two texts part, for the message of a failing test.
std::string difference(const std::string& a, const std::string& b) {
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
    const std::size_t from = at < 150 ? 0 : at - 150;
    return "…" + a.substr(from, 300) + "\n--- but ---\n…" + b.substr(from, 300);
}

}  // namespace

TEST_SUITE("closings") {
    TEST_CASE("with and without closings every report is the same") {
        int helped = 0;
        for (unsigned seed = 1; seed <= 4; ++seed) {
            CAPTURE(seed);
            const TeamDirectory directory;
            const History history{directory, seed};
            std::vector<std::string> plain;
            for (const auto& q : questions) plain.push_back(asked(directory, q.what, q.period, q.today).text);
            std::vector<std::string> texts;
            const auto compare = [&] {
                for (std::size_t i = 0; i < questions.size(); ++i) {
                    const auto& q = questions[i];
                    CAPTURE(q.what);
                    CAPTURE(q.period);
                    const auto answer = asked(directory, q.what, q.period, q.today);
                    helped += answer.from_closing ? 1 : 0;
                    CHECK_MESSAGE(answer.text == plain[i], difference(plain[i], answer.text));
                }
            };
            for (const auto month : months()) texts.push_back(closed(directory, month));
            compare();
            // Closed again, on top of what is there: the same bytes.
            for (std::size_t i = 0; i < texts.size(); ++i) {
                const auto again = closed(directory, months()[i]);
                CHECK_MESSAGE(again == texts[i], difference(texts[i], again));
            }
            // Some of them only, each from scratch: what is carried is the same.
            directory.clear_closings();
            for (const std::size_t i : {2U, 5U, 6U}) {
                const auto text = closed(directory, months()[i]);
                // The first names no closing before it; the rest agrees.
                auto expected = texts[i].substr(texts[i].find(", first_record"));
                auto got = text.substr(text.find(", first_record"));
                expected.resize(expected.find("- checksum"));
                got.resize(got.find("- checksum"));
                CHECK_MESSAGE(got == expected, difference(expected, got));
            }
            compare();
        }
        CHECK(helped > 80);
    }
}
