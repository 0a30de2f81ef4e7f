#include "render/html_text.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "render/cells.hpp"
#include "render/html_style.hpp"
#include "render/html_style_paper.hpp"
#include "render/html_style_parts.hpp"

namespace teamctl::render {

std::string html_escaped(std::string_view text) {
    const std::string safe = made_harmless(on_one_line(text, "\n"), true);
    std::string out;
    out.reserve(safe.size());
    for (const char c : safe) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            case '\n':
                out += "<br>";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string_view html_class(Tone tone) {
    switch (tone) {
        case Tone::strong:
            return "strong";
        case Tone::muted:
            return "muted";
        case Tone::good:
            return "good";
        case Tone::warn:
            return "warn";
        case Tone::bad:
            return "bad";
        case Tone::plain:
            break;
    }
    return "";
}

std::string html_class_attribute(std::string_view first, Tone tone) {
    const auto second = html_class(tone);
    if (first.empty() && second.empty()) return {};
    return fmt::format(" class=\"{}{}{}\"", first, first.empty() || second.empty() ? "" : " ", second);
}

std::string html_element(std::string_view name, std::string_view attributes, std::string_view content) {
    return fmt::format("<{}{}>{}</{}>", name, attributes, content, name);
}

std::string html_plain(const Phrase& phrase, const Translator& words) {
    return html_escaped(on_one_line(words.say(phrase)));
}

std::string html_sheet(std::string_view own) {
    std::string sheet{html_style};
    return sheet.append(html_style_parts).append(html_style_month).append(own);
}

}  // namespace teamctl::render
