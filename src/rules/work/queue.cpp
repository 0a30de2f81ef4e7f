#include "rules/work/queue.hpp"

#include <algorithm>
#include <map>

#include "rules/people/absences.hpp"
#include "rules/work/outings.hpp"
#include "team/people.hpp"

namespace teamctl::rules {
namespace {

using team::PersonId;

bool contains(const std::vector<PersonId>& list, PersonId person) {
    return std::find(list.begin(), list.end(), person) != list.end();
}

/// A moment of an arrival; `time` is what a record or a caller gives, if anything.
struct Arrival {
    Date date{};
    std::optional<TimeOfDay> time;
    Moment moment;
};

/// After every record.
constexpr Moment latest{Date{Days{10'000'000}}, {}};

/// Who is away, and on whose business.
class Whereabouts {
  public:
    explicit Whereabouts(const team::Team& team) : absences_{team} {
        for (const auto& outing : outings(team, latest).visits) {
            if (outing.visit->get<TimeOfDay>("out") != nullptr) visits_[outing.visit->date].push_back(outing);
        }
    }

    /// Why the person cannot take a turn then; nothing where they can.
    std::optional<PassedOver> away(PersonId person, const Arrival& arrival) const {
        if (!absences_.on_duty(person, arrival.date))
            return PassedOver{person, PassedOver::Why::not_working, false, nullptr, nullptr};
        if (const auto* visit = out_on(person, arrival))
            return PassedOver{person, PassedOver::Why::business, true, nullptr, visit};
        const auto* leave = arrival.time ? absences_.during(person, arrival.date, *arrival.time,
                                                            TimeOfDay{arrival.time->minutes + 1})
                                         : absences_.all_day(person, arrival.date);
        if (leave == nullptr) return std::nullopt;
        if (leave->kind == team::LeaveKind::business)
            return PassedOver{person, PassedOver::Why::business, true, leave, nullptr};
        const bool personal = leave->kind == team::LeaveKind::personal;
        return PassedOver{person, personal ? PassedOver::Why::personal : PassedOver::Why::leave, false, leave,
                          nullptr};
    }

  private:
    /// A visit is company business from the minute of going out to the minute of coming back.
    const team::Record* out_on(PersonId person, const Arrival& arrival) const {
        const auto day = visits_.find(arrival.date);
        if (day == visits_.end() || !arrival.time) return nullptr;
        for (const auto& outing : day->second) {
            const auto back =
                outing.end == nullptr || outing.end->date == arrival.date ? outing.back() : std::nullopt;
            const auto* visit = outing.visit;
            if (visit->person("who") == person && *visit->get<TimeOfDay>("out") <= *arrival.time &&
                (!back || *arrival.time < *back))
                return visit;
        }
        return nullptr;
    }

    Absences absences_;
    std::map<Date, std::vector<Outing>> visits_;
};

/// Walks the rounds of one queue, arrival by arrival.
class Walk {
  public:
    Walk(const team::Team& team, const team::Queue& queue)
        : team_{team},
          who_{queue.who},
          whereabouts_{team},
          order_{queue_order(team, queue)},
          ahead_(order_.size(), 0),
          done_(order_.size(), false) {}

    /// Goes on from where a closing left the queue.
    void resume(const team::Team& team, const team::CarriedQueue& from) {
        round_ = from.round;
        earlier_ = from.taken - static_cast<int>(from.turns.size());
        for (std::size_t i = 0; i < order_.size(); ++i) {
            done_[i] = contains(from.done, order_[i]);
            for (const auto& [who, turns] : from.ahead) {
                if (who == order_[i]) ahead_[i] = turns;
            }
        }
        for (const auto& debt : from.owed) owed_.push_back({debt.who, debt.round, debt.since});
        for (const auto& turn : from.turns) {
            for (const auto& record : team.records) {
                if (record.date != turn.date || record.origin.mark != turn.mark || !record.is("turn"))
                    continue;
                const Moment at{record.date, record.at.value_or(TimeOfDay{})};
                taken_.push_back(
                    {record.person("who"), turn.round, at, turn.owed, turn.out_of_turn, &record});
                break;
            }
        }
    }

