// Attendance with a row a person and day, or a row a punch.
#include <algorithm>
#include <map>

#include "intake/attendance/attendance.hpp"
#include "intake/cells.hpp"
#include "intake/columns.hpp"

namespace teamctl::intake {
namespace {

/// The columns, in the order of attendance_columns(). A day may have three shifts.
enum AttendanceKey {
    key_name,
    key_number,
    key_date,
    key_moment,
    key_time,
    key_in,
    key_out = key_in + 3,
    key_in_result = key_out + 3,
    key_out_result = key_in_result + 3,
    key_result = key_out_result + 3,
    key_shift,
    key_approval
};

const std::vector<ColumnSpec>& attendance_columns() {
    using C = CellForm;
    static const std::vector<ColumnSpec> specs{
        {"name", C::person, {"姓名", "人员", "员工", "员工姓名", "who", "person", "employee"}},
        {"number", C::person, {"工号", "员工编号", "考勤号码", "考勤号", "登记号码"}},
        {"date", C::date, {"日期", "考勤日期", "打卡日期", "day"}},
        {"moment", C::text, {"日期时间", "刷卡时间", "打卡时间", "考勤时间", "checktime", "datetime"}},
        {"time", C::text, {"时间", "刷卡时刻", "clock"}},
        {"in",
         C::text,
         {"签到", "签到时间", "上班", "上班打卡时间", "上班1打卡时间", "上班时间", "上班打卡", "最早",
          "最早打卡", "checkin", "check-in", "arrived"}},
        {"in2", C::text, {"上班2打卡时间"}},
        {"in3", C::text, {"上班3打卡时间"}},
        {"out",
         C::text,
         {"签退", "签退时间", "下班", "下班打卡时间", "下班1打卡时间", "下班时间", "下班打卡", "最晚",
          "最晚打卡", "checkout", "check-out"}},
        {"out2", C::text, {"下班2打卡时间"}},
        {"out3", C::text, {"下班3打卡时间"}},
        {"in_result", C::text, {"上班1打卡结果", "上班打卡结果", "上班结果"}},
        {"in_result2", C::text, {"上班2打卡结果"}},
        {"in_result3", C::text, {"上班3打卡结果"}},
        {"out_result", C::text, {"下班1打卡结果", "下班打卡结果", "下班结果"}},
        {"out_result2", C::text, {"下班2打卡结果"}},
        {"out_result3", C::text, {"下班3打卡结果"}},
        {"result", C::text, {"结果", "考勤结果", "状态", "打卡结果", "考勤状态", "校准状态", "status"}},
        {"shift", C::text, {"班次", "shift"}},
        {"approval", C::text, {"关联的审批单", "审批单", "关联审批单"}},
    };
    return specs;
}

void join(DayWords& all, const DayWords& more) {
    all.normal |= more.normal;
    all.late |= more.late;
    all.severe |= more.severe;
    all.left_early |= more.left_early;
    all.absent |= more.absent;
    all.outside |= more.outside;
    all.no_card_in |= more.no_card_in;
    all.no_card_out |= more.no_card_out;
    all.rest |= more.rest;
    all.leave |= more.leave;
    if (!all.kind) all.kind = more.kind;
}

class RowsReader {
  public:
    RowsReader(const Sheet& sheet, const team::Team& team, Intake& intake)
        : sheet_{sheet}, intake_{intake}, people_{team, intake} {}

    Sightings read() {
        std::vector<Doubt> titles;
        const auto columns = find_columns(sheet_, attendance_columns(), titles);
        if (!columns) return std::move(out_);
        columns_ = *columns;
        const bool named = has(key_name) || has(key_number);
        const bool punches = has(key_moment) || (has(key_date) && has(key_time));
        if (!named || (!has(key_date) && !punches)) return std::move(out_);
        out_.understood = true;
        const bool a_row_a_day = has(key_in) || has(key_result) || has(key_in_result);
        for (std::size_t i = columns_.header + 1; i < sheet_.rows.size(); ++i) {
            const auto& row = sheet_.rows[i];
            if (row.blank()) continue;
            if (punches && !a_row_a_day)
                read_punch(row);
            else
                read_day(row);
        }
        add_punches();
        return std::move(out_);
    }

