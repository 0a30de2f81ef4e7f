#!/usr/bin/env python3
"""Random RFC 5545 rules in teamctl and in python-dateutil: the same dates.

usage: rrule_libraries.py BINARY [RULES [SEED]]

Each rule is a meeting of a team that is made for it; `calendar` says on which dates it falls. Rules over which the two
may differ by right are not made: BYWEEKNO without BYDAY, which takes the weekday of DTSTART, and a DTSTART that is not
among the rule's own dates, which RFC 5545 leaves open (section 3.8.5.3).
"""
import datetime
import json
import pathlib
import random
import subprocess
import sys
import tempfile

try:
    from dateutil.rrule import rrulestr
except ImportError:
    sys.exit(77)

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
FROM, TO = datetime.date(2026, 1, 1), datetime.date(2029, 12, 31)


def numbers(rng, low, high, most):
    values = [n for n in range(low, high + 1) if n != 0]
    return ",".join(str(n) for n in sorted(rng.sample(values, rng.randint(1, most))))


def by_day(rng, ordinal):
    days = rng.sample(DAYS, rng.randint(1, 4))
    if ordinal and rng.random() < 0.6:
        return ",".join(f"{rng.choice([1, 2, 3, 4, 5, -1, -2])}{day}" for day in days)
    return ",".join(days)


def rule(rng):
    freq = rng.choice(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
    parts = {"FREQ": freq}
    if rng.random() < 0.5:
        parts["INTERVAL"] = str(rng.randint(1, 5))
    if rng.random() < 0.3:
        parts["WKST"] = rng.choice(DAYS)
    if rng.random() < 0.3:
        parts["BYMONTH"] = numbers(rng, 1, 12, 5)
    if freq in ("MONTHLY", "YEARLY", "DAILY") and rng.random() < 0.4:
        parts["BYMONTHDAY"] = numbers(rng, -31, 31, 4)
    if freq == "YEARLY" and rng.random() < 0.2 and "BYMONTHDAY" not in parts and "BYMONTH" not in parts:
        parts["BYYEARDAY"] = numbers(rng, -366, 366, 5)
    elif freq == "YEARLY" and rng.random() < 0.2 and "BYMONTHDAY" not in parts and "BYMONTH" not in parts:
        parts["BYWEEKNO"] = numbers(rng, -53, 53, 4)
        parts["BYDAY"] = by_day(rng, False)
    if "BYDAY" not in parts and rng.random() < 0.5:
        ordinal = freq == "MONTHLY" or (freq == "YEARLY" and "BYMONTHDAY" not in parts and "BYYEARDAY" not in parts)
        parts["BYDAY"] = by_day(rng, ordinal and "BYMONTHDAY" not in parts)
    selects = any(name.startswith("BY") for name in parts)
    if selects and rng.random() < 0.2:
        parts["BYSETPOS"] = numbers(rng, -3, 3, 2)
    if rng.random() < 0.2:
        parts["COUNT"] = str(rng.randint(1, 60))
    elif rng.random() < 0.2:
        parts["UNTIL"] = (FROM + datetime.timedelta(days=rng.randint(0, 1400))).strftime("%Y%m%d")
    return ";".join(f"{name}={value}" for name, value in parts.items())


def theirs(text, start):
    """The dates by dateutil; nothing where DTSTART is not one of them."""
    noon = datetime.datetime.combine(start, datetime.time(12))
    until_noon = text.replace("UNTIL=", "UNTIL=") + ("T120000" if "UNTIL" in text else "")
    rows = rrulestr(until_noon, dtstart=noon)
    first = rows[0] if text.find("COUNT") >= 0 else next(iter(rows), None)
    if first is None or first.date() != start:
        return None
    return [d.date().isoformat() for d in rows.between(datetime.datetime.combine(FROM, datetime.time()),
                                                       datetime.datetime.combine(TO, datetime.time(23)), inc=True)]


def main():
    binary = sys.argv[1]
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    cases = []
    while len(cases) < wanted:
        text = rule(rng)
        near = FROM + datetime.timedelta(days=rng.randint(-400, 200))
        # A start that is of the rule: its first date from some day on.
        free = ";".join(p for p in text.split(";") if not p.startswith(("COUNT", "UNTIL")))
        try:
            first = next(iter(rrulestr(free, dtstart=datetime.datetime.combine(near, datetime.time(12)))), None)
        except (ValueError, OverflowError):
            continue
        if first is None or first.year > 2028:
            continue
        start = first.date()
        dates = theirs(text, start)
        if dates is not None:
            cases.append((text, start, dates))
    with tempfile.TemporaryDirectory() as base:
        root = pathlib.Path(base)
        (root / "meetings").mkdir()
        (root / "teamctl.yaml").write_text("team: T\nlanguage: en\ntimezone: Asia/Shanghai\n")
        (root / "roster.yaml").write_text("people:\n  - {id: ann, name: Ann}\n")
        for i, (text, start, _) in enumerate(cases):
            (root / "meetings" / f"m{i}.yaml").write_text(
                f'name: m{i}\nwhen: {{rrule: "{text}", from: {start}, if_holiday: keep}}\nattend: all\n')
        done = subprocess.run([binary, "-C", base, "calendar", f"{FROM}..{TO}", "-f", "json", "--today", str(FROM)],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            sys.exit(f"calendar ends with {done.returncode}: {done.stderr.decode()[:2000]}")
        ours = {}
        text = done.stdout.decode()
        data = json.loads(text)
        for key in ("occurrences", "events", "entries"):
            for row in data.get(key, []):
                ours.setdefault(row["series"], []).append(row["date"])
    wrong = 0
    for i, (text, start, dates) in enumerate(cases):
        mine = ours.get(f"m{i}", [])
        if mine != dates:
            wrong += 1
            lost, more = sorted(set(dates) - set(mine)), sorted(set(mine) - set(dates))
            print(f"{text} from {start}: only dateutil {lost[:6]}, only teamctl {more[:6]}")
    print(f"{len(cases)} rules, {sum(len(d) for _, _, d in cases)} dates, {wrong} not the same")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
