#!/usr/bin/env python3
"""Every key with fixed words takes each of its Chinese words in a team that writes Chinese.

usage: fixed_words.py TEAMCTL SOURCE_DIR

The keys and their words are those of `teamctl schema KIND --lang zh`. Each is found in a file of an example team, or in
MORE, and gets every word in its turn: `check` has nothing against the place. A key that stands nowhere fails, so that new
ones are not forgotten. Ends with 77 where a module is missing.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import yaml
except ImportError:
    sys.exit(77)

TEAMCTL, SOURCE = (os.path.abspath(path) for path in sys.argv[1:3])
TODAY = "2026-11-30"
# What the examples have not.
MORE = {
    "teamctl.yaml": "team: 更多\nlanguage: zh\ntimezone: Asia/Shanghai\n",
    "roster.yaml": """people:
  - {id: li, name: 李, changes: [{from: 2026-02-01, level: management, works: [mon]}]}
""",
    "meetings/more.yaml": """name: 更多
when: {every: month, on: [1], start: "10:00", if_holiday: skip, from: 2026-11-01}
attend: {level: management}
hide_empty: true
roles:
  host: {who: {level: management}, acts_as: host}
  post: {who: all, per: week, starts: mon}
agenda:
  - {item: 月初, minutes: 1, when: {every: month, on: [1], if_holiday: skip, from: 2026-11-01}}
""",
    "rotas/more.yaml": """name: 更多值班
when: {every: day, from: 2026-11-01}
roles: {post: {who: {level: management}, acts_as: host}}
""",
    "queues/more.yaml": "name: 更多队列\nwho: {level: management}\n",
    "limits.yaml": "- {who: {level: management}, of: [more.post], max_per_week: 3}\n",
    "awards.yaml": "- {id: best, name: 最佳, every: month, who: {level: management}, nominated: true, places: [1]}\n",
    "checklists/more.yaml": """name: 更多清单
when: {every: month, on: [1], if_holiday: skip, from: 2026-11-01}
who: {level: management}
items: [灯]
""",
    "checklists/new.yaml": "name: 新人清单\nnewcomers: {level: management}\nwithin: 3 workdays\nitems: [灯]\n",
    "checklists/left.yaml": "name: 离职清单\nleavers: {level: management}\nwithin: 3 workdays\nitems: [灯]\n",
    "assets/more.yaml": "- {id: oil, name: 油罐, class: 油罐, tank: true}\n",
    "leave/2026.yaml": "- {who: li, kind: sick, when: {every: month, on: [1], if_holiday: skip, from: 2026-11-01}}\n",
    "wishes/2026.yaml": "- {who: li, want: off, when: {every: month, on: [1], if_holiday: skip, from: 2026-11-01}}\n",
    "rules.yaml": """deadlines: [{id: d, record: diary, who: {level: management}, every: workday, by: "18:00"}]
records: [{id: r, record: praise, who: {level: management}, points: 1}]
credentials: [{types: [电工证], who: {level: management}}]
standings: {last: true}
second_by: [{record: points, who: {level: management}}]
attribution: owner
visit_requires: [contact]
""",
    "targets.yaml": "- {period: 2026-11, metric: mistakes, amount: 3, split: none, at_most: true}\n",
    "trainings.yaml": """- {id: a, topic: 消防, when: {every: month, on: [1], if_holiday: skip, from: 2026-11-01}, who: {level: management}}
- {id: b, topic: 主持, on: 2026-11-30, who: {planned: next month, roles: [host]}}
""",
    "log/2026-11/2026-11-30.yaml": """- award_decided: {name: 夜班奖, decision: accepted}
