// Agenda items on what each one is to do and has won: plans, orders, awards, birthdays of the month,
// documents.
#include <algorithm>
#include <map>

#include "report/agenda/content.hpp"
#include "report/agenda/due.hpp"
#include "report/naming.hpp"
#include "report/summary/page.hpp"
#include "rules/figures/awards.hpp"
#include "team/people.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;

/// Of each person the last record of the kind that says something there, of the days since the working day
/// before: a second diary that has no plan takes none back.
std::map<PersonId, const team::Record*> last_of_each(const AgendaDay& day, std::string_view kind,
                                                     std::string_view field) {
    std::map<PersonId, const team::Record*> last;
    for (const auto& record : day.team.records) {
        if (record.is(kind) && day.past_from <= record.date && record.date <= day.past_to &&
            !record.text(field).empty())
            last[record.person("who")] = &record;
    }
    return last;
}

void add_field(const AgendaMeeting& meeting, std::string_view kind, std::string_view field,
               Content& content) {
    const auto& team = meeting.day.team;
    for (const auto& [who, record] : last_of_each(meeting.day, kind, field)) {
        const auto text = record->text(field);
        const bool there = team::selects(team, meeting.sitting.series->attend, who, meeting.day.date);
        if (!there || rules::away_on(team, who, meeting.day.date)) continue;
        content.line(say("agenda.each.line", name_of(team, who), text));
        content.data.push(Json::object()
                              .set("who", id_of(team, who))
                              .set("text", text)
                              .set("by", id_of(team, record->person("by"))));
    }
}

}  // namespace

Content plans_content(const AgendaMeeting& meeting) {
    Content content;
    add_field(meeting, "diary", "plan", content);
    return content;
}

Content orders_content(const AgendaMeeting& meeting) {
    Content content;
    add_field(meeting, "review", "next", content);
    return content;
}

Content awards_content(const AgendaMeeting& meeting) {
    const auto& day = meeting.everybody();
    Content content;
    for (std::int32_t i = 0; i < std::ssize(day.team.awards); ++i) {
        const auto& award = day.team.awards[static_cast<std::size_t>(i)];
        const auto period = shifted(rules::award_period(award, day.date), -1);
        const auto context = day.context();
        const rules::Books books{context, period};
        const rules::Figures figures{books};
        for (const auto& candidate : rules::award_result(figures, {i}).candidates) {
            const bool attends = meeting.whole == nullptr ||
                                 std::ranges::find(meeting.day.only, candidate.who) != meeting.day.only.end();
            if (candidate.state != rules::Candidate::State::winner || !attends) continue;
            const auto place = static_cast<std::size_t>(*candidate.prize);
            const bool prize = place < award.prize.size();
            Phrase line = say("agenda.awards.line", period, award.name, name_of(day.team, candidate.who));
            if (!candidate.nominations.empty())
                line = say("agenda.awards.reason", line, candidate.nominations.front()->text("reason"));
            else if (const auto* best = figures.find(award.best))
                line = say("agenda.awards.reason", line,
                           say("agenda.spaced", best->title, value_phrase(*best, candidate.value)));
            content.line(prize ? say("agenda.awards.prize", line, award.prize[place]) : line, Tone::good);
            content.data.push(Json::object()
                                  .set("award", award.id)
                                  .set("period", to_string(period))
                                  .set("who", id_of(day.team, candidate.who))
                                  .set("prize", prize ? Json{award.prize[place]} : Json{}));
        }
    }
    return content;
}

Content birthdays_month_content(const AgendaMeeting& meeting) {
    const auto& team = meeting.day.team;
    const auto month = month_period(month_of(meeting.day.date));
    std::vector<std::pair<Date, PersonId>> found;
    for (const auto person : team::everybody(team)) {
        if (!team[person].birthday) continue;
        const auto date = birthday_in(*team[person].birthday, year_of(meeting.day.date));
        if (month.contains(date) && team::employed(team[person], date)) found.emplace_back(date, person);
    }
    std::sort(found.begin(), found.end());
    Content content;
    for (const auto& [date, person] : found) {
        content.line(say("agenda.birthdays.on", name_of(team, person), date));
        content.data.push(Json::object().set("who", id_of(team, person)).set("date", to_string(date)));
    }
    return content;
}

Content documents_content(const AgendaMeeting& meeting) {
    Content content;
    for (const auto& document : meeting.sitting.series->documents) {
        Phrase line = verbatim(document.name);
        if (!document.summary.empty()) line = say("agenda.documents.summary", line, document.summary);
        content.line(document.asks.empty() ? line : say("agenda.documents.asks", line, document.asks));
        content.data.push(Json::object()
                              .set("document", document.name)
                              .set("summary", text_json(document.summary))
                              .set("asks", text_json(document.asks)));
    }
    return content;
}

}  // namespace teamctl::report
