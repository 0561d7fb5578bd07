"""A report as data: blocks in order, the same for every writer."""

from __future__ import annotations

from dataclasses import dataclass

from qualcode.domain.table import Table

PROFILES = ("internal", "client", "public")
"""For whom a report is: all that consent allows, coarser roles, or no quotes at all."""

BASE_TABLES = (
    "conditions",
    "success-factors",
    "pitfalls",
    "themes",
    "degree-distribution",
)
"""The tables that every report is built of."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """Language, profile, and the names of the tables to print in full (None: the usual ones)."""

    language: str = "en"
    profile: str = "internal"
    tables: tuple[str, ...] | None = None

    @property
    def needed(self) -> tuple[str, ...]:
        """Names of the tables that `build` must be given, each once."""
        return tuple(dict.fromkeys((*BASE_TABLES, *(self.tables or ()))))


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph; `kind` is plain, strong or emphasis."""

    text: str
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest below the title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an informant, who it was (pseudonym and role), and a key that `trace` resolves."""

    text: str
    attribution: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with its caption; notes and source line come from the table."""

    table: Table
    caption: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings, where the writer has pages."""

    title: str


Block = Heading | Paragraph | Quote | TableBlock | PageBreak | Contents


@dataclass(frozen=True, slots=True)
class Report:
    """Title, the lines below it, the blocks, and the tables in full for writers of sheets.

    `date` is that of the project's last change, ISO.
    """

    title: str
    front: tuple[str, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    language: str = "en"
    date: str = ""


def paragraph(text: str, kind: str = "plain") -> Paragraph:
    """A paragraph of one piece."""
    return Paragraph((Run(text, kind),))
