#!/usr/bin/env python3
"""Measures the commands beside their peers, in turn, and prints tables: medians of wall and processor time, and ratios.

usage: run.py [--small] [--large] [--only PART,...] [--runs N] [--write] [PEOPLE [YEARS]]

Teams of 1 and of YEARS years (make_team.sh; 100 people and 10 years by default, which is team M). Ratios count, not seconds;
nothing fails on a time, only on a command that fails. Peers: cat and libyaml's bare event pass (check), hledger and ledger
(a month of the same records as a journal), remind and khal (today), Cbc (rota), an empty C++ program (start). What is not
installed is left out and named. --large adds a team ten times as large and a roster of 50,000; --only measures parts alone
(start, today, check, years, month, rota, building, many, large). --write puts the tables into README.md, between its marks,
in the place of those of the same parts. TEAMCTL is the binary to measure; ROTA_MIP, if set, is rota_mip_test.
"""
import argparse
import os
import pathlib
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"
TODAY = "2026-11-24T08:30"


class Took:
    """The medians of several runs: seconds of wall and of processor time, MiB at most."""

    def __init__(self, runs):
        self.wall, self.cpu, self.memory = (statistics.median(column) for column in zip(*runs))


class Bench:
    def __init__(self, binary, folder, options):
        self.binary, self.folder, self.runs = binary, folder, options.runs
        self.tables, self.missing, self.failed = {}, [], False
        self.options, self.part, self.load, self.known = options, "", 0.0, {}
        # What a child has before it becomes another program counts as its own.
        self.least = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    def team(self, name, *words):
        return [self.binary, "-C", str(self.folder / name), "--today", TODAY, *words]

    def once(self, call):
        before = time.monotonic()
        with open(self.folder / "said", "wb") as said:
            process = subprocess.Popen(call, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said)
            _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            self.failed = True
            print(f"exit {process.returncode}: {' '.join(call)[:300]}", (self.folder / "said").read_text()[:500], file=sys.stderr)
        return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024

    def measure(self, calls, runs=None):
        """Runs the calls in turn, so that what else the machine does falls on all alike."""
        took = {name: [] for name in calls}
        for n in range(runs or self.runs):
            for name, call in calls.items():
                # `{n}` in a record is another number in each run.
                took[name].append(self.once([word.format(n=n) if "{n" in word else word for word in call]))
        return {name: Took(runs) for name, runs in took.items()}

    def memory(self, took):
        return f"{took.memory:.0f}" if took.memory > self.least * 1.05 else f"at most {self.least:.0f}"

    def has(self, *programs):
        lacking = [program for program in programs if shutil.which(program) is None]
        self.missing += lacking
        return not lacking

    def table(self, title, head, rows):
        lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
        lines += ["| " + " | ".join(row) + " |" for row in rows]
        self.tables.setdefault(self.part, []).append(f"### {title}\n" + "\n".join(lines) + f"\n\nThe load was {self.load:.1f}.\n")
        print(self.tables[self.part][-1], flush=True)

    def measured(self, part, measure):
        """Measures a part once, under its name."""
        if part not in self.known:
            before, self.part, self.load = self.part, part, os.getloadavg()[0]
            self.known[part] = measure(self)
            self.part = before
        return self.known[part]

    def build(self, name, source, *words):
        compiler = os.environ.get("CXX", "c++") if source.suffix == ".cpp" else os.environ.get("CC", "cc")
        done = subprocess.run([compiler, "-O2", "-o", self.folder / name, source, *words], check=False, capture_output=True)
        return [str(self.folder / name)] if done.returncode == 0 else None


def ms(seconds):
    return f"{seconds * 1000:.1f}" if seconds < 0.1 else f"{seconds * 1000:.0f}"


def ratio(one, other):
    return f"{one / other:.2f}" if one < other * 10 else f"{one / other:.0f}"


