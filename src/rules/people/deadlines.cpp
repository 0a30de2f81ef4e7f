#include "rules/people/deadlines.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "rules/work/outings.hpp"
#include "team/people.hpp"

namespace teamctl::rules {
namespace {

using team::DeadlineRule;
using team::PersonId;
using team::Record;
using team::Resets;
using Verdict = Judgement::Verdict;

/// The first day of the span in which the misses are counted that the date lies in.
Date count_start(Resets resets, Date date) {
    switch (resets) {
        case Resets::month:
            return first_day(month_of(date));
        case Resets::quarter:
            return quarter_period(date).from;
        case Resets::year:
            return make_date(year_of(date), 1, 1);
        case Resets::never:
            break;
    }
    return make_date(first_year, 1, 1);
}

/// Whether a record is owed every working day; else each record that there is has its own deadline.
bool owed_daily(const DeadlineRule& rule) {
    return rule.field.empty() || rule.field == "at";
}

/// Who holds a role of the rota on which day.
std::set<std::pair<Date, PersonId>> duty_holders(const team::Team& team, team::SeriesId rota) {
    std::set<std::pair<Date, PersonId>> holders;
    for (const auto& line : team.plan) {
        if (line.series != rota) continue;
        for (const auto& role : line.roles) {
            for (const auto person : role.who) holders.emplace(line.date, person);
        }
    }
    return holders;
}

/// One rule, judged over [from, to].
class Judge {
  public:
    Judge(const Context& context, const Absences& absences, std::size_t rule, Date from, Date to)
        : context_{context},
          absences_{absences},
          index_{rule},
          rule_{context.team.rules.deadlines[rule]},
          from_{std::max(from, blamed_from(context.team, rule_.from, from))},
          to_{std::min(to, context.now.date)} {
        if (rule_.except_duty) exempt_ = duty_holders(context.team, rule_.except_duty);
        const int kind = team::record_kind(rule_.record);
        for (const auto& record : context.team.records) {
            if (record.kind == kind && from_ <= record.date && record.date <= to_ &&
                known_at(record, context.now))
                records_.push_back(&record);
        }
    }

    std::vector<Judgement> all() {
        if (owed_daily(rule_))
            judge_days();
        else
            judge_records();
        std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
            return std::pair{a.who, a.date} < std::pair{b.who, b.date};
        });
        count();
        return std::move(found_);
    }

  private:
    bool binds(PersonId person, Date date) const {
        return !exempt_.contains({date, person}) && team::selects(context_.team, rule_.who, person, date);
    }

    void judge_days() {
        std::map<std::pair<PersonId, Date>, const Record*> first;
        const auto time = [](const Record& record) { return record.at.value_or(TimeOfDay{}); };
        for (const auto* record : records_) {
            auto& kept = first[{team::subject_of(*record), record->date}];
            if (kept == nullptr || time(*record) < time(*kept)) kept = record;
        }
        const auto workdays = context_.days.within({from_, to_});
        for (std::int32_t i = 0; i < std::ssize(context_.team.people); ++i) {
            const PersonId person{i};
            if (!team::ever_selects(context_.team, rule_.who, person)) continue;
            for (const Date date : workdays) {
                if (!absences_.on_duty(person, date) || !binds(person, date) ||
                    absences_.all_day(person, date) != nullptr)
                    continue;
                const auto record = first.find({person, date});
                judge_day(person, date, record == first.end() ? nullptr : record->second);
            }
        }
    }

    void judge_day(PersonId person, Date date, const Record* record) {
        if (record == nullptr) {
            const bool passed = Moment{date, rule_.by} < context_.now || day_over(date, context_.now);
            if (passed) add(person, date, Verdict::missing, nullptr, {});
            return;
        }
        const bool late = record->at && rule_.by < *record->at;
        add(person, date, late ? Verdict::late : Verdict::in_time, record, record->at);
    }

    void judge_records() {
        for (const auto* record : records_) {
            const auto person = team::subject_of(*record);
            if (!person || !binds(person, record->date)) continue;
            const auto time = time_of(*record);
            if (!time) {
                if (day_over(record->date, context_.now))
                    add(person, record->date, Verdict::missing, record, {});
            } else if (Moment{record->date, *time} <= context_.now) {
                add(person, record->date, rule_.by < *time ? Verdict::late : Verdict::in_time, record, *time);
            }
        }
    }

