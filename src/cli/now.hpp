// What the program says without a command, in a team directory.
#pragma once

#include "cli/line/command.hpp"

namespace teamctl::cli {

/// The team at this moment (report/now.hpp).
Exit run_now(Session& session);

}  // namespace teamctl::cli
