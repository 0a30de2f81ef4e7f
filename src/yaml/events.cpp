#include "yaml/events.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "yaml/guards.hpp"
#include "yaml/source.hpp"

namespace teamctl::yaml {
namespace {

/// The library writes the escapes \_ and \N as single bytes, which is not UTF-8; \N is refused elsewhere.
std::string with_no_break_spaces(std::string value) {
    for (auto bad = invalid_utf8(value); bad; bad = invalid_utf8(value)) value.replace(*bad, 1, "\xC2\xA0");
    return value;
}

}  // namespace

Events::Events(std::string_view text, const Limits& limits, Builder& builder, Problems& problems)
    : text_{text}, limits_{limits}, builder_{builder}, problems_{problems} {
    find_tabs();
}

/// What all nodes have in common; returns where the node itself begins, after anchors and tags.
std::size_t Events::begin_node(std::size_t offset) {
    if (doubtful_ != 0 && builder_.cell(doubtful_).offset == offset) {
        TreeCell cell = builder_.cell(doubtful_);
        cell.kind = Kind::null;
        cell.text = {};
        cell.offset = static_cast<std::uint32_t>(doubtful_empty_);
        read_to_ = doubtful_empty_;
        builder_.set_cell(doubtful_, cell);
    }
    doubtful_ = 0;
    if (builder_.cells() >= limits_.nodes) {
        problems_.add("too-large", offset, say("yaml.too_many_nodes", limits_.nodes),
                      say("yaml.too_large.hint"));
        throw Stop{};
    }
    if (!tabs_.empty()) check_tab(offset);
    check_comments(offset);
    const std::size_t after = skip_properties(offset);
    properties_ = after != offset;
    return after;
}

/// `~`, `null`, `Null` or `NULL` where it stands at that offset as a scalar of its own.
std::string_view Events::null_word(std::size_t offset) const {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
        if (!text_.substr(offset).starts_with(word)) continue;
        const char after = byte_at(text_, offset + word.size());
        const bool ends = after == '\0' || is_space(after) || std::string_view{",[]{}?:"}.find(after) != npos;
        if (ends) return text_.substr(offset, word.size());
    }
    return {};
}

/// An empty value or item has no place of its own, and the library names that of the next token: better just
/// after the colon or dash that it follows.
std::size_t Events::empty_place(std::size_t offset) {
    if (builder_.expects_value()) {
        std::size_t colon = read_to_;
        while (is_blank(byte_at(text_, colon))) ++colon;
        return byte_at(text_, colon) == ':' ? colon + 1 : read_to_;
    }
    if (levels_.empty() || levels_.back().flow || builder_.expects_key()) return offset;
    const std::size_t dash = skip_space(text_, read_to_);
    return byte_at(text_, dash) == '-' ? dash + 1 : offset;
}

void Events::null(std::size_t mark) {
    const std::size_t offset = begin_node(mark);
    const bool is_new = !properties_ && mark >= read_to_;
    const auto word = is_new ? null_word(offset) : std::string_view{};
    const std::size_t empty = empty_place(offset);
    const bool key = builder_.expects_key();
    std::uint32_t cell = 0;
    if (word == "Null" || word == "NULL") {
        check_key(offset, word, true);
        cell = builder_.scalar(offset, word, false);
    } else {
        if (key || word.empty()) check_null(word.empty() ? empty : offset, word);
        cell = builder_.null(word.empty() ? empty : offset);
    }
    if (!word.empty() && !key) doubtful_ = cell;
    doubtful_empty_ = empty;
    read_to_ = std::max(read_to_, word.empty() ? empty : offset + word.size());
}

void Events::alias(std::size_t mark) {
    const std::size_t offset = begin_node(mark);
    std::size_t end = offset + 1;
    while (end < text_.size() && !is_space(text_[end]) && std::string_view{",[]{}"}.find(text_[end]) == npos)
        ++end;
    const auto word = text_.substr(offset, end - offset);
    problems_.add("alias", offset, say("yaml.alias", word), say("yaml.quote_it.hint", word));
    builder_.scalar(offset, word, true);
    read_to_ = end;
}

/// Text in the source where it stands there as it is, else a copy.
std::string_view Events::stored(std::size_t offset, const std::string& value) {
    const std::string_view source = builder_.document().text();
    if (offset <= source.size() && source.substr(offset, value.size()) == value)
        return source.substr(offset, value.size());
    return builder_.keep(value);
}

