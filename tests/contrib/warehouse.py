#!/usr/bin/env python3
"""The warehouse: its views say what `summary` says, and a load that is run again takes the place of the one before.

usage: warehouse.py TEAMCTL SOURCE [TEAMS [MANY]]

Starts ClickHouse servers of its own on the loopback, one and then two shards; where none is installed, exits with 77. Loads
two months of example teams and of so many generated ones (default 12); every figure of every team and person is that of
`summary`, turns are those of the plan, each line that a figure leads to is there, and the company's sums are the sums. A
month loaded again, with a record more and one less, and a load that was cut short, leave nothing double. A team with errors
is not loaded, and the exit code says so. With MANY it prints how long a month of so many teams and a question of all take.
"""
import collections
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

TODAY = "2026-11-30T18:30"
EXAMPLES = ["sales", "service", "facility", "it", "bank", "petrol", "minimal-en"]
MONTHS = ["2026-10", "2026-11"]
failures = []

CONFIG = """<?xml version="1.0"?><yandex>
<logger><level>warning</level><log>{0}/log</log><errorlog>{0}/errors</errorlog></logger>
<http_port>{1}</http_port><tcp_port>{2}</tcp_port><listen_host>127.0.0.1</listen_host>
<path>{0}/data/</path><tmp_path>{0}/tmp/</tmp_path><users_config>users.xml</users_config>
<default_profile>default</default_profile><default_database>default</default_database>
<remote_servers><teamctl>{3}</teamctl></remote_servers><mark_cache_size>5368709</mark_cache_size></yandex>"""
SHARD = "<shard><replica><host>127.0.0.1</host><port>{}</port></replica></shard>"
USERS = """<?xml version="1.0"?><yandex><profiles><default/></profiles><quotas><default/></quotas><users><default>
<password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>
</default></users></yandex>"""


