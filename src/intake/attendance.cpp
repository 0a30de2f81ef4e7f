// Attendance exports: who came when, a row a person and day, as records of one meeting.
#include <algorithm>
#include <map>

#include "calendar/occurrences.hpp"
#include "intake/cells.hpp"
#include "intake/columns.hpp"
#include "intake/readers.hpp"
#include "team/people.hpp"
#include "team/write_record.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {
namespace {

using F = CellForm;
using team::PersonId;

enum Key { name, date, arrived, left, result };

const std::vector<ColumnSpec>& attendance_columns() {
    static const std::vector<ColumnSpec> specs{
        {"name", F::person, {"姓名", "人员", "员工", "工号", "员工姓名", "who", "person", "employee"}},
        {"date", F::date, {"日期", "考勤日期", "打卡日期", "day"}},
        {"in",
         F::text,
         {"签到", "签到时间", "上班", "上班打卡时间", "上班时间", "上班打卡", "最早", "checkin", "check-in",
          "arrived"}},
        {"out",
         F::text,
         {"签退", "签退时间", "下班", "下班打卡时间", "下班时间", "下班打卡", "最晚", "checkout",
          "check-out"}},
        {"result", F::text, {"结果", "考勤结果", "状态", "打卡结果", "考勤状态", "校准状态", "status"}},
    };
    return specs;
}

/// What the row says of the person.
struct Status {
    bool late = false;
    bool left_early = false;
    bool absent = false;
    bool excused = false;
    bool present = false;
    bool any() const { return late || left_early || absent || excused || present; }
};

Status status_of_word(std::string_view text) {
    const auto has = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(),
                           [&](auto word) { return text.find(word) != std::string_view::npos; });
    };
    Status status;
    status.excused =
        has({"请假", "年假", "事假", "病假", "调休", "出差", "外出", "公出", "excused", "leave"});
    if (status.excused) return status;
    status.late = has({"迟到", "late"});
    status.left_early = has({"早退", "early"});
    status.absent = has({"旷工", "缺勤", "缺席", "缺卡", "未到", "absent"});
    status.present = !status.late && !status.left_early && !status.absent &&
                     has({"正常", "出勤", "到", "present", "ok", "normal"});
    return status;
}

/// The lists of one day's record.
struct Day {
    std::vector<std::string> late, left_early, absent, excused, present;
    std::vector<PersonId> named;
};

class AttendanceReader {
  public:
    AttendanceReader(const Request& request, const team::Team& team, const calendar::WorkingDays& days,
                     Intake& intake)
        : request_{request}, team_{team}, days_{days}, intake_{intake} {}

    void read(const Sheet& sheet) {
        auto columns = find_columns(sheet, attendance_columns(), intake_.doubts);
        if (!columns || !has(*columns, name) || !has(*columns, date)) {
            intake_.problem = say("import.no_header", "姓名, 日期, 签到, 结果");
            return;
        }
        columns_ = std::move(*columns);
        for (std::size_t i = columns_.header + 1; i < sheet.rows.size(); ++i) {
            if (!sheet.rows[i].blank()) read_row(sheet.rows[i]);
        }
        make_records();
    }

