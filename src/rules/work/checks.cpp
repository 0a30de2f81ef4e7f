#include "rules/work/checks.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "calendar/occurrences.hpp"
#include "rules/context.hpp"
#include "rules/work/occasions.hpp"
#include "team/known_roles.hpp"
#include "team/people.hpp"
#include "team/write_record.hpp"

namespace teamctl::rules {
namespace {

using calendar::WorkingDays;
using team::AssetId;
using team::ChecklistId;
using team::PersonId;
using team::SeriesId;
using team::Team;

bool matches(const team::AssetFilter& filter, const team::Asset& asset) {
    const auto allows = [](const std::vector<std::string>& wanted, const std::string& value) {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
    };
    return allows(filter.classes, asset.asset_class) && allows(filter.sites, asset.site) &&
           allows(filter.systems, asset.system);
}

/// Whom the published plan names for a series on a date; of roles of one function, or of all.
std::vector<PersonId> holders(const Team& team, SeriesId series, Date date,
                              std::optional<team::RoleFunction> function = {}) {
    std::vector<PersonId> people;
    for (const auto& line : team.plan) {
        if (line.series != series || line.date != date) continue;
        for (const auto& planned : line.roles) {
            const auto& role = team[series].roles[static_cast<std::size_t>(planned.role)];
            if (function && role.function != *function) continue;
            for (const auto person : planned.who) {
                if (person && std::find(people.begin(), people.end(), person) == people.end())
                    people.push_back(person);
            }
        }
    }
    return people;
}

bool says_somebody(const team::Selector& who) {
    return who.list || !who.people.empty() || !who.units.empty() || !who.positions.empty() ||
           !who.skills.empty() || !who.levels.empty();
}

std::vector<PersonId> doers(const Team& team, const team::Checklist& list, Date date) {
    if (list.duty) return holders(team, list.duty, date);
    if (!says_somebody(list.who)) return {};
    auto people = team::selected(team, list.who, date);
    std::erase_if(people, [&](PersonId person) { return !team::employed(team[person], date); });
    return people;
}

/// The check records, ready to be looked up by list and asset.
class Checks {
  public:
    Checks(const Team& team, Moment now) {
        for (const auto& record : team.records) {
            if (!known_at(record, now)) continue;
            const auto* list = record.is("check") ? record.get<ChecklistId>("list") : nullptr;
            if (list == nullptr) continue;
            by_list_[{*list, AssetId{}}].push_back(&record);
            for (const auto asset : assets_of(team, record)) by_list_[{*list, asset}].push_back(&record);
        }
    }

    /// The records within the days of the run.
    std::vector<const team::Record*> of(const CheckRun& run) const {
        const auto found = by_list_.find({run.list, run.asset});
        if (found == by_list_.end()) return {};
        const auto& records = found->second;  // by date, as the team's records are
        const auto from = std::lower_bound(records.begin(), records.end(), run.open,
                                           [](const auto* record, Date date) { return record->date < date; });
        const auto to = std::upper_bound(from, records.end(), run.due,
                                         [](Date date, const auto* record) { return date < record->date; });
        std::vector<const team::Record*> of_run{from, to};
        std::stable_sort(of_run.begin(), of_run.end(), [](const auto* a, const auto* b) {
            return a->date == b->date && a->at && b->at && *a->at < *b->at;
        });
        return of_run;
    }

    /// Every record of the list, by date.
    std::vector<const team::Record*> all(ChecklistId list) const {
        const auto found = by_list_.find({list, AssetId{}});
        return found == by_list_.end() ? std::vector<const team::Record*>{} : found->second;
    }

