#include "store/published.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <iterator>
#include <system_error>

#include "store/disk.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_bytes = 64U << 20U;

/// The bytes of a page that lies in the folder as a plain file; nothing for anything else.
std::optional<std::string> page_bytes(const fs::path& folder, const std::string& path) {
    if (path_kind(folder, path) != PathKind::file) return std::nullopt;
    return read_file(folder / path, most_bytes);
}

/// Pages can be made again, so the disk need not confirm them; still each is the old or the new one.
void put(const fs::path& path, std::string_view bytes) {
    fs::create_directories(path.parent_path());
    const auto passing = path.parent_path() / (std::string{passing_name} + path.filename().string());
    {
        std::ofstream out{passing, std::ios::binary | std::ios::trunc};
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) throw SystemError("write", path, errno);
    }
    std::error_code error;
    fs::rename(passing, path, error);
    if (error) throw SystemError("write", path, error.value());
}

std::optional<std::uint64_t> hexadecimal(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::uint64_t digest_of(std::string_view bytes, std::uint64_t before) {
    constexpr std::uint64_t prime = 1099511628211U;
    for (const char byte : bytes) before = (before ^ static_cast<unsigned char>(byte)) * prime;
    return before;
}

std::uint64_t digest_of_team(const fs::path& root) {
    std::vector<std::string> folders{""};
    std::uint64_t digest = digest_of("");
    while (!folders.empty()) {
        const auto folder = std::move(folders.back());
        folders.pop_back();
        for (const auto& name : list_directory(root / folder)) {
            const auto path = folder.empty() ? name : folder + "/" + name;
            const auto kind = path_kind(root, path);
            if (kind == PathKind::directory && !fs::exists(root / path / PublishedFolder::list_name))
                folders.push_back(path);
            if (kind != PathKind::file || !name.ends_with(".yaml")) continue;
            const auto bytes = read_file(root / path, most_bytes);
            digest = digest_of(bytes.value_or(""), digest_of(path, digest));
        }
    }
    return digest;
}

PublishedFolder::PublishedFolder(fs::path folder) : folder_{std::move(folder)} {
    if (std::error_code error; !fs::exists(folder_, error)) return;
    const auto list = page_bytes(folder_, std::string{list_name});
    if (!list) {
        std::error_code error;
        ours_ = fs::is_directory(folder_, error) && fs::is_empty(folder_, error);
        return;
    }
    std::string_view rest{*list};
    bool first = true;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const auto blank = line.find(' ');
        const auto digest = hexadecimal(line.substr(0, blank));
        if (!digest) continue;
        if (std::exchange(first, false)) {
            made_of_ = *digest;
        } else if (blank != std::string_view::npos) {
            listed_[std::string{line.substr(blank + 1)}] = *digest;
        }
    }
}

bool PublishedFolder::is_current(std::uint64_t made_of) const {
    return made_of == made_of_ && !listed_.empty() && std::ranges::all_of(listed_, [&](const auto& page) {
               const auto bytes = page_bytes(folder_, page.first);
               return bytes && digest_of(*bytes) == page.second;
           });
}

PublishedFolder::Done PublishedFolder::write(const std::vector<Page>& pages, std::uint64_t made_of) {
    Done done;
    fs::create_directories(folder_);
    std::map<std::string, std::uint64_t> listed;
    std::string list = fmt::format("{:016x}\n", made_of);
    for (const auto& page : pages) listed[page.path] = digest_of(page.bytes);
    for (const auto& [path, digest] : listed) list += fmt::format("{:016x} {}\n", digest, path);
    for (const auto& page : pages) {
        if (page_bytes(folder_, page.path) == page.bytes) continue;
        put(folder_ / page.path, page.bytes);
        ++done.written;
    }
    for (const auto& [path, digest] : listed_) {
        // Only what a list of ours may name is removed, whatever somebody wrote into it.
        if (listed.contains(path) || !path.ends_with(".html") || path_kind(folder_, path) != PathKind::file)
            continue;
        std::error_code error;
        if (fs::remove(folder_ / path, error)) ++done.removed;
        for (auto above = (folder_ / path).parent_path(); above != folder_ && fs::is_empty(above, error);
             above = above.parent_path())
            fs::remove(above, error);
    }
    put(folder_ / list_name, list);
    listed_ = std::move(listed);
    made_of_ = made_of;
    return done;
}

}  // namespace teamctl::store
