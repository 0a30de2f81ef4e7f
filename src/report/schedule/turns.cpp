#include "report/schedule/turns.hpp"

#include <algorithm>

#include "report/naming.hpp"
#include "report/schedule/json.hpp"
#include "rota/review.hpp"

namespace teamctl::report {
namespace {

using rota::Account;
using rota::Plan;
using team::Team;

/// Whole turns as they are, others with up to two decimals.
std::string turns_text(const mpq_class& turns) {
    std::string text = decimals(four_decimals(turns).value, 2);
    while (text.find('.') != std::string::npos && (text.back() == '0' || text.back() == '.')) {
        const bool point = text.back() == '.';
        text.pop_back();
        if (point) break;
    }
    return text;
}

Cell turns_cell(const mpq_class& turns) {
    if (turns.get_den() == 1) return Cell{static_cast<std::int64_t>(turns.get_num().get_si())};
    return Cell{verbatim(turns_text(turns))};
}

/// "每人 3–4 次", over those who owe turns; nothing where nobody does.
std::optional<Phrase> range_of(const std::vector<Account>& accounts) {
    const auto range = rota::turns_range(accounts);
    if (!range) return std::nullopt;
    const auto& [least, most] = *range;
    if (least.get_den() != 1 || most.get_den() != 1)
        return say("schedule.turns_range", turns_text(least), turns_text(most));
    const std::int64_t low = least.get_num().get_si(), high = most.get_num().get_si();
    return low == high ? say("schedule.turns_each", high) : say("schedule.turns_range", low, high);
}

Table account_table(const Team& team, std::string id, Phrase caption, const std::vector<Account>& accounts) {
    Table table{std::move(id),
                std::move(caption),
                {{"who", say("schedule.who"), ColumnType::person},
                 {"before", say("schedule.before"), ColumnType::number},
                 {"turns", say("schedule.turns"), ColumnType::number},
                 {"due", say("schedule.due"), ColumnType::number},
                 {"balance", say("schedule.balance"), ColumnType::number}},
                {},
                {}};
    const auto decimal = [](const mpq_class& value) {
        return verbatim(decimals(four_decimals(value).value, 2));
    };
    for (const auto& account : accounts)
        table.rows.push_back({person_cell(team, account.who), turns_cell(account.before),
                              turns_cell(account.turns), Cell{decimal(account.due)},
                              Cell{decimal(account.before + account.turns - account.due)}});
    return table;
}

}  // namespace

Phrase group_title(const Team& team, const Plan& plan, std::size_t group) {
    std::vector<Phrase> roles;
    for (std::size_t i = 0; i < plan.question.roles.size(); ++i) {
        if (plan.question.problem.roles[i].group != static_cast<int>(group)) continue;
        const auto& [series, role] = plan.question.roles[i];
        roles.push_back(say("schedule.role_of", team[series].name,
                            role_title(team[series].roles[static_cast<std::size_t>(role)].name)));
    }
    return listed(std::move(roles));
}

std::optional<Phrase> turns_range(const Plan& plan) {
    std::vector<Phrase> ranges;
    for (std::size_t group = 0; group < plan.question.groups.size(); ++group)
        if (auto range = range_of(rota::accounts_of(plan, group))) ranges.push_back(std::move(*range));
    if (ranges.size() != 1) return std::nullopt;
    return ranges.front();
}

void add_fairness(const Team& team, const Plan& plan, Report& report) {
    report.add(Heading{2, say("schedule.fairness"), true});
    std::size_t shown = 0;
    std::vector<Table> tables;
    for (std::size_t group = 0; group < plan.question.groups.size(); ++group) {
        const auto accounts = rota::accounts_of(plan, group);
        if (accounts.empty()) continue;
        ++shown;
        const Phrase title = group_title(team, plan, group);
        const auto range = range_of(accounts);
        tables.push_back(account_table(team, "fairness_" + plan.question.groups[group],
                                       range ? say("schedule.turns_caption", title, *range) : title,
                                       accounts));
    }
    if (shown > 1) report.add(account_table(team, "totals", say("schedule.totals"), rota::totals_of(plan)));
    for (auto& table : tables) report.add(std::move(table));
}

}  // namespace teamctl::report
