// What typed words of a record come to, from the word to the line of the log.
#include "entry/draft.hpp"

#include <doctest/doctest.h>

#include <set>

#include <string>
#include <vector>

#include "../support/directory.hpp"
#include "../support/values.hpp"
#include "entry/form.hpp"
#include "entry/lead.hpp"
#include "entry/numbers.hpp"
#include "entry/references.hpp"
#include "entry/words.hpp"
#include "lang/lang.hpp"
#include "team/write_record.hpp"

namespace teamctl::test {
namespace {

using Words = std::vector<std::string>;

/// A small team on disk, and drafts of records of its 2 December 2026, 10:00.
struct Desk {
    Directory directory;
    store::Directory opened{directory.path};

    Desk() {
        directory.write("teamctl.yaml", "team: 测试队\ntimezone: Asia/Shanghai\n");
        directory.write("roster.yaml",
                        "people:\n- {id: wangli, name: 王丽}\n- {id: zhangwei, name: 张伟}\n"
                        "- {id: lilei, name: 李磊}\n");
        directory.write(
            "checklists/opening.yaml",
            "name: 开门检查\nitems: [{id: book, text: 登记簿}, {id: temp, text: 室温, unit: °C}]\n");
        directory.write("log/2026-12/2026-12-01.yaml",
                        "- customer: {id: c-1, name: 赵老板, owner: wangli}\n"
                        "- customer: {id: c-2, name: 赵老板娘, owner: wangli}\n"
                        "- action: {id: a-1, who: lilei, text: 送样品}\n");
    }

    entry::Draft draft(std::string_view kind) {
        return {opened,
                {day("2026-12-02"), clock("10:00")},
                lang::translator(lang::Language::zh),
                team::record_spec(kind),
                day("2026-12-02")};
    }

    /// The line that the words come to, or what is said against them.
    std::string line(std::string_view kind, const Words& words) {
        auto made = draft(kind);
        if (const auto refusal = entry::take_words(made, words)) return said(*refusal);
        const auto written = entry::line_of(made, entry::made_id(made, ""));
        const auto* text = std::get_if<std::string>(&written);
        return text != nullptr ? *text : said(std::get<entry::Refusal>(written));
    }

