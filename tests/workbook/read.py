#!/usr/bin/python3
"""Workbooks as another reader sees them: figures equal those of -f json, dates, money and shares are such, heads stay in
sight, the same input makes the same bytes, and import reads what export makes.
usage: read.py TEAMCTL EXAMPLES. Code 77 where openpyxl is not there."""
import datetime
import json
import os
import pathlib
import pty
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    sys.exit(77)

teamctl, examples = sys.argv[1], pathlib.Path(sys.argv[2])
work = pathlib.Path(tempfile.mkdtemp())
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def run(team, *words):
    done = subprocess.run([teamctl, "-C", team, "--today", "2026-11-30", *words], capture_output=True, check=False)
    expect(not done.stderr, f"{team} {words}: {done.stderr.decode()}")
    return done.stdout


def book(team, *words):
    data = run(team, *words, "-f", "xlsx", "-o", "-")
    expect(data == run(team, *words, "-f", "xlsx"), f"{words}: other bytes the second time")
    path = work / "book.xlsx"
    path.write_bytes(data)
    return openpyxl.load_workbook(path)


def rows_of(sheet):
    """The rows below the first head of a table whose columns are `names`, as dictionaries."""
    rows = list(sheet.iter_rows(values_only=True))
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def cells(workbook):
    return [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value is not None]


def look_at_sheets(made, what):
    """What LibreOffice and Excel would cut off: figures too wide for their column, drawings outside of the print area, lines
    of a day that its row has no room for."""
    for sheet in made:
        area = sheet.print_area if isinstance(sheet.print_area, str) else sheet.print_area[0]
        area = openpyxl.utils.range_boundaries(area.replace("$", "").split("!")[-1])
        for drawing in sheet._charts:
            begin = drawing.anchor._from.col
            wide = sum(sheet.column_dimensions[openpyxl.utils.get_column_letter(c)].width
                       for c in range(begin + 1, area[2] + 1))
            expect(wide >= 60, f"{what}: {sheet.title}: a drawing of which {wide} columns are printed")
        for row in sheet.iter_rows():
            for cell in row:
                width = sheet.column_dimensions[cell.column_letter].width
                if isinstance(cell.value, (int, float)) and cell.number_format == "#,##0.00":
                    expect(len(f"{cell.value:,.2f}") + 1 <= width, f"{what}: {sheet.title}: {cell.value} in {width}")
                if isinstance(cell.value, str) and "\n" in cell.value and cell.alignment.wrap_text:
                    height = sheet.row_dimensions[cell.row].height or 0
                    lines = cell.value.count("\n") + 1
                    expect(height >= min(15 * lines, 400), f"{what}: {sheet.title}: {lines} lines in {height} points")


for name in ("sales", "sales-en", "helpdesk-en", "bank", "minimal-en"):
    team = str(work / name)
    shutil.copytree(examples / name, team)
    zh = not name.endswith("-en")
    data = "数据" if zh else "Data"

    plan = json.loads(run(team, "schedule", "2026-12", "-f", "json"))
    made = book(team, "schedule", "2026-12")
    slots = [(s["date"], s["series"], s["role"], s["place"], s["who"]) for s in plan["slots"]]
    told = [(str(r["date"])[:10], r["series"], r["role"], r["place"], r["who"]) for r in rows_of(made[data])]
    expect(slots == told, f"{name}: slots of the workbook differ")
    expect(all(isinstance(r["date"], datetime.datetime) for r in rows_of(made[data])), f"{name}: dates are texts")
    expect(made[data].freeze_panes == "A2", f"{name}: the head of the rows does not stay")
    grids = [s for s in made if [c.value for c in s[1]][:1] in (["周一"], ["Mon"])]
    expect(len(grids) == 1, f"{name}: no month as a calendar")
    expect(all(s.print_area for s in made), f"{name}: a sheet without a print area")
    look_at_sheets(made, f"{name} schedule")

    summary = json.loads(run(team, "summary", "2026-11", "-f", "json"))
    made = book(team, "summary", "2026-11")
    look_at_sheets(made, f"{name} summary")
    for row in rows_of(made[data]):
        person = [p for p in summary["people"] if p["who"] == row.get("who")]
        for key, value in (person[0]["metrics"] if person else {}).items():
            shown = row.get(key)
            if key in row and value is not None:
                expect(isinstance(shown, (int, float)) and abs(float(shown) - float(value)) < 1e-6,
                       f"{name}: {row['who']} {key}: {shown} is not {value}")
    formats = {cell.number_format for cell in cells(made)}
    expect(any("%" in f for f in formats) or name.startswith("minimal"), f"{name}: no share in the summary")

    for words in (("standings", "2026-11"), ("due",), ("calendar", "2026-12"), ("roster",), ("export", "customers"),
                  ("records", "deal", "2026-11")):
        expect(cells(book(team, *words)) or name.startswith(("minimal", "helpdesk", "bank")), f"{name} {words}: empty")

    # What was exported is read again: nobody new, nobody missing.
    path = work / "people.xlsx"
    run(team, "export", "roster", "-o", str(path))
    ids = [r["id"] for r in rows_of(openpyxl.load_workbook(path).active)]
    expect(len(ids) == len(set(ids)) > 0, f"{name}: the roster exported")
    fresh = work / ("fresh-" + name)
    subprocess.run([teamctl, "init", "-q", fresh, "--template", "minimal", "--people", "Yy,Zz"], check=True)
    for source in (path, work / "roster.xlsx"):
        run(team, "roster", "-o", str(work / "roster.xlsx"))
        read = subprocess.run([teamctl, "-C", fresh, "import", "roster", source, "-f", "json"], capture_output=True,
                              check=False)
        expect(all(i in read.stdout.decode() for i in ids), f"{name}: import of {source.name}: {read.stderr.decode()}")

# Nothing of it is poured over a terminal.
main, side = pty.openpty()
refused = subprocess.run([teamctl, "-C", work / "sales-en", "standings", "2026-11", "-f", "xlsx"], stdout=side,
                         stderr=subprocess.PIPE, check=False)
expect(refused.returncode == 2 and b"-o standings.xlsx" in refused.stderr, f"a terminal: {refused}")
os.close(side)
os.close(main)

shutil.rmtree(work)
for fault in faults:
    print(fault)
sys.exit(1 if faults else 0)
