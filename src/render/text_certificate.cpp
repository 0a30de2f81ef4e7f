// A certificate as text: its lines in the middle of a frame.
#include <algorithm>

#include "base/text.hpp"
#include "render/text_page.hpp"

namespace teamctl::render {

void write_certificate(TextPage& page, const Honour& certificate, const Translator& words) {
    const std::size_t frame = std::min<std::size_t>(page.columns(), 72);
    const auto centred = [&](const Phrase& phrase, Tone tone) {
        if (phrase.empty()) return;
        for (const auto& line : text_lines(words.say(phrase), frame)) {
            const std::size_t width = display_width(line);
            page.move_to(width < frame ? (frame - width) / 2 : 0);
            page.put(line, tone);
            page.end_line();
        }
        page.blank_line();
    };
    page.rule("═", frame);
    page.blank_line();
    centred(certificate.heading, Tone::strong);
    centred(certificate.before, Tone::plain);
    centred(certificate.recipient, Tone::strong);
    centred(certificate.reason, Tone::plain);
    centred(certificate.award, Tone::strong);
    centred(certificate.closing, Tone::plain);
    centred(certificate.issuer, Tone::plain);
    centred(certificate.date, Tone::plain);
    page.rule("═", frame);
}

}  // namespace teamctl::render
