#include "cli/start/cast.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"

namespace teamctl::cli {
namespace {

void add_once(Names& names, std::string name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
}

Names texts_of(const yaml::Node& node) {
    Names texts;
    if (node.is_scalar()) texts.emplace_back(node.text());
    if (node.is_sequence()) {
        for (auto item = node.first(); item; item = item.next()) texts.emplace_back(item.text());
    }
    return texts;
}

bool is_deputy(std::string_view position) {
    return position.starts_with("副") || position.starts_with("Deputy") || position.starts_with("Vice");
}

}  // namespace

Cast::Cast(std::string_view roster) {
    Diagnostics none;
    const auto document = yaml::parse("roster.yaml", std::string{roster}, none);
    if (document == nullptr) return;
    std::map<std::string, Standing, std::less<>> leads;
    const auto units = document->root().get("units");
    for (auto unit = units.first(); unit; unit = unit.next()) {
        const std::string lead{unit.get("lead").text()};
        leads.emplace(lead, unit.get("parent") ? Standing::lead : Standing::head);
    }
    const auto people = document->root().get("people");
    for (auto person = people.first(); person; person = person.next()) {
        Actor actor{std::string{person.get("id").text()}, std::string{person.get("name").text()},
                    std::string{person.get("unit").text()}, std::string{person.get("position").text()}};
        if (const auto lead = leads.find(actor.id); lead != leads.end())
            actor.standing = lead->second;
        else if (is_deputy(actor.position))
            actor.standing = Standing::lead;
        for (auto& skill : texts_of(person.get("skills"))) add_once(skills, std::move(skill));
        actors.push_back(std::move(actor));
    }
}

Names Cast::positions(Standing standing) const {
    std::map<std::string, int> counts;
    Names names;
    for (const auto& actor : actors) {
        if (actor.standing != standing || actor.position.empty()) continue;
        ++counts[actor.position];
        add_once(names, actor.position);
    }
    std::ranges::stable_sort(names, [&](const auto& a, const auto& b) { return counts[a] > counts[b]; });
    return names;
}

Standing Cast::standing_of(std::string_view position) const {
    for (const auto& actor : actors) {
        if (actor.position == position) return actor.standing;
    }
    return Standing::member;
}

Parts::Parts(const Cast& cast, const OwnTeam& team) : cast_{cast} {
    std::set<std::string> groups;
    for (std::size_t i = 0; i < team.people.size(); ++i) {
        const auto& person = team.people[i];
        const bool first = !person.group.empty() && groups.insert(person.group).second;
        auto standing = Standing::member;
        if (i == 0)
            standing = Standing::head;
        else if (first)
            standing = Standing::lead;
        standings_.push_back(standing);
        if (auto name = position_of(person, standing); !name.empty())
            add_once(names_[static_cast<std::size_t>(standing)], std::move(name));
    }
}

std::string Parts::position_of(const OwnPerson& person, Standing standing) const {
    for (const auto& [key, value] : person.keys) {
        if (key == "position") return value;
    }
    for (const auto like : {standing, Standing::member, Standing::head}) {
        if (const auto names = cast_.positions(like); !names.empty())
            return yaml::quoted_scalar(names.front());
    }
    return {};
}

Names Parts::positions(const std::set<Standing>& standings) const {
    Names found;
    for (const auto standing : standings) {
        for (const auto& name : names_[static_cast<std::size_t>(standing)]) add_once(found, name);
    }
    return found.empty() ? names_[0] : found;
}

bool Parts::all(const Names& positions) const {
    return std::ranges::all_of(names_, [&](const Names& of_standing) {
        return std::ranges::all_of(of_standing, [&](const std::string& name) {
            return std::ranges::find(positions, name) != positions.end();
        });
    });
}

std::string Selectors::told(std::string_view selector) const {
    Diagnostics none;
    const auto document = yaml::parse("who", "{who: " + std::string{selector} + "}", none);
    if (document == nullptr) return std::string{selector};
    const auto who = document->root().get("who");
    if (who.is_sequence()) return of_people(texts_of(who));
    return who.is_mapping() ? of_keys(who, selector) : std::string{selector};
}

std::string Selectors::of_people(const Names& ids) const {
    std::set<Standing> standings;
    for (const auto& actor : cast_.actors) {
        if (std::ranges::find(ids, actor.id) != ids.end()) standings.insert(actor.standing);
    }
    // Of a few people with the head among them the head is meant.
    if (standings.contains(Standing::head)) standings = {Standing::head};
    return written(standings, {});
}

std::string Selectors::of_keys(const yaml::Node& who, std::string_view selector) const {
    std::set<Standing> standings;
    const auto positions = texts_of(who.get("position"));
    for (const auto& position : positions) standings.insert(cast_.standing_of(position));
    const auto units = texts_of(who.get("unit"));
    for (const auto& actor : cast_.actors) {
        if (positions.empty() && std::ranges::find(units, actor.unit) != units.end())
            standings.insert(actor.standing);
    }
    if (standings.empty()) return std::string{selector};
    Names rest;
    for (auto key = who.first(); key; key = key.next()) {
        if (key.text() == "position" || key.text() == "unit") continue;
        const auto values = texts_of(key.value());
        const auto value = values.size() == 1 ? values.front() : "[" + joined(values, ", ") + "]";
        rest.push_back(std::string{key.text()} + ": " + value);
    }
    return written(standings, std::move(rest));
}

std::string Selectors::written(const std::set<Standing>& standings, Names keys) const {
    const auto positions = parts_.positions(standings);
    if (!positions.empty() && !parts_.all(positions))
        keys.insert(
            keys.begin(),
            "position: " + (positions.size() == 1 ? positions.front() : "[" + joined(positions, ", ") + "]"));
    return keys.empty() ? "all" : "{" + joined(keys, ", ") + "}";
}

}  // namespace teamctl::cli
