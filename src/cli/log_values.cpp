// Values as people type them, turned into what stands in the file.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"
#include "cli/log_call.hpp"
#include "lang/lang.hpp"
#include "report/records/fields.hpp"
#include "rules/onboarding.hpp"
#include "team/people.hpp"
#include "yaml/document.hpp"

namespace teamctl::cli {
namespace {

using team::FieldSpec;
using team::FieldType;
using Things = std::vector<std::pair<std::string, std::string>>;

/// Parts between ASCII or Chinese commas; `spaces`: also between blanks.
std::vector<std::string> split(std::string_view text, bool spaces) {
    std::vector<std::string> parts{""};
    for (std::size_t pos = 0; pos < text.size();) {
        const auto c = code_point_at(text, pos);
        const bool ends =
            c.value == U',' || c.value == U'，' || c.value == U'、' || (spaces && c.value == U' ');
        if (ends)
            parts.emplace_back();
        else
            parts.back() += text.substr(pos, c.bytes);
        pos += c.bytes;
    }
    for (auto& part : parts) part = std::string{trimmed(part)};
    std::erase(parts, "");
    return parts;
}

/// The id of what is meant by an id or a name that only one bears; other text stays, so that the check can
/// speak of it.
std::string id_in(const Things& things, const std::string& text) {
    std::string named;
    int bearers = 0;
    for (const auto& [id, name] : things) {
        if (id == text) return id;
        if (name != text) continue;
        named = id;
        ++bearers;
    }
    return bearers == 1 ? named : text;
}

std::string flow_list(const std::vector<std::string>& items) {
    return "[" + joined(items, ", ") + "]";
}

/// The weekday of the text: fri, 周五.
std::optional<Weekday> weekday_named(std::string_view text) {
    for (int i = 0; i < 7; ++i) {
        const Weekday day{static_cast<unsigned>(i)};
        if (to_string(day) == text) return day;
        for (const auto language : {lang::Language::zh, lang::Language::en}) {
            if (lang::translator(language).weekday(day) == text) return day;
        }
    }
    return std::nullopt;
}

/// A day to come: a date, a period of one day, or a weekday, the next such one.
std::optional<Date> day_of(const LogCall& call, const std::string& text) {
    const Date today = call.session.now().date;
    if (const auto period = parse_period(text, today))
        return period->from == period->to ? std::optional{period->from} : std::nullopt;
    return weekday_meant(text, today, 1);
}

std::string readings_of(const std::string& value) {
    auto items = split(value, false);
    for (auto& item : items) {
        const auto colon = item.find_first_of(":=");
        if (colon == std::string::npos) continue;
        item = yaml::quoted_scalar(trimmed(std::string_view{item}.substr(0, colon))) + ": " +
               yaml::quoted_scalar(trimmed(std::string_view{item}.substr(colon + 1)));
    }
    return "{" + joined(items, ", ") + "}";
}

std::optional<std::string> entity_of(const LogCall& call, const FieldSpec& field, const std::string& value) {
    const auto found = meant(entity_choices(call, field.entity), value);
    if (found.empty()) return yaml::quoted_scalar(value);
    if (found.size() == 1) return yaml::quoted_scalar(found.front().id);
    constexpr std::size_t most = 8;
    std::vector<std::string> shown;
    for (const auto& choice : found) {
        if (shown.size() == most) break;
        shown.push_back(joined({choice.id, choice.name, choice.about}, " "));
    }
    call.session.refuse(say("log.ambiguous", value, found.size()),
                        say("log.candidates", joined(shown, "; ")));
    return std::nullopt;
}

/// Plain where it may be such a value; anything else is quoted, and the check speaks of it.
std::string number_of(const std::string& value) {
    return value.find_first_not_of("-.0123456789") == std::string::npos ? value : yaml::quoted_scalar(value);
}

std::string flag_of(const std::string& value) {
    for (const auto* yes : {"true", "yes", "y", "是"}) {
        if (value == yes) return "true";
    }
    for (const auto* no : {"false", "no", "n", "否"}) {
        if (value == no) return "false";
    }
    return yaml::quoted_scalar(value);
}

/// Somebody by the name, among those who were there that day or else among all: that is said, and may be
/// meant.
std::string person_id(const LogCall& call, const Things& there, const std::string& text, bool parts = true) {
    auto id = id_in(there, text);
    if (id != text) return id;
    const auto person = team::person_meant(call.team(), text, parts);
    return person ? call.team()[*person].id : text;
}

std::string people_of(const LogCall& call, const FieldSpec& field, const std::string& value) {
    const auto things = named_things(call, field);
    if (!field.choices.empty() && id_in(things, value) == field.choices.front())
        return std::string{field.choices.front()};
    // A name may hold a space: `Zhang Wei,Li Qiang`.
    auto items = split(value, false);
    for (auto& item : items) {
        if (person_id(call, things, item) != item || item.find(' ') == std::string::npos) {
            item = yaml::quoted_scalar(person_id(call, things, item));
            continue;
        }
        // Of a mistyped `Zhang Wie` the Zhang alone is not who is meant.
        auto words = split(item, true);
        for (auto& word : words) word = yaml::quoted_scalar(person_id(call, things, word, false));
        item = joined(words, ", ");
    }
    return flow_list(items);
}

std::string time_of(const LogCall& call, const std::string& value) {
    std::string time = value == "now" || value == "现在" ? to_string(call.session.now().time) : value;
    if (time.size() == 4 && time[1] == ':') time.insert(0, 1, '0');  // 9:05
    return parse_time(time) ? "\"" + time + "\"" : yaml::quoted_scalar(time);
}

template <class List>
void add_named(Things& things, const List& list) {
    for (const auto& item : list) things.emplace_back(item.id, item.name);
}

/// Who may be meant by `newcomer`: of the list that is named, or of any.
Things newcomers(const LogCall& call) {
    const calendar::WorkingDays days{call.team()};
    const rules::Context context{call.team(), days, {call.date, end_of_day}};
    const auto* wanted = checklist_of(call);
    Things things;
    // Some of it is done before they come.
    const Period period{call.date, add_months(call.date, 6), Period::Unit::range};
    for (const auto& onboarding : rules::onboardings(context, period)) {
        if (wanted != nullptr && wanted != &call.team()[onboarding.list]) continue;
        const auto& person = call.team()[onboarding.newcomer];
        if (std::pair known{person.id, person.name};
            std::find(things.begin(), things.end(), known) == things.end())
            things.push_back(std::move(known));
    }
    return things;
}

/// The field that the current user fills: who says so, else whose record it is; none where others are meant.
std::string_view own_field(const team::RecordSpec& spec) {
    const auto is_person = [&](std::string_view name) {
        const int index = spec.field(name);
        return index >= 0 && spec.fields[static_cast<std::size_t>(index)].type == FieldType::person;
    };
    if (is_person("by")) return "by";
    if (is_person("owner")) return is_person("who") ? std::string_view{} : "owner";
    return is_person("who") ? "who" : std::string_view{};
}

}  // namespace

std::optional<Date> weekday_meant(std::string_view text, Date today, int step) {
    const auto day = weekday_named(text);
    if (!day) return std::nullopt;
    Date found = today + Days{step};
    while (weekday_of(found) != *day) found += Days{step};
    return found;
}

int field_named(const team::RecordSpec& spec, std::string_view word) {
    if (const int index = spec.field(word); index >= 0) return index;
    int found = -1;
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
        if (lang::translator(lang::Language::zh).say(report::field_title(spec.fields[i])) != word) continue;
        if (found >= 0) return -1;
        found = static_cast<int>(i);
    }
    return found;
}

