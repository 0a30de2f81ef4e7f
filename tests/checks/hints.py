#!/usr/bin/env python3
"""No hint of a team that writes Chinese is English alone.

usage: hints.py SOURCE_DIR

Walks the word lists and every hint that the transcripts and the mistakes show in Chinese: each has a Chinese sign, and
what it offers to write has the Chinese spelling of a fixed word, where there is one (src/team/fixed_words.cpp).
"""
import pathlib
import re
import sys

SOURCE = pathlib.Path(sys.argv[1])
is_chinese = re.compile("[\u4e00-\u9fff]").search
# Words that are keys, ids or names of their own as well, and what the user typed is told as it was typed.
ALSO = {"host", "lecturer", "backup", "recorder", "exam", "skill", "zh", "en", "none", "customer", "person", "role", "series",
        "checklist", "team", "unit", "topic", "contact", "owner", "reason", "department", "result", "position", "high",
        "holiday", "training", "diary", "problems", "targets", "standings", "awards", "documents", "attendance", "praise",
        "topics", "late", "absent", "left_early", "other", "next", "orders", "plans", "tickets", "checklists", "reserve",
        "duty", "open", "new", "on", "lead", "today", "mentor", "lost", "won", "attend", "review", "seller", "month", "week"}


def fixed_words():
    text = (SOURCE / "src/team/fixed_words.cpp").read_text(encoding="utf-8")
    table = text[text.index("fixed_words[]{"):text.index("/// The pieces of values")]
    words = set(re.findall(r'\{"([a-z_ ]+)", \{"', table)) | {"workdays", "weeks", "months", "last", "second"}
    return words - ALSO


def hints():
    files = [SOURCE / "tests/mistakes/all.zh.txt", *sorted((SOURCE / "tests/cli").glob("*-zh.test"))]
    for file in files:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("  提示："):
                yield f"{file.relative_to(SOURCE)}:{number}", line.removeprefix("  提示：")


def main():
    words, wrong, seen = fixed_words(), [], 0
    for place, hint in hints():
        seen += 1
        if not is_chinese(hint):
            wrong.append(f"{place}: {hint}")
        # A command to type has the words of the command line.
        offered = re.match("(例如|可选)：(?!teamctl)(.*)", hint)
        found = set(re.findall(r"[a-z_]+", offered[2])) & words if offered else set()
        found |= set(re.findall(r"\d (?:days|minutes|hours)", offered[2])) if offered else set()
        if found:
            wrong.append(f"{place}: {hint}: {' '.join(sorted(found))} can be said in Chinese")
    # Hints are phrases of the word lists: an English sentence among the Chinese texts is one that was forgotten.
    for file in sorted((SOURCE / "src/lang").glob("words_*.cpp")):
        text = re.sub(r'"\s*\n\s*"', "", file.read_text(encoding="utf-8"))
        for key, zh in re.findall(r'\{"([a-z_.]+)",\s*"((?:[^"\\]|\\.)*)",', text):
            if len(re.findall(r"[A-Za-z]{3,}", re.sub(r"\{[^}]*\}|teamctl|\\n", "", zh))) > 2 and not is_chinese(zh) and not zh.startswith("teamctl"):
                wrong.append(f"{file.name}: {key}: {zh}")
    print("\n".join(wrong))
    print(f"{seen} hints, {len(wrong)} English")
    return 1 if wrong or seen < 300 else 0


if __name__ == "__main__":
    sys.exit(main())
