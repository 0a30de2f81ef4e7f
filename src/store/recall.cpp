#include "store/recall.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>

#include "base/parallel.hpp"
#include "store/mentions.hpp"

namespace teamctl::store {
namespace {

using team::EntityKind;
using team::FieldType;
using team::Record;
using Ids = std::set<std::string, std::less<>>;

/// Files for which a second thread is worth its start.
constexpr std::size_t few_files = 8;

/// Whether the field holds ids of what records open; what a problem led to names it as its source.
bool is_id(const team::FieldSpec& field) {
    return field.type == FieldType::entity || field.type == FieldType::entity_id ||
           field.named == team::Named::source;
}

/// The ids that records name and none opens.
Ids unopened(const team::Team& team) {
    std::set<std::pair<EntityKind, std::string_view>> opened;
    for (const auto& record : team.records) {
        if (record.spec().effect == team::Effect::opens)
            opened.emplace(record.spec().entity, record.text("id"));
    }
    Ids ids;
    for (const auto& record : team.records) {
        for (const auto& field : record.spec().fields) {
            if (field.type != FieldType::entity) continue;
            const auto id = record.text(field.name);
            if (id.empty() || opened.contains({field.entity, id})) continue;
            if (field.entity == EntityKind::action && opened.contains({EntityKind::problem, id})) continue;
            ids.emplace(id);
        }
    }
    // A problem that a topic comes from is kept for it.
    for (const auto& topic : team.topics) {
        if (!topic.used && !topic.from.empty() && !opened.contains({EntityKind::problem, topic.from}))
            ids.insert(topic.from);
    }
    return ids;
}

bool names_one_of(const Record& record, const Ids& ids) {
    const auto& fields = record.spec().fields;
    return std::any_of(fields.begin(), fields.end(), [&](const team::FieldSpec& field) {
        return is_id(field) && ids.contains(record.text(field.name));
    });
}

using Wanted = std::function<bool(std::size_t file, const Record&)>;

/// The records of the files that are wanted. Nothing where a file is not sound.
std::optional<std::vector<Record>> read_some(Directory& directory, Loaded& loaded,
                                             const std::vector<std::string>& paths, const Wanted& wanted) {
    std::vector<std::optional<std::vector<Record>>> read(paths.size());
    // As those of a closing, they are named by where they stand in the log.
    const auto first = static_cast<std::uint32_t>(loaded.team.files.size());
    in_parts(
        paths.size(),
        [&](std::size_t from, std::size_t to) {
            for (auto i = from; i < to; ++i) {
                Diagnostics problems;
                const auto source = directory.read_log(paths[i]).source;
                if (!source) continue;
                const auto file = first + static_cast<std::uint32_t>(i);
                auto records = team::read_records(*source, file, loaded.names, problems);
                if (problems.has_errors()) continue;
                std::erase_if(records, [&](const Record& record) { return !wanted(i, record); });
                read[i] = std::move(records);
            }
        },
        few_files);
    std::vector<Record> found;
    for (auto& records : read) {
        if (!records) return std::nullopt;
        std::move(records->begin(), records->end(), std::back_inserter(found));
    }
    loaded.team.files.insert(loaded.team.files.end(), paths.begin(), paths.end());
    return found;
}

std::optional<std::vector<Record>> read_naming(Directory& directory, Loaded& loaded, const Ids& ids) {
    return read_some(directory, loaded,
                     files_mentioning(directory, *loaded.team.carried.until, {ids, {}, {}}),
                     [&](std::size_t, const Record& record) { return names_one_of(record, ids); });
}

/// Among those of the closing, in the order of the log, each once.
void add_carried(team::Team& team, std::vector<Record> records) {
    const auto until = *team.carried.until;
    const auto end = std::find_if(team.records.begin(), team.records.end(),
                                  [&](const Record& record) { return until < record.date; });
    std::move(team.records.begin(), end, std::back_inserter(records));
    const auto spot = [](const Record& record) { return std::pair{record.date, record.origin.mark}; };
    std::sort(records.begin(), records.end(),
              [&](const Record& a, const Record& b) { return spot(a) < spot(b); });
    records.erase(std::unique(records.begin(), records.end(),
                              [&](const Record& a, const Record& b) { return spot(a) == spot(b); }),
                  records.end());
    team.records.erase(team.records.begin(), end);
    team.records.insert(team.records.begin(), std::make_move_iterator(records.begin()),
                        std::make_move_iterator(records.end()));
}

/// What the records open.
Ids opened_by(const std::vector<Record>& records) {
    Ids ids;
    for (const auto& record : records) {
        if (record.spec().effect == team::Effect::opens) ids.emplace(record.text("id"));
    }
    return ids;
}

/// Recalls what the ids name, and what that names in turn.
bool recall_from(Directory& directory, Loaded& loaded, Ids ids) {
    // A payment names its deal, the deal its customer, who has other deals, with payments: all that is
    // recalled is recalled whole.
    constexpr int rounds = 8;
    Ids sought;
    for (int round = 0; !ids.empty(); ++round) {
        if (round == rounds || !std::all_of(ids.begin(), ids.end(), is_plain_id)) return false;
        auto records = read_naming(directory, loaded, ids);
        if (!records) return false;
        sought.merge(ids);
        ids = opened_by(*records);
        add_carried(loaded.team, std::move(*records));
        for (const auto& id : unopened(loaded.team)) {
            if (sought.contains(id)) return false;  // nothing opens it
            ids.insert(id);
        }
        std::erase_if(ids, [&](const auto& id) { return sought.contains(id); });
    }
    return true;
}

}  // namespace

bool read_kept(Directory& directory, Loaded& loaded) {
    const auto& kept = loaded.team.carried.kept;
    std::vector<std::string> paths;
    std::size_t named = 0;
    for (const auto& day : kept) {
        paths.push_back(team::log_path(day.date));
        named += day.marks.size();
    }
    auto records = read_some(directory, loaded, paths, [&](std::size_t file, const Record& record) {
        return std::binary_search(kept[file].marks.begin(), kept[file].marks.end(), record.origin.mark);
    });
    if (!records || records->size() != named) return false;
    add_carried(loaded.team, std::move(*records));
    return true;
}

bool recall(Directory& directory, Loaded& loaded) {
    return recall_from(directory, loaded, unopened(loaded.team));
}

bool recall_where(Directory& directory, Loaded& loaded, const std::vector<std::string>& files,
                  const WantedRecord& wanted) {
    const auto records = read_some(directory, loaded, files,
                                   [&](std::size_t, const Record& record) { return wanted(record); });
    return records && recall_from(directory, loaded, opened_by(*records));
}

}  // namespace teamctl::store
