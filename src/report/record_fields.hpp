// The values of a record's fields: in words, as raw text, as data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/report.hpp"
#include "team/model.hpp"

namespace teamctl::report {

/// Whether the field has a value.
bool is_set(const team::FieldValue& value);
/// The field's title: its meaning up to the first stop.
Phrase field_title(const team::FieldSpec& field);
/// As the reader sees it: people and customers by name, lists with commas.
Phrase field_text(const team::Team& team, const team::FieldSpec& field, const team::FieldValue& value);
/// As the file writes it: ids, plain numbers; one entry for each item of a list.
std::vector<std::string> field_raw(const team::Team& team, const team::FieldValue& value);
Json field_json(const team::Team& team, const team::FieldValue& value);
/// A table's cell, typed as the column; it carries the raw text.
Cell field_cell(const team::Team& team, const team::FieldSpec& field, const team::FieldValue& value);
/// What a customer, deal, ... is called: a customer's name, else its text, else its id.
std::string entity_name(const team::Team& team, team::EntityKind kind, std::string_view id);
ColumnType field_column(team::FieldType type);

/// Everybody whom the record names.
std::vector<team::PersonId> people_of(const team::Record& record);
/// The person the record is about: who, else the owner, else who did it.
team::PersonId main_person(const team::Record& record);

}  // namespace teamctl::report
