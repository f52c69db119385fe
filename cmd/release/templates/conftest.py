"""Each Alembic revision as one pytest test, run by the mrt binary.

Put this beside your tests (or import from it in an existing conftest.py) and
`mrt` on PATH. MRT_ARGS holds further flags, such as "--db postgresql".
"""

import json
import os
import shlex
import subprocess

import pytest


def pytest_collect_file(parent, file_path):
    if file_path.name == "alembic.ini":
        return Project.from_parent(parent, path=file_path)


class Project(pytest.File):
    def collect(self):
        command = ["mrt", "verify", str(self.path), "--format", "json", *shlex.split(os.environ.get("MRT_ARGS", ""))]
        run = subprocess.run(command, capture_output=True, text=True)
        if not run.stdout.strip():
            raise self.CollectError(f"mrt: {run.stderr.strip()}")
        report = json.loads(run.stdout)
        for entry in report["revisions"]:
            found = [f for f in report["findings"] if f.get("revision") == entry["revision"]]
            name = f"{entry['revision']}[{entry.get('database', 'check')}]"
            yield Revision.from_parent(self, name=name, entry=entry, found=found)


class Revision(pytest.Item):
    def __init__(self, *, entry, found, **kwargs):
        super().__init__(**kwargs)
        self.entry, self.found = entry, found

    def runtest(self):
        if self.entry["outcome"] == "skipped":
            pytest.skip(self.entry.get("reason", ""))
        if self.entry["outcome"] != "passed":
            raise RollbackFailed(self.entry, self.found)

    def repr_failure(self, excinfo):
        if isinstance(excinfo.value, RollbackFailed):
            return str(excinfo.value)
        return super().repr_failure(excinfo)

    def reportinfo(self):
        return self.path, None, f"revision {self.name}"


class RollbackFailed(Exception):
    def __init__(self, entry, found):
        lines = [f"{entry['file']}: {entry['verdict']}"]
        if entry.get("cause"):
            lines.append(entry["cause"])
        lines += [f"{f['file']}:{f['line']}: {f['severity']} {f['code']}: {f['message']}" for f in found]
        super().__init__("\n".join(lines))
