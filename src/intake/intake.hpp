// Files of other programs as files and records of ours. Nothing is guessed: a cell that does not say one
// thing plainly is left out, kept in the note where there is one, and named. Pure: text in, text out.
#pragma once

#include <algorithm>
#include <optional>
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
    /// The row of the foreign file that each line of the text comes from; the last one holds for the rest.
    std::vector<std::size_t> rows = {};
    /// Of a file that is there and gets this text: the text it has; else it must not be there.
    std::optional<std::string> before = std::nullopt;
    std::size_t row_of(std::size_t line) const {
        return rows.empty() ? 0 : rows[std::min(line == 0 ? 0 : line - 1, rows.size() - 1)];
    }
};

/// A record that is to be appended.
struct NewRecord {
    Date date{};
    std::string line;
};

/// One more line of a list file that is no log.
struct NewLine {
    std::string path;  ///< below the root
    std::string line;
};

struct Intake {
    std::vector<NewFile> files;
    std::vector<NewRecord> records;
    std::vector<NewLine> lines;
    std::vector<Doubt> doubts;
    Table preview;                               ///< what the files and records say, a row each
    std::vector<std::pair<Phrase, Cell>> facts;  ///< encoding, rows read, rows left out
    Phrase problem;                              ///< why nothing could be taken at all; empty: something was
    Phrase hint;                                 ///< beside a problem
    bool wrong_call = false;                     ///< the problem lies in what was asked, not in the file
};

/// What is asked for beside the file.
struct Request {
    std::string bytes;
    std::string name;         ///< of the file, without folder and ending; names what is made
    team::SeriesId meeting;   ///< of attendance
    std::string file;         ///< its name as it is, without folder and ending
    bool take_leave = false;  ///< of attendance: also the leave that the file tells of
    std::string sheet;        ///< of a workbook: the one that is meant; empty: the only one
    Date today{};
    std::string calendar;                 ///< path of the calendar that is written, below the root
    std::optional<std::string> existing;  ///< its text; unset: it is not there
    bool fill_down = false;  ///< a blank cell repeats the one above, as merged cells are exported
};

/// What an importer has to know beside the files that every question reads.
struct Wanted {
    bool meeting = false;   ///< `--meeting`
    bool records = false;   ///< all records
    bool leave = false;     ///< all leave
    bool calendar = false;  ///< the calendar that it rewrites, as it stands
};

/// What takes in files of one kind. The one place where one is added.
struct Importer {
    std::string_view name;
    Wanted wanted;
    Intake (*read)(const Request& request, const team::Team& team, const calendar::WorkingDays& days);
    std::string_view zh;
    std::string_view en;
};

std::span<const Importer> importers();
const Importer* find_importer(std::string_view name);

/// A text without blanks that may serve as an id: what stands between letters, digits and Chinese becomes
/// `-`.
std::string as_id(std::string_view text);

}  // namespace teamctl::intake
