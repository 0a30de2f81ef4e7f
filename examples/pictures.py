#!/usr/bin/env python3
"""Makes the pictures of README from the example team, as SVG: what a terminal shows, and two pages as a browser shows
them.

usage: pictures.py TEAMCTL [--check]   (--check: only says whether they still show what teamctl says, and writes nothing)
"""
import html
import os
import pathlib
import re
import subprocess
import sys
import unicodedata
from xml.dom import minidom

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


def style_of(page):
    """The style of the page as a desk sees it by day: a picture is shown smaller than it is, which is no phone."""
    style = re.search(r"<style>(.*?)</style>", page, re.S)[1]
    out, at = [], 0
    for media in re.finditer(r"@(?:media|page)[^{]*\{", style):
        if media.start() < at:
            continue
        end, depth = media.end(), 1
        while depth:
            depth += {"{": 1, "}": -1}.get(style[end], 0)
            end += 1
        out.append(style[at:media.start()])
        if "min-width" in media.group():
            out.append(style[media.end():end - 1])
        at = end
    return re.sub(r"/\*.*?\*/", "", "".join(out) + style[at:], flags=re.S).replace("color-scheme: light dark", "color-scheme: light")


def picture_of(binary, words):
    """The top of the page that the words make, as a picture that holds it: as old as the page, and made without a browser."""
    page = said(binary, [*words, "-f", "html"])
    body = re.search(r"<main.*</main>", page, re.S)[0].replace("<br>", "<br/>")
    body = re.sub(r"<details>.*?</details>\n*", "", body, flags=re.S)  # folded, and below what is shown
    body = re.sub(r"<svg(?! xmlns)", '<svg xmlns="http://www.w3.org/2000/svg"', body)
    title, wide, high = re.search(r"<title>(.*?)</title>", page)[1], 1280, 900
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">\n'
            f"<title>{title}</title>\n<style>{html.escape(style_of(page), quote=False)}svg.page {{ height: auto; }}</style>\n"
            f'<foreignObject width="{wide}" height="{high}">\n<body xmlns="http://www.w3.org/1999/xhtml" lang="zh-CN" '
            f'style="width: {wide}px; height: {high}px; overflow: hidden">\n{body}\n</body>\n</foreignObject>\n</svg>\n')


def main():
    binary = os.path.abspath(sys.argv[1])
    pictures = {"terminal.svg": terminal(binary), "month.svg": picture_of(binary, ["schedule", "2026-12", "--poster"]),
                "summary.svg": picture_of(binary, ["summary", "2026-11"])}
    PICTURES.mkdir(exist_ok=True)
    old = 0
    for name, picture in pictures.items():
        minidom.parseString(picture)  # a picture that is no XML is no picture
        at = PICTURES / name
        if "--check" not in sys.argv:
            at.write_text(picture, encoding="utf-8")
        elif not at.exists() or at.read_text(encoding="utf-8") != picture:
            print(f"{at} shows what teamctl no longer says: make it anew by examples/pictures.py TEAMCTL")
            old = 1
    return old


if __name__ == "__main__":
    sys.exit(main())
