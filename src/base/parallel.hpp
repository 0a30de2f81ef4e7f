// Work on many like things at once, whose results do not depend on how many processors there are.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <future>
#include <thread>
#include <vector>

namespace teamctl {

/// Calls `work(from, to)` for parts of [0, count) that together are all of it, on as many threads as there
/// are processors where there is enough to do; who is ready takes the next part. The parts must not touch
/// what another one writes. Of exceptions the first part's is thrown on, when all have ended. Of fewer than
/// `fewest` things a thread costs more than it saves.
template <class Work>
void in_parts(std::size_t count, const Work& work, std::size_t fewest = 64) {
    constexpr std::size_t most_threads = 8;
    constexpr std::size_t parts_each = 16;
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t threads = std::min({processors, most_threads, count / fewest + 1});
    const std::size_t parts = threads == 1 ? 1 : std::min(threads * parts_each, count);
    std::vector<std::exception_ptr> failures(parts);
    std::atomic<std::size_t> next{0};
    const auto take_parts = [&] {
        for (std::size_t part = next++; part < parts; part = next++) {
            try {
                work(count * part / parts, count * (part + 1) / parts);
            } catch (...) {
                failures[part] = std::current_exception();
            }
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads; ++i) others.emplace_back(take_parts);
        take_parts();
    }
    for (const auto& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
}

/// Calls both, which look at `count` things each: the first on a thread of its own where that saves time.
/// Where both throw, one of the exceptions is told.
template <class First, class Second>
void side_by_side(std::size_t count, const First& first, const Second& second) {
    constexpr std::size_t fewest = 10'000;
    if (count < fewest) {
        first();
        second();
        return;
    }
    auto other = std::async(std::launch::async, [&] { first(); });
    second();
    other.get();
}

}  // namespace teamctl