def make_team(bench, name, people, years, groups=1):
    """A team, once; it is closed by close_months()."""
    if not (bench.folder / name).exists():
        subprocess.run(["sh", HERE / "make_team.sh", bench.folder / name, str(people), str(years), str(groups)], check=True)


def close_months(bench, name, years):
    """As teams do at every month end: commands then start from a closing."""
    make_team(bench, name, bench.options.people, years)
    subprocess.run([*bench.team(name, "-q", "close", f"{2027 - years}-01..2026-10")], check=True, stdout=subprocess.DEVNULL)


def registered(bench, name):
    """A customer that was registered on the last day; its id differs with the years."""
    text = (bench.folder / name / "log/2026-11/2026-11-24.yaml").read_text()
    return re.search(r"customer: \{id: ([^,]*), name: ([^,]*)", text).groups()


def daily(team, customer, name):
    yield "agenda", team("agenda")
    yield "due", team("due")
    yield "`records` of a day", team("records", "2026-11-23")
    yield "`summary` of a month", team("summary", "2026-11")
    yield "`schedule` of a month", team("schedule", "2026-12")
    yield "`log note`", team("log", "note", "text=measured")
    yield "`log contact`", team("log", "contact", "who=p1", f"customer={customer}", "note=measured")
    yield "`log customer`, new", team("log", "customer", "owner=p1", "name=新客{n}", "phone=1371{n:07}")
    yield "`log customer`, a known name", team("log", "customer", "owner=p1", f"name={name}", "phone=1372{n:07}")


def by_years(bench):
    people, years = bench.options.people, bench.options.years
    close_months(bench, "one", 1)
    close_months(bench, "all", years)
    calls = {}
    for name in ("one", "all"):
        for title, call in daily(lambda *words, name=name: bench.team(name, *words), *registered(bench, name)):
            calls[name, title] = call
    took = bench.measure(calls)
    rows = [[title, ms(took["one", title].wall), ms(took["all", title].wall),
             ratio(took["all", title].wall, took["one", title].wall), ratio(took["all", title].cpu, took["one", title].cpu),
             bench.memory(took["all", title])] for name, title in calls if name == "one"]
    bench.table(f"{people} people, every month closed: milliseconds",
                ["", "1 year", f"{years} years", "ratio", "of processor time", "MiB"], rows)
    logs, closed = (size_of(bench.folder / "all" / name) / 2**20 for name in ("log", "closings"))
    bench.tables[bench.part].append(f"Closings are {closed:.1f} MiB beside {logs:.1f} MiB of records.\n")
    return {title: took["one", title] for name, title in calls if name == "one"}


def size_of(folder, pattern="*.yaml"):
    return sum(path.stat().st_size for path in folder.rglob(pattern))


def files_of(bench, name):
    listed = bench.folder / f"{name}.files"
    listed.write_text("".join(f"{path}\n" for path in sorted((bench.folder / name / "log").rglob("*.yaml"))))
    return str(listed)


def check(bench):
    """Of the whole log; the bytes and the measured run."""
    name = "all"
    make_team(bench, name, bench.options.people, bench.options.years)
    listed = files_of(bench, name)
    calls = {"`check`": bench.team(name, "check"), "reading the bytes (cat)": ["sh", "-c", 'xargs cat <"$0" >/dev/null', listed]}
    if events := bench.build("events", HERE / "events.c", "-lyaml"):
        calls["events of libyaml"] = ["sh", "-c", 'xargs "$1" <"$0"', listed, *events]
    else:
        bench.missing.append("libyaml-dev")
    if bench.has("taskset"):
        calls["`check` on one core"] = ["taskset", "-c", "0", *bench.team(name, "check")]
    took = bench.measure(calls)
    ours = took["`check`"]
    rows = [[title, ms(one.wall), ms(one.cpu), ratio(ours.wall, one.wall), bench.memory(one)] for title, one in took.items()]
    bench.table(f"`check` of {size_of(bench.folder / name / 'log') >> 20} MiB of records: milliseconds",
                ["", "wall", "processor", "`check` is so many times this", "MiB"], rows)
    return ours, size_of(bench.folder / name / "log")


