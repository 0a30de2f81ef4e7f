// `teamctl log -`: a record a line from the standard input, all of them or none.
#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "cli/log/log.hpp"
#include "entry/references.hpp"
#include "entry/words.hpp"

namespace teamctl::cli {
namespace {

/// A line of the input that says something.
struct InputLine {
    int number = 0;  ///< from 1
    std::string text;
};

std::vector<InputLine> input_lines() {
    std::vector<InputLine> lines;
    std::string all = read_rest();
    for (int number = 1; !all.empty(); ++number) {
        const auto end = std::min(all.find('\n'), all.size() - 1) + 1;
        const std::string line{trimmed(std::string_view{all}.substr(0, end))};
        if (!line.empty() && line.front() != '#') lines.push_back({number, line});
        all.erase(0, end);
    }
    return lines;
}

/// The day with the records of the lines, as far as they are sound.
class Lines {
  public:
    Lines(const Session& session, store::DayFile& day, Date date)
        : session_{session}, day_{day}, date_{date} {}

    /// Adds the record of a line; where it is wrong it has said so. False where nothing can be added at all.
    bool add(const InputLine& line) {
        const auto typed = entry::words_of(line.text);
        if (!typed) return refuse(line, {say("log.open_quote"), say("log.close_quote")});
        const auto words = entry::with_kind(*typed);
        const int kind = entry::kind_named(words.front());
        if (kind < 0) return refuse(line, unknown_kind(words.front()));
        entry::Draft draft{session_.directory(), session_.now(), session_.words(),
                           team::record_specs()[static_cast<std::size_t>(kind)], date_};
        draft.chance = by_chance();
        if (const auto refusal = entry::take_words(draft, {words.begin() + 1, words.end()}))
            return refuse(line, *refusal);
        if (!team_is_sound(session_, draft)) return false;
        entry::add_defaults(draft, who_am_i());
        entry::look_back(draft);
        const auto made = entry::line_of(draft, entry::made_id(draft, day_.text()));
        if (const auto* refusal = std::get_if<entry::Refusal>(&made)) return refuse(line, *refusal);
        take(line, draft, std::get<std::string>(made));
        return true;
    }

    bool wrong() const { return refused_ || broken_; }
    Exit exit() const { return broken_ ? Exit::files : Exit::usage; }
    const std::string& said() const { return said_; }
    const std::vector<std::string>& written() const { return written_; }
    const Diagnostics& warnings() const { return warnings_; }

  private:
    bool refuse(const InputLine& line, const entry::Refusal& refusal) {
        session_.refuse(say("log.of_line", line.number, refusal.what), refusal.hint);
        refused_ = true;
        return true;
    }

    void take(const InputLine& line, entry::Draft& draft, const std::string& text) {
        Diagnostics problems;
        const auto appended =
            day_.add([&](const std::string&) { return text; }, draft.loaded.names, check_of(draft), problems);
        if (!appended) {
            broken_ = true;
            session_.refuse(say("log.of_line", line.number, verbatim(line.text)));
            session_.show(problems);
            return;
        }
        warnings_.append(problems);
        said_ += said_of(session_, draft, *appended);
        written_.push_back(appended->line);
        session_.directory().pretend(day_.path(), day_.text());
    }

    const Session& session_;
    store::DayFile& day_;
    Date date_;
    bool refused_ = false;
    bool broken_ = false;
    std::string said_;
    std::vector<std::string> written_;
    Diagnostics warnings_;
};

Exit nothing(const Session& session, Exit exit) {
    session.note(say("log.nothing_written"));
    return exit;
}

}  // namespace

Exit log_lines(const Session& session, Date date) {
    const auto input = input_lines();
    if (input.empty()) return nothing(session, Exit::act);
    const auto lock = session.directory().lock();
    store::DayFile day{lock, date};
    Diagnostics problems;
    const bool open = day.open(session.directory().rules().names, problems);
    session.show(problems);
    if (!open) return nothing(session, Exit::files);
    Lines lines{session, day, date};
    for (const auto& line : input) {
        if (!lines.add(line)) return Exit::files;
    }
    if (lines.wrong()) return nothing(session, lines.exit());
    // Said before it is done for good, as of one record.
    day.commit([&] { session.write(lines.said()); }, problems);
    remember(session, day.path(), lines.written());
    session.show(lines.warnings());
    session.show(problems);
    return Exit::done;
}

}  // namespace teamctl::cli
