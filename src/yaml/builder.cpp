#include "yaml/builder.hpp"

#include <algorithm>

namespace teamctl::yaml {

Builder::Builder(std::string file, std::string text)
    : document_{new Document{std::move(file), std::move(text)}} {}

std::uint32_t Builder::add(TreeCell cell) {
    auto& cells = document_->cells_;
    const auto index = static_cast<std::uint32_t>(cells.size());
    cells.push_back(cell);
    if (open_.empty()) return index;
    auto& top = open_.back();
    if (top.value_next) {
        cells[top.last].value = index;
        top.value_next = false;
        return index;
    }
    (top.last == 0 ? cells[top.cell].child : cells[top.last].next) = index;
    ++cells[top.cell].size;
    top.last = index;
    top.value_next = top.mapping;
    return index;
}

std::uint32_t Builder::null(std::size_t offset) {
    TreeCell cell;
    cell.offset = static_cast<std::uint32_t>(offset);
    return add(cell);
}

std::uint32_t Builder::scalar(std::size_t offset, std::string_view text, bool quoted) {
    TreeCell cell;
    cell.kind = Kind::scalar;
    cell.quoted = quoted;
    cell.offset = static_cast<std::uint32_t>(offset);
    cell.text = text;
    return add(cell);
}

std::uint32_t Builder::open(Kind kind, std::size_t offset) {
    TreeCell cell;
    cell.kind = kind;
    cell.offset = static_cast<std::uint32_t>(offset);
    const auto index = add(cell);
    open_.push_back({index, 0, kind == Kind::mapping, false});
    return index;
}

void Builder::close(std::vector<Duplicate>& duplicates) {
    const auto top = open_.back();
    open_.pop_back();
    if (top.mapping && cell(top.cell).size > 1) find_duplicates(top.cell, duplicates);
}

void Builder::find_duplicates(std::uint32_t mapping, std::vector<Duplicate>& duplicates) {
    const auto& cells = document_->cells_;
    keys_.clear();
    for (auto key = cells[mapping].child; key != 0; key = cells[key].next)
        if (cells[key].kind == Kind::scalar) keys_.push_back(key);
    // Few keys are compared one by one, many are sorted: no choice of keys makes this slow.
    constexpr std::size_t few = 16;
    if (keys_.size() <= few) {
        for (std::size_t i = 1; i < keys_.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (cells[keys_[i]].text == cells[keys_[j]].text) {
                    duplicates.push_back({keys_[j], keys_[i]});
                    break;
                }
        return;
    }
    std::stable_sort(keys_.begin(), keys_.end(),
                     [&](auto a, auto b) { return cells[a].text < cells[b].text; });
    std::size_t first = 0;
    for (std::size_t i = 1; i < keys_.size(); ++i) {
        if (cells[keys_[i]].text == cells[keys_[first]].text)
            duplicates.push_back({keys_[first], keys_[i]});
        else
            first = i;
    }
}

bool Builder::has_duplicates(std::uint32_t mapping) {
    if (cell(mapping).size < 2) return false;
    std::vector<Duplicate> duplicates;
    find_duplicates(mapping, duplicates);
    return !duplicates.empty();
}

std::string_view Builder::keep(std::string text) {
    return *document_->unescaped_.emplace_back(std::make_unique<std::string>(std::move(text)));
}

void Builder::clear() {
    document_->cells_.clear();
    document_->unescaped_.clear();
    open_.clear();
}

std::shared_ptr<const Document> Builder::finish() {
    if (document_->cells_.empty()) null(0);
    return std::move(document_);
}

}  // namespace teamctl::yaml
