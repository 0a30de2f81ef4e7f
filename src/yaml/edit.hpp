// Changes of single keys and items in the text of a document. All other bytes, comments among them, stay as they are.
#pragma once

#include <string>
#include <string_view>

#include "yaml/document.hpp"

namespace teamctl::yaml {

/// The document's text with `key: value` in that mapping: in the place of the value that stands there, else behind the
/// last key, in the style of the mapping. `value` is YAML on one line. Whoever writes the text parses it first and
/// compares (same_data): a layout that was not understood must not change anything else.
std::string with_key(const Document& document, Node mapping, std::string_view key, std::string_view value);

/// The document's text with that item, YAML on one line, behind the last one of the list.
std::string with_item(const Document& document, Node list, std::string_view item);

/// Whether both hold the same values under the same keys, however they are written.
bool same_data(Node a, Node b);

}  // namespace teamctl::yaml
