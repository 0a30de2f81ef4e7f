// The one writer of a team directory.
#pragma once

#include <chrono>
#include <filesystem>

#include "store/transaction.hpp"

namespace teamctl::store {

/// How long a writer waits for another.
inline constexpr std::chrono::milliseconds lock_timeout{30'000};

/// The one writer of a team directory: flock on `.teamctl.lock`. While it is held, the temporary files are
/// ours alone. What a killed writer left is settled first.
class WriteLock {
  public:
    /// Waits up to `timeout`; throws SystemError naming the holder's process where it stays taken.
    explicit WriteLock(const std::filesystem::path& root, std::chrono::milliseconds timeout = lock_timeout,
                       Settle how = Settle::finish);
    ~WriteLock();
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;

    const std::filesystem::path& root() const { return root_; }
    /// Removes the file of the lock, as the last thing that is done under it; who waits for it makes a new one.
    void take_away() const;
    std::filesystem::path temporary() const { return root_ / temporary_name; }

  private:
    std::filesystem::path root_;
    int fd_ = -1;
};

/// Settles what a killed writer left behind, unless a writer is at work or we may not write there. Whether
/// there was anything.
bool remove_leftovers(const std::filesystem::path& root);

}  // namespace teamctl::store
