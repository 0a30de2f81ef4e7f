"""The table of tests/coverage.sh: what gcov counted, by folder of src/; or the lines that nothing ran."""
import collections
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile

PURE = {"calendar": 95, "rota": 95, "rules": 95, "report": 95}


def counts(build):
    """For each source below src/ its lines and how often each ran, over all programs."""
    source = build.parent.parent / "src"
    lines = collections.defaultdict(dict)
    objects = sorted(str(path) for path in build.rglob("*.gcda") if "/tests/" not in str(path.relative_to(build)))
    with tempfile.TemporaryDirectory() as work:
        for data in objects:
            subprocess.run(["gcov", "--json-format", data], cwd=work, check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for found in pathlib.Path(work).glob("*.gcov.json.gz"):
                for file in json.loads(gzip.decompress(found.read_bytes()))["files"]:
                    path = (build / file["file"]).resolve()
                    if not path.is_relative_to(source):
                        continue
                    ran = lines[str(path.relative_to(source))]
                    for line in file["lines"]:
                        number = line["line_number"]
                        ran[number] = ran.get(number, 0) + line["count"]
                found.unlink()
    return lines


def ranges(numbers):
    """1, 2, 3, 7 as 1-3, 7."""
    runs = []
    for number in numbers:
        if runs and number - runs[-1][1] <= 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    lines = counts(build)
    if len(sys.argv) > 2:
        for file in sorted(lines):
            missing = sorted(n for n, count in lines[file].items() if count == 0)
            if file.startswith(sys.argv[2]) and missing:
                print(f"{file}: {len(missing)} of {len(lines[file])}: {ranges(missing)}")
        return 0
    folders = collections.defaultdict(lambda: [0, 0])
    for file, ran in lines.items():
        folder = folders[file.split("/")[0]]
        folder[0] += sum(count > 0 for count in ran.values())
        folder[1] += len(ran)
    short = False
    print(f"{'folder':<10} {'lines':>6} {'run':>6} {'share':>8}")
    for name, (ran, all_lines) in sorted(folders.items()):
        low = ran * 100 < PURE.get(name, 0) * all_lines
        short = short or low
        print(f"{name:<10} {all_lines:>6} {ran:>6} {ran * 100 / all_lines:>6.1f} %"
              + (f"  below {PURE[name]} %" if low else ""))
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
