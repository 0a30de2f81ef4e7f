// Appending the record: what is checked before, and what is said after.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "check/check.hpp"
#include "cli/log/log.hpp"
#include "entry/references.hpp"
#include "entry/repeats.hpp"
#include "report/naming.hpp"
#include "report/records/fields.hpp"
#include "rules/work/assets.hpp"
#include "rules/work/checks.hpp"
#include "store/append.hpp"
#include "store/disk.hpp"
#include "store/with_file.hpp"
#include "team/people.hpp"
#include "waiting/proposals.hpp"

namespace teamctl::cli {
namespace {

using entry::Draft;
using team::FieldType;

/// Also of the day that it is, and of the records of the day.
void check_day(Draft& draft, const team::Source& day, Diagnostics& out) {
    const auto twice = entry::repeated(draft, day);
    if (twice) out.append(told_twice(day, twice->last, twice->earlier));
    const auto news = news_of(draft, day);
    for (const auto& problem : news.all()) {
        if (!twice || problem.code != "recorded-twice") out.add(problem);
    }
    out.append(check::errors_before_last(draft.loaded, day));
    const auto* list = draft.spec.name == "check" ? draft.checklist() : nullptr;
    if (list != nullptr && list->ordered)
        out.append(check::order_of_last(store::with_day(draft.loaded, day), day));
    out.append(told_ahead(draft.spec, draft.date, draft.now.date));
    out.append(told_closed(draft.directory.root(), draft.date));
}

/// A deal is called after its customer.
std::string deal_in_words(const Draft& draft, const std::string& id) {
    for (const auto& choice : entry::entity_choices(draft, team::EntityKind::deal)) {
        if (choice.id == id) return choice.name + " " + id;
    }
    return id;
}

/// A check that found something wrong asks for tickets: the commands to type next (D4.2, D6.3).
std::string proposed_tickets(const Session& session, const Draft& draft, const std::string& line) {
    const auto record = entry::record_of(draft, line);
    const auto* list = record && record->is("check") ? record->get<team::ChecklistId>("list") : nullptr;
    if (list == nullptr) return {};
    auto assets = rules::assets_of(draft.team(), *record);
    if (assets.empty()) assets.emplace_back();
    std::string text;
    for (const auto asset : assets) {
        rules::CheckRun run;
        run.list = *list;
        run.asset = asset;
        run.records = {&*record};
        for (const auto& ticket : waiting::proposed_tickets(draft.team(), run))
            text += made_harmless(session.say(say("checklist.open_ticket", ticket.command))) + "\n";
    }
    return text;
}

/// What is left of the spare part of which the record tells, unless a later one tells of it, too.
std::string stock_left(const Session& session, const Draft& draft, const std::string& line) {
    const auto record = entry::record_of(draft, line);
    const auto* id = record ? record->get<team::AssetId>("asset") : nullptr;
    if (id == nullptr || !*id) return {};
    const auto steps = rules::stock_steps(draft.team(), draft.now)[static_cast<std::size_t>(id->index)];
    const auto& asset = draft.team()[*id];
    if (!steps.empty() && record->date < steps.back().record->date) return {};
    const auto left = rules::stock_after(asset, *record, steps.empty() ? asset.quantity : steps.back().stock);
    if (!left) return {};
    const bool is_short = asset.min_stock && *left < *asset.min_stock;
    const auto& name = team::asset_name(asset);
    return made_harmless(session.say(is_short ? say("log.stock_short", name, *left, *asset.min_stock)
                                              : say("log.stock_left", name, *left))) +
           "\n";
}

/// That the record is the user's own because nobody was named.
std::string said_of_user(const Session& session, const Draft& draft) {
    const auto* user = entry::user_by_default(draft);
    if (user == nullptr) return {};
    const auto person = team::person_meant(draft.team(), user->value);
    const auto& field = draft.spec.fields[static_cast<std::size_t>(draft.spec.field(user->key))];
    return made_harmless(session.say(say("log.user_by_default", report::field_title(field),
                                         person ? draft.team()[*person].name : user->value))) +
           "\n";
}

}  // namespace

Diagnostics told_twice(const team::Source& day, Mark last, Mark earlier) {
    Diagnostics told;
    told.warning("logged-twice", team::place_of(day, last), say("log.twice"), say("log.delete_twice"))
        .related.push_back(team::place_of(day, earlier));
    return told;
}

Diagnostics told_ahead(const team::RecordSpec& spec, Date day, Date today) {
    Diagnostics told;
    if (today < day && !spec.may_be_ahead)
        told.warning("after-today", {team::log_path(day), {}, {}, 0}, say("log.after_today", today));
    return told;
}

Diagnostics told_closed(const std::filesystem::path& root, Date day) {
    Diagnostics told;
    const auto month = month_of(day);
    if (store::path_kind(root, team::closing_path(month)) == store::PathKind::file)
        told.warning("closed-month", {team::log_path(day), {}, {}, 0},
                     say("log.closed_month", to_string(month)), say("log.close_again", to_string(month)));
    return told;
}

// Where a closing stands for old records a problem may be that one of them is not there: then all are read,
// which also names the other place. One that names it is none of these.
Diagnostics news_of(Draft& draft, const team::Source& day) {
    if (!draft.needs_history()) return check::news_of_last(draft.loaded, day);
    auto news = check::news_of(draft.loaded, store::with_day(draft.loaded, day));
    const auto names_both = [](const Diagnostic& problem) { return !problem.related.empty(); };
    if (std::all_of(news.all().begin(), news.all().end(), names_both) || !draft.team().carried.until)
        return news;
    draft.read_all();
    return check::news_of(draft.loaded, store::with_day(draft.loaded, day));
}

store::CheckFile check_of(Draft& draft) {
    return [&draft](const team::Source& day, Diagnostics& out) { check_day(draft, day, out); };
}

std::string record_told(const Session& session, const std::string& words, const std::string& path,
                        std::uint32_t number, const std::string& line) {
    auto told = made_harmless(words);
    if (const auto columns = session.terminal_columns(); columns > 0)
        told = joined(wrapped(told, columns - 2), "\n  ");
    return told + "\n" +
           session.within_terminal(fmt::format("{}:{}: {}", path, number, made_harmless(line))) + "\n";
}

std::string said_of(const Session& session, const Draft& draft, const store::Appended& appended) {
    return record_told(session, in_words(session, draft, appended.line), appended.path, appended.mark.line,
                       appended.line) +
           stock_left(session, draft, appended.line) + said_of_user(session, draft) +
           proposed_tickets(session, draft, appended.line);
}

std::string in_words(const Session& session, const Draft& draft, const std::string& line) {
    const auto record = entry::record_of(draft, line);
    if (!record) return {};
    const report::FieldWords words{draft.team()};
    std::vector<Phrase> parts;
    for (std::size_t i = 0; i < draft.spec.fields.size(); ++i) {
        const auto& field = draft.spec.fields[i];
        if (!report::is_set(record->values[i])) continue;
        const auto* amount =
            field.amount == team::Amount::not_zero ? record->get<Money>(field.name) : nullptr;
        if (amount != nullptr) {
            const bool spends = amount->fen < 0;
            parts.push_back(say(spends ? "log.spent" : "log.received",
                                say("records.money", spends ? -*amount : *amount)));
            continue;
        }
        const bool deal = field.type == FieldType::entity && field.entity == team::EntityKind::deal;
        parts.push_back(deal ? say("records.field", report::field_title(field),
                                   deal_in_words(draft, std::string{record->text(field.name)}))
                             : words.titled(*record, i));
    }
    return session.say(
        say("log.in_words", bilingual(draft.spec.zh, draft.spec.en), clauses(std::move(parts))));
}

std::optional<std::string> text_or_refuse(const Session& session, const entry::Written& written) {
    if (const auto* text = std::get_if<std::string>(&written)) return *text;
    const auto& refusal = std::get<entry::Refusal>(written);
    session.refuse(refusal.what, refusal.hint);
    return std::nullopt;
}

std::optional<std::string> preview(const Session& session, const Draft& draft) {
    Diagnostics reported_before;
    const auto day = store::load_source(draft.directory.root(), team::log_path(draft.date), reported_before);
    const auto id = entry::made_id(draft, day ? day->document->text() : std::string_view{});
    return text_or_refuse(session, entry::line_of(draft, id));
}

// phrase keys: log.add_value
Diagnostics as_typed(const Diagnostics& problems) {
    Diagnostics said;
    for (auto problem : problems.all()) {
        if (problem.hint.key == "check.add_key") problem.hint.key = "log.add_value";
        said.add(std::move(problem));
    }
    return said;
}

Tried append_checked(const Session& session, Draft& draft) {
    Tried tried;
    if (!text_or_refuse(session, entry::line_of(draft, {}))) return tried;
    const auto make_line = [&](const std::string& existing) {
        return std::get<std::string>(entry::line_of(draft, entry::made_id(draft, existing)));
    };
    // Said before it is done for good: where it cannot be said, nothing is written, and the exit code is
    // right.
    const auto announce = [&](const store::Appended& appended) {
        session.write(said_of(session, draft, appended));
    };
    const auto written = store::append_record(draft.directory.root(), draft.date, make_line,
                                              draft.loaded.names, check_of(draft), tried.problems, announce);
    tried.written = written.has_value();
    if (written) remember(session, written->path, {written->line});
    return tried;
}

}  // namespace teamctl::cli
