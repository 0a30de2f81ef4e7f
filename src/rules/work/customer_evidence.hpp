// Everything that was written about one customer: the evidence of whose it is (D13.1, D13.10).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "rules/context.hpp"
#include "rules/work/customers.hpp"

namespace teamctl::rules {

/// Whether the record tells a story in which names may stand: a diary, a review, a note.
bool is_prose(const team::Record& record);

/// One customer's registrations, with those that they conflict with, and every record that speaks of them, up
/// to the context's now. The query is an id, a name or a part of one, or a telephone number.
class CustomerEvidence {
  public:
    CustomerEvidence(const Context& context, const std::string& query);

    /// In the order of time; those without a time of day after the others of their day.
    const std::vector<const team::Record*>& records() const { return records_; }
    /// In the order in which they count: of each day those with a time first.
    std::vector<const team::Record*> registrations() const;
    /// The registration that counts instead of this one; null where it counts itself.
    const team::Record* first_of(const team::Record* registration) const;
    bool beats_another(const team::Record* registration) const;
    /// Whether a text speaks of one of the names.
    bool mentions(const team::FieldValue& value) const;

  private:
    template <class Matches>
    void register_all(Matches matches);
    bool known(const team::Record& record) const { return known_at(record, context_.now); }
    void add_conflicting();
    bool mentions(const team::Record& record) const;
    bool visits(const team::Record& record) const;
    bool is_evidence(const team::Record& record);
    void collect();

    const Context& context_;
    const team::Team& team_;
    Entities entities_;
    std::vector<RegistrationConflict> conflicts_;
    std::set<const team::Record*> registrations_;
    std::set<std::string> ids_;
    std::set<std::string> names_;
    std::set<std::string> deals_;
    std::vector<const team::Record*> records_;
};

}  // namespace teamctl::rules
