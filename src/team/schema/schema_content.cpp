// topics.yaml, reserve.yaml, trainings.yaml, assets/*.yaml
#include "team/files.hpp"
#include "team/schema.hpp"

namespace teamctl::team {

template <>
struct Schema<Topic> {
    static const std::vector<Row<Topic>>& rows() {
        static const std::vector<Row<Topic>> rows{
            row("id", &Topic::id, Need::optional, "编号", "id"),
            row("title", &Topic::title, Need::required, "题目", "title"),
            row("lecturer", &Topic::lecturer, Need::optional, "指定的主讲人", "the lecturer it is meant for"),
            row("from", &Topic::from, Need::optional, "来自哪个问题", "the problem it comes from"),
            row("ordered_by", &Topic::ordered_by, Need::optional, "上级统一布置的，写谁布置的",
                "who above asks for it; such topics go first"),
            row("purpose", &Topic::purpose, Need::optional, "要达到的目的", "what it is to reach"),
            row("added", &Topic::added, Need::optional, "加入日期", "when it was added"),
            row("used", &Topic::used, Need::optional, "讲过的日期", "when it was used"),
            row("note", &Topic::note, Need::optional, "备注", "note"),
        };
        return rows;
    }
};

template <>
struct Schema<ReserveItem> {
    static const std::vector<Row<ReserveItem>>& rows() {
        using R = ReserveItem;
        static const std::vector<Row<R>> rows{
            row("id", &R::id, Need::optional, "编号", "id"),
            row("kind", &R::kind, Need::optional, "类型：笑话、游戏、抢答……", "kind: joke, game, quiz, ..."),
            row("title", &R::title, Need::required, "题目", "title"),
            row("text", &R::text, Need::optional, "内容", "text"),
            row("used", &R::used, Need::optional, "用过的日期", "when it was used"),
        };
        return rows;
    }
};

/// `who` of a training that is for those whom the next month's plan names.
struct Coming {
    std::string planned;
    std::vector<std::string> roles;
};

template <>
struct Schema<Coming> {
    static const std::vector<Row<Coming>>& rows() {
        static const std::vector<std::string> months{"next month"};
        static const std::vector<Row<Coming>> rows{
            words_row("planned", &Coming::planned, Need::required, "哪个月排到的人", "of which month's plan",
                      months),
            row("roles", &Coming::roles, Need::required, "排到哪些角色的人",
                "whoever has one of these roles"),
        };
        return rows;
    }
};

namespace {

std::vector<KeySpec> training_who_keys() {
    auto all = Codec<Selector>::spec().keys();
    for (auto key : key_specs<Coming>()) {
        key.required = false;  // where it is a selector
        all.push_back(key);
    }
    return all;
}

bool read_training_who(Reader& reader, yaml::Node node, PlannedTraining& out) {
    if (!node.is_mapping() || (!node.get("planned") && !node.get("roles")))
        return Codec<Selector>::read(reader, node, out.who);
    Coming coming;
    const bool good = read_mapping(reader, node, coming);
    out.coming = std::move(coming.roles);
    return good;
}

}  // namespace

template <>
struct Schema<PlannedTraining> {
    static const std::vector<Row<PlannedTraining>>& rows() {
        using P = PlannedTraining;
        static const std::vector<Row<P>> rows{
            row("id", &P::id, Need::optional, "编号", "id"),
            row("topic", &P::topic, Need::required, "内容", "topic"),
            row("on", &P::on, Need::optional, "哪天，或最迟哪周、哪月、哪季度",
                "the day, or the week, month or quarter by whose end it is held"),
            row("when", &P::when, Need::optional, "定期的写这个，不写 on；要有 from",
                "for recurring ones, in place of on; with from"),
            row("start", &P::start, Need::optional, "几点开始", "when it begins"),
            row("minutes", &P::minutes, Need::optional, "分钟", "minutes"),
            row("by", &P::by, Need::optional, "讲师", "trainer"),
            [] {
                auto made = row("who", &P::who, Need::optional, "哪些人参加，默认全员",
                                "for whom; default: everybody");
                made.spec.type.keys = &training_who_keys;
                made.read = read_training_who;
                return made;
            }(),
            row("place", &P::place, Need::optional, "地点", "place"),
            row("note", &P::note, Need::optional, "备注", "note"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, PlannedTraining& out) {
        if (!node.get("who")) out.who.all = true;
        check_days(reader, node, out);
        if (out.start && out.on.from != out.on.to)
            reader.error(node.get("start"), "bad-training", say("check.start_needs_day"),
                         say("check.write_like", "on: 2026-11-27"));
    }

  private:
    /// Either `on` or `when`; what recurs begins on some day, and has its hour beside it, not in it.
    static void check_days(Reader& reader, yaml::Node node, const PlannedTraining& out) {
        const auto on = node.get("on"), when = node.get("when");
        if (!on && !when)
            reader.error(node, "missing-key", say("check.missing_key", "on"), say("check.add_key", "on"));
        if (on && when)
            reader.error(on, "bad-training", say("check.on_or_when"), say("check.remove_key", "on"));
        if (!when || !out.when) return;
        for (const auto* key : {"start", "minutes", "timezone"}) {
            if (const auto time = when.get(key))
                reader.error(time, "bad-when", say("check.days_only", key), say("check.remove_key", key));
        }
        if (!out.when->from && !out.when->date)
            reader.error(when, "missing-key", say("check.training_needs_from"),
                         say("check.write_like", "from: 2026-01-01"));
    }
};

template <>
struct Schema<Asset> {
    static const std::vector<Row<Asset>>& rows() {
        using A = Asset;
        static const std::vector<Row<A>> rows{
            row("id", &A::id, Need::required, "资产编号", "id"),
            row("name", &A::name, Need::required, "名称", "name"),
            row("class", &A::asset_class, Need::optional, "类别", "class"),
            row("system", &A::system, Need::optional, "系统", "system"),
            row("site", &A::site, Need::optional, "站点", "site"),
            row("location", &A::location, Need::optional, "位置", "location"),
            row("quantity", &A::quantity, Need::optional, "数量", "quantity"),
            row("maker", &A::maker, Need::optional, "厂家", "maker"),
            row("model", &A::model, Need::optional, "型号", "model"),
            row("serial", &A::serial, Need::optional, "序列号", "serial number"),
            row("label", &A::label, Need::optional, "标签号", "label"),
            row("unit", &A::unit, Need::optional, "计量单位（表计）", "unit of a meter's readings"),
            row("tank", &A::tank, Need::optional, "true：罐、箱，读数是液位，用掉就低，补充就高（燃料）",
                "true: a tank; its readings are levels, which fall until it is refilled (fuel)"),
            row("owner", &A::owner, Need::optional, "责任人", "who answers for it"),
            row("installed", &A::installed, Need::optional, "安装日期", "when installed"),
            row("warranty", &A::warranty, Need::optional, "质保期至", "last day of the warranty"),
            row("inspect_every", &A::inspect_every_months, Need::optional, "法定检验周期（月）",
                "months between statutory inspections"),
            row("inspected", &A::inspected, Need::optional, "上次检验日期", "last statutory inspection"),
            row("min_stock", &A::min_stock, Need::optional, "备件最低库存", "least stock of a spare part"),
            row("counted", &A::counted, Need::optional, "quantity 是哪天盘点的，之后的领用、入库再算",
                "the day on which quantity was counted; later records change it"),
            row("note", &A::note, Need::optional, "备注", "note"),
        };
        return rows;
    }
};

void read_topics(Reader& reader, yaml::Node root, Team& team) {
    if (!root.is_null()) Codec<std::vector<Topic>>::read(reader, root, team.topics);
}

void read_reserve(Reader& reader, yaml::Node root, Team& team) {
    if (!root.is_null()) Codec<std::vector<ReserveItem>>::read(reader, root, team.reserve);
}

void read_trainings(Reader& reader, yaml::Node root, Team& team) {
    if (!root.is_null()) Codec<std::vector<PlannedTraining>>::read(reader, root, team.trainings);
}

void read_assets(Reader& reader, yaml::Node root, Team& team) {
    if (root.is_null() || !reader.expect_sequence(root)) return;
    // Bad ones are kept too: the indexes of Names count on them.
    for (auto item = root.first(); item; item = item.next())
        Codec<Asset>::read(reader, item, team.assets.emplace_back());
}

std::vector<KeySpec> topic_keys() {
    return key_specs<Topic>();
}
std::vector<KeySpec> reserve_keys() {
    return key_specs<ReserveItem>();
}
std::vector<KeySpec> training_keys() {
    return key_specs<PlannedTraining>();
}
std::vector<KeySpec> asset_keys() {
    return key_specs<Asset>();
}

}  // namespace teamctl::team
