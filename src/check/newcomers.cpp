// Checks of newcomers' lists that are at odds with the list or the roster (D7.1, D10.1).
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

}  // namespace

void check_newcomers(const rules::Context& context, std::span<const Record> records, Found& found) {
    const auto& team = context.team;
    for (const auto& record : records) {
        const auto* id = record.is("check") ? record.get<team::ChecklistId>("list") : nullptr;
        if (id == nullptr) continue;
        const auto& list = team[*id];
        const auto newcomer = record.person("newcomer");
        if (!list.newcomers) {
            if (newcomer)
                found.error("not-for-newcomers", record.origin,
                            say("rules.not_for_newcomers", list.name, "newcomer"),
                            say("check.remove_key", "newcomer"), {"newcomer"});
            continue;
        }
        if (!newcomer) {
            found.error("missing-key", record.origin, say("rules.which_newcomer", list.name),
                        say("check.add_key", "newcomer"));
            continue;
        }
        if (!list.items.empty() && !names_items(record))
            found.error("no-items", record.origin, say("rules.which_items", list.name),
                        say("check.write_like", "done: [" + rules::item_key(list.items.front()) + "]"));
        if (!rules::is_newcomer(context, *id, newcomer))
            found
                .warning("no-newcomer", record.origin,
                         say("rules.no_newcomer", team[newcomer].name, list.name),
                         say("rules.no_newcomer_hint"))
                .related.push_back(found.place(list.origin));
    }
}

}  // namespace teamctl::check
