#include "report/events.hpp"

#include <fmt/format.h>

#include <cstdint>

#include "report/naming.hpp"

namespace teamctl::report {
namespace {

constexpr int day_minutes = 24 * 60;

/// A short name for the team that is the same on every run (FNV-1a).
std::string digest(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return fmt::format("{:016x}", hash);
}

template <class Map>
auto found(const Map& map, const calendar::Occurrence& occurrence) {
    const auto at = map.find({occurrence.series, occurrence.date});
    return at != map.end() ? at->second : nullptr;
}

/// 主持：张伟；主讲：陈静；专题：异议处理（演练）
Phrase planned(const team::Team& team, const team::PlanLine& line) {
    std::vector<Phrase> parts;
    for (const auto& role : line.roles) {
        const auto& name = team[line.series].roles[static_cast<std::size_t>(role.role)].name;
        parts.push_back(say("agenda.role", role_title(name), names_of(team, role.who)));
    }
    if (!line.topic.empty())
        parts.push_back(line.format.empty() ? say("agenda.tomorrow.topic", line.topic)
                                            : say("agenda.tomorrow.topic_format", line.topic, line.format));
    return parts.empty() ? Phrase{} : clauses(std::move(parts));
}

}  // namespace

std::string uid_domain(const team::Team& team) {
    const auto& settings = team.settings;
    return digest(settings.id.empty() ? settings.team : settings.id) + ".teamctl";
}

Events::Events(const team::Team& team, const std::vector<team::PlanLine>& plan)
    : team_{team}, domain_{uid_domain(team)} {
    for (const auto& line : plan) lines_[{line.series, line.date}] = &line;
    for (const auto& record : team.records) {
        if (!record.is("cancel")) continue;
        if (const auto* meeting = record.get<team::SeriesId>("meeting"))
            cancels_[{*meeting, record.date}] = &record;
    }
}

const team::Record* Events::cancelled(const calendar::Occurrence& occurrence) const {
    return found(cancels_, occurrence);
}

Phrase Events::told(const calendar::Occurrence& occurrence) const {
    if (const auto* cancel = cancelled(occurrence)) {
        const auto reason = cancel->text("reason");
        return reason.empty() ? Phrase{} : say("agenda.cancelled_because", reason);
    }
    const auto* line = found(lines_, occurrence);
    return line != nullptr ? planned(team_, *line) : Phrase{};
}

Event Events::of(const calendar::Occurrence& occurrence) const {
    const auto& series = team_[occurrence.series];
    Event event;
    // A phone that holds the event knows it by this name: it stays though the team moves to another zone.
    event.uid = fmt::format("{}-{}@{}", series.id, to_string(occurrence.local_date), domain_);
    event.date = occurrence.date;
    if (const auto span = calendar::time_span(team_, occurrence)) {
        event.start = span->start;
        event.end = span->end;
    } else {
        event.days = std::max(1, (series.when.minutes + day_minutes - 1) / day_minutes);
    }
    event.summary = verbatim(series.name);
    event.description = told(occurrence);
    event.place = series.place;
    event.cancelled = cancelled(occurrence) != nullptr;
    return event;
}

}  // namespace teamctl::report
