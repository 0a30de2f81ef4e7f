#include "cli/line/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "cli/line/examples.hpp"
#include "team/files.hpp"

namespace teamctl::cli {
namespace {

std::string_view in(const Translator& words, std::string_view zh, std::string_view en) {
    return words.code() == "zh" ? zh : en;
}

/// Two columns, the second wrapped to 80.
std::string rows_of(const std::vector<std::pair<std::string, std::string>>& rows) {
    std::size_t width = 0;
    for (const auto& [left, right] : rows) width = std::max(width, display_width(left));
    width = std::min<std::size_t>(width, 30);
    std::string out;
    for (const auto& [left, right] : rows) {
        std::string lead = "  " + padded(left, width) + "  ";
        if (display_width(left) > width) {
            out += "  " + left + "\n";
            lead = std::string(width + 4, ' ');
        }
        for (const auto& line : wrapped(right, 79 - width - 4)) {
            out += lead + line + "\n";
            lead = std::string(width + 4, ' ');
        }
    }
    return out;
}

std::pair<std::string, std::string> option_row(const OptionSpec& spec, const Translator& words) {
    std::string left = spec.letter != 0 ? fmt::format("-{}, ", spec.letter) : "    ";
    left += "--" + std::string{spec.name};
    if (!spec.value.empty()) left += " " + std::string{spec.value};
    return {left, std::string{in(words, spec.zh, spec.en)}};
}

std::string common_rows(const Translator& words) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& spec : common_options()) rows.push_back(option_row(spec, words));
    return rows_of(rows);
}

/// A command in the overview, with a word on it.
struct Brief {
    std::string_view name;
    std::string_view zh;
    std::string_view en;
};

struct Group {
    std::string_view zh;
    std::string_view en;
    std::vector<Brief> commands;
};

const std::vector<Group>& groups() {
    static const std::vector<Group> all{
        {"开始",
         "Start",
         {{"init", "建团队", "your team"},
          {"demo", "示例", "an example"},
          {"check", "检查文件", "all files"},
          {"edit", "改文件", "one file"}}},
        {"每天",
         "Every day",
         {{"agenda", "议程", "the day's meetings"},
          {"due", "待办", "what waits"},
          {"log", "记一笔", "a record"},
          {"records", "查记录", "list them"},
          {"leave", "请假", "who is off"}}},
        {"值班与检查",
         "Duties",
         {{"schedule", "排班", "the rota"},
          {"swap", "换班", "one turn"},
          {"next", "轮到谁", "whose turn"},
          {"checklist", "清单", "checks"},
          {"calendar", "日历", "the month"}}},
        {"客户与设备",
         "Work",
         {{"customer", "客户", "customers"}, {"ticket", "工单", "tickets"}, {"asset", "设备", "assets"}}},
        {"人",
         "People",
         {{"person", "一个人", "one card"},
          {"roster", "花名册", "who leads whom"},
          {"rename", "改编号", "an id everywhere"}}},
        {"月末",
         "The month",
         {{"summary", "总结", "all figures"},
          {"standings", "排名", "ranking"},
          {"award", "评奖", "winners"},
          {"explain", "数字明细", "a figure"},
          {"close", "封存", "carry over"}}},
        {"进出",
         "In and out",
         {{"import", "读入", "files of others"},
          {"export", "导出", "tables"},
          {"site", "网页", "web pages"}}},
        {"安装",
         "Set up",
         {{"completion", "命令补全", "Tab"},
          {"hook", "git 检查", "git"},
          {"merge-driver", "git 合并", "git merges"},
          {"schema", "编辑器提示", "editors"},
          {"help", "帮助", "more help"}}},
    };
    return all;
}

/// The commands of a group, wrapped between them.
std::string group_lines(const Group& group, std::size_t width, const Translator& words) {
    constexpr std::size_t columns = 80;
    std::string out = "  " + padded(in(words, group.zh, group.en), width) + "  ";
    std::size_t at = width + 4;
    for (const auto& brief : group.commands) {
        const auto text = fmt::format("{} {}", brief.name, in(words, brief.zh, brief.en));
        const bool first = &brief == &group.commands.front();
        if (!first && at + 3 + display_width(text) > columns) {
            out += "\n" + std::string(width + 4, ' ') + text;
            at = width + 4 + display_width(text);
        } else {
            out += (first ? "" : " · ") + text;
            at += (first ? 0 : 3) + display_width(text);
        }
    }
    return out + "\n";
}

}  // namespace

std::string overview(const Translator& words) {
    std::string out =
        words.say(say("cli.about")) + "\n\n" + words.say(say("cli.usage", "teamctl COMMAND …")) + "\n\n";
    std::size_t width = 0;
    for (const auto& group : groups()) width = std::max(width, display_width(in(words, group.zh, group.en)));
    for (const auto& group : groups()) out += group_lines(group, width, words);
    return out + "\n" + words.say(say("cli.more_help")) + "\n";
}

std::string common_help(const Translator& words) {
    return words.say(say("cli.common_options")) + "\n" + common_rows(words);
}

std::string files_help(const Translator& words) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& spec : team::file_specs()) {
        const auto path = !spec.file.empty() ? std::string{spec.file} : fmt::format("{}/", spec.folder);
        rows.emplace_back(path, std::string{in(words, spec.zh, spec.en)});
    }
    return words.say(say("cli.files")) + "\n" + rows_of(rows) + "\n" + words.say(say("cli.more_on_files")) +
           "\n";
}

std::string tutorial(const Translator& words) {
    return words.say(say("help.tutorial")) + "\n";
}

std::string help_of(const CommandSpec& command, const Translator& words) {
    std::string call = "teamctl " + std::string{command.name};
    std::vector<std::pair<std::string, std::string>> arguments;
    for (const auto& spec : command.arguments) {
        std::string shown{spec.name};
        if (spec.repeated) shown += "…";
        call += spec.required ? " " + shown : " [" + shown + "]";
        arguments.emplace_back(std::string{spec.name}, std::string{in(words, spec.zh, spec.en)});
    }
    std::vector<std::pair<std::string, std::string>> options;
    for (const auto& spec : command.options) options.push_back(option_row(spec, words));
    std::string out = joined(wrapped(in(words, command.zh, command.en), 79), "\n") + "\n\n" +
                      words.say(say("cli.usage", call)) + "\n";
    for (const auto example : examples_of(command.name, words.code() == "zh"))
        out += fmt::format("  $ teamctl {}\n", example);
    if (!arguments.empty()) out += "\n" + rows_of(arguments);
    if (!options.empty()) out += "\n" + rows_of(options);
    const auto formats = format_names(command);
    if (formats.size() > 1) out += "\n" + words.say(say("cli.formats", joined(formats, ", "))) + "\n";
    return out + "\n" + words.say(say("cli.options_too")) + "\n";
}

}  // namespace teamctl::cli
