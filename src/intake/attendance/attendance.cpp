// Attendance exports as records of one meeting: what the file says of each person and day, held against the
// time of the meeting. What it does not say plainly is named.
#include "intake/attendance/attendance.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "calendar/occurrences.hpp"
#include "intake/cells.hpp"
#include "intake/columns.hpp"
#include "intake/leave_lines.hpp"
#include "intake/readers.hpp"
#include "team/people.hpp"
#include "team/write_record.hpp"
#include "yaml/document.hpp"

namespace teamctl::intake {
namespace {

using team::PersonId;

/// A series that lasts so long stands for the working day itself: then words such as 迟到 speak of it.
constexpr int working_day_minutes = 4 * 60;

/// What is known of somebody at the meeting.
struct Verdict {
    bool late = false;
    bool left_early = false;
    bool absent = false;
    bool excused = false;
    bool present = false;
    Phrase unclear;  ///< what the file does not say; the rest may hold all the same
};

/// From when to when the meeting is; without times, or with a start alone.
struct Box {
    std::optional<TimeOfDay> start;
    std::optional<TimeOfDay> end;
    bool working_day = false;
};

Box box_of(const calendar::Occurrence& occurrence) {
    Box box{occurrence.start, occurrence.end, false};
    if (box.start && box.end) {
        const int minutes = box.end->minutes - box.start->minutes;
        box.working_day = (minutes < 0 ? minutes + end_of_day.minutes : minutes) >= working_day_minutes;
    }
    return box;
}

/// Punches alone: who came after the start. One punch in the second half says nothing of the start.
Verdict judge_punches(const Sighting& seen, const Box& box) {
    Verdict verdict;
    if (seen.punches.empty()) {
        verdict.unclear = say("import.no_punch");
        return verdict;
    }
    if (seen.words.outside) {
        verdict.present = true;
        return verdict;
    }
    if (!box.start) {
        verdict.present = true;
        return verdict;
    }
    const auto first = seen.punches.front();
    const auto last = seen.punches.back();
    const auto middle = box.end ? TimeOfDay{(box.start->minutes + box.end->minutes) / 2} : end_of_day;
    if (box.end && first >= (box.working_day ? middle : *box.end)) {
        verdict.unclear = box.working_day ? say("import.one_punch") : say("import.came_after");
        return verdict;
    }
    verdict.late = first > *box.start;
    if (box.working_day && last < middle)
        verdict.unclear = say("import.no_leaving");
    else
        verdict.left_early = box.working_day && last < *box.end;
    verdict.present = !verdict.late && !verdict.left_early && verdict.unclear.empty();
    return verdict;
}

/// The times against the meeting's, for one that is not the working day.
Verdict judge_times(const Sighting& seen, const Box& box) {
    Verdict verdict;
    if (seen.words.outside) {
        verdict.present = true;
        return verdict;
    }
    if (!seen.came) {
        const bool same_start = !box.start || (seen.shift && seen.shift->first == *box.start);
        if (seen.words.no_card_in)
            verdict.unclear = say("import.no_card");
        else if (seen.words.severe)
            verdict.unclear = say("import.severe");
        else if (!seen.shift || same_start)
            verdict = {seen.words.late, seen.words.left_early, false, false, seen.words.normal, {}};
        else
            verdict.unclear = say("import.no_status");
        return verdict;
    }
    if (box.start && box.end && *box.end > *box.start && *seen.came >= *box.end) {
        verdict.unclear = say("import.came_after");
        return verdict;
    }
    verdict.late = box.start && *seen.came > *box.start;
    verdict.left_early =
        box.start && box.end && seen.went && *seen.went > *box.start && *seen.went < *box.end;
    verdict.present = !verdict.late && !verdict.left_early;
    return verdict;
}

/// The words, for a series that is the working day, or where there is nothing else.
Verdict judge_words(const Sighting& seen) {
    Verdict verdict;
    const auto& words = seen.words;
    verdict.late = words.late;
    verdict.left_early = words.left_early;
    if (words.severe)
        verdict.unclear = say("import.severe");
    else if (words.no_card_in || words.no_card_out)
        verdict.unclear = say("import.no_card");
    verdict.present =
        (words.normal || words.outside) && !words.late && !words.left_early && verdict.unclear.empty();
    return verdict;
}

Verdict judge(const Sighting& seen, const Box& box) {
    const auto& words = seen.words;
    Verdict verdict;
    const bool was_there = seen.came || seen.went || !seen.punches.empty();
    if (words.rest && !was_there) {
        verdict.unclear = say("import.rest_day");
    } else if (words.leave && !words.late) {
        verdict.excused = !was_there;
        if (was_there) verdict.unclear = say("import.part_leave");
    } else if (words.absent) {
        verdict.absent = !was_there;
        if (was_there) verdict.unclear = say("import.absent_and_there");
    } else if (seen.punches_alone) {
        verdict = judge_punches(seen, box);
    } else if (words.any() && (box.working_day || !(seen.came || seen.went || seen.shift))) {
        verdict = judge_words(seen);
    } else if (words.any() || seen.came) {
        verdict = judge_times(seen, box);
    }
    const bool known =
        verdict.late || verdict.left_early || verdict.absent || verdict.excused || verdict.present;
    if (!known && verdict.unclear.empty()) verdict.unclear = say("import.no_status");
    return verdict;
}

/// The lists of one day's record.
struct DayRecord {
    std::vector<std::string> late, left_early, absent, excused, present;
    std::set<PersonId> named;
};

class AttendanceTaker {
  public:
    AttendanceTaker(const Request& request, const team::Team& team, const calendar::WorkingDays& days,
                    Intake& intake)
        : request_{request}, team_{team}, days_{days}, intake_{intake} {}

