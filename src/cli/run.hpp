// From the words of the command line to an exit code.
#pragma once

namespace teamctl::cli {

/// Runs teamctl. Failures of the system are caught here, and nowhere else.
int run(int argc, char** argv);

}  // namespace teamctl::cli
