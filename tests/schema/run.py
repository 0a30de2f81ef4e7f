"""The schemas of `teamctl schema` against the files: what they accept and what they find.

usage: run.py TEAMCTL SOURCE_DIR

Every file of the example teams is valid. In the spoiled teams of tests/mistakes a schema finds what `check` finds, as far
as a schema can, and finds nothing in a file that `check` accepts. Ends with 77 where a module is missing.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import yaml

    Validator = jsonschema.Draft202012Validator
except (ImportError, AttributeError):
    sys.exit(77)

teamctl, source = (os.path.abspath(path) for path in sys.argv[1:3])
failures = []
# What a schema can tell. Of the other codes it may find some; these it has to find.
TELLS = {"unknown-key", "missing-key", "unknown-record", "bad-record", "bad-choice", "wrong-type"}
# Of these codes, what it cannot: words inside a text, values that depend on another, lists of exactly two.
BEYOND = {
    "04-hours", "08-impossible-date", "37-every", "39-on-month", "46-pair", "49-reading-without-id", "53-plan-role",
    "59-money", "73-deadline-record", "76-condition",
    "77-period", "85-full-width-list", "86-list-without-brackets", "98-limits-of-turns",
    "104-recurring-leave",
}


class Core(yaml.SafeLoader):
    """Values of the YAML 1.2 core schema, as editors read them: a date is a string, `no` too."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
):
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))


def run(*words, team=None):
    where = ["-C", team] if team else []
    return subprocess.run([teamctl, *where, *words], capture_output=True, text=True)


def schema(name, cache={}):
    if name not in cache:
        made = run("schema", name)
        cache[name] = Validator(json.loads(made.stdout)) if made.returncode == 0 else None
        if cache[name]:
            Validator.check_schema(cache[name].schema)
    return cache[name]


def kind_of(path):
    """A name that stands for all files of the kind: one path of each folder is enough."""
    for folder, example in (("log/", "log/2026-11/2026-11-02.yaml"), ("plans/", "plans/2026-11.yaml")):
        if path.startswith(folder):
            return example
    return path if "/" not in path else path.split("/")[0] + "/x.yaml"


def files(team):
    for folder, _, names in os.walk(team):
        for name in names:
            path = os.path.relpath(os.path.join(folder, name), team)
            if name.endswith(".yaml") and os.path.isfile(os.path.join(team, path)):
                yield path


def errors(team, path):
    """What the schema finds; nothing where it cannot be asked."""
    validator = schema(kind_of(path))
    try:
        with open(os.path.join(team, path), encoding="utf-8") as file:
            document = yaml.load(file, Core)
    except (yaml.YAMLError, UnicodeError, OSError, ValueError, RecursionError):
        return None
    return None if validator is None else [e.message for e in validator.iter_errors(document)]


kinds = json.loads(run("schema", "--format", "json").stdout)["kinds"]
for kind in kinds:
    if schema(kind["kind"]) is None:
        failures.append(f"no schema of {kind['kind']}")

checked = 0
for example in sorted(os.listdir(os.path.join(source, "examples"))):
    team = os.path.join(source, "examples", example)
    for path in files(team) if os.path.isdir(team) else ():
        checked += 1
        for message in errors(team, path) or () if schema(kind_of(path)) else ["no schema"]:
            failures.append(f"{example}/{path}: {message[:200]}")
if checked < 50:
    failures.append(f"only {checked} files of the examples")

mistakes = os.path.join(source, "tests", "mistakes")
told = 0
missed = set()
with tempfile.TemporaryDirectory() as work:
    for script in sorted(os.listdir(os.path.join(mistakes, "cases"))):
        case = script[:-3]
        team = os.path.join(work, "team")
        shutil.rmtree(team, ignore_errors=True)
        shutil.copytree(os.path.join(mistakes, "team"), team)
        if subprocess.run(["sh", "-e", os.path.join(mistakes, "cases", script)], cwd=team).returncode != 0:
            failures.append(f"{script} does not run")
        problems = json.loads(run("check", "--format", "json", "--today", "2026-12-31", team=team).stdout)["problems"]
        for path in files(team):
            found = errors(team, path)
            if found is None:
                continue
            codes = {p["code"] for p in problems if p["file"] == path and p["severity"] == "error"}
            if found and not codes:
                failures.append(f"{case}: {path}: {found[0][:200]}, but check accepts it")
            if codes & TELLS and not found:
                missed.add(case)
            told += bool(found)
        shutil.rmtree(team, ignore_errors=True)
for case in sorted(missed ^ BEYOND):
    failures.append(f"{case}: " + ("not found" if case in missed else "found now: strike it off BEYOND"))
if told < 15:
    failures.append(f"only {told} mistakes found")

print("\n".join(failures) or f"{len(kinds)} schemas, {checked} files, {told} mistakes found")
sys.exit(bool(failures))
