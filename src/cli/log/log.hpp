// The parts of `teamctl log`: they ask and print; what words mean stands in entry/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/session.hpp"
#include "entry/draft.hpp"
#include "store/append.hpp"

namespace teamctl::cli {

// write.cpp

/// What a try to append came to.
struct Tried {
    bool written = false;
    Diagnostics problems;
};
/// Appends the record, checked against the team. Says on stdout what was written, and warnings on stderr.
Tried append_checked(const Session& session, entry::Draft& draft);
/// What `append_checked` would write, for showing it; made ids are those of now. Nothing where it cannot be
/// written; it has said why.
std::optional<std::string> preview(const Session& session, const entry::Draft& draft);
/// The same problems; what is missing is to be added as it is typed, `meeting=…`.
Diagnostics as_typed(const Diagnostics& problems);
/// What is checked of a day's file that has the draft's record as its last one; the draft outlives it.
store::CheckFile check_of(entry::Draft& draft);
/// The warning that the record at the mark says what an earlier one of the day says.
Diagnostics told_twice(const team::Source& day, Mark last, Mark earlier);
/// The warning of a record for a day to come, where its kind is not for such days.
Diagnostics told_ahead(const team::RecordSpec& spec, Date day, Date today);
/// The warning of a record of a month that is closed: its closing is not used any more until it is made anew.
Diagnostics told_closed(const std::filesystem::path& root, Date day);
/// What the record brings, or, where the day no longer has it, what its absence brings.
Diagnostics news_of(entry::Draft& draft, const team::Source& day);
/// The record in words, where it went, and what to do next.
std::string said_of(const Session& session, const entry::Draft& draft, const store::Appended& appended);
/// The words of a record and the line that it is: on a terminal the words wrapped, and of the line as much as
/// one line holds.
std::string record_told(const Session& session, const std::string& words, const std::string& path,
                        std::uint32_t number, const std::string& line);
/// The record of a line in words: `表扬：表扬谁 吴昊；为什么 …`.
std::string in_words(const Session& session, const entry::Draft& draft, const std::string& line);
/// The text, or nothing where there is none, and then it has said why.
std::optional<std::string> text_or_refuse(const Session& session, const entry::Written& written);

// log.cpp

/// Errors of the team that stand in the way of the record: only what bears on it, not a mistake in the
/// records of another day.
Diagnostics in_the_way(const entry::Draft& draft);
/// Whether nothing does; otherwise it has said what.
bool team_is_sound(const Session& session, const entry::Draft& draft);
/// The person of this user, TEAMCTL_WHO; empty where it is not set.
std::string who_am_i();
/// What the end of a made id is drawn from (Draft::chance).
std::uint64_t by_chance();
/// What is said of a kind that is none.
entry::Refusal unknown_kind(const std::string& word);

// lines.cpp, undo.cpp

/// `log -`: a record a line from stdin, all of them or none.
Exit log_lines(const Session& session, Date date);
/// `log --undo`: takes back the last record that was written from here today.
Exit undo_record(const Session& session);
/// Remembers, outside of the team, what was written from here, so that it can be taken back.
void remember(const Session& session, const std::string& path, const std::vector<std::string>& lines);

// edit.cpp, ask.cpp

/// Lets the user fill in the record in an editor.
Exit edit_record(const Session& session, entry::Draft& draft);
/// Asks for one value after the other on the terminal.
Exit ask_record(const Session& session, entry::Draft& draft);
/// Asks for the kind; -1 where the user gave up.
int ask_kind(const Session& session);
/// Whether stdin and stdout are both a terminal.
bool at_terminal();
/// All that is left of stdin.
std::string read_rest();
/// A line from stdin, without its end; nothing at the end of input.
std::optional<std::string> read_line();

}  // namespace teamctl::cli
