#!/usr/bin/env python3
"""Compares two binaries of teamctl: every command, in every format that it offers, in both languages, on all example teams
and on ten generated ones, some with mistakes; writing commands each on a copy. What both print, their exit codes and the
files that they wrote have to be the same, byte for byte. For changes of the sources that must change nothing.

usage: same_output.py OLD NEW [--teams PATTERN,...] [--commands PATTERN,...] [--full | --brief] [--baseline FILE]
                              [--jobs N] [--show N]

  --teams      only teams whose names match one of these (shell patterns); `--list` prints the names
  --commands   only calls that begin with one of these words
  --full       each call in each format; without it a command's first call in each, its others as text in both languages
  --brief      a command's first call only
  --baseline   what OLD printed, as digests: read where it is there (and of this OLD and these teams), else written
  --show       so many differences are shown in full (default 20); all are named

Exit code: 0 the same, 1 not the same, or a call could not run (a signal, no end, a failing system), 2 a wrong call.
"""
import argparse
import collections
import concurrent.futures
import difflib
import fnmatch
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import stat
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
TODAY = "2026-11-30T08:30"
SECONDS = 60

# One call: the words behind `teamctl`, and whether it is the command's first one, made in every format.
Call = collections.namedtuple("Call", "words first")
# What came of a call: its exit code (negative: a signal; None: no end) and a digest of all it printed and wrote.
Outcome = collections.namedtuple("Outcome", "code digest")


# --- teams -----------------------------------------------------------------------------------------------------------

