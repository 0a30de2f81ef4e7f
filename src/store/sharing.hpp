// The rights of what is made: in a directory that several users write to, it is open to the others.
#pragma once

#include <filesystem>

namespace teamctl::store {

/// What is made in a folder that its group may write to is its group's, too: group, and its right to read and
/// write. As far as we may; not in folders where everybody keeps their own, as /tmp.
void share_like(int fd, const std::filesystem::path& folder);

/// Lets everybody run what is being written. False where the disk refuses, with errno.
bool let_run(int fd);

}  // namespace teamctl::store
