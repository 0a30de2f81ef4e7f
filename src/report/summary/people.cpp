// Sections of a summary on people: attendance, diaries, points, fines and the fund.
#include <algorithm>

#include "report/summary/page.hpp"
#include "rules/scope/people.hpp"
#include "rules/scope/turns.hpp"

namespace teamctl::report {
namespace {

using rules::Entry;
using team::PersonId;

Cell count_cell(std::int64_t count, Tone tone = Tone::plain) {
    return {count, count == 0 ? Tone::muted : tone};
}

std::vector<Cell> attendance_row(Cell who, const rules::MarkCounts& counts, bool with_unnamed) {
    std::vector<Cell> row{std::move(who),
                          count_cell(counts.expected),
                          count_cell(counts.attended),
                          count_cell(counts.late, Tone::warn),
                          count_cell(counts.left_early, Tone::warn),
                          count_cell(counts.absent, Tone::warn),
                          count_cell(counts.excused)};
    if (with_unnamed) row.push_back(count_cell(counts.unnamed));
    const auto rate = counts.rate();
    row.push_back(rate ? Cell{*rate} : Cell{});
    return row;
}

Table attendance_table(const SummaryPage& page, const rules::MarkSums& sums) {
    const bool with_unnamed = sums.total.unnamed > 0;
    Table table{"attendance", {}, {}, {}, {}};
    table.columns = {{"who", say("summary.who"), ColumnType::person},
                     {"expected", say("summary.expected"), ColumnType::number},
                     {"attended", say("summary.attended"), ColumnType::number},
                     {"late", say("metric.late"), ColumnType::number},
                     {"left_early", say("metric.left_early"), ColumnType::number},
                     {"absent", say("metric.absent"), ColumnType::number},
                     {"excused", say("metric.excused"), ColumnType::number}};
    if (with_unnamed) table.columns.push_back({"unnamed", say("summary.unnamed"), ColumnType::number});
    table.columns.push_back({"attendance_rate", say("metric.attendance_rate"), ColumnType::ratio});
    for (const auto person : page.people) {
        const auto found = sums.people.find(person);
        if (found != sums.people.end())
            table.rows.push_back(
                attendance_row(person_cell(page.team(), person), found->second, with_unnamed));
    }
    if (!page.subject.person)
        table.footer = attendance_row(Cell{page.total_title()}, sums.total, with_unnamed);
    return table;
}

/// A day's meetings, one a line: who came, and who was late, absent or excused by name.
void add_sittings(SummaryPage& page) {
    using Marks = rules::SittingMarks;
    static constexpr std::pair<rules::MetricName, std::vector<PersonId> Marks::*> kinds[] = {
        {"late", &Marks::late},
        {"left_early", &Marks::left_early},
        {"absent", &Marks::absent},
        {"excused", &Marks::excused}};
    List list;
    for (const auto& sitting : rules::sittings_of(page)) {
        std::vector<Phrase> parts{say("summary.sitting", page.team()[sitting.meeting->occurrence.series].name,
                                      sitting.counts.expected, sitting.counts.attended)};
        for (const auto& [name, people] : kinds) {
            if (!(sitting.*people).empty())
                parts.push_back(say("summary.key_count", page.figures.metric(name).title,
                                    names_of(page.team(), sitting.*people)));
        }
        list.items.push_back({clauses(std::move(parts)), {}, {}, {}});
    }
    if (!list.items.empty()) page.report.add(std::move(list));
}

/// `有 2 次会议没有登记考勤：11月3日晨会、…`
void add_not_recorded(SummaryPage& page, const std::vector<calendar::Occurrence>& meetings) {
    if (meetings.empty()) return;
    std::vector<Phrase> items;
    for (const auto& meeting : meetings)
        items.push_back(say("summary.meeting_on", meeting.date, page.team()[meeting.series].name));
    page.report.add(Notice{say("summary.not_recorded", meetings.size(), first_of(std::move(items)))});
}

void add_unreviewed(SummaryPage& page) {
    const auto diaries = rules::unreviewed_diaries(page);
    if (diaries.empty()) return;
    std::vector<Phrase> items;
    for (const auto* diary : diaries)
        items.push_back(say("summary.diary_of", page.team()[diary->person("who")].name, diary->date));
    page.report.add(Paragraph{say("summary.unreviewed", diaries.size(), std::move(items))});
}

/// A day's diaries in one line: how many came, and by name those that came late or not at all.
void add_diary_names(SummaryPage& page) {
    const auto owed = rules::owed_diaries(page);
    const auto all = std::get<std::int64_t>(page.value("diaries"));
    std::vector<Phrase> parts{say("summary.key_count", say("summary.handed_in"), std::to_string(all))};
    if (!owed.late.empty())
        parts.push_back(
            say("summary.key_count", say("summary.handed_in_late"), names_of(page.team(), owed.late)));
    const Tone tone = owed.missing.empty() ? Tone::plain : Tone::warn;
    if (!owed.missing.empty())
        parts.push_back(
            say("summary.key_count", say("summary.not_handed_in"), names_of(page.team(), owed.missing)));
    page.report.add(List{{{clauses(std::move(parts)), tone, {}, {}}}, false});
}

/// How many diaries were due and judged, in front of those handed in.
void add_owed(const SummaryPage& page, Table& table) {
    auto owed = rules::owed_diaries(page);
    if (owed.total == 0) return;
    table.columns.insert(table.columns.begin() + 1, {"owed", say("summary.owed"), ColumnType::number});
    const auto insert = [](std::vector<Cell>& row, std::int64_t count) {
        row.insert(row.begin() + 1, count_cell(count));
    };
    for (auto& row : table.rows) {
        const auto who = std::find_if(page.people.begin(), page.people.end(), [&](PersonId person) {
            return page.team()[person].id == row.front().raw;
        });
        insert(row, owed.people[*who]);
    }
    if (!table.footer.empty()) insert(table.footer, owed.total);
}

/// Why points or fines came, as a reader groups them.
Phrase reason_of(const SummaryPage& page, const Entry& entry) {
    using Status = Entry::Status;
    const bool late = entry.status == Status::late;
    switch (entry.why) {
        case Entry::Why::deadline: {
            const auto& rule = page.team().rules.deadlines[entry.rule];
            if (rule.record == "diary") return say(late ? "metric.diaries_late" : "metric.diaries_missing");
            const auto& spec = team::record_spec(rule.record);
            if (late && rule.field == "back") return say("summary.back_late", bilingual(spec.zh, spec.en));
            return say(late ? "summary.too_late" : "summary.not_there", bilingual(spec.zh, spec.en));
        }
        case Entry::Why::attendance:
            if (late) return say("metric.late");
            return say(entry.status == Status::absent ? "metric.absent" : "metric.left_early");
        case Entry::Why::record:
            return bilingual(entry.record->spec().zh, entry.record->spec().en);
        case Entry::Why::written:
            break;
    }
    return verbatim(std::string{entry.record->text("reason")});
}

void add_fund(SummaryPage& page) {
    const auto& fund = page.books.fund();
    Facts facts;
    facts.rows = {
        {say("summary.fund_opening"), Cell{fund.opening}},
        {say("summary.fund_fines"), Cell{fund.from_fines}},
        {say("summary.fund_other"), Cell{fund.other}},
        {say("summary.fund_spent"), Cell{fund.spent}},
        {say("summary.fund_balance"), Cell{fund.balance, fund.balance.fen < 0 ? Tone::bad : Tone::strong}}};
    page.report.add(std::move(facts));
    Table table{"fund", say("summary.fund_moves"), {}, {}, {}};
    table.columns = {{"date", say("summary.date"), ColumnType::date},
                     {"amount", say("summary.amount"), ColumnType::money},
                     {"balance", say("summary.fund_balance"), ColumnType::money},
                     {"by", say("summary.by"), ColumnType::person},
                     {"for", say("summary.for"), ColumnType::text}};
    for (const auto& move : fund.moves) {
        if (move.kind == rules::FundMove::Kind::fine) continue;
        table.rows.push_back({Cell{move.date}, Cell{move.amount},
                              Cell{move.balance, move.overdrawn() ? Tone::bad : Tone::plain},
                              person_cell(page.team(), move.who),
                              Cell{std::string{move.record->text("for")}}});
    }
    if (!table.rows.empty()) page.report.add(std::move(table));
}

}  // namespace

void summary_attendance(SummaryPage& page) {
    const auto& attendance = page.books.attendance();
    const auto sums = rules::mark_sums(page);
    const auto not_recorded = rules::still_to_record(page.team(), page.end().date, attendance.not_recorded);
    const bool asked = page.subject.is_team() && !not_recorded.empty();
    if (sums.people.empty() && !asked) return page.nothing(say("summary.attendance"));
    page.section(say("summary.attendance"));
    add_chart(page, say("summary.chart_attendance"), {"attendance_rate"});
    if (page.is_day() && !page.subject.person)
        add_sittings(page);
    else if (!sums.people.empty())
        page.report.add(attendance_table(page, sums));
    if (const auto silent = rules::silent_people(page); !silent.empty())
        page.report.add(Paragraph{say("summary.silent", names_of(page.team(), silent))});
    if (!page.subject.is_team()) return;
    if (!page.is_day())
        page.report.add(Paragraph{
            say("summary.meetings", attendance.held.size(), attendance.cancelled.size()), Tone::muted});
    add_not_recorded(page, not_recorded);
}

void summary_diaries(SummaryPage& page) {
    const auto title = say("summary.diaries");
    auto table = metric_table(page, "diaries", {},
                              {{"diaries", say("summary.handed_in")},
                               {"diaries_late", say("summary.handed_in_late")},
                               {"diaries_missing", say("summary.not_handed_in")},
                               {"reviews", say("summary.reviewed")}});
    if (table.rows.empty()) return page.nothing(title);
    page.section(title);
    add_owed(page, table);
    if (page.is_day() && !page.subject.person)
        add_diary_names(page);
    else
        page.report.add(std::move(table));
    add_unreviewed(page);
}

void summary_points(SummaryPage& page) {
    const auto title = say("summary.points");
    const auto list = rules::point_reasons(page);
    if (list.empty()) return page.nothing(title);
    page.section(title);
    add_chart(page, say("summary.chart_points"), {"points"});
    if (!page.is_day()) page.report.add(metric_table(page, "points", {}, {{"points"}}));
    Table table{"points_reasons", say("summary.points_reasons"), {}, {}, {}};
    table.columns = {{"who", say("summary.who"), ColumnType::person},
                     {"times", say("summary.times"), ColumnType::number},
                     {"points", say("metric.points"), ColumnType::number},
                     {"reason", say("summary.reason"), ColumnType::text}};
    for (const auto& reason : list)
        table.rows.push_back({person_cell(page.team(), reason.entry->who), Cell{reason.times},
                              Cell{reason.points}, Cell{reason_of(page, *reason.entry)}});
    page.report.add(std::move(table));
}

void summary_fines(SummaryPage& page) {
    const auto& fund = page.books.fund();
    const auto title = say("summary.fines");
    const auto list = rules::fine_reasons(page);
    const bool with_fund =
        page.subject.is_team() && (!fund.moves.empty() || (fund.balance.fen != 0 && !page.is_day()));
    if (list.empty() && !with_fund) return page.nothing(title);
    page.section(title);
    if (!list.empty()) {
        Table table{"fines", {}, {}, {}, {}};
        table.columns = {{"who", say("summary.who"), ColumnType::person},
                         {"reason", say("summary.reason"), ColumnType::text},
                         {"times", say("summary.times"), ColumnType::number},
                         {"fine", say("summary.amount"), ColumnType::money}};
        for (const auto& reason : list)
            table.rows.push_back({person_cell(page.team(), reason.entry->who),
                                  Cell{reason_of(page, *reason.entry)}, Cell{reason.times},
                                  Cell{reason.fine}});
        const auto total = rules::sum_of(list);
        table.footer = {Cell{say("summary.sum")}, Cell{}, Cell{total.times}, Cell{total.fine}};
        page.report.add(std::move(table));
    }
    if (with_fund) add_fund(page);
}

}  // namespace teamctl::report
