// Appending to a list file under the lock: the bytes before stay as they are, the result is parsed before it
// is written.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "store/lock.hpp"
#include "team/files.hpp"
#include "team/names.hpp"

namespace teamctl::store {

/// Where a record went.
struct Appended {
    std::string path;  ///< below the root
    std::string line;  ///< as written
    Mark mark;
};

/// Makes the line from the file as it stands (an empty text where there is none), so that a made id is free.
using MakeLine = std::function<std::string(const std::string& existing)>;

/// What else is to be checked of the day's file with the new line in it, before it is written.
using CheckFile = std::function<void(const team::Source& with_line, Diagnostics& diagnostics)>;
/// Told of records once nothing but the rename is left to do; what it throws keeps them out.
using Announce = std::function<void(const Appended&)>;

/// The log file of a day while records are added to it, as it is and as it is to be; the lock is held until
/// it goes. Nothing is written before commit().
class DayFile {
  public:
    DayFile(const WriteLock& lock, Date date) : lock_{lock}, path_{team::log_path(date)} {}

    /// Reads the file as it stands. False where it has errors, or no line can be added to it; they go to
    /// `diagnostics`.
    bool open(const team::Names& names, Diagnostics& diagnostics);
    /// Adds a record. Where the file would have errors with it, it is as before; they go to `diagnostics`, as
    /// do warnings of the check.
    std::optional<Appended> add(const MakeLine& make_line, const team::Names& names, const CheckFile& check,
                                Diagnostics& diagnostics);
    /// The file as it would be with all of these lines, which are not added yet. Nothing where it would have
    /// errors, or one of the lines would not be one record.
    std::optional<team::Source> with(const std::vector<std::string>& lines, const team::Names& names) const;
    /// Adds lines that with() found in order.
    void take(const std::vector<std::string>& lines);
    /// Takes the record out that begins on that line and has no other.
    bool remove(std::uint32_t line, const team::Names& names, const CheckFile& check,
                Diagnostics& diagnostics);
    /// Writes the file, or removes it where nothing is left in it, once `announce` has said so; what that
    /// throws keeps the file as it was. A warning where the disk did not confirm.
    void commit(const std::function<void()>& announce, Diagnostics& diagnostics);

    const std::string& path() const { return path_; }
    const std::string& text() const { return text_; }

  private:
    const WriteLock& lock_;
    std::string path_;
    std::string text_;
    std::size_t items_ = 0;
};

/// Commits the files of several days, to each of which something was added, as one; `announce` once, before.
void commit_days(const WriteLock& lock, std::vector<DayFile>& days, const std::function<void()>& announce,
                 Diagnostics& diagnostics);

/// Appends one record to the log file of a day. Nothing is written where the file, or the file with the new
/// line, has errors; they go to `diagnostics`, as do warnings: those of the check, and that the disk did not
/// confirm.
std::optional<Appended> append_record(const std::filesystem::path& root, Date date, const MakeLine& make_line,
                                      const team::Names& names, const CheckFile& check,
                                      Diagnostics& diagnostics, const Announce& announce = {});

/// The text of a list file with more items, each a line; what is there keeps its bytes. Nothing, and said,
/// where the text does not parse or nothing can be added behind it.
std::optional<std::string> with_lines(const std::string& path, const std::string& text,
                                      const std::vector<std::string>& lines, Diagnostics& diagnostics);

}  // namespace teamctl::store
