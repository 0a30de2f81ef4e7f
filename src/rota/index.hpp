// The rota's numbers are int; this is how they find their places in lists.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace teamctl::rota {

// An index as vectors take it; it is not negative.
constexpr std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// Does a list in ascending order have the value?
inline bool contains(const std::vector<int>& sorted, int value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

}  // namespace teamctl::rota
