// Turn queues: whose turn it is when a customer comes (teamctl-rules(7), example 6; D13.4).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "team/model.hpp"

namespace teamctl::rules {

/// A turn that a person has good: missed on company business, to be taken first.
struct OwedTurn {
    team::PersonId who;
    int round = 0;
    Moment since;  ///< of the arrival that passed the person over
};

/// A person whom a turn passed over, and what became of the turn.
struct PassedOver {
    enum class Why { personal, business, leave, not_working };
    team::PersonId who;
    Why why = Why::personal;
    bool owed = false;  ///< else the turn of this round is lost
    // What says so; neither where the person does not work then.
    const team::Leave* leave = nullptr;
    const team::Record* visit = nullptr;
};

/// A turn that a record says was taken.
struct TakenTurn {
    team::PersonId who;
    int round = 0;
    Moment at;
    bool owed = false;         ///< paid an owed turn
    bool out_of_turn = false;  ///< somebody else was next
    const team::Record* record = nullptr;
};

/// The queue at one moment.
struct QueueState {
    team::PersonId next;               ///< none where nobody is there
    bool next_is_owed = false;         ///< the next turn is one that was owed
    int round = 1;                     ///< the round that the next turn belongs to
    std::vector<PassedOver> passed;    ///< whom the next turn passes over, in order
    std::vector<OwedTurn> owed;        ///< oldest first, before the next turn is taken
    std::vector<team::PersonId> left;  ///< who follows in this round, the next one not included
    std::vector<TakenTurn> taken;      ///< the turns on record, oldest first; of closed months only the last
    int taken_in_all = 0;              ///< how many there ever were
};

/// Everybody who ever takes turns of the queue, in its order: those of `order`, then all others it selects, in roster
/// order.
std::vector<team::PersonId> queue_order(const team::Team& team, const team::Queue& queue);

/// The queue after all turns on record before or at `now`. The records are the truth: who took a customer had
/// the turn. Owed turns go first, the oldest before the younger. A turn that comes to somebody on company
/// business (leave of that kind, or out on a visit) is owed; to somebody away for any other reason it is
/// lost. Somebody who was there and was passed over keeps the turn of the round; who took one too many has
/// had the turn of the next round. Where the time of an arrival is not known, only what fills the whole day
/// keeps a person away.
QueueState queue_state(const team::Team& team, team::QueueId queue, Moment now);

/// The queue after its last turn up to `now`, as a closing carries it, with so many turns.
team::CarriedQueue carried_queue(const team::Team& team, team::QueueId queue, Moment now,
                                 std::size_t turns_kept);

}  // namespace teamctl::rules
