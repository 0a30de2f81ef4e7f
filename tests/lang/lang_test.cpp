#include "lang/lang.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>

#include "rules/figures/metrics.hpp"
#include "team/metric_words.hpp"

using namespace teamctl;
using namespace teamctl::lang;

namespace {

const Translator& zh = translator(Language::zh);
const Translator& en = translator(Language::en);

/// The numbers between braces in a pattern.
std::set<char> placeholders(std::string_view pattern) {
    std::set<char> numbers;
    for (std::size_t i = 0; i + 1 < pattern.size(); ++i) {
        if (pattern[i] != '{') continue;
        if (pattern[i + 1] == '{') {
            ++i;
        } else {
            numbers.insert(pattern[i + 1]);
        }
    }
    return numbers;
}

/// What a pattern gives, tried on text of the user's own: the pattern takes the place of a word.
std::string in_words(const Translator& words, PhraseArg arg) {
    return words.say(Phrase{{}, {std::move(arg)}});
}

}  // namespace

TEST_CASE("languages are named as locales name them") {
    CHECK(parse_language("zh") == Language::zh);
    CHECK(parse_language("zh_CN.UTF-8") == Language::zh);
    CHECK(parse_language("zh-Hans") == Language::zh);
    CHECK(parse_language("en_GB") == Language::en);
    CHECK_FALSE(parse_language("C"));
    CHECK_FALSE(parse_language("C.UTF-8"));
    CHECK_FALSE(parse_language("POSIX"));
    CHECK_FALSE(parse_language("de_DE.UTF-8"));
    CHECK_FALSE(parse_language("english"));
    CHECK_FALSE(parse_language(""));
}

TEST_CASE("every word stands in both languages, once, with the same places for values") {
    std::string_view before;
    for (const auto& word : words()) {
        CAPTURE(word.key);
        CHECK_FALSE(word.key.empty());
        CHECK_FALSE(word.zh.empty());
        CHECK_FALSE(word.en.empty());
        CHECK(word.key > before);
        // One word chooses between two texts that the sources carry in both languages.
        if (word.key != "name.bilingual") CHECK(placeholders(word.zh) == placeholders(word.en));
        CHECK_FALSE(std::regex_search(std::string{word.zh}, std::regex{"\\{[0-9]:[^}]*\\|"}));
        before = word.key;
    }
    CHECK(words().size() > 3);
}

TEST_CASE("a key that stands in no list is seen") {
    CHECK(zh.say(say("no.such.key", 3)) == "[[no.such.key]]");
}

TEST_CASE("values are written as each language writes them") {
    const Date monday = make_date(2026, 11, 23);
    CHECK(in_words(zh, Money{1825000}) == "18,250");
    CHECK(in_words(zh, Ratio{8, 9}) == "88.9 %");
    CHECK(in_words(zh, monday) == "11月23日 周一");
    CHECK(in_words(en, monday) == "Mon 23 Nov");
    CHECK(in_words(zh, month_of(monday)) == "2026年11月");
    CHECK(in_words(en, month_of(monday)) == "November 2026");
    CHECK(in_words(zh, weekday_of(monday)) == "周一");
    CHECK(in_words(en, weekday_of(monday)) == "Mon");
    CHECK(in_words(en, TimeOfDay{540}) == "09:00");
    CHECK(in_words(zh, std::int64_t{-4}) == "-4");
    const PhraseList list{{verbatim("王丽"), verbatim("李强")}};
    CHECK(in_words(zh, list) == "王丽、李强");
    CHECK(in_words(en, list) == "王丽, 李强");
    CHECK(zh.say({}).empty());
    CHECK(zh.date(monday) == "11-23 周一");
    CHECK(en.date(monday) == "Mon 23 Nov");
    CHECK(zh.date_with_year(monday) == "2026-11-23 周一");
    CHECK(en.date_with_year(monday) == "Mon 23 Nov 2026");
}

TEST_CASE("periods are named by their unit") {
    const Date day = make_date(2026, 11, 23);
    CHECK(in_words(zh, day_period(day)) == "2026年11月23日 周一");
    CHECK(in_words(en, day_period(day)) == "Mon 23 Nov 2026");
    CHECK(in_words(zh, week_period(day)) == "2026年第48周");
    CHECK(in_words(en, week_period(day)) == "week 48 of 2026");
    CHECK(in_words(zh, month_period(month_of(day))) == "2026年11月");
    CHECK(in_words(zh, quarter_period(day)) == "2026年第4季度");
    CHECK(in_words(en, quarter_period(day)) == "Q4 2026");
    CHECK(in_words(zh, year_period(2026)) == "2026年");
    CHECK(in_words(en, year_period(2026)) == "2026");
    const Period in_month{make_date(2026, 11, 1), make_date(2026, 11, 15), Period::Unit::range};
    CHECK(in_words(zh, in_month) == "2026年11月1日至15日");
    CHECK(in_words(en, in_month) == "1–15 Nov 2026");
    const Period in_year{make_date(2026, 11, 23), make_date(2026, 12, 4), Period::Unit::range};
    CHECK(in_words(zh, in_year) == "2026年11月23日至12月4日");
    CHECK(in_words(en, in_year) == "23 Nov – 4 Dec 2026");
    const Period over_years{make_date(2026, 12, 28), make_date(2027, 1, 3), Period::Unit::range};
    CHECK(in_words(zh, over_years) == "2026年12月28日至2027年1月3日");
    CHECK(in_words(en, over_years) == "28 Dec 2026 – 3 Jan 2027");
}

TEST_CASE("patterns take values, forms and plurals") {
    const std::vector<PhraseArg> args{std::int64_t{1}, make_date(2026, 11, 23), Ratio{8, 9},
                                      std::string{"{0}"}, PhraseList{{verbatim("a"), verbatim("b")}}};
    const auto filled = [&](std::string_view pattern) { return expanded(Language::en, pattern, args); };
    CHECK(filled("{0} {0:day|days}") == "1 day");
    CHECK(filled("{4:is|are}") == "are");
    CHECK(filled("{1:year}, {1:day}, {1:iso}") == "Mon 23 Nov 2026, 23 Nov, 2026-11-23");
    CHECK(filled("{2:.4}") == "0.8889");
    CHECK(filled("{4:clauses}") == "a; b");
    CHECK(filled("{{0}} {3}") == "{0} {0}");
    CHECK(filled("{9} {x} {") == "{9} {x} {");
}

TEST_CASE("every Chinese title of a metric may stand in a file for its name") {
    team::Team team;
    team.series.emplace_back();
    for (const auto* role : {"host", "巡更"}) {
        team.series.back().roles.emplace_back();
        team.series.back().roles.back().name = role;
    }
    std::set<std::string> names;
    for (const auto& metric : rules::metrics(team)) {
        const auto title = zh.say(metric.title);
        CAPTURE(title);
        CHECK(team::metric_word(team, title) == metric.name);
        CHECK(team::metric_word(team, metric.name) == metric.name);
        CHECK(team::metric_word(team, team::metric_title(metric.name)) == metric.name);
        names.insert(team::metric_word(team, title));
    }
    CHECK(names.size() == rules::metrics(team).size());
    CHECK(team::metric_word(team, "巡逻次数") == "巡逻次数");
}
