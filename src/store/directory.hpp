// A team directory as one command sees it: a folder is listed once, a file is opened and parsed once.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "store/load.hpp"
#include "store/lock.hpp"
#include "team/files.hpp"

namespace teamctl::store {

/// What came of one file.
struct FileRead {
    std::optional<team::Source> source;  ///< nothing where it cannot be used
    Diagnostics problems;
    std::string unread;     ///< its text, where it was read and is no document
    std::size_t bytes = 0;  ///< its size, a byte order mark included
    std::string digest;     ///< of a log file, where Directory::want_digests() asked for it
};

class Directory {
  public:
    explicit Directory(std::filesystem::path root) : root_{std::move(root)} {}
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;

    const std::filesystem::path& root() const { return root_; }

    /// As far as they can be read; what is wrong with them is told by load().
    team::Settings settings();
    /// The team by the files that every question reads: no plans, no leave, no records.
    const Loaded& rules();
    /// Loads what `need` asks for, from the latest closing that may stand for what came before, where
    /// `need.stands_from` allows one. The team is sound where `diagnostics` holds no error.
    Loaded load(const Need& need);

    /// Names of the entries of a folder below the root, sorted; of the root for an empty name.
    const std::vector<std::string>& names(const std::string& folder);
    /// A file below the root that holds no records, kept for the next who asks; of closings only the last
    /// few, so that the answer may be gone by the next call.
    const FileRead& file(const std::string& path);
    /// Several of them, read side by side.
    std::vector<const FileRead*> files(const std::vector<std::string>& paths);
    /// A log file: its records are kept by who asks.
    FileRead read_log(const std::string& path) const;
    /// From now on each log file of these months that is read has its digest, so that no one reads it twice.
    void want_digests(const std::vector<Month>& months) { digested_.insert(months.begin(), months.end()); }
    void keep_digest(const std::string& path, std::string digest) { digests_[path] = std::move(digest); }
    /// Empty where the file was not read, or no one asked.
    std::string known_digest(const std::string& path) const;
    /// Shows the texts of log files, read side by side, as they come: `see` is called on several threads. One
    /// that is no file is left out, one that is too large is null. They are kept for who reads the records in
    /// them later, up to a limit.
    using See = std::function<void(std::size_t index, const std::string* text)>;
    void see_texts(const std::vector<std::string>& paths, const See& see);

    /// From now on a log file or a closing has that text, as far as this directory is asked: it is to be
    /// written soon.
    void pretend(const std::string& path, std::string text);
    const std::map<std::string, std::string>& pretended() const { return pretended_; }
    /// From now on a file is not there, as far as the team is loaded: it is to go soon.
    void pretend_gone(const std::string& path) { gone_.insert(path); }
    bool is_gone(const std::string& path) const { return gone_.contains(path); }

    /// Takes the lock. What was read before is forgotten: under the lock files are read as they are now.
    WriteLock lock();

  private:
    FileRead read(const std::string& path) const;
    const FileRead& keep(const std::string& path, FileRead read);

    std::filesystem::path root_;
    std::map<std::string, std::vector<std::string>> names_;
    std::map<std::string, FileRead> files_;
    std::vector<std::string> closings_;  ///< those among the files, in the order in which they were read
    std::map<std::string, std::shared_ptr<const std::string>> texts_;
    std::size_t text_bytes_ = 0;
    std::map<std::string, std::string> pretended_;
    std::set<std::string> gone_;
    std::set<Month> digested_;
    std::map<std::string, std::string> digests_;
    std::optional<Loaded> rules_;
};

/// Loads what `need` asks for as if the files of these sources were in the directory, in the place of those
/// of the same path: what a change brings, before it is written.
Loaded load_with(const std::filesystem::path& root, const Need& need,
                 const std::vector<team::Source>& sources);

}  // namespace teamctl::store
