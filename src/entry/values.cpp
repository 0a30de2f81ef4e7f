#include "entry/values.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "entry/numbers.hpp"
#include "entry/references.hpp"
#include "lang/lang.hpp"
#include "rules/people/onboarding.hpp"
#include "rules/work/service.hpp"
#include "team/fixed_words.hpp"
#include "team/people.hpp"
#include "team/people_meant.hpp"
#include "team/score_kinds.hpp"
#include "team/write_record.hpp"
#include "yaml/document.hpp"

namespace teamctl::entry {
namespace {

using team::FieldSpec;
using team::FieldType;

/// The id of what is meant by an id or a name that only one bears; other text stays, so that the check can
/// speak of it.
std::string id_in(const Things& things, const std::string& text) {
    std::string named;
    int bearers = 0;
    for (const auto& [id, name] : things) {
        if (id != text && name != text) continue;
        named = id;
        ++bearers;
    }
    return bearers == 1 ? named : text;
}

/// The same, also of two signs or more of a name that only one has: 前台 of the 前台接待.
std::string id_of_part(const Things& things, const std::string& text) {
    if (auto id = id_in(things, text); id != text) return id;
    const bool is_id = std::ranges::any_of(things, [&](const auto& thing) { return thing.first == text; });
    constexpr std::size_t two_signs = 6;
    if (is_id || text.size() < two_signs) return text;
    std::vector<std::string> fit;
    for (const auto& [id, name] : things) {
        if (name.find(text) != std::string::npos) fit.push_back(id);
    }
    return fit.size() == 1 ? fit.front() : text;
}

std::string readings_of(const Things& things, const std::string& value) {
    auto items = split(value, false);
    for (auto& item : items) {
        const auto colon = item.find_first_of(":=");
        if (colon == std::string::npos) continue;
        const std::string name{trimmed(std::string_view{item}.substr(0, colon))};
        item = yaml::quoted_scalar(id_in(things, name)) + ": " +
               yaml::quoted_scalar(trimmed(std::string_view{item}.substr(colon + 1)));
    }
    return "{" + joined(items, ", ") + "}";
}

Written entity_of(const Draft& draft, const FieldSpec& field, const std::string& value) {
    const auto found = meant(draft, field.entity, value);
    if (found.empty()) return yaml::quoted_scalar(value);
    if (found.size() == 1) return yaml::quoted_scalar(found.front().id);
    constexpr std::size_t most = 8;
    std::vector<std::string> shown;
    for (const auto& choice : found) {
        if (shown.size() == most) break;
        shown.push_back(joined({choice.id, choice.name, choice.about}, " "));
    }
    return Refusal{say("log.ambiguous", value, found.size()), say("log.candidates", joined(shown, "; "))};
}

/// Of each, the id of the open customer, ticket, action or deal that is meant.
Written things_of(const Draft& draft, const std::string& value) {
    using team::EntityKind;
    std::vector<std::string> all;
    for (const auto& item : split(value, false)) {
        std::vector<std::string> ids;
        for (const auto kind :
             {EntityKind::customer, EntityKind::ticket, EntityKind::action, EntityKind::deal}) {
            auto found = meant(entity_choices(draft, kind), item);
            std::erase_if(found, [](const auto& choice) { return !choice.open; });
            if (found.size() > 1)
                return Refusal{say("log.ambiguous", item, found.size()),
                               say("log.candidates", found.front().id + "; " + found.back().id)};
            if (!found.empty()) ids.push_back(found.front().id);
        }
        // A customer's name means the customer and the deal with it; an id the one thing.
        const bool exact = std::find(ids.begin(), ids.end(), item) != ids.end();
        if (ids.empty() || exact) ids = {item};
        for (const auto& id : ids) all.push_back(yaml::quoted_scalar(id));
    }
    return team::flow_list(all);
}

/// Plain where it may be such a value; anything else is quoted, and the check speaks of it.
std::string number_of(const std::string& value) {
    return value.find_first_not_of("-.0123456789") == std::string::npos ? value : yaml::quoted_scalar(value);
}

/// `tx-1:漏油,tx-2:油温:91`: of each asset the items that failed and the readings.
std::string findings_of(const Draft& draft, const Things& assets, const std::string& value) {
    Things items;
    if (const auto* list = draft.checklist()) {
        for (const auto& item : list->items) items.emplace_back(rules::item_key(item), item.text);
    }
    struct At {
        std::string asset;
        std::vector<std::string> failed;
        std::vector<std::string> readings;
    };
    std::vector<At> all;
    for (const auto& part : split(value, false)) {
        const auto colon = part.find_first_of(":=");
        const std::string named{trimmed(std::string_view{part}.substr(0, colon))};
        const auto asset = id_in(assets, named);
        auto at = std::ranges::find(all, asset, &At::asset);
        if (at == all.end()) at = all.insert(all.end(), At{asset, {}, {}});
        if (colon == std::string::npos) continue;
        const std::string rest{trimmed(std::string_view{part}.substr(colon + 1))};
        const auto second = rest.find_first_of(":=");
        const auto item =
            yaml::quoted_scalar(id_in(items, std::string{trimmed(std::string_view{rest}.substr(0, second))}));
        if (second == std::string::npos)
            at->failed.push_back(item);
        else
            at->readings.push_back(
                item + ": " + number_of(std::string{trimmed(std::string_view{rest}.substr(second + 1))}));
    }
    std::vector<std::string> parts;
    for (const auto& at : all) {
        auto what = team::flow_list(at.failed);
        if (!at.readings.empty())
            what = "{" + (at.failed.empty() ? "" : "failed: " + what + ", ") + "readings: {" +
                   joined(at.readings, ", ") + "}}";
        parts.push_back(yaml::quoted_scalar(at.asset) + ": " + what);
    }
    return "{" + joined(parts, ", ") + "}";
}

/// 2个, 3条: of things that are counted, what they are counted in says nothing more.
std::string_view without_measure(std::string_view text) {
    for (const std::string_view measure :
         {"个", "只", "件", "台", "条", "套", "支", "根", "块", "箱", "盒", "瓶", "桶"}) {
        if (text.size() > measure.size() && text.ends_with(measure))
            return trimmed(text.substr(0, text.size() - measure.size()));
    }
    return text;
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
/// meant. Refused where several are meant, or somebody whose name is one sign off; of a text that is nobody's
/// name the check of the line speaks.
Written person_id(const Draft& draft, const Things& there, const std::string& text, bool parts = true) {
    if (auto id = id_in(there, text); id != text) return id;
    auto found = person_named(draft.team(), text, parts);
    if (const auto* person = std::get_if<team::PersonId>(&found)) return draft.team()[*person].id;
    if (draft.loaded.names.may_hide(team::RefKind::person, text)) return text;
    const auto meant = team::people_meant(draft.team(), text, parts);
    if (meant.fit.empty() && meant.near.empty()) return text;
    return std::get<Refusal>(std::move(found));
}

Written quoted(Written text) {
    if (auto* plain = std::get_if<std::string>(&text)) *plain = yaml::quoted_scalar(*plain);
    return text;
}

/// The word of the choice, written as files write it, in Chinese, or as the language calls it.
std::string choice_of(const Draft& draft, const FieldSpec& field, const std::string& value) {
    const std::vector<std::string> known{field.choices.begin(), field.choices.end()};
    const auto word = team::word_in(value, known);
    return word.empty() ? id_in(named_things(draft, field), value) : std::string{word};
}

/// Those of the text, with commas between; where it is no name, with blanks.
Written people_of(const Draft& draft, const FieldSpec& field, const std::string& value) {
    const auto things = named_things(draft, field);
    if (!field.choices.empty() && (id_in(things, value) == field.choices.front() ||
                                   choice_of(draft, field, value) == field.choices.front()))
        return std::string{field.choices.front()};
    std::vector<std::string> ids;
    const auto take = [&](Written who) -> std::optional<Refusal> {
        if (auto* refusal = std::get_if<Refusal>(&who)) return std::move(*refusal);
        ids.push_back(yaml::quoted_scalar(std::get<std::string>(who)));
        return std::nullopt;
    };
    // A name may hold a space: `Zhang Wei,Li Qiang`.
    for (const auto& item : split(value, false)) {
        const auto whole = person_id(draft, things, item);
        const auto* unknown = std::get_if<std::string>(&whole);
        const bool several = unknown != nullptr && *unknown == item && item.find(' ') != std::string::npos;
        // Of a mistyped `Zhang Wie` the Zhang alone is not who is meant.
        const auto words = several ? split(item, true) : std::vector<std::string>{};
        for (const auto& word : words) {
            if (auto refusal = take(person_id(draft, things, word, false))) return *refusal;
        }
        if (several) continue;
        if (auto refusal = take(whole)) return *refusal;
    }
    return team::flow_list(ids);
}

std::string time_of(const Draft& draft, const std::string& value) {
    std::string time = value == "now" || value == "现在" ? to_string(draft.now.time) : value;
    const auto read = time_in(time);
    return read ? team::quoted_time(*read) : yaml::quoted_scalar(time);
}

template <class List>
void add_named(Things& things, const List& list) {
    for (const auto& item : list) things.emplace_back(item.id, item.name);
}

/// Who may be meant by `newcomer` or `leaver`: of the list that is named, or of any.
Things going_through(const Draft& draft, bool leaving) {
    const calendar::WorkingDays days{draft.team()};
    const rules::Context context{draft.team(), days, {draft.date, end_of_day}};
    const auto* wanted = draft.checklist();
    Things things;
    // Some of it is done before they come.
    const Period period{draft.date, add_months(draft.date, 6), Period::Unit::range};
    for (const auto& onboarding : rules::only(rules::onboardings(context, period), leaving)) {
        if (wanted != nullptr && wanted != &draft.team()[onboarding.list]) continue;
        const auto& person = draft.team()[onboarding.newcomer];
        if (std::pair known{person.id, person.name};
            std::find(things.begin(), things.end(), known) == things.end())
            things.push_back(std::move(known));
    }
    return things;
}

}  // namespace

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

std::string last_item(std::string_view text) {
    const auto between_commas = split(text, false);
    return between_commas.size() > 1 ? between_commas.back() : split(text, true).back();
}

// phrase keys: choice.*
Things named_things(const Draft& draft, const FieldSpec& field) {
    const auto& team = draft.team();
    const auto& words = draft.words;
    Things things;
    switch (field.type) {
        case FieldType::people_or_word:
            things.emplace_back(
                field.choices.front(),
                words.say(say(field.choices.front() == "rest" ? "records.the_rest" : "records.all")));
            [[fallthrough]];
        case FieldType::person:
        case FieldType::people:
            if (field.name == "newcomer") return going_through(draft, false);
            if (field.name == "leaver") return going_through(draft, true);
            for (const auto& person : team.people) {
                if (team::employed(person, draft.date)) things.emplace_back(person.id, person.name);
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
        case FieldType::assets_or_word:
            things.emplace_back(field.choices.front(), words.say(say("records.all")));
            [[fallthrough]];
        case FieldType::findings:
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
            if (const auto* list = draft.checklist()) {
                for (const auto& item : list->items) things.emplace_back(rules::item_key(item), item.text);
            }
            break;
        case FieldType::text:
            if (field.named == team::Named::priority) {
                for (auto& word : rules::priorities(team.rules))
                    things.emplace_back(word, words.say(team::word_shown(word)));
            }
            if (field.named == team::Named::score) {
                for (const auto& kind : team::score_kinds(team.rules.scores)) {
                    const auto title = team::own_score_title(team.rules.scores, kind);
                    things.emplace_back(
                        kind, title.empty() ? words.say(Phrase{"choice." + kind, {}}) : std::string{title});
                }
            }
            if (field.named != team::Named::training) break;
            for (const auto& planned : team.trainings)
                things.emplace_back(planned.id.empty() ? planned.topic : planned.id, planned.topic);
            break;
        default:
            break;
    }
    return things;
}

Written written(const Draft& draft, const FieldSpec& field, const std::string& value) {
    switch (field.type) {
        case FieldType::person:
            return quoted(person_id(draft, named_things(draft, field), value));
        case FieldType::meeting:
        case FieldType::queue:
        case FieldType::checklist:
        case FieldType::asset:
        case FieldType::award:
            return yaml::quoted_scalar(id_of_part(named_things(draft, field), value));
        case FieldType::choice:
            return yaml::quoted_scalar(choice_of(draft, field, value));
        case FieldType::people:
        case FieldType::people_or_word:
            return people_of(draft, field, value);
        case FieldType::texts: {
            if (field.named == team::Named::thing) return things_of(draft, value);
            auto items = split(value, false);
            const auto things = named_things(draft, field);
            for (auto& item : items) item = yaml::quoted_scalar(id_in(things, item));
            return team::flow_list(items);
        }
        case FieldType::readings:
            return readings_of(named_things(draft, field), value);
        case FieldType::findings:
            return findings_of(draft, named_things(draft, field), value);
        case FieldType::assets_or_word: {
            if (choice_of(draft, field, value) == field.choices.front())
                return std::string{field.choices.front()};
            auto ids = split(value, false);
            const auto things = named_things(draft, field);
            for (auto& id : ids) id = yaml::quoted_scalar(id_in(things, id));
            return team::flow_list(ids);
        }
        case FieldType::date: {
            const auto day = day_in(value, draft.said_on);
            return day ? to_string(*day) : yaml::quoted_scalar(value);
        }
        case FieldType::flag:
            return flag_of(value);
        case FieldType::integer:
            return number_of(bare_number(without_measure(value)));
        case FieldType::decimal:
        case FieldType::money:
            return number_of(bare_number(value));
        case FieldType::time:
            return time_of(draft, value);
        case FieldType::entity:
            return entity_of(draft, field, value);
        case FieldType::text:
            if (field.named == team::Named::priority) return yaml::quoted_scalar(team::priority_word(value));
            if (field.named == team::Named::score) {
                const auto kind = team::score_kind(draft.team().rules.scores, value);
                return yaml::quoted_scalar(kind.empty() ? value : kind);
            }
            break;
        case FieldType::entity_id:
            break;
    }
    return yaml::quoted_scalar(value);
}

}  // namespace teamctl::entry
