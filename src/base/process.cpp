#include "base/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

extern char** environ;

namespace teamctl {
namespace {

/// A child that is to be started: the descriptors it gets, the signals it takes as this program did.
class Start {
  public:
    Start() {
        ::posix_spawn_file_actions_init(&actions_);
        ::posix_spawnattr_init(&attributes_);
    }
    ~Start() {
        ::posix_spawnattr_destroy(&attributes_);
        ::posix_spawn_file_actions_destroy(&actions_);
    }
    Start(const Start&) = delete;
    Start& operator=(const Start&) = delete;

    void give(int fd, int as) { ::posix_spawn_file_actions_adddup2(&actions_, fd, as); }
    void take_default(const sigset_t& signals) {
        ::posix_spawnattr_setsigdefault(&attributes_, &signals);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
    }
    /// Nothing where it cannot be.
    std::optional<pid_t> run(std::vector<std::string> words) const {
        std::vector<char*> arguments;
        for (auto& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        pid_t child = 0;
        if (::posix_spawnp(&child, arguments[0], &actions_, &attributes_, arguments.data(), environ) != 0)
            return std::nullopt;
        return child;
    }

  private:
    posix_spawn_file_actions_t actions_{};
    posix_spawnattr_t attributes_{};
};

/// The exit code; -1 where a signal ended it.
int wait_for(pid_t child) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Leaves the signals of the keyboard to a child, as long as it stands.
class KeyboardLeft {
  public:
    KeyboardLeft() {
        struct sigaction ignore = {};
        ignore.sa_handler = SIG_IGN;
        ::sigaction(SIGINT, &ignore, &interrupt_);
        ::sigaction(SIGQUIT, &ignore, &quit_);
    }
    ~KeyboardLeft() {
        ::sigaction(SIGINT, &interrupt_, nullptr);
        ::sigaction(SIGQUIT, &quit_, nullptr);
    }
    KeyboardLeft(const KeyboardLeft&) = delete;
    KeyboardLeft& operator=(const KeyboardLeft&) = delete;
    /// Those that this program did not ignore before.
    sigset_t heard() const {
        sigset_t signals{};
        ::sigemptyset(&signals);
        if (interrupt_.sa_handler != SIG_IGN) ::sigaddset(&signals, SIGINT);
        if (quit_.sa_handler != SIG_IGN) ::sigaddset(&signals, SIGQUIT);
        return signals;
    }

  private:
    struct sigaction interrupt_ = {};
    struct sigaction quit_ = {};
};

}  // namespace

std::optional<Ran> run_program(const std::vector<std::string>& words) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    Start start;
    start.give(ends[1], STDOUT_FILENO);
    const auto child = start.run(words);
    ::close(ends[1]);
    Ran ran;
    std::array<char, 4096> buffer{};
    while (child) {
        const auto count = ::read(ends[0], buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        ran.output.append(buffer.data(), static_cast<std::size_t>(count));
    }
    ::close(ends[0]);
    if (!child) return std::nullopt;
    const int code = wait_for(*child);
    ran.code = code < 0 ? 128 : code;
    return ran;
}

std::optional<int> run_at_terminal(const std::string& command, const std::vector<std::string>& arguments,
                                   const std::function<void(int)>& feed) {
    std::vector<std::string> words{"/bin/sh", "-c", command, "sh"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::array<int, 2> ends{-1, -1};
    if (feed && ::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
    const KeyboardLeft left;
    Start start;
    start.take_default(left.heard());
    if (feed) start.give(ends[0], STDIN_FILENO);
    const auto child = start.run(words);
    if (feed) {
        ::close(ends[0]);
        if (child) feed(ends[1]);
        ::close(ends[1]);
    }
    if (!child) return std::nullopt;
    return wait_for(*child);
}

}  // namespace teamctl
