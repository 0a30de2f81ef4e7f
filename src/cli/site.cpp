#include "cli/site.hpp"

#include <algorithm>

#include "base/parallel.hpp"
#include "base/text.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "cli/teams/teams.hpp"
#include "cli/terminal/pager.hpp"
#include "cli/version.hpp"
#include "render/render.hpp"
#include "report/site.hpp"
#include "store/closings/closing_file.hpp"
#include "store/team_file.hpp"

namespace teamctl::cli {
namespace {

namespace fs = std::filesystem;

/// `../` as often as the page lies below the top.
std::string way_up(const std::string& path) {
    std::string up;
    for (auto count = std::ranges::count(path, '/'); count > 0; --count) up += "../";
    return up;
}

/// The first page of a section that is asked for without a month: this month's, or the last before it.
const report::SitePage* entry_of(const report::Site& site, const std::string& section, Month today) {
    const report::SitePage* best = nullptr;
    for (const auto& page : site.pages()) {
        if (page.section != section || !page.month || page.path.find(section + "/") != 0) continue;
        if (best == nullptr || *page.month <= today) best = &page;
    }
    return best;
}

/// The bar is the same on all pages, but for which of it is the page's.
std::vector<render::Links::Entry> bar_of(const report::Site& site, const std::string& path,
                                         const std::string& section, Month today) {
    std::vector<render::Links::Entry> bar;
    for (const auto& [name, key] :
         std::initializer_list<std::pair<std::string, std::string_view>>{{"index.html", "site.today"},
                                                                         {"agenda.html", "site.agenda"},
                                                                         {"due.html", "site.due"},
                                                                         {"calendar", "site.calendar"},
                                                                         {"rota", "site.rota"},
                                                                         {"people.html", "site.people"},
                                                                         {"summary", "site.summary"},
                                                                         {"standings", "site.standings"},
                                                                         {"awards", "site.awards"},
                                                                         {"tickets", "site.tickets"},
                                                                         {"assets.html", "site.assets"},
                                                                         {"checklists", "site.checklists"},
                                                                         {"records", "site.records"}}) {
        const auto* entry = entry_of(site, name, today);
        const auto target = entry != nullptr ? entry->path : name;
        if (site.has(target)) bar.push_back({say(key), way_up(path) + target, section == name});
    }
    return bar;
}

render::Links links_of(const report::Site& site, const report::SitePage& page, const std::string& source,
                       Month today) {
    render::Links links;
    const auto up = way_up(page.path);
    links.bar = bar_of(site, page.path, page.section, today);
    links.search = up + "search.html";
    // The same page of the other months lies under the same name in their place.
    if (page.month && !page.who)
        for (const auto& other : site.pages())
            if (other.month && other.kind.key == page.kind.key && !other.who &&
                (other.path.find("figures/") != 0 || other.path.substr(15) == page.path.substr(15)))
                links.beside.push_back({say("site.month", *other.month), up + other.path, &other == &page});
    links.of = [&site, &page, source, up](const Table& table, const std::vector<Cell>& row,
                                          std::size_t column, bool is_footer) {
        const auto target = site.target(page, table, row, column, is_footer, source);
        return target.empty() || target.find("://") != std::string::npos ? target : up + target;
    };
    links.of_metric = [&site, &page, up](const std::string& metric) {
        const auto target = site.metric_target(page, metric);
        return target.empty() ? target : up + target;
    };
    links.of_person = [&site, up](const std::string& who) {
        const auto target = site.person_target(who);
        return target.empty() ? target : up + target;
    };
    return links;
}

}  // namespace

Period last_year(Date today) {
    const Date first = add_months(month_period(month_of(today)).from, -11);
    return {first, month_period(month_of(today)).to, Period::Unit::range};
}

std::string site_made_of(const Session& session, const fs::path& root, Moment now, const Period& period) {
    return store::digest_of(joined(
        {store::digest_of_team(root), std::string{version()}, std::string{session.words().code()},
         to_string(now.date), to_string(now.time), to_string(period), session.flag("phones") ? "phones" : ""},
        "\n"));
}

Pages site_pages(const Session& session, const rules::Context& context, const Period& period) {
    const report::Site site{context, period, {session.flag("phones")}, session.words()};
    const auto& source = context.team.settings.site_source;
    const auto& all = site.pages();
    const Month today = month_of(context.now.date);
    Pages pages(all.size());
    const Phrase records = session.with_source({}).source;
    in_parts(all.size(), [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            auto part = all[i].make();
            part.report.source = records;
            auto links = links_of(site, all[i], source, today);
            links.anchors = part.anchors;
            pages[i] = {all[i].path, render::linked_html(part.report, session.words(), links)};
        }
    });
    std::vector<render::Found> entries;
    for (const auto& page : all)
        if (!page.kind.empty()) entries.push_back({page.kind, page.title, page.path});
    render::Links links;
    links.bar = bar_of(site, "search.html", {}, today);
    pages.push_back(
        {"search.html", render::search_html(say("site.search"), entries, session.words(), links)});
    return pages;
}

static Exit run_site(Session& session) {
    if (session.option("teams")) return site_of_teams(session);
    if (const auto exit = session.enter()) return *exit;
    const auto period = session.period(session.argument(1), last_year(session.now().date));
    if (!period) return Exit::usage;
    const fs::path folder{session.argument(0)};
    if (store::is_in_team_folder(folder))
        return session.refuse(say("site.in_team", folder.string()), say("site.other_folder"));
    store::PublishedFolder published{folder};
    if (!published.is_ours())
        return session.refuse(say("site.not_ours", folder.string()), say("site.other_folder"));
    const auto made_of = site_made_of(session, session.root(), session.now(), *period);
    if (published.is_current(made_of)) {
        session.note(say("site.as_it_is", folder.string()));
        return Exit::done;
    }
    const auto loaded = session.load(report::site_need(*period, session.now().date));
    if (!loaded) return Exit::files;
    const calendar::WorkingDays days{loaded->team};
    const auto pages = [&] {
        const Working working{session.say(say("site.working"))};
        return site_pages(session, {loaded->team, days, session.now()}, *period);
    }();
    const auto done = published.write(pages, made_of);
    session.note(
        say("site.done", pages.size(), done.written, done.removed, (folder / "index.html").string()));
    return Exit::done;
}

CommandSpec site_command() {
    return {"site",
            "整个团队的网页，互相链接，每个数都能点到记录",
            "the whole team as pages that link to each other, every figure to its records",
            {{"DIR", true, false, "写到哪个文件夹", "the folder to write", Completes::directory},
             {"PERIOD", false, false, "哪些月份，默认最近十二个月", "which months; default: the last twelve",
              Completes::period}},
            {teams_option, {"phones", "", "也写电话和邮箱", "telephone and email too"}},
            {},
            run_site};
}

}  // namespace teamctl::cli
