// Values of records that are of no set that the team knows: items of checklists, priorities, periods, topics,
// sources.
#include <algorithm>
#include <array>
#include <set>

#include "base/near.hpp"
#include "base/text.hpp"
#include "check/findings.hpp"
#include "rules/figures/ledger.hpp"
#include "rules/work/checks.hpp"
#include "rules/work/service.hpp"
#include "team/fixed_words.hpp"
#include "team/people.hpp"
#include "team/score_kinds.hpp"

namespace teamctl::check {
namespace {

using team::Named;
using team::Record;
using team::Team;

Phrase hint_of(const std::string& text, const std::vector<std::string>& known) {
    const auto near = nearest(text, known);
    return near ? say("check.did_you_mean", made_harmless(*near))
                : say("check.known_names", made_harmless(joined(known, ", ")));
}

/// How the items of a list may be named: by their ids, and by their texts.
std::vector<NamedThing> names_of(const team::Checklist& list) {
    std::vector<NamedThing> names;
    for (const auto& item : list.items) names.push_back({rules::item_key(item), item.text});
    return names;
}

/// What a field says of items: their names.
std::vector<std::string> items_named(const team::FieldValue& value) {
    if (const auto* texts = team::value_as<std::vector<std::string>>(value)) return *texts;
    std::vector<std::string> names;
    if (const auto* readings = team::value_as<std::vector<team::Reading>>(value)) {
        for (const auto& reading : *readings) names.push_back(reading.item);
    }
    if (const auto* found = team::value_as<std::vector<team::Finding>>(value)) {
        for (const auto& one : *found) {
            names.insert(names.end(), one.failed.begin(), one.failed.end());
            for (const auto& reading : one.readings) names.push_back(reading.item);
        }
    }
    return names;
}

class Values {
  public:
    Values(const Team& team, Found& found) : team_{team}, found_{found} {}

    void check(const Record& record) {
        const auto& fields = record.spec().fields;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].named != Named::nothing && record.values.has(i))
                check(record, fields[i], record.values[i]);
        }
        const auto* until = record.is("announce") ? record.get<Date>("until") : nullptr;
        if (until != nullptr && *until < record.date)
            found_.warning("over-already", record.origin, say("rules.over_already", *until),
                           say("check.compare_dates"), {"until"});
    }

  private:
    void check(const Record& record, const team::FieldSpec& field, const team::FieldValue& value) {
        const std::string text{record.text(field.name)};
        switch (field.named) {
            case Named::nothing:
                break;
            case Named::item:
                check_items(record, field, value);
                break;
            case Named::priority:
                check_priority(record, field, text);
                break;
            case Named::period:
                if (!parse_fixed_period(text))
                    found_.error("wrong-type", record.origin, say("check.no_period", made_harmless(text)),
                                 say("check.write_like", "2026-11"), {field.name});
                break;
            case Named::training:
                check_topic(record, field, text);
                break;
            case Named::source:
                check_source(record, field, text);
                break;
            case Named::thing:
                check_things(record, field, value);
                break;
            case Named::document:
                check_document(record, field, text);
                break;
            case Named::score:
                check_score(record, field, text);
                break;
        }
    }

    void check_items(const Record& record, const team::FieldSpec& field, const team::FieldValue& value) {
        const auto* id = record.get<team::ChecklistId>("list");
        if (id == nullptr || !*id) return;
        const auto& list = team_[*id];
        const auto known = names_of(list);
        for (const auto& name : items_named(value)) {
            const auto is = [&](const NamedThing& item) { return item.id == name || item.name == name; };
            if (std::ranges::any_of(known, is)) continue;
            found_.error("unknown-item", record.origin,
                         say("rules.unknown_item", list.name, made_harmless(name)), hint_of_near(name, known),
                         {field.name});
        }
    }

    void check_priority(const Record& record, const team::FieldSpec& field, const std::string& text) {
        const auto known = rules::priorities(team_.rules);
        if (!team::word_in(text, known).empty()) return;
        const auto near = team::nearest_word(text, known);
        found_.error("bad-choice", record.origin, say("check.bad_choice", made_harmless(text)),
                     near ? say("check.did_you_mean", team::word_shown(*near))
                          : say("check.choose_from", team::words_shown(known)),
                     {field.name});
    }

    void check_score(const Record& record, const team::FieldSpec& field, const std::string& text) {
        const auto& scores = team_.rules.scores;
        if (!team::score_kind(scores, text).empty()) return;
        std::vector<Phrase> shown;
        std::vector<std::string> known;
        for (const auto& kind : team::score_kinds(scores)) {
            const std::string title{team::own_score_title(scores, kind)};
            known.push_back(kind);
            if (!title.empty()) known.push_back(title);
            shown.push_back(title.empty() ? team::word_shown(kind) : verbatim(title));
        }
        const auto near = team::nearest_word(text, known);
        found_.error("bad-choice", record.origin, say("check.bad_choice", made_harmless(text)),
                     near ? say("check.did_you_mean", team::word_shown(*near))
                          : say("check.choose_from", listed(std::move(shown))),
                     {field.name});
    }

    /// A topic is free; one that is almost a planned one is that, mistyped, and would not count as held.
    void check_topic(const Record& record, const team::FieldSpec& field, const std::string& text) {
        std::vector<std::string> planned;
        for (const auto& training : team_.trainings) {
            planned.push_back(training.topic);
            if (!training.id.empty()) planned.push_back(training.id);
        }
        if (std::find(planned.begin(), planned.end(), text) != planned.end()) return;
        if (const auto near = nearest(text, planned))
            found_.warning("not-planned", record.origin, say("check.not_planned", made_harmless(text)),
                           say("check.did_you_mean", made_harmless(*near)), {field.name});
    }

    /// Where an action comes from is found again by its id alone.
    void check_source(const Record& record, const team::FieldSpec& field, const std::string& text) {
        if (team::find_series(team_, text) || opened().contains(text)) return;
        const auto is = [&](const team::Asset& asset) { return asset.id == text; };
        if (std::any_of(team_.assets.begin(), team_.assets.end(), is)) return;
        std::vector<std::string> known{opened_.begin(), opened_.end()};
        for (const auto& series : team_.series) known.push_back(series.id);
        const auto near = nearest(text, known);
        found_.warning("unknown-source", record.origin, say("check.unknown_source", made_harmless(text)),
                       near ? say("check.did_you_mean", made_harmless(*near)) : say("check.name_source"),
                       {field.name});
    }

    /// What is handed over was opened by some record.
    void check_things(const Record& record, const team::FieldSpec& field, const team::FieldValue& value) {
        for (const auto& id : items_named(value)) {
            if (opened().contains(id) || id == "all" || id == "全部") continue;
            const std::vector<std::string> known{opened_.begin(), opened_.end()};
            const auto near = nearest(id, known);
            found_.error(
                "unknown-item", record.origin, say("check.nothing_opened", made_harmless(id)),
                near ? say("check.did_you_mean", made_harmless(*near)) : say("check.opened_by_record"),
                {field.name});
        }
    }

    void check_document(const Record& record, const team::FieldSpec& field, const std::string& text) {
        const auto* id = record.get<team::SeriesId>("meeting");
        if (id == nullptr || !*id) return;
        std::vector<std::string> known;
        for (const auto& document : team_[*id].documents) known.push_back(document.name);
        if (std::find(known.begin(), known.end(), text) != known.end()) return;
        found_.error(
            "unknown-item", record.origin, say("check.no_document", team_[*id].name, made_harmless(text)),
            known.empty() ? say("check.add_documents", team_[*id].id) : hint_of(text, known), {field.name});
    }

    /// The ids of problems, tickets and actions.
    const std::set<std::string, std::less<>>& opened() {
        if (!gathered_) {
            gathered_ = true;
            for (const auto& record : team_.records) {
                if (record.spec().effect == team::Effect::opens) opened_.emplace(record.text("id"));
            }
        }
        return opened_;
    }

    const Team& team_;
    Found& found_;
    bool gathered_ = false;
    std::set<std::string, std::less<>> opened_;
};

}  // namespace

