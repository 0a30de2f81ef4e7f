#include "yaml/builder.hpp"
#include "yaml/document.hpp"
#include "yaml/flow_lines.hpp"
#include "yaml/guards.hpp"
#include "yaml/problems.hpp"
#include "yaml/reader.hpp"

namespace teamctl::yaml {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Reasons to refuse a file before its lines are counted; nothing is kept of such a file.
bool refused_unread(const std::string& file, std::string_view bytes, const Limits& limits,
                    Diagnostics& diagnostics) {
    const Place place{file, {1, 1}, {}, 0};
    if (bytes.size() > limits.bytes) {
        diagnostics.error("too-large", place, say("yaml.too_large", bytes.size(), limits.bytes),
                          say("yaml.too_large.hint"));
        return true;
    }
    if (const auto encoding = foreign_encoding(bytes)) {
        diagnostics.error("bad-utf8", place, say("yaml.foreign_encoding", *encoding),
                          say("yaml.bad_utf8.hint"));
        return true;
    }
    std::size_t lines = 0;
    for (std::size_t pos = 0; (pos = bytes.find('\n', pos)) != std::string_view::npos; ++pos) ++lines;
    if (lines > limits.nodes) {
        diagnostics.error("too-large", place, say("yaml.too_many_lines", lines, limits.nodes),
                          say("yaml.too_large.hint"));
        return true;
    }
    return false;
}

}  // namespace

std::shared_ptr<const Document> parse(std::string file, std::string bytes, Diagnostics& diagnostics,
                                      const Limits& limits) {
    if (refused_unread(file, bytes, limits, diagnostics)) return nullptr;
    if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
    Builder builder{std::move(file), std::move(bytes)};
    Problems problems{builder.document(), limits.problems};
    try {
        const std::string_view text = builder.document().text();
        if (report_unmerged(builder.document(), problems)) throw Stop{};
        guard_bytes(builder.document(), limits, problems);
        if (!problems.empty())
            read_events(defused(text), limits, builder, problems);
        else if (!read_flow_lines(limits, builder))
            read_events(text, limits, builder, problems);
    } catch (const Stop&) {
        // What was found is in `problems`.
    }
    if (problems.empty()) return builder.finish();
    diagnostics.append(problems.sorted());
    return nullptr;
}

}  // namespace teamctl::yaml
