// `teamctl log --undo`: takes back the last record that was written from here today.
#include <algorithm>
#include <cstdlib>

#include "base/text.hpp"
#include "cli/log/log.hpp"
#include "entry/words.hpp"
#include "store/closings/written.hpp"
#include "store/disk.hpp"
#include "store/with_file.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// Where programs keep what they remember of a user (XDG base directories); empty where no home is known.
fs::path notes_folder() {
    const auto absolute = [](const char* name) {
        const char* value = std::getenv(name);
        return value != nullptr && *value == '/' ? fs::path{value} : fs::path{};
    };
    if (const auto state = absolute("XDG_STATE_HOME"); !state.empty()) return state / "teamctl";
    const auto home = absolute("HOME");
    return home.empty() ? fs::path{} : home / ".local/state/teamctl";
}

/// Changes the notes. What goes wrong with them is not told: the record is as it is to be.
template <class Change>
void change_notes(const Change& change) {
    try {
        change();
    } catch (const store::SystemError&) {
    } catch (const fs::filesystem_error&) {
    }
}

/// A record that may be taken back: the note, and the line as it stands.
struct Last {
    store::Written note;
    Date date{};
    std::uint32_t line = 0;
    std::string text;
};

std::string line_at(std::string_view text, std::uint32_t number) {
    for (; number > 1; --number) text.remove_prefix(text.find('\n') + 1);
    return std::string{trimmed(text.substr(0, text.find('\n')))};
}

/// The newest note whose line still stands; others were taken back, or changed by hand.
std::optional<Last> last_written(const Session& session) {
    const auto folder = notes_folder();
    if (folder.empty()) return std::nullopt;
    const auto notes = store::notes_of(folder, session.root(), session.now().date);
    for (auto note = notes.rbegin(); note != notes.rend(); ++note) {
        const auto date = team::log_date(note->path);
        if (!date || store::path_kind(session.root(), note->path) != store::PathKind::file) continue;
        const auto text = store::read_file(session.root() / note->path, yaml::Limits{}.bytes);
        const auto line = text ? store::find_written(*text, *note) : 0;
        if (line > 0) return Last{*note, *date, line, line_at(*text, line)};
    }
    return std::nullopt;
}

/// The kind of the record of a line; -1 where it is none.
int kind_of(const std::string& line) {
    Diagnostics ignored;
    const auto document = yaml::parse("line", line, ignored);
    if (!document || !document->root().is_sequence() || !document->root().first().is_mapping()) return -1;
    return team::record_kind(document->root().first().first().text());
}

bool confirmed(const Session& session) {
    if (session.flag("yes")) return true;
    session.write(session.say(say("log.undo_confirm")) + " ");
    const auto answer = read_line();
    return answer && (answer->empty() || *answer == "y" || *answer == "Y" || *answer == "是");
}

/// What other records lose with it, as errors.
store::CheckFile check_without(entry::Draft& draft) {
    return [&draft](const team::Source& day, Diagnostics& out) {
        if (!draft.needs_history()) return;
        const auto news = news_of(draft, day);
        for (const auto& problem : news.all()) {
            if (problem.severity == Severity::error) out.add(problem);
        }
    };
}

/// Takes the record out of its file. `shown` is said first.
Exit take_back(const Session& session, const Last& last, int kind, const std::string& shown) {
    const auto lock = session.directory().lock();
    entry::Draft draft{session.directory(), session.now(), session.words(),
                       team::record_specs()[static_cast<std::size_t>(kind)], last.date};
    if (!team_is_sound(session, draft)) return Exit::files;
    store::DayFile day{lock, last.date};
    Diagnostics problems;
    bool done = day.open(draft.loaded.names, problems);
    const auto line = done ? store::find_written(day.text(), last.note) : 0;
    done = line > 0 && day.remove(line, draft.loaded.names, check_without(draft), problems);
    if (done) day.commit([&] { session.write(shown); }, problems);
    session.show(problems);
    if (!done) {
        session.note(say(problems.has_errors() ? "log.rests_on_it" : "log.not_undone"));
        return Exit::files;
    }
    change_notes(
        [&] { store::forget_written(notes_folder(), session.root(), session.now().date, last.note); });
    return Exit::done;
}

}  // namespace

void remember(const Session& session, const std::string& path, const std::vector<std::string>& lines) {
    const auto folder = notes_folder();
    if (folder.empty()) return;
    std::vector<store::Written> written;
    for (const auto& line : lines) written.push_back(store::written_line(path, line));
    change_notes([&] { store::note_written(folder, session.root(), session.now().date, written); });
}

Exit undo_record(const Session& session) {
    const auto last = last_written(session);
    const int kind = last ? kind_of(last->text) : -1;
    if (kind < 0) return session.refuse(say("log.nothing_to_undo"), say("log.undo_by_hand"));
    std::string shown;
    {
        const entry::Draft draft{session.directory(), session.now(), session.words(),
                                 team::record_specs()[static_cast<std::size_t>(kind)], last->date};
        shown = record_told(session, in_words(session, draft, last->text), last->note.path, last->line,
                            last->text);
    }
    if (!session.flag("yes") && !at_terminal()) {
        session.write(shown);
        return session.refuse(say("log.undo_asks"), say("check.write_like", "teamctl log --undo --yes"));
    }
    if (!session.flag("yes")) session.write(shown);
    if (!confirmed(session)) {
        session.note(say("log.not_undone"));
        return Exit::act;
    }
    const auto done = session.say(say("log.undone")) + "\n";
    return take_back(session, *last, kind, session.flag("yes") ? shown + done : done);
}

}  // namespace teamctl::cli
