#include "entry/lead.hpp"

#include <algorithm>

#include "base/period.hpp"
#include "base/text.hpp"
#include "entry/names.hpp"
#include "entry/numbers.hpp"
#include "entry/values.hpp"
#include "entry/words.hpp"

namespace teamctl::entry {
namespace {

/// The signs behind a kind or a name that are no part of the text.
std::string_view without_stop(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view stop : {"：", "，", "、", "；", ":", ",", ";", " "}) {
            if (!text.starts_with(stop)) continue;
            text.remove_prefix(stop.size());
            again = true;
        }
    }
    return text;
}

std::string_view without_colon(std::string_view text) {
    for (const std::string_view colon : {"：", ":"}) {
        if (text.ends_with(colon)) text.remove_suffix(colon.size());
    }
    return text;
}

/// A word that begins with a kind, and what stands behind it.
std::optional<std::pair<std::string, std::string>> leading_kind(const team::Team& team,
                                                                const std::string& word) {
    for (auto end = word.size() - 1; end >= 6; --end) {
        const auto head = word.substr(0, end);
        if (!is_kind(head)) continue;
        const std::string_view rest = std::string_view{word}.substr(end);
        const auto behind = without_stop(rest);
        if (behind.size() == rest.size() && leading_name(team, rest).empty()) continue;
        return std::pair{head, std::string{behind}};
    }
    return std::nullopt;
}

bool may_be_ahead(std::string_view word) {
    const int kind = kind_named(without_colon(word));
    return kind >= 0 && team::record_specs()[static_cast<std::size_t>(kind)].may_be_ahead;
}

/// Of a date without its year more than a month ahead, the last such day: what is told is over. Other days
/// stay, as 下周一 does.
Date last_such_day(std::string_view text, Date day, Date today) {
    constexpr Days month{31};
    if (day <= today + month || parse_fixed_period(text)) return day;
    const auto before = add_months(day, -12);
    // A text that counts from today is another day there.
    const auto there = parse_period(text, before + Days{3}, Lean::back);
    return there && there->from == before && there->to == before ? before : day;
}

}  // namespace

std::vector<std::string> divided(const team::Team& team, std::vector<std::string> words) {
    words = with_whole_names(team, std::move(words));
    if (words.empty()) return words;
    words[0].resize(without_colon(words[0]).size());
    // 李磊 迟到, 李磊 扣分 2: who stands before what is told of them.
    if (words.size() > 1 && !is_kind(words[0]) && leading_name(team, words[0]).size() == words[0].size()) {
        const auto kind = with_kind({words[1]});
        const bool is_list = kind.size() == 2 && kind[1] == words[1];
        if (is_list || (kind.front() == "points" && words[1] != "points")) std::swap(words[0], words[1]);
    }
    bool glued = false;
    if (words[0].size() > 6 && !is_kind(words[0])) {
        if (auto parts = leading_kind(team, words[0])) {
            words[0] = std::move(parts->first);
            glued = !parts->second.empty();
            if (glued) words.insert(words.begin() + 1, std::move(parts->second));
        }
    }
    if (words.size() < 2 || key_value(words[1])) return words;
    const auto name = leading_name(team, words[1]);
    const std::string_view rest = std::string_view{words[1]}.substr(name.size());
    if (name.empty() || rest.empty()) return words;
    // 张三丰富… may be of 张三 or of 张三丰.
    if (without_stop(rest).size() == rest.size() && !leading_people(team, words[1]).empty()) return words;
    auto text = std::string{without_stop(rest)};
    // Of names alone, with signs between, it is a list; without a sign it is a text that begins so.
    const auto listed_names = split(words[1], false);
    const bool all_names = listed_names.size() > 1 && std::ranges::all_of(listed_names, [&](const auto& one) {
                               return leading_name(team, one).size() == one.size();
                           });
    if (all_names || (text.size() == rest.size() && (!glued || text.starts_with("的")))) return words;
    if (const auto joiner = leading_joiner(team, rest); glued && !joiner.empty()) {
        const std::string others{rest.substr(joiner.size())};
        const std::string second{leading_name(team, others)};
        std::string behind{without_stop(std::string_view{others}.substr(second.size()))};
        std::vector<std::string> parts{std::string{name}, std::string{joiner}, second};
        if (!behind.empty()) parts.push_back(std::move(behind));
        words.erase(words.begin() + 1);
        words.insert(words.begin() + 1, parts.begin(), parts.end());
        return words;
    }
    words[1] = std::string{name};
    if (!text.empty()) words.insert(words.begin() + 2, std::move(text));
    return words;
}

Lead take_lead(std::vector<std::string>& words, Date today) {
    Lead lead;
    while (!words.empty() && !is_kind(words[0])) {
        std::size_t taken = 0;
        // `last friday` is one day.
        for (auto count = std::min<std::size_t>(3, words.size()); count > 0 && taken == 0; --count) {
            const auto last = words.begin() + static_cast<std::ptrdiff_t>(count);
            const auto text = joined({words.begin(), last}, " ");
            const auto period = parse_period(without_colon(text), today, Lean::back);
            if (!period || period->from != period->to) continue;
            const bool ahead = last != words.end() && may_be_ahead(*last);
            const auto day = ahead ? period->from : last_such_day(without_colon(text), period->from, today);
            lead.two_days |= lead.day && *lead.day != day;
            lead.day = day;
            taken = count;
        }
        if (taken == 0 && words.size() > 1 && time_in(words[0])) {
            words.push_back("at=" + to_string(*time_in(words[0])));
            taken = 1;
        }
        if (taken == 0) break;
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(taken));
    }
    return lead;
}

std::string_view without_mark(std::string_view line) {
    for (const std::string_view mark : {"- ", "* ", "• ", "· "}) {
        if (line.starts_with(mark)) return trimmed(line.substr(mark.size()));
    }
    const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
    for (const std::string_view mark : {". ", "、", ") ", "）"}) {
        if (digits > 0 && line.substr(digits).starts_with(mark))
            return trimmed(line.substr(digits + mark.size()));
    }
    return line;
}

}  // namespace teamctl::entry
