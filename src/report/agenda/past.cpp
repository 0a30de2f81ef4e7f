// Agenda item `yesterday`: what happened on the working day before (D1.1). Over a weekend or a holiday: since
// then.
#include <algorithm>
#include <set>
#include <string_view>

#include "report/agenda/content.hpp"
#include "report/agenda/due.hpp"
#include "report/naming.hpp"
#include "report/records/fields.hpp"
#include "waiting/past.hpp"
#include "waiting/proposals.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;
using team::Record;

/// The records of the past days by kind, and lines made of them.
class Past {
  public:
    explicit Past(const AgendaMeeting& meeting) : meeting_{meeting}, team_{meeting.day.team} {}

    /// What was resolved last time, and what became of it.
    void resolved(const std::vector<const rules::Matter*>& actions) {
        for (const auto* action : actions) {
            const auto& opened = *action->opened;
            const auto who = name_of(team_, action->holder);
            const bool done = action->closed != nullptr;
            content_.line(say("agenda.since_last.resolved", opened.text("text"), who),
                          done ? Tone::good : Tone::warn, done);
            item("resolved")
                .set("id", opened.text("id"))
                .set("who", id_of(team_, action->holder))
                .set("text", opened.text("text"))
                .set("done", done);
            keep();
            told_.insert(opened.text("id"));
        }
    }

    Content content() && {
        const auto& day = meeting_.day;
        attendance();
        deadlines();
        if (!judges_diaries()) counted("diary", "agenda.yesterday.diaries");
        counted("customer", "agenda.yesterday.customers");
        counted("contact", "agenda.yesterday.contacts");
        counted("visit", "agenda.yesterday.visits");
        money("deal", "agenda.yesterday.deals", Tone::good);
        money("payment", "agenda.yesterday.payments", Tone::good);
        money("refund", "agenda.yesterday.refunds", Tone::warn);
        complaints();
        tickets();
        if (!meeting_.shows(team::Show::checklists)) append(content_, past_checks(day));
        told("problem", "agenda.yesterday.problem", Tone::plain);
        told("suggestion", "agenda.yesterday.suggestion", Tone::plain);
        done();
        if (content_.empty()) content_.line(say("agenda.yesterday.nothing"), Tone::muted);
        if (day.past_from != day.past_to) {
            content_.lines.insert(content_.lines.begin(),
                                  {say("agenda.yesterday.since", day.past_from), Tone::muted, {}, {}});
        }
        return std::move(content_);
    }

  private:
    Json& item(std::string_view kind) {
        last_ = Json::object();
        last_.set("kind", kind);
        return last_;
    }
    void keep() { content_.data.push(std::move(last_)); }

    void attendance() {
        for (const auto& sitting : meeting_.day.past.held) {
            const auto& meeting = team_[sitting.occurrence.series];
            item("attendance").set("meeting", meeting.id).set("date", to_string(sitting.occurrence.date));
            std::vector<Phrase> parts;
            named(sitting, &rules::AttendanceMark::absent, "absent", "agenda.attendance.absent", parts);
            named(sitting, &rules::AttendanceMark::late, "late", "agenda.attendance.late", parts);
            named(sitting, &rules::AttendanceMark::left_early, "left_early", "agenda.attendance.left_early",
                  parts);
            named(sitting, &rules::AttendanceMark::excused, "excused", "agenda.attendance.excused", parts);
            const auto came = waiting::count_attended(sitting);
            last_.set("expected", sitting.marks.size()).set("attended", came);
            keep();
            const Tone tone = parts.empty() ? Tone::plain : Tone::warn;
            if (parts.empty()) parts.push_back(say("agenda.attendance.all_there"));
            content_.line(say("agenda.yesterday.attendance", meeting.name, came, sitting.marks.size(),
                              clauses(std::move(parts))),
                          tone);
        }
        for (const auto& when : waiting::unrecorded_meetings(meeting_.day)) {
            const auto& meeting = team_[when.series];
            content_.line(say("agenda.yesterday.not_recorded", meeting.name), Tone::warn);
            item("attendance")
                .set("meeting", meeting.id)
                .set("date", to_string(when.date))
                .set("recorded", false);
            keep();
        }
    }

    /// Those with a mark, in words and as data.
    void named(const rules::HeldMeeting& sitting, bool rules::AttendanceMark::*mark, const char* field,
               std::string_view key, std::vector<Phrase>& parts) {
        std::vector<PersonId> people;
        for (const auto& one : sitting.marks) {
            if (one.*mark) people.push_back(one.who);
        }
        if (people.empty()) return;
        parts.push_back(say(key, names_of(team_, people)));
        last_.set(field, ids_of(team_, people));
    }

    /// What the rules ask for every working day, and who did not hand it in (D13.2); of records judged by a
    /// field, only what went wrong.
    void deadlines() {
        for (const auto& past : waiting::past_deadlines(meeting_.day)) {
            const auto& rule = *past.rule;
            const auto kind = static_cast<std::size_t>(team::record_kind(rule.record));
            const auto& spec = team::record_specs()[kind];
            std::vector<Phrase> parts;
            const int field = rule.field.empty() ? -1 : spec.field(rule.field);
            if (!past.missing.empty())
                parts.push_back(say(field < 0 ? "agenda.yesterday.missing" : "agenda.yesterday.not_given",
                                    names_of(team_, past.missing)));
            if (!past.late.empty())
                parts.push_back(say(field < 0 ? "agenda.yesterday.late" : "agenda.yesterday.overdue",
                                    names_of(team_, past.late)));
            const Tone tone = parts.empty() ? Tone::plain : Tone::warn;
            if (parts.empty()) parts.push_back(say("agenda.yesterday.all_in_time"));
            if (field >= 0)
                content_.line(say("agenda.yesterday.by_field", bilingual(spec.zh, spec.en),
                                  field_title(spec.fields[static_cast<std::size_t>(field)]), past.in_time(),
                                  past.owed, clauses(std::move(parts))),
                              tone);
            else
                content_.line(say("agenda.yesterday.handed_in", bilingual(spec.zh, spec.en), past.handed_in(),
                                  past.owed, clauses(std::move(parts))),
                              tone);
            item("deadline").set("rule", rule.id).set("owed", past.owed);
            last_.set("late", ids_of(team_, past.late)).set("missing", ids_of(team_, past.missing));
            keep();
        }
    }

