// Appending the record: what is checked before, and what is said after.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "cli/log_call.hpp"
#include "report/checks.hpp"
#include "report/naming.hpp"
#include "report/proposals.hpp"
#include "report/records/fields.hpp"
#include "store/append.hpp"
#include "store/with_file.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

using team::FieldType;
using team::Record;

/// The person whose record it is: who, owner or by, in this order.
std::string person_of(const LogCall& call) {
    for (const auto* key : {"who", "owner", "by"}) {
        if (const auto* given = call.find(key)) {
            const auto person = team::person_meant(call.team(), given->value);
            return person ? call.team()[*person].id : std::string{};
        }
    }
    return {};
}

/// `c261123-zhangwei-1`: the first number that the day's file does not hold yet.
std::string free_id(const LogCall& call, const std::string& existing) {
    const std::chrono::year_month_day ymd{call.date};
    std::string stem = fmt::format("{}{:02}{:02}{:02}-", team::id_letter(call.spec.entity),
                                   static_cast<int>(ymd.year()) % 100, static_cast<unsigned>(ymd.month()),
                                   static_cast<unsigned>(ymd.day()));
    if (const auto person = person_of(call); !person.empty()) stem += person + "-";
    for (int number = 1;; ++number) {
        const std::string id = stem + std::to_string(number);
        bool used = false;
        for (auto at = existing.find(id); at != std::string::npos && !used; at = existing.find(id, at + 1)) {
            const auto end = at + id.size();
            used = end >= existing.size() || existing[end] < '0' || existing[end] > '9';
        }
        if (!used) return id;
    }
}

std::string made_id(const LogCall& call, const std::string& existing) {
    const bool makes = call.spec.effect == team::Effect::opens && call.find("id") == nullptr;
    return makes ? free_id(call, existing) : std::string{};
}

std::optional<Record> record_of(const LogCall& call, const std::string& line) {
    Diagnostics ignored;
    const auto document = yaml::parse("line", line, ignored);
    if (!document || !document->root().is_sequence()) return std::nullopt;
    team::Reader reader{call.loaded.names, ignored, 0};
    Record record;
    if (!team::read_record(reader, document->root().first(), call.date, record)) return std::nullopt;
    return record;
}

/// Whether the two say the same, made ids aside. A time that nobody typed may be some minutes later: the same
/// command sent off twice.
bool says_the_same(const LogCall& call, const Record& a, const Record& b) {
    if (a.kind != b.kind) return false;
    constexpr int minutes = 10;
    for (std::size_t i = 0; i < call.spec.fields.size(); ++i) {
        const auto& field = call.spec.fields[i];
        if (field.type == FieldType::entity_id) continue;
        const auto* typed = call.find(field.name);
        if (field.name == "at" && typed != nullptr && typed->filled) {
            if (a.at && b.at && std::abs(a.at->minutes - b.at->minutes) <= minutes) continue;
            return false;
        }
        if (report::field_raw(call.team(), a.values[i]) != report::field_raw(call.team(), b.values[i]))
            return false;
    }
    return true;
}

/// Warns where an earlier line of the day says what the last one says, and then is true.
bool check_twice(const LogCall& call, const team::Source& day, Diagnostics& out) {
    Diagnostics ignored;
    const auto records = team::read_records(day, 0, call.loaded.names, ignored);
    if (records.empty() || !records.back().is(call.spec.name)) return false;
    for (std::size_t i = 0; i + 1 < records.size(); ++i) {
        if (!says_the_same(call, records[i], records.back())) continue;
        out.warning("logged-twice", team::place_of(day, records.back().origin.mark), say("log.twice"),
                    say("log.delete_twice"))
            .related.push_back(team::place_of(day, records[i].origin.mark));
        return true;
    }
    return false;
}

/// What the record brings. Where a closing stands for old records a problem may be that one of them is not
/// there: then all are read, which also names the other place.
Diagnostics news_of(LogCall& call, const team::Source& day) {
    if (!call.needs_history()) return report::news_of_last(call.loaded, day);
    auto news = report::news_of(call.loaded, store::with_day(call.loaded, day));
    if (news.empty() || !call.team().carried.until) return news;
    call.read_all();
    return report::news_of(call.loaded, store::with_day(call.loaded, day));
}

