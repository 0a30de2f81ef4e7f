#include "yaml/explain.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "yaml/source.hpp"

namespace teamctl::yaml {
namespace {

bool one_of(char c, std::string_view set) {
    return c != '\0' && set.find(c) != npos;
}

/// Offset of the first byte on the line that is not blank.
std::size_t line_content(std::string_view text, std::size_t offset) {
    return line_start(text, offset) + indent_of(text, offset);
}

bool ends_plain(std::string_view text, std::size_t pos, bool in_brackets) {
    const char c = text[pos];
    const char next = byte_at(text, pos + 1);
    if (is_break(c)) return true;
    if (c == ':' && (next == '\0' || is_space(next))) return true;
    if (is_blank(c) && next == '#') return true;
    return in_brackets && one_of(c, ",[]{}");
}

/// Offset of the first colon from `from` on that makes what stands before it a key; npos where the line has
/// none. Quotes are not looked into.
std::size_t key_colon(std::string_view text, std::size_t from) {
    for (std::size_t pos = from; pos < text.size() && !is_break(text[pos]); ++pos) {
        if (text[pos] == '#' && pos > from && is_blank(text[pos - 1])) return npos;
        if (text[pos] == ':' && (pos + 1 == text.size() || is_space(text[pos + 1]))) return pos;
    }
    return npos;
}

constexpr std::array<std::string_view, 2> wide_commas{"，", "、"};
constexpr std::string_view wide_colon = "：";

bool begins_wide_comma(std::string_view text, std::size_t pos) {
    return std::any_of(wide_commas.begin(), wide_commas.end(),
                       [&](auto comma) { return text.substr(pos).starts_with(comma); });
}

/// Offset of the last full-width comma in the value that ends before `colon`, on its line; npos for none.
std::size_t wide_comma_before(std::string_view text, std::size_t colon) {
    for (std::size_t pos = colon; pos > 0 && !one_of(text[pos - 1], ",:[]{}\n\r\"'"); --pos) {
        if (begins_wide_comma(text, pos - 1)) return pos - 1;
    }
    return npos;
}

void report_wide_comma(std::string_view text, std::size_t comma, Problems& problems) {
    problems.add("full-width-comma", comma, say("yaml.wide_comma", text.substr(comma, wide_commas[0].size())),
                 say("yaml.wide_comma.hint"));
}

/// Whether the line reads like `who：Ann` or `who:Ann`, with a dash before it or not; where the key begins.
std::size_t badly_ended_key(std::string_view text, std::size_t content) {
    std::size_t start = content;
    while (byte_at(text, start) == '-' && is_blank(byte_at(text, start + 1)))
        while (is_blank(byte_at(text, ++start))) {
        }
    std::size_t end = start;
    while ((byte_at(text, end) >= 'a' && byte_at(text, end) <= 'z') || byte_at(text, end) == '_') ++end;
    const bool ended = byte_at(text, end) == ':' || text.substr(end).starts_with(wide_colon);
    return end > start && ended ? start : npos;
}

/// A line that is no `key: value`, beginning there.
void report_missing_colon(std::string_view text, std::size_t offset, Problems& problems) {
    const auto line = text.substr(offset, line_end(text, offset) - offset);
    const bool wide = line.find(wide_colon) != npos;
    problems.add("missing-colon", offset, say("yaml.missing_colon"),
                 say(wide ? "yaml.wide_colon.hint" : "yaml.missing_colon.hint"));
}

/// Reads on roughly, token by token, from where all was well to the failing place.
class Rough {
  public:
    Rough(std::string_view text, const Failure& failure)
        : text_{text}, end_{failure.offset}, in_quotes_{failure.message.starts_with("illegal document")} {
        if (failure.bracket != npos) brackets_.push_back(failure.bracket);
        pos_ = failure.read_to;
    }

    /// Reports a quoted scalar that does not end or has text behind it; true if there is one.
    bool report_quotes(Problems& problems) {
        while ((pos_ = skip_space(text_, pos_)) < text_.size() && pos_ <= end_) {
            const char c = text_[pos_];
            if (c == '"' || c == '\'') {
                if (!skip_quoted(problems)) return true;
            } else if (one_of(c, "|>") && brackets_.empty()) {
                return false;
            } else {
                skip_other(c);
            }
        }
        return false;
    }

