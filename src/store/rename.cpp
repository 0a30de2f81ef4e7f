#include "store/rename.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "store/closings/closing_file.hpp"
#include "store/listing.hpp"
#include "store/rename_role.hpp"

namespace teamctl::store {
namespace {

using team::FileKind;
using team::Source;

/// Every file of the team, closings and all.
std::vector<Source> all_sources(Directory& directory, Diagnostics& diagnostics) {
    std::vector<Source> sources;
    for (const auto& path : known_files(directory, {always(), always(), always()}, diagnostics)) {
        if (auto source = load_source(directory.root(), path, diagnostics))
            sources.push_back(std::move(*source));
    }
    return sources;
}

/// The text with the changes; a value in quotes keeps them. Nothing where one does not stand there as it is
/// read.
std::optional<std::string> changed_text(const Source& source, Changes changes, Diagnostics& diagnostics) {
    std::string text = source.document->text();
    std::ranges::sort(changes, std::ranges::greater{}, &Change::offset);
    const auto same = [](const Change& a, const Change& b) { return a.offset == b.offset; };
    changes.erase(std::unique(changes.begin(), changes.end(), same), changes.end());
    for (const auto& change : changes) {
        const bool quoted = !change.added && (text[change.offset] == '"' || text[change.offset] == '\'');
        const auto at = change.offset + (quoted ? 1 : 0);
        if (text.compare(at, change.before.size(), change.before) != 0) {
            diagnostics.error("odd-layout", source.document->place_at(change.offset),
                              say("rename.cannot_change"), say("rename.write_plainly"));
            return std::nullopt;
        }
        const bool as_is = quoted || change.added;
        text.replace(at, change.before.size(), as_is ? change.after : yaml::quoted_scalar(change.after));
    }
    return text;
}

/// The person's own entry: the id, and a name that is the same word.
void add_entry(Changes& changes, const Source& roster, const std::string& before, const std::string& after) {
    for (auto person = roster.document->root().get("people").first(); person; person = person.next()) {
        if (!person.is_mapping() || person.get("id").text() != before) continue;
        add_change(changes, person.get("id"), before, after);
        add_change(changes, person.get("name"), before, after);
    }
}

/// What a file of that kind gives its name to.
std::optional<team::RefKind> named_by_file(FileKind kind) {
    if (kind == FileKind::meeting || kind == FileKind::rota) return team::RefKind::series;
    if (kind == FileKind::checklist) return team::RefKind::checklist;
    return std::nullopt;
}

/// Roles that count with one of the series, `fair: morning.host`: that is the name of the count of a role
/// that has none of its own.
void add_counts(Changes& changes, const Source& series, const std::string& before, const std::string& after) {
    const auto root = series.document->root();
    const auto roles = root.is_mapping() ? root.get("roles") : yaml::Node{};
    for (auto role = roles && roles.is_mapping() ? roles.first() : yaml::Node{}; role; role = role.next()) {
        const auto fair = role.value().is_mapping() ? role.value().get("fair") : yaml::Node{};
        if (!fair || !fair.is_scalar() || !fair.text().starts_with(before + ".")) continue;
        const std::string text{fair.text()};
        add_change(changes, fair, text, after + text.substr(before.size()));
    }
}

class Renamer {
  public:
    Renamer(std::vector<Source> sources, Diagnostics& diagnostics)
        : sources_{std::move(sources)}, changes_(sources_.size()), diagnostics_{diagnostics} {}

    std::optional<Renaming> person(const std::string& before, const std::string& after) {
        find_uses(team::RefKind::person, before, after);
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            if (sources_[i].kind == FileKind::roster) add_entry(changes_[i], sources_[i], before, after);
        }
        return made();
    }

    std::optional<Renaming> file_of(team::RefKind kind, const std::string& before, const std::string& after) {
        find_uses(kind, before, after);
        for (const auto& source : sources_) {
            if (named_by_file(source.kind) != kind || team::id_of_path(source.path) != before) continue;
            moved_ = source.path;
            moved_to_ = source.path.substr(0, source.path.rfind('/') + 1) + after + ".yaml";
        }
        for (std::size_t i = 0; i < sources_.size() && kind == team::RefKind::series; ++i) {
            if (named_by_file(sources_[i].kind) == kind) add_counts(changes_[i], sources_[i], before, after);
        }
        return made();
    }

    std::optional<Renaming> role(const team::Team& team, const std::string& before,
                                 const std::string& after) {
        for (std::size_t i = 0; i < sources_.size(); ++i)
            find_role(changes_[i], sources_[i], team, before, after);
        return made();
    }

