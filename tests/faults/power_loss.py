#!/usr/bin/env python3
"""Power loss: what was not synced when the power failed is lost, cut short, or there before what was written earlier.

usage: power_loss.py TEAMCTL EXAMPLES [--all] [COMMAND...]

The system calls of a command (by strace) are put into a model of a disk: the contents of a file are only safe after an
fsync of it, and names (made, renamed, removed) only after an fsync of a folder that holds them; a rename is one step.
After each call the power fails: every choice of the names that were not safe, with every file that was not safe empty,
half, full of zeros or whole, is made a directory, and the next command opens it. The files must then be the old or the new
ones, `check` silent and nothing left over; after a command that has ended, the new ones. Without --all a sample.
"""
import itertools
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

TODAY = "2026-11-24T09:00"
CALLS = "openat,write,pwrite64,ftruncate,rename,renameat,renameat2,unlink,unlinkat,link,linkat,mkdir,mkdirat,fsync,fdatasync"
COMMANDS = {
    "log_first": ([], ["log", "note", "text=一行"]),
    "log": ([["log", "note", "text=先"]], ["log", "praise", "who=lisi", "for=后"]),
    "schedule": ([], ["schedule", "2026-12", "--write"]),
    "schedule_again": ([["schedule", "2026-12", "--write"], ["cut", "plans/2026-12.yaml"]], ["schedule", "2026-12", "--write"]),
    "schedule_months": ([["schedule", "2026-12", "--write"], ["cut", "plans/2026-12.yaml"]],
                        ["schedule", "2026-12..2027-02", "--write"]),
    "close": ([["log", "note", "text=旧", "--date", "2026-09-07"], ["log", "note", "text=旧", "--date", "2026-10-08"]],
              ["close", "2026-09..2026-10"]),
    "rename": ([["schedule", "2026-12", "--write"], ["log", "praise", "who=lisi", "for=先"]],
               ["rename", "person", "lisi", "liss", "--write"]),
}


def run(binary, root, *words, prefix=()):
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "XDG_STATE_HOME": str(root.parent / "state")}
    return subprocess.run([*prefix, binary, "-C", str(root), "--today", TODAY, *words], env=env, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, check=False)


