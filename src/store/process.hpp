// Other programs, run and waited for.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace teamctl::store {

struct Ran {
    int code = 0;
    std::string output;  ///< of stdout
};

/// Runs a program found in PATH, without a shell, its stderr left alone. Nothing where it cannot be started.
std::optional<Ran> run_program(const std::vector<std::string>& words);

}  // namespace teamctl::store
