"""Hostile text in every format: names, texts and ids that are markup, formulas, mentions or lines of a calendar somewhere come
out as text. Each format is read with a parser, or with the rules of its markup. usage: hostile_output.py TEAMCTL SOURCE_DIR"""
import csv
import html.parser
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

teamctl, source = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
passed = failed = 0
# Each is put between Q and Z, so that it is found again; those of `first` stand at the beginning, where they do harm.
inside = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b &lt; 'c' \"d\"", "x | y", "*bold* _it_ ~del~ `code`",
          "```", "[link](https://example.invalid)", "![img](https://example.invalid)", "{{ template }}", "one\ntwo", "a;b,c\\d",
          "e\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT", "@all @所有人 <!channel> <@all>",
          "<at user_id=\"all\">all</at>", "https://example.invalid/?a=1", "# heading", "- item", "1. item", "***", "<!-- c -->"]
first = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "=HYPERLINK(\"https://example.invalid\")", "# heading", "> quote", "- item",
         "| a | b |", "BEGIN:VEVENT", "@all", "---", "``` x", "<b>"]
marked = ["Q" + text + "Z" for text in inside] + [text + "Z" for text in first]
odd = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]")


def check(what, good):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print(what)


def regions(text):
    """What stands of the marked texts, as the format writes them."""
    return re.findall(r"Q(?=\S)(.{1,200}?)Z", text, re.S)


class Elements(html.parser.HTMLParser):
    known = set("html head meta title style body main h1 h2 h3 h4 p ul ol li span div dl dt dd table caption thead tbody tfoot tr th td "
                "small b br figure svg rect path text desc article footer details summary time".split())

    def __init__(self):
        super().__init__()
        self.bad, self.text = [], ""

    def handle_starttag(self, tag, attributes):
        if tag not in self.known:
            self.bad.append(tag)
        for name, value in attributes:
            if name.startswith("on") or name in ("src", "href", "srcdoc"):
                self.bad.append(name)
        if tag == "br":
            self.text += "\n"

    def handle_comment(self, data):
        self.bad.append("comment")

    def handle_data(self, data):
        self.text += data


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def look_at(command, form, text):
    def tell(what, good):
        check(f"{command} -f {form}: {what}", good)

    tell("a control or direction character", not odd.search(text.replace("\r\n", "\n")) or form in ("json", "ndjson"))
    if form in ("json", "ndjson"):
        for part in [text] if form == "json" else text.splitlines():
            json.loads(part)
    elif form == "html":
        page = Elements()
        page.feed(text)
        tell(f"elements {page.bad}", not page.bad)
        tell("the texts are not there", "Q<script>alert(1)</script>Z" in page.text)
    elif form == "csv":
        rows = list(csv.reader(io.StringIO(text)))
        tell("rows of different lengths", len({len(row) for row in rows}) == 1)
        begun = [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell[1:] and not re.fullmatch(r"-?[\d.]+", cell)]
        tell(f"a formula: {begun[:2]}", not begun)
    elif form == "ics":
        tell("a line is too long", max(len(line.encode()) for line in text.split("\r\n")) <= 75)
        lines = unfolded(text)
        tell("an event of the texts' own", lines.count("BEGIN:VEVENT") == sum(line.startswith("UID:") for line in lines))
        tell("a line that is no property", all(re.match(r"[A-Z-]+[:;]", line) for line in lines if line))
        tell("a separator that is not escaped", not [line for line in lines if line.startswith("SUMMARY:") and
                                                       re.search(r"(?<!\\)(\\\\)*[;,]", line[8:])])
    elif form == "markdown":
        for region in regions(text):
            left = re.sub(r"\\[!-/:-@\[-`{-~]|&(lt|gt|amp|#\d+);|<br>", "", region)
            tell(f"markup in {region!r}", not re.search(r"[<*`|\[\]]|(?<!\w)_|_(?!\w)", left))
    elif form in ("dingtalk", "feishu", "wecom", "slack"):
        body = json.loads(text)
        tell("it calls somebody", not re.search(r'"(isAtAll|atMobiles|mentioned_list|mentioned_mobile_list)": *(true|\[")', text))
        strings = []

        def walk(value):
            if isinstance(value, str):
                strings.append(value)
            for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
                walk(one)
        walk(body)
        for string in strings:
            tell(f"a mention in {string[:60]!r}", not re.search("<!|<@|<at", string))  # a bare @all calls nobody


