// Message bodies for the robots of chat groups, to be posted as they are: DingTalk, Feishu, WeCom, Slack.
// A text of a file never becomes markup, a link or a mention; what is longer than a robot takes is cut
// between two lines and says how many are missing.
#include <functional>

#include "base/text.hpp"
#include "render/chat_lines.hpp"
#include "render/render.hpp"

namespace teamctl::render {
namespace {

// What the robots take, in bytes of UTF-8; a little is left for the JSON around it.
constexpr std::size_t dingtalk_most = 18000;  // 20,000 for the body
constexpr std::size_t feishu_most = 16000;    // 20 KB for the body
constexpr std::size_t wecom_most = 4096;      // markdown.content
constexpr std::size_t slack_section = 3000;   // characters of a section block
constexpr std::size_t slack_header = 150;     // characters of a header block
constexpr std::size_t slack_blocks = 50;

/// Every character of `special` replaced by what `instead` gives for it.
std::string replaced(std::string_view text, std::string_view special,
                     const std::function<std::string(char)>& instead) {
    std::string out;
    for (const char c : text) {
        if (special.find(c) == std::string_view::npos)
            out += c;
        else
            out += instead(c);
    }
    return out;
}

/// The full-width form, for robots that know no escape: `*` as `＊`.
std::string full_width(char c) {
    const unsigned code = 0xFF00U + static_cast<unsigned char>(c) - 0x20U;
    return {static_cast<char>(0xE0U | code >> 12U), static_cast<char>(0x80U | (code >> 6U & 0x3FU)),
            static_cast<char>(0x80U | (code & 0x3FU))};
}

std::string full_width_text(std::string_view text) {
    return replaced(text, "*_`[]<>#~\\!", full_width);
}

std::string entities(std::string_view text) {
    return replaced(text, "*_`[]<>#~\\!&", [](char c) { return "&#" + std::to_string(int{c}) + ";"; });
}

/// Slack knows three entities; the signs of its emphasis lose their effect behind a space of no width.
std::string slack_text(std::string_view text) {
    return replaced(text, "&<>*_~`", [](char c) {
        if (c == '&') return std::string{"&amp;"};
        if (c == '<') return std::string{"&lt;"};
        if (c == '>') return std::string{"&gt;"};
        return std::string{"\u200b"} + c;
    });
}

/// How one robot writes the parts of a line.
struct Dialect {
    std::string (*escaped)(std::string_view);
    std::string_view bold;      ///< around bold text
    std::string_view line_end;  ///< a single line feed is lost by some
    bool has_headings = true;
    bool has_lists = true;  ///< else a dash is a plain sign
};

constexpr Dialect dingtalk_dialect{full_width_text, "**", "\n\n", true, true};
constexpr Dialect feishu_dialect{entities, "**", "\n", false, true};
constexpr Dialect wecom_dialect{full_width_text, "**", "\n", true, false};
constexpr Dialect slack_dialect{slack_text, "*", "\n", false, false};

std::string bold(const Dialect& dialect, std::string_view text) {
    if (text.empty()) return {};
    return std::string{dialect.bold} + std::string{text} + std::string{dialect.bold};
}

std::string tick(std::string_view mark) {
    if (mark == "[ ]") return "☐";
    if (mark == "[x]") return "☑";
    return std::string{mark};
}

std::string written(const Dialect& dialect, const ChatLine& line) {
    const std::string text = dialect.escaped(line.text);
    const std::string label = bold(dialect, dialect.escaped(line.label));
    const std::string said = label + (label.empty() || text.empty() ? "" : " ") +
                             (line.tone == Tone::bad && label.empty() ? bold(dialect, text) : text);
    switch (line.kind) {
        case ChatLine::Kind::heading:
            return dialect.has_headings
                       ? std::string(static_cast<std::size_t>(std::max(1, line.level)) + 1, '#') + " " + text
                       : bold(dialect, text);
        case ChatLine::Kind::notice:
            return "⚠ " + said;
        case ChatLine::Kind::item: {
            const std::string indent(static_cast<std::size_t>(line.level) * 2, ' ');
            const std::string mark = tick(line.mark);
            return indent + (mark == "-" && !dialect.has_lists ? "•" : mark) + " " + said;
        }
        case ChatLine::Kind::text:
            break;
    }
    return said;
}

/// The lines, as many as `most` bytes hold, and a last one that counts those left out.
std::string message(const Dialect& dialect, const std::vector<ChatLine>& lines, std::size_t most,
                    const Translator& words) {
    const auto rest = [&](std::size_t count) { return words.say(say("render.more_lines", count)); };
    const std::size_t reserve = rest(lines.size()).size() + dialect.line_end.size();
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string next = written(dialect, lines[i]);
        next += dialect.line_end;
        const bool is_last = i + 1 == lines.size();
        if (out.size() + next.size() + (is_last ? 0 : reserve) > most) return out + rest(lines.size() - i);
        out += next;
    }
    while (!out.empty() && out.back() == '\n') out.pop_back();
    return out;
}

std::string title_of(const Report& report, const Translator& words) {
    return made_harmless(words.say(report.title));
}

Json text_node(std::string_view type, std::string text) {
    return Json::object()
        .set(type == "plain_text" || type == "mrkdwn" ? "type" : "tag", type)
        .set(type == "markdown" ? "content" : "text", std::move(text));
}

}  // namespace

