#!/usr/bin/env python3
"""Every way to name a person, in every command that takes one, says what the id says.

usage: name_forms.py BINARY

For each pair of a command and a form the output is that of the same command with the id (teamctl(1)). A form
that means nobody is answered with the one who may be meant, and changes nothing. Also whom `log` takes without a key, and
the user's own name in TEAMCTL_WHO.
"""
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TODAY = "2026-12-03"
FILES = {
    "teamctl.yaml": "team: 码头小组\nlanguage: zh\ntimezone: Asia/Shanghai\n",
    "roster.yaml": """units:
  - {id: dock, name: 码头, lead: ouyang}
people:
  - {id: ouyang, name: 欧阳若水, unit: dock, position: 组长, joined: 2026-01-01, skills: [host]}
  - {id: yangbo, name: 杨波, unit: dock, position: 装卸工, joined: 2026-01-01, skills: [host]}
  - {id: Sven.Berg, name: Sven Bergström, unit: dock, position: 装卸工, joined: 2026-01-01, skills: [host]}
""",
    "meetings/morning.yaml": """name: 班前会
when: {every: workday, start: "08:00", minutes: 20, from: 2026-12-01}
roles: {host: {who: {skill: host}}, backup: {who: {skill: host}}}
""",
    "awards.yaml": "- {id: star, name: 月度之星, every: month, who: all, nominated: true, places: [1]}\n"
                   "- {id: safe, name: 安全之星, every: month, who: all, nominated: true, places: [1]}\n",
    "log/2026-11/2026-11-20.yaml": "- nomination: {award: star, who: ouyang, by: yangbo, reason: 稳, example: 吊装}\n"
                                   "- nomination: {award: safe, who: Sven.Berg, by: yangbo, reason: 细, example: 点检}\n",
    "plans/2026-12.yaml": "\n".join(
        f"- {{date: 2026-12-{day:02}, series: morning, host: {host}, backup: {backup}}}"
        for day, host, backup in [(1, "ouyang", "yangbo"), (2, "yangbo", "Sven.Berg"), (3, "Sven.Berg", "ouyang"),
                                  (4, "ouyang", "yangbo"), (7, "yangbo", "Sven.Berg")]) + "\n",
    "log/2026-12/2026-12-01.yaml": "- praise: {who: ouyang, for: 带头加班, by: yangbo}\n"
                                   "- praise: {who: Sven.Berg, for: 修好吊机, by: ouyang}\n"
                                   "- customer: {id: c-1, name: 海运公司, owner: ouyang}\n"
                                   "- customer: {id: c-2, name: 船务公司, owner: Sven.Berg}\n",
}
# What is typed: the id, the name, each in other letters; a word of the name, a part of it, the beginning of the id.
FORMS = {
    "ouyang": ["欧阳若水", "OuYang", "若水", "欧阳", "阳若", "ouy"],
    "Sven.Berg": ["Sven Bergström", "sven.berg", "SVEN.BERG", "Sven", "bergström", "Bergs", "sven."],
}
# One sign off: asked, never taken.
NEAR = {"ouyang": ["欧阳若冰", "欧羊若水", "oyuang", "ouyangg"], "Sven.Berg": ["Sven.Borg", "Svan Bergström"]}
READS = [["person", "{}"], ["person", "{}", "2026-12"], ["summary", "2026-12", "--person", "{}"],
         ["records", "--who", "{}"], ["due", "--who", "{}"], ["schedule", "2026-12", "--who", "{}"],
         ["schedule", "2026-12", "--who", "{}", "-f", "ics"], ["explain", "praise", "2026-12", "--who", "{}"],
         ["checklist", "--who", "{}"], ["customer", "--who", "{}"],
         ["award", "2026-11", "--certificate", "{}"]]
WRITES = [["leave", "{}", "病假", "2026-12-08"], ["roster", "change", "{}", "from=2026-12-10", "position=主管"],
          ["roster", "leaves", "{}", "2026-12-31"], ["rename", "person", "{}", "someone"],
          ["swap", "2026-12-07", "morning", "host", "{}", "--anyway"],
          ["log", "praise", "who={}", "修船"], ["log", "表扬", "{}", "修船"], ["log", "praise", "表扬谁={}", "修船"],
          ["log", "attendance", "meeting=morning", "late={}", "present=rest"],
          ["log", "attendance", "morning", "late", "{}"], ["log", "training", "topic=吊装", "attend={}"],
          ["log", "customer", "name=货代", "owner={}"], ["log", "help", "who={}", "whom=yangbo", "什么都教"],
          ["log", "ticket", "kind=complaint", "owner={}", "吵"]]
# A record's first word is whom it is about: whole names and ids everywhere, parts where somebody has to be named.
OWN = [["log", "suggestion", "早点开门"], ["due"], ["log", "note", "好"]]


def make(base):
    team = pathlib.Path(base, "team")
    for path, text in FILES.items():
        (team / path).parent.mkdir(parents=True, exist_ok=True)
        (team / path).write_text(text, encoding="utf-8")
    return team


def said(binary, words, given, own=None):
    """What the command says, and what the team's files are after it."""
    call = [word.replace("{}", given) for word in words]
    with tempfile.TemporaryDirectory() as base:
        team = make(base)
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": base, "TZ": "UTC"}
        if own is not None:
            environment["TEAMCTL_WHO"] = own
        done = subprocess.run([binary, "-C", str(team), "--today", TODAY, *call], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, check=False)
        after = {str(path.relative_to(team)): path.read_text(encoding="utf-8")
                 for path in sorted(team.rglob("*.yaml"))}

        def steady(text):
            # Ids that are made end by chance.
            return re.sub(r"\b([cdtpas]\d{6}-[\w.]+)-\w{3}\b", r"\1", text).replace(base, "")

        return done.returncode, steady(done.stdout.decode("utf-8", "replace")), {
            path: steady(text) for path, text in after.items()}


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    wrong = []

    def compare(pair):
        words, form, plain, own = pair
        if own:
            mine, theirs = said(binary, words, "", form), said(binary, words, "", plain)
        else:
            mine, theirs = said(binary, words, form), said(binary, words, plain)
        if mine != theirs or mine[0] == 2:
            wrong.append(f"teamctl {' '.join(words)} with {form} ({mine[0]}) and {plain} ({theirs[0]}):\n{mine[1][:400]}")

    def ask(pair):
        words, form, plain = pair
        code, text, after = said(binary, words, form)
        name = {"ouyang": "欧阳若水", "Sven.Berg": "Sven Bergström"}[plain]
        if code == 0 or "是不是" not in text or name not in text or after != FILES:
            wrong.append(f"teamctl {' '.join(words)} with {form}: asks for nobody ({code}):\n{text[:400]}")

    same = [(words, form, plain, False) for plain, forms in FORMS.items() for form in forms
            for words in READS + WRITES]
    same += [(words, form, plain, True) for plain, forms in FORMS.items() for form in forms[:3] for words in OWN]
    near = [(words, form, plain) for plain, forms in NEAR.items() for form in forms for words in READS + WRITES]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(compare, same))
        list(pool.map(ask, near))
    print("\n".join(sorted(wrong)))
    print(f"{len(same) + len(near)} pairs of a command and a name, {len(wrong)} wrong")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
