#include "lang/lists.hpp"

namespace teamctl::lang {
namespace {

// Rules of recurrence, and the calendar of a period.
// clang-format off
constexpr Word calendar_words[] = {
    {"calendar.rrule_frequency", "重复规则要有 FREQ，取值 DAILY、WEEKLY、MONTHLY 或 YEARLY",
     "a recurrence rule needs FREQ, one of DAILY, WEEKLY, MONTHLY or YEARLY"},
    {"calendar.rrule_malformed", "重复规则写错了，应是 FREQ=MONTHLY;BYDAY=2MO 这样的写法",
     "the recurrence rule is malformed; it is written like FREQ=MONTHLY;BYDAY=2MO"},
    {"calendar.rrule_unknown_part", "重复规则里不能有“{0}”", "a recurrence rule has no part “{0}” here"},
    {"calendar.rrule_twice", "重复规则里 {0} 写了两次", "{0} stands twice in the recurrence rule"},
    {"calendar.rrule_bad_value", "重复规则里 {0} 的值“{1}”不对",
     "“{1}” is no value of {0} in a recurrence rule"},
    {"calendar.rrule_out_of_range", "重复规则里 {0} 的数超出范围",
     "a number of {0} is out of range in the recurrence rule"},
    {"calendar.rrule_not_together", "重复规则里 {0} 不能和 {1} 一起用",
     "{0} cannot stand with {1} in a recurrence rule"},
    {"calendar.rrule_set_position", "BYSETPOS 要和别的 BY… 一起用",
     "BYSETPOS needs another BY… part beside it"},
    {"calendar.title", "{0} {1} 日历", "{0}: calendar of {1}"},
    {"calendar.summary", "共 {0} 天，工作日 {1} 天，节假日 {2} 天。",
     "{0} {0:day|days}: {1} working {1:day|days}, {2} public {2:holiday|holidays}."},
    {"calendar.summary_with_makeup", "共 {0} 天，工作日 {1} 天（含调休上班 {3} 天），节假日 {2} 天。",
     "{0} {0:day|days}: {1} working {1:day|days} ({3} of them made up for a holiday), {2} public {2:holiday|holidays}."},
    {"calendar.not_covered", "节假日表里没有这段时间的安排，是否上班只按星期判断。",
     "The holiday calendars say nothing about this period; weekdays decide."},
    {"calendar.partly_covered", "从{0:year}起，有 {1} 天节假日表里没有安排，是否上班只按星期判断。",
     "From {0:year} on, {1} {1:day is|days are} not covered by the holiday calendars; weekdays decide there."},
    {"calendar.left_out", "{0}几乎天天有，月历里不再列出，见下表。",
     "Held on most days and left out of the grids, see the table: {0}."},
    {"calendar.line", "{0} {1}", "{0} {1}"},
    {"calendar.off", "取消", "cancelled"},
    {"calendar.cancelled", "{0}（已取消）", "{0} (cancelled)"},
    {"calendar.training", "培训：{0}", "Training: {0}"},
    {"calendar.trainer", "讲师：{0}", "Trainer: {0}"},
    {"calendar.occurrences", "日程", "Schedule"},
    {"calendar.date", "日期", "Date"},
    {"calendar.start", "开始", "Start"},
    {"calendar.end", "结束", "End"},
    {"calendar.series", "编号", "Series"},
    {"calendar.name", "名称", "Name"},
    {"calendar.kind", "类别", "Kind"},
    {"calendar.kind_standup", "晨会", "stand-up"},
    {"calendar.kind_regular", "例会", "regular meeting"},
    {"calendar.kind_training", "培训", "training"},
    {"calendar.kind_review", "总结会", "review"},
    {"calendar.kind_celebration", "庆祝", "celebration"},
    {"calendar.kind_other", "其他", "other"},
    {"calendar.kind_rota", "轮值", "duty rota"},
};
// clang-format on

}  // namespace

std::span<const Word> words_calendar() {
    return calendar_words;
}

}  // namespace teamctl::lang
