#include "rules/figures/payees.hpp"

#include "rules/people/trainings.hpp"

namespace teamctl::rules {
namespace {

using team::EntityKind;
using team::PersonId;
using team::Record;

/// What the record is about; `done` ends an action, or else a problem.
const Matter* matter_of(const Entities& entities, const Record& record) {
    const auto id = record.text("id");
    switch (record.spec().entity) {
        case EntityKind::suggestion:
            return entities.suggestions.find(id);
        case EntityKind::problem:
            return entities.problems.find(id);
        case EntityKind::action: {
            const auto* action = entities.actions.find(id);
            return action != nullptr ? action : entities.problems.find(id);
        }
        default:
            return nullptr;
    }
}

/// Who last proposed what the record decides: a proposal has a name and no id.
PersonId proposer(const team::Team& team, const Record& decision) {
    PersonId who;
    for (const auto& record : team.records) {
        if (record.is("award_proposed") && record.text("name") == decision.text("name") &&
            record.date <= decision.date)
            who = record.person("by");
    }
    return who;
}

}  // namespace

std::vector<PersonId> Payees::of(const Record& record) {
    PersonId one;
    switch (record.spec().pays) {
        case team::Pays::subject:
            if (!record.is("training")) return team::subjects_of(record);
            if (auto came = attendees(team_, absences_, record); !came.empty()) return came;
            one = record.person("by");
            break;
        case team::Pays::opener:
            one = opener(record);
            break;
        case team::Pays::holder:
            one = record.person("by");
            if (!one) one = holder(record);
            break;
    }
    return one ? std::vector{one} : std::vector<PersonId>{};
}

PersonId Payees::opener(const Record& record) {
    if (record.is("award_decided")) return proposer(team_, record);
    const auto* matter = matter_of(entities(), record);
    return matter != nullptr ? matter->opened->person("who") : PersonId{};
}

PersonId Payees::holder(const Record& record) {
    if (const auto* matter = matter_of(entities(), record)) return matter->holder;
    if (record.spec().entity == EntityKind::customer) {
        const auto* customer = entities().customers.find(record.text("customer"));
        return customer != nullptr ? customer->owner : PersonId{};
    }
    if (record.spec().entity == EntityKind::deal) {
        const auto* deal = entities().deals.find(record.text("deal"));
        return deal != nullptr ? deal->holder : PersonId{};
    }
    const auto* ticket = entities().tickets.find(record.text("ticket"));
    return ticket != nullptr ? ticket->handler() : PersonId{};
}

const Entities& Payees::entities() {
    if (!entities_) entities_ = entities_at(team_, moment_);
    return *entities_;
}

}  // namespace teamctl::rules
