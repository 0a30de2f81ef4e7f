#include "yaml/reader.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>

#include "base/text.hpp"
#include "yaml/explain.hpp"
#include "yaml/guards.hpp"
#include "yaml/source.hpp"
#include "yaml/stepped_buffer.hpp"

namespace teamctl::yaml {
namespace {

/// A collection that is open, as the source shows it.
struct Level {
    std::size_t offset = 0;
    bool brackets = false;  ///< written with [ ] or { }
    bool flow = false;      ///< in brackets, or a single pair `[a: b]` within them
    bool key = false;       ///< stands where a key should
    int column = -1;        ///< of a block collection, from 0
};

class Events : public YAML::EventHandler {
  public:
    Events(std::string_view text, const Limits& limits, Builder& builder, Problems& problems,
           SteppedBuffer& buffer)
        : text_{text}, limits_{limits}, builder_{builder}, problems_{problems}, buffer_{buffer} {
        find_tabs();
    }

    void OnDocumentStart(const YAML::Mark& mark) override;
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override;
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close(); }

    /// After the only document.
    void end_of_document() { ended_ = true; }
    void report_directive() const;
    void report_too_long() const;
    Failure failure(std::string_view message, std::size_t offset) const;

  private:
    std::size_t begin_node(const YAML::Mark& mark);
    std::size_t skip_properties(std::size_t offset);
    void check_tab(std::size_t offset);
    void check_key(std::size_t offset, std::string_view value, bool plain);
    void open(Kind kind, const YAML::Mark& mark, bool flow);
    void close();
    void close_bracket();
    std::size_t empty_place(std::size_t offset);
    std::string_view null_word(std::size_t offset) const;
    void add_quoted(std::size_t offset, const std::string& value);
    void add_plain(std::size_t offset, const std::string& value);
    void find_tabs();
    int column_of(std::size_t offset) const;
    std::string_view stored(std::size_t offset, const std::string& value);

    std::string_view text_;
    const Limits& limits_;
    Builder& builder_;
    Problems& problems_;
    SteppedBuffer& buffer_;
    std::vector<Level> levels_;
    std::vector<std::size_t> tabs_;  ///< of lines that begin with blanks among which there is one
    std::vector<Duplicate> duplicates_;
    std::size_t read_to_ = 0;         ///< end of the last scalar or bracket
    std::uint32_t doubtful_ = 0;      ///< a cell read as the text `Null`, or after all an empty value
    std::size_t doubtful_empty_ = 0;  ///< its place in that case
    bool properties_ = false;         ///< the node has an anchor or a tag
    bool ended_ = false;
};

std::size_t offset_of(const YAML::Mark& mark, std::string_view text) {
    return mark.pos < 0 ? text.size() : std::min(static_cast<std::size_t>(mark.pos), text.size());
}

void Events::find_tabs() {
    for (std::size_t tab = text_.find('\t'); tab != npos; tab = text_.find('\t', tab + 1)) {
        std::size_t start = tab;
        while (start > 0 && text_[start - 1] == ' ') --start;
        if (start == 0 || is_break(text_[start - 1])) tabs_.push_back(tab);
        while (is_blank(byte_at(text_, tab + 1))) ++tab;
    }
}

/// A node that stands on a line which begins with a tab: reported once a line.
void Events::check_tab(std::size_t offset) {
    const auto next = std::lower_bound(tabs_.begin(), tabs_.end(), offset);
    if (next == tabs_.begin()) return;
    const std::size_t tab = *(next - 1);
    if (text_.substr(tab, offset - tab).find_first_of("\r\n") != npos || problems_.known_at(tab)) return;
    report_tab(tab, problems_);
}

int Events::column_of(std::size_t offset) const {
    const auto lines = builder_.document().lines();
    const auto line = std::upper_bound(lines.begin(), lines.end(), offset) - 1;
    return static_cast<int>(offset - *line);
}

/// What all nodes have in common; returns where the node itself begins, after anchors and tags.
std::size_t Events::begin_node(const YAML::Mark& mark) {
    std::size_t offset = offset_of(mark, text_);
    buffer_.reached(offset);
    if (doubtful_ != 0 && builder_.cell(doubtful_).offset == offset) {
        TreeCell cell = builder_.cell(doubtful_);
        cell.kind = Kind::null;
        cell.text = {};
        cell.offset = static_cast<std::uint32_t>(doubtful_empty_);
        builder_.set_cell(doubtful_, cell);
    }
    doubtful_ = 0;
    if (builder_.cells() >= limits_.nodes) {
        problems_.add("too-large", offset, say("yaml.too_many_nodes", limits_.nodes),
                      say("yaml.too_large.hint"));
        throw Stop{};
    }
    if (!tabs_.empty()) check_tab(offset);
    const std::size_t after = skip_properties(offset);
    properties_ = after != offset;
    return after;
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
        problems_.add(anchor ? "anchor" : "tag", offset, say(anchor ? "yaml.anchor" : "yaml.tag", word),
                      say("yaml.quote_it.hint", word));
        offset = skip_space(text_, end);
    }
    return offset;
}

