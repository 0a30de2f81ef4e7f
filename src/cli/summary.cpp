#include "cli/commands.hpp"
#include "cli/session.hpp"
namespace teamctl::cli {
static Exit run_summary(Session&) { return Exit::done; }
CommandSpec summary_command() { return {"summary", "x", "x", {}, {}, {}, run_summary}; }
}
