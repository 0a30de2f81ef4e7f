// Runs of checklists: when each is open and due, who does it, and what became of it (D3.11, D4.2, D6.3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/working_days.hpp"
#include "team/model.hpp"

namespace teamctl::rules {

enum class CheckState {
    open,    ///< may still be done in time, or is not open yet
    done,    ///< in time, nothing wrong
    late,    ///< done after the time of day by which it was due
    missed,  ///< due, and no record of it
};

/// What is known of one item of a run.
struct ItemState {
    bool ticked = false;
    bool failed = false;         ///< the record names it as failed
    bool out_of_limits = false;  ///< its reading is below `min` or above `max`
    const team::Reading* reading = nullptr;

    bool wrong() const { return failed || out_of_limits; }
};

/// One run of a checklist over one asset (or none).
struct CheckRun {
    team::ChecklistId list;
    team::AssetId asset;
    Date open{};                      ///< first day
    Date due{};                       ///< last day
    std::vector<team::PersonId> who;  ///< those who may do it, or the holders of the duty; empty: not said
    team::SeriesId meeting;           ///< of a preparation: the meeting ...
    Date meeting_date{};              ///< ... and its date
    const team::Record* check = nullptr;
    CheckState state = CheckState::open;

    /// Whether the person may do it.
    bool is_for(team::PersonId person) const;
};

/// Every run whose days touch the period, by due date, then in the order of the files. A checklist without
/// `when` runs with the rota that names it, and before the meeting that is prepared with it, on the working
/// day before (D1.28).
std::vector<CheckRun> check_runs(const team::Team& team, const calendar::WorkingDays& days,
                                 const Period& period, Moment now);

/// The items of the run's checklist, in their order.
std::vector<ItemState> item_states(const team::Team& team, const CheckRun& run);

/// Whether some item failed or is out of its limits.
bool has_findings(const team::Team& team, const CheckRun& run);

/// How many of them are wrong.
std::int64_t count_wrong(const std::vector<ItemState>& states);
/// How many runs nobody did.
std::int64_t count_missed(const std::vector<CheckRun>& runs);

/// How records name the item: its id, else its text.
const std::string& item_key(const team::ChecklistItem& item);

/// ` °C`; empty for an item without a unit, such as a power factor.
std::string spaced_unit(const team::ChecklistItem& item);

/// `油温 92 °C > 85 °C`: the same in every language. The reading is out of its limits.
std::string beyond_limit(const team::ChecklistItem& item, const team::Reading& reading);

}  // namespace teamctl::rules
