#include "rules/work/occasions.hpp"

#include <algorithm>

namespace teamctl::rules {
namespace {

using team::AssetId;
using team::Record;
using team::Team;

const std::vector<std::string>* ticked_in(const Record& record) {
    return record.get<std::vector<std::string>>("done");
}

/// Whether the run is not done, and nothing that the record ticks is ticked in it.
bool waits_for(const Team& team, const CheckRun& run, const Record& record) {
    if (run.due + longest_occasion < record.date) return false;
    const auto& items = team[run.list].items;
    const auto states = item_states(team, run);
    bool open = false;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool done = dealt_with(items[i], states[i]);
        if (done && names_item(ticked_in(record), items[i])) return false;
        open = open || !done;
    }
    return open;
}

void add_occasion(const Team& team, team::ChecklistId list, const Record& record, AssetId asset,
                  std::vector<CheckRun>& runs) {
    const auto begun = std::find_if(runs.rbegin(), runs.rend(), [&](const CheckRun& run) {
        return run.asset == asset && note_of(run) == record.text("note");
    });
    const bool goes_on =
        ticked_in(record) != nullptr && begun != runs.rend() &&
        ((begun == runs.rbegin() && begun->due == record.date) || waits_for(team, *begun, record));
    if (!goes_on) {
        auto& run = runs.emplace_back();
        run.list = list;
        run.asset = asset;
        run.open = record.date;
    }
    auto& run = goes_on ? *begun : runs.back();
    run.due = record.date;
    run.records.push_back(&record);
}

}  // namespace

bool is_undated(const Team& team, team::ChecklistId list) {
    return !team[list].when && !team[list].of_people() &&
           std::none_of(team.series.begin(), team.series.end(), [&](const auto& series) {
               return series.checklist == list || series.prepare == list;
           });
}

std::vector<CheckRun> occasions(const Team& team, team::ChecklistId list,
                                const std::vector<const Record*>& records, Date from) {
    std::vector<CheckRun> runs;
    for (const auto* record : records) {
        if (record->date < from) continue;
        auto assets = assets_of(team, *record);
        if (assets.empty()) assets.emplace_back();
        for (const auto asset : assets) add_occasion(team, list, *record, asset, runs);
    }
    return runs;
}

}  // namespace teamctl::rules
