// Several files of a team directory written as one: all of them are new, or none is, whatever happens.
//
// All bytes are on the disk in temporary files before anything is changed. Then a journal says what is to be
// done, and the files are renamed, or go. Where that is cut short, the next command that finds the journal finishes
// it; where a rename fails, what was done is undone, and the journal says so first. Leftovers are the journal
// and whatever is called `.teamctl.tmp...`: of several, a power loss may leave any.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/disk.hpp"

namespace teamctl::store {

class WriteLock;

class Transaction {
  public:
    /// The lock is held until the end.
    explicit Transaction(const WriteLock& lock);
    /// Uncommitted: the temporary files go, nothing has changed.
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// The bytes of one file, by its path below the root, which path_kind() calls a file or missing. Throws
    /// SystemError; nothing has changed.
    void write(std::string relative, std::string_view bytes);
    /// The file, which is there, goes.
    void remove(std::string relative);
    bool empty() const { return paths_.empty(); }
    /// Throws SystemError where all files are as they were. False: all are new, but the disk did not confirm
    /// it, and a power failure could bring the old ones back.
    bool commit();

  private:
    bool commit_one();

    std::filesystem::path root_;
    std::vector<std::string> paths_;
    std::set<std::string> gone_;  ///< those of them that go
    bool done_ = false;
};

/// What a commit that was cut short becomes.
enum class Settle { finish, undo };

/// Settles what a killed writer left in a directory: a journal is worked off, temporary files go. The lock is
/// held. A journal that begins with `undo` is undone in any case.
void settle(const std::filesystem::path& root, Settle how = Settle::finish);
/// Whether a writer left anything to settle.
bool has_leftovers(const std::filesystem::path& root);

}  // namespace teamctl::store
