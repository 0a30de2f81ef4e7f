// Whose customer it is: the evidence in time order (D13.1, D13.10).
#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.hpp"
#include "report/explain.hpp"
#include "report/explain/parts.hpp"
#include "report/records.hpp"
#include "rules/customers.hpp"

namespace teamctl::report {
namespace {

using rules::RegistrationConflict;
using team::Record;
using team::Team;

/// A query of so many digits is a telephone number.
constexpr std::size_t least_digits = 5;

bool is_named(const Record& registration, const std::string& query) {
    const auto digits = rules::phone_digits(query);
    if (registration.text("id") == query || registration.text("name") == query) return true;
    return digits.size() >= least_digits && rules::phone_digits(registration.text("phone")) == digits;
}

/// One customer's registrations and everything that was written about them.
class CustomerEvidence {
  public:
    CustomerEvidence(const rules::Context& context, const std::string& query)
        : context_{context},
          team_{context.team},
          entities_{rules::entities_at(context.team, context.now)},
          conflicts_{rules::registration_conflicts(context.team, entities_)} {
        const auto matching = [&](auto matches) {
            for (const auto& record : team_.records) {
                if (record.is("customer") && known(record) && matches(record)) registrations_.insert(&record);
            }
        };
        matching([&](const Record& record) { return is_named(record, query); });
        if (registrations_.empty())
            matching(
                [&](const Record& record) { return record.text("name").find(query) != std::string::npos; });
        add_conflicting();
        for (const auto* record : registrations_) {
            ids_.insert(std::string{record->text("id")});
            names_.insert(std::string{record->text("name")});
        }
        if (registrations_.empty()) names_.insert(query);
        names_.erase("");
        collect();
    }

    const std::vector<const Record*>& records() const { return records_; }
    const rules::Entities& entities() const { return entities_; }

    /// In the order in which they count: of each day those with a time first.
    std::vector<const Record*> registrations() const {
        std::vector<const Record*> sorted{registrations_.begin(), registrations_.end()};
        std::sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
            return std::tuple{a->date, a->at.value_or(end_of_day), a->origin} <
                   std::tuple{b->date, b->at.value_or(end_of_day), b->origin};
        });
        return sorted;
    }
    /// The registration that counts instead of this one; null where it counts itself.
    const Record* first_of(const Record* registration) const {
        for (const auto& conflict : conflicts_) {
            if (conflict.later == registration) return conflict.first;
        }
        return nullptr;
    }
    /// What the record says of the customer: of a diary only the fields that speak of the name.
    Phrase content(const FieldWords& words, const Record& record) const {
        if (!is_prose(record)) return record_content(words, record, true);
        std::vector<Phrase> parts;
        for (std::size_t i = 0; i < record.spec().fields.size(); ++i) {
            if (mentions(record.values[i])) parts.push_back(words.titled(record, i));
        }
        return clauses(std::move(parts));
    }
    bool beats_another(const Record* registration) const {
        return std::any_of(conflicts_.begin(), conflicts_.end(),
                           [&](const auto& conflict) { return conflict.first == registration; });
    }

  private:
    static bool is_prose(const Record& record) {
        return record.is("diary") || record.is("review") || record.is("note");
    }
    bool known(const Record& record) const { return rules::known_at(record, context_.now); }

    void add_conflicting() {
        for (std::size_t before = 0; before != registrations_.size();) {
            before = registrations_.size();
            for (const auto& conflict : conflicts_) {
                if (!known(*conflict.later)) continue;
                if (!registrations_.contains(conflict.first) && !registrations_.contains(conflict.later))
                    continue;
                registrations_.insert({conflict.first, conflict.later});
            }
        }
    }

    bool mentions(const team::FieldValue& value) const {
        const auto* text = team::value_as<team::Text>(value);
        return text != nullptr && std::any_of(names_.begin(), names_.end(), [&](const auto& name) {
                   return text->view().find(name) != std::string::npos;
               });
    }
    bool mentions(const Record& record) const {
        return std::any_of(record.values.begin(), record.values.end(),
                           [&](const auto& value) { return mentions(value); });
    }

    bool visits(const Record& record) const {
        const auto client = record.text("client");
        if (client.empty()) return false;
        return mentions(record) || std::any_of(names_.begin(), names_.end(), [&](const auto& name) {
                   return name.find(client) != std::string::npos;
               });
    }

    bool is_evidence(const Record& record) {
        if (registrations_.contains(&record)) return true;
        if (ids_.contains(std::string{record.text("customer")})) {
            if (record.is("deal")) deals_.insert(std::string{record.text("id")});
            return true;
        }
        if (deals_.contains(std::string{record.text("deal")})) return true;
        if (record.is("visit")) return visits(record);
        return is_prose(record) && mentions(record);
    }

    void collect() {
        for (const auto& record : team_.records) {
            if (known(record) && is_evidence(record)) records_.push_back(&record);
        }
        std::stable_sort(records_.begin(), records_.end(), [](const auto* a, const auto* b) {
            return std::pair{a->date, a->at.value_or(end_of_day)} <
                   std::pair{b->date, b->at.value_or(end_of_day)};
        });
    }

    const rules::Context& context_;
    const Team& team_;
    rules::Entities entities_;
    std::vector<RegistrationConflict> conflicts_;
    std::set<const Record*> registrations_;
    std::set<std::string> ids_{};
    std::set<std::string> names_;
    std::set<std::string> deals_;
    std::vector<const Record*> records_;
};

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
    for (const auto* record : evidence.records()) {
        const auto& kind = record->spec();
        table.rows.push_back({Cell{record->date}, record->at ? Cell{*record->at} : Cell{},
                              person_cell(team, team::subject_of(*record)),
                              Cell{bilingual(kind.zh, kind.en), std::string{kind.name}},
                              Cell{evidence.content(words, *record)}, place_cell(team, record->origin)});
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
                              words.say(evidence.content(fields, *record)));
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
