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

}  // namespace teamctl::report
