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

template <>
struct Schema<PlannedTraining> {
    static const std::vector<Row<PlannedTraining>>& rows() {
        using P = PlannedTraining;
        static const std::vector<Row<P>> rows{
            row("id", &P::id, Need::optional, "编号", "id"),
            row("topic", &P::topic, Need::required, "内容", "topic"),
            row("on", &P::on, Need::required, "哪天，或最迟哪周、哪月、哪季度",
                "the day, or the week, month or quarter by whose end it is held"),
            row("start", &P::start, Need::optional, "几点开始", "when it begins"),
            row("minutes", &P::minutes, Need::optional, "分钟", "minutes"),
            row("by", &P::by, Need::optional, "讲师", "trainer"),
            row("who", &P::who, Need::optional, "哪些人参加，默认全员", "for whom; default: everybody"),
            row("place", &P::place, Need::optional, "地点", "place"),
            row("note", &P::note, Need::optional, "备注", "note"),
        };
        return rows;
    }
    static void check(Reader& reader, yaml::Node node, PlannedTraining& out) {
        if (!node.get("who")) out.who.all = true;
        if (out.start && out.on.from != out.on.to)
            reader.error(node.get("start"), "bad-training", say("check.start_needs_day"),
                         say("check.write_like", "on: 2026-11-27"));
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
            row("owner", &A::owner, Need::optional, "责任人", "who answers for it"),
            row("installed", &A::installed, Need::optional, "安装日期", "when installed"),
            row("warranty", &A::warranty, Need::optional, "质保期至", "last day of the warranty"),
            row("inspect_every", &A::inspect_every_months, Need::optional, "法定检验周期（月）",
                "months between statutory inspections"),
            row("inspected", &A::inspected, Need::optional, "上次检验日期", "last statutory inspection"),
            row("min_stock", &A::min_stock, Need::optional, "备件最低库存", "least stock of a spare part"),
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
