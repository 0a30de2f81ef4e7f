// A person's card: who it is, what the roster says, what lies ahead.
#include <algorithm>

#include "base/text.hpp"
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

void facts_json(PersonPage& page, bool contact) {
    const auto& team = page.team();
    const auto& who = page.who();
    auto skills = Json::array();
    for (const auto& skill : who.skills) skills.push(skill);
    auto works = Json::array();
    for (const auto weekday : who.works) works.push(to_string(weekday));
    page.data.set("id", who.id)
        .set("name", who.name)
        .set("unit", who.unit ? Json{team[who.unit].id} : Json{})
        .set("position", text_json(who.position))
        .set("level", text_json(level_name(team::level_of(team, page.person))))
        .set("reports_to", id_of(team, team::reports_to(team, page.person)))
        .set("direct_reports", ids_of(team, direct_reports(team, page.person, page.today())))
        .set("mentor", id_of(team, who.mentor))
        .set("mentees", ids_of(team, mentees(team, page.person, page.today())))
        .set("pairs", ids_of(team, partners(team, page.person)))
        .set("joined", date_json(who.joined))
        .set("left", date_json(who.left))
        .set("birthday", who.birthday ? Json{to_string(Birthday{who.birthday->day, {}})} : Json{})
        .set("skills", std::move(skills))
        .set("works", std::move(works))
        .set("share", JsonDecimal{who.share, 2})
        .set("territory", text_json(who.territory));
    if (contact) page.data.set("phone", text_json(who.phone)).set("email", text_json(who.email));
}

void add_duties(PersonPage& page) {
    auto data = Json::array();
    List list;
    for (const auto& position : page.team().positions) {
        if (position.name != page.who().position) continue;
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
    page.section(say("person.credentials"), std::move(list));
    page.data.set("credentials", std::move(data));
}

/// Of the period, and all that is still to come.
void add_leave(PersonPage& page) {
    const auto shown = waiting::leave_shown(page.team(), page.person, page.period, page.today());
    auto data = Json::array();
    List list;
    for (const auto* leave : shown) {
        const Phrase kind = leave_title(*leave);
        list.items.push_back({leave->from == leave->to
                                  ? say("person.leave_one", leave->from, kind)
                                  : say("person.leave_many", leave->from, leave->to, kind),
                              leave->to < page.today() ? Tone::muted : Tone::plain,
                              {},
                              {}});
        auto entry = Json::object();
        entry.set("from", to_string(leave->from)).set("to", to_string(leave->to));
        entry.set("kind", leave_kind(leave->kind));
        if (leave->half != team::Half::none) entry.set("half", leave->half == team::Half::am ? "am" : "pm");
        data.push(std::move(entry));
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
        if (role->name == team::role_that(team::RoleFunction::speaks) && !line->topic.empty())
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
    Facts facts;
    if (who.unit) {
        const bool lead = team[who.unit].lead == page.person;
        const auto& unit = team[who.unit].name;
        fact(facts, "person.unit", lead ? Cell{say("person.unit_lead", unit)} : Cell{unit});
    }
    text_fact(facts, "person.position", who.position);
    if (const auto level = team::level_of(team, page.person); level != team::Level::none)
        fact(facts, "person.level", Cell{level_title(level)});
    if (const auto above = team::reports_to(team, page.person))
        people_fact(facts, team, "person.reports_to", {above});
    people_fact(facts, team, "person.direct_reports", direct_reports(team, page.person, page.today()));
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
    for (const auto& skill : who.skills) skills.push_back(role_title(skill));
    if (!skills.empty()) facts.rows.emplace_back(say("person.skills"), Cell{listed(std::move(skills))});
    if (!who.works.empty()) fact(facts, "person.works", Cell{weekdays_of(who.works)});
    if (who.share.num != who.share.den) fact(facts, "person.share", Cell{who.share});
    text_fact(facts, "person.territory", who.territory);
    text_fact(facts, "person.note", who.note);
    if (contact) {
        text_fact(facts, "person.phone", who.phone);
        text_fact(facts, "person.email", who.email);
    }
    if (!facts.rows.empty()) page.report.add(std::move(facts));
    facts_json(page, contact);
    add_duties(page);
    add_credentials(page);
}

void person_ahead(PersonPage& page) {
    add_leave(page);
    add_turns(page);
}

}  // namespace teamctl::report
