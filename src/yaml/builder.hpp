// Fills the flat tree of a document from a run of events, whoever reads them; finds duplicate keys.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/document.hpp"

namespace teamctl::yaml {

/// The same key twice in one mapping.
struct Duplicate {
    std::uint32_t first = 0;   ///< cell of the first
    std::uint32_t second = 0;  ///< cell of the one that repeats it
};

class Builder {
  public:
    /// Lays the text in place; the tree is empty. The text must be smaller than 4 GiB.
    Builder(std::string file, std::string text);

    const Document& document() const { return *document_; }
    std::size_t cells() const { return document_->cells_.size(); }
    const TreeCell& cell(std::uint32_t index) const { return document_->cells_[index]; }
    void set_cell(std::uint32_t index, TreeCell cell) { document_->cells_[index] = cell; }

    /// Number of collections that are open, and the cell of the innermost.
    std::size_t depth() const { return open_.size(); }
    std::uint32_t innermost() const { return open_.back().cell; }
    /// Whether the next cell is a key, or the value of the last key.
    bool expects_key() const { return !open_.empty() && open_.back().mapping && !open_.back().value_next; }
    bool expects_value() const { return !open_.empty() && open_.back().value_next; }
    /// Of the innermost mapping.
    std::uint32_t last_key() const { return open_.back().last; }

    /// Each adds one cell where the tree stands and returns its index. `text` must point into the document's
    /// text or be kept by keep().
    std::uint32_t null(std::size_t offset);
    std::uint32_t scalar(std::size_t offset, std::string_view text, bool quoted);
    std::uint32_t open(Kind kind, std::size_t offset);
    /// Closes the innermost collection; appends the keys that it holds twice.
    void close(std::vector<Duplicate>& duplicates);
    /// Keeps an unescaped text for as long as the document lives.
    std::string_view keep(std::string text);

    /// For a reader that links cells itself: adds one that nothing leads to yet. Reference and index are
    /// those of the tree; a reference is valid until the next cell.
    std::uint32_t append(const TreeCell& cell) {
        document_->cells_.push_back(cell);
        return static_cast<std::uint32_t>(document_->cells_.size() - 1);
    }
    /// Makes room for so many cells.
    void reserve(std::size_t count) { document_->cells_.reserve(count); }
    TreeCell& raw(std::uint32_t index) { return document_->cells_[index]; }
    /// Whether a finished mapping holds a key twice.
    bool has_duplicates(std::uint32_t mapping);

    /// Starts over with the same text.
    void clear();
    /// The finished document; an empty tree becomes a null root.
    std::shared_ptr<const Document> finish();

  private:
    struct Open {
        std::uint32_t cell = 0;
        std::uint32_t last = 0;  ///< last item or key; 0 for none
        bool mapping = false;
        bool value_next = false;
    };

    std::uint32_t add(TreeCell cell);
    void find_duplicates(std::uint32_t mapping, std::vector<Duplicate>& duplicates);

    std::shared_ptr<Document> document_;
    std::vector<Open> open_;
    std::vector<std::uint32_t> keys_;
};

}  // namespace teamctl::yaml
