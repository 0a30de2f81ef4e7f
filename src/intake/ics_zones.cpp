#include "intake/ics_zones.hpp"

#include <unicode/ucal.h>
#include <unicode/uenum.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string_view>

#include "calendar/zone.hpp"
#include "intake/ics_library.hpp"

namespace teamctl::intake {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

// Loaded when they are needed, as those of libical.
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICU_I18N, ucal_getTimeZoneIDForWindowsID);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICU_I18N, ucal_openTimeZoneIDEnumeration);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICU_UC, uenum_close);
TEAMCTL_LATE(TEAMCTL_LIBRARY_ICU_UC, uenum_unext);

struct CloseList {
    void operator()(UEnumeration* list) const { uenum_close(list); }
};

/// Rules are compared over these years, at two moments a month: of a file they are those of today.
constexpr int first_compared = 2021;
constexpr int last_compared = 2031;

/// Names of zones are ASCII; anything else names none.
std::optional<std::u16string> utf16(std::string_view text) {
    std::u16string out;
    for (const char c : text) {
        if (c <= 0) return std::nullopt;
        out += static_cast<char16_t>(c);
    }
    return out;
}

std::string ascii(const UChar* text, int32_t length) {
    std::string out;
    for (int32_t i = 0; i < length; ++i) out += text[i] < 0x80 ? static_cast<char>(text[i]) : '?';
    return out;
}

/// Unicode keeps the names of the day when it first had the zones; the database has gone on.
std::string current_name(const std::string& name) {
    static constexpr std::pair<std::string_view, const char*> renamed[]{
        {"Africa/Asmera", "Africa/Asmara"},
        {"America/Buenos_Aires", "America/Argentina/Buenos_Aires"},
        {"America/Catamarca", "America/Argentina/Catamarca"},
        {"America/Cordoba", "America/Argentina/Cordoba"},
        {"America/Godthab", "America/Nuuk"},
        {"America/Indianapolis", "America/Indiana/Indianapolis"},
        {"America/Jujuy", "America/Argentina/Jujuy"},
        {"America/Louisville", "America/Kentucky/Louisville"},
        {"America/Mendoza", "America/Argentina/Mendoza"},
        {"Asia/Calcutta", "Asia/Kolkata"},
        {"Asia/Katmandu", "Asia/Kathmandu"},
        {"Asia/Rangoon", "Asia/Yangon"},
        {"Asia/Saigon", "Asia/Ho_Chi_Minh"},
        {"Atlantic/Faeroe", "Atlantic/Faroe"},
        {"Europe/Kiev", "Europe/Kyiv"},
        {"Pacific/Enderbury", "Pacific/Kanton"},
        {"Pacific/Ponape", "Pacific/Pohnpei"},
        {"Pacific/Truk", "Pacific/Chuuk"}};
    for (const auto& [old_name, new_name] : renamed) {
        if (name == old_name && calendar::known_zone(new_name)) return new_name;
    }
    return name;
}

/// `China Standard Time` is `Asia/Shanghai`; empty where Windows has no such zone.
std::string of_windows(std::string_view name) {
    const auto text = utf16(name);
    if (!text || text->size() > 100) return {};
    std::array<UChar, 128> id{};
    UErrorCode status = U_ZERO_ERROR;
    const auto length =
        ucal_getTimeZoneIDForWindowsID(text->data(), static_cast<int32_t>(text->size()), nullptr, id.data(),
                                       static_cast<int32_t>(id.size()), &status);
    return U_SUCCESS(status) ? current_name(ascii(id.data(), length)) : std::string{};
}

/// The zones of the database that stand for a place.
std::vector<std::string> places() {
    std::vector<std::string> names;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UEnumeration, CloseList> list{
        ucal_openTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, &status)};
    int32_t length = 0;
    while (list && U_SUCCESS(status)) {
        const auto* name = uenum_unext(list.get(), &length, &status);
        if (name == nullptr) break;
        names.push_back(current_name(ascii(name, length)));
    }
    return names;
}

bool is_utc(std::string_view name) {
    std::string upper;
    for (const char c : name) upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return upper == "UTC" || upper == "GMT" || upper == "Z" || upper == "ETC/UTC" || upper == "ETC/GMT";
}

