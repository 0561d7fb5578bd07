"""The same content gives the same bytes, today, on another day and in another run."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import time
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from qualcode.analysis.tables import NAMES, make
from qualcode.reports.build import build
from qualcode.reports.model import Report, ReportOptions
from qualcode.reports.saving import REPORT_FORMATS, TABLE_FORMATS, report_bytes, table_bytes
from tests.builders import a_material

LATER = 4_000_000_000.0
"""Seconds since 1970 of a day in 2096."""

SCRIPT = "from tests.reports.test_same_bytes import digests; print(digests())"


class Later(datetime.datetime):
    """A clock that stands still in 2096."""

    @classmethod
    def now(cls, tz=None):
        return datetime.datetime.fromtimestamp(LATER, tz)

    @classmethod
    def utcnow(cls):
        return datetime.datetime.fromtimestamp(LATER, datetime.UTC).replace(tzinfo=None)


def a_report() -> Report:
    material = a_material()
    options = ReportOptions(language="sv", tables=tuple(NAMES))
    return build(material, [make(name, material) for name in options.needed], options)


def digests() -> str:
    """One digest over every format of every table and of the report."""
    found = sha256()
    for form in REPORT_FORMATS:
        found.update(report_bytes(a_report(), form))
    for form in TABLE_FORMATS:
        for name in NAMES:
            found.update(table_bytes(make(name, a_material()), form))
    return found.hexdigest()


@pytest.fixture
def another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every clock that the writers and their libraries could ask shows 2096."""
    real = time.localtime
    monkeypatch.setattr(time, "time", lambda: LATER)
    monkeypatch.setattr(time, "localtime", lambda at=None: real(LATER if at is None else at))
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").split(".")[0] in ("docx", "xlsxwriter", "qualcode"):
            for name, value in list(vars(module).items()):
                if value is datetime.datetime:
                    monkeypatch.setattr(module, name, Later)


def test_another_day_changes_nothing(request: pytest.FixtureRequest) -> None:
    """Neither in a report nor in a table, in any format."""
    today = digests()
    request.getfixturevalue("another_day")
    assert digests() == today


def test_another_run_changes_nothing() -> None:
    """No order of a set gets into a file: another seed for hashing, the same bytes."""
    root = Path(__file__).parents[2]
    search = os.pathsep.join((str(root / "src"), str(root)))
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": search},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] == f"{digests()}\n"


def test_dates_in_containers_are_fixed() -> None:
    """The parts of a Word file are dated 1980 and begin with the one readers look for."""
    parts = zipfile.ZipFile(BytesIO(report_bytes(a_report(), "docx"))).infolist()
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert parts[0].filename == "[Content_Types].xml"
    sheets = zipfile.ZipFile(BytesIO(report_bytes(a_report(), "xlsx"))).infolist()
    assert {part.date_time[:3] for part in sheets} == {(1980, 1, 1)}


def test_a_date_for_building_changes_only_the_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is in the properties of the file and nowhere else."""
    report = a_report()
    plain = zipfile.ZipFile(BytesIO(report_bytes(report, "docx")))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    dated = zipfile.ZipFile(BytesIO(report_bytes(report, "docx")))
    changed = [n for n in plain.namelist() if plain.read(n) != dated.read(n)]
    assert changed == ["docProps/core.xml"]
