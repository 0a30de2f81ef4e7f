// Checks of newcomers' and leavers' lists that are at odds with the list or the roster (D7.1, D7.2, D10.1).
#include <algorithm>

#include "base/text.hpp"
#include "check/findings.hpp"
#include "rules/people/onboarding.hpp"
#include "rules/work/checks.hpp"

namespace teamctl::check {
namespace {

using team::Record;

bool names_items(const Record& record) {
    const auto* done = record.get<std::vector<std::string>>("done");
    const auto* failed = record.get<std::vector<std::string>>("failed");
    const auto* readings = record.get<std::vector<team::Reading>>("readings");
    return (done != nullptr && !done->empty()) || (failed != nullptr && !failed->empty()) ||
           (readings != nullptr && !readings->empty());
}

/// A key that is of another kind of list.
void refuse_person(const Record& record, const team::Checklist& list, std::string_view key, Found& found) {
    if (record.person(key))
        found.error(
            "not-for-newcomers", record.origin,
            say(key == "leaver" ? "rules.not_for_leavers" : "rules.not_for_newcomers", list.name, key),
            say("check.remove_key", key), {key});
}

void check_passage(const rules::Context& context, const Record& record, team::ChecklistId id, Found& found) {
    const auto& team = context.team;
    const auto& list = team[id];
    const std::string_view key = list.leavers ? "leaver" : "newcomer";
    if (!list.newcomers) refuse_person(record, list, "newcomer", found);
    if (!list.leavers) refuse_person(record, list, "leaver", found);
    if (!list.of_people()) return;
    const auto person = record.person(key);
    if (!person) {
        found.error("missing-key", record.origin,
                    say(list.leavers ? "rules.which_leaver" : "rules.which_newcomer", list.name),
                    say("check.add_key", key));
        return;
    }
    if (!list.items.empty() && !names_items(record))
        found.error("no-items", record.origin, say("rules.which_items", list.name),
                    say("check.write_like", "done: [" + rules::item_key(list.items.front()) + "]"));
    if (rules::is_newcomer(context, id, person) || rules::is_leaver(context, id, person)) return;
    found
        .warning("no-newcomer", record.origin,
                 say(list.leavers ? "rules.no_leaver" : "rules.no_newcomer", team[person].name, list.name),
                 say(list.leavers ? "rules.no_leaver_hint" : "rules.no_newcomer_hint"))
        .related.push_back(found.place(list.origin));
}

}  // namespace

void check_newcomers(const rules::Context& context, std::span<const Record> records, Found& found) {
    for (const auto& record : records) {
        const auto* id = record.is("check") ? record.get<team::ChecklistId>("list") : nullptr;
        if (id == nullptr) continue;
        check_passage(context, record, *id, found);
    }
}

}  // namespace teamctl::check
