#include "cli/line/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

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

}  // namespace

std::string overview(const Translator& words) {
    std::string out =
        words.say(say("cli.about")) + "\n\n" + words.say(say("cli.usage", "teamctl COMMAND …")) + "\n\n";
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& command : commands())
        rows.emplace_back(std::string{command.name}, std::string{in(words, command.zh, command.en)});
    out += words.say(say("cli.commands")) + "\n" + rows_of(rows) + "\n";
    out += words.say(say("cli.common_options")) + "\n" + common_rows(words) + "\n";
    return out + words.say(say("cli.more_help")) + "\n";
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
    if (!arguments.empty()) out += "\n" + rows_of(arguments);
    if (!options.empty()) out += "\n" + rows_of(options);
    const auto formats = format_names(command);
    if (formats.size() > 1) out += "\n" + words.say(say("cli.formats", joined(formats, ", "))) + "\n";
    return out + "\n" + words.say(say("cli.common_options")) + "\n" + common_rows(words);
}

}  // namespace teamctl::cli
