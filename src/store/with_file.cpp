#include "store/with_file.hpp"

#include <algorithm>

namespace teamctl::store {

Loaded with_day(const Loaded& loaded, const team::Source& day) {
    Loaded changed = loaded;
    auto& sources = changed.sources;
    auto at = std::find_if(sources.begin(), sources.end(),
                           [&](const team::Source& source) { return source.path == day.path; });
    const auto file = static_cast<std::uint32_t>(at - sources.begin());
    if (at == sources.end()) {
        sources.push_back(day);
        // Log files that a closing's records stand in are named behind the sources: they move on.
        auto& files = changed.team.files;
        files.insert(files.begin() + file, day.path);
    } else {
        *at = day;
    }
    auto fresh = team::read_day(day, file, loaded.names);
    const bool is_new = changed.sources.size() != loaded.sources.size();
    const auto put = [&](std::vector<team::Record>& records, std::vector<team::Record>& of_day) {
        if (is_new) {
            for (auto& record : records) record.origin.file += record.origin.file >= file ? 1 : 0;
        } else {
            std::erase_if(records, [&](const team::Record& record) { return record.origin.file == file; });
        }
        const auto later = std::find_if(records.begin(), records.end(), [&](const team::Record& record) {
            return *team::log_date(day.path) < record.date;
        });
        records.insert(later, std::make_move_iterator(of_day.begin()), std::make_move_iterator(of_day.end()));
    };
    put(changed.team.records, fresh.records);
    put(changed.team.broken, fresh.broken);
    return changed;
}

}  // namespace teamctl::store
