// Whose customer it is: the evidence in time order (D13.1, D13.10).
#include "report/explain.hpp"
#include "report/explain/parts.hpp"
#include "report/records.hpp"
#include "rules/work/customer_evidence.hpp"

namespace teamctl::report {
namespace {

using rules::CustomerEvidence;
using team::Record;
using team::Team;

/// What the record says of the customer: of a diary only the fields that speak of the name.
Phrase content(const CustomerEvidence& evidence, const FieldWords& words, const Record& record) {
    if (!rules::is_prose(record)) return record_content(words, record, true);
    std::vector<Phrase> parts;
    for (std::size_t i = 0; i < record.spec().fields.size(); ++i) {
        if (evidence.mentions(record.values[i])) parts.push_back(words.titled(record, i));
    }
    return clauses(std::move(parts));
}

Phrase when_of(const Record& record) {
    return record.at ? say("explain.date_time", record.date, *record.at)
                     : say("explain.date_only", record.date);
}

/// Whose it is, and why: the first registration keeps the customer.
void add_verdicts(Report& report, const Team& team, const CustomerEvidence& evidence) {
    for (const auto* record : evidence.registrations()) {
        const auto owner = name_of(team, record->person("owner"));
        const auto place = file_and_line(team, record->origin);
        if (const auto* first = evidence.first_of(record)) {
            report.add(Notice{say("explain.registered_later", owner, when_of(*record),
                                  name_of(team, first->person("owner")), when_of(*first), place),
                              Tone::warn});
            continue;
        }
        const auto name = std::string{record->text("name")};
        report.add(Paragraph{say(evidence.beats_another(record) ? "explain.keeps" : "explain.belongs", name,
                                 owner, when_of(*record), place),
                             Tone::strong});
    }
}

Table evidence_table(const Team& team, const CustomerEvidence& evidence) {
    const FieldWords words{team};
    Table table{"steps", {}, {}, {}, {}};
    table.columns = {
        {"date", say("explain.date"), ColumnType::date}, {"at", say("explain.at"), ColumnType::time},
        {"who", say("explain.who"), ColumnType::person}, {"record", say("explain.record"), ColumnType::text},
        {"note", say("explain.note"), ColumnType::text}, {"place", say("explain.place"), ColumnType::place}};
    table.grouped_by = 0;
    table.told_at = 4;
    for (const auto* record : evidence.records()) {
        const auto& kind = record->spec();
        table.rows.push_back({Cell{record->date}, record->at ? Cell{*record->at} : Cell{},
                              person_cell(team, team::subject_of(*record)),
                              Cell{bilingual(kind.zh, kind.en), std::string{kind.name}},
                              Cell{content(evidence, words, *record)}, place_cell(team, record->origin)});
    }
    return table;
}

Json evidence_json(const Team& team, const CustomerEvidence& evidence, const std::string& query,
                   const Translator& words) {
    const FieldWords fields{team};
    auto registrations = Json::array();
    for (const auto* record : evidence.registrations()) {
        const auto* first = evidence.first_of(record);
        registrations.push(Json::object()
                               .set("id", record->text("id"))
                               .set("who", id_of(team, record->person("owner")))
                               .set("date", to_string(record->date))
                               .set("at", record->at ? Json{to_string(*record->at)} : Json{})
                               .set("file", team.files[record->origin.file])
                               .set("line", record->origin.mark.line)
                               .set("column", record->origin.mark.column)
                               .set("wins", first == nullptr)
                               .set("first", first != nullptr ? Json{first->text("id")} : Json{}));
    }
    auto steps = Json::array();
    for (const auto* record : evidence.records()) {
        auto step = step_json(team, {record->date, team::subject_of(*record), {}, {}, record, record->origin},
                              words.say(content(evidence, fields, *record)));
        step.set("at", record->at ? Json{to_string(*record->at)} : Json{});
        steps.push(std::move(step));
    }
    return Json::object()
        .set("customer", query)
        .set("registrations", std::move(registrations))
        .set("steps", std::move(steps));
}

}  // namespace

std::optional<Report> explain_customer(const rules::Context& context, const std::string& query,
                                       const Translator& words) {
    const CustomerEvidence evidence{context, query};
    if (evidence.records().empty()) return std::nullopt;
    Report report;
    report.name = "explain";
    report.made = context.now.date;
    report.year = year_of(context.now.date);
    const auto registrations = evidence.registrations();
    const std::string name = registrations.empty() ? query : std::string{registrations.front()->text("name")};
    report.title = say("explain.whose", name);
    report.add(Heading{1, report.title});
    if (registrations.empty()) report.add(Notice{say("explain.not_registered"), Tone::warn});
    add_verdicts(report, context.team, evidence);
    report.add(evidence_table(context.team, evidence));
    report.data = evidence_json(context.team, evidence, query, words);
    return report;
}

}  // namespace teamctl::report
