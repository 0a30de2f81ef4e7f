// Metrics of customers and money, of points and fines.
#include <map>

#include "rules/figures/commission.hpp"
#include "rules/figures/metrics_collect.hpp"

namespace teamctl::rules {
namespace {

using team::PersonId;
using team::Record;

Ratio fen(Money money) {
    return {money.fen, 1};
}

Phrase customer_name(const Record& opened) {
    return verbatim(std::string{opened.text("name")});
}

/// What brought points or a fine, in words.
Phrase entry_note(const Books& books, const Entry& entry) {
    switch (entry.why) {
        case Entry::Why::deadline: {
            const auto& rule = books.team().rules.deadlines[entry.rule];
            const auto* key = entry.status != Entry::Status::late ? "evidence.deadline_missing"
                              : rule.field == "back"              ? "evidence.back_late"
                                                                  : "evidence.deadline_late";
            return say(key, record_title(rule.record), entry.nth);
        }
        case Entry::Why::attendance: {
            const auto* series = entry.record->get<team::SeriesId>("meeting");
            const auto& name = books.team()[*series].name;
            if (entry.status == Entry::Status::late) return say("evidence.late", name);
            if (entry.status == Entry::Status::left_early) return say("evidence.left_early", name);
            return say("evidence.absent", name);
        }
        case Entry::Why::record:
            return record_title(books.team().rules.records[entry.rule].record);
        case Entry::Why::written:
            break;
    }
    return verbatim(std::string{entry.record->text("reason")});
}

/// Whose a deal or a refund is: the customer's owner's where the rules say so, else who made it (D13.1).
PersonId credited(const Books& books, const Record& record) {
    const auto* deal = books.entities().deals.find(record.text(record.is("refund") ? "deal" : "id"));
    if (deal != nullptr && books.team().rules.sales_to_owner && deal->owner) return deal->owner;
    return record.person("who");
}

using MonthlySums = std::map<std::pair<PersonId, Month>, Ratio>;

/// The metric's amounts by person and calendar month.
MonthlySums monthly(const Books& books, std::string_view name) {
    MonthlySums sums;
    for (const auto& metric : metrics(books.team())) {
        if (metric.name != name || metric.unit != Measure::money || metric.collect == collect_commission)
            continue;
        Sink all{books.team(), Subject{}};
        metric.collect(books, metric, all);
        for (const auto& evidence : all.list()) {
            auto& total = sums[{evidence.who, month_of(evidence.date)}];
            total = sum(total, evidence.part);
        }
    }
    return sums;
}

}  // namespace

void collect_follow_ups_overdue(const Books& books, const Metric&, Sink& sink) {
    const Date today = books.end().date;
    sink.stand_at(today);
    for (const auto& follow_up : follow_ups(books.team().rules, books.entities())) {
        if (follow_up.overdue_on(today) == 0) continue;
        const auto& customer = *follow_up.customer;
        const auto& last = customer.contacts.empty() ? *customer.opened : *customer.contacts.back();
        sink.add(customer.owner, last, adds_one, 0, [&] {
            return say("evidence.overdue", customer_name(*customer.opened), follow_up.due,
                       follow_up.overdue_on(today));
        });
    }
}

void collect_customers_new(const Books& books, const Metric&, Sink& sink) {
    const auto repeated = repeated_registrations(books.team(), books.entities());
    for (const auto* record : books.records("customer")) {
        const auto at = repeated.find(record);
        if (at == repeated.end()) {
            sink.add(record->person("owner"), *record, adds_one, 0, [&] { return customer_name(*record); });
            continue;
        }
        const auto& first = *at->second;
        sink.add(record->person("owner"), *record, Ratio{0, 1}, 0, [&] {
            return say("evidence.customer_again", customer_name(*record), first.date,
                       std::string{first.text("id")});
        });
    }
}

void collect_customers_won(const Books& books, const Metric&, Sink& sink) {
    for (const auto& customer : books.entities().customers) {
        if (!customer.won() || !books.holds(*customer.closed)) continue;
        sink.add(customer.owner, *customer.closed, adds_one, 0,
                 [&] { return customer_name(*customer.opened); });
    }
}

void collect_sales(const Books& books, const Metric&, Sink& sink) {
    for (const auto* record : books.records("deal"))
        sink.add(credited(books, *record), *record, fen(record->money("amount")), 0,
                 [&] { return say("evidence.deal", std::string{record->text("id")}); });
}

void collect_refunds(const Books& books, const Metric&, Sink& sink) {
    for (const auto* record : books.records("refund"))
        sink.add(credited(books, *record), *record, fen(record->money("amount")), 0,
                 [&] { return say("evidence.refund", std::string{record->text("deal")}); });
}

void collect_refund_rate(const Books& books, const Metric& metric, Sink& sink) {
    collect_refunds(books, metric, sink);
    for (const auto* record : books.records("deal"))
        sink.add(credited(books, *record), *record, adds_none, record->money("amount").fen,
                 [&] { return say("evidence.deal", std::string{record->text("id")}); });
}

void collect_sales_target(const Books& books, const Subject& subject, Sink& sink) {
    const auto share = target_of(books.team(), "sales", books.period(), subject);
    if (!share) return;
    sink.add(
        {subject.person, books.period().from, adds_none, share->amount, nullptr, share->from->origin, {}},
        [&] { return say("evidence.target", Money{share->amount}); });
}

/// What came in: what was paid with the deal, and after it.
void collect_payments(const Books& books, const Metric&, Sink& sink) {
    const auto note = [](const Deal& deal) {
        return say("evidence.payment", std::string{deal.opened->text("id")});
    };
    for (const auto& deal : books.entities().deals) {
        const auto paid = deal.opened->money("paid");
        if (paid.fen != 0 && books.holds(*deal.opened))
            sink.add(deal.holder, *deal.opened, fen(paid), 0, [&] { return note(deal); });
        for (const auto* payment : deal.payments) {
            if (books.holds(*payment))
                sink.add(deal.holder, *payment, fen(payment->money("amount")), 0, [&] { return note(deal); });
        }
    }
}

void collect_receivables(const Books& books, const Metric&, Sink& sink) {
    sink.stand_at(books.end().date);
    for (const auto& open : receivables(books.entities())) {
        const auto& deal = *open.deal;
        const auto who = deal.holder;
        const Money owed = deal.opened->money("amount") - deal.opened->money("paid");
        sink.add(who, *deal.opened, fen(owed), 0, [&] {
            return open.due ? say("evidence.owed_until", std::string{deal.opened->text("id")}, *open.due)
                            : say("evidence.owed", std::string{deal.opened->text("id")});
        });
        for (const auto* payment : deal.payments)
            sink.add(who, *payment, fen(-payment->money("amount")), 0,
                     [&] { return say("evidence.payment", std::string{deal.opened->text("id")}); });
    }
}

void collect_commission(const Books& books, const Metric&, Sink& sink) {
    const auto& rule = books.team().rules.commission;
    if (!rule) return;
    for (const auto& [key, total] : monthly(books, rule->on)) {
        const auto [who, month] = key;
        const Money amount{total.num / total.den};
        const Date date = std::min(last_day(month), books.period().to);
        Ratio exact{0, 1};
        for (const auto& part : commission_parts(*rule, amount)) {
            exact = sum(exact, part.result);
            sink.add({who, date, part.result, 0, nullptr, rule->origin, {}},
                     [&] { return say("evidence.commission", part.on, part.rate); });
        }
        const Ratio rounding = sum({commission(*rule, amount).fen, 1}, {-exact.num, exact.den});
        if (rounding.num != 0)
            sink.add({who, date, rounding, 0, nullptr, rule->origin, {}},
                     [&] { return say("evidence.rounding"); });
    }
}

void collect_points(const Books& books, const Metric&, Sink& sink) {
    for (const auto& entry : books.entries()) {
        if (entry.points == 0) continue;
        sink.add({entry.who, entry.date, {entry.points, 1}, 0, entry.record, entry.origin, {}},
                 [&] { return entry_note(books, entry); });
    }
}

void collect_fines(const Books& books, const Metric&, Sink& sink) {
    for (const auto& entry : books.entries()) {
        if (entry.fine.fen == 0) continue;
        sink.add({entry.who, entry.date, fen(entry.fine), 0, entry.record, entry.origin, {}},
                 [&] { return entry_note(books, entry); });
    }
}

}  // namespace teamctl::rules
