// Problems in the user's files: collected to the end, each with its place, an excerpt and a hint.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
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

/// So many errors and so many warnings of a file are told; of more the number.
inline constexpr std::size_t problems_a_file = 100;

class Diagnostics {
  public:
    /// One that is too many of its file is only counted: what is then added to the answer is lost.
    Diagnostic& add(Diagnostic diagnostic);
    Diagnostic& error(Code code, Place place, Phrase message, Phrase hint = {});
    Diagnostic& warning(Code code, Place place, Phrase message, Phrase hint = {});
    /// Counts one of a file that is full.
    void count_one_more(Severity severity, const std::string& file) { ++counts_[{file, severity}]; }
    /// Whether another one would only be counted: then what it takes to say it may be left out.
    bool is_full(Severity severity, const std::string& file) const;
    bool has_errors() const;
    bool empty() const { return all_.empty(); }
    const std::vector<Diagnostic>& all() const { return all_; }
    /// Files with more than are told, and how many more.
    std::vector<std::pair<std::string, std::size_t>> more() const;
    /// Those of the files that are chosen.
    template <class Chosen>
    Diagnostics of_files(const Chosen& chosen) const {
        Diagnostics kept;
        for (const auto& problem : all_) {
            if (chosen(problem.place.file)) kept.all_.push_back(problem);
        }
        for (const auto& [of, count] : counts_) {
            if (chosen(of.first)) kept.counts_.emplace(of, count);
        }
        return kept;
    }
    /// By file (in the order the files were first named), then by place.
    void sort(const std::vector<std::string>& file_order);
    void append(const Diagnostics& other);

  private:
    std::vector<Diagnostic> all_;
    std::map<std::pair<std::string, Severity>, std::size_t> counts_;
    Diagnostic spare_;
};

}  // namespace teamctl
