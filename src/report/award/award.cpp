#include "report/award.hpp"

#include <array>

#include "report/award/parts.hpp"
#include "report/summary/page.hpp"
#include "rules/figures/standings.hpp"
#include "rules/look_back.hpp"
#include "rules/scope/awards.hpp"

namespace teamctl::report {
namespace {

using rules::AwardResult;
using rules::Candidate;
using rules::RequirementCheck;
using team::Award;
using team::Team;
using State = Candidate::State;

std::string_view state_name(State state) {
    switch (state) {
        case State::winner:
            return "winner";
        case State::tied:
            return "tied";
        case State::eligible:
            return "eligible";
        case State::not_eligible:
            break;
    }
    return "not_eligible";
}

std::string sign_of(std::string_view op) {
    if (op == ">=") return "≥";
    if (op == "<=") return "≤";
    return std::string{op};
}

/// What stands behind the sign: `6%`
std::string asked(const team::Requirement& requirement) {
    if (requirement.op == "highest") return requirement.op;
    const auto at = requirement.text.find_last_of("<>= ");
    return at == std::string::npos ? requirement.text : requirement.text.substr(at + 1);
}

/// `退款率 < 6%`
Phrase condition(const rules::Figures& figures, const team::Requirement& requirement) {
    const auto* metric = figures.find(requirement.metric);
    if (requirement.op == "highest")
        return say("award.condition_highest",
                   metric != nullptr ? metric->title : verbatim(requirement.metric));
    return say("award.condition", metric != nullptr ? metric->title : verbatim(requirement.metric),
               sign_of(requirement.op), asked(requirement));
}

Phrase result_text(const Award& award, const Candidate& candidate) {
    switch (candidate.state) {
        case State::winner:
            return place_title(award, *candidate.prize);
        case State::tied:
            return say("award.tied", place_title(award, *candidate.prize));
        case State::eligible:
            return say("award.eligible");
        case State::not_eligible:
            break;
    }
    return say("award.not_eligible");
}

Cell result_cell(const Award& award, const Candidate& candidate) {
    constexpr std::array<Tone, 4> tones{Tone::muted, Tone::plain, Tone::warn, Tone::good};
    return {result_text(award, candidate), std::string{state_name(candidate.state)},
            tones[static_cast<std::size_t>(candidate.state)]};
}

std::string raw_of(const rules::Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* money = std::get_if<Money>(&value)) return to_string(*money);
    if (const auto* ratio = std::get_if<Ratio>(&value)) return decimals(*ratio, 6);
    if (const auto* amount = std::get_if<team::Decimal>(&value)) return number_text(*amount);
    return {};
}

/// The value a requirement met or did not, with a mark.
Cell check_cell(const rules::Figures& figures, const RequirementCheck& check) {
    const auto* metric = figures.find(check.requirement->metric);
    if (metric == nullptr) return {};
    const bool limited = check.requirement->op != "highest";
    const auto value = limited ? value_phrase(*metric, check.value, check.requirement->value)
                               : value_phrase(*metric, check.value);
    return {check.holds ? say("award.holds", value) : say("award.fails", value), raw_of(check.value),
            check.holds ? Tone::good : Tone::bad};
}

/// `采纳建议最多`, `讲课评分最高`: things are counted, marks and money are high or low.
Phrase decided_by(const rules::Metric& metric) {
    const bool counted = metric.unit == rules::Measure::count;
    if (metric.less_is_better)
        return counted ? say("award.fewest", metric.title) : say("award.lowest", metric.title);
    return counted ? say("award.most", metric.title) : say("award.highest", metric.title);
}

void add_terms(Report& report, const rules::Figures& figures, const Award& award) {
    std::vector<Phrase> terms;
    for (const auto& requirement : award.require) terms.push_back(condition(figures, requirement));
    if (award.nominated) terms.push_back(say("award.nominated"));
    Facts facts;
    if (!terms.empty()) facts.rows.emplace_back(say("award.asks"), Cell{commas(std::move(terms))});
    if (const auto* best = figures.find(award.best))
        facts.rows.emplace_back(say("award.by"), Cell{decided_by(*best)});
    std::vector<Phrase> prizes;
    for (std::size_t i = 0; i < award.places.size(); ++i) {
        const auto place = static_cast<int>(i);
        const auto title = place_title(award, place);
        prizes.push_back(has_prize(award, place)
                             ? say("award.prize_line", title, award.places[i], prize_of(award, place))
                             : say("award.place_line", title, award.places[i]));
    }
    if (!prizes.empty()) facts.rows.emplace_back(say("award.places"), Cell{commas(std::move(prizes))});
    report.add(std::move(facts));
}

/// Everybody with the value behind each requirement.
Table candidates_table(const rules::Figures& figures, const Award& award, const AwardResult& result) {
    const auto& team = figures.books().team();
    Table table{"candidates_" + award.id, {}, {}, {}, {}};
    table.columns = {{"who", say("standings.who"), ColumnType::person},
                     {"state", say("award.result"), ColumnType::text}};
    const auto* best = figures.find(award.best);
    if (best != nullptr) table.columns.push_back({"value", best->title, column_type(best->unit)});
    for (const auto& requirement : award.require)
        table.columns.push_back({requirement.metric, condition(figures, requirement), ColumnType::text});
    if (award.nominated)
        table.columns.push_back({"nominations", say("award.nominations"), ColumnType::number});
    table.form = RowForm{0, 1, {}, 2};
    for (const auto& candidate : result.candidates) {
        // By nomination, those whom nobody named say nothing.
        if (award.nominated && candidate.nominations.empty()) continue;
        std::vector<Cell> row{person_cell(team, candidate.who), result_cell(award, candidate)};
        if (best != nullptr) row.push_back(value_cell(*best, candidate.value));
        for (const auto& check : candidate.checks) row.push_back(check_cell(figures, check));
        if (award.nominated) row.push_back(Cell{static_cast<std::int64_t>(candidate.nominations.size())});
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Why there is no winner: nobody may win, or nobody of those who may has reached anything.
Phrase nobody_text(const rules::Figures& figures, const Award& award, const AwardResult& result) {
    const auto* best = figures.find(award.best);
    const bool eligible = !rules::people_in(result, State::eligible).empty();
    if (eligible && best != nullptr) return say("award.nothing_reached", best->title);
    std::vector<Phrase> failed;
    for (std::size_t i = 0; i < award.require.size(); ++i) {
        const auto count = std::ranges::count_if(result.candidates, [&](const Candidate& candidate) {
            return i < candidate.checks.size() && !candidate.checks[i].holds;
        });
        if (count > 0) failed.push_back(say("award.fails_for", condition(figures, award.require[i]), count));
    }
    if (award.nominated && failed.empty()) return say("award.nobody_nominated");
    return failed.empty() ? say("award.nobody") : say("award.nobody_because", PhraseList{std::move(failed)});
}

/// The condition that nobody meets, where there are many who do not: a table of them all would say it of
/// each.
std::optional<std::size_t> stops_all(const Award& award, const AwardResult& result) {
    constexpr std::size_t many = 4;
    if (award.nominated || result.candidates.size() < many) return std::nullopt;
    for (std::size_t i = 0; i < award.require.size(); ++i) {
        const bool all = std::ranges::all_of(result.candidates, [&](const Candidate& candidate) {
            return i < candidate.checks.size() && !candidate.checks[i].holds;
        });
        if (all && award.require[i].op != "highest") return i;
    }
    return std::nullopt;
}

/// Who is nearest to it, with the value; those who are as near, too.
void add_nearest(Report& report, const rules::Figures& figures, const Award& award, const AwardResult& result,
                 std::size_t at) {
    const auto& requirement = award.require[at];
    const auto* metric = figures.find(requirement.metric);
    if (metric == nullptr) return;
    const bool less = requirement.op.starts_with('<') || requirement.op == "=";
    const rules::Value* best = nullptr;
    std::vector<Phrase> names;
    for (const auto& candidate : result.candidates) {
        const auto& value = candidate.checks[at].value;
        if (!rules::number(value)) continue;
        const int sign = best != nullptr ? rules::compare(value, *best, less) : 1;
        if (sign < 0) continue;
        if (sign > 0) names.clear();
        best = &value;
        names.push_back(name_of(figures.books().team(), candidate.who));
    }
    const auto asked_for = condition(figures, requirement);
    // Where all have the same nobody is nearest.
    const bool alike = best != nullptr && names.size() > 1 && names.size() == result.candidates.size();
    report.add(
        Paragraph{alike ? say("award.all_alike", asked_for, value_phrase(*metric, *best, requirement.value))
                  : best == nullptr ? say("award.stops_all", asked_for)
                                    : say("award.nearest", asked_for, listed(std::move(names)),
                                          value_phrase(*metric, *best, requirement.value))});
    report.add(Paragraph{say("award.each_in_csv", award.id), Tone::muted});
}

void add_winners(Report& report, const rules::Figures& figures, const Award& award,
                 const AwardResult& result) {
    const auto& team = figures.books().team();
    bool any = false;
    for (const auto& candidate : result.candidates) {
        if (candidate.state != State::winner) continue;
        // Until the period is over, anything may still change (D2.3).
        const bool over = rules::day_over(figures.books().period().to, figures.books().context().now);
        const auto place = over ? place_title(award, *candidate.prize)
                                : say("award.so_far", place_title(award, *candidate.prize));
        const auto name = name_of(team, candidate.who);
        report.add(Paragraph{has_prize(award, *candidate.prize)
                                 ? say("award.won_prize", place, name, prize_of(award, *candidate.prize))
                                 : say("award.won", place, name),
                             Tone::strong});
        any = true;
    }
    if (!any && !result.open) report.add(Paragraph{nobody_text(figures, award, result), Tone::muted});
}

/// Who is tied, and what to type once it is decided.
void add_ties(Report& report, const Team& team, const Award& award, const AwardResult& result,
              const Period& period) {
    const auto tied = rules::people_in(result, State::tied);
    if (tied.empty()) return;
    std::vector<Phrase> names;
    List commands;
    for (const auto who : tied) {
        names.push_back(name_of(team, who));
        commands.items.push_back({verbatim(decision_command(award, period, team, who)), {}, {}, {}});
    }
    report.add(Notice{say("award.open", std::move(names)), Tone::warn});
    report.add(std::move(commands));
}

void add_nominations(Report& report, const Team& team, const AwardResult& result) {
    List list;
    for (const auto& candidate : result.candidates) {
        for (const auto* record : candidate.nominations) {
            const Phrase reason = verbatim(std::string{record->text("reason")});
            const Phrase example = verbatim(std::string{record->text("example")});
            const auto whom = name_of(team, candidate.who);
            const auto by = record->person("by");
            list.items.push_back(
                {by ? say("award.nomination", whom, record->date, name_of(team, by), reason, example)
                    : say("award.nomination_by_none", whom, record->date, reason, example),
                 {},
                 {},
                 {}});
        }
    }
    if (list.items.empty()) return;
    report.add(Heading{3, say("award.nominations")});
    report.add(std::move(list));
}

Json candidate_json(const rules::Figures& figures, const Award& award, const Candidate& candidate) {
    const auto& team = figures.books().team();
    auto requirements = Json::array();
    for (const auto& check : candidate.checks) {
        requirements.push(Json::object()
                              .set("metric", check.requirement->metric)
                              .set("op", check.requirement->op)
                              .set("asks", asked(*check.requirement))
                              .set("value", value_json(check.value))
                              .set("holds", check.holds));
    }
    auto nominations = Json::array();
    for (const auto* record : candidate.nominations) {
        nominations.push(Json::object()
                             .set("date", to_string(record->date))
                             .set("by", id_of(team, record->person("by")))
                             .set("reason", record->text("reason"))
                             .set("example", record->text("example"))
                             .set("file", team.files[record->origin.file])
                             .set("line", record->origin.mark.line));
    }
    const bool placed = candidate.prize.has_value();
    auto json = Json::object();
    json.set("who", id_of(team, candidate.who))
        .set("state", state_name(candidate.state))
        .set("place", placed ? Json{*candidate.prize + 1} : Json{})
        .set("prize",
             placed && has_prize(award, *candidate.prize) ? Json{prize_of(award, *candidate.prize)} : Json{})
        .set("value", value_json(candidate.value))
        .set("requirements", std::move(requirements))
        .set("nominations", std::move(nominations));
    return json;
}

Json award_json(const rules::Figures& figures, const Award& award, const AwardResult& result) {
    const auto& team = figures.books().team();
    const auto& period = figures.books().period();
    const auto tied = rules::people_in(result, State::tied);
    auto decide = Json::array();
    for (const auto who : tied) decide.push(decision_command(award, period, team, who));
    auto candidates = Json::array();
    for (const auto& candidate : result.candidates)
        candidates.push(candidate_json(figures, award, candidate));
    auto json = Json::object();
    json.set("award", award.id)
        .set("name", award.name)
        .set("period", Json::object().set("from", to_string(period.from)).set("to", to_string(period.to)))
        .set("open", result.open)
        .set("winners", ids_of(team, rules::people_in(result, State::winner)))
        .set("tied", ids_of(team, tied))
        .set("decide", std::move(decide))
        .set("candidates", std::move(candidates));
    return json;
}

Table csv_rows() {
    Table rows{"awards", {}, {}, {}, {}};
    rows.columns = {{"award", {}, ColumnType::text},        {"from", {}, ColumnType::date},
                    {"to", {}, ColumnType::date},           {"who", {}, ColumnType::person},
                    {"state", {}, ColumnType::text},        {"place", {}, ColumnType::number},
                    {"prize", {}, ColumnType::money},       {"requirement", {}, ColumnType::text},
                    {"metric_value", {}, ColumnType::text}, {"holds", {}, ColumnType::text}};
    return rows;
}

/// One row for each requirement of each person; one without where there is none.
void add_csv(Table& rows, const rules::Figures& figures, const Award& award, const AwardResult& result) {
    const auto& period = figures.books().period();
    const auto text = [](std::string raw) { return Cell{std::move(raw)}; };
    for (const auto& candidate : result.candidates) {
        const bool placed = candidate.prize.has_value();
        std::vector<Cell> head{
            text(award.id),
            Cell{period.from},
            Cell{period.to},
            person_cell(figures.books().team(), candidate.who),
            text(std::string{state_name(candidate.state)}),
            placed ? Cell{*candidate.prize + 1} : Cell{},
            placed && has_prize(award, *candidate.prize) ? Cell{prize_of(award, *candidate.prize)} : Cell{}};
        for (const auto& check : candidate.checks) {
            auto row = head;
            row.push_back(text(check.requirement->text));
            row.push_back(text(raw_of(check.value)));
            row.push_back(text(check.holds ? "true" : "false"));
            rows.rows.push_back(std::move(row));
        }
        if (!candidate.checks.empty()) continue;
        head.resize(rows.columns.size());
        rows.rows.push_back(std::move(head));
    }
}

}  // namespace

AwardPage award_page(const rules::Context& context, const std::vector<AwardAsk>& asks) {
    AwardPage page;
    auto& report = page.report;
    const auto& team = context.team;
    report.name = "award";
    report.made = context.now.date;
    report.title =
        asks.size() == 1 ? verbatim(team[asks.front().award].name) : say("award.title", team.settings.team);
    report.rows = csv_rows();
    report.add(Heading{1, report.title});
    if (asks.empty()) report.add(Paragraph{say("award.none"), Tone::muted});
    auto list = Json::array();
    std::optional<Period> said_until;
    for (const auto& ask : asks) {
        const rules::Books books{context, ask.period};
        const rules::Figures figures{books};
        const auto& award = team[ask.award];
        const auto result = rules::award_result(figures, ask.award);
        report.year = year_of(ask.period.from);
        report.add(
            Heading{2, say(result.open ? "award.heading_open" : "award.heading", award.name, ask.period)});
        // Once on a page is enough, where it is the same.
        if (said_until != ask.period) add_until(report, ask.period, context.now);
        said_until = ask.period;
        add_terms(report, figures, award);
        add_winners(report, figures, award, result);
        add_ties(report, team, award, result, ask.period);
        if (const auto at = stops_all(award, result)) {
            add_nearest(report, figures, award, result, *at);
        } else if (auto table = candidates_table(figures, award, result); !table.rows.empty()) {
            report.add(std::move(table));
        }
        add_nominations(report, team, result);
        add_csv(*report.rows, figures, award, result);
        list.push(award_json(figures, award, result));
        page.open = page.open || result.open;
    }
    report.data = Json::object().set("awards", std::move(list));
    return page;
}

store::Need award_need(const team::Team& team, const Period& period, Date today) {
    const auto years = rules::award_years(period);
    const Period all{years.from, std::max(years.to, today), Period::Unit::range};
    return rules::look_back(team, all, years, today);
}

}  // namespace teamctl::report
