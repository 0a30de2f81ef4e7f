#!/usr/bin/env python3
"""Checks what `teamctl schedule --proof FILE` wrote, without a line of the solver.

    proof_check.py TEAM PROOF

1. The rows follow from the team's files, which are read here once more: who may hold what, clashes, gaps, caps
   of a week, pairs, dues, weights of fairness. Rows of other rules (limits.yaml, blocks, pins, published plans,
   wishes) are named as taken for granted; so are dues where plans/ has a history.
2. Dual values prove the bound of each leaf: any prices give a valid one, in fractions.
3. The leaves of each goal cover all truth values.
Exit code 0: all bounds hold; 1: something does not; 2: it cannot be told.
"""
import collections
import datetime
import os
import sys
from fractions import Fraction

import yaml

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


Slot = collections.namedtuple("Slot", "date series role place")


class Wrong(Exception):
    pass


def need(holds, *words):
    if not holds:
        raise Wrong(" ".join(str(w) for w in words))


def date_of(value):
    return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(str(value))


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


def files(root, folder):
    """Names without .yaml, and what the files of the folder hold."""
    folder = os.path.join(root, folder)
    return {n[:-5]: load(os.path.join(folder, n)) for n in sorted(os.listdir(folder))} if os.path.isdir(folder) else {}


class Team:  # the team's files, as far as these are read here; `beyond` names what is not
    def __init__(self, root):
        self.beyond = set()
        settings = load(os.path.join(root, "teamctl.yaml"))
        self.workdays = settings.get("workdays", DAYS[:5])
        self.people = {p["id"]: p for p in load(os.path.join(root, "roster.yaml"))["people"]}
        self.series = {**files(root, "meetings"), **files(root, "rotas")}
        self.leave = [entry for year in files(root, "leave").values() for entry in year or []]
        if any("changes" in person for person in self.people.values()):
            self.beyond.add("changes of the roster")
        if any("half" in entry or "when" in entry for entry in self.leave):
            self.beyond.add("half days of leave, or leave by rule")
        for name in ("limits.yaml", "wishes", "plans", "calendars"):
            if os.path.isfile(os.path.join(root, name)) or files(root, name):
                self.beyond.add(name)

    def role(self, series, role):
        return self.series[series]["roles"][role]

    def group(self, series, role):
        return self.role(series, role).get("fair", f"{series}.{role}")

    def pool(self, series, role):
        who = self.role(series, role).get("who", "all")
        if who == "all" or isinstance(who, list):
            return {p for p in self.people if who == "all" or p in who}
        if set(who) != {"skill"}:
            self.beyond.add("selectors other than all, a list or a skill")
        return {p for p, q in self.people.items() if who.get("skill") in q.get("skills", [])}

    def times(self, series, date):
        when = self.series[series]["when"]
        start = datetime.datetime.combine(date, datetime.time())
        hour, minute = map(int, str(when.get("start", "0:0")).split(":"))
        start += datetime.timedelta(hours=hour, minutes=minute)
        return start, start + datetime.timedelta(minutes=when.get("minutes", 1) if "start" in when else 1440)

    def falls(self, series, date):
        """None where the rule is none of those read here."""
        when = self.series[series]["when"]
        if set(when) - {"every", "on", "start", "minutes"}:
            return None
        day = DAYS[date.weekday()]
        return {"day": True, "workday": day in self.workdays,
                "week": day in when.get("on", [])}.get(when["every"])

    def away(self, person, date, kinds=None):
        return any(entry["who"] == person and (kinds is None or entry["kind"] in kinds)
                   and date_of(entry["from"]) <= date <= date_of(entry.get("to", entry["from"]))
                   for entry in self.leave)

    def there(self, person, date):
        q = self.people[person]
        return date_of(q.get("joined", date)) <= date <= date_of(q.get("left", date)) \
            and DAYS[date.weekday()] in q.get("works", DAYS)

    def may_hold(self, person, slot):
        return person in self.pool(slot.series, slot.role) and self.there(person, slot.date) \
            and not self.away(person, slot.date)

    def able(self, slot):
        """Who may hold it, and can have those with whom they are to serve."""
        can = {p for p in self.people if self.may_hold(p, slot)}
        pairs = self.role(slot.series, slot.role).get("together", [])
        while True:
            alone = {p for pair in pairs for p, other in (pair, pair[::-1]) if other not in can} & can
            if not alone:
                return can
            can -= alone

    def clash(self, a, b):
        """Nobody can hold both."""
        if (a.series, a.date) == (b.series, b.date):
            return True
        (a0, a1), (b0, b1) = self.times(a.series, a.date), self.times(b.series, b.date)
        if a0 < b1 and b0 < a1:
            return True
        gap = self.role(a.series, a.role).get("gap_days", 0)
        return (a.series, a.role) == (b.series, b.role) and abs((a.date - b.date).days) < gap