namespace {

bool asks_for_second(const team::SecondRule& rule, const Record& record) {
    if (rule.record != record.spec().name || (rule.from && record.date < *rule.from)) return false;
    const auto* list = record.is("check") ? record.get<team::ChecklistId>("list") : nullptr;
    if (rule.list && (list == nullptr || *list != rule.list)) return false;
    if (rule.above.fen == 0) return true;
    const auto amount = record.money("amount").fen;
    return rule.above.fen < (amount < 0 ? -amount : amount);
}

/// Records that two people sign, by the rules, and that one signed alone (D11.3).
void check_second(const Team& team, const Record& record, Found& found) {
    for (const auto& rule : team.rules.second_by) {
        if (!asks_for_second(rule, record)) continue;
        const auto second = record.person("second_by");
        const auto* missing = !second ? "second_by" : !record.person("by") ? "by" : nullptr;
        if (missing != nullptr)
            found
                .error("no-second", record.origin, say("rules.no_second", rules::record_title(rule.record)),
                       say("check.add_key", missing))
                .related.push_back(found.place(rule.origin));
        else if (!team::selects(team, rule.who, second, record.date))
            found
                .error("no-second", record.origin, say("rules.not_a_second", team[second].name),
                       say("rules.not_a_second_hint"), {"second_by"})
                .related.push_back(found.place(rule.origin));
        if (missing != nullptr) return;
    }
}

}  // namespace

void check_values(const Team& team, std::span<const Record> records, Found& found) {
    Values values{team, found};
    for (const auto& record : records) {
        values.check(record);
        check_second(team, record, found);
    }
}

void check_order(const rules::Context& context, const Record& last, Found& found) {
    const auto* id = last.is("check") ? last.get<team::ChecklistId>("list") : nullptr;
    if (id == nullptr || !*id || !context.team[*id].ordered) return;
    const auto& items = context.team[*id].items;
    auto named = items_named(last.values[static_cast<std::size_t>(last.spec().field("done"))]);
    for (const auto& name : items_named(last.values[static_cast<std::size_t>(last.spec().field("readings"))]))
        named.push_back(name);
    const auto is_named = [&](const team::ChecklistItem& item) {
        return std::any_of(named.begin(), named.end(), [&](const auto& name) {
            return name == item.text || (!item.id.empty() && name == item.id);
        });
    };
    for (const auto& run :
         rules::check_runs(context.team, context.days, day_period(last.date), context.now)) {
        const bool of_run = std::any_of(run.records.begin(), run.records.end(),
                                        [&](const auto* record) { return record->origin == last.origin; });
        if (run.list != *id || !of_run) continue;
        const auto states = rules::item_states(context.team, run);
        std::size_t first_open = 0;
        while (first_open < items.size() && rules::dealt_with(items[first_open], states[first_open]))
            ++first_open;
        for (auto i = first_open; i < items.size(); ++i) {
            if (!is_named(items[i])) continue;
            found.error("out-of-order", last.origin,
                        say("rules.out_of_order", items[i].text, items[first_open].text),
                        say("check.write_like", "done: [" + rules::item_key(items[first_open]) + "]"));
            return;
        }
    }
}

}  // namespace teamctl::check
