#!/usr/bin/env python3
"""The site of every example team in a real browser, cut from every network.

usage: in_browser.py TEAMCTL SOURCE [--every] [TEAM...]   (77 where there is no Chromium)

Of each team, from file://, and of what `demo` writes also from below a folder of a server of this machine: every figure
of the summaries leads to a page whose total is that figure, the search finds a person by name and by a part of it, what
leads somewhere leads to a page that is there, and nothing is asked of anybody but for the page itself. `--every` opens
every page, not one of each kind, and takes each team in both languages, not one in each by turns. With AXE (axe.min.js of
axe-core) in the environment it is asked about one page of each kind as well, light and dark."""
import functools
import http.server
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import browser  # noqa: E402  pylint: disable=wrong-import-position

TODAY = "2026-11-30T18:00"
# Where the page leads, what it says of each name in it, and what is summed up there.
LOOK = """(() => {
  const links = [...document.querySelectorAll('a')].map(a =>
      [a.href, a.textContent.replace(/^[!✓✕] /, ''), !a.closest('nav')]);
  const totals = {'': (document.querySelector('h1 ~ p.strong') || {}).textContent};
  for (const named of document.querySelectorAll('[id]')) {
    let at = named.nextElementSibling;
    while (at && !at.matches('p.strong, h1, h2')) at = at.nextElementSibling;
    totals[named.id] = at && at.matches('p.strong') ? at.textContent : null;
  }
  return {links, totals, title: document.title};
})()"""
FOUND = """[...document.querySelectorAll('main li')].filter(li => !li.hidden)
    .map(li => [li.querySelector('a').textContent, li.querySelector('a').href])"""
AXE = """axe.run().then(found => found.violations.map(v => v.id + ': ' + v.nodes[0].html.slice(0, 120)))"""


def is_total(said, figure):
    """Whether a page that says so in its last words sums up to the figure, which may have fewer decimals."""
    number = r"-?[\d,]+(?:\.\d+)?(?: %)?"
    numbers, wanted = re.findall(number, said or ""), re.search(number, figure)
    if not numbers or not wanted:
        return figure.strip() in (said or "")
    value = [float(text.replace(",", "").replace(" %", "")) for text in (numbers[-1], wanted[0])]
    decimals = len(wanted[0].replace(" %", "").partition(".")[2])
    return abs(value[0] - value[1]) <= 0.5000001 * 10 ** -decimals


class Walk:
    """The pages of one site, each opened once."""

    def __init__(self, tab, top, wrong):
        self.tab, self.top, self.wrong, self.pages = tab, top, wrong, {}

    def look(self, address):
        address = address.partition("#")[0]
        if address not in self.pages:
            for asked in self.tab.open(address):
                if asked != address:
                    self.wrong(f"{address} asks for {asked}")
            self.pages[address] = self.tab.run(LOOK)
        return self.pages[address]

    def name(self, address):
        return address.removeprefix(self.top)

    def leads(self, address, files):
        """Every link of the page leads to a page that is there."""
        for href, _, _ in self.look(address)["links"]:
            target = href.partition("#")[0]
            if target not in files:
                self.wrong(f"{self.name(address)}: {href} leads nowhere")

    def figures(self, address):
        """Every figure of the page leads to its sum. Returns how many."""
        count = 0
        for href, text, _ in self.look(address)["links"]:
            if not self.name(href).startswith("figures/"):
                continue
            count += 1
            totals = self.look(href)["totals"]
            name = href.partition("#")[2]
            if name not in totals:
                self.wrong(f"{self.name(address)}: nothing has the name {self.name(href)}")
            elif not is_total(totals[name], text):
                self.wrong(f"{self.name(address)}: {text} leads to {self.name(href)}, whose total is {totals[name]!r}")
        return count

    def search(self, person, page):
        """The name of a person, and all of it but its first letter, finds their page; what nobody has finds nothing."""
        for words in (person, person[1:]):
            self.tab.open(self.top + "search.html")
            self.tab.run(f"(() => {{ const box = document.querySelector('main input'); box.value = {words!r};"
                         " box.dispatchEvent(new Event('input')); })()")
            if not any(href == self.top + page for _, href in self.tab.run(FOUND)):
                self.wrong(f"search for {words!r} does not find {page}")
        self.tab.open(self.top + "search.html?q=qqqqqq")
        if self.tab.run(FOUND):
            self.wrong("search finds what nobody has")