int kind_named(std::string_view word) {
    if (const int kind = team::record_kind(word); kind >= 0) return kind;
    const auto specs = team::record_specs();
    for (std::size_t i = 0; i < specs.size(); ++i) {
        if (specs[i].zh == word || specs[i].en == word) return static_cast<int>(i);
    }
    // People shorten titles: 日记 is the 工作日记, where no other title has it in it.
    constexpr std::size_t two_characters = 6;
    int found = -1;
    for (std::size_t i = 0; i < specs.size() && word.size() >= two_characters; ++i) {
        if (specs[i].zh.find(word) == std::string_view::npos) continue;
        if (found >= 0) return -1;
        found = static_cast<int>(i);
    }
    return found;
}

const team::Checklist* checklist_of(const LogCall& call) {
    const auto* list = call.find("list");
    if (call.spec.name != "check" || list == nullptr) return nullptr;
    for (const auto& checklist : call.team().checklists) {
        if (checklist.id == list->value || checklist.name == list->value) return &checklist;
    }
    return nullptr;
}

// phrase keys: choice.*
Things named_things(const LogCall& call, const FieldSpec& field) {
    const auto& team = call.team();
    const auto& words = call.session.words();
    Things things;
    switch (field.type) {
        case FieldType::people_or_word:
            things.emplace_back(
                field.choices.front(),
                words.say(say(field.choices.front() == "rest" ? "records.the_rest" : "records.all")));
            [[fallthrough]];
        case FieldType::person:
        case FieldType::people:
            if (field.name == "newcomer") return newcomers(call);
            for (const auto& person : team.people) {
                if (team::employed(person, call.date)) things.emplace_back(person.id, person.name);
            }
            break;
        case FieldType::meeting:
            add_named(things, team.series);
            break;
        case FieldType::queue:
            add_named(things, team.queues);
            break;
        case FieldType::checklist:
            add_named(things, team.checklists);
            break;
        case FieldType::asset:
            add_named(things, team.assets);
            break;
        case FieldType::award:
            add_named(things, team.awards);
            break;
        case FieldType::choice:
            for (const auto choice : field.choices)
                things.emplace_back(choice, words.say(Phrase{"choice." + std::string{choice}, {}}));
            break;
        case FieldType::texts:
        case FieldType::readings:
            if (const auto* list = checklist_of(call)) {
                for (const auto& item : list->items) things.emplace_back(rules::item_key(item), item.text);
            }
            break;
        case FieldType::text:
            if (call.spec.name != "training" || field.name != "topic") break;
            for (const auto& planned : team.trainings)
                things.emplace_back(planned.id.empty() ? planned.topic : planned.id, planned.topic);
            break;
        default:
            break;
    }
    return things;
}

