#include "render/text_page.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "render/cells.hpp"

namespace teamctl::render {
namespace {

constexpr std::size_t narrowest = 20;

std::string_view escape_code(Tone tone) {
    switch (tone) {
        case Tone::strong:
            return "\x1b[1m";
        case Tone::muted:
            return "\x1b[2m";
        case Tone::good:
            return "\x1b[32m";
        case Tone::warn:
            return "\x1b[33m";
        case Tone::bad:
            return "\x1b[31m";
        case Tone::plain:
            break;
    }
    return "";
}

}  // namespace

TextPage::TextPage(const Style& style)
    : columns_{style.columns == 0 ? unlimited : std::max(style.columns, narrowest)}, color_{style.color} {}

void TextPage::put(std::string_view text, Tone tone) {
    const std::string safe = made_harmless(text);
    const std::size_t start = safe.find_first_not_of(' ');
    gap_ += std::min(start, safe.size());
    if (start == std::string::npos) return;
    const std::size_t end = safe.find_last_not_of(' ') + 1;
    const auto inked = std::string_view{safe}.substr(start, end - start);
    const auto code = color_ ? escape_code(tone) : std::string_view{};
    out_.append(gap_, ' ');
    out_.append(code).append(inked).append(code.empty() ? "" : "\x1b[0m");
    width_ += gap_ + display_width(inked);
    gap_ = safe.size() - end;
}

void TextPage::move_to(std::size_t column) {
    gap_ = column > width_ ? column - width_ : 0;
}

void TextPage::end_line() {
    out_ += '\n';
    width_ = 0;
    gap_ = 0;
}

void TextPage::blank_line() {
    if (out_.empty() || out_ == "\n") return;
    if (out_.size() >= 2 && out_.ends_with("\n\n")) return;
    out_ += '\n';
}

void TextPage::paragraph(std::string_view first, std::string_view text, Tone tone) {
    const std::size_t indent = display_width(first);
    const std::size_t room = columns_ > indent + 2 ? columns_ - indent : 2;
    bool at_start = true;
    for (const auto& line : text_lines(text, room)) {
        if (at_start) put(first, tone);
        at_start = false;
        move_to(indent);
        put(line, tone);
        end_line();
    }
}

void TextPage::rule(std::string_view sign, std::size_t count) {
    std::string line;
    for (std::size_t i = 0; i < count; ++i) line += sign;
    put(line);
    end_line();
}

std::vector<std::string> text_lines(std::string_view text, std::size_t columns) {
    return wrapped(made_harmless(on_one_line(text, "\n"), true), columns);
}

}  // namespace teamctl::render
