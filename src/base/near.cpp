#include "base/near.hpp"

#include <algorithm>
#include <iterator>

#include "base/text.hpp"

namespace teamctl {
namespace {

constexpr std::size_t most_columns = 30;  // of a name, which may be the text of a ticket
constexpr std::size_t longest_word = 60;  // of signs

/// How far the word is from the text; nothing where it is no slip of it.
std::optional<std::size_t> distance(std::string_view word, std::string_view text) {
    constexpr std::size_t two_signs = 2;
    const auto signs = code_points(word);
    const auto others = code_points(text);
    if (others == 0 || signs > longest_word || others > longest_word) return std::nullopt;
    const auto far = sign_distance(word, text);
    const bool holds = (signs >= two_signs && text.find(word) != std::string_view::npos) ||
                       (others >= two_signs && word.find(text) != std::string_view::npos);
    return holds || far <= std::max<std::size_t>(1, signs / 3) ? std::optional{far} : std::nullopt;
}

}  // namespace

Phrase thing_shown(const NamedThing& thing) {
    if (thing.name.empty() || thing.name == thing.id) return verbatim(thing.id);
    const auto name = fitted(made_harmless(thing.name), most_columns);
    return bilingual(name + "（" + thing.id + "）", name + " (" + thing.id + ")");
}

Phrase things_shown(const std::vector<NamedThing>& things, std::size_t most) {
    std::vector<Phrase> shown;
    for (const auto& thing : things) {
        if (shown.size() == most) {
            shown.push_back(verbatim("…"));
            break;
        }
        shown.push_back(thing_shown(thing));
    }
    return listed(std::move(shown));
}

std::vector<NamedThing> things_called(std::string_view name, const std::vector<NamedThing>& things) {
    std::vector<NamedThing> called;
    std::ranges::copy_if(things, std::back_inserter(called),
                         [&](const NamedThing& thing) { return thing.name == name; });
    return called;
}

std::vector<NamedThing> things_near(std::string_view word, std::vector<NamedThing> things) {
    std::vector<std::pair<std::size_t, NamedThing>> near;
    for (auto& thing : things) {
        const auto by_id = distance(word, thing.id);
        const auto by_name = distance(word, thing.name);
        if (by_id || by_name)
            near.emplace_back(std::min(by_id.value_or(longest_word), by_name.value_or(longest_word)),
                              std::move(thing));
    }
    std::ranges::stable_sort(near, {}, &std::pair<std::size_t, NamedThing>::first);
    things.clear();
    for (auto& [far, thing] : near) things.push_back(std::move(thing));
    return things;
}

Phrase hint_of_near(std::string_view word, const std::vector<NamedThing>& things) {
    const auto near = things_near(word, things);
    if (!near.empty()) return say("check.did_you_mean", things_shown(near));
    return things.empty() ? Phrase{} : say("check.known_names", things_shown(things));
}

}  // namespace teamctl