    bool judges_diaries() const {
        const auto& all = team_.rules.deadlines;
        return std::any_of(all.begin(), all.end(), [](const auto& rule) { return rule.record == "diary"; });
    }

    void counted(std::string_view kind, std::string_view key) {
        const auto people = waiting::past_people(meeting_.day, kind);
        if (people.empty()) return;
        content_.line(say(key, people.size(), counts_by_person(team_, people)));
        item(kind).set("count", people.size());
        auto who = Json::array();
        for (const auto& [person, times] : waiting::times_of(people)) who.push(id_of(team_, person));
        last_.set("who", std::move(who));
        keep();
    }

    void money(std::string_view kind, std::string_view key, Tone tone) {
        const auto money = waiting::past_money(meeting_.day, kind);
        if (money.count == 0) return;
        std::vector<Phrase> parts;
        for (const auto& [who, amount] : money.parts) {
            const Phrase name = name_of(team_, who);
            parts.push_back(money.count > 1 ? say("agenda.yesterday.who_amount", name, amount) : name);
        }
        const Phrase text = say(key, money.count, money.sum);
        content_.line(
            parts.empty() ? text : say("agenda.yesterday.with_parts", text, listed(std::move(parts))), tone);
        item(kind).set("count", money.count).set("amount", money.sum);
        keep();
    }

    void complaints() {
        for (const auto* record : waiting::past_tickets(meeting_.day, true)) {
            content_.line(say("agenda.yesterday.complaint", record->text("text")), Tone::warn);
            item("complaint").set("id", record->text("id")).set("text", record->text("text"));
            keep();
        }
    }

    /// What came in and what was settled; complaints that came in have lines of their own (D12.1).
    void tickets() {
        const auto opened = waiting::past_tickets(meeting_.day, false).size();
        if (opened > 0) {
            content_.line(say("agenda.yesterday.tickets_opened", opened));
            item("tickets_opened").set("count", opened);
            keep();
        }
        counted("ticket_closed", "agenda.yesterday.tickets_closed");
    }

    void told(std::string_view kind, std::string_view key, Tone tone) {
        for (const auto* record : waiting::past_records(meeting_.day, kind)) {
            const auto who = team::subject_of(*record);
            const auto text = team::main_text_of(*record);
            content_.line(say(key, text, name_of(team_, who)), tone);
            item(kind).set("id", record->text("id")).set("who", id_of(team_, who)).set("text", text);
            keep();
        }
    }

    void done() {
        for (const auto& [opened, who] : waiting::past_done(meeting_.day)) {
            if (told_.contains(opened->text("id"))) continue;
            content_.line(say(opened->is("action") ? "agenda.yesterday.done" : "agenda.yesterday.solved",
                              opened->text("text"), name_of(team_, who)),
                          Tone::good);
            item("done")
                .set("id", opened->text("id"))
                .set("who", id_of(team_, who))
                .set("text", opened->text("text"));
            keep();
        }
    }

    const AgendaMeeting& meeting_;
    const team::Team& team_;
    Content content_;
    Json last_;
    std::set<std::string_view> told_;  ///< ids of what stands above already
};

}  // namespace

Content yesterday_content(const AgendaMeeting& meeting) {
    return Past{meeting}.content();
}

Content since_last_content(const AgendaMeeting& meeting) {
    const auto day = waiting::since_last(meeting);
    const AgendaMeeting since{day, meeting.sitting, meeting.previous, meeting.next, meeting.whole};
    Past past{since};
    past.resolved(waiting::resolved(meeting, day));
    return std::move(past).content();
}

Content past_checks(const AgendaDay& day) {
    Content content;
    for (const auto& run : waiting::past_runs(day)) {
        const bool missed = run.check == nullptr;
        const auto& list = day.team[run.list];
        const Phrase what =
            run.asset ? say("agenda.due.of_asset", list.name, day.team[run.asset].name) : verbatim(list.name);
        const auto who = missed || !run.check->person("by") ? run.who : std::vector{run.check->person("by")};
        content.line(say(missed ? "agenda.yesterday.check_missed" : "agenda.yesterday.check_findings", what,
                         who.empty() ? say("agenda.yesterday.nobody_planned") : names_of(day.team, who)),
                     Tone::warn);
        for (const auto& ticket : waiting::proposed_tickets(day.team, run))
            content.line(say("checklist.open_ticket", ticket.command), Tone::plain);
        content.data.push(Json::object()
                              .set("kind", missed ? "check_missed" : "check_findings")
                              .set("id", list.id)
                              .set("asset", run.asset ? Json{day.team[run.asset].id} : Json{})
                              .set("date", to_string(run.due))
                              .set("who", ids_of(day.team, who)));
    }
    return content;
}

Phrase counts_by_person(const team::Team& team, const std::vector<PersonId>& people) {
    std::vector<Phrase> parts;
    for (const auto& [person, times] : waiting::times_of(people))
        parts.push_back(times == 1 ? name_of(team, person)
                                   : say("agenda.name_count", name_of(team, person), times));
    return listed(std::move(parts));
}

}  // namespace teamctl::report
