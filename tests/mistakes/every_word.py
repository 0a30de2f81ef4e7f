#!/usr/bin/env python3
"""Every key whose value is of a set, with a word that is not of it, in files, in `log` and in `import`: it is an error or a
warning, never nothing. And of each fixed word the Chinese spellings: none is refused, and they mean the same.

usage: every_word.py TEAMCTL

The keys are those of `teamctl schema`: `enum` says which words are fixed, `x-names` of what things a text is the name.
"""
import json
import os
import subprocess
import sys
import tempfile

teamctl = os.path.abspath(sys.argv[1])
failures = []
WRONG = "hgih"
TODAY = "2026-11-30T18:00"
TEAM = {
    "teamctl.yaml": "team: 甲班\nlanguage: zh\ntimezone: Asia/Shanghai\n",
    "roster.yaml": "units:\n  - {id: u, name: 一组, lead: li}\n"
    "people:\n  - {id: li, name: 李丽, unit: u}\n  - {id: wu, name: 吴强, unit: u}\n",
    "meetings/morning.yaml": "name: 晨会\nwhen: {every: workday, start: \"09:00\"}\nroles: {host: {who: all}}\n"
    "documents: [{name: 周报}]\n",
    "rotas/desk.yaml": "name: 前台\nwhen: {every: day}\nroles: {duty: {who: all}}\n",
    "queues/hall.yaml": "name: 大堂\nwho: all\n",
    "checklists/daily.yaml": "name: 日检\nwhen: {every: day}\nwho: all\nitems: [灯, {id: oil, text: 油温, unit: °C, max: 85}]\n",
    "checklists/first.yaml": "name: 新人\nnewcomers: all\nitems: [证件]\n",
    "assets/all.yaml": "- {id: tx, name: 变压器, class: power}\n",
    "awards.yaml": "- {id: star, name: 明星, best: late}\n",
    "trainings.yaml": "- {id: fire, topic: 消防演练, on: 2026-11}\n",
    "log/2026-11/2026-11-01.yaml": "- customer: {id: c1, name: 王, owner: li}\n- deal: {id: d1, who: li, customer: c1, amount: 10}\n"
    "- ticket: {id: t1, kind: fault, text: 坏}\n- problem: {id: p1, who: li, text: 慢}\n- action: {id: a1, who: li, text: 修}\n"
    "- suggestion: {id: s1, who: li, text: 换}\n",
}
# A thing of each noun that a schema names.
KNOWN = {
    "person": "wu", "unit": "u", "series": "morning", "queue": "hall", "checklist": "daily", "asset": "tx", "award": "star",
    "training": "fire", "priority": "high", "source": "morning", "item": "灯", "period": "2026-11",
    "record": "工作日记", "document": "周报", "score": "exam",
}
ENTITIES = {"customer": "c1", "deal": "d1", "ticket": "t1", "id": "a1"}
# What a topic is called is free but for what is almost a planned one.
NEAR = {"training": "消防演习"}
# Lists and values whose shape a sample made of the schema would miss.
SAMPLES = {"when": {"every": "week", "on": ["mon"]}, "on": "2026-11", "period": "2026-11", "steps": [{"rate": "5%"}],
           "items": ["灯"], "require": ["late = 0"], "metric": "late", "best": "late", "text": "文字", "value": 5, "of": 10, "second_by": {"record": "积分"}}


def run(*words, team):
    return subprocess.run([teamctl, "-C", team, "--today", TODAY, *words], capture_output=True, text=True)