  private:
    static bool has(const Columns& columns, Key key) {
        return std::find(columns.spec.begin(), columns.spec.end(), static_cast<int>(key)) !=
               columns.spec.end();
    }
    std::string cell(const SheetRow& row, Key key) const {
        for (std::size_t c = 0; c < columns_.spec.size(); ++c) {
            if (columns_.spec[c] == static_cast<int>(key)) return tidied(row.cell(c));
        }
        return {};
    }
    void doubt(const SheetRow& row, Key key, Phrase why) {
        for (std::size_t c = 0; c < columns_.spec.size(); ++c) {
            if (columns_.spec[c] == static_cast<int>(key))
                intake_.doubts.push_back(
                    {row.number, c + 1, columns_.headings[c], tidied(row.cell(c)), {}, std::move(why)});
        }
    }
    void read_row(const SheetRow& row) {
        const auto who = team::find_person(team_, cell(row, name));
        if (!who) return doubt(row, name, say("import.unknown_person"));
        auto day_text = cell(row, date);
        if (const auto blank = day_text.find(' '); blank != std::string::npos)
            day_text.resize(blank);  // 2026-11-03 星期二
        const auto day = date_of(day_text);
        if (!day) return doubt(row, date, say("import.not_a_date"));
        const auto* occurrence = occurrence_on(*day);
        if (occurrence == nullptr)
            return doubt(row, date, say("import.no_meeting", team_[request_.meeting].name));
        const auto status = status_of(row, *occurrence);
        if (!status.any())
            return doubt(row, has(columns_, result) ? result : arrived, say("import.no_status"));
        auto& record = records_[*day];
        if (std::find(record.named.begin(), record.named.end(), *who) != record.named.end())
            return doubt(row, name, say("import.person_twice"));
        record.named.push_back(*who);
        const auto id = yaml::quoted_scalar(team_[*who].id);
        if (status.late) record.late.push_back(id);
        if (status.left_early) record.left_early.push_back(id);
        if (status.absent) record.absent.push_back(id);
        if (status.excused) record.excused.push_back(id);
        if (status.present) record.present.push_back(id);
    }
    /// The word of the result decides; without one, the times against the meeting's.
    Status status_of(const SheetRow& row, const calendar::Occurrence& occurrence) const {
        if (const auto word = cell(row, result); !word.empty()) return status_of_word(word);
        Status status;
        const auto came = time_of(cell(row, arrived));
        if (!came || !occurrence.start) return status;
        const auto went = time_of(cell(row, left));
        status.late = *came > *occurrence.start;
        status.left_early = went && occurrence.end && *went < *occurrence.end;
        status.present = !status.late && !status.left_early;
        return status;
    }
    const calendar::Occurrence* occurrence_on(Date day) {
        const auto month = month_of(day);
        if (!occurrences_.contains(month))
            occurrences_[month] = calendar::occurrences(team_, days_, request_.meeting, month_period(month));
        for (const auto& occurrence : occurrences_[month]) {
            if (occurrence.date == day) return &occurrence;
        }
        return nullptr;
    }
    bool recorded(Date day) const {
        return std::any_of(team_.records.begin(), team_.records.end(), [&](const team::Record& record) {
            const auto* meeting = record.get<team::SeriesId>("meeting");
            return record.is("attendance") && record.date == day && meeting != nullptr &&
                   *meeting == request_.meeting;
        });
    }
    void make_records() {
        auto& table = intake_.preview;
        table.id = "records";
        table.caption = say("import.preview");
        table.columns = {{"date", say("import.date"), ColumnType::date},
                         {"record", say("import.record"), ColumnType::text}};
        for (const auto& [day, record] : records_) {
            if (recorded(day)) {
                intake_.doubts.push_back({0, 0, {}, to_string(day), {}, say("import.recorded")});
                continue;
            }
            std::vector<team::WrittenField> fields{
                {"meeting", yaml::quoted_scalar(team_[request_.meeting].id)}};
            for (const auto& [key, list] :
                 {std::pair{"late", &record.late}, std::pair{"absent", &record.absent},
                  std::pair{"left_early", &record.left_early}, std::pair{"excused", &record.excused},
                  std::pair{"present", &record.present}}) {
                if (!list->empty()) fields.push_back({key, team::flow_list(*list)});
            }
            intake_.records.push_back({day, team::record_line("attendance", fields)});
            table.rows.push_back({Cell{day}, Cell{intake_.records.back().line}});
        }
    }

    const Request& request_;
    const team::Team& team_;
    const calendar::WorkingDays& days_;
    Intake& intake_;
    Columns columns_;
    std::map<Month, std::vector<calendar::Occurrence>> occurrences_;
    std::map<Date, Day> records_;
};

}  // namespace

Intake read_attendance(const Request& request, const team::Team& team, const calendar::WorkingDays& days) {
    Intake intake;
    const auto sheet = take_sheet(request, intake);
    if (sheet) AttendanceReader{request, team, days, intake}.read(*sheet);
    return intake;
}

}  // namespace teamctl::intake
