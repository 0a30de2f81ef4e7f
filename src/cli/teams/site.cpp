// `site` over several teams: a folder of pages for each, and above them a page of all teams for each month,
// whose figures lead to the teams' own.
#include "report/site.hpp"

#include <algorithm>
#include <set>

#include "cli/site.hpp"
#include "cli/teams/teams.hpp"
#include "cli/terminal/pager.hpp"
#include "render/render.hpp"
#include "report/summary.hpp"
#include "store/closings/closing_file.hpp"
#include "store/team_file.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

std::vector<Month> months_in(const Period& period) {
    std::vector<Month> months;
    for (Month month = month_of(period.from); month <= month_of(period.to); month += std::chrono::months{1})
        months.push_back(month);
    return months;
}

/// What the pages above the teams say of one of them.
struct TeamOverview {
    std::vector<report::TeamSummary> months;
    report::TeamDue due;
};

/// The folder of a team's pages: its id, where that is a name that a folder may have.
std::string folder_name(const report::TeamLabel& label) {
    std::string name = label.id;
    std::ranges::replace_if(
        name, [](char c) { return c == '/' || c == '\\' || c == ':' || static_cast<unsigned char>(c) < ' '; },
        '-');
    if (name.starts_with('.')) name.front() = '-';
    return name;
}

std::string month_page(Month month, Month shown) {
    return month == shown ? "index.html" : to_string(month) + ".html";
}

/// Makes the pages of one team, where they are not as they should be; nothing where its files have errors.
struct TeamPages {
    store::PublishedFolder published;
    std::size_t pages = 0;
    store::PublishedFolder::Done done = {};
};
bool publish_team(const Session& session, const report::TeamLabel& label, const Period& period,
                  TeamPages& pages, TeamsRead& read) {
    TeamFolder folder{label, std::make_unique<store::Directory>(fs::path{label.folder})};
    const auto now = session.now_in(folder.directory->settings().timezone);
    const auto made_of = site_made_of(session, label.folder, now, period);
    if (pages.published.is_current(made_of)) return true;
    TeamProblem problem;
    const auto loaded = read_team(folder, report::site_need(period, now.date), problem);
    if (!loaded) {
        leave_out(read, label, problem);
        return false;
    }
    keep_of_records(read, label, problem);
    const calendar::WorkingDays days{loaded->team};
    const auto made = site_pages(session, {loaded->team, days, now}, period);
    pages.pages = made.size();
    pages.done = pages.published.write(made, made_of);
    return true;
}

/// Where a cell of the page of all teams leads: a name to the team's first page, a figure to that of the
/// figure.
std::string target_in(const std::vector<std::pair<std::string, TeamPages*>>& teams, Month month,
                      const Table& table, const std::vector<Cell>& row, std::size_t column) {
    const auto found = std::ranges::find(teams, row.front().raw, [](const auto& one) { return one.first; });
    if (found == teams.end()) return {};
    const auto& published = found->second->published;
    const auto& id = table.columns[column].id;
    const std::string path = id == "team"              ? "index.html"
                             : table.id == "due_teams" ? "due.html"
                             : id == "people"          ? "people.html"
                                                       : "figures/" + to_string(month) + "/" + id + ".html";
    return published.holds(path) ? folder_name({row.front().raw, {}, {}}) + "/" + path : std::string{};
}

struct Overview {
    const Session& session;
    const Period& period;
    const std::vector<TeamOverview>& teams;
    const std::vector<std::pair<std::string, TeamPages*>>& published;
    const std::vector<report::TeamLabel>& left_out;
};

/// The page of all teams of one month; that of this month, or the last one, says what waits, too.
store::PublishedFolder::Page overview_page(const Overview& all, std::size_t place, Month shown) {
    const auto months = months_in(all.period);
    const auto month = months[place];
    const auto now = all.session.now();
    std::vector<report::TeamSummary> summaries;
    std::vector<report::TeamDue> due;
    for (const auto& team : all.teams) {
        summaries.push_back(team.months[place]);
        due.push_back(team.due);
    }
    auto report = report::summary_of_teams({month_period(month), now, all.left_out, true}, summaries);
    if (month == shown) {
        auto waiting = report::due_of_teams({day_period(now.date), now, {}, false}, due);
        for (auto& block : waiting.blocks) {
            if (auto* table = std::get_if<Table>(&block)) table->id = "due_" + table->id;
            report.blocks.push_back(std::move(block));
        }
    }
    render::Links links;
    for (const auto other : months)
        links.bar.push_back({say("site.month", other), month_page(other, shown), other == month});
    links.of = [&all, month](const Table& table, const std::vector<Cell>& row, std::size_t column, bool) {
        return target_in(all.published, month, table, row, column);
    };
    return {month_page(month, shown), render::linked_html(report, all.session.words(), links)};
}

