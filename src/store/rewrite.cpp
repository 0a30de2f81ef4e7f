#include "store/rewrite.hpp"

#include "store/directory.hpp"

namespace teamctl::store {
namespace {

/// The file with its new text, parsed; nothing where it has errors, with a report.
std::optional<team::Source> changed_source(const std::filesystem::path& root, const Rewrite& file,
                                           Diagnostics& diagnostics) {
    std::optional<team::Source> before;
    if (path_kind(root, file.path) != PathKind::missing) {
        before = load_source(root, file.path, diagnostics);
        if (!before) return std::nullopt;
    }
    auto text = file.make(before ? before->document.get() : nullptr, diagnostics);
    if (!text) return std::nullopt;
    auto document = yaml::parse(file.path, std::move(*text), diagnostics);
    if (!document) return std::nullopt;
    return team::Source{file.path, *team::file_kind(file.path), std::move(document)};
}

/// Makes the files and puts them into the directory as it is read from then on; false where one cannot be
/// made.
bool pretend_all(const std::filesystem::path& root, const std::vector<Rewrite>& files, Directory& directory,
                 std::vector<team::Source>& sources, Diagnostics& diagnostics) {
    for (const auto& file : files) {
        auto source = changed_source(root, file, diagnostics);
        if (!source) return false;
        if (file.goes) {
            directory.pretend_gone(file.path);
            continue;
        }
        directory.pretend(file.path, source->document->text());
        sources.push_back(std::move(*source));
    }
    return true;
}

/// Reports the errors of the team as it would be; true where there is none.
bool is_sound(const Loaded& changed, const CheckChanged& check, Diagnostics& diagnostics) {
    Diagnostics found;
    for (const auto& problem : changed.diagnostics.all()) {
        if (problem.severity == Severity::error) found.add(problem);
    }
    if (!found.has_errors() && check) check(changed, found);
    diagnostics.append(found);
    return !found.has_errors();
}

}  // namespace

bool rewrite(const std::filesystem::path& root, const Need& need, const std::vector<Rewrite>& files,
             const CheckChanged& check, Diagnostics& diagnostics,
             const std::function<void(const Loaded& changed)>& announce, const FollowUp& follow) {
    Directory directory{root};
    const auto lock = directory.lock();
    std::vector<team::Source> sources;
    if (!pretend_all(root, files, directory, sources, diagnostics)) return false;
    auto changed = directory.load(need);
    if (!is_sound(changed, check, diagnostics)) return false;
    if (const auto more = follow ? follow(changed) : std::vector<Rewrite>{}; !more.empty()) {
        if (!pretend_all(root, more, directory, sources, diagnostics)) return false;
        changed = load_with(root, need, sources);  // the directory knows what it read before
        if (!is_sound(changed, check, diagnostics)) return false;
    }
    Transaction transaction{lock};
    for (const auto& source : sources) transaction.write(source.path, source.document->text());
    for (const auto& file : files)
        if (file.goes) transaction.remove(file.path);
    if (announce) announce(changed);
    if (!transaction.commit())
        diagnostics.warning("not-synced", {sources.front().path, {}, {}, 0}, say("store.not_synced"));
    return true;
}

}  // namespace teamctl::store
