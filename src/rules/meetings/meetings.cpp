#include "rules/meetings/meetings.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "team/known_roles.hpp"
#include "team/people.hpp"

namespace teamctl::rules {

bool wants_topic(const team::Series& series) {
    return team::shows_topic(series) ||
           std::any_of(series.roles.begin(), series.roles.end(),
                       [](const auto& role) { return role.function == team::RoleFunction::speaks; });
}

bool is_other_business(std::string_view item) {
    static constexpr std::array<std::string_view, 9> parts{"别的事",   "其他事项",           "其它事项",
                                                           "其他事情", "其它事情",           "其他事宜",
                                                           "其它事宜", "any other business", "other matters"};
    static constexpr std::array<std::string_view, 10> wholes{
        "其他", "其它", "杂项", "杂事", "aob", "other", "others", "misc", "miscellaneous", "any other"};
    std::string text{trimmed(item)};
    for (auto& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::find(wholes.begin(), wholes.end(), text) != wholes.end() ||
           std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

}  // namespace teamctl::rules
