#include "yaml/flow_lines.hpp"

#include <array>
#include <cstring>

#include "yaml/source.hpp"

namespace teamctl::yaml {
namespace {

// What a byte may be. Whatever is not listed makes the file stray.
enum : unsigned char {
    in_key = 1,       ///< of a plain key
    begins_key = 2,   ///< of a plain key, at its beginning
    begins_text = 4,  ///< of a plain text, at its beginning
    in_text = 8,      ///< of a plain text, whatever stands around it
};

constexpr std::array<unsigned char, 256> make_uses() {
    std::array<unsigned char, 256> table{};
    const auto allow = [&](std::string_view bytes, unsigned char what) {
        for (const char c : bytes) table[static_cast<unsigned char>(c)] |= what;
    };
    for (std::size_t byte = 0x80; byte < 256; ++byte)
        table[byte] = in_key | begins_key | begins_text | in_text;
    const std::string_view words = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    allow(words, in_key | begins_key | begins_text | in_text);
    allow("-", in_key | in_text);
    allow("(+/.;<=^$~", begins_text | in_text);
    allow(")\"'!&*>|%@`\\", in_text);
    return table;
}

constexpr auto uses = make_uses();

bool is(char c, unsigned char what) {
    return (uses[static_cast<unsigned char>(c)] & what) != 0;
}

constexpr std::uint32_t strayed = 0xFFFFFFFF;  // instead of a cell

class FlowLines {
  public:
    FlowLines(const Limits& limits, Builder& builder)
        : limits_{limits}, builder_{builder}, text_{builder.document().text()} {}

    bool read();

  private:
    // Each begins at `pos_`, moves it behind what was read and tells the cell, or `strayed`.
    std::uint32_t record();
    std::uint32_t kind_and_value();
    std::uint32_t value(std::size_t depth);
    std::uint32_t brackets(std::size_t depth);
    std::uint32_t key();
    std::uint32_t single_quoted();
    std::uint32_t double_quoted();
    std::uint32_t plain();

    bool skip_line_rest();
    bool goes_on_plainly() const;
    void skip_spaces() {
        while (at() == ' ') ++pos_;
    }
    /// The byte at `pos_`; NUL at the end, which belongs to no form.
    char at() const { return text_.data()[pos_]; }
    char next() const { return text_.data()[pos_ + 1]; }
    std::uint32_t scalar(std::size_t offset, std::string_view text, bool quoted) {
        return builder_.append({Kind::scalar, quoted, static_cast<std::uint32_t>(offset), 0, 0, 0, 0, text});
    }

