// The words of the schemas, and how Chinese teams write them.
#include "team/fixed_words.hpp"

#include <doctest/doctest.h>

#include <map>

#include "team/files.hpp"
#include "team/schema.hpp"

namespace teamctl::team {
namespace {

using Words = std::vector<std::string>;

/// The sets of words that a type holds anywhere within.
void add_sets(const TypeSpec& type, const std::string& at, std::map<std::string, Words>& sets) {
    if (!type.choices.empty()) sets[at] = type.choices;
    if (type.item) add_sets(*type.item, at, sets);
    if (type.keys == nullptr) return;
    for (const auto& key : type.keys()) add_sets(key.type, at + "." + std::string{key.name}, sets);
}

std::map<std::string, Words> all_sets() {
    std::map<std::string, Words> sets;
    for (const auto& file : file_specs()) {
        if (file.keys == nullptr || file.kind == FileKind::closing) continue;
        for (const auto& key : file.keys())
            add_sets(key.type, std::string{file.name} + "." + std::string{key.name}, sets);
    }
    for (const auto& spec : record_specs()) {
        for (const auto& field : spec.fields)
            sets[std::string{spec.name} + "." + std::string{field.name}] = {field.choices.begin(),
                                                                            field.choices.end()};
    }
    return sets;
}

TEST_CASE("every fixed word has a Chinese spelling that no other of its set has") {
    const auto sets = all_sets();
    CHECK(sets.size() > 20);
    for (const auto& set : sets) {
        const auto& at = set.first;
        const auto& words = set.second;
        for (const auto& word : words) {
            INFO(at << ": " << word);
            const auto spellings = chinese_of(word);
            CHECK(!spellings.empty());
            for (const auto zh : spellings) CHECK(word_in(zh, words) == word);
            CHECK(word_in(word, words) == word);
        }
    }
}

TEST_CASE("a mistyped word is told the nearest one, in either spelling") {
    const Words kinds{"annual", "sick", "private", "business"};
    CHECK(nearest_word("sikc", kinds) == "sick");
    CHECK(nearest_word("年休价", kinds) == "annual");
    CHECK_FALSE(nearest_word("婚假", Words{"sick"}));
    CHECK(word_in("婚假", kinds).empty());
    CHECK(word_in("", kinds).empty());
}

TEST_CASE("values of several words are read in Chinese") {
    for (const auto& [zh, words] : std::map<std::string, std::string>{{"每天", "day"},
                                                                      {"每个工作日", "workday"},
                                                                      {"每周", "week"},
                                                                      {"每两周", "2 week"},
                                                                      {"隔周", "2 week"},
                                                                      {"每3个月", "3 month"},
                                                                      {"每12个月", "12 month"},
                                                                      {"每季度", "quarter"},
                                                                      {"每年", "year"},
                                                                      {"最后一个工作日", "last workday"},
                                                                      {"第二个周二", "second tue"},
                                                                      {"最后一天", "last day"},
                                                                      {"15日", "15 day"},
                                                                      {"最后5个工作日", "last 5 workday"},
                                                                      {"前 3 个工作日", "first 3 workday"},
                                                                      {"30分钟", "30 minutes"},
                                                                      {"两小时", "2 hours"},
                                                                      {"7天", "7 day"}})
        CHECK(in_file_words(zh) == words);
    for (const std::string same : {"2 weeks", "last workday", "每周末", "随便", ""})
        CHECK(in_file_words(same) == same);
}

}  // namespace
}  // namespace teamctl::team
