#!/usr/bin/env python3
"""Several teams on one page: every figure is the team's own, and those of all are their sums.

usage: run.py TEAMCTL SOURCE [TEAMS]

Example teams and so many generated ones (default 24): `summary`, `standings`, `due` and `ticket` with --teams say of each
team what the command says of it alone; numbers and money of all are the sums; places rank all people as the rule says;
every line that a figure leads to is there. A team with errors is named, on the page and on stderr, and in no figure, with
exit code 3. The pages of `site` hold, and their figures lead to pages that end in them. Prints how long one page took.
"""
import collections
import decimal
import html.parser
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

TODAY = "2026-11-27T18:00"
MONTH = "2026-11"
EXAMPLES = ["sales", "service-en", "facility", "it", "bank-en", "petrol", "minimal"]
failures = []


def expect(holds, *what):
    if not holds:
        failures.append(what)
        print("FAILED:", *what)


class Run:
    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder

    def __call__(self, *words, code=0):
        env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "XDG_STATE_HOME": str(self.folder / "state")}
        done = subprocess.run([self.binary, "--today", TODAY, *words], cwd=self.folder, env=env, capture_output=True,
                              check=False)
        expect(done.returncode == code, words, "exit", done.returncode, done.stderr.decode()[:600])
        return done

    def json(self, *words, code=0):
        return json.loads(self(*words, "-f", "json", code=code).stdout or b"{}")


def make_teams(source, folder, count):
    for name in EXAMPLES:
        shutil.copytree(source / "examples" / name, folder / "teams" / name)
    for i in range(count):
        path = folder / "teams" / f"made{i:03}"
        people = str(3 + i * 7 % 11)
        subprocess.run(["sh", str(source / "tests/bench/make_team.sh"), str(path), people, "1"], check=True)
    (folder / "teams" / "notes.txt").write_text("no team\n")
    return sorted(path.name for path in (folder / "teams").iterdir() if path.is_dir())


def number(value):
    """A figure that adds up; nothing of a quotient or mean, which JSON writes with decimals."""
    if isinstance(value, int):
        return decimal.Decimal(value)
    return decimal.Decimal(value) if isinstance(value, str) else None


def check_summary(run, names):
    before = time.monotonic()
    run("summary", MONTH, "--teams", "teams/*")
    print(f"summary of {len(names)} teams: {time.monotonic() - before:.2f} s")
    page = run.json("summary", MONTH, "--teams", "teams/*")
    expect([team["team"] for team in page["teams"]] == names, "teams", [team["team"] for team in page["teams"]])
    sums, people = collections.Counter(), 0
    for team in page["teams"]:
        alone = run.json("-C", team["folder"], "summary", MONTH)
        expect(team["metrics"] == alone["team"], team["team"], "figures", team["metrics"], alone["team"])
        expect(team["people"] == len(alone["people"]), team["team"], "people", team["people"])
        people += team["people"]
        for name, value in alone["team"].items():
            if number(value) is not None:
                sums[name] += number(value)
        for name, places in team["from"].items():
            for place in places:
                path = run.folder / place["file"]
                expect(path.is_file() and 0 < place["line"] <= len(lines_of(path)), team["team"], name, place)
        late = team["metrics"].get("late", 0)
        expect(len(team["from"].get("late", [])) == late, team["team"], "late", late, team["from"].get("late"))
    expect(people == page["total"]["people"], "people", people)
    total = page["total"]["metrics"]
    for name, value in sums.items():
        expect(number(total[name]) == value, "sum of", name, total[name], value)
    for name in ("attendance_rate", "refund_rate"):
        values = [team["metrics"][name] for team in page["teams"] if name in team["metrics"]]
        expect(not values or min(values) <= total[name] <= max(values), name, total.get(name), values)


def lines_of(path, seen={}):
    if path not in seen:
        seen[path] = path.read_text().splitlines()
    return seen[path]


def check_standings(run, names, by):
    page = run.json("standings", MONTH, "--by", by, "--teams", "teams/*")
    found = collections.defaultdict(list)
    for row in page["standings"]:
        found[row["team"]].append((row["who"], row["value"], row["points"], row["sales"]))
    for name in names:
        alone = run.json("-C", f"teams/{name}", "standings", MONTH, "--by", by)
        expected = [(row["who"], row["value"], row["points"], row["sales"]) for row in alone["standings"]]
        expect(sorted(map(str, expected)) == sorted(map(str, found[name])), by, name)
    count, place, before = 0, 0, None
    for row in page["standings"]:
        key = tuple(number(row[name]) for name in ("value", "points", "sales"))
        expect(before is None or key <= before, by, "order", row)
        # Whoever has nothing to be ranked by takes no place and moves nobody down.
        if any(key):
            count += 1
            place = place if key == before else count
        expect(row["place"] == (place if any(key) else None), by, "place", row, place)
        before = key


