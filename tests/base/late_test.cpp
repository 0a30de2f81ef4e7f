#include "base/late.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <stdexcept>

namespace late_here {
TEAMCTL_LATE("libc.so.6", getpid);
TEAMCTL_LATE("libteamctl-none.so.1", getppid);
inline const teamctl::Late<int(int)> none{"libc.so.6", "no_such_function_at_all"};
}  // namespace late_here

TEST_SUITE_BEGIN("base");

TEST_CASE("a function of a library that is loaded late is called as the function itself") {
    CHECK(late_here::getpid() == ::getpid());
    CHECK(late_here::getpid() == ::getpid());
}

TEST_CASE("a library or a function that is not there is told, not called") {
    CHECK_THROWS_AS(late_here::getppid(), std::runtime_error);
    CHECK_THROWS_AS(late_here::none(1), std::runtime_error);
}

TEST_SUITE_END();