def start(bench):
    (bench.folder / "empty.cpp").write_text("int main() {}\n")
    if not (empty := bench.build("empty", bench.folder / "empty.cpp")):
        return bench.missing.append("a C++ compiler")
    calls = {"an empty C++ program": empty, "`teamctl --version`": [bench.binary, "--version"],
             "Tab (`log c`)": [bench.binary, "__complete", "-C", str(bench.folder / "sales"), "log", "c"], "bare `teamctl`": bench.team("sales")}
    needed = subprocess.run(["ldd", bench.binary], check=True, stdout=subprocess.PIPE, text=True).stdout
    direct = subprocess.run(["readelf", "-d", bench.binary], check=True, stdout=subprocess.PIPE, text=True).stdout
    for name in re.findall(r"NEEDED.*\[(.*)\]", direct):
        path = re.search(rf"{re.escape(name)} => (\S+)", needed)
        if path and not name.startswith(("libstdc++", "libm.", "libgcc", "libc.")):
            if call := bench.build(name, bench.folder / "empty.cpp", "-Wl,--no-as-needed", path[1]):
                calls[name.split(".so")[0]] = call
    took = bench.measure(calls, bench.runs * 5)
    bare = took["an empty C++ program"]
    rows = [[title, f"{one.wall * 1000:.2f}", f"{(one.wall - bare.wall) * 1000:.2f}"] for title, one in took.items()]
    bench.table("A start: milliseconds; of libraries what an empty program takes that is linked with them",
                ["", "wall", "beyond the empty program"], rows)


def journal(bench, name):
    """The records of a team as a journal of hledger and ledger: a transaction each, a unit from the person to the kind."""
    path = bench.folder / f"{name}.journal"
    with open(path, "w", encoding="utf-8") as out:
        for log in sorted((bench.folder / name / "log").rglob("*.yaml")):
            for kind, person in re.findall(r"^- (\w+): \{.*?(?:who|owner): (\w+)", log.read_text(), re.M):
                out.write(f"{log.stem} {kind}\n    records:{kind}:{person}  1\n    people:{person}\n\n")
    return str(path)


def month(bench):
    name = "all"
    make_team(bench, name, bench.options.people, bench.options.years)
    path = journal(bench, name)
    calls = {"`summary` of a month": bench.team(name, "summary", "2026-11")}
    if bench.has("hledger"):
        calls["hledger"] = ["hledger", "-f", path, "balance", "-b", "2026-11-01", "-e", "2026-12-01"]
    if bench.has("ledger"):
        calls["ledger"] = ["ledger", "-f", path, "balance", "-b", "2026-11-01", "-e", "2026-12-01"]
    took = bench.measure(calls, min(bench.runs, 3))
    ours = took["`summary` of a month"].wall
    bench.table("A month's figures of all years (medians of three): milliseconds", ["", "wall", "times `summary`", "MiB"],
                [[title, ms(one.wall), ratio(one.wall, ours), bench.memory(one)] for title, one in took.items()])


