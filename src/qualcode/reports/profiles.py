"""Who may read what: whose words are printed, and how closely a person is described."""

from __future__ import annotations

from dataclasses import replace

from qualcode.domain.chosen import CHOSEN_IN, ChosenQuote, People
from qualcode.domain.coarse import coarsened
from qualcode.domain.material import Material
from qualcode.domain.quoting import Said, may_quote, typical
from qualcode.domain.table import INTERNAL, CellValue, Counted, Row, Table
from qualcode.reports.wording import Wording

PASSAGES = "quotes"
"""The table whose rows are the words of informants."""

NOT_PUBLIC = (PASSAGES, "quotes-per-participant")
"""Tables whose rows are informants or their words."""

PERSON = "participant"
"""The column that names informants by their pseudonyms; what has it is not for the public."""


class Profile:
    """What one profile lets through. Words without consent pass in none; unknown is no consent."""

    def __init__(self, name: str, material: Material, words: Wording) -> None:
        self.name = name
        self._material = material
        self._words = words
        self._allowed = may_quote(material)
        self._coded = {row.coding: row for row in material.codings}
        coarse = None if name == INTERNAL else words.word("informant")
        self._told = (coarsened(material, coarse) if coarse else material).participants
        self.roles = {person.id: person.role or "" for person in self._told}
        self._people = People(self._told, material.organisations, coarse)

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
            persons = any(column.key == PERSON for column in table.columns)
            return None if table.name in NOT_PUBLIC or persons else _without_words(table)
        if table.name == PASSAGES:
            return self._passages(table)
        if table.name in CHOSEN_IN:
            return replace(table, rows=tuple(self._rechosen(table.name, r) for r in table.rows))
        if any(column.type == "quote" for column in table.columns):
            return replace(table, rows=tuple(self._requoted(row) for row in table.rows))
        return table

    def may_quote(self, row: Said) -> bool:
        """Whether the words may be printed: the profile has quotes and the person agreed."""
        return self.quotes and self._may(row)

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

    def chosen(self, kind: str, owner: str) -> list[tuple[str, str]]:
        """The quotes chosen for something that this profile prints, each with who said it."""
        if not self.quotes:
            return []
        told = (self._people.told(one, self._translated) for one in self._of(kind, owner))
        return [one for one in told if one is not None]

    def _of(self, kind: str, owner: str, side: str | None = None) -> list[ChosenQuote]:
        """The quotes chosen for something whose passages are in the material."""
        claims = self._material.claims
        found = claims.chosen(kind, owner, side) if claims is not None else []
        return [quote for quote in found if quote.coding in self._coded]

    @property
    def _translated(self) -> str:
        places = {place: f"{{{place}}}" for place in ("translator", "original")}
        return self._words.say("translated", **places)

    def _rechosen(self, name: str, row: Row) -> Row:
        """The row with its chosen quotes as this profile attributes them."""
        cells = {
            column: self._people.lines(self._of(kind, row.key, side), self._translated)
            for column, (kind, side) in CHOSEN_IN[name].items()
        }
        return replace(row, cells={**row.cells, **cells})

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


def _without_words(table: Table) -> Table:
    """The table without its columns of quotes, and without what stands in them."""
    gone = {column.key for column in table.columns if column.type == "quote"}
    rows = tuple(
        replace(row, cells={key: cell for key, cell in row.cells.items() if key not in gone})
        for row in table.rows
    )
    return replace(table, columns=tuple(c for c in table.columns if c.key not in gone), rows=rows)
