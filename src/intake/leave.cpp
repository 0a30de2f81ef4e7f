// A list of leave: a line of leave/YEAR.yaml each.
#include "intake/attendance/attendance.hpp"
#include "intake/leave_lines.hpp"
#include "intake/readers.hpp"
#include "intake/register_reader.hpp"
#include "team/people.hpp"

namespace teamctl::intake {
namespace {

const std::vector<ColumnSpec>& leave_columns() {
    using C = CellForm;
    static const std::vector<ColumnSpec> specs{
        {"who", C::person, {"姓名", "请假人", "申请人", "员工", "人员", "name", "person", "employee"}},
        {"from",
         C::date,
         {"开始", "开始日期", "开始时间", "起始日期", "请假开始", "日期", "start", "startdate", "date"}},
        {"to", C::date, {"结束", "结束日期", "结束时间", "截止日期", "请假结束", "end", "enddate"}},
        {"kind", C::text, {"类型", "假别", "请假类型", "假期类型", "种类", "type", "leavetype"}},
        {"half", C::text, {"半天", "时段", "上午/下午", "halfday"}},
        {"note", C::text, {"备注", "说明", "事由", "请假事由", "原因", "reason", "remarks", "remark"}},
    };
    return specs;
}

team::Half half_of_cell(const std::string& cell) {
    if (cell.find("上午") != std::string::npos || cell == "am" || cell == "AM") return team::Half::am;
    if (cell.find("下午") != std::string::npos || cell == "pm" || cell == "PM") return team::Half::pm;
    return team::Half::none;
}

bool overlap(const team::Leave& a, const team::Leave& b) {
    const bool two_halves = a.half != team::Half::none && b.half != team::Half::none && a.half != b.half;
    return a.who == b.who && a.from <= b.to && b.from <= a.to && !two_halves;
}

/// Whether the entry becomes a line; it has said why not.
bool take_leave_entry(const Entry& entry, const team::Team& team, std::vector<team::Leave>& known,
                      LeaveLines& lines, Intake& intake) {
    const auto doubt = [&](Phrase why) {
        std::string cell = entry.value("who");
        for (const auto* key : {"from", "to", "kind"}) {
            if (const auto value = entry.value(key); !value.empty()) cell += " " + value;
        }
        intake.doubts.push_back({entry.row, 0, {}, std::move(cell), {}, std::move(why)});
        return false;
    };
    team::Leave leave;
    const auto who = team::find_person(team, entry.value("who"));
    const auto from = parse_date(entry.value("from"));
    if (!who || !from) return doubt(say("import.no_day"));
    leave.who = *who;
    leave.from = *from;
    leave.to = parse_date(entry.value("to")).value_or(*from);
    leave.half = half_of_cell(entry.value("half"));
    leave.note = entry.value("note");
    const auto kind = words_of(entry.value("kind")).kind;
    if (!kind) return doubt(say("import.leave_kind_unknown"));
    leave.kind = *kind;
    if (leave.to < leave.from || (leave.half != team::Half::none && leave.to != leave.from))
        return doubt(say("import.leave_reversed"));
    if (std::any_of(known.begin(), known.end(), [&](const auto& other) { return overlap(leave, other); }))
        return doubt(say("import.leave_known"));
    known.push_back(leave);
    lines.add(leave);
    return true;
}

}  // namespace

Intake read_leave_list(const Request& request, const team::Team& team, const calendar::WorkingDays&) {
    Intake intake;
    const auto sheet = take_sheet(request, intake);
    if (!sheet) return intake;
    RegisterReader reader{request, team, {leave_columns(), "who", false, false}, intake};
    reader.read(*sheet);
    LeaveLines lines{team};
    auto known = team.leave;
    reader.keep([&](const Entry& entry) { return take_leave_entry(entry, team, known, lines, intake); });
    lines.put(true, intake);
    return intake;
}

}  // namespace teamctl::intake
