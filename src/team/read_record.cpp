// log/<month>/<date>.yaml: a list of records, each a mapping with one key, its kind.
#include <algorithm>
#include <optional>

#include "team/files.hpp"
#include "team/schema.hpp"

namespace teamctl::team {
namespace {

template <class T>
bool read_as(Reader& reader, yaml::Node node, FieldValue& out) {
    T value{};
    if (!Codec<T>::read(reader, node, value)) return false;
    out = std::move(value);
    return true;
}

bool read_integer(Reader& reader, yaml::Node node, FieldValue& out) {
    constexpr std::int64_t most = 999'999'999;
    std::int64_t value = 0;
    if (!read_whole(reader, node, -most, most, value)) return false;
    out = value;
    return true;
}

bool read_text(Reader& reader, yaml::Node node, FieldValue& out) {
    if (!node.is_scalar()) return reader.wrong(node, "check.a_text", "…");
    out = Text{node.text()};
    return true;
}

bool read_priority(Reader& reader, yaml::Node node, FieldValue& out) {
    if (!read_text(reader, node, out)) return false;
    out = Text{priority_word(node.text())};
    return true;
}

bool read_score(Reader& reader, yaml::Node node, FieldValue& out) {
    if (!read_text(reader, node, out)) return false;
    static const std::vector<std::string> known{known_scores.begin(), known_scores.end()};
    if (const auto word = word_in(node.text(), known); !word.empty()) out = Text{word};
    return true;
}

template <class T>
bool read_list(Reader& reader, yaml::Node node, FieldValue& out) {
    std::vector<T> items;
    if (!Codec<std::vector<T>>::read(reader, node, items)) return false;
    out = SharedList<T>{std::move(items)};
    return true;
}

/// A list in which each stands once; who or what is named again is named in vain.
template <class T>
bool read_set(Reader& reader, yaml::Node node, FieldValue& out) {
    std::vector<T> items;
    if (!Codec<std::vector<T>>::read(reader, node, items)) return false;
    std::vector<T> once;
    for (const auto item : items) {
        if (std::find(once.begin(), once.end(), item) == once.end()) once.push_back(item);
    }
    if (once.size() < items.size())
        reader.warning(node, "named-twice", say("check.named_twice"), say("check.keep_one"));
    out = SharedList<T>{std::move(once)};
    return true;
}

bool read_choice(Reader& reader, yaml::Node node, const FieldSpec& field, FieldValue& out) {
    const auto& choices = field.choices;
    if (!node.is_scalar()) return reader.wrong(node, "check.a_word", choices.front());
    const std::vector<std::string> known{choices.begin(), choices.end()};
    const auto word = word_in(node.text(), known);
    if (word.empty()) return reader.bad_choice(node, known);
    out = Text{word};
    return true;
}

bool read_people_or_word(Reader& reader, yaml::Node node, const FieldSpec& field, FieldValue& out) {
    const std::vector<std::string> known{std::string{field.choices.front()}};
    const auto word = node.is_scalar() ? word_in(node.text(), known) : std::string_view{};
    if (word.empty() || reader.names().find(RefKind::person, node.text()) >= 0)
        return read_set<PersonId>(reader, node, out);
    out = Text{word};
    return true;
}

bool read_readings(Reader& reader, yaml::Node node, FieldValue& out) {
    if (!reader.expect_mapping(node)) return false;
    std::vector<Reading> readings;
    for (auto key = node.first(); key; key = key.next()) {
        Decimal value;
        if (!Codec<Decimal>::read(reader, key.value(), value)) return false;
        readings.push_back({std::string{key.text()}, value});
    }
    out = SharedList<Reading>{std::move(readings)};
    return true;
}

bool read_assets_or_word(Reader& reader, yaml::Node node, const FieldSpec& field, FieldValue& out) {
    const std::vector<std::string> known{std::string{field.choices.front()}};
    const auto word = node.is_scalar() ? word_in(node.text(), known) : std::string_view{};
    if (word.empty() || reader.names().find(RefKind::asset, node.text()) >= 0)
        return read_set<AssetId>(reader, node, out);
    out = Text{word};
    return true;
}

/// The items that failed, or a mapping of them and of readings.
bool read_finding(Reader& reader, yaml::Node node, Finding& out) {
    FieldValue value;
    if (!node.is_mapping()) {
        if (!read_list<std::string>(reader, node, value)) return false;
        out.failed = *value_as<std::vector<std::string>>(value);
        return true;
    }
    bool good = true;
    for (auto key = node.first(); key; key = key.next()) {
        if (key.text() == "failed") {
            good &= read_list<std::string>(reader, key.value(), value);
            if (const auto* items = value_as<std::vector<std::string>>(value)) out.failed = *items;
        } else if (key.text() == "readings") {
            good &= read_readings(reader, key.value(), value);
            if (const auto* readings = value_as<std::vector<Reading>>(value)) out.readings = *readings;
        } else {
            reader.unknown_key(key, {"failed", "readings"});
            good = false;
        }
    }
    return good;
}

bool read_findings(Reader& reader, yaml::Node node, FieldValue& out) {
    if (!reader.expect_mapping(node)) return false;
    std::vector<Finding> findings;
    bool good = true;
    for (auto key = node.first(); key; key = key.next()) {
        auto& finding = findings.emplace_back();
        good &= Codec<AssetId>::read(reader, key, finding.asset);
        good &= read_finding(reader, key.value(), finding);
    }
    out = SharedList<Finding>{std::move(findings)};
    return good;
}

bool read_meeting_ref(Reader& reader, yaml::Node node, FieldValue& out) {
    return read_as<SeriesId>(reader, node, out);
}

bool read_value(Reader& reader, yaml::Node node, const FieldSpec& field, FieldValue& out) {
    switch (field.type) {
        case FieldType::text:
            if (field.named == Named::priority) return read_priority(reader, node, out);
            return field.named == Named::score ? read_score(reader, node, out) : read_text(reader, node, out);
        case FieldType::entity_id:
        case FieldType::entity:
            return read_text(reader, node, out);
        case FieldType::integer:
            return read_integer(reader, node, out);
        case FieldType::decimal:
            return read_as<Decimal>(reader, node, out);
        case FieldType::money:
            return read_as<Money>(reader, node, out);
        case FieldType::date:
            return read_as<Date>(reader, node, out);
        case FieldType::time:
            return read_as<TimeOfDay>(reader, node, out);
        case FieldType::flag:
            return read_as<bool>(reader, node, out);
        case FieldType::choice:
            return read_choice(reader, node, field, out);
        case FieldType::person:
            return read_as<PersonId>(reader, node, out);
        case FieldType::people:
            return read_set<PersonId>(reader, node, out);
        case FieldType::people_or_word:
            return read_people_or_word(reader, node, field, out);
        case FieldType::meeting:
            return read_meeting_ref(reader, node, out);
        case FieldType::queue:
            return read_as<QueueId>(reader, node, out);
        case FieldType::checklist:
            return read_as<ChecklistId>(reader, node, out);
        case FieldType::asset:
            return read_as<AssetId>(reader, node, out);
        case FieldType::assets_or_word:
            return read_assets_or_word(reader, node, field, out);
        case FieldType::award:
            return read_as<AwardId>(reader, node, out);
        case FieldType::texts:
            return read_list<std::string>(reader, node, out);
        case FieldType::readings:
            return read_readings(reader, node, out);
        case FieldType::findings:
            return read_findings(reader, node, out);
    }
    return false;
}

/// A person stands under at most one of absent, excused, and those who came.
void check_attendance(Reader& reader, yaml::Node fields, const Record& record) {
    const auto list = [&](std::string_view name) {
        const auto* people = record.get<std::vector<PersonId>>(name);
        return people != nullptr ? *people : std::vector<PersonId>{};
    };
    const auto clash = [&](std::string_view a, std::string_view b) {
        for (const auto person : list(a)) {
            for (const auto other : list(b)) {
                if (person == other)
                    reader.error(fields.get(b), "attendance-clash", say("check.attendance_clash", a, b),
                                 say("check.take_out"));
            }
        }
    };
    for (const auto* came : {"late", "left_early", "present"}) {
        clash("absent", came);
        clash("excused", came);
    }
    clash("absent", "excused");
}

/// What was found at an asset is of a round over many.
void check_round(Reader& reader, yaml::Node fields, const Record& record) {
    const bool many = static_cast<bool>(fields.get("assets"));
    if (many && fields.get("asset"))
        reader.error(fields.get("asset"), "bad-checklist", say("check.asset_or_assets"),
                     say("check.keep_one"));
    if (record.get<std::vector<Finding>>("found") != nullptr && !many)
        reader.error(fields.get("found"), "missing-key", say("check.missing_key", "assets"),
                     say("check.add_key", "assets"));
}

/// A reading is the value of a meter or the level of a tank; a refill needs neither (D4.3).
void check_reading(Reader& reader, yaml::Node fields, const Record& record) {
    const auto* level = record.get<Decimal>("level");
    const auto* refill = record.get<Decimal>("refill");
    const auto* value = record.get<Decimal>("value");
    if (value != nullptr && level != nullptr)
        reader.error(fields.get("level"), "bad-reading", say("check.value_or_level"), say("check.keep_one"));
    if (value == nullptr && level == nullptr && refill == nullptr)
        reader.error(fields, "missing-key", say("check.missing_key", "value"), say("check.add_key", "value"));
}

/// The sign of a number; nothing where the field is none, or not given.
std::optional<int> sign_of(const Record& record, std::string_view field) {
    const auto sign = [](std::int64_t number) { return number < 0 ? -1 : number > 0 ? 1 : 0; };
    if (const auto* money = record.get<Money>(field)) return sign(money->fen);
    if (const auto* decimal = record.get<Decimal>(field)) return sign(decimal->units);
    if (const auto* number = record.get<std::int64_t>(field)) return sign(*number);
    return std::nullopt;
}

/// Numbers that can be none of what they are: minutes below 0, an amount of 0.
void check_numbers(Reader& reader, yaml::Node fields, const Record& record) {
    for (const auto& field : record.spec().fields) {
        if (field.amount == Amount::any) continue;
        const auto sign = sign_of(record, field.name);
        if (!sign) continue;
        const Phrase title = bilingual(title_of(field.zh), title_of(field.en));
        const auto refuse = [&](const char* why, std::string_view like) {
            reader.error(fields.get(field.name), "out-of-range", say(why, title),
                         say("check.write_like", std::string{field.name} + ": " + std::string{like}));
        };
        const bool money = field.type == FieldType::money;
        if (field.amount == Amount::not_zero && *sign == 0) refuse("check.zero_amount", "-450.00");
        if (field.amount == Amount::positive && *sign <= 0)
            refuse("check.above_zero", money ? "18250.00" : "2");
        if (field.amount == Amount::not_negative && *sign < 0)
            refuse("check.below_zero", money ? "0.00" : "0");
    }
}

/// A mark is not above full marks.
void check_mark(Reader& reader, yaml::Node fields, const Record& record, std::string_view field) {
    const auto* value = record.get<Decimal>(field);
    const auto* full = record.get<Decimal>("of");
    const Decimal most = full != nullptr ? *full : Decimal{1'000'000};
    if (value != nullptr && most.units > 0 && most < *value)
        reader.error(fields.get(field), "out-of-range", say("check.score_range"), say("check.full_marks"));
}

void check_record(Reader& reader, yaml::Node fields, const Record& record) {
    if (record.is("attendance")) check_attendance(reader, fields, record);
    if (record.is("check")) check_round(reader, fields, record);
    if (record.is("meter")) check_reading(reader, fields, record);
    check_numbers(reader, fields, record);
    if (record.is("deal") && record.money("amount") < record.money("paid"))
        reader.error(fields.get("paid"), "out-of-range", say("check.paid_too_much"),
                     say("check.compare_amounts"));
    if (record.is("score")) check_mark(reader, fields, record, "value");
    if (record.is("call_back")) check_mark(reader, fields, record, "score");
    if (record.is("handover") && record.person("from") && record.person("from") == record.person("to"))
        reader.error(fields.get("to"), "same-person", say("check.to_oneself"), say("check.name_another"));
    if (record.is("visit")) {
        const auto* out = record.get<TimeOfDay>("out");
        const auto* back = record.get<TimeOfDay>("back");
        if (out != nullptr && back != nullptr && *back < *out)
            reader.error(fields.get("back"), "reversed", say("check.back_before_out"),
                         say("check.compare_times"));
    }
    // D11.3: two signatures are of two people; who does is not who checks.
    if (record.spec().field("second_by") >= 0 && record.person("second_by") &&
        record.person("second_by") == record.person("by"))
        reader.error(fields.get("second_by"), "own-review", say("check.own_second"),
                     say("check.name_another"));
    if (record.is("review") && record.person("by") && record.person("by") == record.person("who"))
        reader.error(fields.get("by"), "own-review", say("check.own_review"), say("check.name_another"));
}

/// The field of that key; most records have theirs in the order of the table.
std::optional<std::size_t> field_of(const RecordSpec& spec, std::string_view key, std::size_t after) {
    for (auto i = after; i < spec.fields.size(); ++i) {
        if (spec.fields[i].name == key) return i;
    }
    const int index = spec.field(key);
    return index >= 0 ? std::optional{static_cast<std::size_t>(index)} : std::nullopt;
}

bool read_fields(Reader& reader, yaml::Node fields, Record& out) {
    const auto& spec = out.spec();
    out.values.reserve(fields.size());
    bool good = true;
    std::size_t next = 0;
    for (auto key = fields.first(); key; key = key.next()) {
        if (const auto at = field_of(spec, key.text(), next)) {
            FieldValue value;
            good &= read_value(reader, key.value(), spec.fields[*at], value);
            out.values.set(*at, std::move(value));
            next = *at + 1;
            continue;
        }
        std::vector<std::string> known;
        for (const auto& row : spec.fields) known.emplace_back(row.name);
        reader.unknown_key(key, known);
        good = false;
    }
    return good;
}

}  // namespace

bool read_record(Reader& reader, yaml::Node node, Date date, Record& out) {
    out.kind = -1;
    if (!node.is_mapping() || node.size() != 1)
        return reader.error(node, "bad-record", say("check.one_key_record"),
                            say("check.write_like", "- praise: {who: wangli, for: …}"));
    const auto key = node.first();
    const auto fields = key.value();
    out.kind = record_kind(key.text());
    out.date = date;
    out.origin = reader.origin(node);
    if (out.kind < 0) {
        std::vector<std::string> kinds;
        for (const auto& spec : record_specs()) kinds.emplace_back(spec.name);
        const auto near = nearest(key.text(), kinds);
        return reader.error(
            key, "unknown-record", say("check.unknown_record", made_harmless(key.text())),
            near ? say("check.did_you_mean", *near) : say("check.known_names", joined(kinds, ", ")));
    }
    if (!reader.expect_mapping(fields)) return false;
    const auto& spec = out.spec();
    bool good = read_fields(reader, fields, out);
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
        const auto& field = spec.fields[i];
        if (!field.required) continue;
        const auto given = fields.get(field.name);
        if (!given && !out.values.has(i))
            good = reader.error(fields, "missing-key", say("check.missing_key", field.name),
                                say("check.add_key", field.name));
        else if (given && field.type == FieldType::text)
            good &= reader.expect_words(given);
    }
    if (const auto* at = out.get<TimeOfDay>("at")) out.at = *at;
    if (good) check_record(reader, fields, out);
    return good;
}

void read_log(Reader& reader, yaml::Node root, Date date, Day& out) {
    if (root.is_null() || !reader.expect_sequence(root, "- note: {text: …}")) return;
    out.records.reserve(root.size());
    for (auto item = root.first(); item; item = item.next()) {
        Record record;
        if (read_record(reader, item, date, record))
            out.records.push_back(std::move(record));
        else if (record.kind >= 0)
            out.broken.push_back(std::move(record));
    }
}

}  // namespace teamctl::team
