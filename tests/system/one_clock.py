#!/usr/bin/env python3
"""Random teams over the zones of the world: every command names the same date for each occurrence.

usage: one_clock.py BINARY [TEAMS [SEED]]

The date of an occurrence is that of its start in the team's zone, whatever the zone of its series (teamctl-rota(7)).
For each team the dates that `calendar` gives are worked out anew from its instants, and compared with those of the
phone calendar, of `agenda`, `schedule` and the plan that it writes, `person`, `due`, and with what `log` takes for
attendance and for a cancellation without a word. The next month is planned twice: the second time changes nothing.
"""
import collections
import concurrent.futures
import datetime
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zoneinfo

ZONES = ["Asia/Shanghai", "Europe/London", "America/New_York", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata",
         "Australia/Lord_Howe", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/St_Johns", "Africa/Cairo", "UTC",
         "Asia/Tehran", "America/Sao_Paulo", "Pacific/Chatham"]
PEOPLE = ["ann", "bob", "cyd", "dan"]
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
MONTHS = ["2026-03", "2026-04", "2026-10", "2026-11", "2026-12", "2027-01"]


def when(rng, month):
    start = f"{rng.randint(0, 23):02}:{rng.choice(['00', '15', '30', '45'])}"
    minutes = rng.choice([15, 30, 60, 240, 600, 1440])
    first = f"{month}-{rng.randint(1, 9):02}"
    form = rng.random()
    if form < 0.35:
        rule = f"every: day, from: {rng.choice(['2026-01-01', first])}"
    elif form < 0.7:
        days = ", ".join(rng.sample(DAYS, rng.randint(1, 3)))
        rule = f"every: week, on: [{days}], if_holiday: keep, from: 2026-01-01"
    elif form < 0.85:
        rule = f'rrule: "FREQ=WEEKLY;INTERVAL={rng.randint(1, 2)};BYDAY={rng.choice(["MO,TH", "SU", "WE"])}", from: 2026-01-05'
    else:
        rule = f"every: workday, from: 2026-01-01"
    text = f'{rule}, start: "{start}", minutes: {minutes}'
    if rng.random() < 0.7:
        text += f", timezone: {rng.choice(ZONES)}"
    if rng.random() < 0.2:
        text += f", also: [{month}-{rng.randint(10, 27)}]"
    if rng.random() < 0.2:
        text += f", except: [{month}-{rng.randint(10, 27)}]"
    return "{" + text + "}"


def make(root, rng, month):
    (root / "teamctl.yaml").write_text(f"team: T\nlanguage: en\ntimezone: {rng.choice(ZONES)}\n")
    (root / "roster.yaml").write_text("people:\n" + "".join(f"  - {{id: {p}, name: {p.title()}, joined: 2020-01-01}}\n" for p in PEOPLE))
    for folder in ("meetings", "rotas"):
        (root / folder).mkdir()
    for i in range(rng.randint(1, 2)):
        (root / "meetings" / f"m{i}.yaml").write_text(
            f"name: Meeting {i}\nwhen: {when(rng, month)}\nattend: all\nroles: {{host: {{who: all}}}}\n")
    for i in range(rng.randint(1, 2)):
        (root / "rotas" / f"r{i}.yaml").write_text(
            f"name: Rota {i}\nwhen: {when(rng, month)}\nroles: {{duty: {{who: all}}}}\n")


