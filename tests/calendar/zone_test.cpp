#include "calendar/zone.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <ctime>
#include <optional>
#include <stdexcept>

#include "calendar/tz_rule.hpp"
#include "calendar/tzif.hpp"

using namespace teamctl;
using namespace teamctl::calendar;

namespace {

constexpr std::array zones{"America/New_York", "Europe/Berlin", "Asia/Shanghai", "Australia/Lord_Howe",
                           "Pacific/Apia"};

Moment at(const char* text) {
    return *parse_moment(text);
}

std::string shown(Moment moment) {
    return to_string(moment.date) + " " + to_string(moment.time);
}

std::string from_utc(const char* utc, const char* zone) {
    return shown(moved(at(utc), "UTC", zone));
}

/// Sets TZ for the length of a test and puts it back.
class TzSetting {
  public:
    explicit TzSetting(const char* value) {
        if (const char* before = std::getenv("TZ")) before_ = before;
        set(value);
    }
    ~TzSetting() { set(before_ ? before_->c_str() : nullptr); }
    TzSetting(const TzSetting&) = delete;
    TzSetting& operator=(const TzSetting&) = delete;

  private:
    static void set(const char* value) {
        if (value != nullptr) {
            setenv("TZ", value, 1);
        } else {
            unsetenv("TZ");
        }
        tzset();
    }
    std::optional<std::string> before_;
};

/// What the C library makes of an instant: an independent reader of the same database.
Moment by_c_library(Instant instant) {
    const std::time_t time = instant.time_since_epoch().count();
    std::tm local{};
    localtime_r(&time, &local);
    return {make_date(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon) + 1,
                      static_cast<unsigned>(local.tm_mday)),
            {local.tm_hour * 60 + local.tm_min}};
}

}  // namespace

TEST_CASE("zones are known by their IANA names only") {
    for (const auto* zone : zones) CHECK(known_zone(zone));
    CHECK(known_zone("UTC"));
    for (const auto* name : {"", "Mars/Olympus", "asia/shanghai", "../etc/passwd", "/etc/localtime", "Asia/",
                             "Asia", "Asia//Shanghai", "right/UTC", "posix/UTC", "localtime", "CST-8",
                             "Asia/Shanghai\n", "zone.tab", "leapseconds", "Asia/./Shanghai"}) {
        CHECK_FALSE_MESSAGE(known_zone(name), name);
    }
    CHECK_THROWS_AS(local_time(Instant{}, "Mars/Olympus"), std::invalid_argument);
}

TEST_CASE("wall clocks of the world") {
    CHECK(from_utc("2026-11-23 01:00", "Asia/Shanghai") == "2026-11-23 09:00");
    CHECK(from_utc("2026-11-23 01:00", "America/New_York") == "2026-11-22 20:00");
    CHECK(from_utc("2026-07-23 01:00", "America/New_York") == "2026-07-22 21:00");
    CHECK(from_utc("2100-07-23 01:00", "America/New_York") == "2100-07-22 21:00");
    CHECK(from_utc("2026-07-01 12:00", "Australia/Lord_Howe") == "2026-07-01 22:30");
    CHECK(from_utc("2026-12-31 12:00", "Australia/Lord_Howe") == "2026-12-31 23:00");
    CHECK(from_utc("1988-07-01 00:00", "Asia/Shanghai") == "1988-07-01 09:00");  // China had summer time
    CHECK(from_utc("2011-12-30 09:59", "Pacific/Apia") == "2011-12-29 23:59");
    CHECK(from_utc("2011-12-30 10:00", "Pacific/Apia") == "2011-12-31 00:00");   // the 30th never was
    CHECK(from_utc("2026-07-01 12:00", "Europe/Dublin") == "2026-07-01 13:00");  // winter time is the odd one
    CHECK(shown(moved(at("2026-11-23 21:00"), "America/New_York", "Asia/Shanghai")) == "2026-11-24 10:00");
    CHECK(shown(moved(at("2026-11-23 24:00"), "Asia/Shanghai", "Asia/Shanghai")) == "2026-11-24 00:00");
}

TEST_CASE("a time in the gap moves forward, a time told twice is the first") {
    CHECK(rfc3339(at("2026-03-08 02:30"), "America/New_York") == "2026-03-08T03:30:00-04:00");
    CHECK(rfc3339(at("2026-03-08 01:59"), "America/New_York") == "2026-03-08T01:59:00-05:00");
    CHECK(rfc3339(at("2026-03-08 03:00"), "America/New_York") == "2026-03-08T03:00:00-04:00");
    CHECK(rfc3339(at("2026-11-01 01:30"), "America/New_York") == "2026-11-01T01:30:00-04:00");
    CHECK(rfc3339(at("2026-11-01 02:00"), "America/New_York") == "2026-11-01T02:00:00-05:00");
    CHECK(rfc3339(at("2026-10-04 02:15"), "Australia/Lord_Howe") == "2026-10-04T02:45:00+11:00");
    CHECK(rfc3339(at("2026-04-05 01:45"), "Australia/Lord_Howe") == "2026-04-05T01:45:00+11:00");
    CHECK(rfc3339(at("2011-12-30 09:00"), "Pacific/Apia") == "2011-12-31T09:00:00+14:00");
    CHECK(rfc3339(at("2026-10-25 02:30"), "Europe/Berlin") == "2026-10-25T02:30:00+02:00");
}

