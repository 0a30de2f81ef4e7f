#include "rules/figures/metrics.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "rules/figures/metrics_collect.hpp"
#include "team/known_roles.hpp"
#include "team/metric_words.hpp"

namespace teamctl::rules {
namespace {

struct Row {
    std::string_view name;
    Measure unit;
    std::string_view from;
    Collect collect;
    CollectOf collect_of = nullptr;
    bool less_is_better = false;
};

constexpr bool less_wins = true;

// phrase keys: metric.*
constexpr Row rows[] = {
    {"attendance_rate", Measure::ratio, "attendance", collect_attendance_rate},
    {"late", Measure::count, "attendance", collect_late, nullptr, less_wins},
    {"left_early", Measure::count, "attendance", collect_left_early, nullptr, less_wins},
    {"absent", Measure::count, "attendance", collect_absent, nullptr, less_wins},
    {"excused", Measure::count, "attendance", collect_excused, nullptr, less_wins},
    {"diaries", Measure::count, "diary", collect_diaries},
    {"diaries_late", Measure::count, "diary", collect_diaries_late, nullptr, less_wins},
    {"diaries_missing", Measure::count, "diary", collect_diaries_missing, nullptr, less_wins},
    {"reviews", Measure::count, "review", collect_records},
    {"visits", Measure::count, "visit", collect_records},
    {"contacts", Measure::count, "contact", collect_records},
    {"follow_ups_overdue", Measure::count, "customer, contact", collect_follow_ups_overdue, nullptr,
     less_wins},
    {"customers_new", Measure::count, "customer", collect_customers_new},
    {"customers_won", Measure::count, "customer_closed", collect_customers_won},
    {"sales", Measure::money, "deal", collect_sales},
    {"refunds", Measure::money, "refund", collect_refunds, nullptr, less_wins},
    {"refund_rate", Measure::ratio, "refund, deal", collect_refund_rate, nullptr, less_wins},
    {"target_ratio", Measure::ratio, "deal", collect_sales, collect_sales_target},
    {"payments", Measure::money, "deal, payment", collect_payments},
    {"receivables", Measure::money, "deal, payment", collect_receivables, nullptr, less_wins},
    {"commission", Measure::money, "deal", collect_commission},
    {"complaints", Measure::count, "ticket", collect_complaints, nullptr, less_wins},
    {"tickets_answered_in_time", Measure::count, "ticket, ticket_answered", collect_answered_in_time},
    {"tickets_resolved_in_time", Measure::count, "ticket, ticket_closed", collect_resolved_in_time},
    {"tickets_closed", Measure::count, "ticket_closed", collect_tickets_closed},
    {"cost", Measure::money, "ticket_closed", collect_cost, nullptr, less_wins},
    {"call_backs", Measure::count, "call_back", collect_call_backs},
    {"call_backs_in_time", Measure::count, "call_back, ticket_closed", collect_call_backs_in_time},
    {"score_call_back", Measure::score, "call_back", collect_call_back_scores},
    {"mistakes", Measure::count, "mistake", collect_records, nullptr, less_wins},
    {"mistakes(operating)", Measure::count, "mistake", collect_mistakes_of, nullptr, less_wins},
    {"mistakes(principle)", Measure::count, "mistake", collect_mistakes_of, nullptr, less_wins},
    {"praise", Measure::count, "praise", collect_records},
    {"helped", Measure::count, "help", collect_records},
    {"suggestions", Measure::count, "suggestion", collect_records},
    {"suggestions_accepted", Measure::count, "suggestion_accepted, suggestion_decided",
     collect_suggestions_accepted},
    {"score_exam", Measure::score, "score", collect_scores},
    {"score_lecture", Measure::score, "score", collect_scores},
    {"score_customer", Measure::score, "score", collect_scores},
    {"score_appraisal", Measure::score, "score", collect_scores},
    {"score_skill", Measure::score, "score", collect_scores},
    {"score_total", Measure::score, "score", collect_score_total},
    {"training_minutes", Measure::minutes, "training", collect_training_minutes},
    {"checks_done", Measure::count, "check", collect_checks_done},
    {"checks_missed", Measure::count, "check", collect_checks_missed, nullptr, less_wins},
    {"points", Measure::points, "points, attendance, diary", collect_points},
    {"fines", Measure::money, "attendance", collect_fines, nullptr, less_wins},
};

/// Roles that have a name in the reader's language; others are called as the files call them. Where two roles
/// of the team have that name, as host and 主持 do, each has its own behind it.
Phrase turns_title(const std::string& role, const std::vector<std::string>& roles) {
    if (const auto* known = team::known_role(role)) {
        auto title = say("metric.turns_as", say("name.bilingual", known->zh, known->turns_en));
        const bool shared =
            std::ranges::count(roles, known, [](const auto& one) { return team::known_role(one); }) > 1;
        return shared ? say("metric.told_apart", std::move(title), role) : title;
    }
    std::string words = role;
    std::replace(words.begin(), words.end(), '_', ' ');
    return say("metric.turns", words);
}

void add_own_scores(const team::Team& team, std::vector<Metric>& all) {
    for (const auto& kind : team.rules.scores.kinds)
        all.push_back({"score_" + kind.id,
                       verbatim(kind.title),
                       Measure::score,
                       "score",
                       collect_scores,
                       nullptr,
                       false,
                       {},
                       false});
}

/// Each role once, in the order of the series.
std::vector<std::string> role_names(const team::Team& team) {
    std::vector<std::string> names;
    for (const auto& series : team.series) {
        for (const auto& role : series.roles) {
            if (std::find(names.begin(), names.end(), role.name) == names.end()) names.push_back(role.name);
        }
    }
    return names;
}

/// Assets with a unit of readings are meters, and those that a target or an award asks about.
bool is_meter(const team::Team& team, const team::Asset& asset, const std::string& metric) {
    if (asset.tank || !asset.unit.empty()) return true;
    return std::ranges::any_of(team.targets, [&](const auto& one) { return one.metric == metric; }) ||
           std::ranges::any_of(team.awards, [&](const auto& award) {
               return award.best == metric || std::ranges::any_of(award.require, [&](const auto& one) {
                          return one.metric == metric;
                      });
           });
}

void add_consumption(const team::Team& team, std::vector<Metric>& all) {
    for (std::int32_t i = 0; i < std::ssize(team.assets); ++i) {
        const auto& asset = team[team::AssetId{i}];
        const auto name = team::consumption_metric(asset.id);
        if (!is_meter(team, asset, name)) continue;
        auto title = asset.unit.empty() ? say("metric.consumption", team::asset_name(asset))
                                        : say("metric.consumption_in", team::asset_name(asset), asset.unit);
        if (std::ranges::count(team.assets, asset.name, &team::Asset::name) > 1)
            title = say("metric.told_apart", std::move(title), asset.id);
        all.push_back({name,
                       std::move(title),
                       Measure::amount,
                       "meter",
                       collect_consumption,
                       nullptr,
                       true,
                       {},
                       false,
                       team::AssetId{i}});
    }
}

}  // namespace

std::vector<Metric> metrics(const team::Team& team) {
    std::vector<Metric> all;
    for (const auto& row : rows) {
        const std::string name{row.name};
        if (row.collect == collect_score_total) {  // behind the team's own kinds, where the rules weigh any
            add_own_scores(team, all);
            if (team.rules.scores.total.empty()) continue;
        }
        all.push_back({name,
                       Phrase{"metric." + name, {}},
                       row.unit,
                       row.from,
                       row.collect,
                       row.collect_of,
                       row.less_is_better,
                       {},
                       row.unit == Measure::money || row.collect == collect_refund_rate ||
                           row.collect_of == collect_sales_target});
    }
    const auto roles = role_names(team);
    for (const auto& role : roles) {
        all.push_back({"turns_" + role, turns_title(role, roles), Measure::count, "plan", collect_turns,
                       nullptr, false, role, false});
    }
    add_consumption(team, all);
    return all;
}

Figures::Figures(const Books& books)
    : books_{&books}, places_{books.team()}, catalogue_{metrics(books.team())} {}

const Metric* Figures::find(std::string_view name) const {
    const auto found = std::find_if(catalogue_.begin(), catalogue_.end(),
                                    [&](const auto& metric) { return metric.name == name; });
    return found == catalogue_.end() ? nullptr : &*found;
}

const Metric& Figures::metric(MetricName name) const {
    const auto* found = find(name);
    if (found == nullptr) throw std::logic_error{"no metric " + std::string{name}};
    return *found;
}

SumPlaces::SumPlaces(const team::Team& team) : team_{&team} {
    first_.push_back(0);
    for (const auto& person : team.people) first_.push_back(first_.back() + 1 + person.changes.size());
}

std::size_t SumPlaces::place(team::PersonId who, Date date) const {
    if (!who) return first_.back();
    const auto& changes = (*team_)[who].changes;
    const auto later = std::ranges::upper_bound(changes, date, {}, &team::Change::from);
    return first_[static_cast<std::size_t>(who.index)] + static_cast<std::size_t>(later - changes.begin());
}

std::vector<std::size_t> SumPlaces::of(const Subject& subject) const {
    std::vector<std::size_t> places;
    // Of one person the others need not be asked: a table of all people asks for each.
    const std::int32_t begin = subject.person ? subject.person.index : 0;
    const std::int32_t end = subject.person ? begin + 1 : static_cast<std::int32_t>(team_->people.size());
    for (std::int32_t i = begin; i < end; ++i) {
        const team::PersonId who{i};
        const auto& changes = (*team_)[who].changes;
        const auto first = first_[static_cast<std::size_t>(i)];
        const Date before = changes.empty() ? Date{} : changes.front().from - Days{1};
        if (belongs(*team_, who, subject, before)) places.push_back(first);
        for (std::size_t k = 0; k < changes.size(); ++k) {
            if (belongs(*team_, who, subject, changes[k].from)) places.push_back(first + 1 + k);
        }
    }
    if (belongs(*team_, {}, subject, {})) places.push_back(first_.back());
    return places;
}

const std::vector<Sum>& Figures::sums(const Metric& metric) const {
    const auto found = sums_.find(metric.name);
    if (found != sums_.end()) return found->second;
    Sink sink{books_->team()};
    metric.collect(*books_, metric, sink);
    return sums_.emplace(metric.name, sink.sums()).first->second;
}

Value Figures::value(const Metric& metric, const Subject& subject) const {
    return sum(metric, subject).value(metric.unit);
}

Sum Figures::sum(const Metric& metric, const Subject& subject) const {
    const auto& all = sums(metric);
    Sum total;
    for (const auto place : places_.of(subject)) total.add(all[place].part, all[place].base);
    if (metric.collect_of != nullptr) {
        Sink own{books_->team(), Subject{}};
        metric.collect_of(*books_, subject, own);
        for (const auto& evidence : own.list()) total.add(evidence.part, evidence.base);
    }
    return total;
}

Figure Figures::figure(const Metric& metric, const Subject& subject) const {
    Sink sink{books_->team(), subject};
    metric.collect(*books_, metric, sink);
    Figure figure{metric.unit, {}, std::move(sink.list())};
    if (metric.collect_of != nullptr) {
        Sink own{books_->team(), Subject{}};
        metric.collect_of(*books_, subject, own);
        for (auto& evidence : own.list()) figure.evidence.push_back(std::move(evidence));
    }
    std::stable_sort(figure.evidence.begin(), figure.evidence.end(),
                     [](const auto& a, const auto& b) { return a.date < b.date; });
    Sum total;
    for (const auto& evidence : figure.evidence) total.add(evidence.part, evidence.base);
    figure.value = total.value(metric.unit);
    return figure;
}

}  // namespace teamctl::rules
