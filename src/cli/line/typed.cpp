#include "cli/line/typed.hpp"

#include <cstdlib>
#include <span>
#include <utility>

#include "cli/line/commands.hpp"

namespace teamctl::cli {

const OptionSpec* option_of(const CommandSpec* command, std::string_view name, char letter) {
    const auto find = [&](std::span<const OptionSpec> options) -> const OptionSpec* {
        for (const auto& spec : options) {
            if (letter != 0 ? spec.letter == letter : spec.name == name) return &spec;
        }
        return nullptr;
    };
    if (command != nullptr) {
        if (const auto* own = find(command->options)) return own;
    }
    return find(common_options());
}

namespace {

/// `--name=value`, `--name`, `-N`, `-Nvalue`.
void take_option(Typed& typed, const std::string& word) {
    const bool is_long = word[1] == '-';
    const auto equals = is_long ? word.find('=') : std::string::npos;
    const auto* spec =
        option_of(typed.call.command, is_long ? std::string_view{word}.substr(2, equals - 2) : "",
                  is_long ? '\0' : word[1]);
    if (spec == nullptr || spec->value.empty()) return;
    auto& values = typed.call.options[std::string{spec->name}];
    if (equals != std::string::npos)
        values.push_back(word.substr(equals + 1));
    else if (!is_long && word.size() > 2)
        values.push_back(word.substr(2));
    else
        typed.open = spec;
}

bool is_option(std::string_view word) {
    return word.size() > 1 && word[0] == '-' && !(word[1] >= '0' && word[1] <= '9');
}

}  // namespace

Typed words_before_cursor(const std::vector<std::string>& words) {
    Typed typed;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto& word = words[i];
        if (const auto* spec = std::exchange(typed.open, nullptr))
            typed.call.options[std::string{spec->name}].push_back(word);
        else if (word == "--")
            typed.only_arguments = true;
        else if (is_option(word) && !typed.only_arguments)
            take_option(typed, word);
        else if (typed.call.command == nullptr)
            typed.call.command = find_command(word);
        else
            typed.call.arguments.push_back(word);
    }
    // An option that waits for its value is no value of ours, nor is an empty list one.
    std::erase_if(typed.call.options, [](const auto& option) { return option.second.empty(); });
    const char* home = std::getenv("HOME");  // bash hands over the word as it was typed
    if (const auto at = typed.call.options.find("directory"); at != typed.call.options.end()) {
        auto& directory = at->second.back();
        if (directory.starts_with("~/") && home != nullptr) directory.replace(0, 1, home);
    }
    return typed;
}

}  // namespace teamctl::cli
