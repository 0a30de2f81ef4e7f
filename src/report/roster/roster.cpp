#include "report/roster.hpp"

#include <algorithm>
#include <array>

#include "report/naming.hpp"
#include "rules/people/organisation.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using rules::SizeState;
using team::Level;
using team::PersonId;
using team::Team;
using team::UnitId;

constexpr std::array levels{Level::decision, Level::management, Level::execution, Level::none};

std::string_view size_name(SizeState state) {
    static constexpr std::string_view names[]{"", "fits", "too_few", "too_many"};
    return names[static_cast<std::size_t>(state)];
}

/// The organisation on one day.
class OrgChart {
  public:
    OrgChart(const Team& team, Date date, bool on_one_page)
        : team_{team}, date_{date}, on_one_page_{on_one_page}, chart_{team, date} {}

    Report report() && {
        report_.name = "roster";
        report_.year = year_of(date_);
        report_.made = date_;
        report_.title = say("roster.title", team_.settings.team, date_);
        report_.add(Heading{1, report_.title});
        const auto there = chart_.employed();
        report_.add(Paragraph{team_.units.empty() ? say("roster.people", there.size())
                                                  : say("roster.sum", there.size(), team_.units.size()),
                              Tone::plain});
        if (on_one_page_) write_staffing();  // what is wrong comes first
        write_tree();
        if (!on_one_page_) write_staffing();
        write_spans();
        write_matrix();
        write_levels();
        write_pairs();
        write_others(chart_.coming(), "roster.joins_on", "roster.coming");
        write_others(chart_.left(), "roster.left_on", "roster.left");
        if (left_out_) report_.add(Paragraph{say("page.cut"), Tone::muted});
        report_.data = data();
        report_.rows = rows();
        return std::move(report_);
    }

