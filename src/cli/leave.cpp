#include <algorithm>
#include <array>
#include <map>

#include "base/text.hpp"
#include "check/check.hpp"
#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "report/leave.hpp"
#include "report/schedule.hpp"
#include "rota/swap.hpp"
#include "store/plan_file.hpp"
#include "store/rewrite.hpp"
#include "team/files.hpp"
#include "team/fixed_words.hpp"
#include "team/people.hpp"
#include "waiting/fallen.hpp"
#include "yaml/edit.hpp"

namespace teamctl::cli {
namespace {

/// What is asked for.
struct Asked {
    team::PersonId who;
    std::string kind;
    Period days{};
    std::string half;
    std::string note;
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> halves{
    {{"am", "am"}, {"pm", "pm"}, {"上午", "am"}, {"下午", "pm"}}};

std::string half_meant(std::string_view word) {
    for (const auto& [typed, meant] : halves) {
        if (typed == word) return std::string{meant};
    }
    return {};
}

/// `half=am`, `半天=上午`, 上午 alone, `note=…`; true where the word was one of these and is sound. On a
/// wrong one it has said why.
std::optional<bool> take_key(const Session& session, std::string_view word, Asked& asked) {
    const auto equals = word.find('=');
    if (equals == std::string_view::npos) {
        const auto half = half_meant(word);
        if (half.empty()) return false;
        asked.half = half;
        return true;
    }
    const auto key = word.substr(0, equals);
    const auto value = word.substr(equals + 1);
    if (key == "half" || key == "半天") {
        asked.half = half_meant(value);
        if (!asked.half.empty()) return true;
        session.refuse(say("check.bad_choice", value),
                       say("check.choose_from", bilingual("上午、下午", "am, pm")));
        return std::nullopt;
    }
    if (key == "note" || key == "备注") {
        asked.note = std::string{value};
        return true;
    }
    session.refuse(say("check.unknown_key", key),
                   say("check.known_keys", bilingual("半天、备注", "half, note")));
    return std::nullopt;
}

/// From one day or period to the next; on a wrong one it has said why.
std::optional<Period> days_of(const Session& session, const std::vector<std::string>& words) {
    const auto today = day_period(session.now().date);
    for (const auto& word : words) {
        if (parse_period(word, today.from, Lean::ahead)) continue;
        session.refuse(say("cli.bad_period", word), say("leave.day_or_note", word));
        return std::nullopt;
    }
    if (words.size() > 2) {
        session.refuse(say("leave.too_many_words", words[2]), say("cli.see_help_of", "leave"));
        return std::nullopt;
    }
    const auto first = session.period(words.empty() ? std::string{} : words[0], today, Lean::ahead);
    if (!first) return std::nullopt;
    const auto last = words.size() < 2 ? first : session.period(words[1], *first, Lean::ahead);
    if (!last) return std::nullopt;
    if (last->to < first->from) {
        session.refuse(say("check.to_before_from"), say("check.compare_dates"));
        return std::nullopt;
    }
    return Period{first->from, last->to, Period::Unit::range};
}

/// The kind, wherever it stands among the words behind the person. On failure it has said why.
std::optional<std::string> take_kind(const Session& session, std::vector<std::string>& words) {
    const auto known = team::leave_kinds();
    const auto is_kind = [&](const std::string& word) { return !team::word_in(word, known).empty(); };
    const auto found = std::ranges::find_if(words, is_kind);
    if (found != words.end()) {
        const std::string kind{team::word_in(*found, known)};
        const auto second = std::find_if(found + 1, words.end(), is_kind);
        if (second != words.end()) {
            session.refuse(say("leave.two_kinds", *found, *second), say("check.keep_one"));
            return std::nullopt;
        }
        words.erase(found);
        return kind;
    }
    const Date today = session.now().date;
    const auto unknown = std::ranges::find_if(
        words, [&](const std::string& word) { return !parse_period(word, today, Lean::ahead); });
    session.refuse(
        say("check.unknown_ref", say("leave.kind"), unknown != words.end() ? *unknown : words.front()),
        say("check.choose_from", team::words_shown(known)));
    return std::nullopt;
}

std::optional<Asked> take_arguments(const Session& session, const store::Loaded& loaded) {
    Asked asked;
    const auto who = session.person(loaded, session.argument(0));
    if (!who) return std::nullopt;
    asked.who = *who;
    std::vector<std::string> words;
    const auto& arguments = session.invocation().arguments;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const auto taken = take_key(session, arguments[i], asked);
        if (!taken) return std::nullopt;
        if (!*taken) words.push_back(arguments[i]);
    }
    if (words.empty()) words.push_back(session.argument(1));
    const auto kind = take_kind(session, words);
    if (!kind) return std::nullopt;
    asked.kind = *kind;
    const auto days = days_of(session, words);
    if (!days) return std::nullopt;
    asked.days = *days;
    if (!asked.half.empty() && asked.days.from != asked.days.to) {
        session.refuse(say("check.half_one_day"), say("check.line_a_day"));
        return std::nullopt;
    }
    return asked;
}

std::string line_of(const team::Team& team, const Asked& asked, const Period& days) {
    std::string line = "{who: " + yaml::quoted_scalar(team[asked.who].id) + ", from: " + to_string(days.from);
    if (days.to != days.from) line += ", to: " + to_string(days.to);
    line += ", kind: " + asked.kind;
    if (!asked.half.empty()) line += ", half: " + asked.half;
    if (!asked.note.empty()) line += ", note: " + yaml::quoted_scalar(asked.note);
    return line + "}";
}

std::optional<std::string> with_line(const yaml::Document* file, const std::string& line) {
    if (file == nullptr) return "- " + line + "\n";
    if (file->root().is_sequence()) return yaml::with_item(*file, file->root(), line);
    if (!file->root().is_null()) return std::nullopt;
    const std::string end = file->text().empty() || file->text().back() == '\n' ? "" : "\n";
    return file->text() + end + "- " + line + "\n";
}

/// A file a year: each is read for its own.
std::vector<store::Rewrite> rewrites(const team::Team& team, const Asked& asked) {
    std::vector<store::Rewrite> files;
    for (int year = year_of(asked.days.from); year <= year_of(asked.days.to); ++year) {
        const Period days{std::max(asked.days.from, make_date(year, 1, 1)),
                          std::min(asked.days.to, make_date(year, 12, 31)), Period::Unit::range};
        const std::string path = "leave/" + std::to_string(year) + ".yaml";
        files.push_back(
            {path,
             [path, line = line_of(team, asked, days)](const yaml::Document* file, Diagnostics& diagnostics) {
                 auto text = with_line(file, line);
                 if (!text) diagnostics.error("not-a-list", {path, {}, {}, 0}, say("store.not_appendable"));
                 return text;
             }});
    }
    return files;
}

std::string_view half_of(const team::Leave& leave) {
    return leave.half == team::Half::none ? "" : leave.half == team::Half::am ? "am" : "pm";
}

/// The lines of that leave in the team as it will be; the other half of a day may have been there.
std::vector<const team::Leave*> written_lines(const team::Team& team, const Asked& asked) {
    std::vector<const team::Leave*> lines;
    for (const auto& leave : team.leave) {
        const bool within = asked.days.from <= leave.from && leave.to <= asked.days.to;
        if (leave.who == asked.who && within && !leave.when && half_of(leave) == asked.half)
            lines.push_back(&leave);
    }
    return lines;
}

/// That plan but for days of the past and those that nobody has planned yet.
rota::Plan plan_of(const team::Team& team, const calendar::WorkingDays& days, const Period& period,
                   Date today) {
    auto plan = rota::make_plan(team, days, {period, today, false}, {});
    std::erase_if(plan.lines, [&](const team::PlanLine& line) {
        return line.date < today || std::ranges::none_of(team.plan, [&](const team::PlanLine& old) {
                   return old.date == line.date && old.series == line.series;
               });
    });
    return plan;
}

/// Places of these days that nobody holds.
std::size_t holes_within(const rota::Plan& plan, const Period& days) {
    return static_cast<std::size_t>(std::ranges::count_if(plan.result.uncovered, [&](const auto& hole) {
        return days.contains(plan.question.slots[static_cast<std::size_t>(hole.slot)].occurrence.date);
    }));
}

/// The published days on which turns fall, planned anew as `schedule` repairs them; nothing where none falls.
/// Coverage comes first: where a place of theirs stays empty, the whole weeks are planned, then the months.
std::optional<rota::Plan> repaired_plan(const Session& session, const team::Team& team, const Asked& asked) {
    const calendar::WorkingDays days{team};
    const Date today = session.now().date;
    std::optional<Period> reach;
    for (const auto* line : written_lines(team, asked)) {
        for (const auto& turn : waiting::fallen_turns(team, days, *line, today)) {
            const Date date = turn.when.date;
            if (!reach) reach = day_period(date);
            *reach = {std::min(reach->from, date), std::max(reach->to, date), Period::Unit::range};
        }
    }
    if (!reach) return std::nullopt;
    auto plan = plan_of(team, days, *reach, today);
    const Period weeks{week_period(reach->from).from, week_period(reach->to).to, Period::Unit::range};
    for (const auto& wider : {weeks, rota::months_of(*reach)}) {
        const auto open = holes_within(plan, *reach);
        if (open == 0) break;
        auto other = plan_of(team, days, wider, today);
        if (holes_within(other, *reach) < open) plan = std::move(other);
    }
    return plan;
}

/// The months' files with that plan in them.
std::vector<store::Rewrite> plan_rewrites(const team::Team& team, const rota::Plan& plan) {
    std::map<std::string, std::vector<team::PlanLine>> by_file;
    for (const auto& line : plan.lines) by_file[team::plan_path(month_of(line.date))].push_back(line);
    std::vector<store::Rewrite> files;
    for (const auto& [path, lines] : by_file)
        files.push_back({path, [&team, lines = lines](const yaml::Document* file, Diagnostics&) {
                             return store::merged_plan(team, file, lines);
                         }});
    return files;
}

/// Leave that the person has in these days already; it is refused.
const team::Leave* leave_there(const team::Team& team, const Asked& asked) {
    for (const auto& leave : team.leave) {
        if (leave.who != asked.who || leave.when || leave.to < asked.days.from || asked.days.to < leave.from)
            continue;
        const bool other_half =
            !asked.half.empty() && leave.half != team::Half::none && asked.half != half_of(leave);
        if (!other_half) return &leave;
    }
    return nullptr;
}

Exit run_leave(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto team_files = session.load({});
    if (!team_files) return Exit::files;
    const auto asked = take_arguments(session, *team_files);
    if (!asked) return Exit::usage;
    const Period reach{asked->days.from - Days{2}, asked->days.to + Days{2}, Period::Unit::range};
    const bool replan = session.flag("replan");
    const auto need =
        replan ? report::schedule_need(team_files->team, rota::months_of(reach), session.now().date)
               : store::Need{reach, reach, reach};
    const auto before = session.load(need);
    if (!before) return Exit::files;
    if (const auto* there = leave_there(before->team, *asked))
        return session.refuse(
            say("leave.there_is", before->team[asked->who].name, to_string(before->place(there->origin))),
            replan ? say("leave.replan_days", to_string(asked->days.from), to_string(asked->days.to))
                   : say("leave.change_it"));
    Diagnostics diagnostics;
    report::LeaveReport told;
    Exit shown = Exit::done;
    std::optional<rota::Plan> repaired;
    const auto check = [](const store::Loaded& changed, Diagnostics& found) {
        check::errors_of(changed, found);
    };
    const auto tell = [&](const store::Loaded& changed) {
        const calendar::WorkingDays days{changed.team};
        told = report::leave_report({changed.team, days, session.now()}, written_lines(changed.team, *asked),
                                    repaired ? &*repaired : nullptr);
        shown = session.emit(told.report);
    };
    const auto repair = [&](const store::Loaded& changed) {
        repaired = repaired_plan(session, changed.team, *asked);
        return repaired ? plan_rewrites(changed.team, *repaired) : std::vector<store::Rewrite>{};
    };
    const bool written =
        store::rewrite(session.root(), need, rewrites(before->team, *asked), check, diagnostics, tell,
                       replan ? store::FollowUp{repair} : store::FollowUp{});
    session.show(diagnostics);
    if (!written) return Exit::files;
    return shown == Exit::done && told.unfilled ? Exit::act : shown;
}

}  // namespace

CommandSpec leave_command() {
    return {"leave",
            "请假：写进去，说清哪些轮值落空、谁顶上，给群里一句话",
            "leave: write it, see which turns fall and who steps in, and a sentence for the group",
            {{"WHO", true, false, "谁", "who", Completes::person},
             {"KIND", true, false,
              "年假、病假、事假、调休、婚假、产假、陪产假、丧假、探亲假、工伤假、育儿假、护理假、公出",
              "annual, sick, private, in_lieu, marriage, maternity, paternity, bereavement, family_visit, "
              "injury, childcare, carer or business",
              Completes::fixed_word,
              "annual sick private in_lieu marriage maternity paternity bereavement family_visit injury "
              "childcare carer business"},
             {"DAY", false, true, "第一天，最后一天（默认今天一天）；half=am|pm 半天；note=备注",
              "the first day and the last (default: today); half=am|pm; note=TEXT", Completes::leave_day}},
            {{"replan", "", "同时修补这几天的排班，一起写入",
              "repair the plan of these days as well, in one step"}},
            {Shape::markdown, Shape::page, Shape::data},
            run_leave};
}

}  // namespace teamctl::cli
