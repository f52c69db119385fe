#!/usr/bin/env python3
"""The zoo's MariaDB part for MySQL 5.6, and what real Alembic says of it there.

    zoo_mysql56.py derive ZOO OUT     the cases of ZOO on a base revision that MySQL 5.6 takes
    zoo_mysql56.py judge OUT URL      asks real Alembic (which this Python must have, with PyMySQL), and writes
                                      OUT/labels.json and OUT/left_out.txt

Only the base revision is adapted, by what MySQL 5.6 has not got: a case stays as it is written. One that the server
then refuses is left out, with the server's own sentence. The referee's label counts where it says another thing than
the zoo's, as of CHECK, which 5.6 reads and forgets.
"""
import collections, contextlib, io, json, multiprocessing, os, pathlib, re, shutil, sys

# What the base revision may have that MySQL 5.6 has not: its name here, how it is written, what stands for it.
ABSENT = [
    ("JSON columns, as TEXT", r"\b(?:sa|mysql)\.JSON\(\)|(?<=\s)JSON(?=[\s,)])", lambda m: "sa.Text()" if "." in m[0] else "TEXT"),
    ("generated columns, as plain ones", r"\s+GENERATED ALWAYS AS \((?:[^()]|\([^()]*\))*\)\s*(?:STORED|VIRTUAL|PERSISTENT)", ""),
    ("invisible columns, as visible ones", r"\s+INVISIBLE(?=[\s,)])", ""),
]
# Errors that say "this server has not got that": grammar, key length, character set, default of a TEXT, feature,
# collation, engine, option, function, row format.
UNKNOWN = {1064, 1071, 1115, 1101, 1235, 1273, 1286, 1289, 1305, 1478}


def derive(zoo, out):
    adapted, count = collections.Counter(), 0
    for label in sorted(zoo.glob("*/label.json")):
        case = json.loads(label.read_text())
        if case["dialect"] != "mariadb":
            continue
        count, to = count + 1, out / case["id"]
        shutil.copytree(label.parent, to, dirs_exist_ok=True)
        case["dialect"] = "mysql"
        (to / "label.json").write_text(json.dumps(case, indent=1))
        base = to / "versions" / "0001_base.py"
        text = base.read_text()
        for name, pattern, instead in ABSENT:
            text, n = re.subn(pattern, instead, text)
            adapted[name] = max(adapted[name], n)
        base.write_text(text)
        ini = to / "alembic.ini"
        ini.write_text(ini.read_text().replace("mariadb+pymysql:", "mysql+pymysql:"))
    print(count, "cases; in the base revision:", "; ".join(f"{n} {name}" for name, n in adapted.items() if n))


# --- the referee -----------------------------------------------------------------------------------------------------

