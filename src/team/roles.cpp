// Selectors and roles (teamctl-files(5), Selectors and Roles).
#include <algorithm>
#include <set>
#include <tuple>

#include "team/choices.hpp"
#include "team/known_roles.hpp"

namespace teamctl::team {

namespace {
enum class Per { occurrence, week };

struct WrittenRole {
    Role role;
    Per per = Per::occurrence;
};
}  // namespace

template <>
struct Choices<Per> {
    static constexpr std::pair<std::string_view, Per> names[]{{"occurrence", Per::occurrence},
                                                              {"week", Per::week}};
};

template <>
struct Schema<Selector> {
    static const std::vector<Row<Selector>>& rows() {
        using S = Selector;
        static const std::vector<Row<S>> rows{
            row("unit", &S::units, Need::optional, "单位（含下级单位）", "unit, with its sub-units"),
            row("position", &S::positions, Need::optional, "职务", "position"),
            row("skill", &S::skills, Need::optional, "技能", "skill"),
            row("level", &S::levels, Need::optional, "层级", "level"),
            row("people", &S::people, Need::optional, "名单", "a list of people"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Selector& /*out*/) {
        for (const auto* key : {"position", "skill"}) reader.check_commas(node.get(key));
    }
};

bool Codec<Selector>::read(Reader& reader, yaml::Node node, Selector& out) {
    out = {};
    if (node.is_mapping()) {
        if (node.size() == 0) return reader.wrong(node, "check.a_selector", "all");
        return read_mapping(reader, node, out);
    }
    out.origin = reader.origin(node);
    if (node.is_scalar() && node.text() == "all" && reader.names().find(RefKind::person, "all") < 0) {
        out.all = true;
        return true;
    }
    if (!node.is_scalar() && !node.is_sequence()) return reader.wrong(node, "check.a_selector", "all");
    out.list = true;
    return Codec<std::vector<PersonId>>::read(reader, node, out.people);
}

TypeSpec Codec<Selector>::spec() {
    return {.form = TypeSpec::Form::selector, .keys = &key_specs<Selector>};
}

/// A row for a member of the role inside.
template <class M>
static Row<WrittenRole> role_row(std::string_view name, M Role::*member, Need need, std::string_view zh,
                                 std::string_view en) {
    return {{name, need == Need::required, Codec<M>::spec(), zh, en},
            [member](Reader& reader, yaml::Node node, WrittenRole& out) {
                return Codec<M>::read(reader, node, out.role.*member);
            }};
}

template <>
struct Schema<WrittenRole> {
    static const std::vector<Row<WrittenRole>>& rows() {
        using R = Role;
        static const std::vector<Row<WrittenRole>> rows{
            role_row("who", &R::who, Need::required, "谁可以担任", "who may hold it"),
            role_row("count", &R::count, Need::optional, "每次几人，默认 1", "people each time; default 1"),
            role_row("gap_days", &R::gap_days, Need::optional, "同一人两次之间至少相隔几天",
                     "least days between two turns of one person"),
            role_row("max_per_week", &R::max_per_week, Need::optional, "每人每周最多几次",
                     "most turns of one person a week"),
            row("per", &WrittenRole::per, Need::optional, "按次安排，或整周同一人",
                "one holder an occurrence, or a week"),
            role_row("fair", &R::fair, Need::optional, "公平组：同组角色合计次数",
                     "fairness group that shares one count"),
            role_row("history_days", &R::history_days, Need::optional, "往前计入多少天的历史，默认 92",
                     "days of history that count; default 92"),
            role_row("together", &R::together, Need::optional, "必须同时当值的搭档",
                     "pairs that serve together"),
            role_row("apart", &R::apart, Need::optional, "不能同时当值的两人",
                     "pairs that never serve together"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, WrittenRole& out) {
        const auto bounds = [&](std::string_view key, int value, int least, int most) {
            if (value < least || value > most)
                reader.error(node.get(key), "out-of-range", say("check.out_of_range", value),
                             say("check.from_to", least, most));
        };
        if (node.get("count")) bounds("count", out.role.count, 1, 50);
        if (node.get("gap_days")) bounds("gap_days", out.role.gap_days, 0, 366);
        if (node.get("max_per_week")) bounds("max_per_week", out.role.max_per_week, 1, 100);
        if (node.get("history_days")) bounds("history_days", out.role.history_days, 0, 3660);
        if (out.role.count < 2 && (!out.role.together.empty() || !out.role.apart.empty()))
            reader.error(node.get(out.role.together.empty() ? "apart" : "together"), "pairs-need-count",
                         say("check.pairs_need_count"), say("check.write_like", "count: 2"));
        out.role.per_week = out.per == Per::week;
    }
};

void sort_roles(std::vector<Role>& roles, const std::vector<AgendaItem>& agenda) {
    const auto usual = known_roles();
    const auto rank = [&](const Role& role) {
        const auto led = std::find_if(agenda.begin(), agenda.end(),
                                      [&](const AgendaItem& item) { return item.by == role.name; });
        return std::tuple{led - agenda.begin(),
                          std::ranges::find(usual, role.name, &KnownRole::name) - usual.begin(),
                          std::string_view{role.name}};
    };
    std::sort(roles.begin(), roles.end(), [&](const Role& a, const Role& b) { return rank(a) < rank(b); });
}

bool Codec<std::vector<Role>>::read(Reader& reader, yaml::Node node, std::vector<Role>& out) {
    static const std::set<std::string_view> taken{"date", "series", "topic", "format", "pin", "note"};
    if (!reader.expect_mapping(node)) return false;
    bool good = true;
    for (auto key = node.first(); key; key = key.next()) {
        if (taken.contains(key.text())) {
            good = reader.error(key, "bad-role-name", say("check.role_name_taken", key.text()));
            continue;
        }
        WrittenRole written;
        if (!Codec<WrittenRole>::read(reader, key.value(), written)) good = false;
        written.role.name = key.text();
        written.role.origin = reader.origin(key);
        out.push_back(std::move(written.role));
    }
    sort_roles(out, {});
    return good;
}

TypeSpec Codec<std::vector<Role>>::spec() {
    return {.form = TypeSpec::Form::mapping, .item = std::make_shared<TypeSpec>(Codec<WrittenRole>::spec())};
}

}  // namespace teamctl::team
