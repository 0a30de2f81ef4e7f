// `teamctl edit WHAT`: a file of the team in the user's editor, written only as it is sound.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/text.hpp"
#include "check/check.hpp"
#include "cli/line/commands.hpp"
#include "cli/log/log.hpp"
#include "cli/session.hpp"
#include "cli/terminal/programs.hpp"
#include "store/additions.hpp"
#include "store/disk.hpp"
#include "store/listing.hpp"
#include "team/files.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// The file of that kind that is meant without a name: the only one there may be, or the one of today.
std::string usual_file(const team::FileSpec& spec, Date today) {
    if (!spec.file.empty()) return std::string{spec.file};
    switch (spec.kind) {
        case team::FileKind::log:
            return team::log_path(today);
        case team::FileKind::plan:
            return team::plan_path(month_of(today));
        case team::FileKind::leave:
        case team::FileKind::wishes:
            return std::string{spec.folder} + "/" + to_string(today).substr(0, 4) + ".yaml";
        default:
            return {};
    }
}

/// The files whose thing has that id or name: `morning`, 晨会.
std::vector<std::string> files_named(Session& session, const std::vector<std::string>& files,
                                     const std::string& what) {
    std::string id = what;
    const auto& team = session.rules();
    const auto look = [&](const auto& things) {
        for (const auto& thing : things)
            if (thing.name == what) id = thing.id;
    };
    look(team.series);
    look(team.queues);
    look(team.checklists);
    std::vector<std::string> found;
    for (const auto& path : files) {
        const auto& spec = team::file_spec(*team::file_kind(path));
        if (!spec.folder.empty() && team::id_of_path(path) == id) found.push_back(path);
    }
    return found;
}

/// A word such as rota or 值班, as the kind of file that it is of; null where it is none.
const team::FileSpec* kind_meant(const std::string& what) {
    const auto specs = team::file_specs();
    const auto found =
        std::ranges::find_if(specs, [&](const auto& spec) { return team::means_file(spec, what); });
    return found != specs.end() ? &*found : nullptr;
}

/// The file of that kind and name, which may be a new one. Nothing, and said, where there can be none.
std::optional<std::string> named_file(Session& session, const std::string& kind, const std::string& name) {
    const auto* spec = kind_meant(kind);
    std::vector<std::string> kinds;
    for (const auto& known : team::file_specs())
        if (known.file.empty() && known.kind != team::FileKind::closing &&
            usual_file(known, session.now().date).empty())
            kinds.emplace_back(known.name);
    if (spec == nullptr || !spec->file.empty()) {
        session.refuse(say("edit.no_names", kind), say("check.choose_from", joined(kinds, ", ")));
        return std::nullopt;
    }
    const auto ending = name.ends_with(".yaml") ? "" : ".yaml";
    auto path = fmt::format("{}/{}{}", spec->folder, name, ending);
    const bool plain =
        name.find_first_of("/\\") == std::string::npos && name.front() != '.' && made_harmless(name) == name;
    if (plain && team::file_kind(path)) return path;
    session.refuse(say("rename.no_id", name), say("check.write_like", "weekend"));
    return std::nullopt;
}

/// What a new file begins with, where its kind has something to begin with.
std::string first_text(const Session& session, const std::string& path) {
    const auto name = yaml::quoted_scalar(team::id_of_path(path));
    const auto today = to_string(session.now().date);
    switch (*team::file_kind(path)) {
        case team::FileKind::meeting:
            return session.say(say("edit.new_meeting", name, today)) + "\n";
        case team::FileKind::rota:
            return session.say(say("edit.new_rota", name, today)) + "\n";
        case team::FileKind::checklist:
            return session.say(say("edit.new_checklist", name, today)) + "\n";
        case team::FileKind::queue:
            return session.say(say("edit.new_queue", name)) + "\n";
        default:
            return {};
    }
}

/// What the word means, as a path below the root. Nothing, and said, where it is none or several.
std::optional<std::string> file_meant(Session& session, const std::string& what) {
    Diagnostics ignored;
    const auto files =
        store::known_files(session.directory(), {store::always(), store::always(), store::always()}, ignored);
    if (std::ranges::find(files, what) != files.end()) return what;
    if (what.find('/') != std::string::npos && team::file_kind(what)) return what;  // a new one
    std::vector<std::string> found;
    for (const auto& spec : team::file_specs()) {
        if (!team::means_file(spec, what)) continue;
        if (auto path = usual_file(spec, session.now().date); !path.empty()) return path;
        std::ranges::copy_if(files, std::back_inserter(found),
                             [&](const auto& path) { return team::file_kind(path) == spec.kind; });
    }
    if (found.empty()) found = files_named(session, files, what);
    if (found.size() == 1) return found.front();
    if (!found.empty()) {
        session.refuse(say("edit.several", what, found.size()),
                       say("check.choose_from", joined(found, ", ")));
        return std::nullopt;
    }
    if (const auto* spec = kind_meant(what)) {
        session.refuse(
            say("edit.none_yet", bilingual(spec->zh, spec->name)),
            say(spec->kind == team::FileKind::closing ? "edit.close_again" : "edit.new_of", spec->name));
        return std::nullopt;
    }
    std::vector<std::string> known;
    for (const auto& spec : team::file_specs())
        if (spec.kind != team::FileKind::closing) known.emplace_back(spec.name);
    for (const auto& path : files) {
        const auto& spec = team::file_spec(*team::file_kind(path));
        const bool dated = spec.kind == team::FileKind::log || spec.kind == team::FileKind::closing;
        if (spec.file.empty() && !dated) known.push_back(path);
    }
    const auto near = nearest(what, known);
    session.refuse(say("check.unknown_ref", say("edit.file"), what),
                   near ? say("check.did_you_mean", *near) : say("edit.new_like", what));
    return std::nullopt;
}

