// Weights and whole blocks of roles (teamctl-files(5), Roles).
#include "team/turns.hpp"

#include "team/schema.hpp"

namespace teamctl::team {
namespace {

/// A weight as written, in hundredths.
struct Hundredths {
    int value = 100;
};

/// `weight: {default: 1, weekend: 2, holiday: 3}`
struct WrittenWeight {
    Hundredths ordinary;
    std::optional<Hundredths> weekend;
    std::optional<Hundredths> holiday;
};

}  // namespace

template <>
struct Codec<Hundredths> {
    static bool read(Reader& reader, yaml::Node node, Hundredths& out) {
        constexpr std::int64_t most = 100;
        const auto amount = node.is_scalar() && !node.quoted() ? parse_money(node.text()) : std::nullopt;
        if (!amount) return reader.wrong(node, "check.a_weight", "1.5");
        if (amount->fen <= 0 || amount->fen > most * 100)
            return reader.error(node, "out-of-range", say("check.out_of_range", node.text()),
                                say("check.from_to", "0.01", most));
        out.value = static_cast<int>(amount->fen);
        return true;
    }
    static TypeSpec spec() { return {.form = TypeSpec::Form::money}; }
};

template <>
struct Schema<WrittenWeight> {
    static const std::vector<Row<WrittenWeight>>& rows() {
        using W = WrittenWeight;
        static const std::vector<Row<W>> rows{
            row("default", &W::ordinary, Need::optional, "平日，默认 1", "on other days; default 1"),
            row("weekend", &W::weekend, Need::optional, "周六、周日", "on Saturdays and Sundays"),
            row("holiday", &W::holiday, Need::optional, "节假日（不论星期几）",
                "on holidays, whatever the weekday"),
        };
        return rows;
    }
};

bool Codec<Weight>::read(Reader& reader, yaml::Node node, Weight& out) {
    const auto number = [](const std::optional<Hundredths>& written) {
        return written ? std::optional{written->value} : std::nullopt;
    };
    WrittenWeight written;
    if (node.is_mapping() ? !read_mapping(reader, node, written)
                          : !Codec<Hundredths>::read(reader, node, written.ordinary))
        return false;
    out = {written.ordinary.value, number(written.weekend), number(written.holiday)};
    return true;
}

TypeSpec Codec<Weight>::spec() {
    auto spec = Codec<WrittenWeight>::spec();
    spec.item = std::make_shared<TypeSpec>(Codec<Hundredths>::spec());
    return spec;
}

int weight_on(const Series& series, const Role& role, Date date, bool holiday) {
    const Weight weight = role.weight ? *role.weight : series.weight.value_or(Weight{});
    const auto day = weekday_of(date);
    if (holiday && weight.holiday) return *weight.holiday;
    if (weight.weekend && (day == std::chrono::Saturday || day == std::chrono::Sunday)) return *weight.weekend;
    return weight.ordinary;
}

Date block_start(const Block& block, Date date) {
    const auto behind = (date - block.anchor).count() % block.days;
    return date - Days{behind < 0 ? behind + block.days : behind};
}

}  // namespace teamctl::team
