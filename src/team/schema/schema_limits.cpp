// limits.yaml and wishes/*.yaml
#include <algorithm>
#include <utility>

#include "team/files.hpp"
#include "team/line_dates.hpp"
#include "team/schema.hpp"

namespace teamctl::team {
namespace {

/// `{of: [desk], days: 1}`
struct WrittenNotAfter {
    yaml::Node of;
    int days = 1;
};

/// A limit whose roles are still to be looked up.
struct WrittenLimit {
    Limit limit;
    yaml::Node of;
    std::optional<Ratio> rest_hours;
    std::optional<Ratio> max_hours_per_week;
    yaml::Node not_after;
};

constexpr int week_minutes = 7 * 24 * 60;

/// Hours as whole minutes.
bool read_hours(Reader& reader, yaml::Node node, const std::optional<Ratio>& hours, int& minutes) {
    if (!hours) return true;
    const std::int64_t sixtieths = hours->num * 60;
    if (sixtieths % hours->den != 0 || sixtieths <= 0 || sixtieths / hours->den > week_minutes)
        return reader.error(node, "out-of-range", say("check.out_of_range", node.text()),
                            say("check.from_to", "0.25", week_minutes / 60));
    minutes = static_cast<int>(sixtieths / hours->den);
    return true;
}

}  // namespace

template <>
struct Choices<Want> {
    static constexpr std::pair<std::string_view, Want> names[]{{"off", Want::off}, {"on", Want::on}};
};

/// A list of series or `series.role`, still to be looked up.
template <class T>
static Row<T> of_row(std::string_view name, yaml::Node T::*member, Need need, std::string_view zh,
                     std::string_view en) {
    auto made = row(name, member, need, zh, en);
    made.spec.type = Codec<std::vector<std::string>>::spec();
    return made;
}

template <>
struct Schema<WrittenNotAfter> {
    static const std::vector<Row<WrittenNotAfter>>& rows() {
        using N = WrittenNotAfter;
        static const std::vector<Row<N>> rows{
            of_row("of", &N::of, Need::required, "之后不排哪些", "what does not come after"),
            row("days", &N::days, Need::optional, "之后几天之内，默认 1", "for how many days; default 1"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, WrittenNotAfter& out) {
        check_bounds(reader, node, "days", out.days, 1, 31);
    }
};

template <>
struct Schema<WrittenLimit> {
    static const std::vector<Row<WrittenLimit>>& rows() {
        using W = WrittenLimit;
        using L = Limit;
        constexpr auto optional = Need::optional;
        static const std::vector<Row<W>> rows{
            of_row("of", &W::of, Need::required, "合在一起算的会议、轮值，或 轮值.角色",
                   "the meetings, rotas, or ROTA.ROLE that it is about together"),
            row("who", &W::limit, &L::who, optional, "只对哪些人，默认所有人",
                "for whom; default: everybody"),
            row("rest_hours", &W::rest_hours, optional, "两次之间至少休息几小时",
                "least hours from the end of a turn to the next"),
            row("max_per_day", &W::limit, &L::max_per_day, optional, "每人每天最多几次",
                "most turns of one person a day"),
            row("max_per_week", &W::limit, &L::max_per_week, optional, "每人每周最多几次",
                "most turns of one person a week"),
            row("max_per_month", &W::limit, &L::max_per_month, optional, "每人每月最多几次",
                "most turns of one person a month"),
            row("max_run_days", &W::limit, &L::max_run_days, optional, "最多连着几天",
                "most days in a row with a turn"),
            row("max_hours_per_week", &W::max_hours_per_week, optional, "每人每周最多几小时",
                "most hours of one person a week"),
            row("max_weekends_per_month", &W::limit, &L::max_weekends_per_month, optional,
                "每人每月最多几个周末", "most weekends of one person a month"),
            row("gap_days", &W::limit, &L::gap_days, optional, "同一人两次之间至少相隔几天",
                "least days between two turns of one person"),
            [] {
                auto made = row("not_after", &W::not_after, Need::optional, "轮过这些之后，接着几天不排哪些",
                                "what does not come on the days after");
                made.spec.type = Codec<WrittenNotAfter>::spec();
                return made;
            }(),
            row("together", &W::limit, &L::together, optional, "同一天要么都当值、要么都不当值的两人",
                "pairs that on one date serve both or neither"),
            row("apart", &W::limit, &L::apart, optional, "同一天不能都当值的两人",
                "pairs that never serve on one date"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, WrittenLimit& out) {
        auto& limit = out.limit;
        limit.origin = reader.origin(node);
        check_bounds(reader, node, "max_per_day", limit.max_per_day, 1, 24);
        check_bounds(reader, node, "max_per_week", limit.max_per_week, 1, 100);
        check_bounds(reader, node, "max_per_month", limit.max_per_month, 1, 400);
        check_bounds(reader, node, "max_run_days", limit.max_run_days, 1, 366);
        check_bounds(reader, node, "max_weekends_per_month", limit.max_weekends_per_month, 1, 5);
        check_bounds(reader, node, "gap_days", limit.gap_days, 1, 366);
        read_hours(reader, node.get("rest_hours"), out.rest_hours, limit.rest_minutes);
        read_hours(reader, node.get("max_hours_per_week"), out.max_hours_per_week,
                   limit.max_minutes_per_week);
        const auto says = [](const KeySpec& key) { return key.name != "of" && key.name != "who"; };
        for (const auto& key : key_specs<WrittenLimit>()) {
            if (says(key) && node.get(key.name)) return;
        }
        reader.error(node, "missing-key", say("check.limit_says_nothing"),
                     say("check.write_like", "max_per_week: 3"));
    }
};

template <>
struct Schema<Wish> {
    static const std::vector<Row<Wish>>& rows() {
        using W = Wish;
        static const std::vector<Row<W>> rows{
            row("who", &W::who, Need::required, "谁", "who"),
            row("from", &W::from, Need::optional, "第一天", "first day"),
            row("to", &W::to, Need::optional, "最后一天，默认当天", "last day; default: the first"),
            row("when", &W::when, Need::optional, "重复的日子，代替 from 和 to",
                "dates that recur, in place of from and to"),
            row("of", &W::of, Need::optional, "哪些会议、轮值，默认全部", "of which series; default: all"),
            row("want", &W::want, Need::required, "想休（off）还是想上（on）", "off or on"),
            row("note", &W::note, Need::optional, "备注", "note"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Wish& out) { check_dates(reader, node, out); }
};

namespace {

std::vector<std::string> role_names_of(const Team& team) {
    std::vector<std::string> names;
    for (const auto& series : team.series) {
        names.push_back(series.id);
        for (const auto& role : series.roles) names.push_back(series.id + "." + role.name);
    }
    return names;
}

/// `desk` or `desk.duty`: ids may hold dots themselves.
std::optional<RoleRef> find_role(const Team& team, const Names& names, std::string_view text) {
    if (const int whole = names.find(RefKind::series, text); whole >= 0) return RoleRef{{whole}, -1, {}};
    for (auto dot = text.rfind('.'); dot != std::string_view::npos && dot > 0;
         dot = text.rfind('.', dot - 1)) {
        const int series = names.find(RefKind::series, text.substr(0, dot));
        if (series < 0) continue;
        const auto& known = team[SeriesId{series}].roles;
        const auto role = std::ranges::find(known, text.substr(dot + 1), &Role::name);
        if (role != known.end()) return RoleRef{{series}, static_cast<int>(role - known.begin()), {}};
    }
    return std::nullopt;
}

bool read_roles(Reader& reader, yaml::Node list, const Team& team, std::vector<RoleRef>& out) {
    if (list && (list.is_null() || list.is_mapping()))
        return reader.wrong(list, "check.a_list", "[desk, night.duty]");
    if (list && list.is_sequence() && list.size() == 0)
        return reader.error(list, "empty-list", say("check.of_is_empty"),
                            say("check.write_like", "[desk, night.duty]"));
    const Reader::InList scope{reader, list};
    bool good = true;
    const auto one = [&](yaml::Node node) {
        const auto text = node.is_scalar() ? node.text() : std::string_view{};
        if (auto found = find_role(team, reader.names(), text)) {
            found->origin = reader.origin(node);
            if (reader.names().notes())
                reader.names().note(
                    {RefKind::series, found->origin.file, node.offset(), team[found->series].id});
            out.push_back(*found);
            return;
        }
        // A file that cannot be read may be the one that is meant.
        if (reader.names().may_hide(RefKind::series, text.substr(0, text.find('.')))) return;
        good = reader.unknown_series(node, role_names_of(team));
    };
    for (auto item = list.is_sequence() ? list.first() : list; item; item = item.next()) {
        one(item);
        if (item == list) break;
    }
    return good;
}

bool look_up(Reader& reader, const Team& team, WrittenLimit& written) {
    bool good = read_roles(reader, written.of, team, written.limit.of);
    if (!written.not_after) return good;
    WrittenNotAfter after;
    if (!Codec<WrittenNotAfter>::read(reader, written.not_after, after)) return false;
    auto& made = written.limit.not_after.emplace();
    made.days = after.days;
    made.origin = reader.origin(written.not_after);
    return read_roles(reader, after.of, team, made.of) && good;
}

}  // namespace

void read_limits(Reader& reader, yaml::Node root, Team& team) {
    if (root.is_null() || !reader.expect_sequence(root)) return;
    for (auto item = root.first(); item; item = item.next()) {
        WrittenLimit written;
        const bool sound = Codec<WrittenLimit>::read(reader, item, written);
        if (look_up(reader, team, written) && sound) team.limits.push_back(std::move(written.limit));
    }
}

void read_wishes(Reader& reader, yaml::Node root, Team& team) {
    if (!root.is_null()) Codec<std::vector<Wish>>::read(reader, root, team.wishes);
}

std::vector<KeySpec> limit_keys() {
    return key_specs<WrittenLimit>();
}
std::vector<KeySpec> wish_keys() {
    return key_specs<Wish>();
}

}  // namespace teamctl::team
