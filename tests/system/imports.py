#!/usr/bin/env python3
"""Random damage to files that `import` takes: whatever it then writes, `check` has nothing against the team, and where it
writes nothing the directory is as it was.

usage: imports.py TEAMCTL SOURCE_DIR [COUNT [SEED]]"""
import hashlib
import io
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

teamctl = pathlib.Path(sys.argv[1]).resolve()
root = pathlib.Path(sys.argv[2]).resolve()
count = int(sys.argv[3]) if len(sys.argv) > 3 else 200
rng = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 14)

CALENDAR = '''BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:我们的时区
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:1
SUMMARY:Sales call - 副本
DTSTART;TZID=China Standard Time:20261102T140000
DTEND;TZID=China Standard Time:20261102T150000
RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20271231T000000Z
EXDATE;TZID=China Standard Time:20261109T140000
RDATE;TZID=China Standard Time:20261111T140000
ATTENDEE;CN=Ann:mailto:ann@example.org
END:VEVENT
BEGIN:VEVENT
UID:1
RECURRENCE-ID;TZID=China Standard Time:20261116T140000
SUMMARY:Sales call
DTSTART;TZID=China Standard Time:20261117T150000
DURATION:PT30M
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:家庭日
DTSTART;VALUE=DATE:20261224
DTEND;VALUE=DATE:20261227
RRULE:FREQ=MONTHLY;COUNT=3
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:Wellington
DESCRIPTION:Notes\\nof several: lines # and signs
LOCATION:"Room" {1}
DTSTART;TZID=/x/Pacific/Auckland:20261104T090000
DTEND;TZID=/x/Pacific/Auckland:20261104T100000
RRULE:FREQ=MONTHLY;BYDAY=1WE
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2TU
EXRULE:FREQ=MONTHLY;BYDAY=3WE;COUNT=4
END:VEVENT
BEGIN:VEVENT
UID:4
SUMMARY:Conference
DTSTART;TZID=我们的时区:20261104T233000
DTEND;TZID=我们的时区:20261106T170000
END:VEVENT
END:VCALENDAR
'''
HOLIDAYS = '''{"year": 2027, "days": [
 {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
 {"name": "春节", "date": "2027-02-05", "isOffDay": true},
 {"name": "春节", "date": "2027-02-06", "isOffDay": true},
 {"name": "春节", "date": "2027-02-20", "isOffDay": false}
]}
'''
SEEDS = [
    ('ics', 'ics', CALENDAR.encode()), ('ics', 'ics', CALENDAR.replace('\n', '\r\n').encode()),
    ('holidays', 'json', HOLIDAYS.encode()),
    ('holidays', 'ics', CALENDAR.replace('家庭日', '元旦(休)').encode()),
    ('assets', 'csv', '资产编号,名称,类别,数量,启用日期,责任人,备注\nA-1,水泵,给排水,2台,2026/3/5,王丽,"a, ""b"""\n,风机,,1,2026-03-06,,\n'
     .encode('gb18030')),
    ('roster', 'csv', '姓名,部门,入职日期,生日,技能,电话\n周星,业务一组,2026/11/2,05-12,"host,lecturer",138\n王丽,,,,,\n'.encode()),
    ('attendance', 'csv', '姓名,日期,签到,签退,考勤结果\n王丽,2026-12-01 星期二,08:55,18:00,正常\n张伟,2026-12-01,09:12,,迟到\n'
     '许婷,2026-12-01,,,事假\n李强,26-12-02 星期三,,,旷工\n'.encode()),
    ('customers', 'csv', '客户名称,电话,业务员,下次联系,登记日期,需求\n铁路物资,138,王丽,2026-12-10,2026-11-20,整箱\n王先生,139,张伟,,,\n'.encode()),
    ('leave', 'csv', '姓名,开始,结束,类型,半天\n王丽,2026-12-21,2026-12-22,年假,\n张伟,2026-12-23,,事假,上午\n'.encode()),
] + [('attendance', 'xlsx', (root / 'tests/data/attendance' / name).read_bytes())
     for name in ('dingtalk-monthly.xlsx', 'machine.xlsx')]
