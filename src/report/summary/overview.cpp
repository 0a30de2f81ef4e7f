// The first lines of a summary: what matters most.

#include "report/summary/page.hpp"
#include "rules/scope/open.hpp"
#include "rules/scope/people.hpp"

namespace teamctl::report {
namespace {

/// `迟到 10、缺席 1`: the metrics of the list that are not nothing.
std::vector<Phrase> counts(const SummaryPage& page, std::initializer_list<rules::MetricName> metrics) {
    std::vector<Phrase> parts;
    for (const auto name : metrics) {
        const auto value = page.figures.value(name, page.subject);
        if (rules::is_nothing(value)) continue;
        const auto& title = page.figures.metric(name).title;
        if (const auto* money = std::get_if<Money>(&value))
            parts.push_back(say("summary.key_count", title, grouped(*money)));
        else
            parts.push_back(say("summary.key_count", title, std::to_string(std::get<std::int64_t>(value))));
    }
    return parts;
}

void add_attendance(const SummaryPage& page, List& list) {
    const auto value = page.figures.value("attendance_rate", page.subject);
    const auto* rate = std::get_if<Ratio>(&value);
    if (rate == nullptr) return;
    auto parts = counts(page, {"late", "left_early", "absent", "excused"});
    const bool trouble = page.count("late") + page.count("left_early") + page.count("absent") > 0;
    if (parts.empty()) parts.push_back(say("summary.key_all_came"));
    list.items.push_back({say("summary.key_attendance", *rate, commas(std::move(parts))),
                          trouble ? Tone::plain : Tone::good,
                          {},
                          {}});
}

void add_work(const SummaryPage& page, List& list) {
    auto parts = counts(page, {"sales", "refunds", "customers_won", "customers_new", "visits", "contacts",
                               "tickets_resolved_in_time", "checks_done"});
    if (!parts.empty()) list.items.push_back({say("summary.key_work", commas(std::move(parts))), {}, {}, {}});
}

/// A limit: what was used of it, and whether that is more than it, or than the working days gone.
ListItem limit_item(const rules::Progress& made, const rules::Reached& row) {
    const auto& metric = *row.metric;
    const auto limit = amount_phrase(metric, {row.target, 100});
    const auto used = value_phrase(metric, row.value);
    if (!row.is_full()) {
        const auto over = amount_phrase(metric, {-row.gap.num, row.gap.den});
        return {say("summary.key_over", made.period, metric.title, used, limit, over), Tone::warn, {}, {}};
    }
    const Phrase text = say("summary.key_within", made.period, metric.title, used, limit);
    if (!made.is_running() || row.behind().num <= 0) return {text, Tone::good, {}, {}};
    return {say("summary.key_fast", text, made.time_gone()), Tone::warn, {}, {}};
}

/// How far the subject's own targets are reached, and whether that keeps pace with the working days.
void add_targets(const SummaryPage& page, List& list) {
    const auto& made = page.progress;
    for (const auto& row : made.rows) {
        if (row.subject.person != page.subject.person || row.subject.unit != page.subject.unit) continue;
        if (row.at_most) {
            list.items.push_back(limit_item(made, row));
            continue;
        }
        const Phrase text = say("summary.key_target", made.period, row.metric->title, row.share);
        if (!made.is_running()) {
            list.items.push_back({text, row.is_full() ? Tone::good : Tone::warn, {}, {}});
            continue;
        }
        const bool behind = row.behind().num > 0;
        list.items.push_back(
            {say(behind ? "summary.key_behind" : "summary.key_on_pace", text, made.time_gone()),
             behind ? Tone::warn : Tone::good,
             {},
             {}});
    }
}

void add_overdue(const SummaryPage& page, List& list) {
    const Date today = page.books.end().date;
    std::vector<Phrase> parts;
    const auto part = [&](std::string_view key, std::size_t number) {
        if (number > 0) parts.push_back(say("summary.key_count", say(key), std::to_string(number)));
    };
    part("summary.open_actions", rules::count_overdue(rules::open_actions(page), today));
    part("summary.tickets", rules::count_late(rules::open_tickets(page)));
    part("metric.contacts", rules::overdue_customers(page).size());
    const auto owed = rules::sum_overdue(rules::open_receivables(page), today);
    if (owed.fen != 0)
        parts.push_back(say("summary.key_count", say("summary.open_receivables"), grouped(owed)));
    auto missed = counts(page, {"diaries_missing", "checks_missed"});
    parts.insert(parts.end(), missed.begin(), missed.end());
    if (parts.empty()) return;
    list.items.push_back({say("summary.key_overdue", commas(std::move(parts))), Tone::warn, {}, {}});
}

/// Who was praised most, what was awarded, what was solved.
void add_good(const SummaryPage& page, List& list) {
    std::vector<Phrase> parts;
    const auto praised = rules::most_praised(page);
    if (praised.times > 0) {
        const auto all = page.count("praise");
        parts.push_back(
            praised.people.size() > 3 || page.subject.person
                ? say("summary.key_count", say("metric.praise"), std::to_string(all))
                : say("summary.key_praise", all, names_of(page.team(), praised.people), praised.times));
    }
    auto more = counts(page, {"suggestions_accepted"});
    parts.insert(parts.end(), more.begin(), more.end());
    for (const auto& line : page.awards) {
        auto winners = rules::people_in(line.result, rules::Candidate::State::winner);
        std::erase_if(winners, [&](auto who) { return !page.shows(who, line.period.to); });
        if (!winners.empty() && line.is_final(page.end()) && parts.size() < 6)
            parts.push_back(say("summary.key_award", page.team()[line.result.award].name,
                                names_of(page.team(), winners)));
    }
    if (!parts.empty())
        list.items.push_back({say("summary.key_good", clauses(std::move(parts))), Tone::good, {}, {}});
}

}  // namespace

void summary_overview(SummaryPage& page) {
    List list;
    add_work(page, list);
    add_targets(page, list);
    add_attendance(page, list);
    add_overdue(page, list);
    add_good(page, list);
    if (!list.items.empty()) page.report.add(std::move(list));
}

}  // namespace teamctl::report
