#include "rules/figures/ledger.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "rules/figures/payees.hpp"
#include "team/people.hpp"

namespace teamctl::rules {
namespace {

using team::PersonId;
using team::Record;
using Status = Entry::Status;
using Why = Entry::Why;

bool counts(const Context& context, const Record& record, const Period& period) {
    return period.contains(record.date) && known_at(record, context.now);
}

/// What the attendance rules say of one person's mark at a meeting.
void add_mark(std::vector<Entry>& entries, const team::Team& team, const Record& record,
              const AttendanceMark& mark) {
    const auto add = [&](bool holds, Status status, std::string_view name) {
        if (!holds) return;
        for (std::size_t i = 0; i < team.rules.attendance.size(); ++i) {
            const auto& rule = team.rules.attendance[i];
            if (std::find(rule.statuses.begin(), rule.statuses.end(), name) == rule.statuses.end()) continue;
            entries.push_back({Why::attendance, status, i, mark.who, record.date, &record, record.origin, 0,
                               rule.points, rule.fine});
        }
    };
    add(mark.late, Status::late, "late");
    add(mark.left_early, Status::left_early, "left_early");
    add(mark.absent, Status::absent, "absent");
}

/// Everybody whom the record lists under a status that rules know.
std::vector<PersonId> listed(const Record& record) {
    std::vector<PersonId> people;
    for (const auto field : team::judged_statuses) {
        if (const auto* some = record.get<std::vector<PersonId>>(field))
            people.insert(people.end(), some->begin(), some->end());
    }
    std::sort(people.begin(), people.end());
    people.erase(std::unique(people.begin(), people.end()), people.end());
    return people;
}

/// The fines of all attendance records of the period, without looking at those who came in time.
std::vector<Entry> attendance_fines(const Context& context, const Absences& absences, const Period& period) {
    const auto off = cancellations(context.team, context.now);
    std::map<std::pair<team::SeriesId, Date>, const Record*> last;
    for (const auto& record : context.team.records) {
        const auto* series = record.is("attendance") ? record.get<team::SeriesId>("meeting") : nullptr;
        if (series == nullptr || !context.team[*series].meeting || !counts(context, record, period)) continue;
        if (!off.contains({*series, record.date})) last[{*series, record.date}] = &record;
    }
    std::vector<Entry> entries;
    for (const auto& [key, record] : last) {
        const auto people = listed(*record);
        if (people.empty()) continue;
        const auto occurrence = occurrence_of(context.team, context.days, key.first, key.second);
        for (const auto person : people) {
            if (expected(context.team, absences, occurrence, person))
                add_mark(entries, context.team, *record, mark_of(*record, person));
        }
    }
    return entries;
}

bool any_fines(const team::Rules& rules) {
    return std::any_of(rules.attendance.begin(), rules.attendance.end(),
                       [](const auto& rule) { return rule.fine.fen != 0; });
}

std::vector<Entry> all_fines(const Context& context, const Absences& absences, const Period& period) {
    std::vector<Entry> fines;
    if (any_fines(context.team.rules)) fines = attendance_fines(context, absences, period);
    for (auto& entry : record_entries(context, absences, period)) fines.push_back(std::move(entry));
    std::erase_if(fines, [](const auto& entry) { return entry.fine.fen == 0; });
    return fines;
}

/// Fines and the records of the fund, in the order in which the fund sees them.
std::vector<FundMove> moves_of(const Context& context, const std::vector<Entry>& fines,
                               const Period& period) {
    std::vector<FundMove> moves;
    for (std::size_t i = 0; i < fines.size(); ++i) {
        const auto& fine = fines[i];
        moves.push_back(
            {FundMove::Kind::fine, fine.date, fine.fine, {}, fine.who, fine.record, fine.origin, i});
    }
    for (const auto& record : context.team.records) {
        if (!record.is("fund") || !counts(context, record, period)) continue;
        const Money amount = record.money("amount");
        const auto kind = amount.fen < 0 ? FundMove::Kind::spent : FundMove::Kind::other;
        moves.push_back({kind, record.date, amount, {}, record.person("by"), &record, record.origin, 0});
    }
    std::stable_sort(moves.begin(), moves.end(), [](const auto& a, const auto& b) {
        return std::tie(a.date, a.kind, a.origin) < std::tie(b.date, b.kind, b.origin);
    });
    return moves;
}

}  // namespace

Phrase record_title(std::string_view kind) {
    const auto& spec = team::record_spec(kind);
    return bilingual(spec.zh, spec.en);
}

std::vector<Entry> deadline_entries(const team::Team& team, const std::vector<Judgement>& judged) {
    std::vector<Entry> entries;
    for (const auto& one : judged) {
        if (one.nth == 0) continue;
        const bool late = one.verdict == Judgement::Verdict::late;
        const auto origin =
            one.record != nullptr ? one.record->origin : team.rules.deadlines[one.rule].origin;
        entries.push_back({Why::deadline,
                           late ? Status::late : Status::missing,
                           one.rule,
                           one.who,
                           one.date,
                           one.record,
                           origin,
                           one.nth,
                           one.points,
                           {}});
    }
    return entries;
}

std::vector<Entry> attendance_entries(const team::Team& team, const Attendance& attendance) {
    std::vector<Entry> entries;
    for (const auto& sitting : attendance.held) {
        for (const auto& mark : sitting.marks) add_mark(entries, team, *sitting.record, mark);
    }
    return entries;
}

std::vector<Entry> record_entries(const Context& context, const Absences& absences, const Period& period) {
    std::vector<Entry> entries;
    const auto& rules = context.team.rules.records;
    if (rules.empty()) return entries;
    Payees payees{context.team, absences, end_of(period, context.now)};
    for (const auto& record : context.team.records) {
        if (!counts(context, record, period)) continue;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            if (!record.is(rules[i].record)) continue;
            for (const auto person : payees.of(record)) {
                if (team::selects(context.team, rules[i].who, person, record.date))
                    entries.push_back({Why::record, Status::none, i, person, record.date, &record,
                                       record.origin, 0, rules[i].points, rules[i].fine});
            }
        }
    }
    return entries;
}

std::vector<Entry> written_entries(const Context& context, const Period& period) {
    std::vector<Entry> entries;
    for (const auto& record : context.team.records) {
        if (!record.is("points") || !counts(context, record, period)) continue;
        entries.push_back({Why::written,
                           Status::none,
                           0,
                           record.person("who"),
                           record.date,
                           &record,
                           record.origin,
                           0,
                           record.integer("points"),
                           {}});
    }
    return entries;
}

Fund fund(const Context& context, const Absences& absences, const Period& period) {
    Fund fund;
    const auto& carried = context.team.carried;
    const auto first = carried.until ? *carried.until + Days{1} : context.team.first_record();
    if (!first) return fund;
    const Period all{std::min(*first, period.from), period.to};
    fund.opening = fund.balance = carried.fund;
    fund.fines = all_fines(context, absences, all);
    for (auto& move : moves_of(context, fund.fines, all)) {
        fund.balance += move.amount;
        move.balance = fund.balance;
        if (move.date < period.from) {
            fund.opening = fund.balance;
            continue;
        }
        if (move.kind == FundMove::Kind::fine) fund.from_fines += move.amount;
        if (move.kind == FundMove::Kind::other) fund.other += move.amount;
        if (move.kind == FundMove::Kind::spent) fund.spent = fund.spent - move.amount;
        fund.moves.push_back(move);
    }
    return fund;
}

}  // namespace teamctl::rules
