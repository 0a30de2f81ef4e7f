// libFuzzer target: what the fast reader takes, the reader of all YAML reads the same.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "../yaml/differential.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto result =
        teamctl::yaml::compare_readers(std::string{reinterpret_cast<const char*>(data), size});
    if (!result.difference.empty()) {
        std::fprintf(stderr, "%s\n", result.difference.c_str());
        std::abort();
    }
    return 0;
}
