#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <string>

#include "base/text.hpp"
#include "render/render.hpp"
#include "samples.hpp"

using namespace teamctl;
using samples::zh;

namespace {

using Robot = std::string (*)(const Report&, const Translator&, const render::Style&);
const std::map<std::string, Robot> robots{{"dingtalk", render::dingtalk},
                                          {"feishu", render::feishu},
                                          {"wecom", render::wecom},
                                          {"slack", render::slack}};

Report of(std::vector<Block> blocks) {
    Report report;
    report.name = "agenda";
    report.title = verbatim("议程");
    report.blocks = std::move(blocks);
    return report;
}

Report long_report(std::size_t lines) {
    List list;
    for (std::size_t i = 0; i < lines; ++i)
        list.items.push_back({verbatim("第 " + std::to_string(i) + " 件事要今天办完"), Tone::plain, {}, {}});
    return of({Heading{1, verbatim("议程")}, std::move(list)});
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++found;
    return found;
}

}  // namespace

TEST_CASE("each robot gets the body that its webhook takes") {
    const auto report =
        of({Heading{1, verbatim("议程")}, Heading{2, verbatim("晨会")},
            List{{{verbatim("点名"), Tone::plain, {}, {}}, {verbatim("开门"), Tone::plain, true, {}}}},
            Notice{verbatim("还没有专题")}});
    CHECK(render::dingtalk(report, zh) ==
          "{\n  \"msgtype\": \"markdown\",\n  \"markdown\": {\n    \"title\": \"议程\",\n    \"text\": "
          "\"## 议程\\n\\n### 晨会\\n\\n- 点名\\n\\n☑ 开门\\n\\n⚠ 还没有专题\"\n  }\n}\n");
    CHECK(render::wecom(report, zh) ==
          "{\n  \"msgtype\": \"markdown\",\n  \"markdown\": {\n    \"content\": "
          "\"## 议程\\n### 晨会\\n• 点名\\n☑ 开门\\n⚠ 还没有专题\"\n  }\n}\n");
    CHECK(render::feishu(report, zh).find("\"content\": \"**晨会**\\n- 点名\\n☑ 开门\\n⚠ 还没有专题\"") !=
          std::string::npos);
    CHECK(render::slack(report, zh).find("\"text\": \"*晨会*\\n• 点名\\n☑ 开门\\n⚠ 还没有专题\\n\"") !=
          std::string::npos);
}

TEST_CASE("a table's row is one line, its first cell the label") {
    Table table;
    table.columns = {{"who", verbatim("姓名"), ColumnType::person},
                     {"n", verbatim("次数"), ColumnType::number},
                     {"why", verbatim("事由"), ColumnType::text}};
    table.rows = {{Cell{"王丽"}, Cell{3}, Cell{"请假"}}, {Cell{"李强"}, Cell{}, Cell{"出差"}}};
    const auto body = render::wecom(of({table}), zh, {});
    CHECK(body.find("• **王丽** 次数 3 · 请假\\n• **李强** 出差") != std::string::npos);
}

TEST_CASE("what is to be noted stands at the top, zeros are left out") {
    Table table;
    table.columns = {{"who", verbatim("姓名"), ColumnType::person},
                     {"late", verbatim("迟到"), ColumnType::number},
                     {"absent", verbatim("缺席"), ColumnType::number}};
    table.rows = {{Cell{"王丽"}, Cell{0, Tone::muted}, Cell{1}}};
    const auto body = render::wecom(of({Heading{1, verbatim("议程")}, Heading{2, verbatim("考勤")}, table,
                                        Heading{2, verbatim("请注意")}, Notice{verbatim("没有专题")}}),
                                    zh);
    CHECK(body.find("## 议程\\n### 请注意\\n⚠ 没有专题\\n### 考勤\\n• **王丽** 缺席 1") != std::string::npos);
}

TEST_CASE("a text of a file is no markup, no link and no mention") {
    for (const auto& entry : robots) {
        const auto& name = entry.first;
        const auto robot = entry.second;
        for (const auto* text : {"<@U123> <!channel> <at id=all></at>", "[x](http://a)", "**b** _i_ `c`"}) {
            CAPTURE(name);
            CAPTURE(text);
            const auto body = robot(of({Paragraph{verbatim(text)}}), zh, {});
            for (const auto* markup : {"<@", "<!", "<at", "**b", "`c`"})
                CHECK(body.find(markup) == std::string::npos);
            if (name != "slack") CHECK(body.find("](") == std::string::npos);  // no link there
        }
    }
}

TEST_CASE("what is too long is cut between two lines, and the rest is counted") {
    for (const std::size_t lines : {10U, 90U, 400U, 2000U, 20000U}) {
        CAPTURE(lines);
        const auto report = long_report(lines);
        const auto wecom = render::wecom(report, zh, {});
        CHECK(wecom.size() < 4096 + 200);
        const auto shown = count(wecom, "要今天办完");
        if (shown < lines)
            CHECK(wecom.find("还有 " + std::to_string(lines - shown) + " 行") != std::string::npos);
        CHECK(render::dingtalk(report, zh).size() < 20000);
        CHECK(render::feishu(report, zh).size() < 20 * 1024);
        const auto slack = render::slack(report, zh, {});
        CHECK(count(slack, "\"section\"") + count(slack, "\"header\"") <= 50);
        const auto in_slack = count(slack, "要今天办完");
        if (in_slack < lines)
            CHECK(slack.find("还有 " + std::to_string(lines - in_slack) + " 行") != std::string::npos);
        else
            CHECK(in_slack == lines);
    }
}

TEST_CASE("what says how much is left out has its place within the limit, wherever the cut falls") {
    for (std::size_t pad = 0; pad < 80; ++pad) {
        CAPTURE(pad);
        auto report = long_report(200);
        report.blocks.insert(report.blocks.begin() + 1, Paragraph{verbatim(std::string(pad + 1, 'x'))});
        const auto body = render::wecom(report, zh, {});
        const std::string key = "\"content\": \"";
        const auto from = body.find(key) + key.size();
        const auto content = body.substr(from, body.find('"', from) - from);
        CHECK(content.find("还有") != std::string::npos);
        CHECK(content.size() - count(content, "\\n") <= 4096);
        CHECK(content.size() - count(content, "\\n") > 4000);
    }
}

TEST_CASE("several texts of a row say what they are") {
    Table table;
    table.columns = {{"date", verbatim("日期"), ColumnType::date},
                     {"backup", verbatim("备选"), ColumnType::text},
                     {"host", verbatim("主持"), ColumnType::text}};
    table.rows = {{Cell{"12-01"}, Cell{"王丽"}, Cell{"李强"}}};
    CHECK(render::wecom(of({table}), zh).find("备选 王丽 · 主持 李强") != std::string::npos);
}

TEST_CASE("every kind of block and every hostile text goes into every message") {
    for (const auto& entry : robots) {
        const auto& name = entry.first;
        const auto robot = entry.second;
        CAPTURE(name);
        CHECK(robot(samples::month_summary(), zh, {}).size() > 100);
        for (const auto& text : samples::hostile_texts()) {
            const auto body = robot(samples::saying(text), zh, {});
            CHECK_FALSE(invalid_utf8(body));
            CHECK(body.find('\x1b') == std::string::npos);
        }
    }
}
