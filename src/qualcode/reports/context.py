"""What all chapters of a report share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from qualcode.domain.evidence import evidence_key
from qualcode.domain.material import Material
from qualcode.domain.people import Participant
from qualcode.domain.quoting import Said, tidy, typical
from qualcode.domain.table import Row, Table
from qualcode.reports.facts import counted
from qualcode.reports.model import (
    ANNEX_TABLES,
    Block,
    Paragraph,
    Quote,
    ReportOptions,
    Run,
    Stated,
    TableBlock,
    paragraph,
)
from qualcode.reports.profiles import Profile
from qualcode.reports.wording import Wording

REPORT = "report"
"""What stands in the place of a table for the sentences of a report."""

IN_PARTS = ("success-factors", "pitfalls")
"""Tables that stand in the chapter on conditions, a part under each."""

QUOTES = 3
"""Quotes under a condition or theme, at most."""


class Context:
    """The material, the words, and the tables as the report's profile shows them.

    `titles` also names the tables that the profile keeps back; `rules` are the notes that stand
    under the tables of more than one chapter.
    """

    def __init__(
        self,
        material: Material,
        tables: Sequence[Table],
        options: ReportOptions,
        further: Sequence[Table] = (),
    ) -> None:
        self.material = material
        self.options = options
        self.words = Wording(options.language)
        self.profile = Profile(options.profile, material, self.words)
        self.titles = {table.name: table.title for table in tables}
        shown = ((table.name, self.profile.table(table)) for table in tables)
        self.tables = {name: table for name, table in shown if table is not None}
        self.further = self._shown(further)
        self.stated: list[Stated] = []
        self.rules = _shared([table.notes for table in self._chapters()])

    def _chapters(self) -> Iterator[Table]:
        """The tables, those that stand in parts under the conditions as one."""
        parts = [self.tables[name] for name in IN_PARTS]
        yield replace(parts[0], notes=tuple(note for part in parts for note in part.notes))
        apart = (*IN_PARTS, *ANNEX_TABLES)
        yield from (table for name, table in self.tables.items() if name not in apart)

    def _shown(self, tables: Sequence[Table]) -> tuple[Table, ...]:
        """The tables as the profile shows them; the titles of those it keeps back are noted."""
        shown = [(table, self.profile.table(table)) for table in tables]
        self.withheld = tuple(table.title for table, kept in shown if kept is None)
        return tuple(kept for _, kept in shown if kept is not None)

    def block(self, table: Table, caption: str | None = None) -> TableBlock:
        """The table with the notes that concern it alone; the rules of all are said once."""
        notes = tuple(note for note in table.notes if note not in self.rules)
        return TableBlock(replace(table, notes=notes), caption or table.title)

    def keyed(self, text: str, key: str | None) -> Paragraph:
        """A counted sentence with the evidence key of what it counts, where there is one."""
        plain = (Run(text),)
        return Paragraph((*plain, Run(key, "key")) if key else plain)

    def state(self, text: str, subject: str, sentence: str, members: Iterable[str]) -> Paragraph:
        """A counted sentence with a key of its own, which is remembered."""
        found = tuple(sorted(members))
        key = evidence_key(REPORT, subject, sentence, found)
        if key is not None:
            self.stated.append(Stated(key, subject, sentence, found))
        return self.keyed(text, key)

    @cached_property
    def people(self) -> Mapping[str, Participant]:
        """Participants by id."""
        return {person.id: person for person in self.material.participants}

    @cached_property
    def case_names(self) -> Mapping[str, str]:
        """Names of cases by id."""
        return {case.id: tidy(case.name) for case in self.material.cases}

    @cached_property
    def informants(self) -> int:
        """Everybody who is heard in the material."""
        return len(self.material.informants())

    def spoken(self, cases: int, informants: int, passages: int) -> str:
        """The sentence on how many speak of something, or that nobody does."""
        if not passages:
            return self.words.say("unspoken")
        return self.words.say(
            "spoken",
            n_cases=cases,
            cases=self.words.count("case", len(self.material.cases)),
            n_informants=informants,
            informants=self.words.count("informant", self.informants),
            passages=self.words.count("passage", passages),
        )

    def counts(self, row: Row) -> dict[str, str]:
        """Cases, informants and passages of a row, each with its noun."""
        return {
            f"{noun}s": self.words.count(noun, counted(row, f"{noun}s").value or 0)
            for noun in ("case", "informant", "passage")
        }

    def quotes(self, said: Sequence[Said], key: Callable[[Said], str | None]) -> Iterator[Block]:
        """Up to three typical quotes with their evidence keys, if the profile has quotes.

        Says so where nobody may be quoted.
        """
        if not self.profile.quotes:
            return
        found = typical(self.material, said, QUOTES, self.profile.roles)
        if found:
            yield paragraph(self.words.word("quotes"), "strong")
        elif said:
            yield paragraph(self.words.say("unquoted"))
        for quote in found:
            yield Quote(quote.text, quote.attribution, key(quote.source))


def _shared(notes: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The notes that are in more than one of these, in their order."""
    found = Counter(note for one in notes for note in dict.fromkeys(one))
    return tuple(note for note, number in found.items() if number > 1)
