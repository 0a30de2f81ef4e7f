// libFuzzer target: whatever a report says, every format stays well formed and harmless. The checks read the
// output with readers of their own, so that a mistake of a writer is not repeated here.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "base/text.hpp"
#include "lang/lang.hpp"
#include "random_report.hpp"
#include "render/render.hpp"

using namespace teamctl;

namespace {

void require(bool law, const char* name) {
    if (law) return;
    std::fprintf(stderr, "%s\n", name);
    std::abort();
}

void require_harmless(const std::string& text, const char* name) {
    require(!invalid_utf8(text), name);
    require(made_harmless(text, true) == text, name);
}

/// Reads JSON by the grammar of RFC 8259; true where the whole text is one value.
class JsonReader {
  public:
    explicit JsonReader(std::string_view text) : text_{text} {}
    bool whole() {
        const bool sound = value();
        skip();
        return sound && text_.empty();
    }

  private:
    void skip() { text_.remove_prefix(std::min(text_.find_first_not_of(" \n\r\t"), text_.size())); }
    bool take(char c) {
        skip();
        if (text_.empty() || text_.front() != c) return false;
        text_.remove_prefix(1);
        return true;
    }
    bool word(std::string_view wanted) {
        if (!text_.starts_with(wanted)) return false;
        text_.remove_prefix(wanted.size());
        return true;
    }
    bool number() {
        (void)word("-");
        const auto digits = std::min(text_.find_first_not_of("0123456789"), text_.size());
        if (digits == 0 || (digits > 1 && text_[0] == '0')) return false;
        text_.remove_prefix(digits);
        if (!word(".")) return true;
        const auto decimals = std::min(text_.find_first_not_of("0123456789"), text_.size());
        text_.remove_prefix(decimals);
        return decimals > 0;
    }
    bool string() {
        if (!take('"')) return false;
        while (!text_.empty() && text_.front() != '"') {
            if (static_cast<unsigned char>(text_.front()) < 0x20) return false;
            const bool escape = text_.front() == '\\';
            text_.remove_prefix(1);
            if (!escape) continue;
            if (text_.empty() ||
                std::string_view{"\"\\/bfnrtu"}.find(text_.front()) == std::string_view::npos)
                return false;
            const std::size_t more = text_.front() == 'u' ? 5 : 1;
            if (text_.substr(1, more - 1).find_first_not_of("0123456789abcdefABCDEF") !=
                std::string_view::npos)
                return false;
            text_.remove_prefix(std::min(more, text_.size()));
        }
        return take('"');
    }
    bool members(char end, bool with_keys) {
        if (take(end)) return true;
        do {
            skip();
            if (with_keys && (!string() || !take(':'))) return false;
            if (!value()) return false;
        } while (take(','));
        return take(end);
    }
    bool value() {
        skip();
        if (text_.empty()) return false;
        if (take('{')) return members('}', true);
        if (take('[')) return members(']', false);
        if (text_.front() == '"') return string();
        return word("true") || word("false") || word("null") || number();
    }

    std::string_view text_;
};

/// Every element that opens closes in order, and the text between holds no stray `<`.
bool balanced(std::string_view html) {
    std::vector<std::string> open;
    for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
        const auto end = html.find('>', at);
        if (end == std::string_view::npos) return false;
        auto tag = html.substr(at + 1, end - at - 1);
        at = end + 1;
        if (tag.starts_with("!DOCTYPE")) continue;
        const bool closing = tag.starts_with("/");
        if (closing) tag.remove_prefix(1);
        const std::string name{tag.substr(0, tag.find_first_of(" /\n"))};
        if (name.empty() || name.find('<') != std::string::npos) return false;
        if (name == "meta" || name == "br" || name == "rect" || tag.ends_with("/")) continue;
        if (!closing) {
            open.push_back(name);
            if (name == "style") at = html.find("</style>", at);
        } else {
            if (open.empty() || open.back() != name) return false;
            open.pop_back();
        }
    }
    return open.empty();
}

/// No cell starts as a spreadsheet starts a formula, unless it is a plain number.
void check_csv(const std::string& csv) {
    bool quoted = false;
    std::string cell;
    const auto check = [&] {
        const bool number = cell.find_first_not_of("-.0123456789") == std::string::npos;
        const auto first = cell.find_first_not_of(' ');
        const bool risky = first != std::string::npos &&
                           std::string_view{"=+-@\t\r"}.find(cell[first]) != std::string_view::npos;
        require(number || !risky, "a CSV cell is harmless");
        cell.clear();
    };
    for (std::size_t i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\r')) {
            check();
            if (c == '\r') require(csv[++i] == '\n', "a CSV line ends in CR LF");
        } else {
            require(quoted || c != '\n', "no line feed stands outside of quotes");
            cell += c;
        }
    }
    require(!quoted && cell.empty(), "CSV ends with its last line");
}

void check_ics(const std::string& ics, std::size_t events) {
    std::size_t begins = 0;
    for (std::size_t at = 0; at < ics.size();) {
        const auto end = ics.find("\r\n", at);
        require(end != std::string::npos, "an ICS line ends in CR LF");
        const auto line = std::string_view{ics}.substr(at, end - at);
        require(line.size() <= 75, "an ICS line has 75 octets at most");
        require_harmless(std::string{line}, "an ICS line is harmless");
        if (line == "BEGIN:VEVENT") ++begins;
        at = end + 2;
    }
    require(begins == events, "ICS holds each event once");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Source source{std::string_view{reinterpret_cast<const char*>(data), size}};
    const auto& words = lang::translator(source.number(2) == 0 ? lang::Language::zh : lang::Language::en);
    const std::size_t columns = source.number(3) == 0 ? 0 : 20 + source.number(100);
    const Report report = fuzz::random_report(source);
    require_harmless(render::text(report, words, {columns, false}), "text is harmless");
    (void)render::text(report, words, {columns, true});
    require_harmless(render::markdown(report, words), "Markdown is harmless");
    const auto html = render::html(report, words);
    require_harmless(html, "HTML is harmless");
    require(balanced(html), "HTML is balanced");
    const auto json = render::json(report, words);
    require_harmless(json, "JSON is harmless");
    require(JsonReader{json}.whole(), "JSON is JSON");
    check_csv(render::csv(report, words));
    check_ics(render::ics(report, words), report.events.size());
    return 0;
}
