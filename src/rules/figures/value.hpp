// Exact figures, and what they were made of.
#pragma once

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "base/phrase.hpp"
#include "team/field_value.hpp"
#include "team/model.hpp"

namespace teamctl::rules {

/// How a metric is counted: whole numbers (count, points, minutes), money, a quotient, or a mean in percent
/// of full marks (92.5 is 185/2), or an amount with at most four decimals, in a unit of its own (litres).
enum class Measure { count, points, minutes, money, ratio, score, amount };

/// monostate: absent, a quotient or mean without a base, an amount that nobody read.
using Value = std::variant<std::monostate, std::int64_t, Money, Ratio, team::Decimal>;

/// Sums of quotients, reduced; throw std::overflow_error where the result does not fit.
Ratio sum(Ratio a, Ratio b);
Ratio product(std::int64_t factor, Ratio ratio);
/// a / b; b is above zero.
Ratio quotient(Ratio a, Ratio b);
std::int64_t sum(std::int64_t a, std::int64_t b);

/// A value as a quotient: what requirements and orders compare. Money in yuan. Nothing where it is absent.
std::optional<Ratio> number(const Value& value);
/// Absent, or a zero that is no quotient or mean: not worth a row of its own.
bool is_nothing(const Value& value);

/// One step of the arithmetic. Its parts add up to the figure: `part` to the count, the fen or the numerator,
/// `base` to the denominator of a quotient or mean, or to the readings behind an amount.
struct Evidence {
    team::PersonId who;  ///< none: the team's
    Date date{};
    Ratio part{0, 1};
    std::int64_t base = 0;
    const team::Record* record = nullptr;  ///< none: a rule's consequence, such as a diary never handed in
    team::Origin origin;                   ///< of the record, else of the rule, target or plan line behind it
    Phrase note;                           ///< what happened, in words
};

/// Running sums of evidence.
struct Sum {
    Ratio part{0, 1};
    std::int64_t base = 0;

    void add(const Ratio& more, std::int64_t more_base);
    Value value(Measure unit) const;
};

struct Figure {
    Measure unit = Measure::count;
    Value value;
    std::vector<Evidence> evidence;  ///< by date, then in the order of the records
};

}  // namespace teamctl::rules
