#include "report/agenda/content.hpp"

#include <iterator>

namespace teamctl::report {

using team::Show;

void append(Content& content, Content more) {
    std::move(more.lines.begin(), more.lines.end(), std::back_inserter(content.lines));
    if (const auto* array = std::get_if<Json::Array>(&more.data.value())) {
        for (const auto& item : *array) content.data.push(item);
    }
}

Content content_of(const AgendaMeeting& meeting, Show show) {
    switch (show) {
        case Show::attendance:
            return attendance_content(meeting);
        case Show::yesterday:
            return yesterday_content(meeting);
        case Show::today:
            return today_content(meeting);
        case Show::tomorrow:
            return tomorrow_content(meeting);
        case Show::praise:
            return praise_content(meeting);
        case Show::topic:
            return topic_content(meeting);
        case Show::problems:
            return problems_content(meeting);
        case Show::overdue:
            return overdue_content(meeting);
        case Show::birthdays:
            return birthdays_content(meeting);
        case Show::announcements:
            return announcements_content(meeting);
        case Show::targets:
            return targets_content(meeting);
        case Show::standings:
            return standings_content(meeting);
        case Show::duty:
            return duty_content(meeting.everybody());
        case Show::checklists:
            return checklists_content(meeting);
        case Show::tickets:
            return tickets_content(meeting);
        case Show::reserve:
            return reserve_content(meeting);
        case Show::month:
            return month_content(meeting);
        case Show::plans:
            return plans_content(meeting);
        case Show::orders:
            return orders_content(meeting);
        case Show::awards:
            return awards_content(meeting);
        case Show::birthdays_month:
            return birthdays_month_content(meeting);
        case Show::documents:
            return documents_content(meeting);
        case Show::since_last:
            return since_last_content(meeting);
        case Show::nothing:
            break;
    }
    return {};
}

}  // namespace teamctl::report
