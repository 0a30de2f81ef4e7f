// The values of a record's fields: in words, as raw text, as data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/report.hpp"
#include "rules/work/entities.hpp"
#include "team/model.hpp"

namespace teamctl::report {

/// Whether the field has a value.
bool is_set(const team::FieldValue& value);
/// The field's title: its meaning up to the first stop.
Phrase field_title(const team::FieldSpec& field);
/// As the file writes it: ids, plain numbers; one entry for each item of a list.
std::vector<std::string> field_raw(const team::Team& team, const team::FieldValue& value);
Json field_json(const team::Team& team, const team::FieldValue& value);
/// What a round over many assets found, an object an asset; `found` says the same as texts.
Json findings_json(const team::Team& team, const std::vector<team::Finding>& found);
ColumnType field_column(team::FieldType type);

/// Puts the values of fields into words.
class FieldWords {
  public:
    explicit FieldWords(const team::Team& team);

    /// The value of the record's field of that number as the reader sees it: people, customers and items of
    /// checklists by name, lists with commas.
    Phrase text(const team::Record& record, std::size_t field) const;
    /// The same with its title: 「期限 12月4日 周五」; the title alone says that a thing is so, and what the
    /// record is about needs none.
    Phrase titled(const team::Record& record, std::size_t field) const;
    /// A table's cell, typed as the column; it carries the raw text.
    Cell cell(const team::Record& record, std::size_t field) const;
    /// What a customer, ticket, ... is called: a customer's name, else its text, else its id.
    std::string entity(team::EntityKind kind, const std::string& id) const;

  private:
    Phrase plain_text(const team::FieldSpec& field, const team::FieldValue& value) const;

    const team::Team& team_;
    rules::Entities entities_;
};

/// Everybody whom the record names.
std::vector<team::PersonId> people_of(const team::Record& record);

}  // namespace teamctl::report
