// `teamctl calendar`: the working days and holidays of a period, and everything that is held in it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/report.hpp"
#include "calendar/occurrences.hpp"

namespace teamctl::report {

/// Month grids, a table of all occurrences, the JSON of teamctl-calendar(1) and an event for each occurrence.
/// `now` marks today.
Report calendar_report(const team::Team& team, const calendar::WorkingDays& days, const Period& period,
                       Moment now);

/// Says of what days no calendar tells the public holidays; nothing where all are told.
std::optional<Phrase> uncovered_text(const calendar::WorkingDays& days, const Period& period);

/// Says of each second start of a series on one date of the period that it is no occurrence.
std::vector<Phrase> second_start_texts(const team::Team& team, const calendar::WorkingDays& days,
                                       const Period& period);
/// The same of one.
Phrase second_start_text(const team::Team& team, const calendar::SecondStart& starts);

/// The kind of a series as JSON and CSV carry it: the meeting's kind, or `rota`.
std::string_view series_kind(const team::Series& series);
/// The same in words: 晨会, 轮值.
Phrase series_kind_title(const team::Series& series);

}  // namespace teamctl::report