/// The text as it stands on the disk; unset where there is no such file. Throws SystemError where it is none
/// that can be edited.
std::optional<std::string> text_on_disk(const Session& session, const std::string& path) {
    if (store::path_kind(session.root(), path) == store::PathKind::missing) return std::nullopt;
    return store::read_file(session.root() / path, yaml::Limits{}.bytes);
}

/// Errors of the file itself, and what it brings to the others.
Diagnostics problems_with(const store::Loaded& before, const store::Loaded& with, const std::string& path,
                          Date today) {
    Diagnostics all = check::brought_by(before, with, today);
    for (const auto& problem : with.diagnostics.all()) {
        const auto same = [&](const Diagnostic& other) {
            return other.code.name() == problem.code.name() && other.place.mark == problem.place.mark &&
                   other.place.file == problem.place.file;
        };
        if (problem.severity == Severity::error && problem.place.file == path &&
            std::ranges::none_of(all.all(), same))
            all.add(problem);
    }
    return all;
}

class FileEdit {
  public:
    FileEdit(Session& session, std::string path)
        : session_{session},
          path_{std::move(path)},
          before_{text_on_disk(session, path_)},
          start_{before_ ? *before_ : first_text(session, path_)},
          loaded_{session.directory().load({store::always(), store::always(), store::always()})},
          copy_{fresh_file(fs::path{path_}.stem().string(), ".yaml")} {
        store::replace_file(copy_, start_);
    }

    Exit run() {
        for (;;) {
            if (const auto exit = once()) return *exit;
        }
    }

  private:
    /// Nothing where the user wants to edit it again.
    std::optional<Exit> once() {
        if (const auto ended = edit_file(copy_); ended != Ended::well) {
            const bool missing = ended == Ended::not_found;
            session_.refuse(say(missing ? "log.no_editor" : "log.editor_failed", editor()),
                            missing ? say("log.set_editor") : Phrase{});
            return keep();
        }
        const auto text = store::read_file(copy_, yaml::Limits{}.bytes);
        if (!text) {
            session_.refuse(say("store.too_large", yaml::Limits{}.bytes >> 20U));
            return keep();
        }
        if (*text == start_) {
            forget();
            if (!session_.flag("quiet")) session_.write(session_.say(say("edit.unchanged", path_)) + "\n");
            return Exit::done;
        }
        if (write(*text)) {
            forget();
            return Exit::done;
        }
        if (!at_terminal()) return keep();
        write_fd(STDOUT_FILENO, session_.say(say("edit.again")) + " ");
        const auto answer = read_line();
        if (answer && (answer->empty() || *answer == "e" || *answer == "y")) return std::nullopt;
        if (!answer || *answer != "x") return keep();
        forget();
        session_.note(say("log.nothing_written"));
        return Exit::files;
    }

    bool write(const std::string& text) {
        Diagnostics problems;
        const auto check = [&](const store::Loaded& with, Diagnostics& out) {
            out.append(problems_with(loaded_, with, path_, session_.now().date));
        };
        const auto told = [&](const std::vector<std::string>&) {
            session_.write(session_.say(say("edit.written", path_)) + "\n");
        };
        const bool written =
            store::write_additions(session_.root(), {{{path_, text, before_}}, {}}, check, told, problems);
        session_.show(problems);
        return written;
    }

    Exit keep() {
        session_.note(say("log.kept_in", copy_));
        session_.note(say("log.nothing_written"));
        return Exit::files;
    }

    /// What is left in a temporary folder does no harm.
    void forget() const {
        std::error_code ignored;
        fs::remove(copy_, ignored);
    }

    Session& session_;
    std::string path_;
    std::optional<std::string> before_;
    std::string start_;  ///< what the editor shows first
    store::Loaded loaded_;
    std::string copy_;
};

Exit run_edit(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto name = session.argument(1);
    const auto path = name.empty() ? file_meant(session, session.argument(0))
                                   : named_file(session, session.argument(0), name);
    if (!path) return Exit::usage;
    if (team::file_kind(*path) == team::FileKind::closing)
        return session.refuse(say("edit.closing", *path), say("edit.close_again"));
    return FileEdit{session, *path}.run();
}

}  // namespace

CommandSpec edit_command() {
    return {"edit",
            "在编辑器里改一个文件，查过没有错才写入",
            "edit a file of the team; it is written once it is sound",
            {{"WHAT", true, false, "改什么：roster、rules、log（今天的）、会议或轮值的名字、文件名",
              "what: roster, rules, log (of today), a meeting or rota by name, a file", Completes::edited},
             {"NAME", false, false, "会议、轮值、清单等的文件名；没有就新建",
              "the name of the file of a meeting, rota, checklist …; a new one where there is none",
              Completes::edited_name}},
            {},
            {},
            run_edit};
}

}  // namespace teamctl::cli
