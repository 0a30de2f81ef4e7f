// Agenda item `yesterday`: what happened on the working day before (D1.1). Over a weekend or a holiday: since
// then.
#include <algorithm>

#include "report/agenda/content.hpp"
#include "report/agenda/due.hpp"
#include "report/naming.hpp"
#include "report/records/fields.hpp"
#include "rules/deadlines.hpp"
#include "waiting/proposals.hpp"

namespace teamctl::report {
namespace {

using team::PersonId;
using team::Record;

/// The records of the past days by kind, and lines made of them.
class Past {
  public:
    explicit Past(const AgendaMeeting& meeting) : meeting_{meeting}, team_{meeting.day.team} {}

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
    std::vector<const Record*> records(std::string_view kind) const {
        std::vector<const Record*> found;
        for (const auto& record : team_.records) {
            if (meeting_.day.past_from <= record.date && record.date <= meeting_.day.past_to &&
                record.is(kind))
                found.push_back(&record);
        }
        return found;
    }

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
            named(sitting, &rules::Mark::absent, "absent", "agenda.attendance.absent", parts);
            named(sitting, &rules::Mark::late, "late", "agenda.attendance.late", parts);
            named(sitting, &rules::Mark::left_early, "left_early", "agenda.attendance.left_early", parts);
            named(sitting, &rules::Mark::excused, "excused", "agenda.attendance.excused", parts);
            const auto came = std::count_if(sitting.marks.begin(), sitting.marks.end(),
                                            [](const auto& mark) { return mark.attended(); });
            last_.set("expected", sitting.marks.size()).set("attended", std::int64_t{came});
            keep();
            const Tone tone = parts.empty() ? Tone::plain : Tone::warn;
            if (parts.empty()) parts.push_back(say("agenda.attendance.all_there"));
            content_.line(say("agenda.yesterday.attendance", meeting.name, std::int64_t{came},
                              sitting.marks.size(), clauses(std::move(parts))),
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
    void named(const rules::HeldMeeting& sitting, bool rules::Mark::*mark, const char* field,
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
        const auto judged =
            rules::judgements(meeting_.day.before(), meeting_.day.absences, meeting_.day.past_period());
        const auto& rules = team_.rules.deadlines;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            std::vector<PersonId> late, missing;
            std::size_t owed = 0;
            for (const auto& one : judged) {
                if (one.rule != i) continue;
                ++owed;
                if (one.verdict == rules::Judgement::Verdict::late) late.push_back(one.who);
                if (one.verdict == rules::Judgement::Verdict::missing) missing.push_back(one.who);
            }
            const int kind = team::record_kind(rules[i].record);
            if (owed == 0 || kind < 0 || (!rules[i].field.empty() && late.empty() && missing.empty()))
                continue;
            const auto& spec = team::record_specs()[static_cast<std::size_t>(kind)];
            std::vector<Phrase> parts;
            const int field = rules[i].field.empty() ? -1 : spec.field(rules[i].field);
            if (!missing.empty())
                parts.push_back(say(field < 0 ? "agenda.yesterday.missing" : "agenda.yesterday.not_given",
                                    names_of(team_, missing)));
            if (!late.empty())
                parts.push_back(say(field < 0 ? "agenda.yesterday.late" : "agenda.yesterday.overdue",
                                    names_of(team_, late)));
            const Tone tone = parts.empty() ? Tone::plain : Tone::warn;
            if (parts.empty()) parts.push_back(say("agenda.yesterday.all_in_time"));
            const auto done = owed - missing.size();
            if (field >= 0)
                content_.line(say("agenda.yesterday.by_field", bilingual(spec.zh, spec.en),
                                  field_title(spec.fields[static_cast<std::size_t>(field)]),
                                  done - late.size(), owed, clauses(std::move(parts))),
                              tone);
            else
                content_.line(say("agenda.yesterday.handed_in", bilingual(spec.zh, spec.en), done, owed,
                                  clauses(std::move(parts))),
                              tone);
            item("deadline").set("rule", rules[i].id).set("owed", owed);
            last_.set("late", ids_of(team_, late)).set("missing", ids_of(team_, missing));
            keep();
        }
    }

