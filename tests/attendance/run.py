#!/usr/bin/env python3
"""Imports the attendance workbooks of tests/data/attendance into a copy of the example team and compares what becomes of
each of the ten people on each day with truth.json: late, left early, absent, excused, present; every doubtful cell named.
usage: run.py TEAMCTL SOURCE_DIR"""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

teamctl = pathlib.Path(sys.argv[1]).resolve()
root = pathlib.Path(sys.argv[2]).resolve()
data = root / "tests/data/attendance"
truth = json.loads((data / "truth.json").read_text())
people = dict(re.findall(r"- id: (\w+)\n    name: (\S+)", (root / "examples/sales/roster.yaml").read_text()))
workdays = [f"2026-11-{day:02}" for day in range(1, 31) if day % 7 not in (0, 1)]
failures = []


def fail(text):
    failures.append(text)
    print(text)


def fresh_team(where, start, minutes):
    """The example without its own records and leave of November, and with a series that begins then."""
    team = pathlib.Path(where) / "team"
    shutil.copytree(root / "examples/sales", team)
    shutil.rmtree(team / "log/2026-11")
    leave = team / "leave/2026.yaml"
    leave.write_text("".join(line + "\n" for line in leave.read_text().splitlines() if "2026-11" not in line))
    (team / "meetings/work.yaml").write_text(
        f'name: 上班\nwhen: {{every: workday, start: "{start}", minutes: {minutes}, from: 2026-11-01}}\nattend: all\n')
    return team


def run(team, *words):
    made = subprocess.run([teamctl, "-C", team, "--today", "2026-12-01", "--lang", "zh", *words],
                          capture_output=True, text=True)
    return made.returncode, made.stdout, made.stderr


def imported(team, file, *words):
    """By date and name: the lists that name somebody; and all that is doubtful."""
    code, out, err = run(team, "import", "attendance", data / file, "--meeting", "work", "-f", "json", *words)
    if code not in (0, 1):
        fail(f"{file}: exit {code}: {err}")
        return {}, []
    result = json.loads(out)
    found = {}
    for record in result["records"]:
        for key, ids in re.findall(r"(late|absent|left_early|excused|present): \[([^\]]*)\]", record["line"]):
            for who in ids.split(", "):
                found.setdefault((record["date"], people[who]), set()).add(key)
    return found, result["doubts"]


words_alone = {"迟到": {"late"}, "早退": {"left_early"}, "旷工": {"absent"}, "外勤": {"present"},
               "病假": {"excused"}, "事假": {"excused"}, "年假": {"excused"}, "上班缺卡": set(), None: {"present"}}
# Without words, nobody is known to be absent or on leave.
punches_alone = {**words_alone, "旷工": set(), "病假": set(), "事假": set(), "年假": set()}


def compare(name, found, doubts, meaning):
    named = {tuple(doubt["cell"].split()[:2]) for doubt in doubts}
    for date in workdays:
        for who in people.values():
            word = truth.get(date, {}).get(who)
            got = found.get((date, who), set())
            if got != meaning[word]:
                fail(f"{name}: {date} {who} {word}: {sorted(got)}, not {sorted(meaning[word])}")
            # Who the roster says came on the 9th is told once more.
            expected = not meaning[word] or (who, date) == ("吴昊", "2026-11-02")
            if expected != ((who, date) in named):
                fail(f"{name}: {date} {who} {word}: {'not ' if expected else ''}named")
    if {date for date, who in found} != set(workdays):
        fail(f"{name}: other days than the working days")


def as_csv(file, target):
    """The daily workbook as the service also exports it: CSV."""
    import csv
    import zipfile
    import xml.etree.ElementTree as tree
    space = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(data / file) as book:
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            for item in tree.fromstring(book.read("xl/sharedStrings.xml")).findall("m:si", space):
                shared.append("".join(text.text or "" for text in item.iter(f"{{{space['m']}}}t")))
        sheet = tree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    with open(target, "w", newline="", encoding="gb18030") as out:
        writer = csv.writer(out)
        for row in sheet.iter(f"{{{space['m']}}}row"):
            cells = []
            for cell in row.findall("m:c", space):
                column = 0
                for letter in re.match("[A-Z]+", cell.get("r")).group():
                    column = column * 26 + ord(letter) - 64
                cells += [""] * (column - len(cells))
                value = cell.find("m:v", space)
                text = value.text if value is not None else "".join(t.text or "" for t in cell.iter(f"{{{space['m']}}}t"))
                cells[column - 1] = shared[int(text)] if cell.get("t") == "s" else text or ""
            writer.writerow(cells)


with tempfile.TemporaryDirectory() as work:
    team = fresh_team(work, "08:30", 540)
    as_csv("dingtalk-daily.xlsx", pathlib.Path(work) / "daily.csv")
    for file, meaning in (("dingtalk-monthly.xlsx", words_alone), ("dingtalk-daily.xlsx", words_alone),
                          (pathlib.Path(work) / "daily.csv", words_alone),
                          ("wecom-times_20261101-20261130.xlsx", punches_alone), ("machine.xlsx", punches_alone)):
        name = getattr(file, "name", file)
        compare(name, *imported(team, file), meaning)
    # A morning meeting: nobody has left it early, and who came at half past eight has not been late.
    (team / "meetings/work.yaml").write_text(
        '{name: 晨会, when: {every: workday, start: "09:00", minutes: 20, from: 2026-11-01}, attend: all}\n')
    for file in ("dingtalk-daily.xlsx", "dingtalk-monthly.xlsx", "machine.xlsx"):
        found, doubts = imported(team, file)
        strange = {key: value for key, value in found.items() if value & {"left_early", "late"}}
        if strange:
            fail(f"{file}: of a meeting at nine: {strange}")
    # Leave and records are written, and check has nothing against the team.
    (team / "meetings/work.yaml").write_text(
        '{name: 上班, when: {every: workday, start: "08:30", minutes: 540, from: 2026-11-01}, attend: all}\n')
    before = run(team, "check", "-f", "json")
    code, out, err = run(team, "import", "attendance", data / "dingtalk-daily.xlsx", "--meeting", "work", "--leave", "--write")
    # The file has somebody before the roster does: that is told, and nothing else.
    if code != 1 or "错误" in err or err.count("提醒") != err.count("[before-joined]"):
        fail(f"writing: exit {code}: {err}")
    written = (team / "leave/2026.yaml").read_text()
    for line in ("{who: chenjing, from: 2026-11-17, to: 2026-11-17, kind: private}",
                 "{who: wuhao, from: 2026-11-20, to: 2026-11-20, kind: sick}",
                 "{who: sunyan, from: 2026-11-26, to: 2026-11-26, kind: annual}",
                 "{who: huangtao, from: 2026-11-27, to: 2026-11-27, kind: sick}"):
        if line not in written:
            fail(f"not in leave: {line}")
    after = run(team, "check", "-f", "json")
    if after[0] != before[0]:
        fail(f"check says {after[0]} after the import, {before[0]} before: {after[1]}")
    again, doubts = imported(team, "dingtalk-daily.xlsx")
    if again:
        fail(f"recorded twice: {again}")
sys.exit(1 if failures else 0)