/// `GMT+0800`, `UTC+8`, `+08:00`: always the same offset; east of Greenwich is positive.
std::optional<seconds> fixed_offset(std::string_view name) {
    if (name.starts_with("GMT") || name.starts_with("UTC")) name.remove_prefix(3);
    if (name.empty() || (name.front() != '+' && name.front() != '-')) return std::nullopt;
    const bool west = name.front() == '-';
    std::string digits;
    for (const char c : name.substr(1)) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != ':' || digits.empty())
            return std::nullopt;
    }
    if (digits.size() == 1 || digits.size() == 2) digits += "00";
    if (digits.size() == 3) digits.insert(0, "0");
    if (digits.size() != 4) return std::nullopt;
    const auto number = [&](std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
    const seconds offset{(number(0) * 60 + number(2)) * 60};
    if (offset > std::chrono::hours{14} || number(2) > 59) return std::nullopt;
    return west ? -offset : offset;
}

seconds offset_in(const std::string& zone, sys_seconds instant) {
    const auto local = calendar::local_time(instant, zone);
    const auto shown = sys_seconds{local.date} + std::chrono::minutes{local.time.minutes};
    return shown - instant;
}

/// The moments at which clocks are compared.
const std::vector<sys_seconds>& moments() {
    static const auto list = [] {
        std::vector<sys_seconds> made;
        for (int year = first_compared; year <= last_compared; ++year) {
            for (unsigned month = 1; month <= 12; ++month) {
                made.emplace_back(make_date(year, month, 2));
                made.emplace_back(make_date(year, month, 16));
            }
        }
        return made;
    }();
    return list;
}

seconds rule_offset(icaltimezone* zone, sys_seconds instant) {
    auto time = icaltime_from_timet_with_zone(static_cast<time_t>(instant.time_since_epoch().count()), 0,
                                              icaltimezone_get_utc_timezone());
    int summer = 0;
    return seconds{icaltimezone_get_utc_offset_of_utc_time(zone, &time, &summer)};
}

}  // namespace

IcsZones::IcsZones(icalcomponent* calendar, std::string team_zone)
    : calendar_{calendar}, team_zone_{std::move(team_zone)} {}

const NamedZone& IcsZones::find(const std::string& tzid) {
    const auto known = known_.find(tzid);
    if (known != known_.end()) return known->second;
    return known_[tzid] = found(tzid);
}

icaltimezone* IcsZones::rules_of(const std::string& tzid) const {
    return icalcomponent_get_timezone(calendar_, tzid.c_str());
}

std::string IcsZones::same_clock(const Offset& offset) const {
    std::vector<seconds> wanted;
    for (const auto moment : moments()) wanted.push_back(offset(moment));
    const auto is_same = [&](const std::string& zone) {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (offset_in(zone, moments()[i]) != wanted[i]) return false;
        }
        return true;
    };
    if (calendar::known_zone(team_zone_) && is_same(team_zone_)) return team_zone_;
    for (const auto& zone : places()) {
        if (calendar::known_zone(zone) && is_same(zone)) return zone;
    }
    return {};
}

NamedZone IcsZones::found(const std::string& tzid) const {
    if (is_utc(tzid)) return {"UTC", ZoneFrom::name, false};
    auto* rules = rules_of(tzid);
    std::string name;
    // `/mozilla.org/20050126_1/Europe/Berlin`: the name behind what its maker put before it.
    for (std::string rest = tzid; name.empty();) {
        if (is_utc(rest)) return {"UTC", ZoneFrom::name, false};
        if (calendar::known_zone(rest)) name = rest;
        const auto slash = rest.find('/');
        if (slash == std::string::npos) break;
        rest.erase(0, slash + 1);
    }
    if (name.empty()) name = of_windows(tzid);
    if (name.empty() && rules != nullptr) {
        // What others call the zone that they made rules for.
        auto* component = icaltimezone_get_component(rules);
        const char* location = icaltimezone_get_location(rules);
        if (component != nullptr && location != nullptr && calendar::known_zone(location)) name = location;
    }
    if (!name.empty() && calendar::known_zone(name)) {
        NamedZone zone{name, ZoneFrom::name, false};
        if (rules != nullptr) {
            const auto& all = moments();
            zone.contradicted = std::any_of(all.begin(), all.end(), [&](const auto moment) {
                return rule_offset(rules, moment) != offset_in(name, moment);
            });
        }
        return zone;
    }
    std::string same;
    if (rules != nullptr)
        same = same_clock([rules](sys_seconds moment) { return rule_offset(rules, moment); });
    else if (const auto offset = fixed_offset(tzid))
        same = same_clock([&](sys_seconds) { return *offset; });
    return {same, same.empty() ? ZoneFrom::unknown : ZoneFrom::same_clock, false};
}

}  // namespace teamctl::intake
