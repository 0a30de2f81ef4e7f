#include "cli/session.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>

#include "base/text.hpp"
#include "calendar/zone.hpp"
#include "check/check.hpp"
#include "cli/start/own.hpp"
#include "cli/terminal/pager.hpp"
#include "cli/terminal/programs.hpp"
#include "entry/references.hpp"
#include "lang/lang.hpp"
#include "render/diagnostics.hpp"
#include "render/render.hpp"
#include "rules/figures/metrics.hpp"
#include "store/disk.hpp"
#include "store/team_file.hpp"
#include "team/metric_words.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

constexpr std::size_t least_part = 6;  // bytes: two Chinese characters name a title of more

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

/// The language of the locale; English where it says none.
lang::Language locale_language() {
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto value = environment(name);
        if (value.empty()) continue;
        return lang::parse_language(value).value_or(lang::Language::en);
    }
    return lang::Language::en;
}

/// Columns to fit: COLUMNS where it is set, else the terminal's; 0 for a pipe or a file.
std::size_t columns_of(int fd) {
    if (const auto set = environment("COLUMNS"); !set.empty() && set.size() < 5) {
        if (const int columns = std::atoi(set.c_str()); columns >= 20)
            return static_cast<std::size_t>(columns);
    }
    winsize size = {};
    if (::isatty(fd) == 0) return 0;
    return ::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20 ? size.ws_col : 80;
}

/// Nothing also where it cannot be looked at.
std::optional<std::filesystem::path> root_above(const std::string& start) {
    try {
        return store::find_root(start);
    } catch (const store::SystemError&) {
        return std::nullopt;
    }
}

}  // namespace

