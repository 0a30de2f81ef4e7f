// What is checked of each event, and of the end.
#include "yaml/events.hpp"

#include <algorithm>

#include "yaml/source.hpp"

namespace teamctl::yaml {

void Events::begin_document(std::size_t offset) {
    if (!ended_) return;
    if (text_.substr(offset).starts_with("---") || text_.substr(offset).starts_with("..."))
        problems_.add("second-document", offset, say("yaml.second_document"),
                      say("yaml.second_document.hint"));
    else if (const auto dots = text_.rfind("\n...", offset); dots != npos && dots + 1 >= read_to_)
        problems_.add("second-document", dots + 1, say("yaml.after_document_end"),
                      say("yaml.second_document.hint"), {offset});
    else
        explain(text_, failure("end of document", offset), problems_);
    throw Stop{};
}

void Events::end_document() {
    check_comments(text_.size());
    ended_ = true;
}

void Events::report_directive() const {
    std::size_t offset = text_.find("\n%", read_to_ > 0 ? read_to_ - 1 : 0);
    offset = offset == npos ? skip_space(text_, read_to_) : offset + 1;
    if (!problems_.known_at(offset))
        problems_.add("not-plain-data", offset, say("yaml.directive"), say("yaml.directive.hint"));
}

void Events::report_too_long() const {
    std::size_t begin = skip_space(text_, read_to_);
    if (begin == text_.size()) begin = read_to_;
    problems_.add("too-large", begin, say("yaml.value_too_long", limits_.value_bytes),
                  say("yaml.value_too_long.hint"));
}

Failure Events::failure(std::string_view message, std::size_t offset) const {
    Failure result{message, offset, read_to_};
    result.column = block_column();
    for (const auto& level : levels_)
        if (level.brackets) result.bracket = level.offset;
    return result;
}

void Events::find_tabs() {
    for (std::size_t tab = text_.find('\t'); tab != npos; tab = text_.find('\t', tab + 1)) {
        std::size_t start = tab;
        while (start > 0 && text_[start - 1] == ' ') --start;
        if (start == 0 || is_break(text_[start - 1])) tabs_.push_back(tab);
        while (is_blank(byte_at(text_, tab + 1))) ++tab;
    }
}

/// A node that stands on a line which begins with a tab: reported once a line, of the first node after the
/// tab.
void Events::check_tab(std::size_t offset) {
    const std::size_t first = next_tab_;
    while (next_tab_ < tabs_.size() && tabs_[next_tab_] < offset) ++next_tab_;
    if (next_tab_ == first) return;
    const std::size_t tab = tabs_[next_tab_ - 1];
    if (line_end(text_, tab) > offset) report_tab(tab, problems_);
}

/// The library takes any `#` between two values for a comment; one that touches what stands before it is more
/// likely text.
void Events::check_comments(std::size_t offset) {
    for (std::size_t pos = read_to_; pos < offset; ++pos) {
        if (text_[pos] != '#') continue;
        if (pos > 0 && !is_space(text_[pos - 1]))
            problems_.add("syntax", pos, say("yaml.comment_needs_space"),
                          say("yaml.comment_needs_space.hint"));
        pos = line_end(text_, pos);
    }
}

int Events::column_of(std::size_t offset) const {
    const auto lines = builder_.document().lines();
    const auto line = std::upper_bound(lines.begin(), lines.end(), offset) - 1;
    return static_cast<int>(offset - *line);
}

/// Column of the innermost block collection, from 0; -1 for none.
int Events::block_column() const {
    int column = -1;
    for (const auto& level : levels_)
        if (!level.flow) column = level.column;
    return column;
}

/// Reports anchors and tags before a node, which begins where the result says.
std::size_t Events::skip_properties(std::size_t offset) {
    while (byte_at(text_, offset) == '&' || byte_at(text_, offset) == '!') {
        const bool anchor = text_[offset] == '&';
        std::size_t end = offset + 1;
        while (end < text_.size() && !is_space(text_[end]) &&
               std::string_view{",[]{}"}.find(text_[end]) == npos)
            ++end;
        const auto word = text_.substr(offset, end - offset);
        if (anchor)
            problems_.add("anchor", offset, say("yaml.anchor", word), say("yaml.quote_it.hint", word));
        else
            problems_.add("tag", offset, say("yaml.tag", word), say("yaml.quote_it.hint", word));
        offset = skip_space(text_, end);
    }
    return offset;
}

void Events::check_key(std::size_t offset, std::string_view value, bool plain) {
    if (!builder_.expects_key()) return;
    if (plain && value == "<<")
        problems_.add("merge-key", offset, say("yaml.merge_key"), say("yaml.merge_key.hint"));
    std::size_t before = offset;
    while (before > read_to_ && is_blank(text_[before - 1])) --before;
    explicit_key_ = before > read_to_ && before < offset && text_[before - 1] == '?';
    if (explicit_key_)
        problems_.add("complex-key", before - 1, say("yaml.explicit_key"), say("yaml.explicit_key.hint"));
}

void Events::check_null(std::size_t offset, std::string_view word) {
    if (levels_.empty()) return;
    const bool flow = levels_.back().flow;
    const char c = byte_at(text_, offset);
    if (builder_.expects_key()) {
        if (levels_.back().brackets && word.empty() && std::string_view{":,}\0", 4}.find(c) == npos)
            problems_.add("missing-colon", offset, say("yaml.key_without_colon"),
                          say("yaml.key_without_colon.hint"));
        else
            problems_.add("null-key", offset, say("yaml.null_key"), say("yaml.null_key.hint"));
    } else if (flow && !builder_.expects_value()) {
        problems_.add("missing-item", offset, say("yaml.missing_item"), say("yaml.missing_item.hint"));
    } else if (!flow && builder_.expects_value() && !explicit_key_ &&
               (offset == 0 || text_[offset - 1] != ':')) {
        // The library takes a last line without a colon for a key.
        problems_.add("missing-colon", builder_.cell(builder_.last_key()).offset, say("yaml.missing_colon"),
                      say("yaml.missing_colon.hint"));
    }
}

}  // namespace teamctl::yaml
