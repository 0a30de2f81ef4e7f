#include "report/roster.hpp"
#include "rules/look_back.hpp"

#include <algorithm>
#include <span>

#include "base/text.hpp"
#include "check/check.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "entry/roster_edit.hpp"
#include "report/leaver.hpp"
#include "report/person.hpp"
#include "store/rewrite.hpp"
#include "team/files.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

using entry::RosterValue;

constexpr std::string_view actions[]{"add", "change", "leaves"};

/// The words from that argument on as keys and values; on a wrong one it has said why.
std::optional<std::vector<RosterValue>> take_values(const Session& session, const team::Team& team,
                                                    const std::vector<team::KeySpec>& keys,
                                                    std::size_t first) {
    std::vector<RosterValue> values;
    const auto& words = session.invocation().arguments;
    for (std::size_t i = first; i < words.size(); ++i) {
        const auto read = entry::roster_value(team, keys, words[i], session.now().date);
        if (const auto* refusal = std::get_if<entry::Refusal>(&read)) {
            session.refuse(refusal->what, refusal->hint);
            return std::nullopt;
        }
        const auto& value = std::get<RosterValue>(read);
        if (std::ranges::find(values, value.key, &RosterValue::key) != values.end()) {
            session.refuse(say("roster.key_twice", value.key), say("check.keep_one"));
            return std::nullopt;
        }
        values.push_back(value);
    }
    return values;
}

const RosterValue* value_of(const std::vector<RosterValue>& values, std::string_view key) {
    const auto found = std::ranges::find(values, key, &RosterValue::key);
    return found != values.end() ? &*found : nullptr;
}

/// `roster.yaml:12`, and the line as it stands there.
void show_line(const Session& session, const store::Loaded& changed, const team::Origin& origin,
               std::initializer_list<std::string_view> keys = {}) {
    const auto place = changed.place(origin, keys);
    session.write(session.within_terminal(place.file + ":" + std::to_string(place.mark.line) + ": " +
                                          made_harmless(trimmed(place.excerpt))) +
                  "\n");
}

using Edit = std::function<std::optional<std::string>(const yaml::Document* roster)>;

/// Writes the roster; on failure it has said why.
Exit write_roster(const Session& session, const std::string& path, const Edit& edit,
                  const std::function<void(const store::Loaded& changed)>& announce) {
    const auto make = [&](const yaml::Document* roster, Diagnostics& diagnostics) {
        auto text = edit(roster);
        if (!text)
            diagnostics.error("odd-layout", {path, {}, {}, 0}, say("roster.cannot_edit"),
                              say("roster.edit_by_hand"));
        return text;
    };
    Diagnostics diagnostics;
    const auto check = [](const store::Loaded& changed, Diagnostics& found) {
        check::errors_of(changed, found);
    };
    const bool written = store::rewrite(session.root(), {}, {{path, make}}, check, diagnostics, announce);
    session.show(diagnostics);
    return written ? Exit::done : Exit::usage;
}

/// Where people are added: the last file that has some, else roster.yaml.
std::string file_for_people(const store::Loaded& loaded) {
    std::string path = "roster.yaml";
    for (const auto& source : loaded.sources) {
        if (source.kind == team::FileKind::roster && source.document->root().get("people").size() > 0)
            path = source.path;
    }
    return path;
}

Exit add_person(const Session& session, const store::Loaded& loaded) {
    const std::string name{trimmed(session.argument(1))};
    if (name.empty())
        return session.refuse(say("roster.who_is_added"),
                              say("check.write_like", "teamctl roster add 王丽 unit=sales"));
    const auto given = take_values(session, loaded.team, team::person_keys(), 2);
    if (!given) return Exit::usage;
    std::vector<RosterValue> values;
    const auto* id = value_of(*given, "id");
    values.push_back(id != nullptr
                         ? *id
                         : RosterValue{"id", yaml::quoted_scalar(entry::new_person_id(loaded.team, name))});
    values.push_back({"name", yaml::quoted_scalar(name)});
    for (const auto& value : *given) {
        if (value.key == "name")
            return session.refuse(say("roster.key_twice", "name"), say("check.keep_one"));
        if (value.key != "id") values.push_back(value);
    }
    // Who is new owes nothing of the days before.
    if (value_of(*given, "joined") == nullptr) values.push_back({"joined", to_string(session.now().date)});
    const auto edit = [&](const yaml::Document* roster) { return entry::with_person(roster, values); };
    const auto& before = loaded.team.people;
    const auto exit = write_roster(session, file_for_people(loaded), edit, [&](const store::Loaded& changed) {
        for (const auto& person : changed.team.people) {
            if (std::ranges::find(before, person.id, &team::Person::id) != before.end()) continue;
            show_line(session, changed, person.origin);
            if (person.joined)
                session.write(session.say(say("roster.added", name, person.id, *person.joined)) + "\n");
        }
    });
    const auto same = std::ranges::find(before, name, &team::Person::name);
    if (exit == Exit::done && same != before.end()) session.note(say("roster.same_name", name, same->id));
    return exit;
}