  private:
    ListItem person_item(PersonId person, UnitId unit) const {
        const auto& who = team_[person];
        const auto& terms = team::as_of(who, date_);
        std::vector<Phrase> aside;
        if (!terms.position.empty()) aside.push_back(verbatim(terms.position));
        if (unit && team_[unit].lead == person) aside.push_back(say("roster.lead"));
        if (terms.share.num != terms.share.den) aside.push_back(say("roster.part_time"));
        if (who.mentor) aside.push_back(say("roster.mentor", name_of(team_, who.mentor)));
        if (who.left) aside.push_back(say("roster.until", *who.left));
        const bool lead = unit && team_[unit].lead == person;
        TreeName named{name_of(team_, person), aside, who.id};
        return {aside.empty() ? name_of(team_, person)
                              : say("roster.person", name_of(team_, person), commas(std::move(aside))),
                lead ? Tone::strong : Tone::plain,
                {},
                {},
                {},
                std::move(named)};
    }
    ListItem unit_item(UnitId id) const {
        const auto& unit = team_[id];
        const auto state = chart_.size_state(id);
        std::vector<Phrase> aside{say("roster.count", chart_.count(id))};
        if (state == SizeState::few) aside.push_back(say("roster.too_few", unit.size->first));
        if (state == SizeState::many) aside.push_back(say("roster.too_many", unit.size->second));
        if (state == SizeState::fits)
            aside.push_back(say("roster.range", unit.size->first, unit.size->second));
        if (!chart_.is_led(id)) aside.push_back(say("roster.no_lead"));
        // A lead who stands in another unit of the roster is named here.
        if (chart_.is_led(id) && team::as_of(team_[unit.lead], date_).unit != id)
            aside.push_back(say("roster.led_by", name_of(team_, unit.lead)));
        const bool wrong = state == SizeState::few || state == SizeState::many || !chart_.is_led(id);
        TreeName named{verbatim(unit.name), aside};
        ListItem item{say("roster.unit", unit.name, commas(std::move(aside))),
                      wrong ? Tone::warn : Tone::strong,
                      {},
                      {},
                      {},
                      std::move(named)};
        for (const auto person : chart_.directly_in(id)) item.children.push_back(person_item(person, id));
        for (const auto below : chart_.units_below(id)) item.children.push_back(unit_item(below));
        return item;
    }
    void write_tree() {
        List tree;
        for (const auto unit : chart_.units_below({})) tree.items.push_back(unit_item(unit));
        const auto alone = chart_.directly_in({});
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
            const auto missing = chart_.missing_in(id);
            const auto state = chart_.size_state(id);
            if (on_one_page_ && missing == 0 && state == SizeState::fits) {
                left_out_ = true;
                continue;
            }
            table.rows.push_back({Cell{verbatim(unit.name), unit.id}, Cell{std::int64_t{unit.size->first}},
                                  Cell{std::int64_t{unit.size->second}},
                                  Cell{chart_.count(id), state == SizeState::fits ? Tone::plain : Tone::warn},
                                  Cell{chart_.away_from(id)},
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
        for (const auto person : chart_.employed()) {
            const auto& below = chart_.reports_of(person);
            if (!below.empty())
                table.rows.push_back({person_cell(team_, person), Cell{std::int64_t(below.size())},
                                      Cell{names_of(team_, below)}});
        }
        if (table.rows.empty()) return;
        if (on_one_page_ && !team_.units.empty()) {  // the tree says it
            left_out_ = true;
            return;
        }
        report_.add(Heading{2, say("roster.spans")});
        report_.add(std::move(table));
    }
    /// Who reports to more than one: the line, and the others (D11.2).
    void write_matrix() {
        List list;
        for (const auto person : chart_.employed()) {
            const auto dotted = team::dotted_lines(team_[person], date_);
            if (dotted.empty()) continue;
            list.items.push_back(
                {say("roster.matrix_line", name_of(team_, person),
                     name_of(team_, team::reports_to(team_, person, date_)), names_of(team_, dotted)),
                 {},
                 {},
                 {}});
        }
        if (list.items.empty()) return;
        report_.add(Heading{2, say("roster.matrix")});
        report_.add(std::move(list));
    }
    void write_levels() {
        if (chart_.of_level(Level::none).size() == chart_.employed().size()) return;
        Facts facts;
        for (const auto level : levels) {
            const auto people = chart_.of_level(level);
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
    void write_others(const std::vector<PersonId>& people, std::string_view key, std::string_view title) {
        List list;
        for (const auto person : people) {
            const auto& who = team_[person];
            const auto& position = team::as_of(who, date_).position;
            const Phrase name = position.empty()
                                    ? name_of(team_, person)
                                    : say("roster.person", name_of(team_, person), verbatim(position));
            const auto day = chart_.state_of(person) == "left" ? who.left : who.joined;
            list.items.push_back({say(key, name, *day), Tone::muted, {}, {}});
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
        json.set("people", ids_of(team_, chart_.directly_in(id))).set("count", chart_.count(id));
        json.set("away", chart_.away_from(id)).set("missing", chart_.missing_in(id));
        if (!unit.size) return json.set("size", Json{}).set("size_state", Json{});
        return json.set("size", Json::array().push(unit.size->first).push(unit.size->second))
            .set("size_state", size_name(chart_.size_state(id)));
    }
    Json person_json(PersonId person) {
        const auto& who = team_[person];
        const auto& terms = team::as_of(who, date_);
        const auto level = level_name(team::level_of(team_, person, date_));
        return Json::object()
            .set("id", who.id)
            .set("name", who.name)
            .set("unit", terms.unit ? Json{team_[terms.unit].id} : Json{})
            .set("position", text_json(terms.position))
            .set("level", text_json(level))
            .set("reports_to", id_of(team_, team::reports_to(team_, person, date_)))
            .set("dotted_lines", ids_of(team_, team::dotted_lines(who, date_)))
            .set("direct_reports", ids_of(team_, chart_.reports_of(person)))
            .set("joined", date_json(who.joined))
            .set("left", date_json(who.left))
            .set("state", chart_.state_of(person))
            .set("file", who.origin.file < team_.files.size() ? Json{team_.files[who.origin.file]} : Json{})
            .set("line", who.origin.mark.line);
    }
    Json data() {
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
            const auto& terms = team::as_of(who, date_);
            const auto above = team::reports_to(team_, person, date_);
            table.rows.push_back(
                {Cell{who.id}, Cell{who.name}, Cell{terms.unit ? team_[terms.unit].id : ""},
                 Cell{terms.position}, Cell{std::string{level_name(team::level_of(team_, person, date_))}},
                 Cell{above ? team_[above].id : ""}, who.joined ? Cell{*who.joined} : Cell{},
                 who.left ? Cell{*who.left} : Cell{}, Cell{std::string{chart_.state_of(person)}}});
        }
        return table;
    }

    const Team& team_;
    Date date_;
    bool on_one_page_;
    bool left_out_ = false;  ///< something that only the full report has
    rules::Organisation chart_;
    Report report_;
};

}  // namespace

// phrase keys: roster.level.*
Phrase level_title(Level level) {
    const auto name = level == Level::none ? std::string_view{"none"} : level_name(level);
    return say(std::string{"roster.level."} + std::string{name});
}

Report roster_report(const Team& team, Date date, bool on_one_page) {
    return OrgChart{team, date, on_one_page}.report();
}

}  // namespace teamctl::report
