"""Tables over the codings, and the way back from a cell to its quotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qualcode.domain.coding import Coding, PlacedDegree
from qualcode.domain.material import Material
from qualcode.domain.table import Counted, Table, TableOptions
from qualcode.errors import NotFound
from qualcode.services.codings import Codings
from qualcode.services.people import Cases
from qualcode.services.session import Session
from qualcode.storage import degrees as stored_degrees
from qualcode.storage import evidence, material, project

CODING, DEGREE = "coding", "degree"


@dataclass(frozen=True, slots=True)
class CellRef:
    """Where a coding is counted: a table, a row and a column by key, and the cell's evidence."""

    table: str
    row: str
    column: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Trace:
    """What lies behind a key: a cell with its codings, or a coding with the cells it counts in.

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


class Tables:
    """Makes tables as values; every counted cell knows its codings."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._codings = Codings(session)
        self._material: tuple[int, Material] | None = None

    def names(self) -> tuple[str, ...]:
        """The tables there are."""
        from qualcode.analysis.tables import NAMES

        return NAMES

    def make(self, name: str, options: TableOptions | None = None) -> Table:
        """The table of that name; raises NotFound with the nearest."""
        from qualcode.analysis.tables import WITH_TEXT, make

        found = self.material(texts=name in WITH_TEXT)
        return make(name, found, self._by_id(options or TableOptions()))

    def material(self, *, texts: bool) -> Material:
        """Everything tables are made of, read once for each state of the project."""
        session = self._session
        at = project.last_act(session.store)
        if self._material is None or self._material[0] != at:
            self._material = (
                at,
                material.material(session.store, session.book(), session.state(), texts=texts),
            )
        elif texts:
            self._material = (at, material.with_texts(session.store, self._material[1]))
        return self._material[1]

    def keep(self, tables: Iterable[Table]) -> None:
        """Remember the evidence of tables that are printed, so that their keys can be traced."""
        if self._session.store.read_only:
            return
        degree_ids = {degree.id for degree in self.material(texts=False).degrees}
        cells = [
            evidence.Evidence(
                cell.evidence,
                table.name,
                row.key,
                column,
                DEGREE if cell.codings[0] in degree_ids else CODING,
                cell.codings,
            )
            for table in tables
            for row in table.rows
            for column, cell in row.cells.items()
            if isinstance(cell, Counted) and cell.evidence and cell.codings
        ]
        if cells:
            evidence.keep(self._session.store, cells)

    def quotes(self, members: Iterable[str]) -> Sequence[Coding]:
        """The live codings behind a cell, in the order of the documents.

        A cell over degrees gives the codings of the passages that carry them.
        """
        ids = list(members)
        placed = {p.degree.id: p for p in stored_degrees.degrees(self._session.store)}
        segments = {placed[one].segment for one in ids if one in placed}
        if not segments:
            return self._codings.several(ids)
        return [coding for coding in self._codings.list() if coding.segment in segments]

    def trace(self, key: str) -> Trace:
        """From an evidence key back to the quotes, from a coding's id to every cell.

        Raises NotFound for a key that was never printed from this project.
        """
        found = evidence.find(self._session.store, key)
        if found is None:
            found = self._computed(key)
        if found is not None:
            return self._cell(found)
        if key.startswith("E-"):
            raise NotFound(
                f"No table of this project was printed with the key '{key}'.",
                "Look at the key again; it belongs to one project.",
            )
        coding = self._codings.get(key)
        return Trace(
            key, CODING, None, None, None, (coding,), cells=tuple(self._cells_with(coding))
        )

    def _cell(self, cell: evidence.Evidence) -> Trace:
        place = (cell.table, cell.row, cell.column)
        if cell.kind == DEGREE:
            wanted = set(cell.members)
            degrees = tuple(
                placed
                for placed in stored_degrees.degrees(self._session.store)
                if placed.degree.id in wanted
            )
            codings = tuple(self.quotes(cell.members)) if degrees else ()
            gone = len(wanted) - len(degrees)
            return Trace(cell.key, "cell", *place, codings, degrees, missing=gone)
        codings = tuple(self._codings.several(cell.members))
        gone = len(cell.members) - len(codings)
        return Trace(cell.key, "cell", *place, codings, missing=gone)

    def _computed(self, key: str) -> evidence.Evidence | None:
        degree_ids = {degree.id for degree in self.material(texts=False).degrees}
        for table, row, column, cell in self._all_cells():
            if cell.evidence == key:
                kind = DEGREE if cell.codings[0] in degree_ids else CODING
                return evidence.Evidence(key, table, row, column, kind, cell.codings)
        return None

    def _cells_with(self, coding: Coding) -> Iterable[CellRef]:
        own = {coding.id, *(degree.id for degree in coding.degrees)}
        for table, row, column, cell in self._all_cells():
            if cell.evidence and own & set(cell.codings):
                yield CellRef(table, row, column, cell.evidence)

    def _all_cells(self) -> Iterable[tuple[str, str, str, Counted]]:
        for name in self.names():
            for row in self.make(name).rows:
                for column, cell in row.cells.items():
                    if isinstance(cell, Counted):
                        yield name, row.key, column, cell

    def _by_id(self, options: TableOptions) -> TableOptions:
        cases = Cases(self._session)
        book = self._session.book()
        return replace(
            options,
            cases=tuple(cases.resolve(case).id for case in options.cases),
            codes=tuple(book.code(code).id for code in options.codes),
        )
