#include "cli/start/own.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/text.hpp"
#include "cli/session.hpp"
#include "entry/words.hpp"
#include "store/disk.hpp"

namespace teamctl::cli {
namespace {

constexpr std::size_t most_config_bytes = 1U << 20U;

std::string set_in_environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

std::string config_path() {
    const auto folder = set_in_environment("XDG_CONFIG_HOME");
    if (folder.starts_with('/')) return folder + "/teamctl/config.yaml";
    const auto home = set_in_environment("HOME");
    return home.starts_with('/') ? home + "/.config/teamctl/config.yaml" : std::string{};
}

/// The value that the word at `at` is of, where it is one of an option that takes one.
bool takes_value(const std::string& word) {
    for (const auto& spec : common_options()) {
        if (spec.value.empty()) continue;
        if (word == "--" + std::string{spec.name}) return true;
        if (spec.letter != 0 && word == std::string{'-', spec.letter}) return true;
    }
    return false;
}

/// The word that stands for the command; the number of words where there is none.
std::size_t command_at(const std::vector<std::string>& words) {
    std::size_t at = 0;
    while (at < words.size() && words[at].size() > 1 && words[at][0] == '-')
        at += takes_value(words[at]) ? 2 : 1;
    return std::min(at, words.size());
}

/// The options behind the command are its own or common ones. That is told, not refused: whoever has the file
/// runs other commands meanwhile.
void check_options(const team::OwnAlias& alias, const std::vector<std::string>& words, std::size_t command,
                   Diagnostics& problems) {
    const auto* spec = find_command(words[command]);
    std::vector<std::string> known;
    std::string letters;
    const auto add = [&](const OptionSpec& option) {
        known.push_back("--" + std::string{option.name});
        letters += option.letter;
    };
    for (const auto& option : common_options()) add(option);
    for (const auto& option : spec->options) add(option);
    for (auto i = command + 1; i < words.size() && words[i] != "--"; ++i) {
        const auto& word = words[i];
        if (word.size() < 2 || word[0] != '-' || (word[1] >= '0' && word[1] <= '9')) continue;
        const auto name = word.substr(0, word.find('='));
        const bool there = word[1] == '-' ? std::ranges::find(known, name) != known.end()
                                          : letters.find(word[1]) != std::string::npos;
        if (there) continue;
        const auto near = nearest(name, known);
        problems.warning("bad-choice", alias.place, say("cli.unknown_option", name),
                         near ? say("check.did_you_mean", *near) : say("cli.see_help_of", spec->name));
    }
}

/// An alias names a command that is there, and is called as none is.
void check_alias(const team::OwnAlias& alias, Diagnostics& problems) {
    const auto words = entry::words_of(alias.call);
    if (find_command(alias.name) != nullptr)
        problems.error("duplicate-id", alias.name_place, say("own.is_command", alias.name),
                       say("own.other_name"));
    else if (alias.name.starts_with('-') || alias.name.find_first_of(" \t=") != std::string::npos)
        problems.error("bad-id", alias.name_place, say("own.bad_name", alias.name), say("own.one_word"));
    if (!words) {
        problems.error("unclosed-quote", alias.place, say("log.open_quote"), say("log.close_quote"));
        return;
    }
    const auto at = command_at(*words);
    if (at < words->size() && find_command((*words)[at]) != nullptr)
        return check_options(alias, *words, at, problems);
    std::vector<std::string> known;
    for (const auto& command : commands()) known.emplace_back(command.name);
    const auto typed = at < words->size() ? (*words)[at] : std::string{};
    const auto near = nearest(typed, known);
    problems.error("bad-choice", alias.place, say("cli.unknown_command", typed),
                   near ? say("check.did_you_mean", *near) : say("check.write_like", "agenda --full"));
}

Own read_own() {
    Own own;
    own.path = config_path();
    std::error_code error;
    if (own.path.empty() || !std::filesystem::exists(own.path, error)) return own;
    auto bytes = store::read_file(own.path, most_config_bytes);
    if (!bytes) {
        own.problems.error("too-large", {own.path, {}, {}, 0}, say("own.too_large"));
        return own;
    }
    own.document = yaml::parse(own.path, std::move(*bytes), own.problems);
    if (!own.document) return own;
    own.values = team::read_own_defaults(*own.document, own.problems);
    for (const auto& alias : own.values.aliases) check_alias(alias, own.problems);
    if (own.problems.has_errors()) own.values = {};
    return own;
}

/// A setting, and the first of those who say something of it.
struct Told {
    std::string value;
    Phrase from;
};

Told told_directory(const Session& session) {
    const auto root = session.found_root();
    const auto value = root ? root->string() : session.say(say("own.none"));
    if (session.option("directory")) return {value, say("own.option", "--directory")};
    if (!set_in_environment("TEAMCTL_DIR").empty()) return {value, say("own.environment", "TEAMCTL_DIR")};
    if (session.start() != ".") return {value, verbatim(own().place_of("directory"))};
    return {value, say("own.upwards")};
}

Told told_language(const Session& session) {
    const std::string value{session.words().code()};
    if (session.option("lang")) return {value, say("own.option", "--lang")};
    if (!own().values.language.empty()) return {value, verbatim(own().place_of("language"))};
    if (session.found_root()) return {value, verbatim("teamctl.yaml")};
    return {value, say("own.locale")};
}

Told told_color(const Session& session) {
    if (const auto wanted = session.option("color")) return {*wanted, say("own.option", "--color")};
    if (!own().values.color.empty()) return {own().values.color, verbatim(own().place_of("color"))};
    if (!set_in_environment("NO_COLOR").empty()) return {"never", say("own.environment", "NO_COLOR")};
    return {"auto", say("own.default")};
}

Told told_pager(const Session& session) {
    const auto none = session.say(say("own.none"));
    if (session.flag("no-pager")) return {none, say("own.option", "--no-pager")};
    if (own().values.pager) return {*own().values.pager, verbatim(own().place_of("pager"))};
    if (const auto set = set_in_environment("PAGER"); !set.empty())
        return {set, say("own.environment", "PAGER")};
    return {"less", say("own.default")};
}

Told told_who(const Session& session) {
    if (const auto set = set_in_environment("TEAMCTL_WHO"); !set.empty())
        return {set, say("own.environment", "TEAMCTL_WHO")};
    if (!own().values.who.empty()) return {own().values.who, verbatim(own().place_of("who"))};
    return {session.say(say("own.none")), say("own.default")};
}

}  // namespace

std::string Own::place_of(std::string_view key) const {
    const auto node = document ? document->root().get(key) : yaml::Node{};
    return node ? path + ":" + std::to_string(node.mark().line) : std::string{};
}

const team::OwnAlias* Own::alias(std::string_view name) const {
    const auto found = std::ranges::find(values.aliases, name, &team::OwnAlias::name);
    return found != values.aliases.end() ? &*found : nullptr;
}

const Own& own() {
    static const Own read = read_own();
    return read;
}

std::string own_directory() {
    const auto& directory = own().values.directory;
    const auto home = set_in_environment("HOME");
    return directory.starts_with("~/") && !home.empty() ? home + directory.substr(1) : directory;
}

std::vector<std::string> with_alias(std::vector<std::string> words) {
    const auto at = command_at(words);
    const auto* alias = at < words.size() ? own().alias(words[at]) : nullptr;
    const auto meant = alias != nullptr ? entry::words_of(alias->call) : std::nullopt;
    if (!meant || find_command(words[at]) != nullptr) return words;
    const auto place = words.begin() + static_cast<std::ptrdiff_t>(at);
    words.insert(words.erase(place), meant->begin(), meant->end());
    return words;
}

void tell_origins(const Session& session) {
    const auto tell = [&](std::string_view what, const Told& told) {
        session.note(say("own.origin", say(what), told.value, told.from));
    };
    tell("own.directory", told_directory(session));
    tell("own.language", told_language(session));
    tell("own.who", told_who(session));
    tell("own.color", told_color(session));
    tell("own.pager", told_pager(session));
    for (const auto& alias : own().values.aliases)
        session.note(say("own.origin", say("own.alias", alias.name), alias.call, to_string(alias.place)));
}

}  // namespace teamctl::cli
