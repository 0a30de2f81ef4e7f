// From the words of the command line to an exit code.
#pragma once

#include <string>
#include <vector>

namespace teamctl::cli {

/// Runs teamctl. Failures of the system are caught here, and nowhere else.
int run(const std::vector<std::string>& words);

}  // namespace teamctl::cli
