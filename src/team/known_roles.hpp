// The roles that every team knows: what they are called, and what the agenda and the reports do with them. A
// team may name others; those are called as its files call them.
#pragma once

#include <span>
#include <string_view>

namespace teamctl::team {

enum class RoleFunction {
    holds,      ///< is there, and no more
    leads,      ///< opens the meeting; prepares it, and is looked for where nobody else is named
    speaks,     ///< gives the topic: nobody stands in, the lecture is moved (D1.19)
    stands_in,  ///< takes the place of a holder who is away
    records,    ///< writes down who came
};

struct KnownRole {
    std::string_view name;
    RoleFunction function = RoleFunction::holds;
    std::string_view zh;
    std::string_view en;
    std::string_view mark_zh;  ///< in narrow columns
    std::string_view mark_en;
    std::string_view turns_en;  ///< behind "Turns"; zh puts 次数 behind the title
};

/// In the order in which teams usually list them.
std::span<const KnownRole> known_roles();
/// By its name or its Chinese title; null for a role of the team's own.
const KnownRole* known_role(std::string_view name);
/// Whether the word is the role's name, or its title in either language.
bool names_role(std::string_view word, std::string_view role);
/// The name of the first role of that function; `holds` names none in particular.
std::string_view role_that(RoleFunction function);

}  // namespace teamctl::team
