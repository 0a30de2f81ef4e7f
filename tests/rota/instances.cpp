#include "instances.hpp"

#include <algorithm>
#include <set>

namespace teamctl::rota::testing {

namespace {

// Shares every place of a role among the accountable, and deals the history.
class Dues {
  public:
    explicit Dues(Problem& p) : problem_(p) {
        problem_.standing.assign(at(p.groups), std::vector<Standing>(at(p.people)));
    }
    void share(int group, const std::vector<int>& accountable) {
        for (const int p : accountable)
            problem_.standing[at(group)][at(p)].due +=
                mpq_class(1, static_cast<unsigned long>(accountable.size()));
    }

  private:
    Problem& problem_;
};

void pick_pairs(Dice& dice, int people, Role& role) {
    const int a = dice.below(people), b = dice.below(people);
    if (a == b) return;
    (dice.chance(50) ? role.together : role.apart).emplace_back(a, b);
}

std::vector<int> pick_roles(Dice& dice, const Problem& p) {
    std::vector<int> of;
    for (int r = 0; r < static_cast<int>(p.roles.size()); ++r)
        if (dice.chance(75)) of.push_back(r);
    if (of.empty()) of.push_back(0);
    return of;
}

// A limit over some roles, tight enough to bind; `most` turns a person may hope for in a week.
Rule random_rule(Dice& dice, const Problem& p, int most) {
    Rule rule;
    rule.of = pick_roles(dice, p);
    rule.by_date = true;
    static constexpr RuleKind kinds[]{RuleKind::gap,     RuleKind::rest,     RuleKind::not_after,
                                      RuleKind::per_day, RuleKind::per_week, RuleKind::per_month,
                                      RuleKind::hours,   RuleKind::run,      RuleKind::weekends,
                                      RuleKind::apart,   RuleKind::together};
    rule.kind = kinds[dice.below(11)];
    rule.amount = dice.between(1, most);
    if (rule.kind == RuleKind::gap) rule.amount = dice.between(2, 4);
    if (rule.kind == RuleKind::rest) rule.amount = 60 * dice.between(6, 40);
    if (rule.kind == RuleKind::not_after) rule.then = pick_roles(dice, p);
    if (rule.kind == RuleKind::per_day) rule.amount = 1;
    if (rule.kind == RuleKind::per_month) rule.amount = dice.between(1, 2 * most);
    if (rule.kind == RuleKind::hours) rule.amount = 60 * dice.between(2, 10 * most);
    if (rule.kind == RuleKind::weekends) rule.amount = 1;
    if (rule.kind == RuleKind::apart || rule.kind == RuleKind::together) {
        const int a = dice.below(p.people), b = dice.below(p.people);
        if (a != b) rule.pairs.emplace_back(a, b);
    }
    if (rule.pairs.empty() && dice.chance(25))
        for (int q = 0; q < p.people; ++q) rule.who.push_back(dice.chance(60));
    return rule;
}

// Turns of a role that count more than others.
void weigh(Dice& dice, Problem& p) {
    for (int g = 0; g < p.groups; ++g)
        p.units.push_back(dice.chance(50) ? mpq_class(1)
                                          : mpq_class(1, static_cast<unsigned long>(dice.between(2, 4))));
    for (Slot& s : p.slots)
        if (dice.chance(40)) s.load = dice.between(1, 3);
    for (std::size_t i = 1; i < p.slots.size(); ++i)  // places of one role and occurrence are alike
        if (p.slots[i].occurrence == p.slots[i - 1].occurrence && p.slots[i].role == p.slots[i - 1].role)
            p.slots[i].load = p.slots[i - 1].load;
}

void make_wishes(Dice& dice, Problem& p, int count) {
    for (; count > 0; --count) {
        Wish wish{dice.below(p.people), dice.chance(40), {}};
        const int day = p.occurrences[at(dice.below(static_cast<int>(p.occurrences.size())))].day;
        const bool one_role = dice.chance(30);
        const int role = dice.below(static_cast<int>(p.roles.size()));
        for (std::size_t s = 0; s < p.slots.size(); ++s)  // all places of a role and occurrence, or none
            if (p.occurrences[at(p.slots[s].occurrence)].day == day && (!one_role || p.slots[s].role == role))
                wish.slots.push_back(static_cast<int>(s));
        if (!wish.slots.empty()) p.wishes.push_back(std::move(wish));
    }
}

}  // namespace

void make_harder(Dice& dice, Problem& p, int rules, int most, int wishes, bool weekends) {
    if (weekends && dice.chance(50))  // many short turns on a few weekends
        for (Occurrence& o : p.occurrences) {
            o.day = kMonday + 5 + dice.below(2) + 7 * dice.below(2);
            o.start = 60 * dice.between(6, 20);
            o.end = o.start + 60 * dice.between(1, 4);
        }
    for (int k = dice.between(1, rules); k > 0; --k) p.rules.push_back(random_rule(dice, p, most));
    if (dice.chance(40)) weigh(dice, p);
    if (dice.chance(50)) make_wishes(dice, p, wishes);
    for (PastTurn& turn : p.history)
        if (dice.chance(50)) {
            turn.start = 60 * dice.between(6, 20);
            turn.end = turn.start + 60 * dice.between(2, 12);
        }
}

int Dice::below(int n) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<int>((state_ >> 11) % static_cast<std::uint64_t>(n));
}