  private:
    std::map<std::pair<ChecklistId, AssetId>, std::vector<const team::Record*>> by_list_;
};

CheckState state_of(const CheckRun& run, std::optional<TimeOfDay> due, Moment now) {
    if (run.check == nullptr) {
        const bool past = run.due < now.date || now > Moment{run.due, due.value_or(end_of_day)};
        if (past) return CheckState::missed;
        return run.records.empty() ? CheckState::open : CheckState::begun;
    }
    const bool late = due && run.check->date == run.due && run.check->at && *run.check->at > *due;
    return late ? CheckState::late : CheckState::done;
}

const std::vector<std::string>* ticks(const team::Record& record) {
    return record.get<std::vector<std::string>>("done");
}

/// Whether the record speaks of the whole list, rather than of what it names.
bool is_whole(const std::vector<const team::Record*>& records, std::size_t at) {
    const auto ticks_some = [](const auto* record) { return ticks(*record) != nullptr; };
    const auto here = records.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::any_of(records.begin(), here + 1, ticks_some)) return false;
    return (*here)->get<std::vector<team::Reading>>("readings") == nullptr ||
           std::none_of(here + 1, records.end(), ticks_some);
}

/// What a round found at that asset; null where it found nothing there.
const team::Finding* found_at(const team::Record& record, AssetId asset) {
    const auto* found = record.get<std::vector<team::Finding>>("found");
    if (found == nullptr || !asset) return nullptr;
    const auto at = std::ranges::find(*found, asset, &team::Finding::asset);
    return at == found->end() ? nullptr : &*at;
}

void take_reading(const team::ChecklistItem& item, const team::Record& record,
                  const std::vector<team::Reading>* readings, ItemState& state) {
    if (readings == nullptr) return;
    for (const auto& reading : *readings) {
        if (!names_item(reading.item, item)) continue;
        state.reading = &reading;
        state.out_of_limits =
            (item.min && reading.value < *item.min) || (item.max && reading.value > *item.max);
        state.failed = false;
        if (!state.out_of_limits) continue;
        state.found_in = &record;
        state.found_as = &reading;
    }
}

/// What one record says of an item; `whole` and not `stopped`: it ticks it without naming it.
void take(const team::ChecklistItem& item, const team::Record& record, AssetId asset, bool implied,
          ItemState& state) {
    const auto* found = found_at(record, asset);
    take_reading(item, record, record.get<std::vector<team::Reading>>("readings"), state);
    take_reading(item, record, found != nullptr ? &found->readings : nullptr, state);
    if (names_item(ticks(record), item)) {
        state.ticked = true;
        state.failed = false;
    }
    if (names_item(record.get<std::vector<std::string>>("failed"), item) ||
        (found != nullptr && names_item(&found->failed, item))) {
        state.failed = true;
        state.found_in = &record;
        if (!state.out_of_limits) state.found_as = nullptr;
    }
    state.ticked = state.ticked || state.reading != nullptr || (implied && !takes_reading(item));
}

/// Finds the record with which the last item was dealt with.
void find_end(const Team& team, CheckRun& run) {
    const auto all = run.records;
    const auto& items = team[run.list].items;
    run.records.clear();
    for (const auto* record : all) {
        run.records.push_back(record);
        if (run.check != nullptr) continue;
        const auto states = item_states(team, run);
        run.dealt_with = 0;
        for (std::size_t i = 0; i < items.size(); ++i)
            run.dealt_with += dealt_with(items[i], states[i]) ? 1 : 0;
        if (run.dealt_with == items.size()) run.check = record;
    }
}

class Runs {
  public:
    Runs(const Team& team, const WorkingDays& days, const Period& period, Moment now)
        : team_{team}, days_{days}, period_{period}, now_{now}, checks_{team, now} {}

    std::vector<CheckRun> all() && {
        for (std::size_t i = 0; i < team_.checklists.size(); ++i) add_list({static_cast<std::int32_t>(i)});
        std::stable_sort(runs_.begin(), runs_.end(),
                         [](const auto& a, const auto& b) { return a.due < b.due; });
        return std::move(runs_);
    }

