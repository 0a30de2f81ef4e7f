// How a period went for its people: marks of meetings, diaries owed, why points and fines came.
#pragma once

#include <map>
#include <vector>

#include "rules/scope/scope.hpp"

namespace teamctl::rules {

/// One person's marks over a period, or the sum of several (D1.15, D1.16).
struct MarkCounts {
    std::int64_t expected = 0;
    std::int64_t attended = 0;
    std::int64_t late = 0;
    std::int64_t left_early = 0;
    std::int64_t absent = 0;
    std::int64_t excused = 0;
    std::int64_t unnamed = 0;

    void add(const AttendanceMark& mark);
    /// Of the meetings at which nobody excused the person; nothing where there was none.
    std::optional<Ratio> rate() const;
};

/// The marks of all meetings held.
struct MarkSums {
    std::map<team::PersonId, MarkCounts> people;
    MarkCounts total;
};
MarkSums mark_sums(const Scope& scope);

/// One meeting with the marks of the scope's people.
struct SittingMarks {
    const HeldMeeting* meeting = nullptr;
    MarkCounts counts;
    std::vector<team::PersonId> late{};
    std::vector<team::PersonId> left_early{};
    std::vector<team::PersonId> absent{};
    std::vector<team::PersonId> excused{};
};
/// Of the meetings held at which somebody of them was expected.
std::vector<SittingMarks> sittings_of(const Scope& scope);

/// Diaries that were due and judged (D13.2).
struct OwedDiaries {
    std::map<team::PersonId, std::int64_t> people;
    std::int64_t total = 0;
    std::vector<team::PersonId> late;
    std::vector<team::PersonId> missing;
};
OwedDiaries owed_diaries(const Scope& scope);

/// The diaries that wait for a review; none where nobody reviews at all (D3.7).
std::vector<const team::Record*> unreviewed_diaries(const Scope& scope);

/// What one person got for one reason.
struct Reason {
    const Entry* entry = nullptr;  ///< the first of that reason
    std::int64_t times = 0;
    std::int64_t points = 0;
    Money fine;
};
/// Entries that brought points, or fines, each person's and each reason once; people in the order of the
/// roster, reasons as they came.
std::vector<Reason> point_reasons(const Scope& scope);
std::vector<Reason> fine_reasons(const Scope& scope);
/// All of them together; of no entry.
Reason sum_of(const std::vector<Reason>& reasons);

/// Who was praised most often (D1.32).
struct Praised {
    std::vector<team::PersonId> people;
    std::int64_t times = 0;
};
Praised most_praised(const Scope& scope);

}  // namespace teamctl::rules
