#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <random>

#include "base/text.hpp"
#include "check/check.hpp"
#include "cli/line/commands.hpp"
#include "cli/log/log.hpp"
#include "cli/start/own.hpp"
#include "entry/lead.hpp"
#include "entry/open_things.hpp"
#include "entry/references.hpp"
#include "entry/words.hpp"
#include "store/git/git_hook.hpp"
#include "team/fixed_words.hpp"
#include "team/people.hpp"

namespace teamctl::cli {
namespace {

using team::FieldType;

Exit list_kinds(Session& session) {
    session.speak_as_team();
    const bool zh = session.words().code() == "zh";
    std::string out = session.say(say("log.kinds")) + "\n";
    for (const auto& spec : team::record_specs()) {
        std::vector<std::string> keys;
        for (const auto& field : spec.fields) {
            if (field.type != FieldType::entity_id)
                keys.push_back(std::string{field.name} + (field.required ? "*" : ""));
        }
        const std::string name{spec.name};
        std::string lead = "  " + padded(name, 20) + padded(zh ? spec.zh : spec.en, zh ? 10 : 22) + "  ";
        for (const auto& part : wrapped(joined(keys, " "), 79 - display_width(lead))) {
            out += lead + part + "\n";
            lead = std::string(display_width(lead), ' ');
        }
    }
    session.write(out + session.say(say("log.required_mark")) + "\n");
    return Exit::done;
}

/// What is to be done with words that do not go together; nothing where they do.
std::optional<Exit> refuse_mixed(const Session& session) {
    const auto& words = session.invocation().arguments;
    const bool undo = session.flag("undo");
    const bool lines = session.argument(0) == "-";
    if (undo && (!words.empty() || session.flag("edit") || session.option("date")))
        return session.refuse(say("log.undo_alone"), say("check.write_like", "teamctl log --undo"));
    if (lines && (words.size() > 1 || session.flag("edit")))
        return session.refuse(say("log.lines_alone"), say("check.write_like", "teamctl log - < records.txt"));
    if (session.flag("yes") && !undo)
        return session.refuse(say("log.yes_to_what"), say("check.write_like", "teamctl log --undo --yes"));
    return std::nullopt;
}

Exit refuse(const Session& session, const entry::Refusal& refusal) {
    return session.refuse(refusal.what, refusal.hint);
}

/// The day of --date, else that with which the words begin, or today; on a wrong one it has said why.
std::optional<Date> day_of(const Session& session, const entry::Lead& lead) {
    const bool two_days = lead.two_days || (lead.day && session.option("date"));
    if (two_days) session.refuse(say("log.two_days"), say("log.one_of_days"));
    if (two_days || lead.day) return two_days ? std::nullopt : lead.day;
    const auto today = session.now().date;
    const auto date = session.option("date").value_or("");
    const auto day = session.period(date, day_period(today), Lean::before);
    if (!day) return std::nullopt;
    if (day->from == day->to) return day->from;
    session.refuse(say("log.one_day"));
    return std::nullopt;
}

/// A word as a shell reads it back.
std::string for_shell(const std::string& word) {
    const bool plain = !word.empty() && word.find_first_of(" \t\n'\"\\$&;|<>()`*?!#~") == std::string::npos;
    return plain ? word : store::shell_quoted(word);
}

/// The call as it was typed, for a sentence that adds to it.
std::string as_called(const Session& session) {
    std::string call = "teamctl log";
    if (const auto date = session.option("date")) call += " --date " + for_shell(*date);
    for (const auto& word : session.invocation().arguments) call += " " + for_shell(word);
    return call;
}

/// On a terminal with a line to type for each that is open.
Exit refuse_thing(const Session& session, const entry::Draft& draft, const entry::Refusal& refusal) {
    const auto calls = at_terminal() ? entry::calls_of_things(draft) : std::vector<entry::CallOfThing>{};
    if (calls.empty()) return refuse(session, refusal);
    session.refuse(refusal.what, say("log.type_a_line"));
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(most, calls.size()); ++i)
        session.note(verbatim(session.within_terminal("  " + calls[i].call + "  # " + calls[i].what)));
    if (calls.size() > most) session.note(say("page.more_rows", calls.size() - most));
    return Exit::usage;
}

Exit run_log(Session& session) {
    const bool undo = session.flag("undo");
    const bool silent_list = session.argument(0).empty() && !undo && !at_terminal();
    if (silent_list) return list_kinds(session);
    if (const auto exit = session.enter()) return *exit;
    if (const auto exit = refuse_mixed(session)) return *exit;
    if (undo) return undo_record(session);
    auto typed = session.invocation().arguments;
    const auto lead = entry::take_lead(typed, session.now().date);
    const auto day = day_of(session, lead);
    if (!day) return Exit::usage;
    if (session.argument(0) == "-") return log_lines(session, *day);
    const bool asks_kind = typed.empty();
    if (asks_kind && !at_terminal()) return list_kinds(session);
    const auto words = entry::with_kind(entry::divided(session.directory().rules().team, typed));
    const int kind = asks_kind ? ask_kind(session) : entry::kind_named(words.front());
    if (kind < 0 && asks_kind) return Exit::act;
    if (kind < 0) return refuse(session, unknown_kind(words.front()));
    const auto& spec = team::record_specs()[static_cast<std::size_t>(kind)];
    entry::Draft draft{session.directory(), session.now(), session.words(), spec, *day};
    draft.chance = by_chance();
    draft.me = who_am_i();
    if (words.size() > 1) {
        if (const auto refusal = entry::take_words(draft, {words.begin() + 1, words.end()}))
            return refuse(session, *refusal);
    }
    if (!team_is_sound(session, draft)) return Exit::files;
    const bool bare = draft.given.empty();
    entry::add_defaults(draft);
    entry::look_back(draft);
    if (session.flag("edit")) return edit_record(session, draft);
    if (bare && at_terminal()) return ask_record(session, draft);
    if (const auto refusal = entry::which_meeting(draft, as_called(session)))
        return refuse(session, *refusal);
    if (const auto refusal = entry::which_thing(draft)) return refuse_thing(session, draft, *refusal);
    if (!text_or_refuse(session, entry::line_of(draft, {}))) return Exit::usage;
    const auto tried = append_checked(session, draft);
    session.show(as_typed(tried.problems));
    if (tried.written) return Exit::done;
    session.note(say("log.nothing_written"));
    return Exit::files;
}

}  // namespace