/// Folders of teams that are no longer asked for stay; they are told, since whoever made them may still want
/// them.
void tell_old(const Session& session, const fs::path& folder, const std::set<std::string>& names) {
    for (const auto& name : store::list_directory(folder)) {
        if (!names.contains(name) && fs::exists(folder / name / store::PublishedFolder::list_name))
            session.note(say("teams.old_pages", (folder / name).string()));
    }
}

/// Whether every folder may be written; else it has said which one not.
bool all_ours(const Session& session, const fs::path& top, const std::vector<TeamFolder>& folders) {
    std::set<std::string> names;
    std::vector<fs::path> paths{top};
    for (const auto& folder : folders) paths.push_back(top / folder_name(folder.label));
    for (const auto& path : paths) {
        if (names.insert(path.string()).second && store::PublishedFolder{path}.is_ours()) continue;
        session.refuse(say("site.not_ours", path.string()), say("site.other_folder"));
        return false;
    }
    return true;
}

std::vector<TeamOverview> overviews(Session& session, std::vector<TeamFolder>& folders, const Period& period,
                                    TeamsRead& read) {
    return ask_teams<TeamOverview>(
        session, folders, read,
        [&](const team::Team&, Date today) { return report::site_need(period, today); },
        [&](const rules::Context& context, const report::TeamLabel& label) {
            TeamOverview overview{{}, report::due_of_team(context, context.now.date, {}, label)};
            for (const auto month : months_in(period))
                overview.months.push_back(
                    report::summary_of_team(context, month_period(month), label, false));
            return overview;
        });
}

}  // namespace

Exit site_of_teams(Session& session) {
    auto folders = teams_asked_for(session);
    if (!folders) return Exit::usage;
    const auto period = session.period(session.argument(1), last_year(session.now().date));
    if (!period) return Exit::usage;
    const fs::path top{session.argument(0)};
    if (store::is_in_team_folder(top))
        return session.refuse(say("site.in_team", top.string()), say("site.other_folder"));
    if (!all_ours(session, top, *folders)) return Exit::usage;
    std::set<std::string> names;
    for (const auto& folder : *folders) names.insert(folder_name(folder.label));
    TeamsRead read;
    const Working working{session.say(say("site.working"))};
    auto teams = overviews(session, *folders, *period, read);
    if (!teams.empty()) store::PublishedFolder{top}.claim();
    std::vector<TeamPages> pages;
    pages.reserve(teams.size());
    std::vector<std::pair<std::string, TeamPages*>> published;
    std::size_t written = 0;
    std::size_t removed = 0;
    std::erase_if(teams, [&](const TeamOverview& team) {
        const auto& label = team.due.team;
        auto& own = pages.emplace_back(TeamPages{store::PublishedFolder{top / folder_name(label)}});
        if (!publish_team(session, label, *period, own, read)) return true;
        written += own.done.written;
        removed += own.done.removed;
        published.emplace_back(label.id, &own);
        return false;
    });
    if (!teams.empty()) {
        const auto months = months_in(*period);
        const auto shown = std::min(std::max(month_of(session.now().date), months.front()), months.back());
        const Overview all{session, *period, teams, published, read.left_out};
        Pages above;
        for (std::size_t i = 0; i < months.size(); ++i) above.push_back(overview_page(all, i, shown));
        const auto done = store::PublishedFolder{top}.write(above, store::digest_of(""));
        session.note(say("teams.site_done", teams.size(), written + done.written, removed + done.removed,
                         (top / "index.html").string()));
        tell_old(session, top, names);
    }
    tell(session, read);
    return read.exit();
}

}  // namespace teamctl::cli
