#include "store/transaction.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <exception>
#include <optional>
#include <set>

#include "store/lock.hpp"

namespace teamctl::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_journal_bytes = 64U << 20U;
constexpr std::size_t most_old_bytes = 1U << 30U;

/// One file of a commit, by its number.
struct Step {
    std::string path;  ///< below the root
    bool had = false;  ///< an old file stands, or stood, there
    bool goes = false;
};

struct Journal {
    Settle how = Settle::finish;
    std::vector<Step> steps;
};

fs::path temporary(const fs::path& root, std::size_t number) {
    return root / (std::string{temporary_name} + "." + std::to_string(number));
}

/// A second name of the old file, until all is done.
fs::path old_copy(const fs::path& root, std::size_t number) {
    return temporary(root, number) += ".old";
}

/// What cannot be looked at must never count as missing.
bool is_there(const fs::path& path) {
    struct stat status = {};
    if (::lstat(path.c_str(), &status) == 0) return true;
    if (errno != ENOENT && errno != ENOTDIR) throw SystemError("read", path, errno);
    return false;
}

void unlink_file(const fs::path& path) {
    if (::unlink(path.c_str()) != 0 && errno != ENOENT) throw SystemError("write", path, errno);
}

void rename_file(const fs::path& from, const fs::path& to) {
    if (::rename(from.c_str(), to.c_str()) != 0) throw SystemError("write", to, errno);
}

/// The file itself, also behind a link.
fs::path target(const fs::path& root, const std::string& relative) {
    const fs::path path = root / relative;
    return is_there(path) && fs::is_symlink(fs::symlink_status(path)) ? fs::canonical(path) : path;
}

std::string journal_text(const Journal& journal) {
    std::string text = journal.how == Settle::undo ? "undo\n" : "finish\n";
    for (const auto& step : journal.steps)
        text += (step.goes ? "gone " : step.had ? "had " : "new ") + step.path + "\n";
    return text + "end\n";
}

bool is_step(std::string_view line) {
    return line.starts_with("had ") || line.starts_with("new ") || line.starts_with("gone ");
}

/// Nothing where it is none of ours, or names what does not lie below the root.
std::optional<Journal> read_journal(const fs::path& root) {
    const auto bytes = read_file(root / journal_name, most_journal_bytes);
    if (!bytes) return std::nullopt;
    Journal journal;
    bool ended = false;
    std::string_view text{*bytes};
    for (bool first = true; !text.empty(); first = false) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (first && (line == "finish" || line == "undo")) {
            journal.how = line == "undo" ? Settle::undo : Settle::finish;
        } else if (!first && !ended && is_step(line)) {
            journal.steps.push_back({std::string{line.substr(line.find(' ') + 1)}, !line.starts_with("new "),
                                     line.starts_with("gone ")});
            const auto kind = path_kind(root, journal.steps.back().path);
            if (kind != PathKind::file && kind != PathKind::missing) return std::nullopt;
        } else if (line == "end") {
            ended = true;
        } else {
            return std::nullopt;
        }
    }
    return ended ? std::optional{journal} : std::nullopt;
}

/// A second name of the file, or a copy where the file system has one name a file.
void keep_old(const fs::path& path, const fs::path& copy) {
    if (::link(path.c_str(), copy.c_str()) == 0) return;
    const auto bytes = read_file(path, most_old_bytes);
    if (!bytes) throw SystemError("read", path, EFBIG);
    write_temporary(copy, path, *bytes);
}

void write_journal(const fs::path& root, const Journal& journal) {
    Replacement{root / journal_name, root / temporary_name, journal_text(journal)}.commit();
}

void finish(const fs::path& root, const Journal& journal) {
    for (std::size_t i = 0; i < journal.steps.size(); ++i) {
        // A link goes itself, not what it leads to. Once the second name is gone all was done: what stands there
        // then is another file.
        if (journal.steps[i].goes && is_there(old_copy(root, i))) unlink_file(root / journal.steps[i].path);
        if (!is_there(temporary(root, i))) continue;  // done before
        const auto path = target(root, journal.steps[i].path);
        make_directories(path.parent_path());
        rename_file(temporary(root, i), path);
    }
}