    /// The state after the last turn, with so many turns.
    team::CarriedQueue carried(team::QueueId queue, std::size_t turns_kept) && {
        team::CarriedQueue state;
        state.queue = queue;
        state.round = round_;
        state.taken = earlier_ + static_cast<int>(taken_.size());
        for (std::size_t i = 0; i < order_.size(); ++i) {
            if (done_[i]) state.done.push_back(order_[i]);
            if (ahead_[i] > 0) state.ahead.emplace_back(order_[i], ahead_[i]);
        }
        for (const auto& debt : owed_) state.owed.push_back({debt.who, debt.round, debt.since});
        const std::size_t first = taken_.size() > turns_kept ? taken_.size() - turns_kept : 0;
        for (std::size_t i = first; i < taken_.size(); ++i) {
            const auto& turn = taken_[i];
            state.turns.push_back(
                {turn.record->date, turn.record->origin.mark, turn.round, turn.owed, turn.out_of_turn});
        }
        return state;
    }

    /// Follows a record: `who` took the customer that came then.
    void take(PersonId who, const Arrival& arrival, const team::Record& record) {
        TakenTurn turn{who, round_, arrival.moment, false, false, &record};
        const auto debt =
            std::find_if(owed_.begin(), owed_.end(), [&](const auto& o) { return o.who == who; });
        if (debt != owed_.end()) {
            turn.round = debt->round;
            turn.owed = true;
            owed_.erase(debt);
        } else {
            const auto head = settle(arrival, who, nullptr);
            turn.out_of_turn = !head || *head != who;
            turn.round = round_;
            mark(who);
        }
        taken_.push_back(turn);
    }

    /// Who would take a customer that comes then, and the state before.
    QueueState ask(const Arrival& arrival) && {
        QueueState state;
        state.taken_in_all = earlier_ + static_cast<int>(taken_.size());
        state.taken = std::move(taken_);
        state.owed = owed_;
        for (const auto& debt : owed_) {
            if (whereabouts_.away(debt.who, arrival)) continue;
            state.next = debt.who;
            state.next_is_owed = true;
            break;
        }
        if (!state.next) {
            if (const auto head = settle(arrival, {}, &state.passed)) state.next = *head;
        } else if (all_done()) {
            begin_round();
        }
        state.round = round_;
        for (std::size_t i = 0; i < order_.size(); ++i) {
            if (!done_[i] && is_there(order_[i], arrival) && (state.next_is_owed || order_[i] != state.next))
                state.left.push_back(order_[i]);
        }
        return state;
    }

  private:
    /// Moves to the first person of the round who is there; a turn that comes to somebody who is not is owed
    /// or lost. `present` is there whatever the leave file says. Nobody there at all: nothing moves.
    std::optional<PersonId> settle(const Arrival& arrival, PersonId present,
                                   std::vector<PassedOver>* passed) {
        const auto missing = [&](PersonId person) -> std::optional<PassedOver> {
            if (person == present) return std::nullopt;
            if (!is_of(person, arrival))
                return PassedOver{person, PassedOver::Why::not_working, false, nullptr, nullptr};
            return whereabouts_.away(person, arrival);
        };
        if (std::all_of(order_.begin(), order_.end(), [&](auto p) { return missing(p).has_value(); }))
            return {};
        while (true) {
            for (std::size_t i = 0; i < order_.size(); ++i) {
                if (done_[i]) continue;
                const auto reason = missing(order_[i]);
                if (!reason) return order_[i];
                done_[i] = true;
                if (reason->owed) owed_.push_back({order_[i], round_, arrival.moment});
                if (passed != nullptr && is_of(order_[i], arrival)) passed->push_back(*reason);
            }
            begin_round();
        }
    }