def sum_of(words):
    """Coefficients by number, of words such as 3/2*17."""
    terms = {}
    for word in words:
        coef, number = word.split("*")
        terms[int(number)] = terms.get(int(number), 0) + Fraction(coef)
    return terms


class Row:
    def __init__(self, words):
        self.what, self.equal, self.bound = words[0], words[1] == "=", Fraction(words[2])
        self.terms = sum_of(words[3:])


class Part:
    def __init__(self):
        self.tasks, self.holds, self.empty, self.turns, self.dues, self.rows, self.goals = {}, {}, {}, {}, {}, [], []


class Goal:
    def __init__(self, words, rows):
        self.name, self.value, self.step = words[0], Fraction(words[2]), Fraction(words[4])
        self.constant, self.cost = Fraction(words[6]), sum_of(words[7:])
        self.rows, self.leaves, self.finished = rows, [], True


def read_proof(path):
    people, groups, slots, parts = {}, {}, {}, []
    with open(path, encoding="utf-8") as file:
        need(file.readline().strip() == "teamctl-proof 1", "not a proof")
        for line in file:
            head, *words = line.split()
            if head in ("person", "group"):
                (people if head == "person" else groups)[int(words[0])] = words[1]
            elif head == "slot":
                slots[int(words[0])] = Slot(date_of(words[1]), words[2], words[3], int(words[4]))
            elif head == "part":
                parts.append(Part())
            elif head == "task":
                parts[-1].tasks.setdefault(int(words[0]), []).append(int(words[1]))
            elif head == "holds":
                parts[-1].holds[int(words[0])] = (int(words[1]), int(words[2]))
            elif head == "empty":
                parts[-1].empty[int(words[0])] = int(words[1])
            elif head == "turns":
                parts[-1].turns[int(words[0])] = tuple(map(int, words[1:]))
            elif head == "due":
                parts[-1].dues[int(words[0]), int(words[1])] = tuple(map(Fraction, words[2:]))
            elif head == "row":
                need(int(words[0]) == len(parts[-1].rows), "rows out of order")
                parts[-1].rows.append(Row(words[1:]))
            elif head == "goal":
                parts[-1].goals.append(Goal(words, len(parts[-1].rows)))
            elif head == "leaf":
                cut = words.index(":")
                decisions = [(int(w[1:]), w[0] == "+") for w in words[:cut]]
                parts[-1].goals[-1].leaves.append((decisions, sum_of(words[cut + 1:])))
            else:
                need(head == "unfinished", "unknown line:", line)
                parts[-1].goals[-1].finished = False
    return people, groups, slots, parts


def bound_of(goal, rows, decisions, prices):
    """The least cost that the rows allow where the decisions hold, from below: any prices will do."""
    held = dict(decisions)
    total, reduced = goal.constant, dict(goal.cost)
    for number, price in prices.items():
        row = rows[number]
        need(number < goal.rows, goal.name, "uses a row that comes later")
        need(row.equal or price >= 0, goal.name, "has a negative price of an inequality")
        total -= price * row.bound
        for var, coef in row.terms.items():
            reduced[var] = reduced.get(var, 0) + price * coef
    return total + sum(cost for var, cost in reduced.items() if held.get(var, cost < 0))


def covers(leaves, depth=0):
    """Whether any truth values meet the decisions of one of the leaves: these are followed one by one."""
    if any(len(decisions) == depth for decisions in leaves):
        return True
    if len({decisions[depth][0] for decisions in leaves}) != 1:
        return False
    return all(covers([d for d in leaves if d[depth][1] == side], depth + 1) for side in (False, True))


def check_goal(part, goal, unfinished):
    if not goal.finished:
        return unfinished.append(goal.name)
    for decisions, prices in goal.leaves:
        bound = bound_of(goal, part.rows, decisions, prices)
        need(bound > goal.value - goal.step, goal.name, "leaf", decisions, "only proves", float(bound))
    need(covers([decisions for decisions, _ in goal.leaves]), goal.name, "branches do not cover all")


