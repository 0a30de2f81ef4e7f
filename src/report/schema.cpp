#include "report/schema.hpp"

#include "report/naming.hpp"
#include "team/fixed_words.hpp"
#include "team/schema.hpp"

namespace teamctl::report {
namespace {

using team::TypeSpec;
using Form = TypeSpec::Form;

class Writer {
  public:
    explicit Writer(bool zh) : zh_{zh} {}

    std::string_view in(std::string_view zh, std::string_view en) const { return zh_ ? zh : en; }

    /// A mapping of these keys and no others.
    Json keys(const std::vector<team::KeySpec>& specs) const {
        Json properties = Json::object();
        Json required = Json::array();
        for (const auto& spec : specs) {
            properties.set(std::string{spec.name}, described(type(spec.type), in(spec.zh, spec.en)));
            if (spec.required) required.push(spec.name);
        }
        return closed(std::move(properties), std::move(required));
    }

    /// One key, the kind, over the fields of that kind.
    Json records() const {
        Json kinds = Json::object();
        for (const auto& spec : team::record_specs()) {
            Json properties = Json::object();
            Json required = Json::array();
            for (const auto& spec_field : spec.fields) {
                properties.set(std::string{spec_field.name},
                               described(field(spec_field), in(spec_field.zh, spec_field.en)));
                if (spec_field.required) required.push(spec_field.name);
            }
            kinds.set(std::string{spec.name},
                      described(closed(std::move(properties), std::move(required)), in(spec.zh, spec.en)));
        }
        Json item = closed(std::move(kinds), Json::array());
        item.set("minProperties", 1);
        item.set("maxProperties", 1);
        return item;
    }

    /// A line of a published rota: beside the fixed keys the roles of its series.
    Json plan_line() const {
        Json properties = Json::object();
        properties.set("date", date());
        for (const auto* name : {"series", "topic", "format", "note"}) properties.set(name, text());
        properties.set("pin", one_or_list(text()));
        Json line = of_type("object");
        line.set("properties", std::move(properties));
        line.set("required", Json{Json::Array{"date", "series"}});
        Json holder = Json::object();
        holder.set("type", Json{Json::Array{"string", "number", "boolean", "null"}});
        line.set("additionalProperties", one_or_list(holder));
        return line;
    }

  private:
    static Json of_type(std::string_view name) {
        Json out = Json::object();
        out.set("type", name);
        return out;
    }

    static Json any_of(Json::Array choices) {
        Json out = Json::object();
        out.set("anyOf", Json{std::move(choices)});
        return out;
    }

    static Json described(Json schema, std::string_view meaning) {
        schema.set("description", meaning);
        return schema;
    }

    static Json closed(Json properties, Json required) {
        Json out = of_type("object");
        out.set("properties", std::move(properties));
        if (!std::get<Json::Array>(required.value()).empty()) out.set("required", std::move(required));
        out.set("additionalProperties", false);
        return out;
    }

    static Json list_of(Json item) {
        Json out = of_type("array");
        out.set("items", std::move(item));
        return out;
    }

    static Json one_or_list(const Json& item) { return any_of({item, list_of(item)}); }

    /// Any plain value may be a text: a telephone number without quotes, a name that is a number.
    static Json text() {
        Json out = Json::object();
        out.set("type", Json{Json::Array{"string", "number", "boolean"}});
        return out;
    }

    static Json matching(std::string_view pattern) {
        Json out = of_type("string");
        out.set("pattern", pattern);
        return out;
    }

    /// A number, quoted or not.
    static Json number_like(std::string_view pattern) {
        return any_of({of_type("number"), matching(pattern)});
    }

    Json flag() const {
        const std::vector<std::string> words{"是", "否"};
        return zh_ ? any_of({of_type("boolean"), one_of(words)}) : of_type("boolean");
    }
    static Json date() { return matching("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"); }
    static Json time() { return matching("^([01][0-9]|2[0-3]):[0-5][0-9]$"); }
    static Json money() { return number_like("^-?[0-9]+(\\.[0-9]{1,2})?$"); }
    static Json decimal() { return number_like("^-?[0-9]+(\\.[0-9]{1,4})?$"); }

