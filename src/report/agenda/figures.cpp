// Agenda items about figures, up to the evening before: targets, standings, the month.
#include <algorithm>

#include "report/agenda/content.hpp"
#include "report/naming.hpp"
#include "rules/standings.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using rules::Figures;
using rules::Subject;
using rules::Unit;
using rules::Value;
using team::PersonId;

constexpr std::size_t places_shown = 5;

/// The month of the day up to the evening before; on its first working days, when there is nothing yet to
/// look back on, the month before.
Period month_to_date(const AgendaDay& day) {
    const Period month = month_period(month_of(day.date));
    const auto worked = day.days.within({month.from, day.date - Days{1}, Period::Unit::range});
    return worked.empty() ? month_period(month_of(month.from - Days{1})) : month;
}

Phrase figure_phrase(Unit unit, const Value& value) {
    if (const auto* money = std::get_if<Money>(&value)) return say("agenda.figure.money", *money);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return verbatim(std::to_string(*whole));
    if (const auto* ratio = std::get_if<Ratio>(&value)) {
        return unit == Unit::score ? verbatim(decimals(*ratio, 1)) : say("agenda.figure.ratio", *ratio);
    }
    return say("name.nobody");
}

Json figure_json(const Value& value) {
    if (const auto* money = std::get_if<Money>(&value)) return *money;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return *whole;
    if (const auto* ratio = std::get_if<Ratio>(&value)) return JsonDecimal{*ratio, 4};
    return {};
}

/// How much of a target is reached; amounts of targets are in fen or hundredths.
Ratio reached(const Value& value, const rules::Share& share) {
    const auto number = rules::number(value).value_or(Ratio{0, 1});
    return rules::product(100, {number.num, number.den * share.amount});
}

Value target_value(Unit unit, const rules::Share& share) {
    if (unit == Unit::money) return Money{share.amount};
    return Value{Ratio{share.amount, 100}};
}

/// The target lines of the day: a metric and the period it is for.
std::vector<std::pair<std::string, Period>> targets_of(const AgendaDay& day) {
    std::vector<std::pair<std::string, Period>> found;
    for (const auto& target : day.team.targets) {
        const std::pair key{target.metric, target.period};
        if (target.period.contains(day.date) && std::find(found.begin(), found.end(), key) == found.end())
            found.push_back(key);
    }
    return found;
}

/// Writes how far one metric has come.
class TargetWriter {
  public:
    TargetWriter(const AgendaDay& day, const Figures& figures, const rules::Metric& metric,
                 const Period& period)
        : day_{day}, figures_{figures}, metric_{metric}, period_{period} {}

    void write(Content& content) {
        if (const auto share = share_of({})) {
            const auto value = figures_.value(metric_, {});
            content.line(
                say("agenda.targets.team", metric_.title, figure_phrase(metric_.unit, value),
                    figure_phrase(metric_.unit, target_value(metric_.unit, *share)), reached(value, *share)),
                Tone::strong);
            content.line(time_passed());
            add_data(content, {}, value, *share);
        }
        std::vector<Phrase> units;
        for (const auto unit : rules::leaf_units(day_.team)) add(content, {{}, unit}, units);
        if (!units.empty()) content.line(listed(std::move(units)));
        add_people(content);
    }

  private:
    std::optional<rules::Share> share_of(const Subject& subject) const {
        const auto share = rules::target_of(day_.team, metric_.name, period_, subject);
        return share && share->amount > 0 ? share : std::nullopt;  // nothing to reach: nothing to say
    }

    Phrase time_passed() const {
        const auto all = day_.days.within(period_).size();
        const auto gone = day_.days.within({period_.from, day_.past_to, Period::Unit::range}).size();
        return say(
            "agenda.targets.time", gone, all,
            Ratio{static_cast<std::int64_t>(gone), static_cast<std::int64_t>(std::max<std::size_t>(all, 1))});
    }

    void add(Content& content, const Subject& subject, std::vector<Phrase>& parts) {
        const auto share = share_of(subject);
        if (!share) return;
        const auto value = figures_.value(metric_, subject);
        parts.push_back(say("agenda.targets.part", day_.team[subject.unit].name, reached(value, *share)));
        add_data(content, subject, value, *share);
    }

