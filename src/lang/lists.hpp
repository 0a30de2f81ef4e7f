// The word lists of lang/. To add one: write words_X.cpp, which defines words_X(), and name X in the one line
// below, in alphabetical order; a file an area.
#pragma once

#include <span>

#include "lang/lang.hpp"

// clang-format off
#define TEAMCTL_WORD_LISTS(LIST) \
    LIST(check) \
    LIST(day) \
    LIST(figures) \
    LIST(files) \
    LIST(program) \
    LIST(records) \
    LIST(rota) \
    LIST(team) \
    LIST(teams) \
    /* the end */
// clang-format on

namespace teamctl::lang {

#define TEAMCTL_DECLARE_LIST(name) std::span<const Word> words_##name();
TEAMCTL_WORD_LISTS(TEAMCTL_DECLARE_LIST)
#undef TEAMCTL_DECLARE_LIST

}  // namespace teamctl::lang
