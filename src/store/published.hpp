// A folder of pages that a command makes, and makes anew: only what changed is written, and what it wrote
// before and no longer makes goes. A list in the folder says what it wrote.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace teamctl::store {

/// A digest of what all files of the team directory say, and how they are called.
std::string digest_of_team(const std::filesystem::path& root);

class PublishedFolder {
  public:
    /// The name of the list.
    static constexpr std::string_view list_name = ".teamctl-site";

    explicit PublishedFolder(std::filesystem::path folder);

    /// Whether the folder may be written: it is not there, is empty, or was made by this command.
    bool is_ours() const { return ours_; }
    /// Whether it was made of the same and holds every page as it was written.
    bool is_current(const std::string& made_of) const;
    /// Whether it holds that page, as far as the list says.
    bool holds(const std::string& path) const { return listed_.contains(path); }

    struct Page {
        std::string path;  ///< below the folder
        std::string bytes;
    };
    struct Done {
        std::size_t written = 0;
        std::size_t removed = 0;
    };
    /// Makes it one of this command before other things come to lie in it. Throws SystemError.
    void claim();
    /// Makes the folder hold these pages. Throws SystemError.
    Done write(const std::vector<Page>& pages, const std::string& made_of);

  private:
    std::filesystem::path folder_;
    bool ours_ = true;
    std::string made_of_;
    std::map<std::string, std::string> listed_;  ///< digests by path
};

}  // namespace teamctl::store
