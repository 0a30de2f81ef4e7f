// What is still open at the end of a summary's period.
#include "rules/scope/open.hpp"
#include "report/summary/page.hpp"

namespace teamctl::report {
namespace {

using rules::flag;
using rules::Matter;
using team::Record;

Cell due_cell(std::optional<Date> due, Date today) {
    if (!due) return {};
    return {*due, *due < today ? Tone::bad : Tone::plain};
}

Cell overdue_cell(std::optional<Date> due, Date today) {
    const auto days = rules::days_past(due, today);
    return days > 0 ? Cell{days} : Cell{};
}

Table suggestions_table(const SummaryPage& page, const std::vector<const Matter*>& suggestions) {
    Table table{"open_suggestions", say("summary.open_suggestions"), {}, {}, {}};
    table.columns = {{"since", say("summary.since"), ColumnType::date},
                     {"who", say("summary.raised_by"), ColumnType::person},
                     {"text", say("summary.suggestion"), ColumnType::text}};
    for (const auto* suggestion : suggestions)
        table.rows.push_back({Cell{suggestion->opened->date},
                              person_cell(page.team(), suggestion->opened->person("who")),
                              Cell{text_of(*suggestion->opened, "text")}});
    return table;
}

Table actions_table(const SummaryPage& page, const std::vector<const Matter*>& actions) {
    Table table{"open_actions", say("summary.open_actions"), {}, {}, {}};
    table.columns = {{"due", say("summary.due"), ColumnType::date},
                     {"who", say("summary.who"), ColumnType::person},
                     {"urgency", say("summary.urgency"), ColumnType::text},
                     {"text", say("summary.what"), ColumnType::text}};
    for (const auto* action : actions) {
        const auto& record = *action->opened;
        std::vector<Phrase> marks;
        if (flag(record, "urgent")) marks.push_back(say("summary.urgent"));
        if (flag(record, "important")) marks.push_back(say("summary.important"));
        table.rows.push_back({due_cell(rules::due_of(*action), page.books.end().date),
                              person_cell(page.team(), record.person("who")),
                              marks.empty() ? Cell{} : Cell{listed(std::move(marks))},
                              Cell{text_of(record, "text")}});
    }
    return table;
}

Table problems_table(const SummaryPage& page, const std::vector<const Matter*>& problems) {
    Table table{"open_problems", say("summary.open_problems"), {}, {}, {}};
    table.columns = {{"since", say("summary.since"), ColumnType::date},
                     {"who", say("summary.raised_by"), ColumnType::person},
                     {"text", say("summary.problem"), ColumnType::text}};
    for (const auto* problem : problems)
        table.rows.push_back({Cell{problem->opened->date},
                              person_cell(page.team(), problem->opened->person("who")),
                              Cell{text_of(*problem->opened, "text")}});
    return table;
}

Table customers_table(const SummaryPage& page, const std::vector<rules::FollowUp>& customers) {
    Table table{"open_customers", say("summary.open_customers"), {}, {}, {}};
    table.columns = {{"due", say("summary.due"), ColumnType::date},
                     {"overdue_days", say("summary.overdue_days"), ColumnType::number},
                     {"owner", say("summary.owner"), ColumnType::person},
                     {"customer", say("summary.customer"), ColumnType::text}};
    for (const auto& follow_up : customers) {
        const auto& opened = *follow_up.customer->opened;
        table.rows.push_back({Cell{follow_up.due}, Cell{follow_up.overdue_on(page.books.end().date)},
                              person_cell(page.team(), follow_up.customer->owner),
                              Cell{verbatim(text_of(opened, "name")), text_of(opened, "id")}});
    }
    return table;
}

Table receivables_table(const SummaryPage& page, const std::vector<rules::Receivable>& list) {
    Table table{"open_receivables", say("summary.open_receivables"), {}, {}, {}};
    table.columns = {{"due", say("summary.due"), ColumnType::date},
                     {"overdue_days", say("summary.overdue_days"), ColumnType::number},
                     {"amount", say("summary.amount"), ColumnType::money},
                     {"who", say("summary.who"), ColumnType::person},
                     {"customer", say("summary.customer"), ColumnType::text}};
    const Date today = page.books.end().date;
    for (const auto& open : list) {
        const auto& deal = *open.deal->opened;
        const auto* customer = page.books.entities().customers.find(deal.text("customer"));
        table.rows.push_back(
            {due_cell(open.due, today), overdue_cell(open.due, today), Cell{open.open},
             person_cell(page.team(), deal.person("who")),
             Cell{verbatim(customer != nullptr ? text_of(*customer->opened, "name") : text_of(deal, "id")),
                  text_of(deal, "id")}});
    }
    table.footer = {Cell{say("summary.sum")}, Cell{}, Cell{rules::sum_open(list)}, Cell{}, Cell{}};
    return table;
}

Table tickets_table(const SummaryPage& page, const std::vector<const rules::TicketState*>& tickets) {
    Table table{"open_tickets", say("summary.open_tickets"), {}, {}, {}};
    table.columns = {{"since", say("summary.since"), ColumnType::date},
                     {"due", say("summary.due"), ColumnType::date},
                     {"who", say("summary.handler"), ColumnType::person},
                     {"text", say("summary.what"), ColumnType::text}};
    for (const auto* state : tickets) {
        const auto& opened = *state->ticket->opened;
        Cell due;
        if (state->resolve.due)
            due = Cell{state->resolve.due->date, state->resolve.late ? Tone::bad : Tone::plain};
        table.rows.push_back({Cell{opened.date}, std::move(due),
                              person_cell(page.team(), state->ticket->handler()),
                              Cell{text_of(opened, "text")}});
    }
    return table;
}

Json matter_json(const SummaryPage& page, const Matter& matter) {
    auto entry = Json::object();
    entry.set("id", matter.opened->text("id"));
    entry.set("who", id_of(page.team(), matter.opened->person("who")));
    entry.set("text", matter.opened->text("text"));
    entry.set("since", to_string(matter.opened->date));
    return entry;
}

}  // namespace

void summary_open(SummaryPage& page) {
    const auto actions = rules::open_actions(page);
    auto problems = rules::open_problems(page);
    std::erase_if(problems, [&](const auto* problem) { return rules::taken_up(page, *problem); });
    const auto customers = rules::overdue_customers(page);
    const auto receivables = rules::open_receivables(page);
    const auto tickets = rules::open_tickets(page);
    const auto suggestions = rules::open_suggestions(page);
    const auto title = say("summary.open");
    if (actions.empty() && suggestions.empty() && problems.empty() && customers.empty() &&
        receivables.empty() && tickets.empty())
        return page.nothing(title);
    page.section(title);
    if (!actions.empty()) page.report.add(actions_table(page, actions));
    if (!problems.empty()) page.report.add(problems_table(page, problems));
    if (!tickets.empty()) page.report.add(tickets_table(page, tickets));
    if (!customers.empty()) page.report.add(customers_table(page, customers));
    if (!receivables.empty()) page.report.add(receivables_table(page, receivables));
    if (!suggestions.empty()) page.report.add(suggestions_table(page, suggestions));
}

Json summary_open_data(const SummaryPage& page) {
    const Date today = page.books.end().date;
    auto actions = Json::array();
    for (const auto* action : rules::open_actions(page)) {
        auto entry = matter_json(page, *action);
        entry.set("due", date_json(rules::due_of(*action)));
        entry.set("urgent", flag(*action->opened, "urgent"));
        entry.set("important", flag(*action->opened, "important"));
        actions.push(std::move(entry));
    }
    auto problems = Json::array();
    for (const auto* problem : rules::open_problems(page)) problems.push(matter_json(page, *problem));
    auto customers = Json::array();
    for (const auto& follow_up : rules::overdue_customers(page)) {
        auto entry = Json::object();
        entry.set("id", follow_up.customer->opened->text("id"));
        entry.set("owner", id_of(page.team(), follow_up.customer->owner));
        entry.set("due", to_string(follow_up.due)).set("overdue_days", follow_up.overdue_on(today));
        customers.push(std::move(entry));
    }
    auto receivables = Json::array();
    for (const auto& open : rules::open_receivables(page)) {
        auto entry = Json::object();
        entry.set("deal", open.deal->opened->text("id"));
        entry.set("who", id_of(page.team(), open.deal->opened->person("who")));
        entry.set("amount", open.open).set("due", date_json(open.due));
        entry.set("overdue", open.overdue_on(today));
        entry.set("overdue_days", rules::days_past(open.due, today));
        receivables.push(std::move(entry));
    }
    auto tickets = Json::array();
    for (const auto* state : rules::open_tickets(page)) {
        auto entry = Json::object();
        entry.set("id", state->ticket->opened->text("id"));
        entry.set("kind", state->ticket->opened->text("kind"));
        entry.set("who", id_of(page.team(), state->ticket->handler()));
        entry.set("answered", state->answer.done != nullptr).set("late", state->resolve.late);
        tickets.push(std::move(entry));
    }
    auto data = Json::object();
    data.set("actions", std::move(actions)).set("problems", std::move(problems));
    data.set("customers", std::move(customers)).set("receivables", std::move(receivables));
    data.set("tickets", std::move(tickets));
    auto suggestions = Json::array();
    for (const auto* matter : rules::open_suggestions(page)) suggestions.push(matter_json(page, *matter));
    data.set("suggestions", std::move(suggestions));
    return data;
}

}  // namespace teamctl::report
