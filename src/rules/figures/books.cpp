#include "rules/figures/books.hpp"

#include <algorithm>
#include <optional>

namespace teamctl::rules {

struct Books::Parts {
    std::optional<Attendance> attendance;
    std::optional<std::vector<Judgement>> judgements;
    std::optional<std::vector<Entry>> entries;
    std::optional<Fund> fund;
    std::optional<Entities> entities;
    std::optional<std::vector<TicketState>> tickets;
    std::optional<std::vector<Meter>> meters;
};

Books::Books(const Context& context, const Period& period)
    : context_{context},
      period_{period},
      end_{end_of(period, context.now)},
      absences_{context.team},
      by_kind_(team::record_specs().size()),
      parts_{std::make_unique<Parts>()} {
    for (const auto& record : context.team.records) {
        if (holds(record)) by_kind_[static_cast<std::size_t>(record.kind)].push_back(&record);
    }
}

Books::~Books() = default;
Books::Books(Books&&) noexcept = default;

const std::vector<const team::Record*>& Books::records(std::string_view kind) const {
    return by_kind_.at(static_cast<std::size_t>(team::record_kind(kind)));
}

const Attendance& Books::attendance() const {
    if (!parts_->attendance) parts_->attendance = rules::attendance(context_, absences_, period_);
    return *parts_->attendance;
}

const std::vector<Judgement>& Books::judgements() const {
    if (!parts_->judgements) parts_->judgements = rules::judgements(context_, absences_, period_);
    return *parts_->judgements;
}

const std::vector<Entry>& Books::entries() const {
    if (parts_->entries) return *parts_->entries;
    auto all = attendance_entries(team(), attendance());
    for (auto& more : {deadline_entries(team(), judgements()), record_entries(context_, absences_, period_),
                       written_entries(context_, period_)})
        all.insert(all.end(), more.begin(), more.end());
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
    parts_->entries = std::move(all);
    return *parts_->entries;
}

const Fund& Books::fund() const {
    if (!parts_->fund) parts_->fund = rules::fund(context_, absences_, period_);
    return *parts_->fund;
}

const Entities& Books::entities() const {
    if (!parts_->entities) parts_->entities = entities_at(team(), end_);
    return *parts_->entities;
}

const std::vector<TicketState>& Books::tickets() const {
    if (parts_->tickets) return *parts_->tickets;
    const Context at_end{context_.team, context_.days, end_};
    const WorkingTime time{context_};
    std::vector<TicketState> states;
    for (const auto& ticket : entities().tickets) states.push_back(ticket_state(at_end, time, ticket));
    parts_->tickets = std::move(states);
    return *parts_->tickets;
}

const std::vector<Meter>& Books::meters() const {
    if (!parts_->meters) parts_->meters = meters_at(team(), end_);
    return *parts_->meters;
}

}  // namespace teamctl::rules
