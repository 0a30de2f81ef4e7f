// Selectors and roles (teamctl-files(5), Selectors and Roles).
#include <algorithm>
#include <set>
#include <tuple>

#include "team/choices.hpp"
#include "team/known_roles.hpp"

namespace teamctl::team {

namespace {

/// A role as written, before its keys are weighed against each other.
struct WrittenRole {
    Role role;
    yaml::Node per;
    std::optional<Weekday> starts;
    std::optional<Date> from;
    int max_per_month = 0;
    std::optional<RoleFunction> acts_as;
};

/// `per: {days: 4}`
struct PerDays {
    int days = 0;
};

constexpr int longest_block = 366;

}  // namespace

/// What `acts_as` may say: the functions by the roles that every team knows.
template <>
struct Choices<RoleFunction> {
    static constexpr std::pair<std::string_view, RoleFunction> names[]{{"host", RoleFunction::leads},
                                                                       {"lecturer", RoleFunction::speaks},
                                                                       {"backup", RoleFunction::stands_in},
                                                                       {"recorder", RoleFunction::records}};
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
            [] {
                auto made = row("joined_within", &S::joined_within, Need::optional, "入职多久之内",
                                "who joined so long ago at most: 90 days");
                made.spec.type = Codec<Span>::spec();
                made.read = [](Reader& reader, yaml::Node node, S& out) {
                    Span span;
                    if (!Codec<Span>::read(reader, node, span)) return false;
                    if (!span.days)
                        return reader.wrong(node, "check.a_span",
                                            say("check.write_like", bilingual("90天", "90 days")));
                    out.joined_within = span.amount;
                    return true;
                };
                return made;
            }(),
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
        if (node.size() == 0)
            return reader.wrong(node, "check.a_selector", say("check.write_like", bilingual("全体", "all")));
        return read_mapping(reader, node, out);
    }
    out.origin = reader.origin(node);
    static const std::vector<std::string> everybody{"all"};
    if (node.is_scalar() && !word_in(node.text(), everybody).empty() &&
        reader.names().find(RefKind::person, node.text()) < 0) {
        out.all = true;
        return true;
    }
    if (!node.is_scalar() && !node.is_sequence())
        return reader.wrong(node, "check.a_selector", say("check.write_like", bilingual("全体", "all")));
    out.list = true;
    return Codec<std::vector<PersonId>>::read(reader, node, out.people);
}

TypeSpec Codec<Selector>::spec() {
    return {.form = TypeSpec::Form::selector, .keys = &key_specs<Selector>};
}

template <>
struct Schema<PerDays> {
    static const std::vector<Row<PerDays>>& rows() {
        static const std::vector<Row<PerDays>> rows{
            row("days", &PerDays::days, Need::required, "每段几天", "days of a block"),
        };
        return rows;
    }
};

