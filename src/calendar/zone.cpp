#include "calendar/zone.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "calendar/tzif.hpp"

namespace teamctl::calendar {
namespace {

constexpr std::array database_folders{"/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo",
                                      "/etc/zoneinfo"};
constexpr std::size_t largest_file = 1 << 20;

/// Zones that hold on a machine without a database.
constexpr std::array<std::pair<std::string_view, std::string_view>, 2> known_rules{
    {{"UTC", "UTC0"}, {"Asia/Shanghai", "CST-8"}}};

bool name_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '+' || c == '/';
}

/// A name that stays below the database's folder and means the same on every machine.
bool sound_name(const std::string& name) {
    if (name.empty() || name.size() > 64 || name.front() == '/' || name.back() == '/') return false;
    if (!std::all_of(name.begin(), name.end(), name_character) || name.find("//") != std::string::npos) {
        return false;
    }
    const auto folder = name.substr(0, name.find('/'));
    return folder != "right" && folder != "posix" && folder != "localtime" && folder != "posixrules" &&
           folder != "Factory";
}

std::optional<ZoneOffsets> read_zone(const std::string& name) {
    if (!sound_name(name)) return std::nullopt;
    for (const auto* folder : database_folders) {
        const auto path = std::filesystem::path{folder} / name;
        std::error_code failed;
        if (!std::filesystem::is_regular_file(path, failed)) continue;
        std::ifstream file{path, std::ios::binary};
        const auto size = std::filesystem::file_size(path, failed);
        if (failed || size > largest_file) continue;
        std::string bytes(size, '\0');
        file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        bytes.resize(static_cast<std::size_t>(file.gcount()));
        if (auto zone = parse_tzif(bytes)) return zone;
    }
    for (const auto& [known, rule] : known_rules) {
        if (known == name) return parse_tz_rule(rule);
    }
    return std::nullopt;
}

/// Zones once read stay: they are immutable, and a run names few of them.
std::shared_ptr<const ZoneOffsets> find_zone(const std::string& name) {
    static std::mutex guard;
    static std::map<std::string, std::shared_ptr<const ZoneOffsets>> zones;
    const std::scoped_lock lock{guard};
    if (const auto found = zones.find(name); found != zones.end()) return found->second;
    auto zone = read_zone(name);
    if (!zone) return nullptr;
    return zones.emplace(name, std::make_shared<const ZoneOffsets>(std::move(*zone))).first->second;
}

const ZoneOffsets& zone_named(const std::string& name) {
    const auto zone = find_zone(name);
    if (!zone) throw std::invalid_argument{"unknown time zone: " + name};
    return *zone;  // held by the list of zones
}

}  // namespace

bool known_zone(const std::string& zone) {
    return find_zone(zone) != nullptr;
}

Moment local_time(Instant instant, const std::string& zone) {
    const auto local = instant + zone_named(zone).at(instant);
    const auto date = std::chrono::floor<Days>(local);
    return {date, {static_cast<int>(std::chrono::floor<std::chrono::minutes>(local - date).count())}};
}

Instant instant_of(Moment moment, const std::string& zone) {
    const std::chrono::local_days day{moment.date.time_since_epoch()};
    return zone_named(zone).to_instant(day + std::chrono::minutes{moment.time.minutes});
}

Moment moved(Moment moment, const std::string& from_zone, const std::string& to_zone) {
    return local_time(instant_of(moment, from_zone), to_zone);
}

std::string rfc3339(Moment moment, const std::string& zone) {
    return rfc3339(instant_of(moment, zone), zone);
}

std::string rfc3339(Instant instant, const std::string& zone) {
    // RFC 3339 knows offsets of whole minutes; the odd seconds of historic ones stay in the time.
    const auto offset = std::chrono::floor<std::chrono::minutes>(zone_named(zone).at(instant));
    const auto local = instant + offset;
    const auto date = std::chrono::floor<Days>(local);
    const auto time = static_cast<int>((local - date).count());
    const auto minutes = static_cast<int>(std::chrono::abs(offset).count());
    return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", to_string(date), time / 3600, time / 60 % 60,
                       time % 60, offset.count() < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

}  // namespace teamctl::calendar
