// `teamctl log -`: a record a line from the standard input, all of them or none.
#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.hpp"
#include "cli/log/together.hpp"
#include "entry/lead.hpp"
#include "entry/open_things.hpp"
#include "entry/references.hpp"
#include "entry/words.hpp"

namespace teamctl::cli {
namespace {

/// The lines that say something, by their words; a day that stands alone in one is that of the next.
std::vector<Said> input_lines(const Session& session, Date date) {
    std::vector<Said> lines;
    std::string all = read_rest();
    if (all.starts_with("\xEF\xBB\xBF")) all.erase(0, 3);  // what editors put in front of UTF-8
    std::string_view rest{all};
    for (int number = 1; !rest.empty(); ++number) {
        const auto end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        const std::string line{trimmed(rest.substr(0, end))};
        rest.remove_prefix(end);
        if (line.empty() || line.front() == '#') continue;
        Said said{number, line, {}, date, {}};
        auto words = entry::words_of(entry::without_mark(line));
        const auto lead = words ? entry::take_lead(*words, session.now().date) : entry::Lead{};
        if (!words)
            said.refused = {say("log.open_quote"), say("log.close_quote")};
        else if (lead.two_days)
            said.refused = {say("log.two_days"), say("log.one_of_days")};
        else if (words->empty())
            date = *lead.day;
        else
            said.words = entry::with_kind(entry::divided(session.rules(), *words));
        said.date = lead.day.value_or(date);
        if (said.refused || !said.words.empty()) lines.push_back(std::move(said));
    }
    return lines;
}

/// The days with the records of the lines, as far as they are sound.
class Lines {
  public:
    Lines(const Session& session, const store::WriteLock& lock) : session_{session}, lock_{lock} {}

    /// Adds the records of lines; of those that are wrong it has said so. False where nothing can be added at
    /// all.
    bool add(std::span<const Said> lines) {
        while (!lines.empty()) {
            const auto other = std::ranges::find_if(
                lines, [&](const Said& line) { return line.date != lines.front().date; });
            const auto count = static_cast<std::size_t>(other - lines.begin());
            if (!add_day(lines.first(count))) return false;
            lines = lines.subspan(count);
        }
        return true;
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
    /// Lines of one day: at once, else each half of them, down to the one that has to be told of.
    bool add_day(std::span<const Said> lines) {
        if (lines.size() == 1)
            return lines[0].refused ? refuse(lines[0], *lines[0].refused) : add_record(lines[0]);
        Diagnostics told_of_one;
        if (auto* day = day_of(lines[0].date, told_of_one)) {
            if (auto together = take_together(session_, *day, lines)) return take(*day, std::move(*together));
        }
        const auto half = lines.size() / 2;
        return add_day(lines.first(half)) && add_day(lines.subspan(half));
    }

    bool refuse(const Said& line, const entry::Refusal& refusal) {
        session_.refuse(say("log.of_line", line.number, refusal.what), refusal.hint);
        refused_ = true;
        return true;
    }

    bool take(const store::DayFile& day, Together together) {
        for (const auto& [number, refusal] : together.refused)
            session_.refuse(say("log.of_line", number, refusal.what), refusal.hint);
        refused_ |= !together.refused.empty();
        warnings_.append(together.warnings);
        said_ += together.told;
        auto& written = written_[day.path()];
        std::ranges::move(together.lines, std::back_inserter(written));
        if (written.empty()) written_.erase(day.path());
        return true;
    }

    bool add_record(const Said& line) {
        const int kind = entry::kind_named(line.words.front());
        if (kind < 0) return refuse(line, unknown_kind(line.words.front()));
        entry::Draft draft{session_.directory(), session_.now(), session_.words(),
                           team::record_specs()[static_cast<std::size_t>(kind)], line.date};
        draft.chance = by_chance();
        draft.me = who_am_i();
        draft.said_on = line.date;
        if (const auto refusal = entry::take_words(draft, {line.words.begin() + 1, line.words.end()}))
            return refuse(line, *refusal);
        if (!team_is_sound(session_, draft)) return false;
        entry::add_defaults(draft);
        if (const auto refusal = entry::which_meeting(draft, line.text)) return refuse(line, *refusal);
        if (const auto refusal = entry::which_thing(draft)) return refuse(line, *refusal);
        entry::look_back(draft);
        Diagnostics problems;
        auto* day = day_of(line.date, problems);
        session_.show(problems);
        if (day == nullptr) {
            session_.note(say("log.nothing_written"));
            return false;
        }
        const auto made = entry::line_of(draft, entry::made_id(draft, day->text()));
        if (const auto* refusal = std::get_if<entry::Refusal>(&made)) return refuse(line, *refusal);
        take(line, *day, draft, std::get<std::string>(made));
        return true;
    }

    /// The file of the day, opened; null where nothing can be added to it.
    store::DayFile* day_of(Date date, Diagnostics& problems) {
        const auto path = team::log_path(date);
        const auto known = std::ranges::find(days_, path, &store::DayFile::path);
        if (known != days_.end()) return &*known;
        store::DayFile day{lock_, date};
        if (!day.open(session_.directory().rules().names, problems)) return nullptr;
        return &days_.emplace_back(std::move(day));
    }

    void take(const Said& line, store::DayFile& day, entry::Draft& draft, const std::string& text) {
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
    const auto input = input_lines(session, date);
    if (input.empty()) return nothing(session, Exit::act);
    const auto lock = session.directory().lock();
    Lines lines{session, lock};
    if (!lines.add(input)) return Exit::files;
    if (lines.wrong()) return nothing(session, lines.exit());
    if (lines.empty()) return nothing(session, Exit::act);
    Diagnostics problems;
    lines.commit(problems);
    session.show(lines.warnings());
    session.show(problems);
    return Exit::done;
}

}  // namespace teamctl::cli
