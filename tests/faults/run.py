#!/usr/bin/env python3
"""Faults: every system call of every writing command is made to fail, and the program is killed at every one, in turn (by
strace). Each time the files must be the old or the new ones, whole; the exit code must say which; and after the next run no
temporary file may be left.

usage: run.py [--all] [COMMAND...]

--all: every call from the first instruction on; else those behind the opening of the team, and of many alike (looking only,
or one file after the other) only some. A command is a row of COMMANDS below. TEAMCTL names another binary.
"""
import dataclasses
import os
import pathlib
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
BINARY = os.path.abspath(os.environ.get("TEAMCTL", HERE / "../../build/src/teamctl"))
TODAY = "2026-11-24T09:00"
KILLED, CRASHED = 128 + signal.SIGKILL, 128 + signal.SIGSEGV


@dataclasses.dataclass
class Command:
    run: str                # the words behind `teamctl`, run in the directory that holds `team`
    before: tuple = ()      # what it needs: further commands, or functions of that directory
    typed: bytes = b""      # standard input
    next: str = None        # the next command, that cleans up, if it is not `check`
    writer: str = None      # what writes again, if to run it once more does not
    alike: bool = False     # one file after the other: some of the calls stand for all
    one_by_one: bool = False  # files that are not written as one: to run it again makes up for what is missing
    keep_close: bool = False  # no close fails: a pipe that stays open never ends


def holds(path, text):
    """A step that writes a file."""
    def write(work):
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text(text, encoding="utf-8")
    return write


def shell(script):
    """A step of a shell."""
    return lambda work: subprocess.run(["sh", "-ec", script], cwd=work, check=True)


RECORD = "log note text=first"
PLAN = "schedule 2026-12 --write"
HOLED_PLAN = (PLAN, shell("sed -i -e 3,9d team/plans/2026-12.yaml"))
LEAVE = holds("team/leave/2026.yaml", "- {who: lisi, from: 2026-12-01, kind: sick}\n")
OLD_DAY = holds("team/log/2026-10/2026-10-05.yaml", "- note: {text: 旧}\n")
OLDER_DAY = holds("team/log/2026-09/2026-09-05.yaml", "- note: {text: 更旧}\n")
WEEKLY = ("BEGIN:VEVENT\r\nUID:{0}\r\nSUMMARY:Talk {0}\r\nDTSTART:202611{0}T090000\r\nDTEND:202611{0}T093000\r\n"
          "RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n")
TWO_MEETINGS = holds("two.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + WEEKLY.format("02") + WEEKLY.format("03") +
                     "END:VCALENDAR\r\n")
NEW_YEAR = holds("2027.json", '{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}\n')
ABSENT = holds("leave.csv", "who,kind,from,to\n张三,年假,2026-12-07,2026-12-08\n")
INIT = "init --template minimal --lang en"
HOOK = "hook install"
SITE = "site team/site 2026-11"
PAGE = "agenda -f html -o team/agenda.html"
SIDES = tuple(holds("team/" + name, "- note: {text: a}\n" + more) for name, more in
              [("base", ""), ("ours", "- note: {text: b}\n"), ("theirs", "- note: {text: c}\n")])