    /// Chinese teams may write each word in Chinese, too; what editors offer first is what they see in hints.
    template <class Words>
    Json one_of(const Words& words) const {
        Json::Array choices;
        if (zh_) {
            for (const auto& word : words) {
                for (const auto zh : team::chinese_of(word)) choices.emplace_back(zh);
            }
        }
        for (const auto& word : words) choices.emplace_back(std::string_view{word});
        Json out = Json::object();
        out.set("enum", Json{std::move(choices)});
        return out;
    }

    /// A text that names one of such things: what editors and tests may look up.
    static Json naming(std::string_view what) {
        Json out = text();
        out.set("x-names", what);
        return out;
    }

    Json mapping(const TypeSpec& spec) const {
        if (spec.keys == nullptr) {
            Json out = of_type("object");
            if (spec.item) out.set("additionalProperties", type(*spec.item));
            return out;
        }
        Json whole = keys(spec.keys());
        return spec.item ? any_of({std::move(whole), type(*spec.item)}) : whole;
    }

    Json selector(const TypeSpec& spec) const {
        Json conditions = keys(spec.keys());
        conditions.set("minProperties", 1);
        return any_of({text(), list_of(text()), std::move(conditions)});
    }

    Json list(const TypeSpec& spec) const {
        const Json item = spec.item ? type(*spec.item) : Json::object();
        return spec.single ? one_or_list(item) : list_of(item);
    }

    Json type(const TypeSpec& spec) const {
        switch (spec.form) {
            case Form::text:
                return text();
            case Form::reference:
                return naming(team::noun_of(spec.ref));
            case Form::record:
                return naming("record");
            case Form::integer:
                return of_type("integer");
            case Form::decimal:
                return decimal();
            case Form::money:
                return money();
            case Form::ratio:
                return number_like("^[0-9]+(\\.[0-9]{1,4})? *%?$");
            case Form::date:
                return date();
            case Form::time:
                return time();
            case Form::birthday:
                return matching("^([0-9]{4}-)?(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$");
            case Form::period:  // a year alone is a number
                return any_of({of_type("integer"), matching("^[0-9]{4}")});
            case Form::span:
                return matching("^[0-9]+ (minutes?|hours?|days?)$|^[0-9两]+ ?(分钟|个?小时|天)$");
            case Form::lapse:
                return matching("^[0-9]{1,3} (days?|weeks?|months?)$|^[0-9两]{1,3} ?(天|周|个月)$");
            case Form::block:
                return any_of({matching("^(occurrence|week|[1-9][0-9]? weeks?)$"), keys(spec.keys())});
            case Form::flag:
                return flag();
            case Form::choice:
                return one_of(spec.choices);
            case Form::list:
                return list(spec);
            case Form::mapping:
                return mapping(spec);
            case Form::selector:
                return selector(spec);
            case Form::when:
                return keys(spec.keys());
        }
        return Json::object();
    }

    static std::string_view name_of(team::Named what) {
        switch (what) {
            case team::Named::nothing:
                break;
            case team::Named::training:
                return "training";
            case team::Named::priority:
                return "priority";
            case team::Named::source:
                return "source";
            case team::Named::item:
                return "item";
            case team::Named::period:
                return "period";
            case team::Named::thing:
                return "thing";
            case team::Named::document:
                return "document";
            case team::Named::score:
                return "score";
        }
        return {};
    }
    static Json described_as(Json schema, const team::FieldSpec& spec) {
        if (spec.named != team::Named::nothing) schema.set("x-names", name_of(spec.named));
        return schema;
    }
    static Json named(const team::FieldSpec& spec) { return described_as(text(), spec); }

