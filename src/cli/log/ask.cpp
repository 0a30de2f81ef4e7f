// `teamctl log KIND` on a terminal: one question after the other.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/text.hpp"
#include "cli/log/log.hpp"
#include "entry/references.hpp"
#include "entry/values.hpp"
#include "entry/words.hpp"
#include "report/naming.hpp"
#include "store/disk.hpp"

namespace teamctl::cli {
namespace {

using entry::Draft;
using team::FieldSpec;
using team::FieldType;

constexpr std::size_t asked_columns = 79;
/// A longer list is not shown; what is typed is looked up in it all the same.
constexpr std::size_t longest_list = 30;

struct Option {
    std::string value;  ///< as typed instead of the number
    std::string shown;
};

void tell(const std::string& text) {
    write_fd(STDOUT_FILENO, text);
}

/// Numbered options side by side, as many as fit.
void show_options(const std::vector<Option>& options) {
    std::size_t width = 0;
    for (const auto& option : options)
        width = std::max(width, std::min(display_width(option.shown), asked_columns - 8));
    const std::size_t cell = width + 6;
    const std::size_t across = std::max<std::size_t>(1, (asked_columns - 4) / cell);
    std::string out;
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (i % across == 0) out += "    ";
        const auto entry =
            fmt::format("{:>2} {}", i + 1, fitted(made_harmless(options[i].shown), asked_columns - 8));
        const bool last = i % across == across - 1 || i + 1 == options.size();
        out += last ? entry + "\n" : padded(entry, cell);
    }
    tell(out);
}

std::vector<Option> options_of(const Draft& draft, const FieldSpec& field) {
    std::vector<Option> options;
    if (field.type == FieldType::entity) {
        for (const auto& choice : entry::entity_choices(draft, field.entity)) {
            if (choice.open)
                options.push_back(
                    {choice.id,
                     choice.name + (choice.about.empty() ? "" : "  " + choice.about) + "  " + choice.id});
        }
        return options;
    }
    for (const auto& [id, name] : entry::named_things(draft, field))
        options.push_back({id, name.empty() ? id : name});
    return options;
}

/// Numbers of the list become what they stand for; other words stay.
std::string chosen(const std::vector<Option>& options, const std::string& answer, bool several) {
    const auto one = [&](const std::string& word) {
        if (word.empty() || word.size() > 4 || word.find_first_not_of("0123456789") != std::string::npos)
            return word;
        const auto number = std::stoul(word);
        return number >= 1 && number <= options.size() ? options[number - 1].value : word;
    };
    if (!several) return one(answer);
    std::vector<std::string> parts;
    std::string part;
    for (const char c : answer + ",") {
        if (c != ',' && c != ' ') {
            part += c;
        } else if (!part.empty()) {
            parts.push_back(one(part));
            part.clear();
        }
    }
    return joined(parts, ",");
}

enum class Answer { taken, skipped, ended };

class Questions {
  public:
    Questions(const Session& session, Draft& draft) : session_{session}, draft_{draft} {}

    bool ask_all() {
        const auto head = say("log.ask.head", bilingual(draft_.spec.zh, draft_.spec.en), draft_.date);
        tell(session_.say(head) + "\n");
        for (const auto& field : draft_.spec.fields) {
            if (field.type == FieldType::entity_id) continue;
            if (ask(field) == Answer::ended) return false;
        }
        return true;
    }

  private:
    void show_question(const FieldSpec& field, const std::vector<Option>& options,
                       const entry::Given* preset) {
        const auto meaning = session_.say(bilingual(field.zh, field.en));
        if (!options.empty() && options.size() <= longest_list) {
            tell(fmt::format("{} {}\n", field.required ? "*" : " ", meaning));
            show_options(options);
            tell("  " + session_.say(say("log.ask.number")));
        } else {
            tell(fmt::format("{} {}", field.required ? "*" : " ", meaning));
            if (field.type == FieldType::flag) tell(session_.say(say("log.ask.yes_no")));
        }
        if (preset != nullptr) tell(" [" + made_harmless(preset->value) + "]");
        tell(session_.say(say("log.ask.colon")));
    }

