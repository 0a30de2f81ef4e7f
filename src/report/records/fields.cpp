#include "report/records/fields.hpp"

#include <algorithm>

#include "base/overloaded.hpp"
#include "base/text.hpp"
#include "report/naming.hpp"
#include "report/readings.hpp"
#include "team/people.hpp"
#include "team/write_record.hpp"

namespace teamctl::report {
namespace {

using team::FieldType;
using team::FieldValue;
using team::PersonId;
using team::Team;

/// The id of something named by its index.
std::string id_text(const Team& team, PersonId id) {
    return id ? team[id].id : std::string{};
}
template <class Tag>
std::string id_text(const Team& team, team::Id<Tag> id) {
    return id ? team[id].id : std::string{};
}

/// `油温 92 °C`
Phrase reading_text(const std::vector<team::ChecklistItem>& items, const team::Reading& reading) {
    const auto item = std::ranges::find(items, reading.item, &team::ChecklistItem::id);
    const auto value = number_text(reading.value);
    if (item == items.end()) return verbatim(reading.item + " " + value);
    return verbatim(item->text + " " + value + rules::spaced_unit(*item));
}

Phrase item_text(const std::vector<team::ChecklistItem>& items, const std::string& id) {
    const auto item = std::ranges::find(items, id, &team::ChecklistItem::id);
    return say("records.item", item == items.end() ? id : item->text);
}

Phrase asset_title(const Team& team, team::AssetId asset) {
    return verbatim(team[asset].name.empty() ? team[asset].id : team[asset].name);
}

/// `2 号泵 “漏油”、油温 91 °C`
Phrase finding_text(const Team& team, const std::vector<team::ChecklistItem>& items,
                    const team::Finding& finding) {
    std::vector<Phrase> parts;
    for (const auto& id : finding.failed) parts.push_back(item_text(items, id));
    for (const auto& reading : finding.readings) parts.push_back(reading_text(items, reading));
    return say("records.finding", asset_title(team, finding.asset), listed(std::move(parts)));
}

}  // namespace

bool is_set(const FieldValue& value) {
    return !std::holds_alternative<std::monostate>(value);
}

std::vector<std::string> field_raw(const Team& team, const FieldValue& value) {
    using Texts = std::vector<std::string>;
    return std::visit(Overloaded{
                          [](std::monostate) { return Texts{}; },
                          [](const team::Text& text) { return Texts{std::string{text.view()}}; },
                          [](std::int64_t number) { return Texts{std::to_string(number)}; },
                          [](team::Decimal number) { return Texts{number_text(number)}; },
                          [](Money money) { return Texts{to_string(money)}; },
                          [](Date date) { return Texts{to_string(date)}; },
                          [](TimeOfDay time) { return Texts{to_string(time)}; },
                          [](bool flag) { return Texts{flag ? "true" : "false"}; },
                          [](const team::SharedList<std::string>& texts) { return texts.items(); },
                          [&](const team::SharedList<PersonId>& people) {
                              Texts ids;
                              for (const auto person : people.items()) ids.push_back(id_text(team, person));
                              return ids;
                          },
                          [](const team::SharedList<team::Reading>& readings) {
                              Texts texts;
                              for (const auto& r : readings.items())
                                  texts.push_back(r.item + "=" + number_text(r.value));
                              return texts;
                          },
                          [&](const team::SharedList<team::AssetId>& assets) {
                              Texts ids;
                              for (const auto asset : assets.items()) ids.push_back(id_text(team, asset));
                              return ids;
                          },
                          [&](const team::SharedList<team::Finding>& found) {
                              Texts texts;
                              for (const auto& one : found.items()) {
                                  const auto asset = id_text(team, one.asset);
                                  for (const auto& item : one.failed) texts.push_back(asset + "=" + item);
                                  for (const auto& r : one.readings)
                                      texts.push_back(asset + "=" + r.item + "=" + number_text(r.value));
                              }
                              return texts;
                          },
                          [&](auto id) { return Texts{id_text(team, id)}; },
                      },
                      value);
}

// phrase keys: choice.*
Phrase FieldWords::plain_text(const team::FieldSpec& field, const FieldValue& value) const {
    const auto& team = team_;
    if (const auto* person = std::get_if<PersonId>(&value)) return name_of(team, *person);
    if (const auto* people = team::value_as<std::vector<PersonId>>(value)) return names_of(team, *people);
    if (const auto* money = std::get_if<Money>(&value)) return say("records.money", *money);
    if (const auto* flag = std::get_if<bool>(&value)) return say(*flag ? "records.yes" : "records.no");
    if (const auto* meeting = std::get_if<team::SeriesId>(&value)) return verbatim(team[*meeting].name);
    if (const auto* queue = std::get_if<team::QueueId>(&value)) return verbatim(team[*queue].name);
    if (const auto* list = std::get_if<team::ChecklistId>(&value)) return verbatim(team[*list].name);
    if (const auto* award = std::get_if<team::AwardId>(&value)) return verbatim(team[*award].name);
    if (const auto* asset = std::get_if<team::AssetId>(&value);
        asset != nullptr && !team[*asset].name.empty())
        return verbatim(team[*asset].name);
    if (const auto* text = team::value_as<team::Text>(value)) {
        const std::string word{text->view()};
        if (field.type == FieldType::people_or_word || field.type == FieldType::assets_or_word)
            return say(word == "rest" ? "records.the_rest" : "records.all");
        if (field.type == FieldType::entity) return verbatim(entity(field.entity, word));
        if (field.type == FieldType::choice) return say("choice." + word);
        if (field.named == team::Named::priority) return priority_name(word);
        if (field.named == team::Named::score) return score_name(team, word);
        if (field.named == team::Named::source) {
            if (const auto meeting = team::find_series(team, word)) return verbatim(team[*meeting].name);
        }
        for (const auto& planned : team.trainings) {
            if (field.named == team::Named::training && planned.id == word) return verbatim(planned.topic);
        }
    }
    std::vector<Phrase> parts;
    if (const auto* assets = team::value_as<std::vector<team::AssetId>>(value)) {
        for (const auto asset : *assets) parts.push_back(asset_title(team, asset));
        return listed(std::move(parts));
    }
    for (auto& text : field_raw(team, value)) parts.push_back(verbatim(std::move(text)));
    return parts.size() == 1 ? parts.front() : listed(std::move(parts));
}

Phrase FieldWords::text(const team::Record& record, std::size_t index) const {
    const auto& field = record.spec().fields[index];
    const auto& value = record.values[index];
    if (const auto* date = std::get_if<Date>(&value))
        return say(year_of(*date) == year_of(record.date) ? "records.date" : "records.date_with_year", *date);
    const auto* list = record.get<team::ChecklistId>("list");
    if (list == nullptr || !*list) return plain_text(field, value);
    const auto& items = team_[*list].items;
    std::vector<Phrase> parts;
    if (const auto* readings = team::value_as<std::vector<team::Reading>>(value)) {
        for (const auto& reading : *readings) parts.push_back(reading_text(items, reading));
    } else if (const auto* found = team::value_as<std::vector<team::Finding>>(value)) {
        for (const auto& one : *found) parts.push_back(finding_text(team_, items, one));
    } else if (const auto* ids = team::value_as<std::vector<std::string>>(value)) {
        for (const auto& id : *ids) {
            parts.push_back(item_text(items, id));
        }
    } else {
        return plain_text(field, value);
    }
    return listed(std::move(parts));
}

Phrase FieldWords::titled(const team::Record& record, std::size_t index) const {
    const auto& field = record.spec().fields[index];
    const auto* flag = std::get_if<bool>(&record.values[index]);
    if (flag != nullptr && *flag) return field_title(field);
    if (field.shown == team::Shown::untitled) return text(record, index);
    return say("records.field", field_title(field), text(record, index));
}

Phrase field_title(const team::FieldSpec& field) {
    return bilingual(team::title_of(field.zh), team::title_of(field.en));
}

FieldWords::FieldWords(const Team& team)
    : team_{team}, entities_{rules::entities_at(team, {make_date(last_year, 12, 31), end_of_day})} {}

std::string FieldWords::entity(team::EntityKind kind, const std::string& id) const {
    const auto said = [&](const auto* entity) {
        const auto text = entity != nullptr ? team::main_text_of(*entity->opened) : std::string_view{};
        return text.empty() ? id : std::string{text};
    };
    switch (kind) {
        case team::EntityKind::customer:
            return said(entities_.customers.find(id));
        case team::EntityKind::ticket:
            return said(entities_.tickets.find(id));
        case team::EntityKind::problem:
            return said(entities_.problems.find(id));
        case team::EntityKind::suggestion:
            return said(entities_.suggestions.find(id));
        case team::EntityKind::action:  // `done` closes an action or a problem
            return said(entities_.actions.find(id) != nullptr ? entities_.actions.find(id)
                                                              : entities_.problems.find(id));
        case team::EntityKind::deal:
        case team::EntityKind::none:
            break;
    }
    return id;
}

Json field_json(const Team& team, const FieldValue& value) {
    if (!is_set(value)) return {};
    if (const auto* number = std::get_if<std::int64_t>(&value)) return Json{*number};
    if (const auto* flag = std::get_if<bool>(&value)) return Json{*flag};
    if (const auto* readings = team::value_as<std::vector<team::Reading>>(value)) {
        auto json = Json::object();
        for (const auto& reading : *readings) json.set(reading.item, number_text(reading.value));
        return json;
    }
    const auto texts = field_raw(team, value);
    if (!std::holds_alternative<team::SharedList<PersonId>>(value) &&
        !std::holds_alternative<team::SharedList<team::AssetId>>(value) &&
        !std::holds_alternative<team::SharedList<team::Finding>>(value) &&
        !std::holds_alternative<team::SharedList<std::string>>(value))
        return texts.front();
    auto json = Json::array();
    for (const auto& text : texts) json.push(text);
    return json;
}

Json findings_json(const Team& team, const std::vector<team::Finding>& found) {
    auto list = Json::array();
    for (const auto& one : found) {
        auto failed = Json::array();
        for (const auto& item : one.failed) failed.push(item);
        auto readings = Json::object();
        for (const auto& reading : one.readings) readings.set(reading.item, number_text(reading.value));
        list.push(Json::object()
                      .set("asset", id_text(team, one.asset))
                      .set("failed", std::move(failed))
                      .set("readings", std::move(readings)));
    }
    return list;
}

Cell FieldWords::cell(const team::Record& record, std::size_t field) const {
    const auto& value = record.values[field];
    if (!is_set(value)) return {};
    if (const auto* person = std::get_if<PersonId>(&value)) return person_cell(team_, *person);
    if (const auto* money = std::get_if<Money>(&value)) return *money;
    if (const auto* date = std::get_if<Date>(&value)) return *date;
    if (const auto* time = std::get_if<TimeOfDay>(&value)) return *time;
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    return Cell{text(record, field), joined(field_raw(team_, value), " ")};
}

ColumnType field_column(FieldType type) {
    switch (type) {
        case FieldType::integer:
        case FieldType::decimal:
            return ColumnType::number;
        case FieldType::money:
            return ColumnType::money;
        case FieldType::date:
            return ColumnType::date;
        case FieldType::time:
            return ColumnType::time;
        case FieldType::person:
            return ColumnType::person;
        default:
            return ColumnType::text;
    }
}

std::vector<PersonId> people_of(const team::Record& record) {
    std::vector<PersonId> people;
    for (const auto& value : record.values) {
        if (const auto* person = std::get_if<PersonId>(&value)) people.push_back(*person);
        if (const auto* list = team::value_as<std::vector<PersonId>>(value))
            people.insert(people.end(), list->begin(), list->end());
    }
    return people;
}

}  // namespace teamctl::report
