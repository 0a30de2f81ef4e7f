// checklists/*.yaml
#include "team/files.hpp"
#include "team/schema.hpp"

namespace teamctl::team {
namespace {

std::optional<Lapse> parse_lapse(const std::string& text) {
    using Unit = Lapse::Unit;
    static constexpr std::pair<std::string_view, Unit> units[]{
        {"day", Unit::days},    {"days", Unit::days},    {"week", Unit::weeks},
        {"weeks", Unit::weeks}, {"month", Unit::months}, {"months", Unit::months}};
    const auto space = text.find(' ');
    if (space == std::string::npos || space == 0 || space > 3) return std::nullopt;
    int amount = 0;
    for (const char c : std::string_view{text}.substr(0, space)) {
        if (c < '0' || c > '9') return std::nullopt;
        amount = amount * 10 + (c - '0');
    }
    for (const auto& [name, unit] : units) {
        if (std::string_view{text}.substr(space + 1) == name) return Lapse{amount, unit};
    }
    return std::nullopt;
}

}  // namespace

template <>
struct Schema<AssetFilter> {
    static const std::vector<Row<AssetFilter>>& rows() {
        using A = AssetFilter;
        static const std::vector<Row<A>> rows{
            row("class", &A::classes, Need::optional, "类别", "class"),
            row("site", &A::sites, Need::optional, "站点", "site"),
            row("system", &A::systems, Need::optional, "系统", "system"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, AssetFilter& /*out*/) {
        for (const auto* key : {"class", "site", "system"}) reader.check_commas(node.get(key));
    }
};

template <>
struct Choices<Doer> {
    static constexpr std::pair<std::string_view, Doer> names[]{{"newcomer", Doer::newcomer},
                                                               {"mentor", Doer::mentor},
                                                               {"lead", Doer::lead},
                                                               {"leaver", Doer::leaver}};
};

std::string_view doer_name(Doer doer) {
    for (const auto& [name, value] : Choices<Doer>::names) {
        if (value == doer) return name;
    }
    return {};
}

template <>
struct Codec<Lapse> {
    static bool read(Reader& reader, yaml::Node node, Lapse& out) {
        const auto lapse = node.is_scalar() ? parse_lapse(in_file_words(node.text())) : std::nullopt;
        if (!lapse)
            return reader.wrong(node, "check.a_lapse", say("check.write_like", bilingual("7天", "7 days")));
        out = *lapse;
        if (out.amount <= most(out.unit)) return true;
        return reader.error(node, "out-of-range", say("check.out_of_range", node.text()),
                            say("check.from_to", "0 days", "6 months"));
    }
    static TypeSpec spec() { return {.form = TypeSpec::Form::lapse}; }

  private:
    /// Half a year: nobody is a newcomer for longer than the year in which records are kept at hand.
    static int most(Lapse::Unit unit) {
        return unit == Lapse::Unit::days ? 184 : unit == Lapse::Unit::weeks ? 26 : 6;
    }
};

template <>
struct Schema<ChecklistItem> {
    static const std::vector<Row<ChecklistItem>>& rows() {
        using I = ChecklistItem;
        static const std::vector<Row<I>> rows{
            row("id", &I::id, Need::optional, "编号；有读数的必须写", "id; needed for readings"),
            row("text", &I::text, Need::required, "检查内容", "what is checked"),
            row("unit", &I::unit, Need::optional, "读数单位", "unit of the reading"),
            row("min", &I::min, Need::optional, "下限", "least allowed reading"),
            row("max", &I::max, Need::optional, "上限", "most allowed reading"),
            row("before", &I::before, Need::optional, "新人、离职清单：入职或最后一天之前多久做完",
                "of newcomers and leavers: due so long before the first or the last day"),
            row("within", &I::within, Need::optional, "新人、离职清单：之后多久内做完；都不写就是当天",
                "of newcomers and leavers: due so long after that day; neither: on it"),
            row("by", &I::by, Need::optional, "新人、离职清单：谁做，默认本人",
                "of newcomers and leavers: who does it; default: that person"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, ChecklistItem& out) {
        const bool reading = !out.unit.empty() || out.min || out.max;
        if (reading && out.id.empty())
            reader.error(node, "missing-key", say("check.reading_needs_id"),
                         say("check.write_like", "id: oil-temp"));
        if (out.min && out.max && *out.max < *out.min)
            reader.error(node.get("max"), "reversed", say("check.reversed"), say("check.smaller_first"));
        if (out.before && out.within)
            reader.error(node.get("within"), "bad-checklist", say("check.before_or_within"),
                         say("check.remove_one"));
    }
};

namespace {

/// An item is a text, or a mapping with an id and limits.
bool read_items(Reader& reader, yaml::Node node, Checklist& out) {
    if (!reader.expect_sequence(node)) return false;
    bool good = true;
    for (auto child = node.first(); child; child = child.next()) {
        auto& item = out.items.emplace_back();
        item.origin = reader.origin(child);
        good &= child.is_scalar() ? Codec<std::string>::read(reader, child, item.text)
                                  : Codec<ChecklistItem>::read(reader, child, item);
        for (std::size_t i = 0; i + 1 < out.items.size(); ++i) {
            if (!item.id.empty() && out.items[i].id == item.id)
                good = reader.error(child, "duplicate-id", say("check.duplicate_item", item.id),
                                    say("check.choose_another_id"));
        }
    }
    return good;
}

/// The days of such a list follow from the day somebody joins or leaves, and who does an item is of its kind.
void refuse_dates(Reader& reader, yaml::Node node, const Checklist& list) {
    if (list.newcomers && list.leavers)
        reader.error(node.get("leavers"), "bad-checklist", say("check.newcomers_or_leavers"),
                     say("check.remove_one"));
    const Doer other = list.leavers ? Doer::newcomer : Doer::leaver;
    auto item = node.get("items").first();
    for (std::size_t i = 0; i < list.items.size() && item; ++i, item = item.next()) {
        if (list.items[i].by == other)
            reader.error(item.get("by"), "bad-checklist",
                         say(list.leavers ? "check.no_newcomer_here" : "check.no_leaver_here"),
                         say("check.remove_key", "by"));
    }
    for (const auto* key : {"when", "who", "duty", "due", "assets", "ordered"}) {
        if (const auto value = node.get(key))
            reader.error(value, "bad-checklist",
                         say(list.leavers ? "check.not_with_leavers" : "check.not_with_newcomers", key),
                         say("check.remove_key", key));
    }
}

void refuse_newcomer_keys(Reader& reader, yaml::Node node, const Checklist& list) {
    if (const auto from = node.get("from"))
        reader.error(from, "bad-checklist", say("check.only_newcomers", "from"),
                     say("check.write_like", bilingual("newcomers: 全体", "newcomers: all")));
    auto item = node.get("items").first();
    for (std::size_t i = 0; i < list.items.size() && item; ++i, item = item.next()) {
        for (const auto* key : {"before", "within", "by"}) {
            if (const auto value = item.is_mapping() ? item.get(key) : yaml::Node{})
                reader.error(value, "bad-checklist", say("check.only_newcomers", key),
                             say("check.write_like", bilingual("newcomers: 全体", "newcomers: all")));
        }
    }
}

}  // namespace

template <>
struct Schema<Checklist> {
    static const std::vector<Row<Checklist>>& rows() {
        using C = Checklist;
        static const std::vector<Row<C>> rows{
            row("name", &C::name, Need::required, "清单名称", "name"),
            row("when", &C::when, Need::optional, "什么时候", "when"),
            row("who", &C::who, Need::optional, "谁负责", "who does it"),
            row("duty", &C::duty, Need::optional, "由哪个轮值的当值人负责", "the rota whose holder does it"),
            row("due", &C::due, Need::optional, "当天几点前完成", "time of day by which it is done"),
            row("assets", &C::assets, Need::optional, "对哪些资产逐一执行",
                "one run for each of these assets"),
            row("newcomers", &C::newcomers, Need::optional, "对每个新人各做一遍，按入职日期算期限",
                "gone through once for each of these who joins, dated from that day"),
            row("leavers", &C::leavers, Need::optional, "对每个离职的人各做一遍，按最后一天算期限",
                "gone through once for each of these who leaves, dated from the last day"),
            row("from", &C::from, Need::optional,
                "新人、离职清单：这天以前入职、离职的不算，默认从最早的记录起",
                "of newcomers and leavers: who did so earlier is none; default: the first record"),
            row("ordered", &C::ordered, Need::optional, "必须按顺序完成", "steps are done in order"),
            [] {
                Row<C> made;
                auto item = Codec<ChecklistItem>::spec();
                item.item = std::make_shared<TypeSpec>(Codec<std::string>::spec());
                made.spec = {"items",
                             true,
                             {.form = TypeSpec::Form::list, .item = std::make_shared<TypeSpec>(item)},
                             "检查项",
                             "the items"};
                made.read = read_items;
                return made;
            }(),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, Checklist& out) {
        if (node.get("who") && node.get("duty"))
            reader.error(node.get("duty"), "bad-checklist", say("check.who_or_duty"),
                         say("check.remove_one"));
        if (out.of_people())
            refuse_dates(reader, node, out);
        else
            refuse_newcomer_keys(reader, node, out);
        if (out.items.empty())
            reader.error(node.get("items"), "empty-list", say("check.no_items"),
                         say("check.write_like", "items: [门窗关好]"));
    }
};

void read_checklist(Reader& reader, yaml::Node root, std::string id, Team& team) {
    auto& list = team.checklists.emplace_back();
    list.id = std::move(id);
    Codec<Checklist>::read(reader, root, list);
}

std::vector<KeySpec> checklist_keys() {
    return key_specs<Checklist>();
}

}  // namespace teamctl::team
