#include "report/leave.hpp"

#include "report/naming.hpp"
#include "team/people.hpp"
#include "waiting/fallen.hpp"

namespace teamctl::report {
namespace {

using waiting::FallenTurn;

Phrase span_text(Date from, Date to) {
    return from == to ? say("leave.day", from) : say("leave.days", from, to);
}

/// The command that gives the turn to somebody else.
std::string swap_command(const team::Team& team, const FallenTurn& turn) {
    return "teamctl swap " + to_string(turn.when.date) + " " + team[turn.when.series].id + " " +
           turn.role->name + " …";
}

ListItem turn_item(const team::Team& team, const FallenTurn& turn) {
    const auto& series = team[turn.when.series].name;
    const auto role = role_title(turn.role->name);
    if (turn.stand_in)
        return {
            say("leave.steps_in", turn.when.date, series, role, name_of(team, turn.stand_in)), {}, {}, {}};
    return {say("leave.nobody", turn.when.date, series, role, swap_command(team, turn)), Tone::warn, {}, {}};
}

/// `王丽 12月3日至4日年假。12月3日晨会主持由李强代。`
Phrase sentence(const team::Team& team, const std::vector<const team::Leave*>& lines,
                const std::vector<FallenTurn>& turns) {
    const auto& first = *lines.front();
    const Date last = lines.back()->to;
    const Phrase span =
        first.from == last ? say("leave.tell_day", first.from) : say("leave.tell_days", first.from, last);
    const Phrase away = say("leave.tell", name_of(team, first.who), span, leave_title(first));
    std::vector<Phrase> parts;
    for (const auto& turn : turns) {
        const auto& series = team[turn.when.series].name;
        const auto role = role_title(turn.role->name);
        parts.push_back(turn.stand_in
                            ? say("leave.tell_in", turn.when.date, series, role, name_of(team, turn.stand_in))
                            : say("leave.tell_open", turn.when.date, series, role));
    }
    return parts.empty() ? away : say("leave.tell_turns", away, clauses(std::move(parts)));
}

}  // namespace

LeaveReport leave_report(const rules::Context& context, const std::vector<const team::Leave*>& lines) {
    LeaveReport made;
    const auto& team = context.team;
    if (lines.empty()) return made;
    std::vector<FallenTurn> turns;
    for (const auto* line : lines) {
        for (auto& turn : waiting::fallen_turns(team, context.days, *line, context.now.date))
            turns.push_back(turn);
    }
    auto& report = made.report;
    const auto& first = *lines.front();
    report.name = "leave";
    report.year = year_of(first.from);
    report.made = context.now.date;
    report.title = say("leave.title", name_of(team, first.who), span_text(first.from, lines.back()->to),
                       leave_title(first));
    report.add(Heading{1, report.title});
    auto at = Json::array();
    std::vector<Phrase> places;
    for (const auto* line : lines) {
        at.push(file_and_line(team, line->origin));
        places.push_back(verbatim(file_and_line(team, line->origin)));
    }
    report.add(Paragraph{say("leave.written", listed(std::move(places))), Tone::muted});
    auto data = Json::array();
    List list;
    for (const auto& turn : turns) {
        made.unfilled = made.unfilled || !turn.stand_in;
        list.items.push_back(turn_item(team, turn));
        data.push(Json::object()
                      .set("date", to_string(turn.when.date))
                      .set("series", team[turn.when.series].id)
                      .set("role", turn.role->name)
                      .set("stand_in", id_of(team, turn.stand_in)));
    }
    if (list.items.empty()) {
        report.add(Paragraph{say("leave.no_turns"), Tone::good});
    } else {
        report.add(Heading{2, say("leave.turns")});
        report.add(std::move(list));
    }
    const auto tell = sentence(team, lines, turns);
    report.add(Heading{2, say("leave.for_the_group")});
    report.add(Paragraph{tell, {}});
    report.data = Json::object()
                      .set("who", id_of(team, first.who))
                      .set("from", to_string(first.from))
                      .set("to", to_string(lines.back()->to))
                      .set("kind", leave_kind(first.kind))
                      .set("at", std::move(at))
                      .set("turns", std::move(data));
    return made;
}

}  // namespace teamctl::report