class Referee:
    """One scratch database, and the cases one after another in it."""

    def __init__(self, url):
        import sqlalchemy as sa
        self.sa, self.name = sa, f"referee_{os.getpid()}"
        self.server = sa.create_engine(url, isolation_level="AUTOCOMMIT", poolclass=sa.pool.NullPool)
        self.url = sa.make_url(url).set(database=self.name)
        self.engine = sa.create_engine(self.url, poolclass=sa.pool.NullPool)

    def drop(self):
        with self.server.connect() as c:
            c.exec_driver_sql(f"DROP DATABASE IF EXISTS {self.name}")

    def alembic(self, case, way, to):
        """What Alembic says: None, or the error."""
        from alembic import command
        from alembic.config import Config
        config = Config(os.path.join(case["dir"], "alembic.ini"))
        config.set_main_option("sqlalchemy.url", self.url.render_as_string(hide_password=False).replace("%", "%%"))
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                getattr(command, way)(config, to)
        except Exception as e:
            return e
        return None

    def start(self, case):
        self.drop()
        with self.server.connect() as c:
            c.exec_driver_sql(f"CREATE DATABASE {self.name}")
        if error := self.alembic(case, "upgrade", "+1"):
            raise error
        rows = pathlib.Path(__file__).with_name("zoo_mysql56_rows.sql").read_text()
        with self.engine.begin() as c:
            for statement in rows.split(";\n"):
                if statement.strip():
                    c.exec_driver_sql(statement.replace("%", "%%"))

    def state(self):
        """(definitions, rows): lines of every definition, whatever their order, and every row as text."""
        shapes, rows = {}, {}
        with self.engine.connect() as c:
            query = lambda sql: c.exec_driver_sql(sql).all()
            for name, kind in query("SHOW FULL TABLES"):
                if name == "alembic_version":
                    continue
                text = re.sub(r" AUTO_INCREMENT=\d+", "", query(f"SHOW CREATE TABLE `{name}`")[0][1])
                shapes[name] = collections.Counter(line.strip().rstrip(",") for line in text.splitlines())
                if kind == "BASE TABLE":
                    columns = sorted(r[0] for r in query(f"SHOW COLUMNS FROM `{name}`"))
                    listed = ", ".join(f"`{x}`" for x in columns)
                    rows[name] = collections.Counter(repr(dict(zip(columns, r))) for r in query(f"SELECT {listed} FROM `{name}`"))
            for kind, key in (("TRIGGERS", 0), ("PROCEDURE STATUS WHERE Db = DATABASE()", 1), ("FUNCTION STATUS WHERE Db = DATABASE()", 1), ("EVENTS", 1)):
                for row in query(f"SHOW {kind}"):
                    word = kind.split()[0].rstrip("S")
                    found = c.exec_driver_sql(f"SHOW CREATE {word} `{row[key]}`").mappings().one()
                    shapes[f"{word} {row[key]}"] = {k: v for k, v in found.items() if k not in ("Created", "Modified")}
        return shapes, rows

    def judge(self, case):
        """(labels, what was seen), or (None, why the case is left out)."""
        self.start(case)
        before = self.state()
        if error := self.alembic(case, "upgrade", "+1"):
            return None, ("not possible here: " if number(error) in UNKNOWN else "the upgrade fails: ") + said(error)
        up, labels, seen = self.state(), set(), []
        if error := self.alembic(case, "downgrade", "-1"):
            if number(error) in UNKNOWN and "downgrade-fails" not in case["labels"]:
                return None, "not possible here: downgrade: " + said(error)
            return ["downgrade-fails"], [said(error)]
        compare(before, self.state(), labels, seen)
        if error := self.alembic(case, "upgrade", "+1"):
            labels.add("reupgrade-fails")
            seen.append(said(error))
        elif self.state() != up:
            labels.add("reupgrade-differs")
        if case.get("new_world_rows"):
            self.start(case)
            self.alembic(case, "upgrade", "+1")
            with self.engine.begin() as c:
                for statement in case["new_world_rows"]:
                    c.exec_driver_sql(statement.replace("%", "%%"))
            if error := self.alembic(case, "downgrade", "-1"):
                labels.add("new-world-fails")
                seen.append(said(error))
        return sorted(labels) or ["clean"], seen


def compare(was, now, labels, seen):
    if was[0] != now[0]:
        labels.add("schema")
        seen += [f"schema: {k}" for k in sorted({*was[0], *now[0]}) if was[0].get(k) != now[0].get(k)]
    for table in was[1]:
        left, right = was[1][table], now[1].get(table, collections.Counter())
        if left - right:
            labels.add("data")
            seen.append(f"data: {table}: {next(iter(left - right))}")
        elif right - left:
            labels.add("leftover-rows")
            seen.append(f"leftover-rows: {table}")


def number(error):
    args = getattr(getattr(error, "orig", None), "args", ())
    return args[0] if args and isinstance(args[0], int) else 0


def said(error):
    return f"{type(error).__name__}: {error}".splitlines()[0]


def work(job):
    cases, url = job
    referee, out = Referee(url), []
    for case in cases:
        try:
            out.append((case, *referee.judge(case)))
        except Exception as e:
            out.append((case, None, "referee: " + said(e)))
    referee.drop()
    return out


def judge(zoo, url):
    cases = []
    for f in sorted(zoo.glob("*/label.json")):
        cases.append({**json.loads(f.read_text()), "dir": str(f.parent)})
    jobs = 2
    with multiprocessing.Pool(jobs) as pool:
        results = [r for part in pool.map(work, [(cases[i::jobs], url) for i in range(jobs)]) for r in part]
    labels, out = {}, []
    for case, found, seen in sorted(results, key=lambda r: r[0]["id"]):
        if found is None:
            labels[case["id"]] = {"labels": ["upgrade-fails"]}
            out.append(f"{case['id']}\t{seen}")
            continue
        labels[case["id"]] = {"labels": found}
        if (found == ["clean"]) != (case["labels"] == ["clean"]):
            out.append(f"{case['id']}\t{', '.join(found)} here, {', '.join(case['labels'])} on MariaDB: {'; '.join(seen[:2])}")
    (zoo / "labels.json").write_text(json.dumps(labels, indent=1) + "\n")
    (zoo / "left_out.txt").write_text("".join(line + "\n" for line in out))
    print(len(results), "cases asked of real Alembic on MySQL 5.6;", sum(v["labels"] == ["upgrade-fails"] for v in labels.values()), "left out")
    print("".join(f"  {line}\n" for line in out), end="")


if __name__ == "__main__":
    {"derive": lambda a, b: derive(pathlib.Path(a), pathlib.Path(b)), "judge": lambda a, b: judge(pathlib.Path(a), b)}[sys.argv[1]](*sys.argv[2:])
