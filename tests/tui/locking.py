"""Another program that holds the project, and what stands on the screen in one line."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from textual.pilot import Pilot

from qualcode.services.workspace import Project
from tests.tui.rooms import shown


@contextmanager
def locked(project: Project) -> Iterator[None]:
    """Another program holds the project for writing."""
    other = sqlite3.connect(project.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def words(pilot: Pilot[None]) -> str:
    """What stands on the screen, in one line."""
    return " ".join(shown(pilot).split())
