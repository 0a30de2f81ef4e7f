#!/usr/bin/env python3
"""Makes the pictures of README from the example team: what a terminal shows, as SVG, and, where there is Chromium, two
pages as PNG.

usage: pictures.py TEAMCTL [--check]   (--check: only says whether the terminal still shows that, and writes nothing)
"""
import html
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
PICTURES = HERE / "pictures"
TODAY = "2026-11-30T08:30"
# The calls that the terminal shows, and how many lines of each.
CALLS = [([], 20), (["schedule", "2026-12"], 26)]
COLUMNS = 80
CELL, LINE, SIZE, EDGE = 8.4, 20, 14, 16
INK, PAPER = "#d7dae0", "#1d2026"
COLOURS = {"31": "#f07178", "32": "#a5d16f", "33": "#e8b35f", "34": "#7aa7f0", "35": "#c99be8", "36": "#6fc5c9"}


def said(binary, words):
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": str(COLUMNS), "HOME": "/nonexistent"}
    return subprocess.run([binary, "-C", str(HERE / "sales"), "--today", TODAY, *words], env=env, capture_output=True,
                          check=False).stdout.decode()


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def runs(line):
    """The pieces of a line that look alike: where each begins, in cells, its text, and its attributes for SVG."""
    at, style = 0, set()
    for piece in re.split(r"(\x1b\[[\d;]*m)", line):
        if piece.startswith("\x1b["):
            codes = piece[2:-1].split(";")
            style = set() if codes in ([""], ["0"]) else style | set(codes)
            continue
        # Blanks are left out: what stands behind them has a place of its own.
        for word in re.finditer(r"\S+(?: \S+)*", piece):
            looks = [f'fill="{COLOURS[code]}"' for code in sorted(style) if code in COLOURS]
            looks += ['font-weight="700"'] if "1" in style else []
            looks += ['opacity="0.6"'] if "2" in style else []
            yield at + width(piece[:word.start()]), word.group(), " ".join(looks)
        at += width(piece)


def terminal(binary):
    lines = []
    for words, most in CALLS:
        lines.append(f"\x1b[32m$\x1b[0m \x1b[1m{' '.join(['teamctl', *words])}\x1b[0m")
        shown = said(binary, [*words, "--color", "always"]).rstrip("\n").split("\n")
        lines += shown[:most] + (["…"] if len(shown) > most else []) + [""]
    lines.pop()
    wide, high = round(COLUMNS * CELL + 2 * EDGE), len(lines) * LINE + 2 * EDGE
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}" '
           f'font-family="ui-monospace, Menlo, Consolas, \'Noto Sans Mono CJK SC\', \'PingFang SC\', '
           f'\'Microsoft YaHei\', monospace" font-size="{SIZE}" fill="{INK}">',
           "<title>teamctl</title>", f'<rect width="{wide}" height="{high}" rx="8" fill="{PAPER}"/>']
    for number, line in enumerate(lines):
        for at, text, looks in runs(line):
            out.append(f'<text x="{EDGE + at * CELL:.1f}" y="{EDGE + number * LINE + SIZE}" '
                       f'textLength="{width(text) * CELL:.1f}" lengthAdjust="spacingAndGlyphs"'
                       f'{" " + looks if looks else ""}>{html.escape(text)}</text>')
    return "\n".join(out) + "\n</svg>\n"


def take(chromium, binary, name, words, size):
    """A picture of the page that the words make."""
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        page.write_text(said(binary, [*words, "-f", "html"]), encoding="utf-8")
        subprocess.run([chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-sync",
                        "--no-first-run", "--disable-background-networking", "--disable-component-update",
                        f"--user-data-dir={folder}/profile", f"--window-size={size}",
                        f"--screenshot={PICTURES / name}", page.as_uri()], check=True, capture_output=True)


def main():
    binary = os.path.abspath(sys.argv[1])
    picture = terminal(binary)
    at = PICTURES / "terminal.svg"
    if "--check" in sys.argv:
        if at.read_text(encoding="utf-8") == picture:
            return 0
        print(f"{at} shows what teamctl no longer says: make it anew by examples/pictures.py TEAMCTL")
        return 1
    PICTURES.mkdir(exist_ok=True)
    at.write_text(picture, encoding="utf-8")
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        print("no Chromium: the pages stay as they are", file=sys.stderr)
        return 0
    take(chromium, binary, "month.png", ["schedule", "2026-12", "--poster"], "1280,900")
    take(chromium, binary, "summary.png", ["summary", "2026-11"], "1280,900")
    return 0


if __name__ == "__main__":
    sys.exit(main())
