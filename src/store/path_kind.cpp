// What lies at a path: nothing, a file, something outside of the team; and never "nothing" where the system
// cannot say.
#include <algorithm>

#include "store/disk.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* settings_name = "teamctl.yaml";

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

/// What lies there where no name below the root is a link, as is almost always so: without looking at all the
/// folders above. Nothing where it takes more to say.
std::optional<PathKind> kind_without_links(const fs::path& root, const fs::path& wanted) {
    auto path = root;
    auto type = fs::file_type::directory;
    std::error_code error;
    for (const auto& name : wanted) {
        if (type != fs::file_type::directory) return std::nullopt;
        path /= name;
        type = fs::symlink_status(path, error).type();
    }
    if (wanted.empty()) return std::nullopt;
    if (type == fs::file_type::regular) return PathKind::file;
    return type == fs::file_type::directory ? std::optional{PathKind::directory} : std::nullopt;
}

}  // namespace

PathKind path_kind(const fs::path& root, std::string_view relative) {
    const fs::path wanted{relative};
    if (wanted.is_absolute() || std::find(wanted.begin(), wanted.end(), "..") != wanted.end())
        return PathKind::outside;
    if (const auto kind = kind_without_links(root, wanted)) return *kind;
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

fs::file_status status_of(const fs::path& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::status_known(status)) throw SystemError("open", path, error.value());
    return status;
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
