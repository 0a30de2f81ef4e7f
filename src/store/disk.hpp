// Bytes from and to the disk, so that nothing is lost: whole reads, atomic replaces, a lock for writers
// (src/README.md, Writing). A failing system throws SystemError; main turns it into exit code 4.
#pragma once

#include <array>
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

/// Whether the open file is the one of that name, and not one that had the name before.
bool is_same_file(int fd, const std::filesystem::path& path);
/// Makes the directories that are missing, each one's entry synced into its parent.
void make_directories(const std::filesystem::path& directory);
/// False where the disk does not confirm its entries. Some file systems cannot sync a directory; that is no
/// failure.
bool sync_directory(const std::filesystem::path& directory);

/// A file about to be replaced, so that it is the old or the new one, whole, whatever happens: the new bytes
/// are on the disk in a temporary file beside it; commit() renames. Uncommitted, the temporary file goes.
/// Mode and group are the old file's, a new one's follow the umask; a link stays, and the file that it names
/// is replaced. Missing directories are made.
class Replacement {
  public:
    /// The temporary file is of that name; who holds the directory's WriteLock may use
    /// WriteLock::temporary().
    Replacement(const std::filesystem::path& path, const std::filesystem::path& temporary,
                std::string_view bytes);
    /// The temporary file is a fresh one that nobody else can have made, in the same folder. What a killed
    /// writer left there goes.
    Replacement(const std::filesystem::path& path, std::string_view bytes);
    ~Replacement();
    Replacement(const Replacement&) = delete;
    Replacement& operator=(const Replacement&) = delete;
    /// Throws where the file stays the old one. False: it is the new one, but the disk did not confirm its
    /// directory, and a power failure could bring the old one back.
    bool commit();
    /// The new bytes, open as long as this lives.
    int fd() const { return fd_; }

  private:
    void drop();

    std::filesystem::path path_;
    std::filesystem::path temporary_;
    bool ours_ = false;
    int fd_ = -1;  ///< locked as long as the file is in use
};

/// Writes a temporary file anew and syncs it, with the mode and group of the file that it will replace.
void write_temporary(const std::filesystem::path& temporary, const std::filesystem::path& target,
                     std::string_view bytes);

/// Prepares and commits at once.
bool replace_file(const std::filesystem::path& path, std::string_view bytes);

/// Told once files of a team are changed for good; what fails after that undoes nothing.
void note_change() noexcept;
/// Whether this process was told so.
bool has_changed() noexcept;

// The files that a writer leaves in a directory for a while, and the lock.
inline constexpr std::string_view lock_name = ".teamctl.lock";
inline constexpr std::string_view temporary_name =
    ".teamctl.tmp";  ///< of the holder of the lock, also with `.N`
inline constexpr std::string_view journal_name = ".teamctl.journal";  ///< of a Transaction
inline constexpr std::string_view passing_name = ".teamctl.out.";  ///< of all other writers, with six letters
/// The same as git is to ignore them.
inline constexpr std::array<std::string_view, 4> passing_files{".teamctl.lock", ".teamctl.tmp*",
                                                               ".teamctl.journal", ".teamctl.out.*"};

/// Writes a result for the user (-o): replaces a plain file, also the one that a link names; writes to what
/// is none, a device or a pipe. Its folder has to be there. As Replacement::commit().
bool write_output(const std::filesystem::path& path, std::string_view bytes);

/// What lies there, also behind links; file_type::not_found where nothing does. Throws where the system
/// cannot say.
std::filesystem::file_status status_of(const std::filesystem::path& path);

/// The directory that holds teamctl.yaml, from `start` upwards.
std::optional<std::filesystem::path> find_root(const std::filesystem::path& start);

}  // namespace teamctl::store
