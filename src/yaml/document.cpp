#include "yaml/document.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"
#include "yaml/source.hpp"

namespace teamctl::yaml {
Mark Node::mark() const {
    return document_ != nullptr ? document_->mark_at(offset()) : Mark{};
}

Place Node::place() const {
    return document_ != nullptr ? document_->place_at(offset()) : Place{};
}

Node Node::get(std::string_view key) const {
    if (!is_mapping()) return {};
    for (Node k = first(); k; k = k.next())
        if (k.text() == key) return k.value();
    return {};
}

Document::Document(std::string file, std::string text)
    : file_{std::move(file)}, text_{std::move(text)}, lines_{line_starts(text_)} {}

Mark Document::mark_at(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset) - 1;
    const auto before = std::string_view{text_}.substr(*line, offset - *line);
    return {static_cast<std::uint32_t>(line - lines_.begin() + 1),
            static_cast<std::uint32_t>(code_points(before) + 1)};
}

Place Document::place_at(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset) - 1;
    Place place{file_, mark_at(offset), {}, 0};
    set_excerpt(place, text_, *line, offset);
    return place;
}

Place place_in(std::string_view file, std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    const auto lines = line_starts(text.substr(0, offset));
    Place place{std::string{file}, {}, {}, 0};
    place.mark.line = static_cast<std::uint32_t>(lines.size());
    place.mark.column =
        static_cast<std::uint32_t>(code_points(text.substr(lines.back(), offset - lines.back())) + 1);
    set_excerpt(place, text, lines.back(), offset);
    return place;
}

}  // namespace teamctl::yaml