    /// The innermost bracket that is open at the end, npos for none.
    std::size_t bracket() const { return brackets_.empty() ? npos : brackets_.back(); }

  private:
    bool skip_quoted(Problems& problems) {
        const std::size_t close = closing_quote(text_, pos_);
        if (close == npos) {
            report_unclosed_quote(text_, pos_, problems);
            return false;
        }
        if (close > end_ && in_quotes_) {
            report_unclosed_quote(text_, pos_, problems, end_);
            return false;
        }
        const std::size_t after = text_after_quote(text_, close, !brackets_.empty());
        if (after != npos && after <= end_) {
            report_after_quote(text_, pos_, after, problems);
            return false;
        }
        pos_ = close + 1;
        return true;
    }

    void skip_other(char c) {
        if (one_of(c, "[{")) {
            if (pos_ < end_) brackets_.push_back(pos_);
            ++pos_;
        } else if (one_of(c, "]}")) {
            if (pos_ < end_ && !brackets_.empty()) brackets_.pop_back();
            ++pos_;
        } else if (one_of(c, ",:") || (one_of(c, "-?") && is_space(byte_at(text_, pos_ + 1)))) {
            ++pos_;
        } else {
            while (pos_ < text_.size() && !ends_plain(text_, pos_, !brackets_.empty())) ++pos_;
        }
    }

