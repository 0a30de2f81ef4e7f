#include "report/customer.hpp"

#include <algorithm>

#include "cli/line/commands.hpp"
#include "cli/session.hpp"
#include "report/explain.hpp"
#include "rules/look_back.hpp"
#include "team/fixed_words.hpp"

namespace teamctl::cli {
namespace {

/// What the options narrow; on a name that nobody bears they have said so.
std::optional<rules::CustomerQuery> customer_query(const Session& session, const store::Loaded& loaded,
                                                   const rules::Entities& entities) {
    rules::CustomerQuery query;
    if (const auto who = session.option("who")) {
        const auto person = session.person(loaded, *who);
        if (!person) return std::nullopt;
        query.subject.person = *person;
    }
    if (const auto name = session.option("unit")) {
        const auto unit = session.unit(loaded, *name);
        if (!unit) return std::nullopt;
        query.subject.unit = *unit;
    }
    if (const auto territory = session.option("territory")) {
        const auto known = rules::territories_of(loaded.team, entities);
        if (std::find(known.begin(), known.end(), *territory) == known.end()) {
            session.refuse_unknown("customer.territory", *territory, known);
            return std::nullopt;
        }
        query.territory = *territory;
    }
    if (const auto state = session.option("state")) {
        query.state = team::word_in(*state, rules::customer_states());
        if (query.state.empty()) {
            const auto near = team::nearest_word(*state, rules::customer_states());
            session.refuse(say("check.unknown_ref", say("customer.state"), *state),
                           near ? say("check.did_you_mean", team::word_shown(*near))
                                : say("check.known_names", team::words_shown(rules::customer_states())));
            return std::nullopt;
        }
    }
    return query;
}

Exit run_customer(Session& session) {
    if (const auto exit = session.enter()) return *exit;
    const auto loaded = session.load(rules::all_before(day_period(session.now().date)));
    if (!loaded) return Exit::files;
    const auto& team = loaded->team;
    const calendar::WorkingDays days{team};
    const rules::Context context{team, days, session.now()};
    const auto entities = rules::entities_at(team, session.now());
    const auto query = customer_query(session, *loaded, entities);
    if (!query) return Exit::usage;
    const std::string name = session.argument(0);
    if (name.empty())
        return session.emit_page(report::customer_list(context, entities, *query, session.flag("phones")),
                                 {.lines = 44, .rows = {36, 24, 12}});
    for (const auto* option : {"who", "unit", "territory", "state"})
        if (session.option(option))
            return session.refuse(say("customer.one_or_many", name), say("cli.see_help_of", "customer"));
    const auto story = report::explain_customer(context, name, session.words());
    if (!story) return session.refuse(say("explain.no_customer", name), say("customer.see_all"));
    return session.emit(*story);
}

}  // namespace

CommandSpec customer_command() {
    return {"customer",
            "客户名单：谁负责、跟到哪一步、该联系谁了；一位客户的经过",
            "customers: whose, how far, whom to contact; one customer's story",
            {{"NAME", false, false, "哪位客户：编号、电话或名字；默认全部",
              "which one: an id, a telephone number or a name; default: all", Completes::customer}},
            {{"who", "ID", "只看这个人负责的", "only this person's", 0, false, Completes::person},
             {"unit", "UNIT", "只看这个组的", "only this unit's", 0, false, Completes::unit},
             {"territory", "TERRITORY", "只看这个区域的", "only of this territory", 0, false,
              Completes::territory},
             {"state", "STATE", "只看这一种：在跟、未跟进、跟进中、逾期、已结案、成交、流失、无效",
              "only: open, new, contacted, overdue, closed, won, lost or invalid", 0, false,
              Completes::fixed_word, "open new contacted overdue closed won lost invalid"},
             {"phones", "", "也写出电话", "telephone numbers too"},
             {"full", "", "全部列出，不限一页", "everything, not only one page"}},
            {Shape::markdown, Shape::page, Shape::data, Shape::table},
            run_customer};
}

}  // namespace teamctl::cli