std::optional<std::string> written(const LogCall& call, const FieldSpec& field, const std::string& value) {
    switch (field.type) {
        case FieldType::person:
            return yaml::quoted_scalar(person_id(call, named_things(call, field), value));
        case FieldType::meeting:
        case FieldType::queue:
        case FieldType::checklist:
        case FieldType::asset:
        case FieldType::award:
        case FieldType::choice:
            return yaml::quoted_scalar(id_in(named_things(call, field), value));
        case FieldType::people:
        case FieldType::people_or_word:
            return people_of(call, field, value);
        case FieldType::texts: {
            auto items = split(value, false);
            const auto things = named_things(call, field);
            for (auto& item : items) item = yaml::quoted_scalar(id_in(things, item));
            return flow_list(items);
        }
        case FieldType::readings:
            return readings_of(value);
        case FieldType::date: {
            const auto day = day_of(call, value);
            return day ? to_string(*day) : yaml::quoted_scalar(value);
        }
        case FieldType::flag:
            return flag_of(value);
        case FieldType::integer:
        case FieldType::decimal:
        case FieldType::money:
            return number_of(value);
        case FieldType::time:
            return time_of(call, value);
        case FieldType::entity:
            return entity_of(call, field, value);
        case FieldType::text:
        case FieldType::entity_id:
            break;
    }
    return yaml::quoted_scalar(value);
}

std::optional<std::string> line_of(const LogCall& call, const std::string& made_id) {
    std::string fields = made_id.empty() ? "" : "id: " + yaml::quoted_scalar(made_id);
    for (const auto& field : call.spec.fields) {
        const auto* given = call.find(field.name);
        if (given == nullptr) continue;
        const auto value = given->ready ? std::optional{given->value} : written(call, field, given->value);
        if (!value) return std::nullopt;
        fields += (fields.empty() ? "" : ", ") + std::string{field.name} + ": " + *value;
    }
    return fmt::format("- {}: {{{}}}", call.spec.name, fields);
}

void add_defaults(LogCall& call) {
    const char* me = std::getenv("TEAMCTL_WHO");
    const auto own = own_field(call.spec);
    if (me != nullptr && *me != '\0' && !own.empty() && call.find(own) == nullptr)
        call.given.push_back({std::string{own}, me, false, true});
    const auto now = call.session.now();
    if (call.find("at") == nullptr && call.date == now.date && now.time != end_of_day)
        call.given.push_back({"at", to_string(now.time), false, true});
}

}  // namespace teamctl::cli
