// Occurrences as a phone calendar takes them. Every report that has the same occurrence gives it the same
// uid.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/report.hpp"
#include "calendar/occurrences.hpp"

namespace teamctl::report {

/// What makes the uid of an event the team's own: `<digest>.teamctl`.
std::string uid_domain(const team::Team& team);

/// Makes events of a team's occurrences, and knows which were called off (D1.31). The team and the plan lines
/// must outlive it.
class Events {
  public:
    Events(const team::Team& team, const std::vector<team::PlanLine>& plan);

    /// The record that calls the occurrence off, or nothing.
    const team::Record* cancelled(const calendar::Occurrence& occurrence) const;
    /// The occurrence with who does what, the topic and its form, or why it was called off.
    Event of(const calendar::Occurrence& occurrence) const;

  private:
    using Key = std::pair<team::SeriesId, Date>;
    Phrase told(const calendar::Occurrence& occurrence) const;

    const team::Team& team_;
    std::string domain_;
    std::map<Key, const team::PlanLine*> lines_;
    std::map<Key, const team::Record*> cancels_;
};

}  // namespace teamctl::report
