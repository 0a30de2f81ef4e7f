// Records of tickets that follow on nothing.
#include "check/findings.hpp"
#include "team/record.hpp"

namespace teamctl::check {
namespace {

using team::Record;

/// Surely before the ticket's end: on a day before, or by the times that both give.
bool surely_before(const Record& record, const Record& end) {
    if (record.date != end.date) return record.date < end.date;
    return record.at && end.at && *record.at < *end.at;
}

}  // namespace

void check_steps(const rules::Entities& entities, Found& found) {
    for (const auto* record : entities.in_vain) {
        const bool waits = record->is("ticket_waiting");
        found.warning("not-waiting", record->origin,
                      say(waits ? "rules.waits_already" : "rules.does_not_wait"),
                      say(waits ? "rules.waits_already_hint" : "rules.does_not_wait_hint"), {"ticket"});
    }
    for (const auto& ticket : entities.tickets) {
        for (const auto* call : ticket.calls) {
            if (ticket.closed != nullptr && !surely_before(*call, *ticket.closed)) continue;
            found
                .warning("not-closed-yet", call->origin, say("rules.called_before_end"),
                         say("rules.called_before_end_hint"), {"ticket"})
                .related.push_back(found.place(ticket.opened->origin));
        }
    }
}

}  // namespace teamctl::check