namespace {

// So many places at least, on some of so many days.
Problem mixed_problem(Dice& dice, int people, int budget, int days) {
    Problem p;
    p.people = people;
    const int roles = dice.between(1, 3);
    p.groups = dice.between(1, roles);
    for (int r = 0; r < roles; ++r) {
        Role role;
        role.name = "role" + std::to_string(r);
        role.group = r < p.groups ? r : dice.below(p.groups);
        role.gap_days = dice.chance(50) ? dice.between(1, 5) : 0;
        role.max_per_week = dice.chance(40) ? dice.between(1, 2) : 0;
        role.block_days = dice.chance(20) ? dice.between(2, 7) : 0;
        p.roles.push_back(role);
    }
    Dues dues(p);
    while (static_cast<int>(p.slots.size()) < budget) {
        const int r = dice.below(roles);
        Role& role = p.roles[at(r)];
        Occurrence o;
        o.day = kMonday + dice.below(dice.chance(50) ? 5 : days);
        o.series = r;
        if (dice.chance(60)) {
            o.start = dice.between(8, 11) * 60;
            o.end = o.start + 30 * dice.between(1, 4);
        }
        const int count = !dice.chance(40) ? 1 : 2;
        if (count == 2 && role.together.empty() && role.apart.empty() && dice.chance(60))
            pick_pairs(dice, p.people, role);
        const bool past = o.day < kMonday + 2 && dice.chance(50);
        const bool known = std::any_of(p.slots.begin(), p.slots.end(), [&](const Slot& s) {
            return s.role == r && p.occurrences[at(s.occurrence)].day == o.day;
        });
        if (known) {
            if (dice.chance(20)) break;
            continue;
        }
        p.occurrences.push_back(o);
        std::vector<int> can;
        std::vector<Excluded> cannot;
        for (int q = 0; q < p.people; ++q)
            if (dice.chance(75))
                can.push_back(q);
            else
                cannot.push_back({q, 7});
        if (dice.chance(80)) dues.share(role.group, can);
        const bool second_role =
            dice.chance(25) && roles > 1 && p.roles[at((r + 1) % roles)].block_days == role.block_days;
        for (int place = 0; place < count + (second_role ? 1 : 0); ++place) {
            Slot s;
            s.occurrence = static_cast<int>(p.occurrences.size()) - 1;
            s.role = place < count ? r : (r + 1) % roles;
            s.place = place < count ? place : 0;
            s.candidates = can;
            s.excluded = cannot;
            s.fixed = past;
            if (dice.chance(40)) s.published = dice.below(p.people);
            if (!past && dice.chance(12)) s.pinned = dice.below(p.people);
            p.slots.push_back(s);
        }
    }
    for (int h = dice.below(4); h > 0; --h)
        p.history.push_back({dice.below(roles), dice.below(p.people), kMonday - dice.between(1, 6)});
    for (auto& group : p.standing)
        for (Standing& s : group) s.before = dice.chance(40) ? dice.below(3) : 0;
    return p;
}

}  // namespace

Problem small_problem(Dice& dice) {
    const int people = dice.between(2, 4);
    return mixed_problem(dice, people, people <= 3 ? 8 : 7, 16);
}

Problem middle_problem(Dice& dice) {
    const int people = dice.between(3, 6);
    Problem p = mixed_problem(dice, people, dice.between(10, 20), 21);
    make_harder(dice, p, 5, 3, 8, true);
    for (Slot& s : p.slots)
        if (!s.fixed && !s.pinned && dice.chance(12)) s.pinned_empty = true;
    return p;
}

namespace {

class TeamBuilder {
  public:
    TeamBuilder(Dice& dice, const Shape& shape) : dice_(dice), shape_(shape) {}
    Problem build();

