#include "store/lock.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <exception>
#include <string>
#include <thread>

#include "base/text.hpp"
#include "store/sharing.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

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

/// The lock is made by who comes first; others of a shared directory may be allowed to read it alone, which
/// is enough to lock it.
int open_lock(const fs::path& path) {
    constexpr int flags = O_CLOEXEC | O_NOFOLLOW;
    int fd = ::open(path.c_str(), O_RDWR | O_CREAT | flags, 0666);
    if (fd < 0 && errno == EACCES) {
        fd = ::open(path.c_str(), O_RDONLY | flags);
        if (fd < 0) errno = EACCES;  // also where there is none yet
    }
    if (fd >= 0) share_like(fd, path.parent_path());
    return fd;
}

}  // namespace

WriteLock::WriteLock(const fs::path& root, std::chrono::milliseconds timeout, Settle how) : root_{root} {
    const fs::path path = root / lock_name;
    fd_ = open_lock(path);
    if (fd_ < 0) throw SystemError("open", path, errno);
    try {
        wait_for_lock(fd_, path, timeout);
        while (!is_same_file(fd_, path)) {  // its holder took it away with it
            ::close(fd_);
            fd_ = open_lock(path);
            if (fd_ < 0) throw SystemError("open", path, errno);
            wait_for_lock(fd_, path, timeout);
        }
        const std::string pid = fmt::format("{}\n", ::getpid());
        // The pid only serves the message above; a failing write of it must not keep anybody from writing.
        if (::ftruncate(fd_, 0) == 0) (void)!::pwrite(fd_, pid.data(), pid.size(), 0);
        settle(root, how);
    } catch (...) {
        ::close(fd_);
        throw;
    }
}

WriteLock::~WriteLock() {
    ::close(fd_);
}

void WriteLock::take_away() const {
    ::unlink((root_ / lock_name).c_str());
}

bool remove_leftovers(const fs::path& root) {
    if (!has_leftovers(root)) return false;
    const int fd = open_lock(root / lock_name);
    if (fd < 0) return true;
    try {
        if (::flock(fd, LOCK_EX | LOCK_NB) == 0) settle(root);
    } catch (const std::exception&) {
        // Who may only read leaves it to a writer.
    }
    ::close(fd);
    return true;
}

}  // namespace teamctl::store
