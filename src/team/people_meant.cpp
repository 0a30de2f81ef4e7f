#include "team/people_meant.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "team/people.hpp"

namespace teamctl::team {
namespace {

std::string small_letters(std::string_view text) {
    std::string out{text};
    for (auto& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

/// Whether the text is one of the words of the name; of a Chinese name of three or four characters, the last
/// two.
bool has_word(std::string_view name, std::string_view text) {
    constexpr std::size_t character = 3;  // bytes of a Chinese one
    const auto is_chinese = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (std::all_of(name.begin(), name.end(), is_chinese))
        return (name.size() == 3 * character || name.size() == 4 * character) &&
               name.substr(name.size() - 2 * character) == text;
    while (!(name = trimmed(name)).empty()) {
        const auto end = name.find(' ');
        if (same_letters(name.substr(0, end), text)) return true;
        if (end == std::string_view::npos) break;
        name.remove_prefix(end);
    }
    return false;
}

std::u32string signs_of(std::string_view text) {
    const auto small = small_letters(text);
    std::u32string signs;
    for (std::size_t pos = 0; pos < small.size();) {
        const auto c = code_point_at(small, pos);
        signs += c.value;
        pos += c.bytes;
    }
    return signs;
}

/// Whether one sign is left out, put in, another, or two neighbours stand the other way round.
bool differ_by_one(const std::u32string& a, const std::u32string& b) {
    const auto [from_a, from_b] = std::ranges::mismatch(a, b);
    const std::u32string_view left{from_a, a.end()};
    const std::u32string_view right{from_b, b.end()};
    if (left.empty() && right.empty()) return false;
    if (left.size() == right.size()) {
        if (left.substr(1) == right.substr(1)) return true;
        return left.size() > 1 && left[0] == right[1] && left[1] == right[0] &&
               left.substr(2) == right.substr(2);
    }
    return left.size() > right.size() ? left.substr(1) == right : left == right.substr(1);
}

}  // namespace

PeopleMeant people_meant(const Team& team, std::string_view typed, bool parts) {
    PeopleMeant meant;
    if (typed.empty()) return meant;
    const auto keep = [&](std::vector<PersonId>& people, auto test) {
        for (const auto id : everybody(team)) {
            if (test(team[id])) people.push_back(id);
        }
        return !people.empty();
    };
    const auto small = small_letters(typed);
    const auto has_part = [&](const Person& who) {
        return small_letters(who.name).find(small) != std::string::npos;
    };
    const auto begins = [&](const Person& who) { return small_letters(who.id).starts_with(small); };
    auto& fit = meant.fit;
    if (keep(fit, [&](const Person& who) { return who.id == typed || who.name == typed; })) return meant;
    if (keep(fit,
             [&](const Person& who) { return same_letters(who.id, typed) || same_letters(who.name, typed); }))
        return meant;
    if (parts && (keep(fit, [&](const Person& who) { return has_word(who.name, typed); }) ||
                  keep(fit, has_part) || keep(fit, begins)))
        return meant;
    const auto signs = signs_of(typed);
    keep(meant.near, [&](const Person& who) {
        return differ_by_one(signs_of(who.id), signs) || differ_by_one(signs_of(who.name), signs);
    });
    return meant;
}

}  // namespace teamctl::team
