#include "report/agenda/content.hpp"

#include <algorithm>

namespace teamctl::report {

using team::Show;

bool MeetingPage::shows(Show show) const {
    const auto& agenda = sitting.series->agenda;
    return std::any_of(agenda.begin(), agenda.end(), [&](const auto& item) { return item.show == show; });
}

MeetingPage meeting_page(const AgendaDay& day, const Sitting& sitting) {
    return {day, sitting, previous_occurrence(day, sitting.when),
            next_occurrence(day, sitting.when.series, sitting.when.date)};
}

void append(Content& content, Content more) {
    std::move(more.lines.begin(), more.lines.end(), std::back_inserter(content.lines));
    if (const auto* array = std::get_if<Json::Array>(&more.data.value())) {
        for (const auto& item : *array) content.data.push(item);
    }
}

Content content_of(const MeetingPage& page, Show show) {
    switch (show) {
        case Show::attendance:
            return attendance_content(page);
        case Show::yesterday:
            return yesterday_content(page);
        case Show::today:
            return today_content(page);
        case Show::tomorrow:
            return tomorrow_content(page);
        case Show::praise:
            return praise_content(page);
        case Show::topic:
            return topic_content(page);
        case Show::problems:
            return problems_content(page);
        case Show::overdue:
            return overdue_content(page);
        case Show::birthdays:
            return birthdays_content(page);
        case Show::announcements:
            return announcements_content(page);
        case Show::targets:
            return targets_content(page);
        case Show::standings:
            return standings_content(page);
        case Show::duty:
            return duty_content(page.day);
        case Show::checklists:
            return checklists_content(page);
        case Show::tickets:
            return tickets_content(page);
        case Show::reserve:
            return reserve_content(page);
        case Show::month:
            return month_content(page);
        case Show::nothing:
            break;
    }
    return {};
}

}  // namespace teamctl::report
