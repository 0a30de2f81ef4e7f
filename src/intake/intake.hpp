// Files of other programs as files and records of ours. Nothing is guessed: a cell that does not say one
// thing plainly is left out, kept in the note where there is one, and named. Pure: text in, text out.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/report.hpp"
#include "calendar/working_days.hpp"
#include "team/model.hpp"

namespace teamctl::intake {

/// A cell or value that was not taken as it stands.
struct Doubt {
    std::size_t row = 0;     ///< from 1; 0: of the file as a whole
    std::size_t column = 0;  ///< from 1; 0: of the whole row
    std::string heading;     ///< of the column, as the file names it
    std::string cell;        ///< as the file has it
    std::string taken;       ///< what it was read as; empty: left out
    Phrase why;
    bool plain = false;  ///< only another way of writing the same: a date with slashes, full-width digits
};

/// A file of the team directory that is to be made.
struct NewFile {
    std::string path;  ///< below the root
    std::string text;
};

/// A record that is to be appended.
struct NewRecord {
    Date date{};
    std::string line;
};

struct Intake {
    std::vector<NewFile> files;
    std::vector<NewRecord> records;
    std::vector<Doubt> doubts;
    Table preview;                               ///< what the files and records say, a row each
    std::vector<std::pair<Phrase, Cell>> facts;  ///< encoding, rows read, rows left out
    Phrase problem;                              ///< why nothing could be taken at all; empty: something was
};

/// What is asked for beside the file.
struct Request {
    std::string bytes;
    std::string name;        ///< of the file, without folder and ending; names what is made
    team::SeriesId meeting;  ///< of attendance
    bool fill_down = false;  ///< a blank cell repeats the one above, as merged cells are exported
};

/// A format that can be taken in. The one place where one is added.
struct Format {
    std::string_view name;
    bool needs_meeting;
    Intake (*read)(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
    std::string_view zh;
    std::string_view en;
};

std::span<const Format> formats();
const Format* find_format(std::string_view name);

/// A text without blanks that may serve as an id: what stands between letters, digits and Chinese becomes
/// `-`.
std::string as_id(std::string_view text);

}  // namespace teamctl::intake
