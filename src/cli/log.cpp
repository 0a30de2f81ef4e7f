#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/session.hpp"
#include "store/append.hpp"
#include "team/people.hpp"
#include "yaml/document.hpp"

namespace teamctl::cli {
namespace {

using team::FieldSpec;
using team::FieldType;
using team::RecordSpec;

struct Given {
    std::string key;
    std::string value;
};

std::optional<std::vector<Given>> taken_apart(const Session& session) {
    std::vector<Given> given;
    const auto& words = session.invocation().arguments;
    for (std::size_t i = 1; i < words.size(); ++i) {
        const auto equals = words[i].find('=');
        if (equals == std::string::npos || equals == 0) {
            session.refuse(say("log.not_key_value", words[i]), say("check.write_like", "who=wangli"));
            return std::nullopt;
        }
        given.push_back({words[i].substr(0, equals), words[i].substr(equals + 1)});
    }
    return given;
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = text.find_first_of(separators);
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return parts;
}

/// The id of a person given by id or name; other text stays, so that the check can speak of it.
std::string person_id(const team::Team& team, const std::string& text) {
    const auto person = team::find_person(team, text);
    return yaml::quoted_scalar(person ? team[*person].id : text);
}

std::string flow_list(const std::vector<std::string>& items) {
    return "[" + joined(items, ", ") + "]";
}

/// A value of the command line as it stands in the file.
std::string written(const Session& session, const team::Team& team, const FieldSpec& field,
                    const std::string& value) {
    switch (field.type) {
        case FieldType::person:
            return person_id(team, value);
        case FieldType::people:
        case FieldType::people_or_word: {
            if (!field.choices.empty() && value == field.choices.front()) return value;
            auto items = split(value, ", ");
            for (auto& item : items) item = person_id(team, item);
            return flow_list(items);
        }
        case FieldType::texts: {
            auto items = split(value, ",");
            for (auto& item : items) item = yaml::quoted_scalar(item);
            return flow_list(items);
        }
        case FieldType::readings: {
            auto items = split(value, ",");
            for (auto& item : items) {
                const auto colon = item.find_first_of(":=");
                if (colon != std::string::npos)
                    item = yaml::quoted_scalar(trimmed(std::string_view{item}.substr(0, colon))) + ": " +
                           yaml::quoted_scalar(trimmed(std::string_view{item}.substr(colon + 1)));
            }
            return "{" + joined(items, ", ") + "}";
        }
        case FieldType::date:
            if (const auto period = parse_period(value, session.now().date);
                period && period->from == period->to)
                return to_string(period->from);
            return yaml::quoted_scalar(value);
        case FieldType::flag:
        case FieldType::integer:
        case FieldType::decimal:
        case FieldType::money:
            // Plain where it may be such a value; anything else is quoted, and the check speaks of it.
            return value.find_first_not_of("-.0123456789truefals") == std::string::npos
                       ? value
                       : yaml::quoted_scalar(value);
        case FieldType::time: {
            const std::string time = value == "now" ? to_string(session.now().time) : value;
            return parse_time(time) ? "\"" + time + "\"" : yaml::quoted_scalar(time);
        }
        default:
            return yaml::quoted_scalar(value);
    }
}

bool has(const std::vector<Given>& given, std::string_view key) {
    return std::any_of(given.begin(), given.end(), [&](const Given& g) { return g.key == key; });
}

/// The person whose record it is: who, owner or by, in this order, else TEAMCTL_WHO.
std::string person_of(const team::Team& team, const std::vector<Given>& given) {
    for (const auto* key : {"who", "owner", "by"}) {
        for (const auto& g : given) {
            if (g.key == key) {
                const auto person = team::find_person(team, g.value);
                return person ? team[*person].id : std::string{};
            }
        }
    }
    return {};
}

/// `c261123-zhangwei-1`: the first number that the day's file does not hold yet.
std::string free_id(const RecordSpec& spec, Date date, const std::string& person,
                    const std::string& existing) {
    const std::chrono::year_month_day ymd{date};
    std::string stem =
        fmt::format("{}{:02}{:02}{:02}-", team::id_letter(spec.entity), static_cast<int>(ymd.year()) % 100,
                    static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
    if (!person.empty()) stem += person + "-";
    for (int number = 1;; ++number) {
        const std::string id = stem + std::to_string(number);
        bool used = false;
        for (auto at = existing.find(id); at != std::string::npos && !used; at = existing.find(id, at + 1)) {
            const auto end = at + id.size();
            used = end >= existing.size() || existing[end] < '0' || existing[end] > '9';
        }
        if (!used) return id;
    }
}

/// The field that the current user fills: who says so, else whose record it is; none where others are meant.
std::string_view own_field(const RecordSpec& spec) {
    const auto is_person = [&](std::string_view name) {
        const int index = spec.field(name);
        return index >= 0 && spec.fields[static_cast<std::size_t>(index)].type == FieldType::person;
    };
    if (is_person("by")) return "by";
    if (is_person("owner")) return is_person("who") ? std::string_view{} : "owner";
    return is_person("who") ? "who" : std::string_view{};
}

/// Fills in what goes without saying: the current user and the time.
void add_defaults(const Session& session, const RecordSpec& spec, Date date, std::vector<Given>& given) {
    const char* me = std::getenv("TEAMCTL_WHO");
    const auto own = own_field(spec);
    if (me != nullptr && *me != '\0' && !own.empty() && !has(given, own))
        given.push_back({std::string{own}, me});
    if (!has(given, "at") && date == session.now().date && session.now().time != end_of_day)
        given.push_back({"at", to_string(session.now().time)});
}

std::string line_of(const Session& session, const team::Team& team, const RecordSpec& spec,
                    const std::vector<Given>& given, const std::string& made_id) {
    std::string fields = made_id.empty() ? "" : "id: " + yaml::quoted_scalar(made_id);
    const auto add = [&](const std::string& key, const std::string& value) {
        fields += (fields.empty() ? "" : ", ") + key + ": " + value;
    };
    for (const auto& field : spec.fields) {
        for (const auto& g : given) {
            if (g.key == field.name) add(g.key, written(session, team, field, g.value));
        }
    }
    return fmt::format("- {}: {{{}}}", spec.name, fields);
}

/// Keys that the kind does not have, and keys given twice, before anything is made of them.
bool check_keys(const Session& session, const RecordSpec& spec, const std::vector<Given>& given) {
    for (std::size_t i = 0; i < given.size(); ++i) {
        std::vector<std::string> known;
        for (const auto& field : spec.fields) known.emplace_back(field.name);
        if (spec.field(given[i].key) < 0) {
            const auto near = nearest(given[i].key, known);
            session.refuse(
                say("check.unknown_key", given[i].key),
                near ? say("check.did_you_mean", *near) : say("check.known_keys", joined(known, ", ")));
            return false;
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (given[j].key != given[i].key) continue;
            session.refuse(say("log.key_twice", given[i].key));
            return false;
        }
    }
    return true;
}

Exit list_kinds(const Session& session) {
    const bool zh = session.words().code() == "zh";
    std::string out = session.say(say("log.kinds")) + "\n";
    for (const auto& spec : team::record_specs()) {
        std::vector<std::string> keys;
        for (const auto& field : spec.fields) {
            if (field.type != FieldType::entity_id)
                keys.push_back(std::string{field.name} + (field.required ? "*" : ""));
        }
        const std::string name{spec.name};
        std::string lead = "  " + padded(name, 20) + padded(zh ? spec.zh : spec.en, zh ? 10 : 22) + "  ";
        for (const auto& part : wrapped(joined(keys, " "), 79 - display_width(lead))) {
            out += lead + part + "\n";
            lead = std::string(display_width(lead), ' ');
        }
    }
    session.write(out + session.say(say("log.required_mark")) + "\n");
    return Exit::done;
}

Exit run_log(Session& session) {
    if (session.argument(0).empty()) return list_kinds(session);
    if (const auto exit = session.enter()) return *exit;
    const int kind = team::record_kind(session.argument(0));
    if (kind < 0) {
        std::vector<std::string> kinds;
        for (const auto& spec : team::record_specs()) kinds.emplace_back(spec.name);
        const auto near = nearest(session.argument(0), kinds);
        return session.refuse(say("check.unknown_record", session.argument(0)),
                              near ? say("check.did_you_mean", *near) : say("log.see_kinds"));
    }
    const auto& spec = team::record_specs()[static_cast<std::size_t>(kind)];
    auto given = taken_apart(session);
    if (!given || !check_keys(session, spec, *given)) return Exit::usage;
    const auto day = session.period(session.option("date").value_or(""), day_period(session.now().date));
    if (!day || day->from != day->to) return day ? session.refuse(say("log.one_day")) : Exit::usage;
    const auto loaded = session.load({});
    if (!loaded) return Exit::files;
    add_defaults(session, spec, day->from, *given);
    const bool makes_id = spec.effect == team::Effect::opens && !has(*given, "id");
    const auto make_line = [&](const std::string& existing) {
        const auto id =
            makes_id ? free_id(spec, day->from, person_of(loaded->team, *given), existing) : std::string{};
        return line_of(session, loaded->team, spec, *given, id);
    };
    Diagnostics diagnostics;
    // Said before it is done for good: where it cannot be said, nothing is written, and the exit code is
    // right.
    const auto announce = [&](const store::Appended& appended) {
        session.write(
            fmt::format("{}:{}: {}\n", appended.path, appended.mark.line, made_harmless(appended.line)));
    };
    const bool written =
        store::append_record(session.root(), day->from, make_line, loaded->names, diagnostics, announce)
            .has_value();
    session.show(diagnostics);
    if (!written) session.note(say("log.nothing_written"));
    return written ? Exit::done : Exit::files;
}

}  // namespace

CommandSpec log_command() {
    return {"log",
            "记一条记录（不写种类时列出所有种类）",
            "append one record (without a kind: list the kinds)",
            {{"KIND", false, false, "记录的种类", "kind of record"},
             {"KEY=VALUE", false, true, "内容，如 who=wangli", "its fields, such as who=wangli"}},
            {{"date", "DATE", "记到哪一天，默认今天", "the day it happened; default: today"}},
            {},
            run_log};
}

}  // namespace teamctl::cli