def expect(holds, *what):
    if not holds:
        failures.append(what)
        print("FAILED:", *what)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    def __init__(self, folder, program, tcp, shards):
        for name in ("data", "tmp"):
            (folder / name).mkdir(parents=True)
        self.port = free_port()
        cluster = "".join(SHARD.format(port) for port in shards)
        (folder / "config.xml").write_text(CONFIG.format(folder, self.port, tcp, cluster))
        (folder / "users.xml").write_text(USERS)
        self.process = subprocess.Popen([program, f"--config-file={folder}/config.xml"], cwd=folder,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(300):
            try:
                if self.ask("SELECT 1") == [{"1": 1}]:
                    return
            except OSError:
                time.sleep(0.2)
        raise RuntimeError("the server does not answer")

    def ask(self, query, database="default"):
        words = urllib.parse.urlencode({"query": query + " FORMAT JSONEachRow", "database": database,
                                        "output_format_json_quote_64bit_integers": 0})
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/?{words}", data=b"\n", timeout=60) as answer:
            return [json.loads(line) for line in answer.read().splitlines()]

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Work:
    def __init__(self, folder, binary, source, servers, teams):
        self.folder, self.binary, self.servers, self.teams = folder, binary, servers, teams
        self.database = "default" if len(servers) == 1 else "default_all"
        self.loader = source / "contrib/warehouse/teamctl-warehouse"

    def ask(self, query):
        return self.servers[-1].ask(query, self.database)

    def load(self, *words, code=0):
        urls = " ".join(f"http://127.0.0.1:{server.port}" for server in self.servers)
        env = dict(os.environ, CLICKHOUSE_URL=urls, TEAMCTL=self.binary, TEAMCTL_TODAY=TODAY)
        done = subprocess.run([sys.executable, self.loader, *words], cwd=self.folder, env=env, capture_output=True, check=False)
        expect(done.returncode == code, words, "exit", done.returncode, done.stderr.decode()[-1500:])
        return done.stderr.decode()

    def summary(self, team, month):
        call = [self.binary, "-C", str(self.folder / team), "--today", TODAY, "summary", month, "-f", "json"]
        return json.loads(subprocess.run(call, check=True, stdout=subprocess.PIPE).stdout)


def equal(here, there):
    return abs(float(here) - float(there)) <= 2e-6 * max(1.0, abs(float(there)))


def check_figures(work):
    """Every figure of every team, person and month, in both directions; and pivots and sums."""
    figures = collections.defaultdict(dict)
    for row in work.ask("SELECT team, toString(month) AS month, who, metric, value, lines FROM figures"):
        figures[row["team"], row["month"][:7], row["who"]][row["metric"]] = row
    pivots = {(row["team"], row["month"][:7], ""): row for row in work.ask(
        "SELECT * FROM (SELECT * FROM team_month)")}
    for row in work.ask("SELECT * FROM person_month"):
        pivots[row["team"], row["month"][:7], row["who"]] = row
    sums = collections.Counter()
    for team in work.teams:
        for month in MONTHS:
            summary = work.summary(team, month)
            people = [(one["who"], one["metrics"]) for one in summary["people"]]
            for who, metrics in [("", summary["team"]), *people]:
                rows = figures.pop((team, month, who))
                for name, row in rows.items():
                    value = metrics.get(name)
                    expect((value is None) == (row["value"] is None), team, month, who, name, row["value"], value)
                    expect(value is None or equal(row["value"], value), team, month, who, name, row["value"], value)
                    pivot = pivots[team, month, who]
                    expect(name not in pivot or pivot[name] == row["value"], "pivot", team, month, who, name)
                expect(set(metrics) <= set(rows), team, month, who, "figures that are not there", set(metrics) - set(rows))
            for name, value in summary["team"].items():
                if isinstance(value, (int, str)) or (value is not None and name.startswith("consumption(")):
                    sums[month, name] += float(value)
    expect(not figures, "figures of nobody", list(figures)[:5])
    for row in work.ask("SELECT toString(month) AS month, metric, unit, value FROM company_month"):
        if row["unit"] not in ("ratio", "score"):
            expect(equal(row["value"], sums[row["month"][:7], row["metric"]]), "company", row)


def check_lines(work):
    rows = work.ask("SELECT DISTINCT team, arrayJoin(lines) AS line FROM figures")
    rows += work.ask("SELECT team, concat(file, ':', toString(line)) AS line FROM current_records")
    rows += work.ask("SELECT team, concat(file, ':', toString(line)) AS line FROM current_roster")
    counts = {}
    expect(len(rows) > 500, "lines", len(rows))
    for row in rows:
        name, line = row["line"].rsplit(":", 1)
        path = work.folder / row["team"] / name
        if path not in counts:
            counts[path] = len(path.read_text().splitlines()) if path.is_file() else 0
        expect(0 < int(line) <= counts[path], row)


def check_records(work):
    found = collections.Counter()
    for row in work.ask("SELECT team, toString(month) AS month, count() AS n FROM current_records GROUP BY team, month"):
        found[row["team"], row["month"][:7]] = row["n"]
    for team in work.teams:
        for month in MONTHS:
            call = [work.binary, "-C", str(work.folder / team), "--today", TODAY, "export", "records", month, "-f", "ndjson"]
            lines = subprocess.run(call, check=True, stdout=subprocess.PIPE).stdout.splitlines()
            expect(found[team, month] == len(lines), team, month, "records", found[team, month], len(lines))


def snapshot(work):
    tables = ("figures", "current_records", "current_roster")
    return {name: sorted(map(str, work.ask(f"SELECT * FROM {name}"))) for name in tables}


def check_reruns(work):
    def without_load(rows):
        return {name: [row.split("'load': ")[0] + row.split("'load': ")[-1].split(", ", 1)[-1] for row in of]
                for name, of in rows.items()}
    before = without_load(snapshot(work))
    work.load("load", "2026-11", *work.teams)
    expect(without_load(snapshot(work)) == before, "the same month loaded again")
    # A load that was cut short: rows without their line in `loads`.
    ask = {"team": "sales", "month": "2026-11-01", "load": 9 * 10**18, "who": "", "metric": "late", "unit": "count",
           "part": 99, "base": 0, "lines": []}
    words = urllib.parse.urlencode({"query": "INSERT INTO metrics FORMAT JSONEachRow"})
    for server in work.servers:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}/?{words}", data=json.dumps(ask).encode(), timeout=60):
            pass
    expect(without_load(snapshot(work)) == before, "a load that was cut short")
    log = work.folder / "sales/log/2026-11/2026-11-02.yaml"
    text = log.read_text()
    log.write_text("\n".join(text.splitlines()[1:]) + "\n- praise: {who: wangli, for: x}\n- praise: {who: wangli, for: y}\n")
    work.load("load", "2026-11", "sales")
    check_figures(work)
    check_records(work)
    log.write_text(text + "\n- [\n")
    said = work.load("load", "2026-11", "sales", "service", code=1)
    expect("sales" in said and "service" not in said, said)
    log.write_text(text)
    work.load("load", "2026-11", "sales")
    check_figures(work)