def spoil(team, seed):
    """Ten slips in a directory: lines lost, doubled, moved to the right, cut short; the same for the same seed."""
    dice = random.Random(seed)
    files = sorted(path for path in team.rglob("*.yaml"))
    for _ in range(10):
        path = dice.choice(files)
        lines = path.read_text(encoding="utf-8").split("\n")
        at = dice.randrange(len(lines))
        slip = dice.randrange(5)
        if slip == 0:
            del lines[at]
        elif slip == 1:
            lines.insert(at, lines[at])
        elif slip == 2:
            lines[at] = "  " + lines[at]
        elif slip == 3:
            lines[at] = lines[at][:len(lines[at]) // 2]
        else:
            lines[at] = lines[at].replace("e", "", 1).replace("1", "一", 1)
        path.write_text("\n".join(lines), encoding="utf-8")


def copy_of(example):
    return lambda team: shutil.copytree(SOURCE / example, team)


def made_by(script, *arguments):
    return lambda team: subprocess.run(["sh", SOURCE / "tests/bench" / script, team, *map(str, arguments)], check=True)


def spoilt(example, seed):
    def make(team):
        shutil.copytree(SOURCE / example, team)
        spoil(team, seed)
    return make


def mistaken(part, parts):
    """The team of tests/mistakes with every so-manieth of its mistakes."""
    def make(team):
        shutil.copytree(SOURCE / "tests/mistakes/team", team)
        cases = sorted((SOURCE / "tests/mistakes/cases").glob("*.sh"))
        for case in cases[part::parts]:
            subprocess.run(["sh", "-e", case], cwd=team, check=True, stdout=subprocess.DEVNULL)
    return make


def teams():
    """Name -> what makes it, as a function of the directory to be made."""
    found = {path.parent.name: copy_of(path.parent.relative_to(SOURCE))
             for path in sorted((SOURCE / "examples").glob("*/teamctl.yaml"))}
    found["made-5"] = made_by("make_team.sh", 5, 1)
    found["made-12"] = made_by("make_team.sh", 12, 1)
    found["made-9-years-2"] = made_by("make_team.sh", 9, 2)
    found["made-facility"] = made_by("make_facility.sh")
    found["mistakes-all"] = mistaken(0, 1)
    found["mistakes-first"] = mistaken(0, 3)
    found["mistakes-second"] = mistaken(1, 3)
    found["spoilt-sales"] = spoilt("examples/sales", 1)
    found["spoilt-it-en"] = spoilt("examples/it-en", 2)
    found["spoilt-service"] = spoilt("examples/service", 3)
    return found


# --- calls -----------------------------------------------------------------------------------------------------------

def words_of_team(run):
    """Ids to ask for, as the old binary tells them. Empty where the team cannot be read."""
    def rows(*words):
        code, output = run([*words, "-f", "ndjson" if words[0] == "export" else "json"])
        if code not in (0, 1):
            return []
        try:
            text = output.decode()
            return [json.loads(line) for line in text.splitlines()] if words[0] == "export" else [json.loads(text)]
        except ValueError:
            return []

    def ids(found, key="id"):
        seen = []
        for row in found:
            if isinstance(row.get(key), str) and row[key] not in seen:
                seen.append(row[key])
        return seen

    records = rows("export", "records", "2026-11")
    tables = [table for report in rows("schedule", "2026-12") for table in report.get("entries", report.get("plan", []))]
    return {
        "people": ids(rows("export", "roster")),
        "kinds": ids(records, "record"),
        "assets": ids(rows("export", "assets")),
        "metrics": ids(rows("export", "metrics", "2026-11"), "metric"),
        "tickets": [row["fields"]["id"] for row in records
                    if row.get("record") == "ticket" and isinstance(row.get("fields"), dict) and "id" in row["fields"]],
        "turns": [row for row in tables if isinstance(row, dict)],
    }


def reading_calls(names):
    """Command -> its calls, the first of which is made in every format."""
    person = (names["people"] or ["nobody"])[0]
    other = (names["people"] or ["nobody"])[-1]
    calls = {
        "check": [[], ["--strict"], ["--deep"], ["roster.yaml"], ["rooster.yaml"]],
        "agenda": [[], ["2026-11-24"], ["2026-11-16..2026-11-18"], ["2026-12-31"], ["2026-02-29"]],
        "schedule": [["2026-12"], [], ["2026-11"], ["2026-12", "--fresh"], ["2026-12", "--poster"],
                     ["2026-12", "--who", person], ["2027-Q1"]],
        "next": [[], ["nowhere"]],
        "checklist": [[], ["2026-11"], ["2026-11-24", "--who", person], ["opning"]],
        "due": [[], ["2026-11-13"], ["--days", "60"], ["--who", other], ["--exit-code"]],
        "customer": [[], ["--who", person], ["--state", "open"], ["--state", "opne"], ["nobdy"]],
        "ticket": [["2026-11"], [], *[[ticket] for ticket in names["tickets"][:3]], ["t0"]],
        "asset": [[], ["--due"], *[[asset] for asset in names["assets"][:3]], ["no-such"]],
        "records": [["2026-11"], ["--who", person], ["2026-11", "--phones"], ["2026"], ["visti"],
                    *[[kind, "2026-11"] for kind in names["kinds"]]],
        "summary": [["2026-11"], [], ["2026-11-24"], ["2026-W48"], ["2026-Q4"], ["2026"], ["2026-12"],
                    ["2026-11", "--person", person], ["2026-10-26..2026-11-06"], ["2026-13"]],
        "standings": [["2026-11"], ["2026-Q4"], ["2026-11", "--by", "points"]],
        "award": [["2026-11"], ["2026-Q4"], ["2026-11", "--certificate", person]],
        "person": [[person, "2026-11"], [other, "2026-Q4"], [person, "--contact"], ["nobdy"]],
        "roster": [[], ["fire"], ["change", "nobdy", "from=2026-12-01", "share=0.5"]],
        "leave": [["nobdy", "annual"], [person, "holidays"]],
        "explain": [["points", "2026-11"], [], ["points", "2026-11", "--who", person], ["fund", "2026-11"],
                    ["customer", "王"], ["saels"], *[[metric, "2026-11"] for metric in names["metrics"]]],
        "close": [["2026-13"], ["2026-11-05"]],
        "calendar": [["2026-11"], ["2026-11-24"], ["2026-W53"], ["2027-02"]],
        "export": [["records", "2026-11"], ["metrics", "2026-11"], ["roster"], ["assets"],
                   ["records", "2026-11", "--phones"], ["metrcs"]],
        "schema": [["roster"], [], ["meeting"], ["log"], ["rules"]],
        "log": [[], ["nothing"], ["diary", "who=nobody"]],
        "import": [["roster", "missing.csv"], ["tables", "missing.csv"]],
        "swap": [["2026-12-01", "none", "host", person]],
        "init": [["--template", "farm"]],
        "demo": [["--template", "farm"]],
        "site": [[]],
        "rename": [["person", "nobdy", "x1"]],
        "edit": [["nothing"]],
        "hook": [["remove"]],
        "completion": [["bash"], ["zsh"], ["fish"], ["csh"]],
        "merge-driver": [["a", "b"]],
        "help": [[], ["summary"], ["log"], ["sumary"]],
    }
    return {command: [Call([command, *words], n == 0) for n, words in enumerate(lists)]
            for command, lists in calls.items()}


def writing_calls(names):
    """Lists of calls, each made in turn on one copy of the team; behind the last the files are compared, too."""
    person = (names["people"] or ["nobody"])[0]
    other = (names["people"] or ["nobody"])[-1]
    turns = [row for row in names["turns"] if {"date", "series", "role"} <= row.keys()][:1]
    ics = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Berlin:20261102T140000\r\n"
           "DTEND;TZID=Europe/Berlin:20261102T150000\r\nRRULE:FREQ=MONTHLY;BYDAY=1MO\r\nSUMMARY:Board\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    files = {"in.csv": "id,name,unit\nnew1,新人,\nnew2,Newcomer,none\n", "a.csv": "id,name,quantity,installed\na1,Pump,2,2026-03-05\n",
             "in.ics": ics}
    lists = [
        [["log", "note", "a first note"], ["log", "diary", "who=" + person, "did=two visits", "calls=3"],
         ["log", "praise", "who=" + other, "for=help"], ["log", "problem", "a leaking tap"],
         ["log", "ticket", "text=no light", "priority=high"], ["log", "points", "who=" + person, "points=-3", "late"],
         ["log", "note", "ahead", "--date", "2027-01-05"], ["due"], ["records", "2026-11-30"], ["check"]],
        [["schedule", "2026-12", "--write"], *[["swap", row["date"], row["series"], row["role"], other] for row in turns],
         ["schedule", "2026-12"], ["schedule", "2026-12", "--fresh"], ["agenda", "2026-12-01"]],
        [["close", "2026-10"], ["close", "2026-11"], ["summary", "2026-11"], ["due"], ["check", "--deep"]],
        [["import", "roster", "in.csv"], ["import", "roster", "in.csv", "--write"],
         ["import", "assets", "a.csv", "--write"], ["import", "ics", "in.ics", "--write"], ["check"], ["calendar", "2026-12"]],
        [["summary", "2026-11", "-f", "html", "-o", "out.html"], ["init", "fresh", "--template", "bank"],
         ["roster", "-C", "fresh"], ["demo", "shown", "--template", "it"], ["site", "pages", "2026-11"]],
    ]
    return files, lists


