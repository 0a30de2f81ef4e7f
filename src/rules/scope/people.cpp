#include "rules/scope/people.hpp"

#include <algorithm>
#include <string>

#include "rules/people/reviews.hpp"

namespace teamctl::rules {
namespace {

using team::PersonId;

/// What groups entries to one reason.
std::string reason_key(const Entry& entry) {
    if (entry.why == Entry::Why::written) return "w" + std::string{entry.record->text("reason")};
    return std::to_string(static_cast<int>(entry.why)) + ":" + std::to_string(entry.rule) + ":" +
           std::to_string(static_cast<int>(entry.status));
}

template <class Wanted>
std::vector<Reason> reasons_of(const Scope& scope, Wanted wanted) {
    std::map<std::pair<PersonId, std::string>, std::size_t> places;
    std::vector<Reason> found;
    for (const auto& entry : scope.books.entries()) {
        if (!wanted(entry) || !scope.shows(entry.who, entry.date)) continue;
        const auto [at, is_new] = places.try_emplace({entry.who, reason_key(entry)}, found.size());
        if (is_new) found.push_back({&entry, 0, 0, {}});
        auto& reason = found[at->second];
        ++reason.times;
        reason.points += entry.points;
        reason.fine += entry.fine;
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.entry->who < b.entry->who; });
    return found;
}

}  // namespace

void MarkCounts::add(const AttendanceMark& mark) {
    ++expected;
    attended += mark.attended() ? 1 : 0;
    late += mark.late ? 1 : 0;
    left_early += mark.left_early ? 1 : 0;
    absent += mark.absent ? 1 : 0;
    excused += mark.excused ? 1 : 0;
    unnamed += mark.unnamed() ? 1 : 0;
}

std::optional<Ratio> MarkCounts::rate() const {
    const auto base = expected - excused;
    return base > 0 ? std::optional{Ratio{attended, base}} : std::nullopt;
}

MarkSums mark_sums(const Scope& scope) {
    MarkSums sums;
    for (const auto& sitting : scope.books.attendance().held) {
        for (const auto& mark : sitting.marks) {
            if (!scope.shows(mark.who, sitting.record->date)) continue;
            sums.people[mark.who].add(mark);
            sums.total.add(mark);
        }
    }
    return sums;
}

std::vector<SittingMarks> sittings_of(const Scope& scope) {
    std::vector<SittingMarks> list;
    for (const auto& sitting : scope.books.attendance().held) {
        SittingMarks marks{&sitting, {}};
        for (const auto& mark : sitting.marks) {
            if (!scope.shows(mark.who, sitting.record->date)) continue;
            marks.counts.add(mark);
            if (mark.late) marks.late.push_back(mark.who);
            if (mark.left_early) marks.left_early.push_back(mark.who);
            if (mark.absent) marks.absent.push_back(mark.who);
            if (mark.excused) marks.excused.push_back(mark.who);
        }
        if (marks.counts.expected > 0) list.push_back(std::move(marks));
    }
    return list;
}

OwedDiaries owed_diaries(const Scope& scope) {
    using Verdict = Judgement::Verdict;
    OwedDiaries owed;
    for (const auto& judged : scope.books.judgements()) {
        if (scope.team().rules.deadlines[judged.rule].record != "diary" ||
            !scope.shows(judged.who, judged.date))
            continue;
        ++owed.people[judged.who];
        ++owed.total;
        if (judged.verdict == Verdict::late) owed.late.push_back(judged.who);
        if (judged.verdict == Verdict::missing) owed.missing.push_back(judged.who);
    }
    return owed;
}

std::vector<const team::Record*> unreviewed_diaries(const Scope& scope) {
    if (scope.books.records("review").empty()) return {};
    auto found = unreviewed_diaries(scope.at_end(), scope.period());
    std::erase_if(found, [&](const auto* diary) { return !scope.shows(diary->person("who"), diary->date); });
    return found;
}

std::vector<Reason> point_reasons(const Scope& scope) {
    return reasons_of(scope, [](const Entry& entry) { return entry.points != 0; });
}

std::vector<Reason> fine_reasons(const Scope& scope) {
    return reasons_of(scope, [](const Entry& entry) { return entry.fine.fen != 0; });
}

Reason sum_of(const std::vector<Reason>& reasons) {
    Reason total;
    for (const auto& reason : reasons) {
        total.times += reason.times;
        total.points += reason.points;
        total.fine += reason.fine;
    }
    return total;
}

Praised most_praised(const Scope& scope) {
    std::map<PersonId, std::int64_t> times;
    for (const auto* record : scope.books.records("praise")) {
        if (scope.shows(record->person("who"), record->date)) ++times[record->person("who")];
    }
    Praised most;
    for (const auto& [who, count] : times) most.times = std::max(most.times, count);
    for (const auto& [who, count] : times) {
        if (count == most.times) most.people.push_back(who);
    }
    return most;
}

}  // namespace teamctl::rules