  private:
    void add_list(ChecklistId id) {
        const auto& list = team_[id];
        if (list.of_people()) return;  // rules/people/onboarding.hpp
        if (list.when) {
            for (const auto& window : calendar::windows(*list.when, days_, period_))
                add(run_of(id, window.open, window.due, doers(team_, list, window.due)));
            return;
        }
        if (is_undated(team_, id)) return add_occasions(id);
        for (std::size_t i = 0; i < team_.series.size(); ++i) {
            const SeriesId series{static_cast<std::int32_t>(i)};
            if (team_[series].checklist == id) add_rota(id, series);
            if (team_[series].prepare == id) add_preparation(id, series);
        }
    }

    void add_rota(ChecklistId id, SeriesId series) {
        for (const auto& when : calendar::occurrences(team_, days_, series, period_))
            add(run_of(id, when.date, when.date, holders(team_, series, when.date)), series);
    }

    void add_preparation(ChecklistId id, SeriesId series) {
        const Period reach{period_.from, std::max(days_.next(period_.to), period_.to), Period::Unit::range};
        for (const auto& when : calendar::occurrences(team_, days_, series, reach)) {
            const Date due = days_.previous(when.date);
            if (!period_.contains(due)) continue;
            auto run = run_of(id, due, due, holders(team_, series, when.date, team::RoleFunction::leads));
            run.meeting = series;
            run.meeting_date = when.date;
            add(std::move(run), series);
        }
    }

    void add_occasions(ChecklistId id) {
        for (auto& run : occasions(team_, id, checks_.all(id), period_.from - longest_occasion)) {
            run.who = doers(team_, team_[id], run.open);
            find_end(team_, run);
            // What is begun waits today.
            const bool waits = run.check == nullptr && ticks(*run.records.back()) != nullptr &&
                               now_.date <= run.due + longest_occasion;
            if (waits) run.due = std::max(run.due, now_.date);
            run.state = state_of(run, team_[run.list].due, now_);
            if (waits ? run.open <= period_.to && period_.from <= run.due : period_.contains(run.due))
                runs_.push_back(std::move(run));
        }
    }

    static CheckRun run_of(ChecklistId list, Date open, Date due, std::vector<PersonId> who) {
        CheckRun run;
        run.list = list;
        run.open = open;
        run.due = due;
        run.who = std::move(who);
        return run;
    }

    /// When what the run belongs to began: the list, the rota that names it, the meeting that it prepares.
    std::optional<Date> begin_of(const CheckRun& run, SeriesId series) const {
        return series                 ? team_[series].when.from
               : team_[run.list].when ? team_[run.list].when->from
                                      : std::nullopt;
    }

    void add(CheckRun run, SeriesId series = {}) {
        const Date began = blamed_from(team_, begin_of(run, series), run.due);
        for (const auto asset : assets_of(team_, team_[run.list])) {
            run.asset = asset;
            run.records = checks_.of(run);
            if (run.due < began && run.records.empty()) continue;
            finish(run);
        }
    }

    void finish(CheckRun run) {
        find_end(team_, run);
        run.state = state_of(run, team_[run.list].due, now_);
        runs_.push_back(std::move(run));
    }

    const Team& team_;
    const WorkingDays& days_;
    Period period_;
    Moment now_;
    Checks checks_;
    std::vector<CheckRun> runs_;
};

}  // namespace

std::vector<AssetId> assets_of(const Team& team, const team::Record& record) {
    if (const auto* asset = record.get<AssetId>("asset"); asset != nullptr && *asset) return {*asset};
    if (const auto* assets = record.get<std::vector<AssetId>>("assets")) return *assets;
    const auto* list = record.get<ChecklistId>("list");
    if (record.text("assets").empty() || list == nullptr || !*list) return {};
    auto all = assets_of(team, team[*list]);
    std::erase_if(all, [](AssetId asset) { return !asset; });
    return all;
}

std::vector<AssetId> assets_of(const Team& team, const team::Checklist& list) {
    if (!list.assets) return {AssetId{}};
    std::vector<AssetId> assets;
    for (std::size_t i = 0; i < team.assets.size(); ++i) {
        if (matches(*list.assets, team.assets[i])) assets.push_back({static_cast<std::int32_t>(i)});
    }
    return assets;
}

