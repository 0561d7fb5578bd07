"""A report as data: blocks in order, the same for every writer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qualcode.domain.figure import Figure
from qualcode.domain.table import Table

PROFILES = ("internal", "client", "public")
"""For whom a report is: all that consent allows, coarser roles, or no quotes at all."""

ANNEX_TABLES = ("material", "coverage", "trustworthiness", "saturation")
"""The tables that the account of the method is built of."""

CLAIM_TABLES = ("findings", "propositions")
"""The tables that the chapter on findings is built of."""

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
    """Language, profile, and the names of the tables to print in full (None: the usual ones).

    `chapters` are some of those of `build` (None: the usual ones), in that order; `title` stands in
    place of the project's; `template` is a Word file whose styles and page edges are used; `words`
    asks for the words behind each number, for formats that can open them.
    """

    language: str = "en"
    profile: str = "internal"
    tables: tuple[str, ...] | None = None
    chapters: tuple[str, ...] | None = None
    title: str = ""
    template: Path | None = None
    words: bool = False

    @property
    def needed(self) -> tuple[str, ...]:
        """Names of the tables that `build` must be given, each once."""
        book = ("codebook",) if "codebook" in (self.chapters or ()) else ()
        named = (*BASE_TABLES, *CLAIM_TABLES, *ANNEX_TABLES, *book, *(self.tables or ()))
        return tuple(dict.fromkeys(named))


REFERENCES = ("table", "figure")
"""What a piece of a paragraph can refer to, by its number."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a paragraph; `kind` is plain, strong, emphasis, key, or one of REFERENCES.

    A reference has the number of a table or figure as its text; a key is that of evidence.
    """

    text: str
    kind: str = "plain"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest below the title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words; `leads` says that they only lead to the tables and figures after them."""

    runs: tuple[Run, ...]
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an informant, who it was (pseudonym and role), and a key that `trace` resolves."""

    text: str
    attribution: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table with its caption and running number; notes and source line come from the table."""

    table: Table
    caption: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure with its running number; its title is the caption below it."""

    figure: Figure
    number: int = 1


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings, where the writer has pages."""

    title: str


Block = Heading | Paragraph | Quote | TableBlock | FigureBlock | PageBreak | Contents


@dataclass(frozen=True, slots=True)
class Words:
    """Somebody's words, and who said them in which case."""

    text: str
    attribution: str


@dataclass(frozen=True, slots=True)
class Behind:
    """Each passage once, and for each key which of them lie behind it.

    `kept_back` counts the passages behind a key that may not be quoted.
    """

    words: tuple[Words, ...]
    keys: Mapping[str, tuple[int, ...]]
    kept_back: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence with a key of its own: of what it speaks, which one it is, and what it counts.

    `subject` is an id or the name of a chapter; `members` are ids of codings, or of degrees.
    """

    key: str
    subject: str
    sentence: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Title, the lines below it, the blocks, and the tables in full for writers of sheets.

    `date` is that of the project's last change, ISO; `template` a Word file to take styles from;
    `behind` what lies behind its numbers, where that was asked for; `stated` the sentences that
    have a key of their own.
    """

    title: str
    front: tuple[str, ...]
    blocks: tuple[Block, ...]
    tables: tuple[Table, ...]
    language: str = "en"
    date: str = ""
    template: Path | None = None
    behind: Behind | None = None
    stated: tuple[Stated, ...] = ()


def paragraph(text: str, kind: str = "plain") -> Paragraph:
    """A paragraph of one piece."""
    return Paragraph((Run(text, kind),))