  private:
    void make_leave();
    int add_role(Role role, int pool_percent);
    void add_occurrence(int day, int start, int end, const std::vector<std::pair<int, int>>& roles);
    void add_history();
    void publish();

    Dice& dice_;
    Shape shape_;
    Problem p_;
    std::vector<std::vector<int>> pools_;
    std::vector<std::vector<bool>> away_;
};

void TeamBuilder::make_leave() {
    away_.assign(at(p_.people), std::vector<bool>(at(shape_.days), false));
    for (auto& days : away_)
        for (int d = 0; d < shape_.days; ++d)
            if (dice_.below(400) < shape_.leave_percent) {
                const int length = dice_.between(1, 7);
                for (int k = d; k < std::min(d + length, shape_.days); ++k) days[at(k)] = true;
            }
}

int TeamBuilder::add_role(Role role, int pool_percent) {
    std::vector<int> pool;
    for (int q = 0; q < p_.people; ++q)
        if (dice_.chance(pool_percent)) pool.push_back(q);
    while (pool.size() < 2) {
        const int q = dice_.below(p_.people);
        if (std::find(pool.begin(), pool.end(), q) == pool.end()) pool.push_back(q);
    }
    std::sort(pool.begin(), pool.end());
    pools_.push_back(pool);
    p_.groups = std::max(p_.groups, role.group + 1);
    p_.roles.push_back(std::move(role));
    return static_cast<int>(p_.roles.size()) - 1;
}

void TeamBuilder::add_occurrence(int day, int start, int end, const std::vector<std::pair<int, int>>& roles) {
    p_.occurrences.push_back({kMonday + day, start, end, 0});
    for (const auto& [role, count] : roles) {
        Slot s;
        s.occurrence = static_cast<int>(p_.occurrences.size()) - 1;
        s.role = role;
        for (const int q : pools_[at(role)])
            if (away_[at(q)][at(day)])
                s.excluded.push_back({q, 1});
            else
                s.candidates.push_back(q);
        for (int place = 0; place < count; ++place) {
            s.place = place;
            p_.slots.push_back(s);
        }
    }
}

// Everybody's turns before the period, and dues that share all places among those who were there.
void TeamBuilder::add_history() {
    p_.standing.assign(at(p_.groups), std::vector<Standing>(at(p_.people)));
    for (const Slot& s : p_.slots)
        for (const int q : s.candidates)
            p_.standing[at(p_.roles[at(s.role)].group)][at(q)].due +=
                mpq_class(1, static_cast<unsigned long>(s.candidates.size()));
    if (shape_.debts == 0) return;
    for (std::size_t r = 0; r < p_.roles.size(); ++r) {
        const auto& pool = pools_[r];
        auto& group = p_.standing[at(p_.roles[r].group)];
        int total = 0;
        for (const int q : pool) {
            const int turns = dice_.below(shape_.debts + 1);
            total += turns;
            group[at(q)].before += turns;
            for (int k = 0; k < turns; ++k)
                p_.history.push_back({static_cast<int>(r), q, kMonday - dice_.between(1, 60)});
        }
        for (const int q : pool)
            group[at(q)].due += mpq_class(total, static_cast<unsigned long>(pool.size()));
    }
}

// A plan made before some leave was known: a ring with a stride, so partly impossible.
void TeamBuilder::publish() {
    std::vector<std::size_t> next(p_.roles.size(), 0);
    for (Slot& s : p_.slots) {
        const auto& pool = pools_[at(s.role)];
        const bool week = p_.roles[at(s.role)].block_days > 0;
        const int day = p_.occurrences[at(s.occurrence)].day;
        const std::size_t turn = week ? static_cast<std::size_t>(iso_week(day)) : next[at(s.role)]++;
        if (dice_.chance(92)) s.published = pool[turn % pool.size()];
        if (day < kMonday + 4) s.fixed = true;
    }
}

Problem TeamBuilder::build() {
    p_.people = shape_.people;
    make_leave();
    std::vector<std::pair<int, int>> standup, desk, weekly, inspection;
    int group = 0;
    Role role;
    if (shape_.standup) {
        role = {};
        role.name = "morning.host";
        role.group = group++;
        role.gap_days = shape_.gap_days;
        const int host = role.group;
        standup.emplace_back(add_role(role, shape_.pool_percent), 1);
        role = {};
        role.name = "morning.lecturer";
        role.group = group++;
        standup.emplace_back(add_role(role, shape_.pool_percent), 1);
        role = {};
        role.name = "morning.backup";
        role.group = shape_.shared ? host : group++;
        role.max_per_week = shape_.max_per_week;
        standup.emplace_back(add_role(role, 100), 1);
    }
    if (shape_.desk) {
        role = {};
        role.name = "desk.duty";
        role.group = group++;
        role.gap_days = shape_.gap_days;
        role.max_per_week = shape_.max_per_week;
        for (int k = 0; k < shape_.pairs; ++k) pick_pairs(dice_, p_.people, role);
        desk.emplace_back(add_role(role, 100), 2);
    }
    if (shape_.weekly) {
        role = {};
        role.name = "oncall.first";
        role.group = group++;
        role.block_days = 7;
        weekly.emplace_back(add_role(role, shape_.pool_percent), 1);
    }
    if (shape_.inspection) {
        role = {};
        role.name = "inspection.lead";
        role.group = group++;
        role.gap_days = shape_.gap_days;
        inspection.emplace_back(add_role(role, shape_.pool_percent), 1);
        if (shape_.shared) p_.roles.back().group = 0;
    }
    for (int d = 0; d < shape_.days; ++d) {
        const int weekday = d % 7;
        if (weekday >= 5) continue;
        if (!standup.empty()) add_occurrence(d, 540, 560, standup);
        if (!desk.empty()) add_occurrence(d, 0, 1440, desk);
        if (!weekly.empty()) add_occurrence(d, 0, 1440, weekly);
        if (!inspection.empty() && (weekday == 1 || weekday == 3)) add_occurrence(d, 840, 900, inspection);
    }
    add_history();
    if (shape_.published) publish();
    for (Slot& s : p_.slots)
        if (!s.fixed && !s.candidates.empty() && dice_.chance(shape_.pinned_percent))
            s.pinned = s.candidates[at(dice_.below(static_cast<int>(s.candidates.size())))];
    return p_;
}

}  // namespace

