// What can be wrong with a team whose files are each sound: values that only the calendar, the metrics or the
// records together can judge. What is found, file by file, is declared in check/findings.hpp.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "store/load.hpp"

namespace teamctl::check {

/// The errors that no single file shows and that every command stops at, as far as they are loaded: zones and
/// rules of `when`, metrics that do not exist, ids that two have. Part of problems_of(). With `of_records`
/// also the errors of single records, of all that came before: what they say is in no figure, or not whole.
void errors_of(const store::Loaded& loaded, Diagnostics& diagnostics, Diagnostics* of_records = nullptr);

/// Reports what the schema tables cannot see: unknown zones and RRULEs, metrics that are none, sizes of units
/// (D15.1, D16.2) and too many attendees (D1.23) as things stand today, "any other business" (D1.30), plan
/// lines on days without the series, and what records and targets are at odds with.
void problems_of(const store::Loaded& loaded, Date today, Diagnostics& diagnostics);

/// Reports, once, records dated more than a month after today: a mistyped month or year. A fresh example team
/// holds the whole of a month, so nearer days say nothing; `log` warns of any day to come. A cancelled
/// meeting or an announcement may be written ahead.
void check_future(const store::Loaded& loaded, Date today, Diagnostics& diagnostics);

/// Reports, once a meeting, sessions of the published plan from today on that want a topic and have none:
/// what a strict check asks for (D1.24).
void check_topics(const store::Loaded& loaded, Date today, Diagnostics& diagnostics);

/// What problems_of() says of the team with this day's records in it and does not say of it without: what a
/// new record brings.
Diagnostics news_of(const store::Loaded& before, const store::Loaded& after);

/// All that is wrong with a team to which files were added, and was not wrong before; both with what loading
/// them found.
Diagnostics brought_by(const store::Loaded& before, const store::Loaded& after, Date today);

/// What the last record of the day brings that needs no history to be seen: people who had left before,
/// attendance that cannot be right, values that are of no set.
Diagnostics news_of_last(const store::Loaded& loaded, const team::Source& day);

/// The same of each of the day's records from the n-th on, as if they were added one after the other. Nothing
/// where one of them brings an error, or something that is told of several together, or where an error stands
/// before them.
std::optional<std::vector<Diagnostics>> news_of_each(const store::Loaded& loaded, const team::Source& day,
                                                     std::size_t from);

/// What is wrong with the order of items that the last record ticks, in a team that holds its day.
Diagnostics order_of_last(const store::Loaded& with_day, const team::Source& day);

/// The errors of single records that stand before the last one of the day: nothing is added to such a file.
Diagnostics errors_before_last(const store::Loaded& loaded, const team::Source& day);

}  // namespace teamctl::check
