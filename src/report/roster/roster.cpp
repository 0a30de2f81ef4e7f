#include "report/roster.hpp"

#include <algorithm>
#include <array>

#include "report/naming.hpp"
#include "rules/absences.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::Level;
using team::PersonId;
using team::Team;
using team::UnitId;

constexpr std::array levels{Level::decision, Level::management, Level::execution, Level::none};

enum class SizeState { none, fits, few, many };

std::string_view size_name(SizeState state) {
    static constexpr std::string_view names[]{"", "fits", "too_few", "too_many"};
    return names[static_cast<std::size_t>(state)];
}

std::string_view state_name(const team::Person& person, Date date) {
    if (team::employed(person, date)) return "employed";
    return person.left && *person.left < date ? "left" : "coming";
}

/// The organisation on one day.
class OrgChart {
  public:
    OrgChart(const Team& team, Date date) : team_{team}, date_{date}, absences_{team} {}

    Report report() && {
        report_.name = "roster";
        report_.year = year_of(date_);
        report_.made = date_;
        report_.title = say("roster.title", team_.settings.team, date_);
        report_.add(Heading{1, report_.title});
        const auto there = employed();
        report_.add(Paragraph{team_.units.empty() ? say("roster.people", there.size())
                                                  : say("roster.sum", there.size(), team_.units.size()),
                              Tone::plain});
        write_tree();
        write_staffing();
        write_spans();
        write_levels();
        write_pairs();
        write_others("coming", "roster.coming");
        write_others("left", "roster.left");
        report_.data = data();
        report_.rows = rows();
        return std::move(report_);
    }

  private:
    std::vector<UnitId> units_below(UnitId parent) const {
        std::vector<UnitId> below;
        for (std::size_t i = 0; i < team_.units.size(); ++i) {
            const UnitId id{static_cast<std::int32_t>(i)};
            if (team_[id].parent == parent) below.push_back(id);
        }
        return below;
    }
    std::vector<PersonId> employed() const {
        auto people = team::everybody(team_);
        std::erase_if(people, [&](PersonId p) { return !team::employed(team_[p], date_); });
        return people;
    }
    /// The lead first, then in roster order.
    std::vector<PersonId> directly_in(UnitId unit) const {
        auto people = employed();
        std::erase_if(people, [&](PersonId p) { return team_[p].unit != unit; });
        if (unit)
            std::stable_partition(people.begin(), people.end(),
                                  [&](PersonId p) { return p == team_[unit].lead; });
        return people;
    }
    SizeState size_state(UnitId unit) const {
        const auto& size = team_[unit].size;
        if (!size) return SizeState::none;
        const auto count = team::size_of(team_, unit, date_);
        return count < size->first    ? SizeState::few
               : count > size->second ? SizeState::many
                                      : SizeState::fits;
    }
    /// Those of the unit who are away the whole day.
    std::int64_t away_from(UnitId unit) const {
        const auto people = employed();
        return std::count_if(people.begin(), people.end(), [&](PersonId p) {
            return team::within(team_, team_[p].unit, unit) && absences_.all_day(p, date_);
        });
    }
    /// How many more would have to be there that day for the unit to have the least of its size.
    std::int64_t missing_in(UnitId unit) const {
        const auto& size = team_[unit].size;
        if (!size) return 0;
        return std::max<std::int64_t>(0, size->first - (team::size_of(team_, unit, date_) - away_from(unit)));
    }
    bool led(UnitId unit) const {
        const auto lead = team_[unit].lead;
        return lead && team::employed(team_[lead], date_);
    }