Problem team_problem(Dice& dice, const Shape& shape) {
    return TeamBuilder(dice, shape).build();
}

Shape random_shape(Dice& dice) {
    Shape s;
    s.people = dice.between(6, 40);
    s.days = dice.between(7, 31);
    s.standup = dice.chance(75);
    s.desk = !s.standup || dice.chance(40);
    s.weekly = dice.chance(25);
    s.inspection = dice.chance(40);
    s.gap_days = dice.chance(60) ? dice.between(2, 8) : 0;
    s.max_per_week = dice.chance(40) ? dice.between(1, 2) : 0;
    s.shared = dice.chance(40);
    s.pairs = dice.chance(40) ? dice.between(1, 4) : 0;
    s.leave_percent = dice.chance(30) ? 40 : 8;
    s.debts = dice.chance(50) ? dice.between(1, 8) : 0;
    s.pool_percent = dice.chance(40) ? dice.between(25, 80) : 100;
    s.pinned_percent = dice.chance(25) ? 6 : 0;
    s.published = dice.chance(35);
    return s;
}

Problem wide_problem(Dice& dice) {
    Shape s = random_shape(dice);
    s.people = dice.chance(50) ? dice.between(5, 20) : dice.between(21, 80);
    s.days = dice.between(14, 92);
    s.gap_days = dice.chance(60) ? dice.between(2, 14) : 0;
    const int a_day = (s.standup ? 3 : 0) + (s.desk ? 2 : 0) + (s.weekly ? 1 : 0);
    while (s.days > 7 && (a_day * 5 + (s.inspection ? 2 : 0)) * ((s.days + 6) / 7) > 250) s.days -= 7;
    return team_problem(dice, s);
}

namespace {

struct Person {
    std::set<int> skills, workdays, away;
    int from = -100, to = 100;
    unsigned long share = 4;  // quarters
};

// One series of a crowded team over the month before (days below 0) and the month itself.
class Crowd {
  public:
    explicit Crowd(Dice& dice) : dice_(dice) {}
    Problem build();

  private:
    void add_person();
    void add_series(int index);
    void add_role(int index, int role);
    void share(const Role& role, const std::vector<int>& pool, int day, int count);
    std::vector<int> there(const std::vector<int>& pool, int day) const;

