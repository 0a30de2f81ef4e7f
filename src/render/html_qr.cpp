// An address as a QR code (ISO/IEC 18004), drawn in the page.
#include <fmt/format.h>
#include <qrencode.h>

#include <cerrno>
#include <memory>
#include <new>

#include "base/late.hpp"
#include "render/html_text.hpp"

namespace teamctl::render {
namespace {

// Loaded when a page has a code.
TEAMCTL_LATE(TEAMCTL_LIBRARY_QRENCODE, QRcode_encodeString8bit);
TEAMCTL_LATE(TEAMCTL_LIBRARY_QRENCODE, QRcode_free);

constexpr int quiet_zone = 4;  // modules around the code, as the standard asks for

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

std::string html_qr(const std::string& address, const Translator& words) {
    // Level M: a wall chart is written on and gets creases; of 15 % lost it is still read.
    const std::unique_ptr<QRcode, FreeCode> code{QRcode_encodeString8bit(address.c_str(), 0, QR_ECLEVEL_M)};
    if (!code && errno == ENOMEM) throw std::bad_alloc{};
    if (!code) return {};  // longer than any code holds
    std::string path;
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width;) {
            int end = x;
            while (end < code->width && (code->data[y * code->width + end] & 1) != 0) ++end;
            if (end > x)
                path += fmt::format("M{} {}h{}v1h-{}z", x + quiet_zone, y + quiet_zone, end - x, end - x);
            x = end + 1;
        }
    }
    const int size = code->width + 2 * quiet_zone;
    return fmt::format(
        "<figure class=\"qr\"><svg viewBox=\"0 0 {0} {0}\" role=\"img\" aria-label=\"{1}\" "
        "shape-rendering=\"crispEdges\"><rect class=\"light\" width=\"{0}\" height=\"{0}\"/><path "
        "d=\"{2}\"/></svg>"
        "<figcaption>{1}<small>{3}</small></figcaption></figure>",
        size, html_escaped(words.say(say("render.qr"))), path, html_escaped(address));
}

}  // namespace teamctl::render