    void mark(PersonId who) {
        const auto place = std::find(order_.begin(), order_.end(), who);
        if (place == order_.end()) return;  // not of this queue: it took nobody's turn
        const auto i = static_cast<std::size_t>(place - order_.begin());
        if (done_[i]) {
            ++ahead_[i];
        } else {
            done_[i] = true;
        }
    }

    bool all_done() const {
        return std::all_of(done_.begin(), done_.end(), [](bool done) { return done; });
    }

    void begin_round() {
        ++round_;
        for (std::size_t i = 0; i < order_.size(); ++i) {
            done_[i] = ahead_[i] > 0;
            if (done_[i]) --ahead_[i];
        }
    }

    /// Whether the person is of the team on that day and takes turns of the queue; else the turn passes
    /// without a word.
    bool is_of(PersonId person, const Arrival& arrival) const {
        return team::employed(team_[person], arrival.date) &&
               team::selects(team_, who_, person, arrival.date);
    }

    /// Whether the person may come to a turn on that day; who is out on a visit comes back.
    bool is_there(PersonId person, const Arrival& arrival) const {
        const auto away = whereabouts_.away(person, arrival);
        return is_of(person, arrival) && (!away || away->visit != nullptr);
    }

    const team::Team& team_;
    const team::Selector& who_;
    Whereabouts whereabouts_;
    std::vector<PersonId> order_;
    std::vector<int> ahead_;  // turns taken too early, of rounds to come
    std::vector<bool> done_;  // of this round: taken, lost or owed
    std::vector<OwedTurn> owed_;
    std::vector<TakenTurn> taken_;
    int round_ = 1;
    int earlier_ = 0;  // turns of closed months that are not in taken_
};

/// The turns of the queue up to `now`, in order. A record without a time of day counts as made with the one
/// before it.
std::vector<std::pair<Arrival, const team::Record*>> arrivals(const team::Team& team, team::QueueId queue,
                                                              Moment now) {
    std::vector<std::pair<Arrival, const team::Record*>> all;
    Moment before{};
    for (const auto& record : team.records) {
        const auto* named = record.is("turn") ? record.get<team::QueueId>("queue") : nullptr;
        if (named == nullptr || *named != queue) continue;
        if (team.carried.until && record.date <= *team.carried.until) continue;
        const Moment start{record.date, record.at.value_or(TimeOfDay{0})};
        const Moment moment = record.at ? start : std::max(start, before);
        before = moment;
        if (moment <= now) all.push_back({{record.date, record.at, moment}, &record});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.first.moment < b.first.moment; });
    return all;
}

}  // namespace

std::vector<PersonId> queue_order(const team::Team& team, const team::Queue& queue) {
    std::vector<PersonId> order;
    for (const auto person : queue.order) {
        if (team::ever_selects(team, queue.who, person) && !contains(order, person)) order.push_back(person);
    }
    for (const auto person : team::ever_selected(team, queue.who)) {
        if (!contains(order, person)) order.push_back(person);
    }
    return order;
}

/// The queue after all turns up to `now`.
static Walk walked(const team::Team& team, team::QueueId queue, Moment now) {
    Walk walk{team, team[queue]};
    for (const auto& from : team.carried.queues) {
        if (from.queue == queue) walk.resume(team, from);
    }
    for (const auto& [arrival, record] : arrivals(team, queue, now))
        walk.take(record->person("who"), arrival, *record);
    return walk;
}

team::CarriedQueue carried_queue(const team::Team& team, team::QueueId queue, Moment now,
                                 std::size_t turns_kept) {
    return walked(team, queue, now).carried(queue, turns_kept);
}

QueueState queue_state(const team::Team& team, team::QueueId queue, Moment now) {
    auto walk = walked(team, queue, now);
    const auto time = now.time < end_of_day ? std::optional{now.time} : std::nullopt;
    return std::move(walk).ask({now.date, time, now});
}

}  // namespace teamctl::rules