with tempfile.TemporaryDirectory() as folder:
    team = pathlib.Path(folder) / "team"
    shutil.copytree(source / "examples/minimal", team)
    quoted = lambda text: json.dumps(text, ensure_ascii=True)
    people = "".join(f"  - {{id: p{n}, name: {quoted(one)}, phone: {quoted(one)}}}\n"
                     for n, one in enumerate(marked) if "\n" not in one)
    (team / "roster.yaml").write_text("people:\n  - {id: a.b-c_d, name: Q, position: \"=1+1\"}\n" + people, encoding="utf-8")
    (team / "meetings").joinpath("odd.yaml").write_text(
        f"name: {quoted(marked[0])}\nwhen: {{every: workday, start: \"09:00\", minutes: 60}}\nattend: all\nplace: {quoted(marked[11 - 8])}\n"
        "roles:\n  host: {who: all}\nagenda:\n"
        + "".join(f"  - {{item: {quoted(text)}, minutes: 1}}\n" for text in marked[:30] if "\n" not in text)
        + "  - {item: news, minutes: 1, show: announcements}\n  - {item: late, minutes: 1, show: overdue}\n", encoding="utf-8")
    (team / "log/2026-11").mkdir(parents=True)
    with open(team / "log/2026-11/2026-11-27.yaml", "w", encoding="utf-8") as log:
        for n, text in enumerate(marked):
            log.write(f"- action: {{id: a{n}, who: p{n % 3}, text: {quoted(text)}, due: 2026-11-30}}\n")
            log.write(f"- announce: {{text: {quoted(text)}, until: 2026-12-01}}\n- praise: {{who: p{n % 3}, for: {quoted(text)}}}\n")
        log.write("- note:\n    text: |\n      Qone\n      BEGIN:VEVENT\n      twoZ\n")
    call = [teamctl, "-C", team, "--today", "2026-11-30T08:30"]
    told = subprocess.run([*call, "check"], capture_output=True, text=True)
    check("the team is refused:\n" + told.stdout[:1500], told.returncode == 0)
    chat = ["dingtalk", "feishu", "wecom", "slack"]
    for command, forms in [("agenda", ["text", "markdown", "html", "json", *chat]),
                           ("due", ["text", "markdown", "html", "json", "csv", "ics", *chat]),
                           ("records", ["text", "markdown", "html", "json", "csv"]), ("schedule 2026-12", ["text", "markdown", "html", "json", "csv", *chat]), ("roster", ["text", "markdown", "json"]),
                           ("summary", ["text", "markdown", "html", "json", "csv", *chat]),
                           ("calendar 2026-11", ["text", "markdown", "html", "json", "csv", "ics"]),
                           ("export records", ["csv", "ndjson"]), ("export roster", ["csv", "ndjson"])]:
        for form in forms:
            for lang in ("zh", "en"):
                done = subprocess.run([*call, *command.split(), "-f", form, "--lang", lang], capture_output=True)
                check(f"{command} -f {form}: exit {done.returncode} {done.stderr[:300]}", done.returncode in (0, 1))
                look_at(command, form, done.stdout.decode())
    for text in ("Q\x1b[31mZ", "Q\u202egnp.exeZ", "Q\u2028Z"):  # such are refused, and told of without being written
        for written in (json.dumps(text), f'"{text}"'):
            (team / "log/2026-11/2026-11-28.yaml").write_text(f"- note: {{text: {written}}}\n", encoding="utf-8")
            for form in ("text", "json"):
                done = subprocess.run([*call, "check", "-f", form], capture_output=True, text=True)
                check(f"check took {text!r}", done.returncode == 1)
                check(f"check -f {form} writes {text!r}", not odd.search(done.stdout + done.stderr))
    (team / "log/2026-11/2026-11-28.yaml").unlink()
    rows = json.loads(subprocess.run([*call, "due", "-f", "json"], capture_output=True, text=True, check=True).stdout)
    texts = {item["what"] for item in rows["items"]} if "items" in rows else set()
    check(f"JSON lacks {[text for text in marked if text not in texts][:3]}", texts.issuperset(marked))
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
