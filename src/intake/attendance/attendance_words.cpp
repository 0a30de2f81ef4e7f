// The words and dates of attendance files.
#include <algorithm>
#include <array>
#include <initializer_list>

#include "intake/attendance/attendance.hpp"
#include "intake/cells.hpp"
#include "team/people.hpp"

namespace teamctl::intake {
namespace {

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return text.find(word) != std::string_view::npos; });
}

/// The kinds of leave that the files of a team know; others are leave all the same.
std::optional<team::LeaveKind> leave_kind(std::string_view text) {
    if (has_any(text, {"陪产", "paternity"})) return team::LeaveKind::paternity;
    if (has_any(text, {"产假", "生育假", "maternity"})) return team::LeaveKind::maternity;
    if (has_any(text, {"婚假", "marriage"})) return team::LeaveKind::marriage;
    if (has_any(text, {"丧假", "bereavement"})) return team::LeaveKind::bereavement;
    if (has_any(text, {"探亲", "family_visit", "family visit"})) return team::LeaveKind::family_visit;
    if (has_any(text, {"工伤", "injury"})) return team::LeaveKind::injury;
    if (has_any(text, {"育儿假", "childcare"})) return team::LeaveKind::childcare;
    if (has_any(text, {"护理假", "陪护假", "carer"})) return team::LeaveKind::carer;
    if (has_any(text, {"年假", "年休", "annual"})) return team::LeaveKind::annual;
    if (has_any(text, {"病假", "sick"})) return team::LeaveKind::sick;
    if (has_any(text, {"事假", "private", "personal"})) return team::LeaveKind::personal;
    if (has_any(text, {"调休", "补休", "倒休", "in_lieu", "in lieu"})) return team::LeaveKind::in_lieu;
    if (has_any(text, {"出差", "公出", "business"})) return team::LeaveKind::business;
    return std::nullopt;
}

bool is_digit_sign(char c) {
    return c >= '0' && c <= '9';
}

/// The weekday that the text names in Chinese; nothing where it names none.
std::optional<Weekday> chinese_weekday(std::string_view text) {
    static constexpr std::array<std::string_view, 7> days{"日", "一", "二", "三", "四", "五", "六"};
    for (const std::string_view before : {"星期", "周"}) {
        const auto at = text.find(before);
        if (at == std::string_view::npos) continue;
        const auto rest = text.substr(at + before.size());
        for (unsigned i = 0; i < days.size(); ++i) {
            if (rest.starts_with(days[i])) return Weekday{i};
        }
    }
    return std::nullopt;
}

}  // namespace

DayWords words_of(std::string_view cell) {
    std::string text{cell};
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    DayWords words;
    words.severe = has_any(text, {"严重迟到", "旷工迟到", "严重早退"});
    if (words.severe) return words;
    words.outside = has_any(text, {"外勤", "外出打卡", "outside"});
    words.kind = leave_kind(text);
    words.leave = words.kind || has_any(text, {"请假", "哺乳假", "excused", "leave"}) ||
                  (has_any(text, {"外出"}) && !words.outside);
    words.late = has_any(text, {"迟到", "late"});
    words.left_early = has_any(text, {"早退", "early"});
    words.no_card_in =
        has_any(text, {"上班缺卡"}) || (has_any(text, {"缺卡"}) && !has_any(text, {"下班缺卡"}));
    words.no_card_out = has_any(text, {"下班缺卡"});
    words.absent = has_any(text, {"旷工", "缺勤", "缺席", "未到", "absent"});
    words.rest = has_any(text, {"休息", "未排班"});
    if (!words.any()) words.normal = has_any(text, {"正常", "出勤", "到", "present", "ok", "normal"});
    return words;
}

std::optional<Period> period_in(std::string_view text) {
    std::vector<Date> found;
    for (std::size_t i = 0; i < text.size() && found.size() < 2; ++i) {
        if (!is_digit_sign(text[i]) || (i > 0 && is_digit_sign(text[i - 1]))) continue;
        auto end = i;
        while (end < text.size() && end - i < 10 &&
               (is_digit_sign(text[end]) || text[end] == '-' || text[end] == '/' || text[end] == '.'))
            ++end;
        for (; end > i; --end) {
            const bool cut = end < text.size() && is_digit_sign(text[end]);
            if (const auto date = cut ? std::nullopt : date_of(text.substr(i, end - i))) {
                found.push_back(*date);
                i = end;
                break;
            }
        }
    }
    if (found.size() < 2 || found[1] < found[0]) return std::nullopt;
    return Period{found[0], found[1], Period::Unit::range};
}

std::optional<Date> day_in(std::string_view cell) {
    const auto text = half_width(tidied(cell));
    const auto first = text.substr(0, text.find(' '));
    if (const auto date = date_of(first)) return date;
    const bool short_form = first.size() == 8 && first[2] == '-' && first[5] == '-';
    const auto weekday = chinese_weekday(text);
    if (!short_form || !weekday) return std::nullopt;
    const auto date = parse_date("20" + first);
    return date && weekday_of(*date) == *weekday ? date : std::nullopt;
}

std::optional<team::PersonId> PeopleOfFile::find(const std::string& name, const Doubt& where) {
    if (const auto person = team::find_person(team_, name)) return person;
    if (std::find(strangers_.begin(), strangers_.end(), name) != strangers_.end()) return std::nullopt;
    strangers_.push_back(name);
    intake_.doubts.push_back(where);
    intake_.doubts.back().why = say("import.unknown_person");
    return std::nullopt;
}

}  // namespace teamctl::intake