USUAL = "log log_first log_edit schedule_again schedule_months swap close_months merge_driver output_again rename".split()
COMMANDS = {
    "log": Command("log note 'text=说：一行，\"引号\" 和 # 号'", (RECORD,)),
    "log_first": Command("log praise who=zhangsan for=new"),
    "log_edit": Command("log note --edit", (holds("editor", 'printf "note:\\n  text: typed\\n" > "$1"\n'),)),
    "schedule_again": Command(PLAN, HOLED_PLAN),
    # Several files that are written as one: a killed one is finished, or never was.
    "schedule_months": Command("schedule 2026-12..2027-02 --write", HOLED_PLAN, alike=True),
    "swap": Command("swap 2026-12-03 morning host lisi", (PLAN,)),
    "close_months": Command("close 2026-09..2026-10", (OLDER_DAY, OLD_DAY), alike=True),
    "merge_driver": Command("merge-driver team/base team/ours team/theirs", SIDES),
    "output_again": Command(PAGE, (holds("team/agenda.html", "the old page\n"),)),
    # The roster, a plan, leave, records and a closing: many files that are written as one.
    "rename": Command("rename person lisi liss --write",
                      (LEAVE, OLD_DAY, "log praise who=lisi for=x --date 2026-10-07", "close 2026-10", PLAN), alike=True),
    # Once there is nothing to undo, it is the next record that writes a note.
    "log_undo": Command("log --undo --yes", (RECORD,), writer=RECORD),
    "log_lines": Command("log -", typed=b"note one\npraise who=zhangsan for=new\n"),
    "import": Command("import assets pumps.csv --write", (holds("pumps.csv", "id,name\nA-1,Pump\n"),)),
    # Two meetings of one calendar: two files, written as one.
    "import_several": Command("import ics two.ics --write", (TWO_MEETINGS,), alike=True),
    "import_holidays": Command("import holidays 2027.json --write", (NEW_YEAR,)),
    "import_leave": Command("import leave leave.csv --write", (ABSENT,)),
    "leave": Command("leave zhangsan annual 2026-12-31 2027-01-02", (LEAVE,)),
    "roster_add": Command("roster add 王五 joined=2026-12-01"),
    "roster_change": Command("roster change zhangsan from=2026-12-01 works=mon,tue"),
    "roster_leaves": Command("roster leaves lisi 2026-12-31"),
    # A file that gets another name, and those that name it.
    "rename_series": Command("rename series morning early --write", (PLAN, OLD_DAY, "close 2026-10")),
    "rename_role": Command("rename role host chair --write", (PLAN, OLD_DAY, "close 2026-10")),
    "schedule": Command(PLAN),
    "close": Command("close 2026-10", (OLD_DAY,)),
    # There is no team yet that the next command could speak of.
    "init": Command(INIT, (shell("rm -r team; mkdir team"),), next=INIT, alike=True),
    "hook": Command(HOOK, (shell("git init -q team"),), next=HOOK, alike=True, one_by_one=True, keep_close=True),
    "output": Command(PAGE),
    "edit": Command("edit roster", (holds("editor", 'sed -i -e "s/张三/张叁/" "$1"\n'),)),
    "edit_new": Command("edit log", (holds("editor", 'echo "- note: {text: typed}" > "$1"\n'),)),
    "site": Command(SITE, next=SITE, alike=True, one_by_one=True),
    "site_again": Command(SITE, ("site team/site 2026-10..2026-11", RECORD), next=SITE, alike=True,
                          one_by_one=True),
}

# The errors that calls may fail with; EIO for all others. A close that fails closes all the same, a break that stays answers
# with the old one: strace can imitate neither. A child is there; a futex only fails where the program is wrong.
ERRORS = {name: errors.split() for names, errors in {
    "write pwrite64": "EIO ENOSPC EINTR", "openat": "EIO ENOSPC EMFILE", "rename mkdir ftruncate fsync": "EIO ENOSPC",
    "close read": "EIO EINTR", "flock": "EINTR ENOLCK", "mmap mprotect munmap": "ENOMEM",
    "wait4 brk futex exit_group execve rt_sigreturn arch_prctl set_tid_address getpid": "",
}.items() for name in names.split()}


def strace_can(options):
    return subprocess.run(["strace", *options, "-o", "/dev/null", "true"], capture_output=True, check=False).returncode == 0


def copy(old, new):
    shutil.rmtree(new, ignore_errors=True)
    shutil.copytree(old, new, copy_function=shutil.copy)


def whole(team):
    """All that lies there, but what the lock says, which no one reads: path, and of files mode and bytes."""
    return frozenset((str(path.relative_to(team)), path.is_file() and (
        path.stat().st_mode & 0o111, b"" if path.name == ".teamctl.lock" else path.read_bytes())) for path in team.rglob("*"))