/// Each step may have been undone before.
void undo(const fs::path& root, const Journal& journal) {
    for (std::size_t i = journal.steps.size(); i-- > 0;) {
        if (is_there(temporary(root, i))) continue;  // never done
        const auto& step = journal.steps[i];
        const auto path = step.goes ? root / step.path : target(root, step.path);
        if (!step.had)
            unlink_file(path);
        else if (is_there(old_copy(root, i)))
            rename_file(old_copy(root, i), path);
    }
}

/// Syncs the directories of the files; false where the disk does not confirm one.
bool synced(const fs::path& root, const Journal& journal) {
    std::set<fs::path> directories{root};
    for (const auto& step : journal.steps) directories.insert(target(root, step.path).parent_path());
    return std::all_of(directories.begin(), directories.end(), sync_directory);
}

/// The temporary files in the root, whichever of them a power loss left.
std::vector<std::string> temporaries(const fs::path& root) {
    std::vector<std::string> names;
    DIR* directory = ::opendir(root.c_str());
    if (directory == nullptr) throw SystemError("open", root, errno);
    errno = 0;
    while (const auto* entry = ::readdir(directory))
        if (std::string_view{entry->d_name}.starts_with(temporary_name)) names.emplace_back(entry->d_name);
    const int error = errno;
    ::closedir(directory);
    if (error != 0) throw SystemError("read", root, error);
    return names;
}

/// The journal goes last: until then it can be worked off once more.
void clean(const fs::path& root, std::size_t steps) {
    for (std::size_t i = steps; i-- > 0;) {
        unlink_file(old_copy(root, i));
        unlink_file(temporary(root, i));
    }
    unlink_file(root / journal_name);
}

}  // namespace

Transaction::Transaction(const WriteLock& lock) : root_{lock.root()} {}

Transaction::~Transaction() {
    if (done_) return;
    for (std::size_t i = paths_.size(); i-- > 0;) {
        ::unlink(old_copy(root_, i).c_str());
        ::unlink(temporary(root_, i).c_str());
    }
}

void Transaction::write(std::string relative, std::string_view bytes) {
    const auto number = paths_.size();
    const auto path = target(root_, relative);
    paths_.push_back(std::move(relative));
    write_temporary(temporary(root_, number), path, bytes);
}

void Transaction::remove(std::string relative) {
    gone_.insert(relative);
    paths_.push_back(std::move(relative));
}

bool Transaction::commit_one() {
    const auto path = target(root_, paths_.front());
    make_directories(path.parent_path());
    rename_file(temporary(root_, 0), path);
    done_ = true;
    note_change();
    return sync_directory(path.parent_path());
}

bool Transaction::commit() {
    if (paths_.empty()) return true;
    if (paths_.size() == 1 && gone_.empty()) return commit_one();  // a rename is whole by itself
    Journal journal;
    for (const auto& path : paths_)
        journal.steps.push_back({path, is_there(root_ / path), gone_.contains(path)});
    for (std::size_t i = 0; i < paths_.size(); ++i) {
        const auto path = journal.steps[i].goes ? root_ / paths_[i] : target(root_, paths_[i]);
        make_directories(path.parent_path());
        if (journal.steps[i].had) keep_old(path, old_copy(root_, i));
    }
    // The journal must not be there after a power loss without the files that it speaks of.
    if (!sync_directory(root_)) throw SystemError("write", root_, errno);
    write_journal(root_, journal);
    done_ = true;  // from here on the journal answers for what is left
    try {
        finish(root_, journal);
    } catch (...) {
        journal.how = Settle::undo;
        write_journal(root_, journal);
        undo(root_, journal);
        synced(root_, journal);
        clean(root_, paths_.size());
        throw;
    }
    note_change();
    try {
        const bool confirmed = synced(root_, journal);
        clean(root_, paths_.size());
        return confirmed;
    } catch (const std::exception&) {
        return false;  // all files are new; the next command cleans up
    }
}

void settle(const fs::path& root, Settle how) {
    if (is_there(root / journal_name)) {
        if (const auto journal = read_journal(root)) {
            if (how == Settle::undo || journal->how == Settle::undo)
                undo(root, *journal);
            else
                finish(root, *journal);
            synced(root, *journal);
            clean(root, journal->steps.size());
        }
        unlink_file(root / journal_name);
    }
    for (const auto& name : temporaries(root)) unlink_file(root / name);
}

bool has_leftovers(const fs::path& root) {
    try {
        return is_there(root / journal_name) || !temporaries(root).empty();
    } catch (const SystemError&) {
        return false;  // whoever writes there is told
    }
}

}  // namespace teamctl::store
