#include "cli/run.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <new>
#include <optional>
#include <stdexcept>

#include "base/text.hpp"
#include "cli/line/complete.hpp"
#include "cli/line/help.hpp"
#include "cli/line/parse.hpp"
#include "cli/now.hpp"
#include "cli/start/own.hpp"
#include "cli/version.hpp"
#include "store/disk.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// Whether the user's own file has no mistake; git, which calls for the merge of files, is told of none.
bool own_is_sound(Session& session) {
    const auto* command = session.invocation().command;
    if (!own().problems.has_errors() || (command != nullptr && command->name == "merge-driver")) return true;
    session.speak_as_team();
    session.show(own().problems);
    return false;
}

Exit run_command(Session& session) {
    const auto* command = session.invocation().command;
    if (command == nullptr) {
        if (!session.flag("help") && session.has_team()) return run_now(session);
        session.speak_as_team();
        session.write(overview(session.words()));
        return Exit::done;
    }
    if (session.flag("help")) {
        session.speak_as_team();
        session.write(help_of(*command, session.words()));
        return Exit::done;
    }
    return session.output_fits() ? command->run(session) : Exit::usage;
}

Exit dispatch(const std::vector<std::string>& words, std::optional<Session>& opened) {
    // Before parsing: the line is not complete.
    if (!words.empty() && words.front() == "__complete")
        return static_cast<Exit>(complete({words.begin() + 1, words.end()}));
    auto invocation = parse(with_alias(words));
    if (!invocation) return Exit::usage;
    auto& session = opened.emplace(*invocation);
    if (session.flag("version")) {
        session.write("teamctl " + std::string{version()} + "\n");
        return Exit::done;
    }
    if (!own_is_sound(session)) return Exit::files;
    const bool looks =
        session.invocation().command != nullptr && session.invocation().command->name == "check";
    const auto exit = run_command(session);
    if (looks || session.flag("verbose")) session.show(own().problems);
    if (session.flag("verbose")) tell_origins(session);
    return exit;
}

/// A closed standard stream would let a later open() take its number, and output would land in a data file.
void keep_standard_streams() {
    for (int fd = 0; fd <= 2; ++fd) {
        if (::fcntl(fd, F_GETFD) == -1) (void)!::open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
    }
}

/// A reader that leaves early (`| head`) must not end a command that has yet to write to the disk: the write
/// fails instead, quietly. A handler rather than SIG_IGN, which an editor started from here would inherit.
void outlive_readers() {
    struct sigaction action = {};
    action.sa_handler = [](int) {};
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGPIPE, &action, nullptr);
    // The same for a file that may not grow further (ulimit -f).
    ::sigaction(SIGXFSZ, &action, nullptr);
}

/// What is written for good stays so, whatever fails behind it: the exit code never says otherwise.
Exit code_of_failure() {
    return store::has_changed() ? Exit::act : Exit::system;
}

int failed(std::string_view what) {
    const std::string text = "teamctl: " + made_harmless(what) + "\n";
    (void)!::write(STDERR_FILENO, text.data(), text.size());
    return static_cast<int>(code_of_failure());
}

int out_of_memory(const std::optional<Session>& session) {
    const auto key = store::has_changed() ? "system.no_memory_after" : "system.no_memory";
    return failed(session ? session->say(say(key)) : "out of memory");
}

/// Libraries hold some functions for such as never throw.
[[noreturn]] void end_without_memory() {
    try {
        if (const auto problem = std::current_exception()) std::rethrow_exception(problem);
    } catch (const std::bad_alloc&) {
        constexpr std::string_view text = "teamctl: out of memory\n";
        (void)!::write(STDERR_FILENO, text.data(), text.size());
        ::_exit(static_cast<int>(code_of_failure()));
    } catch (...) {
        std::abort();
    }
    std::abort();
}

}  // namespace

int run(int argc, char** argv) {
    keep_standard_streams();
    outlive_readers();
    std::set_terminate(end_without_memory);
    std::optional<Session> session;  // outlives what is thrown: it knows the language
    try {
        const std::vector<std::string> words{argv + (argc > 0 ? 1 : 0), argv + argc};
        return static_cast<int>(dispatch(words, session));
    } catch (const store::SystemError& error) {
        return failed(session ? session->say(error.phrase()) : error.what());
    } catch (const fs::filesystem_error& error) {
        const store::SystemError told{"open", error.path1(), error.code().value()};
        return failed(session ? session->say(told.phrase()) : told.what());
    } catch (const std::bad_alloc&) {
        return out_of_memory(session);
    } catch (const std::exception& error) {
        return failed(error.what());
    }
}

}  // namespace teamctl::cli