template <>
struct Schema<WrittenRole> {
    static const std::vector<Row<WrittenRole>>& rows() {
        using W = WrittenRole;
        using R = Role;
        static const std::vector<Row<W>> rows{
            row("who", &W::role, &R::who, Need::required, "谁可以担任", "who may hold it"),
            row("acts_as", &W::acts_as, Need::optional, "起什么作用：host、lecturer、backup、recorder",
                "what it does: host, lecturer, backup, recorder"),
            row("count", &W::role, &R::count, Need::optional, "每次几人，默认 1",
                "people each time; default 1"),
            row("gap_days", &W::role, &R::gap_days, Need::optional, "同一人两次之间至少相隔几天",
                "least days between two turns of one person"),
            row("max_per_week", &W::role, &R::max_per_week, Need::optional, "每人每周最多几次",
                "most turns of one person a week"),
            row("max_per_month", &W::max_per_month, Need::optional, "每人每月最多几次",
                "most turns of one person a month"),
            [] {
                auto made = row("per", &W::per, Need::optional,
                                "按次安排（occurrence），或一段日子由同一人担任：week、2 weeks、{days: 4}",
                                "one holder an occurrence, or for a block: week, 2 weeks, {days: 4}");
                made.spec.type = {.form = TypeSpec::Form::block, .keys = &key_specs<PerDays>};
                return made;
            }(),
            row("starts", &W::starts, Need::optional, "按周的一段从星期几起，默认 mon",
                "the weekday on which blocks of weeks begin; default mon"),
            row("from", &W::from, Need::optional, "某一段的第一天；不是正好一周的段要写",
                "the first day of some block; needed where a block is not one week"),
            row("weight", &W::role, &R::weight, Need::optional, "一次算几次，默认 1",
                "what a turn counts; default 1"),
            row("fair", &W::role, &R::fair, Need::optional, "公平组：同组角色合计次数",
                "fairness group that shares one count"),
            row("history_days", &W::role, &R::history_days, Need::optional, "往前计入多少天的历史，默认 92",
                "days of history that count; default 92"),
            row("together", &W::role, &R::together, Need::optional, "必须同时当值的搭档",
                "pairs that serve together"),
            row("apart", &W::role, &R::apart, Need::optional, "不能同时当值的两人",
                "pairs that never serve together"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, WrittenRole& out) {
        check_bounds(reader, node, "count", out.role.count, 1, 50);
        check_bounds(reader, node, "gap_days", out.role.gap_days, 0, 366);
        check_bounds(reader, node, "max_per_week", out.role.max_per_week, 1, 100);
        check_bounds(reader, node, "max_per_month", out.max_per_month, 1, 400);
        check_bounds(reader, node, "history_days", out.role.history_days, 0, 3660);
        if (out.role.count < 2 && (!out.role.together.empty() || !out.role.apart.empty()))
            reader.error(node.get(out.role.together.empty() ? "apart" : "together"), "pairs-need-count",
                         say("check.pairs_need_count"), say("check.write_like", "count: 2"));
        read_block(reader, node, out);
    }

  private:
    /// The days of `per`; nothing where it is wrong, 0 for each occurrence by itself.
    static std::optional<int> block_days(Reader& reader, yaml::Node per) {
        static const std::vector<std::string> one_by_one{"occurrence"};
        if (!per || (per.is_scalar() && !word_in(per.text(), one_by_one).empty())) return 0;
        if (per.is_mapping()) {
            PerDays written;
            if (!read_mapping(reader, per, written)) return std::nullopt;
            if (!check_bounds(reader, per, "days", written.days, 1, longest_block)) return std::nullopt;
            return written.days;
        }
        const auto text = per.is_scalar() ? in_file_words(per.text()) : std::string{};
        if (text == "week") return 7;
        const auto space = text.find(' ');
        const auto unit = space == std::string::npos ? text : text.substr(space + 1);
        const auto weeks = small_number(std::string_view{text}.substr(0, space));
        if (space != std::string::npos && (unit == "weeks" || unit == "week") && weeks &&
            *weeks * 7 <= longest_block)
            return *weeks * 7;
        reader.error(per, "bad-choice",
                     say("check.bad_choice", per.is_scalar() ? made_harmless(per.text()) : "[…]"),
                     say("check.choose_from",
                         bilingual("每次、每周、每两周、{days: 4}", "occurrence, week, 2 weeks, {days: 4}")));
        return std::nullopt;
    }

    static Phrase starts_like(Weekday day) {
        const auto word = to_string(day);
        return say("check.write_like",
                   bilingual("starts: " + std::string{chinese_of(word).front()}, "starts: " + word));
    }

    static void read_block(Reader& reader, yaml::Node node, WrittenRole& out) {
        const auto days = block_days(reader, out.per);
        if (!days) return;
        for (const auto* key : {"starts", "from"}) {
            if (*days == 0 && node.get(key)) {
                reader.error(node.get(key), "bad-block", say("check.only_with_per", key),
                             say("check.write_like", bilingual("per: 每周", "per: week")));
                return;
            }
        }
        if (*days == 0) return;
        if (out.starts && *days % 7 != 0) {
            reader.error(node.get("starts"), "bad-block", say("check.starts_of_weeks"),
                         say("check.remove_key", "starts"));
            return;
        }
        if (*days != 7 && !out.from) {
            reader.error(out.per, "bad-block", say("check.block_needs_from"),
                         say("check.write_like", "from: 2026-12-03"));
            return;
        }
        if (out.starts && out.from && weekday_of(*out.from) != *out.starts) {
            reader.error(node.get("from"), "bad-block", say("check.from_not_on_starts", *out.from),
                         starts_like(weekday_of(*out.from)));
            return;
        }
        const Date monday = make_date(2024, 1, 1);
        const auto behind = out.starts.value_or(std::chrono::Monday) - std::chrono::Monday;
        out.role.block = Block{*days, out.from.value_or(monday + behind)};
    }
};

void sort_roles(std::vector<Role>& roles, const std::vector<AgendaItem>& agenda) {
    const auto table = known_roles();
    const auto place = [&](const Role& role) {
        const auto* known = known_role(role.name);
        if (known == nullptr && role.function != RoleFunction::holds)
            known = known_role(role_that(role.function));
        return known != nullptr ? known - table.data() : std::ssize(table);
    };
    const auto rank = [&](const Role& role) {
        const auto led = std::find_if(agenda.begin(), agenda.end(),
                                      [&](const AgendaItem& item) { return item.by == role.name; });
        return std::tuple{led - agenda.begin(), place(role), std::string_view{role.name}};
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
        written.role.max_per_month = written.max_per_month;
        const auto* known = known_role(key.text());
        written.role.function =
            written.acts_as.value_or(known != nullptr ? known->function : RoleFunction::holds);
        out.push_back(std::move(written.role));
    }
    sort_roles(out, {});
    return good;
}

TypeSpec Codec<std::vector<Role>>::spec() {
    return {.form = TypeSpec::Form::mapping, .item = std::make_shared<TypeSpec>(Codec<WrittenRole>::spec())};
}

}  // namespace teamctl::team
