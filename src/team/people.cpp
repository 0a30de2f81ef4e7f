#include "team/people.hpp"

#include "team/people_meant.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "team/choices.hpp"

namespace teamctl::team {
namespace {

constexpr TimeOfDay noon{12 * 60};

bool contains(const std::vector<std::string>& list, const std::string& text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

TimeOfDay leave_start(const Leave& leave) {
    return leave.half == Half::pm ? noon : TimeOfDay{0};
}
TimeOfDay leave_end(const Leave& leave) {
    return leave.half == Half::am ? noon : end_of_day;
}

}  // namespace

bool employed(const Person& person, Date date) {
    return (!person.joined || *person.joined <= date) && (!person.left || date <= *person.left);
}

const Terms& as_of(const Person& person, Date date) {
    const Terms* terms = &person.terms;
    for (const auto& change : person.changes) {
        if (change.from > date) break;
        terms = &change.terms;
    }
    return *terms;
}

bool works_on(const Person& person, Date date) {
    const auto& works = as_of(person, date).works;
    return works.empty() || std::find(works.begin(), works.end(), weekday_of(date)) != works.end();
}

static Level level_by(const Team& team, const Terms& terms) {
    if (terms.level != Level::none) return terms.level;
    const auto position = std::find_if(team.positions.begin(), team.positions.end(),
                                       [&](const auto& one) { return one.name == terms.position; });
    return position != team.positions.end() ? position->level : Level::none;
}

Level level_of(const Team& team, PersonId person, Date date) {
    return level_by(team, as_of(team[person], date));
}

bool within(const Team& team, UnitId inner, UnitId outer) {
    // A parent chain is never longer than the list of units; the bound keeps a circle from hanging.
    for (std::size_t steps = 0; inner && steps <= team.units.size(); ++steps) {
        if (inner == outer) return true;
        inner = team[inner].parent;
    }
    return false;
}

int size_of(const Team& team, UnitId unit, Date date) {
    return static_cast<int>(std::count_if(team.people.begin(), team.people.end(), [&](const auto& person) {
        return employed(person, date) && within(team, as_of(person, date).unit, unit);
    }));
}

/// Whether the conditions hold for those terms.
static bool meets(const Team& team, const Selector& selector, const Terms& terms) {
    if (!selector.units.empty() && std::none_of(selector.units.begin(), selector.units.end(),
                                                [&](UnitId unit) { return within(team, terms.unit, unit); }))
        return false;
    if (!selector.positions.empty() && !contains(selector.positions, terms.position)) return false;
    if (!selector.skills.empty() &&
        std::none_of(selector.skills.begin(), selector.skills.end(),
                     [&](const auto& skill) { return contains(terms.skills, skill); }))
        return false;
    return selector.levels.empty() || std::find(selector.levels.begin(), selector.levels.end(),
                                                level_by(team, terms)) != selector.levels.end();
}

/// What a list says by itself: whether it means the person; nothing where conditions are still to be met.
static std::optional<bool> named(const Selector& selector, PersonId person) {
    if (selector.all) return true;
    if (!selector.list && selector.people.empty()) return std::nullopt;
    const bool listed =
        std::find(selector.people.begin(), selector.people.end(), person) != selector.people.end();
    if (!listed || selector.list) return listed;
    return std::nullopt;
}

bool selects(const Team& team, const Selector& selector, PersonId person, Date date) {
    if (const auto by_name = named(selector, person)) return *by_name;
    if (selector.joined_within) {
        const auto& joined = team[person].joined;
        if (!joined || date < *joined || *joined + Days{*selector.joined_within} < date) return false;
    }
    return meets(team, selector, as_of(team[person], date));
}

bool ever_selects(const Team& team, const Selector& selector, PersonId person) {
    if (const auto by_name = named(selector, person)) return *by_name;
    const auto& who = team[person];
    return meets(team, selector, who.terms) || std::ranges::any_of(who.changes, [&](const Change& change) {
               return meets(team, selector, change.terms);
           });
}

std::vector<PersonId> everybody(const Team& team) {
    std::vector<PersonId> out;
    for (std::size_t i = 0; i < team.people.size(); ++i) out.push_back({static_cast<std::int32_t>(i)});
    return out;
}

std::vector<PersonId> selected(const Team& team, const Selector& selector, Date date) {
    auto out = everybody(team);
    std::erase_if(out, [&](PersonId person) { return !selects(team, selector, person, date); });
    return out;
}

std::vector<PersonId> ever_selected(const Team& team, const Selector& selector) {
    auto out = everybody(team);
    std::erase_if(out, [&](PersonId person) { return !ever_selects(team, selector, person); });
    return out;
}

PersonId reports_to(const Team& team, PersonId person, Date date) {
    const Terms& terms = as_of(team[person], date);
    if (!terms.reports_to.empty()) return terms.reports_to.front();
    UnitId unit = terms.unit;
    for (std::size_t steps = 0; unit && steps <= team.units.size(); ++steps) {
        const PersonId lead = team[unit].lead;
        if (lead && lead != person) return lead;
        unit = team[unit].parent;
    }
    return {};
}

bool is_on(const Leave& leave, Date date) {
    if (date < leave.from || leave.to < date) return false;
    return !leave.when || std::ranges::binary_search(leave.dates, date);
}

std::vector<PersonId> dotted_lines(const Person& person, Date date) {
    const auto& above = as_of(person, date).reports_to;
    return above.empty() ? above : std::vector<PersonId>{above.begin() + 1, above.end()};
}

bool covers(const Leave& leave, Date date, TimeOfDay from, TimeOfDay to) {
    return is_on(leave, date) && leave_start(leave) < to && from < leave_end(leave);
}

const Leave* leave_during(const Team& team, PersonId person, Date date, TimeOfDay from, TimeOfDay to) {
    for (const auto& leave : team.leave) {
        if (leave.who == person && covers(leave, date, from, to)) return &leave;
    }
    return nullptr;
}

const Leave* leave_all_day(const Team& team, PersonId person, Date date) {
    const Leave* morning = leave_during(team, person, date, TimeOfDay{0}, noon);
    const Leave* afternoon = leave_during(team, person, date, noon, end_of_day);
    return morning != nullptr && afternoon != nullptr ? morning : nullptr;
}

const Leave* leave_on(const Team& team, PersonId person, Date date) {
    return leave_during(team, person, date, TimeOfDay{0}, end_of_day);
}

std::optional<PersonId> find_person(const Team& team, std::string_view id_or_name) {
    std::optional<PersonId> named;
    int bearers = 0;
    for (const auto id : everybody(team)) {
        // An id that is another's name means neither.
        if (team[id].id != id_or_name && team[id].name != id_or_name) continue;
        named = id;
        ++bearers;
    }
    return bearers == 1 ? named : std::nullopt;
}

std::optional<PersonId> person_meant(const Team& team, std::string_view typed, bool parts) {
    const auto meant = people_meant(team, typed, parts);
    return meant.fit.size() == 1 ? std::optional{meant.fit.front()} : std::nullopt;
}

std::string_view level_name(Level level) {
    return word_of(level);
}

std::string_view leave_kind(LeaveKind kind) {
    return word_of(kind);
}

std::vector<std::string> leave_kinds() {
    std::vector<std::string> words;
    for (const auto& [word, kind] : Choices<LeaveKind>::names) words.emplace_back(word);
    return words;
}

std::vector<PersonId> direct_reports(const Team& team, PersonId person, Date date) {
    auto below = everybody(team);
    std::erase_if(below, [&](PersonId other) {
        return !employed(team[other], date) || reports_to(team, other, date) != person;
    });
    return below;
}

std::vector<PersonId> mentees(const Team& team, PersonId person, Date date) {
    auto people = everybody(team);
    std::erase_if(
        people, [&](PersonId other) { return team[other].mentor != person || !employed(team[other], date); });
    return people;
}

std::vector<PersonId> partners(const Team& team, PersonId person) {
    std::vector<PersonId> others;
    for (const auto& pair : team.pairs) {
        if (pair.first == person) others.push_back(pair.second);
        if (pair.second == person) others.push_back(pair.first);
    }
    return others;
}

std::optional<UnitId> find_unit(const Team& team, std::string_view id_or_name) {
    const auto at = [&](auto found) {
        return found == team.units.end()
                   ? std::nullopt
                   : std::optional{UnitId{static_cast<std::int32_t>(found - team.units.begin())}};
    };
    if (const auto named = at(std::ranges::find(team.units, id_or_name, &Unit::id))) return named;
    if (std::ranges::count(team.units, id_or_name, &Unit::name) != 1) return std::nullopt;
    return at(std::ranges::find(team.units, id_or_name, &Unit::name));
}

bool shows_topic(const Series& series) {
    return std::any_of(series.agenda.begin(), series.agenda.end(),
                       [](const auto& item) { return item.show == Show::topic; });
}

std::vector<std::string> roles_of(const Team& team, RoleFunction function) {
    std::vector<std::string> names;
    for (const auto& series : team.series) {
        for (const auto& role : series.roles) {
            if (role.function == function && std::ranges::find(names, role.name) == names.end())
                names.push_back(role.name);
        }
    }
    return names;
}

std::optional<SeriesId> find_series(const Team& team, std::string_view id) {
    for (std::size_t i = 0; i < team.series.size(); ++i) {
        if (team.series[i].id == id) return SeriesId{static_cast<std::int32_t>(i)};
    }
    const auto bears = [&](const Series& series) { return series.name == id; };
    const auto found = std::ranges::find_if(team.series, bears);
    if (std::ranges::count_if(team.series, bears) != 1) return std::nullopt;
    return SeriesId{static_cast<std::int32_t>(found - team.series.begin())};
}

}  // namespace teamctl::team
