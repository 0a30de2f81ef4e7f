// Targets and how far they are reached, against the working days gone (D9.2).
#include <algorithm>
#include <memory>

#include "report/summary/page.hpp"

namespace teamctl::report {
namespace {

using rules::Subject;
using rules::Unit;

bool is_mean(const rules::Metric& metric) {
    return metric.unit == Unit::ratio || metric.unit == Unit::score;
}

/// A plain amount (yuan, times, a quotient) as the metric shows it.
Cell amount_cell(const rules::Metric& metric, Ratio amount) {
    if (metric.unit == Unit::money) return Cell{Money{scaled(100, amount)}};
    if (metric.unit == Unit::ratio) return Cell{amount};
    if (metric.unit == Unit::score) return Cell{rules::product(1, {amount.num, amount.den * 100})};
    if (amount.num % amount.den == 0) return Cell{amount.num / amount.den};
    return Cell{verbatim(decimals(amount, 1))};
}

/// When a working day is over: with its working hours, where the team names them.
TimeOfDay closing_time(const team::Team& team) {
    TimeOfDay last{0};
    for (const auto& hours : team.settings.hours) last = std::max(last, hours.to);
    return last.minutes > 0 ? last : end_of_day;
}

/// Metrics with a target in any file, in the order of the catalogue.
std::vector<const rules::Metric*> aimed_at(const SummaryPage& page) {
    std::vector<const rules::Metric*> list;
    for (const auto& metric : page.figures.catalogue()) {
        const bool any = std::any_of(page.team().targets.begin(), page.team().targets.end(),
                                     [&](const auto& target) { return target.metric == metric.name; });
        if (any) list.push_back(&metric);
    }
    return list;
}

/// The summary's own subject, the units inside, the people.
std::vector<Subject> subjects_of(const SummaryPage& page) {
    std::vector<Subject> list;
    const auto& team = page.team();
    if (!page.subject.person) {
        list.push_back(page.subject);
        for (const auto unit : rules::leaf_units(team)) {
            const bool inside = page.subject.unit != unit &&
                                (page.subject.is_team() ||
                                 std::any_of(page.people.begin(), page.people.end(),
                                             [&](auto person) { return team[person].unit == unit; }));
            if (inside) list.push_back({{}, unit});
        }
    }
    for (const auto person : page.people) list.push_back({person, {}});
    return list;
}

void add_rows(const SummaryPage& page, const rules::Figures& figures, Progress& made) {
    for (const auto* metric : aimed_at(page)) {
        const auto* counted = figures.find(metric->name);
        for (const auto& subject : subjects_of(page)) {
            const auto share = rules::target_of(page.team(), metric->name, made.period, subject);
            if (!share || share->amount <= 0) continue;
            Reached row{subject, metric, share->amount, figures.value(*counted, subject), {0, 1}, {}, {}};
            const Ratio target{share->amount, 100};
            const Ratio value = rules::number(row.value).value_or(Ratio{0, 1});
            row.share = rules::product(100, {value.num, 1});
            row.share = {row.share.num, rules::product(share->amount, {value.den, 1}).num};
            row.gap = rules::sum(target, {-value.num, value.den});
            row.by_now = is_mean(*metric) || made.days == 0
                             ? target
                             : rules::product(share->amount, {static_cast<std::int64_t>(made.days_gone),
                                                              static_cast<std::int64_t>(made.days) * 100});
            made.rows.push_back(std::move(row));
        }
    }
}

Cell subject_cell(const SummaryPage& page, const Subject& subject) {
    if (subject.person) return person_cell(page.team(), subject.person);
    if (subject.unit) return {verbatim(page.team()[subject.unit].name), page.team()[subject.unit].id};
    return Cell{page.total_title()};
}

void add_metric(SummaryPage& page, const Progress& made, const rules::Metric& metric, bool running) {
    Bars bars{say("summary.against_target", metric.title), {}};
    Table table{"targets", {}, {}, {}, {}};
    const auto type = column_type(metric.unit);
    table.columns = {{"who", say("summary.who"), ColumnType::person},
                     {"target", say("summary.target"), type},
                     {"reached", say("summary.reached"), type},
                     {"gap", say("summary.gap"), type}};
    const bool paced = running && !is_mean(metric);
    if (paced) table.columns.push_back({"by_now", say("summary.by_now"), type});
    if (paced) table.columns.push_back({"behind", say("summary.behind"), type});
    for (const auto& row : made.rows) {
        if (row.metric != &metric) continue;
        const bool full = row.gap.num <= 0;
        const auto subject = subject_cell(page, row.subject);
        bars.rows.push_back(
            {std::get<Phrase>(subject.value), row.share, {}, full ? Tone::good : Tone::plain});
        auto& line = table.rows.emplace_back();
        line = {subject, amount_cell(metric, {row.target, 100}), value_cell(metric, row.value),
                full ? Cell{} : amount_cell(metric, row.gap)};
        if (!paced) continue;
        const Ratio value = rules::number(row.value).value_or(Ratio{0, 1});
        const Ratio behind = rules::sum(row.by_now, {-value.num, value.den});
        line.push_back(amount_cell(metric, row.by_now));
        line.push_back(behind.num > 0 ? amount_cell(metric, behind) : Cell{});
        if (behind.num > 0) line.back().tone = Tone::warn;
    }
    page.report.add(std::move(bars));
    page.report.add(std::move(table));
}

}  // namespace

Progress progress_of(const SummaryPage& page) {
    const auto& own = page.books.period();
    Progress made{own, 0, 0, {}};
    const TimeOfDay closes = closing_time(page.team());
    const auto count = [&](const rules::Figures& figures) {
        for (const auto day : page.days.within(made.period)) {
            ++made.days;
            made.days_gone += Moment{day, closes} <= page.books.end() ? 1 : 0;
        }
        add_rows(page, figures, made);
    };
    count(page.figures);
    if (!made.rows.empty() || own.days() > 31 || own.unit == Period::Unit::month) return made;
    // A day or a week: where the month stands.
    made = {month_period(month_of(std::min(own.to, page.books.end().date))), 0, 0, {}};
    const rules::Books books{page.at_end(), made.period};
    const rules::Figures figures{books};
    count(figures);
    return made;
}

void summary_targets(SummaryPage& page) {
    const auto& made = page.progress;
    const auto title = say("summary.targets");
    if (made.rows.empty()) {
        if (!page.team().targets.empty()) page.nothing(title);
        return;
    }
    const bool own = made.period == page.books.period();
    page.section(own ? title : say("summary.targets_of", made.period));
    const bool running = made.days_gone < made.days;
    if (running)
        page.report.add(Paragraph{
            say("summary.days_gone", made.days_gone, made.days,
                Ratio{static_cast<std::int64_t>(made.days_gone), static_cast<std::int64_t>(made.days)}),
            Tone::muted});
    std::vector<const rules::Metric*> metrics;
    for (const auto& row : made.rows) {
        if (std::find(metrics.begin(), metrics.end(), row.metric) == metrics.end())
            metrics.push_back(row.metric);
    }
    for (const auto* metric : metrics) add_metric(page, made, *metric, running);
}

}  // namespace teamctl::report
