#include "rules/work/checks.hpp"

#include <algorithm>
#include <map>

#include "calendar/occurrences.hpp"
#include "rules/context.hpp"
#include "rules/meetings/occasions.hpp"
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

/// The assets a checklist runs over; one empty id where it runs over none in particular.
std::vector<AssetId> assets_of(const Team& team, const team::Checklist& list) {
    if (!list.assets) return {AssetId{}};
    std::vector<AssetId> assets;
    for (std::size_t i = 0; i < team.assets.size(); ++i) {
        if (matches(*list.assets, team.assets[i])) assets.push_back({static_cast<std::int32_t>(i)});
    }
    return assets;
}

/// Whom the published plan names for a series on a date; of one role, or of all.
std::vector<PersonId> holders(const Team& team, SeriesId series, Date date, std::string_view role = {}) {
    std::vector<PersonId> people;
    for (const auto& line : team.plan) {
        if (line.series != series || line.date != date) continue;
        for (const auto& planned : line.roles) {
            if (!role.empty() && team[series].roles[static_cast<std::size_t>(planned.role)].name != role)
                continue;
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
            const auto* asset = record.get<AssetId>("asset");
            by_list_[{*list, AssetId{}}].push_back(&record);
            if (asset != nullptr && *asset) by_list_[{*list, *asset}].push_back(&record);
        }
    }

    /// The last record within the days of the run: a run may be gone through again.
    const team::Record* of(const CheckRun& run) const {
        const auto found = by_list_.find({run.list, run.asset});
        if (found == by_list_.end()) return nullptr;
        const auto& records = found->second;  // by date, as the team's records are
        const auto after =
            std::upper_bound(records.begin(), records.end(), run.due,
                             [](Date date, const auto* record) { return date < record->date; });
        return after != records.begin() && (*(after - 1))->date >= run.open ? *(after - 1) : nullptr;
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
        return past ? CheckState::missed : CheckState::open;
    }
    const bool late = due && run.check->date == run.due && run.check->at && *run.check->at > *due;
    return late ? CheckState::late : CheckState::done;
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
        if (list.newcomers) return;  // rules/people/onboarding.hpp
        if (list.when) {
            for (const auto& window : calendar::windows(*list.when, days_, period_))
                add({id, {}, window.open, window.due, doers(team_, list, window.due), {}, {}, nullptr, {}});
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
            add({id, {}, when.date, when.date, holders(team_, series, when.date), {}, {}, nullptr, {}});
    }

    void add_preparation(ChecklistId id, SeriesId series) {
        const Period reach{period_.from, std::max(days_.next(period_.to), period_.to), Period::Unit::range};
        for (const auto& when : calendar::occurrences(team_, days_, series, reach)) {
            const Date due = days_.previous(when.date);
            if (period_.contains(due))
                add({id,
                     {},
                     due,
                     due,
                     holders(team_, series, when.date, team::role_that(team::RoleFunction::leads)),
                     series,
                     when.date,
                     nullptr,
                     {}});
        }
    }

    void add_occasions(ChecklistId id) {
        for (const auto* record : checks_.all(id)) {
            if (!period_.contains(record->date)) continue;
            CheckRun run;
            run.list = id;
            if (const auto* asset = record->get<AssetId>("asset")) run.asset = *asset;
            run.open = run.due = record->date;
            run.who = doers(team_, team_[id], record->date);
            run.check = record;
            run.state = state_of(run, team_[id].due, now_);
            runs_.push_back(std::move(run));
        }
    }

    void add(CheckRun run) {
        for (const auto asset : assets_of(team_, team_[run.list])) {
            run.asset = asset;
            run.check = checks_.of(run);
            run.state = state_of(run, team_[run.list].due, now_);
            runs_.push_back(run);
        }
    }

    const Team& team_;
    const WorkingDays& days_;
    Period period_;
    Moment now_;
    Checks checks_;
    std::vector<CheckRun> runs_;
};

}  // namespace

std::vector<CheckRun> check_runs(const Team& team, const WorkingDays& days, const Period& period,
                                 Moment now) {
    return Runs{team, days, period, now}.all();
}

bool is_undated(const Team& team, ChecklistId list) {
    return !team[list].when && !team[list].newcomers &&
           std::none_of(team.series.begin(), team.series.end(), [&](const auto& series) {
               return series.checklist == list || series.prepare == list;
           });
}

const std::string& item_key(const team::ChecklistItem& item) {
    return item.id.empty() ? item.text : item.id;
}

std::vector<ItemState> item_states(const Team& team, const CheckRun& run) {
    const auto& items = team[run.list].items;
    std::vector<ItemState> states(items.size());
    if (run.check == nullptr) return states;
    const auto* readings = run.check->get<std::vector<team::Reading>>("readings");
    const auto* failed = run.check->get<std::vector<std::string>>("failed");
    bool stopped = false;  // an ordered list at a failed step (D3.10, D5.1)
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto named = [&](const std::string& text) {
            return text == items[i].text || (!items[i].id.empty() && text == items[i].id);
        };
        states[i].ticked = !stopped;
        states[i].failed = failed != nullptr && std::any_of(failed->begin(), failed->end(), named);
        stopped = stopped || (team[run.list].ordered && states[i].failed);
        if (readings == nullptr) continue;
        for (const auto& reading : *readings) {
            if (!named(reading.item)) continue;
            states[i].reading = &reading;
            states[i].out_of_limits = (items[i].min && reading.value < *items[i].min) ||
                                      (items[i].max && reading.value > *items[i].max);
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
