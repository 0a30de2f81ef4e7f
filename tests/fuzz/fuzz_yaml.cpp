// libFuzzer target: whatever the bytes, parse() keeps its laws.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "../yaml/invariants.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto broken = teamctl::yaml::broken_law(bytes);
    if (!broken.empty()) {
        std::fprintf(stderr, "%s\n", broken.c_str());
        std::abort();
    }
    return 0;
}