std::string dingtalk(const Report& report, const Translator& words, const Style& /*style*/) {
    auto markdown = Json::object();
    markdown.set("title", title_of(report, words));
    markdown.set("text", message(dingtalk_dialect, chat_lines(report, words), dingtalk_most, words));
    return to_json(Json::object().set("msgtype", "markdown").set("markdown", std::move(markdown)));
}

std::string wecom(const Report& report, const Translator& words, const Style& /*style*/) {
    auto markdown = Json::object();
    markdown.set("content", message(wecom_dialect, chat_lines(report, words), wecom_most, words));
    return to_json(Json::object().set("msgtype", "markdown").set("markdown", std::move(markdown)));
}

/// Whether the first line is the title, which the robot shows by itself.
static bool begins_with_title(const std::vector<ChatLine>& lines) {
    return !lines.empty() && lines.front().kind == ChatLine::Kind::heading && lines.front().level == 1;
}

std::string feishu(const Report& report, const Translator& words, const Style& /*style*/) {
    auto lines = chat_lines(report, words);
    if (begins_with_title(lines)) lines.erase(lines.begin());
    auto elements = Json::array();
    elements.push(text_node("markdown", message(feishu_dialect, lines, feishu_most, words)));
    auto title = Json::object().set("tag", "plain_text").set("content", title_of(report, words));
    auto card = Json::object();
    card.set("header", Json::object().set("title", std::move(title)).set("template", "blue"));
    card.set("elements", std::move(elements));
    return to_json(Json::object().set("msg_type", "interactive").set("card", std::move(card)));
}

std::string slack(const Report& report, const Translator& words, const Style& /*style*/) {
    auto lines = chat_lines(report, words);
    if (begins_with_title(lines)) lines.erase(lines.begin());
    const std::string title = title_of(report, words);
    auto blocks = Json::array();
    blocks.push(Json::object()
                    .set("type", "header")
                    .set("text", text_node("plain_text", fitted(title, slack_header))));
    std::size_t count = 1;
    for (std::size_t from = 0; from < lines.size(); ++count) {
        // One block before the last says how much is left out.
        if (count + 1 == slack_blocks) {
            const auto rest = words.say(say("render.more_lines", lines.size() - from));
            blocks.push(Json::object().set("type", "section").set("text", text_node("mrkdwn", rest)));
            break;
        }
        std::string text;
        for (; from < lines.size(); ++from) {
            std::string next = written(slack_dialect, lines[from]) + "\n";
            if (next.size() > slack_section) next = fitted(next, slack_section / 4) + "\n";
            if (text.size() + next.size() > slack_section) break;
            text += next;
        }
        blocks.push(Json::object().set("type", "section").set("text", text_node("mrkdwn", text)));
    }
    return to_json(Json::object().set("text", slack_text(title)).set("blocks", std::move(blocks)));
}

}  // namespace teamctl::render
