// The parts of `teamctl log`: they ask and print; what words mean stands in entry/.
#pragma once

#include <optional>
#include <string>

#include "cli/session.hpp"
#include "entry/draft.hpp"

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
/// The record of a line in words: `表扬：表扬谁 吴昊；为什么 …`.
std::string in_words(const Session& session, const entry::Draft& draft, const std::string& line);
/// The text, or nothing where there is none, and then it has said why.
std::optional<std::string> text_or_refuse(const Session& session, const entry::Written& written);

// edit.cpp, ask.cpp

/// Lets the user fill in the record in an editor.
Exit edit_record(const Session& session, entry::Draft& draft);
/// Asks for one value after the other on the terminal.
Exit ask_record(const Session& session, entry::Draft& draft);
/// Asks for the kind; -1 where the user gave up.
int ask_kind(const Session& session);
/// Whether stdin and stdout are both a terminal.
bool at_terminal();
/// A line from stdin, without its end; nothing at the end of input.
std::optional<std::string> read_line();

}  // namespace teamctl::cli