class Rows:  # whether those of a part follow from the files
    def __init__(self, team, people, groups, slots, part):
        self.team, self.people, self.groups, self.slots, self.part = team, people, groups, slots, part

    def slot(self, var):
        return self.slots[self.part.tasks[self.part.holds[var][0]][0]]

    def person(self, var):
        return self.people[self.part.holds[var][1]]

    def group(self, var):
        return self.team.group(self.slot(var).series, self.slot(var).role)

    def of_place(self, row):
        holders = [v for v in row.terms if v in self.part.holds]
        tasks = {self.part.holds[v][0] if v in holders else self.part.empty[v] for v in row.terms}
        need(len(tasks) == 1 and row.equal, "a row of a place is of several tasks")
        task = tasks.pop()
        places = [self.slots[s] for s in self.part.tasks[task]]
        need(len({(s.series, s.date, s.role) for s in places}) == 1, "a task of several occurrences")
        need(row.bound == len(places) and len(row.terms) == len(holders) + len(places), "places of a task")
        can = self.team.able(places[0])
        if not self.team.beyond:
            need({self.person(v) for v in holders} == can, places[0].date, places[0].series, "is for", sorted(can))
        need(all(c == 1 for c in row.terms.values()), "a row of a place counts more than once")
        return task

    def of_clash(self, row):
        need(not row.equal and row.bound == 1, "a clash allows one")
        held = list(row.terms)
        need(len({self.person(v) for v in held}) == 1, "a clash of several people")
        for i, a in enumerate(held):
            for b in held[:i]:
                need(self.team.clash(self.slot(a), self.slot(b)), "no clash:", self.slot(a).date, self.slot(b).date)

    def of_limit(self, row):
        held = [self.slot(v) for v in row.terms if v in self.part.holds]
        if len(held) != len(row.terms) or len({(s.series, s.role, s.date.isocalendar()[:2]) for s in held}) != 1 \
                or "max_per_week" not in self.team.role(held[0].series, held[0].role):
            return False
        cap = self.team.role(held[0].series, held[0].role)["max_per_week"]
        need(len({self.person(v) for v in row.terms}) == 1, "a cap of several people")
        need(not row.equal and row.bound >= cap and set(row.terms.values()) == {1}, "a cap below that of the files")
        return True

    def of_pair(self, row):
        held = list(row.terms)
        slot = self.slot(held[0])
        need(len({(self.slot(v).series, self.slot(v).role, self.slot(v).date) for v in held}) == 1, "a pair of two days")
        role = self.team.role(slot.series, slot.role)
        pairs = {k: [set(p) for p in role.get(k, [])] for k in ("together", "apart")}
        who = {self.person(v) for v in held}
        if row.bound == 1 and not row.equal and set(row.terms.values()) == {1}:
            return need(len(who) == 1 or who in pairs["apart"], "nobody keeps apart", who)
        side = {self.person(v): c for v, c in row.terms.items()}  # 1 and -1: as many of one as of the other
        need(row.bound == 0 and who in pairs["together"] and set(side.values()) == {1, -1}, "no such pair", who)
        need(all(side[self.person(v)] == c for v, c in row.terms.items()), "a pair that counts twice")

    def of_turns(self, row):
        mine = {v for v in row.terms if v in self.part.holds}
        steps = sorted((self.part.turns[v] + (v,)) for v in row.terms if v not in mine)
        need(row.equal and row.bound == 0 and mine, "a row of turns")
        person = self.person(next(iter(mine)))
        group = self.group(next(iter(mine)))
        wanted = {v for v in self.part.holds if (self.person(v), self.group(v)) == (person, group)}
        need(mine == wanted, person, "has other turns in", group)
        last = 0
        for g, p, before, value, var in steps:
            need(self.groups[g] == group and self.people[p] == person, "steps of somebody else")
            need(before == last and row.terms[var] == -(value - before), "steps of", person)
            last = value
        need(last == sum(row.terms[v] for v in mine), "steps end before all turns of", person)

    def check(self):
        taken, tasks = set(), set()
        for row in self.part.rows:
            if row.what == "place":
                tasks.add(self.of_place(row))
            elif row.what == "clash" and "limits.yaml" not in self.team.beyond:
                self.of_clash(row)
            elif row.what == "pair" and "limits.yaml" not in self.team.beyond:
                self.of_pair(row)
            elif row.what == "turns":
                self.of_turns(row)
            elif row.what == "count" or (row.what == "limit" and self.of_limit(row)):
                continue
            else:
                taken.add(row.what)
        need(tasks == set(self.part.tasks), "tasks without a row")
        return taken

    def check_goals(self):
        """Each goal costs what it should, and each count that is a row was a goal before."""
        for goal in self.part.goals:
            if goal.name == "uncovered":
                need(goal.cost == {v: 1 for v in self.part.empty} and goal.constant == 0, "cost of empty places")
            if goal.name == "fairness":
                self.check_fairness(goal)
        for row in (row for row in self.part.rows if row.what == "count"):
            need(any({v: sign * c for v, c in g.cost.items()} == row.terms
                     and row.bound == sign * (g.value - g.constant)
                     for g in self.part.goals for sign in (1, -1)), "a count that no goal proves")

    def check_fairness(self, goal):
        dues = self.part.dues
        need(goal.constant == sum((u * before - due) ** 2 for u, before, due in dues.values()), "fairness begins elsewhere")
        cost = {}
        for var, (g, p, low, high) in self.part.turns.items():
            unit, before, due = dues[g, p]
            cost[var] = (unit * (before + high) - due) ** 2 - (unit * (before + low) - due) ** 2
            need(goal.cost.get(var, 0) == cost[var], "what a turn costs")
        need(set(goal.cost) <= set(cost) or "wishes" in self.team.beyond, "fairness counts something else")
        if "weight" not in str(self.team.series) and not self.team.beyond:
            self.check_dues()

    def check_dues(self):
        dues = {}
        groups = {self.groups[g] for g, _ in self.part.dues}
        for slot in self.slots.values():
            if self.team.group(slot.series, slot.role) not in groups:
                continue
            shares = {p: Fraction(str(self.team.people[p].get("share", 1)))
                      for p in self.team.pool(slot.series, slot.role) if self.team.there(p, slot.date)
                      and not self.team.away(p, slot.date, ("private", "annual", "sick"))}
            for p in shares:
                key = self.team.group(slot.series, slot.role), p
                dues[key] = dues.get(key, 0) + shares[p] / sum(shares.values())
        for (g, p), (unit, before, due) in self.part.dues.items():
            need((unit, before) == (1, 0) and due == dues.get((self.groups[g], self.people[p]), 0),
                 "due of", self.people[p], "in", self.groups[g])


