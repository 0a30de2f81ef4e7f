#!/usr/bin/env python3
"""What check calls an error of settings, roster, meetings, rotas, rules or ids is an error to every command: each mistake
of cases/ is put into the small team, and where check finds such an error, agenda, schedule and log end with 3 and write
nothing.

usage: everywhere.py TEAMCTL
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
COMMANDS = (["agenda"], ["schedule", "2027-01", "--write"], ["summary"], ["due"], ["calendar"], ["log", "note", "text=x"])
# Days and months of their own: a command reads those that it needs. A closing is looked after by check alone.
BY_DAY = ("log/", "plans/", "closings/", "leave/", "wishes/")


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    tried = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for case in sorted((HERE / "cases").iterdir()):
            team = pathlib.Path(folder) / "team"
            shutil.rmtree(team, ignore_errors=True)
            shutil.copytree(HERE / "team", team)
            subprocess.run(["sh", "-e", str(case)], cwd=team, check=True, capture_output=True)

            def run(words):
                return subprocess.run([binary, "-C", str(team), "--today", "2026-12-31", "--lang", "en", *words], cwd=folder,
                                      capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=False)

            checked = run(["check", "--format", "json"])
            try:
                problems = json.loads(checked.stdout)["problems"]
            except ValueError:
                continue  # no team at all, or nothing that can be read
            of_all = [p for p in problems if p["severity"] == "error" and not p["file"].startswith(BY_DAY)]
            if not of_all:
                continue
            before = {str(path): path.read_bytes() for path in team.rglob("*.yaml") if path.is_file()}
            for words in COMMANDS:
                tried += 1
                ran = run(words)
                if ran.returncode != 3:
                    failed += 1
                    print(f"{case.name}: {' '.join(words)}: exit {ran.returncode}, though check says: "
                          f"{of_all[0]['file']}: {of_all[0]['message']} [{of_all[0]['code']}]")
            after = {str(path): path.read_bytes() for path in team.rglob("*.yaml") if path.is_file()}
            if after != before:
                failed += 1
                print(f"{case.name}: something was written")
    print(f"{tried} tried, {failed} failed")
    return 1 if failed or tried < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