def make_team(where, more=None):
    for path, text in {**TEAM, **(more or {})}.items():
        path = os.path.join(where, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as out:
            out.write(text)


def problems(where):
    made = run("check", "--format", "json", team=where)
    return json.loads(made.stdout)["problems"] if made.stdout else [{"code": "crash", "file": "", "line": 0}]


def variants(schema):
    """The forms that a value may have, one of them at a time."""
    for one in schema.get("anyOf", [schema]):
        yield from [one] if one is schema else variants(one)


def is_a(schema, kind):
    """Objects and lists may be null; texts may be numbers."""
    types = schema.get("type", [])
    return types == kind or isinstance(types, list) and kind in types and "string" not in types


def sample(schema, key):
    if key in SAMPLES:
        return SAMPLES[key]
    one = next(variants(schema))
    if "enum" in one:
        return one["enum"][-1]
    if "x-names" in one:
        return ENTITIES.get(key, "t1") if one["x-names"] == "entity" else KNOWN[one["x-names"]]
    if is_a(one, "array"):
        return [sample(one["items"], key)]
    if is_a(one, "object"):
        return {name: sample(one["properties"][name], name) for name in one.get("required", [])}
    if is_a(one, "integer") or is_a(one, "number"):
        return 3
    if is_a(one, "boolean"):
        return True
    pattern = one.get("pattern", "")
    for start, value in (("^[0-9]{4}-(0", "2026-11-02"), ("^([01]", "09:00"), ("^[0-9]+ (min", "30 minutes"),
                         ("^[0-9]{1,3} (d", "7 days"), ("^([0-9]{4}-)?", "05-12"), ("^[0-9]{4}", "2026-11"),
                         ("^[0-9]+(\\.", "5%"), ("^-?[0-9]", 3)):
        if pattern.startswith(start):
            return value
    return "x1" if key == "id" else "文字"


def sets_of(schema, path=()):
    """(path, schema) of each value of a set: a path is of keys, and 0 for an item of a list."""
    for one in variants(schema):
        if "enum" in one or "x-names" in one:
            yield path, one
        if is_a(one, "array"):
            yield from sets_of(one["items"], path + (0,))
        if is_a(one, "object"):
            for key, inner in one.get("properties", {}).items():
                yield from sets_of(inner, path + (key,))
            if isinstance(one.get("additionalProperties"), dict):
                yield from sets_of(one["additionalProperties"], path + ("any",))


def within(schema, path):
    """The form of the schema that has the first step of the path."""
    step = path[0]
    for one in variants(schema):
        if step == 0 and is_a(one, "array"):
            return one["items"]
        if is_a(one, "object") and step in one.get("properties", {}):
            return one
        if step == "any" and isinstance(one.get("additionalProperties"), dict):
            return one
    raise KeyError(path)


def filled(schema, path, value, key=""):
    """A value of that schema with `value` at the path, and else what is required."""
    if not path:
        return value
    if path[0] == 0:
        return [filled(within(schema, path), path[1:], value, key)]
    one = within(schema, path)
    if path[0] == "any":
        return {"any": filled(one["additionalProperties"], path[1:], value, "any")}
    begun = SAMPLES.get(key)
    made = {name: sample(one["properties"][name], name) for name in one.get("required", [])}
    made = dict(begun) if isinstance(begun, dict) and path[0] not in begun else made
    made[path[0]] = filled(one["properties"][path[0]], path[1:], value, path[0])
    return made


def placed(kind, where):
    """The file of that kind which a test may write, and what stands before its value."""
    files = {"teamctl": "teamctl.yaml", "roster": "roster/more.yaml", "calendar": "calendars/x.yaml",
             "meeting": "meetings/x.yaml", "rota": "rotas/x.yaml", "queue": "queues/x.yaml",
             "checklist": "checklists/x.yaml", "topics": "topics.yaml", "reserve": "reserve.yaml", "rules": "rules.yaml",
             "targets": "targets.yaml", "trainings": "trainings.yaml", "awards": "awards.yaml", "assets": "assets/x.yaml",
             "leave": "leave/2026.yaml"}
    return files[kind]


def expect(law, *what):
    if not law:
        failures.append(" ".join(str(word) for word in what))


def try_files(kind):
    schema = json.loads(run("schema", kind, "--lang", "zh", team=".").stdout)
    count = 0
    for path, one in sets_of(schema):
        name = f"{kind} {'.'.join(str(step) for step in path)}"
        words = [WRONG] + one.get("enum", [])
        for word in words:
            with tempfile.TemporaryDirectory() as where:
                file = placed(kind, where)
                value = filled(schema, path, word)
                make_team(where, {file: json.dumps(value, ensure_ascii=False) + "\n"})
                found = [p for p in problems(where) if p["file"] == file]
                if word == WRONG:
                    expect(found, name, "takes", WRONG, "in silence:", json.dumps(value, ensure_ascii=False))
                else:
                    bad = [p for p in found if p["code"] in ("bad-choice", "wrong-type", "bad-when", "unknown-record")]
                    expect(not bad, name, "refuses", word, bad[:1])
        count += 1
    return count


def try_records():
    schema = json.loads(run("schema", "log", "--lang", "zh", team=".").stdout)
    count = 0
    kinds = schema["items"]["properties"]
    days, told = {}, []
    for number, (kind, fields) in enumerate(kinds.items()):
        day = f"log/2026-{11 - number // 25}/2026-{11 - number // 25}-{number % 25 + 2:02}.yaml"
        lines = days.setdefault(day, [])
        for path, one in sets_of(fields):
            name = f"{kind}.{path[0]}"
            wrong = NEAR.get(one.get("x-names"), WRONG)
            for word in [wrong] + one.get("enum", []):
                value = filled(fields, path, word)
                if kind == "check" and path[0] == "newcomer":
                    value["list"] = "first"
                if "id" in value and "id" in fields["properties"] and "x-names" not in fields["properties"]["id"]:
                    value["id"] = f"x{len(told)}"
                lines.append(f"- {kind}: {json.dumps(value, ensure_ascii=False)}")
                told.append((name, word, word == wrong, (day, len(lines))))
            count += 1
            if "entity" != one.get("x-names") or kind != "done":
                try_log(kind, fields, path, wrong, name)
    with tempfile.TemporaryDirectory() as where:
        make_team(where, {day: "\n".join(lines) + "\n" for day, lines in days.items()})
        found = {}
        for problem in problems(where):
            found.setdefault((problem["file"], problem["line"]), []).append(problem["code"])
        for name, word, is_wrong, (day, line) in told:
            codes = found.get((day, line), [])
            if is_wrong:
                expect(codes, name, "takes", word, "in silence:", days[day][line - 1])
            else:
                expect("bad-choice" not in codes and "wrong-type" not in codes, name, "refuses", word)
    return count


def try_log(kind, fields, path, wrong, name):
    """The same record typed as words of `log`."""
    value = filled(fields, path, wrong)
    words = []
    for key, one in value.items():
        if key == "id" and "x-names" not in fields["properties"]["id"]:
            continue
        text = one[0] if isinstance(one, list) else one
        if isinstance(text, dict):
            text = ",".join(f"{item}:{number}" for item, number in text.items())
        words.append(f"{key}={text}")
    with tempfile.TemporaryDirectory() as where:
        make_team(where)
        made = run("log", kind, "--date", "2026-11-02", *words, team=where)
        expect(made.returncode != 0 or made.stderr.strip(), "log", kind, *words, "is taken in silence")


def try_imports():
    """Columns of tables whose values are of a set."""
    count = 0
    for kind, file, needed in (("roster", "roster", {"id": "x1", "name": "新人"}), ("assets", "assets", {"id": "x1", "name": "泵"})):
        schema = json.loads(run("schema", file, "--lang", "en", team=".").stdout)
        item = schema["properties"]["people"]["items"] if kind == "roster" else schema["items"]
        for path, one in sets_of(item):
            if len(path) != 1:
                continue
            with tempfile.TemporaryDirectory() as where:
                make_team(where)
                table = os.path.join(where, "table.csv")
                with open(table, "w", encoding="utf-8") as out:
                    out.write(",".join([*needed, path[0]]) + "\n" + ",".join([*needed.values(), WRONG]) + "\n")
                made = run("import", kind, table, "--write", team=where)
                silent = made.returncode == 0 and not made.stderr.strip() and WRONG not in made.stdout
                silent = silent and not [p for p in problems(where) if p["code"].startswith("unknown") or p["code"] == "bad-choice"]
                expect(not silent, "import", kind, path[0], "takes", WRONG, "in silence")
            count += 1
    return count


def main():
    kinds = ["teamctl", "roster", "calendar", "meeting", "rota", "queue", "checklist", "topics", "reserve", "rules", "targets",
             "trainings", "awards", "assets", "leave"]
    counts = {kind: try_files(kind) for kind in kinds}
    counts["log"] = try_records()
    counts["import"] = try_imports()
    for failure in failures:
        print(failure)
    print(", ".join(f"{kind} {count}" for kind, count in counts.items()), "keys with words of a set")
    with tempfile.TemporaryDirectory() as where:
        make_team(where)
        clean = problems(where)
        if [p for p in clean if p["severity"] == "error"]:
            print("the team to begin with has errors:", clean)
            sys.exit(1)
    sys.exit(1 if failures or sum(counts.values()) < 60 else 0)


main()
