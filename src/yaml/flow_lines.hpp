// The fast path: files of comments and of records that take one line each, as `log` and `schedule` write
// them.
#pragma once

#include "yaml/builder.hpp"

namespace teamctl::yaml {

/// Builds the tree of a text made of blank lines, comment lines and one-line records, `- kind: {key: value}`
/// or
/// `- {key: value}`, whose values are scalars or nested brackets. The tree is the one that read_events()
/// would build. False if the text strays from that form in any way, and whenever it might be refused: then
/// the builder is as it was and nothing has been decided. The text must have passed guard_bytes().
bool read_flow_lines(const Limits& limits, Builder& builder);

}  // namespace teamctl::yaml
