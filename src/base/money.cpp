#include "base/money.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace teamctl {
namespace {

__extension__ typedef __int128 Wide;

std::int64_t narrow(Wide value) {
    if (value > INT64_MAX || value < INT64_MIN) throw std::overflow_error("amount out of range");
    return static_cast<std::int64_t>(value);
}

/// Division rounded half away from zero.
Wide rounded(Wide num, Wide den) {
    const Wide half = den / 2;
    return num >= 0 ? (num + half) / den : -((-num + half) / den);
}

Wide power_of_ten(int places) {
    Wide value = 1;
    for (int i = 0; i < places; ++i) value *= 10;
    return value;
}

/// Digits with at most `places` decimals as a whole number of 10^-places.
std::optional<std::int64_t> parse_fixed(std::string_view text, int places, std::int64_t limit) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto part = dot == std::string_view::npos ? std::string_view{} : text.substr(dot + 1);
    if (whole.empty() || whole.size() > 14 || (whole.size() > 1 && whole.front() == '0')) return std::nullopt;
    if (dot != std::string_view::npos && (part.empty() || part.size() > static_cast<std::size_t>(places)))
        return std::nullopt;
    std::int64_t value = 0;
    for (const auto run : {whole, part}) {
        for (const char c : run) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
    }
    for (auto i = static_cast<int>(part.size()); i < places; ++i) value *= 10;
    if (value > limit) return std::nullopt;
    return negative ? -value : value;
}

}  // namespace

Money operator+(Money a, Money b) {
    return {narrow(Wide{a.fen} + b.fen)};
}
Money operator-(Money a, Money b) {
    return {narrow(Wide{a.fen} - b.fen)};
}
Money operator-(Money a) {
    return {narrow(-Wide{a.fen})};
}
Money& operator+=(Money& a, Money b) {
    return a = a + b;
}

std::optional<Money> parse_money(std::string_view text) {
    const auto fen = parse_fixed(text, 2, max_fen);
    return fen ? std::optional<Money>{Money{*fen}} : std::nullopt;
}

std::string to_string(Money money) {
    const bool negative = money.fen < 0;
    const auto fen =
        negative ? 0 - static_cast<std::uint64_t>(money.fen) : static_cast<std::uint64_t>(money.fen);
    return fmt::format("{}{}.{:02}", negative ? "-" : "", fen / 100, fen % 100);
}

std::string grouped(Money money) {
    std::string text = to_string(money);
    const std::size_t first = text.front() == '-' ? 1 : 0;
    for (std::size_t pos = text.size() - 3; pos > first + 3;) {
        pos -= 3;
        text.insert(pos, ",");
    }
    if (text.ends_with(".00")) text.resize(text.size() - 3);
    return text;
}

std::strong_ordering operator<=>(const Ratio& a, const Ratio& b) {
    return Wide{a.num} * b.den <=> Wide{b.num} * a.den;
}
bool operator==(const Ratio& a, const Ratio& b) {
    return (a <=> b) == 0;
}

std::string decimals(Ratio ratio, int places) {
    const Wide scale = power_of_ten(places);
    const std::int64_t value = narrow(rounded(Wide{ratio.num} * scale, ratio.den));
    const bool negative = value < 0;
    const auto size = negative ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
    const auto unit = static_cast<std::uint64_t>(scale);
    if (places == 0) return fmt::format("{}{}", negative ? "-" : "", size);
    return fmt::format("{}{}.{:0{}}", negative ? "-" : "", size / unit, size % unit, places);
}

std::string percent(Ratio ratio, int places) {
    const Ratio hundredfold{narrow(Wide{ratio.num} * 100), ratio.den};
    const bool whole = hundredfold.num % hundredfold.den == 0;
    std::string text = decimals(hundredfold, places);
    const auto looks_whole = [&] { return text.find_first_not_of('0', text.find('.') + 1) == text.npos; };
    while (!whole && places < 4 && looks_whole()) text = decimals(hundredfold, ++places);
    return text + " %";
}

std::optional<Ratio> parse_ratio(std::string_view text) {
    const bool is_percent = !text.empty() && text.back() == '%';
    if (is_percent) {
        text.remove_suffix(1);
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    }
    const auto value = parse_fixed(text, 4, 10'000'000'000'000);  // below a thousand million: a tower's meter
    if (!value) return std::nullopt;
    return Ratio{*value, is_percent ? 1'000'000 : 10'000};
}

std::int64_t scaled(std::int64_t factor, Ratio ratio) {
    return narrow(rounded(Wide{factor} * ratio.num, ratio.den));
}

}  // namespace teamctl
