// A record while it is made: its kind and day, the team it is checked against, and the values given so far.
// This room says what typed words mean; it asks nobody and prints nothing. What becomes of a draft is a line
// of the log, which team/write_record writes; store stands below this room and writes closings with the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/phrase.hpp"
#include "rules/work/entities.hpp"
#include "store/directory.hpp"
#include "store/recall.hpp"
#include "team/record.hpp"

namespace teamctl::entry {

/// Why words cannot be taken, and what to do about it.
struct Refusal {
    Phrase what;
    Phrase hint;
};

/// A text as it stands in the file, or why there is none.
using Written = std::variant<std::string, Refusal>;

/// A value that the user gave for a key.
struct Given {
    std::string key;
    std::string value;
    bool ready = false;   ///< as it stands in the file; otherwise as people type it
    bool filled = false;  ///< nobody typed it: a default
};

/// What drafts of one day read of the team: the next one takes it over where nothing was written since.
struct Reading {
    store::Loaded loaded;      ///< a closing may stand for records of long ago
    rules::Entities entities;  ///< point into `loaded`
};

struct Draft {
    store::Directory& directory;
    Moment now;               ///< in the team's zone
    const Translator& words;  ///< the language in which choices may be typed
    const team::RecordSpec& spec;
    Date date;
    Date said_on;              ///< what 周四 or tomorrow is counted from: today, or a day that was pasted
    store::Loaded loaded;      ///< a closing may stand for records of long ago
    rules::Entities entities;  ///< point into `loaded`
    std::vector<Given> given;
    std::string me;  ///< id or name of the user; of whom the record is, where it wants one and names nobody
    std::uint64_t chance =
        0;  ///< what the end of a made id is drawn from; the same for every look at the draft

    /// Reads of the team what the record bears on.
    Draft(store::Directory& of_team, Moment moment, const Translator& language, const team::RecordSpec& kind,
          Date day);
    /// The same with what another draft has read for a record of that day, of a kind that bears on as much.
    Draft(store::Directory& of_team, Moment moment, const Translator& language, const team::RecordSpec& kind,
          Date day, Reading reading);
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    const team::Team& team() const { return loaded.team; }
    const Given* find(std::string_view key) const;
    void give(std::string_view key, std::string value) {
        given.push_back({std::string{key}, std::move(value)});
    }
    /// Whether the record opens, changes or names what other days tell of: then `loaded` holds them.
    bool needs_history() const;
    /// The same of any record of that kind.
    static bool needs_history(const team::RecordSpec& kind, const team::Team& team);
    /// What it has read, for the next; the draft is of no use after it.
    Reading hand_on() { return {std::move(loaded), std::move(entities)}; }
    /// Reads all records there are, without a closing.
    void read_all();
    /// Reads what the wanted records of old files open, with all that became of it; else all records.
    void recall(const std::vector<std::string>& files, const store::WantedRecord& wanted);
    /// The checklist that a `check` names; null where none is named yet.
    const team::Checklist* checklist() const;

  private:
    void read(const store::Need& need);
};

/// The field that the user fills where nobody is named: who says so, else whose record it is; empty where
/// either may be meant.
std::string_view own_field(const team::RecordSpec& spec);

/// Fills in what nobody typed: the user in that field, the one meeting of the day, and the time of now on the
/// day itself.
void add_defaults(Draft& draft);

/// The person whose record it is by that default alone; null where somebody is named.
const Given* user_by_default(const Draft& draft);

/// Asks which meeting, where the day has several and none is named: the one that is on, or began last, first.
/// `typed` is what the user wrote, to which the answer is added.
std::optional<Refusal> which_meeting(const Draft& draft, const std::string& typed);

/// The id of the entity that the record opens, `c261123-zhangwei-7k2`: its end is by chance, so that two
/// clones do not make the same, and none that the day's file as it stands holds. Empty where the record opens
/// none or its id is given.
std::string made_id(const Draft& draft, std::string_view day_text);

/// The whole record in one line, with the made id where there is one.
Written line_of(const Draft& draft, const std::string& made_id);

/// The record of such a line; nothing where it cannot be read.
std::optional<team::Record> record_of(const Draft& draft, const std::string& line);

/// What is wrong with one value as it stands in the file, however incomplete the record is.
Diagnostics problems_of(const Draft& draft, const team::FieldSpec& field, const std::string& flow_value);

/// The entities of a team with all that is known of them, whenever it was.
rules::Entities all_entities(const team::Team& team);

}  // namespace teamctl::entry
