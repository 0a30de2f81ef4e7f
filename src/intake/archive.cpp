#include "intake/archive.hpp"

#include "intake/archive_library.hpp"

namespace teamctl::intake {
namespace {

// Hundreds of people for years, or the register of a large company, have a fifth of this.
constexpr std::size_t most_bytes_of_part = 48U << 20U;
constexpr std::size_t most_bytes = 96U << 20U;
constexpr zip_int64_t most_parts = 4096;

zip_t* opened(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    auto* zip = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    if (zip == nullptr && source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    if (zip == nullptr || zip_get_num_entries(zip, 0) <= most_parts) return zip;
    zip_discard(zip);
    return nullptr;
}

struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Archive::Discard::operator()(zip* archive) const {
    zip_discard(archive);
}

Archive::Archive(std::string_view bytes) : zip_{opened(bytes)} {}

std::optional<std::string> Archive::part(const std::string& name) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    const auto index = zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE);
    if (index < 0 || zip_stat_index(zip_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0 ||
        (stat.valid & ZIP_STAT_SIZE) == 0)
        return std::nullopt;
    if (stat.size > most_bytes_of_part || stat.size > most_bytes - taken_) {
        too_large_ = true;
        return std::nullopt;
    }
    const std::unique_ptr<zip_file_t, CloseFile> file{
        zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(index), 0)};
    if (!file) return std::nullopt;
    // What the file says of its size is not to be trusted either way: no more is read, and less is an error.
    std::string bytes(stat.size, '\0');
    std::size_t read = 0;
    while (read < bytes.size()) {
        const auto got = zip_fread(file.get(), bytes.data() + read, bytes.size() - read);
        if (got <= 0) return std::nullopt;
        read += static_cast<std::size_t>(got);
    }
    taken_ += bytes.size();
    return bytes;
}

}  // namespace teamctl::intake
