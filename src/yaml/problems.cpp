#include "yaml/problems.hpp"

namespace teamctl::yaml {

void Problems::add(Code code, std::size_t offset, Phrase message, Phrase hint,
                   const std::vector<std::size_t>& related) {
    if (known_at(offset)) return;
    if (offsets_.size() >= limit_) throw Stop{};
    offsets_.insert(offset);
    auto& diagnostic =
        diagnostics_.error(code, document_->place_at(offset), std::move(message), std::move(hint));
    for (const auto other : related) diagnostic.related.push_back(document_->place_at(other));
}

Diagnostics Problems::sorted() const {
    Diagnostics result = diagnostics_;
    result.sort({document_->file()});
    return result;
}

}  // namespace teamctl::yaml
