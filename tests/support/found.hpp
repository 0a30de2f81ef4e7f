// What checks find in teams that tests build, which have no files.
#pragma once

#include <string>

#include "check/found.hpp"

namespace teamctl::test {

/// Places are marks alone.
inline check::Found found_anywhere() {
    return check::Found{[](const team::Origin& origin, std::initializer_list<std::string_view>) {
        return Place{"", origin.mark, "", 0};
    }};
}

/// `code:line`, with `!` before those of errors, one after the other.
inline std::string shown(const Diagnostics& problems) {
    std::string text;
    for (const auto& problem : problems.all()) {
        if (!text.empty()) text += ' ';
        text += problem.severity == Severity::error ? "!" : "";
        text += std::string{problem.code.name()} + ":" + std::to_string(problem.place.mark.line);
    }
    return text;
}

}  // namespace teamctl::test
