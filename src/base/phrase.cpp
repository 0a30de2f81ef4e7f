#include "base/phrase.hpp"

namespace teamctl {

Phrase bilingual(std::string_view zh, std::string_view en) {
    return say("name.bilingual", zh, en);
}

Phrase listed(std::vector<Phrase> parts) {
    return say("name.listed", std::move(parts));
}

Phrase commas(std::vector<Phrase> parts) {
    Phrase text;
    for (auto& part : parts) text = text.empty() ? std::move(part) : say("name.comma", text, std::move(part));
    return text;
}

Phrase clauses(std::vector<Phrase> parts) {
    return say("name.clauses", std::move(parts));
}

}  // namespace teamctl
