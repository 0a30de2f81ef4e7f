#!/usr/bin/env python3
"""Runs every command of every transcript in the other language, too: the exit code is the same, no word is missing,
and the numbers are the same.

usage: other_language.py TEAMCTL [FILE.test...]

tests/cli/run.sh runs the transcripts with tests/cli/stand_in.sh in the place of teamctl, which runs each command twice."""
import collections
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

MONTHS = "January February March April May June July August September October November December".split()
# A short name stands beside a number: `30 Nov`, `Nov 2026`. He Jun is a person.
MONTH = {
    "zh": re.compile("|".join(rf"(\b{name}\b)" for name in MONTHS)),  # in what the files say
    "en": re.compile("|".join(rf"(\b{name}\b|(?<=\d ){name[:3]}\b|\b{name[:3]}\b(?= \d))" for name in MONTHS)),
}


def read(folder):
    """What tests/cli/stand_in.sh wrote of one call; None where it was not compared."""
    def text(name):
        return (folder / name).read_bytes().decode("utf-8", "replace")

    if not (folder / "other.code").exists():
        return None
    runs = {name: {"code": int(text(f"{name}.code")), "text": text(f"{name}.out") + text(f"{name}.err")}
            for name in ("own", "other")}
    return {"call": text("call").split("\0")[:-1], "language": text("language"), **runs}


def numbers(text, language):
    """How often each number stands in the text; a month is its number in both languages."""
    # Which tables keys can move depends on how wide their words are.
    text = re.sub(r'tabindex="0" role="group" aria-label="[^"]*"', "", text)
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
    # -v says where the language came from, which differs by what is tried here.
    if cut or {"--edit", "--open", "-v"} & set(call["call"]):
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
        here = os.path.dirname(os.path.abspath(__file__))
        os.mkdir(log)
        with open(wrapper, "w", encoding="utf-8") as out:
            out.write(f"#!/bin/sh\nprogram={shlex.quote(program)}\nlog={shlex.quote(log)}\n"
                      f". {shlex.quote(os.path.join(here, 'stand_in.sh'))}\n")
        os.chmod(wrapper, 0o755)
        subprocess.run(["sh", os.path.join(here, "run.sh"), *tests], env={**os.environ, "TEAMCTL": wrapper},
                       stdout=subprocess.DEVNULL, check=False)
        calls = [call for call in map(read, sorted(pathlib.Path(log).iterdir(), key=lambda at: at.stat().st_ctime_ns))
                 if call]
    wrong = 0
    for call in calls:
        for line in judged(call):
            wrong += 1
            print("teamctl", *call["call"], f"({call['language']}): {line}")
    print(f"{len(calls)} commands in the other language, {wrong} differ")
    return 1 if wrong or not calls else 0


if __name__ == "__main__":
    sys.exit(main())
