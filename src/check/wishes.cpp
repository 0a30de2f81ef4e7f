// Wishes that nothing can come of.
#include <algorithm>
#include <set>

#include "calendar/occurrences.hpp"
#include "check/findings.hpp"
#include "rules/meetings/sittings.hpp"
#include "team/people.hpp"

namespace teamctl::check {
namespace {

using team::SeriesId;
using team::Wish;

/// What lies further ahead is looked at when it comes nearer.
constexpr Days looked_at{731};

bool is_of(const Wish& wish, SeriesId series) {
    return wish.of.empty() || std::ranges::find(wish.of, series) != wish.of.end();
}

class WishChecks {
  public:
    WishChecks(const team::Team& team, const calendar::WorkingDays& days, Date today, Found& found)
        : team_{team}, days_{days}, today_{today}, found_{found} {
        if (team.wishes.empty()) return;
        Date last = today;
        for (const auto& wish : team.wishes) last = std::max(last, wish.to);
        last_ = std::min(last, today + looked_at);
        for (const auto& when : calendar::occurrences(team, days, {today, last_, Period::Unit::range}))
            if (!team[when.series].roles.empty()) falls_.emplace(when.date, when.series);
    }

    void all() {
        for (std::size_t i = 0; i < team_.wishes.size(); ++i) {
            const auto& wish = team_.wishes[i];
            if (wish.to < today_ || last_ < wish.from) continue;
            check(wish);
            for (std::size_t other = 0; other < i; ++other) check_pair(team_.wishes[other], wish);
        }
    }

  private:
    /// The days to come that it is for.
    std::vector<Date> dates_of(const Wish& wish) const {
        std::vector<Date> dates;
        if (wish.when) {
            std::ranges::copy_if(wish.dates, std::back_inserter(dates),
                                 [&](const Date date) { return today_ <= date && date <= last_; });
            return dates;
        }
        const Date last = std::min(wish.to, last_);
        for (Date date = std::max(wish.from, today_); date <= last; date += Days{1}) dates.push_back(date);
        return dates;
    }

    bool selected(SeriesId series, team::PersonId who, Date date) const {
        return std::ranges::any_of(
            team_[series].roles, [&](const auto& role) { return team::selects(team_, role.who, who, date); });
    }

    void check(const Wish& wish) {
        bool employed = false;
        bool falls = false;
        const auto dates = dates_of(wish);
        for (const Date date : dates) {
            if (!team::employed(team_[wish.who], date)) continue;
            employed = true;
            for (auto at = falls_.lower_bound({date, SeriesId{}}); at != falls_.end() && at->first == date;
                 ++at) {
                if (!is_of(wish, at->second)) continue;
                falls = true;
                if (selected(at->second, wish.who, date)) return;
            }
        }
        const auto& name = team_[wish.who].name;
        if (dates.empty() || (employed && !falls))
            report(wish, say("check.wish_no_turns"), near(wish));
        else
            report(wish, say(employed ? "check.wish_not_selected" : "check.wish_not_employed", name),
                   say("check.delete_line"));
    }

    Phrase near(const Wish& wish) const {
        const auto dates =
            wish.of.size() == 1 ? rules::dates_near(team_, days_, wish.of.front(), wish.from) : Phrase{};
        return dates.empty() ? say("check.delete_line") : say("check.falls_on", dates);
    }

    void report(const Wish& wish, Phrase text, Phrase hint) {
        found_.warning("idle-wish", wish.origin, std::move(text), std::move(hint));
    }

    void check_pair(const Wish& first, const Wish& second) {
        if (first.who != second.who || first.want == second.want || second.to < first.from ||
            first.to < second.from)
            return;
        const bool meet =
            first.of.empty() || second.of.empty() ||
            std::ranges::any_of(first.of, [&](SeriesId series) { return is_of(second, series); });
        const auto one = dates_of(first);
        const auto other = dates_of(second);
        std::vector<Date> both;
        std::ranges::set_intersection(one, other, std::back_inserter(both));
        if (!meet || both.empty()) return;
        found_
            .warning("idle-wish", second.origin,
                     say("check.wishes_contradict", team_[second.who].name, both.front()),
                     say("check.delete_one"))
            .related.push_back(found_.place(first.origin));
    }

    const team::Team& team_;
    const calendar::WorkingDays& days_;
    Date today_;
    Date last_{};
    Found& found_;
    std::set<std::pair<Date, SeriesId>> falls_;  ///< the series that have roles
};

}  // namespace

void check_wishes(const team::Team& team, const calendar::WorkingDays& days, Date today, Found& found) {
    WishChecks{team, days, today, found}.all();
}

}  // namespace teamctl::check
