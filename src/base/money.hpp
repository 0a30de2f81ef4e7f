// Exact amounts: money in fen and ratios of whole numbers. Nothing here is ever a floating-point number.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace teamctl {

/// An amount in fen (1/100 yuan).
struct Money {
    std::int64_t fen = 0;
    auto operator<=>(const Money&) const = default;
};

/// The largest amount that a file may name, in fen: sums of ten million of them still fit.
inline constexpr std::int64_t max_fen = 99'999'999'999;

/// Throws std::overflow_error where the sum does not fit.
Money operator+(Money a, Money b);
Money operator-(Money a, Money b);
Money operator-(Money a);
Money& operator+=(Money& a, Money b);

/// `18250`, `18250.5`, `18250.00`, `-450.00`: at most two decimals, no sign but minus, no other form.
std::optional<Money> parse_money(std::string_view text);
/// `18250.00`, as JSON and CSV carry it.
std::string to_string(Money money);
/// `18,250` or `18,250.50`, as people read it.
std::string grouped(Money money);

/// An exact quotient; den > 0. Not reduced.
struct Ratio {
    std::int64_t num = 0;
    std::int64_t den = 1;
};

/// Compares exactly, by cross multiplication in 128 bits.
std::strong_ordering operator<=>(const Ratio& a, const Ratio& b);
bool operator==(const Ratio& a, const Ratio& b);

/// The quotient with a fixed number of decimals, rounded half away from zero: decimals({8, 9}, 4) is 0.8889.
std::string decimals(Ratio ratio, int places);
/// `88.9 %`: so many decimals, and as many more (up to four) as keep a value apart from the whole percent
/// that it is not: 5.96 % is not shown as the 6 % that a limit names.
std::string percent(Ratio ratio, int places = 1);
/// `5%`, `5.5%`, `0.05` as a ratio; at most four decimals.
std::optional<Ratio> parse_ratio(std::string_view text);
/// num * factor / den, rounded half away from zero once, at the end.
std::int64_t scaled(std::int64_t factor, Ratio ratio);

}  // namespace teamctl
