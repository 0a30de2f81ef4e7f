#include "report/records.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "report/naming.hpp"
#include "report/records/fields.hpp"

namespace teamctl::report {
namespace {

using team::Record;
using team::Team;

/// The `at` of a record stands in a column of its own.
bool is_time(const team::FieldSpec& field) {
    return field.shown == team::Shown::apart;
}

std::vector<std::string> values_of(const Team& team, const Record& record, std::string_view key) {
    if (key == "record") return {std::string{record.spec().name}};
    if (key == "date") return {to_string(record.date)};
    if (key == "at") return record.at ? std::vector{to_string(*record.at)} : std::vector<std::string>{};
    const int field = record.spec().field(key);
    return field < 0 ? std::vector<std::string>{}
                     : field_raw(team, record.values[static_cast<std::size_t>(field)]);
}

bool has_value(const Team& team, const Record& record, const std::pair<std::string, std::string>& where) {
    const auto values = values_of(team, record, where.first);
    if (std::find(values.begin(), values.end(), where.second) != values.end()) return true;
    const int field = record.spec().field(where.first);
    if (field < 0) return false;
    const auto& value = record.values[static_cast<std::size_t>(field)];
    if (const auto* money = std::get_if<Money>(&value)) return parse_money(where.second) == *money;
    // A person also by name.
    const auto bears = [&](team::PersonId person) { return person && team[person].name == where.second; };
    if (const auto* person = std::get_if<team::PersonId>(&value)) return bears(*person);
    const auto* people = team::value_as<std::vector<team::PersonId>>(value);
    return people != nullptr && std::any_of(people->begin(), people->end(), bears);
}

bool asked_for(const Team& team, const RecordsQuery& query, const Record& record) {
    if (!query.period.contains(record.date) || (query.kind && record.kind != *query.kind)) return false;
    if (query.who) {
        const auto people = people_of(record);
        if (std::find(people.begin(), people.end(), query.who) == people.end()) return false;
    }
    return std::all_of(query.where.begin(), query.where.end(),
                       [&](const auto& where) { return has_value(team, record, where); });
}

/// Whether the field may be shown: a telephone number only where it is asked for.
bool may_show(const team::FieldSpec& field, bool phones) {
    return phones || field.shown != team::Shown::on_request;
}

/// Figures, dates and times stand in columns of their own; the rest is one text.
bool has_column(const team::FieldSpec& field) {
    const auto type = field_column(field.type);
    return !is_time(field) && type != ColumnType::text && type != ColumnType::person;
}

}  // namespace

Phrase record_content(const FieldWords& words, const Record& record, bool with_figures, bool phones) {
    std::vector<Phrase> parts;
    Phrase id;  // last: it is there to be copied, not read
    const auto person = team::subject_of(record);
    for (std::size_t i = 0; i < record.spec().fields.size(); ++i) {
        const auto& field = record.spec().fields[i];
        const auto& value = record.values[i];
        const auto* named = std::get_if<team::PersonId>(&value);
        if (!is_set(value) || is_time(field) || !may_show(field, phones) ||
            (named != nullptr && *named == person))
            continue;
        if (!with_figures && has_column(field)) continue;
        if (field.type == team::FieldType::entity_id) {
            id = words.text(record, i);
        } else {
            parts.push_back(parts.empty() ? words.text(record, i) : words.titled(record, i));
        }
    }
    if (!id.empty()) parts.push_back(id);
    return clauses(std::move(parts));
}

namespace {

Cell at_cell(const Record& record) {
    return record.at ? Cell{*record.at} : Cell{};
}

/// What people read: date, time, kind, person, content, line; of one kind with its figures as columns.
Table shown_table(const Team& team, const FieldWords& words, const team::RecordSpec* spec,
                  const std::vector<const Record*>& records, bool phones) {
    Table table;
    table.id = "records";
    table.columns = {{"date", say("records.column.date"), ColumnType::date},
                     {"at", say("records.column.at"), ColumnType::time}};
    if (spec == nullptr) table.columns.push_back({"record", say("records.column.kind"), ColumnType::text});
    table.columns.push_back({"who", say("records.column.who"), ColumnType::person});
    table.grouped_by = 0;
    table.told_at = table.columns.size();
    table.columns.push_back({"content", say("records.column.content"), ColumnType::text});
    std::vector<std::size_t> figures;
    for (std::size_t i = 0; spec != nullptr && i < spec->fields.size(); ++i) {
        const auto& field = spec->fields[i];
        const auto set = [&](const auto* record) { return is_set(record->values[i]); };
        if (!has_column(field) || std::none_of(records.begin(), records.end(), set)) continue;
        figures.push_back(i);
        table.columns.push_back({std::string{field.name}, field_title(field), field_column(field.type)});
    }
    table.columns.push_back({"line", say("records.column.line"), ColumnType::number});
    for (const auto* record : records) {
        std::vector<Cell> row{Cell{record->date}, at_cell(*record)};
        if (spec == nullptr) {
            const auto& kind = record->spec();
            row.push_back(Cell{bilingual(kind.zh, kind.en), std::string{kind.name}});
        }
        row.push_back(person_cell(team, team::subject_of(*record)));
        row.push_back(Cell{record_content(words, *record, spec == nullptr, phones)});
        for (const auto i : figures) row.push_back(words.cell(*record, i));
        row.push_back(Cell{std::int64_t{record->origin.mark.line}, Tone::muted});
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// What programs read: of one kind a column for each field it may have; always file:line.
Table raw_table(const Team& team, const FieldWords& words, const team::RecordSpec* spec,
                const std::vector<const Record*>& records, bool phones) {
    Table table;
    table.id = "records";
    const auto column = [&](std::string_view id) {
        table.columns.push_back({std::string{id}, {}, ColumnType::text});
    };
    for (const auto* id : {"date", "at", "record"}) column(id);
    if (spec == nullptr) {
        for (const auto* id : {"who", "fields"}) column(id);
    } else {
        for (const auto& field : spec->fields) {
            if (!is_time(field) && may_show(field, phones)) column(field.name);
        }
    }
    column("place");
    for (const auto* record : records) {
        std::vector<Cell> row{Cell{record->date}, at_cell(*record), Cell{std::string{record->spec().name}}};
        std::vector<std::string> pairs;
        for (std::size_t i = 0; i < record->spec().fields.size(); ++i) {
            const auto& field = record->spec().fields[i];
            if (is_time(field) || !may_show(field, phones)) continue;
            if (spec != nullptr) row.push_back(words.cell(*record, i));
            if (is_set(record->values[i]))
                pairs.push_back(std::string{field.name} + "=" +
                                joined(field_raw(team, record->values[i]), " "));
        }
        if (spec == nullptr) {
            row.push_back(person_cell(team, team::subject_of(*record)));
            row.push_back(Cell{joined(pairs, "; ")});
        }
        row.push_back(Cell{file_and_line(team, record->origin)});
        table.rows.push_back(std::move(row));
    }
    return table;
}

Json record_json(const Team& team, const Record& record, bool phones) {
    auto fields = Json::object();
    for (std::size_t i = 0; i < record.spec().fields.size(); ++i) {
        const auto& field = record.spec().fields[i];
        if (is_set(record.values[i]) && !is_time(field) && may_show(field, phones))
            fields.set(std::string{field.name}, field_json(team, record.values[i]));
        if (const auto* found = team::value_as<std::vector<team::Finding>>(record.values[i]))
            fields.set("findings", findings_json(team, *found));
    }
    const bool placed = record.origin.file < team.files.size();
    return Json::object()
        .set("date", to_string(record.date))
        .set("at", record.at ? Json{to_string(*record.at)} : Json{})
        .set("record", record.spec().name)
        .set("who", id_of(team, team::subject_of(record)))
        .set("fields", std::move(fields))
        .set("file", placed ? Json{team.files[record.origin.file]} : Json{})
        .set("line", std::int64_t{record.origin.mark.line});
}

/// `考勤 20、工作日记 96`: the most frequent first.
Phrase kinds_counted(const std::vector<const Record*>& records) {
    std::vector<std::pair<std::int64_t, const team::RecordSpec*>> counts;
    for (const auto& spec : team::record_specs()) counts.emplace_back(0, &spec);
    for (const auto* record : records) ++counts[static_cast<std::size_t>(record->kind)].first;
    std::erase_if(counts, [](const auto& count) { return count.first == 0; });
    std::ranges::stable_sort(counts, std::ranges::greater{},
                             &std::pair<std::int64_t, const team::RecordSpec*>::first);
    std::vector<Phrase> parts;
    for (const auto& [count, spec] : counts)
        parts.push_back(say("records.kind_count", bilingual(spec->zh, spec->en), count));
    return listed(std::move(parts));
}

}  // namespace

bool is_record_key(std::optional<int> kind, std::string_view key) {
    if (key == "record" || key == "date" || key == "at") return true;
    const auto specs = team::record_specs();
    if (kind) return specs[static_cast<std::size_t>(*kind)].field(key) >= 0;
    return std::any_of(specs.begin(), specs.end(), [&](const auto& spec) { return spec.field(key) >= 0; });
}

Report records_report(const Team& team, const RecordsQuery& query) {
    std::vector<const Record*> found;
    for (const auto& record : team.records) {
        if (asked_for(team, query, record)) found.push_back(&record);
    }
    Report report;
    report.name = "records";
    report.year = year_of(query.period.to);
    const auto* spec = query.kind ? &team::record_specs()[static_cast<std::size_t>(*query.kind)] : nullptr;
    report.title = spec != nullptr ? say("records.title_kind", team.settings.team,
                                         bilingual(spec->zh, spec->en), query.period)
                                   : say("records.title", team.settings.team, query.period);
    report.add(Heading{1, report.title});
    const FieldWords words{team};
    constexpr std::size_t few = 20;
    if (query.latest_first && found.size() > few) {
        report.add(Paragraph{say("records.latest_first", kinds_counted(found)), Tone::muted});
        std::ranges::reverse(found);
    }
    if (!found.empty()) report.add(shown_table(team, words, spec, found, query.phones));
    report.rows = raw_table(team, words, spec, found, query.phones);
    report.add(Paragraph{say("records.count", found.size()), Tone::muted});
    auto list = Json::array();
    for (const auto* record : found) list.push(record_json(team, *record, query.phones));
    report.data = Json::object()
                      .set("period", Json::object()
                                         .set("from", to_string(query.period.from))
                                         .set("to", to_string(query.period.to)))
                      .set("records", std::move(list));
    return report;
}

}  // namespace teamctl::report
