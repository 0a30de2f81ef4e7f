#include "rules/work/meters.hpp"

#include <algorithm>

#include "rules/figures/value.hpp"

namespace teamctl::rules {
namespace {

team::Decimal reading(const team::Record& record) {
    const auto* value = record.get<team::Decimal>("value");
    return value != nullptr ? *value : team::Decimal{};
}

}  // namespace

bool is_replaced(const team::Record& reading) {
    const auto* fresh = reading.get<bool>("replaced");
    return fresh != nullptr && *fresh;
}

bool Consumption::jumps() const {
    if (!used || !before || before->units <= 0) return false;
    const Ratio change{used->units, before->units};
    return change > Ratio{3, 2} || change < Ratio{1, 2};
}

std::optional<Ratio> Consumption::change() const {
    if (!used || !before || before->units <= 0) return std::nullopt;
    return Ratio{used->units - before->units, before->units};
}

std::optional<team::Decimal> used_in(const std::vector<const team::Record*>& readings, const Period& period) {
    const team::Record* last = nullptr;
    team::Decimal used;
    bool any = false;
    for (const auto* record : readings) {
        if (period.to < record->date) break;
        const bool fresh = is_replaced(*record);
        const auto now = reading(*record).units;
        const auto then = last != nullptr ? reading(*last).units : 0;
        if (last != nullptr && now < then && !fresh) continue;
        if (last != nullptr && period.from <= record->date) {
            used.units = sum(used.units, fresh ? now : now - then);
            any = true;
        }
        last = record;
    }
    return any ? std::optional{used} : std::nullopt;
}

std::vector<ReadingStep> reading_steps(const std::vector<const team::Record*>& readings,
                                       const Period& period) {
    std::vector<ReadingStep> all;
    const team::Record* then = nullptr;
    team::Decimal sum;
    for (const auto* now : readings) {
        if (period.contains(now->date)) {
            ReadingStep made{now, then, {}, {}, false};
            if (then != nullptr) {
                made.used = used_in({then, now}, day_period(now->date)).value_or(team::Decimal{});
                made.again = *now->get<team::Decimal>("value") < *then->get<team::Decimal>("value");
            }
            sum.units += made.used.units;
            made.sum = sum;
            all.push_back(made);
        }
        then = now;
    }
    return all;
}

std::vector<Consumption> consumption(const Context& context, const Period& period, const Period& before) {
    std::vector<Consumption> all(context.team.assets.size());
    for (const auto& record : context.team.records) {
        const auto* asset = record.is("meter") ? record.get<team::AssetId>("asset") : nullptr;
        if (asset == nullptr || !*asset || period.to < record.date || !known_at(record, context.now))
            continue;
        all[static_cast<std::size_t>(asset->index)].readings.push_back(&record);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& meter = all[i];
        meter.asset = {static_cast<std::int32_t>(i)};
        meter.used = used_in(meter.readings, period);
        meter.before = used_in(meter.readings, before);
        for (const auto* record : meter.readings)
            meter.replaced = meter.replaced || (period.contains(record->date) && is_replaced(*record));
    }
    std::erase_if(all, [&](const Consumption& meter) {
        return std::none_of(meter.readings.begin(), meter.readings.end(),
                            [&](const auto* record) { return period.contains(record->date); });
    });
    return all;
}

std::vector<MonthUse> monthly_use(const Context& context, team::AssetId asset) {
    std::vector<MonthUse> months;
    std::optional<Date> last;
    for (const auto& record : context.team.records) {
        const auto* of = record.is("meter") ? record.get<team::AssetId>("asset") : nullptr;
        if (of == nullptr || *of != asset || !known_at(record, context.now)) continue;
        const auto month = month_of(record.date);
        const bool seen = !months.empty() && months.back().month == month;
        if (last && !seen) months.push_back({month, {}});
        last = record.date;
    }
    for (auto& [month, use] : months) {
        const auto period = month_period(month);
        for (auto& meter : consumption(context, period, shifted(period, -1))) {
            if (meter.asset == asset) use = std::move(meter);
        }
    }
    return months;
}

}  // namespace teamctl::rules
