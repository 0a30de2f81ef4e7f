#include "waiting/past.hpp"

#include <algorithm>

#include "rules/people/deadlines.hpp"

namespace teamctl::waiting {

using team::PersonId;
using team::Record;

std::vector<const Record*> past_records(const AgendaDay& day, std::string_view kind) {
    std::vector<const Record*> found;
    for (const auto& record : day.team.records) {
        if (is_past(day, record) && record.is(kind)) found.push_back(&record);
    }
    return found;
}

std::vector<PersonId> past_people(const AgendaDay& day, std::string_view kind) {
    std::vector<PersonId> people;
    for (const auto* record : past_records(day, kind)) people.push_back(team::subject_of(*record));
    return people;
}

std::int64_t count_attended(const rules::HeldMeeting& meeting) {
    return std::count_if(meeting.marks.begin(), meeting.marks.end(),
                         [](const auto& mark) { return mark.attended(); });
}

std::vector<PastDeadline> past_deadlines(const AgendaDay& day) {
    using Verdict = rules::Judgement::Verdict;
    const auto judged = rules::judgements(day.before(), day.absences, day.past_period());
    const auto& rules = day.team.rules.deadlines;
    std::vector<PastDeadline> found;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        PastDeadline past{&rules[i]};
        for (const auto& one : judged) {
            if (one.rule != i) continue;
            ++past.owed;
            if (one.verdict == Verdict::late) past.late.push_back(one.who);
            if (one.verdict == Verdict::missing) past.missing.push_back(one.who);
        }
        const bool told = rules[i].field.empty() || !past.all_in_time();
        if (past.owed > 0 && told && team::record_kind(rules[i].record) >= 0)
            found.push_back(std::move(past));
    }
    return found;
}

PastMoney past_money(const AgendaDay& day, std::string_view kind) {
    PastMoney money;
    for (const auto* record : past_records(day, kind)) {
        const auto amount = record->money("amount");
        ++money.count;
        money.sum += amount;
        const auto* deal = day.open.deals.find(record->text("deal"));
        auto who = record->person("who");
        if (!who && deal != nullptr) who = deal->opened->person("who");
        if (who) money.parts.emplace_back(who, amount);
    }
    return money;
}

std::vector<const Record*> past_tickets(const AgendaDay& day, bool complaints) {
    auto tickets = past_records(day, "ticket");
    std::erase_if(tickets,
                  [&](const auto* record) { return (record->text("kind") == "complaint") != complaints; });
    return tickets;
}

std::vector<PastDone> past_done(const AgendaDay& day) {
    std::vector<PastDone> found;
    for (const auto* record : past_records(day, "done")) {
        const auto id = record->text("id");
        const auto* matter = day.open.actions.find(id);
        if (matter == nullptr) matter = day.open.problems.find(id);
        if (matter == nullptr) continue;
        const auto by = record->person("by");
        found.push_back({matter->opened, by ? by : matter->opened->person("who")});
    }
    return found;
}

std::vector<std::pair<PersonId, std::int64_t>> times_of(std::vector<PersonId> people) {
    std::sort(people.begin(), people.end());
    std::vector<std::pair<PersonId, std::int64_t>> times;
    for (const auto person : people) {
        if (times.empty() || times.back().first != person) times.emplace_back(person, 0);
        ++times.back().second;
    }
    return times;
}

}  // namespace teamctl::waiting
