#include "yaml/edit.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace teamctl::yaml {
namespace {

constexpr std::string_view blanks = " \t";

/// Where the line that holds the offset begins, and where it ends, before its line feed.
std::size_t row_start(std::string_view text, std::size_t at) {
    const auto feed = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return feed == std::string_view::npos ? 0 : feed + 1;
}
std::size_t row_end(std::string_view text, std::size_t at) {
    return std::min(text.find('\n', at), text.size());
}

std::size_t column_of(std::string_view text, std::size_t at) {
    return at - row_start(text, at);
}

std::string_view ending_of(std::string_view text) {
    return text.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
}

/// Behind a quoted scalar.
std::size_t end_of_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size(); ++at) {
        if (quote == '"' && text[at] == '\\') {
            ++at;
        } else if (text[at] == quote) {
            if (quote == '\'' && text.substr(at + 1, 1) == "'")
                ++at;
            else
                return at + 1;
        }
    }
    return text.size();
}

bool begins_comment(std::string_view text, std::size_t at) {
    return text[at] == '#' && (at == 0 || std::string_view{" \t\n"}.find(text[at - 1]) != std::string_view::npos);
}

/// Behind what stands in brackets.
std::size_t end_of_brackets(std::string_view text, std::size_t at) {
    int depth = 0;
    // A quote inside a plain word is only a character.
    bool at_start = false;
    while (at < text.size()) {
        const char c = text[at];
        if (begins_comment(text, at)) {
            at = row_end(text, at);
            continue;
        }
        if ((c == '"' || c == '\'') && at_start) {
            at = end_of_quoted(text, at);
            at_start = false;
            continue;
        }
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        ++at;
        if (depth == 0) return at;
        if (c == '{' || c == '[' || c == ',' || c == ':') at_start = true;
        else if (blanks.find(c) == std::string_view::npos && c != '\n' && c != '\r') at_start = false;
    }
    return at;
}

/// Behind a plain scalar of one line; in brackets a comma or bracket ends it, too.
std::size_t end_of_plain(std::string_view text, std::size_t at, bool in_brackets) {
    std::size_t end = at;
    for (const auto last = row_end(text, at); end < last; ++end) {
        if (begins_comment(text, end) || (in_brackets && std::string_view{",]}"}.find(text[end]) != std::string_view::npos))
            break;
    }
    while (end > at && std::string_view{" \t\r"}.find(text[end - 1]) != std::string_view::npos) --end;
    return end;
}

bool is_flow(std::string_view text, Node node) {
    const char c = node.offset() < text.size() ? text[node.offset()] : '\0';
    return (node.is_mapping() && c == '{') || (node.is_sequence() && c == '[');
}

std::size_t end_of_key(std::string_view text, Node key) {
    const auto at = key.offset();
    const bool quoted = text[at] == '"' || text[at] == '\'';
    return text.find(':', quoted ? end_of_quoted(text, at) : at) + 1;
}

/// Whether a text in lines of its own begins behind the line: `note: |`.
bool opens_text(std::string_view line) {
    line = trimmed(line);
    while (!line.empty() && std::string_view{"+-0123456789"}.find(line.back()) != std::string_view::npos)
        line.remove_suffix(1);
    return line.size() > 1 && (line.back() == '|' || line.back() == '>') && line[line.size() - 2] == ' ';
}

/// The end, before its line feed, of the last line that belongs to a node of a block whose keys or dashes stand in
/// that column: lines that are indented deeper, and the node's own lines in that very column. Comments behind are not
/// its.
std::size_t end_of_block(std::string_view text, std::size_t at, std::size_t column, bool same_column, bool dashes) {
    std::size_t end = row_end(text, at);
    const auto first = row_start(text, at);
    bool in_text = opens_text(text.substr(first, end - first));
    std::size_t text_column = text.find_first_not_of(' ', first) - first;
    for (std::size_t next = end + 1; next < text.size(); next = row_end(text, next) + 1) {
        const auto line = text.substr(next, row_end(text, next) - next);
        if (trimmed(line).empty()) continue;
        const auto indent = line.find_first_not_of(' ');
        in_text = in_text && indent > text_column;
        if (line[indent] == '#' && !in_text) continue;
        const bool own = indent == column && same_column && (!dashes || line[indent] == '-');
        if (indent < column || (indent == column && !own)) break;
        end = next + line.size();
        if (!in_text && opens_text(line)) {
            in_text = true;
            text_column = indent;
        }
    }
    return end;
}

/// Where a value begins and ends.
struct Span {
    std::size_t from = 0;
    std::size_t to = 0;
};