    Answer ask(const FieldSpec& field) {
        const auto options = options_of(draft_, field);
        const bool several = field.type == FieldType::people || field.type == FieldType::people_or_word;
        for (;;) {
            show_question(field, options, draft_.find(field.name));
            const auto line = read_line();
            if (!line) return Answer::ended;
            const std::string answer{trimmed(*line)};
            if (answer.empty()) {
                if (draft_.find(field.name) != nullptr || !field.required) return Answer::skipped;
                tell("  " + session_.say(say("log.ask.required")) + "\n");
                continue;
            }
            const bool lists = options.size() <= longest_list;
            if (take(field, lists ? chosen(options, answer, several) : answer)) return Answer::taken;
        }
    }

    bool take(const FieldSpec& field, const std::string& answer) {
        entry::look_back(draft_, field, answer);
        const auto value = text_or_refuse(session_, entry::written(draft_, field, answer));
        if (!value) return false;
        const auto problems = entry::problems_of(draft_, field, *value);
        for (const auto& problem : problems.all()) {
            const auto hint = problem.hint.empty() ? "" : "  " + session_.say(problem.hint);
            for (const auto& part : wrapped(session_.say(problem.message) + hint, asked_columns - 2))
                tell("  " + made_harmless(part) + "\n");
        }
        if (problems.has_errors()) return false;
        std::erase_if(draft_.given, [&](const entry::Given& given) { return given.key == field.name; });
        draft_.give(field.name, answer);
        return true;
    }

    const Session& session_;
    Draft& draft_;
};

Exit given_up(const Session& session) {
    tell("\n");
    session.note(say("log.nothing_written"));
    return Exit::act;
}

}  // namespace

bool at_terminal() {
    return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
}

std::string read_rest() {
    std::string all;
    char part[1U << 14U];
    for (;;) {
        const auto got = ::read(STDIN_FILENO, part, sizeof part);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw store::SystemError("read", "stdin", errno);
        if (got == 0) return all;
        all.append(part, static_cast<std::size_t>(got));
    }
}

std::optional<std::string> read_line() {
    std::string line;
    for (char c = 0;;) {
        const auto got = ::read(STDIN_FILENO, &c, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw store::SystemError("read", "stdin", errno);
        if (got == 0) return std::nullopt;  // a line without its end is not meant yet
        if (c == '\n') return line;
        line += c;
    }
}

Exit ask_record(const Session& session, Draft& draft) {
    if (!Questions{session, draft}.ask_all()) return given_up(session);
    const auto line = preview(session, draft);
    if (!line) return given_up(session);
    tell("\n" + made_harmless(in_words(session, draft, *line)) + "\n" + made_harmless(*line) + "\n");
    tell(session.say(say("log.ask.confirm")) + " ");
    const auto answer = read_line();
    if (!answer || (!answer->empty() && *answer != "y" && *answer != "Y" && *answer != "是"))
        return given_up(session);
    const auto tried = append_checked(session, draft);
    session.show(tried.problems);
    if (tried.written) return Exit::done;
    session.note(say("log.nothing_written"));
    return Exit::files;
}

int ask_kind(const Session& session) {
    std::vector<Option> options;
    for (const auto& spec : team::record_specs())
        options.push_back({std::string{spec.name}, session.say(bilingual(spec.zh, spec.en))});
    tell(session.say(say("log.ask.kind")) + "\n");
    show_options(options);
    for (;;) {
        tell("  " + session.say(say("log.ask.which")));
        const auto line = read_line();
        if (!line || trimmed(*line).empty()) {
            given_up(session);
            return -1;
        }
        const auto word = chosen(options, std::string{trimmed(*line)}, false);
        if (const int kind = entry::kind_named(word); kind >= 0) return kind;
        tell("  " + made_harmless(session.say(say("check.unknown_record", word))) + "\n");
    }
}

}  // namespace teamctl::cli
