#include <algorithm>

#include "team/schema.hpp"

namespace teamctl::team {
namespace {

using Form = TypeSpec::Form;

/// More digits than any number of the files may have: so many of them only say that it is too large.
constexpr std::size_t most_digits = 15;

/// A plain (unquoted) whole number; leading zeros and signs other than minus make it text.
std::optional<std::int64_t> whole_number(yaml::Node node) {
    if (!node.is_scalar() || node.quoted()) return std::nullopt;
    auto text = node.text();
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    if (text.empty() || (text.size() > 1 && text.front() == '0') ||
        text.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text.substr(0, most_digits)) value = value * 10 + (c - '0');
    return negative ? -value : value;
}

/// Reads a scalar by one of the parsers of base/.
template <class T, class Parse>
bool read_scalar(Reader& reader, yaml::Node node, T& out, Parse parse, std::string_view what,
                 std::string_view example) {
    const auto value = node.is_scalar() ? parse(node.text()) : decltype(parse(node.text())){};
    if (!value) return reader.wrong(node, what, example);
    out = *value;
    return true;
}

/// An amount in its right form, but for its size.
bool is_too_large(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto dot = text.find('.');
    if (dot != std::string_view::npos) {
        const auto decimals = text.size() - dot - 1;
        if (decimals < 1 || decimals > 2 || text.find('.', dot + 1) != std::string_view::npos) return false;
    }
    return text.size() > 3 && text.front() != '0' && text.front() != '.' &&
           text.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// Two numbers or dates in a list or under two keys.
bool ordered_pair(Reader& reader, yaml::Node node, bool ordered) {
    return ordered || reader.error(node, "reversed", say("check.reversed"), say("check.smaller_first"));
}

}  // namespace

bool Codec<std::string>::read(Reader& reader, yaml::Node node, std::string& out) {
    if (!node.is_scalar()) return reader.wrong(node, "check.a_text", "…");
    out = node.text();
    return true;
}
TypeSpec Codec<std::string>::spec() {
    return {.form = Form::text};
}

bool Codec<yaml::Node>::read(Reader& /*reader*/, yaml::Node node, yaml::Node& out) {
    out = node;
    return true;
}
TypeSpec Codec<yaml::Node>::spec() {
    return {.form = Form::text};
}

bool read_whole(Reader& reader, yaml::Node node, std::int64_t least, std::int64_t most, std::int64_t& out,
                std::string_view what, std::string_view example) {
    const auto value = whole_number(node);
    if (!value) return reader.wrong(node, what, example);
    if (*value < least || most < *value)
        return reader.error(node, "out-of-range", say("check.out_of_range", node.text()),
                            say("check.from_to", least, most));
    out = *value;
    return true;
}

bool check_bounds(Reader& reader, yaml::Node mapping, std::string_view key, int value, int least, int most) {
    const auto node = mapping.get(key);
    return !node || (least <= value && value <= most) ||
           reader.error(node, "out-of-range", say("check.out_of_range", value),
                        say("check.from_to", least, most));
}

std::optional<int> small_number(std::string_view text) {
    if (text.empty() || text.size() > 3 || text.front() == '0') return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool Codec<int>::read(Reader& reader, yaml::Node node, int& out) {
    std::int64_t value = 0;
    if (!read_whole(reader, node, 0, 1'000'000'000, value)) return false;
    out = static_cast<int>(value);
    return true;
}
TypeSpec Codec<int>::spec() {
    return {.form = Form::integer};
}

bool Codec<bool>::read(Reader& reader, yaml::Node node, bool& out) {
    const auto text = node.is_scalar() ? node.text() : std::string_view{};
    const bool plain = !node.quoted() && (text == "true" || text == "false");
    if (!plain && text != "是" && text != "否")
        return reader.wrong(node, "check.a_flag", say("check.write_like", bilingual("是", "true")));
    out = text == "true" || text == "是";
    return true;
}
TypeSpec Codec<bool>::spec() {
    return {.form = Form::flag};
}

bool Codec<Decimal>::read(Reader& reader, yaml::Node node, Decimal& out) {
    const auto parse = [](std::string_view text) {
        const auto ratio = text.ends_with('%') ? std::optional<Ratio>{} : parse_ratio(text);
        return ratio ? std::optional<Decimal>{Decimal{ratio->num}} : std::nullopt;
    };
    return read_scalar(reader, node, out, parse, "check.a_decimal", "7.5");
}
TypeSpec Codec<Decimal>::spec() {
    return {.form = Form::decimal};
}

bool Codec<Money>::read(Reader& reader, yaml::Node node, Money& out) {
    if (node.is_scalar() && !parse_money(node.text()) && is_too_large(node.text()))
        return reader.error(node, "out-of-range", say("check.out_of_range", node.text()),
                            say("check.from_to", grouped(Money{-max_fen}), grouped(Money{max_fen})));
    return read_scalar(reader, node, out, parse_money, "check.an_amount", "18250.00");
}
TypeSpec Codec<Money>::spec() {
    return {.form = Form::money};
}

bool Codec<Ratio>::read(Reader& reader, yaml::Node node, Ratio& out) {
    if (!read_scalar(reader, node, out, parse_ratio, "check.a_ratio", "5%")) return false;
    return out.num >= 0 || reader.error(node, "out-of-range", say("check.out_of_range", node.text()));
}
TypeSpec Codec<Ratio>::spec() {
    return {.form = Form::ratio};
}

bool Codec<Date>::read(Reader& reader, yaml::Node node, Date& out) {
    return read_scalar(reader, node, out, parse_date, "check.a_date", "2026-11-23");
}
TypeSpec Codec<Date>::spec() {
    return {.form = Form::date};
}

bool Codec<TimeOfDay>::read(Reader& reader, yaml::Node node, TimeOfDay& out) {
    return read_scalar(reader, node, out, parse_time, "check.a_time", "\"09:00\"");
}
TypeSpec Codec<TimeOfDay>::spec() {
    return {.form = Form::time};
}

bool Codec<Weekday>::read(Reader& reader, yaml::Node node, Weekday& out) {
    const auto weekday =
        node.is_scalar() ? parse_weekday(word_in(node.text(), spec().choices)) : std::nullopt;
    if (!weekday)
        return reader.wrong(node, "check.a_weekday",
                            reader.lacks_brackets(node)
                                ? say("check.write_like", bilingual("[周一, 周二, 周三]", "[mon, tue, wed]"))
                                : say("check.choose_from", words_shown(spec().choices)));
    out = *weekday;
    return true;
}
TypeSpec Codec<Weekday>::spec() {
    return {.form = Form::choice, .choices = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}};
}

bool Codec<Birthday>::read(Reader& reader, yaml::Node node, Birthday& out) {
    return read_scalar(reader, node, out, parse_birthday, "check.a_birthday", "05-12");
}
TypeSpec Codec<Birthday>::spec() {
    return {.form = Form::birthday};
}

bool Codec<Period>::read(Reader& reader, yaml::Node node, Period& out) {
    return read_scalar(reader, node, out, parse_fixed_period, "check.a_period", "2026-11");
}
TypeSpec Codec<Period>::spec() {
    return {.form = Form::period};
}

bool Codec<Hours>::read(Reader& reader, yaml::Node node, Hours& out) {
    const auto parse = [](std::string_view text) -> std::optional<Hours> {
        if (text.size() != 11 || text[5] != '-') return std::nullopt;
        const auto from = parse_time(text.substr(0, 5));
        const auto to = parse_time(text.substr(6));
        return from && to && *from < *to ? std::optional<Hours>{Hours{*from, *to}} : std::nullopt;
    };
    return read_scalar(reader, node, out, parse, "check.hours", "\"08:30-12:00\"");
}
TypeSpec Codec<Hours>::spec() {
    return {.form = Form::text};
}

bool Codec<Span>::read(Reader& reader, yaml::Node node, Span& out) {
    const auto parse = [](std::string_view written) -> std::optional<Span> {
        const auto text = in_file_words(written);
        const auto space = text.find(' ');
        if (space == std::string_view::npos || space == 0 || space > 6) return std::nullopt;
        int amount = 0;
        for (const char c : std::string_view{text}.substr(0, space)) {
            if (c < '0' || c > '9') return std::nullopt;
            amount = amount * 10 + (c - '0');
        }
        const auto unit = std::string_view{text}.substr(space + 1);
        if (unit == "minute" || unit == "minutes") return Span{amount, false};
        if (unit == "hour" || unit == "hours") return Span{amount * 60, false};
        if (unit == "day" || unit == "days") return Span{amount, true};
        return std::nullopt;
    };
    return read_scalar(reader, node, out, parse, "check.a_span", "30 minutes");
}
TypeSpec Codec<Span>::spec() {
    return {.form = Form::span};
}

bool Codec<IntPair>::read(Reader& reader, yaml::Node node, IntPair& out) {
    std::vector<int> both;
    if (!node.is_sequence() || node.size() != 2) return reader.wrong(node, "check.two_numbers", "[3, 8]");
    if (!Codec<std::vector<int>>::read(reader, node, both)) return false;
    out = {both[0], both[1]};
    return ordered_pair(reader, node, out.first <= out.second);
}
TypeSpec Codec<IntPair>::spec() {
    return Codec<std::vector<int>>::spec();
}

bool Codec<PersonPair>::read(Reader& reader, yaml::Node node, PersonPair& out) {
    std::vector<PersonId> both;
    if (!node.is_sequence() || node.size() != 2)
        return reader.wrong(node, "check.two_people", "[wangli, zhangwei]");
    if (!Codec<std::vector<PersonId>>::read(reader, node, both)) return false;
    out = {both[0], both[1], reader.origin(node)};
    return both[0] != both[1] || reader.error(node, "same-person", say("check.same_person"),
                                              say("check.write_like", "[wangli, zhangwei]"));
}
TypeSpec Codec<PersonPair>::spec() {
    return Codec<std::vector<PersonId>>::spec();
}

namespace {
struct FromTo {
    Date from{};
    Date to{};
};
}  // namespace

template <>
struct Schema<FromTo> {
    static const std::vector<Row<FromTo>>& rows() {
        static const std::vector<Row<FromTo>> rows{
            row("from", &FromTo::from, Need::required, "第一天", "first day"),
            row("to", &FromTo::to, Need::required, "最后一天", "last day"),
        };
        return rows;
    }
};

bool Codec<DatePair>::read(Reader& reader, yaml::Node node, DatePair& out) {
    FromTo both;
    if (!read_mapping(reader, node, both)) return false;
    out = {both.from, both.to};
    return ordered_pair(reader, node, both.from <= both.to);
}
TypeSpec Codec<DatePair>::spec() {
    return Codec<FromTo>::spec();
}

bool Codec<Requirement>::read(Reader& reader, yaml::Node node, Requirement& out) {
    constexpr std::string_view example = "refund_rate < 6%";
    if (!node.is_scalar()) return reader.wrong(node, "check.a_requirement", example);
    const auto text = node.text();
    for (const std::string_view word : {" highest", " 最高"}) {
        if (!text.ends_with(word)) continue;
        out = {std::string{trimmed(text.substr(0, text.size() - word.size()))},
               "highest",
               {},
               std::string{text},
               reader.origin(node)};
        return true;
    }
    const auto op = text.find_first_of("<>=");
    if (op == std::string_view::npos) return reader.wrong(node, "check.a_requirement", example);
    const std::size_t length = op + 1 < text.size() && text[op + 1] == '=' ? 2 : 1;
    const auto value = parse_ratio(trimmed(text.substr(op + length)));
    const auto metric = trimmed(text.substr(0, op));
    if (!value || metric.empty() || text.substr(op, length) == "==")
        return reader.wrong(node, "check.a_requirement", example);
    out = {std::string{metric}, std::string{text.substr(op, length)}, *value, std::string{text},
           reader.origin(node)};
    return true;
}
TypeSpec Codec<Requirement>::spec() {
    return {.form = Form::text};
}

}  // namespace teamctl::team
