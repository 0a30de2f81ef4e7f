// What an item of an agenda shows (`show:`): lines to read out, and the same as data.
#pragma once

#include <optional>
#include <vector>

#include "base/json.hpp"
#include "base/report.hpp"
#include "waiting/meeting.hpp"

namespace teamctl::report {

using waiting::AgendaDay;
using waiting::AgendaMeeting;

struct Content {
    std::vector<ListItem> lines;
    Json data = Json::array();

    bool empty() const { return lines.empty(); }
    void line(Phrase text, Tone tone = Tone::plain, std::optional<bool> ticked = {}) {
        lines.push_back({std::move(text), tone, ticked, {}});
    }
};

/// The content of one item. Empty where there is nothing to say.
Content content_of(const AgendaMeeting& meeting, team::Show show);

// One function a kind of content.
Content attendance_content(const AgendaMeeting& meeting);     // D3.2
Content yesterday_content(const AgendaMeeting& meeting);      // D1.1
Content since_last_content(const AgendaMeeting& meeting);     // D3.3
Content praise_content(const AgendaMeeting& meeting);         // D1.32
Content topic_content(const AgendaMeeting& meeting);          // D1.2, D1.8
Content problems_content(const AgendaMeeting& meeting);       // D1.8
Content overdue_content(const AgendaMeeting& meeting);        // D13.3
Content birthdays_content(const AgendaMeeting& meeting);      // D1.10
Content announcements_content(const AgendaMeeting& meeting);  // D1.11
Content targets_content(const AgendaMeeting& meeting);        // D9.2
Content standings_content(const AgendaMeeting& meeting);      // D14.7
/// Who is on duty that day, in all rotas or in one.
Content duty_content(const AgendaDay& day, std::optional<team::SeriesId> only = {});
Content checklists_content(const AgendaMeeting& meeting);  // D4.2
Content tickets_content(const AgendaMeeting& meeting);     // D12.1
Content reserve_content(const AgendaMeeting& meeting);     // D1.19, D1.20
Content today_content(const AgendaMeeting& meeting);
Content tomorrow_content(const AgendaMeeting& meeting);
Content month_content(const AgendaMeeting& meeting);            // D3.3
Content plans_content(const AgendaMeeting& meeting);            // D18.1
Content orders_content(const AgendaMeeting& meeting);           // D3.7
Content awards_content(const AgendaMeeting& meeting);           // D14.6
Content birthdays_month_content(const AgendaMeeting& meeting);  // D1.10
Content documents_content(const AgendaMeeting& meeting);        // D1.27

/// The checklists of the days before that nobody did, or that found something.
Content past_checks(const AgendaDay& day);

/// Lines and data of `more` after those of `content`.
void append(Content& content, Content more);

/// `张伟×2、李强`
Phrase counts_by_person(const team::Team& team, const std::vector<team::PersonId>& people);

}  // namespace teamctl::report
