// Checks that count for no run of their list: on a day that has none, of no asset, or of one that the list
// does not run over.
#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "calendar/occurrences.hpp"
#include "check/findings.hpp"
#include "rules/work/checks.hpp"
#include "rules/work/occasions.hpp"

namespace teamctl::check {
namespace {

using team::AssetId;
using team::ChecklistId;
using team::Record;

/// So many of one list are told one by one; of more the last alone: the list was changed since.
constexpr std::size_t most_rounds = 3;

class Rounds {
  public:
    Rounds(const rules::Context& context, Found& found) : context_{context}, found_{found} {}

    void check(ChecklistId id, const std::vector<const Record*>& records) {
        const auto& list = context_.team[id];
        if (list.assets)
            check_assets(list, records);
        else if (!rules::is_undated(context_.team, id))
            check_no_assets(list, records);
        if (!rules::is_undated(context_.team, id)) check_days(id, records);
    }

  private:
    /// Something found at an asset that the round was not over.
    static bool finds_elsewhere(const Record& record, const std::vector<AssetId>& of) {
        const auto* found = record.get<std::vector<team::Finding>>("found");
        return found != nullptr && std::ranges::any_of(*found, [&](const team::Finding& finding) {
                   return std::ranges::find(of, finding.asset) == of.end();
               });
    }

    /// A round over assets of a list that runs over none.
    void check_no_assets(const team::Checklist& list, const std::vector<const Record*>& records) {
        std::vector<const Record*> rounds;
        for (const auto* record : records)
            if (record->get<std::vector<AssetId>>("assets") != nullptr || !record->text("assets").empty())
                rounds.push_back(record);
        tell(rounds, "other-asset", list, say("rules.other_asset", list.name), say("check.compare_assets"));
    }

    void check_assets(const team::Checklist& list, const std::vector<const Record*>& records) {
        const auto assets = rules::assets_of(context_.team, list);
        std::vector<const Record*> without;
        std::vector<const Record*> others;
        for (const auto* record : records) {
            const auto of = rules::assets_of(context_.team, *record);
            const auto is_other = [&](AssetId asset) {
                return std::ranges::find(assets, asset) == assets.end();
            };
            if (of.empty())
                without.push_back(record);
            else if (std::ranges::any_of(of, is_other) || finds_elsewhere(*record, of))
                others.push_back(record);
        }
        tell(without, "no-asset", list, say("rules.no_asset", list.name), say("check.add_key", "asset"));
        tell(others, "other-asset", list, say("rules.other_asset", list.name), say("check.compare_assets"));
    }

    void check_days(ChecklistId id, const std::vector<const Record*>& records) {
        const auto& list = context_.team[id];
        const Period spanned{records.front()->date, records.back()->date, Period::Unit::range};
        const auto windows = rules::run_windows(context_.team, context_.days, id, spanned);
        std::vector<const Record*> outside;
        for (const auto* record : records) {
            const bool before = list.when && list.when->from && record->date < *list.when->from;
            const bool within = std::any_of(windows.begin(), windows.end(), [&](const auto& window) {
                return window.open <= record->date && record->date <= window.due;
            });
            if (!before && !within) outside.push_back(record);
        }
        tell(outside, "no-run", list, say("rules.no_run", list.name), say("rules.no_run_hint"));
    }

    void tell(const std::vector<const Record*>& records, Code code, const team::Checklist& list,
              const Phrase& message, const Phrase& hint) {
        if (records.empty()) return;
        const auto first = records.size() > most_rounds ? records.end() - 1 : records.begin();
        for (auto record = first; record != records.end(); ++record)
            found_.warning(code, (*record)->origin, message, hint, {"found", "assets", "asset"})
                .related.push_back(found_.place(list.origin));
    }

    const rules::Context& context_;
    Found& found_;
};

}  // namespace

void check_rounds(const rules::Context& context, std::span<const Record> records, Found& found) {
    std::map<ChecklistId, std::vector<const Record*>> by_list;
    for (const auto& record : records) {
        const auto* id = record.is("check") ? record.get<ChecklistId>("list") : nullptr;
        if (id != nullptr && *id && !context.team[*id].of_people()) by_list[*id].push_back(&record);
    }
    Rounds rounds{context, found};
    for (const auto& [id, checks] : by_list) rounds.check(id, checks);
}

}  // namespace teamctl::check
