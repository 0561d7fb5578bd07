"""Who may read what: whose words are printed, and how closely a person is described."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from qualcode.domain.material import Material
from qualcode.domain.quoting import Said, may_quote, typical
from qualcode.domain.table import CellValue, Counted, Row, Table
from qualcode.reports.wording import Wording

FEW = 3
"""A role with fewer informants than this would point at a person."""

PASSAGES = "quotes"
"""The table whose rows are the words of informants."""


class Profile:
    """What one profile lets through. Words without consent pass in none; unknown is no consent."""

    def __init__(self, name: str, material: Material, words: Wording) -> None:
        self.name = name
        self._material = material
        self._words = words
        self._allowed = may_quote(material)
        self._coded = {row.coding: row for row in material.codings}
        self.roles = self._roles()

    @property
    def quotes(self) -> bool:
        """Whether quotes are printed at all."""
        return self.name != "public"

    def note(self) -> str:
        """The sentence on quotes, with the number of passages that are left out."""
        left = {row.segment for row in self._material.said if not self._may(row)}
        return self._words.say(self.name, passages=self._words.count("passage", len(left)))

    def table(self, table: Table) -> Table | None:
        """The table as this profile shows it; None when nothing of it may be shown."""
        if not self.quotes:
            kept = tuple(column for column in table.columns if column.type != "quote")
            return None if table.name == PASSAGES else replace(table, columns=kept)
        if table.name == PASSAGES:
            return self._passages(table)
        if any(column.type == "quote" for column in table.columns):
            return replace(table, rows=tuple(self._requoted(row) for row in table.rows))
        return table

    def _roles(self) -> Mapping[str, str]:
        """The role to print for each participant."""
        people = self._material.participants
        roles = {person.id: person.role or "" for person in people}
        if self.name == "internal":
            return roles
        held = Counter(roles.values())
        coarse = self._words.word("informant")
        return {
            person: role if held[role] >= FEW or not role else coarse
            for person, role in roles.items()
        }

    def _may(self, row: Said) -> bool:
        return row.participant_id in self._allowed

    def _requoted(self, row: Row) -> Row:
        """The row with its typical quote under the roles of this profile."""
        passages = row.cells.get("passages")
        behind = passages.codings if isinstance(passages, Counted) else ()
        said = [self._coded[coding] for coding in behind]
        said.sort(key=lambda coded: (coded.document_id, coded.start, coded.end, coded.coding))
        quotes = typical(self._material, said, roles=self.roles)
        cells = {**row.cells, "quote": quotes[0].line if quotes else None}
        return replace(row, cells=cells)

    def _passages(self, table: Table) -> Table:
        """The table of passages with the words of those who did not agree taken out."""
        rows = []
        left = set()
        for row in table.rows:
            source = self._coded[row.key]
            person = source.participant_id
            changed: dict[str, CellValue] = {}
            if not self._may(source):
                changed["quote"] = None
                left.add(source.segment)
            if person is not None and person in self.roles:
                changed["role"] = self.roles[person] or None
            rows.append(replace(row, cells={**row.cells, **changed}))
        count = self._words.count("passage", len(left))
        note = self._words.say("quotes-left", passages=count)
        return replace(table, rows=tuple(rows), notes=(note,))
