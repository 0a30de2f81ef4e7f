#!/usr/bin/env python3
"""Runs every command of every transcript in the other language, too: the exit code is the same, no word is missing,
and the numbers are the same.

usage: other_language.py TEAMCTL [FILE.test...]

tests/cli/run.sh runs the transcripts with a program in the place of teamctl that runs each command twice: first in the
other language, then, with the directory as it was, as it is written."""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

MONTHS = "January February March April May June July August September October November December".split()
# A short name stands beside a number: `30 Nov`, `Nov 2026`. He Jun is a person.
MONTH = {
    "zh": re.compile("|".join(rf"(\b{name}\b)" for name in MONTHS)),  # in what the files say
    "en": re.compile("|".join(rf"(\b{name}\b|(?<=\d ){name[:3]}\b|\b{name[:3]}\b(?= \d))" for name in MONTHS)),
}
# Their output is words alone, or a file of one language; what they are asked for is asked in one language.
NOT_COMPARED = {"help", "init", "demo", "completion", "schema", "import", "edit"}


def language_of(arguments):
    """The language that the call speaks: what --lang says, else what the team's settings say."""
    for at, word in enumerate(arguments):
        if word == "--lang" and at + 1 < len(arguments):
            return arguments[at + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    directory = "."
    for at, word in enumerate(arguments):
        if word in ("-C", "--directory") and at + 1 < len(arguments):
            directory = arguments[at + 1]
    for folder in [pathlib.Path(directory).resolve(), *pathlib.Path(directory).resolve().parents]:
        try:
            settings = (folder / "teamctl.yaml").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        return "zh" if re.search(r"^lang(uage)?: *zh", settings, re.M) else "en"
    return None


def in_the_other_language(arguments, language):
    """The call with the other language in place of its own."""
    rest, skip = [], False
    for word in arguments:
        if skip or word == "--lang":
            skip = not skip
        elif not word.startswith("--lang="):
            rest.append(word)
    return ["--lang", "en" if language == "zh" else "zh", *rest]


def put_back(kept, place):
    """Makes the directory `place` hold what `kept`, a copy of hard links, holds: the program never writes into a file."""
    here, there = ({path.relative_to(top) for path in top.rglob("*")} for top in (place, kept))
    for path in sorted(here - there, reverse=True):
        target = place / path
        if target.is_dir() and not target.is_symlink():
            shutil.rmtree(target)
        else:
            target.unlink(missing_ok=True)
    for path in sorted(there):
        source, target = kept / path, place / path
        if source.is_symlink():
            continue
        if source.is_dir():
            target.mkdir(exist_ok=True)
        elif not target.exists() or not target.samefile(source):
            target.unlink(missing_ok=True)
            os.link(source, target)


def linked(source, target):
    """A hard link where there can be one."""
    if not os.path.isfile(source):
        return target
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def stand_in(program, log):
    """What runs as `teamctl`: both runs go into the log, the second is what the transcript sees."""
    arguments = sys.argv[1:]
    typed = b"" if os.isatty(0) else sys.stdin.buffer.read()
    language = language_of(arguments)
    place = pathlib.Path(os.environ["HOME"])  # where the transcript is
    environment = {**os.environ, "COLUMNS": "1000"}
    other = None
    if language in ("zh", "en") and not NOT_COMPARED & set(arguments):
        with tempfile.TemporaryDirectory(dir=place.parent) as folder:
            kept = pathlib.Path(folder) / "kept"
            shutil.copytree(place, kept, symlinks=True, ignore_dangling_symlinks=True, copy_function=linked)
            other = subprocess.run([program, *in_the_other_language(arguments, language)], input=typed,
                                   env=environment, capture_output=True)
            put_back(kept, place)
    own = subprocess.run([program, *arguments], input=typed, env=environment, capture_output=True)
    if other:
        with open(log, "a", encoding="utf-8") as out:
            out.write(json.dumps({"call": arguments, "language": language,
                                  **{name: {"code": run.returncode,
                                            "text": (run.stdout + run.stderr).decode("utf-8", "replace")}
                                     for name, run in (("own", own), ("other", other))}}) + "\n")
    sys.stdout.buffer.write(own.stdout)
    sys.stdout.flush()
    sys.stderr.buffer.write(own.stderr)
    return own.returncode


def numbers(text, language):
    """How often each number stands in the text; a month is its number in both languages."""
    text = re.sub(r"<style>.*?</style>|style=\"[^\"]*\"|&#\d+;|-r\d\d\b", "", text, flags=re.S)
    # The last three characters of an id that is made are by chance.
    text = re.sub(r"\b([cdtpas]\d{6}-(?:[\w.]+-)?)[2-9a-z]{3}\b", r"\1", text)
    text = MONTH[language].sub(lambda found: f" {found.lastindex} ", text)
    return collections.Counter(number.lstrip("0") or "0" for number in re.findall(r"\d+", text))


def judged(call):
    """What is wrong with the two runs of the call, as lines."""
    own, other = call["own"], call["other"]
    if own["code"] != other["code"]:
        yield f"exit code {own['code']} in its own language, {other['code']} in the other"
        return
    if "[[" in other["text"] and "[[" not in own["text"]:
        yield "a word is missing: " + other["text"][other["text"].index("[["):][:60]
    # The lines of a form are told by their place in it, and what one page cuts off depends on how long words are.
    # So do the names of temporary files.
    cut = "--full" not in call["call"] and "--full" in own["text"] + other["text"]
    if cut or {"--edit", "--open"} & set(call["call"]):
        return
    mine = numbers(own["text"], call["language"])
    theirs = numbers(other["text"], "en" if call["language"] == "zh" else "zh")
    if mine != theirs:
        yield f"numbers only in its own language: {sorted((mine - theirs).elements())[:12]}, "\
              f"only in the other: {sorted((theirs - mine).elements())[:12]}"


def main():
    program, tests = os.path.abspath(sys.argv[1]), sys.argv[2:]
    with tempfile.TemporaryDirectory() as folder:
        log, wrapper = os.path.join(folder, "log"), os.path.join(folder, "teamctl")
        with open(wrapper, "w", encoding="utf-8") as out:
            out.write(f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {os.path.dirname(os.path.abspath(__file__))!r})\n"
                      f"sys.dont_write_bytecode = True\nimport other_language\n"
                      f"sys.exit(other_language.stand_in({program!r}, {log!r}))\n")
        os.chmod(wrapper, 0o755)
        runner = os.path.join(os.path.dirname(os.path.abspath(__file__)), "run.sh")
        subprocess.run(["sh", runner, *tests], env={**os.environ, "TEAMCTL": wrapper}, stdout=subprocess.DEVNULL, check=False)
        with open(log, encoding="utf-8") as lines:
            calls = [json.loads(line) for line in lines]
    wrong = 0
    for call in calls:
        for line in judged(call):
            wrong += 1
            print("teamctl", *call["call"], f"({call['language']}): {line}")
    print(f"{len(calls)} commands in the other language, {wrong} differ")
    return 1 if wrong or not calls else 0


if __name__ == "__main__":
    sys.exit(main())
