#include "store/git/merge.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/text.hpp"
#include "team/record.hpp"
#include "yaml/document.hpp"

namespace teamctl::store {
namespace {

/// One item of a list: what it says, and its bytes with the comment lines right above it.
struct Item {
    std::string value;   ///< the same for two items that say the same, however they are written
    std::string opened;  ///< kind and id where the record opens an entity
    std::string text;
};

/// A file cut at its items. Joined in order, the parts are the file.
struct Version {
    std::string head;  ///< what stands above the first item and its comments
    std::vector<Item> items;
};

/// What a node says, in one spelling: keys sorted, lengths written, plain and quoted text told apart.
std::string canonical(yaml::Node node) {
    if (node.is_null()) return "~";
    if (node.is_scalar()) {
        const auto text = node.text();
        return (node.quoted() ? "q" : "p") + std::to_string(text.size()) + ":" + std::string{text};
    }
    std::vector<std::string> parts;
    for (auto child = node.first(); child; child = child.next())
        parts.push_back(canonical(child) + (node.is_mapping() ? "=" + canonical(child.value()) : ""));
    if (node.is_mapping()) std::sort(parts.begin(), parts.end());
    return (node.is_mapping() ? "{" : "[") + joined(parts, ",") + (node.is_mapping() ? "}" : "]");
}

/// Kind and id of the customer, ticket, action ... that a record opens; empty for every other.
std::string opened_by(yaml::Node item) {
    if (!item.is_mapping() || item.size() != 1) return {};
    const auto kind = item.first();
    const int index = team::record_kind(kind.text());
    if (index < 0 || !kind.value().is_mapping()) return {};
    if (team::record_specs()[static_cast<std::size_t>(index)].effect != team::Effect::opens) return {};
    return std::string{kind.text()} + " " + std::string{kind.value().get("id").text()};
}

std::string_view line_at(const yaml::Document& document, std::size_t line) {
    const auto lines = document.lines();
    const auto end = line + 1 < lines.size() ? lines[line + 1] : document.text().size();
    return std::string_view{document.text()}.substr(lines[line], end - lines[line]);
}

/// The column of the first byte that is no blank; the line's length where there is none.
std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

bool is_dash_line(std::string_view line, std::size_t column) {
    return indent_of(line) == column && line.size() > column && line[column] == '-' &&
           (line.size() == column + 1 ||
            std::string_view{" \t\r\n"}.find(line[column + 1]) != std::string_view::npos);
}

/// The line of the item's dash, which may stand above the item; nothing where it is not found.
std::optional<std::size_t> dash_line(const yaml::Document& document, yaml::Node item, std::size_t column) {
    for (auto line = static_cast<std::size_t>(item.mark().line); line-- > 0;) {
        const auto text = line_at(document, line);
        if (is_dash_line(text, column)) return line;
        const auto content = trimmed(text);
        const bool item_line = line + 1 == static_cast<std::size_t>(item.mark().line);
        if (!item_line && !content.empty() && content.front() != '#') return std::nullopt;
    }
    return std::nullopt;
}

/// Comment lines right above an item go with it. Deeper ones are left where they are: they may be lines of a
/// text in the item above.
std::size_t with_comments(const yaml::Document& document, std::size_t line, std::size_t column) {
    while (line > 0) {
        const auto above = line_at(document, line - 1);
        if (indent_of(above) > column || !trimmed(above).starts_with('#')) break;
        --line;
    }
    return line;
}

void end_line(std::string& text) {
    if (!text.empty() && !text.ends_with('\n')) text += '\n';
}

/// A list without items, written as `[]`: its comments stay.
std::optional<Version> empty_list(const yaml::Document& document) {
    Version version;
    for (std::size_t line = 0; line < document.lines().size(); ++line) {
        const auto text = line_at(document, line);
        const auto content = trimmed(text);
        if (content == "[]") continue;
        if (!content.empty() && content.front() != '#') return std::nullopt;
        version.head += text;
    }
    end_line(version.head);
    return version;
}

/// Nothing where the text is no list, or is one that cannot be cut at its lines.
std::optional<Version> parse_version(const std::string& text) {
    if (trimmed(text).empty()) return Version{};
    Diagnostics diagnostics;
    const auto document = yaml::parse("merge", text, diagnostics);
    if (!document || diagnostics.has_errors()) return std::nullopt;
    const auto root = document->root();
    Version version;
    if (root.is_null()) {
        version.head = document->text();
        end_line(version.head);
        return version;
    }
    if (!root.is_sequence()) return std::nullopt;
    if (root.size() == 0) return empty_list(*document);
    const auto column = static_cast<std::size_t>(root.mark().column) - 1;
    std::vector<std::size_t> starts;
    for (auto item = root.first(); item; item = item.next()) {
        const auto dash = dash_line(*document, item, column);
        if (!dash) return std::nullopt;
        starts.push_back(document->lines()[with_comments(*document, *dash, column)]);
        version.items.push_back({canonical(item), opened_by(item), {}});
    }
    version.head = document->text().substr(0, starts.front());
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto end = i + 1 < starts.size() ? starts[i + 1] : document->text().size();
        if (end <= starts[i]) return std::nullopt;  // two items on one line
        version.items[i].text = document->text().substr(starts[i], end - starts[i]);
        end_line(version.items[i].text);
    }
    return version;
}

/// The items that say the same, by what they say, in the order of the file.
using Groups = std::map<std::string, std::vector<std::string>, std::less<>>;

Groups groups_of(const Version& version) {
    Groups groups;
    for (const auto& item : version.items) groups[item.value].push_back(item.text);
    return groups;
}

const std::vector<std::string>& group(const Groups& groups, const std::string& value) {
    static const std::vector<std::string> none;
    const auto at = groups.find(value);
    return at == groups.end() ? none : at->second;
}

/// Three versions of a piece of text made one; what differs in blanks at its ends alone is the same. Nothing
/// where both changed it.
std::optional<std::string> merged_text(const std::string& base, const std::string& ours,
                                       const std::string& theirs) {
    if (trimmed(ours) == trimmed(theirs) || trimmed(base) == trimmed(theirs)) return ours;
    if (trimmed(base) == trimmed(ours)) return theirs;
    return std::nullopt;
}

/// How often an item stands in the merged list; nothing where the versions contradict each other.
std::optional<std::size_t> merged_count(std::size_t base, std::size_t ours, std::size_t theirs) {
    if (ours == theirs || theirs == base) return ours;
    if (ours == base) return theirs;
    if (ours > base && theirs > base) return std::max(ours, theirs);
    return std::nullopt;
}

/// One merge on its way: the three versions and what has been decided.
class Merge {
  public:
    Merge(Version base, Version ours, Version theirs)
        : ours_{std::move(ours)},
          theirs_{std::move(theirs)},
          head_{std::move(base.head)},
          in_base_{groups_of(base)},
          in_ours_{groups_of(ours_)},
          in_theirs_{groups_of(theirs_)} {}

