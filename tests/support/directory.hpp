// An empty directory of the test's own, gone when the test ends.
#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace teamctl::test {

struct Directory {
    Directory() {
        std::string name = (std::filesystem::temp_directory_path() / "teamctl-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Directory() { std::filesystem::remove_all(path); }
    Directory(const Directory&) = delete;
    Directory& operator=(const Directory&) = delete;

    void write(const std::string& file, const std::string& text) const {
        std::filesystem::create_directories((path / file).parent_path());
        std::ofstream{path / file, std::ios::binary} << text;
    }

    std::filesystem::path path;
};

}  // namespace teamctl::test
