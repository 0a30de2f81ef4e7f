#include "report/summary.hpp"

#include <algorithm>

#include "report/summary_page.hpp"
#include "rules/standings.hpp"

namespace teamctl::report {
namespace {

using rules::Unit;
using team::PersonId;

std::vector<PersonId> rows_of(const team::Team& team, const Period& period, const rules::Subject& subject) {
    std::vector<PersonId> people;
    for (std::int32_t i = 0; i < std::ssize(team.people); ++i) {
        const PersonId person{i};
        if (rules::belongs(team, person, subject) && rules::employed_in(team[person], period))
            people.push_back(person);
    }
    return people;
}

Phrase title_of(const SummaryPage& page) {
    const auto& period = page.books.period();
    const auto& subject = page.subject;
    if (subject.person) return say("summary.title_of", period, page.team()[subject.person].name);
    if (subject.unit) return say("summary.title_of", period, page.team()[subject.unit].name);
    return say("summary.title", period);
}

/// Says how far the figures go where the period is not over.
void add_until(SummaryPage& page, Moment now) {
    if (rules::day_over(page.books.period().to, now)) return;
    page.report.add(Paragraph{say("summary.until", now.date), Tone::muted});
}

Json metrics_json(const SummaryPage& page, const rules::Subject& subject) {
    auto values = Json::object();
    for (const auto& metric : page.figures.catalogue()) {
        auto value = value_json(page.figures.value(metric, subject));
        if (!value.is_null()) values.set(metric.name, std::move(value));
    }
    return values;
}

}  // namespace

Json value_json(const rules::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    if (const auto* money = std::get_if<Money>(&value)) return *money;
    if (const auto* ratio = std::get_if<Ratio>(&value)) return JsonDecimal{*ratio, 6};
    return {};
}

std::string_view unit_name(Unit unit) {
    switch (unit) {
        case Unit::count:
            return "count";
        case Unit::points:
            return "points";
        case Unit::minutes:
            return "minutes";
        case Unit::money:
            return "money";
        case Unit::ratio:
            return "ratio";
        case Unit::score:
            break;
    }
    return "score";
}

Phrase SummaryPage::total_title() const {
    if (subject.unit) return verbatim(team()[subject.unit].name);
    return say("summary.team");
}

bool is_nothing(const rules::Value& value) {
    if (std::holds_alternative<std::monostate>(value)) return true;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole == 0;
    const auto* money = std::get_if<Money>(&value);
    return money != nullptr && money->fen == 0;
}

Phrase value_phrase(const rules::Metric& metric, const rules::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return say("standings.value", *whole);
    if (const auto* money = std::get_if<Money>(&value)) return say("standings.value", *money);
    if (const auto* ratio = std::get_if<Ratio>(&value)) {
        if (metric.unit == Unit::score)
            return say("standings.value", percent(rules::product(1, {ratio->num, ratio->den * 100}), 2));
        return say("standings.value", percent(*ratio, 2));
    }
    return say("standings.no_value");
}

Cell value_cell(const rules::Metric& metric, const rules::Value& value) {
    const Tone tone = is_nothing(value) ? Tone::muted : Tone::plain;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return {*whole, tone};
    if (const auto* money = std::get_if<Money>(&value)) return {*money, tone};
    if (const auto* ratio = std::get_if<Ratio>(&value)) {
        // A mean in percent of full marks is shown as the percentage it is.
        if (metric.unit == Unit::score) return {rules::product(1, {ratio->num, ratio->den * 100}), tone};
        return {*ratio, tone};
    }
    return {};
}

ColumnType column_type(Unit unit) {
    switch (unit) {
        case Unit::money:
            return ColumnType::money;
        case Unit::ratio:
        case Unit::score:
            return ColumnType::ratio;
        case Unit::count:
        case Unit::points:
        case Unit::minutes:
            break;
    }
    return ColumnType::number;
}

Table metric_table(const SummaryPage& page, std::string id, Phrase caption,
                   const std::vector<MetricColumn>& columns) {
    Table table{std::move(id), std::move(caption), {}, {}, {}};
    table.columns.push_back({"who", say("summary.who"), ColumnType::person});
    std::vector<const rules::Metric*> shown;
    for (const auto& column : columns) {
        const auto* metric = page.figures.find(column.metric);
        if (metric == nullptr) continue;
        const bool any = std::any_of(page.people.begin(), page.people.end(), [&](PersonId person) {
            return !is_nothing(page.figures.value(*metric, {person, {}}));
        });
        if (!any && is_nothing(page.figures.value(*metric, page.subject))) continue;
        shown.push_back(metric);
        table.columns.push_back(
            {metric->name, column.title.empty() ? metric->title : column.title, column_type(metric->unit)});
    }
    const auto row_of = [&](Cell first, const rules::Subject& subject) {
        std::vector<Cell> row{std::move(first)};
        for (const auto* metric : shown)
            row.push_back(value_cell(*metric, page.figures.value(*metric, subject)));
        return row;
    };
    for (const auto person : page.people) {
        const bool any = std::any_of(shown.begin(), shown.end(), [&](const auto* metric) {
            return !is_nothing(page.figures.value(*metric, {person, {}}));
        });
        if (any) table.rows.push_back(row_of(person_cell(page.team(), person), {person, {}}));
    }
    if (!shown.empty() && !page.subject.person) table.footer = row_of(Cell{page.total_title()}, page.subject);
    return table;
}

Json summary_data(const SummaryPage& page) {
    const auto& period = page.books.period();
    const auto& fund = page.books.fund();
    auto people = Json::array();
    for (const auto person : page.people) {
        auto entry = Json::object();
        entry.set("who", page.team()[person].id).set("metrics", metrics_json(page, {person, {}}));
        people.push(std::move(entry));
    }
    auto data = Json::object();
    data.set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)));
    data.set("people", std::move(people)).set("team", metrics_json(page, page.subject));
    data.set("fund", Json::object()
                         .set("opening", fund.opening)
                         .set("fines", fund.from_fines)
                         .set("other", fund.other)
                         .set("spent", fund.spent)
                         .set("balance", fund.balance));
    data.set("open", summary_open_data(page));
    return data;
}

Report summary_report(const rules::Context& context, const Period& period, const SummaryOptions& options) {
    const rules::Books books{context, period};
    const rules::Figures figures{books};
    Report report;
    const rules::Subject subject{options.person, options.unit};
    SummaryPage page{books, figures, subject, rows_of(context.team, period, subject), report};
    report.name = "summary";
    report.title = title_of(page);
    report.year = year_of(period.from);
    report.made = context.now.date;
    report.add(Heading{1, report.title});
    add_until(page, context.now);
    for (const auto section : {summary_attendance, summary_diaries, summary_points, summary_fines,
                               summary_customers, summary_sales, summary_tickets, summary_growth,
                               summary_praise, summary_problems, summary_turns, summary_open})
        section(page);
    if (!page.empty.empty())
        report.add(Paragraph{say("summary.nothing_on", std::move(page.empty)), Tone::muted});
    report.data = summary_data(page);
    return report;
}

}  // namespace teamctl::report
