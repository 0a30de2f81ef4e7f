// plans/<month>.yaml: one mapping an occurrence, with the roles of its series as keys.
#include <set>

#include "team/files.hpp"
#include "team/schema.hpp"

namespace teamctl::team {
namespace {

/// One person, a list, or nothing for an empty place.
bool read_holders(Reader& reader, yaml::Node node, const Role& role, std::vector<PersonId>& out) {
    bool good = true;
    const auto one = [&](yaml::Node item) {
        PersonId person;
        if (!item.is_null()) good &= Codec<PersonId>::read(reader, item, person);
        out.push_back(person);
    };
    if (node.is_sequence()) {
        for (auto item = node.first(); item; item = item.next()) one(item);
    } else {
        one(node);
    }
    if (out.size() > static_cast<std::size_t>(role.count))
        good = reader.error(node, "too-many-holders", say("check.too_many_holders", role.name, role.count),
                            say("check.fewer_or_count"));
    std::set<PersonId> seen;
    for (const auto person : out) {
        if (person && !seen.insert(person).second)
            good = reader.error(node, "same-person", say("check.same_person"), say("check.keep_one"));
    }
    return good;
}

int role_index(const Series& series, std::string_view name) {
    for (std::size_t i = 0; i < series.roles.size(); ++i) {
        if (series.roles[i].name == name) return static_cast<int>(i);
    }
    return -1;
}

std::vector<std::string> role_names(const Series& series) {
    std::vector<std::string> names;
    for (const auto& role : series.roles) names.push_back(role.name);
    return names;
}

bool read_pins(Reader& reader, yaml::Node node, const Series& series, PlanLine& line) {
    static const std::vector<std::string> every_role{"all"};
    if (node.is_scalar() && role_index(series, std::string{node.text()}) < 0 &&
        !word_in(node.text(), every_role).empty()) {
        line.pin_all = true;
        for (auto& planned : line.roles) planned.pinned = true;
        return true;
    }
    if (!node.is_scalar() && !reader.expect_sequence(node)) return false;
    auto known = role_names(series);
    known.emplace_back("all");
    const Reader::InList scope{reader, node};
    for (auto item = node.is_sequence() ? node.first() : node; item; item = item.next()) {
        std::string name;
        if (!Codec<std::string>::read(reader, item, name)) return false;
        const int role = role_index(series, name);
        if (role < 0) return reader.unknown_role(item, known);
        for (auto& planned : line.roles) planned.pinned = planned.pinned || planned.role == role;
        if (item == node) break;
    }
    return true;
}

std::vector<std::string> keys_of(const Series& series) {
    std::vector<std::string> known{"date", "series", "topic", "format", "pin", "note"};
    for (const auto& role : series.roles) known.push_back(role.name);
    return known;
}

bool read_line(Reader& reader, yaml::Node node, Month month, const Team& team, PlanLine& line) {
    if (!reader.expect_mapping(node)) return false;
    line.origin = reader.origin(node);
    for (const auto* key : {"date", "series"}) {
        if (!node.get(key))
            return reader.error(node, "missing-key", say("check.missing_key", key),
                                say("check.add_key", key));
    }
    if (!Codec<Date>::read(reader, node.get("date"), line.date)) return false;
    if (month_of(line.date) != month)
        return reader.error(node.get("date"), "wrong-month", say("check.wrong_month", line.date, month),
                            say("check.move_to", plan_path(month_of(line.date))));
    if (!Codec<SeriesId>::read(reader, node.get("series"), line.series)) return false;
    const Series& series = team[line.series];
    bool good = true;
    for (auto key = node.first(); key; key = key.next()) {
        const auto name = key.text();
        const int role = role_index(series, name);
        if (role >= 0) {
            PlannedRole planned{role, {}, false, reader.origin(key.value())};
            good &=
                read_holders(reader, key.value(), series.roles[static_cast<std::size_t>(role)], planned.who);
            line.roles.push_back(std::move(planned));
        } else if (name == "topic") {
            good &= Codec<std::string>::read(reader, key.value(), line.topic);
        } else if (name == "format") {
            good &= Codec<std::string>::read(reader, key.value(), line.format);
        } else if (name == "note") {
            good &= Codec<std::string>::read(reader, key.value(), line.note);
        } else if (name != "date" && name != "series" && name != "pin") {
            reader.unknown_key(key, keys_of(series));
            good = false;
        }
    }
    if (const auto pin = node.get("pin")) good &= read_pins(reader, pin, series, line);
    return good;
}

}  // namespace

void read_plan(Reader& reader, yaml::Node root, Month month, Team& team) {
    if (root.is_null() || !reader.expect_sequence(root)) return;
    const std::size_t first = team.plan.size();
    for (auto item = root.first(); item; item = item.next()) {
        PlanLine line;
        if (!read_line(reader, item, month, team, line)) continue;
        for (std::size_t i = first; i < team.plan.size(); ++i) {
            if (team.plan[i].date == line.date && team.plan[i].series == line.series)
                reader.error(item, "duplicate-line",
                             say("check.duplicate_line", team[line.series].id, line.date),
                             say("check.keep_one"));
        }
        team.plan.push_back(std::move(line));
    }
}

}  // namespace teamctl::team
