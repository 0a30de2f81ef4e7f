#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/session.hpp"

namespace teamctl::cli {

static Exit run_help(Session& session) {
    if (session.argument(0).empty()) {
        session.write(overview(session.words()));
        return Exit::done;
    }
    const auto* command = find_command(session.argument(0));
    if (command == nullptr)
        return session.refuse(say("cli.unknown_command", session.argument(0)), say("cli.see_help"));
    session.write(help_of(*command, session.words()));
    return Exit::done;
}

CommandSpec help_command() {
    return {"help",
            "命令的帮助",
            "help on a command",
            {{"COMMAND", false, false, "命令", "a command", Completes::command}},
            {},
            {},
            run_help};
}

}  // namespace teamctl::cli