Span span_of_value(std::string_view text, Node key, bool in_brackets) {
    const auto value = key.value();
    const auto colon = end_of_key(text, key);
    // An empty value has no place of its own.
    const auto first = text.find_first_not_of(blanks, colon);
    const bool nothing = first == std::string_view::npos || text[first] == '\n' || text[first] == '\r' ||
                         begins_comment(text, first) ||
                         (in_brackets && std::string_view{",}"}.find(text[first]) != std::string_view::npos);
    if (value.is_null() && nothing) return {colon, colon};
    const auto at = value.is_null() ? first : value.offset();
    if (is_flow(text, value)) return {at, end_of_brackets(text, at)};
    if (value.is_scalar() && (text[at] == '"' || text[at] == '\'')) return {at, end_of_quoted(text, at)};
    if (in_brackets) return {at, end_of_plain(text, at, true)};
    const auto column = column_of(text, key.offset());
    const auto one_line = end_of_plain(text, at, false);
    const bool deeper = value.is_sequence() && column_of(text, at) == column;  // dashes below the key itself
    const auto block = end_of_block(text, value.is_scalar() ? first : at, column, deeper, true);
    return {value.is_scalar() ? first : at, block == row_end(text, at) ? one_line : block};
}

std::string put(std::string_view text, Span span, std::string_view with) {
    std::string out{text.substr(0, span.from)};
    out += with;
    out += text.substr(span.to);
    return out;
}

Node last_of(Node node) {
    Node last;
    for (auto one = node.first(); one; one = one.next()) last = one;
    return last;
}

/// A line more behind that offset.
std::string with_line(std::string_view text, std::size_t behind, std::string_view line) {
    const auto ending = ending_of(text);
    std::string with;
    if (behind == text.size() && !text.empty() && text.back() != '\n') with += ending;
    const auto at = behind < text.size() ? behind + 1 : behind;
    with += line;
    if (at == behind && with.starts_with(ending) && behind == text.size()) return put(text, {at, at}, with);
    return put(text, {at, at}, with + std::string{ending});
}

}  // namespace

std::string with_key(const Document& document, Node mapping, std::string_view key, std::string_view value) {
    const std::string_view text = document.text();
    const bool flow = is_flow(text, mapping);
    for (auto old = mapping.first(); old; old = old.next()) {
        if (old.text() != key) continue;
        auto span = span_of_value(text, old, flow);
        while (value.starts_with('\n') && blanks.find(text[span.from - 1]) != std::string_view::npos) --span.from;
        const bool spaced = span.from != span.to || value.starts_with('\n');
        return put(text, span, spaced ? std::string{value} : " " + std::string{value});
    }
    const std::string pair = std::string{key} + ": " + std::string{value};
    const auto last = last_of(mapping);
    if (flow) {
        const auto at = last ? span_of_value(text, last, true).to : mapping.offset() + 1;
        return put(text, {at, at}, last ? ", " + pair : pair);
    }
    if (!last) return with_line(text, text.size(), pair);
    const auto column = column_of(text, mapping.first().offset());
    const auto end = end_of_block(text, mapping.first().offset(), column, true, false);
    return with_line(text, end, std::string(column, ' ') + pair);
}

std::string with_item(const Document& document, Node list, std::string_view item) {
    const std::string_view text = document.text();
    const auto last = last_of(list);
    if (is_flow(text, list)) {
        const auto end = end_of_brackets(text, list.offset()) - 1;
        if (!last) return put(text, {list.offset() + 1, end}, item);
        auto at = is_flow(text, last) ? end_of_brackets(text, last.offset())
                  : text[last.offset()] == '"' || text[last.offset()] == '\''
                      ? end_of_quoted(text, last.offset())
                      : end_of_plain(text, last.offset(), true);
        return put(text, {at, at}, ", " + std::string{item});
    }
    if (!last) return with_line(text, text.size(), "- " + std::string{item});
    const auto column = column_of(text, list.offset());
    const auto end = end_of_block(text, list.offset(), column, true, true);
    return with_line(text, end, std::string(column, ' ') + "- " + std::string{item});
}

bool same_data(Node a, Node b) {
    if (a.kind() != b.kind() || a.size() != b.size()) return false;
    if (a.is_scalar()) return a.text() == b.text() && a.quoted() == b.quoted();
    auto other = b.first();
    for (auto one = a.is_mapping() || a.is_sequence() ? a.first() : Node{}; one;
         one = one.next(), other = other.next()) {
        if (a.is_mapping() ? one.text() != other.text() || !same_data(one.value(), other.value())
                           : !same_data(one, other))
            return false;
    }
    return true;
}

}  // namespace teamctl::yaml
