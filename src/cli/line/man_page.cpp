#include "cli/line/man_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "cli/line/examples.hpp"
#include "team/files.hpp"
#include "team/fixed_words.hpp"
#include "team/record.hpp"
#include "team/schema.hpp"

namespace teamctl::cli {
namespace {

/// As a line of text that roff takes as it is.
std::string as_text(std::string_view text) {
    std::string out;
    if (!text.empty() && (text.front() == '.' || text.front() == '\'')) out = "\\&";
    for (const char c : text) {
        if (c == '\\')
            out += "\\e";
        else if (c == '\n')
            out += ' ';
        else
            out += c;
    }
    return out;
}

/// As one argument of a macro.
std::string as_argument(std::string_view text) {
    std::string out = "\"";
    for (const char c : as_text(text)) out += c == '"' ? std::string{"\"\""} : std::string{c};
    return out + "\"";
}

/// Writes one page.
class ManPage {
  public:
    /// `section` is the number of the part of the manual.
    ManPage(const Translator& words, std::string_view name, int section, std::string_view about)
        : words_{words}, chinese_{words.code() == "zh"} {
        std::string title{name};
        std::transform(title.begin(), title.end(), title.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        text_ = fmt::format(".\\\" -*- coding: utf-8 -*-\n.Dd November 24, 2026\n.Dt {} {}\n.Os\n", title,
                            section);
        heading("man.name");
        text_ += fmt::format(".Nm {}\n.Nd {}\n", name, as_argument(about));
    }

    std::string_view in(std::string_view zh, std::string_view en) const { return chinese_ ? zh : en; }
    void heading(std::string_view key) { text_ += ".Sh " + words_.say(say(key)) + "\n"; }
    void subheading(std::string_view title) { text_ += ".Ss " + as_argument(title) + "\n"; }
    void line(std::string_view macros) { text_ += std::string{macros} + "\n"; }
    void text(std::string_view words) { text_ += as_text(words) + "\n"; }
    void said(const Phrase& phrase) { text(words_.say(phrase)); }
    void begin_list() { line(".Bl -tag -width Ds"); }
    void end_list() { line(".El"); }
    void item(std::string_view macros, std::string_view meaning) {
        line(".It " + std::string{macros});
        text(meaning);
    }
    void item(std::string_view macros, const Phrase& meaning) { item(macros, words_.say(meaning)); }

    void options(std::span<const OptionSpec> specs) {
        begin_list();
        for (const auto& spec : specs) {
            std::string macros = spec.letter != 0 ? fmt::format("Fl {} , ", spec.letter) : std::string{};
            macros += fmt::format("Fl Fl {}", spec.name);
            if (!spec.value.empty()) macros += fmt::format(" Ar {}", spec.value);
            item(macros, in(spec.zh, spec.en));
        }
        end_list();
    }

    /// The keys of a mapping, those of what is nested in them below each.
    void keys(const std::vector<team::KeySpec>& specs, int depth = 0) {
        constexpr int deepest = 5;
        begin_list();
        for (const auto& key : specs) {
            item(fmt::format("Cm {}", key.name), meaning(key));
            const auto* type = &key.type;
            while (type->form == team::TypeSpec::Form::list && type->item) type = type->item.get();
            if (type->keys != nullptr && depth < deepest) keys(type->keys(), depth + 1);
        }
        end_list();
    }

    /// A field of a record.
    void field(const team::FieldSpec& spec) {
        item(fmt::format("Cm {}", spec.name), std::string{in(spec.zh, spec.en)} + needed(spec.required));
    }

    std::string made() && { return std::move(text_); }

  private:
    std::string needed(bool required) const {
        return required ? words_.say(say("man.required")) : std::string{};
    }

    /// What the row says of it, with the words that it takes in the language of the page.
    std::string meaning(const team::KeySpec& key) const {
        std::string out = std::string{in(key.zh, key.en)} + needed(key.required);
        const auto* type = &key.type;
        while (type->form == team::TypeSpec::Form::list && type->item) type = type->item.get();
        std::vector<std::string> choices;
        for (const auto& word : type->choices) {
            const auto own = team::chinese_of(word);
            choices.emplace_back(chinese_ && !own.empty() ? std::string{own.front()} : word);
        }
        if (choices.empty()) return out;
        return out + words_.say(say("man.one_of", joined(choices, std::string{in("、", ", ")})));
    }

    const Translator& words_;
    bool chinese_;
    std::string text_;
};

/// What stands at the end of every page of the first section.
void end_page(ManPage& page, std::string_view see) {
    page.heading("man.exit");
    page.begin_list();
    const std::pair<std::string_view, std::string_view> codes[] = {
        {"0", "man.exit0"}, {"1", "man.exit1"}, {"2", "man.exit2"}, {"3", "man.exit3"}, {"4", "man.exit4"}};
    for (const auto& [code, meaning] : codes) page.item(fmt::format("Li {}", code), say(meaning));
    page.end_list();
    page.heading("man.see_also");
    page.line(see);
}

}  // namespace

std::string man_page(const CommandSpec& command, const Translator& words) {
    ManPage page{words, fmt::format("teamctl-{}", command.name), 1,
                 words.code() == "zh" ? command.zh : command.en};
    page.heading("man.synopsis");
    page.line(fmt::format(".Nm teamctl {}", command.name));
    if (!command.options.empty()) page.line(".Op Ar OPTION ...");
    for (const auto& spec : command.arguments)
        page.line(
            fmt::format(".{}Ar {}{}", spec.required ? "" : "Op ", spec.name, spec.repeated ? " ..." : ""));
    if (!command.arguments.empty()) {
        page.heading("man.arguments");
        page.begin_list();
        for (const auto& spec : command.arguments)
            page.item(fmt::format("Ar {}", spec.name), page.in(spec.zh, spec.en));
        page.end_list();
    }
    page.heading("man.options");
    if (!command.options.empty()) {
        page.options(command.options);
        page.line(".Pp");
    }
    page.said(say("man.common"));
    if (const auto formats = format_names(command); formats.size() > 1) {
        page.line(".Pp");
        page.said(say("cli.formats", joined(formats, ", ")));
    }
    page.heading("man.examples");
    page.line(".Bd -literal -offset indent");
    for (const auto example : examples_of(command.name, words.code() == "zh"))
        page.text(fmt::format("$ teamctl {}", example));
    page.line(".Ed");
    page.line(".Pp");
    page.said(say("man.more", fmt::format("teamctl-{}", command.name)));
    end_page(page, ".Xr teamctl 1 ,\n.Xr teamctl-files 5 ,\n.Xr teamctl-tutorial 7");
    return std::move(page).made();
}

std::string man_page_of_program(const Translator& words) {
    ManPage page{words, "teamctl", 1, words.say(say("man.about"))};
    page.heading("man.synopsis");
    page.line(".Nm teamctl\n.Ar COMMAND\n.Op Ar ARGUMENT ...\n.Op Ar OPTION ...");
    page.heading("man.commands");
    page.begin_list();
    for (const auto& command : commands())
        page.item(fmt::format("Xr teamctl-{} 1", command.name), page.in(command.zh, command.en));
    page.end_list();
    page.heading("man.options");
    page.options(common_options());
    page.line(".Pp");
    page.said(say("man.more", "teamctl"));
    end_page(page,
             ".Xr teamctl-files 5 ,\n.Xr teamctl-rota 7 ,\n.Xr teamctl-rules 7 ,\n.Xr teamctl-tutorial 7");
    return std::move(page).made();
}

std::string man_page_of_files(const Translator& words) {
    ManPage page{words, "teamctl-files", 5, words.say(say("man.files_about"))};
    page.heading("man.files");
    for (const auto& spec : team::file_specs()) {
        page.subheading(!spec.file.empty() ? std::string{spec.file} : fmt::format("{}/", spec.folder));
        page.text(page.in(spec.zh, spec.en));
        if (spec.keys != nullptr) page.keys(spec.keys());
    }
    page.heading("man.records");
    for (const auto& spec : team::record_specs()) {
        page.subheading(fmt::format("{} {}", spec.name, page.in(spec.zh, spec.en)));
        page.begin_list();
        for (const auto& field : spec.fields) page.field(field);
        page.end_list();
    }
    page.heading("man.see_also");
    page.said(say("man.more", "teamctl-files"));
    page.line(".Pp\n.Xr teamctl 1 ,\n.Xr teamctl-rota 7 ,\n.Xr teamctl-rules 7");
    return std::move(page).made();
}

}  // namespace teamctl::cli
