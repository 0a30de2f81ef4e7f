#include "team/known_roles.hpp"

#include <algorithm>
#include <array>

namespace teamctl::team {
namespace {

using F = RoleFunction;

constexpr std::array<KnownRole, 7> roles{{
    {"host", F::leads, "主持", "Host", "主", "H", "as host"},
    {"lecturer", F::speaks, "主讲", "Lecturer", "讲", "L", "as lecturer"},
    {"backup", F::stands_in, "备选", "Backup", "备", "B", "as backup"},
    {"duty", F::holds, "值班", "On duty", "值", "D", "on duty"},
    {"recorder", F::records, "记录", "Recorder", "记", "R", "as recorder"},
    {"post", F::holds, "岗位", "Post", "岗", "P", "as post"},
    {"deputy", F::holds, "副手", "Deputy", "副", "V", "as deputy"},
}};

}  // namespace

std::span<const KnownRole> known_roles() {
    return roles;
}

const KnownRole* known_role(std::string_view name) {
    const auto* found = std::ranges::find_if(
        roles, [&](const KnownRole& role) { return role.name == name || role.zh == name; });
    return found == roles.end() ? nullptr : found;
}

bool names_role(std::string_view word, std::string_view role) {
    const auto* known = known_role(role);
    return word == role ||
           (known != nullptr && (word == known->name || word == known->zh || word == known->en));
}

std::string_view role_that(RoleFunction function) {
    return std::ranges::find(roles, function, &KnownRole::function)->name;
}

}  // namespace teamctl::team
