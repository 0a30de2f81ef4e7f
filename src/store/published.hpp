// A folder of pages that a command makes, and makes anew: only what changed is written, and what it wrote
// before and no longer makes goes. A list in the folder says what it wrote.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace teamctl::store {

/// A digest of bytes, the same on every machine (FNV-1a, 64 bits): tells what changed, and is no seal.
std::uint64_t digest_of(std::string_view bytes, std::uint64_t before = 14695981039346656037U);

/// What all files of the team directory say, and how they are called.
std::uint64_t digest_of_team(const std::filesystem::path& root);

class PublishedFolder {
  public:
    /// The name of the list.
    static constexpr std::string_view list_name = ".teamctl-site";

    explicit PublishedFolder(std::filesystem::path folder);

    /// Whether the folder may be written: it is not there, is empty, or was made by this command.
    bool is_ours() const { return ours_; }
    /// Whether it was made of the same and holds every page as it was written.
    bool is_current(std::uint64_t made_of) const;

    struct Page {
        std::string path;  ///< below the folder
        std::string bytes;
    };
    struct Done {
        std::size_t written = 0;
        std::size_t removed = 0;
    };
    /// Makes the folder hold these pages. Throws SystemError.
    Done write(const std::vector<Page>& pages, std::uint64_t made_of);

  private:
    std::filesystem::path folder_;
    bool ours_ = true;
    std::uint64_t made_of_ = 0;
    std::map<std::string, std::uint64_t> listed_;  ///< digests by path
};

}  // namespace teamctl::store
