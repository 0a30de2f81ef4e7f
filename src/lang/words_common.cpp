#include "lang/lists.hpp"

namespace teamctl::lang {
namespace {

// What the renderers themselves say.
// clang-format off
constexpr Word common_words[] = {
    {"render.cancelled", "（取消）{0}", "Cancelled: {0}"},
    {"render.colon", "：", ": "},
    {"render.day_off", "休息日", "day off"},
    {"render.error", "错误：", "error: "},
    {"render.hint", "提示：{0}", "hint: {0}"},
    {"render.more_lines", "……还有 {0} 行", "… {0} more lines"},
    {"render.none", "（无）", "(none)"},
    {"render.notice", "注意", "Note"},
    {"render.more_problems", "还有 {0} 处问题没有列出", "{0} more problems, which are not listed"},
    {"render.see_also", "另见 {0}", "see also {0}"},
    {"render.today", "今天", "today"},
    {"render.warning", "提醒：", "warning: "},
};
// clang-format on

}  // namespace

std::span<const Word> words_common() {
    return common_words;
}

}  // namespace teamctl::lang