    std::optional<std::string> run() {
        if (!count() || one_line_twice() || !keep_ours()) return std::nullopt;
        const auto head = merged_text(head_, ours_.head, theirs_.head);
        if (!head) return std::nullopt;
        std::string result = *head;
        const auto added = added_before();
        for (std::size_t i = 0; i <= ours_.items.size(); ++i) {
            for (const auto* item : added[i]) result += item->text;
            if (i < kept_.size()) result += kept_[i];
        }
        return says_what_it_should(result) ? std::optional{result} : std::nullopt;
    }

  private:
    /// How often each item is to stand in the result.
    bool count() {
        std::set<std::string> values;
        for (const auto* groups : {&in_base_, &in_ours_, &in_theirs_})
            for (const auto& [value, texts] : *groups) values.insert(value);
        for (const auto& value : values) {
            const auto& base = group(in_base_, value);
            const auto times =
                merged_count(base.size(), group(in_ours_, value).size(), group(in_theirs_, value).size());
            if (!times) return false;
            wanted_[value] = *times;
            // Which of several that say the same is gone must not matter.
            if (*times < base.size() &&
                std::adjacent_find(base.begin(), base.end(), std::not_equal_to<>{}) != base.end())
                return false;
        }
        return true;
    }

    /// Whether both took away an item of the base while one of them added something: a record that was
    /// changed on both sides, or changed here and deleted there.
    bool one_line_twice() const {
        const auto adds = [&](const Groups& version) {
            return std::any_of(version.begin(), version.end(), [&](const auto& entry) {
                return entry.second.size() > group(in_base_, entry.first).size();
            });
        };
        const bool both_took_one = std::any_of(in_base_.begin(), in_base_.end(), [&](const auto& entry) {
            return group(in_ours_, entry.first).size() < entry.second.size() &&
                   group(in_theirs_, entry.first).size() < entry.second.size();
        });
        return both_took_one && (adds(in_ours_) || adds(in_theirs_));
    }