    bool judges_diaries() const {
        const auto& all = team_.rules.deadlines;
        return std::any_of(all.begin(), all.end(), [](const auto& rule) { return rule.record == "diary"; });
    }

    void counted(std::string_view kind, std::string_view key) {
        std::vector<PersonId> people;
        for (const auto* record : records(kind)) people.push_back(team::subject_of(*record));
        if (people.empty()) return;
        content_.line(say(key, people.size(), counts_by_person(team_, people)));
        item(kind).set("count", people.size());
        std::sort(people.begin(), people.end());
        people.erase(std::unique(people.begin(), people.end()), people.end());
        last_.set("who", ids_of(team_, people));
        keep();
    }

    void money(std::string_view kind, std::string_view key, Tone tone) {
        const auto found = records(kind);
        Money sum;
        std::vector<Phrase> parts;
        for (const auto* record : found) {
            sum += record->money("amount");
            // A payment belongs to whoever made the deal.
            const auto* deal = meeting_.day.open.deals.find(record->text("deal"));
            auto who = record->person("who");
            if (!who && deal != nullptr) who = deal->opened->person("who");
            if (!who) continue;
            const Phrase name = name_of(team_, who);
            parts.push_back(
                found.size() > 1 ? say("agenda.yesterday.who_amount", name, record->money("amount")) : name);
        }
        if (found.empty()) return;
        const Phrase text = say(key, found.size(), sum);
        content_.line(
            parts.empty() ? text : say("agenda.yesterday.with_parts", text, listed(std::move(parts))), tone);
        item(kind).set("count", found.size()).set("amount", sum);
        keep();
    }

    void complaints() {
        for (const auto* record : records("ticket")) {
            if (record->text("kind") != "complaint") continue;
            content_.line(say("agenda.yesterday.complaint", record->text("text")), Tone::warn);
            item("complaint").set("id", record->text("id")).set("text", record->text("text"));
            keep();
        }
    }

    /// What came in and what was settled; complaints that came in have lines of their own (D12.1).
    void tickets() {
        std::size_t opened = 0;
        for (const auto* record : records("ticket")) opened += record->text("kind") == "complaint" ? 0 : 1;
        if (opened > 0) {
            content_.line(say("agenda.yesterday.tickets_opened", opened));
            item("tickets_opened").set("count", opened);
            keep();
        }
        counted("ticket_closed", "agenda.yesterday.tickets_closed");
    }

    void told(std::string_view kind, std::string_view key, Tone tone) {
        for (const auto* record : records(kind)) {
            const auto who = team::subject_of(*record);
            const auto text = team::main_text_of(*record);
            content_.line(say(key, text, name_of(team_, who)), tone);
            item(kind).set("id", record->text("id")).set("who", id_of(team_, who)).set("text", text);
            keep();
        }
    }

    void done() {
        for (const auto* record : records("done")) {
            const auto id = record->text("id");
            const auto* matter = meeting_.day.open.actions.find(id);
            if (matter == nullptr) matter = meeting_.day.open.problems.find(id);
            if (matter == nullptr) continue;
            const auto* opened = matter->opened;
            const auto who = record->person("by") ? record->person("by") : opened->person("who");
            content_.line(say(opened->is("action") ? "agenda.yesterday.done" : "agenda.yesterday.solved",
                              opened->text("text"), name_of(team_, who)),
                          Tone::good);
            item("done")
                .set("id", record->text("id"))
                .set("who", id_of(team_, who))
                .set("text", opened->text("text"));
            keep();
        }
    }

    const AgendaMeeting& meeting_;
    const team::Team& team_;
    Content content_;
    Json last_;
};

}  // namespace

Content yesterday_content(const AgendaMeeting& meeting) {
    return Past{meeting}.content();
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
                         names_of(day.team, who)),
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
    auto order = people;
    std::sort(order.begin(), order.end());
    std::vector<Phrase> parts;
    for (auto at = order.begin(); at != order.end();) {
        const auto end = std::upper_bound(at, order.end(), *at);
        parts.push_back(end - at == 1 ? name_of(team, *at)
                                      : say("agenda.name_count", name_of(team, *at), std::int64_t{end - at}));
        at = end;
    }
    return listed(std::move(parts));
}

}  // namespace teamctl::report
