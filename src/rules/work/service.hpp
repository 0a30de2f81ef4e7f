// Service levels: by when a ticket is to be answered and resolved (teamctl-rules(7), example 12; D6.2,
// D12.5).
#pragma once

#include <optional>
#include <vector>

#include "rules/work/entities.hpp"

namespace teamctl::rules {

/// The team's working time: its hours on working days; without `hours` whole working days.
class WorkingTime {
  public:
    explicit WorkingTime(const Context& context);

    /// Minutes of one working day.
    int day_minutes() const { return day_minutes_; }
    /// The earliest moment at which so many working minutes have passed since `start`; nothing where no
    /// working day follows for more than a year. 0 minutes: `start` itself in working time, else when it
    /// begins again.
    std::optional<Moment> after(Moment start, std::int64_t minutes) const;

    /// Working minutes from one moment to a later one.
    std::int64_t between(Moment start, Moment end) const;
    /// The same by the team's clock, on instants.
    std::int64_t clock_between(Moment start, Moment end) const;

    /// What the team's clock shows so many minutes after `start`, reckoned on instants: a night on which the
    /// clock is put forward has an hour less.
    Moment clock_after(Moment start, std::int64_t minutes) const;

  private:
    const calendar::WorkingDays* days_;
    std::vector<team::Hours> hours_;  // sorted, apart from each other
    int day_minutes_ = 0;
};

/// By when something with that service level is due that began at `start`. Days are working days of the
/// level's hours, or of 24 hours round the clock.
std::optional<Moment> due_after(const WorkingTime& time, const team::ServiceLevel& level, team::Span span,
                                Moment start);

/// One half of a service level and what became of it.
struct Response {
    std::optional<Moment> due;
    const team::Record* done = nullptr;
    bool met = false;   ///< done in time; at the very minute counts
    bool late = false;  ///< done too late, or not done and due before now
};

struct TicketState {
    const Ticket* ticket = nullptr;
    const team::ServiceLevel* level = nullptr;  ///< none: nothing is promised for its priority
    Response answer;
    Response resolve;
};

/// A ticket's priority, `normal` where its record names none.
std::string_view priority_of(const team::Record& opened);

/// What a ticket's priority may be: the service levels', high, normal and low, and urgent, which is the level
/// that promises to resolve soonest where none is called so.
std::vector<std::string> priorities(const team::Rules& rules);

/// High, or urgent.
bool is_pressing(const team::Record& ticket);

/// The level of a ticket's priority.
const team::ServiceLevel* level_of(const team::Rules& rules, const Ticket& ticket);

/// The clock of a ticket starts when it was opened, without a time at the end of that day; an answer or a
/// closing without a time counts from the start of its day. Closing answers what nobody answered before.
/// While it waits for a part or a vendor the clock of the resolution stands still.
TicketState ticket_state(const Context& context, const WorkingTime& time, const Ticket& ticket);

}  // namespace teamctl::rules