    static std::string said(const entry::Refusal& refusal) {
        return lang::translator(lang::Language::en).say(refusal.what);
    }
};

std::string_view kind(std::string_view word) {
    const int found = entry::kind_named(word);
    return found < 0 ? "" : team::record_specs()[static_cast<std::size_t>(found)].name;
}

TEST_CASE("a kind is named by its key, a title, or a part of a Chinese title that is its alone") {
    CHECK(kind("praise") == "praise");
    CHECK(kind("表扬") == "praise");
    CHECK(kind("Praise") == "praise");
    CHECK(kind("日记") == "diary");
    CHECK(kind("工单") == "ticket");  // whole titles come first
    CHECK(kind("客户").empty());      // three have it in theirs
    CHECK(kind("记").empty());        // one character is too little
    CHECK(kind("").empty());
}

TEST_CASE("a field is named by its key, or by a title that one field alone bears") {
    const auto named = [](std::string_view kind, std::string_view word) {
        const auto& spec = team::record_spec(kind);
        const int field = entry::field_named(spec, word);
        return field < 0 ? std::string_view{} : spec.fields[static_cast<std::size_t>(field)].name;
    };
    CHECK(named("praise", "who") == "who");
    CHECK(named("praise", "表扬谁") == "who");
    CHECK(named("attendance", "到场") == "present");
    CHECK(named("praise", "owner").empty());
    CHECK(named("deal", "金额") == "amount");
}

TEST_CASE("a word with a key is taken apart at the first sign; a text has none") {
    CHECK(entry::key_value("for=a=b")->key == "for");
    CHECK(entry::key_value("for=a=b")->value == "a=b");
    CHECK(entry::key_value("who=")->value.empty());
    CHECK_FALSE(entry::key_value("主动顶班"));
    CHECK_FALSE(entry::key_value("=5"));
}

TEST_CASE("words come to one line, in the order of the table, with ids for names") {
    Desk desk;
    CHECK(desk.line("praise", {"主动顶班", "who=李磊"}) == "- praise: {who: lilei, for: 主动顶班}");
    CHECK(desk.line("check", {"清单=开门检查", "不合格=登记簿", "读数=temp:21.5", "at=9:05"}) ==
          "- check: {list: opening, readings: {temp: 21.5}, failed: [book], at: \"09:05\"}");
    CHECK(desk.line("action", {"id=a1", "回电话", "who=wangli", "due=明天", "urgent=是"}) ==
          "- action: {id: a1, who: wangli, text: 回电话, due: 2026-12-03, urgent: true}");
    CHECK(desk.line("done", {"id=样品"}) == "- done: {id: a-1}");
    CHECK(desk.line("contact", {"who=wangli", "customer=赵老板"}) ==
          "- contact: {who: wangli, customer: c-1}");
}

TEST_CASE("what cannot be taken is refused with a reason") {
    Desk desk;
    CHECK(desk.line("praise", {"whom=李磊"}).find("whom") != std::string::npos);
    CHECK(desk.line("praise", {"who=李磊", "表扬谁=王丽"}).find("who") != std::string::npos);
    CHECK(desk.line("note", {"主动", "顶班"}).find("顶班") != std::string::npos);
    CHECK(desk.line("contact", {"who=wangli", "customer=赵"}).find("2") !=
          std::string::npos);                                                    // who of the two?
    CHECK(desk.line("announce", {"until"}).find("until") != std::string::npos);  // a key without its value
}

TEST_CASE(
    "a name means the one that bears it whole before those that hold it, what is open before the rest") {
    const std::vector<entry::EntityChoice> choices{{"c-1", "赵老板", "", true},
                                                   {"c-2", "赵老板娘", "", true},
                                                   {"c-3", "钱先生", "", false},
                                                   {"赵", "x", "", false}};
    const auto ids = [&](std::string_view text) {
        Words found;
        for (const auto& choice : entry::meant(choices, text)) found.push_back(choice.id);
        return found;
    };
    CHECK(ids("赵老板") == Words{"c-1"});
    CHECK(ids("老板") == Words{"c-1", "c-2"});
    CHECK(ids("钱") == Words{"c-3"});
    CHECK(ids("赵") == Words{"赵"});
    CHECK(ids("").empty());
    CHECK(ids("孙").empty());
}

TEST_CASE("nobody typed it: who says so, and the time of the day itself") {
    Desk desk;
    auto praise = desk.draft("praise");
    praise.me = "wangli";
    entry::add_defaults(praise);
    CHECK(praise.find("by")->value == "wangli");
    CHECK(praise.find("at")->value == "10:00");
    CHECK(praise.find("at")->filled);
    auto customer = desk.draft("customer");
    customer.me = "wangli";
    entry::add_defaults(customer);
    CHECK(customer.find("owner")->value == "wangli");
    auto ticket = desk.draft("ticket");
    ticket.me = "wangli";
    entry::add_defaults(ticket);  // about whom, or by whom handled?
    CHECK(ticket.find("who") == nullptr);
    CHECK(ticket.find("owner") == nullptr);
}

TEST_CASE("a line is divided as a shell divides it") {
    using Divided = std::optional<Words>;
    CHECK(entry::words_of("praise  who=王丽\tfor='主动 顶班'") ==
          Divided{{"praise", "who=王丽", "for=主动 顶班"}});
    CHECK(entry::words_of("note \"said \\\"no\\\"\" '' 'ab c'") ==
          Divided{{"note", "said \"no\"", "", "ab c"}});
    CHECK(entry::words_of(" note 它的\\路径 ") == Divided{{"note", "它的\\路径"}});
    CHECK(entry::words_of("") == Divided{Words{}});
    CHECK_FALSE(entry::words_of("note text=\"half").has_value());
    CHECK_FALSE(entry::words_of("note 'half").has_value());
    // Signs of a text within a word are no quotes; Chinese blanks and quotes are as the others.
    CHECK(entry::words_of("note it's “o k” 说“好”了") == Divided{{"note", "it's", "o k", "说“好”了"}});
    CHECK(entry::words_of("表扬　王丽　for=“主动 顶班”") == Divided{{"表扬", "王丽", "for=主动 顶班"}});
}

TEST_CASE("numbers and times are read as people write them") {
    const auto at = [](int hour, int minute) { return std::optional{TimeOfDay{hour * 60 + minute}}; };
    CHECK(entry::time_in("9:05") == at(9, 5));
    CHECK(entry::time_in("16：40") == at(16, 40));
    CHECK(entry::time_in("8点") == at(8, 0));
    CHECK(entry::time_in("8点半") == at(8, 30));
    CHECK(entry::time_in("8点5分") == at(8, 5));
    CHECK(entry::time_in("10点20") == at(10, 20));
    CHECK(entry::time_in("下午3点20分") == at(15, 20));
    CHECK(entry::time_in("下午12点半") == at(12, 30));
    CHECK(entry::time_in("上午9:30") == at(9, 30));
    for (const auto* none : {"", "9", "8点半钟", "25:00", "点", "12.5", "八点", "晚上12点"})
        CHECK_FALSE(entry::time_in(none));
    CHECK(entry::bare_number("¥12,800元") == "12800");
    CHECK(entry::bare_number("1,234,567.50") == "1234567.50");
    CHECK(entry::bare_number("+3") == "3");
    CHECK(entry::bare_number("3分") == "3");
    CHECK(entry::bare_number("-260") == "-260");
    CHECK(entry::bare_number("两") == "2");
    CHECK(entry::bare_number("十") == "10");
    CHECK(entry::bare_number("十五分") == "15");
    CHECK(entry::bare_number("二十") == "20");
    CHECK(entry::bare_number("一百块") == "100");
    CHECK(entry::bare_number("三百零二") == "302");
    CHECK(entry::bare_number("两千一百一十五") == "2115");
    for (const std::string same :
         {"12,80", ",800", "1,2345", "", "零", "一二", "万一", "十十", "十百", "百", "三零", "一直"})
        CHECK(entry::bare_number(same) == same);
}

TEST_CASE("a day and a mark stand in front of a record") {
    const Date friday = make_date(2026, 12, 11);
    const auto lead_of = [&](Words words) {
        const auto lead = entry::take_lead(words, friday);
        return std::tuple{lead.day, lead.two_days, words};
    };
    using Lead = std::tuple<std::optional<Date>, bool, Words>;
    CHECK(lead_of({"周一", "表扬", "王丽"}) == Lead{make_date(2026, 12, 7), false, {"表扬", "王丽"}});
    CHECK(lead_of({"周五"}) == Lead{friday, false, {}});
    CHECK(lead_of({"12月7日", "周一："}) == Lead{make_date(2026, 12, 7), false, {}});
    CHECK(std::get<1>(lead_of({"12月7日", "周二"})));
    CHECK(lead_of({"last", "friday", "note", "x"}) == Lead{make_date(2026, 12, 4), false, {"note", "x"}});
    // A date without its year is the last such day, but where it is soon, or may be told ahead.
    CHECK(std::get<0>(lead_of({"3月5日", "表扬", "王丽"})) == make_date(2026, 3, 5));
    CHECK(std::get<0>(lead_of({"3月5日"})) == make_date(2026, 3, 5));
    CHECK(std::get<0>(lead_of({"12月12日", "表扬"})) == make_date(2026, 12, 12));
    CHECK(std::get<0>(lead_of({"2027-03-05", "表扬"})) == make_date(2027, 3, 5));
    CHECK(std::get<0>(lead_of({"3月5日", "取消会议"})) == make_date(2027, 3, 5));
    CHECK(lead_of({"9:05", "note", "x"}) == Lead{std::nullopt, false, {"note", "x", "at=09:05"}});
    CHECK(lead_of({"praise", "monday"}) == Lead{std::nullopt, false, {"praise", "monday"}});
    CHECK(entry::without_mark("- 表扬") == "表扬");
    CHECK(entry::without_mark("12、表扬") == "表扬");
    CHECK(entry::without_mark("3. note") == "note");
    CHECK(entry::without_mark("12.1 note") == "12.1 note");
}

TEST_CASE("a made id ends by chance, in what the day does not hold") {
    Desk desk;
    auto draft = desk.draft("customer");
    draft.give("owner", "王丽");
    std::set<std::string> made;
    for (int i = 0; i < 1000; ++i) {
        draft.chance += 1'000'003;
        const auto id = entry::made_id(draft, "");
        REQUIRE(id.starts_with("c261202-wangli-"));
        const auto end = id.substr(15);
        CHECK(end.size() == 3);
        CHECK(end.find_first_of("23456789") != std::string::npos);
        CHECK(end.find_first_of("abcdefghjkmnpqstuvwxyz") != std::string::npos);
        CHECK(entry::made_id(draft, "") == id);
        CHECK(entry::made_id(draft, "- customer: {id: " + id + "}\n") != id);
        made.insert(id);
    }
    CHECK(made.size() > 900);
    draft.give("id", "mine");
    CHECK(entry::made_id(draft, "").empty());
}

TEST_CASE("a record that was read is written as a line that reads the same") {
    Desk desk;
    const auto draft = desk.draft("check");
    for (const std::string line :
         {"- check: {list: opening, by: lilei, readings: {temp: 21.5}, failed: [book], note: \"a: b, #c\", "
          "at: \"09:05\"}",
          "- deal: {id: d-1, who: wangli, customer: c-1, amount: 1800.50, due: 2026-12-31, at: \"24:00\"}",
          "- action: {id: a-1, who: lilei, text: \"true\", urgent: true, important: false}",
          "- training: {topic: 产品, attend: [wangli, lilei], minutes: 30}"}) {
        CAPTURE(line);
        const auto record = entry::record_of(draft, line);
        REQUIRE(record);
        CHECK("- " + team::record_text(draft.team(), *record) == line);
    }
}

TEST_CASE("a form gives what has a value, by keys or titles, and says what is no key") {
    Desk desk;
    auto draft = desk.draft("check");
    Diagnostics problems;
    CHECK(entry::take_form(draft, "form",
                           "check:\n  list: opening\n  检查人: 李磊\n  note:\n  failed: [book]\n",
                           problems) == entry::Form::filled);
    CHECK(draft.find("by")->value == "李磊");
    CHECK(draft.find("failed")->value == "[book]");
    CHECK(draft.find("failed")->ready);
    CHECK(draft.find("note") == nullptr);
    CHECK(entry::take_form(draft, "form", "check:\n  list:\n", problems) == entry::Form::empty);
    CHECK_FALSE(problems.has_errors());
    CHECK(entry::take_form(draft, "form", "check: {lost: 1}\n", problems) == entry::Form::bad);
    CHECK(entry::take_form(draft, "form", "praise: {who: lilei}\n", problems) == entry::Form::bad);
}

}  // namespace
}  // namespace teamctl::test
