"""A table reads what it needs, and no more."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import CodedRow
from qualcode.domain.table import Counted
from qualcode.services import demo
from qualcode.services.workspace import Project, open_project
from qualcode.storage import evidence
from qualcode.storage.store import Store

ROWLESS = ("conditions", "frequency", "crosstab", "voices", "material", "coverage", "codebook")
"""Tables that count and need no coding as a whole."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, built once."""
    return demo.build(tmp_path_factory.mktemp("demo"))[0]


@pytest.fixture
def project(sample: Path) -> Iterator[Project]:
    with open_project(sample, coder="anna") as found:
        yield found


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the project file is asked, statement by statement."""
    found: list[str] = []
    rows = Store.rows

    def noted(self: Store, sql: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        found.append(sql)
        return rows(self, sql, values)

    monkeypatch.setattr(Store, "rows", noted)
    return found


def test_no_words_are_read_for_numbers(project: Project, asked: list[str]) -> None:
    """The texts are long; only tables with words of them take them along."""
    project.tables.make("conditions")
    project.tables.make("frequency")
    assert not [sql for sql in asked if "v.text" in sql]
    project.tables.make("quotes")
    assert [sql for sql in asked if "v.text" in sql]


def test_no_words_are_read_for_quotes_that_nobody_allows(
    sample: Path, tmp_path: Path, asked: list[str]
) -> None:
    """Typical quotes are of people who said yes; where nobody did there is none to print."""
    with open_project(Path(shutil.copy(sample, tmp_path)), coder="anna") as project:
        for person in project.participants.list():
            project.participants.set(person.id, {"consent": "no"})
        table = project.tables.make("success-factors")
    assert {row.cells["quote"] for row in table.rows} == {None}
    assert not [sql for sql in asked if "v.text" in sql]


@pytest.mark.parametrize("name", ROWLESS)
def test_tables_that_count_make_no_rows(
    project: Project, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Thousands of codings stay columns; nobody goes through them one by one."""

    def row_by_row(self: CodedRows) -> Iterator[CodedRow]:
        raise AssertionError(name)

    monkeypatch.setattr(CodedRows, "__iter__", row_by_row)
    assert project.tables.make(name).rows


def test_what_was_printed_before_is_not_kept_anew(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Printing a table again writes nothing, and its keys still lead back."""
    table = project.tables.make("frequency")
    project.tables.keep([table])
    monkeypatch.setattr(evidence, "_packed", lambda members: pytest.fail("kept anew"))
    project.tables.keep([table])
    cell = next(cell for cell in table.rows[0].cells.values() if isinstance(cell, Counted))
    assert len(project.tables.trace(str(cell.evidence)).codings) == len(cell.codings)