def one_of_each_kind(files):
    kinds = {}
    for file in files:
        kinds.setdefault(file.partition("/")[0], file)
    return sorted(kinds.values())


def ask_axe(walk, script, pages):
    for dark in (False, True):
        walk.tab.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        for page in pages:
            walk.tab.open(walk.top + page)
            walk.tab.run(script + "; 0")
            for found in walk.tab.run(AXE):
                walk.wrong(f"{page}{' (dark)' if dark else ''}: axe {found}")


def look_at(tab, folder, wrong, every):
    """What is asked of a site; returns what was seen of it."""
    top = folder.as_uri() + "/"
    names = sorted((path.relative_to(folder).as_posix() for path in folder.rglob("*.html")), reverse=True)
    files = {top + name for name in names}
    walk = Walk(tab, top, wrong)
    kinds = names if every else one_of_each_kind(names)
    for name in kinds:
        walk.leads(top + name, files)
    figures = sum(walk.figures(top + name) for name in names if name.startswith("summary/"))
    page, person = next((href, text) for href, text, inside in walk.look(top + "people.html")["links"]
                        if inside and walk.name(href).startswith("people/"))
    walk.search(person, walk.name(page))
    if os.environ.get("AXE"):
        ask_axe(walk, pathlib.Path(os.environ["AXE"]).read_text(encoding="utf-8"), one_of_each_kind(names))
    return len(names), len(walk.pages), figures


def from_a_server(tab, place, name, wrong):
    """The same site from below a folder of a server: its first page, a page below it and the search."""
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(place)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    top = f"http://127.0.0.1:{server.server_port}/{name}/"
    try:
        walk = Walk(tab, top, wrong)
        for href, text, _ in walk.look(top + "index.html")["links"]:
            if not walk.look(href)["title"] or not href.startswith(top):
                wrong(f"{text} of the server leads to {href}")
        tab.open(top + "search.html?q=")
        if not tab.run(FOUND):
            wrong("the search of the server finds nothing")
    finally:
        server.shutdown()


def main():
    arguments = [word for word in sys.argv[1:] if word != "--every"]
    program, source = os.path.abspath(arguments[0]), pathlib.Path(arguments[1]).resolve()
    path = browser.found()
    if not path:
        print("SKIPPED: no chromium here, so no site was looked at")
        return 77
    teams = arguments[2:] or sorted(path.parent.name for path in (source / "examples").glob("*/teamctl.yaml"))
    if not arguments[2:] and "--every" not in sys.argv:
        teams = [names[number % len(names)] for number, names in
                 enumerate([team, team + "-en"] for team in teams if team + "-en" in teams)]
    failures = []
    tab = browser.Browser(path)
    try:
        with tempfile.TemporaryDirectory() as place:
            place = pathlib.Path(place)
            for name in teams:
                begun = time.monotonic()
                team, folder = place / ("team-" + name), place / name
                shutil.copytree(source / "examples" / name, team)
                run = subprocess.run([program, "-C", str(team), "--today", TODAY, "site", str(folder)],
                                     capture_output=True, text=True, check=False)
                if run.returncode != 0:
                    failures.append(f"{name}: exit {run.returncode}: {run.stderr}")
                    continue
                seen = look_at(tab, folder, lambda what, name=name: failures.append(f"{name}: {what}"),
                               "--every" in sys.argv)
                print(f"{name}: {seen[0]} pages, {seen[1]} opened, {seen[2]} figures followed, "
                      f"{time.monotonic() - begun:.1f} s", flush=True)
            # What `demo` writes is an example team, in a folder of its own.
            subprocess.run([program, "demo", str(place / "demo"), "--template", "sales"], check=True, capture_output=True)
            subprocess.run([program, "-C", str(place / "demo"), "site", str(place / "below")], check=True,
                           capture_output=True)
            look_at(tab, place / "below", lambda what: failures.append(f"demo: {what}"), False)
            from_a_server(tab, place, "below", lambda what: failures.append(f"demo: {what}"))
    finally:
        tab.close()
    for line in failures[:40]:
        print(line)
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
