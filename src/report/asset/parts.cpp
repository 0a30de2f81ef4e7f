#include "report/asset/parts.hpp"

#include "report/naming.hpp"

namespace teamctl::report {
Cell days_left(Date date, Date today) {
    const std::int64_t left = (date - today).count();
    const Tone tone = left < 0 ? Tone::bad : date <= today + rules::asset_notice ? Tone::warn : Tone::plain;
    if (tone == Tone::plain) return Cell{verbatim(to_string(date)), to_string(date)};
    const Phrase text = left < 0    ? say("asset.days_over", to_string(date), -left)
                        : left == 0 ? say("asset.today", to_string(date))
                                    : say("asset.days_left", to_string(date), left);
    return {text, to_string(date), tone};
}

Cell warranty_cell(const team::Asset& asset, Date today) {
    if (!asset.warranty) return {};
    // What has run out asks for nothing any more.
    if (*asset.warranty < today)
        return {say("asset.run_out", to_string(*asset.warranty)), to_string(*asset.warranty), Tone::muted};
    return days_left(*asset.warranty, today);
}

Cell inspection_cell(const team::Asset& asset, Date today) {
    if (!asset.inspect_every_months && !asset.inspect_by) return {};
    const auto due = rules::inspection_due(asset);
    return due ? days_left(*due, today) : Cell{say("asset.never_inspected"), {}, Tone::bad};
}

Cell stock_cell(const team::Asset& asset) {
    const std::int64_t quantity = asset.quantity;
    if (!asset.min_stock) return Cell{quantity};
    return {
        say(rules::short_of_stock(asset) ? "asset.stock_short" : "asset.stock", quantity, *asset.min_stock),
        std::to_string(quantity), rules::short_of_stock(asset) ? Tone::bad : Tone::plain};
}

Json asset_json(const team::Team& team, const team::Asset& asset, Date today) {
    Json json = Json::object();
    json.set("id", asset.id)
        .set("name", text_json(asset.name))
        .set("class", text_json(asset.asset_class))
        .set("system", text_json(asset.system))
        .set("site", text_json(asset.site))
        .set("location", text_json(asset.location))
        .set("quantity", asset.quantity)
        .set("min_stock", asset.min_stock ? Json{*asset.min_stock} : Json{})
        .set("short_of_stock", rules::short_of_stock(asset))
        .set("maker", text_json(asset.maker))
        .set("model", text_json(asset.model))
        .set("serial", text_json(asset.serial))
        .set("label", text_json(asset.label))
        .set("unit", text_json(asset.unit))
        .set("owner", id_of(team, asset.owner))
        .set("installed", date_json(asset.installed));
    json.set("warranty", date_json(asset.warranty))
        .set("warranty_days_left",
             asset.warranty ? Json{std::int64_t{(*asset.warranty - today).count()}} : Json{})
        .set("inspect_every_months", asset.inspect_every_months ? Json{*asset.inspect_every_months} : Json{})
        .set("inspected", date_json(asset.inspected))
        .set("inspection_due", date_json(rules::inspection_due(asset)));
    return json;
}

}  // namespace teamctl::report
