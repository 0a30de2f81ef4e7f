#!/usr/bin/env python3
"""The QR code of a month for the wall, read by another program: it leads to `site_url`, and is there only where that is set.

usage: qr.py TEAMCTL SOURCE. Code 77 where zbarimg is not there."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

DOTS = 4  # of the picture, for each module of the code
CAPTIONS = {"sales": "扫码看最新安排", "sales-en": "Scan for the current plan"}
ADDRESSES = ["https://t.example/", "https://rota.example.com/south-city/?a=1&b=2#now",
             "https://example.org/" + "a-long-folder-name/" * 12]


def picture(svg):
    """The drawing as a grey map, and how wide the white around it is, in modules."""
    size = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    dark = [[False] * size for _ in range(size)]
    path = re.search(r'<path d="([^"]*)"', svg)[1]
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    assert "".join(f"M{x} {y}h{w}v1h-{b}z" for x, y, w, b in runs) == path, path
    for x, y, width, back in runs:
        assert width == back
        for i in range(int(width)):
            dark[int(y)][int(x) + i] = True
    rows = [bytes(0 if cell else 255 for cell in row for _ in range(DOTS)) for row in dark]
    image = b"P5 %d %d 255\n" % (size * DOTS, size * DOTS) + b"".join(row * DOTS for row in rows)
    quiet = min(min(x, y, size - 1 - x, size - 1 - y)
                for y in range(size) for x in range(size) if dark[y][x])
    return image, quiet


def main():
    program, source = sys.argv[1], pathlib.Path(sys.argv[2])
    if shutil.which("zbarimg") is None:
        print("SKIPPED: no zbarimg here, so no QR code was read")
        return 77
    failures = []
    with tempfile.TemporaryDirectory() as place:
        def page(team, *words):
            run = subprocess.run([program, "-C", str(team), "--today", "2026-11-24", *words, "-f", "html"],
                                 capture_output=True, text=True, check=False)
            return run.stdout

        for name, caption in CAPTIONS.items():
            team = pathlib.Path(place) / name
            shutil.copytree(source / "examples" / name, team)
            settings = (team / "teamctl.yaml").read_text(encoding="utf-8")
            for words in (("schedule", "2026-12", "--poster"), ("calendar", "2026-12")):
                if '<figure class="qr"' in page(team, *words):
                    failures.append(f"{name} {words}: a code without an address")
                for address in ADDRESSES:
                    (team / "teamctl.yaml").write_text(f"{settings}\nsite_url: '{address}'\n", encoding="utf-8")
                    figure = re.search(r'<figure class="qr">.*?</figure>', page(team, *words))
                    if figure is None or caption not in figure[0]:
                        failures.append(f"{name} {words}: no code for {address}")
                        continue
                    image, quiet = picture(figure[0])
                    file = pathlib.Path(place) / "code.pgm"
                    file.write_bytes(image)
                    read = subprocess.run(["zbarimg", "-q", "--raw", str(file)], capture_output=True, text=True,
                                          check=False).stdout.strip()
                    if read != address or quiet != 4:
                        failures.append(f"{name} {words}: read {read!r}, not {address!r}; white around: {quiet}")
                (team / "teamctl.yaml").write_text(settings, encoding="utf-8")
    print("\n".join(failures) or "all codes were read")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