    ListItem person_item(PersonId person, UnitId unit) const {
        const auto& who = team_[person];
        std::vector<Phrase> aside;
        if (!who.position.empty()) aside.push_back(verbatim(who.position));
        if (unit && team_[unit].lead == person) aside.push_back(say("roster.lead"));
        if (who.share.num != who.share.den) aside.push_back(say("roster.part_time"));
        if (who.mentor) aside.push_back(say("roster.mentor", name_of(team_, who.mentor)));
        if (who.left) aside.push_back(say("roster.until", *who.left));
        const bool lead = unit && team_[unit].lead == person;
        return {aside.empty() ? name_of(team_, person)
                              : say("roster.person", name_of(team_, person), commas(std::move(aside))),
                lead ? Tone::strong : Tone::plain,
                {},
                {}};
    }
    ListItem unit_item(UnitId id) const {
        const auto& unit = team_[id];
        const auto state = size_state(id);
        std::vector<Phrase> aside{say("roster.count", team::size_of(team_, id, date_))};
        if (state == SizeState::few) aside.push_back(say("roster.too_few", unit.size->first));
        if (state == SizeState::many) aside.push_back(say("roster.too_many", unit.size->second));
        if (state == SizeState::fits)
            aside.push_back(say("roster.range", unit.size->first, unit.size->second));
        if (!led(id)) aside.push_back(say("roster.no_lead"));
        // A lead who stands in another unit of the roster is named here.
        if (led(id) && team_[unit.lead].unit != id)
            aside.push_back(say("roster.led_by", name_of(team_, unit.lead)));
        const bool wrong = state == SizeState::few || state == SizeState::many || !led(id);
        ListItem item{say("roster.unit", unit.name, commas(std::move(aside))),
                      wrong ? Tone::warn : Tone::strong,
                      {},
                      {}};
        for (const auto person : directly_in(id)) item.children.push_back(person_item(person, id));
        for (const auto below : units_below(id)) item.children.push_back(unit_item(below));
        return item;
    }
    void write_tree() {
        List tree;
        for (const auto unit : units_below({})) tree.items.push_back(unit_item(unit));
        const auto alone = directly_in({});
        if (!alone.empty() && !team_.units.empty()) {
            ListItem item{say("roster.without_unit"), Tone::strong, {}, {}};
            for (const auto person : alone) item.children.push_back(person_item(person, {}));
            tree.items.push_back(std::move(item));
        } else {
            for (const auto person : alone) tree.items.push_back(person_item(person, {}));
        }
        report_.add(std::move(tree));
    }

    /// Posts wanted against people there, for each unit that says its size (D17.3).
    void write_staffing() {
        Table table{"staffing", {}, {}, {}, {}};
        table.columns = {{"unit", say("roster.column.unit"), ColumnType::text},
                         {"least", say("roster.column.least"), ColumnType::number},
                         {"most", say("roster.column.most"), ColumnType::number},
                         {"people", say("roster.column.people"), ColumnType::number},
                         {"away", say("roster.column.away"), ColumnType::number},
                         {"missing", say("roster.column.missing"), ColumnType::number}};
        for (std::size_t i = 0; i < team_.units.size(); ++i) {
            const UnitId id{static_cast<std::int32_t>(i)};
            const auto& unit = team_[id];
            if (!unit.size) continue;
            const auto missing = missing_in(id);
            const auto state = size_state(id);
            table.rows.push_back({Cell{verbatim(unit.name), unit.id}, Cell{std::int64_t{unit.size->first}},
                                  Cell{std::int64_t{unit.size->second}},
                                  Cell{std::int64_t{team::size_of(team_, id, date_)},
                                       state == SizeState::fits ? Tone::plain : Tone::warn},
                                  Cell{away_from(id)},
                                  Cell{missing, missing > 0 ? Tone::warn : Tone::muted}});
        }
        if (table.rows.empty()) return;
        report_.add(Heading{2, say("roster.staffing")});
        report_.add(std::move(table));
    }

    /// Spans of control (D15.1).
    void write_spans() {
        Table table{"managers", {}, {}, {}, {}};
        table.columns = {{"who", say("roster.column.who"), ColumnType::person},
                         {"direct_reports", say("roster.column.reports"), ColumnType::number},
                         {"names", say("roster.column.names"), ColumnType::text}};
        for (const auto person : employed()) {
            const auto below = direct_reports(team_, person, date_);
            if (!below.empty())
                table.rows.push_back({person_cell(team_, person), Cell{std::int64_t(below.size())},
                                      Cell{names_of(team_, below)}});
        }
        if (table.rows.empty()) return;
        report_.add(Heading{2, say("roster.spans")});
        report_.add(std::move(table));
    }
    std::vector<PersonId> of_level(Level level) const {
        auto people = employed();
        std::erase_if(people, [&](PersonId p) { return team::level_of(team_, p) != level; });
        return people;
    }
    void write_levels() {
        if (of_level(Level::none).size() == employed().size()) return;
        Facts facts;
        for (const auto level : levels) {
            const auto people = of_level(level);
            if (!people.empty())
                facts.rows.emplace_back(say("roster.level_count", level_title(level), people.size()),
                                        Cell{names_of(team_, people)});
        }
        report_.add(Heading{2, say("roster.levels")});
        report_.add(std::move(facts));
    }
    void write_pairs() {
        if (team_.pairs.empty()) return;
        List list;
        for (const auto& pair : team_.pairs)
            list.items.push_back(
                {say("roster.pair", name_of(team_, pair.first), name_of(team_, pair.second)), {}, {}, {}});
        report_.add(Heading{2, say("roster.pairs")});
        report_.add(std::move(list));
    }
    void write_others(std::string_view state, std::string_view title) {
        List list;
        for (const auto person : team::everybody(team_)) {
            const auto& who = team_[person];
            if (state_name(who, date_) != state) continue;
            const Phrase name = who.position.empty()
                                    ? name_of(team_, person)
                                    : say("roster.person", name_of(team_, person), verbatim(who.position));
            list.items.push_back({state == "left" ? say("roster.left_on", name, *who.left)
                                                  : say("roster.joins_on", name, *who.joined),
                                  Tone::muted,
                                  {},
                                  {}});
        }
        if (list.items.empty()) return;
        report_.add(Heading{2, say(title)});
        report_.add(std::move(list));
    }

