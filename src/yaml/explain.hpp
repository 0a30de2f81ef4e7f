// Turns what the parser library says about broken syntax into what a person can act on.
#pragma once

#include <string_view>

#include "yaml/problems.hpp"
#include "yaml/source.hpp"

namespace teamctl::yaml {

/// Where and with which words the parser library gave up, and what was known until then.
struct Failure {
    std::string_view message;    ///< the library's own
    std::size_t offset = 0;      ///< where it gave up
    std::size_t read_to = 0;     ///< end of the last scalar or bracket that was read
    std::size_t bracket = npos;  ///< the innermost bracket that is open
    int column = -1;             ///< of the innermost block collection that is open, from 0
    bool at_end = false;         ///< of the text
};

/// Reports the failure, unless that place is known for a problem already.
void explain(std::string_view text, const Failure& failure, Problems& problems);

/// Reports the text that follows a closing quote, or the opening quote where that is the one to blame.
void report_after_quote(std::string_view text, std::size_t open, std::size_t after, Problems& problems);
/// `runs_to`: where the text ends after all, some lines below.
void report_unclosed_quote(std::string_view text, std::size_t open, Problems& problems,
                           std::size_t runs_to = npos);
/// An escape that means nothing.
void report_escape(std::string_view text, std::size_t backslash, Problems& problems);
void report_tab(std::size_t offset, Problems& problems);

/// Offset of what follows a closing quote and must not, npos where all is well. In brackets other characters
/// may follow than outside.
std::size_t text_after_quote(std::string_view text, std::size_t close, bool in_brackets);

}  // namespace teamctl::yaml