def check_due(run, names):
    page = run.json("due", "--teams", "teams/*")
    for team in page["teams"]:
        alone = run.json("-C", team["folder"], "due")["items"]
        here = [row["item"] for row in page["items"] if row["team"] == team["team"]]
        expect(alone == here, "due of", team["team"], len(alone), len(here))
        states = collections.Counter(item["state"] for item in alone)
        expect(all(states[state] == team[state] for state in ("overdue", "today", "soon", "undated")), states, team)
    expect(len(page["teams"]) == len(names), "teams of due")


def check_tickets(run):
    page = run.json("ticket", MONTH, "--teams", "teams/*")
    sums = collections.Counter()
    for team in page["teams"]:
        alone = run.json("-C", team["folder"], "ticket", MONTH)
        expect(alone["figures"]["total"] == team["figures"], "tickets of", team["team"])
        here = [row["ticket"] for row in page["tickets"] if row["team"] == team["team"]]
        expect(sorted(map(str, alone["tickets"])) == sorted(map(str, here)), "list of", team["team"])
        for name in ("opened", "closed"):
            sums[name] += alone["figures"]["total"][name]
        for half in ("answer", "resolve"):
            for name in ("in_time", "late"):
                sums[half + name] += alone["figures"]["total"][half][name]
    total = page["total"]
    expect(sums["opened"] == total["opened"] and sums["closed"] == total["closed"] and sums["opened"] > 0, sums, total)
    expect(all(sums[half + name] == total[half][name] for half in ("answer", "resolve") for name in ("in_time", "late")),
           sums, total)
    for row in page["tickets"]:
        line = lines_of(run.folder / row["at"]["file"])[row["at"]["line"] - 1]
        expect("ticket" in line, row["at"], line)


def check_broken(run, names):
    sound = run.json("summary", MONTH, "--teams", "teams/*")
    bad = run.folder / "teams" / names[2] / "roster.yaml"
    text = bad.read_text()
    bad.write_text(text + "\n- [\n")
    done = run("summary", MONTH, "--teams", "teams/*", "--lang", "en", code=3)
    expect(f"teams/{names[2]}/roster.yaml:" in done.stderr.decode(), "place of the error", done.stderr.decode())
    expect("left out" in done.stdout.decode() and "left out" in done.stderr.decode(), "left out is told")
    page = run.json("summary", MONTH, "--teams", "teams/*", code=3)
    expect([team["team"] for team in page["left_out"]] == [names[2]], page["left_out"])
    expect(page["teams"] == [team for team in sound["teams"] if team["team"] != names[2]], "the other teams")
    for words in (["due"], ["ticket"], ["standings"], ["site", "pages"]):
        run(*words, "--teams", "teams/*", code=3)
    shutil.rmtree(run.folder / "pages")
    bad.write_text(text)


class Links(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.links, self.open = [], None
        self.feed(path.read_text())

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.open = [dict(attributes).get("href", ""), ""]

    def handle_endtag(self, tag):
        if tag == "a" and self.open:
            self.links.append(self.open)
            self.open = None

    def handle_data(self, data):
        if self.open:
            self.open[1] += data


def check_site(run):
    chosen = ["--teams", "teams/sales", "--teams", "teams/service-en", "--teams", "teams/made00[01]"]
    run("site", "pages", "2026-10..2026-11", *chosen)
    figures = 0
    for page in ("index.html", "2026-10.html"):
        for href, _ in Links(run.folder / "pages" / page).links:
            path = run.folder / "pages" / href.split("#")[0]
            expect(path.is_file(), page, "leads nowhere:", href)
            figures += "/figures/" in href
    expect(figures > 20, "figures with links:", figures)
    again = run("site", "pages", "2026-10..2026-11", *chosen, "--lang", "en")
    again = run("site", "pages", "2026-10..2026-11", *chosen, "--lang", "en")
    expect(b"0 pages written" in again.stderr, again.stderr)
    run("site", "teams", *chosen, code=2)


def check_refusals(run):
    for words in (["summary", "--teams", "none/*"], ["summary", "--teams", "teams/*", "--unit", "x"],
                  ["due", "--teams", "teams/*", "--who", "x"], ["ticket", "x", "--teams", "teams/*"],
                  ["due", "--teams", "teams/*", "-f", "ics"], ["standings", "--teams", "teams/*", "--by", "nothing"],
                  ["-C", "teams/sales", "summary", "--teams", "teams/*"]):
        done = run(*words, code=2)
        expect(done.stderr and not done.stdout, words)
    shutil.copytree(run.folder / "teams/minimal", run.folder / "more/minimal")
    done = run("summary", "--teams", "teams/minimal", "--teams", "more/*", code=2)
    expect(b"minimal" in done.stderr, "one id twice", done.stderr)


def main():
    binary, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 24
    with tempfile.TemporaryDirectory() as work:
        run = Run(binary, pathlib.Path(work))
        names = make_teams(source, run.folder, count)
        check_summary(run, names)
        for by in ("points", "sales"):
            check_standings(run, names, by)
        check_due(run, names)
        check_tickets(run)
        check_broken(run, names)
        check_site(run)
        check_refusals(run)
    print(f"{len(names)} teams: {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
