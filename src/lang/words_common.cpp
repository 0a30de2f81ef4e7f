#include "lang/lists.hpp"

namespace teamctl::lang {
namespace {

// What the renderers themselves say.
// clang-format off
constexpr Word rows[] = {
    {"render.colon", "：", ": "},
    {"render.day_off", "休息日", "day off"},
    {"render.none", "（无）", "(none)"},
    {"render.notice", "注意", "Note"},
    {"render.today", "今天", "today"},
};
// clang-format on

}  // namespace

std::span<const Word> words_common() {
    return rows;
}

}  // namespace teamctl::lang
