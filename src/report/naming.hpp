// How reports name the things of a team: people, roles, leave, places in files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/phrase.hpp"
#include "base/report.hpp"
#include "team/model.hpp"
#include "team/write_record.hpp"

namespace teamctl::report {

/// The person's name; a dash for nobody.
Phrase name_of(const team::Team& team, team::PersonId person);
/// The names one after the other; a dash for none.
Phrase names_of(const team::Team& team, const std::vector<team::PersonId>& people);
/// The person's id, null for nobody.
Json id_of(const team::Team& team, team::PersonId person);
Json ids_of(const team::Team& team, const std::vector<team::PersonId>& people);

/// The title of a role: host, lecturer, backup ... in the reader's language, others as the files call
/// them: `note taker` for `note_taker`.
Phrase role_title(std::string_view role);
/// A mark of a role for narrow columns: 主, H. Roles of one letter cannot be told apart by it.
struct RoleMark {
    Phrase shown;
    std::string letter;
};
RoleMark role_mark(std::string_view role);
/// A ticket's priority: high, normal and low in the reader's language, others as the team calls them.
Phrase priority_name(std::string_view priority);
/// A kind of score: a known one in the reader's language, the team's own by its title.
Phrase score_name(const team::Team& team, std::string_view kind);
/// `事假`
Phrase leave_kind_title(team::LeaveKind kind);
/// `事假`, `下午公出`
Phrase leave_title(const team::Leave& leave);
/// `09:00–09:30`; empty without a start.
Phrase time_span(std::optional<TimeOfDay> start, std::optional<TimeOfDay> end);

/// `log/2026-11/2026-11-03.yaml:7`
std::string file_and_line(const team::Team& team, const team::Origin& origin);

/// A table's cell that shows the name and carries the id.
Cell person_cell(const team::Team& team, team::PersonId person);
/// A table's cell with the text; nothing in it for none.
Cell text_cell(const std::string& text);
/// A text, a date as JSON has it; null for none.
Json text_json(std::string_view text);
Json date_json(const std::optional<Date>& date);

using team::number_text;
using teamctl::bilingual;
using teamctl::clauses;

}  // namespace teamctl::report
