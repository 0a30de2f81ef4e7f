// A YAML file as a tree whose every node knows its place. Only plain data passes: no anchors, aliases, tags,
// second documents, duplicate keys, broken UTF-8 or control characters.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace teamctl::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

/// Bounds on what is read; beyond them the file is refused with a message.
struct Limits {
    std::size_t bytes = 64U << 20U;       ///< of one file
    std::size_t line_bytes = 1U << 20U;   ///< of one line
    int depth = 64;                       ///< of nested collections
    std::size_t nodes = 4'000'000;        ///< of one file; as many lines
    std::size_t value_bytes = 1U << 20U;  ///< of one value or one collection in brackets
    std::size_t problems = 100;           ///< that are reported of one file
};

/// One node of the flat tree. Refers to others by index.
struct TreeCell {
    Kind kind = Kind::null;
    bool quoted = false;
    std::uint32_t offset = 0;  ///< of the first byte in the document's text
    std::uint32_t size = 0;    ///< number of items or keys
    std::uint32_t child = 0;   ///< first item or key; 0 for none (0 is the root, never a child)
    std::uint32_t next = 0;    ///< next item or key; 0 for none
    std::uint32_t value = 0;   ///< of a key: its value
    std::string_view text;     ///< into the document's text or into its own unescaped strings
};

class Document;

/// A cursor into a document; cheap to copy, valid as long as the document lives. A default one is null and
/// nowhere.
class Node {
  public:
    Node() = default;
    Node(const Document* document, std::uint32_t index) : document_{document}, index_{index} {}

    explicit operator bool() const { return document_ != nullptr; }
    Kind kind() const;
    bool is_scalar() const { return kind() == Kind::scalar; }
    bool is_sequence() const { return kind() == Kind::sequence; }
    bool is_mapping() const { return kind() == Kind::mapping; }
    bool is_null() const { return document_ == nullptr || kind() == Kind::null; }
    /// Written in quotes or as a block scalar: text, never a number.
    bool quoted() const;
    /// The scalar's text, unescaped. Null nodes give an empty text.
    std::string_view text() const;
    /// Items of a sequence, or keys of a mapping.
    std::size_t size() const;
    /// Where the node begins.
    Mark mark() const;
    Place place() const;
    /// Byte offset of the node's first byte in the document's text.
    std::size_t offset() const;

    /// First item of a sequence or first key of a mapping; a null Node where there is none.
    Node first() const;
    /// The next item, or for a key: the next key; a null Node at the end.
    Node next() const;
    /// Of a key: its value.
    Node value() const;
    /// The value of that key in a mapping; a null Node where it does not stand.
    Node get(std::string_view key) const;

    bool operator==(const Node&) const = default;

  private:
    const TreeCell& cell() const;
    Node at(std::uint32_t index) const;

    const Document* document_ = nullptr;
    std::uint32_t index_ = 0;
};

/// One parsed file. Immutable; nodes point into it, so it is handed around by shared_ptr.
class Document {
  public:
    const std::string& file() const { return file_; }
    /// The bytes as read, without a byte order mark.
    const std::string& text() const { return text_; }
    Node root() const { return Node{this, 0}; }
    /// Offset of the first byte of each line.
    std::span<const std::uint32_t> lines() const { return lines_; }
    Mark mark_at(std::size_t offset) const;
    Place place_at(std::size_t offset) const;

    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

  private:
    friend class Node;
    friend class Builder;
    Document(std::string file, std::string text);

    std::string file_;
    std::string text_;
    std::vector<TreeCell> cells_;
    std::vector<std::uint32_t> lines_;  ///< offset of the first byte of each line
    std::vector<std::unique_ptr<std::string>> unescaped_;
};

// Every value of every record is asked these.
inline const TreeCell& Node::cell() const {
    static constexpr TreeCell null_cell;
    return document_ != nullptr ? document_->cells_[index_] : null_cell;
}
inline Node Node::at(std::uint32_t index) const {
    return index != 0 ? Node{document_, index} : Node{};
}
inline Kind Node::kind() const {
    return cell().kind;
}
inline bool Node::quoted() const {
    return cell().quoted;
}
inline std::string_view Node::text() const {
    return cell().text;
}
inline std::size_t Node::size() const {
    return cell().size;
}
inline std::size_t Node::offset() const {
    return cell().offset;
}
inline Node Node::first() const {
    return at(cell().child);
}
inline Node Node::next() const {
    return at(cell().next);
}
inline Node Node::value() const {
    return at(cell().value);
}

/// Parses one file. `file` is its name in messages. On any error nothing is returned and `diagnostics` names
/// every problem that could be found, with its place. An empty file, or one of comments only, is a document
/// whose root is null.
std::shared_ptr<const Document> parse(std::string file, std::string bytes, Diagnostics& diagnostics,
                                      const Limits& limits = {});

/// The line around a byte offset as a Place: excerpt cut to a window where the line is long.
Place place_in(std::string_view file, std::string_view text, std::size_t offset);

/// Text as a plain or quoted flow scalar that parse() reads back unchanged as text.
std::string quoted_scalar(std::string_view text);

}  // namespace teamctl::yaml
