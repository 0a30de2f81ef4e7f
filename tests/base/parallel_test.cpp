#include "base/parallel.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

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

TEST_SUITE_END();
