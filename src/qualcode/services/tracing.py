"""The way back from what is printed to the words, and from words to all that counts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.domain.coding import Coding, PlacedDegree
from qualcode.domain.table import Counted, Table, TableOptions
from qualcode.errors import NotFound
from qualcode.sentences import sentence
from qualcode.services.codings import Codings
from qualcode.services.session import Session
from qualcode.storage import degrees as stored_degrees
from qualcode.storage import evidence

if TYPE_CHECKING:
    from qualcode.reports.model import Report
    from qualcode.services.tables import Tables

CODING, DEGREE = "coding", "degree"
CELL, SENTENCE = "cell", "sentence"

ALSO = (("framework", TableOptions(rows="participant")), ("framework", TableOptions(rows="role")))
"""Tables that are looked through beside those with their usual options."""

CLAIMED = {"findings": "finding", "propositions": "proposition", "themes": "theme"}
"""Tables whose rows are things that an analyst says, and what these are called."""


@dataclass(frozen=True, slots=True)
class CellRef:
    """Where a coding is counted: a table, a row and a column by key, and the cell's evidence."""

    table: str
    row: str
    column: str
    evidence: str
    kind: str = CELL


@dataclass(frozen=True, slots=True)
class Use:
    """What else rests on a coding.

    `kind` is finding, proposition, theme, summary, rating, outcome, quote or sentence; `id` that of
    the thing, of a sentence its key; `label` says which it is, in the words of the project.
    """

    kind: str
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Trace:
    """What lies behind a key: a cell or sentence with its codings, or a coding with its uses.

    `missing` counts codings that were behind the cell when it was printed and are gone now.
    """

    key: str
    kind: str
    table: str | None
    row: str | None
    column: str | None
    codings: tuple[Coding, ...]
    degrees: tuple[PlacedDegree, ...] = ()
    cells: tuple[CellRef, ...] = ()
    missing: int = 0
    uses: tuple[Use, ...] = ()


