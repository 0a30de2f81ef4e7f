// One run of `teamctl log`: the kind, the day, the team it is checked against, and the values given so far.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "rules/entities.hpp"
#include "team/record.hpp"

namespace teamctl::cli {

/// A value that the user gave for a key.
struct Given {
    std::string key;
    std::string value;
    bool ready = false;   ///< as it stands in the file; otherwise as people type it
    bool filled = false;  ///< nobody typed it: a default
};

struct LogCall {
    const Session& session;
    const team::RecordSpec& spec;
    Date date{};
    store::Loaded loaded;      ///< a closing may stand for records of long ago
    rules::Entities entities;  ///< point into `loaded`
    std::vector<Given> given;

    LogCall(const Session& for_session, const team::RecordSpec& of_kind, Date on);
    LogCall(const LogCall&) = delete;
    LogCall& operator=(const LogCall&) = delete;

    const team::Team& team() const { return loaded.team; }
    const Given* find(std::string_view key) const;
    /// Whether the record opens, changes or names what other days tell of: then `loaded` holds them.
    bool needs_history() const;
    /// Reads all records there are, without a closing.
    void read_all();

  private:
    void read(const store::Need& need);
};

// log_refs.cpp

/// A customer, deal, ticket ... as a user may name it.
struct EntityChoice {
    std::string id;
    std::string name;   ///< a customer's name, a ticket's text
    std::string about;  ///< whose it is, how much is open
    bool open = true;
};

/// All that a field of the call's kind may name, the latest first.
std::vector<EntityChoice> entity_choices(const LogCall& call, team::EntityKind kind);
/// What the text means: the one of that id; else the open ones of that name; else open ones with the text in
/// their name or id; else the same among all. More than one: the text is ambiguous.
std::vector<EntityChoice> meant(const std::vector<EntityChoice>& choices, std::string_view text);

/// Reads all records where a value may have to do with what a closing left out: a customer settled long ago,
/// an id that was used before, a name or telephone number that is registered (D13.1).
void look_back(LogCall& call);
void look_back(LogCall& call, const team::FieldSpec& field, const std::string& value);

// log_values.cpp

/// The day of a weekday's name: fri, 周五: the next such day after today, or with step -1 the last one before
/// it.
std::optional<Date> weekday_meant(std::string_view text, Date today, int step);
/// The field that a word names: by its key, or by its Chinese title where only one field bears it; -1: none.
int field_named(const team::RecordSpec& spec, std::string_view word);
/// Kind by key, by title, or by two characters or more of a Chinese title that no other has; or -1.
int kind_named(std::string_view word);
/// The checklist that a `check` names; null where none is named yet.
const team::Checklist* checklist_of(const LogCall& call);
/// Things that a field may name, as (id, name): people, meetings, queues, checklists and their items, assets,
/// awards, planned trainings, and the words of a choice.
std::vector<std::pair<std::string, std::string>> named_things(const LogCall& call,
                                                              const team::FieldSpec& field);
/// A value as it stands in the file. Nothing where it is ambiguous; it has said so.
std::optional<std::string> written(const LogCall& call, const team::FieldSpec& field,
                                   const std::string& value);
/// The whole record in one line; with the made id where there is one. Nothing where a value is ambiguous.
std::optional<std::string> line_of(const LogCall& call, const std::string& made_id);
/// The person of TEAMCTL_WHO and the time of now, where nothing else is given.
void add_defaults(LogCall& call);

// log_words.cpp

/// Takes `key=value` words and at most one bare text. False where it has said what is wrong.
bool take_words(LogCall& call, const std::vector<std::string>& words);

// log_write.cpp

/// What a try to append came to.
struct Tried {
    bool written = false;
    Diagnostics problems;
};
/// Appends the record, checked against the team. Says on stdout what was written, and warnings on stderr.
Tried append_checked(LogCall& call);
/// What `append_checked` would write, for showing it; made ids are those of now.
std::optional<std::string> preview(const LogCall& call);
/// The record of a line in words: `表扬：表扬谁 吴昊；为什么 …`.
std::string in_words(const LogCall& call, const std::string& line);
/// What is wrong with one value, however incomplete the record is.
Diagnostics problems_of(const LogCall& call, const team::FieldSpec& field, const std::string& flow_value);

// log_edit.cpp, log_ask.cpp

/// Lets the user fill in the record in an editor.
Exit edit_record(LogCall& call);
/// Asks for one value after the other on the terminal.
Exit ask_record(LogCall& call);
/// Asks for the kind; -1 where the user gave up.
int ask_kind(const Session& session);
/// Whether stdin and stdout are both a terminal.
bool at_terminal();
/// A line from stdin, without its end; nothing at the end of input.
std::optional<std::string> read_line();

}  // namespace teamctl::cli
