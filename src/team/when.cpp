#include "team/when.hpp"

#include <array>

#include "team/schema.hpp"

namespace teamctl::team {
namespace {

/// `when:` as written, before its keys are weighed against each other.
struct WrittenWhen {
    yaml::Node every;
    yaml::Node on;
    yaml::Node window;
    std::string rrule;
    std::optional<IfHoliday> if_holiday;
    std::optional<Date> from;
    std::optional<Date> until;
    std::vector<Date> except;
    std::vector<Date> also;
    std::optional<TimeOfDay> start;
    int minutes = 0;
    std::string timezone;
};

constexpr std::array<std::pair<std::string_view, int>, 6> ordinal_words{
    {{"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"fifth", 5}, {"last", -1}}};

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!(text = trimmed(text)).empty()) {
        const auto end = text.find(' ');
        words.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end);
    }
    return words;
}

std::optional<int> ordinal_word(std::string_view word) {
    for (const auto& [name, nth] : ordinal_words) {
        if (name == word) return nth;
    }
    return std::nullopt;
}

std::optional<Ordinal> parse_ordinal(std::string_view text) {
    const auto words = words_of(text);
    if (words.size() != 2) return std::nullopt;
    const auto nth = ordinal_word(words[0]);
    if (!nth) return std::nullopt;
    if (words[1] == "workday") return Ordinal{*nth, Ordinal::What::workday, {}};
    if (words[1] == "day") return Ordinal{*nth, Ordinal::What::day, {}};
    const auto weekday = parse_weekday(words[1]);
    return weekday ? std::optional<Ordinal>{Ordinal{*nth, Ordinal::What::weekday, *weekday}} : std::nullopt;
}

std::optional<Window> parse_window(std::string_view text) {
    const auto words = words_of(text);
    if (words.size() != 3 || (words[0] != "first" && words[0] != "last")) return std::nullopt;
    const auto count = small_number(words[1]);
    const bool workdays = words[2] == "workdays" || words[2] == "workday";
    if (!count || *count > 90 || (!workdays && words[2] != "days" && words[2] != "day")) return std::nullopt;
    return Window{words[0] == "last", *count, workdays};
}

/// `workday`, `week`, `2 weeks`.
bool parse_every(std::string_view text, When& out) {
    static constexpr std::array<std::pair<std::string_view, Every>, 6> units{{{"day", Every::day},
                                                                              {"workday", Every::workday},
                                                                              {"week", Every::week},
                                                                              {"month", Every::month},
                                                                              {"quarter", Every::quarter},
                                                                              {"year", Every::year}}};
    const auto words = words_of(text);
    if (words.empty() || words.size() > 2) return false;
    std::string_view unit = words.back();
    if (words.size() == 2) {
        const auto interval = small_number(words[0]);
        if (!interval || unit == "workday" || unit == "workdays") return false;
        out.interval = *interval;
        if (unit.ends_with('s')) unit.remove_suffix(1);
    }
    for (const auto& [name, every] : units) {
        if (name == unit) {
            out.every = every;
            return true;
        }
    }
    return false;
}

/// The items of a list, or the single value.
template <class F>
bool each_item(Reader& reader, yaml::Node node, F&& read) {
    const Reader::InList scope{reader, node};
    if (!node.is_sequence()) return read(node);
    bool good = true;
    for (auto item = node.first(); item; item = item.next()) good &= read(item);
    return good;
}

bool read_month_item(Reader& reader, yaml::Node node, When& out) {
    const auto text = in_file_words(node.is_scalar() ? node.text() : std::string_view{});
    const auto number = text.ends_with(" day") ? text.substr(0, text.size() - 4) : text;
    if (const auto day = small_number(number); day && *day <= 31) {
        out.month_days.push_back(*day);
        return true;
    }
    if (const auto ordinal = parse_ordinal(text)) {
        out.ordinals.push_back(*ordinal);
        return true;
    }
    return reader.wrong(node, "check.on_month",
                        say("check.write_like",
                            bilingual("[15, 最后一个工作日, 第二个周二]", "[15, last workday, second tue]")));
}

bool read_ordinal_item(Reader& reader, yaml::Node node, When& out) {
    const auto text = in_file_words(node.is_scalar() ? node.text() : std::string_view{});
    if (const auto ordinal = parse_ordinal(text)) {
        out.ordinals.push_back(*ordinal);
        return true;
    }
    if (const auto day = node.is_scalar() ? parse_birthday(node.text()) : std::nullopt;
        out.every == Every::year && day && !day->year) {
        if (out.year_day)
            return reader.error(node, "bad-when", say("check.one_year_day"), say("check.use_rrule"));
        out.year_day = day->day;
        return true;
    }
    return out.every == Every::year
               ? reader.wrong(node, "check.on_year", "05-12")
               : reader.wrong(node, "check.on_quarter",
                              say("check.write_like", bilingual("最后一个周五", "last fri")));
}

/// Reads `on:` by what `every:` asks for.
bool read_on(Reader& reader, yaml::Node node, When& out) {
    switch (out.every) {
        case Every::once: {
            Date date{};
            if (!Codec<Date>::read(reader, node, date)) return false;
            out.date = date;
            return true;
        }
        case Every::week:
            return Codec<std::vector<Weekday>>::read(reader, node, out.weekdays);
        case Every::month:
            return each_item(reader, node,
                             [&](yaml::Node item) { return read_month_item(reader, item, out); });
        case Every::quarter:
        case Every::year:
            return each_item(reader, node,
                             [&](yaml::Node item) { return read_ordinal_item(reader, item, out); });
        case Every::day:
        case Every::workday:
        case Every::rrule:
            break;
    }
    return reader.error(node, "bad-when", say("check.no_on_here"), say("check.remove_on"));
}

bool read_form(Reader& reader, yaml::Node node, const WrittenWhen& written, When& out) {
    if (!written.rrule.empty()) {
        out.every = Every::rrule;
        out.rrule = written.rrule;
        if (written.every)
            return reader.error(written.every, "bad-when", say("check.every_or_rrule"),
                                say("check.remove_one"));
    } else if (written.every) {
        if (!written.every.is_scalar() || !parse_every(in_file_words(written.every.text()), out))
            return reader.wrong(
                written.every, "check.every",
                say("check.choose_from", bilingual("每天、每个工作日、每周、每两周、每月、每季度、每年",
                                                   "day, workday, week, 2 weeks, month, quarter, year")));
    }
    if (written.window) {
        out.window =
            written.window.is_scalar() ? parse_window(in_file_words(written.window.text())) : std::nullopt;
        if (!out.window)
            return reader.wrong(written.window, "check.window",
                                say("check.write_like", bilingual("最后5个工作日", "last 5 workdays")));
        if (out.every != Every::month && out.every != Every::quarter && out.every != Every::year)
            return reader.error(written.window, "bad-when", say("check.window_needs_month"),
                                say("check.write_like", bilingual("every: 每月", "every: month")));
        if (written.on)
            return reader.error(written.on, "bad-when", say("check.on_or_window"), say("check.remove_one"));
        return true;
    }
    if (written.on) return read_on(reader, written.on, out);
    const bool needs_on = out.every != Every::day && out.every != Every::workday && out.every != Every::rrule;
    return !needs_on || reader.error(node, "bad-when", say("check.when_needs_on"),
                                     say("check.write_like", bilingual("on: [周一]", "on: [mon]")));
}

/// What the values must be to each other.
bool weigh(Reader& reader, yaml::Node node, const When& out) {
    if (out.interval > 1 && !out.from)
        return reader.error(node, "bad-when", say("check.interval_needs_from"),
                            say("check.write_like", "from: 2026-01-05"));
    if (out.every == Every::rrule && !out.from)
        return reader.error(node, "bad-when", say("check.rrule_needs_from"),
                            say("check.write_like", "from: 2026-01-05"));
    if (out.from && out.until && *out.until < *out.from)
        return reader.error(node.get("until"), "reversed", say("check.until_before_from"),
                            say("check.compare_dates"));
    if (out.minutes > 0 && !out.start)
        return reader.error(node.get("minutes"), "bad-when", say("check.minutes_need_start"),
                            say("check.write_like", "start: \"09:00\""));
    if (out.minutes > 24 * 60)
        return reader.error(node.get("minutes"), "out-of-range", say("check.out_of_range", out.minutes),
                            say("check.from_to", 0, 24 * 60));
    if (out.every == Every::workday && out.if_holiday)
        return reader.error(node.get("if_holiday"), "bad-when", say("check.workday_no_holiday"),
                            say("check.remove_key", "if_holiday"));
    return true;
}

}  // namespace

template <>
struct Choices<IfHoliday> {
    static constexpr std::pair<std::string_view, IfHoliday> names[]{{"skip", IfHoliday::skip},
                                                                    {"previous", IfHoliday::previous},
                                                                    {"next", IfHoliday::next},
                                                                    {"keep", IfHoliday::keep}};
};

template <>
struct Schema<WrittenWhen> {
    static const std::vector<Row<WrittenWhen>>& rows() {
        using W = WrittenWhen;
        static const std::vector<Row<W>> rows{
            row("every", &W::every, Need::optional,
                "重复方式：day、workday、week、month、quarter、year，或 2 weeks 之类",
                "how it repeats: day, workday, week, month, quarter, year, or such as 2 weeks"),
            [] {
                auto made =
                    row("on", &W::on, Need::optional, "哪一天：星期、几号、last workday、05-12 或一个日期",
                        "which day: weekdays, day of the month, last workday, 05-12 or one date");
                made.spec.type = Codec<std::vector<std::string>>::spec();
                return made;
            }(),
            row("window", &W::window, Need::optional, "时间窗：last 5 workdays，窗内开放，最后一天到期",
                "a window: last 5 workdays; open within it, due on its last day"),
            row("rrule", &W::rrule, Need::optional, "RFC 5545 重复规则", "a recurrence rule of RFC 5545"),
            row("if_holiday", &W::if_holiday, Need::optional, "遇到节假日：跳过、提前、顺延或照常",
                "on a holiday: skip, previous, next or keep"),
            row("from", &W::from, Need::optional, "从哪天起；间隔从这一天所在的周（月）算起",
                "first day; intervals count from the week (month) that holds it"),
            row("until", &W::until, Need::optional, "到哪天止（含）", "last day, inclusive"),
            row("except", &W::except, Need::optional, "这些日期不开", "not on these dates"),
            row("also", &W::also, Need::optional, "这些日期加开", "also on these dates"),
            row("start", &W::start, Need::optional, "开始时间", "time of the start"),
            row("minutes", &W::minutes, Need::optional, "时长（分钟）", "length in minutes"),
            row("timezone", &W::timezone, Need::optional, "时区，默认为团队时区",
                "time zone; default: the team's"),
        };
        return rows;
    }
};

bool Codec<When>::read(Reader& reader, yaml::Node node, When& out) {
    WrittenWhen written;
    if (!read_mapping(reader, node, written)) return false;
    out.origin = reader.origin(node);
    out.if_holiday = written.if_holiday;
    out.from = written.from;
    out.until = written.until;
    out.except = written.except;
    out.also = written.also;
    out.start = written.start;
    out.minutes = written.minutes;
    out.timezone = written.timezone;
    for (const auto* key : {"rrule", "timezone"}) {  // an empty one is not one that is left out
        if (const auto given = node.get(key); given && !reader.expect_words(given)) return false;
    }
    return read_form(reader, node, written, out) && weigh(reader, node, out);
}

TypeSpec Codec<When>::spec() {
    return {.form = TypeSpec::Form::when, .keys = &key_specs<WrittenWhen>};
}

}  // namespace teamctl::team
