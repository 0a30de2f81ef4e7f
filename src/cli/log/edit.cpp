// `teamctl log KIND --edit`: the record as a form in the user's editor.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/text.hpp"
#include "cli/log/log.hpp"
#include "cli/terminal/programs.hpp"
#include "entry/form.hpp"
#include "entry/references.hpp"
#include "entry/values.hpp"
#include "report/naming.hpp"
#include "rules/people/onboarding.hpp"
#include "store/disk.hpp"
#include "yaml/document.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;
using entry::Draft;
using team::FieldSpec;
using team::FieldType;

std::string meaning_of(const Session& session, const Draft& draft, const FieldSpec& field) {
    const auto meaning = session.say(bilingual(field.zh, field.en));
    std::string text = field.required ? session.say(say("log.form.required", meaning)) : meaning;
    if (field.type != FieldType::choice && field.named != team::Named::score) return text;
    std::vector<std::string> words;
    for (const auto& [id, name] : entry::named_things(draft, field)) words.push_back(id + " " + name);
    return text + "  [" + joined(words, ", ") + "]";
}

std::string limits_of(const team::ChecklistItem& item) {
    std::string text = item.unit;
    const auto add = [&](std::string_view sign, const std::optional<team::Decimal>& limit) {
        if (limit) text += fmt::format(" {} {}", sign, team::number_text(*limit));
    };
    add("≥", item.min);
    add("≤", item.max);
    return text;
}

/// The items of a checklist: readings to be filled in, and the others to be named where they failed, or, of
/// a newcomer's or leaver's list, where they are done.
std::string items_of(const Session& session, const Draft& draft, const team::Checklist& list) {
    std::string readings;
    std::string named;
    for (const auto* item : entry::open_items(draft, list)) {
        const bool read = item->min || item->max || !item->unit.empty();
        if (read)
            readings += fmt::format("    {}:   # {} {}\n", yaml::quoted_scalar(item->id),
                                    made_harmless(item->text), made_harmless(limits_of(*item)));
        named += fmt::format("    # - {}   # {}\n", yaml::quoted_scalar(rules::item_key(*item)),
                             made_harmless(item->text));
    }
    std::string text;
    if (list.of_people()) text += "  done:   # " + session.say(say("log.form.done")) + "\n" + named;
    if (!readings.empty())
        text += "  readings:   # " + session.say(say("log.form.readings")) + "\n" + readings;
    return text + "  failed:   # " + session.say(say("log.form.failed")) + "\n" + named;
}

/// Whether the form has no line for the field: it stands further down, or is of other lists.
bool left_out(const team::Checklist& list, std::string_view field) {
    if (field == "readings" || field == "failed" || field == "done") return true;
    if (field == "assets" || field == "found") return !list.assets;
    if (field == "newcomer") return !list.newcomers;
    if (field == "leaver") return !list.leavers;
    return list.of_people() && field == "asset";
}

/// The form: the values that are known, empty required keys, the other keys as comments.
std::string form_of(const Session& session, const Draft& draft) {
    std::string text =
        "# " + session.say(say("log.form.head", bilingual(draft.spec.zh, draft.spec.en), draft.date)) +
        "\n# " + session.say(say("log.form.how")) + "\n" + std::string{draft.spec.name} + ":\n";
    const auto* list = draft.checklist();
    for (const auto& field : draft.spec.fields) {
        if (field.type == FieldType::entity_id && draft.find("id") == nullptr) continue;  // made
        if (list != nullptr && left_out(*list, field.name)) continue;
        const auto* given = draft.find(field.name);
        const auto value = given == nullptr ? std::optional<std::string>{}
                           : given->ready
                               ? std::optional{given->value}
                               : text_or_refuse(session, entry::written(draft, field, given->value));
        const std::string key = fmt::format("{}{}:", value || field.required ? "  " : "  # ", field.name);
        const std::string entry = value ? key + " " + *value : key;
        text += padded(entry, std::max<std::size_t>(display_width(entry), 22)) + "  # " +
                meaning_of(session, draft, field) + "\n";
    }
    return list != nullptr ? text + items_of(session, draft, *list) : text;
}

void save(const std::string& path, const std::string& text) {
    store::replace_file(path, text);
}

/// The text without what the last try had put above it.
std::string without_marks(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
        if (text.compare(at, 3, "#! ") != 0) out += text.substr(at, end - at);
        at = end;
    }
    return out;
}

std::string marks_of(const Session& session, const Diagnostics& problems) {
    std::string marks;
    for (const auto& problem : problems.all()) {
        const auto hint = problem.hint.empty() ? std::string{} : "  (" + session.say(problem.hint) + ")";
        marks += "#! " + made_harmless(session.say(problem.message) + hint) + "\n";
    }
    return marks;
}

bool wants_again(const Session& session) {
    if (!at_terminal()) return false;
    write_fd(STDOUT_FILENO, session.say(say("log.edit_again")) + " ");
    const auto answer = read_line();
    return answer && *answer != "n" && *answer != "q";
}

/// What is left in a temporary folder does no harm.
void forget(const std::string& path) {
    std::error_code ignored;
    fs::remove(path, ignored);
}

/// Says where the typed text stays, if it is still there.
void tell_of(const Session& session, const std::string& path) {
    std::error_code error;
    if (fs::exists(path, error)) session.note(say("log.kept_in", path));
}

Exit give_up(const Session& session, const std::string& path) {
    tell_of(session, path);
    session.note(say("log.nothing_written"));
    return Exit::files;
}

/// Lets the form be edited, and writes the record; nothing where the user wants to edit it again.
std::optional<Exit> edit_once(const Session& session, Draft& draft, const std::string& path) {
    if (const auto ended = edit_file(path); ended != Ended::well) {
        const bool missing = ended == Ended::not_found;
        session.refuse(say(missing ? "log.no_editor" : "log.editor_failed", editor()),
                       missing ? say("log.set_editor") : Phrase{});
        return give_up(session, path);
    }
    const auto limit = yaml::Limits{}.bytes;
    const auto bytes = store::read_file(path, limit);
    if (!bytes) {
        session.refuse(say("store.too_large", limit >> 20U));
        return give_up(session, path);
    }
    const auto text = without_marks(*bytes);
    Tried tried;
    const auto form = entry::take_form(draft, session.say(say("log.form.name")), text, tried.problems);
    if (form == entry::Form::empty) {
        forget(path);
        session.note(say("log.nothing_written"));
        return Exit::act;
    }
    if (form == entry::Form::filled) {
        entry::look_back(draft);
        tried = append_checked(session, draft);
    }
    session.show(tried.problems);
    if (tried.written) {
        forget(path);
        return Exit::done;
    }
    if (!wants_again(session)) return give_up(session, path);
    save(path, marks_of(session, tried.problems) + text);
    return std::nullopt;
}

}  // namespace

Exit edit_record(const Session& session, Draft& draft) {
    const std::string path =
        fresh_file(draft.spec.name, ".yaml");  // the text stays there until it is written
    save(path, form_of(session, draft));
    try {
        for (;;) {
            if (const auto exit = edit_once(session, draft, path)) return *exit;
        }
    } catch (const store::SystemError&) {
        tell_of(session, path);
        throw;
    }
}

}  // namespace teamctl::cli
