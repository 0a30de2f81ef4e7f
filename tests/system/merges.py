#!/usr/bin/env python3
"""Random three-way merges of record files, each judged by an oracle that shares no code with the program.

usage: merges.py TEAMCTL [COUNT [SEED]]       100,000 take some minutes: they are run in batches, by a loop of sh each

Merged (exit 0): the result is read by PyYAML, and each record stands in it as often as the three versions say;
each comment that one side added is there. Not merged (exit 1): git's marks stand in the file, and so does
each line that one side added. Nothing else may happen.
"""
import collections
import os
import random
import subprocess
import sys
import tempfile

try:
    import yaml
except ImportError:
    print('python3-yaml is missing: skipped')
    sys.exit(77)


class Loader(getattr(yaml, 'CSafeLoader', yaml.SafeLoader)):
    """Reads all plain values as text."""


Loader.yaml_implicit_resolvers = {}


def values(text):
    """The multiset of the records of a file; None where it is no list."""
    try:
        data = yaml.load(text, Loader)
    except yaml.YAMLError:
        return None
    if data is None or data == '':
        return collections.Counter()
    return collections.Counter(repr(item) for item in data) if isinstance(data, list) else None


def record(rng, tag):
    """One item in one of the forms that people and programs write; `tag` keeps records apart."""
    forms = [
        '- note: {text: %s}\n',
        '- note: {text: "%s: # no comment", at: "09:00"}\n',
        '-\n  note: {text: %s}\n',
        '-   # why\n  note:\n    text: %s\n',
        '- note:\n    text: |\n      %s\n\n      # a line of the text\n      - another\n',
        '- note:\n    text: >-\n      %s\n      folded\n    at: "10:00"\n',
        '- note:\n    text: "%s\n      goes on"\n',
        '- {note: {text: %s,\n   at: "11:00"}}\n',
        '- action: {id: a-%s, who: ann, text: x}\n',
        '- 备忘录: {text: %s 王丽}\n',
        "- note:\n    text: '%s''s'\n  # below\n",
        '- fund: {amount: -450.00, for: %s}\n\n',
    ]
    comment = '# about %s\n' % tag if rng.random() < 0.2 else ''
    return comment + rng.choice(forms) % tag


def file_of(rng, head, items):
    text = head + ''.join(items)
    if not items and rng.random() < 0.3:
        text += '[]\n'
    if rng.random() < 0.1:
        text = text.replace('\n', '\r\n')
    if rng.random() < 0.15:
        text = text.rstrip('\n')
    if text and rng.random() < 0.05:
        text += '# the end\n' if text.endswith('\n') else '\n# the end'
    return text


def changed(rng, items, name):
    """What a person, or `teamctl log`, makes of a list: mostly adds at the end."""
    items = list(items)
    for step in range(rng.randrange(4)):
        what = rng.random()
        if what < 0.6 or not items:
            items.append(record(rng, '%s%d' % (rng.choice([name, 'both']), rng.randrange(4))))
        elif what < 0.7:
            items.insert(rng.randrange(len(items) + 1), record(rng, '%s%d' % (name, step)))
        elif what < 0.8:
            del items[rng.randrange(len(items))]
        elif what < 0.9:
            items[rng.randrange(len(items))] = record(rng, '%s%d' % (name, step))
        elif what < 0.95:
            at = rng.randrange(len(items))
            items[at] = '# %s says\n' % name + items[at]
        else:
            items.append(rng.choice(items))
    return items


def count(base, ours, theirs):
    """How often a record has to stand; None: a person decides."""
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    return max(ours, theirs) if ours > base and theirs > base else None


def comments(text):
    return {line.strip() for line in text.splitlines() if line.startswith(('# about', '# ours says', '# theirs says'))}


def lines(text):
    return {line.strip() for line in text.splitlines()}


def judge(base, ours, theirs, code, result):
    """What is wrong with a merge; nothing where it is right."""
    if code == 0:
        counted = [values(text) for text in (base, ours, theirs, result)]
        if counted[3] is None:
            return 'the result cannot be read'
        for value in set().union(*counted):
            wanted = count(*(part[value] for part in counted[:3]))
            if wanted is None:
                return 'merged, but both changed ' + value
            if counted[3][value] != wanted:
                return '%s stands %d times, not %d' % (value, counted[3][value], wanted)
        kept = comments(ours) & comments(theirs) | (comments(ours) ^ comments(theirs)) - comments(base)
        return ''.join('lost: ' + line for line in kept - comments(result) if line not in comments(base))
    if code == 1:
        if not all(mark in result for mark in ('<<<<<<< ', '=======', '>>>>>>> ')):
            return 'a conflict without marks'
        lost = (lines(ours) | lines(theirs)) - lines(base) - lines(result)
        return 'lost in the conflict: %s' % lost if lost else ''
    return 'exit code %d' % code


BATCH = 500
LOOP = 'i=0; while [ $i -lt "$2" ]; do "$1" merge-driver $i.base $i.ours $i.theirs 2>/dev/null; echo $?; i=$((i + 1)); done'


def versions_of(seed, number):
    """The base and both sides of one merge."""
    rng = random.Random('%d %d' % (seed, number))
    head = rng.choice(['', '', '# the day\n\n', '# the day\n', '\n'])
    items = [record(rng, 'b%d' % rng.randrange(5)) for _ in range(rng.randrange(5))]
    return [file_of(rng, head, part) for part in (items, changed(rng, items, 'ours'), changed(rng, items, 'theirs'))]


def merged(teamctl, batch):
    """Exit code and result of each merge."""
    with tempfile.TemporaryDirectory() as folder:
        for number, versions in enumerate(batch):
            for name, text in zip(('base', 'ours', 'theirs'), versions):
                with open(os.path.join(folder, '%d.%s' % (number, name)), 'w', newline='') as file:
                    file.write(text)
        ran = subprocess.run(['sh', '-c', LOOP, 'sh', teamctl, str(len(batch))], cwd=folder, check=True,
                             stdout=subprocess.PIPE)
        for number, code in enumerate(ran.stdout.split()):
            with open(os.path.join(folder, '%d.ours' % number), newline='') as file:
                yield int(code), file.read()


def main():
    teamctl = os.path.abspath(sys.argv[1])
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    wrong = 0
    seen = collections.Counter()
    for first in range(0, rounds, BATCH):
        batch = [versions_of(seed, number) for number in range(first, min(first + BATCH, rounds))]
        for number, (versions, (code, result)) in enumerate(zip(batch, merged(teamctl, batch)), first):
            seen[code] += 1
            fault = judge(*versions, code, result)
            if not fault:
                continue
            wrong += 1
            if wrong <= 5:
                print('seed %d, round %d: %s' % (seed, number, fault))
                for name, text in zip(('base', 'ours', 'theirs', 'result'), (*versions, result)):
                    print('--- %s\n%s' % (name, text))
    print('%d merges, %d merged, %d left to a person, %d wrong' % (rounds, seen[0], seen[1], wrong))
    # One that is not there at all would not be missed.
    if sum(seen.values()) != rounds:
        print('only %d were run' % sum(seen.values()))
        return 1
    # A program that never dares to merge would pass all of the above.
    return 1 if wrong or seen[0] < rounds // 3 else 0


if __name__ == '__main__':
    sys.exit(main())
