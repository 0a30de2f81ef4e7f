#include "report/next.hpp"

#include "report/naming.hpp"
#include "report/records/fields.hpp"
#include "rules/work/queue.hpp"

namespace teamctl::report {
namespace {

using rules::PassedOver;
using rules::QueueState;
using team::Team;

constexpr std::size_t turns_back = 5;

std::string_view why_code(PassedOver::Why why) {
    switch (why) {
        case PassedOver::Why::personal:
            return "private";
        case PassedOver::Why::business:
            return "business";
        case PassedOver::Why::leave:
            return "leave";
        case PassedOver::Why::not_working:
            break;
    }
    return "not_working";
}

Phrase why_text(const PassedOver& passed) {
    if (passed.leave != nullptr) return leave_title(*passed.leave);
    if (passed.visit != nullptr) return say("next.out_on_visit", passed.visit->text("client"));
    return say("next.not_working");
}

void write_answer(Report& report, const Team& team, const QueueState& state) {
    if (!state.next) {
        report.add(Notice{say("next.nobody"), Tone::bad});
        return;
    }
    report.add(Paragraph{say("next.answer", name_of(team, state.next)), Tone::strong});
    if (state.next_is_owed) {
        for (const auto& debt : state.owed) {
            if (debt.who != state.next) continue;
            report.add(
                Paragraph{say("next.because_owed", debt.since.date, std::int64_t{debt.round}), Tone::plain});
            break;
        }
    } else {
        report.add(Paragraph{say("next.because_turn", std::int64_t{state.round}), Tone::plain});
    }
    for (const auto& passed : state.passed) {
        report.add(Paragraph{say(passed.owed ? "next.passed_owed" : "next.passed_lost",
                                 name_of(team, passed.who), why_text(passed)),
                             Tone::plain});
    }
    if (!state.left.empty()) report.add(Paragraph{say("next.then", names_of(team, state.left)), Tone::plain});
}

void write_owed(Report& report, const Team& team, const QueueState& state) {
    if (state.owed.empty()) return;
    report.add(Heading{2, say("next.owed")});
    List list;
    for (const auto& debt : state.owed)
        list.items.push_back(
            {say("next.owed_line", name_of(team, debt.who), debt.since.date, std::int64_t{debt.round}),
             Tone::plain,
             {},
             {}});
    report.add(std::move(list));
}

void write_taken(Report& report, const Team& team, const QueueState& state) {
    if (state.taken.empty()) return;
    Table table;
    table.id = "taken";
    table.caption = say("next.taken");
    table.columns = {{"date", say("next.column.date"), ColumnType::date},
                     {"at", say("next.column.at"), ColumnType::time},
                     {"who", say("next.column.who"), ColumnType::person},
                     {"customer", say("next.column.customer"), ColumnType::text},
                     {"round", say("next.column.round"), ColumnType::number},
                     {"note", say("next.column.note"), ColumnType::text}};
    const FieldWords words{team};
    const std::size_t first = state.taken.size() > turns_back ? state.taken.size() - turns_back : 0;
    for (std::size_t i = first; i < state.taken.size(); ++i) {
        const auto& turn = state.taken[i];
        const std::string customer{turn.record->text("customer")};
        table.rows.push_back(
            {Cell{turn.record->date}, turn.record->at ? Cell{*turn.record->at} : Cell{},
             person_cell(team, turn.who),
             customer.empty() ? Cell{}
                              : Cell{verbatim(words.entity(team::EntityKind::customer, customer)), customer},
             Cell{turn.round},
             turn.owed          ? Cell{say("next.note.owed"), "owed"}
             : turn.out_of_turn ? Cell{say("next.note.out_of_turn"), "out_of_turn"}
                                : Cell{}});
    }
    report.add(std::move(table));
}

Json state_json(const Team& team, team::QueueId queue, const QueueState& state) {
    auto passed = Json::array();
    for (const auto& p : state.passed) {
        passed.push(Json::object()
                        .set("who", id_of(team, p.who))
                        .set("reason", why_code(p.why))
                        .set("turn", p.owed ? "owed" : "lost"));
    }
    auto owed = Json::array();
    for (const auto& debt : state.owed) {
        owed.push(Json::object()
                      .set("who", id_of(team, debt.who))
                      .set("round", debt.round)
                      .set("since", to_string(debt.since.date)));
    }
    return Json::object()
        .set("queue", team[queue].id)
        .set("next", id_of(team, state.next))
        .set("owed_turn", state.next_is_owed)
        .set("round", state.round)
        .set("then", ids_of(team, state.left))
        .set("passed", std::move(passed))
        .set("owed", std::move(owed))
        .set("taken", state.taken_in_all);
}

}  // namespace

Report next_report(const Team& team, team::QueueId queue, Moment now) {
    const auto state = rules::queue_state(team, queue, now);
    Report report;
    report.name = "next";
    report.year = year_of(now.date);
    report.title = say("next.title", team[queue].name, now.date);
    report.add(Heading{1, report.title});
    write_answer(report, team, state);
    write_owed(report, team, state);
    write_taken(report, team, state);
    report.data = state_json(team, queue, state);
    return report;
}

}  // namespace teamctl::report
