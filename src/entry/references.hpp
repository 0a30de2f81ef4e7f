// People, customers, deals, tickets ... by the names that people use for them.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "entry/draft.hpp"

namespace teamctl::entry {

/// A customer, deal, ticket ... as a user may name it.
struct EntityChoice {
    std::string id;
    std::string name;   ///< a customer's name, a ticket's text
    std::string about;  ///< whose it is, how much is open
    bool open = true;
    std::string holder = {};  ///< the name of whose it is
    std::string amount = {};  ///< of a deal
};

/// All that a field of the draft's kind may name, the latest first.
std::vector<EntityChoice> entity_choices(const Draft& draft, team::EntityKind kind);

/// What the text means: the one of that id; else the open ones of that name; else open ones with the text in
/// their name or id; else the same among all. More than one: the text is ambiguous.
std::vector<EntityChoice> meant(const std::vector<EntityChoice>& choices, std::string_view text);

/// The same, with customers who were registered twice as the one that they are: the registration that counts.
std::vector<EntityChoice> meant(const Draft& draft, team::EntityKind kind, std::string_view text);

/// The person whom a typed name means (people_meant in team/people_meant.hpp), or why it means nobody:
/// several fit, which are named; or none does, but for a wrong sign, which is asked and never taken.
std::variant<team::PersonId, Refusal> person_named(const team::Team& team, const std::string& typed,
                                                   bool parts = true);

/// Reads all records where a value may have to do with what a closing left out: a customer settled long ago,
/// an id that was used before, a name or telephone number that is registered (D13.1).
void look_back(Draft& draft);
void look_back(Draft& draft, const team::FieldSpec& field, const std::string& value);

}  // namespace teamctl::entry
