// A person's card: who it is, what the roster says, what lies ahead.
#include <algorithm>

#include "base/text.hpp"
#include "report/person.hpp"
#include "report/person/page.hpp"
#include "report/roster.hpp"
#include "team/known_roles.hpp"
#include "team/people.hpp"
#include "waiting/person.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;

/// How many turns ahead are named.
constexpr std::size_t turns_ahead = 12;

void fact(Facts& facts, std::string_view key, Cell value) {
    facts.rows.emplace_back(say(key), std::move(value));
}
void text_fact(Facts& facts, std::string_view key, const std::string& text) {
    if (!text.empty()) fact(facts, key, Cell{text});
}
void people_fact(Facts& facts, const team::Team& team, std::string_view key,
                 const std::vector<PersonId>& people) {
    if (!people.empty()) fact(facts, key, Cell{names_of(team, people)});
}

Phrase tenure(const team::Person& who, Date today) {
    if (today < *who.joined) return say("person.joins_in", (*who.joined - today).count());
    const auto [months, days] = waiting::tenure_of(who, today);
    if (months == 0) return say("person.tenure_days", days);
    return months < 12 ? say("person.tenure_months", months) : say("person.tenure", months / 12, months % 12);
}

Phrase weekdays_of(const std::vector<Weekday>& works) {
    std::vector<Phrase> days;
    for (const auto weekday : works) days.push_back(Phrase{{}, {weekday}});
    return listed(std::move(days));
}

}  // namespace

