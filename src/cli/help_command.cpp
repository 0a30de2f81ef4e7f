#include <unistd.h>

#include <cstdlib>
#include <string>

#include "cli/line/commands.hpp"
#include "cli/line/help.hpp"
#include "cli/line/man_page.hpp"
#include "cli/session.hpp"
#include "cli/start/own.hpp"

namespace teamctl::cli {

/// The manual page, for those at a terminal who read English: those in Chinese say what help says.
static bool opened_page(const CommandSpec& command, const Session& session) {
    if (::isatty(STDOUT_FILENO) == 0 || session.words().code() != "en") return false;
    const auto call = "man teamctl-" + std::string{command.name} + " 2>/dev/null";
    return std::system(call.c_str()) == 0;  // NOLINT: the name is one of ours
}

/// The page of the manual is in English alone; where it is not, the steps in short.
static Exit show_tutorial(const Session& session) {
    const bool page = session.words().code() == "en" && ::isatty(STDOUT_FILENO) != 0 &&
                      std::system("man 7 teamctl-tutorial 2>/dev/null") == 0;  // NOLINT: a fixed text
    if (!page) session.write(tutorial(session.words()));
    return Exit::done;
}

/// A page of the manual as the installation writes it.
static Exit show_man_page(const Session& session) {
    const auto name = session.argument(0);
    const auto* command = find_command(name);
    if (name.empty())
        session.write(man_page_of_program(session.words()));
    else if (name == "files")
        session.write(man_page_of_files(session.words()));
    else if (command != nullptr)
        session.write(man_page(*command, session.words()));
    else
        return session.refuse(say("cli.unknown_command", name), say("cli.see_help"));
    return Exit::done;
}

static Exit run_help(Session& session) {
    session.speak_as_team();
    if (session.flag("man")) return show_man_page(session);
    if (session.argument(0).empty()) {
        session.write(overview(session.words()));
        return Exit::done;
    }
    if (session.argument(0) == "tutorial") return show_tutorial(session);
    if (session.argument(0) == "files" || session.argument(0) == "options") {
        session.write(session.argument(0) == "files" ? files_help(session.words())
                                                     : common_help(session.words()));
        return Exit::done;
    }
    if (const auto* alias = own().alias(session.argument(0))) {
        session.write(session.say(say("own.alias_is", alias->name, alias->call, to_string(alias->place))) +
                      "\n");
        return Exit::done;
    }
    const auto* command = find_command(session.argument(0));
    if (command == nullptr)
        return session.refuse(say("cli.unknown_command", session.argument(0)), say("cli.see_help"));
    if (!opened_page(*command, session)) session.write(help_of(*command, session.words()));
    return Exit::done;
}

CommandSpec help_command() {
    return {"help",
            "命令的帮助",
            "help on a command",
            {{"COMMAND", false, false, "命令", "a command", Completes::command}},
            {{"man", "", "写成手册页（mdoc）", "as a page of the manual (mdoc)"}},
            {},
            run_help};
}

}  // namespace teamctl::cli