def try_shards(work):
    work.load("create")
    work.load("create")
    before = time.monotonic()
    for month in MONTHS:
        work.load("load", month, *work.teams)
    print(f"{len(work.servers)} servers: {len(work.teams)} teams, {len(MONTHS)} months loaded in "
          f"{time.monotonic() - before:.1f} s")
    on_each = [server.ask("SELECT count() AS n FROM metrics")[0]["n"] for server in work.servers]
    expect(all(on_each), "a shard that holds nothing", on_each)
    check_figures(work)
    check_lines(work)
    check_records(work)
    check_reruns(work)
    expect(work.ask("SELECT count() AS n FROM turns_month WHERE who != '' AND turns > 0")[0]["n"] > 0, "turns")
    work.load("load", "2026-13", "sales", code=1)


def measure(work, teams):
    before = time.monotonic()
    work.load("load", MONTHS[-1], *teams)
    print(f"{len(teams)} teams, a month loaded in {time.monotonic() - before:.1f} s")
    for name, query in (("the company's standings", "SELECT team, who, points FROM standings_month ORDER BY points DESC LIMIT 20"),
                        ("the company's figures", "SELECT metric, teams, value FROM company_month")):
        before = time.monotonic()
        rows = work.ask(query)
        print(f"{name}: {time.monotonic() - before:.2f} s, {len(rows)} rows")


def make_teams(source, folder, names):
    """Generated teams, the last of them copies with a name of their own."""
    for i, name in enumerate(names):
        if i < 200:
            people = str(3 + i * 7 % 11)
            subprocess.run(["sh", str(source / "tests/bench/make_team.sh"), str(folder / name), people, "1"], check=True)
        else:
            shutil.copytree(folder / names[i % 200], folder / name)
        settings = folder / name / "teamctl.yaml"
        lines = [line for line in settings.read_text(encoding="utf-8").splitlines() if not line.startswith("id:")]
        settings.write_text("\n".join([*lines, f"id: {name}", ""]), encoding="utf-8")


def main():
    program = shutil.which("clickhouse-server", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/bin")
    if program is None:
        print("SKIPPED: clickhouse-server is not installed; nothing is known about the warehouse", file=sys.stderr)
        return 77
    binary, source = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    generated, many = (int(word) for word in (sys.argv[3:] + ["12", "0"][len(sys.argv[3:]):]))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for team in EXAMPLES:
            shutil.copytree(source / "examples" / team, folder / team)
        made = [f"made{i:04}" for i in range(max(generated, many))]
        make_teams(source, folder, made)
        for count, teams in ((1, EXAMPLES), (2, EXAMPLES + made[:generated])):
            ports = [free_port() for _ in range(count)]
            servers = []
            try:
                for i, port in enumerate(ports):
                    servers.append(Server(folder / f"server{count}{i}", program, port, ports))
                work = Work(folder, binary, source, servers, teams)
                try_shards(work)
                if many and count == 2:
                    measure(work, made[:many])
            finally:
                for server in servers:
                    server.stop()
    print(f"{len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