Exit change_person(const Session& session, const store::Loaded& loaded) {
    const auto who = session.person(loaded, session.argument(1));
    if (!who) return Exit::usage;
    auto values = take_values(session, loaded.team, team::change_keys(), 2);
    if (!values) return Exit::usage;
    const auto from = std::ranges::find(*values, "from", &RosterValue::key);
    if (from == values->end())
        return session.refuse(say("roster.change_needs_from"), say("check.write_like", "from=2026-12-01"));
    if (values->size() == 1)
        return session.refuse(say("check.change_says_nothing"),
                              say("check.write_like", "skills=host,lecturer"));
    std::rotate(values->begin(), from, from + 1);
    const auto& person = loaded.team[*who];
    const auto edit = [&](const yaml::Document* roster) {
        return roster != nullptr ? entry::with_change(*roster, person.id, *values) : std::nullopt;
    };
    const Date date = *parse_date(values->front().value);
    const auto exit =
        write_roster(session, loaded.team.files[person.origin.file], edit, [&](const store::Loaded& changed) {
            const auto& now = changed.team[*who];
            const auto change = std::ranges::find(now.changes, date, &team::Change::from);
            show_line(session, changed, change->origin);
            session.write(
                session.say(say("roster.changed", now.name, report::change_text(changed.team, *change))) +
                "\n");
        });
    if (exit == Exit::done && date < session.now().date) session.note(say("roster.change_past", date));
    return exit;
}

Exit person_leaves(const Session& session, const store::Loaded& loaded) {
    const auto who = session.person(loaded, session.argument(1));
    if (!who) return Exit::usage;
    if (session.argument(2).empty())
        return session.refuse(say("roster.leaves_when"), say("check.write_like", "2026-12-31"));
    const auto day = session.period(session.argument(2), day_period(session.now().date), Lean::ahead);
    if (!day) return Exit::usage;
    if (day->from != day->to)
        return session.refuse(say("cli.one_day", session.argument(2)), say("cli.see_help_of", "roster"));
    const auto& person = loaded.team[*who];
    const std::vector<RosterValue> values{{"left", to_string(day->from)}};
    const auto edit = [&](const yaml::Document* roster) {
        return roster != nullptr ? entry::with_values(*roster, person.id, values) : std::nullopt;
    };
    // What is open is looked up before: it takes all records.
    const Date today = session.now().date;
    const auto plans = rules::plans_around(day_period(today), day->from + rules::settled_days);
    auto all = session.load(rules::look_back(session.rules(), plans, day_period(today), today));
    if (!all) return Exit::files;
    all->team.people[static_cast<std::size_t>(who->index)].left = day->from;
    const calendar::WorkingDays days{all->team};
    const auto open = report::leaver_report({all->team, days, session.now()}, *who);
    Exit shown = Exit::done;
    const auto exit =
        write_roster(session, loaded.team.files[person.origin.file], edit, [&](const store::Loaded& changed) {
            show_line(session, changed, changed.team[*who].origin, {"left"});
            shown = session.emit(open.report);
        });
    if (exit == Exit::done && person.left && *person.left != day->from)
        session.note(say("roster.left_instead", person.name, *person.left));
    if (exit != Exit::done || shown != Exit::done) return exit != Exit::done ? exit : shown;
    return open.anything ? Exit::act : Exit::done;
}

Exit run_roster(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto action = session.argument(0);
    if (!action.empty() && std::ranges::find(actions, action) == std::end(actions))
        return session.refuse_unknown("roster.action", action, {"add", "change", "leaves"});
    const auto loaded = session.load({});
    if (!loaded) return Exit::files;
    const bool on_one_page = session.shape() == Shape::text && !session.flag("full");
    if (action.empty())
        return session.emit(report::roster_report(loaded->team, session.now().date, on_one_page));
    if (action == "add") return add_person(session, *loaded);
    if (session.argument(1).empty())
        return session.refuse(say("roster.whom"), say("cli.see_help_of", "roster"));
    return action == "change" ? change_person(session, *loaded) : person_leaves(session, *loaded);
}

}  // namespace

CommandSpec roster_command() {
    return {"roster",
            "组织架构：单位、人、谁管谁；加人、变动、离职",
            "the organisation: units, people, who leads whom; joining, changes, leaving",
            {{"ACTION", false, false, "add 加人，change 变动，leaves 离职；不写则显示",
              "add, change or leaves; without: show it", Completes::choice, "add change leaves"},
             {"WHO", false, false, "谁", "who", Completes::person},
             {"WORD", false, true, "key=value；离职时是最后一天", "key=value; the last day of who leaves",
              Completes::roster_key}},
            {{"full", "", "全部列出，不限一页", "everything, not only one page"}},
            {Shape::markdown, Shape::page, Shape::data, Shape::table},
            run_roster};
}

}  // namespace teamctl::cli
