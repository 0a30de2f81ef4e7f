// What an item of an agenda shows (`show:`): lines to read out, and the same as data.
#pragma once

#include <optional>
#include <vector>

#include "base/json.hpp"
#include "base/report.hpp"
#include "report/agenda/day.hpp"

namespace teamctl::report {

struct Content {
    std::vector<ListItem> lines;
    Json data = Json::array();

    bool empty() const { return lines.empty(); }
    void line(Phrase text, Tone tone = Tone::plain, std::optional<bool> ticked = {}) {
        lines.push_back({std::move(text), tone, ticked, {}});
    }
};

/// One meeting of the day and its neighbours in time.
struct MeetingPage {
    const AgendaDay& day;
    const Sitting& sitting;
    std::optional<calendar::Occurrence> previous;
    std::optional<calendar::Occurrence> next;

    bool shows(team::Show show) const;
};

/// How far a meeting without an occurrence before it looks back.
inline constexpr Days first_reach{7};

MeetingPage meeting_page(const AgendaDay& day, const Sitting& sitting);

/// The content of one item. Empty where there is nothing to say.
Content content_of(const MeetingPage& page, team::Show show);

// One function a kind of content, in agenda_*.cpp.
Content attendance_content(const MeetingPage& page);     // D3.2
Content yesterday_content(const MeetingPage& page);      // D1.1
Content praise_content(const MeetingPage& page);         // D1.32
Content topic_content(const MeetingPage& page);          // D1.2, D1.8
Content problems_content(const MeetingPage& page);       // D1.8
Content overdue_content(const MeetingPage& page);        // D13.3
Content birthdays_content(const MeetingPage& page);      // D1.10
Content announcements_content(const MeetingPage& page);  // D1.11
Content targets_content(const MeetingPage& page);        // D9.2
Content standings_content(const MeetingPage& page);      // D14.7
/// Who is on duty that day, in all rotas or in one.
Content duty_content(const AgendaDay& day, std::optional<team::SeriesId> only = {});
Content checklists_content(const MeetingPage& page);  // D4.2
Content tickets_content(const MeetingPage& page);     // D12.1
Content reserve_content(const MeetingPage& page);     // D1.19, D1.20
Content today_content(const MeetingPage& page);
Content tomorrow_content(const MeetingPage& page);
Content month_content(const MeetingPage& page);  // D3.3

/// Records since the meeting sat last: from its start then to its start now, a day without a time of day
/// counted whole.
std::vector<const team::Record*> records_since_last(const MeetingPage& page, std::string_view kind);

/// The checklists of the days before that nobody did, or that found something.
Content past_checks(const AgendaDay& day);

/// Lines and data of `more` after those of `content`.
void append(Content& content, Content more);

/// `张伟×2、李强`
Phrase counts_by_person(const team::Team& team, const std::vector<team::PersonId>& people);

}  // namespace teamctl::report
