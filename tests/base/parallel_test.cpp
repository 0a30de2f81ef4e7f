#include "base/parallel.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace teamctl;

TEST_SUITE_BEGIN("parallel");

TEST_CASE("the parts are all of it, once each") {
    for (const std::size_t count : {0U, 1U, 63U, 64U, 65U, 1000U}) {
        std::vector<int> visits(count);
        in_parts(count, [&](std::size_t from, std::size_t to) {
            for (auto i = from; i < to; ++i) ++visits[i];
        });
        CAPTURE(count);
        CHECK(std::count(visits.begin(), visits.end(), 1) == static_cast<std::ptrdiff_t>(count));
    }
}

TEST_CASE("of several failures the first part's is told") {
    const auto fail = [](std::size_t from, std::size_t) { throw std::runtime_error{std::to_string(from)}; };
    CHECK_THROWS_WITH_AS(in_parts(1000, fail), "0", std::runtime_error);
}

TEST_CASE("a part that fails keeps no other from being done") {
    std::vector<int> visits(1000);
    const auto work = [&](std::size_t from, std::size_t to) {
        for (auto i = from; i < to; ++i) ++visits[i];
        if (from == 0) throw std::runtime_error{"first"};
    };
    CHECK_THROWS_AS(in_parts(visits.size(), work), std::runtime_error);
    CHECK(std::count(visits.begin(), visits.end(), 1) == 1000);
}

TEST_CASE("both are done, side by side where there is much to do, and either's failure is told") {
    const auto fine = [] {};
    const auto fail = [] { throw std::runtime_error{"failed"}; };
    for (const std::size_t count : {0U, 1'000'000U}) {
        CAPTURE(count);
        std::thread::id first;
        side_by_side(
            count, [&] { first = std::this_thread::get_id(); }, fine);
        CHECK((first == std::this_thread::get_id()) == (count == 0));
        CHECK_THROWS_WITH_AS(side_by_side(count, fail, fine), "failed", std::runtime_error);
        CHECK_THROWS_WITH_AS(side_by_side(count, fine, fail), "failed", std::runtime_error);
    }
}

TEST_SUITE_END();