WORDS = ['2026-13-45', '0001', '99999999', 'x: [', '{', '}', '"', "'", '#', '- ', '~', 'null', 'no', '&a', '*a', '!t', '|', '王丽',
         '\u202e', '\u200b', '\ufeff', '\x00', '\x1b', '\t', '..', '.hidden', '冲突副本', 'TZID=', 'FREQ=SECONDLY', 'COUNT=0',
         'INTERVAL=9999', 'UNTIL=99991231', '-08:00', 'END:VEVENT', 'BEGIN:VEVENT', '29991231T235959', 'true', '1e9', 'all', 'morning']


def damaged(data):
    data = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        at = rng.randrange(len(data) + 1)
        what = rng.randrange(5)
        if what == 0 and data:
            data[at - 1] = rng.randrange(256)
        elif what == 1:
            data[at:at] = rng.choice(WORDS).encode('utf-8', 'surrogatepass')
        elif what == 2:
            del data[at:at + rng.randrange(1, 40)]
        else:
            lines = bytes(data).split(b'\n')
            i, j = rng.randrange(len(lines)), rng.randrange(len(lines))
            if what == 3:
                lines.insert(i, lines[j])
            else:
                lines[i], lines[j] = lines[j], lines[i]
            data = bytearray(b'\n'.join(lines))
    return bytes(data)


def damaged_workbook(data):
    """Half the time the archive itself, else a part of it."""
    if rng.random() < 0.5:
        return damaged(data)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        broken = rng.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, damaged(part) if name == broken else part)
    return out.getvalue()


def digest(team):
    total = hashlib.sha256()
    for path in sorted(team.rglob('*')):
        if path.is_file() and path.name != '.teamctl.lock':
            total.update(str(path.relative_to(team)).encode() + b'\0' + path.read_bytes())
    return total.hexdigest()


def run(team, *words):
    return subprocess.run([teamctl, '-C', team, '--today', '2026-11-30', *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=60)


failed = 0
written = 0
with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    shutil.copytree(root / 'examples/sales', work / 'fresh')
    before = run(work / 'fresh', 'check').returncode
    (work / 'fresh/.teamctl.lock').unlink(missing_ok=True)
    plain = digest(work / 'fresh')
    for number in range(count):
        importer, ending, seed = rng.choice(SEEDS)
        data = seed if number < len(SEEDS) else damaged_workbook(seed) if ending == 'xlsx' else damaged(seed)
        if number < len(SEEDS):
            importer, ending, data = SEEDS[number]
        team = work / 'team'
        if not team.exists():
            shutil.copytree(work / 'fresh', team)
        file = work / f'foreign.{ending}'
        file.write_bytes(data)
        made = run(team, 'import', importer, file, '--write', '--meeting', 'morning', '--leave')
        changed = digest(team) != plain
        problem = None
        if made.returncode not in (0, 1, 2, 3):
            problem = f'exit {made.returncode}'
        elif made.returncode > 1 and changed:
            problem = f'exit {made.returncode}, and the team is another'
        elif changed:
            written += 1
            checked = run(team, 'check')
            if checked.returncode != before:
                problem = 'check: ' + checked.stdout.decode(errors='replace')
        if problem:
            failed += 1
            kept = pathlib.Path(tempfile.gettempdir()) / f'import-{os.getpid()}-{number}.{ending}'
            kept.write_bytes(data)
            print(f'{importer} {kept}: {problem}\n{made.stdout.decode(errors="replace")[-600:]}')
        if changed:
            shutil.rmtree(team)
print(f'{count} files, {written} taken in, {failed} failed')
sys.exit(1 if failed or not written else 0)
