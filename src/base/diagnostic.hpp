// Problems in the user's files: collected to the end, each with its place, an excerpt and a hint.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/code.hpp"
#include "base/phrase.hpp"

namespace teamctl {

/// A place in a file: 1-based line and column (column in characters), 0 where the whole file is meant.
struct Mark {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    auto operator<=>(const Mark&) const = default;
};

/// A mark and the file it is in; `file` is relative to the team directory, with forward slashes.
struct Place {
    std::string file;
    Mark mark;
    std::string excerpt;      ///< the line itself, or a window of it where it is long; empty if unknown
    std::uint32_t caret = 0;  ///< 1-based character of `excerpt` that the caret points at; 0 for none
};

/// `leave/2026.yaml:7:3`
std::string to_string(const Place& place);

enum class Severity { error, warning };

struct Diagnostic {
    Severity severity = Severity::error;
    Code code;
    Place place;
    Phrase message;
    Phrase hint;                 ///< empty where there is none
    std::vector<Place> related;  ///< the other places that the message speaks of
};

class Diagnostics {
  public:
    Diagnostic& add(Diagnostic diagnostic);
    Diagnostic& error(Code code, Place place, Phrase message, Phrase hint = {});
    Diagnostic& warning(Code code, Place place, Phrase message, Phrase hint = {});
    bool has_errors() const;
    bool empty() const { return all_.empty(); }
    const std::vector<Diagnostic>& all() const { return all_; }
    /// By file (in the order the files were first named), then by place.
    void sort(const std::vector<std::string>& file_order);
    void append(const Diagnostics& other);

  private:
    std::vector<Diagnostic> all_;
};

}  // namespace teamctl
