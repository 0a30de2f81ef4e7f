// Checks of newcomers' lists that are at odds with the list or the roster (D7.1, D10.1).
#include <algorithm>

#include "base/text.hpp"
#include "check/findings.hpp"
#include "rules/people/onboarding.hpp"
#include "rules/work/checks.hpp"

namespace teamctl::check {
namespace {

using team::Record;

/// What the record says of items: their names.
std::vector<std::string> items_named(const Record& record) {
    std::vector<std::string> names;
    for (const auto* field : {"done", "failed"}) {
        if (const auto* texts = record.get<std::vector<std::string>>(field))
            names.insert(names.end(), texts->begin(), texts->end());
    }
    if (const auto* readings = record.get<std::vector<team::Reading>>("readings")) {
        for (const auto& reading : *readings) names.push_back(reading.item);
    }
    return names;
}

void check_items(const team::Checklist& list, const Record& record, Found& found) {
    const auto named = items_named(record);
    if (named.empty())
        found.error("no-items", record.origin, say("rules.which_items", list.name),
                    say("check.write_like", "done: [" + rules::item_key(list.items.front()) + "]"));
    std::vector<std::string> known;
    for (const auto& item : list.items) {
        known.push_back(rules::item_key(item));
        if (!item.id.empty()) known.push_back(item.text);
    }
    for (const auto& name : named) {
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        const auto near = nearest(name, known);
        // A warning: the list may have been changed since.
        found.warning(
            "unknown-item", record.origin, say("rules.unknown_item", list.name, made_harmless(name)),
            near ? say("check.did_you_mean", *near) : say("check.known_names", joined(known, ", ")));
    }
}

}  // namespace

void check_newcomers(const rules::Context& context, Found& found) {
    const auto& team = context.team;
    for (const auto& record : team.records) {
        const auto* id = record.is("check") ? record.get<team::ChecklistId>("list") : nullptr;
        if (id == nullptr) continue;
        const auto& list = team[*id];
        const auto newcomer = record.person("newcomer");
        if (!list.newcomers) {
            const bool partly = record.get<std::vector<std::string>>("done") != nullptr;
            if (newcomer || partly)
                found.error("not-for-newcomers", record.origin,
                            say("rules.not_for_newcomers", list.name, newcomer ? "newcomer" : "done"),
                            say("check.remove_key", newcomer ? "newcomer" : "done"));
            continue;
        }
        if (!newcomer) {
            found.error("missing-key", record.origin, say("rules.which_newcomer", list.name),
                        say("check.add_key", "newcomer"));
            continue;
        }
        if (!list.items.empty()) check_items(list, record, found);
        if (!rules::is_newcomer(context, *id, newcomer))
            found
                .warning("no-newcomer", record.origin,
                         say("rules.no_newcomer", team[newcomer].name, list.name),
                         say("rules.no_newcomer_hint"))
                .related.push_back(found.place(list.origin));
    }
}

}  // namespace teamctl::check