    Json unit_json(UnitId id) const {
        const auto& unit = team_[id];
        auto json = Json::object();
        json.set("id", unit.id).set("name", unit.name).set("lead", id_of(team_, unit.lead));
        json.set("parent", unit.parent ? Json{team_[unit.parent].id} : Json{});
        json.set("people", ids_of(team_, directly_in(id))).set("count", team::size_of(team_, id, date_));
        json.set("away", away_from(id)).set("missing", missing_in(id));
        if (!unit.size) return json.set("size", Json{}).set("size_state", Json{});
        return json.set("size", Json::array().push(unit.size->first).push(unit.size->second))
            .set("size_state", size_name(size_state(id)));
    }
    Json person_json(PersonId person) const {
        const auto& who = team_[person];
        const auto level = level_name(team::level_of(team_, person));
        return Json::object()
            .set("id", who.id)
            .set("name", who.name)
            .set("unit", who.unit ? Json{team_[who.unit].id} : Json{})
            .set("position", text_json(who.position))
            .set("level", text_json(level))
            .set("reports_to", id_of(team_, team::reports_to(team_, person)))
            .set("direct_reports", ids_of(team_, direct_reports(team_, person, date_)))
            .set("joined", date_json(who.joined))
            .set("left", date_json(who.left))
            .set("state", state_name(who, date_));
    }
    Json data() const {
        auto units = Json::array();
        for (std::size_t i = 0; i < team_.units.size(); ++i)
            units.push(unit_json({static_cast<std::int32_t>(i)}));
        auto people = Json::array();
        for (const auto person : team::everybody(team_)) people.push(person_json(person));
        auto pairs = Json::array();
        for (const auto& pair : team_.pairs) pairs.push(ids_of(team_, {pair.first, pair.second}));
        return Json::object()
            .set("date", to_string(date_))
            .set("units", std::move(units))
            .set("people", std::move(people))
            .set("pairs", std::move(pairs));
    }
    Table rows() const {
        Table table;
        table.id = "people";
        const auto text = [&](std::string id, std::string_view title) {
            table.columns.push_back({std::move(id), say(title), ColumnType::text});
        };
        text("id", "roster.column.id");
        text("name", "roster.column.who");
        text("unit", "roster.column.unit");
        text("position", "roster.column.position");
        text("level", "roster.column.level");
        text("reports_to", "roster.column.reports_to");
        table.columns.push_back({"joined", say("roster.column.joined"), ColumnType::date});
        table.columns.push_back({"left", say("roster.column.left"), ColumnType::date});
        text("state", "roster.column.state");
        for (const auto person : team::everybody(team_)) {
            const auto& who = team_[person];
            const auto above = team::reports_to(team_, person);
            table.rows.push_back(
                {Cell{who.id}, Cell{who.name}, Cell{who.unit ? team_[who.unit].id : ""}, Cell{who.position},
                 Cell{std::string{level_name(team::level_of(team_, person))}},
                 Cell{above ? team_[above].id : ""}, who.joined ? Cell{*who.joined} : Cell{},
                 who.left ? Cell{*who.left} : Cell{}, Cell{std::string{state_name(who, date_)}}});
        }
        return table;
    }

    const Team& team_;
    Date date_;
    rules::Absences absences_;
    Report report_;
};

}  // namespace

// phrase keys: roster.level.*
Phrase level_title(Level level) {
    const auto name = level == Level::none ? std::string_view{"none"} : level_name(level);
    return say(std::string{"roster.level."} + std::string{name});
}

Report roster_report(const Team& team, Date date) {
    return OrgChart{team, date}.report();
}

}  // namespace teamctl::report