    /// The text of each of our items in the result, empty where theirs took it away; false where both changed
    /// the comment or the form of one, or one changed it and the other took it away.
    bool keep_ours() {
        std::map<std::string, std::size_t> seen;
        for (const auto& item : ours_.items) {
            const auto nth = seen[item.value]++;
            const auto& base = group(in_base_, item.value);
            const auto& theirs = group(in_theirs_, item.value);
            std::optional<std::string> text = item.text;
            if (nth >= wanted_[item.value]) {
                if (trimmed(item.text) != trimmed(base[std::min(nth, base.size() - 1)])) return false;
                text = std::string{};
            } else if (nth < theirs.size()) {
                text = merged_text(nth < base.size() ? base[nth] : item.text, item.text, theirs[nth]);
                if (nth >= base.size() && trimmed(item.text) != trimmed(theirs[nth])) return false;
            }
            if (!text) return false;
            kept_.push_back(*text);
        }
        // What we took away they left as it was.
        return std::all_of(in_base_.begin(), in_base_.end(), [&](const auto& entry) {
            const auto& theirs = group(in_theirs_, entry.first);
            for (auto i = group(in_ours_, entry.first).size();
                 i < std::min(entry.second.size(), theirs.size()); ++i)
                if (trimmed(entry.second[i]) != trimmed(theirs[i])) return false;
            return true;
        });
    }

    /// What they added, by the index of our item before which it goes: the next of theirs that is ours, too.
    std::vector<std::vector<const Item*>> added_before() const {
        std::map<std::string, std::vector<std::size_t>> places;
        for (std::size_t i = 0; i < ours_.items.size(); ++i) places[ours_.items[i].value].push_back(i);
        std::vector<std::vector<const Item*>> added(ours_.items.size() + 1);
        std::vector<const Item*> waiting;
        std::map<std::string, std::size_t> seen;
        for (const auto& item : theirs_.items) {
            const auto nth = seen[item.value]++;
            const auto at = places.find(item.value);
            if (at != places.end() && nth < at->second.size()) {
                auto& there = added[at->second[nth]];
                there.insert(there.end(), waiting.begin(), waiting.end());
                waiting.clear();
            } else if (nth < wanted_.at(item.value)) {
                waiting.push_back(&item);
            }
        }
        added.back().insert(added.back().end(), waiting.begin(), waiting.end());
        return added;
    }

    /// The last word: the result is read again and holds each item as often as it should, and no id is opened
    /// by two records that did not stand together on either side.
    bool says_what_it_should(const std::string& text) const {
        const auto read = parse_version(text);
        if (!read) return false;
        const auto found = groups_of(*read);
        for (const auto& [value, times] : wanted_)
            if (group(found, value).size() != times) return false;
        for (const auto& entry : found)
            if (!wanted_.contains(entry.first)) return false;
        const auto twice = opened_twice(*read);
        const auto before_ours = opened_twice(ours_);
        const auto before_theirs = opened_twice(theirs_);
        return std::all_of(twice.begin(), twice.end(), [&](const auto& id) {
            return before_ours.contains(id) || before_theirs.contains(id);
        });
    }

    static std::set<std::string> opened_twice(const Version& version) {
        std::set<std::string> once;
        std::set<std::string> twice;
        for (const auto& item : version.items)
            if (!item.opened.empty() && !once.insert(item.opened).second) twice.insert(item.opened);
        return twice;
    }

    Version ours_;
    Version theirs_;
    std::string head_;  ///< of the base
    Groups in_base_;
    Groups in_ours_;
    Groups in_theirs_;
    std::map<std::string, std::size_t> wanted_;
    std::vector<std::string> kept_;
};

}  // namespace

std::optional<std::string> merged_list(const std::string& base, const std::string& ours,
                                       const std::string& theirs) {
    if (base == theirs || ours == theirs) return ours;
    if (base == ours) return theirs;
    auto old = parse_version(base);
    auto mine = parse_version(ours);
    auto other = parse_version(theirs);
    if (!old || !mine || !other) return std::nullopt;
    return Merge{std::move(*old), std::move(*mine), std::move(*other)}.run();
}

std::string marked(std::string_view ours, std::string_view theirs) {
    const auto line_of = [](std::string_view text) {
        return text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    };
    std::string result;
    while (!ours.empty() && !theirs.empty() && line_of(ours) == line_of(theirs)) {
        result += line_of(ours);
        theirs.remove_prefix(line_of(ours).size());
        ours.remove_prefix(line_of(ours).size());
    }
    const auto part = [](std::string_view text) {
        return std::string{text} + (text.empty() || text.ends_with('\n') ? "" : "\n");
    };
    return result + "<<<<<<< ours\n" + part(ours) + "=======\n" + part(theirs) + ">>>>>>> theirs\n";
}

}  // namespace teamctl::store
