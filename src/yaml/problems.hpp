// The problems of one file while it is read: placed by byte offset, bounded in number.
#pragma once

#include <initializer_list>
#include <set>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "yaml/document.hpp"

namespace teamctl::yaml {

/// Thrown inside the reader where reading on makes no sense; never leaves parse().
struct Stop {};

class Problems {
  public:
    Problems(const Document& document, std::size_t limit) : document_{&document}, limit_{limit} {}

    /// One problem is enough of any one byte: more are passed over. Throws Stop when the limit is reached.
    void add(Code code, std::size_t offset, Phrase message, Phrase hint = {},
             const std::vector<std::size_t>& related = {});
    bool empty() const { return diagnostics_.empty(); }
    /// Whether something has been said about that very byte.
    bool known_at(std::size_t offset) const { return offsets_.count(offset) != 0; }
    /// In the order of the file.
    Diagnostics sorted() const;

  private:
    const Document* document_;
    std::size_t limit_;
    std::set<std::size_t> offsets_;
    Diagnostics diagnostics_;
};

}  // namespace teamctl::yaml
