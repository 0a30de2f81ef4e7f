// Takes the events of a file, one after the other, and builds the tree: every node in its exact place, and
// all that is more than plain data reported.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yaml/builder.hpp"
#include "yaml/explain.hpp"
#include "yaml/problems.hpp"

namespace teamctl::yaml {

class Events {
  public:
    /// `text` is the document's, byte for byte, but for control characters.
    Events(std::string_view text, const Limits& limits, Builder& builder, Problems& problems);

    // Offsets are those that the parser library names; an empty node has that of the token after it.
    void begin_document(std::size_t offset);
    void end_document();
    void null(std::size_t mark);
    void alias(std::size_t mark);
    void scalar(std::size_t mark, const std::string& value);
    void open(Kind kind, std::size_t mark, bool flow);
    void close();

    /// After the only document: what else there is, is one too many.
    void report_directive() const;
    void report_too_long() const;
    Failure failure(std::string_view message, std::size_t offset) const;

  private:
    /// A collection that is open, as the source shows it.
    struct Level {
        std::size_t offset = 0;
        bool brackets = false;  ///< written with [ ] or { }
        bool flow = false;      ///< in brackets, or a single pair `[a: b]` within them
        bool key = false;       ///< stands where a key should
        int column = -1;        ///< of a block collection, from 0
    };

    std::size_t begin_node(std::size_t offset);
    std::size_t skip_properties(std::size_t offset);
    void check_tab(std::size_t offset);
    void check_comments(std::size_t offset);
    void check_key(std::size_t offset, std::string_view value, bool plain);
    void close_bracket();
    std::size_t empty_place(std::size_t offset);
    void check_null(std::size_t offset, std::string_view word);
    std::string_view null_word(std::size_t offset) const;
    void add_quoted(std::size_t offset, const std::string& value);
    void add_plain(std::size_t offset, const std::string& value);
    void add_block(std::size_t offset, const std::string& value);
    void find_tabs();
    int column_of(std::size_t offset) const;
    int block_column() const;
    std::string_view stored(std::size_t offset, const std::string& value);

    std::string_view text_;
    const Limits& limits_;
    Builder& builder_;
    Problems& problems_;
    std::vector<Level> levels_;
    std::vector<std::size_t> tabs_;  ///< of lines that begin with blanks among which there is one
    std::vector<Duplicate> duplicates_;
    std::size_t read_to_ = 0;         ///< end of the last scalar or bracket
    std::uint32_t doubtful_ = 0;      ///< a cell read as `Null`, `null` or `~`, or after all an empty value
    std::size_t doubtful_empty_ = 0;  ///< its place in that case
    std::size_t next_tab_ = 0;        ///< the first of `tabs_` that no node has come after
    bool explicit_key_ = false;       ///< the last key has a `?`, and was reported
    bool properties_ = false;         ///< the node has an anchor or a tag
    bool ended_ = false;
};

}  // namespace teamctl::yaml