    Dice& dice_;
    Problem p_;
    std::vector<Person> people_;
    std::vector<std::vector<int>> pools_;
    std::vector<int> counts_;
};

void Crowd::add_person() {
    Person q;
    for (int skill = 0; skill < 3; ++skill)
        if (dice_.chance(60)) q.skills.insert(skill);
    for (int d = 0; d < 5; ++d)
        if (dice_.chance(85)) q.workdays.insert(d);
    if (dice_.chance(60)) q.workdays = {0, 1, 2, 3, 4, 5, 6};
    if (dice_.chance(20)) q.from = dice_.between(-30, 25);
    if (dice_.chance(15)) q.to = dice_.between(0, 28);
    if (dice_.chance(25)) q.share = static_cast<unsigned long>(dice_.between(1, 3));
    for (int n = dice_.below(4); n > 0; --n) {
        const int first = dice_.between(-30, 28);
        for (int d = first; d <= first + dice_.below(7); ++d) q.away.insert(d);
    }
    people_.push_back(q);
}

std::vector<int> Crowd::there(const std::vector<int>& pool, int day) const {
    std::vector<int> out;
    for (const int q : pool) {
        const Person& person = people_[at(q)];
        if (person.from <= day && day <= person.to && person.workdays.count(((day % 7) + 7) % 7) != 0 &&
            person.away.count(day) == 0)
            out.push_back(q);
    }
    return out;
}

void Crowd::share(const Role& role, const std::vector<int>& pool, int day, int count) {
    unsigned long all = 0;
    for (const int q : there(pool, day)) all += people_[at(q)].share;
    for (const int q : there(pool, day))
        p_.standing[at(role.group)][at(q)].due += mpq_class(people_[at(q)].share, all) * count;
    for (auto& standing : p_.standing[at(role.group)]) standing.due.canonicalize();
}

void Crowd::add_role(int index, int role) {
    Role r;
    r.name = "s" + std::to_string(index) + ".r" + std::to_string(role);
    r.gap_days = dice_.chance(30) ? dice_.between(2, 5) : 0;
    r.max_per_week = dice_.chance(20) ? dice_.between(1, 2) : 0;
    const bool shared = dice_.chance(25);
    r.group = shared ? 0 : p_.groups++;
    p_.standing.resize(at(p_.groups), std::vector<Standing>(at(p_.people)));
    std::vector<int> pool;
    const int kind = dice_.below(3), skill = dice_.below(3);
    for (int q = 0; q < p_.people; ++q)
        if (kind == 0 || (kind == 1 ? people_[at(q)].skills.count(skill) != 0 : dice_.chance(50)))
            pool.push_back(q);
    pools_.push_back(pool);
    counts_.push_back(dice_.chance(25) ? 2 : 1);
    p_.roles.push_back(r);
}

void Crowd::add_series(int index) {
    const int first_role = static_cast<int>(p_.roles.size()), roles = dice_.between(1, 3);
    for (int r = 0; r < roles; ++r) add_role(index, r);
    std::set<int> weekdays{0, 1, 2, 3, 4};
    const int kind = dice_.below(3);
    if (kind == 0) weekdays = {dice_.below(5), dice_.below(5)};
    if (kind == 1) weekdays = {0, 1, 2, 3, 4, 5, 6};
    int start = 0, end = 1440;
    if (dice_.chance(70)) {
        start = dice_.between(8, 14) * 60;
        end = start + 60 * dice_.between(1, 4);
    }
    for (int day = -30; day <= 30; ++day) {
        if (weekdays.count(((day % 7) + 7) % 7) == 0 || (day < 0 && dice_.chance(40))) continue;
        if (day >= 0) p_.occurrences.push_back({kMonday + day, start, end, index});
        for (int r = first_role; r < first_role + roles; ++r) {
            share(p_.roles[at(r)], pools_[at(r)], day, counts_[at(r)]);
            for (int place = 0; place < counts_[at(r)]; ++place) {
                if (day < 0) {
                    const int q = dice_.below(p_.people);
                    p_.history.push_back({r, q, kMonday + day});
                    ++p_.standing[at(p_.roles[at(r)].group)][at(q)].before;
                    continue;
                }
                Slot s;
                s.occurrence = static_cast<int>(p_.occurrences.size()) - 1;
                s.role = r;
                s.place = place;
                s.candidates = there(pools_[at(r)], day);
                p_.slots.push_back(s);
            }
        }
    }
}

Problem Crowd::build() {
    p_.people = dice_.between(3, 9);
    for (int q = 0; q < p_.people; ++q) add_person();
    p_.groups = 1;
    p_.standing.assign(1, std::vector<Standing>(at(p_.people)));
    for (int k = dice_.between(1, 3), index = 0; index < k; ++index) add_series(index);
    return p_;
}

}  // namespace

Problem crowded_problem(Dice& dice) {
    return Crowd(dice).build();
}

}  // namespace teamctl::rota::testing