TEST_CASE("instants as RFC 3339 writes them") {
    CHECK(rfc3339(at("2026-11-23 09:00"), "Asia/Shanghai") == "2026-11-23T09:00:00+08:00");
    CHECK(rfc3339(at("2026-11-23 24:00"), "Asia/Shanghai") == "2026-11-24T00:00:00+08:00");
    CHECK(rfc3339(at("2026-11-23 09:00"), "UTC") == "2026-11-23T09:00:00+00:00");
    CHECK(rfc3339(at("2026-11-23 09:00"), "America/St_Johns") == "2026-11-23T09:00:00-03:30");
    // Monrovia ran 44 min 30 s behind Greenwich until 1972: the instant stays exact.
    CHECK(rfc3339(at("1971-06-01 00:00"), "Africa/Monrovia") == "1971-05-31T23:59:30-00:45");
}

TEST_CASE("instants from 1970 to 2100 come back, and are what the C library says") {
    for (const auto* zone : zones) {
        const TzSetting setting{zone};
        int wrong = 0;
        int changes = 0;
        const auto offset = [zone](Instant instant) {
            const auto local = local_time(instant, zone);
            return Instant{local.date} + std::chrono::minutes{local.time.minutes} - instant;
        };
        for (Instant instant{make_date(1970, 1, 1)}; instant < make_date(2101, 1, 1);) {
            const Moment moment = local_time(instant, zone);
            // Told twice: the first of the two, which shows the same time.
            const Instant back = instant_of(moment, zone);
            const bool same = back == instant || (back < instant && local_time(back, zone) == moment);
            if (!same || moment != by_c_library(instant)) ++wrong;
            // Half hours on the days of a clock change, noon and midnight on others.
            const bool change = offset(instant) != offset(instant + Days{1});
            instant += std::chrono::minutes{change ? 30 : 720};
            changes += change ? 1 : 0;
        }
        CHECK_MESSAGE(wrong == 0, zone);
        CHECK_MESSAGE(changes > 200, zone);
    }
}

TEST_CASE("every wall-clock time has an instant; in a gap it is later by the gap") {
    for (const auto* zone : zones) {
        int gaps = 0;
        for (Date date = make_date(1970, 1, 1); date < make_date(2101, 1, 1); date += Days{1}) {
            for (const int minutes : {0, 60, 90, 120, 135, 150, 180}) {
                const Moment moment{date, {minutes}};
                const Moment back = local_time(instant_of(moment, zone), zone);
                if (back == moment) continue;
                ++gaps;
                REQUIRE(back > moment);
                REQUIRE(back <= Moment{date + Days{1}, {minutes}});
            }
        }
        CHECK_MESSAGE((gaps > 0 && gaps < 1000), zone);
    }
}

TEST_CASE("the machine's zone plays no part, and the environment stays as it was") {
    for (const char* tz : {"UTC", "America/New_York", "Pacific/Apia", "Asia/Shanghai", "nonsense", ""}) {
        const TzSetting setting{tz};
        CHECK(rfc3339(at("2026-07-23 09:00"), "Europe/Berlin") == "2026-07-23T09:00:00+02:00");
        CHECK(from_utc("2026-11-22 20:00", "Asia/Shanghai") == "2026-11-23 04:00");
        CHECK(std::string{std::getenv("TZ")} == tz);
    }
}

TEST_CASE("the rule at the end of a zone's file") {
    const auto china = parse_tz_rule("CST-8");
    REQUIRE(china);
    CHECK(china->at(Instant{make_date(2026, 7, 1)}) == Seconds{8 * 3600});
    const auto offset = [](const char* rule, int year, unsigned month, unsigned day) {
        const auto zone = parse_tz_rule(rule);
        REQUIRE(zone);
        return zone->at(Instant{make_date(year, month, day)}).count() / 60;
    };
    CHECK(offset("EST5EDT,M3.2.0,M11.1.0", 2026, 3, 8) == -300);
    CHECK(offset("EST5EDT,M3.2.0,M11.1.0", 2026, 3, 9) == -240);
    CHECK(offset("EST5EDT,J60,J300", 2024, 3, 1) == -300);  // day 60 is 1 March in leap years too
    CHECK(offset("EST5EDT,J60,J300", 2024, 3, 2) == -240);
    CHECK(offset("EST5EDT,59,300", 2024, 3, 1) == -240);  // day 59, counted from 0, is 29 February
    CHECK(offset("EST5EDT,J59,J300", 2025, 3, 1) == -240);
    CHECK(offset("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1", 2026, 7, 1) == -120);
    CHECK(offset("IST-1GMT0,M10.5.0,M3.5.0/1", 2026, 1, 1) == 0);
    CHECK(offset("XXX3EDT4,0/0,J365/23", 2026, 1, 1) == -240);  // summer time all year
    CHECK(offset("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2026, 7, 1) == 630);
    CHECK(offset("AAA-1:02:03", 2026, 7, 1) == 62);
    for (const char* rule :
         {"", "8", "AB-8", "CST", "CST-25", "CST-8:60", "<+08-8", "EST5EDT", "EST5EDT,M3.2.0",
          "EST5EDT,M13.2.0,M11.1.0", "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,J0,J300",
          "EST5EDT,1,366", "EST5EDT,M3.2.0/168,M11.1.0", "CST-8x", "EST5EDT,M3.2.0,M11.1.0,",
          "EST5EDT,M3.2,M11.1.0", "EST5EDTx5:,M3.2.0,M11.1.0"}) {
        CHECK_FALSE_MESSAGE(parse_tz_rule(rule), rule);
    }
}

TEST_CASE("what is no zone file is refused") {
    const std::string head = "TZif2" + std::string(15, '\0');
    CHECK_FALSE(parse_tzif(""));
    CHECK_FALSE(parse_tzif("TZif"));
    CHECK_FALSE(parse_tzif(head + std::string(24, '\0')));    // no types
    CHECK_FALSE(parse_tzif(head + std::string(24, '\x7f')));  // counts beyond the file
    CHECK_FALSE(parse_tzif(std::string(44, 'T')));
}
