// Two versions of a list file that grew apart, made one: record files of two branches
// (teamctl-merge-driver(1)).
#pragma once

#include <optional>
#include <string>

namespace teamctl::store {

/// `ours`, with the items that `theirs` added at its end and without those that `theirs` took away; comments
/// go with the item below them. An item that both added stands once. Nothing where a text is no such list, or
/// where both changed or took away the same item in different ways: a person has to decide.
std::optional<std::string> merged_list(const std::string& base, const std::string& ours,
                                       const std::string& theirs);

}  // namespace teamctl::store
