#include "store/merge.hpp"

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.hpp"
#include "yaml/document.hpp"

namespace teamctl::store {
namespace {

/// A file cut at its items. Joined in order, the parts are the file.
struct Items {
    std::string head;  ///< comments above the first item, set off from it by a blank line
    std::vector<std::string> items;
};

bool is_comment(std::string_view line) {
    return trimmed(line).starts_with('#');
}

/// Where the item's part begins: its line, or the comment lines right above it.
std::size_t start_of(const yaml::Document& document, yaml::Node item) {
    const auto lines = document.lines();
    std::size_t line = item.mark().line - 1;
    while (line > 0) {
        const auto above =
            std::string_view{document.text()}.substr(lines[line - 1], lines[line] - lines[line - 1]);
        if (!is_comment(above)) break;
        --line;
    }
    return lines[line];
}

std::optional<Items> items_of(const std::string& text) {
    if (trimmed(text).empty()) return Items{};
    Diagnostics diagnostics;
    const auto document = yaml::parse("merge", text, diagnostics);
    if (!document || diagnostics.has_errors()) return std::nullopt;
    if (document->root().is_null()) return Items{document->text(), {}};
    if (!document->root().is_sequence()) return std::nullopt;
    std::vector<std::size_t> starts;
    for (auto item = document->root().first(); item; item = item.next())
        starts.push_back(start_of(*document, item));
    Items result;
    result.head = document->text().substr(0, starts.front());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto end = i + 1 < starts.size() ? starts[i + 1] : document->text().size();
        // Two items on one line are no list of ours.
        if (end <= starts[i]) return std::nullopt;
        result.items.push_back(document->text().substr(starts[i], end - starts[i]));
        if (!result.items.back().ends_with('\n')) result.items.back() += '\n';
    }
    return result;
}

/// How often each item stands in a version; what differs in blanks at its ends alone is the same.
using Counts = std::map<std::string, int, std::less<>>;

Counts counts_of(const Items& version) {
    Counts counts;
    for (const auto& item : version.items) ++counts[std::string{trimmed(item)}];
    return counts;
}

int count(const Counts& counts, std::string_view item) {
    const auto at = counts.find(item);
    return at == counts.end() ? 0 : at->second;
}

/// Whether both versions took away an item of the base while both added something: one line, changed twice.
bool both_changed(const Counts& base, const Counts& ours, const Counts& theirs) {
    const auto adds = [&](const Counts& version) {
        return std::any_of(version.begin(), version.end(),
                           [&](const auto& entry) { return entry.second > count(base, entry.first); });
    };
    const bool both_took_one = std::any_of(base.begin(), base.end(), [&](const auto& entry) {
        return count(ours, entry.first) < entry.second && count(theirs, entry.first) < entry.second;
    });
    return both_took_one && ours != theirs && adds(ours) && adds(theirs);
}

}  // namespace

std::optional<std::string> merged_list(const std::string& base, const std::string& ours,
                                       const std::string& theirs) {
    const auto old = items_of(base);
    const auto mine = items_of(ours);
    const auto other = items_of(theirs);
    if (!old || !mine || !other) return std::nullopt;
    const auto in_base = counts_of(*old);
    const auto in_ours = counts_of(*mine);
    const auto in_theirs = counts_of(*other);
    if (both_changed(in_base, in_ours, in_theirs)) return std::nullopt;

    std::string result = mine->head.empty() ? other->head : mine->head;
    Counts to_drop;
    for (const auto& [item, times] : in_base) {
        const int kept_by_both = std::min(times, count(in_ours, item));
        if (const int dropped = times - count(in_theirs, item); dropped > 0)
            to_drop[item] = std::min(dropped, kept_by_both);
    }
    for (const auto& item : mine->items) {
        auto at = to_drop.find(std::string{trimmed(item)});
        if (at != to_drop.end() && at->second > 0)
            --at->second;
        else
            result += item;
    }
    Counts have = in_ours;
    Counts seen;
    for (const auto& item : other->items) {
        const std::string key{trimmed(item)};
        const int nth = ++seen[key];
        if (nth <= count(in_base, key)) continue;                                           // not new
        if (nth - count(in_base, key) <= count(have, key) - count(in_base, key)) continue;  // added by both
        result += item;
    }
    return result;
}

}  // namespace teamctl::store