bool wants_color(const Invocation& invocation, int fd) {
    const auto at = invocation.options.find("color");
    const auto& set = own().values.color;
    const std::string mode = at != invocation.options.end() ? at->second.back() : set.empty() ? "auto" : set;
    if (mode != "auto") return mode == "always";
    return ::isatty(fd) != 0 && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

void write_fd(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EAGAIN) {  // a terminal or pipe that somebody else made non-blocking
            pollfd ready{fd, POLLOUT, 0};
            (void)!::poll(&ready, 1, -1);
            continue;
        }
        if (written < 0 && errno == EPIPE) return;       // the reader has seen enough
        if (written < 0 && fd == STDERR_FILENO) return;  // nowhere left to say it; the exit code stands
        if (written < 0) throw store::SystemError("write", "stdout", errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

Session::Session(Invocation invocation)
    : invocation_{std::move(invocation)}, words_{&lang::translator(locale_language())} {
    const auto& set = own().values.language;
    if (const auto wanted = option("lang"); wanted || !set.empty()) {
        if (const auto language = lang::parse_language(wanted.value_or(set)))
            words_ = &lang::translator(*language);
    }
    const auto wanted = option("format").value_or("text");
    for (const auto& format : render::formats) {
        if (format.name == wanted) format_ = &format;
    }
}

std::string Session::argument(std::size_t n) const {
    return n < invocation_.arguments.size() ? invocation_.arguments[n] : std::string{};
}

std::optional<std::string> Session::option(std::string_view name) const {
    const auto at = invocation_.options.find(name);
    return at != invocation_.options.end() ? std::optional{at->second.back()} : std::nullopt;
}

void Session::set_language(const std::string& from_settings) {
    if (option("lang") || !own().values.language.empty() || from_settings.empty()) return;
    if (const auto language = lang::parse_language(from_settings)) words_ = &lang::translator(*language);
}

std::string Session::start() const {
    if (const auto directory = option("directory")) return *directory;
    if (const auto set = environment("TEAMCTL_DIR"); !set.empty()) return set;
    const auto by_default = own_directory();
    return by_default.empty() || root_above(".") ? "." : by_default;
}

std::optional<std::filesystem::path> Session::found_root() const {
    return root_above(start());
}

void Session::speak_as_team() {
    if (option("lang")) return;
    try {
        if (const auto root = store::find_root(start())) {
            if (!directory_) directory_ = std::make_unique<store::Directory>(*root);
            set_language(directory_->settings().language);
        }
    } catch (const store::SystemError&) {
        return;  // what cannot be read has no say
    }
}

bool Session::set_today() {
    if (const auto today = option("today")) {
        const auto moment = parse_moment(*today);
        if (moment) now_ = *moment;
        return moment.has_value();
    }
    clock_ = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    now_ = calendar::local_time(clock_, zone_);
    return true;
}

Moment Session::now_in(const std::string& zone) const {
    return option("today") || !calendar::known_zone(zone) ? now_ : calendar::local_time(clock_, zone);
}

std::optional<Exit> Session::enter_without_team() {
    zone_ = "Asia/Shanghai";
    if (set_today()) return std::nullopt;
    return refuse(teamctl::say("cli.bad_today", *option("today")), teamctl::say("cli.date_like"));
}

std::optional<Exit> Session::enter() {
    const auto root = store::find_root(start());
    if (!root) return refuse(teamctl::say("cli.no_team", start()), teamctl::say("cli.init_one"));
    return enter_at(*root);
}

std::optional<Exit> Session::enter_at(const std::filesystem::path& root) {
    const bool changed = store::remove_leftovers(root);
    if (!directory_ || directory_->root() != root || changed)
        directory_ = std::make_unique<store::Directory>(root);
    const auto settings = directory_->settings();
    set_language(settings.language);
    zone_ = settings.timezone;
    if (!calendar::known_zone(zone_)) zone_ = "Asia/Shanghai";
    if (!set_today())
        return refuse(teamctl::say("cli.bad_today", *option("today")), teamctl::say("cli.date_like"));
    return std::nullopt;
}

bool Session::output_fits() {
    const std::filesystem::path output{option("output").value_or("")};
    if (output.empty() || output == "-") return true;
    speak_as_team();
    if (store::is_team_file(output)) {
        refuse(teamctl::say("cli.own_file", output.string()), teamctl::say("cli.other_output"));
        return false;
    }
    const auto folder = output.parent_path();
    std::error_code error;
    using Type = std::filesystem::file_type;
    const auto type = folder.empty() ? Type::directory : std::filesystem::status(folder, error).type();
    if (type == Type::directory || type == Type::none) return true;  // none: it cannot be known
    refuse(teamctl::say("cli.no_folder", folder.string()), teamctl::say("cli.make_folder", folder.string()));
    return false;
}

std::optional<store::Loaded> Session::load(const store::Need& need) const {
    auto loaded = [&] {
        const Working working{say(teamctl::say("cli.reading"))};
        return directory_->load(need);
    }();
    if (flag("verbose")) {
        note(teamctl::say("cli.read_files", loaded.sources.size(), loaded.team.records.size()));
        if (loaded.team.carried.until) note(teamctl::say("cli.from_closing", *loaded.team.carried.until));
    }
    // Only with all that came before is it known what a record speaks of.
    Diagnostics of_records;
    if (!loaded.diagnostics.has_errors())
        check::errors_of(loaded, loaded.diagnostics, need.stands_from ? &of_records : nullptr);
    if (!loaded.diagnostics.has_errors()) {
        tell_left_out(of_records);
        return loaded;
    }
    show(loaded.diagnostics);
    write_fd(STDERR_FILENO, say(teamctl::say("cli.files_have_errors")) + "\n");
    return std::nullopt;
}

void Session::tell_left_out(const Diagnostics& of_records) const {
    const auto count = of_records.all().size();
    if (count == 0 || count == told_left_out_) return;
    told_left_out_ = count;
    const auto& first = of_records.all().front();
    write_fd(STDERR_FILENO,
             say(teamctl::say("cli.left_out", count, first.place.file,
                              static_cast<std::int64_t>(first.place.mark.line), first.message)) +
                 "\n");
}

std::optional<Period> Session::period(const std::string& text, const Period& otherwise, Lean lean) const {
    if (text.empty()) return otherwise;
    auto period = parse_period(text, now_.date, lean);
    if (!period) refuse(teamctl::say("cli.bad_period", text), teamctl::say("cli.period_like"));
    return period;
}

std::optional<team::PersonId> Session::person(const store::Loaded& loaded, const std::string& name) const {
    auto found = entry::person_named(loaded.team, name);
    if (const auto* person = std::get_if<team::PersonId>(&found)) return *person;
    const auto& refusal = std::get<entry::Refusal>(found);
    refuse(refusal.what, refusal.hint);
    return std::nullopt;
}

std::optional<team::UnitId> Session::unit(const store::Loaded& loaded, const std::string& name) const {
    const auto unit = team::find_unit(loaded.team, name);
    if (!unit) refuse_unknown("ref.unit", name, loaded.names.things(team::RefKind::unit));
    return unit;
}

std::vector<std::string> Session::metrics_like(const team::Team& team, const std::string& name) const {
    std::vector<std::string> holding;  // those whose titles hold the name
    for (const auto& metric : rules::metrics(team)) {
        if (name == metric.name || team::metric_word(team, name) == metric.name) return {metric.name};
        // Whatever the language of the answer, both are understood.
        bool holds = false;
        for (const auto language : {lang::Language::zh, lang::Language::en}) {
            const auto known = lang::translator(language).say(metric.title);
            if (same_letters(name, known)) return {metric.name};
            holds = holds || (name.size() >= least_part && known.find(name) != std::string::npos);
        }
        if (holds) holding.push_back(metric.name);
    }
    return holding;
}

std::optional<std::string> Session::metric(const team::Team& team, const std::string& name,
                                           const std::vector<std::string>& others) const {
    const auto found = metrics_like(team, name);
    if (found.size() == 1) return found.front();
    if (const auto asset = team::consumption_of(name); !asset.empty()) {
        std::vector<NamedThing> metered;
        for (const auto& metric : rules::metrics(team)) {
            const auto id = team::consumption_of(metric.name);
            for (const auto& one : team.assets) {
                if (one.id == id) metered.push_back({one.id, one.name});
            }
        }
        refuse_unknown("ref.meter", std::string{asset}, metered);
        return std::nullopt;
    }
    std::vector<std::string> titles = others;
    std::vector<std::string> names = others;
    std::vector<std::string> holding;
    for (const auto& metric : rules::metrics(team)) {
        const auto& title = titles.emplace_back(say(metric.title));
        names.push_back(metric.name);
        if (std::ranges::find(found, metric.name) != found.end()) holding.push_back(title);
    }
    names.insert(names.end(), titles.begin(), titles.end());
    const auto near = holding.empty() ? nearest(name, names) : std::nullopt;
    refuse(teamctl::say("check.unknown_ref", teamctl::say("explain.metric"), name),
           near ? teamctl::say("check.did_you_mean", *near)
                : teamctl::say("check.known_names", joined(holding.empty() ? titles : holding, ", ")));
    return std::nullopt;
}

Exit Session::emit(const Report& report) const {
    render::Style style;
    const auto file = option("output");
    const bool shown = !file && !flag("open");
    style.columns = shown ? columns_of(STDOUT_FILENO) : 0;
    style.color = shown && wants_color(invocation_, STDOUT_FILENO);
    const auto text = format_->render(shape() == Shape::page ? with_source(report) : report, words(), style);
    if (flag("open")) return open(text);
    if (!pages() || !show_paged(text)) write(text);
    return Exit::done;
}

std::size_t Session::terminal_columns() const {
    return !option("output") && ::isatty(STDOUT_FILENO) != 0 ? columns_of(STDOUT_FILENO) : 0;
}

std::string Session::within_terminal(std::string line) const {
    const auto columns = terminal_columns();
    return columns > 0 ? fitted(line, columns) : line;
}

Report Session::with_source(Report report) const {
    if (directory_) report.source = teamctl::say("render.source", directory_->settings().team, now().date);
    return report;
}

Exit Session::emit_page(const Report& report, const report::PageSpec& spec) const {
    if (shape() != Shape::text || flag("full")) return emit(report);
    const auto lines = [&](const Report& page) {
        const auto text = format_->render(page, words(), {80, false});
        return static_cast<std::size_t>(std::ranges::count(text, '\n'));
    };
    return emit(report::on_one_page(report, spec, words(), lines));
}

bool Session::pages() const {
    return !option("output") && shape() == Shape::text && !flag("no-pager") && ::isatty(STDOUT_FILENO) != 0 &&
           ::isatty(STDIN_FILENO) != 0;
}

Exit Session::open(const std::string& page) const {
    const auto file = option("output").value_or("-");
    const auto path = file == "-" ? fresh_file(invocation_.command->name, format_->ending) : file;
    if (!store::write_output(path, page)) note(teamctl::say("store.not_synced"));
    write_fd(STDOUT_FILENO, made_harmless(path) + "\n");
    if (open_file(path)) return Exit::done;
    note(teamctl::say("cli.no_opener", path));
    return Exit::act;
}

void Session::write(std::string_view text) const {
    const auto file = option("output");
    if (!file || *file == "-") {
        write_fd(STDOUT_FILENO, text);
        return;
    }
    written_ += text;
    if (!store::write_output(*file, written_)) note(teamctl::say("store.not_synced"));
}

void Session::note(const Phrase& phrase) const {
    if (!flag("quiet")) write_fd(STDERR_FILENO, made_harmless(say(phrase)) + "\n");
}

Exit Session::refuse(const Phrase& phrase, const Phrase& hint) const {
    std::string text = "teamctl: " + made_harmless(say(phrase)) + "\n";
    if (!hint.empty()) text += "  " + made_harmless(say(teamctl::say("render.hint", hint))) + "\n";
    write_fd(STDERR_FILENO, text);
    return Exit::usage;
}

Exit Session::refuse_unknown(std::string_view noun, const std::string& name,
                             const std::vector<std::string>& known) const {
    const auto near = nearest(name, known);
    if (known.empty())
        return refuse(teamctl::say("check.unknown_ref", Phrase{std::string{noun}, {}}, name),
                      teamctl::say("cli.none_there"));
    return refuse(teamctl::say("check.unknown_ref", Phrase{std::string{noun}, {}}, name),
                  near ? teamctl::say("check.did_you_mean", *near)
                       : teamctl::say("check.known_names", joined(known, ", ")));
}

Exit Session::refuse_unknown(std::string_view noun, const std::string& name,
                             const std::vector<NamedThing>& known) const {
    if (const auto several = things_called(name, known); several.size() > 1)
        return refuse_several(name, several);
    return refuse(teamctl::say("check.unknown_ref", Phrase{std::string{noun}, {}}, name),
                  known.empty() ? teamctl::say("cli.none_there") : hint_of_near(name, known));
}

Exit Session::refuse_several(const std::string& name, const std::vector<NamedThing>& things) const {
    return refuse(teamctl::say("log.ambiguous", name, things.size()),
                  teamctl::say("log.candidates", things_shown(things)));
}

bool Session::refuses_period(const std::string& text) const {
    const auto digits = text.find_first_not_of("0123456789");
    const bool dated = digits == 4 && text.find_first_of("-.") == digits;
    const bool back = text.size() > 1 && text.front() == '-' && text[1] >= '0' && text[1] <= '9';
    if (!dated && !back && digits != std::string::npos) return false;
    refuse(teamctl::say("cli.bad_period", text), teamctl::say("cli.period_like"));
    return true;
}

void Session::show(const Diagnostics& diagnostics) const {
    const bool color = wants_color(invocation_, STDERR_FILENO);
    write_fd(STDERR_FILENO, render::too_many(diagnostics) ? render::overview(diagnostics, words(), color)
                                                          : render::text(diagnostics, words(), color));
}

}  // namespace teamctl::cli
