// The word lists of lang/. To add one: write words_X.cpp, which defines words_X(), and name X in the one line
// below, in alphabetical order.
#pragma once

#include <span>

#include "lang/lang.hpp"

// clang-format off
#define TEAMCTL_WORD_LISTS(LIST) \
    LIST(agenda) \
    LIST(asset) \
    LIST(award) \
    LIST(calendar) \
    LIST(check) \
    LIST(checklist) \
    LIST(cli) \
    LIST(close) \
    LIST(common) \
    LIST(due) \
    LIST(explain) \
    LIST(export) \
    LIST(hook) \
    LIST(import) \
    LIST(leave) \
    LIST(log) \
    LIST(naming) \
    LIST(newcomer) \
    LIST(next) \
    LIST(person) \
    LIST(records) \
    LIST(roster) \
    LIST(rules) \
    LIST(schedule) \
    LIST(schema) \
    LIST(standings) \
    LIST(store) \
    LIST(summary) \
    LIST(ticket) \
    LIST(training) \
    LIST(yaml) \
    /* the end */
// clang-format on

namespace teamctl::lang {

#define TEAMCTL_DECLARE_LIST(name) std::span<const Word> words_##name();
TEAMCTL_WORD_LISTS(TEAMCTL_DECLARE_LIST)
#undef TEAMCTL_DECLARE_LIST

}  // namespace teamctl::lang
