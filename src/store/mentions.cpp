#include "store/mentions.hpp"

#include <algorithm>
#include <atomic>

#include "base/parallel.hpp"
#include "store/disk.hpp"
#include "team/files.hpp"
#include "yaml/document.hpp"

namespace teamctl::store {
namespace {

std::vector<std::string> files_until(const std::filesystem::path& root, Date until) {
    std::vector<std::string> paths;
    for (const auto& month : list_directory(root / "log")) {
        const std::string folder = "log/" + month;
        if (!parse_month(month) || path_kind(root, folder) != PathKind::directory) continue;
        for (const auto& name : list_directory(root / folder)) {
            const auto date = team::log_date(folder + "/" + name);
            if (date && *date <= until) paths.push_back(folder + "/" + name);
        }
    }
    return paths;
}

bool holds(std::string bytes, const Mentions& what) {
    const auto found = [&](const std::string& text) { return bytes.find(text) != std::string::npos; };
    if (std::any_of(what.texts.begin(), what.texts.end(), found)) return true;
    if (what.numbers.empty()) return false;
    std::erase_if(bytes, [](char c) { return c < '0' || c > '9'; });
    return std::any_of(what.numbers.begin(), what.numbers.end(), found);
}

}  // namespace

bool mentioned(const std::filesystem::path& root, Date until, const Mentions& what) {
    const auto paths = files_until(root, until);
    std::atomic<bool> found = false;
    in_parts(paths.size(), [&](std::size_t from, std::size_t to) {
        for (auto i = from; i < to && !found; ++i) {
            if (path_kind(root, paths[i]) != PathKind::file) continue;
            auto bytes = read_file(root / paths[i], yaml::Limits{}.bytes);
            if (!bytes || holds(std::move(*bytes), what)) found = true;
        }
    });
    return found;
}

}  // namespace teamctl::store
