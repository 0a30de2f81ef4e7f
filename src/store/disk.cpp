#include "store/disk.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <thread>
#include <utility>

#include "base/text.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

constexpr auto lock_name = passing_files[0];
constexpr auto temporary_name = passing_files[1];
constexpr auto output_temporary_name = passing_files[2];
constexpr const char* settings_name = "teamctl.yaml";

/// Why a system call failed: the common reasons in the user's language, the others as the system names them.
Phrase reason_of(int error) {
    switch (error) {
        case ENOSPC:
        case EDQUOT:
            return say("system.no_space");
        case EACCES:
        case EPERM:
            return say("system.no_permission");
        case EROFS:
            return say("system.read_only");
        case ENOENT:
            return say("system.not_there");
        case ENOTDIR:
            return say("system.no_directory");
        case EISDIR:
            return say("system.directory");
        case ELOOP:
            return say("system.link");
        case EIO:
            return say("system.device");
        case EMFILE:
        case ENFILE:
            return say("system.many_files");
        default:
            return verbatim(std::strerror(error));
    }
}

/// A descriptor that closes itself.
class File {
  public:
    File(const fs::path& path, int flags, mode_t mode = 0666)
        : path_{path}, fd_{::open(path.c_str(), flags | O_CLOEXEC, mode)} {}
    ~File() {
        if (fd_ >= 0) ::close(fd_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int fd() const { return fd_; }
    bool good() const { return fd_ >= 0; }
    int release() { return std::exchange(fd_, -1); }
    /// Closes and reports what a delayed write may report only now.
    void close() {
        const int fd = std::exchange(fd_, -1);
        if (::close(fd) != 0) throw SystemError("write", path_, errno);
    }

  private:
    fs::path path_;
    int fd_;
};

bool below(const fs::path& root, const fs::path& path) {
    const auto mismatch = std::mismatch(root.begin(), root.end(), path.begin(), path.end());
    return mismatch.first == root.end();
}

/// Not there, rather than there and out of reach: what cannot be reached must never count as missing.
bool absent(const std::error_code& error) {
    return error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
}

/// Whether the nearest folder that is there, of those above a missing path, lies outside the root.
bool leads_outside(const fs::path& root, fs::path wanted) {
    std::error_code error;
    const fs::path real_root = fs::canonical(root, error);
    if (error) throw SystemError("open", root, error.value());
    while (wanted.has_relative_path()) {
        wanted = wanted.parent_path();
        const fs::path real = fs::canonical(root / wanted, error);
        if (!error) return !below(real_root, real);
        if (!absent(error)) throw SystemError("open", root / wanted, error.value());
        // A link to nowhere: what it names is not known to lie below the root.
        if (fs::is_symlink(fs::symlink_status(root / wanted, error))) return true;
    }
    return false;
}

std::string holder_of(int fd) {
    char buffer[32] = {};
    const auto size = ::pread(fd, buffer, sizeof buffer - 1, 0);
    return size > 0 ? std::string{trimmed(std::string_view{buffer, static_cast<std::size_t>(size)})} : "?";
}

/// Waits until the lock is ours; throws naming who holds it where it stays taken.
void wait_for_lock(int fd, const fs::path& path, std::chrono::milliseconds timeout) {
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    while (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        const int error = errno;
        const bool busy = error == EWOULDBLOCK || error == EINTR;
        if (!busy) throw SystemError("lock", path, error);
        if (std::chrono::steady_clock::now() >= deadline)
            throw SystemError(say("system.held", made_harmless(path.string()), holder_of(fd)), error);
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
}

void write_all(const File& file, const fs::path& path, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file.fd(), bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) continue;
            throw SystemError("write", path, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Some file systems cannot sync a directory; that is not a failure of ours.
bool synced(const File& directory) {
    return ::fsync(directory.fd()) == 0 || errno == EINVAL || errno == EROFS;
}

fs::path parent_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

/// Makes the directories that are missing, each one's entry synced into its parent.
void make_directories(const fs::path& directory) {
    if (directory.empty() || fs::is_directory(directory)) return;
    make_directories(directory.parent_path());
    if (::mkdir(directory.c_str(), 0777) != 0 && errno != EEXIST)
        throw SystemError("create", directory, errno);
    const File parent{parent_of(directory), O_RDONLY | O_DIRECTORY};
    if (!parent.good()) throw SystemError("open", parent_of(directory), errno);
    if (!synced(parent)) throw SystemError("write", parent_of(directory), errno);
}

/// A device or a pipe is written to, never replaced.
void write_device(const fs::path& path, std::string_view bytes) {
    File file{path, O_WRONLY};
    if (!file.good()) throw SystemError("open", path, errno);
    write_all(file, path, bytes);
    file.close();
}

bool is_same_file(int fd, const fs::path& path) {
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(fd, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 && S_ISREG(opened.st_mode) &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

/// Opens a temporary file, empty and locked: two writers of one never mix, and what a killed one left is used
/// again.
std::unique_ptr<File> open_alone(const fs::path& temporary) {
    for (int attempt = 0; attempt < 1000; ++attempt) {
        auto file = std::make_unique<File>(temporary, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK);
        if (!file->good()) throw SystemError("create", temporary, errno);
        wait_for_lock(file->fd(), temporary, lock_timeout);
        // The writer before us may have renamed or removed it while we waited.
        if (!is_same_file(file->fd(), temporary)) continue;
        if (::ftruncate(file->fd(), 0) != 0) throw SystemError("write", temporary, errno);
        return file;
    }
    throw SystemError("create", temporary, EBUSY);
}

}  // namespace

// phrase keys: system.*
SystemError::SystemError(std::string_view action, const fs::path& path, int error)
    : std::runtime_error{fmt::format("{} {}: {}", action, path.string(), std::strerror(error))},
      phrase_{say("system." + std::string{action}, made_harmless(path.string()), reason_of(error))} {}

SystemError::SystemError(Phrase phrase, int error)
    : std::runtime_error{std::strerror(error)}, phrase_{std::move(phrase)} {}

PathKind path_kind(const fs::path& root, std::string_view relative) {
    const fs::path wanted{relative};
    if (wanted.is_absolute() || std::find(wanted.begin(), wanted.end(), "..") != wanted.end())
        return PathKind::outside;
    std::error_code error;
    const fs::path real = fs::canonical(root / wanted, error);
    // What is made there must not land outside either, by a folder that is a link.
    if (absent(error)) {
        if (fs::is_symlink(fs::symlink_status(root / wanted, error))) return PathKind::other;
        return leads_outside(root, wanted) ? PathKind::outside : PathKind::missing;
    }
    if (error == std::errc::too_many_symbolic_link_levels) return PathKind::other;
    if (error) throw SystemError("open", root / wanted, error.value());
    // A path without links that begins with the name of the root lies below the root.
    if (!below(root, real) && !below(fs::canonical(root, error), real)) return PathKind::outside;
    const auto status = fs::status(real, error);
    if (error) throw SystemError("read", real, error.value());
    if (fs::is_regular_file(status)) return PathKind::file;
    return fs::is_directory(status) ? PathKind::directory : PathKind::other;
}

std::optional<std::string> read_file(const fs::path& path, std::size_t limit) {
    const File file{path, O_RDONLY | O_NONBLOCK};
    if (!file.good()) throw SystemError("open", path, errno);
    struct stat status = {};
    if (::fstat(file.fd(), &status) != 0) throw SystemError("read", path, errno);
    if (!S_ISREG(status.st_mode)) throw SystemError("read", path, EINVAL);
    if (static_cast<std::size_t>(status.st_size) > limit) return std::nullopt;
    std::string bytes;
    bytes.resize(static_cast<std::size_t>(status.st_size) + 1);
    std::size_t size = 0;
    for (;;) {
        if (size == bytes.size()) bytes.resize(bytes.size() * 2);
        const auto got = ::read(file.fd(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw SystemError("read", path, errno);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
        if (size > limit) return std::nullopt;
    }
    bytes.resize(size);
    return bytes;
}

std::vector<std::string> list_directory(const fs::path& path) {
    std::vector<std::string> names;
    DIR* directory = ::opendir(path.c_str());
    if (directory == nullptr) {
        if (errno == ENOENT || errno == ENOTDIR) return names;
        throw SystemError("open", path, errno);
    }
    errno = 0;
    while (const auto* entry = ::readdir(directory)) {
        if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
    }
    const int error = errno;
    ::closedir(directory);
    if (error != 0) throw SystemError("read", path, error);
    std::sort(names.begin(), names.end());
    return names;
}

Replacement::Replacement(const fs::path& path, const fs::path& temporary, std::string_view bytes)
    : path_{path}, temporary_{temporary} {
    make_directories(parent_of(path));
    const auto opened = open_alone(temporary);
    ours_ = true;
    try {
        struct stat old = {};
        if (::stat(path.c_str(), &old) == 0 && ::fchmod(opened->fd(), old.st_mode & 07777) != 0)
            throw SystemError("write", temporary, errno);
        write_all(*opened, path, bytes);
        if (::fsync(opened->fd()) != 0) throw SystemError("write", temporary, errno);
    } catch (...) {
        drop();
        throw;
    }
    lock_ = opened->release();
}

Replacement::~Replacement() {
    drop();
    if (lock_ >= 0) ::close(lock_);
}

void Replacement::drop() {
    if (std::exchange(ours_, false)) ::unlink(temporary_.c_str());
}

bool Replacement::commit() {
    // Opened before anything is changed: behind the rename nothing but the sync is left to fail.
    const File directory{parent_of(path_), O_RDONLY | O_DIRECTORY};
    if (!directory.good()) throw SystemError("open", parent_of(path_), errno);
    if (::rename(temporary_.c_str(), path_.c_str()) != 0) throw SystemError("write", path_, errno);
    ours_ = false;
    return synced(directory);
}

bool replace_file(const fs::path& path, const fs::path& temporary, std::string_view bytes) {
    return Replacement{path, temporary, bytes}.commit();
}

bool write_output(const fs::path& path, std::string_view bytes) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    const fs::path target = error ? path : real;
    if (fs::exists(target, error) && !fs::is_regular_file(target, error)) {
        write_device(target, bytes);
        return true;
    }
    if (!fs::is_directory(parent_of(target), error)) throw SystemError("open", parent_of(target), ENOENT);
    return replace_file(target, parent_of(target) / output_temporary_name, bytes);
}

WriteLock::WriteLock(const fs::path& root, std::chrono::milliseconds timeout)
    : temporary_{root / temporary_name} {
    const fs::path path = root / lock_name;
    fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd_ < 0) throw SystemError("open", path, errno);
    try {
        wait_for_lock(fd_, path, timeout);
    } catch (...) {
        ::close(fd_);
        throw;
    }
    const std::string pid = fmt::format("{}\n", ::getpid());
    // The pid only serves the message above; a failing write of it must not keep anybody from writing.
    if (::ftruncate(fd_, 0) == 0) (void)!::pwrite(fd_, pid.data(), pid.size(), 0);
    ::unlink(temporary_.c_str());
}

WriteLock::~WriteLock() {
    ::close(fd_);
}

void remove_leftovers(const fs::path& root) {
    const fs::path temporary = root / temporary_name;
    if (::access(temporary.c_str(), F_OK) != 0) return;
    const File lock{root / lock_name, O_RDWR | O_CREAT | O_NOFOLLOW};
    if (lock.good() && ::flock(lock.fd(), LOCK_EX | LOCK_NB) == 0) ::unlink(temporary.c_str());
}

std::optional<fs::path> find_root(const fs::path& start) {
    std::error_code error;
    fs::path at = fs::canonical(start, error);
    if (absent(error) || start.empty()) return std::nullopt;
    if (error) throw SystemError("open", start, error.value());
    for (;;) {
        if (fs::exists(at / settings_name, error)) return at;
        if (error && !absent(error)) throw SystemError("open", at / settings_name, error.value());
        if (!at.has_relative_path()) return std::nullopt;
        at = at.parent_path();
    }
}

}  // namespace teamctl::store
