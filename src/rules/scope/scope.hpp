// A period's figures as one question sees them: of the whole team, of a unit or of one person.
#pragma once

#include <vector>

#include "rules/figures/metrics.hpp"

namespace teamctl::rules {

/// The references outlive it.
struct Scope {
    const Figures& figures;
    const Books& books;
    Subject subject;
    std::vector<team::PersonId> people;  ///< of the subject on some day, employed in the period, in roster order
    const calendar::WorkingDays& days;

    const team::Team& team() const { return books.team(); }
    const Period& period() const { return books.period(); }
    /// The end of the period, or now where that is earlier.
    Moment end() const { return books.end(); }
    /// What is judged as of that moment.
    Context at_end() const { return {team(), days, end()}; }
    /// Whether what happened to that person on that day is seen; of nobody: only by the team.
    bool shows(team::PersonId who, Date date) const { return belongs(team(), who, subject, date); }
    /// The same of how things stand at the end.
    bool shows(team::PersonId who) const { return shows(who, end().date); }
    /// Whether any of them is seen on that day; the team sees everything.
    bool shows_any(const std::vector<team::PersonId>& who, Date date) const;
    /// Whose figures the row of a person has: of a unit, what they did while in it.
    Subject row(team::PersonId who) const { return {who, subject.unit}; }
    bool is_day() const { return period().unit == Period::Unit::day; }
    /// Whether the whole period is over.
    bool is_over() const { return day_over(period().to, end()); }
    /// Whether the entity was opened or closed in the period.
    template <class Entity>
    bool touches(const Entity& entity) const {
        return books.holds(*entity.opened) || (entity.closed != nullptr && books.holds(*entity.closed));
    }
    /// The subject's figure.
    Value value(MetricName metric) const { return figures.value(metric, subject); }
    Value value(const Metric& metric) const { return figures.value(metric, subject); }
    /// A figure in whole numbers; 0 where it is another.
    std::int64_t count(MetricName metric) const;
};

/// The subject in the books of the figures.
Scope scope_of(const Figures& figures, const Subject& subject);

}  // namespace teamctl::rules