    const Limits& limits_;
    Builder& builder_;
    std::string_view text_;
    std::size_t pos_ = 0;
};

/// Spaces and a comment up to the end of the line, and the line end.
bool FlowLines::skip_line_rest() {
    const std::size_t start = pos_;
    skip_spaces();
    if (at() == '#' && (pos_ > start || pos_ == 0 || text_[pos_ - 1] == '\n')) {
        const void* end = std::memchr(text_.data() + pos_, '\n', text_.size() - pos_);
        pos_ = end == nullptr ? text_.size()
                              : static_cast<std::size_t>(static_cast<const char*>(end) - text_.data());
    }
    if (at() == '\r' && next() == '\n') ++pos_;
    if (pos_ == text_.size()) return true;
    return text_[pos_++] == '\n';
}

bool FlowLines::read() {
    if (text_.empty() || std::memchr(text_.data(), '\t', text_.size()) != nullptr) return false;
    constexpr std::size_t bytes_per_cell = 5;  // seldom fewer; memory that is not needed is never touched
    builder_.reserve(text_.size() / bytes_per_cell + 8);
    std::uint32_t last = 0;
    std::size_t reported = 0;  // where the last record began
    while (pos_ < text_.size()) {
        if (at() == '-' && next() == ' ') {
            if (last == 0)
                builder_.append({Kind::sequence, false, static_cast<std::uint32_t>(pos_), 0, 0, 0, 0, {}});
            const std::uint32_t item = record();
            if (item == strayed) return false;
            (last == 0 ? builder_.raw(0).child : builder_.raw(last).next) = item;
            ++builder_.raw(0).size;
            last = item;
        }
        if (!skip_line_rest()) return false;
        // The slow path refuses what goes on for too long; see SteppedBuffer.
        if (pos_ - reported > limits_.value_bytes || builder_.cells() > limits_.nodes) return false;
        if (last != 0) reported = builder_.cell(last).offset;
    }
    return last != 0;
}

std::uint32_t FlowLines::record() {
    ++pos_;
    skip_spaces();
    return at() == '{' ? brackets(1) : kind_and_value();
}

/// `kind: {...}`
std::uint32_t FlowLines::kind_and_value() {
    if (limits_.depth < 2) return strayed;
    const auto mapping =
        builder_.append({Kind::mapping, false, static_cast<std::uint32_t>(pos_), 1, 0, 0, 0, {}});
    const auto kind = key();
    if (kind == strayed || at() != '{') return strayed;
    const auto content = brackets(2);
    if (content == strayed) return strayed;
    builder_.raw(mapping).child = kind;
    builder_.raw(kind).value = content;
    return mapping;
}

std::uint32_t FlowLines::value(std::size_t depth) {
    switch (at()) {
        case '[':
        case '{':
            return brackets(depth);
        case '"':
            return double_quoted();
        case '\'':
            return single_quoted();
        default:
            return plain();
    }
}

/// [...] or {...}, in `depth` other collections.
std::uint32_t FlowLines::brackets(std::size_t depth) {
    if (depth >= static_cast<std::size_t>(limits_.depth)) return strayed;
    const bool mapping = at() == '{';
    const char close = mapping ? '}' : ']';
    const auto cell = builder_.append(
        {mapping ? Kind::mapping : Kind::sequence, false, static_cast<std::uint32_t>(pos_), 0, 0, 0, 0, {}});
    ++pos_;
    skip_spaces();
    std::uint32_t last = 0;
    std::uint32_t count = 0;
    if (at() == close) {
        ++pos_;
        return cell;
    }
    while (true) {
        const std::uint32_t child = mapping ? key() : value(depth + 1);
        if (child == strayed) return strayed;
        (last == 0 ? builder_.raw(cell).child : builder_.raw(last).next) = child;
        last = child;
        ++count;
        if (mapping) {
            const std::uint32_t content = value(depth + 1);
            if (content == strayed) return strayed;
            builder_.raw(child).value = content;
        }
        skip_spaces();
        if (at() == close) break;
        if (at() != ',') return strayed;
        ++pos_;
        skip_spaces();
    }
    ++pos_;
    builder_.raw(cell).size = count;
    return mapping && builder_.has_duplicates(cell) ? strayed : cell;
}

/// A plain key, its colon and the spaces behind it.
std::uint32_t FlowLines::key() {
    constexpr std::size_t longest = 500;  // the parser library has a limit of its own, at 1024
    const std::size_t start = pos_;
    if (!is(at(), begins_key)) return strayed;
    while (is(at(), in_key)) ++pos_;
    const auto word = text_.substr(start, pos_ - start);
    if (at() != ':' || next() != ' ' || word.size() > longest) return strayed;
    if (word == "null" || word == "Null" || word == "NULL") return strayed;
    ++pos_;
    skip_spaces();
    return scalar(start, word, false);
}

std::uint32_t FlowLines::single_quoted() {
    const std::size_t open = pos_++;
    bool doubled = false;
    for (;; ++pos_) {
        if (at() == '\n' || at() == '\r' || pos_ >= text_.size()) return strayed;
        if (at() != '\'') continue;
        if (next() != '\'') break;
        doubled = true;
        ++pos_;
    }
    const auto inside = text_.substr(open + 1, pos_++ - open - 1);
    if (!doubled) return scalar(open, inside, true);
    std::string text;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        text += inside[i];
        if (inside[i] == '\'') ++i;
    }
    return scalar(open, builder_.keep(std::move(text)), true);
}

/// The simple escapes; the others are rare, and some are refused.
bool unescape(std::string_view inside, std::string& text) {
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] != '\\') {
            text += inside[i];
            continue;
        }
        switch (byte_at(inside, ++i)) {
            case '"':
            case '\\':
            case '/':
                text += inside[i];
                break;
            case 'n':
                text += '\n';
                break;
            case 't':
                text += '\t';
                break;
            default:
                return false;
        }
    }
    return true;
}

std::uint32_t FlowLines::double_quoted() {
    const std::size_t open = pos_++;
    bool escapes = false;
    for (; at() != '"'; ++pos_) {
        if (at() == '\n' || at() == '\r' || pos_ >= text_.size()) return strayed;
        if (at() != '\\') continue;
        escapes = true;
        ++pos_;
        if (at() == '\n' || at() == '\r' || pos_ >= text_.size()) return strayed;
    }
    const auto inside = text_.substr(open + 1, pos_++ - open - 1);
    if (!escapes) return scalar(open, inside, true);
    std::string text;
    return unescape(inside, text) ? scalar(open, builder_.keep(std::move(text)), true) : strayed;
}

/// Whether the byte at `pos_`, which means something in some surroundings, is part of the text in these.
bool FlowLines::goes_on_plainly() const {
    const char before = text_[pos_ - 1];
    switch (at()) {
        case ' ':
            return next() != '#';
        case '#':
            return before != ' ';
        case ':':
            return next() != ' ' && next() != ',' && next() != ']' && next() != '}' && !is_break(next()) &&
                   pos_ + 1 < text_.size();
        case '?':
            return before == '?' || is(before, begins_key);
        default:
            return false;
    }
}

std::uint32_t FlowLines::plain() {
    const std::size_t start = pos_;
    const bool number = at() == '-' && next() >= '0' && next() <= '9';
    if (!is(at(), begins_text) && !number) return strayed;
    for (++pos_; is(at(), in_text) || goes_on_plainly();) ++pos_;
    if (at() != ',' && at() != ']' && at() != '}') return strayed;
    std::size_t end = pos_;
    while (text_[end - 1] == ' ') --end;
    const auto word = text_.substr(start, end - start);
    if (word == "~" || word == "null")
        return builder_.append({Kind::null, false, static_cast<std::uint32_t>(start), 0, 0, 0, 0, {}});
    return scalar(start, word, false);
}

}  // namespace

bool read_flow_lines(const Limits& limits, Builder& builder) {
    if (FlowLines{limits, builder}.read()) return true;
    builder.clear();
    return false;
}

}  // namespace teamctl::yaml
