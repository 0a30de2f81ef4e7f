#include "report/naming.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "team/known_roles.hpp"
#include "team/people.hpp"
#include "team/score_kinds.hpp"
#include "team/write_record.hpp"

namespace teamctl::report {

Phrase name_of(const team::Team& team, team::PersonId person) {
    return person ? verbatim(team[person].name) : say("name.nobody");
}

Phrase names_of(const team::Team& team, const std::vector<team::PersonId>& people) {
    if (people.empty()) return say("name.nobody");
    std::vector<Phrase> names;
    for (const auto person : people) names.push_back(name_of(team, person));
    return listed(std::move(names));
}

Json id_of(const team::Team& team, team::PersonId person) {
    return person ? Json{team[person].id} : Json{};
}

Json ids_of(const team::Team& team, const std::vector<team::PersonId>& people) {
    auto ids = Json::array();
    for (const auto person : people) ids.push(id_of(team, person));
    return ids;
}

Phrase role_title(std::string_view role) {
    if (const auto* known = team::known_role(role)) return bilingual(known->zh, known->en);
    std::string words{role};
    std::replace(words.begin(), words.end(), '_', ' ');
    return verbatim(std::move(words));
}

RoleMark role_mark(std::string_view role) {
    if (const auto* known = team::known_role(role))
        return {bilingual(known->mark_zh, known->mark_en), std::string{known->mark_en}};
    std::string letter{role.substr(0, code_point_at(role, 0).bytes)};
    if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z')
        letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
    return {verbatim(letter), letter};
}

Phrase priority_name(std::string_view priority) {
    if (priority == "high") return say("ticket.priority_high");
    if (priority == "urgent") return say("ticket.priority_urgent");
    if (priority == "low") return say("ticket.priority_low");
    return priority == "normal" ? say("ticket.priority_normal") : verbatim(std::string{priority});
}

Phrase score_name(const team::Team& team, std::string_view word) {
    const auto kind = team::score_kind(team.rules.scores, word);
    if (const auto own = team::own_score_title(team.rules.scores, kind); !own.empty())
        return verbatim(std::string{own});
    return kind.empty() ? verbatim(std::string{word}) : Phrase{"choice." + kind, {}};
}

// phrase keys: leave.*
Phrase leave_kind_title(team::LeaveKind kind) {
    return say(std::string{"leave."} + std::string{leave_kind(kind)});
}

Phrase leave_title(const team::Leave& leave) {
    const Phrase kind = leave_kind_title(leave.kind);
    if (leave.half == team::Half::am) return say("leave.half_am", kind);
    if (leave.half == team::Half::pm) return say("leave.half_pm", kind);
    return kind;
}

Phrase time_span(std::optional<TimeOfDay> start, std::optional<TimeOfDay> end) {
    if (!start) return {};
    if (!end || *end == *start) return verbatim(to_string(*start));
    return verbatim(to_string(*start) + "–" + to_string(*end));
}

std::string file_and_line(const team::Team& team, const team::Origin& origin) {
    if (origin.file >= team.files.size()) return {};
    return team.files[origin.file] + ":" + std::to_string(origin.mark.line);
}

Cell person_cell(const team::Team& team, team::PersonId person) {
    if (!person) return {};
    return Cell{name_of(team, person), team[person].id};
}

Cell text_cell(const std::string& text) {
    return text.empty() ? Cell{} : Cell{text};
}

Json text_json(std::string_view text) {
    return text.empty() ? Json{} : Json{text};
}

Json date_json(const std::optional<Date>& date) {
    return date ? Json{to_string(*date)} : Json{};
}

}  // namespace teamctl::report
