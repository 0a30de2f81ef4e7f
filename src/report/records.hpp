// The records themselves, as a table: `teamctl records`.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/period.hpp"
#include "base/report.hpp"
#include "report/records/fields.hpp"
#include "team/model.hpp"

namespace teamctl::report {

struct RecordsQuery {
    Period period;
    std::optional<int> kind;  ///< index into record_specs()
    team::PersonId who;       ///< records that name the person in any field
    /// Fields that must have that value, as the file writes it; a person also by name. `record`, `date` and
    /// `at` name what every record has. A list has the value if one of its items is the value.
    std::vector<std::pair<std::string, std::string>> where;
    bool phones = false;  ///< telephone numbers are shown only where they are asked for (teamctl-records(1))
    bool latest_first = false;  ///< many of them the latest first, with how many there are of each kind
};

/// Whether `where` may name that key: some field of the kind (of any kind, without one).
bool is_record_key(std::optional<int> kind, std::string_view key);

/// What the record says beside its person: a first text bare, the others with their titles; without the
/// figures that have columns of their own where these are shown, and without telephone numbers unless asked.
Phrase record_content(const FieldWords& words, const team::Record& record, bool with_figures,
                      bool phones = false);

/// Date, time, kind, person and content of each record, or a column for each field that is set where one kind
/// is asked for; with file and line.
Report records_report(const team::Team& team, const RecordsQuery& query);

}  // namespace teamctl::report
