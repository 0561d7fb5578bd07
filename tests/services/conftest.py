"""A sample that a module builds once, opened for each test, and the same file by plain SQL.

A module says what its sample is, by a fixture `sample` that gives the path.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.services.workspace import Project, open_project


@pytest.fixture
def project(sample: Path) -> Iterator[Project]:
    """The module's sample, opened by its first coder."""
    with open_project(sample, coder="anna") as found:
        yield found


@pytest.fixture
def sql(project: Project) -> Iterator[sqlite3.Connection]:
    """The file of the project by another door."""
    raw = sqlite3.connect(project.path)
    yield raw
    raw.close()