    std::string_view text_;
    std::size_t end_;
    bool in_quotes_;  ///< the failing place lies within quotes
    std::size_t pos_ = 0;
    std::vector<std::size_t> brackets_;
};

/// A tab that the failing line begins with, or that stands before the failing place on it.
bool report_tab_before(std::string_view text, const Failure& failure, Problems& problems) {
    const std::size_t start = line_start(text, failure.offset);
    const std::size_t content = line_content(text, failure.offset);
    std::size_t end = content;
    // `-<tab>key: value`: blanks after a dash are indentation too.
    while (byte_at(text, end) == '-' && is_blank(byte_at(text, end + 1)))
        while (is_blank(byte_at(text, ++end))) {
        }
    const std::size_t tab = text.substr(start, end - start).find('\t');
    if (tab == npos) return false;
    if (!problems.known_at(start + tab)) report_tab(start + tab, problems);
    return true;
}

void report_bad_escape(std::string_view text, const Failure& failure, Problems& problems) {
    std::size_t backslash = failure.offset < 2 ? 0 : failure.offset - 2;
    for (const std::size_t back : {4U, 6U, 10U}) {
        if (failure.offset < back || text[failure.offset - back] != '\\') continue;
        const char kind = text[failure.offset - back + 1];
        if ((back == 4 && kind == 'x') || (back == 6 && kind == 'u') || (back == 10 && kind == 'U'))
            backslash = failure.offset - back;
    }
    report_escape(text, backslash, problems);
}

/// Inside brackets: something else than a comma or the closing bracket.
void report_bracket(std::string_view text, const Failure& failure, Problems& problems) {
    const std::size_t open = failure.bracket;
    if (open == npos) {
        problems.add("syntax", failure.offset, say("yaml.unexpected", text.substr(failure.offset, 1)));
        return;
    }
    const bool mapping = text[open] == '{';
    const std::string_view close = mapping ? "}" : "]";
    const bool at_end = failure.at_end;
    // A new record, or a line as far left as the one with the bracket: the bracket was forgotten.
    const bool later_line = line_start(text, failure.offset) > open;
    const std::size_t content = line_content(text, failure.offset);
    const bool new_entry =
        later_line && (text.substr(content, 2) == "- " || indent_of(text, content) <= indent_of(text, open));
    if (at_end || new_entry) {
        const auto related = at_end ? std::vector<std::size_t>{} : std::vector{failure.offset};
        problems.add("unclosed-bracket", open, say("yaml.unclosed_bracket", text.substr(open, 1)),
                     say("yaml.unclosed_bracket.hint", close), related);
    } else if (const auto comma = wide_comma_before(text, failure.offset);
               text[failure.offset] == ':' && comma != npos) {
        report_wide_comma(text, comma, problems);
    } else if (text[failure.offset] == ':') {
        problems.add("second-colon", failure.offset, say("yaml.second_colon"), say("yaml.second_colon.hint"));
    } else if (begins_wide_comma(text, failure.offset)) {
        report_wide_comma(text, failure.offset, problems);
    } else {
        problems.add("missing-comma", failure.offset, say("yaml.missing_comma", close),
                     say("yaml.missing_comma.hint"), {open});
    }
}

void report_flow_end(std::string_view text, const Failure& failure, Problems& problems) {
    const auto bracket = text.substr(failure.offset, 1);
    problems.add("unclosed-bracket", failure.offset, say("yaml.unopened_bracket", bracket),
                 say("yaml.unopened_bracket.hint"),
                 failure.bracket == npos ? std::vector<std::size_t>{} : std::vector{failure.bracket});
}

/// A line that fits no mapping and no list that is open.
void report_misfit(std::string_view text, const Failure& failure, bool in_list, Problems& problems) {
    const std::size_t offset = failure.offset;
    if (line_content(text, offset) != offset) {
        problems.add("syntax", offset, say("yaml.unexpected_here"), say("yaml.unexpected_here.hint"));
        return;
    }
    const bool item = byte_at(text, offset) == '-' && is_space(byte_at(text, offset + 1));
    const bool aligned = static_cast<int>(indent_of(text, offset)) == failure.column;
    if (in_list && !item && (aligned || key_colon(text, offset) == npos)) {
        problems.add("syntax", offset, say("yaml.no_dash"), say("yaml.no_dash.hint"));
    } else if (item && !in_list && aligned) {
        problems.add("syntax", offset, say("yaml.misplaced_dash"), say("yaml.dash_in_mapping.hint"));
    } else if (item || in_list || key_colon(text, offset) != npos) {
        problems.add("bad-indent", offset, say("yaml.bad_indent", indent_of(text, offset)),
                     say("yaml.bad_indent.hint"));
    } else {
        report_missing_colon(text, offset, problems);
    }
}

/// Offset of the content of the last line before that of `offset` that says something; npos for none.
std::size_t line_before(std::string_view text, std::size_t offset) {
    for (std::size_t start = line_start(text, offset); start > 0;) {
        start = line_start(text, start - 1);
        const std::size_t content = line_content(text, start);
        if (content < text.size() && !is_break(text[content]) && text[content] != '#') return content;
    }
    return npos;
}

/// A colon that cannot follow a key.
void report_colon(std::string_view text, const Failure& failure, Problems& problems) {
    const std::size_t content = line_content(text, failure.offset);
    const std::size_t before = line_before(text, failure.offset);
    if (key_colon(text, content) < failure.offset) {
        problems.add("second-colon", failure.offset, say("yaml.second_colon"), say("yaml.second_colon.hint"));
    } else if (before != npos && key_colon(text, before) == npos && badly_ended_key(text, before) != npos) {
        report_missing_colon(text, badly_ended_key(text, before), problems);
    } else if (before != npos && indent_of(text, content) > indent_of(text, before)) {
        problems.add("bad-indent", content, say("yaml.key_under_value"), say("yaml.key_under_value.hint"));
    } else if (before != npos && key_colon(text, before) == npos) {
        report_missing_colon(text, before, problems);
    } else {
        problems.add("syntax", failure.offset, say("yaml.unexpected", ":"), say("yaml.quote_text.hint"));
    }
}

void report_token(std::string_view text, const Failure& failure, Problems& problems) {
    const auto word = text.substr(failure.offset, 1);
    problems.add("syntax", failure.offset, say("yaml.bad_start", word), say("yaml.quote_text.hint"));
}

/// Anchors, aliases and tags that the library could not even read.
void report_word(std::string_view text, const Failure& failure, std::string_view indicators, Code code,
                 Problems& problems) {
    std::size_t start = std::min(failure.offset, text.size());
    if (!one_of(byte_at(text, start), indicators))
        while (start > 0 && !one_of(text[start], indicators) && !is_break(text[start - 1])) --start;
    std::size_t end = start;
    while (end < text.size() && !is_space(text[end])) ++end;
    const auto word = text.substr(start, end - start);
    const std::string_view key = code == "anchor"  ? "yaml.anchor"
                                 : code == "alias" ? "yaml.alias"
                                                   : "yaml.tag";
    problems.add(code, start, say(key, word), say("yaml.quote_it.hint", word));
}

using Report = void (*)(std::string_view, const Failure&, Problems&);

void report_anchor(std::string_view text, const Failure& failure, Problems& problems) {
    report_word(text, failure, "&", "anchor", problems);
}
void report_alias(std::string_view text, const Failure& failure, Problems& problems) {
    report_word(text, failure, "*", "alias", problems);
}
void report_tag(std::string_view text, const Failure& failure, Problems& problems) {
    report_word(text, failure, "!", "tag", problems);
}
void report_directive(std::string_view text, const Failure& failure, Problems& problems) {
    problems.add("not-plain-data", line_start(text, failure.offset), say("yaml.directive"),
                 say("yaml.directive.hint"));
}
void report_map(std::string_view text, const Failure& failure, Problems& problems) {
    report_misfit(text, failure, false, problems);
}
void report_list(std::string_view text, const Failure& failure, Problems& problems) {
    report_misfit(text, failure, true, problems);
}
void report_second_root(std::string_view text, const Failure& failure, Problems& problems) {
    Failure root = failure;
    root.column = 0;
    report_misfit(text, root, text.substr(skip_space(text, 0)).starts_with("- "), problems);
}
void report_dash(std::string_view /*text*/, const Failure& failure, Problems& problems) {
    problems.add("syntax", failure.offset, say("yaml.misplaced_dash"), say("yaml.misplaced_dash.hint"));
}
void report_key_mark(std::string_view /*text*/, const Failure& failure, Problems& problems) {
    problems.add("complex-key", failure.offset, say("yaml.explicit_key"), say("yaml.explicit_key.hint"));
}
void report_stray_tab(std::string_view /*text*/, const Failure& failure, Problems& problems) {
    report_tab(failure.offset, problems);
}
void report_block_header(std::string_view /*text*/, const Failure& failure, Problems& problems) {
    problems.add("syntax", failure.offset, say("yaml.block_header"), say("yaml.block_header.hint"));
}
void report_depth(std::string_view /*text*/, const Failure& failure, Problems& problems) {
    problems.add("too-deep", failure.offset, say("yaml.too_deep", 500), say("yaml.too_deep.hint"));
}

struct Rule {
    std::string_view beginning;  ///< of the library's message
    Report report;
};

/// The messages of yaml-cpp 0.7 (yaml-cpp/exceptions.h) that a text can bring about.
constexpr std::array<Rule, 36> rules{{
    {"end of map flow", report_bracket},
    {"end of sequence flow", report_bracket},
    {"end of map", report_map},
    {"end of sequence", report_list},
    {"end of document", report_second_root},
    {"illegal map value", report_colon},
    {"illegal map key", report_key_mark},
    {"illegal block entry", report_dash},
    {"illegal flow end", report_flow_end},
    {"unknown token", report_token},
    {"illegal tab", report_stray_tab},
    {"bad character found while scanning hex", report_bad_escape},
    {"invalid unicode", report_bad_escape},
    {"unknown escape", report_bad_escape},
    {"cannot set zero indentation", report_block_header},
    {"unexpected character in block scalar", report_block_header},
    {"anchor not found", report_anchor},
    {"illegal character found while scanning anchor", report_anchor},
    {"cannot assign multiple anchors", report_anchor},
    {"alias not found", report_alias},
    {"illegal character found while scanning alias", report_alias},
    {"the referenced anchor", report_alias},
    {"aliases can't have", report_alias},
    {"illegal character found while scanning tag", report_tag},
    {"tag handle with no suffix", report_tag},
    {"end of verbatim tag", report_tag},
    {"cannot assign multiple tags", report_tag},
    {"invalid tag", report_tag},
    {"YAML directives", report_directive},
    {"bad YAML version", report_directive},
    {"YAML major version", report_directive},
    {"repeated YAML directive", report_directive},
    {"TAG directives", report_directive},
    {"repeated TAG directive", report_directive},
    {"bad file", report_depth},
    {"illegal EOF in scalar", report_token},
}};

/// Where the text ends, the last character that means something is the place to show.
std::size_t visible_place(std::string_view text, std::size_t offset) {
    if (offset < text.size()) return offset;
    std::size_t end = text.size();
    while (end > 0 && is_space(text[end - 1])) --end;
    if (end > 0) --end;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return end;
}

}  // namespace

std::size_t text_after_quote(std::string_view text, std::size_t close, bool in_brackets) {
    std::size_t pos = close + 1;
    const bool touching = !is_blank(byte_at(text, pos));
    while (is_blank(byte_at(text, pos))) ++pos;
    const char c = byte_at(text, pos);
    if (c == '\0' || is_break(c)) return npos;
    if (c == '#') return touching ? pos : npos;
    if (in_brackets && one_of(c, ",]}:")) return npos;
    if (c == ':' && (pos + 1 == text.size() || is_space(text[pos + 1]))) return npos;
    return pos;
}

void report_unclosed_quote(std::string_view text, std::size_t open, Problems& problems, std::size_t runs_to) {
    const auto quote = text.substr(open, 1);
    if (runs_to == npos)
        problems.add("unclosed-quote", open, say("yaml.unclosed_quote", quote),
                     say("yaml.unclosed_quote.hint", quote));
    else
        problems.add("unclosed-quote", open, say("yaml.unclosed_quote_runs_on", quote),
                     say("yaml.unclosed_quote.hint", quote), {runs_to});
}

void report_after_quote(std::string_view text, std::size_t open, std::size_t after, Problems& problems) {
    const std::size_t close = text.rfind(text[open], after - 1);
    if (line_start(text, close) > open) {
        // It ran on to the next quote, some lines below: the one that was forgotten belongs to its own line.
        report_unclosed_quote(text, open, problems, close);
        return;
    }
    if (begins_wide_comma(text, after)) {
        report_wide_comma(text, after, problems);
        return;
    }
    problems.add("text-after-quote", after, say("yaml.text_after_quote"),
                 say(text[open] == '"' ? "yaml.text_after_double.hint" : "yaml.text_after_single.hint"));
}

void report_escape(std::string_view text, std::size_t backslash, Problems& problems) {
    const CodePoint next = code_point_at(text, std::min(backslash + 1, text.size() - 1));
    problems.add("bad-escape", backslash, say("yaml.bad_escape", text.substr(backslash, 1 + next.bytes)),
                 say("yaml.bad_escape.hint"));
}

void report_tab(std::size_t offset, Problems& problems) {
    problems.add("tab-indent", offset, say("yaml.tab_indent"), say("yaml.tab_indent.hint"));
}

void explain(std::string_view text, const Failure& found, Problems& problems) {
    Failure failure = found;
    failure.offset = std::min(failure.offset, text.size());
    if (problems.known_at(failure.offset)) return;
    failure.at_end = skip_space(text, failure.offset) == text.size();
    Rough rough{text, failure};
    if (rough.report_quotes(problems)) return;
    failure.bracket = rough.bracket();
    if (report_tab_before(text, failure, problems)) return;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Rule& candidate) {
        return failure.message.starts_with(candidate.beginning);
    });
    const bool escape = rule != rules.end() && rule->report == report_bad_escape;
    if (!escape) failure.offset = visible_place(text, failure.offset);
    if (problems.known_at(failure.offset)) return;
    if (rule != rules.end()) {
        rule->report(text, failure, problems);
    } else {
        problems.add("syntax", failure.offset, say("yaml.syntax", failure.message));
    }
}

}  // namespace teamctl::yaml
