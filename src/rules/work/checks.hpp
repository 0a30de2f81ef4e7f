// Runs of checklists: when each is open and due, who does it, and what became of it (D3.11, D4.2, D6.3).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/occurrences.hpp"
#include "calendar/working_days.hpp"
#include "team/model.hpp"

namespace teamctl::rules {

enum class CheckState {
    open,    ///< may still be done in time, or is not open yet
    begun,   ///< the same, and some of it is done
    done,    ///< in time, every item dealt with
    late,    ///< done after the time of day by which it was due
    missed,  ///< due, and not done, or not all of it
};

/// What is known of one item of a run, from all its records.
struct ItemState {
    bool ticked = false;
    bool failed = false;  ///< a record names it as failed, and no later one ticks it or reads it in order
    bool out_of_limits = false;              ///< its last reading is below `min` or above `max`
    const team::Reading* reading = nullptr;  ///< the last
    const team::Record* found_in =
        nullptr;  ///< the last record that found it wrong; stays when it is put right
    const team::Reading* found_as = nullptr;  ///< the reading of that record, where it was out of its limits

    bool wrong() const { return failed || out_of_limits; }
    bool found() const { return found_in != nullptr; }
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
    std::vector<const team::Record*> records;  ///< those of the run, oldest first
    const team::Record* check = nullptr;       ///< the one with which every item was dealt with; null before
    std::size_t dealt_with = 0;                ///< items ticked, read or failed
    CheckState state = CheckState::open;

    /// Whether the person may do it.
    bool is_for(team::PersonId person) const;
};

/// The assets that a check record speaks of: `asset`, or of a round those of `assets`, with `all` those of
/// its list; none where it names none.
std::vector<team::AssetId> assets_of(const team::Team& team, const team::Record& record);

/// Whether the item asks for a reading.
bool takes_reading(const team::ChecklistItem& item);

/// Whether the item is ticked or failed, or read, where it takes a reading.
bool dealt_with(const team::ChecklistItem& item, const ItemState& state);

/// The note that a record of the run gives, the last one; empty where there is none.
std::string_view note_of(const CheckRun& run);

/// Every run whose days touch the period, by due date, then in the order of the files. A checklist without
/// `when` runs with the rota that names it, and before the meeting that is prepared with it, on the working
/// day before (D1.28).
std::vector<CheckRun> check_runs(const team::Team& team, const calendar::WorkingDays& days,
                                 const Period& period, Moment now);

/// The days of each run of the list that touches the period: as its `when` says, else those of the rota that
/// names it and of the meeting that is prepared with it.
std::vector<calendar::DueWindow> run_windows(const team::Team& team, const calendar::WorkingDays& days,
                                             team::ChecklistId list, const Period& period);

/// The assets a checklist runs over; one empty id where it runs over none in particular.
std::vector<team::AssetId> assets_of(const team::Team& team, const team::Checklist& list);

/// The items of the run's checklist, in their order, as its records leave them: they add up. A record without
/// `done` speaks of the whole list: it ticks all items that take no reading, of an ordered list those before
/// the first failed one. Once a record of the run says what is done, those after it, and readings before it,
/// speak only of what they name.
std::vector<ItemState> item_states(const team::Team& team, const CheckRun& run);

/// Whether some item is failed or out of its limits, as things stand.
bool has_findings(const team::Team& team, const CheckRun& run);

/// How many of them are wrong.
std::int64_t count_wrong(const std::vector<ItemState>& states);
/// How many runs nobody did.
std::int64_t count_missed(const std::vector<CheckRun>& runs);

/// How records name the item: its id, else its text.
const std::string& item_key(const team::ChecklistItem& item);

/// Whether the name, its id or its text, is the item's.
bool names_item(std::string_view name, const team::ChecklistItem& item);

/// Whether one of the names is the item's; null: none is.
bool names_item(const std::vector<std::string>* names, const team::ChecklistItem& item);

/// ` °C`; empty for an item without a unit, such as a power factor.
std::string spaced_unit(const team::ChecklistItem& item);

/// `油温 92 °C > 85 °C`: the same in every language. The reading is out of its limits.
std::string beyond_limit(const team::ChecklistItem& item, const team::Reading& reading);

}  // namespace teamctl::rules
