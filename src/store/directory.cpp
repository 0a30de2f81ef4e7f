#include "store/directory.hpp"

#include <algorithm>
#include <atomic>

#include "base/parallel.hpp"
#include "store/closing_file.hpp"
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
        if (last_day(*month) < day && closing_facts(directory, *month)) return *month;
    }
    return std::nullopt;
}

/// Leave that began long before is written in the file of its first year.
constexpr Days longest_leave{731};

Need after_closing(Need need, Month closing) {
    need.asked = std::nullopt;
    need.closing = closing;
    const Date from = last_day(closing) + Days{1};
    if (need.records) need.records->from = std::max(need.records->from, from);
    if (need.leave && need.leave->from == always().from) need.leave->from = from - longest_leave;
    return need;
}

/// Who is exempt from a deadline on duty stands in the plans of all days that are judged.
void add_duty_plans(const team::Team& team, Date from, Need& need) {
    for (const auto& rule : team.rules.deadlines) {
        if (!rule.except_duty) continue;
        if (!need.plans) need.plans = need.records;
        need.plans->from =
            std::min(need.plans->from, rule.resets == team::Resets::never ? need.records->from : from);
    }
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
    if (!need.asked || !rules().diagnostics.empty()) return load_files(*this, need);
    return load_from(need, records_needed_from(rules().team, *need.asked, need.today), always().to);
}

Loaded Directory::load_month(Month month, Month sound_before) {
    const auto period = month_period(month);
    const auto need = history(period);
    if (!rules().diagnostics.empty()) return load_files(*this, need);
    return load_from(need, misses_counted_from(rules().team, period.from), first_day(sound_before));
}

/// From the latest closing before `from`, or from all records.
Loaded Directory::load_from(const Need& need, Date from, Date closed_before) {
    if (const auto month = closing_before(*this, std::min(from, closed_before))) {
        auto after = after_closing(need, *month);
        add_duty_plans(rules().team, from, after);
        auto loaded = load_files(*this, after);
        if (recall(*this, loaded)) return loaded;
    }
    auto all = need;
    add_duty_plans(rules().team, from, all);
    return load_files(*this, all);
}

const std::vector<std::string>& Directory::names(const std::string& folder) {
    const auto known = names_.find(folder);
    if (known != names_.end()) return known->second;
    return names_.emplace(folder, list_directory(folder.empty() ? root_ : root_ / folder)).first->second;
}

FileRead Directory::read(const std::string& path) const {
    FileRead made;
    const auto known = texts_.find(path);
    auto text = known != texts_.end() ? std::optional<std::string>{*known->second}
                                      : load_text(root_, path, made.problems);
    if (!text) return made;
    made.bytes = text->size();
    made.unread = *text;
    made.source = parse_source(path, std::move(*text), made.problems);
    if (made.source) made.unread = {};
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

FileRead Directory::read_log(const std::string& path) const {
    return read(path);
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
    text_bytes_ = 0;
    rules_.reset();
    return WriteLock{root_};
}

}  // namespace teamctl::store