    /// The time that is judged; when somebody came back from a visit may stand in a record of its own.
    std::optional<TimeOfDay> time_of(const Record& record) {
        if (const auto* own = record.get<TimeOfDay>(rule_.field)) return *own;
        if (!record.is("visit") || rule_.field != "back") return {};
        if (!outings_) outings_ = outings(context_.team, context_.now);
        const auto outing = std::ranges::find(outings_->visits, &record, &Outing::visit);
        if (outing == outings_->visits.end() || outing->end == nullptr) return {};
        return outing->end->date == record.date ? outing->back() : end_of_day;
    }

    void add(PersonId person, Date date, Verdict verdict, const Record* record, std::optional<TimeOfDay> at) {
        found_.push_back({index_, person, date, verdict, record, at, 0, 0});
    }

    /// Misses that a closing carries: of a rule that never begins to count again.
    int carried(PersonId person) const {
        if (rule_.resets != Resets::never) return 0;
        for (const auto& misses : context_.team.carried.misses) {
            if (misses.rule == rule_.id && misses.who == person) return misses.count;
        }
        return 0;
    }

    /// Numbers the misses of each person and sets their points.
    void count() {
        const Judgement* before = nullptr;
        int misses = 0;
        for (auto& judged : found_) {
            const bool same =
                before != nullptr && before->who == judged.who &&
                count_start(rule_.resets, before->date) == count_start(rule_.resets, judged.date);
            if (!same) misses = carried(judged.who);
            before = &judged;
            if (judged.verdict == Verdict::in_time) continue;
            judged.nth = ++misses;
            judged.points = points_of(misses);
        }
    }

    int points_of(int nth) const {
        const auto points = std::int64_t{rule_.first} + std::int64_t{rule_.step} * (nth - 1);
        constexpr std::int64_t most = std::numeric_limits<int>::max();
        return static_cast<int>(std::clamp(points, -most, most));
    }

    const Context& context_;
    const Absences& absences_;
    std::size_t index_;
    const DeadlineRule& rule_;
    Date from_;
    Date to_;
    std::set<std::pair<Date, PersonId>> exempt_;
    std::vector<const Record*> records_;
    std::optional<Outings> outings_;
    std::vector<Judgement> found_;
};

/// Where the count of a rule that never begins again starts: after what a closing carries; where the rule is
/// as old as the team, with the first record.
Date never_from(const team::Team& team, const DeadlineRule& rule, Date otherwise) {
    if (team.carried.until) return *team.carried.until + Days{1};
    if (rule.from) return count_start(Resets::never, otherwise);
    return team.first_record().value_or(otherwise);
}

}  // namespace

Date needed_from(const team::Team& team, const Period& period) {
    Date from = period.from;
    for (const auto& rule : team.rules.deadlines) {
        Date start = count_start(rule.resets, period.from);
        if (rule.from) start = std::max(start, *rule.from);
        from = std::min(from, start);
    }
    return from;
}

std::vector<Judgement> judgements(const Context& context, const Absences& absences, const Period& period) {
    std::vector<Judgement> all;
    for (std::size_t i = 0; i < context.team.rules.deadlines.size(); ++i) {
        const auto& rule = context.team.rules.deadlines[i];
        Date from = count_start(rule.resets, period.from);
        if (rule.resets == Resets::never) from = never_from(context.team, rule, period.from);
        from = std::min(from, period.from);
        for (const auto& judged : Judge{context, absences, i, from, period.to}.all()) {
            if (period.contains(judged.date)) all.push_back(judged);
        }
    }
    return all;
}

std::vector<team::CarriedMisses> misses_so_far(const Context& context, const Absences& absences) {
    std::vector<team::CarriedMisses> all;
    const Date today = context.now.date;
    for (std::size_t i = 0; i < context.team.rules.deadlines.size(); ++i) {
        const auto& rule = context.team.rules.deadlines[i];
        if (rule.resets != Resets::never) continue;
        std::map<PersonId, int> counts;
        for (const auto& misses : context.team.carried.misses) {
            if (misses.rule == rule.id) counts[misses.who] = misses.count;
        }
        const Date from = never_from(context.team, rule, today);
        for (const auto& judged : Judge{context, absences, i, from, today}.all()) {
            if (judged.nth > 0) counts[judged.who] = judged.nth;
        }
        for (const auto& [who, count] : counts) all.push_back({rule.id, who, count});
    }
    return all;
}

}  // namespace teamctl::rules