static std::string number_of(Ratio share) {
    auto text = decimals(share, 4);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

Phrase change_text(const team::Team& team, const team::Change& change) {
    std::vector<Phrase> parts;
    const auto& terms = change.terms;
    const auto tell = [&](std::string_view key, std::string_view title, Phrase value) {
        if (std::ranges::find(change.keys, key) != change.keys.end())
            parts.push_back(say("person.change_part", say(title), std::move(value)));
    };
    std::vector<Phrase> skills;
    for (const auto& skill : terms.skills) skills.push_back(role_title(skill));
    const Phrase nothing = say("person.nothing");
    tell("unit", "person.unit", terms.unit ? verbatim(team[terms.unit].name) : nothing);
    tell("position", "person.position", terms.position.empty() ? nothing : verbatim(terms.position));
    tell("level", "person.level", level_title(terms.level));
    tell("reports_to", "person.reports_to",
         terms.reports_to.empty() ? nothing : names_of(team, terms.reports_to));
    tell("skills", "person.skills", skills.empty() ? nothing : listed(std::move(skills)));
    tell("works", "person.works", terms.works.empty() ? say("person.every_day") : weekdays_of(terms.works));
    tell("share", "person.share", verbatim(number_of(terms.share)));
    return say("person.change", change.from, clauses(std::move(parts)));
}

namespace {

void add_changes(PersonPage& page) {
    List list;
    auto data = Json::array();
    for (const auto& change : page.who().changes) {
        list.items.push_back({change_text(page.team(), change),
                              change.from <= page.as_of() ? Tone::muted : Tone::plain,
                              {},
                              {}});
        auto keys = Json::array();
        for (const auto key : change.keys) keys.push(key);
        data.push(Json::object().set("from", to_string(change.from)).set("keys", std::move(keys)));
    }
    page.section(say("person.changes"), std::move(list));
    page.data.set("changes", std::move(data));
}

void facts_json(PersonPage& page, bool contact) {
    const auto& team = page.team();
    const auto& who = page.who();
    const auto& terms = page.terms();
    auto skills = Json::array();
    for (const auto& skill : terms.skills) skills.push(skill);
    auto works = Json::array();
    for (const auto weekday : terms.works) works.push(to_string(weekday));
    page.data.set("id", who.id)
        .set("name", who.name)
        .set("unit", terms.unit ? Json{team[terms.unit].id} : Json{})
        .set("position", text_json(terms.position))
        .set("level", text_json(level_name(team::level_of(team, page.person, page.as_of()))))
        .set("reports_to", id_of(team, team::reports_to(team, page.person, page.as_of())))
        .set("dotted_lines", ids_of(team, dotted_lines(who, page.as_of())))
        .set("direct_reports", ids_of(team, direct_reports(team, page.person, page.as_of())))
        .set("mentor", id_of(team, who.mentor))
        .set("mentees", ids_of(team, mentees(team, page.person, page.today())))
        .set("pairs", ids_of(team, partners(team, page.person)))
        .set("joined", date_json(who.joined))
        .set("left", date_json(who.left))
        .set("birthday", who.birthday ? Json{to_string(Birthday{who.birthday->day, {}})} : Json{})
        .set("skills", std::move(skills))
        .set("works", std::move(works))
        .set("share", JsonDecimal{terms.share, 2})
        .set("territory", text_json(who.territory));
    if (contact) page.data.set("phone", text_json(who.phone)).set("email", text_json(who.email));
}

void add_duties(PersonPage& page) {
    auto data = Json::array();
    List list;
    for (const auto& position : page.team().positions) {
        if (position.name != page.terms().position) continue;
        for (const auto& duty : position.duties) {
            list.items.push_back({verbatim(duty), {}, {}, {}});
            data.push(duty);
        }
    }
    page.section(say("person.duties"), std::move(list));
    page.data.set("duties", std::move(data));
}

void add_credentials(PersonPage& page) {
    auto data = Json::array();
    List list;
    for (const auto& credential : page.who().credentials) {
        using Kind = waiting::PaperState::Kind;
        static constexpr std::string_view names[]{"valid", "expiring", "expired"};
        static constexpr Tone tones[]{Tone::plain, Tone::warn, Tone::bad};
        const auto [kind, rest] = waiting::paper_state(credential, page.today());
        const auto place = static_cast<std::size_t>(kind);
        ListItem item{verbatim(credential.type), tones[place], {}, {}};
        if (credential.expires) {
            const Date last = *credential.expires;
            item.text = kind == Kind::expired    ? say("person.credential_expired", credential.type, last)
                        : rest == 0              ? say("person.credential_today", credential.type)
                        : kind == Kind::expiring ? say("person.credential_soon", credential.type, last, rest)
                                                 : say("person.credential", credential.type, last);
        }
        data.push(Json::object()
                      .set("type", credential.type)
                      .set("expires", date_json(credential.expires))
                      .set("state", names[place]));
        list.items.push_back(std::move(item));
    }
    for (const auto& lacking : waiting::lacking_papers(page.team(), page.person, page.today())) {
        list.items.push_back({say("person.credential_lacking", lacking.type), Tone::bad, {}, {}});
        data.push(Json::object().set("type", lacking.type).set("expires", Json{}).set("state", "missing"));
    }
    page.section(say("person.credentials"), std::move(list));
    page.data.set("credentials", std::move(data));
}

Phrase leave_text(const PersonPage& page, const team::Leave& leave) {
    const Phrase kind = leave_title(leave);
    if (!leave.when)
        return leave.from == leave.to ? say("person.leave_one", leave.from, kind)
                                      : say("person.leave_many", leave.from, leave.to, kind);
    constexpr std::size_t most = 6;
    std::vector<Phrase> parts;
    const auto days = waiting::recurring_days(leave, page.period, page.today());
    for (std::size_t i = 0; i < std::min(most, days.size()); ++i) parts.push_back(Phrase{{}, {days[i]}});
    return days.size() > most ? say("person.leave_more_days", listed(std::move(parts)), days.size(), kind)
                              : say("person.leave_days", listed(std::move(parts)), kind);
}

Json leave_json(const PersonPage& page, const team::Leave& leave) {
    auto entry = Json::object();
    if (leave.when) {
        auto dates = Json::array();
        for (const auto date : waiting::recurring_days(leave, page.period, page.today()))
            dates.push(to_string(date));
        entry.set("dates", std::move(dates));
    } else {
        entry.set("from", to_string(leave.from)).set("to", to_string(leave.to));
    }
    entry.set("kind", leave_kind(leave.kind));
    if (leave.half != team::Half::none) entry.set("half", leave.half == team::Half::am ? "am" : "pm");
    return entry;
}

/// Of the period, and all that is still to come.
void add_leave(PersonPage& page) {
    const auto shown = waiting::leave_shown(page.team(), page.person, page.period, page.today());
    auto data = Json::array();
    List list;
    for (const auto* leave : shown) {
        list.items.push_back(
            {leave_text(page, *leave), leave->to < page.today() ? Tone::muted : Tone::plain, {}, {}});
        data.push(leave_json(page, *leave));
    }
    page.section(say("person.leave"), std::move(list));
    page.data.set("leave", std::move(data));
}

/// From today on, as the published plans have them.
void add_turns(PersonPage& page) {
    auto data = Json::array();
    List list;
    for (const auto& [line, role] : waiting::turns_from(page.team(), page.person, page.today())) {
        const auto& series = page.team()[line->series];
        data.push(Json::object()
                      .set("date", to_string(line->date))
                      .set("series", series.id)
                      .set("role", role->name)
                      .set("topic", text_json(line->topic)));
        if (list.items.size() == turns_ahead) continue;
        Phrase text = say("person.turn", line->date, series.name, role_title(role->name));
        if (role->function == team::RoleFunction::speaks && !line->topic.empty())
            text = say("person.turn_topic", text, line->topic);
        list.items.push_back({std::move(text), {}, {}, {}});
    }
    page.section(say("person.turns"), std::move(list));
    page.data.set("turns", std::move(data));
}

}  // namespace

void person_facts(PersonPage& page, bool contact) {
    const auto& team = page.team();
    const auto& who = page.who();
    const auto& terms = page.terms();
    Facts facts;
    if (terms.unit) {
        const bool lead = team[terms.unit].lead == page.person;
        const auto& unit = team[terms.unit].name;
        fact(facts, "person.unit", lead ? Cell{say("person.unit_lead", unit)} : Cell{unit});
    }
    text_fact(facts, "person.position", terms.position);
    if (const auto level = team::level_of(team, page.person, page.as_of()); level != team::Level::none)
        fact(facts, "person.level", Cell{level_title(level)});
    if (const auto above = team::reports_to(team, page.person, page.as_of()))
        people_fact(facts, team, "person.reports_to", {above});
    people_fact(facts, team, "person.dotted_lines", dotted_lines(who, page.as_of()));
    people_fact(facts, team, "person.direct_reports", direct_reports(team, page.person, page.as_of()));
    if (who.mentor) people_fact(facts, team, "person.mentor", {who.mentor});
    people_fact(facts, team, "person.mentees", mentees(team, page.person, page.today()));
    people_fact(facts, team, "person.pairs", partners(team, page.person));
    if (who.joined)
        fact(facts, "person.joined", Cell{say("person.joined_ago", *who.joined, tenure(who, page.today()))});
    if (who.left) fact(facts, "person.left", Cell{*who.left});
    if (who.birthday)
        fact(facts, "person.birthday",
             Cell{say("person.birthday_on", birthday_in(*who.birthday, year_of(page.today())))});
    std::vector<Phrase> skills;
    for (const auto& skill : terms.skills) skills.push_back(role_title(skill));
    if (!skills.empty()) facts.rows.emplace_back(say("person.skills"), Cell{listed(std::move(skills))});
    if (!terms.works.empty()) fact(facts, "person.works", Cell{weekdays_of(terms.works)});
    if (terms.share.num != terms.share.den) fact(facts, "person.share", Cell{terms.share});
    text_fact(facts, "person.territory", who.territory);
    text_fact(facts, "person.note", who.note);
    if (contact) {
        text_fact(facts, "person.phone", who.phone);
        text_fact(facts, "person.email", who.email);
    }
    if (!facts.rows.empty()) page.report.add(std::move(facts));
    facts_json(page, contact);
    add_changes(page);
    add_duties(page);
    add_credentials(page);
}

void person_ahead(PersonPage& page) {
    add_leave(page);
    add_turns(page);
}

}  // namespace teamctl::report
