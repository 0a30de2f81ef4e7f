#include "lang/lists.hpp"

namespace teamctl::lang {
namespace {

// Rules of recurrence, and the calendar of a period.
constexpr Word rows[] = {
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
    {"calendar.unknown_zone", "没有“{0}”这个时区，应写成 Asia/Shanghai 这样的 IANA 名称",
     "there is no time zone “{0}”; write an IANA name such as Asia/Shanghai"},
};

}  // namespace

std::span<const Word> words_calendar() {
    return rows;
}

}  // namespace teamctl::lang
