// The questions that several teams are asked at once.
#include "cli/teams/teams.hpp"
#include "cli/terminal/pager.hpp"
#include "report/summary.hpp"
#include "rules/look_back.hpp"
#include "store/disk.hpp"

namespace teamctl::cli {
namespace {

/// Makes the page of the answers, and tells what is wrong with the teams that gave none. Where none did,
/// there is no page.
template <class Answer, class NeedOf, class Ask, class Make>
Exit page_of_teams(Session& session, std::vector<TeamFolder>& folders, const Period& period,
                   const NeedOf& need_of, const Ask& ask, const Make& make) {
    TeamsRead read;
    const auto answers = [&] {
        const Working working{session.say(say("teams.working"))};
        return ask_teams<Answer>(session, folders, read, need_of, ask);
    }();
    if (!answers.empty()) {
        const bool full = session.flag("full");
        session.emit(make(report::TeamsPage{period, session.now(), read.left_out, full}, answers));
    }
    tell(session, read);
    return read.exit();
}

/// A month where nobody says. A folder in its place comes from a pattern without quotes.
std::optional<Period> month_asked_for(const Session& session) {
    std::error_code error;
    if (!session.argument(0).empty() && std::filesystem::is_directory(session.argument(0), error)) {
        session.refuse(say("cli.too_many", session.argument(0)), say("teams.like"));
        return std::nullopt;
    }
    return session.period(session.argument(0), month_period(month_of(session.now().date)));
}

/// A role or a kind of score may be known to some of the teams alone. On failure it has said why.
std::optional<std::string> metric_of_any(const Session& session, std::vector<TeamFolder>& folders,
                                         const std::string& name) {
    for (auto& folder : folders) {
        try {
            const auto found = session.metrics_like(folder.directory->rules().team, name);
            if (found.size() == 1) return found.front();
        } catch (const store::SystemError&) {
            continue;  // it is told when the team is read
        }
    }
    return session.metric(session.rules(), name);
}

}  // namespace

Exit summary_of_teams(Session& session) {
    auto folders = teams_asked_for(session);
    if (!folders) return Exit::usage;
    const auto period = month_asked_for(session);
    if (!period) return Exit::usage;
    const bool with_evidence = session.flag("full") || session.shape() == Shape::data;
    return page_of_teams<report::TeamSummary>(
        session, *folders, *period,
        [&](const team::Team& rules, Date today) { return report::summary_need(rules, *period, today); },
        [&](const rules::Context& context, const report::TeamLabel& label) {
            return report::summary_of_team(context, *period, label, with_evidence);
        },
        [](const report::TeamsPage& page, const std::vector<report::TeamSummary>& teams) {
            return report::summary_of_teams(page, teams);
        });
}

Exit standings_of_teams(Session& session) {
    auto folders = teams_asked_for(session);
    if (!folders) return Exit::usage;
    const auto period = month_asked_for(session);
    if (!period) return Exit::usage;
    const auto name = session.option("by").value_or("points");
    const auto by = metric_of_any(session, *folders, name);
    if (!by) return Exit::usage;
    return page_of_teams<report::TeamStandings>(
        session, *folders, *period,
        [&](const team::Team& rules, Date today) { return rules::look_back(rules, *period, *period, today); },
        [&](const rules::Context& context, const report::TeamLabel& label) {
            return report::standings_of_team(context, *period, label, *by);
        },
        [&](const report::TeamsPage& page, const std::vector<report::TeamStandings>& teams) {
            return report::standings_of_teams(page, *by, teams);
        });
}

Exit due_of_teams(Session& session, const report::DueOptions& options) {
    auto folders = teams_asked_for(session);
    if (!folders) return Exit::usage;
    if (session.shape() == Shape::events)
        return session.refuse(say("teams.no_events"), say("teams.one_team"));
    const auto period = session.period(session.argument(0), day_period(session.now().date), Lean::ahead);
    if (!period) return Exit::usage;
    if (period->from != period->to)
        return session.refuse(say("cli.one_day", session.argument(0)), say("cli.see_help_of", "due"));
    bool waits = false;
    const auto exit = page_of_teams<report::TeamDue>(
        session, *folders, *period,
        [&](const team::Team& rules, Date today) {
            return report::due_need(rules, period->from, options.days.value_or(0), today);
        },
        [&](const rules::Context& context, const report::TeamLabel& label) {
            return report::due_of_team(context, period->from, options, label);
        },
        [&](const report::TeamsPage& page, const std::vector<report::TeamDue>& teams) {
            for (const auto& team : teams) waits = waits || !team.items.empty();
            return report::due_of_teams(page, teams);
        });
    return exit == Exit::done && waits && session.flag("exit-code") ? Exit::act : exit;
}

Exit tickets_of_teams(Session& session) {
    auto folders = teams_asked_for(session);
    if (!folders) return Exit::usage;
    const auto asked = session.argument(0);
    const auto period =
        asked.empty() ? month_period(month_of(session.now().date)) : parse_period(asked, session.now().date);
    if (!period) return session.refuse(say("cli.bad_period", asked), say("teams.one_team"));
    return page_of_teams<report::TeamTickets>(
        session, *folders, *period, [&](const team::Team&, Date) { return rules::all_before(*period); },
        [&](const rules::Context& context, const report::TeamLabel& label) {
            return report::tickets_of_team(context, *period, label);
        },
        [](const report::TeamsPage& page, const std::vector<report::TeamTickets>& teams) {
            return report::tickets_of_teams(page, teams);
        });
}

}  // namespace teamctl::cli