  private:
    void find_uses(team::RefKind kind, const std::string& before, const std::string& after) {
        Diagnostics ignored;  // whoever asks has loaded the team
        auto names = team::gather_names(sources_, ignored);
        std::vector<team::Use> uses;
        names.note_uses(uses);
        (void)team::read_team(sources_, names, ignored);
        for (const auto& use : uses) {
            if (use.kind == kind && use.text == before)
                changes_[use.file].push_back({use.offset, before, after});
        }
    }

    /// Closings come last of all files, by month: what they say of other files and of each other follows
    /// those.
    std::optional<Renaming> made() {
        Renaming renaming;
        bool good = true;
        for (std::size_t i = 0; i < sources_.size(); ++i) {
            const auto& source = sources_[i];
            auto& changes = changes_[i];
            if (source.kind == FileKind::closing) follow(changes, source);
            const bool moves = source.path == moved_;
            if (changes.empty() && !moves) continue;
            auto text = changed_text(source, changes, diagnostics_);
            good = good && text;
            if (!text) continue;
            const auto& old = source.document->text();
            if (source.kind == FileKind::closing) seal(old, *text);
            digests_[source.path] = {digest_of(old), digest_of(*text)};
            renaming.counts.push_back({source.path, changes.size(), moves ? moved_to_ : std::string{}});
            renaming.files.push_back({source.path, unless_changed(source.path, old, *text), moves});
            if (moves)
                renaming.files.push_back({moved_to_, unless_changed(moved_to_, std::nullopt, *text), false});
        }
        return good ? std::optional{std::move(renaming)} : std::nullopt;
    }

    /// The new text, where the file is still as it was: nothing for one that was not there.
    static decltype(Rewrite::make) unless_changed(std::string path, std::optional<std::string> old,
                                                  std::string made) {
        return [path = std::move(path), old = std::move(old), made = std::move(made)](
                   const yaml::Document* now, Diagnostics& problems) -> std::optional<std::string> {
            if (now != nullptr ? old && now->text() == *old : !old) return made;
            problems.error("in-the-way", {path, {}, {}, 0}, say("rename.changed_meanwhile"),
                           say("rename.again"));
            return std::nullopt;
        };
    }

    /// Digests that were right stay right; those that were not still tell that something changed.
    void follow(Changes& changes, const Source& closing) const {
        for (auto item = closing.document->root().first(); item; item = item.next()) {
            if (!item.is_mapping()) continue;
            const auto previous = item.get("closing").get("previous");
            for (const auto& [before, after] : checksums_) add_change(changes, previous, before, after);
            const auto file = item.get("file");
            const auto kept = item.get("kept");
            for (const auto& [path, digest] :
                 {std::pair{std::string{file.get("path").text()}, file.get("digest")},
                  std::pair{log_path_of(kept.get("date").text()), kept.get("digest")}}) {
                const auto known = digests_.find(path);
                if (known != digests_.end() && digest)
                    add_change(changes, digest, known->second.first, known->second.second);
            }
        }
    }

    void seal(const std::string& old, std::string& text) {
        const auto before = checksum_of(old);
        const auto at = text.rfind(before);
        if (at == std::string::npos) return;
        const auto after = checksum_of(text);
        text.replace(at, before.size(), after);
        checksums_.emplace_back(before, after);
    }

    std::vector<Source> sources_;
    std::vector<Changes> changes_;  ///< of each source
    std::string moved_;             ///< the file that gets another name
    std::string moved_to_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::pair<std::string, std::string>> digests_;  ///< by path: before, after
    std::vector<std::pair<std::string, std::string>> checksums_;          ///< of closings: before, after
};

}  // namespace

std::optional<Renaming> rename_person(Directory& directory, const std::string& before,
                                      const std::string& after, Diagnostics& diagnostics) {
    auto sources = all_sources(directory, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    return Renamer{std::move(sources), diagnostics}.person(before, after);
}

std::optional<Renaming> rename_file_of(Directory& directory, team::RefKind kind, const std::string& before,
                                       const std::string& after, Diagnostics& diagnostics) {
    auto sources = all_sources(directory, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    return Renamer{std::move(sources), diagnostics}.file_of(kind, before, after);
}

std::optional<Renaming> rename_role(Directory& directory, const team::Team& team, const std::string& before,
                                    const std::string& after, Diagnostics& diagnostics) {
    auto sources = all_sources(directory, diagnostics);
    if (diagnostics.has_errors()) return std::nullopt;
    return Renamer{std::move(sources), diagnostics}.role(team, before, after);
}

}  // namespace teamctl::store
