// The words of a call that is not complete yet.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/session.hpp"

namespace teamctl::cli {

/// What the words before the cursor come to.
struct Typed {
    Invocation call;
    const OptionSpec* open = nullptr;  ///< the option that the word at the cursor is the value of
    bool only_arguments = false;       ///< `--` was there
};

/// The option of that name, or of that letter; null where neither the command nor every command has it.
const OptionSpec* option_of(const CommandSpec* command, std::string_view name, char letter);

/// Takes all words but the last, at which the cursor stands.
Typed words_before_cursor(const std::vector<std::string>& words);

}  // namespace teamctl::cli