def today(bench):
    """Today of the example team beside what reads as many reminders, and the same events."""
    calls = {"bare `teamctl`": bench.team("sales"), "`agenda`": bench.team("sales", "agenda")}
    export = bench.team("sales", "export", "records", "2026-11", "-f", "csv")
    lines = subprocess.run(export, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[1:]
    if bench.has("remind"):
        reminders = bench.folder / "today.rem"
        reminders.write_text("".join(f"REM {line[:10]} MSG {line[11:60]}\n" for line in lines if re.match(r"\d{4}-", line)))
        calls["remind"] = ["remind", "-q", str(reminders), "2026-11-24"]
    if bench.has("khal"):
        home = bench.folder / "khal"
        (home / "events").mkdir(parents=True)
        (home / "config").write_text(f"[calendars]\n[[team]]\npath = {home}/events\n[locale]\nlocal_timezone = Asia/Shanghai\n"
                                     f"default_timezone = Asia/Shanghai\n[sqlite]\npath = {home}/khal.db\n"
                                     "[default]\ndefault_calendar = team\n")
        with open(home / "team.ics", "wb") as out:
            subprocess.run(bench.team("sales", "calendar", "2026-11", "-f", "ics"), check=True, stdout=out)
        os.environ.update(LC_ALL="C.UTF-8", HOME=str(home))
        subprocess.run(["khal", "-c", home / "config", "import", "--batch", "-a", "team", home / "team.ics"], check=True,
                       stdout=subprocess.DEVNULL)
        calls["khal"] = ["khal", "-c", str(home / "config"), "list", "2026-11-24"]
    took = bench.measure(calls)
    base = took.get("remind")
    bench.table(f"Today: the example team of {len(lines)} records, remind with as many reminders, khal with its calendar: milliseconds",
                ["", "wall", "processor", "times remind"],
                [[title, ms(one.wall), ms(one.cpu), ratio(one.wall, base.wall) if base else ""] for title, one in took.items()])


def rota(bench):
    program = os.environ.get("ROTA_MIP", "")
    if not os.access(program, os.X_OK):
        return bench.missing.append("Cbc (set ROTA_MIP)")
    done = subprocess.run([program, "1", "60"], check=False, stdout=subprocess.PIPE, text=True)
    bench.failed |= done.returncode != 0
    same = re.search(r"^\d+ the same.*", done.stdout, re.M)[0]
    rows = [[who, *re.search(rf"^{key}: +median ([\d.]+) ms, 90% ([\d.]+) ms, slowest ([\d.]+) ms", done.stdout, re.M).groups()]
            for who, key in (("ours", "ours"), ("Cbc", "MIP"))]
    bench.table(f"The rota of 60 random teams ({same}): milliseconds", ["", "median", "90 %", "slowest"], rows)


def companies(bench):
    """Several teams on one page, and the pages of a year."""
    count = 3 if bench.options.small else 200
    (bench.folder / "teams").mkdir()
    for i in range(count):
        make_team(bench, f"teams/made{i:03}", 3 + i * 7 % 11, 1)
    make_team(bench, "twenty", 20, 1)
    pattern = str(bench.folder / "teams/*")
    calls = {f"`summary --teams` over {count}": [bench.binary, "--today", TODAY, "summary", "2026-11", "--teams", pattern]}
    took = bench.measure(calls)
    site, again = bench.folder / "pages", bench.team("twenty", "-q", "site", str(bench.folder / "pages"))
    first = []
    for _ in range(min(bench.runs, 3)):
        shutil.rmtree(site, ignore_errors=True)
        first.append(bench.once(again))
    took["`site` of 20 people and a year"] = Took(first)
    took["the same again"] = bench.measure({"": again})[""]
    bench.table("Many teams, and pages: seconds", ["", "wall", "MiB"],
                [[title, f"{one.wall:.2f}", bench.memory(one)] for title, one in took.items()])


def building(bench):
    """A building's year: 17,400 checks, 400 assets, meters read daily, no closing."""
    subprocess.run(["sh", HERE / "make_facility.sh", bench.folder / "building"], check=True)
    asked = ("agenda", "checklist 2026-11-23", "checklist 2026-11", "asset", "asset s1-m1", "due", "ticket 2026-11",
             "summary 2026-11", "summary 2026", "check")
    took = bench.measure({words: bench.team("building", *words.split()) for words in asked})
    bench.table("A building's year (12 systems, 400 assets, 22,543 records): milliseconds", ["", "wall", "processor", "MiB"],
                [[f"`{words}`", ms(one.wall), ms(one.cpu), bench.memory(one)] for words, one in took.items()])


def large(bench):
    """1,000 people in 80 groups over ten years beside 100 over one, and a roster of 50,000."""
    small_check, bytes_of_small = bench.measured("check", check)
    small = bench.measured("years", by_years)
    make_team(bench, "large", 1000, 10, 80)
    close_months(bench, "large", 10)
    calls = dict(daily(lambda *words: bench.team("large", *words), *registered(bench, "large")))
    calls["`summary` of a unit"] = bench.team("large", "summary", "2026-11", "--unit", "g1")
    took = bench.measure(calls, min(bench.runs, 5))
    bench.table("1,000 people in 80 groups over 10 years: milliseconds",
                ["", "wall", "times 100 people over 1 year", "MiB"],
                [[title, ms(one.wall), ratio(one.wall, small[title].wall) if title in small else "", bench.memory(one)]
                 for title, one in took.items()])
    checked = bench.measure({"": bench.team("large", "check")}, min(bench.runs, 3))[""]
    size = size_of(bench.folder / "large/log")
    wide = bench.folder / "wide"
    wide.mkdir()
    (wide / "teamctl.yaml").write_text("team: 总公司\nlanguage: zh\n")
    with open(wide / "roster.yaml", "w", encoding="utf-8") as out:
        out.write("units:\n" + "".join(f"  - {{id: u{i}, name: 第{i}组}}\n" for i in range(2000)) + "people:\n")
        out.writelines(f"  - {{id: p{i}, name: 成员{i}, unit: u{i % 2000}}}\n" for i in range(50000))
    rows = [[f"`check` of {size >> 20} MiB", f"{checked.wall:.1f}", bench.memory(checked),
             f"{checked.wall / small_check.wall / (size / bytes_of_small):.2f} of the time a byte that team M takes"]]
    for words in (["roster"], ["summary", "2026-11"], ["check"]):
        one = bench.measure({"": bench.team("wide", *words)}, min(bench.runs, 3))[""]
        rows.append([f"`{words[0]}` of 50,000 people", f"{one.wall:.1f}", bench.memory(one), ""])
    bench.table("Ten times larger: seconds", ["", "wall", "MiB", ""], rows)


PARTS = {"start": start, "today": today, "check": check, "years": by_years, "month": month, "rota": rota, "building": building,
         "many": companies, "large": large}


def write(bench):
    """Parts that were not measured now stay as they stand."""
    path = HERE / "README.md"
    text = path.read_text()
    head, old, tail = text[:text.index(BEGIN) + len(BEGIN)], text[text.index(BEGIN) + len(BEGIN):text.index(END)], text[text.index(END):]
    parts = dict(re.findall(r"^<!-- part: (\w+) -->\n(.*?)(?=^<!-- part: |\Z)", old, re.M | re.S))
    parts |= {part: "\n".join(tables).strip() + "\n\n" for part, tables in bench.tables.items()}
    path.write_text(head + "".join(f"<!-- part: {part} -->\n{parts[part]}" for part in PARTS if part in parts) + tail)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("people", type=int, nargs="?", default=100)
    parser.add_argument("years", type=int, nargs="?", default=10)
    options = parser.parse_args()
    if options.small:
        options.people, options.years, options.runs = 5, 2, 1
    wanted = [part for part in options.only.split(",") if part] or [part for part in PARTS if part != "large" or options.large]
    if strange := set(wanted) - set(PARTS):
        parser.error(f"no such part: {', '.join(strange)}; there are {', '.join(PARTS)}")
    binary = os.path.abspath(os.environ.get("TEAMCTL") or sys.exit("TEAMCTL: the binary to measure"))
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(binary, pathlib.Path(folder), options)
        shutil.copytree(SOURCE / "examples/sales", bench.folder / "sales")
        for part in PARTS:
            if part in wanted:
                bench.measured(part, PARTS[part])
        print(f"Medians of {options.runs} runs where nothing else is said, on {os.cpu_count()} cores ({platform.machine()})."
              + (f" Not there: {', '.join(bench.missing)}." if bench.missing else ""))
        if options.write:
            write(bench)
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main())
