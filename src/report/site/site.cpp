#include "report/site.hpp"

#include <algorithm>

#include "base/period.hpp"
#include "report/agenda.hpp"
#include "report/asset.hpp"
#include "report/award.hpp"
#include "report/calendar.hpp"
#include "report/checklist.hpp"
#include "report/due.hpp"
#include "report/now.hpp"
#include "report/person.hpp"
#include "report/records.hpp"
#include "report/roster.hpp"
#include "report/site/parts.hpp"
#include "report/standings.hpp"
#include "report/summary.hpp"
#include "report/ticket.hpp"
#include "rules/figures/awards.hpp"
#include "rules/look_back.hpp"
#include "rules/work/entities.hpp"

namespace teamctl::report {
namespace {

/// Every month of the period.
std::vector<Month> months_of(const Period& period) {
    std::vector<Month> months;
    for (Month month = month_of(period.from); month <= month_of(period.to); month += std::chrono::months{1})
        months.push_back(month);
    return months;
}

std::string page_path(std::string_view section, std::string_view name) {
    return std::string{section} + "/" + std::string{name} + ".html";
}

std::string raw_of(const std::vector<Cell>& row, std::size_t column) {
    return column < row.size() ? row[column].raw : std::string{};
}

std::optional<std::size_t> column_of(const Table& table, std::string_view id) {
    const auto found = std::ranges::find(table.columns, id, &Column::id);
    if (found == table.columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - table.columns.begin());
}

/// What the cell says where it is a text of its own, as ids are.
std::string text_of_cell(const std::vector<Cell>& row, std::size_t column, const Translator& words) {
    if (column >= row.size()) return {};
    if (!row[column].raw.empty()) return row[column].raw;
    const auto* phrase = std::get_if<Phrase>(&row[column].value);
    return phrase == nullptr ? std::string{} : words.say(*phrase);
}

}  // namespace

store::Need site_need(const Period& period, Date today) {
    const Date last = std::max({period.to, today, add_months(today, 1)});
    return rules::all_before({std::min(period.from, today) - rules::checked_days, last, Period::Unit::range});
}

Site::Site(const rules::Context& context, const Period& period, const SiteOptions& options,
           const Translator& words)
    : context_{context}, words_{words} {
    for (const auto& metric : rules::metrics(context.team)) metrics_.insert(metric.name);
    add({"index.html", "index.html", {}, say("site.today"), {}, {}, [this] {
             return SitePart{now_report(context_.team, context_.days, context_.now)};
         }});
    add({"agenda.html", "agenda.html", {}, say("site.agenda"), {}, {}, [this] {
             return SitePart{agenda_report(context_.team, context_.days, day_period(context_.now.date),
                                           context_.now, {})};
         }});
    add({"due.html", "due.html", {}, say("site.due"), {}, {}, [this] {
             DueOptions page;
             page.for_page = true;
             return SitePart{
                 due_report(context_.team, context_.days, context_.now.date, context_.now, page).report};
         }});
    add_people(options);
    add_things();
    add_months(period);
}

void Site::add(SitePage page) {
    paths_.insert(page.path);
    pages_.push_back(std::move(page));
}

void Site::add_people(const SiteOptions& options) {
    const auto& team = context_.team;
    add({"people.html", "people.html", {}, say("site.people"), {}, {}, [this] {
             return SitePart{roster_report(context_.team, context_.now.date)};
         }});
    for (std::size_t i = 0; i < team.people.size(); ++i) {
        const team::PersonId who{static_cast<std::int32_t>(i)};
        const auto month = month_of(context_.now.date);
        add({page_path("people", team[who].id), "people.html", say("site.person"), verbatim(team[who].name),
             month, who, [this, who, month, phones = options.phones] {
                 return SitePart{person_report(context_, who, month_period(month), {phones, true})};
             }});
    }
}

void Site::add_things() {
    const auto& team = context_.team;
    if (!team.assets.empty())
        add({"assets.html", "assets.html", {}, say("site.assets"), {}, {}, [this] {
                 return SitePart{asset_register(context_, {})};
             }});
    for (std::size_t i = 0; i < team.assets.size(); ++i) {
        const team::AssetId id{static_cast<std::int32_t>(i)};
        add({page_path("assets", team[id].id),
             "assets.html",
             say("site.asset"),
             verbatim(team[id].name),
             {},
             {},
             [this, id] { return SitePart{asset_card(context_, id)}; }});
    }
    const auto entities = rules::entities_at(team, context_.now);
    for (const auto& ticket : entities.tickets) {
        const std::string id{ticket.opened->text("id")};
        add({page_path("tickets", id),
             "tickets",
             say("site.ticket"),
             verbatim(id + " " + std::string{ticket.opened->text("text")}),
             {},
             {},
             [this, id] {
                 const auto known = rules::entities_at(context_.team, context_.now);
                 return SitePart{ticket_story(context_, *known.tickets.find(id))};
             }});
    }
}

void Site::add_months(const Period& period) {
    const auto& team = context_.team;
    const bool tickets =
        std::ranges::any_of(team.records, [](const auto& record) { return record.is("ticket"); });
    std::set<Month> told;  // months that some file tells of
    for (const auto& record : team.records) told.insert(month_of(record.date));
    for (const auto& line : team.plan) told.insert(month_of(line.date));
    // phrase keys: site.*
    for (const auto month : months_of(period)) {
        if (!told.contains(month) && month != month_of(context_.now.date)) continue;
        const auto whole = month_period(month);
        const auto name = to_string(month);
        const auto add_month = [&](std::string_view section, std::function<Report()> make) {
            add({page_path(section, name),
                 std::string{section},
                 say("site." + std::string{section}),
                 say("site.of_month", whole),
                 month,
                 {},
                 [make = std::move(make)] { return SitePart{make()}; }});
        };
        add_month("calendar", [this, whole] {
            return calendar_report(context_.team, context_.days, whole, context_.now);
        });
        add_month("rota", [this, whole] { return plan_page(context_, whole); });
        if (whole.from > context_.now.date) continue;
        add_month("summary", [this, whole] { return summary_report(context_, whole); });
        add_month("standings", [this, whole] { return standings_report(context_, whole, {}, "points"); });
        if (!team.awards.empty())
            add_month("awards", [this, whole] {
                std::vector<AwardAsk> asks;
                const Date day = std::min(whole.to, context_.now.date);
                for (std::size_t i = 0; i < context_.team.awards.size(); ++i)
                    asks.push_back({team::AwardId{static_cast<std::int32_t>(i)},
                                    rules::award_period(context_.team.awards[i], day)});
                return award_page(context_, asks).report;
            });
        if (tickets) add_month("tickets", [this, whole] { return ticket_list(context_, whole); });
        if (!team.checklists.empty())
            add_month("checklists", [this, whole] {
                return checklist_report(context_.team, context_.days, whole, context_.now);
            });
        add_month("records", [this, whole] {
            RecordsQuery query;
            query.period = whole;
            return records_report(context_.team, query);
        });
        add_explained(month);
    }
}

void Site::add_explained(Month month) {
    for (const auto& metric : rules::metrics(context_.team))
        add({page_path("figures/" + to_string(month), metric.name),
             "summary",
             say("site.figure"),
             say("site.figure_of", metric.title, month_period(month)),
             month,
             {},
             [this, month, name = metric.name] {
                 const auto known = rules::metrics(context_.team);
                 return figure_page(context_, month_period(month),
                                    *std::ranges::find(known, name, &rules::Metric::name));
             }});
}

std::string Site::figure_target(const SitePage& page, const std::string& metric,
                                const std::string& who) const {
    if (!page.month || !metrics_.contains(metric)) return {};
    const auto path = page_path("figures/" + to_string(*page.month), metric);
    if (!has(path)) return {};
    const std::string whose = !who.empty() ? who : page.who ? context_.team[page.who].id : std::string{};
    return whose.empty() ? path : path + "#" + whose;
}

std::string Site::person_target(const std::string& who) const {
    const auto path = page_path("people", who);
    return has(path) ? path : std::string{};
}

std::string Site::target(const SitePage& page, const Table& table, const std::vector<Cell>& row,
                         std::size_t column, bool is_footer, const std::string& source) const {
    const auto& of = table.columns[column];
    const auto page_of = [&](std::string_view section) {
        const auto id = text_of_cell(row, column, words_);
        const auto path = id.empty() ? std::string{} : page_path(section, id);
        return path != page.path && has(path) ? path : std::string{};
    };
    if (of.type == ColumnType::person) return raw_of(row, column).empty() ? std::string{} : page_of("people");
    if (of.type == ColumnType::place) {
        if (source.empty()) return {};
        const auto text = text_of_cell(row, column, words_);
        const auto colon = text.rfind(':');
        return colon == std::string::npos
                   ? text
                   : source + "/" + text.substr(0, colon) + "#L" + text.substr(colon + 1);
    }
    if (of.id == "id" || of.id == "ticket" || of.id == "asset") {
        const auto ticket = page_of("tickets");
        return ticket.empty() ? page_of("assets") : ticket;
    }
    std::string who;
    if (!is_footer)
        for (std::size_t i = 0; i < table.columns.size() && who.empty(); ++i)
            if (table.columns[i].type == ColumnType::person) who = raw_of(row, i);
    if (const auto named = column_of(table, "metric"); named && (of.id == "value" || of.id == "now"))
        return figure_target(page, raw_of(row, *named), who);
    // Beside a text a figure is that of the text: of one reason, one target.
    const auto is_text = [](const Column& other) { return other.type == ColumnType::text; };
    if (std::ranges::any_of(table.columns, is_text)) return {};
    return is_footer || !who.empty() || page.who ? figure_target(page, of.id, who) : std::string{};
}

}  // namespace teamctl::report
