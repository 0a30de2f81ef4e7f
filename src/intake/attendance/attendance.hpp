// Attendance exports in their several layouts as one kind of thing: what a cell says of a person on a day.
// Internal to intake/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/period.hpp"
#include "intake/intake.hpp"
#include "intake/sheet.hpp"
#include "team/model.hpp"

namespace teamctl::intake {

/// The words of chat programs and attendance machines that say how somebody's day was.
struct DayWords {
    bool normal = false;
    bool late = false;
    bool severe = false;  ///< 严重迟到, 旷工迟到: what they count as the company decides
    bool left_early = false;
    bool absent = false;
    bool outside = false;  ///< 外勤: at work, elsewhere
    bool no_card_in = false;
    bool no_card_out = false;
    bool rest = false;
    bool leave = false;
    std::optional<team::LeaveKind> kind;  ///< of the leave, where it is one of ours
    bool any() const {
        return normal || late || severe || left_early || absent || outside || no_card_in || no_card_out ||
               rest || leave;
    }
};

/// Reads a cell of words: `正常班:迟到12分钟`, `缺卡`, `absent`.
DayWords words_of(std::string_view cell);

/// What a file says of one person on one day.
struct Sighting {
    std::size_t row = 0;     ///< from 1; 0: nowhere, that is what is said
    std::size_t column = 0;  ///< from 1
    std::string heading;
    std::string cell;
    team::PersonId who;
    Date day{};
    DayWords words;
    std::optional<TimeOfDay> came;
    std::optional<TimeOfDay> went;
    std::optional<std::pair<TimeOfDay, TimeOfDay>> shift;
    std::vector<TimeOfDay> punches;  ///< of files that hold nothing else, ascending
    bool punches_alone = false;
    std::string approval;  ///< the leave that a cell names: `病假11-20 全天`
};

/// What a layout reads: the sightings, and the days that the file speaks of.
struct Sightings {
    std::vector<Sighting> list;
    std::optional<Period> days;
    bool understood = false;  ///< the sheet has one of the layouts
};

/// A column a day: 钉钉 月度汇总, 企业微信 打卡时间记录.
Sightings read_day_columns(const Sheet& sheet, const Request& request, const team::Team& team,
                           Intake& intake);
/// A row a person and day, as 钉钉 每日统计, or a row a punch, as attendance machines have it.
Sightings read_day_rows(const Sheet& sheet, const team::Team& team, Intake& intake);

/// The first two days that a text names: `2026-11-01 至 2026-11-30`, `20261101-20261130`.
std::optional<Period> period_in(std::string_view text);
/// A day as these files write it: also `26-11-02 星期一`, where the weekday is that of the day.
std::optional<Date> day_in(std::string_view cell);

/// Looks names up, and says of each stranger once.
class PeopleOfFile {
  public:
    PeopleOfFile(const team::Team& team, Intake& intake) : team_{team}, intake_{intake} {}
    std::optional<team::PersonId> find(const std::string& name, const Doubt& where);

  private:
    const team::Team& team_;
    Intake& intake_;
    std::vector<std::string> strangers_;
};

}  // namespace teamctl::intake