    void take(const Sightings& sightings) {
        std::set<PersonId> seen;
        for (const auto& sighting : sightings.list) {
            seen.insert(sighting.who);
            take(sighting);
        }
        name_missing(sightings, seen);
        make_records();
        take_leave();
    }

  private:
    void doubt(const Sighting& seen, Phrase why) {
        auto cell = seen.cell;
        // Of many columns or rows the cell alone does not tell who is meant, and when.
        cell = team_[seen.who].name + " " + to_string(seen.day) + (cell.empty() ? "" : " " + cell);
        intake_.doubts.push_back({seen.row, seen.column, seen.heading, std::move(cell), {}, std::move(why)});
    }
    void take(const Sighting& seen) {
        if (!expected(seen.who, seen.day)) {
            if (not_expected_.insert(seen.who).second)
                intake_.doubts.push_back(
                    {seen.row, 0, {}, team_[seen.who].name, {}, say("import.not_expected")});
            return;
        }
        const bool says_something =
            seen.came || !seen.punches.empty() || (seen.words.any() && !seen.words.rest);
        if (!team::employed(team_[seen.who], seen.day)) {
            // The file knows better whether somebody was there; that the roster says another thing is told
            // once.
            if (!says_something && !not_employed_.contains(seen.who)) return;
            if (not_employed_.insert(seen.who).second) doubt(seen, say("import.not_employed"));
        }
        const auto* occurrence = occurrence_on(seen.day);
        if (occurrence == nullptr) {
            if (says_something && without_meeting_.insert(seen.day).second)
                doubt(seen, say("import.no_meeting", team_[request_.meeting].name));
            return;
        }
        auto& record = records_[seen.day];
        if (!record.named.insert(seen.who).second) return doubt(seen, say("import.person_twice"));
        auto verdict = judge(seen, box_of(*occurrence));
        const bool away = calendar::leave_during(team_, seen.who, *occurrence) != nullptr;
        if (away && seen.punches_alone && seen.punches.empty())
            verdict = {false, false, false, true, false, {}};
        if (!verdict.unclear.empty()) doubt(seen, verdict.unclear);
        const auto id = yaml::quoted_scalar(team_[seen.who].id);
        if (verdict.late) record.late.push_back(id);
        if (verdict.left_early) record.left_early.push_back(id);
        if (verdict.absent) record.absent.push_back(id);
        if (verdict.excused) record.excused.push_back(id);
        if (verdict.present) record.present.push_back(id);
        if (seen.words.leave) leave_.push_back(&seen);
    }
    /// Who should be in the file and is not.
    void name_missing(const Sightings& sightings, const std::set<PersonId>& seen) {
        if (!sightings.days) return;
        std::vector<std::string> names;
        const auto there_on = [&](PersonId person, Date day) {
            return team::employed(team_[person], day) && expected(person, day);
        };
        for (const auto person : team::everybody(team_)) {
            const bool there = there_on(person, sightings.days->from) || there_on(person, sightings.days->to);
            if (there && !seen.contains(person)) names.push_back(team_[person].name);
        }
        if (!names.empty())
            intake_.doubts.push_back({0, 0, {}, joined(names, ", "), {}, say("import.not_in_file")});
    }
    /// Whether the meeting is for the person, by what the roster says of that day.
    bool expected(PersonId person, Date day) const {
        return team::selects(team_, team_[request_.meeting].attend, person, day);
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
            std::vector<team::WrittenField> fields{
                {"meeting", yaml::quoted_scalar(team_[request_.meeting].id)}};
            for (const auto& [key, list] :
                 {std::pair{"late", &record.late}, std::pair{"absent", &record.absent},
                  std::pair{"left_early", &record.left_early}, std::pair{"excused", &record.excused},
                  std::pair{"present", &record.present}}) {
                if (!list->empty()) fields.push_back({key, team::flow_list(*list)});
            }
            if (fields.size() == 1) continue;
            if (recorded(day)) {
                intake_.doubts.push_back({0, 0, {}, to_string(day), {}, say("import.recorded")});
                continue;
            }
            intake_.records.push_back({day, team::record_line("attendance", fields)});
            table.rows.push_back({Cell{day}, Cell{intake_.records.back().line}});
        }
    }
    /// Leave that the file tells of and the team does not know.
    void take_leave() {
        LeaveLines lines{team_};
        for (const auto* seen : leave_) {
            const auto half = half_of(seen->approval.empty() ? seen->cell : seen->approval);
            if (team::leave_on(team_, seen->who, seen->day) != nullptr) continue;
            if (!seen->words.kind || !half)
                doubt(*seen, seen->words.kind ? say("import.part_leave") : say("import.leave_kind"));
            else
                lines.add(seen->who, seen->day, *seen->words.kind, *half);
        }
        lines.put(request_.take_leave, intake_);
    }
    /// The whole day, or a half; nothing where it is some hours.
    static std::optional<team::Half> half_of(std::string_view text) {
        const auto plain = half_width(text);
        if (plain.find("全天") != std::string::npos) return team::Half::none;
        if (plain.find("上午") != std::string::npos) return team::Half::am;
        if (plain.find("下午") != std::string::npos) return team::Half::pm;
        const auto colon = plain.find(':');
        const bool clock =
            colon != std::string::npos && colon > 0 && plain[colon - 1] >= '0' && plain[colon - 1] <= '9';
        if (clock || plain.find("小时") != std::string::npos) return std::nullopt;
        return team::Half::none;
    }

    const Request& request_;
    const team::Team& team_;
    const calendar::WorkingDays& days_;
    Intake& intake_;
    std::set<PersonId> not_expected_;
    std::set<PersonId> not_employed_;
    std::set<Date> without_meeting_;
    std::map<Month, std::vector<calendar::Occurrence>> occurrences_;
    std::map<Date, DayRecord> records_;
    std::vector<const Sighting*> leave_;
};

}  // namespace

Intake read_attendance(const Request& request, const team::Team& team, const calendar::WorkingDays& days) {
    Intake intake;
    const auto sheet = take_sheet(request, intake);
    if (!sheet) return intake;
    auto sightings = read_day_columns(*sheet, request, team, intake);
    if (!sightings.understood) sightings = read_day_rows(*sheet, team, intake);
    if (!sightings.understood) {
        intake.problem =
            say("import.no_header", "姓名, 日期, 签到, 签退, 结果, 上班1打卡时间, 上班1打卡结果, 日期时间");
        intake.hint = say("import.day_columns");
        return intake;
    }
    AttendanceTaker{request, team, days, intake}.take(sightings);
    return intake;
}

}  // namespace teamctl::intake
