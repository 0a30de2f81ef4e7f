#include "store/disk.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/text.hpp"
#include "store/sharing.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

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
    File(File&& other) noexcept : path_{std::move(other.path_)}, fd_{other.release()} {}
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

fs::path parent_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

/// A device or a pipe is written to, never replaced.
void write_device(const fs::path& path, std::string_view bytes) {
    File file{path, O_WRONLY};
    if (!file.good()) throw SystemError("open", path, errno);
    write_all(file, path, bytes);
    file.close();
}

/// Mode and group of the file that is replaced, as far as we may; of a new one, as its folder is shared.
void take_after(int fd, const fs::path& target) {
    struct stat old = {};
    if (::stat(target.c_str(), &old) != 0) return share_like(fd, parent_of(target));
    struct stat now = {};
    if (::fstat(fd, &now) == 0 && now.st_gid != old.st_gid)
        (void)!::fchown(fd, static_cast<uid_t>(-1), old.st_gid);  // who is not of the group cannot
    if (::fchmod(fd, old.st_mode & 07777) != 0) throw SystemError("write", target, errno);
}

void fill(const File& file, const fs::path& temporary, const fs::path& target, std::string_view bytes) {
    take_after(file.fd(), target);
    write_all(file, target, bytes);
    if (::fsync(file.fd()) != 0) throw SystemError("write", temporary, errno);
}

/// Opens a file that nobody has made before.
File open_new(const fs::path& path) {
    return File{path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW};
}

/// The temporary file of the lock's holder: one that is there was left by a killed writer.
File open_own(const fs::path& temporary) {
    File file = open_new(temporary);
    if (file.good()) return file;
    if (errno != EEXIST || ::unlink(temporary.c_str()) != 0) throw SystemError("create", temporary, errno);
    File again = open_new(temporary);
    if (!again.good()) throw SystemError("create", temporary, errno);
    return again;
}

constexpr std::size_t letters = 6;

/// Removes the temporary files of our own in a folder that no writer holds any more.
void sweep(const fs::path& folder) {
    DIR* directory = ::opendir(folder.c_str());
    if (directory == nullptr) return;
    while (const auto* entry = ::readdir(directory)) {
        const std::string_view name{entry->d_name};
        if (!name.starts_with(passing_name) || name.size() != passing_name.size() + letters) continue;
        const fs::path path = folder / name;
        const File left{path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK};
        struct stat status = {};
        if (left.good() && ::fstat(left.fd(), &status) == 0 && status.st_uid == ::geteuid() &&
            ::flock(left.fd(), LOCK_EX | LOCK_NB) == 0 && is_same_file(left.fd(), path))
            ::unlink(path.c_str());
    }
    ::closedir(directory);
}

/// A name in the folder that nobody can foresee.
fs::path fresh_name(const fs::path& folder) {
    constexpr std::string_view alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    unsigned char random[letters] = {};
    if (::getrandom(random, sizeof random, 0) != static_cast<ssize_t>(sizeof random))
        throw SystemError("create", folder, errno);
    std::string name{passing_name};
    for (const auto byte : random) name += alphabet[byte % alphabet.size()];
    return folder / name;
}

/// The file itself, also behind a link: the link stays.
fs::path behind_links(const fs::path& path) {
    std::error_code error;
    return fs::is_symlink(fs::symlink_status(path, error)) ? fs::canonical(path) : path;
}

}  // namespace

// phrase keys: system.*
SystemError::SystemError(std::string_view action, const fs::path& path, int error)
    : std::runtime_error{fmt::format("{} {}: {}", action, path.string(), std::strerror(error))},
      phrase_{say("system." + std::string{action}, made_harmless(path.string()), reason_of(error))} {}

SystemError::SystemError(Phrase phrase, int error)
    : std::runtime_error{std::strerror(error)}, phrase_{std::move(phrase)} {}

std::optional<std::string> read_file(const fs::path& path, std::size_t limit) {
    const File file{path, O_RDONLY | O_NONBLOCK};
    if (!file.good()) throw SystemError("open", path, errno);
    struct stat status = {};
    if (::fstat(file.fd(), &status) != 0) throw SystemError("read", path, errno);
    if (!S_ISREG(status.st_mode)) throw SystemError("read", path, S_ISDIR(status.st_mode) ? EISDIR : EINVAL);
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

bool is_same_file(int fd, const fs::path& path) {
    struct stat opened = {};
    struct stat named = {};
    return ::fstat(fd, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

void make_directories(const fs::path& directory) {
    if (directory.empty() || fs::is_directory(directory)) return;
    make_directories(directory.parent_path());
    if (::mkdir(directory.c_str(), 0777) != 0 && errno != EEXIST)
        throw SystemError("create", directory, errno);
    if (const File made{directory, O_RDONLY | O_DIRECTORY}; made.good())
        share_like(made.fd(), parent_of(directory));
    if (!sync_directory(parent_of(directory))) throw SystemError("write", parent_of(directory), errno);
}

namespace {
std::atomic<bool> disk_changed{false};
}  // namespace

void note_change() noexcept {
    disk_changed = true;
}

bool has_changed() noexcept {
    return disk_changed;
}

bool sync_directory(const fs::path& directory) {
    const File file{directory, O_RDONLY | O_DIRECTORY};
    if (!file.good()) return false;
    return ::fsync(file.fd()) == 0 || errno == EINVAL || errno == EROFS;
}

void write_temporary(const fs::path& temporary, const fs::path& target, std::string_view bytes) {
    File file = open_own(temporary);
    fill(file, temporary, target, bytes);
    file.close();
}

Replacement::Replacement(const fs::path& path, const fs::path& temporary, std::string_view bytes)
    : path_{behind_links(path)}, temporary_{temporary} {
    make_directories(parent_of(path_));
    File file = open_own(temporary_);
    ours_ = true;
    try {
        fill(file, temporary_, path_, bytes);
    } catch (...) {
        drop();
        throw;
    }
    fd_ = file.release();
}

Replacement::Replacement(const fs::path& path, std::string_view bytes) : path_{behind_links(path)} {
    const auto folder = parent_of(path_);
    make_directories(folder);
    sweep(folder);
    for (int attempt = 0; fd_ < 0; ++attempt) {
        temporary_ = fresh_name(folder);
        File file = open_new(temporary_);
        if (!file.good() && (errno != EEXIST || attempt == 100))
            throw SystemError("create", temporary_, errno);
        if (!file.good()) continue;
        ours_ = true;
        // Others sweep what is not locked; who got there first has removed it.
        if (::flock(file.fd(), LOCK_EX | LOCK_NB) != 0 || !is_same_file(file.fd(), temporary_)) {
            drop();
            continue;
        }
        try {
            fill(file, temporary_, path_, bytes);
        } catch (...) {
            drop();
            throw;
        }
        fd_ = file.release();
    }
}

Replacement::~Replacement() {
    drop();
    if (fd_ >= 0) ::close(fd_);
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
    return ::fsync(directory.fd()) == 0 || errno == EINVAL || errno == EROFS;
}

bool replace_file(const fs::path& path, std::string_view bytes) {
    return Replacement{path, bytes}.commit();
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
    return replace_file(target, bytes);
}

}  // namespace teamctl::store
