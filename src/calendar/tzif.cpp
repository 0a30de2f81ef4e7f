#include "calendar/tzif.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "calendar/tz_rule.hpp"

namespace teamctl::calendar {
namespace {

constexpr std::int64_t max_offset = 26 * 3600;
constexpr int last_written_year = 3000;

/// The fixed head of a TZif data block (RFC 9636, section 3.1).
struct Header {
    char version = 0;
    std::size_t isut = 0, isstd = 0, leap = 0, time = 0, type = 0, chars = 0;

    std::size_t block_size(std::size_t time_width) const {
        return time * time_width + time + type * 6 + chars + leap * (time_width + 4) + isstd + isut;
    }
};

constexpr std::size_t header_size = 44;

/// Big-endian, two's complement.
std::int64_t number_at(std::string_view bytes, std::size_t width) {
    std::uint64_t value = (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (std::size_t i = 0; i < width; ++i) value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return static_cast<std::int64_t>(value);
}

std::optional<Header> read_header(std::string_view bytes) {
    if (bytes.size() < header_size || bytes.substr(0, 4) != "TZif") return std::nullopt;
    const auto count = [bytes](std::size_t index) {
        return static_cast<std::size_t>(number_at(bytes.substr(20 + 4 * index), 4) & 0xffffffff);
    };
    const Header header{bytes[4], count(0), count(1), count(2), count(3), count(4), count(5)};
    const auto most = std::max({header.isut, header.isstd, header.leap, header.time, header.chars});
    return header.type == 0 || header.type > 256 || most > 100'000 ? std::nullopt : std::optional{header};
}

/// The transitions of one data block.
std::optional<std::vector<OffsetStretch>> read_block(std::string_view block, const Header& header,
                                                     std::size_t width) {
    const auto indices = block.substr(header.time * width);
    const auto types = indices.substr(header.time);
    std::vector<Seconds> offsets;
    for (std::size_t i = 0; i < header.type; ++i) {
        const auto offset = number_at(types.substr(i * 6), 4);
        if (offset < -max_offset || offset > max_offset) return std::nullopt;
        offsets.emplace_back(offset);
    }
    std::vector<OffsetStretch> stretches{{Instant::min(), offsets[0]}};
    for (std::size_t i = 0; i < header.time; ++i) {
        const auto type = static_cast<unsigned char>(indices[i]);
        const Instant begin{Seconds{number_at(block.substr(i * width), width)}};
        if (type >= offsets.size() || begin < stretches.back().begin) return std::nullopt;
        stretches.push_back({begin, offsets[type]});
    }
    return stretches;
}

/// Writes the rule out behind the stretches that are there.
void extend(std::vector<OffsetStretch>& stretches, const TzRule& rule) {
    const Instant last = stretches.back().begin;
    if (!rule.summer) {
        if (stretches.size() == 1) stretches.front().offset = rule.offset;
        return;
    }
    int year = 1970;
    if (stretches.size() == 1) {
        stretches.front().offset = rule.offset;
    } else {
        const auto day = std::chrono::floor<std::chrono::days>(last);
        year = static_cast<int>(std::chrono::year_month_day{day}.year()) - 1;
    }
    std::vector<OffsetStretch> more;
    for (; year <= last_written_year; ++year) {
        more.push_back({rule.summer->begin.instant(year, rule.offset), rule.summer->offset});
        more.push_back({rule.summer->end.instant(year, rule.summer->offset), rule.offset});
    }
    std::stable_sort(more.begin(), more.end(),
                     [](const auto& a, const auto& b) { return a.begin < b.begin; });
    for (const auto& stretch : more) {
        if (stretch.begin > last) stretches.push_back(stretch);
    }
}

}  // namespace

std::size_t ZoneOffsets::index_at(Instant instant) const {
    const auto after = std::upper_bound(stretches_.begin() + 1, stretches_.end(), instant,
                                        [](Instant at, const auto& stretch) { return at < stretch.begin; });
    return static_cast<std::size_t>(after - stretches_.begin()) - 1;
}

Seconds ZoneOffsets::at(Instant instant) const {
    return stretches_[index_at(instant)].offset;
}

Instant ZoneOffsets::to_instant(std::chrono::local_seconds local) const {
    const Instant naive{local.time_since_epoch()};
    for (auto i = index_at(naive - Seconds{2 * max_offset});; ++i) {
        const Instant there = naive - stretches_[i].offset;
        if (i + 1 < stretches_.size() && there >= stretches_[i + 1].begin) continue;
        const bool in_gap = i > 0 && there < stretches_[i].begin;
        return in_gap ? naive - stretches_[i - 1].offset : there;
    }
}

std::optional<ZoneOffsets> parse_tzif(std::string_view bytes) {
    auto header = read_header(bytes);
    if (!header) return std::nullopt;
    std::size_t width = 4;
    bytes.remove_prefix(header_size);
    if (header->version >= '2') {
        if (bytes.size() < header->block_size(width)) return std::nullopt;
        bytes.remove_prefix(header->block_size(width));
        header = read_header(bytes);
        if (!header) return std::nullopt;
        bytes.remove_prefix(header_size);
        width = 8;
    }
    if (header->leap != 0 || bytes.size() < header->block_size(width)) return std::nullopt;
    auto stretches = read_block(bytes, *header, width);
    if (!stretches) return std::nullopt;
    bytes.remove_prefix(header->block_size(width));
    if (width == 8 && bytes.size() > 2 && bytes.front() == '\n') {
        const auto rule = read_tz_rule(bytes.substr(1, bytes.find('\n', 1) - 1));
        if (!rule) return std::nullopt;
        extend(*stretches, *rule);
    }
    return ZoneOffsets{std::move(*stretches)};
}

std::optional<ZoneOffsets> parse_tz_rule(std::string_view rule) {
    const auto read = read_tz_rule(rule);
    if (!read) return std::nullopt;
    std::vector<OffsetStretch> stretches{{Instant::min(), read->offset}};
    extend(stretches, *read);
    return ZoneOffsets{std::move(stretches)};
}

}  // namespace teamctl::calendar
