#include "store/published.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "store/closings/closing_file.hpp"
#include "store/disk.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_page_bytes = 64U << 20U;

/// The bytes of a page that lies in the folder as a plain file; nothing for anything else.
std::optional<std::string> page_bytes(const fs::path& folder, const std::string& path) {
    if (path_kind(folder, path) != PathKind::file) return std::nullopt;
    return read_file(folder / path, most_page_bytes);
}

/// Where it is written; whoever was cut short there writes over it.
fs::path passing_path(const fs::path& path) {
    return path.parent_path() / (std::string{passing_name} + path.filename().string());
}

/// Pages can be made again, so the disk need not confirm them; still each is the old or the new one.
void put(const fs::path& path, std::string_view bytes) {
    if (!fs::is_directory(path.parent_path())) make_directories(path.parent_path());
    const auto passing = passing_path(path);
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

/// A folder that was begun and holds no list yet has nothing but files that were being written.
bool is_unused(const fs::path& folder) {
    if (!fs::is_directory(status_of(folder))) return false;
    return std::ranges::all_of(fs::directory_iterator{folder}, [](const auto& entry) {
        return entry.path().filename().string().starts_with(passing_name);
    });
}

std::string list_of(const std::string& made_of, const std::map<std::string, std::string>& pages) {
    std::string list = made_of + "\n";
    for (const auto& [path, digest] : pages) list += digest + " " + path + "\n";
    return list;
}

}  // namespace

std::string digest_of_team(const fs::path& root) {
    std::vector<std::string> folders{""};
    std::string digests;
    while (!folders.empty()) {
        const auto folder = std::move(folders.back());
        folders.pop_back();
        for (const auto& name : list_directory(root / folder)) {
            const auto path = folder.empty() ? name : folder + "/" + name;
            const auto kind = path_kind(root, path);
            if (kind == PathKind::directory && !fs::exists(root / path / PublishedFolder::list_name))
                folders.push_back(path);
            if (kind != PathKind::file || !name.ends_with(".yaml")) continue;
            digests += path + " " + digest_of(read_file(root / path, most_page_bytes).value_or("")) + "\n";
        }
    }
    return digest_of(digests);
}

PublishedFolder::PublishedFolder(fs::path folder) : folder_{std::move(folder)} {
    if (!fs::exists(status_of(folder_))) return;
    const auto list = page_bytes(folder_, std::string{list_name});
    if (!list) {
        ours_ = is_unused(folder_);
        return;
    }
    std::string_view rest{*list};
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const auto blank = line.find(' ');
        if (blank == std::string_view::npos)
            made_of_ = line;
        else
            listed_[std::string{line.substr(blank + 1)}] = line.substr(0, blank);
    }
}

bool PublishedFolder::is_current(const std::string& made_of) const {
    return made_of == made_of_ && !listed_.empty() && std::ranges::all_of(listed_, [&](const auto& page) {
               const auto bytes = page_bytes(folder_, page.first);
               return bytes && digest_of(*bytes) == page.second;
           });
}

void PublishedFolder::claim() {
    if (!fs::is_directory(folder_)) make_directories(folder_);
    if (path_kind(folder_, list_name) != PathKind::file) put(folder_ / list_name, list_of("unfinished", {}));
}

PublishedFolder::Done PublishedFolder::write(const std::vector<Page>& pages, const std::string& made_of) {
    Done done;
    if (!fs::is_directory(folder_)) make_directories(folder_);
    std::map<std::string, std::string> listed;
    std::vector<const Page*> changed;
    for (const auto& page : pages) {
        listed[page.path] = digest_of(page.bytes);
        if (page_bytes(folder_, page.path) != page.bytes) changed.push_back(&page);
    }
    // First what may lie here from now on, made of nothing known: who is cut short is found to be ours.
    auto both = listed;
    both.insert(listed_.begin(), listed_.end());
    if (!changed.empty()) put(folder_ / list_name, list_of("unfinished", both));
    for (const auto* page : changed) put(folder_ / page->path, page->bytes);
    done.written = changed.size();
    for (const auto& [path, digest] : listed_) {
        // Only what a list of ours may name is removed, whatever somebody wrote into it.
        if (listed.contains(path) || !path.ends_with(".html") || path_kind(folder_, path) != PathKind::file)
            continue;
        std::error_code error;
        if (fs::remove(folder_ / path, error)) ++done.removed;
        fs::remove(passing_path(folder_ / path), error);
        for (auto above = (folder_ / path).parent_path(); above != folder_ && fs::is_empty(above, error);
             above = above.parent_path())
            fs::remove(above, error);
    }
    put(folder_ / list_name, list_of(made_of, listed));
    listed_ = std::move(listed);
    made_of_ = made_of;
    return done;
}

}  // namespace teamctl::store
