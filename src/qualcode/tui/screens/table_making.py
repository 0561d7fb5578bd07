"""Making tables beside the screen, with a connection of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from qualcode.errors import QualcodeError
from qualcode.tui.widgets.line_list import Entry
from qualcode.tui.words import _, marked

if TYPE_CHECKING:
    from qualcode.tui.widgets.sheet import Sheet


NAMES = {
    "material": marked("Material"),
    "conditions": marked("Conditions by case"),
    "ratings": marked("Conditions in place"),
    "framework": marked("Framework matrix"),
    "success-factors": marked("Success factors"),
    "pitfalls": marked("Pitfalls"),
    "findings": marked("Findings"),
    "themes": marked("Themes"),
    "propositions": marked("Propositions"),
    "outcomes": marked("Conditions, outcomes"),
    "degrees": marked("Degrees by pair"),
    "degree-distribution": marked("Degrees by case"),
    "development": marked("Development"),
    "voices": marked("Voices"),
    "codebook": marked("Codebook"),
    "trustworthiness": marked("Trustworthiness"),
    "saturation": marked("Saturation"),
    "coverage": marked("Coverage"),
    "frequency": marked("How often each code"),
    "co-occurrence": marked("Codes that meet"),
    "crosstab": marked("Cross table"),
    "quotes": marked("All passages"),
    "quotes-per-participant": marked("Quotes by participant"),
}
"""Short names for the list; a table without one is listed by its own."""


def listed(names: Sequence[str]) -> list[Entry]:
    """The tables with their numbers, for the list."""
    digits = len(str(len(names)))
    return [
        Entry(name, _(NAMES.get(name, name)), lead=f"{at:<{digits}} ")
        for at, name in enumerate(names, 1)
    ]


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
