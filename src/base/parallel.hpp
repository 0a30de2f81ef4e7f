// Work on many like things at once, whose results do not depend on how many processors there are.
#pragma once

#include <algorithm>
#include <cstddef>
#include <future>
#include <thread>
#include <vector>

namespace teamctl {

/// Calls `work(from, to)` for parts of [0, count) that together are all of it, each on a thread of its own
/// where there is enough to do. The parts must not touch what another one writes. Of exceptions the first
/// part's is thrown on, when all have ended.
template <class Work>
void in_parts(std::size_t count, const Work& work) {
    constexpr std::size_t fewest = 64;  // below that a thread costs more than it saves
    constexpr std::size_t most_threads = 8;
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t parts = std::min({processors, most_threads, count / fewest + 1});
    const auto edge = [&](std::size_t part) { return count * part / parts; };
    std::vector<std::future<void>> others;  // waits for each when it ends, whatever was thrown
    others.reserve(parts - 1);
    for (std::size_t part = 1; part < parts; ++part)
        others.push_back(std::async(std::launch::async,
                                    [&work, from = edge(part), to = edge(part + 1)] { work(from, to); }));
    work(edge(0), edge(1));
    for (auto& other : others) other.get();
}

}  // namespace teamctl
