#include "cli/start/people.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "intake/readers.hpp"
#include "yaml/document.hpp"

namespace teamctl::cli {
namespace {

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

bool latin(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

OwnPerson person_of(std::string_view one) {
    auto cut = one.find('/');
    const auto blank = one.find_first_of(" \t");
    if (cut == std::string_view::npos && !latin(one.substr(0, blank))) cut = blank;
    OwnPerson person;
    person.name = trimmed(one.substr(0, cut));
    if (cut != std::string_view::npos) person.group = trimmed(one.substr(cut + 1));
    return person;
}

/// A value of the parsed table as YAML again.
std::string as_yaml(const yaml::Node& value) {
    if (!value.is_sequence()) return yaml::quoted_scalar(value.text());
    std::vector<std::string> items;
    for (auto item = value.first(); item; item = item.next())
        items.push_back(yaml::quoted_scalar(item.text()));
    return "[" + joined(items, ", ") + "]";
}

}  // namespace

std::vector<OwnPerson> people_of(std::string_view text) {
    std::vector<OwnPerson> people;
    std::string plain{text};
    for (const std::string_view sign : {"，", "、", "；", ";", "\n", "\r"}) replace_all(plain, sign, ",");
    replace_all(plain, "　", " ");
    for (std::size_t at = 0; at <= plain.size();) {
        const auto end = std::min(plain.find(',', at), plain.size());
        if (const auto one = trimmed(std::string_view{plain}.substr(at, end - at)); !one.empty())
            people.push_back(person_of(one));
        at = end + 1;
    }
    return people;
}

TablePeople people_of_table(const std::string& bytes, const std::string& name, Date today) {
    intake::Request request;
    request.bytes = bytes;
    request.file = request.name = name;
    request.today = today;
    team::Team team;
    for (const auto& unit : intake::units_named(request)) {
        team.units.push_back({});
        team.units.back().id = team.units.back().name = unit;
    }
    TablePeople table;
    table.intake = intake::read_roster(request, team, calendar::WorkingDays{team});
    for (const auto& file : table.intake.files) {
        Diagnostics none;
        const auto document = yaml::parse(file.path, file.text, none);
        if (document == nullptr) continue;
        const auto people = document->root().get("people");
        for (auto item = people.first(); item; item = item.next()) {
            OwnPerson person;
            for (auto key = item.first(); key; key = key.next()) {
                const auto value = key.value();
                if (key.text() == "name")
                    person.name = value.text();
                else if (key.text() == "unit")
                    person.group = value.text();
                else if (key.text() == "id")
                    person.id = value.text();
                else
                    person.keys.emplace_back(std::string{key.text()}, as_yaml(value));
            }
            table.people.push_back(std::move(person));
        }
    }
    return table;
}

}  // namespace teamctl::cli
