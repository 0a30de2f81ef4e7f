#include "store/load.hpp"

#include "store/disk.hpp"

namespace teamctl::store {

namespace fs = std::filesystem;

Period always() {
    return {make_date(first_year, 1, 1), make_date(last_year, 12, 31), Period::Unit::range};
}

/// The source with its document; null where there is none.
const team::Source* Loaded::source_of(const team::Origin& origin) const {
    // Files that a closing stands for come after the sources, by name alone.
    if (origin.file >= team.files.size()) return nullptr;
    if (origin.file < sources.size() && sources[origin.file].document) return &sources[origin.file];
    const auto known = read_again_.find(origin.file);
    if (known != read_again_.end()) return &known->second;
    constexpr std::size_t most = 64;
    if (read_again_.size() == most) read_again_.clear();
    Diagnostics reported_before;
    auto again = load_source(root, team.files[origin.file], reported_before);
    return again ? &(read_again_[origin.file] = std::move(*again)) : nullptr;
}

Place Loaded::place(const team::Origin& origin, std::initializer_list<std::string_view> keys) const {
    const auto* source = source_of(origin);
    return source != nullptr ? team::place_of(*source, origin.mark, keys)
                             : Place{team.files[origin.file], origin.mark, {}, 0};
}

Place Loaded::field_place(const team::Record& record, std::string_view field) const {
    const auto* source = source_of(record.origin);
    return source != nullptr ? team::place_of_field(*source, record.origin.mark, field)
                             : place(record.origin);
}

std::optional<std::string> load_text(const fs::path& root, const std::string& path,
                                     Diagnostics& diagnostics) {
    const auto refuse = [&](Phrase message, Phrase hint = {}) {
        diagnostics.error("not-a-file", {path, {}, {}, 0}, std::move(message), std::move(hint));
        return std::nullopt;
    };
    switch (path_kind(root, path)) {
        case PathKind::missing:
            return refuse(say("store.missing"));
        case PathKind::outside:
            return refuse(say("store.link_outside"), say("store.replace_link"));
        case PathKind::directory:
        case PathKind::other:
            return refuse(say("store.not_a_file"), say("store.put_a_file"));
        case PathKind::file:
            break;
    }
    const yaml::Limits limits;
    auto bytes = read_file(root / path, limits.bytes);
    if (!bytes) return refuse(say("store.too_large", limits.bytes >> 20U));
    if (!team::file_kind(path)) return refuse(say("store.unknown_file"));
    return bytes;
}

std::optional<team::Source> parse_source(const std::string& path, std::string text,
                                         Diagnostics& diagnostics) {
    auto document = yaml::parse(path, std::move(text), diagnostics);
    if (!document) return std::nullopt;
    return team::Source{path, *team::file_kind(path), std::move(document)};
}

std::optional<team::Source> load_source(const fs::path& root, const std::string& path,
                                        Diagnostics& diagnostics) {
    auto text = load_text(root, path, diagnostics);
    return text ? parse_source(path, std::move(*text), diagnostics) : std::nullopt;
}

}  // namespace teamctl::store
