// Awards of a summary: winners, ties that wait for a decision (D2, D14.5).
#include <algorithm>

#include "report/award/parts.hpp"
#include "report/summary/page.hpp"

namespace teamctl::report {
namespace {

using State = rules::Candidate::State;

Phrase prize_of(const team::Award& award, const rules::Candidate& candidate) {
    if (!candidate.prize) return {};
    const auto place = static_cast<std::size_t>(*candidate.prize);
    auto title = place_title(award, *candidate.prize);
    if (place >= award.prize.size()) return title;
    return say("summary.prize_money", std::move(title), award.prize[place]);
}

void add_rows(const SummaryPage& page, const rules::AwardLine& line, Table& table, bool with_period) {
    const auto& award = page.team()[line.result.award];
    const auto* metric = page.figures.find(award.best);
    const bool final = line.is_final(page.books.context().now);
    const auto row = [&](Cell who, Cell value, Phrase prize, Cell state) {
        auto& cells = table.rows.emplace_back();
        if (with_period) cells.emplace_back(Cell{verbatim(to_string(line.period))});
        cells.insert(cells.end(), {Cell{verbatim(award.name), award.id}, std::move(who), std::move(value),
                                   prize.empty() ? Cell{} : Cell{std::move(prize)}, std::move(state)});
    };
    bool any = false;
    for (const auto& candidate : line.result.candidates) {
        const bool tied = candidate.state == State::tied;
        if (candidate.state != State::winner && !tied) continue;
        any = true;
        if (!page.shows(candidate.who, line.period.to)) continue;
        Cell state{say("summary.award_won"), "winner", Tone::good};
        if (!final) state = Cell{say("summary.award_leads"), "leading"};
        if (tied) state = Cell{say("summary.award_tied"), "tied", Tone::warn};
        row(person_cell(page.team(), candidate.who),
            metric != nullptr ? value_cell(*metric, candidate.value) : Cell{}, prize_of(award, candidate),
            std::move(state));
    }
    if (!any && page.subject.is_team())
        row({}, {}, {}, Cell{say("summary.award_nobody"), "nobody", Tone::muted});
}

}  // namespace

void summary_awards(SummaryPage& page) {
    Table table{"awards", {}, {}, {}, {}};
    const bool with_period = std::any_of(page.awards.begin(), page.awards.end(), [&](const auto& line) {
        return line.period != page.books.period();
    });
    if (with_period) table.columns.push_back({"period", say("summary.period"), ColumnType::text});
    const std::vector<Column> columns{{"award", say("summary.award"), ColumnType::text},
                                      {"who", say("summary.who"), ColumnType::person},
                                      {"value", say("summary.value"), ColumnType::number},
                                      {"prize", say("summary.prize"), ColumnType::text},
                                      {"state", say("summary.state"), ColumnType::text}};
    table.columns.insert(table.columns.end(), columns.begin(), columns.end());
    for (const auto& line : page.awards) add_rows(page, line, table, with_period);
    if (table.rows.empty()) {
        if (!page.awards.empty()) page.nothing(say("summary.awards"));
        return;
    }
    page.section(say("summary.awards"));
    page.report.add(std::move(table));
}

}  // namespace teamctl::report