class Team:
    def __init__(self, binary, root, today):
        self.binary, self.root, self.today = binary, root, today

    def call(self, *words, today=None):
        done = subprocess.run([self.binary, "-C", str(self.root), "--today", today or self.today, *words],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def data(self, *words, today=None):
        code, out, err = self.call(*words, "-f", "json", today=today)
        if code != 0:
            raise AssertionError(f"{' '.join(words)} ends with {code}: {err[:600]}")
        return json.loads(out)


def by_instants(rows, zone):
    """(series, date of the start in the team's zone), from the instants alone."""
    return collections.Counter(
        (row["series"], datetime.datetime.fromisoformat(row["start"]).astimezone(zone).date().isoformat()) for row in rows)


def by_ics(text, zone):
    """The dates of the phone calendar's events, in the team's zone."""
    dates = collections.Counter()
    for event in re.split(r"BEGIN:VEVENT", text.replace("\r\n ", "").replace("\r\n", "\n"))[1:]:
        found = re.search(r"^DTSTART(?:;TZID=([^:;]+))?:(\d{8}T\d{6})(Z?)$", event, re.MULTILINE)
        name = re.search(r"^SUMMARY:(?:\[.*?\] )?(Meeting \d|Rota \d)", event, re.MULTILINE)
        if not found or not name:
            continue
        at = datetime.datetime.strptime(found.group(2), "%Y%m%dT%H%M%S")
        at = at.replace(tzinfo=datetime.timezone.utc if found.group(3) else zoneinfo.ZoneInfo(found.group(1)))
        kind, number = name.group(1).split()
        dates[("m" if kind == "Meeting" else "r") + number, at.astimezone(zone).date().isoformat()] += 1
    return dates


def planned(root):
    """(series, date) of the lines of the plans."""
    found = collections.Counter()
    for path in (root / "plans").glob("*.yaml") if (root / "plans").exists() else []:
        for line in path.read_text().splitlines():
            at = re.search(r"date: (\S+?),.*?(?:series|meeting|rota): (\w+)", line)
            if at:
                found[at.group(2), at.group(1)] += 1
    return found


def check(binary, seed):
    """Raises what is wrong."""
    rng = random.Random(seed)
    month = rng.choice(MONTHS)
    with tempfile.TemporaryDirectory() as base:
        root = pathlib.Path(base)
        make(root, rng, month)
        zone = zoneinfo.ZoneInfo(re.search(r"timezone: (\S+)", (root / "teamctl.yaml").read_text()).group(1))
        first = datetime.date.fromisoformat(month + "-01")
        team = Team(binary, root, (first - datetime.timedelta(days=1)).isoformat())
        rows = team.data("calendar", month)["occurrences"]
        dates = collections.Counter((row["series"], row["date"]) for row in rows)
        assert dates == by_instants(rows, zone), f"calendar's dates are not those of its instants: {dates - by_instants(rows, zone)}"
        # A night on which the clocks of its zone change may put two starts on one date of the team: one occurrence.
        assert max(dates.values(), default=1) == 1, f"two occurrences on one date: {dates}"
        phone = by_ics(team.call("calendar", month, "-f", "ics")[1], zone)
        assert phone == dates, f"ics: only there {phone - dates}, missing {dates - phone}"
        slots = team.data("schedule", month)["slots"]
        of_slots = collections.Counter((slot["series"], slot["date"]) for slot in slots)
        assert of_slots == dates, f"schedule: only there {of_slots - dates}, missing {dates - of_slots}"
        code, _, err = team.call("schedule", month, "--write")
        assert code in (0, 1), err
        assert planned(root) == dates, f"plan: only there {planned(root) - dates}, missing {dates - planned(root)}"
        before = {path: path.read_bytes() for path in (root / "plans").glob("*")}
        code, _, err = team.call("schedule", month, "--write")
        assert {path: path.read_bytes() for path in (root / "plans").glob("*")} == before, "planned twice, the plan changes"
        assert team.call("check")[0] == 0, team.call("check")[2][:600]
        turns = collections.Counter()
        for person in PEOPLE:
            for turn in team.data("person", person, month)["turns"]:
                turns[turn["series"], turn["date"]] += 1
        filled = collections.Counter((s["series"], s["date"]) for s in slots if s["who"])
        assert turns == filled, f"person: only there {turns - filled}, missing {filled - turns}"
        days = sorted({date for _, date in dates})
        for day in rng.sample(days, min(3, len(days))):
            agenda = team.data("agenda", day)
            there = {meeting["series"] for meeting in agenda["meetings"]}
            wanted = {series for series, date in dates if date == day and series.startswith("m")}
            assert there == wanted, f"agenda {day}: {there} for {wanted}"
        meetings = sorted((date, series) for series, date in dates if series.startswith("m"))
        if meetings:
            day, series = rng.choice(meetings)
            code, _, err = team.call("log", "attendance", f"meeting={series}", "late=ann", "--date", day, today=day + "T23:59")
            assert code == 0 and "warning" not in err, f"attendance of {series} on {day}: {err[:600]}"
            attended = team.data("explain", "late", day, today=day + "T23:59")
            assert "ann" in json.dumps(attended), f"late on {day} is not counted on it"
            day, series = rng.choice(meetings)
            code, _, err = team.call("log", "cancel", f"meeting={series}", "reason=x", "--date", day, today=team.today)
            assert code == 0 and "warning" not in err, f"cancel of {series} on {day}: {err[:600]}"
            rows = team.data("calendar", month)["occurrences"]
            off = [(row["series"], row["date"]) for row in rows if row["cancelled"]]
            assert off == [(series, day)], f"cancelled {series} {day}, and off is {off}"


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    teams = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    wrong = []

    def one(i):
        try:
            check(binary, i)
        except AssertionError as error:
            wrong.append(f"team {i}: {error}")

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, range(seed, seed + teams)))
    print("\n".join(sorted(wrong)[:20]))
    print(f"{teams} teams, {len(wrong)} with two dates for something")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
