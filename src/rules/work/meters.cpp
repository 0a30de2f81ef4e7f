#include "rules/work/meters.hpp"

#include <algorithm>

#include "rules/figures/value.hpp"
#include "team/write_record.hpp"

namespace teamctl::rules {
namespace {

using How = ReadingStep::How;
using team::Decimal;
using team::Record;

/// Walks the readings in their order, each against the last one that counts.
class Gauge {
  public:
    explicit Gauge(bool tank) : tank_{tank} {}

    ReadingStep next(const Record& record) {
        ReadingStep step{&record, last_, How::first, tank_, {}, {}, {}};
        const auto now = reading_of(record);
        if (tank_) poured_ = {sum(poured_.units, refill_of(record).units)};
        step.refilled = poured_;
        if (!now) {
            step.how = How::refill;
            return step;
        }
        count(step, *now);
        if (step.how == How::backwards) return step;
        last_ = &record;
        poured_ = {};
        return step;
    }

  private:
    void count(ReadingStep& step, Decimal now) const {
        const bool fresh = is_replaced(*step.now);
        if (last_ == nullptr || (tank_ && fresh)) return;
        const Decimal then = *reading_of(*last_);
        const Decimal held{sum(then.units, poured_.units)};
        const Decimal used{tank_ ? sum(held.units, -now.units) : sum(now.units, -then.units)};
        if (fresh) {
            step.how = How::again;
            step.used = now;
        } else if (used.units < 0) {
            step.how = tank_ ? How::rose : How::backwards;
        } else {
            step.how = How::counted;
            step.used = used;
        }
    }

    bool tank_;
    const Record* last_ = nullptr;
    Decimal poured_;
};

/// Readings of one day by their time; one without a time stays behind the one written before it.
void sort_by_time(std::vector<const Record*>& readings) {
    std::vector<std::pair<Moment, const Record*>> timed;
    for (const auto* record : readings) {
        Moment when{record->date, record->at.value_or(TimeOfDay{})};
        if (!record->at && !timed.empty() && timed.back().first.date == record->date)
            when = timed.back().first;
        timed.emplace_back(when, record);
    }
    std::stable_sort(timed.begin(), timed.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < readings.size(); ++i) readings[i] = timed[i].second;
}

bool has_reading_in(const Meter& meter, const Period& period) {
    return std::ranges::any_of(meter.readings,
                               [&](const auto* record) { return period.contains(record->date); });
}

Consumption consumption_of(const team::Team& team, const Meter& meter, const Period& period,
                           const Period& before) {
    Consumption made{meter, used_in(team, meter, period), used_in(team, meter, before), {}, false, false};
    for (const auto& step : reading_steps(team, meter, period)) {
        if (step.tank) made.refilled.units = sum(made.refilled.units, refill_of(*step.now).units);
        made.replaced = made.replaced || is_replaced(*step.now);
        made.rose = made.rose || step.how == How::rose;
    }
    return made;
}

}  // namespace

std::optional<Decimal> reading_of(const Record& record) {
    for (const auto* field : {"level", "value"}) {
        if (const auto* read = record.get<Decimal>(field)) return *read;
    }
    return std::nullopt;
}

Decimal refill_of(const Record& record) {
    const auto* refill = record.get<Decimal>("refill");
    return refill != nullptr ? *refill : Decimal{};
}

bool is_replaced(const Record& reading) {
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

std::vector<ReadingStep> reading_steps(const team::Team& team, const Meter& meter, const Period& period) {
    std::vector<ReadingStep> all;
    Gauge gauge{team[meter.asset].tank};
    Decimal total;
    for (const auto* record : meter.readings) {
        if (period.to < record->date) break;
        auto step = gauge.next(*record);
        if (!period.contains(record->date)) continue;
        if (step.used) total.units = sum(total.units, step.used->units);
        step.sum = total;
        all.push_back(std::move(step));
    }
    return all;
}

Phrase how_counted(const ReadingStep& step) {
    const auto text = [](const Record* record) {
        const auto read = reading_of(*record);
        return read ? team::number_text(*read) : std::string{};
    };
    switch (step.how) {
        case How::first:
            return say(step.tank ? "evidence.first_level" : "evidence.first_reading");
        case How::again:
            return say("evidence.meter_again", text(step.now));
        case How::backwards:
            return say("evidence.meter_backwards", text(step.now), text(step.then), step.then->date);
        case How::rose:
            return say("evidence.level_rose", text(step.then), step.then->date,
                       team::number_text(step.refilled), text(step.now));
        case How::refill:
            return say("evidence.refill", team::number_text(refill_of(*step.now)));
        case How::counted:
            break;
    }
    if (!step.tank) return say("evidence.minus", text(step.now), text(step.then), step.then->date);
    if (step.refilled.units == 0)
        return say("evidence.level_fell", text(step.then), step.then->date, text(step.now));
    return say("evidence.level_refilled", text(step.then), step.then->date, team::number_text(step.refilled),
               text(step.now));
}

std::optional<Decimal> used_in(const team::Team& team, const Meter& meter, const Period& period) {
    const auto steps = reading_steps(team, meter, period);
    const bool any = std::ranges::any_of(steps, [](const auto& step) { return step.used.has_value(); });
    return any ? std::optional{steps.back().sum} : std::nullopt;
}

std::vector<Meter> meters_at(const team::Team& team, Moment now) {
    std::vector<Meter> all(team.assets.size());
    for (const auto& record : team.records) {
        const auto* asset = record.is("meter") ? record.get<team::AssetId>("asset") : nullptr;
        if (asset == nullptr || !*asset || !known_at(record, now)) continue;
        all[static_cast<std::size_t>(asset->index)].readings.push_back(&record);
    }
    for (std::size_t i = 0; i < all.size(); ++i) all[i].asset = {static_cast<std::int32_t>(i)};
    std::erase_if(all, [](const Meter& meter) { return meter.readings.empty(); });
    for (auto& meter : all) sort_by_time(meter.readings);
    return all;
}

std::vector<Consumption> consumption(const Context& context, const Period& period, const Period& before) {
    std::vector<Consumption> all;
    for (auto& meter : meters_at(context.team, context.now)) {
        std::erase_if(meter.readings, [&](const auto* record) { return period.to < record->date; });
        if (has_reading_in(meter, period)) all.push_back(consumption_of(context.team, meter, period, before));
    }
    return all;
}

std::vector<MonthUse> monthly_use(const Context& context, team::AssetId asset) {
    std::vector<MonthUse> months;
    for (const auto& meter : meters_at(context.team, context.now)) {
        if (meter.asset != asset) continue;
        for (std::size_t i = 1; i < meter.readings.size(); ++i) {
            const auto month = month_of(meter.readings[i]->date);
            if (months.empty() || months.back().month != month) months.push_back({month, {}});
        }
        for (auto& [month, use] : months) {
            const auto period = month_period(month);
            use = consumption_of(context.team, meter, period, shifted(period, -1));
        }
    }
    return months;
}

}  // namespace teamctl::rules
