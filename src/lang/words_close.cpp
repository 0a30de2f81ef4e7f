// What the close command says, and what check says of closings.
#include "lang/lists.hpp"

namespace teamctl::lang {

std::span<const Word> words_close() {
    static constexpr Word words[] = {
        {"close.title", "月末结账", "Month-end closings"},
        {"close.column.month", "月份", "Month"},
        {"close.column.state", "结果", "Result"},
        {"close.column.file", "文件", "File"},
        {"close.written", "已结账", "closed"},
        {"close.unchanged", "没有变化", "unchanged"},
        {"close.whole_month", "{0} 不是完整的月份", "{0} is not a whole month"},
        {"close.not_over", "{0} 还没有过完（今天 {1}）", "{0} is not over (today is {1})"},
        {"close.wait_until", "{0} 起可以结账", "close it from {0} on"},
        {"close.no_records", "{0} 和之前都没有记录", "there are no records up to {0}"},
        {"close.again", "核对后重新结账：teamctl close {0}", "look at it, then: teamctl close {0}"},
        {"close.damaged", "结账文件被改动过，已不采用", "this closing was changed by hand, and is not used"},
        {"close.changed", "{0} 已结账，之后记录又有改动", "changed after {0} was closed"},
        {"close.chain", "上一个月的结账变了，这一份接不上",
         "does not follow from the closing of the month before"},
        {"close.differs", "和按记录重新算出的结果不一样", "differs from what the records give now"},
    };
    return words;
}

}  // namespace teamctl::lang