void Events::OnDocumentStart(const YAML::Mark& mark) {
    if (!ended_) return;
    const std::size_t offset = offset_of(mark, text_);
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

void Events::report_directive() const {
    std::size_t offset = text_.find("\n%", read_to_ > 0 ? read_to_ - 1 : 0);
    offset = offset == npos ? skip_space(text_, read_to_) : offset + 1;
    if (!problems_.known_at(offset))
        problems_.add("not-plain-data", offset, say("yaml.directive"), say("yaml.directive.hint"));
}

void Events::report_too_long() const {
    const std::size_t begin = skip_space(text_, read_to_);
    problems_.add("too-large", std::min(begin, text_.size()), say("yaml.value_too_long", limits_.value_bytes),
                  say("yaml.value_too_long.hint"));
}

Failure Events::failure(std::string_view message, std::size_t offset) const {
    Failure result{message, offset, read_to_};
    for (const auto& level : levels_) {
        if (level.brackets) result.bracket = level.offset;
        if (!level.flow) result.column = level.column;
    }
    return result;
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

void Events::OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
    const std::size_t offset = begin_node(mark);
    const auto word = properties_ ? std::string_view{} : null_word(offset);
    const bool is_text = word == "Null" || word == "NULL";
    const std::size_t empty = empty_place(offset);
    if (is_text) {
        check_key(offset, word, true);
        const auto cell = builder_.scalar(offset, word, false);
        doubtful_ = cell;
        doubtful_empty_ = empty;
        if (offset >= read_to_) read_to_ = offset + word.size();
        return;
    }
    const std::size_t place = word.empty() ? empty : offset;
    if (builder_.expects_key()) {
        problems_.add("null-key", place, say("yaml.null_key"), say("yaml.null_key.hint"));
    } else if (word.empty() && !levels_.empty() && levels_.back().flow && !builder_.expects_value()) {
        problems_.add("missing-item", place, say("yaml.missing_item"), say("yaml.missing_item.hint"));
    }
    builder_.null(place);
    read_to_ = std::max(read_to_, place + word.size());
}

void Events::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
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

void Events::check_key(std::size_t offset, std::string_view value, bool plain) {
    if (!builder_.expects_key()) return;
    if (plain && value == "<<")
        problems_.add("merge-key", offset, say("yaml.merge_key"), say("yaml.merge_key.hint"));
    std::size_t before = offset;
    while (before > read_to_ && is_blank(text_[before - 1])) --before;
    if (before > read_to_ && before < offset && text_[before - 1] == '?')
        problems_.add("complex-key", before - 1, say("yaml.explicit_key"), say("yaml.explicit_key.hint"));
}

/// The library writes the escapes \_ and \N as single bytes, which is not UTF-8; \N is refused elsewhere.
std::string with_no_break_spaces(std::string value) {
    for (auto bad = invalid_utf8(value); bad; bad = invalid_utf8(value)) value.replace(*bad, 1, "\xC2\xA0");
    return value;
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

void Events::OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                      const std::string& value) {
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
        builder_.scalar(offset, builder_.keep(value), true);
        read_to_ = block_scalar_end(text_, offset, levels_.empty() ? -1 : levels_.back().column);
    } else {
        add_plain(offset, value);
    }
}

void Events::OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                             YAML::EmitterStyle::value style) {
    open(Kind::sequence, mark, style == YAML::EmitterStyle::Flow);
}

void Events::OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                        YAML::EmitterStyle::value style) {
    open(Kind::mapping, mark, style == YAML::EmitterStyle::Flow);
}

void Events::open(Kind kind, const YAML::Mark& mark, bool flow) {
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
    read_to_ = pos + 1;
    if (byte_at(text_, read_to_) == '#')
        problems_.add("syntax", read_to_, say("yaml.comment_needs_space"),
                      say("yaml.comment_needs_space.hint"));
}

}  // namespace

void read_events(std::string_view text, const Limits& limits, Builder& builder, Problems& problems) {
    SteppedBuffer buffer{text, limits.value_bytes};
    Events events{text, limits, builder, problems, buffer};
    try {
        std::istream stream{&buffer};
        YAML::Parser parser{stream};
        const std::size_t first = skip_space(text, 0);
        if (byte_at(text, first) == '%' && (first == 0 || is_break(text[first - 1]))) {
            events.report_directive();
            throw Stop{};
        }
        if (!parser.HandleNextDocument(events)) return;
        events.end_of_document();
        if (parser && !parser.HandleNextDocument(events)) events.report_directive();
    } catch (const ValueTooLong&) {
        events.report_too_long();
    } catch (const YAML::Exception& error) {
        explain(text, events.failure(error.msg, offset_of(error.mark, text)), problems);
    }
}

}  // namespace teamctl::yaml
