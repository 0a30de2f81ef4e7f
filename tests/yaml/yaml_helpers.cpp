#include "yaml_helpers.hpp"

#include <fmt/format.h>

#include "base/text.hpp"

namespace teamctl::yaml {

std::string problems_of(std::string_view text, const Limits& limits) {
    Diagnostics diagnostics;
    const auto document = parse("f.yaml", std::string{text}, diagnostics, limits);
    std::string out;
    for (const auto& problem : diagnostics.all()) {
        if (!out.empty()) out += '\n';
        out +=
            fmt::format("{} {}:{}", problem.code.name(), problem.place.mark.line, problem.place.mark.column);
        for (const auto& other : problem.related)
            out += fmt::format(" ({}:{})", other.mark.line, other.mark.column);
    }
    if ((document != nullptr) != out.empty()) out += " and yet a document";
    return out;
}

std::string tree_of(Node node, bool with_places) {
    const std::string place =
        with_places ? fmt::format("@{}:{}", node.mark().line, node.mark().column) : std::string{};
    switch (node.kind()) {
        case Kind::null:
            return "~" + place;
        case Kind::scalar:
            return (node.quoted() ? "'" + std::string{node.text()} + "'" : std::string{node.text()}) + place;
        case Kind::sequence:
        case Kind::mapping:
            break;
    }
    const bool mapping = node.is_mapping();
    std::string out = mapping ? "{" : "[";
    std::size_t count = 0;
    for (Node child = node.first(); child; child = child.next(), ++count) {
        if (count > 0) out += ", ";
        out += tree_of(child, with_places);
        if (mapping) out += "=" + tree_of(child.value(), with_places);
    }
    if (count != node.size()) out += " of " + std::to_string(node.size());
    return out + (mapping ? "}" : "]") + place;
}

std::string tree_of(std::string_view text) {
    Diagnostics diagnostics;
    const auto document = parse("f.yaml", std::string{text}, diagnostics);
    return document != nullptr ? tree_of(document->root()) : "refused: " + problems_of(text);
}

std::string excerpt_of(std::string_view text) {
    Diagnostics diagnostics;
    parse("f.yaml", std::string{text}, diagnostics);
    if (diagnostics.empty()) return {};
    const auto& place = diagnostics.all().front().place;
    std::string out;
    std::uint32_t column = 1;
    for (std::size_t pos = 0; pos < place.excerpt.size(); ++column) {
        const auto bytes = code_point_at(place.excerpt, pos).bytes;
        const auto character = place.excerpt.substr(pos, bytes);
        out += column == place.caret ? "[" + character + "]" : character;
        pos += bytes;
    }
    if (place.caret == column) out += "[]";
    return out;
}

}  // namespace teamctl::yaml
