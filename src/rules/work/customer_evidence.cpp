#include "rules/work/customer_evidence.hpp"

#include <algorithm>
#include <tuple>

namespace teamctl::rules {
namespace {

using team::Record;

/// A query of so many digits is a telephone number.
constexpr std::size_t least_digits = 5;

bool is_named(const Record& registration, const std::string& query) {
    const auto digits = phone_digits(query);
    if (registration.text("id") == query || registration.text("name") == query) return true;
    return digits.size() >= least_digits && phone_digits(registration.text("phone")) == digits;
}

}  // namespace

bool is_prose(const Record& record) {
    return record.is("diary") || record.is("review") || record.is("note");
}

CustomerEvidence::CustomerEvidence(const Context& context, const std::string& query)
    : context_{context},
      team_{context.team},
      entities_{entities_at(context.team, context.now)},
      conflicts_{registration_conflicts(context.team, entities_)} {
    register_all([&](const Record& record) { return is_named(record, query); });
    if (registrations_.empty())
        register_all(
            [&](const Record& record) { return record.text("name").find(query) != std::string::npos; });
    add_conflicting();
    for (const auto* record : registrations_) {
        ids_.insert(std::string{record->text("id")});
        names_.insert(std::string{record->text("name")});
    }
    if (registrations_.empty()) names_.insert(query);
    names_.erase("");
    collect();
}

template <class Matches>
void CustomerEvidence::register_all(Matches matches) {
    for (const auto& record : team_.records) {
        if (record.is("customer") && known(record) && matches(record)) registrations_.insert(&record);
    }
}

std::vector<const Record*> CustomerEvidence::registrations() const {
    std::vector<const Record*> sorted{registrations_.begin(), registrations_.end()};
    std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
        return std::tuple{a->date, a->at.value_or(end_of_day), a->origin} <
               std::tuple{b->date, b->at.value_or(end_of_day), b->origin};
    });
    return sorted;
}

const Record* CustomerEvidence::first_of(const Record* registration) const {
    for (const auto& conflict : conflicts_) {
        if (conflict.later == registration) return conflict.first;
    }
    return nullptr;
}

bool CustomerEvidence::beats_another(const Record* registration) const {
    return std::any_of(conflicts_.begin(), conflicts_.end(),
                       [&](const auto& conflict) { return conflict.first == registration; });
}

void CustomerEvidence::add_conflicting() {
    for (std::size_t before = 0; before != registrations_.size();) {
        before = registrations_.size();
        for (const auto& conflict : conflicts_) {
            if (!known(*conflict.later)) continue;
            if (!registrations_.contains(conflict.first) && !registrations_.contains(conflict.later))
                continue;
            registrations_.insert({conflict.first, conflict.later});
        }
    }
}

bool CustomerEvidence::mentions(const team::FieldValue& value) const {
    const auto* text = team::value_as<team::Text>(value);
    return text != nullptr && std::any_of(names_.begin(), names_.end(), [&](const auto& name) {
               return text->view().find(name) != std::string::npos;
           });
}

bool CustomerEvidence::mentions(const Record& record) const {
    return std::any_of(record.values.begin(), record.values.end(),
                       [&](const auto& value) { return mentions(value); });
}

bool CustomerEvidence::visits(const Record& record) const {
    const auto client = record.text("client");
    if (client.empty()) return false;
    return mentions(record) || std::any_of(names_.begin(), names_.end(), [&](const auto& name) {
               return name.find(client) != std::string::npos;
           });
}

bool CustomerEvidence::is_evidence(const Record& record) {
    if (registrations_.contains(&record)) return true;
    if (ids_.contains(std::string{record.text("customer")})) {
        if (record.is("deal")) deals_.insert(std::string{record.text("id")});
        return true;
    }
    if (deals_.contains(std::string{record.text("deal")})) return true;
    if (record.is("visit")) return visits(record);
    return is_prose(record) && mentions(record);
}

void CustomerEvidence::collect() {
    for (const auto& record : team_.records) {
        if (known(record) && is_evidence(record)) records_.push_back(&record);
    }
    std::stable_sort(records_.begin(), records_.end(), [](const auto* a, const auto* b) {
        return std::pair{a->date, a->at.value_or(end_of_day)} <
               std::pair{b->date, b->at.value_or(end_of_day)};
    });
}

}  // namespace teamctl::rules
