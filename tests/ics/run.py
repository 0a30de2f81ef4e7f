"""The phone calendar in a program that reads such files: khal shows the same occurrences, at the same instants and under the
same names, as the JSON of `calendar` tells, in the team's zone and in another; hostile names come through as they are.
Ends with 77 where there is no khal. usage: run.py TEAMCTL SOURCE_DIR"""
import datetime
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zoneinfo

if shutil.which("khal") is None:
    print("no khal")
    sys.exit(77)
teamctl, source = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
passed = failed = 0


def check(what, good):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print(what)


def run(*words, **more):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True, **more).stdout


# khal's own reader takes an escaped backslash before an n for a line feed, so that there is none here; libical reads it right.
hostile = ["a;b,c\\d:e\\", "BEGIN:VEVENT", '"q", SUMMARY:x; <b>', "会" * 60]
with tempfile.TemporaryDirectory() as folder:
    work = pathlib.Path(folder)
    team = work / "team"
    shutil.copytree(source / "examples/sales", team)
    for number, name in enumerate(hostile):
        (team / f"meetings/hostile{number}.yaml").write_text(
            f"name: {json.dumps(name, ensure_ascii=False)}\nwhen: {{every: week, on: [tue], start: \"1{number}:30\", minutes: 20}}\nattend: all\n",
            encoding="utf-8")
    # Its clock goes back on 1 November: the evening moves by an hour on the team's.
    (team / "meetings/call.yaml").write_text(
        'name: call\nwhen: {every: week, on: [thu], start: "20:30", minutes: 60, timezone: America/New_York}\nattend: all\n')
    with open(team / "log/2026-11/2026-11-24.yaml", "a", encoding="utf-8") as log:
        log.write("- cancel: {meeting: morning, reason: 停电, told: all}\n")
    cancelled = {("morning", "2026-11-24"), ("weekly", "2026-11-16")}  # the latter is the example's own
    call = [teamctl, "-C", team, "--today", "2026-11-30T08:30", "calendar", "2026-10-15..2026-12-15"]
    told = json.loads(run(*call, "-f", "json"))["occurrences"]
    (work / "team.ics").write_text(run(*call, "-f", "ics"), encoding="utf-8")
    for zone in ("Asia/Shanghai", "America/New_York"):
        home = work / zone.replace("/", "-")
        (home / "events").mkdir(parents=True)
        config = home / "config"
        config.write_text(
            f"[calendars]\n[[team]]\npath = {home}/events\n[locale]\nlocal_timezone = {zone}\ndefault_timezone = {zone}\n"
            "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[sqlite]\npath = {home}/khal.db\n[default]\ndefault_calendar = team\n")
        environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": zone}
        run("khal", "-c", config, "import", "--batch", "-a", "team", work / "team.ics", env=environment)
        shown = set(run("khal", "-c", config, "list", "--notstarted", "--format", "{start}\t{end}\t{title}", "--day-format", "",
                        "2026-10-13", "2026-12-18", env=environment).splitlines()) - {""}
        wanted = set()
        for one in told:
            if not one["start"]:
                continue
            local = [datetime.datetime.fromisoformat(one[key]).astimezone(zoneinfo.ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
                     for key in ("start", "end")]
            off = (one["series"], one["date"]) in cancelled
            wanted.add("\t".join(local + [("（取消）" if off else "") + one["name"]]))
        check(f"{zone}: only {len(wanted)} occurrences", len(wanted) > 100)
        check(f"{zone}: khal lacks {sorted(wanted - shown)[:5]}", wanted <= shown)
        check(f"{zone}: khal has beside them {sorted(shown - wanted)[:5]}", shown <= wanted)
    # An item of `due` that is put off moves; it is not shown twice. Nor does it come again when the team is renamed.
    (team / "log/2026-11/2026-11-28.yaml").write_text(
        "- action: {id: put-off, who: sunyan, text: put off, due: 2026-12-01}\n", encoding="utf-8")
    home = work / "due"
    (home / "events").mkdir(parents=True)
    config = home / "config"
    config.write_text((work / "Asia-Shanghai/config").read_text().replace(str(work / "Asia-Shanghai"), str(home)))
    environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}
    settings = team / "teamctl.yaml"
    told = [re.findall("^UID:.*(?:\n .*)*", run(teamctl, "-C", team, "--today", "2026-11-30T08:30", "due", "-f", "ics"), re.M)]
    for step in range(2):
        run(teamctl, "-C", team, "--today", "2026-11-30T08:30", "due", "-f", "ics", "-o", work / "due.ics")
        run("khal", "-c", config, "import", "--batch", "-a", "team", work / "due.ics", env=environment)
        line = "- action: {id: put-off, who: sunyan, text: put off, due: 2026-12-0%d}\n" % (2 + step)
        (team / "log/2026-11/2026-11-28.yaml").write_text(line, encoding="utf-8")
    old_name = re.search("^team: *(.*)$", settings.read_text(encoding="utf-8"), re.M)[1]
    text = settings.read_text(encoding="utf-8").replace(f"team: {old_name}", f"team: renamed\nid: {old_name}")
    settings.write_text(text, encoding="utf-8")
    run(teamctl, "-C", team, "--today", "2026-11-30T08:30", "due", "-f", "ics", "-o", work / "due.ics")
    run("khal", "-c", config, "import", "--batch", "-a", "team", work / "due.ics", env=environment)
    shown = [line for line in run("khal", "-c", config, "list", "--notstarted", "--format", "{start}\t{title}", "--day-format", "",
                                  "2026-11-20", "2026-12-18", env=environment).splitlines() if "put off" in line]
    check(f"put off, it is shown as {shown}", len(shown) == 1 and shown[0].startswith("2026-12-03"))
    uids = re.findall("^UID:.*(?:\n .*)*", (work / "due.ics").read_text(encoding="utf-8"), re.M)
    check("renamed, the team has other uids", uids == told[0])
    check("what was called off is not cancelled", "STATUS:CANCELLED" in (work / "team.ics").read_text(encoding="utf-8"))
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
