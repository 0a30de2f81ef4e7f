#include "report/summary.hpp"

#include <algorithm>

#include "report/summary/page.hpp"
#include "rules/figures/standings.hpp"
#include "rules/look_back.hpp"

namespace teamctl::report {
namespace {

using rules::Measure;
using team::PersonId;

Phrase title_of(const SummaryPage& page) {
    const auto& period = page.books.period();
    const auto& subject = page.subject;
    if (subject.person) return say("summary.title", page.team()[subject.person].name, period);
    if (subject.unit) return say("summary.title", page.team()[subject.unit].name, period);
    return say("summary.title", page.team().settings.team, period);
}

Json metrics_json(const rules::Figures& figures, const rules::Subject& subject) {
    auto values = Json::object();
    for (const auto& metric : figures.catalogue()) {
        auto value = value_json(figures.value(metric, subject));
        if (!value.is_null()) values.set(metric.name, std::move(value));
    }
    return values;
}

/// Every metric of everybody, for a spreadsheet.
Table all_metrics(const SummaryPage& page) {
    Table table{"people", {}, {{"who", say("summary.who"), ColumnType::person}}, {}, {}};
    for (const auto& metric : page.figures.catalogue())
        table.columns.push_back({metric.name, metric.title, column_type(metric.unit)});
    for (const auto person : page.people) {
        auto& row = table.rows.emplace_back(1, person_cell(page.team(), person));
        for (const auto& metric : page.figures.catalogue())
            row.push_back(value_cell(metric, page.figures.value(metric, page.row(person))));
    }
    return table;
}

Json targets_json(const SummaryPage& page) {
    const auto& made = page.progress;
    auto list = Json::array();
    for (const auto& row : made.rows) {
        auto entry = Json::object();
        entry.set("metric", row.metric->name).set("period", to_string(made.period));
        entry.set("who", id_of(page.team(), row.subject.person));
        entry.set("unit", row.subject.unit ? Json{page.team()[row.subject.unit].id} : Json{});
        const auto amount = [&](Ratio value) {
            if (row.metric->unit == Measure::money) return Json{Money{rules::product(100, value).num}};
            return Json{JsonDecimal{value, 6}};
        };
        entry.set("target", amount({row.target, 100})).set("reached", value_json(row.value));
        entry.set("ratio", JsonDecimal{row.share, 6}).set("gap", amount(row.gap));
        entry.set("by_now", row.metric->unit == Measure::money ? Json{Money{scaled(100, row.by_now)}}
                                                               : Json{JsonDecimal{row.by_now, 6}});
        list.push(std::move(entry));
    }
    return list;
}

Json before_json(const SummaryPage& page) {
    auto entry = Json::object();
    entry.set("from", to_string(page.before_period.from)).set("to", to_string(page.before_period.to));
    if (page.before == nullptr) return entry.set("team", Json{});
    return entry.set("team", metrics_json(*page.before, page.subject));
}

Json awards_json(const SummaryPage& page) {
    auto list = Json::array();
    for (const auto& line : page.awards) {
        const auto in = [&](rules::Candidate::State state) {
            return ids_of(page.team(), rules::people_in(line.result, state));
        };
        list.push(Json::object()
                      .set("award", page.team()[line.result.award].id)
                      .set("period", to_string(line.period))
                      .set("winners", in(rules::Candidate::State::winner))
                      .set("tied", in(rules::Candidate::State::tied)));
    }
    return list;
}

}  // namespace

Json value_json(const rules::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    if (const auto* money = std::get_if<Money>(&value)) return *money;
    if (const auto* ratio = std::get_if<Ratio>(&value)) return JsonDecimal{*ratio, 6};
    if (const auto* amount = std::get_if<team::Decimal>(&value))
        return JsonDecimal{{amount->units, 10'000}, 4};
    return {};
}

std::string_view unit_name(Measure unit) {
    switch (unit) {
        case Measure::count:
            return "count";
        case Measure::points:
            return "points";
        case Measure::minutes:
            return "minutes";
        case Measure::money:
            return "money";
        case Measure::ratio:
            return "ratio";
        case Measure::amount:
            return "amount";
        case Measure::score:
            break;
    }
    return "score";
}

Phrase SummaryPage::total_title() const {
    if (subject.unit) return verbatim(team()[subject.unit].name);
    return say("summary.team");
}

std::vector<Phrase> first_of(std::vector<Phrase> items) {
    constexpr std::size_t most = 12;
    if (items.size() <= most) return items;
    const auto more = items.size() - most;
    items.resize(most);
    items.push_back(say("summary.missed_more", more));
    return items;
}

void add_until(Report& report, const Period& period, Moment now) {
    if (rules::day_over(period.to, now)) return;
    report.add(Paragraph{now.date < period.from ? say("summary.not_begun") : say("summary.until", now.date),
                         Tone::muted});
}

/// `92`, `92.5`; what is not whole does not look so: `84.996`.
static std::string marks(Ratio ratio, int places = 2) {
    constexpr int most = 6;
    const bool whole = ratio.den > 0 && ratio.num % ratio.den == 0;
    std::string text;
    do {
        text = decimals(ratio, places);
        while (text.ends_with('0')) text.pop_back();
        if (text.ends_with('.')) text.pop_back();
    } while (!whole && text.find('.') == text.npos && ++places <= most);
    return text;
}

static std::string ratio_text(const rules::Metric& metric, Ratio ratio, int more = 0) {
    return metric.unit == Measure::score ? marks(ratio, 2 + more) : percent(ratio, 1 + more);
}

static Phrase ratio_phrase(const rules::Metric& metric, std::string text) {
    return say(metric.unit == Measure::score ? "standings.marks" : "standings.value", std::move(text));
}

Phrase value_phrase(const rules::Metric& metric, const rules::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return say("standings.value", *whole);
    if (const auto* money = std::get_if<Money>(&value)) return say("standings.value", *money);
    if (const auto* ratio = std::get_if<Ratio>(&value))
        return ratio_phrase(metric, ratio_text(metric, *ratio));
    if (const auto* amount = std::get_if<team::Decimal>(&value))
        return say("standings.value", number_text(*amount));
    return say("standings.no_value");
}

Phrase value_phrase(const rules::Metric& metric, const rules::Value& value, Ratio limit) {
    const auto* ratio = std::get_if<Ratio>(&value);
    if (ratio == nullptr || *ratio == limit) return value_phrase(metric, value);
    constexpr int most = 4;
    int more = 0;
    while (more < most && ratio_text(metric, *ratio, more) == ratio_text(metric, limit, more)) ++more;
    return ratio_phrase(metric, ratio_text(metric, *ratio, more));
}

Cell value_cell(const rules::Metric& metric, const rules::Value& value) {
    const Tone tone = rules::is_nothing(value) ? Tone::muted : Tone::plain;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return {*whole, tone};
    if (const auto* money = std::get_if<Money>(&value)) return {*money, tone};
    if (const auto* ratio = std::get_if<Ratio>(&value)) {
        // A mean in percent of full marks is 92.5 for programs, as in JSON, and 92.50 % for people.
        if (metric.unit == Measure::score) return {value_phrase(metric, value), decimals(*ratio, 6), tone};
        return {*ratio, tone};
    }
    if (const auto* amount = std::get_if<team::Decimal>(&value))
        return {value_phrase(metric, value), number_text(*amount), tone};
    return {};
}

std::optional<Json> json_of(const rules::Value& value) {
    auto json = value_json(value);
    return json.is_null() ? std::nullopt : std::optional{std::move(json)};
}

ColumnType column_type(Measure unit) {
    switch (unit) {
        case Measure::money:
            return ColumnType::money;
        case Measure::ratio:
        case Measure::score:
            return ColumnType::ratio;
        case Measure::count:
        case Measure::points:
        case Measure::minutes:
        case Measure::amount:
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
        const auto* metric = &page.figures.metric(column.metric);
        const bool any = std::any_of(page.people.begin(), page.people.end(), [&](PersonId person) {
            return !rules::is_nothing(page.figures.value(*metric, page.row(person)));
        });
        if (!any && rules::is_nothing(page.figures.value(*metric, page.subject))) continue;
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
            return !rules::is_nothing(page.figures.value(*metric, page.row(person)));
        });
        if (any) table.rows.push_back(row_of(person_cell(page.team(), person), page.row(person)));
    }
    if (shown.empty() || page.subject.person) return table;
    const bool means = std::ranges::all_of(shown, [](const auto* metric) { return rules::is_mean(*metric); });
    table.footer = row_of(Cell{means ? say("summary.mean") : page.total_title()}, page.subject);
    return table;
}

Json summary_data(const SummaryPage& page) {
    const auto& period = page.books.period();
    const auto& fund = page.books.fund();
    auto people = Json::array();
    for (const auto person : page.people) {
        auto entry = Json::object();
        entry.set("who", page.team()[person].id).set("metrics", metrics_json(page.figures, page.row(person)));
        people.push(std::move(entry));
    }
    auto data = Json::object();
    data.set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)));
    data.set("people", std::move(people)).set("team", metrics_json(page.figures, page.subject));
    data.set("fund", Json::object()
                         .set("opening", fund.opening)
                         .set("fines", fund.from_fines)
                         .set("other", fund.other)
                         .set("spent", fund.spent)
                         .set("balance", fund.balance));
    data.set("open", summary_open_data(page));
    data.set("targets", targets_json(page)).set("before", before_json(page));
    data.set("awards", awards_json(page)).set("findings", summary_findings_data(page));
    data.set("newcomers", summary_newcomers_data(page, false));
    data.set("leavers", summary_newcomers_data(page, true));
    data.set("trainings", summary_trainings_data(page));
    return data;
}