# --- running ---------------------------------------------------------------------------------------------------------

class Binary:
    """One of the two programs, called `teamctl` in a folder of its own, so that no output tells them apart."""

    def __init__(self, path, folder):
        path = pathlib.Path(path).resolve()
        if not os.access(path, os.X_OK) or path.is_dir():
            print(f"no program at {path}", file=sys.stderr)
            sys.exit(2)
        folder.mkdir()
        (folder / "teamctl").symlink_to(path)
        self.environment = {"PATH": f"{folder}:/usr/bin:/bin", "HOME": "/nonexistent", "TZ": "UTC", "LC_ALL": "C.UTF-8",
                            "COLUMNS": "80"}
        self.program = str(folder / "teamctl")
        self.identity = hashlib.sha256(path.read_bytes()).hexdigest()
        self.version = None
        version = self.run(["--version"], folder)[1]
        commit = re.search(rb"\([0-9a-f]+\)", version)
        # The commit that a program was built of is all that may differ.
        self.version = commit.group(0) if commit else None

    def run(self, words, folder):
        """Exit code and all that it printed, stdout above stderr."""
        try:
            done = subprocess.run(["teamctl", *words], executable=self.program, cwd=folder, env=self.environment,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                  timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return None, b""
        return done.returncode, self.clean(done.stdout + b"\n--- stderr\n" + done.stderr)

    def clean(self, output):
        # Ids that log makes end by chance.
        output = re.sub(rb"\b([a-z]\d{6}(?:-[a-z0-9]+)*)-(?=[a-z]*\d)[a-z0-9]{3}\b", rb"\1-(END)", output)
        return output.replace(self.version, b"(VERSION)") if self.version else output


def tree(folder, binary):
    """All files of a folder with their bytes, as one text."""
    out = b""
    for path in sorted(folder.rglob("*")):
        # Holds the number of the process.
        if path.is_file() and path.name != ".teamctl.lock":
            out += b"--- %s\n" % str(path.relative_to(folder)).encode() + binary.clean(path.read_bytes()) + b"\n"
    return out


def formats_of(binary, command, folder):
    output = binary.run(["help", command, "--lang", "en"], folder)[1].decode()
    found = re.search(r"^Formats: (.*)$", output, re.M)
    return found.group(1).split(", ") if found else ["text"]


def variants(call, formats, mode):
    """The call in the formats and languages of the mode."""
    if mode == "brief" and not call.first:
        return
    for form in formats if call.first or mode == "full" else ["text"]:
        for language in ("zh", "en"):
            yield [*call.words, *(["-f", form] if form != "text" else []), "--lang", language]


def copied(source, target):
    """Copies a file, or makes a pipe as the other one: some spoilt teams have one."""
    if stat.S_ISFIFO(os.stat(source).st_mode):
        os.mkfifo(target)
        return target
    return shutil.copy2(source, target)


class Job:
    """Something to do with one binary: a call on a team, or a list of calls on a copy of one."""

    def __init__(self, team, name, lines, files=None):
        self.team, self.name, self.lines, self.files = team, name, lines, files

    def key(self):
        return f"{self.team.name}: " + "; ".join(" ".join(words) for words in self.lines)

    def made(self, binary):
        """Exit code (the worst one) and all output."""
        if self.files is None:
            return binary.run(["-C", str(self.team.name), "--today", TODAY, *self.lines[0]], self.team.parent)
        with tempfile.TemporaryDirectory() as work:
            copy = pathlib.Path(work) / self.team.name
            shutil.copytree(self.team, copy, copy_function=copied)
            for name, text in self.files.items():
                (copy / name).write_text(text, encoding="utf-8", newline="")
            output = b""
            worst = 0
            for words in self.lines:
                code, said = binary.run(["--today", TODAY, *words], copy)
                worst = code if not runs(code) else worst
                output += b"$ " + " ".join(words).encode() + b"\n" + said + b"? %d\n" % (code if code is not None else -99)
            return worst, output + tree(copy, binary)

    def outcome(self, binary):
        code, output = self.made(binary)
        return Outcome(code, hashlib.sha256(output).hexdigest())


def runs(code):
    """Not ended by a signal or a clock, not refused by the system: an exit code of ours (see teamctl(1))."""
    return code is not None and 0 <= code <= 3


def jobs_for(team, old, commands, mode):
    names = words_of_team(lambda words: old_run(old, team, words))
    wanted = lambda words: not commands or any(fnmatch.fnmatch(words[0], pattern) for pattern in commands)
    for command, calls in reading_calls(names).items():
        formats = formats_of(old, command, team.parent)
        for call in calls:
            if wanted(call.words):
                for words in variants(call, formats, mode):
                    yield Job(team, command, [words])
    files, lists = writing_calls(names)
    for lines in lists if mode != "brief" else lists[:1]:
        if any(wanted(words) for words in lines):
            for language in ("zh", "en"):
                yield Job(team, lines[0][0], [[*words, "--lang", language] for words in lines], files)


def old_run(old, team, words):
    code, output = old.run(["-C", team.name, "--today", TODAY, *words], team.parent)
    return code, output.split(b"\n--- stderr\n")[0]


def difference(job, old, new):
    """The first lines that differ, with a few around them."""
    code_old, text_old = job.made(old)
    code_new, text_new = job.made(new)
    lines = list(difflib.unified_diff(text_old.decode(errors="backslashreplace").splitlines(),
                                      text_new.decode(errors="backslashreplace").splitlines(), "old", "new", lineterm="", n=1))
    if code_old != code_new:
        lines.insert(0, f"exit code {code_old}, now {code_new}")
    return lines[:14] + (["…"] if len(lines) > 14 else [])


def baseline_of(path, identity):
    """Digests of an earlier run of the same program on the same teams."""
    try:
        kept = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {key: Outcome(*value) for key, value in kept["outcomes"].items()} if kept.get("of") == identity else {}


def main():
    parser = argparse.ArgumentParser(usage=__doc__, add_help=False)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--teams", default="*")
    parser.add_argument("--commands", default="")
    parser.add_argument("--full", dest="mode", action="store_const", const="full", default="usual")
    parser.add_argument("--brief", dest="mode", action="store_const", const="brief")
    parser.add_argument("--baseline")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--show", type=int, default=20)
    if "--list" in sys.argv:
        print("\n".join(teams()))
        return 0
    wanted = parser.parse_args()
    patterns = wanted.teams.split(",")
    commands = [word for word in wanted.commands.split(",") if word]

    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        old, new = Binary(wanted.old, work / "old"), Binary(wanted.new, work / "new")
        (work / "teams").mkdir()
        chosen = [name for name in teams() if any(fnmatch.fnmatch(name, pattern) for pattern in patterns)]
        if not chosen:
            print("no such team; --list prints their names", file=sys.stderr)
            return 2
        for name in chosen:
            teams()[name](work / "teams" / name)
        before = tree(work / "teams", old)
        todo = [job for name in chosen for job in jobs_for(work / "teams" / name, old, commands, wanted.mode)]
        known = set(reading_calls(words_of_team(lambda words: (None, b""))))
        missing = [] if commands else sorted(set(commands_of(old, work)) - known)

        identity = hashlib.sha256(old.identity.encode() + before).hexdigest()
        kept = baseline_of(wanted.baseline, identity) if wanted.baseline else {}
        with concurrent.futures.ThreadPoolExecutor(wanted.jobs) as pool:
            was = list(pool.map(lambda job: kept.get(job.key()) or job.outcome(old), todo))
            now = list(pool.map(lambda job: job.outcome(new), todo)) if wanted.old != wanted.new or not kept else was
        if wanted.baseline:
            kept.update({job.key(): outcome for job, outcome in zip(todo, was)})
            pathlib.Path(wanted.baseline).write_text(json.dumps({"of": identity, "outcomes": kept}), encoding="utf-8")

        failed = 0
        differing = [(job, a, b) for job, a, b in zip(todo, was, now) if a != b]
        for job, a, b in zip(todo, was, now):
            for name, outcome in (("old", a), ("new", b)):
                if not runs(outcome.code):
                    failed += 1
                    print(f"does not run ({name}, {outcome.code}): {job.key()}")
        for n, (job, a, b) in enumerate(differing):
            print(f"differs: {job.key()}")
            if n < wanted.show:
                print("".join(f"    {line}\n" for line in difference(job, old, new)), end="")
        if missing:
            print("commands that this script does not call: " + " ".join(missing))
        # A command that gives an answer nowhere has not been compared.
        answered = {job.name for job, outcome in zip(todo, was) if outcome.code in (0, 1)}
        silent = sorted({job.name for job in todo} - answered - {"close", "import", "swap", "init", "demo", "site", "rename", "edit", "hook", "merge-driver"})
        if silent:
            print("commands that gave no answer on any of these teams: " + " ".join(silent))
        if tree(work / "teams", old) != before:
            failed += 1
            print("a command that only reads has written")
        print(f"{len(todo)} calls on {len(chosen)} teams: {len(differing)} differ, {failed} do not run")
        return 1 if differing or failed or missing else 0


def commands_of(binary, folder):
    """The commands that its help lists."""
    text = binary.run(["help", "--lang", "en"], folder)[1].decode()
    groups = re.findall(r"^  .{10}  (.*)$", text.split("More:")[0], re.M)
    return [entry.split()[0] for group in groups for entry in group.split(" · ")]


if __name__ == "__main__":
    sys.exit(main())