def tree(root):
    """The files, but for what is the program's own."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*"))
            if path.is_file() and not path.name.startswith(".teamctl.")}


class Disk:
    """Names and files as the calls made them; what of it was synced."""

    def __init__(self, root):
        self.root = root
        self.names = {}      # path -> inode of what was there before
        self.files = {}      # inode -> [what is safe, what is there]
        self.folders = {""}
        self.steps = []      # names: (kind, path, other path or inode, safe)
        for path in root.rglob("*"):
            name = str(path.relative_to(root))
            if path.is_dir():
                self.folders.add(name)
            else:
                self.names[name] = self.new(path.read_bytes(), path.read_bytes())
        self.before = dict(self.names)
        self.folders_before = set(self.folders)

    def new(self, safe, now):
        self.files[len(self.files)] = [safe, now]
        return len(self.files) - 1

    def inside(self, path):
        path = os.path.normpath(path)
        root = str(self.root)
        return os.path.relpath(path, root) if path.startswith(root + "/") else "" if path == root else None

    def step(self, kind, path, other=None):
        self.steps.append([kind, path, other, False])

    def sync(self, path):
        if path in self.folders:
            for step in self.steps:
                ends = {os.path.dirname(step[1])} | ({os.path.dirname(step[2])} if step[0] == "rename" else set())
                step[3] = step[3] or path in ends
        elif path in self.names:
            self.files[self.names[path]][0] = self.files[self.names[path]][1]

    def take(self, name, args, paths, texts, fd_path):
        """One call that went well; whether it changed anything."""
        if name == "openat":
            path = self.inside(paths[0])
            if path is None or "O_CREAT" not in args or path in self.names:
                return False
            self.names[path] = self.new(b"", b"")
            self.step("create", path, self.names[path])
        elif name in ("rename", "renameat", "renameat2"):
            a, b = (self.inside(path) for path in paths)
            if a is None or b is None:
                return False
            self.step("rename", a, b)
            self.names[b] = self.names.pop(a)
        elif name in ("unlink", "unlinkat"):
            path = self.inside(paths[0])
            if path is None:
                return False
            self.step("unlink", path)
            self.names.pop(path, None)
        elif name in ("link", "linkat"):
            a, b = (self.inside(path) for path in paths)
            self.names[b] = self.names[a]
            self.step("create", b, self.names[a])
        elif name in ("mkdir", "mkdirat"):
            path = self.inside(paths[0])
            if path is None:
                return False
            self.step("mkdir", path)
            self.folders.add(path)
        else:
            path = self.inside(fd_path)
            if path is None or (path not in self.names and path not in self.folders):
                return False
            if name in ("fsync", "fdatasync"):
                self.sync(path)
                return True
            file = self.files[self.names[path]]
            if name == "ftruncate":
                file[1] = file[1][:int(args.split(",")[1])]
            elif name == "pwrite64":
                file[1] = texts[0] + file[1][len(texts[0]):]
            else:
                file[1] += texts[0]
        return True

    def outcomes(self, most, rng):
        """The directories that a power loss may leave now, as {path: bytes} with folders."""
        loose = [i for i, step in enumerate(self.steps) if not step[3]]
        dirty = [inode for inode, (safe, now) in self.files.items() if safe != now]
        kept = list(itertools.product([False, True], repeat=len(loose))) if len(loose) <= 9 else \
            [tuple(rng.random() < 0.5 for _ in loose) for _ in range(512)]
        contents = list(itertools.islice(itertools.product(range(4), repeat=len(dirty)), 256))
        both = list(itertools.product(kept, contents))
        if len(both) > most:
            both = [both[0], both[-1]] + rng.sample(both, most - 2)
        for keep, content in both:
            names, folders = dict(self.before), set(self.folders_before)
            lost = {loose[i] for i, here in enumerate(keep) if not here}
            held = dict(names)
            for i, (kind, path, other, _) in enumerate(self.steps):
                source = held.get(path)  # what the program moved, whatever of its name is safe
                if kind == "create":
                    held[path] = other
                elif kind == "rename":
                    held[other] = held.pop(path)
                elif kind == "unlink":
                    held.pop(path, None)
                parent = os.path.dirname(other if kind == "rename" else path)
                if i in lost or parent not in folders:
                    continue
                if kind == "create":
                    names[path] = other
                elif kind == "rename":
                    names.pop(path, None)
                    names[other] = source
                elif kind == "unlink":
                    names.pop(path, None)
                else:
                    folders.add(path)
            choice = dict(zip(dirty, content))
            yield folders, {path: self.content(inode, choice.get(inode, 0)) for path, inode in names.items()}

    def content(self, inode, choice):
        safe, now = self.files[inode]
        return [safe, now, now[:len(now) // 2], bytes(len(now))][choice]


HEX = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
LINE = re.compile(r"^([a-z0-9_]+)\((.*)\)\s+= (-?\d+)")
AT = re.compile(r"^(?:AT_FDCWD|\d+)<(.*?)>")


def plain(text):
    return bytes.fromhex(text.replace("\\x", ""))


def calls_of(trace):
    """(name, arguments, paths, texts, path of the descriptor) of each call that went well, in order."""
    for line in trace.read_text(errors="replace").splitlines():
        found = LINE.match(line)
        if not found or int(found.group(3)) < 0:
            continue
        name, args = found.group(1), found.group(2)
        texts = [plain(text) for text in HEX.findall(args)]
        at = AT.match(args)
        base = at.group(1) if at else ""
        base = plain(base).decode() if base.startswith("\\x") else base
        paths = [text.decode(errors="replace") for text in texts]
        yield name, args, [path if path.startswith("/") else os.path.join(base, path) for path in paths], texts, base


def judge(binary, where, folders, files, old, new, ended):
    """What is wrong after the next command, or nothing."""
    shutil.rmtree(where, ignore_errors=True)
    for folder in sorted(folders):
        (where / folder).mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        (where / path).write_bytes(text)
    done = run(binary, where, "check")
    now = tree(where)
    left = [path.name for path in where.rglob(".teamctl.*") if path.name != ".teamctl.lock"]
    if now != new and (ended or now != old):
        return "the files are " + ("the old ones, and it had ended" if now == old else "neither the old nor the new ones")
    if done.returncode != 0 or done.stdout:
        return f"check afterwards: exit {done.returncode}: {done.stdout.decode()[:300]}"
    return f"left over: {left}" if left else ""


def try_command(binary, examples, base, name, most):
    prepare, words = COMMANDS[name]
    rng = random.Random(name)
    root = base / "team"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(examples / "minimal", root)
    for one in prepare:
        if one[0] == "cut":
            path = root / one[1]
            lines = path.read_text().splitlines(keepends=True)
            path.write_text("".join(lines[:2] + lines[9:]))
        else:
            run(binary, root, *one)
    old = tree(root)
    disk = Disk(root)
    trace = base / "trace"
    done = run(binary, root, *words, prefix=["strace", "-y", "-xx", "-s", "10000000", "-o", str(trace), "-e", "trace=" + CALLS])
    new = tree(root)
    if done.returncode > 1 or new == old:
        sys.exit(f"{name}: exit {done.returncode}: {done.stdout.decode()}")
    moments = [call for call in calls_of(trace)]
    seen, wrong, losses = set(), [], 0
    for number, call in enumerate(moments):
        if not disk.take(*call):
            continue
        for folders, files in disk.outcomes(most, rng):
            key = (frozenset(folders), frozenset(files.items()))
            if key in seen:
                continue
            seen.add(key)
            losses += 1
            problem = judge(binary, base / "after", folders, files, old, new, False)
            if problem:
                wrong.append(f"{name}, after call {number} ({call[0]}): {problem}")
    for folders, files in disk.outcomes(most, rng):
        losses += 1
        problem = judge(binary, base / "after", folders, files, old, new, True)
        if problem:
            wrong.append(f"{name}, after its end: {problem}")
    print(f"{name}: {losses} losses of power, {len(wrong)} wrong", flush=True)
    for problem in wrong[:5]:
        print("   ", problem)
    return losses, len(wrong)


def main():
    words = [word for word in sys.argv[1:] if word != "--all"]
    binary, examples = str(pathlib.Path(words[0]).resolve()), pathlib.Path(words[1])
    if subprocess.run(["strace", "-o", "/dev/null", "true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
        print("SKIPPED: strace is missing or not allowed here; nothing is known about power loss")
        sys.exit(77)
    most = 100000 if "--all" in sys.argv else 6
    with tempfile.TemporaryDirectory() as base:
        found = [try_command(binary, examples, pathlib.Path(base).resolve(), name, most) for name in words[2:] or COMMANDS]
    losses, wrong = (sum(column) for column in zip(*found))
    print(f"{losses} losses of power, {wrong} wrong")
    sys.exit(1 if wrong else 0)


main()