    /// Everybody with a share, the one who has come farthest first.
    void add_people(Content& content) {
        std::vector<std::pair<Ratio, PersonId>> people;
        for (const auto person : team::everybody(day_.team)) {
            const auto share =
                team::employed(day_.team[person], day_.date) ? share_of({person, {}}) : std::nullopt;
            if (!share) continue;
            const auto value = figures_.value(metric_, {person, {}});
            people.emplace_back(reached(value, *share), person);
            add_data(content, {person, {}}, value, *share);
        }
        std::stable_sort(people.begin(), people.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<Phrase> parts;
        for (const auto& [ratio, person] : people)
            parts.push_back(say("agenda.targets.part", name_of(day_.team, person), ratio));
        if (!parts.empty()) content.line(listed(std::move(parts)));
    }

    void add_data(Content& content, const Subject& subject, const Value& value, const rules::Share& share) {
        content.data.push(Json::object()
                              .set("metric", metric_.name)
                              .set("who", id_of(day_.team, subject.person))
                              .set("unit", subject.unit ? Json{day_.team[subject.unit].id} : Json{})
                              .set("value", figure_json(value))
                              .set("target", figure_json(target_value(metric_.unit, share)))
                              .set("ratio", JsonDecimal{reached(value, share), 4}));
    }

    const AgendaDay& day_;
    const Figures& figures_;
    const rules::Metric& metric_;
    Period period_;
};

}  // namespace

Content targets_content(const AgendaMeeting& meeting) {
    Content content;
    for (const auto& [name, period] : targets_of(meeting.day)) {
        const rules::Books books{meeting.day.before(), period};
        const Figures figures{books};
        if (const auto* metric = figures.find(name))
            TargetWriter{meeting.day, figures, *metric, period}.write(content);
    }
    return content;
}

Content standings_content(const AgendaMeeting& meeting) {
    const auto& team = meeting.day.team;
    const auto period = month_to_date(meeting.day);
    const rules::Books books{meeting.day.before(), period};
    const Figures figures{books};
    const auto standings = rules::standings(figures);
    Content content;
    const bool any = std::any_of(standings.begin(), standings.end(), [](const auto& standing) {
        return standing.points != 0 || standing.sales.fen != 0;
    });
    if (!any) return content;
    const bool sold = std::any_of(standings.begin(), standings.end(),
                                  [](const auto& standing) { return standing.sales.fen != 0; });
    content.line(say(sold ? "agenda.standings.title" : "agenda.standings.title_points", period), Tone::muted);
    for (const auto& standing : standings) {
        const bool shown = standing.place <= static_cast<int>(places_shown);
        if (shown || standing.last) {
            const auto who = name_of(team, standing.who);
            content.line(sold
                             ? say(standing.last ? "agenda.standings.last" : "agenda.standings.line",
                                   standing.place, who, standing.points, standing.sales)
                             : say(standing.last ? "agenda.standings.last_points" : "agenda.standings.points",
                                   standing.place, who, standing.points));
        }
        content.data.push(Json::object()
                              .set("place", standing.place)
                              .set("who", id_of(team, standing.who))
                              .set("points", standing.points)
                              .set("sales", standing.sales)
                              .set("last", standing.last));
    }
    return content;
}

Content month_content(const AgendaMeeting& meeting) {
    static constexpr rules::MetricName names[]{
        "attendance_rate", "late",       "absent",        "diaries_missing", "customers_new",
        "visits",          "contacts",   "customers_won", "sales",           "refunds",
        "target_ratio",    "complaints", "checks_missed", "praise",          "fines"};
    const auto period = month_to_date(meeting.day);
    const rules::Books books{meeting.day.before(), period};
    const Figures figures{books};
    Content content;
    content.line(say(period.contains(meeting.day.date) ? "agenda.month.to_date" : "agenda.month.whole",
                     period, meeting.day.past_to),
                 Tone::muted);
    std::vector<Phrase> parts;
    for (const auto name : names) {
        const auto& metric = figures.metric(name);
        const auto value = figures.value(metric, {});
        const auto number = rules::number(value);
        if (!number || number->num == 0) continue;
        parts.push_back(say("agenda.month.figure", metric.title, figure_phrase(metric.unit, value)));
        content.data.push(Json::object().set("metric", metric.name).set("value", figure_json(value)));
    }
    if (parts.empty()) return {};
    content.line(listed(std::move(parts)));
    return content;
}

}  // namespace teamctl::report
