"""What all chapters of a report share."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from qualcode.domain.material import Material
from qualcode.domain.quoting import Said, typical
from qualcode.domain.table import Row, Table
from qualcode.reports.facts import counted
from qualcode.reports.model import Block, Quote, ReportOptions, paragraph
from qualcode.reports.profiles import Profile
from qualcode.reports.wording import Wording

QUOTES = 3
"""Quotes under a condition or theme, at most."""


class Context:
    """The material, the words, and the tables as the report's profile shows them.

    `titles` also names the tables that the profile keeps back.
    """

    def __init__(self, material: Material, tables: Sequence[Table], options: ReportOptions) -> None:
        self.material = material
        self.options = options
        self.words = Wording(options.language)
        self.profile = Profile(options.profile, material, self.words)
        self.titles = {table.name: table.title for table in tables}
        shown = ((table.name, self.profile.table(table)) for table in tables)
        self.tables = {name: table for name, table in shown if table is not None}

    @cached_property
    def informants(self) -> int:
        """Everybody who is heard in the material."""
        return len(self.material.informants())

    def counts(self, row: Row) -> dict[str, str]:
        """Cases, informants and passages of a row, each with its noun."""
        return {
            f"{noun}s": self.words.count(noun, counted(row, f"{noun}s").value or 0)
            for noun in ("case", "informant", "passage")
        }

    def quotes(self, said: Sequence[Said], key: Callable[[Said], str | None]) -> Iterator[Block]:
        """Up to three typical quotes with their evidence keys, if the profile has quotes."""
        if not self.profile.quotes:
            return
        found = typical(self.material, said, QUOTES, self.profile.roles)
        if found:
            yield paragraph(self.words.word("quotes"), "strong")
        for quote in found:
            yield Quote(quote.text, quote.attribution, key(quote.source))
