#include "store/recall.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "store/mentions.hpp"

namespace teamctl::store {
namespace {

using team::EntityKind;
using team::FieldType;
using team::Record;
using Ids = std::set<std::string, std::less<>>;

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

/// The records of the files that name one of the ids. Nothing where a file is not sound.
std::optional<std::vector<Record>> read_naming(Directory& directory, Loaded& loaded, const Ids& ids) {
    const auto until = *loaded.team.carried.until;
    std::vector<Record> found;
    for (const auto& path : files_mentioning(directory, until, {ids, {}, {}})) {
        Diagnostics problems;
        const auto source = directory.read_log(path).source;
        if (!source) return std::nullopt;
        // As those of a closing, they are named by where they stand in the log.
        const auto file = static_cast<std::uint32_t>(loaded.team.files.size());
        auto records = team::read_records(*source, file, loaded.names, problems);
        if (problems.has_errors()) return std::nullopt;
        loaded.team.files.push_back(path);
        std::erase_if(records, [&](const Record& record) { return !names_one_of(record, ids); });
        std::move(records.begin(), records.end(), std::back_inserter(found));
    }
    return found;
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

}  // namespace

bool recall(Directory& directory, Loaded& loaded) {
    // A payment names its deal, the deal its customer, who has other deals, with payments: all that is
    // recalled is recalled whole.
    constexpr int rounds = 8;
    Ids sought;
    auto ids = unopened(loaded.team);
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

}  // namespace teamctl::store