namespace {

bool any_record(const team::Team& team, const Period& period) {
    return std::any_of(team.records.begin(), team.records.end(),
                       [&](const auto& record) { return period.contains(record.date); });
}

/// A page opens with what was reached, what is wrong and what comes next, and with the first chart; the
/// other figures wait behind their titles.
void fold_details(Report& report) {
    static constexpr std::string_view open[]{
        "summary.targets", "summary.targets_of",     "summary.awards", "summary.open",
        "summary.compare", "summary.compare_so_far", "summary.soon",   "summary.next"};
    Heading* last = nullptr;
    bool drawn = false;  // one chart is enough beside the small ones of the tiles
    for (auto& block : report.blocks) {
        if (auto* heading = std::get_if<Heading>(&block); heading != nullptr && heading->level == 2) {
            heading->folded = std::ranges::find(open, heading->text.key) == std::end(open);
            last = heading;
        }
        if (last == nullptr || drawn || !std::holds_alternative<Chart>(block)) continue;
        last->folded = false;
        drawn = true;
    }
}

void write_sections(SummaryPage& page) {
    summary_tiles(page);
    for (const auto section :
         {summary_overview,  summary_compare,   summary_targets,  summary_sales,       summary_customers,
          summary_tickets,   summary_checks,    summary_meters,   summary_attendance,  summary_diaries,
          summary_points,    summary_fines,     summary_awards,   summary_praise,      summary_growth,
          summary_trainings, summary_newcomers, summary_problems, summary_suggestions, summary_turns,
          summary_open,      summary_soon,      summary_next})
        section(page);
    fold_details(page.report);
    if (!page.empty.empty())
        page.report.add(Paragraph{say("summary.nothing_on", std::move(page.empty)), Tone::muted});
}

}  // namespace

Report summary_report(const rules::Context& context, const Period& period, const SummaryOptions& options) {
    const rules::Books books{context, period};
    const rules::Figures figures{books};
    const auto comparable = rules::period_before(context.days, period, context.now);
    const rules::Books books_before{{context.team, context.days, comparable.end}, comparable.period};
    const rules::Figures figures_before{books_before};
    Report report;
    SummaryPage page{rules::scope_of(figures, {options.person, options.unit}), report};
    page.before_period = comparable.so_far();
    if (any_record(context.team, page.before_period)) page.before = &figures_before;
    page.progress = rules::progress_of(page);
    page.awards = rules::award_lines(page);
    report.name = "summary";
    report.title = title_of(page);
    report.year = year_of(period.from);
    report.made = context.now.date;
    report.add(Heading{1, report.title});
    add_until(page.report, page.books.period(), context.now);
    write_sections(page);
    report.rows = all_metrics(page);
    report.data = summary_data(page);
    return report;
}

store::Need summary_need(const team::Team& team, const Period& period, Date today) {
    auto need = rules::look_back(team, rules::plans_beside(period), period, today);
    need.records->to = period.to;
    return need;
}

}  // namespace teamctl::report
