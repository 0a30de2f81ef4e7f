#include "report/leave.hpp"

#include <algorithm>

#include "report/naming.hpp"
#include "report/schedule.hpp"
#include "team/files.hpp"
#include "team/people.hpp"
#include "waiting/fallen.hpp"

namespace teamctl::report {
namespace {

using waiting::FallenTurn;

Phrase span_text(Date from, Date to) {
    return from == to ? say("leave.day", from) : say("leave.days", from, to);
}

/// The command that gives the turn to somebody else.
std::string swap_command(Date date, const team::Series& series, const team::Role& role) {
    return "teamctl swap " + to_string(date) + " " + series.id + " " + role.name + " …";
}

std::string swap_command(const team::Team& team, const FallenTurn& turn) {
    return swap_command(turn.when.date, team[turn.when.series], *turn.role);
}

/// `pinned`: the repair left it, so the plan says what to do.
ListItem turn_item(const team::Team& team, const FallenTurn& turn, bool pinned) {
    const auto& series = team[turn.when.series].name;
    const auto role = role_title(turn.role->name);
    if (turn.stand_in && pinned)
        return {say("leave.pinned_steps_in", turn.when.date, series, role, name_of(team, turn.stand_in),
                    swap_command(team, turn)),
                {},
                {},
                {}};
    if (turn.stand_in)
        return {
            say("leave.steps_in", turn.when.date, series, role, name_of(team, turn.stand_in)), {}, {}, {}};
    return {say(pinned ? "leave.pinned_nobody" : "leave.nobody", turn.when.date, series, role,
                swap_command(team, turn), to_string(turn.when.date)),
            Tone::warn,
            {},
            {}};
}

Phrase now_has(const team::Team& team, Date date, const team::Series& series, const std::string& role,
               team::PersonId who) {
    return who ? say("leave.tell_in", date, series.name, role_title(role), name_of(team, who))
               : say("leave.tell_open", date, series.name, role_title(role));
}

/// `王丽 12月3日至4日年假。12月3日晨会主持由李强代。`
Phrase sentence(const team::Team& team, const std::vector<const team::Leave*>& lines,
                const std::vector<FallenTurn>& turns, const std::vector<rota::Change>& changes) {
    const auto& first = *lines.front();
    const Date last = lines.back()->to;
    const Phrase span =
        first.from == last ? say("leave.tell_day", first.from) : say("leave.tell_days", first.from, last);
    const Phrase away = say("leave.tell", name_of(team, first.who), span, leave_title(first));
    std::vector<Phrase> parts;
    for (const auto& change : changes) {
        const auto& series = team[change.series];
        const auto& role = series.roles[static_cast<std::size_t>(change.role)].name;
        parts.push_back(now_has(team, change.date, series, role, change.after));
    }
    for (const auto& turn : turns)
        parts.push_back(
            now_has(team, turn.when.date, team[turn.when.series], turn.role->name, turn.stand_in));
    return parts.empty() ? away : say("leave.tell_turns", away, clauses(std::move(parts)));
}

/// The file of the line, and of each month's plan that changed.
void add_places(const team::Team& team, const std::vector<const team::Leave*>& lines,
                const std::vector<rota::Change>& changes, LeaveReport& made) {
    auto at = Json::array();
    std::vector<Phrase> places;
    std::vector<std::string> plans;
    for (const auto* line : lines) {
        at.push(file_and_line(team, line->origin));
        places.push_back(verbatim(file_and_line(team, line->origin)));
    }
    for (const auto& change : changes) {
        auto path = team::plan_path(month_of(change.date));
        if (std::ranges::find(plans, path) != plans.end()) continue;
        places.push_back(verbatim(path));
        plans.push_back(std::move(path));
    }
    made.report.add(Paragraph{say("leave.written", listed(std::move(places))), Tone::muted});
    made.report.data.set("at", std::move(at));
}

void add_changes(const team::Team& team, const std::vector<rota::Change>& changes, LeaveReport& made) {
    auto data = Json::array();
    List list;
    for (const auto& change : changes) {
        made.unfilled = made.unfilled || !change.after;
        const auto& series = team[change.series];
        const auto& role = series.roles[static_cast<std::size_t>(change.role)];
        const auto text = takes_over(team, change);
        list.items.push_back(
            change.after
                ? ListItem{text, Tone::plain, {}, {}}
                : ListItem{
                      say("leave.fill", text, swap_command(change.date, series, role)), Tone::warn, {}, {}});
        data.push(Json::object()
                      .set("date", to_string(change.date))
                      .set("series", series.id)
                      .set("role", role.name)
                      .set("before", id_of(team, change.before))
                      .set("after", id_of(team, change.after)));
    }
    made.report.data.set("changes", std::move(data));
    if (list.items.empty()) return;
    made.report.add(Heading{2, say("leave.changes")});
    made.report.add(std::move(list));
}

/// That no turn falls; where the person has one in the other half of the day, which it is.
void add_no_turns(const rules::Context& context, const team::Leave& leave, LeaveReport& made) {
    std::vector<Phrase> others;
    if (leave.half != team::Half::none) {
        for (const auto& turn : waiting::turns_on(context.team, context.days, leave.who, leave.from)) {
            const auto& series = context.team[turn.when.series].name;
            const auto role = role_title(turn.role->name);
            others.push_back(turn.when.start ? say("leave.turn_at", series, role, *turn.when.start)
                                             : say("leave.turn", series, role));
        }
    }
    made.report.add(Paragraph{
        others.empty() ? say("leave.no_turns") : say("leave.not_in_half", listed(std::move(others))),
        Tone::good});
}

void add_turns(const rules::Context& context, const team::Leave& leave, const std::vector<FallenTurn>& turns,
               bool repaired, bool none_changed, LeaveReport& made) {
    const auto& team = context.team;
    auto data = Json::array();
    List list;
    for (const auto& turn : turns) {
        made.unfilled = made.unfilled || !turn.stand_in;
        list.items.push_back(turn_item(team, turn, repaired));
        data.push(Json::object()
                      .set("date", to_string(turn.when.date))
                      .set("series", team[turn.when.series].id)
                      .set("role", turn.role->name)
                      .set("stand_in", id_of(team, turn.stand_in)));
    }
    made.report.data.set("turns", std::move(data));
    if (!list.items.empty()) {
        made.report.add(Heading{2, say(repaired ? "leave.turns_left" : "leave.turns")});
        made.report.add(std::move(list));
    } else if (none_changed) {
        add_no_turns(context, leave, made);
    }
}

}  // namespace

LeaveReport leave_report(const rules::Context& context, const std::vector<const team::Leave*>& lines,
                         const rota::Plan* repaired) {
    LeaveReport made;
    const auto& team = context.team;
    if (lines.empty()) return made;
    std::vector<FallenTurn> turns;
    for (const auto* line : lines) {
        for (auto& turn : waiting::fallen_turns(team, context.days, *line, context.now.date))
            turns.push_back(turn);
    }
    const auto changes = repaired != nullptr ? repaired->changes : std::vector<rota::Change>{};
    auto& report = made.report;
    const auto& first = *lines.front();
    report.name = "leave";
    report.year = year_of(first.from);
    report.made = context.now.date;
    report.title = say("leave.title", name_of(team, first.who), span_text(first.from, lines.back()->to),
                       leave_title(first));
    report.data = Json::object()
                      .set("who", id_of(team, first.who))
                      .set("from", to_string(first.from))
                      .set("to", to_string(lines.back()->to))
                      .set("kind", leave_kind(first.kind));
    report.add(Heading{1, report.title});
    add_places(team, lines, changes, made);
    if (repaired != nullptr) add_changes(team, changes, made);
    add_turns(context, first, turns, repaired != nullptr, changes.empty(), made);
    report.add(Heading{2, say("leave.for_the_group")});
    report.add(Paragraph{sentence(team, lines, turns, changes), {}});
    return made;
}

}  // namespace teamctl::report
