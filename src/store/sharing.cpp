#include "store/sharing.hpp"

#include <sys/stat.h>
#include <unistd.h>

namespace teamctl::store {

void share_like(int fd, const std::filesystem::path& folder) {
    struct stat above = {};
    struct stat made = {};
    if (::stat(folder.c_str(), &above) != 0 || ::fstat(fd, &made) != 0) return;
    if ((above.st_mode & S_IWGRP) == 0 || (above.st_mode & S_ISVTX) != 0 || made.st_uid != ::geteuid())
        return;
    if (made.st_gid != above.st_gid && ::fchown(fd, static_cast<uid_t>(-1), above.st_gid) != 0) return;
    const mode_t rights =
        S_ISDIR(made.st_mode) ? S_IRWXG | (above.st_mode & S_ISGID) : mode_t{S_IRGRP | S_IWGRP};
    if ((made.st_mode & rights) == rights) return;
    (void)!::fchmod(fd, (made.st_mode & 07777) | rights);
}

bool let_run(int fd) {
    constexpr mode_t all = S_IXUSR | S_IXGRP | S_IXOTH;
    struct stat made = {};
    if (::fstat(fd, &made) != 0) return false;
    return (made.st_mode & all) == all ||
           (::fchmod(fd, (made.st_mode & 07777) | all) == 0 && ::fsync(fd) == 0);
}

}  // namespace teamctl::store
