// The fast reader of one-line records against the reader of all YAML: same tree, same places, or no opinion.
#pragma once

#include <fmt/format.h>

#include <string>

#include "yaml/builder.hpp"
#include "yaml/flow_lines.hpp"
#include "yaml/guards.hpp"
#include "yaml/problems.hpp"
#include "yaml/reader.hpp"

namespace teamctl::yaml {

/// How two trees differ; empty if they do not.
inline std::string difference(Node fast, Node slow) {
    const auto at = fmt::format(" at {}, slow at {}", fast.offset(), slow.offset());
    if (static_cast<bool>(fast) != static_cast<bool>(slow)) return "one node is missing" + at;
    if (!fast) return {};
    if (fast.offset() != slow.offset()) return "place" + at;
    if (fast.kind() != slow.kind() || fast.quoted() != slow.quoted()) return "kind" + at;
    if (fast.text() != slow.text()) return fmt::format("text '{}', slow '{}'", fast.text(), slow.text()) + at;
    if (fast.size() != slow.size()) return "size" + at;
    if (auto found = difference(fast.value(), slow.value()); !found.empty()) return found;
    Node a = fast.first();
    Node b = slow.first();
    for (; a && b; a = a.next(), b = b.next())
        if (auto found = difference(a, b); !found.empty()) return found;
    return a || b ? "number of children" + at : std::string{};
}

struct Comparison {
    bool fast_took_it = false;
    std::string difference;
};

inline Comparison compare_readers(const std::string& text, const Limits& limits = {}) {
    Builder fast{"f.yaml", text};
    Problems fast_problems{fast.document(), limits.problems};
    try {
        guard_bytes(fast.document(), limits, fast_problems);
    } catch (const Stop&) {
        return {};
    }
    if (!fast_problems.empty() || !read_flow_lines(limits, fast)) return {};
    Builder slow{"f.yaml", text};
    Problems problems{slow.document(), limits.problems};
    try {
        read_events(slow.document().text(), limits, slow, problems);
    } catch (const Stop&) {
        return {true, "the slow reader stops"};
    }
    if (!problems.empty()) {
        const auto& first = problems.sorted().all().front();
        return {true,
                "the slow reader refuses: " + std::string{first.code.name()} + " " + to_string(first.place)};
    }
    const auto fast_document = fast.finish();
    const auto slow_document = slow.finish();
    return {true, difference(fast_document->root(), slow_document->root())};
}

}  // namespace teamctl::yaml
