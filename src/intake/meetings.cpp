#include "intake/meetings.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "team/people.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {

void add_meeting(const team::Team& team, NewMeeting meeting, Intake& intake) {
    const auto taken = [&](const std::string& id) {
        const auto path = "meetings/" + id + ".yaml";
        return team::find_series(team, id).has_value() ||
               std::any_of(intake.files.begin(), intake.files.end(),
                           [&](const auto& file) { return file.path == path; });
    };
    std::string id = meeting.id;
    for (int number = 2; taken(id); ++number) id = meeting.id + "-" + std::to_string(number);
    if (id != meeting.id)
        intake.doubts.push_back({meeting.line, 0, {}, meeting.id, id, say("import.id_known")});

    std::string text;
    for (const auto& comment : meeting.comments) text += "# " + made_harmless(comment) + "\n";
    text += "name: " + yaml::quoted_scalar(meeting.name) + "\nkind: regular\nwhen: " + meeting.when +
            "\nattend: " + meeting.attend + "\n";
    if (!meeting.place.empty()) text += "place: " + yaml::quoted_scalar(meeting.place) + "\n";
    intake.files.push_back({"meetings/" + id + ".yaml", std::move(text), {meeting.line}});

    auto& table = intake.preview;
    if (table.columns.empty()) {
        table.id = "meetings";
        table.caption = say("import.preview");
        table.columns = {{"id", say("import.id"), ColumnType::text},
                         {"name", say("import.name"), ColumnType::text},
                         {"when", say("import.when"), ColumnType::text}};
    }
    table.rows.push_back({Cell{id}, Cell{std::move(meeting.name)}, Cell{std::move(meeting.when)}});
}

}  // namespace teamctl::intake
