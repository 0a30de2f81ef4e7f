// Bytes from and to the disk, so that nothing is lost: whole reads, atomic replaces, a lock for writers
// (src/README.md, Writing). A failing system throws SystemError; main turns it into exit code 4.
#pragma once

#include <array>
#include <chrono>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrase.hpp"

namespace teamctl::store {

/// The system failed: what was tried, on what, and why.
class SystemError : public std::runtime_error {
  public:
    /// `action`: open, read, write, create, lock or start; `error`: an errno.
    SystemError(std::string_view action, const std::filesystem::path& path, int error);
    SystemError(Phrase phrase, int error);
    const Phrase& phrase() const { return phrase_; }

  private:
    Phrase phrase_;
};

/// What lies at a path, without opening it.
enum class PathKind { missing, file, directory, outside, other };

/// A regular file below the root, also through links that stay below it; anything else says what it is.
/// `relative` has no `..` and is not absolute, or it is `outside`.
PathKind path_kind(const std::filesystem::path& root, std::string_view relative);

/// The whole file. Refuses more than `limit` bytes by returning nothing.
std::optional<std::string> read_file(const std::filesystem::path& path, std::size_t limit);

/// Names of the entries of a directory, sorted; empty where there is no such directory. Hidden ones are left
/// out.
std::vector<std::string> list_directory(const std::filesystem::path& path);

/// A file about to be replaced, so that it is the old or the new one, whole, whatever happens: the new bytes
/// are on the disk in a temporary file beside it; commit() renames. Uncommitted, the temporary file goes.
class Replacement {
  public:
    /// Missing directories are made. Modes follow the umask, or the old file's.
    Replacement(const std::filesystem::path& path, const std::filesystem::path& temporary,
                std::string_view bytes);
    ~Replacement();
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;
    /// Throws where the file stays the old one. False: it is the new one, but the disk did not confirm its
    /// directory, and a power failure could bring the old one back.
    bool commit();

  private:
    void drop();

    std::filesystem::path path_;
    std::filesystem::path temporary_;
    bool ours_ = false;
    int lock_ = -1;
};

/// Prepares and commits at once.
bool replace_file(const std::filesystem::path& path, const std::filesystem::path& temporary,
                  std::string_view bytes);

/// Writes a result for the user (-o): replaces a plain file, also the one that a link names; writes to what
/// is none, a device or a pipe. Its folder has to be there. As Replacement::commit().
bool write_output(const std::filesystem::path& path, std::string_view bytes);

/// How long a writer waits for another.
inline constexpr std::chrono::milliseconds lock_timeout{30'000};

/// The one writer of a team directory: flock on `.teamctl.lock`. While it is held, `temporary()` is ours
/// alone.
class WriteLock {
  public:
    /// Waits up to `timeout`; throws SystemError naming the holder's process where it stays taken.
    explicit WriteLock(const std::filesystem::path& root, std::chrono::milliseconds timeout = lock_timeout);
    ~WriteLock();
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;

    const std::filesystem::path& temporary() const { return temporary_; }

  private:
    int fd_ = -1;
    std::filesystem::path temporary_;
};

/// What a writer leaves in a directory for a moment, and its lock for good: names that never belong in git.
inline constexpr std::array<std::string_view, 3> passing_files{".teamctl.lock", ".teamctl.tmp",
                                                               ".teamctl.out.tmp"};

/// Removes what a killed writer left behind, unless a writer is at work.
void remove_leftovers(const std::filesystem::path& root);

/// The directory that holds teamctl.yaml, from `start` upwards.
std::optional<std::filesystem::path> find_root(const std::filesystem::path& start);

}  // namespace teamctl::store
