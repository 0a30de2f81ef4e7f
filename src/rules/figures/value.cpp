#include "rules/figures/value.hpp"

#include <numeric>
#include <stdexcept>

namespace teamctl::rules {
namespace {

__extension__ typedef __int128 Wide;

Wide magnitude(Wide value) {
    return value < 0 ? -value : value;
}

std::int64_t narrow(Wide value) {
    if (value > INT64_MAX || value < INT64_MIN) throw std::overflow_error("figure out of range");
    return static_cast<std::int64_t>(value);
}

Ratio reduced(Wide num, Wide den) {
    Wide a = magnitude(num);
    Wide b = den;
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a == 0 ? Ratio{0, 1} : Ratio{narrow(num / a), narrow(den / a)};
}

}  // namespace

Ratio sum(Ratio a, Ratio b) {
    if (a.den == 1 && b.den == 1) return {sum(a.num, b.num), 1};
    const std::int64_t common = std::gcd(a.den, b.den);
    return reduced(Wide{a.num} * (b.den / common) + Wide{b.num} * (a.den / common),
                   Wide{a.den} * (b.den / common));
}

Ratio product(std::int64_t factor, Ratio ratio) {
    return reduced(Wide{factor} * ratio.num, ratio.den);
}

Ratio quotient(Ratio a, Ratio b) {
    return reduced(Wide{a.num} * b.den, Wide{a.den} * b.num);
}

std::int64_t sum(std::int64_t a, std::int64_t b) {
    return narrow(Wide{a} + b);
}

std::optional<Ratio> number(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return Ratio{*whole, 1};
    if (const auto* money = std::get_if<Money>(&value)) return Ratio{money->fen, 100};
    if (const auto* ratio = std::get_if<Ratio>(&value)) return *ratio;
    if (const auto* amount = std::get_if<team::Decimal>(&value)) return Ratio{amount->units, 10'000};
    return std::nullopt;
}

bool is_nothing(const Value& value) {
    if (std::holds_alternative<std::monostate>(value)) return true;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole == 0;
    const auto* money = std::get_if<Money>(&value);
    return money != nullptr && money->fen == 0;
}

void Sum::add(const Ratio& more, std::int64_t more_base) {
    part = rules::sum(part, more);
    base = rules::sum(base, more_base);
}

Value Sum::value(Measure unit) const {
    switch (unit) {
        case Measure::money:
            return Money{part.num / part.den};
        case Measure::ratio:
        case Measure::score: {
            if (base <= 0) return std::monostate{};
            return reduced(part.num, Wide{part.den} * base);
        }
        case Measure::amount: {
            if (base <= 0) return std::monostate{};
            const Ratio units = product(10'000, part);
            return team::Decimal{units.num / units.den};
        }
        case Measure::count:
        case Measure::points:
        case Measure::minutes:
            break;
    }
    return part.num / part.den;
}

}  // namespace teamctl::rules
