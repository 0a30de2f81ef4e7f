#include "cli/start/own_team.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "cli/start/cast.hpp"
#include "entry/roster_words.hpp"
#include "yaml/document.hpp"

namespace teamctl::cli {
namespace {

/// The end of a value that begins there: of a bracket its fellow, else the next comma or bracket.
std::size_t end_of_value(std::string_view line, std::size_t begin) {
    int depth = 0;
    for (auto at = begin; at < line.size(); ++at) {
        if (line[at] == '{' || line[at] == '[') ++depth;
        if (line[at] == '}' || line[at] == ']') {
            if (depth == 0) return at;
            if (--depth == 0) return at + 1;
        }
        if (depth == 0 && (line[at] == ',' || line[at] == ' ' || line[at] == '#')) return at;
    }
    return line.size();
}

/// Replaces the value of a key wherever it stands in the line.
template <class Make>
void replace_values(std::string& line, std::string_view key, const Make& make) {
    const std::string start = std::string{key} + ": ";
    for (std::size_t at = 0; (at = line.find(start, at)) != std::string::npos;) {
        const bool whole = at == 0 || line[at - 1] == ' ' || line[at - 1] == '{';
        at += start.size();
        if (!whole) continue;
        const auto end = end_of_value(line, at);
        const std::string made = make(std::string_view{line}.substr(at, end - at));
        line.replace(at, end - at, made);
        at += made.size();
    }
}

bool word_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

void replace_words(std::string& text, std::string_view from, std::string_view to) {
    if (from.empty()) return;
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos;) {
        const bool begins = at == 0 || !word_sign(text[at - 1]) || !word_sign(from.front());
        const auto end = at + from.size();
        const bool ends = end == text.size() || !word_sign(text[end]) || !word_sign(from.back());
        if (begins && ends) text.replace(at, from.size(), to);
        at += begins && ends ? to.size() : from.size();
    }
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool daily(std::string_view path, std::string_view text) {
    return path.starts_with("meetings/") && text.find("every: workday") != std::string_view::npos;
}

/// One file of the example in the words of the new team.
class Rewriter {
  public:
    Rewriter(const Cast& cast, const OwnTeam& team)
        : cast_{cast}, team_{team}, parts_{cast, team}, selectors_{cast, parts_} {}

    std::string file(std::string_view path, std::string_view text) const {
        std::string out;
        const bool morning = daily(path, text) && team_.daily.has_value();
        for (auto line : lines_of(text)) {
            // A queue goes by the roster, and nobody knows yet how many come.
            if (line.starts_with("order: ") || line.starts_with("max_attendees: ")) continue;
            if (path == "teamctl.yaml" && line.starts_with("team: "))
                line = "team: " + yaml::quoted_scalar(team_.name);
            for (const std::string_view key : {"who", "attend", "newcomers", "leavers"}) {
                const auto told = [&](std::string_view selector) { return selectors_.told(selector); };
                replace_values(line, key, told);
            }
            begin_today(line, morning);
            for (std::size_t i = 0; i < cast_.actors.size(); ++i) {
                const auto& person = team_.people[i % team_.people.size()];
                replace_words(line, cast_.actors[i].name, person.name);
                replace_words(line, cast_.actors[i].id, person.name);
            }
            out += line + "\n";
        }
        return out;
    }

    std::string roster() const;

  private:
    void begin_today(std::string& line, bool morning) const {
        const auto today = to_string(team_.today);
        if (line.starts_with("when: {") && line.find("from: ") == std::string::npos)
            line.insert(line.find('}'), ", from: " + today);
        replace_values(line, "from", [&](std::string_view) { return today; });
        if (morning && line.starts_with("when: {"))
            replace_values(line, "start",
                           [&](std::string_view) { return "\"" + to_string(*team_.daily) + "\""; });
    }

