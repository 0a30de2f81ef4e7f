// The dates of a line of leave or a wish: `from` to `to`, or the recurring ones of `when`.
#pragma once

#include "team/schema.hpp"

namespace teamctl::team {

/// Weighs `from`, `to` and `when` of the line against each other; `to` is `from` where it is not given.
template <class Line>
bool check_dates(Reader& reader, yaml::Node node, Line& out) {
    if (const auto when = node.get("when")) {
        for (const auto* key : {"from", "to"}) {
            if (const auto other = node.get(key))
                return reader.error(other, "bad-when", say("check.from_or_when"),
                                    say("check.remove_key", key));
        }
        for (const auto* key : {"start", "minutes", "timezone"}) {
            if (const auto time = when.get(key))
                return reader.error(time, "bad-when", say("check.days_only", key),
                                    say("check.remove_key", key));
        }
        // Who is away every Friday is so on holidays, too.
        if (!out.when->if_holiday && out.when->every != Every::workday)
            out.when->if_holiday = IfHoliday::keep;
        return true;
    }
    if (!node.get("from"))
        return reader.error(node, "missing-key", say("check.missing_key", "from"),
                            say("check.add_key", "from"));
    if (!node.get("to")) out.to = out.from;
    return out.from <= out.to ||
           reader.error(node.get("to"), "reversed", say("check.to_before_from"), say("check.compare_dates"));
}

}  // namespace teamctl::team
