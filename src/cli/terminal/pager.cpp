#include "cli/terminal/pager.hpp"

#include <sys/ioctl.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "base/process.hpp"
#include "base/text.hpp"
#include "cli/session.hpp"
#include "cli/start/own.hpp"

namespace teamctl::cli {
namespace {

bool longer_than_terminal(std::string_view text) {
    winsize size = {};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0) return false;
    return std::count(text.begin(), text.end(), '\n') >= size.ws_row;
}

// What the handler writes: it may call nothing that is not safe there.
std::string waiting_line;  // NOLINT: signals know no objects
constexpr std::string_view erased = "\r\033[K";

void tell_waiting(int /*signal*/) {
    const int before = errno;
    (void)!::write(STDERR_FILENO, waiting_line.data(), waiting_line.size());
    errno = before;
}

void ring_after(int seconds) {
    const itimerval timer{{0, 0}, {seconds, 0}};
    ::setitimer(ITIMER_REAL, &timer, nullptr);
}

}  // namespace

bool show_paged(std::string_view text) {
    const char* wanted = std::getenv("PAGER");
    const auto command = own().values.pager.value_or(wanted != nullptr ? wanted : "less");
    if (command.empty() || command == "cat" || !longer_than_terminal(text)) return false;
    ::setenv("LESS", "FRX", 0);  // quit where it fits one screen, show colours, leave the text standing
    ::setenv("LESSCHARSET", "utf-8", 0);
    const auto code = run_at_terminal(command, {}, [&](int fd) { write_fd(fd, text); });
    return code && *code != no_such_command;
}

Working::Working(std::string text) {
    if (::isatty(STDERR_FILENO) == 0) return;
    waiting_line = std::string{erased} + made_harmless(text);
    struct sigaction action = {};
    action.sa_handler = tell_waiting;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGALRM, &action, nullptr);
    ring_after(1);
}

Working::~Working() {
    if (waiting_line.empty()) return;
    ring_after(0);
    std::signal(SIGALRM, SIG_DFL);
    write_fd(STDERR_FILENO, erased);
    waiting_line.clear();
}

}  // namespace teamctl::cli
