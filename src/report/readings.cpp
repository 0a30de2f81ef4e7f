#include "report/readings.hpp"

#include "report/naming.hpp"

namespace teamctl::report {

std::string spaced_unit(const team::ChecklistItem& item) {
    return item.unit.empty() ? std::string{} : " " + item.unit;
}

Phrase limits(const team::ChecklistItem& item) {
    const auto unit = spaced_unit(item);
    if (item.min && item.max)
        return say("checklist.between", plain_number(*item.min), plain_number(*item.max), unit);
    if (item.min) return say("checklist.at_least", plain_number(*item.min), unit);
    if (item.max) return say("checklist.at_most", plain_number(*item.max), unit);
    return item.unit.empty() ? Phrase{} : say("checklist.unit", item.unit);
}

std::string beyond_limit(const team::ChecklistItem& item, const team::Reading& reading) {
    const auto unit = spaced_unit(item);
    const bool above = item.max && reading.value > *item.max;
    const auto& limit = above ? *item.max : *item.min;
    return item.text + " " + plain_number(reading.value) + unit + (above ? " > " : " < ") +
           plain_number(limit) + unit;
}

ListItem item_line(const team::ChecklistItem& item, const rules::ItemState& state) {
    Phrase text = verbatim(item.text);
    if (const Phrase range = limits(item); !range.empty()) text = say("checklist.item_limits", text, range);
    Tone tone = Tone::plain;
    const bool wants_reading = !item.unit.empty() || item.min || item.max;
    if (state.reading == nullptr && wants_reading && !state.ticked && !state.failed)
        text = say("checklist.item_blank", text, item.unit);
    if (state.reading != nullptr) {
        text = say(state.out_of_limits ? "checklist.item_out" : "checklist.item_reading", text,
                   plain_number(state.reading->value), spaced_unit(item));
    }
    if (state.failed) text = say("checklist.item_failed", text);
    if (state.wrong()) tone = Tone::bad;
    return {text, tone, state.ticked && !state.failed, {}};
}

}  // namespace teamctl::report
