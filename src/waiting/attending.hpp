// What a meeting of some sees of a day: what belongs to those who attend (D1.34).
#pragma once

#include <memory>

#include "waiting/meeting.hpp"

namespace teamctl::waiting {

/// Whether the meeting shows only what belongs to those who attend: not where everybody does, nor with
/// `scope: team`.
bool is_of_some(const team::Series& series);

/// The day as those who attend see it: nobody else works in the team, and the customers, deals, tickets,
/// actions, problems, diaries, visits and praise of others are not on record. What is everybody's stays:
/// announcements, attendance, checks, plans.
class AttendedDay {
  public:
    explicit AttendedDay(const AgendaMeeting& meeting);

    /// The meeting in that day; lives as long as this.
    const AgendaMeeting& meeting() const { return *meeting_; }
    bool attends(team::PersonId person) const;
    /// Whether the item waits for somebody who attends.
    bool concerns(const DueItem& item) const;

  private:
    std::vector<team::PersonId> people_;
    team::Team team_;
    std::optional<calendar::WorkingDays> days_;
    std::optional<AgendaDay> day_;
    std::optional<AgendaMeeting> meeting_;
};

}  // namespace teamctl::waiting