std::vector<CheckRun> check_runs(const Team& team, const WorkingDays& days, const Period& period,
                                 Moment now) {
    return Runs{team, days, period, now}.all();
}

std::vector<calendar::DueWindow> run_windows(const Team& team, const WorkingDays& days, ChecklistId id,
                                             const Period& period) {
    if (team[id].when) return calendar::windows(*team[id].when, days, period);
    std::vector<calendar::DueWindow> windows;
    for (std::size_t i = 0; i < team.series.size(); ++i) {
        const SeriesId series{static_cast<std::int32_t>(i)};
        if (team[series].checklist == id) {
            for (const auto& when : calendar::occurrences(team, days, series, period))
                windows.push_back({when.date, when.date});
        }
        if (team[series].prepare != id) continue;
        const Period reach{period.from, std::max(days.next(period.to), period.to), Period::Unit::range};
        for (const auto& when : calendar::occurrences(team, days, series, reach)) {
            const Date due = days.previous(when.date);
            windows.push_back({due, due});
        }
    }
    return windows;
}

bool names_item(std::string_view name, const team::ChecklistItem& item) {
    return name == item.text || (!item.id.empty() && name == item.id);
}

bool names_item(const std::vector<std::string>* names, const team::ChecklistItem& item) {
    return names != nullptr && std::any_of(names->begin(), names->end(),
                                           [&](const auto& name) { return names_item(name, item); });
}

const std::string& item_key(const team::ChecklistItem& item) {
    return item.id.empty() ? item.text : item.id;
}

bool takes_reading(const team::ChecklistItem& item) {
    return !item.unit.empty() || item.min || item.max;
}

bool dealt_with(const team::ChecklistItem& item, const ItemState& state) {
    return state.failed || state.reading != nullptr || (state.ticked && !takes_reading(item));
}

std::string_view note_of(const CheckRun& run) {
    for (auto record = run.records.rbegin(); record != run.records.rend(); ++record) {
        if (const auto note = (*record)->text("note"); !note.empty()) return note;
    }
    return {};
}

std::vector<ItemState> item_states(const Team& team, const CheckRun& run) {
    const auto& items = team[run.list].items;
    std::vector<ItemState> states(items.size());
    for (std::size_t at = 0; at < run.records.size(); ++at) {
        const bool whole = is_whole(run.records, at);
        bool stopped = false;  // an ordered list at a failed step (D3.10, D5.1)
        for (std::size_t i = 0; i < items.size(); ++i) {
            take(items[i], *run.records[at], run.asset, whole && !stopped, states[i]);
            stopped = stopped || (team[run.list].ordered && states[i].failed);
        }
    }
    return states;
}

bool CheckRun::is_for(team::PersonId person) const {
    return std::find(who.begin(), who.end(), person) != who.end();
}

std::int64_t count_wrong(const std::vector<ItemState>& states) {
    return std::count_if(states.begin(), states.end(), [](const auto& state) { return state.wrong(); });
}

std::int64_t count_missed(const std::vector<CheckRun>& runs) {
    return std::count_if(runs.begin(), runs.end(),
                         [](const auto& run) { return run.state == CheckState::missed; });
}

bool has_findings(const Team& team, const CheckRun& run) {
    const auto states = item_states(team, run);
    return std::any_of(states.begin(), states.end(), [](const auto& state) { return state.wrong(); });
}

std::string spaced_unit(const team::ChecklistItem& item) {
    return item.unit.empty() ? std::string{} : " " + item.unit;
}

std::string beyond_limit(const team::ChecklistItem& item, const team::Reading& reading) {
    const auto unit = spaced_unit(item);
    const bool above = item.max && reading.value > *item.max;
    const auto& limit = above ? *item.max : *item.min;
    return item.text + " " + number_text(reading.value) + unit + (above ? " > " : " < ") +
           number_text(limit) + unit;
}

}  // namespace teamctl::rules