    Json field(const team::FieldSpec& spec) const {
        using team::FieldType;
        switch (spec.type) {
            case FieldType::integer:
                return of_type("integer");
            case FieldType::decimal:
                return decimal();
            case FieldType::money:
                return money();
            case FieldType::date:
                return date();
            case FieldType::time:
                return time();
            case FieldType::flag:
                return flag();
            case FieldType::choice:
                return one_of(spec.choices);
            case FieldType::people:
            case FieldType::people_or_word:
                return one_or_list(naming("person"));
            case FieldType::texts:
                return one_or_list(named(spec));
            case FieldType::readings: {
                Json out = of_type("object");
                out.set("additionalProperties", decimal());
                return described_as(std::move(out), spec);
            }
            case FieldType::assets_or_word:
                return one_or_list(naming("asset"));
            case FieldType::findings: {
                Json readings = of_type("object");
                readings.set("additionalProperties", decimal());
                Json whole = of_type("object");
                whole.set("properties", Json::object()
                                            .set("failed", one_or_list(named(spec)))
                                            .set("readings", described_as(std::move(readings), spec)));
                Json out = of_type("object");
                out.set("additionalProperties",
                        Json::object().set(
                            "anyOf", Json::array().push(one_or_list(named(spec))).push(std::move(whole))));
                return out;
            }
            case FieldType::person:
                return naming("person");
            case FieldType::meeting:
                return naming("series");
            case FieldType::queue:
                return naming("queue");
            case FieldType::checklist:
                return naming("checklist");
            case FieldType::asset:
                return naming("asset");
            case FieldType::award:
                return naming("award");
            case FieldType::entity:
                return naming("entity");
            default:
                return named(spec);
        }
    }

    bool zh_;
};

Json content(const Writer& writer, const team::FileSpec& file) {
    switch (file.kind) {
        case team::FileKind::log:
            return writer.records();
        case team::FileKind::plan:
            return writer.plan_line();
        case team::FileKind::closing: {  // written and read by `close` alone
            Json out = Json::object();
            out.set("type", "object");
            return out;
        }
        default:
            return writer.keys(file.keys());
    }
}

/// Where such files lie: `meetings/*.yaml`.
std::string where(const team::FileSpec& file) {
    if (file.kind == team::FileKind::log) return "log/*/*.yaml";
    if (file.folder.empty()) return std::string{file.file};
    const std::string in_folder = std::string{file.folder} + "/*.yaml";
    return file.file.empty() ? in_folder : std::string{file.file} + ", " + in_folder;
}

}  // namespace

Json file_schema(const team::FileSpec& file, const Translator& words) {
    const Writer writer{words.code() == "zh"};
    Json out = Json::object();
    out.set("$schema", "https://json-schema.org/draft/2020-12/schema");
    out.set("title", "teamctl: " + where(file));
    out.set("description", writer.in(file.zh, file.en));
    Json body = content(writer, file);
    if (!file.list) {
        for (const auto& [key, value] : std::get<Json::Object>(body.value())) out.set(key, value);
        return out;
    }
    out.set("type", Json{Json::Array{"array", "null"}});  // a file may hold nothing yet
    out.set("items", std::move(body));
    return out;
}

Report schema_report() {
    Report report;
    report.name = "schema";
    report.title = say("schema.title");
    report.add(Heading{1, report.title});
    Table table{.id = "kinds",
                .caption = {},
                .columns = {{"kind", say("schema.kind"), ColumnType::text},
                            {"files", say("schema.files"), ColumnType::text},
                            {"meaning", say("schema.meaning"), ColumnType::text}},
                .rows = {},
                .footer = {}};
    for (const auto& file : team::file_specs()) {
        table.rows.push_back({Cell{std::string{file.name}}, Cell{where(file)},
                              Cell{bilingual(file.zh, file.en), std::string{file.en}}});
    }
    report.add(std::move(table));
    report.add(Paragraph{say("schema.how"), Tone::muted});
    return report;
}

}  // namespace teamctl::report
