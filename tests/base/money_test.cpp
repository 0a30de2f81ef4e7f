#include "base/money.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace teamctl;

TEST_CASE("money is read exactly or not at all") {
    CHECK(parse_money("18250.00") == Money{1825000});
    CHECK(parse_money("0.5") == Money{50});
    CHECK(parse_money("-450") == Money{-45000});
    for (const auto* bad :
         {"", "-", "1.234", "01", "1e3", "1,000", ".5", "5.", "+5", "0x10", "1000000000000000"}) {
        CHECK_MESSAGE(!parse_money(bad), bad);
    }
}

TEST_CASE("money is written as it is read") {
    CHECK(to_string(Money{-5}) == "-0.05");
    CHECK(grouped(Money{123456789}) == "1,234,567.89");
    CHECK(grouped(Money{-12345600}) == "-123,456");
    CHECK(grouped(Money{99900}) == "999");
    CHECK_THROWS_AS(Money{INT64_MAX} + Money{1}, std::overflow_error);
}

TEST_CASE("ratios are compared and rounded exactly") {
    CHECK(Ratio{599, 10000} < Ratio{6, 100});
    CHECK(Ratio{6, 100} == Ratio{600, 10000});
    CHECK(percent({8, 9}) == "88.9 %");
    CHECK(decimals({8, 9}, 4) == "0.8889");
    CHECK(decimals({-1, 8}, 2) == "-0.13");
    CHECK(scaled(1825000, {5, 100}) == 91250);
    CHECK(parse_ratio("5%") == Ratio{5, 100});
    CHECK(parse_ratio("0.05") == Ratio{5, 100});
    CHECK_FALSE(parse_ratio("5 percent"));
    CHECK(parse_ratio("4821600.5") == Ratio{96432010, 20});  // the meter of a tower
    CHECK(parse_ratio("1000000000").has_value());
    CHECK_FALSE(parse_ratio("1000000000.0001"));
    CHECK_FALSE(parse_ratio("999999999999999"));
}

TEST_CASE("a percentage is never rounded onto a whole percent that it is not") {
    CHECK(percent({8, 9}) == "88.9 %");
    CHECK(percent({1, 1}) == "100.0 %");
    CHECK(percent({6, 100}) == "6.0 %");
    CHECK(percent({1980, 33220}) == "5.96 %");
    CHECK(percent({5999, 100000}) == "5.999 %");
    CHECK(percent({59999999, 1000000000}) == "6.0000 %");  // four decimals are enough
    CHECK(percent({-5996, 100000}) == "-5.996 %");
    CHECK(percent({0, 5}) == "0.0 %");
}

TEST_CASE("at the limits an amount is exact or an error, never wrapped") {
    const Money most{INT64_MAX};
    const Money least{INT64_MIN};
    CHECK(to_string(most) == "92233720368547758.07");
    CHECK(to_string(least) == "-92233720368547758.08");
    CHECK(grouped(most) == "92,233,720,368,547,758.07");
    CHECK(grouped(least) == "-92,233,720,368,547,758.08");
    CHECK(most + least == Money{-1});
    CHECK(most - most == Money{0});
    CHECK(-most == Money{-INT64_MAX});
    CHECK_THROWS_AS(-least, std::overflow_error);
    CHECK_THROWS_AS(least - Money{1}, std::overflow_error);
    CHECK_THROWS_AS(Money{0} - least, std::overflow_error);
    Money sum = most;
    CHECK_THROWS_AS(sum += Money{1}, std::overflow_error);
    CHECK(sum == most);
    CHECK(parse_money("999999999.99") == Money{max_fen});
    CHECK(parse_money("-999999999.99") == Money{-max_fen});
    for (const auto* beyond : {"1000000000", "1000000000.00", "-1000000000", "92233720368547758.07",
                               "92233720368547758.08", "99999999999999999999999999"}) {
        CHECK_MESSAGE(!parse_money(beyond), beyond);
    }
}

TEST_CASE("at the limits a ratio is compared and scaled exactly, or an error") {
    CHECK(Ratio{INT64_MAX, INT64_MAX - 1} > Ratio{1, 1});
    CHECK(Ratio{INT64_MAX - 1, INT64_MAX} < Ratio{1, 1});
    CHECK(Ratio{INT64_MIN, INT64_MAX} < Ratio{-1, 1});
    CHECK(scaled(INT64_MAX, {INT64_MAX, INT64_MAX}) == INT64_MAX);
    CHECK(scaled(INT64_MIN, {1, 2}) == INT64_MIN / 2);
    CHECK_THROWS_AS(scaled(INT64_MAX, {2, 1}), std::overflow_error);
    CHECK(decimals({INT64_MAX, 1}, 0) == "9223372036854775807");
    CHECK_THROWS_AS(decimals({INT64_MAX, 1}, 1), std::overflow_error);
    CHECK_THROWS_AS(percent({INT64_MAX, 1}), std::overflow_error);
}
