#!/usr/bin/env python3
"""Every way to write a day or a period, in every command that takes one, says what the plain form says.

usage: date_forms.py BINARY

For each pair of a command and a form the output is that of the same command with the ISO form (teamctl(1), PERIODS OF
TIME), and so are the files that it writes. `log` is tried in `--date`, in keys whose value is a day, and behind its text.
"""
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

EXAMPLES = pathlib.Path(__file__).resolve().parent.parent.parent / "examples"
TODAY = "2026-11-26"  # a Thursday; the example has records of November

# What is typed, what it means where a command looks ahead, and where it looks back.
DAYS = [
    ("今天", "2026-11-26", None), ("昨天", "2026-11-25", None), ("后天", "2026-11-28", None),
    ("前天", "2026-11-24", None), ("大后天", "2026-11-29", None), ("周一", "2026-11-30", "2026-11-23"),
    ("星期五", "2026-11-27", "2026-11-20"), ("上周五", "2026-11-20", None), ("下周一", "2026-11-30", None),
    ("本周六", "2026-11-28", None), ("12/1", "2026-12-01", None), ("12.1", "2026-12-01", None),
    ("12-01", "2026-12-01", None), ("12月1日", "2026-12-01", None), ("2026/3/5", "2026-03-05", None),
    ("月底", "2026-11-30", None), ("monday", "2026-11-30", "2026-11-23"), ("last friday", "2026-11-20", None),
    ("in 3 days", "2026-11-29", None), ("Dec 1", "2026-12-01", None), ("三天后", "2026-11-29", None),
    ("-3d", "2026-11-23", None),
]
PERIODS = [
    ("本月", "2026-11"), ("这个月", "2026-11"), ("上个月", "2026-10"), ("下个月", "2026-12"), ("11月", "2026-11"),
    ("2026年11月", "2026-11"), ("2026/11", "2026-11"), ("nov 2026", "2026-11"), ("Last Month", "2026-10"),
    ("上周", "2026-W47"), ("2026-w53", "2026-W53"), ("2026-W1", "2026-W01"), ("这个星期", "2026-W48"),
    ("本季度", "2026-Q4"), ("去年", "2025"), ("11月2日到11月6日", "2026-11-02..2026-11-06"),
    ("周末", "2026-11-28..2026-11-29"),
]
MONTHS = {"本月", "上个月", "2026年11月", "nov 2026", "Last Month"}  # also for what writes much
AHEAD = [["agenda", "{}"], ["calendar", "{}"], ["checklist", "{}"], ["schedule", "{}"]]
DUE = ["due", "{}"]  # takes a day only
BACK = [["summary", "{}"], ["records", "{}"], ["standings", "{}"], ["person", "zhangwei", "{}"], ["award", "{}"],
        ["explain", "points", "{}"], ["ticket", "{}"], ["export", "metrics", "{}"]]
LOG_DATE = ["log", "note", "好", "--date", "{}"]
LOG_VALUES = [["log", "action", "who=zhangwei", "写报告", "due={}"], ["log", "action", "zhangwei", "写报告", "{}"],
              ["log", "announce", "停电", "until={}"], ["log", "talk", "zhangwei", "带新人", "next={}"]]
# What is done on a day, or from one on; a swap may be refused, in the same words.
WRITES = [["leave", "wangli", "病假", "{}"], ["leave", "wangli", "病假", "2026-11-26", "{}"],
          ["roster", "leaves", "wuhao", "{}"], ["roster", "change", "wuhao", "from={}", "position=经理"],
          ["roster", "add", "孙梅", "joined={}"]]
SWAP = ["swap", "{}", "morning", "host", "zhaomin"]


def said(binary, words, given, fresh):
    """What the command says and writes; `fresh`: in a copy of the team, which it may change."""
    call = [word.replace("{}", given) for word in words]
    with tempfile.TemporaryDirectory() as base:
        team = EXAMPLES / "sales"
        if fresh:
            team = pathlib.Path(base, "team")
            shutil.copytree(EXAMPLES / "sales", team)
        done = subprocess.run([binary, "-C", str(team), "--today", TODAY, *call], cwd=base, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        # Ids that are made end by chance.
        said_there = re.sub(r"\b(a\d{6}-\w+)-\w{3}\b", r"\1", done.stdout.decode("utf-8", "replace"))
        written = ""
        if fresh:
            changed = [path for path in sorted(team.rglob("*.yaml"))
                       if not (EXAMPLES / "sales" / path.relative_to(team)).is_file()
                       or path.read_bytes() != (EXAMPLES / "sales" / path.relative_to(team)).read_bytes()]
            written = "".join(path.read_text(encoding="utf-8") for path in changed)
        return done.returncode, (said_there + re.sub(r"\b(a\d{6}-\w+)-\w{3}\b", r"\1", written)).replace(base, "")


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    pairs = []
    for form, ahead, back in DAYS:
        pairs += [(words, form, ahead, False) for words in [*AHEAD, DUE]]
        pairs += [(words, form, back or ahead, False) for words in BACK]
        # A record's day is not to come: only what is past or today.
        if (back or ahead) <= TODAY:
            pairs.append((LOG_DATE, form, back or ahead, True))
        if ahead >= TODAY:
            pairs += [(words, form, ahead, True) for words in LOG_VALUES + WRITES]
        pairs.append((SWAP, form, ahead, True))
    for form, plain in PERIODS:
        pairs += [(words, form, plain, False) for words in AHEAD + BACK]
        if form in MONTHS:
            pairs += [(words, form, plain, True) for words in [["close", "{}"], ["site", "pages", "{}"]]]
    wrong = []

    def compare(pair):
        words, form, plain, fresh = pair
        mine, theirs = said(binary, words, form, fresh), said(binary, words, plain, fresh)
        may_fail = words[0] in ("swap", "close")
        if mine != theirs or (not may_fail and (mine[0] == 2 or (fresh and mine[0] > 1))):
            wrong.append(f"teamctl {' '.join(words)} with {form} ({mine[0]}) and {plain} ({theirs[0]}):\n{mine[1][:300]}")

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(compare, pairs))
    print("\n".join(wrong))
    print(f"{len(pairs)} pairs of a command and a form, {len(wrong)} not the same")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
