// Metrics of daily work: diaries, records that count as they stand, scores, checks, tickets.
#include <algorithm>
#include <map>

#include "rules/figures/metrics_collect.hpp"
#include "rules/people/trainings.hpp"
#include "rules/work/checks.hpp"
#include "rules/work/matters.hpp"
#include "rules/work/tickets.hpp"
#include "team/people.hpp"
#include "team/score_kinds.hpp"

namespace teamctl::rules {
namespace {

using team::PersonId;
using team::Record;

/// What a record says for itself.
Phrase text_of(const Record& record) {
    if (const auto text = team::main_text_of(record); !text.empty()) return verbatim(std::string{text});
    return say("evidence.recorded");
}

void collect_judged(const Books& books, Sink& sink, Judgement::Verdict verdict) {
    const auto& rules = books.team().rules.deadlines;
    for (const auto& judged : books.judgements()) {
        const auto& rule = rules[judged.rule];
        if (rule.record != "diary" || judged.verdict != verdict) continue;
        const auto origin = judged.record != nullptr ? judged.record->origin : rule.origin;
        sink.add({judged.who, judged.date, adds_one, 0, judged.record, origin, {}}, [&] {
            if (judged.at) return say("evidence.diary_late", *judged.at, rule.by);
            return say("evidence.diary_missing", rule.by);
        });
    }
}

/// 100 value / of
Ratio percent_of(const Record& record, std::string_view field) {
    const auto* value = record.get<team::Decimal>(field);
    const auto* full = record.get<team::Decimal>("of");
    const std::int64_t of = full != nullptr ? full->units : 1'000'000;
    return product(value != nullptr ? value->units : 0, Ratio{100, of});
}

}  // namespace

void collect_diaries(const Books& books, const Metric&, Sink& sink) {
    std::map<std::pair<PersonId, Date>, const Record*> first;
    for (const auto* record : books.records("diary")) {
        const bool is_new = first.try_emplace({record->person("who"), record->date}, record).second;
        if (is_new) sink.add(record->person("who"), *record, adds_one, 0, [&] { return text_of(*record); });
    }
}

void collect_diaries_late(const Books& books, const Metric&, Sink& sink) {
    collect_judged(books, sink, Judgement::Verdict::late);
}

void collect_diaries_missing(const Books& books, const Metric&, Sink& sink) {
    collect_judged(books, sink, Judgement::Verdict::missing);
}

void collect_records(const Books& books, const Metric& metric, Sink& sink) {
    for (const auto* record : books.records(metric.from))
        sink.add(record->person("who"), *record, adds_one, 0, [&] { return text_of(*record); });
}

void collect_mistakes_of(const Books& books, const Metric& metric, Sink& sink) {
    const std::string_view name{metric.name};
    const auto open = name.find('(');
    const auto kind = name.substr(open + 1, name.size() - open - 2);
    for (const auto* record : books.records(metric.from)) {
        if (record->text("kind") != kind) continue;
        sink.add(record->person("who"), *record, adds_one, 0, [&] { return text_of(*record); });
    }
}

void collect_suggestions_accepted(const Books& books, const Metric&, Sink& sink) {
    for (const auto& suggestion : books.entities().suggestions) {
        if (!is_accepted(suggestion) || !books.holds(*suggestion.closed)) continue;
        sink.add(suggestion.opened->person("who"), *suggestion.closed, adds_one, 0,
                 [&] { return text_of(*suggestion.opened); });
    }
}

void collect_scores(const Books& books, const Metric& metric, Sink& sink) {
    const auto kind = std::string_view{metric.name}.substr(std::string_view{"score_"}.size());
    for (const auto* record : books.records("score")) {
        if (team::score_kind(books.team().rules.scores, record->text("kind")) != kind) continue;
        const auto percent = percent_of(*record, "value");
        sink.add(record->person("who"), *record, percent, 1,
                 [&] { return say("evidence.score", decimals(percent, 2)); });
    }
}

namespace {

/// What somebody has of one kind of score.
struct Marks {
    Sum sum;
    const Record* last = nullptr;
};

using MarksByKind = std::map<std::string, Marks, std::less<>>;

std::map<PersonId, MarksByKind> marks_by_person(const Books& books) {
    std::map<PersonId, MarksByKind> all;
    for (const auto* record : books.records("score")) {
        auto& marks =
            all[record->person("who")][team::score_kind(books.team().rules.scores, record->text("kind"))];
        marks.sum.add(percent_of(*record, "value"), 1);
        marks.last = record;
    }
    return all;
}

}  // namespace

void collect_score_total(const Books& books, const Metric&, Sink& sink) {
    const auto& scores = books.team().rules.scores;
    for (const auto& [who, kinds] : marks_by_person(books)) {
        std::vector<std::pair<const team::ScoreWeight*, const Marks*>> parts;
        Date latest{};
        for (const auto& weight : scores.total) {
            const auto found = kinds.find(weight.kind);
            if (found == kinds.end()) break;  // a part of it is no total
            parts.emplace_back(&weight, &found->second);
            latest = std::max(latest, found->second.last->date);
        }
        if (parts.size() < scores.total.size()) continue;
        sink.stand_at(latest);
        std::int64_t base = 1;  // all parts together are one total
        for (const auto& part : parts) {
            const auto& weight = *part.first;
            const auto mean = quotient(part.second->sum.part, {part.second->sum.base, 1});
            const auto weighted = product(weight.weight.num, quotient(mean, {weight.weight.den, 1}));
            sink.add(who, *part.second->last, weighted, base, [&] {
                const std::string own{team::own_score_title(scores, weight.kind)};
                return say("evidence.score_part",
                           own.empty() ? Phrase{"metric.score_" + weight.kind, {}} : verbatim(own),
                           decimals(mean, 2), weight.weight);
            });
            base = 0;
        }
    }
}

void collect_training_minutes(const Books& books, const Metric&, Sink& sink) {
    for (const auto* record : books.records("training")) {
        for (const auto person : attendees(books.team(), books.absences(), *record))
            sink.add(person, *record, Ratio{record->integer("minutes"), 1}, 0,
                     [&] { return text_of(*record); });
    }
}

void collect_checks_done(const Books& books, const Metric&, Sink& sink) {
    // A record ends the run of its list, or of a round one at each of many assets.
    std::map<const team::Record*, std::int64_t> ended;
    for (const auto& run : check_runs(books.team(), books.context().days, books.period(), books.end())) {
        if (run.check != nullptr) ++ended[run.check];
    }
    for (const auto* record : books.records("check")) {
        const auto runs = ended.find(record);
        if (runs == ended.end()) continue;
        const auto* list = record->get<team::ChecklistId>("list");
        sink.add(record->person("by"), *record, Ratio{runs->second, 1}, 0,
                 [&] { return list != nullptr ? verbatim(books.team()[*list].name) : text_of(*record); });
    }
}

void collect_checks_missed(const Books& books, const Metric&, Sink& sink) {
    const auto& team = books.team();
    for (const auto& run : check_runs(team, books.context().days, books.period(), books.end())) {
        if (run.state != CheckState::missed || !books.period().contains(run.due)) continue;
        // Where any of several could have done it, it is nobody's alone.
        const auto who = run.who.size() == 1 ? run.who.front() : PersonId{};
        const auto& list = team[run.list];
        sink.add({who, run.due, adds_one, 0, nullptr, list.origin, {}}, [&] { return verbatim(list.name); });
    }
}

void collect_complaints(const Books& books, const Metric&, Sink& sink) {
    for (const auto* record : books.records("ticket")) {
        if (record->text("kind") == "complaint")
            sink.add(record->person("who"), *record, adds_one, 0, [&] { return text_of(*record); });
    }
}

void collect_answered_in_time(const Books& books, const Metric&, Sink& sink) {
    for (const auto& state : books.tickets()) {
        if (!state.answer.met || !books.holds(*state.answer.done)) continue;
        sink.add(state.ticket->handler(), *state.answer.done, adds_one, 0,
                 [&] { return text_of(*state.ticket->opened); });
    }
}

void collect_resolved_in_time(const Books& books, const Metric&, Sink& sink) {
    for (const auto& state : books.tickets()) {
        if (!state.resolve.met || !books.holds(*state.resolve.done)) continue;
        sink.add(state.ticket->handler(), *state.resolve.done, adds_one, 0,
                 [&] { return text_of(*state.ticket->opened); });
    }
}

void collect_tickets_closed(const Books& books, const Metric&, Sink& sink) {
    for (const auto& ticket : books.entities().tickets) {
        if (ticket.closed == nullptr || !books.holds(*ticket.closed)) continue;
        sink.add(ticket.handler(), *ticket.closed, adds_one, 0, [&] { return text_of(*ticket.opened); });
    }
}

void collect_cost(const Books& books, const Metric&, Sink& sink) {
    for (const auto& ticket : books.entities().tickets) {
        if (ticket.closed == nullptr || !books.holds(*ticket.closed)) continue;
        const auto cost = ticket.closed->money("cost");
        if (cost.fen != 0)
            sink.add(ticket.handler(), *ticket.closed, Ratio{cost.fen, 1}, 0,
                     [&] { return text_of(*ticket.opened); });
    }
}

namespace {

/// Who called back; where nobody says, who handled the ticket.
PersonId caller(const Books& books, const Record& record) {
    if (const auto by = record.person("by")) return by;
    const auto* ticket = books.entities().tickets.find(record.text("ticket"));
    return ticket != nullptr ? ticket->handler() : PersonId{};
}

}  // namespace

void collect_call_backs(const Books& books, const Metric&, Sink& sink) {
    for (const auto* record : books.records("call_back"))
        sink.add(caller(books, *record), *record, adds_one, 0, [&] { return text_of(*record); });
}

void collect_call_backs_in_time(const Books& books, const Metric&, Sink& sink) {
    const WorkingTime time{books.context()};
    for (const auto* record : books.records("call_back")) {
        const auto* ticket = books.entities().tickets.find(record->text("ticket"));
        if (ticket == nullptr || ticket->closed == nullptr) continue;
        const auto due = call_back_due(books.context(), time, *ticket);
        if (!due || *due < Moment{record->date, record->at.value_or(TimeOfDay{})}) continue;
        sink.add(caller(books, *record), *record, adds_one, 0, [&] { return text_of(*record); });
    }
}

void collect_call_back_scores(const Books& books, const Metric&, Sink& sink) {
    for (const auto* record : books.records("call_back")) {
        if (record->get<team::Decimal>("score") == nullptr) continue;
        const auto percent = percent_of(*record, "score");
        sink.add(caller(books, *record), *record, percent, 1,
                 [&] { return say("evidence.score", decimals(percent, 2)); });
    }
}

void collect_consumption(const Books& books, const Metric& metric, Sink& sink) {
    const auto& meters = books.meters();
    const auto meter = std::ranges::find(meters, metric.asset, &Meter::asset);
    if (meter == meters.end()) return;
    const auto owner = books.team()[metric.asset].owner;
    for (const auto& step : reading_steps(books.team(), *meter, books.period())) {
        if (!step.used) continue;
        sink.add(owner, *step.now, {step.used->units, 10'000}, 1, [&] { return how_counted(step); });
    }
}

}  // namespace teamctl::rules