class Tracing:
    """Follows keys and codings through one project."""

    def __init__(self, session: Session, tables: Tables) -> None:
        self._session = session
        self._tables = tables
        self._codings = Codings(session)

    def trace(self, key: str, language: str = "en") -> Trace:
        """From an evidence key back to the quotes, from the id of a coding or quote to every use.

        A key that was printed is found at once, others by counting anew. Sentences of reports are
        told in the language. Raises NotFound for a key that was never printed from this project.
        """
        found = evidence.find(self._session.store, key)
        if found is None and key.startswith("E-"):
            found = self._computed(key)
        if found is not None:
            return self._cell(found)
        if key.startswith("E-"):
            raise NotFound(
                sentence("No table of this project was printed with the key '{key}'.", key=key),
                sentence("Look at the key again; it belongs to one project."),
            )
        coding = self._codings.get(self._quoted(key) or key)
        own = frozenset({coding.id, *(degree.id for degree in coding.degrees)})
        tables = self._all_tables(language)
        cells = tuple(dict.fromkeys(_with(own, tables)))
        uses = (*self._uses(coding.id, cells, tables), *self._sentences(own, cells, language))
        return Trace(key, CODING, None, None, None, (coding,), cells=cells, uses=uses)

    def _quoted(self, key: str) -> str | None:
        """The coding of the chosen quote with that id."""
        claims = self._tables.narrowed(TableOptions(), texts=False).claims
        quotes = claims.quotes if claims is not None else ()
        return next((quote.coding for quote in quotes if quote.id == key), None)

    def _cell(self, cell: evidence.Evidence) -> Trace:
        kind = SENTENCE if cell.table == "report" else CELL
        place = (cell.table, cell.row, cell.column)
        if cell.kind == DEGREE:
            degrees = tuple(stored_degrees.several(self._session.store, cell.members))
            segments = sorted({placed.segment for placed in degrees})
            codings = tuple(self._codings.on_segments(segments))
            gone = len(set(cell.members)) - len(degrees)
            return Trace(cell.key, kind, *place, codings, degrees, missing=gone)
        codings = tuple(self._codings.several(cell.members))
        gone = len(set(cell.members)) - len(codings)
        return Trace(cell.key, kind, *place, codings, missing=gone)

    def _computed(self, key: str) -> evidence.Evidence | None:
        """The cell or sentence that has this key now, printed or not."""
        degree_ids = {degree.id for degree in self._tables.material(texts=False).degrees}
        for table in self._all_tables("en"):
            for row in table.rows:
                for column, cell in row.cells.items():
                    if isinstance(cell, Counted) and cell.evidence == key:
                        kind = DEGREE if cell.codings[0] in degree_ids else CODING
                        place = (table.name, row.key, column)
                        return evidence.Evidence(key, *place, kind, cell.codings)
        for one in self._report("en").stated:
            if one.key == key:
                kind = DEGREE if one.members[0] in degree_ids else CODING
                place = ("report", one.subject, one.sentence)
                return evidence.Evidence(key, *place, kind, one.members)
        return None

    def _all_tables(self, language: str) -> list[Table]:
        usual = [(name, TableOptions()) for name in self._tables.names()]
        named = TableOptions(language=language)
        made = [self._tables.make(name, named) for name, _ in usual]
        return [*made, *(self._tables.make(name, options) for name, options in ALSO)]

    def _report(self, language: str) -> Report:
        """The usual report as a value; nothing of it is drawn or written."""
        from qualcode.reports.build import build
        from qualcode.reports.model import ReportOptions

        options = ReportOptions(language=language)
        wanted = TableOptions(language=language)
        tables = [self._tables.make(name, wanted) for name in options.needed]
        return build(self._tables.told(wanted), tables, options)

    def _uses(self, coding: str, cells: Iterable[CellRef], tables: list[Table]) -> Iterator[Use]:
        labels = {(table.name, row.key): row.label for table in tables for row in table.rows}
        claimed = (
            (CLAIMED[cell.table], cell.table, cell.row) for cell in cells if cell.table in CLAIMED
        )
        for kind, table, row in dict.fromkeys(claimed):
            yield Use(kind, row, labels[table, row])
        told = self._tables.told(TableOptions())
        if told.charted is not None:
            for charted in told.charted.cells:
                if charted.summary and coding in charted.links:
                    yield Use("summary", charted.id, charted.summary)
            for rating in told.charted.ratings:
                if coding in rating.links:
                    yield Use("rating", rating.id, f"{rating.code}: {rating.shown}")
        if told.claims is not None:
            for outcome in told.claims.outcomes:
                if coding in outcome.codings:
                    yield Use("outcome", outcome.id, outcome.statement)
            for quote in told.claims.quotes:
                if quote.coding == coding:
                    yield Use("quote", quote.id, quote.wording)

    def _sentences(
        self, own: frozenset[str], cells: Iterable[CellRef], language: str
    ) -> Iterator[Use]:
        """The sentences of the usual report that count it, each with its key."""
        from qualcode.reports.model import Paragraph

        report = self._report(language)
        keys = {cell.evidence for cell in cells}
        keys |= {one.key for one in report.stated if own & set(one.members)}
        for block in report.blocks:
            if not isinstance(block, Paragraph):
                continue
            for run in block.runs:
                if run.kind == "key" and run.text in keys:
                    told = "".join(one.text for one in block.runs if one.kind != "key")
                    yield Use(SENTENCE, run.text, told)


def _with(own: frozenset[str], tables: Iterable[Table]) -> Iterator[CellRef]:
    for table in tables:
        for row in table.rows:
            for column, cell in row.cells.items():
                if isinstance(cell, Counted) and cell.evidence and not own.isdisjoint(cell.codings):
                    yield CellRef(table.name, row.key, column, cell.evidence)
