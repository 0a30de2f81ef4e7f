// One writer at a time: who waits in vain is told whose turn it is.
#include <doctest/doctest.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <variant>

#include "../support/directory.hpp"
#include "store/lock.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

TEST_CASE("a lock that stays taken is an error that names the process, and is free behind it") {
    const test::Directory at;
    {
        const WriteLock first{at.path};
        try {
            const WriteLock second{at.path, std::chrono::milliseconds{20}};
            FAIL("two writers at once");
        } catch (const SystemError& error) {
            CHECK(error.phrase().key == "system.held");
            REQUIRE(error.phrase().args.size() == 2);
            CHECK(std::get<std::string>(error.phrase().args[1]) == std::to_string(::getpid()));
        }
    }
    CHECK_NOTHROW(WriteLock(at.path, std::chrono::milliseconds{20}));
}

TEST_CASE("why the system failed is said by a phrase; a rare reason in the system's own words") {
    const auto reason = [](int error) {
        const SystemError failed{"write", "x", error};
        return std::get<PhraseList>(failed.phrase().args[1]).items.at(0);
    };
    CHECK(reason(ENOSPC).key == "system.no_space");
    CHECK(reason(EACCES).key == "system.no_permission");
    CHECK(reason(EXDEV).key.empty());
}

}  // namespace
}  // namespace teamctl::store