  private:
    int column_of(int key) const {
        for (std::size_t c = 0; c < columns_.spec.size(); ++c) {
            if (columns_.spec[c] == key) return static_cast<int>(c);
        }
        return -1;
    }
    bool has(int key) const { return column_of(key) >= 0; }
    std::string cell(const SheetRow& row, int key) const {
        const int c = column_of(key);
        return c < 0 ? std::string{} : tidied(row.cell(static_cast<std::size_t>(c)));
    }
    /// The cell as it is named in a doubt; where there is no such column the row itself.
    Doubt at(const SheetRow& row, int key) const {
        const int c = column_of(key);
        if (c < 0) return {row.number, 0, {}, {}, {}, {}};
        const auto column = static_cast<std::size_t>(c);
        return {row.number, column + 1, columns_.headings[column], tidied(row.cell(column)), {}, {}};
    }
    void doubt(const SheetRow& row, int key, Phrase why) {
        intake_.doubts.push_back(at(row, key));
        intake_.doubts.back().why = std::move(why);
    }
    std::optional<team::PersonId> who(const SheetRow& row) {
        const auto key = cell(row, key_name).empty() ? key_number : key_name;
        return people_.find(cell(row, key), at(row, key));
    }
    void read_day(const SheetRow& row) {
        const auto person = who(row);
        if (!person) return;
        const auto day = day_in(cell(row, key_date));
        if (!day) return doubt(row, key_date, say("import.no_day"));
        Sighting sighting;
        sighting.who = *person;
        sighting.day = *day;
        place(row, sighting);
        for (int shift = 2; shift >= 0; --shift) {
            if (const auto time = time_of(cell(row, key_in + shift))) sighting.came = *time;
            const auto time = time_of(cell(row, key_out + 2 - shift));
            if (time) sighting.went = *time;
            read_result(cell(row, key_in_result + shift), true, sighting);
            read_result(cell(row, key_out_result + shift), false, sighting);
        }
        join(sighting.words, words_of(cell(row, key_result)));
        read_shift(cell(row, key_shift), sighting);
        sighting.approval = cell(row, key_approval);
        if (sighting.words.leave && !sighting.words.kind)
            sighting.words.kind = words_of(sighting.approval).kind;
        out_.list.push_back(std::move(sighting));
    }
    /// What decides is named: the result that is not in order, else the first that there is.
    void place(const SheetRow& row, Sighting& sighting) const {
        int named = has(key_result) ? key_result : has(key_in_result) ? key_in_result : key_in;
        for (int key = key_in_result; key < key_result; ++key) {
            const auto words = words_of(cell(row, key));
            if (!words.any() || words.normal) continue;
            named = key;
            break;
        }
        const auto doubt = at(row, named);
        sighting.row = doubt.row;
        sighting.column = doubt.column;
        sighting.heading = doubt.heading;
        sighting.cell = doubt.cell;
    }
    /// 缺卡 alone says by its column which card is missing.
    static void read_result(const std::string& text, bool coming, Sighting& sighting) {
        auto words = words_of(text);
        if (!coming && words.no_card_in) std::swap(words.no_card_in, words.no_card_out);
        join(sighting.words, words);
    }
    /// `正常班 08:30-17:30`, `休息`
    static void read_shift(const std::string& text, Sighting& sighting) {
        const auto plain = half_width(text);
        const auto dash = plain.find('-');
        const auto blank = plain.rfind(' ', dash);
        if (dash != std::string::npos && blank != std::string::npos) {
            const auto from = time_of(plain.substr(blank + 1, dash - blank - 1));
            const auto to = time_of(plain.substr(dash + 1));
            if (from && to) sighting.shift = std::pair{*from, *to};
        }
        if (!sighting.words.any()) sighting.words.rest = words_of(text).rest;
    }
    void read_punch(const SheetRow& row) {
        const auto person = who(row);
        if (!person) return;
        const bool together = has(key_moment);
        const auto day = day_in(cell(row, together ? key_moment : key_date));
        const auto time = time_of(cell(row, together ? key_moment : key_time));
        if (!day || !time) return doubt(row, together ? key_moment : key_date, say("import.no_moment"));
        auto& sighting = punches_[{*person, *day}];
        if (sighting.punches.empty()) {
            const auto where = at(row, together ? key_moment : key_time);
            sighting.row = where.row;
            sighting.column = where.column;
            sighting.heading = where.heading;
            sighting.cell = where.cell;
            sighting.who = *person;
            sighting.day = *day;
            sighting.punches_alone = true;
        }
        sighting.punches.push_back(*time);
        join(sighting.words, words_of(cell(row, key_result)));
        sighting.words.normal = false;
    }
    /// Days without a punch of those who have one on others are sightings, too: the file says nothing of
    /// them.
    void add_punches() {
        if (punches_.empty()) return;
        Period days{punches_.begin()->first.second, punches_.begin()->first.second, Period::Unit::range};
        std::vector<team::PersonId> people;
        for (auto& [key, sighting] : punches_) {
            days.from = std::min(days.from, key.second);
            days.to = std::max(days.to, key.second);
            if (people.empty() || people.back() != key.first) people.push_back(key.first);
            std::sort(sighting.punches.begin(), sighting.punches.end());
        }
        out_.days = days;
        constexpr int longest = 366;
        if (days.days() > longest) days.to = days.from - Days{1};
        for (const auto person : people) {
            for (Date day = days.from; day <= days.to; day += Days{1}) {
                auto& sighting = punches_[{person, day}];
                sighting.who = person;
                sighting.day = day;
                sighting.punches_alone = true;
            }
        }
        for (auto& [key, sighting] : punches_) out_.list.push_back(std::move(sighting));
    }

    const Sheet& sheet_;
    Intake& intake_;
    PeopleOfFile people_;
    Columns columns_;
    Sightings out_;
    std::map<std::pair<team::PersonId, Date>, Sighting> punches_;
};

}  // namespace

Sightings read_day_rows(const Sheet& sheet, const team::Team& team, Intake& intake) {
    return RowsReader{sheet, team, intake}.read();
}

}  // namespace teamctl::intake