void check_day(LogCall& call, const team::Source& day, Diagnostics& out) {
    const bool twice = check_twice(call, day, out);
    const auto news = news_of(call, day);
    for (auto problem : news.all()) {
        if (twice && problem.code == "recorded-twice") continue;
        // Items of a list may have been renamed since an old record; a new one names what is there.
        if (problem.code == "unknown-item") problem.severity = Severity::error;
        out.add(std::move(problem));
    }
    const auto today = call.session.now().date;
    if (today < call.date && call.spec.name != "cancel" && call.spec.name != "announce")
        out.warning("after-today", {day.path, {}, {}, 0}, say("log.after_today", today));
}

/// A deal is called after its customer.
std::string deal_in_words(const LogCall& call, const std::string& id) {
    for (const auto& choice : entity_choices(call, team::EntityKind::deal)) {
        if (choice.id == id) return choice.name + " " + id;
    }
    return id;
}

/// A check that found something wrong asks for tickets: the commands to type next (D4.2, D6.3).
void propose_tickets(const LogCall& call, const std::string& line) {
    const auto record = record_of(call, line);
    const auto* list = record && record->is("check") ? record->get<team::ChecklistId>("list") : nullptr;
    if (list == nullptr) return;
    rules::CheckRun run;
    run.list = *list;
    if (const auto* asset = record->get<team::AssetId>("asset")) run.asset = *asset;
    run.check = &*record;
    for (const auto& ticket : report::proposed_tickets(call.team(), run))
        call.session.write(made_harmless(call.session.say(say("checklist.open_ticket", ticket.command))) +
                           "\n");
}

}  // namespace

std::string in_words(const LogCall& call, const std::string& line) {
    const auto record = record_of(call, line);
    if (!record) return {};
    const report::FieldWords words{call.team()};
    std::vector<Phrase> parts;
    for (std::size_t i = 0; i < call.spec.fields.size(); ++i) {
        const auto& field = call.spec.fields[i];
        if (!report::is_set(record->values[i])) continue;
        const bool deal = field.type == FieldType::entity && field.entity == team::EntityKind::deal;
        parts.push_back(deal ? say("records.field", report::field_title(field),
                                   deal_in_words(call, std::string{record->text(field.name)}))
                             : words.titled(*record, i));
    }
    return call.session.say(say("log.in_words", report::bilingual(call.spec.zh, call.spec.en),
                                report::clauses(std::move(parts))));
}

std::optional<std::string> preview(const LogCall& call) {
    Diagnostics reported_before;
    const auto day = store::load_source(call.session.root(), team::log_path(call.date), reported_before);
    return line_of(call, made_id(call, day ? day->document->text() : std::string{}));
}

Diagnostics problems_of(const LogCall& call, const team::FieldSpec& field, const std::string& flow_value) {
    Diagnostics found;
    const auto line = fmt::format("- {}: {{{}: {}}}\n", call.spec.name, field.name, flow_value);
    const auto document = yaml::parse("", line, found);
    Record record;
    team::Reader reader{call.loaded.names, found, 0};
    if (document) team::read_record(reader, document->root().first(), call.date, record);
    Diagnostics kept;
    for (const auto& problem : found.all()) {
        if (problem.code != "missing-key") kept.add(problem);
    }
    return kept;
}

Tried append_checked(LogCall& call) {
    Tried tried;
    if (!line_of(call, {})) return tried;  // ambiguous, and said so
    const auto make_line = [&](const std::string& existing) {
        return line_of(call, made_id(call, existing)).value_or("");
    };
    const auto check = [&](const team::Source& day, Diagnostics& out) { check_day(call, day, out); };
    // Said before it is done for good: where it cannot be said, nothing is written, and the exit code is
    // right.
    const auto announce = [&](const store::Appended& appended) {
        call.session.write(fmt::format("{}\n{}:{}: {}\n", made_harmless(in_words(call, appended.line)),
                                       appended.path, appended.mark.line, made_harmless(appended.line)));
        propose_tickets(call, appended.line);
    };
    tried.written = store::append_record(call.session.root(), call.date, make_line, call.loaded.names, check,
                                         tried.problems, announce)
                        .has_value();
    return tried;
}

}  // namespace teamctl::cli
