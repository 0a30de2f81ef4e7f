#include "rules/stretch.hpp"

#include <algorithm>
#include <map>
#include <memory>

namespace teamctl::rules {
namespace {

using team::PersonId;
using team::Target;
using Rule = ShortTarget::Rule;

constexpr int usual_months = 3;

Ratio plus_one(Ratio ratio) {
    return sum({1, 1}, ratio);
}

Ratio whole(std::int64_t amount) {
    return {amount, 1};
}

int months_of(const Period& period) {
    if (period.unit == Period::Unit::month) return 1;
    if (period.unit == Period::Unit::quarter) return 3;
    return period.unit == Period::Unit::year ? 12 : 0;
}

/// The books of the three months before the target periods, each made once.
class Usual {
  public:
    explicit Usual(const Context& context) : context_{context} {}

    const Figures* before(Date day) {
        const Period last{add_months(day, -usual_months), day - Days{1}, Period::Unit::range};
        const auto& carried = context_.team.carried;
        const auto first = carried.until ? *carried.until + Days{1} : context_.team.first_record();
        if (!first || last.from < *first || context_.now.date < day) return nullptr;
        auto& made = made_[day];
        if (!made) made = std::make_unique<Made>(context_, last);
        return &made->figures;
    }

  private:
    struct Made {
        Made(const Context& context, const Period& period) : books{context, period}, figures{books} {}
        Books books;
        Figures figures;
    };
    const Context& context_;
    std::map<Date, std::unique_ptr<Made>> made_;
};

/// Whether two lines are about the same metric of the same people.
bool same_subject(const Target& a, const Target& b) {
    return a.metric == b.metric && a.who == b.who && a.unit == b.unit;
}

/// The targets of all parts of that unit together; nothing where one has no line.
std::optional<std::int64_t> sum_of_parts(const team::Team& team, const Target& line, Period::Unit unit) {
    std::int64_t total = 0;
    for (Date from = line.period.from; from <= line.period.to;) {
        const Period part = unit == Period::Unit::month ? month_period(month_of(from)) : quarter_period(from);
        const auto found = std::find_if(team.targets.begin(), team.targets.end(), [&](const auto& target) {
            return same_subject(target, line) && target.period.from == part.from &&
                   target.period.to == part.to;
        });
        if (found == team.targets.end()) return std::nullopt;
        total = sum(total, found->amount);
        from = part.to + Days{1};
    }
    return total;
}

void add_short_term(const team::Team& team, std::vector<ShortTarget>& found) {
    const auto stretch = team.rules.stretch_short_term;
    if (!stretch) return;
    for (const auto& line : team.targets) {
        if (line.at_most) continue;  // a limit does not stretch
        const auto least = product(line.amount, plus_one(*stretch));
        for (const auto unit : {Period::Unit::quarter, Period::Unit::month}) {
            if (months_of(line.period) <= (unit == Period::Unit::month ? 1 : 3)) continue;
            const auto total = sum_of_parts(team, line, unit);
            if (total && whole(*total) < least)
                found.push_back({Rule::short_term, &line, {}, whole(*total), least});
        }
    }
}

/// Whether the person was there for all three months before the day.
bool there_before(const team::Person& person, Date day) {
    return (!person.joined || *person.joined <= add_months(day, -usual_months)) &&
           (!person.left || day <= *person.left);
}

void add_personal(const Context& context, Usual& usual, const Target& line, const TargetTree& tree,
                  std::vector<ShortTarget>& found) {
    const int months = months_of(line.period);
    const auto* figures = months > 0 ? usual.before(line.period.from) : nullptr;
    if (figures == nullptr) return;
    for (std::int32_t i = 0; i < std::ssize(context.team.people); ++i) {
        const PersonId who{i};
        const auto share = tree.of({who, {}});
        if (!share || share->from != &line || !there_before(context.team[who], line.period.from)) continue;
        const auto usual_amount = usual_result(*figures, line.metric, who, months);
        const auto factor = plus_one(*context.team.rules.stretch_personal);
        const auto needed = product(factor.num, {usual_amount.num, usual_amount.den * factor.den});
        if (whole(share->amount) < needed)
            found.push_back({Rule::personal, &line, who, whole(share->amount), needed});
    }
}

void add_sum(const team::Team& team, const Target& line, const TargetTree& tree,
             std::vector<ShortTarget>& found) {
    if (line.who || line.unit) return;
    const bool any_written = std::any_of(tree.written().begin(), tree.written().end(),
                                         [](const auto* target) { return static_cast<bool>(target->who); });
    if (!any_written) return;
    std::int64_t total = 0;
    for (std::int32_t i = 0; i < std::ssize(team.people); ++i) {
        if (const auto share = tree.of({PersonId{i}, {}})) total = sum(total, share->amount);
    }
    if (total <= line.amount) found.push_back({Rule::sum, &line, {}, whole(total), whole(line.amount)});
}

}  // namespace

std::vector<UnjudgedTarget> unjudged_targets(const Context& context, const Period& period) {
    using Why = UnjudgedTarget::Why;
    std::vector<UnjudgedTarget> found;
    const auto& team = context.team;
    if (!team.rules.stretch_personal) return found;
    const auto first = team.first_record();
    // Several lines of one metric are one sentence.
    const auto add = [&](UnjudgedTarget target) {
        const auto same = std::ranges::find_if(found, [&](const auto& one) {
            return one.why == target.why && one.target->metric == target.target->metric;
        });
        if (same == found.end()) return found.push_back(std::move(target));
        same->who.insert(same->who.end(), target.who.begin(), target.who.end());
    };
    for (const auto& line : team.targets) {
        if (line.at_most || line.period.from != period.from || line.period.to != period.to) continue;
        const TargetTree tree{team, line.metric, line.period};
        std::vector<PersonId> people;
        std::vector<PersonId> fresh;
        for (std::int32_t i = 0; i < std::ssize(team.people); ++i) {
            const auto share = tree.of({PersonId{i}, {}});
            if (!share || share->from != &line) continue;
            people.push_back(PersonId{i});
            if (!there_before(team[PersonId{i}], line.period.from)) fresh.push_back(PersonId{i});
        }
        if (people.empty()) continue;
        if (months_of(line.period) == 0)
            add({Why::not_months, &line});
        else if (context.now.date < line.period.from)
            add({Why::not_over, &line});
        else if (!first || add_months(line.period.from, -usual_months) < *first)
            add({Why::no_records, &line, first.value_or(context.now.date)});
        else if (!fresh.empty())
            add({Why::too_new, &line, {}, std::move(fresh)});
    }
    return found;
}

Ratio usual_result(const Figures& last_three_months, std::string_view metric, PersonId who, int months) {
    const auto value = number(last_three_months.value(metric, {who, {}}));
    if (!value) return {0, 1};
    return product(100 * months, Ratio{value->num, value->den * usual_months});
}

std::vector<ShortTarget> short_targets(const Context& context) {
    std::vector<ShortTarget> found;
    const auto& team = context.team;
    add_short_term(team, found);
    if (!team.rules.stretch_personal) return found;
    Usual usual{context};
    for (const auto& line : team.targets) {
        if (line.at_most) continue;
        const TargetTree tree{team, line.metric, line.period};
        add_personal(context, usual, line, tree, found);
        add_sum(team, line, tree, found);
    }
    return found;
}

}  // namespace teamctl::rules
