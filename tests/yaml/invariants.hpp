// What holds of every outcome of parse(), whatever the bytes: for random tests and fuzzing.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "base/text.hpp"
#include "yaml/document.hpp"

namespace teamctl::yaml {

/// What is wrong with the place of a node; empty if nothing.
inline std::string broken_place(const Document& document, Node node) {
    const std::string_view text = document.text();
    if (node.offset() > text.size()) return "beyond the text";
    const auto source = text.substr(node.offset());
    if (node.kind() == Kind::scalar && node.quoted()) {
        if (source.empty() || std::string_view{"'\"|>"}.find(source[0]) == std::string_view::npos)
            return "no quote: " + std::string{source.substr(0, 10)};
    } else if (node.kind() == Kind::scalar) {
        const auto word = node.text().substr(0, node.text().find_first_of(" \n"));
        if (node.text().empty() || !source.starts_with(word))
            return "not the text: " + std::string{node.text()};
    } else if (node.kind() == Kind::null && !source.empty() &&
               std::string_view{" \t\r\n,}]~n:"}.find(source[0]) == std::string_view::npos) {
        return "no null: " + std::string{source.substr(0, 10)};
    } else if (node.kind() == Kind::sequence && (source.empty() || (source[0] != '[' && source[0] != '-'))) {
        return "no sequence: " + std::string{source.substr(0, 10)};
    }
    return {};
}

/// The first node that breaks a law, told; empty if none.
inline std::string broken_node(const Document& document, Node node) {
    if (const auto broken = broken_place(document, node); !broken.empty()) return broken;
    std::size_t count = 0;
    for (Node child = node.first(); child; child = child.next(), ++count) {
        if (child.offset() < node.offset()) return "child before parent";
        if (child.next() && child.next().offset() <= child.offset()) return "siblings out of order";
        if (const auto broken = broken_node(document, child); !broken.empty()) return broken;
        if (!node.is_mapping()) continue;
        if (child.kind() != Kind::scalar) return "key is no scalar";
        if (child.value().offset() <= child.offset()) return "value before key";
        if (node.get(child.text()) != child.value()) return "key stands twice";
        if (const auto broken = broken_node(document, child.value()); !broken.empty()) return broken;
    }
    return count == node.size() ? std::string{} : "wrong size";
}

inline std::string broken_problem(const Diagnostic& problem) {
    const auto& place = problem.place;
    if (place.mark.line < 1 || place.mark.column < 1)
        return std::string{problem.code.name()} + " has no place";
    if (invalid_utf8(place.excerpt) || made_harmless(place.excerpt) != place.excerpt)
        return std::string{problem.code.name()} + " has a harmful excerpt";
    if (!place.excerpt.empty() && (place.caret < 1 || place.caret > code_points(place.excerpt) + 1))
        return std::string{problem.code.name()} + " has its caret outside";
    return problem.message.key.empty() ? std::string{problem.code.name()} + " says nothing" : std::string{};
}

/// Parses and tells the law that the outcome breaks; empty if none.
inline std::string broken_law(std::string_view bytes, const Limits& limits = {}) {
    Diagnostics diagnostics;
    const auto document = parse("f.yaml", std::string{bytes}, diagnostics, limits);
    if ((document == nullptr) != diagnostics.has_errors()) return "refused without a problem, or the reverse";
    Mark last;
    for (const auto& problem : diagnostics.all()) {
        if (problem.place.mark < last) return "problems out of order";
        last = problem.place.mark;
        if (const auto broken = broken_problem(problem); !broken.empty()) return broken;
    }
    const bool has_tree = document != nullptr && !document->root().is_null();
    return has_tree ? broken_node(*document, document->root()) : std::string{};
}

}  // namespace teamctl::yaml
