#include "entry/names.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "entry/words.hpp"
#include "team/people.hpp"

namespace teamctl::entry {
namespace {

/// Words that join names, the Chinese ones also where no blank stands.
constexpr std::array<std::string_view, 6> chinese_joiners{"和", "与", "及", "跟", "、", "以及"};

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool begins_with(std::string_view text, std::string_view name) {
    return !name.empty() && text.size() >= name.size() && same_letters(text.substr(0, name.size()), name);
}

}  // namespace

bool is_whole_name(const team::Team& team, std::string_view text) {
    return std::ranges::any_of(team.people, [&](const auto& person) {
        return same_letters(person.name, text) || same_letters(person.id, text);
    });
}

std::string_view leading_name(const team::Team& team, std::string_view text) {
    std::size_t longest = 0;
    for (const auto& person : team.people) {
        for (const std::string_view name : {std::string_view{person.name}, std::string_view{person.id}}) {
            if (begins_with(text, name)) longest = std::max(longest, name.size());
        }
    }
    return text.substr(0, longest);
}

std::vector<team::PersonId> leading_people(const team::Team& team, std::string_view text) {
    std::vector<team::PersonId> found;
    for (const auto person : team::everybody(team)) {
        const auto& name = team[person].name;
        if (!is_ascii(name) && begins_with(text, name)) found.push_back(person);
    }
    if (found.size() < 2 || is_whole_name(team, text)) found.clear();
    return found;
}

std::vector<std::string> with_whole_names(const team::Team& team, std::vector<std::string> words) {
    constexpr std::size_t most = 5;
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        for (auto count = std::min(most, words.size() - at); count > 1; --count) {
            const auto first = words.begin() + static_cast<std::ptrdiff_t>(at);
            const auto last = first + static_cast<std::ptrdiff_t>(count);
            auto whole = joined({first, last}, " ");
            std::string_view name = whole;
            if (key_value(*first)) name = key_value(whole)->value;
            for (const std::string_view stop : {"：", ":", ",", "，", "、"}) {
                if (name.ends_with(stop)) name.remove_suffix(stop.size());
            }
            if (!is_whole_name(team, name)) continue;
            *first = std::move(whole);
            words.erase(first + 1, last);
            break;
        }
    }
    return words;
}

bool is_joiner(std::string_view word) {
    return word == "and" || word == "&" || std::ranges::find(chinese_joiners, word) != chinese_joiners.end();
}

std::string_view leading_joiner(const team::Team& team, std::string_view text) {
    for (const auto joiner : chinese_joiners) {
        if (text.starts_with(joiner) && !leading_name(team, text.substr(joiner.size())).empty())
            return joiner;
    }
    return {};
}

std::string second_name(const team::Team& team, std::string_view text) {
    text.remove_prefix(leading_name(team, text).size());
    text.remove_prefix(leading_joiner(team, text).size());
    return std::string{leading_name(team, text)};
}

}  // namespace teamctl::entry