def files_of(team):
    """What counts of it: without temporary files and the notes, what git has of its own (but its settings and hooks are what a
    command may write), and folders made for a file that then did not come."""
    return {path: held for path, held in whole(team)
            if held and not re.search(r"^\.state/|^\.git/[^ch]|(^|/)\.teamctl\.[^/]*$", path)}


def passing(team, pattern):
    """Whether a file or folder with such a name lies there, git's own aside."""
    return any(re.match(pattern, os.path.basename(path)) for path, _ in whole(team) if not path.startswith(".git/"))


class Trial:
    """One command and what comes of its faults."""

    def __init__(self, name, work, every):
        self.name, self.work, self.every, self.command = name, work, every, COMMANDS[name]
        self.team, self.old = work / "team", work / "old"
        self.faults = self.failed = 0
        self.fault, self.said, self.known, self.filtered = "", "", {}, []

    def teamctl(self, words, prefix=()):
        """The exit code as a shell has it; what was said is kept."""
        environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "EDITOR": f"sh {self.work}/editor",
                       "TMPDIR": f"{self.work}/tmp", "XDG_STATE_HOME": f"{self.team}/.state"}
        with subprocess.Popen([*prefix, BINARY, "-C", "team", "--today", TODAY, *shlex.split(words)], cwd=self.work,
                              env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              start_new_session=True) as child:
            try:
                typed = self.command.typed if words == self.command.run else b""
                self.said = child.communicate(typed, timeout=60)[0].decode(errors="replace")
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                self.said = "it did not end within 60 s\n"
                return 124
        return child.returncode if child.returncode >= 0 else 128 - child.returncode

    def prepare(self):
        """The files before and after, and the calls between."""
        shutil.copytree(HERE / "../../examples/minimal", self.team, copy_function=shutil.copy)
        (self.work / "tmp").mkdir()
        for step in self.command.before:
            if callable(step):
                step(self.work)
            elif self.teamctl(step) != 0:
                sys.exit(f"run.py: {self.name}: {step}\n{self.said}")
        copy(self.team, self.old)
        self.good = self.teamctl(self.command.run, ["strace", "-o", "trace"])
        self.old_files, self.new_files = files_of(self.old), files_of(self.team)
        if self.good > 1 or self.old_files == self.new_files:
            sys.exit(f"run.py: {self.name}: exit {self.good}, or nothing is changed\n{self.said}")
        return self.calls((self.work / "trace").read_text(encoding="utf-8", errors="replace"))

    def calls(self, trace):
        """Name and how manieth of this name: the team is opened where its settings are first looked at. Without --all, of
        calls of one name that only look, the first and every sixteenth stand for all."""
        chosen, nth, seen, opened, writes = [], {}, {}, False, False
        for line, name in re.findall(r"^(([a-z0-9_]+)\(.*)", trace, re.MULTILINE):
            nth[name] = nth.get(name, 0) + 1
            opened = opened or re.search("/teamctl.yaml|^openat.*team/base", line)
            writes = writes or re.search(r"^openat.*\.teamctl\.", line)
            if name in ("exit_group", "execve") or not (self.every or opened):
                continue
            if not self.every and (not writes or self.command.alike):
                seen[name] = seen.get(name, 0) + 1
                if seen[name] > 1 and seen[name] % 16:
                    continue
            chosen.append((name, nth[name]))
        # To stop at no other calls is faster, but strace then follows children, whose calls are not meant, and cannot kill.
        if not {"clone", "clone3", "fork", "vfork"} & nth.keys() and strace_can(["--seccomp-bpf", "-f"]):
            self.filtered = ["--seccomp-bpf", "-f"]
        return chosen

    def attempt(self, call, nth, how):
        kills = how == "signal=KILL"
        self.fault = f"{call} number {nth} {'killed' if kills else how.replace('error=', 'fails with ')}"
        copy(self.old, self.team)
        code = self.teamctl(self.command.run, ["strace", *([] if kills else self.filtered), "-o", "/dev/null", "-e",
                                               "trace=" + call, "-e", f"inject={call}:{how}:when={nth}"])
        self.faults += 1
        # How often the heap grows and chance is asked is not the same in each run: a letter of an id is drawn until one fits.
        if kills and code != KILLED and call not in ("brk", "getrandom"):
            self.complain(f"exit {code}: it was not killed")
        self.judge(code)

    def complain(self, problem):
        self.failed += 1
        print(f"FAILED: {self.name}, {self.fault}: {problem}")
        print("".join(f"    {line}\n" for line in self.said.splitlines()[:5]), end="", flush=True)

    def judge(self, code):
        """What came of a run: the old or the new files, and the code says which. The same directory is looked at once."""
        state = (code == KILLED, whole(self.team))
        if state not in self.known:
            self.known[state] = self.look(code == KILLED)
        which, problems = self.known[state]
        if which not in ("old", "new"):
            self.complain(f"exit {code}, and the files are neither the old nor the new ones: {which}")
        elif not self.is_true(which, code):
            self.complain(f"exit {code}, and the files are the {which} ones")
        for problem in problems:
            self.complain(problem)

    def look(self, killed):
        """Which files there are, and what is wrong with the directory after the next command."""
        now = files_of(self.team)
        problems = self.afterwards()
        # What was killed among several files is finished or undone by the next command.
        if killed or (self.command.one_by_one and now != self.old_files):
            now = files_of(self.team)
        which = "old" if now == self.old_files else "new" if now == self.new_files else ", ".join(
            name for name in sorted(now.keys() | self.new_files) if now.get(name) != self.new_files.get(name))
        if passing(self.team, r"\.teamctl\.[tj]"):
            problems.append("a temporary file stays")
        # Those of -o are known to the next writer in their folder alone.
        if passing(self.team, r"\.teamctl\.out\."):
            self.teamctl(self.command.writer or self.command.run)
            if passing(self.team, r"\.teamctl\.out\."):
                problems.append("a temporary file of -o stays")
        return which, problems

    def is_true(self, which, code):
        if code == KILLED or (self.command.one_by_one and code in (4, 2)):
            return True
        if which == "new":
            return code == self.good
        # The loader could not start the program: it says so, or without memory crashes before there is a program.
        crashed = code == CRASHED and self.fault.startswith("mmap number 1 ")
        return code == 4 or (self.every and (code == 127 or crashed))

    def afterwards(self):
        """The next run with the same directory in hand cleans up, and finds nothing wrong."""
        code = self.teamctl(self.command.next or "check")
        return [f"check afterwards: exit {code}: {self.said}"] if not self.command.next and (code != 0 or self.said) else []


def try_command(name, every):
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as work:
        trial = Trial(name, pathlib.Path(work).resolve(), every)
        calls = trial.prepare()
        for call, nth in calls:
            trial.attempt(call, nth, "signal=KILL")
            for error in [] if call == "close" and trial.command.keep_close else ERRORS.get(call, ["EIO"]):
                trial.attempt(call, nth, "error=" + error)
        print(f"{name}: {len(calls)} system calls, {trial.faults} faults", flush=True)
        return trial.faults, trial.failed


def main():
    every = sys.argv[1:2] == ["--all"]
    names = sys.argv[1 + every:] or (COMMANDS if every else USUAL)
    if not os.access(BINARY, os.X_OK):
        sys.exit(f"run.py: no program at {BINARY}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    if shutil.which("strace") is None or not strace_can([]):
        print("SKIPPED: strace is missing or not allowed here; nothing is known about faults", file=sys.stderr)
        sys.exit(77)
    faults, failed = (sum(column) for column in zip(*[try_command(name, every) for name in names]))
    print(f"{faults} faults, {failed} failed")
    sys.exit(1 if failed else 0)


main()
