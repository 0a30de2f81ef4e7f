#include "store/directory.hpp"

#include <algorithm>
#include <atomic>

#include "base/parallel.hpp"
#include "store/closings/closing_file.hpp"
#include "store/load_files.hpp"
#include "store/recall.hpp"

namespace teamctl::store {
namespace {

/// Closings hold many records, and the one before is all that is looked at again.
constexpr std::size_t most_closings = 4;
/// Of texts of log files, in bytes; those of a hundred people and some years.
constexpr std::size_t most_text = 48U << 20U;

/// The latest month that a sound closing covers and that ends before that day.
std::optional<Month> closing_before(Directory& directory, Date day) {
    const auto months = closed_months(directory);
    for (auto month = months.rbegin(); month != months.rend(); ++month) {
        if (day <= last_day(*month)) continue;
        const auto facts = closing_facts(directory, *month);
        if (facts && closing_stands(directory, *facts)) return *month;
    }
    return std::nullopt;
}

/// The need with the closing in the place of what came before, or with all there is.
Need with_closing(Need need, std::optional<Month> closing) {
    need.closing = closing;
    if (closing) {
        const Date from = last_day(*closing) + Days{1};
        if (need.records) need.records->from = std::max(need.records->from, from);
        if (need.leave && need.leave->from == always().from) need.leave->from = from - need.leave_before;
    }
    if (need.plans_with_records && need.records) {
        if (!need.plans) need.plans = need.records;
        need.plans->from = std::min(need.plans->from, need.records->from);
    }
    return need;
}

}  // namespace

team::Settings Directory::settings() {
    Diagnostics ignored;
    team::Team team;
    if (const auto& source = file("teamctl.yaml").source) {
        const team::Names names;
        team::Reader reader{names, ignored, 0};
        team::read_settings(reader, source->document->root(), team);
    }
    return team.settings;
}

const Loaded& Directory::rules() {
    if (!rules_) rules_ = load_files(*this, Need{});
    return *rules_;
}

Loaded Directory::load(const Need& need) {
    if (!need.plans && !need.records && !need.leave) return rules();
    // What is not sound is told of all of it.
    const bool may_close = need.stands_from && rules().diagnostics.empty();
    const auto closing =
        may_close
            ? closing_before(*this, std::min(*need.stands_from, need.closed_before.value_or(always().to)))
            : std::nullopt;
    if (closing) {
        auto loaded = load_files(*this, with_closing(need, closing));
        if (read_kept(*this, loaded) && recall(*this, loaded)) return loaded;
    }
    return load_files(*this, with_closing(need, std::nullopt));
}

const std::vector<std::string>& Directory::names(const std::string& folder) {
    const auto known = names_.find(folder);
    if (known != names_.end()) return known->second;
    return names_.emplace(folder, list_directory(folder.empty() ? root_ : root_ / folder)).first->second;
}

FileRead Directory::read(const std::string& path) const {
    FileRead made;
    std::optional<std::string> text;
    if (const auto pretended = pretended_.find(path); pretended != pretended_.end())
        text = pretended->second;
    else if (const auto known = texts_.find(path); known != texts_.end())
        text = *known->second;
    else
        text = load_text(root_, path, made.problems);
    if (!text) return made;
    made.bytes = text->size();
    std::string as_it_stands = *text;
    if (const auto date = team::log_date(path); date && digested_.contains(month_of(*date)))
        made.digest = digest_of(*text);
    made.source = parse_source(path, std::move(*text), made.problems);
    if (!made.source) made.unread = std::move(as_it_stands);
    return made;
}

const FileRead& Directory::keep(const std::string& path, FileRead read) {
    if (team::closing_month(path)) {
        closings_.push_back(path);
        if (closings_.size() > most_closings) {
            files_.erase(closings_.front());
            closings_.erase(closings_.begin());
        }
    }
    return files_[path] = std::move(read);
}

const FileRead& Directory::file(const std::string& path) {
    const auto known = files_.find(path);
    return known != files_.end() ? known->second : keep(path, read(path));
}

std::vector<const FileRead*> Directory::files(const std::vector<std::string>& paths) {
    std::vector<std::string> missing;
    std::copy_if(paths.begin(), paths.end(), std::back_inserter(missing),
                 [&](const auto& path) { return !files_.contains(path); });
    std::vector<FileRead> found(missing.size());
    in_parts(missing.size(), [&](std::size_t from, std::size_t to) {
        for (auto i = from; i < to; ++i) found[i] = read(missing[i]);
    });
    for (std::size_t i = 0; i < missing.size(); ++i) keep(missing[i], std::move(found[i]));
    std::vector<const FileRead*> all;
    for (const auto& path : paths) all.push_back(&file(path));
    return all;
}

void Directory::pretend(const std::string& path, std::string text) {
    pretended_[path] = std::move(text);
    files_.erase(path);
    std::erase(closings_, path);
}

FileRead Directory::read_log(const std::string& path) const {
    return read(path);
}

std::string Directory::known_digest(const std::string& path) const {
    const auto known = digests_.find(path);
    return known != digests_.end() ? known->second : std::string{};
}

void Directory::see_texts(const std::vector<std::string>& paths, const See& see) {
    std::vector<std::shared_ptr<const std::string>> kept(paths.size());
    std::atomic<std::size_t> bytes{text_bytes_};
    const auto see_one = [&](std::size_t i) {
        if (const auto known = texts_.find(paths[i]); known != texts_.end())
            return see(i, known->second.get());
        if (path_kind(root_, paths[i]) != PathKind::file) return;
        auto text = read_file(root_ / paths[i], yaml::Limits{}.bytes);
        see(i, text ? &*text : nullptr);
        if (text && bytes.fetch_add(text->size()) + text->size() <= most_text)
            kept[i] = std::make_shared<const std::string>(std::move(*text));
    };
    in_parts(paths.size(), [&](std::size_t from, std::size_t to) {
        for (auto i = from; i < to; ++i) see_one(i);
    });
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (!kept[i]) continue;
        text_bytes_ += kept[i]->size();
        texts_.emplace(paths[i], std::move(kept[i]));
    }
}

WriteLock Directory::lock() {
    names_.clear();
    files_.clear();
    closings_.clear();
    texts_.clear();
    digests_.clear();
    text_bytes_ = 0;
    pretended_.clear();
    gone_.clear();
    rules_.reset();
    return WriteLock{root_};
}

Loaded load_with(const std::filesystem::path& root, const Need& need,
                 const std::vector<team::Source>& sources) {
    Directory directory{root};
    for (const auto& source : sources) directory.pretend(source.path, source.document->text());
    return directory.load(need);
}

}  // namespace teamctl::store