void Events::add_quoted(std::size_t offset, const std::string& value) {
    const bool in_brackets = !levels_.empty() && levels_.back().flow;
    const std::size_t close = closing_quote(text_, offset);
    if (close == npos) {
        report_unclosed_quote(text_, offset, problems_);
        throw Stop{};
    }
    const std::size_t after = text_after_quote(text_, close, in_brackets);
    if (after != npos) {
        report_after_quote(text_, offset, after, problems_);
        throw Stop{};
    }
    const std::size_t outside = less_indented_line(text_, offset, close, block_column());
    if (outside != npos) {
        if (text_[outside] == '\t')
            report_tab(outside, problems_);
        else
            report_unclosed_quote(text_, offset, problems_, close);
    }
    const bool verbatim = text_.substr(offset + 1, close - offset - 1) == value;
    if (text_[offset] == '"' && !verbatim) {
        guard_escapes(text_, offset, close, problems_);
        builder_.scalar(offset, builder_.keep(with_no_break_spaces(value)), true);
    } else {
        builder_.scalar(offset, stored(offset + 1, value), true);
    }
    read_to_ = close + 1;
}

void Events::add_plain(std::size_t offset, const std::string& value) {
    check_key(offset, value, true);
    builder_.scalar(offset, stored(offset, value), false);
    read_to_ = plain_end(text_, offset, value);
}

void Events::scalar(std::size_t mark, const std::string& value) {
    const std::size_t offset = begin_node(mark);
    const char first = byte_at(text_, offset);
    if (properties_) {
        builder_.scalar(offset, builder_.keep(value), true);  // of a tree that will not be used
        read_to_ = offset;
    } else if (first == '"' || first == '\'') {
        check_key(offset, value, false);
        add_quoted(offset, value);
    } else if (first == '|' || first == '>') {
        check_key(offset, value, false);
        add_block(offset, value);
    } else {
        add_plain(offset, value);
    }
}

/// The text after `|` or `>`.
void Events::add_block(std::size_t offset, const std::string& value) {
    builder_.scalar(offset, builder_.keep(value), true);
    const std::size_t header = text_.find_first_of(" \t\r\n#", offset);
    if (header != npos && text_[header] == '#')
        problems_.add("syntax", header, say("yaml.comment_needs_space"),
                      say("yaml.comment_needs_space.hint"));
    read_to_ = block_scalar_end(text_, offset, levels_.empty() ? -1 : levels_.back().column);
}

void Events::open(Kind kind, std::size_t mark, bool flow) {
    const std::size_t offset = begin_node(mark);
    if (builder_.depth() >= static_cast<std::size_t>(limits_.depth)) {
        problems_.add("too-deep", offset, say("yaml.too_deep", limits_.depth), say("yaml.too_deep.hint"));
        throw Stop{};
    }
    const char first = byte_at(text_, offset);
    const bool brackets = flow && first == (kind == Kind::mapping ? '{' : '[');
    const bool key = builder_.expects_key();
    builder_.open(kind, offset);
    levels_.push_back({offset, brackets, flow, key, flow ? -1 : column_of(offset)});
    read_to_ = std::max(read_to_, brackets ? offset + 1 : offset);
}

void Events::close() {
    duplicates_.clear();
    builder_.close(duplicates_);
    for (const auto& [first, second] : duplicates_) {
        const TreeCell& key = builder_.cell(second);
        problems_.add("duplicate-key", key.offset,
                      say("yaml.duplicate_key", made_harmless(fitted(key.text, 60))),
                      say("yaml.duplicate_key.hint"), {builder_.cell(first).offset});
    }
    if (levels_.back().brackets) close_bracket();
    // Not earlier: the library takes a bracket that is never closed for the beginning of a key.
    if (levels_.back().key)
        problems_.add("complex-key", levels_.back().offset, say("yaml.complex_key"),
                      say("yaml.complex_key.hint"));
    levels_.pop_back();
}

void Events::close_bracket() {
    std::size_t pos = skip_space(text_, read_to_);
    while (byte_at(text_, pos) == ',' || byte_at(text_, pos) == ':') pos = skip_space(text_, pos + 1);
    if (byte_at(text_, pos) != ']' && byte_at(text_, pos) != '}') return;
    check_comments(pos);
    read_to_ = pos + 1;
}

}  // namespace teamctl::yaml
