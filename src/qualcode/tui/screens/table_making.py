"""Making tables beside the screen, with a connection of their own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from qualcode.errors import QualcodeError

if TYPE_CHECKING:
    from qualcode.tui.widgets.sheet import Sheet


NAMES = {
    "conditions": "Conditions by case",
    "success-factors": "Success factors",
    "pitfalls": "Pitfalls",
    "themes": "Themes",
    "degree-distribution": "Degrees by case",
    "frequency": "How often each code",
    "co-occurrence": "Codes that meet",
    "quotes": "All passages",
}
"""Short names for the list; a table without one is listed by its own."""


@dataclass
class TableMade(Message):
    """A table is there; `seen` is the state of the project that was known when it was asked for."""

    sheet: Sheet
    seen: tuple[int, int]


@dataclass
class TableFailed(Message):
    """It could not be made."""

    error: QualcodeError


@dataclass(frozen=True, slots=True)
class Source:
    """What a worker needs to open the project for itself."""

    path: Path
    coder: str | None
    language: str


def make_sheet(name: str, source: Source) -> Sheet:
    """The table of that name, laid out for the screen."""
    from qualcode.domain.table import TableOptions
    from qualcode.services.workspace import open_project
    from qualcode.tui.widgets.sheet import sheet_of

    with open_project(source.path, coder=source.coder, read_only=True) as project:
        return sheet_of(project.tables.make(name, TableOptions(language=source.language)))
