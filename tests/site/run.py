#!/usr/bin/env python3
"""The pages of `teamctl site`, walked by their links.

usage: run.py TEAMCTL SOURCE

Of all example teams: every link leads to a page, and to a heading of it, that is there; everybody has a page that the
roster leads to; nothing is asked of a server; the bars of a page have names of their own; every figure of a person or of
the team in a summary leads to a page that ends in that figure; a rerun writes nothing, a changed record only some pages,
a month that is asked for no more goes, and a folder with other files is refused. in_browser.py does this in a browser."""
import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse

TODAY = "2026-11-30T18:00"
CHANGED = ["sales", "minimal-en"]  # of which the site is made again and again


class Page(html.parser.HTMLParser):
    """The links of a page with their texts and the tables they stand in, its ids, and the text behind each."""

    def __init__(self, text):
        super().__init__()
        self.links, self.behind, self.requests, self.bars = [], {"": ""}, [], []
        self._href, self._id = None, ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        for name in ("src", "srcset", "data", "poster", "background"):
            if name in values:
                self.requests.append(values[name])
        if tag == "link" or (tag == "a" and re.match(r"https?:", values.get("href", ""))):
            self.requests.append(values.get("href"))
        if tag == "nav":
            self.bars.append(values.get("aria-label"))
        if tag == "a":
            self._href, self._text = values.get("href"), ""
        if "id" in values:
            self._id = values["id"]
            self.behind[self._id] = ""

    def handle_endtag(self, tag):
        if tag == "a" and self._href is not None:
            self.links.append((self._href, self._text.replace(" !", "")))
            self._href = None

    def handle_data(self, data):
        if self._href is not None:
            self._text += data
        self.behind[self._id] += data


def site(program, team, folder, *words):
    return subprocess.run([program, "-C", str(team), "--today", TODAY, "site", str(folder), *words],
                          capture_output=True, text=True, check=False)


def says(text, figure):
    """Whether the text has the figure; a per cent may have more decimals there."""
    if re.search(rf"(?<![\d.,]){re.escape(figure)}(?![\d])", text):
        return True
    share = re.fullmatch(r"([\d.]+) %", figure)
    return share is not None and any(abs(float(found) - float(share[1])) <= 0.051
                                     for found in re.findall(r"([\d.]+) %", text))


def walk(folder, wrong):
    pages = {path.relative_to(folder).as_posix(): Page(path.read_text(encoding="utf-8"))
             for path in folder.rglob("*.html")}
    figures = 0
    for path, page in pages.items():
        if page.requests:
            wrong(f"{path} asks for {page.requests[0]}")
        if not page.bars or not all(page.bars) or len(set(page.bars)) < len(page.bars):
            wrong(f"{path}: its bars are named {page.bars}")
        for href, text in page.links:
            target, _, name = href.partition("#")
            target = urllib.parse.unquote(target)
            led = os.path.normpath(os.path.join(os.path.dirname(path), target))
            if led not in pages or (name and urllib.parse.unquote(name) not in pages[led].behind):
                wrong(f"{path}: {href} leads nowhere")
                continue
            if not path.startswith("summary/") or not led.startswith("figures/"):
                continue
            figures += 1
            said = pages[led].behind[urllib.parse.unquote(name)]
            if not says(said, text):
                wrong(f"{path}: {text} leads to {href}, which says {said[:80]!r}")
    return len(pages), figures


def unnamed(folder):
    """The pages of people that the roster does not lead to."""
    links = {href for href, _ in Page((folder / "people.html").read_text(encoding="utf-8")).links}
    return sorted({"people/" + path.name for path in (folder / "people").glob("*.html")} - links)


def main():
    program, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2])
    failures = []
    wrong = failures.append
    teams = sorted(path.parent.name for path in (source / "examples").glob("*/teamctl.yaml"))
    with tempfile.TemporaryDirectory() as place:
        for name in teams:
            team, folder = pathlib.Path(place) / name, pathlib.Path(place) / ("site-" + name)
            shutil.copytree(source / "examples" / name, team)
            begun = time.monotonic()
            run = site(program, team, folder)
            took = time.monotonic() - begun
            if run.returncode != 0:
                wrong(f"{name}: exit {run.returncode}: {run.stderr}")
                continue
            pages, figures = walk(folder, lambda what, name=name: wrong(f"{name}: {what}"))
            print(f"{name}: {pages} pages, {figures} figures followed, {took:.2f} s")
            small = name.startswith("minimal")
            if pages < 30 or (figures < 20 and not small):
                wrong(f"{name}: only {pages} pages and {figures} figures")
            unlinked = unnamed(folder)
            if unlinked:
                wrong(f"{name}: the roster does not lead to {unlinked}")
            if name not in CHANGED:
                continue
            before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")}
            begun = time.monotonic()
            site(program, team, folder)
            print(f"{name}: again {time.monotonic() - begun:.2f} s")
            if {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")} != before:
                wrong(f"{name}: a rerun wrote pages")
            with open(team / "roster.yaml", "a", encoding="utf-8") as roster:
                roster.write("# a remark\n")
            site(program, team, folder)
            if {path: path.stat().st_mtime_ns for path in folder.rglob("*.html")} != before:
                wrong(f"{name}: a remark in the roster changed pages")
            (folder / "index.html").write_text("spoilt", encoding="utf-8")
            site(program, team, folder, "2026-11")
            if "spoilt" in (folder / "index.html").read_text(encoding="utf-8"):
                wrong(f"{name}: a spoilt page stayed")
        team, folder = pathlib.Path(place) / CHANGED[0], pathlib.Path(place) / ("site-" + CHANGED[0])
        site(program, team, folder, "2026-12")
        if any("2026-11" in path.name and path.parent.name == "summary" for path in folder.rglob("*.html")):
            wrong("a month that is not asked for stayed")
        other = pathlib.Path(place) / "other"
        other.mkdir()
        (other / "thesis.txt").write_text("mine", encoding="utf-8")
        if site(program, team, other).returncode != 2 or os.listdir(other) != ["thesis.txt"]:
            wrong("a folder with other files was written to")
        # A list that somebody changed removes nothing outside the folder.
        (pathlib.Path(place) / "outside.html").write_text("mine", encoding="utf-8")
        with open(folder / ".teamctl-site", "a", encoding="utf-8") as listed:
            listed.write("00000000000000000000000000000000 ../outside.html\n")
        site(program, team, folder, "2026-11")
        if not (pathlib.Path(place) / "outside.html").exists():
            wrong("a file outside the folder was removed")
    for line in failures[:20]:
        print(line)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