def check_slots(team, slots):
    """All places of the period, and no other, as far as the rules of their days are read here."""
    first, last = min(s.date for s in slots.values()), max(s.date for s in slots.values())
    have = {(s.date, s.series, s.role, s.place) for s in slots.values()}
    need(len(have) == len(slots), "a place twice")
    for name, series in team.series.items():
        for offset in range((last - first).days + 1):
            date = first + datetime.timedelta(days=offset)
            falls = team.falls(name, date)
            if falls is None or "calendars" in team.beyond:
                team.beyond.add("when " + name + " falls")
                continue
            wanted = {(date, name, r, k + 1) for r, role in (series.get("roles") or {}).items() if falls
                      for k in range(role.get("count", 1))}
            need(wanted == {s for s in have if s[0] == date and s[1] == name}, "places of", name, "on", date)


def main(arguments):
    team = Team(arguments[0])
    people, groups, slots, parts = read_proof(arguments[1])
    taken, unfinished, leaves = set(), [], 0
    check_slots(team, slots)
    for part in parts:
        rows = Rows(team, people, groups, slots, part)
        taken |= rows.check() | (rows.check_goals() or set())
        for goal in part.goals:
            leaves += len(goal.leaves)
            check_goal(part, goal, unfinished)
    print(f"{len(parts)} parts, {sum(len(p.rows) for p in parts)} rows, {leaves} leaves: all bounds hold"
          if not unfinished else "unfinished: " + ", ".join(unfinished))
    if team.beyond or taken:
        print("taken for granted: " + ", ".join(sorted(team.beyond | {"rows of " + t for t in taken})))
    return 2 if unfinished else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Wrong as wrong:
        print("wrong:", wrong)
        sys.exit(1)
