// Agenda items about figures: targets, standings, the month to date.
#include "report/agenda_content.hpp"

namespace teamctl::report {

Content targets_content(const MeetingPage&) {
    return {};
}

Content standings_content(const MeetingPage&) {
    return {};
}

Content month_content(const MeetingPage&) {
    return {};
}

}  // namespace teamctl::report