- suggestion_decided: {id: s1, decision: accepted}
- problem_decided: {id: p1, decision: accepted}
- meter: {asset: m, value: 3, replaced: true}
- inspection: {asset: m, result: passed}
""",
}
KINDS = {"teamctl.yaml": "teamctl", "roster": "roster", "calendars": "calendar", "meetings": "meeting", "rotas": "rota",
         "limits.yaml": "limits", "queues": "queue", "checklists": "checklist", "topics.yaml": "topics",
         "reserve.yaml": "reserve", "rules.yaml": "rules", "targets.yaml": "targets", "trainings.yaml": "trainings",
         "awards.yaml": "awards", "assets": "assets", "leave": "leave", "wishes": "wishes", "plans": "plan", "log": "log",
         "roster.yaml": "roster"}
is_chinese = re.compile("[\u4e00-\u9fff]").search


def schema_of(kind):
    done = subprocess.run([TEAMCTL, "schema", kind, "--lang", "zh"], capture_output=True, check=True)
    return json.loads(done.stdout)


def words_by_path(schema):
    """The Chinese words of each key, by the keys that lead there; lists are passed over, `*` is any key."""
    found = {}
    definitions = schema.get("$defs", {})

    def walk(node, path, seen):
        if not isinstance(node, dict):
            return
        if "$ref" in node:
            name = node["$ref"].rsplit("/", 1)[-1]
            if name not in seen:
                walk(definitions[name], path, seen | {name})
        for word in node.get("enum", []):
            if isinstance(word, str) and is_chinese(word):
                found.setdefault(path, [])
                if word not in found[path]:
                    found[path].append(word)
        for key, value in node.get("properties", {}).items():
            walk(value, path + (key,), seen)
        walk(node.get("items"), path, seen)
        walk(node.get("additionalProperties"), path + ("*",), seen)
        for value in node.get("patternProperties", {}).values():
            walk(value, path + ("*",), seen)
        for part in ("anyOf", "oneOf", "allOf"):
            for one in node.get(part, []):
                walk(one, path, seen)

    walk(schema, (), frozenset())
    return found


def scalars(text):
    """(path, mark) of every scalar that is a value."""
    def walk(node, path):
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                yield from walk(value, path + (key.value,))
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from walk(item, path)
        else:
            yield path, node.value, node.start_mark.index, node.end_mark.index

    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is not None:
        yield from walk(root, ())


def fits(path, pattern):
    return len(path) == len(pattern) and all(b in ("*", a) for a, b in zip(path, pattern))


def main():
    words = {kind: words_by_path(schema_of(kind)) for kind in sorted(set(KINDS.values()))}
    places = {}  # (kind, pattern) -> (team, file, begin, end)
    with tempfile.TemporaryDirectory() as base:
        teams = []
        for example in sorted(pathlib.Path(SOURCE, "examples").iterdir()):
            if not (example / "teamctl.yaml").is_file() or example.name.endswith("-en"):
                continue
            team = pathlib.Path(base, example.name)
            shutil.copytree(example, team)
            teams.append(team)
        teams.append(pathlib.Path(base, "more"))
        for path, text in MORE.items():
            (teams[-1] / path).parent.mkdir(parents=True, exist_ok=True)
            (teams[-1] / path).write_text(text, encoding="utf-8")
        for team in teams:
            for file in sorted(team.rglob("*.yaml")):
                kind = KINDS.get(file.relative_to(team).parts[0])
                if kind is None:
                    continue
                for path, value, begin, end in scalars(file.read_text(encoding="utf-8")):
                    for pattern in words[kind]:
                        if (kind, pattern) not in places and fits(path, pattern):
                            places[kind, pattern] = (team, file, begin, end)
        tried, wrong = 0, []
        for kind, patterns in words.items():
            for pattern, chinese in patterns.items():
                name = f"{kind}: {'.'.join(pattern)}"
                if (kind, pattern) not in places:
                    wrong.append(f"{name} stands nowhere: {' '.join(chinese)}")
                    continue
                team, file, begin, end = places[kind, pattern]
                text = file.read_text(encoding="utf-8")
                line = text.count("\n", 0, begin) + 1
                for word in chinese:
                    tried += 1
                    file.write_text(text[:begin] + word + text[end:], encoding="utf-8")
                    done = subprocess.run([TEAMCTL, "-C", str(team), "--today", TODAY, "check", "-f", "json"],
                                          capture_output=True, check=False, stdin=subprocess.DEVNULL)
                    for problem in json.loads(done.stdout)["problems"]:
                        if problem["file"] == str(file.relative_to(team)) and problem["line"] == line and \
                                problem["code"] in ("bad-choice", "wrong-type", "unknown-key", "bad-when"):
                            wrong.append(f"{name}: {word}: {problem['message']}")
                file.write_text(text, encoding="utf-8")
    print("\n".join(wrong))
    print(f"{tried} words of {sum(map(len, words.values()))} keys, {len(wrong)} wrong")
    return 1 if wrong or tried < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
