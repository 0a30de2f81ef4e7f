#include "intake/leave_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "team/people.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {
namespace {

std::string leave_line(const team::Team& team, const team::Leave& leave) {
    auto line =
        fmt::format("- {{who: {}, from: {}, to: {}, kind: {}", yaml::quoted_scalar(team[leave.who].id),
                    to_string(leave.from), to_string(leave.to), team::leave_kind(leave.kind));
    if (leave.half != team::Half::none) line += leave.half == team::Half::am ? ", half: am" : ", half: pm";
    if (!leave.note.empty()) line += ", note: " + yaml::quoted_scalar(leave.note);
    return line + "}";
}

}  // namespace

void LeaveLines::add(team::PersonId who, Date day, team::LeaveKind kind, team::Half half) {
    for (auto& leave : leave_) {
        const bool goes_on = leave.who == who && leave.kind == kind && leave.to + Days{1} == day &&
                             leave.half == team::Half::none && half == team::Half::none;
        if (!goes_on) continue;
        leave.to = day;
        return;
    }
    team::Leave leave;
    leave.who = who;
    leave.from = leave.to = day;
    leave.kind = kind;
    leave.half = half;
    leave_.push_back(std::move(leave));
}

void LeaveLines::add(const team::Leave& leave) {
    leave_.push_back(leave);
}

void LeaveLines::put(bool wanted, Intake& intake) {
    if (leave_.empty()) return;
    std::stable_sort(leave_.begin(), leave_.end(),
                     [](const auto& a, const auto& b) { return a.from < b.from; });
    if (!wanted) {
        intake.facts.emplace_back(say("import.leave_found"), Cell{say("import.leave_offer", leave_.size())});
        return;
    }
    for (const auto& leave : leave_) {
        const auto path = "leave/" + std::to_string(year_of(leave.from)) + ".yaml";
        intake.lines.push_back({path, leave_line(team_, leave)});
        if (intake.preview.id == "records")
            intake.preview.rows.push_back({Cell{leave.from}, Cell{intake.lines.back().line}});
    }
}

}  // namespace teamctl::intake
