// Several teams on one page (teamctl(1), SEVERAL TEAMS): what each team adds, as values that outlive its
// files, and the pages made of them. Each figure is the one that the team's own page shows, and leads to the
// lines that it comes from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/report.hpp"
#include "report/due/parts.hpp"
#include "rules/context.hpp"
#include "rules/figures/standings.hpp"
#include "rules/scope/tickets.hpp"

namespace teamctl::report {

/// One of several teams.
struct TeamLabel {
    std::string id;  ///< `id` of its settings, else the name of its folder
    std::string name;
    std::string folder;         ///< as it was asked for: where the paths of its files begin
    std::string currency = {};  ///< of its settings: amounts of two currencies make no sum
};

/// What all pages over several teams say.
struct TeamsPage {
    Period period;
    Moment now;
    std::vector<TeamLabel> left_out;  ///< teams whose files have errors: named, and part of no figure
    bool full = false;                ///< everything, not only what comes first
};

/// A line of a file of a team, the team's folder before it.
struct TeamPlace {
    std::string file;
    std::uint32_t line = 0;
};

/// One step of a figure's arithmetic.
struct TeamEvidence {
    Date date{};
    std::string who;  ///< a name; empty: the team's
    Ratio part;
    std::int64_t base = 0;
    TeamPlace at;
};

/// A metric of one team: its sums, which add up over teams where its value does not.
struct TeamFigure {
    std::string name;
    Phrase title;
    rules::Measure unit = rules::Measure::count;
    bool in_fen = false;  ///< as rules::Metric has it
    rules::Sum sum;
    rules::Value value;
    std::vector<TeamEvidence> evidence;  ///< where it was asked for
};

struct TeamSummary {
    TeamLabel team;
    std::size_t people = 0;  ///< employed in the period
    std::vector<TeamFigure> figures;
};
TeamSummary summary_of_team(const rules::Context& context, const Period& period, const TeamLabel& label,
                            bool with_evidence);
Report summary_of_teams(const TeamsPage& page, const std::vector<TeamSummary>& teams);

/// Somebody in the ranking over all teams.
struct TeamStanding {
    rules::Standing standing;
    std::string who;  ///< the id
    std::string name;
    std::vector<TeamPlace> from;  ///< the lines behind the value
};
struct TeamStandings {
    TeamLabel team;
    bool knows = false;  ///< whether the metric is one of the team's
    Phrase title;
    rules::Measure unit = rules::Measure::count;
    bool less_is_better = false;
    std::vector<TeamStanding> people;
};
TeamStandings standings_of_team(const rules::Context& context, const Period& period, const TeamLabel& label,
                                std::string_view by);
/// The metric is known to one team at least. Who belongs to a team without it is not ranked.
Report standings_of_teams(const TeamsPage& page, std::string_view by,
                          const std::vector<TeamStandings>& teams);

/// One thing that waits.
struct TeamDueItem {
    waiting::DueState state = waiting::DueState::undated;
    Urgency urgency;  ///< the higher, the sooner
    Phrase line;
    Tone tone = Tone::plain;
    std::vector<Cell> row;  ///< as the CSV of `due` has it
    std::optional<TeamPlace> at;
    Json json;
};
struct TeamDue {
    TeamLabel team;
    std::vector<TeamDueItem> items;
};
TeamDue due_of_team(const rules::Context& context, Date date, const DueOptions& options,
                    const TeamLabel& label);
Report due_of_teams(const TeamsPage& page, const std::vector<TeamDue>& teams);

struct TeamTicket {
    bool open = false;
    bool late = false;
    std::optional<Moment> due;
    std::vector<Cell> row;  ///< as the table of `ticket` has it
    TeamPlace at;           ///< where it was opened
    Json json;
};
struct TeamTickets {
    TeamLabel team;
    std::int64_t open = 0;
    std::int64_t closed = 0;
    std::int64_t late = 0;
    rules::TicketSums sums;
    std::vector<TeamTicket> tickets;
};
TeamTickets tickets_of_team(const rules::Context& context, const Period& period, const TeamLabel& label);
Report tickets_of_teams(const TeamsPage& page, const std::vector<TeamTickets>& teams);

}  // namespace teamctl::report
