// `teamctl log -`: a record a line from the standard input, all of them or none.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "cli/log/log.hpp"
#include "entry/lead.hpp"
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
    if (all.starts_with("\xEF\xBB\xBF")) all.erase(0, 3);  // what editors put in front of UTF-8
    for (int number = 1; !all.empty(); ++number) {
        const auto end = std::min(all.find('\n'), all.size() - 1) + 1;
        const std::string line{trimmed(std::string_view{all}.substr(0, end))};
        if (!line.empty() && line.front() != '#') lines.push_back({number, line});
        all.erase(0, end);
    }
    return lines;
}

/// The days with the records of the lines, as far as they are sound.
class Lines {
  public:
    Lines(const Session& session, const store::WriteLock& lock, Date date)
        : session_{session}, lock_{lock}, date_{date} {}

    /// Adds the record of a line, or goes on to the day that stands alone there; where it is wrong it has
    /// said so. False where nothing can be added at all.
    bool add(const InputLine& line) {
        auto words = entry::words_of(entry::without_mark(line.text));
        if (!words) return refuse(line, {say("log.open_quote"), say("log.close_quote")});
        const auto lead = entry::take_lead(*words, session_.now().date);
        if (lead.two_days) return refuse(line, {say("log.two_days"), say("log.one_of_days")});
        if (words->empty()) {
            date_ = *lead.day;
            return true;
        }
        return add_record(line, *words, lead.day.value_or(date_));
    }

    bool wrong() const { return refused_ || broken_; }
    Exit exit() const { return broken_ ? Exit::files : Exit::usage; }
    /// Writes the days, and says so.
    void commit(Diagnostics& problems) {
        // Said before it is done for good, as of one record.
        store::commit_days(
            lock_, days_, [&] { session_.write(said_); }, problems);
        for (const auto& [path, lines] : written_) remember(session_, path, lines);
    }
    bool empty() const { return written_.empty(); }
    const Diagnostics& warnings() const { return warnings_; }

  private:
    bool refuse(const InputLine& line, const entry::Refusal& refusal) {
        session_.refuse(say("log.of_line", line.number, refusal.what), refusal.hint);
        refused_ = true;
        return true;
    }

    bool add_record(const InputLine& line, const std::vector<std::string>& typed, Date date) {
        const auto words = entry::with_kind(entry::divided(session_.directory().rules().team, typed));
        const int kind = entry::kind_named(words.front());
        if (kind < 0) return refuse(line, unknown_kind(words.front()));
        entry::Draft draft{session_.directory(), session_.now(), session_.words(),
                           team::record_specs()[static_cast<std::size_t>(kind)], date};
        draft.chance = by_chance();
        draft.said_on = date;
        if (const auto refusal = entry::take_words(draft, {words.begin() + 1, words.end()}))
            return refuse(line, *refusal);
        if (!team_is_sound(session_, draft)) return false;
        entry::add_defaults(draft, who_am_i());
        entry::look_back(draft);
        auto* day = day_of(date);
        if (day == nullptr) return false;
        const auto made = entry::line_of(draft, entry::made_id(draft, day->text()));
        if (const auto* refusal = std::get_if<entry::Refusal>(&made)) return refuse(line, *refusal);
        take(line, *day, draft, std::get<std::string>(made));
        return true;
    }

    /// The file of the day, opened; null where nothing can be added to it, and that is said.
    store::DayFile* day_of(Date date) {
        const auto path = team::log_path(date);
        const auto known = std::ranges::find(days_, path, &store::DayFile::path);
        if (known != days_.end()) return &*known;
        store::DayFile day{lock_, date};
        Diagnostics problems;
        const bool open = day.open(session_.directory().rules().names, problems);
        session_.show(problems);
        if (!open) {
            session_.note(say("log.nothing_written"));
            return nullptr;
        }
        return &days_.emplace_back(std::move(day));
    }

    void take(const InputLine& line, store::DayFile& day, entry::Draft& draft, const std::string& text) {
        Diagnostics problems;
        const auto appended =
            day.add([&](const std::string&) { return text; }, draft.loaded.names, check_of(draft), problems);
        if (!appended) {
            broken_ = true;
            session_.refuse(say("log.of_line", line.number, verbatim(line.text)));
            session_.show(as_typed(problems));
            return;
        }
        warnings_.append(problems);
        said_ += said_of(session_, draft, *appended);
        written_[day.path()].push_back(appended->line);
        session_.directory().pretend(day.path(), day.text());
    }

    const Session& session_;
    const store::WriteLock& lock_;
    Date date_;
    std::vector<store::DayFile> days_;
    bool refused_ = false;
    bool broken_ = false;
    std::string said_;
    std::map<std::string, std::vector<std::string>> written_;
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
    Lines lines{session, lock, date};
    for (const auto& line : input) {
        if (!lines.add(line)) return Exit::files;
    }
    if (lines.wrong()) return nothing(session, lines.exit());
    if (lines.empty()) return nothing(session, Exit::act);
    Diagnostics problems;
    lines.commit(problems);
    session.show(lines.warnings());
    session.show(problems);
    return Exit::done;
}

}  // namespace teamctl::cli