Diagnostics in_the_way(const entry::Draft& draft) {
    Diagnostics all;
    all.append(draft.loaded.diagnostics);
    if (!all.has_errors()) check::errors_of(draft.loaded, all);
    Diagnostics other;
    for (const auto& problem : all.all()) {
        if (problem.severity == Severity::error && !team::log_date(problem.place.file)) other.add(problem);
    }
    return other;
}

bool team_is_sound(const Session& session, const entry::Draft& draft) {
    const auto other = in_the_way(draft);
    if (other.empty()) return true;
    session.show(other);
    session.note(say("cli.files_have_errors"));
    return false;
}

std::uint64_t by_chance() {
    std::random_device device;
    return (std::uint64_t{device()} << 32U) | device();
}

std::string who_am_i() {
    const char* me = std::getenv("TEAMCTL_WHO");
    return me != nullptr && *me != '\0' ? me : own().values.who;
}

entry::Refusal unknown_kind(const std::string& word) {
    constexpr std::size_t two_characters = 6;
    std::vector<Phrase> with_it;
    for (const auto& spec : team::record_specs()) {
        if (word.size() >= two_characters && spec.zh.find(word) != std::string_view::npos)
            with_it.push_back(verbatim(std::string{spec.zh}));
    }
    if (!with_it.empty())
        return {say("check.unknown_record", word), say("check.did_you_mean", listed(std::move(with_it)))};
    const auto leave = team::leave_kinds();
    if (word == "请假" || word == "leave" || !team::word_in(word, leave).empty())
        return {say("check.unknown_record", word), say("log.leave")};
    // What is said in a record of another name: lateness is part of attendance.
    for (const auto& spec : team::record_specs()) {
        for (const auto& field : spec.fields) {
            if (word == field.name || word == team::title_of(field.zh))
                return {say("check.unknown_record", word),
                        say("log.is_field", bilingual(spec.zh, spec.name), bilingual(word, field.name))};
        }
    }
    std::vector<std::string> kinds;
    for (const auto& spec : team::record_specs()) {
        kinds.emplace_back(spec.name);
        kinds.emplace_back(spec.zh);
    }
    const auto near = nearest(word, kinds);
    return {say("check.unknown_record", word),
            near ? say("check.did_you_mean", *near) : say("log.see_kinds")};
}

CommandSpec log_command() {
    return {"log",
            "记一条记录（不写种类时列出所有种类，在终端里则逐项询问）",
            "append one record (without a kind: list the kinds, on a terminal: ask)",
            {{"KIND", false, false, "记录的种类，如 praise 或 表扬；- 从标准输入一行读一条",
              "kind of record; -: a record a line from standard input", Completes::record_kind},
             {"KEY=VALUE", false, true, "内容，如 who=wangli；不写字段名的一段文字是正文",
              "its fields, such as who=wangli; a text without a key is what the record is about",
              Completes::field}},
            {{"date", "DATE", "记到哪一天，默认今天", "the day it happened; default: today", 0, false,
              Completes::date},
             {"edit", "", "在编辑器里填写", "fill it in in an editor", 'e'},
             {"undo",
              "",
              "收回今天从这里记的最后一条（先给你看）",
              "take back the last record written from here today",
              0,
              false,
              Completes::nothing,
              {},
              true},
             {"yes", "", "收回时不问", "with --undo: do not ask", 0, false, Completes::nothing, {}, true}},
            {},
            run_log};
}

}  // namespace teamctl::cli
