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

/// The commands of a group, wrapped between them.
std::string group_lines(const CommandGroup& group, std::size_t width, const Translator& words) {
    constexpr std::size_t columns = 80;
    std::string out = "  " + padded(in(words, group.zh, group.en), width) + "  ";
    std::size_t at = width + 4;
    for (const auto& brief : group.commands) {
        const auto text = fmt::format("{} {}", brief.spec().name, in(words, brief.zh, brief.en));
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
    std::string out = words.say(say("cli.about")) + "\n\n" +
                      words.say(say("cli.usage", bilingual("teamctl 命令 …", "teamctl COMMAND …"))) + "\n\n";
    std::size_t width = 0;
    for (const auto& group : command_groups())
        width = std::max(width, display_width(in(words, group.zh, group.en)));
    for (const auto& group : command_groups()) out += group_lines(group, width, words);
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
