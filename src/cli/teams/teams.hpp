// The teams that --teams names (teamctl(1), SEVERAL TEAMS): found, read side by side, and asked one question.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/parallel.hpp"
#include "calendar/working_days.hpp"
#include "cli/session.hpp"
#include "report/teams.hpp"
#include "rules/context.hpp"
#include "store/disk.hpp"

namespace teamctl::cli {

/// One of the teams, before it is read.
struct TeamFolder {
    report::TeamLabel label;
    std::unique_ptr<store::Directory> directory;
};

/// `id` of the settings, else the name of the team's folder.
std::string id_of_team(const std::filesystem::path& root, const team::Settings& settings);

/// The teams of --teams in the order of their folders; language, zone and today are those of the first. On
/// failure it has said why.
std::optional<std::vector<TeamFolder>> teams_asked_for(Session& session);

/// What came of reading them. Of a team that cannot be used the problems are kept, in no figure.
struct TeamsRead {
    std::vector<report::TeamLabel> left_out;
    Diagnostics problems;
    Diagnostics of_records;        ///< of teams that can be used: what their figures leave out
    std::vector<Phrase> failures;  ///< of the system

    Exit exit() const;
};
/// Says what is wrong with the teams that are left out, and what the figures of the others leave out.
void tell(const Session& session, const TeamsRead& read);

/// One team's part of it.
struct TeamProblem {
    Diagnostics problems;
    Diagnostics of_records;  ///< also of a team that is read
    std::optional<Phrase> failure;
};
/// The team with what the question needs; nothing where it has errors.
std::optional<store::Loaded> read_team(TeamFolder& folder, const store::Need& need, TeamProblem& problem);
void leave_out(TeamsRead& read, const report::TeamLabel& label, const TeamProblem& problem);
void keep_of_records(TeamsRead& read, const report::TeamLabel& label, const TeamProblem& problem);

/// Asks each team, several at once; the answers in the order of the teams, of those that are sound.
/// `need(rules, today)` and `ask(context, label)` are called on several threads.
template <class Answer, class NeedOf, class Ask>
std::vector<Answer> ask_teams(const Session& session, std::vector<TeamFolder>& folders, TeamsRead& read,
                              const NeedOf& need_of, const Ask& ask) {
    std::vector<std::optional<Answer>> answers(folders.size());
    std::vector<TeamProblem> problems(folders.size());
    const auto one = [&](std::size_t i) {
        auto& folder = folders[i];
        const auto now = session.now_in(folder.directory->settings().timezone);
        const auto loaded = read_team(folder, need_of(folder.directory->rules().team, now.date), problems[i]);
        if (!loaded) return;
        const calendar::WorkingDays days{loaded->team};
        answers[i] = ask(rules::Context{loaded->team, days, now}, folder.label);
    };
    in_parts(
        folders.size(),
        [&](std::size_t from, std::size_t to) {
            for (std::size_t i = from; i < to; ++i) {
                try {
                    one(i);
                } catch (const store::SystemError& error) {
                    problems[i].failure = error.phrase();
                }
                folders[i].directory.reset();
            }
        },
        1);
    std::vector<Answer> sound;
    for (std::size_t i = 0; i < folders.size(); ++i) {
        keep_of_records(read, folders[i].label, problems[i]);
        if (answers[i])
            sound.push_back(std::move(*answers[i]));
        else
            leave_out(read, folders[i].label, problems[i]);
    }
    return sound;
}

Exit summary_of_teams(Session& session);
Exit standings_of_teams(Session& session);
Exit due_of_teams(Session& session, const report::DueOptions& options);
Exit tickets_of_teams(Session& session);
Exit site_of_teams(Session& session);

/// The option, the same for each command that has it.
inline constexpr OptionSpec teams_option{"teams",
                                         "DIRS",
                                         "一起看多个团队：各团队的目录，如 'teams/*'",
                                         "several teams at once: their directories, such as 'teams/*'",
                                         0,
                                         true,
                                         Completes::directory};

}  // namespace teamctl::cli
