// Two versions of a list file that grew apart, made one: record files of two branches
// (teamctl-merge-driver(1)).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace teamctl::store {

/// `ours`, with the items that `theirs` added and without those that `theirs` took away; what they added goes
/// before the item that follows it there, after what we added in the same place. Comment lines go with the
/// item right below them. Items are the same where they say the same, however they are written; one that both
/// added stands once. The result was read again and holds just these items.
///
/// Nothing where a text is no such list, or where a person has to decide: both changed an item, its comment
/// or the head of the file, one changed what the other took away, or both opened one id with different
/// records.
std::optional<std::string> merged_list(const std::string& base, const std::string& ours,
                                       const std::string& theirs);

/// Both versions with git's marks around the lines in which they differ.
std::string marked(std::string_view ours, std::string_view theirs);

}  // namespace teamctl::store
