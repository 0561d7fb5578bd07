"""The framework matrix as a whole: its rows and codes, and the state of every cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qualcode.analysis.asking import Asking
from qualcode.analysis.framework_rows import documents_of, matrix_rows
from qualcode.domain.framework import (
    CASE,
    CellState,
    Matrix,
    MatrixRow,
    Place,
    counts_of,
    state_of,
)
from qualcode.domain.material import Material
from qualcode.domain.rated import latest
from qualcode.domain.rating import Rating, visible
from qualcode.services.session import Session
from qualcode.storage import framework, project, recoding
from qualcode.storage import material as stored
from qualcode.storage.charted import Present

Cells = Mapping[tuple[str, str], CellState]
"""Cells by row and code."""

OWN = ("cell.", "rating.", "contrary.", "event.")
"""Beginnings of the kinds of acts that leave codings, people and the codebook as they are."""


@dataclass(frozen=True, slots=True)
class MatrixRequest:
    """Which matrix: kind of rows, codes (ids; none: the conditions), rows (ids; none: all).

    `order` is an attribute of cases or a code whose rating orders them; `-` before it turns the
    order round.
    """

    row_kind: str = CASE
    codes: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    order: str | None = None


class FrameworkMatrix:
    """Reads the material once for as long as nobody codes, and states of cells at each call."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: tuple[int, Material, Present] | None = None

    def matrix(self, request: MatrixRequest) -> Matrix:
        """The rows, codes and states of the cells that are asked for."""
        outline, present = self._snapshot()
        charted = present.charted()
        found = replace(outline, charted=charted)
        written = {cell.place: cell for cell in charted.cells}
        rows = matrix_rows(found, request.row_kind, request.order)
        if request.rows:
            rows = tuple(row for row in rows if row.id in request.rows)
        codes = self.codes(request.codes)
        asking = Asking(found, documents_of(found, request.row_kind))
        places = [Place(request.row_kind, row.id, code) for row in rows for code in codes]
        cells: Cells = {
            (place.row, place.code): state_of(
                written.get(place),
                counts_of(present.said(place)),
                asking.empty(place.row, place.code),
                place,
            )
            for place in places
        }
        if request.row_kind == CASE:
            cells = {**cells, **self._rated(cells, visible(charted.ratings, self._session.coder))}
        return Matrix(request.row_kind, rows, codes, cells)

    def _rated(self, cells: Cells, ratings: Sequence[Rating]) -> Cells:
        """The cells that are rated, with what they are rated."""
        here: dict[tuple[str, str], list[Rating]] = {}
        for one in ratings:
            if (one.case_id, one.code) in cells:
                here.setdefault((one.case_id, one.code), []).append(one)
        periods = self._session.settings["periods"]
        return {at: replace(cells[at], rated=latest(some, periods)) for at, some in here.items()}

    def _snapshot(self) -> tuple[Material, Present]:
        """Who was asked what, and the codings by cell; read again when somebody has coded."""
        store = self._session.store
        at = project.last_act(store, OWN)
        if self._read is None or self._read[0] != at:
            with store.reading():
                outline = stored.outline(store, self._session.book())
                found = replace(outline, codings=tuple(framework.codings(store)))
                self._read = (at, outline, Present(store, found))
        return self._read[1:]

    def rows(self, row_kind: str) -> tuple[MatrixRow, ...]:
        """The rows that a matrix of that kind can have."""
        return matrix_rows(stored.outline(self._session.store, self._session.book()), row_kind)

    def codes(self, wanted: Sequence[str] = ()) -> tuple[str, ...]:
        """The columns: those asked for, else the conditions, a retired one only while in use.

        Raises NotFound.
        """
        book = self._session.book()
        if wanted:
            return tuple(dict.fromkeys(book.code(code).id for code in wanted))
        store = self._session.store
        retired = {code.id for code in book.conditions if code.retired}
        used = recoding.used_codes(store) if retired else set()
        in_use = {at for code in used for at in book.lineage(code)}
        in_use |= {cell.place.code for cell in framework.cells(store)} if retired else set()
        return tuple(one.id for one in book.conditions if one.id in in_use or not one.retired)
