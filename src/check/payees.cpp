// Rules on single records, and those whom they do not reach.
#include <algorithm>

#include "check/findings.hpp"
#include "rules/figures/ledger.hpp"
#include "rules/figures/payees.hpp"
#include "rules/people/absences.hpp"

namespace teamctl::check {
namespace {

using team::Record;

/// So many of one kind are told one by one; of more the last alone.
constexpr std::size_t most_unpaid = 3;

/// The kind of the rule is one; where it is not, an error of the file says so.
bool is_known(const team::RecordRule& rule) {
    return team::record_kind(rule.record) >= 0;
}

/// The field in which the record could name somebody.
std::string_view where_to_name(const team::RecordSpec& spec) {
    if (spec.field("by") >= 0 && spec.pays == team::Pays::holder) return "by";
    return spec.subject.front();
}

}  // namespace

void check_record_rules(const team::Team& team, Found& found) {
    for (const auto& rule : team.rules.records) {
        if (is_known(rule) && team::record_spec(rule.record).subject.empty())
            found.warning("pays-nobody", rule.origin,
                          say("rules.pays_nobody", rules::record_title(rule.record)),
                          say("rules.pays_nobody_hint"), {"record"});
    }
}

void check_payees(const rules::Context& context, std::span<const Record> records, Found& found) {
    const auto& rules = context.team.rules.records;
    if (rules.empty()) return;
    const rules::Absences absences{context.team};
    rules::Payees payees{context.team, absences, context.now};
    for (const auto& rule : rules) {
        if (!is_known(rule)) continue;
        const auto& spec = team::record_spec(rule.record);
        const auto title = rules::record_title(rule.record);
        if (spec.subject.empty()) continue;  // told at the rule
        std::vector<const Record*> unpaid;
        for (const auto& record : records) {
            if (record.is(rule.record) && payees.of(record).empty()) unpaid.push_back(&record);
        }
        const auto first = unpaid.size() > most_unpaid ? unpaid.end() - 1 : unpaid.begin();
        for (auto record = first; record != unpaid.end(); ++record)
            found
                .warning("pays-nobody", (*record)->origin, say("rules.names_nobody", title),
                         say("check.add_key", where_to_name(spec)))
                .related.push_back(found.place(rule.origin));
    }
}

}  // namespace teamctl::check
