#include "cli/line/parse.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>

#include "base/text.hpp"
#include "cli/line/examples.hpp"
#include "cli/start/own.hpp"

namespace teamctl::cli {
namespace {

std::string option_names(const OptionSpec& spec) {
    std::string names = "--" + std::string{spec.name};
    if (spec.letter != 0) names = "-" + std::string{spec.letter} + "," + names;
    return names;
}

void declare(CLI::App& app, const OptionSpec& spec) {
    if (spec.value.empty()) {
        app.add_flag(option_names(spec));
    } else {
        app.add_option(option_names(spec))->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
}

/// Options of `app` that were given, by long name.
void collect(const CLI::App& app, Invocation& out) {
    for (const auto* option : app.get_options()) {
        if (option->count() == 0 || option->get_lnames().empty()) continue;
        auto& values = out.options[option->get_lnames().front()];
        const auto& results = option->results();
        values.insert(values.end(), results.begin(), results.end());
    }
}

std::vector<std::string> known_options(const CommandSpec* command) {
    std::vector<std::string> names;
    for (const auto& spec : common_options()) names.push_back("--" + std::string{spec.name});
    if (command != nullptr) {
        for (const auto& spec : command->options) names.push_back("--" + std::string{spec.name});
    }
    return names;
}

/// A period such as -3d or a number such as -2, which is no option.
bool is_negative(std::string_view word) {
    return word.size() > 1 && word[0] == '-' && word[1] >= '0' && word[1] <= '9';
}

/// Says what is wrong with the call, in the language of the team around it.
void refuse(const Invocation& call, const Phrase& phrase, const Phrase& hint) {
    Session session{call};
    session.speak_as_team();
    session.refuse(phrase, hint);
    // What is unknown may be an alias of a file that could not be taken.
    if (own().problems.has_errors()) session.show(own().problems);
}

/// The options that are given or not, and were given a value: `--full=no` would count as `--full`. CLI11
/// could refuse it as well, with a text of its own.
bool flags_are_bare(const Invocation& out) {
    const auto valued = [&](const OptionSpec& spec) {
        const auto given = out.options.find(spec.name);
        if (!spec.value.empty() || given == out.options.end()) return false;
        return std::ranges::any_of(given->second, [](const auto& value) { return value != "true"; });
    };
    const OptionSpec* found = nullptr;
    for (const auto& spec : common_options()) {
        if (valued(spec)) found = &spec;
    }
    if (out.command != nullptr) {
        for (const auto& spec : out.command->options) {
            if (valued(spec)) found = &spec;
        }
    }
    if (found == nullptr) return true;
    const auto name = "--" + std::string{found->name};
    refuse(out, say("cli.flag_has_value", name), say("cli.flag_alone", name));
    return false;
}

/// The options by which the language is found, of a call that could not be taken apart.
Invocation language_of(const std::vector<std::string>& words) {
    Invocation found;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == "--lang") found.options["lang"] = {words[i + 1]};
        if (words[i] == "-C" || words[i] == "--directory") found.options["directory"] = {words[i + 1]};
    }
    for (const auto& word : words) {
        if (word.starts_with("--lang=")) found.options["lang"] = {word.substr(word.find('=') + 1)};
    }
    return found;
}

Phrase near_or_help(const std::string& word, const std::vector<std::string>& known) {
    const auto near = nearest(word, known);
    return near ? say("check.did_you_mean", *near) : say("cli.see_help");
}

/// What is missing, and what it is.
Phrase missing(const ArgumentSpec& argument) {
    return say("cli.missing_word", argument.name, bilingual(argument.zh, argument.en));
}

/// A whole call to go by.
Phrase example_or_help(const CommandSpec& spec) {
    const auto chinese = examples_of(spec.name, true);
    const auto english = examples_of(spec.name, false);
    if (chinese.empty() || english.empty()) return say("cli.see_help_of", spec.name);
    const auto call = [](std::string_view words) { return "teamctl " + std::string{words}; };
    return say("check.write_like", bilingual(call(chinese.front()), call(english.front())));
}

/// Sorts what CLI11 left over into arguments; false where it says that a word is wrong.
bool take_arguments(const std::vector<std::string>& left, Invocation& out) {
    const auto& spec = *out.command;
    for (const auto& word : left) {
        if (word.size() > 1 && word[0] == '-' && word != "--" && !is_negative(word)) {
            const auto name = word.substr(0, word.find('='));
            const auto known = known_options(&spec);
            const bool too_early = std::ranges::find(known, name) != known.end();
            refuse(out, too_early ? say("cli.option_too_early", name) : say("cli.unknown_option", word),
                   too_early ? say("cli.option_behind", spec.name, name) : near_or_help(name, known));
            return false;
        }
        if (word != "--") out.arguments.push_back(word);
    }
    const bool open = !spec.arguments.empty() && spec.arguments.back().repeated;
    if (!open && out.arguments.size() > spec.arguments.size()) {
        // A pattern without quotes is many words by the time it comes here.
        refuse(out, say("cli.too_many", out.arguments[spec.arguments.size()]),
               out.options.contains("teams") ? say("teams.like") : say("cli.see_help_of", spec.name));
        return false;
    }
    for (std::size_t i = out.arguments.size(); i < spec.arguments.size(); ++i) {
        if (!spec.arguments[i].required || out.options.contains("help")) continue;
        refuse(out, missing(spec.arguments[i]), example_or_help(spec));
        return false;
    }
    return true;
}

/// Values that only some words are right for.
bool check_choices(const Invocation& out) {
    const auto one_of = [&](std::string_view option, const std::vector<std::string>& known) {
        const auto at = out.options.find(option);
        if (at == out.options.end() ||
            std::find(known.begin(), known.end(), at->second.back()) != known.end())
            return true;
        refuse(out, say("cli.bad_value", option, at->second.back()),
               say("check.choose_from", joined(known, ", ")));
        return false;
    };
    const auto formats =
        out.command != nullptr ? format_names(*out.command) : std::vector<std::string>{"text"};
    return one_of("lang", {"zh", "en"}) && one_of("color", {"auto", "always", "never"}) &&
           one_of("format", formats);
}

/// The first format of files that end so; null where the ending is none of a format.
const render::Format* format_of(const std::string& file) {
    auto ending = std::filesystem::path{file}.extension().string();
    for (auto& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const auto found = std::ranges::find(render::formats, ending, &render::Format::ending);
    return found != std::end(render::formats) ? found : nullptr;
}

/// Lets the ending of --output choose the format where --format does not; false where it has said that the
/// two contradict each other, or that the command has no such format.
bool settle_format(Invocation& out) {
    if (out.command == nullptr || out.command->shapes.empty()) return true;
    const auto known = format_names(*out.command);
    const auto output = out.options.find("output");
    const auto wanted = out.options.find("format");
    const auto* by_ending = output != out.options.end() ? format_of(output->second.back()) : nullptr;
    if (wanted != out.options.end()) {
        const auto& name = wanted->second.back();
        const auto* format = std::ranges::find(render::formats, name, &render::Format::name);
        if (by_ending == nullptr || format->ending == by_ending->ending) return true;
        refuse(out, say("cli.format_contradicts", name, output->second.back()),
               say("cli.format_or_ending", format->ending));
        return false;
    }
    if (by_ending != nullptr) {
        out.options["format"] = {std::string{by_ending->name}};
        if (std::ranges::find(known, by_ending->name) != known.end()) return true;
        refuse(out, say("cli.format_not_made", out.command->name, by_ending->ending),
               say("check.choose_from", joined(known, ", ")));
        return false;
    }
    if (out.options.contains("open") && std::ranges::find(known, "html") != known.end())
        out.options["format"] = {"html"};
    return true;
}

/// Whether the output may go where it goes: no bytes that mean nothing on a terminal.
bool fits_output(const Invocation& out) {
    const auto wanted = out.options.find("format");
    if (wanted == out.options.end() || out.options.contains("open")) return true;
    const auto* format = std::ranges::find(render::formats, wanted->second.back(), &render::Format::name);
    const auto output = out.options.find("output");
    const bool to_screen = output == out.options.end() || output->second.back() == "-";
    if (format == std::end(render::formats) || !format->binary || !to_screen || ::isatty(STDOUT_FILENO) == 0)
        return true;
    const std::string name = out.command != nullptr ? std::string{out.command->name} : "teamctl";
    refuse(out, say("cli.not_for_terminals", format->name),
           say("check.write_like", "-o " + name + std::string{format->ending}));
    return false;
}

/// Whether what --open would show is made at all.
bool can_open(const Invocation& out) {
    if (!out.options.contains("open") || out.options.contains("help") || out.options.contains("version"))
        return true;
    if (out.command != nullptr &&
        std::ranges::find(out.command->shapes, Shape::page) != out.command->shapes.end())
        return true;
    refuse(out, say("cli.nothing_to_open", out.command != nullptr ? out.command->name : "teamctl"),
           say("cli.open_these"));
    return false;
}

}  // namespace

// CLI11 takes subcommands, options, flags and missing values apart. Help stays ours: as a CLI::Formatter it
// was 89 lines in a trial where cli/line/help.cpp has 82, since CLI11 pads by bytes, not by columns, and
// wants its texts before the words are read, which is before the team and its language are known. For that
// reason choices are not its validators either.
std::optional<Invocation> parse(const std::vector<std::string>& words) {
    CLI::App app;
    app.set_help_flag();
    app.require_subcommand(0, 1);
    app.allow_extras();
    for (const auto& spec : common_options()) declare(app, spec);
    for (const auto& command : commands()) {
        // Of the others no word can be meant, and to declare them all takes longer than all the rest.
        if (std::ranges::find(words, command.name) == words.end()) continue;
        auto* sub = app.add_subcommand(std::string{command.name});
        sub->set_help_flag();
        sub->allow_extras();
        sub->fallthrough(false);
        for (const auto& spec : common_options()) declare(*sub, spec);
        for (const auto& spec : command.options) declare(*sub, spec);
    }
    Invocation out;
    std::vector<std::string> reversed(words.rbegin(), words.rend());
    try {
        app.parse(reversed);
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string text = error.what();  // `--today: 1 required  missing`
        refuse(language_of(words), say("cli.option_needs_value", text.substr(0, text.find(':'))),
               say("cli.see_help"));
        return std::nullopt;
    } catch (const CLI::ParseError& error) {
        refuse(language_of(words), say("cli.wrong_call", error.what()), say("cli.see_help"));
        return std::nullopt;
    }
    collect(app, out);
    const auto chosen = app.get_subcommands();
    if (!chosen.empty()) {
        out.command = find_command(chosen.front()->get_name());
        collect(*chosen.front(), out);
    }
    if (!flags_are_bare(out)) return std::nullopt;
    auto left = app.remaining();
    if (out.command == nullptr && !left.empty()) {
        std::vector<std::string> known = known_options(nullptr);
        for (const auto& command : commands()) known.emplace_back(command.name);
        for (const auto& alias : own().values.aliases) known.push_back(alias.name);
        refuse(out, say(left.front()[0] == '-' ? "cli.unknown_option" : "cli.unknown_command", left.front()),
               near_or_help(left.front(), known));
        return std::nullopt;
    }
    if (out.command != nullptr) {
        const auto own = chosen.front()->remaining();
        left.insert(left.end(), own.begin(), own.end());
        if (!take_arguments(left, out)) return std::nullopt;
    }
    if (!check_choices(out) || !can_open(out) || !settle_format(out) || !fits_output(out))
        return std::nullopt;
    return out;
}

}  // namespace teamctl::cli
