#include "report/records.hpp"

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "entry/words.hpp"

namespace teamctl::cli {
namespace {

/// As files have them, or their titles where the typed word is in Chinese.
std::vector<std::string> kind_names(const std::string& typed) {
    const bool chinese = !typed.empty() && static_cast<unsigned char>(typed.front()) >= 0x80;
    std::vector<std::string> names;
    for (const auto& spec : team::record_specs()) names.emplace_back(chinese ? spec.zh : spec.name);
    return names;
}

/// --where key=value, each as a pair; on a wrong one it has said why.
std::optional<Exit> take_conditions(const Session& session, report::RecordsQuery& query) {
    const auto at = session.invocation().options.find("where");
    if (at == session.invocation().options.end()) return std::nullopt;
    for (const auto& text : at->second) {
        const auto equals = text.find('=');
        if (equals == std::string::npos)
            return session.refuse(say("log.not_key_value", text),
                                  say("check.write_like", "customer=c261123-zhangwei-1"));
        const auto key = text.substr(0, equals);
        if (!report::is_record_key(query.kind, key)) return session.refuse(say("check.unknown_key", key));
        query.where.emplace_back(key, text.substr(equals + 1));
    }
    return std::nullopt;
}

Exit run_records(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    // One argument may be either: a kind, or a period.
    std::string kind = session.argument(0);
    std::string when = session.argument(1);
    if (when.empty() && entry::kind_named(kind) < 0 && parse_period(kind, session.now().date))
        std::swap(kind, when);
    report::RecordsQuery query;
    query.phones = session.flag("phones");
    if (!kind.empty()) {
        const auto words = entry::with_kind({kind});  // 投诉: tickets of that kind
        query.kind = entry::kind_named(words.front());
        if (*query.kind < 0) return session.refuse_unknown_or_period("ref.record", kind, kind_names(kind));
        for (std::size_t i = 1; i < words.size(); ++i) {
            const auto pair = entry::key_value(words[i]);
            query.where.emplace_back(pair->key, pair->value);
        }
    }
    const auto period = session.period(when, month_period(month_of(session.now().date)));
    if (!period) return Exit::usage;
    query.period = *period;
    if (const auto exit = take_conditions(session, query)) return *exit;
    const auto loaded = session.load({std::nullopt, *period, std::nullopt});
    if (!loaded) return Exit::files;
    if (const auto who = session.option("who")) {
        const auto person = session.person(*loaded, *who);
        if (!person) return Exit::usage;
        query.who = *person;
    }
    // What nobody narrowed down is bounded.
    const bool all = query.kind || query.who || !query.where.empty() || session.flag("full");
    query.latest_first = session.shape() == Shape::text && !all;
    const auto report = report::records_report(loaded->team, query);
    return query.latest_first
               ? session.emit_page(report, {.lines = 44, .rows = {40, 30, 24, 20, 16, 12, 8, 5, 3}})
               : session.emit(report);
}

}  // namespace

CommandSpec records_command() {
    return {"records",
            "列出记录",
            "list records",
            {{"KIND", false, false, "记录的种类，默认全部", "kind of record; default: all",
              Completes::record_kind},
             {"PERIOD", false, false, "期间，默认本月", "period; default: this month", Completes::period}},
            {{"full", "", "全部列出，不限一页", "everything, not only one page"},
             {"who", "ID", "只看涉及这个人的", "records that name this person", 0, false, Completes::person},
             {"where", "KEY=VALUE", "只看字段等于这个值的", "records whose field has this value", 0, true,
              Completes::field},
             {"phones", "", "也显示电话", "show telephone numbers too"}},
            {Shape::markdown, Shape::page, Shape::data, Shape::table},
            run_records};
}

}  // namespace teamctl::cli
