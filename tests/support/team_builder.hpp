// Teams made by hand, for tests of pure code.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "calendar/working_days.hpp"
#include "rules/figures/books.hpp"
#include "rules/figures/metrics.hpp"
#include "team/model.hpp"
#include "values.hpp"

namespace teamctl::test {

/// The text of a field.
inline team::FieldValue text(std::string_view value) {
    return team::Text{value};
}

/// A team that grows line by line; ids are handed out in order.
class TeamBuilder {
  public:
    TeamBuilder() {
        team.settings.team = "测试队";
        team.settings.hours = {{clock("08:30"), clock("12:00")}, {clock("13:30"), clock("18:00")}};
    }

    team::UnitId unit(std::string id, team::UnitId parent = {}) {
        team::Unit made;
        made.name = id;
        made.id = std::move(id);
        made.parent = parent;
        team.units.push_back(std::move(made));
        return {static_cast<std::int32_t>(team.units.size()) - 1};
    }

    team::PersonId person(std::string id, team::UnitId of = {}) {
        team::Person made;
        made.name = id;
        made.id = std::move(id);
        made.terms.unit = of;
        team.people.push_back(std::move(made));
        return {static_cast<std::int32_t>(team.people.size()) - 1};
    }

    /// A daily meeting of everybody at 09:00 for 30 minutes, unless the caller changes it.
    team::SeriesId meeting(std::string id, team::Every every = team::Every::workday) {
        team::Series made;
        made.name = id;
        made.id = std::move(id);
        made.when.every = every;
        made.when.start = clock("09:00");
        made.when.minutes = 30;
        made.attend.all = true;
        team.series.push_back(std::move(made));
        return {static_cast<std::int32_t>(team.series.size()) - 1};
    }

    void leave(team::PersonId who, std::string_view from, std::string_view to,
               team::Half half = team::Half::none) {
        team.leave.push_back({who, day(from), day(to), team::LeaveKind::annual, half, {}, {}});
    }

    /// Adds a record; its fields by name.
    team::Record& record(std::string_view kind, std::string_view date,
                         std::initializer_list<std::pair<std::string_view, team::FieldValue>> fields) {
        team::Record made;
        made.kind = team::record_kind(kind);
        if (made.kind < 0) throw std::invalid_argument{std::string{kind}};
        made.date = day(date);
        made.origin = {0, {++line_, 1}};
        for (const auto& [name, value] : fields) {
            if (made.spec().field(name) < 0) throw std::invalid_argument{std::string{name}};
            made.set(name, value);
        }
        if (const auto* at = made.get<TimeOfDay>("at")) made.at = *at;
        team.records.push_back(std::move(made));
        return team.records.back();
    }

    /// A published turn: who has the first role of the series that day.
    void plan(std::string_view date, team::SeriesId series, team::PersonId who) {
        team::PlanLine line;
        line.date = day(date);
        line.series = series;
        line.roles = {{0, {who}, false, {}}};
        team.plan.push_back(std::move(line));
    }

    /// Records are given to the rules by date, as the reader gives them.
    const team::Team& done() {
        team.files = {"log.yaml"};
        std::stable_sort(team.records.begin(), team.records.end(),
                         [](const auto& a, const auto& b) { return a.date < b.date; });
        return team;
    }

    team::Team team;

  private:
    std::uint32_t line_ = 0;
};

/// The books of one period and all that they refer to.
class Desk {
  public:
    Desk(TeamBuilder builder, std::string_view period, std::string_view now = "2999-12-31")
        : team_{std::move(builder)},
          days_{team_.done()},
          books_{{team_.team, days_, moment(now)}, span(period)},
          figures_{books_} {}
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    const team::Team& team() const { return team_.team; }
    const calendar::WorkingDays& days() const { return days_; }
    const rules::Books& books() const { return books_; }
    const rules::Figures& figures() const { return figures_; }

    rules::Value value(std::string_view metric, const rules::Subject& subject = {}) const {
        return figures_.value(metric, subject);
    }
    std::int64_t count(std::string_view metric, team::PersonId who) const {
        return std::get<std::int64_t>(value(metric, {who, {}}));
    }
    /// Money as text, a quotient as `8/9`, `-` where absent.
    std::string shown(std::string_view metric, const rules::Subject& subject = {}) const {
        const auto found = value(metric, subject);
        if (const auto* whole = std::get_if<std::int64_t>(&found)) return std::to_string(*whole);
        if (const auto* money = std::get_if<Money>(&found)) return to_string(*money);
        if (const auto* ratio = std::get_if<Ratio>(&found))
            return std::to_string(ratio->num) + "/" + std::to_string(ratio->den);
        return "-";
    }

  private:
    TeamBuilder team_;
    calendar::WorkingDays days_;
    rules::Books books_;
    rules::Figures figures_;
};

using People = std::vector<team::PersonId>;

}  // namespace teamctl::test
