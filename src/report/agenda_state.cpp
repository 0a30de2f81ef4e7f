#include "report/agenda_state.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace teamctl::report {
namespace {

using team::Record;

struct Customer {
    const Record* opened = nullptr;
    Date last{};
    std::optional<Date> next;
};

bool flag(const Record& record, std::string_view field) {
    const auto* value = record.get<bool>(field);
    return value != nullptr && *value;
}

int urgency(const Record& action) {
    return (flag(action, "urgent") ? 0 : 2) + (flag(action, "important") ? 0 : 1);
}

class Lives {
  public:
    void add(const Record& record) {
        if (record.is("customer")) {
            customers_[std::string{record.text("id")}] = {&record, record.date, next_of(record)};
        } else if (record.is("contact")) {
            const auto found = customers_.find(record.text("customer"));
            if (found != customers_.end())
                found->second = {found->second.opened, record.date, next_of(record)};
        } else if (record.is("customer_closed")) {
            const auto found = customers_.find(record.text("customer"));
            if (found != customers_.end()) customers_.erase(found);
        } else if (record.is("problem")) {
            state_.problems.push_back(&record);
        } else if (record.is("action")) {
            state_.actions.push_back(&record);
        } else if (record.is("done")) {
            const auto closed = [&](const Record* open) { return open->text("id") == record.text("id"); };
            std::erase_if(state_.problems, closed);
            std::erase_if(state_.actions, closed);
        } else {
            add_ticket(record);
        }
    }

    AgendaState state(const team::Team& team) && {
        for (const auto& [id, customer] : customers_) {
            std::optional<Date> due = customer.next;
            if (team.rules.follow_up_days) {
                const Date latest = customer.last + Days{*team.rules.follow_up_days};
                due = due ? std::min(*due, latest) : latest;
            }
            if (due)
                state_.follow_ups.push_back(
                    {customer.opened, customer.opened->person("owner"), customer.last, *due});
        }
        std::stable_sort(state_.follow_ups.begin(), state_.follow_ups.end(),
                         [](const auto& a, const auto& b) { return a.due < b.due; });
        std::stable_sort(state_.actions.begin(), state_.actions.end(), [](const auto* a, const auto* b) {
            if (urgency(*a) != urgency(*b)) return urgency(*a) < urgency(*b);
            const auto *due_a = a->template get<Date>("due"), *due_b = b->template get<Date>("due");
            return due_a != nullptr && (due_b == nullptr || *due_a < *due_b);
        });
        return std::move(state_);
    }

  private:
    static std::optional<Date> next_of(const Record& record) {
        const auto* next = record.get<Date>("next");
        return next != nullptr ? std::optional{*next} : std::nullopt;
    }

    void add_ticket(const Record& record) {
        if (record.is("ticket")) {
            state_.tickets.push_back({&record, nullptr});
            return;
        }
        const auto same = [&](const OpenTicket& open) {
            return open.ticket->text("id") == record.text("ticket");
        };
        if (record.is("ticket_closed")) std::erase_if(state_.tickets, same);
        if (record.is("ticket_answered")) {
            const auto found = std::find_if(state_.tickets.begin(), state_.tickets.end(), same);
            if (found != state_.tickets.end() && found->answered == nullptr) found->answered = &record;
        }
    }

    std::map<std::string, Customer, std::less<>> customers_;
    AgendaState state_;
};

}  // namespace

AgendaState state_before(const team::Team& team, Date before) {
    Lives lives;
    for (const auto& record : team.records) {
        if (record.date < before) lives.add(record);
    }
    return std::move(lives).state(team);
}

}  // namespace teamctl::report
