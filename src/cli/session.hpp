// One run of teamctl: what was asked, in which directory, on which day, in which language; and where answers
// go.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/period.hpp"
#include "base/report.hpp"
#include "cli/line/command.hpp"
#include "report/page.hpp"
#include "store/directory.hpp"

namespace teamctl::cli {

/// The command line, taken apart.
struct Invocation {
    const CommandSpec* command = nullptr;
    std::vector<std::string> arguments;
    std::map<std::string, std::vector<std::string>, std::less<>> options;  ///< by long name; flags hold ""
};

class Session {
  public:
    explicit Session(Invocation invocation);

    const Invocation& invocation() const { return invocation_; }
    /// The n-th argument, or an empty text.
    std::string argument(std::size_t n) const;
    std::optional<std::string> option(std::string_view name) const;
    bool flag(std::string_view name) const { return invocation_.options.contains(name); }

    const Translator& words() const { return *words_; }
    std::string say(const Phrase& phrase) const { return words_->say(phrase); }
    /// What the report is to be: its format says.
    Shape shape() const { return format_->shape; }
    /// The format where none is asked for: the first of the shape.
    void prefer(Shape shape) {
        if (option("format")) return;
        format_ = std::ranges::find(render::formats, shape, &render::Format::shape);
    }

    /// Takes the language of the team that is found, where there is one, for what is said before enter() or
    /// without it. Never fails.
    void speak_as_team();
    /// Whether there is a team directory here or above.
    bool has_team() const { return found_root().has_value(); }
    /// The team directory; nothing where there is none, or it cannot be looked at.
    std::optional<std::filesystem::path> found_root() const;
    /// Where the search for the team begins: -C, TEAMCTL_DIR, here, or the user's own default where no team
    /// is found here.
    std::string start() const;
    /// Knows today without a team, in the zone that a new one has. On failure it has said why.
    std::optional<Exit> enter_without_team();
    /// Finds the team directory and reads its settings, then language, zone and today are known. On failure
    /// it has said why, and returns the code to leave with.
    std::optional<Exit> enter();
    /// The same with a team directory that is known.
    std::optional<Exit> enter_at(const std::filesystem::path& root);
    /// Whether --output names a file in a folder that is there, and none of a team: told before the work,
    /// where a wrong one has been said.
    bool output_fits();
    /// The team directory of this command; each of its files is read once.
    store::Directory& directory() const { return *directory_; }
    /// The team by the files that every question reads, as far as they are sound: what rules ask for depends
    /// on them.
    const team::Team& rules() const { return directory_->rules().team; }
    const std::filesystem::path& root() const { return directory_->root(); }
    const std::string& zone() const { return zone_; }
    /// `--today`, or the clock in the team's zone.
    Moment now() const { return now_; }
    /// The same moment by the clocks of another zone; `--today` is today in all of them.
    Moment now_in(const std::string& zone) const;

    /// Loads what is needed. On errors in the files it has shown them on stderr and returns nothing: leave
    /// with Exit::files.
    std::optional<store::Loaded> load(const store::Need& need) const;
    /// The argument as a period; `otherwise` where it is empty; of a weekday alone the one that `lean` says.
    /// On failure it has said why.
    std::optional<Period> period(const std::string& text, const Period& otherwise,
                                 Lean lean = Lean::back) const;

    /// The person or unit that the user names, by id or name. On failure it has said why.
    std::optional<team::PersonId> person(const store::Loaded& loaded, const std::string& name) const;
    std::optional<team::UnitId> unit(const store::Loaded& loaded, const std::string& name) const;
    /// The metrics that the user may mean by a name: one by id or title, else all whose titles hold it.
    std::vector<std::string> metrics_like(const team::Team& team, const std::string& name) const;
    /// The metric that the user names, by id, title or a part of the title that no other has; `others` might
    /// stand in its place. On failure it has said why.
    std::optional<std::string> metric(const team::Team& team, const std::string& name,
                                      const std::vector<std::string>& others = {}) const;

    /// The report with what stands at the foot of a page: whose records it tells of, and how far they go.
    Report with_source(Report report) const;
    /// Renders in the asked format and writes to stdout or --output; with --open to a file that is opened.
    Exit emit(const Report& report) const;
    /// The same, as text cut to one page unless `--full` is given.
    Exit emit_page(const Report& report, const report::PageSpec& spec) const;
    /// How wide the terminal is that shows what is written; 0 where it goes elsewhere.
    std::size_t terminal_columns() const;
    /// Of a line of a file as much as a line of the terminal holds; elsewhere all of it.
    std::string within_terminal(std::string line) const;
    /// Whether a long report opens in a pager, which a reader may leave open for as long as they like.
    bool pages() const;
    /// Writes text as it is; the file of --output holds all that a command wrote so, in that order.
    void write(std::string_view text) const;
    /// Writes a line to stderr, unless --quiet.
    void note(const Phrase& phrase) const;
    /// Says on stderr what is wrong with the call.
    Exit refuse(const Phrase& phrase, const Phrase& hint = {}) const;
    /// Refuses a name that nothing bears; `noun` is a phrase key such as ref.person.
    Exit refuse_unknown(std::string_view noun, const std::string& name,
                        const std::vector<std::string>& known) const;
    /// The same of things that have names beside their ids: the nearest of them, with both; where several
    /// bear that very name, those.
    Exit refuse_unknown(std::string_view noun, const std::string& name,
                        const std::vector<NamedThing>& known) const;
    /// The same where a period might stand as well: what looks like a date is told to be none.
    template <class Known>
    Exit refuse_unknown_or_period(std::string_view noun, const std::string& text, const Known& known) const {
        return refuses_period(text) ? Exit::usage : refuse_unknown(noun, text, known);
    }
    /// Several things bear the name.
    Exit refuse_several(const std::string& name, const std::vector<NamedThing>& things) const;
    void show(const Diagnostics& diagnostics) const;
    /// Says once, in a line on stderr, that errors of records leave something out of the figures.
    void tell_left_out(const Diagnostics& of_records) const;

  private:
    /// Whether the text looks like a date; then it has said that it is none.
    bool refuses_period(const std::string& text) const;
    /// Writes a page and lets the user's browser open it; says where it lies.
    Exit open(const std::string& page) const;
    void set_language(const std::string& from_settings);
    bool set_today();

    Invocation invocation_;
    const Translator* words_;
    const render::Format* format_ = &render::formats[0];
    std::unique_ptr<store::Directory> directory_;
    std::string zone_;
    Moment now_{};
    mutable std::string written_;  ///< to the file of --output
    mutable std::size_t told_left_out_ = 0;
    std::chrono::sys_seconds clock_{};  ///< where there is no --today
};

/// Whether a stream is a terminal that shows colour, by --color and NO_COLOR.
bool wants_color(const Invocation& invocation, int fd);

/// Writes bytes to a descriptor, whole; throws store::SystemError.
void write_fd(int fd, std::string_view bytes);

}  // namespace teamctl::cli
