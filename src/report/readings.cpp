#include "report/readings.hpp"

#include "report/naming.hpp"
#include "team/write_record.hpp"

namespace teamctl::report {

Phrase limits(const team::ChecklistItem& item) {
    const auto unit = rules::spaced_unit(item);
    if (item.min && item.max)
        return say("checklist.between", number_text(*item.min), number_text(*item.max), unit);
    if (item.min) return say("checklist.at_least", number_text(*item.min), unit);
    if (item.max) return say("checklist.at_most", number_text(*item.max), unit);
    return item.unit.empty() ? Phrase{} : say("checklist.unit", item.unit);
}

ListItem item_line(const team::ChecklistItem& item, const rules::ItemState& state) {
    Phrase text = verbatim(item.text);
    if (const Phrase range = limits(item); !range.empty()) text = say("checklist.item_limits", text, range);
    Tone tone = Tone::plain;
    const bool wants_reading = rules::takes_reading(item);
    if (state.reading == nullptr && wants_reading && !state.ticked && !state.failed)
        text = say("checklist.item_blank", text, item.unit);
    if (state.reading != nullptr) {
        text = say(state.out_of_limits ? "checklist.item_out" : "checklist.item_reading", text,
                   number_text(state.reading->value), rules::spaced_unit(item));
    }
    if (state.failed) text = say("checklist.item_failed", text);
    if (state.wrong()) tone = Tone::bad;
    return {text, tone, state.ticked && !state.failed, {}};
}

}  // namespace teamctl::report
