// `due`: everything that waits on a day, by person (teamctl-due(1); D15.2).
#pragma once

#include <optional>

#include "base/report.hpp"
#include "store/need.hpp"
#include "waiting/due.hpp"

namespace teamctl::report {

using waiting::DueDay;
using waiting::DueItem;

struct DueOptions {
    team::PersonId who;        ///< only what is this person's
    std::optional<int> days;   ///< everything so many days ahead
    bool on_one_page = false;  ///< the most urgent, and of each person only how much there is
    bool for_page = false;     ///< one table by urgency
};

/// The report, and whether anything waits.
struct DueReport {
    Report report;
    bool waits = false;
};
/// One item as the JSON of `due` has it.
Json due_item_json(const DueDay& day, const DueItem& item);
/// One item in a line, with whose it is: `跟进客户 李店主（11月3日到期，过 21 天，陈静）`.
Phrase due_line(const DueDay& day, const DueItem& item);
/// The items as a list, by state.
void due_lines(Report& report, const DueDay& day, const std::vector<DueItem>& items);

/// The same for a page: one table of the person's own.
Table due_table_of(const DueDay& day, const std::vector<DueItem>& items);

/// What it needs, looking so many days ahead.
store::Need due_need(const team::Team& team, Date date, int days, Date today);

DueReport due_report(const team::Team& team, const calendar::WorkingDays& days, Date date, Moment now,
                     const DueOptions& options);

}  // namespace teamctl::report
