// iCalendar files: every VEVENT becomes a meeting, its rule kept as it is (RFC 5545). What a meeting of ours
// cannot say is named.
#include <algorithm>
#include <map>

#include "intake/ics_meeting.hpp"
#include "intake/readers.hpp"

namespace teamctl::intake {
namespace {

/// The events of one UID: the series, and what stands in the place of some of its occurrences.
struct Group {
    const IcsEvent* series = nullptr;
    std::vector<const IcsEvent*> instead;
};

void doubt(Intake& intake, const IcsEvent& event, std::string cell, Phrase why) {
    intake.doubts.push_back({event.line, 0, event.summary, std::move(cell), {}, std::move(why)});
}

/// In the order of the file. Of two versions of a series the later one counts.
std::vector<Group> grouped(const IcsFile& file, Intake& intake) {
    std::vector<Group> groups;
    std::map<std::string, std::size_t> by_uid;
    const auto group_of = [&](const IcsEvent& event) -> Group& {
        if (event.uid.empty()) return groups.emplace_back();
        const auto [at, is_new] = by_uid.emplace(event.uid, groups.size());
        return is_new ? groups.emplace_back() : groups[at->second];
    };
    for (const auto& event : file.events) {
        auto& group = group_of(event);
        if (event.instead_of) {
            group.instead.push_back(&event);
            continue;
        }
        const auto* older = group.series;
        group.series = &event;
        if (older == nullptr) continue;
        if (event.sequence < older->sequence) std::swap(older, group.series);
        doubt(intake, *older, older->uid, say("import.older_version", group.series->line));
    }
    return groups;
}

}  // namespace

Intake read_ics(const Request& request, const team::Team& team, const calendar::WorkingDays& days) {
    Intake intake;
    const auto file = read_ics_file(request.bytes);
    if (!file.problem.empty()) {
        intake.problem = file.problem;
        return intake;
    }
    IcsZones zones{file.calendar.get(), team.settings.timezone};
    for (const auto& group : grouped(file, intake)) {
        if (group.series != nullptr) {
            const bool taken = add_event(*group.series, group.instead, {team, days, zones}, intake);
            if (taken || group.series->cancelled) continue;
        }
        // Single occurrences without their series stand for themselves.
        for (const auto* event : group.instead) add_event(*event, {}, {team, days, zones}, intake);
    }
    for (const auto& other : file.others)
        intake.doubts.push_back({other.line, 0, other.summary, other.kind, {}, say("import.not_an_event")});
    intake.facts.emplace_back(say("import.taken"), Cell{static_cast<std::int64_t>(intake.files.size())});
    return intake;
}

}  // namespace teamctl::intake