    const Cast& cast_;
    const OwnTeam& team_;
    Parts parts_;
    Selectors selectors_;
};

std::string Rewriter::roster() const {
    std::string out;
    for (const auto& line : team_.header) out += "# " + line + "\n";
    team::Team made;
    Names ids;
    for (const auto& person : team_.people) {
        made.people.push_back({});
        made.people.back().id = person.id.empty() ? entry::new_person_id(made, person.name) : person.id;
        made.people.back().name = person.name;
        ids.push_back(made.people.back().id);
    }
    const auto root = entry::new_person_id({}, team_.name);
    out += "units:\n  - {id: " + yaml::quoted_scalar(root) + ", name: " + yaml::quoted_scalar(team_.name) +
           ", lead: " + yaml::quoted_scalar(ids.front()) + "}\n";
    Names groups;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto& group = team_.people[i].group;
        if (group.empty() || group == team_.name || std::ranges::find(groups, group) != groups.end())
            continue;
        groups.push_back(group);
        out += "  - {id: " + yaml::quoted_scalar(entry::new_person_id({}, group)) +
               ", name: " + yaml::quoted_scalar(group) + ", lead: " + yaml::quoted_scalar(ids[i]) +
               ", parent: " + yaml::quoted_scalar(root) + "}\n";
    }
    out += "\npeople:\n";
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto& person = team_.people[i];
        const auto standing = parts_.standing(i);
        out += "  - id: " + yaml::quoted_scalar(ids[i]) + "\n    name: " + yaml::quoted_scalar(person.name) +
               "\n    unit: " +
               yaml::quoted_scalar(person.group.empty() ? root : entry::new_person_id({}, person.group)) +
               "\n";
        if (const auto position = parts_.position_of(person, standing); !position.empty())
            out += "    position: " + position + "\n";
        out +=
            std::string{"    level: "} + (standing == Standing::member ? "execution" : "management") + "\n";
        bool skilled = cast_.skills.empty();
        for (const auto& [key, value] : person.keys) {
            if (key == "position") continue;
            skilled = skilled || key == "skills";
            out += "    " + key + ": " + value + "\n";
        }
        if (!skilled) out += "    skills: [" + joined(cast_.skills, ", ") + "]\n";
    }
    return out;
}

/// Whether a file of the example stands in a team of one's own: records and what is about things do not.
bool taken_over(std::string_view path, std::string_view text) {
    for (const std::string_view file : {"teamctl.yaml", "rules.yaml", "awards.yaml", "limits.yaml"})
        if (path == file) return true;
    for (const std::string_view folder : {"calendars/", "meetings/", "rotas/", "queues/", "checklists/"}) {
        if (path.starts_with(folder)) return text.find("\nassets: ") == std::string_view::npos;
    }
    return false;
}

}  // namespace

std::vector<OwnFile> own_team(std::span<const TemplateFile> examples, std::string_view folder,
                              const OwnTeam& wanted) {
    std::string_view roster;
    for (const auto& file : examples) {
        if (file.path == std::string{folder} + "roster.yaml") roster = file.text;
    }
    const Cast cast{roster};
    const Rewriter rewriter{cast, wanted};
    std::vector<OwnFile> files;
    for (const auto& file : examples) {
        if (!file.path.starts_with(folder)) continue;
        const auto path = file.path.substr(folder.size());
        if (path == "roster.yaml")
            files.push_back({std::string{path}, rewriter.roster()});
        else if (path.starts_with("calendars/"))
            files.push_back({std::string{path}, std::string{file.text}});
        else if (taken_over(path, file.text))
            files.push_back({std::string{path}, rewriter.file(path, file.text)});
    }
    return files;
}

std::pair<std::string, std::string> daily_meeting(std::span<const TemplateFile> examples,
                                                  std::string_view folder) {
    for (const auto& file : examples) {
        if (!file.path.starts_with(folder) || !daily(file.path.substr(folder.size()), file.text)) continue;
        Diagnostics none;
        const auto document = yaml::parse(std::string{file.path}, std::string{file.text}, none);
        if (document == nullptr) continue;
        return {std::string{document->root().get("name").text()},
                std::string{document->root().get("when").get("start").text()}};
    }
    return {};
}

}  // namespace teamctl::cli
