"""The framework matrix: what the analyst charts in a cell, and the passages it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager

from qualcode.domain.framework import (
    CASE,
    DRAFT,
    FINAL,
    PARTICIPANT,
    ROLE,
    ROW_KINDS,
    STALE,
    CellState,
    CellView,
    ChartedCell,
    Matrix,
    MatrixRow,
    Place,
)
from qualcode.domain.material import CodedRow
from qualcode.errors import Conflict, Invalid, NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services.cell_view import CellReading
from qualcode.services.contrary import Contrary
from qualcode.services.framework_matrix import FrameworkMatrix, MatrixRequest
from qualcode.services.people import Cases, Participants
from qualcode.services.session import Session
from qualcode.storage import bases, people
from qualcode.storage import framework as stored
from qualcode.storage.journal import Act

CELL = "cell"
"""The kind of subject under which an opened list of contrary evidence is remembered."""


class Framework:
    """Cells of the matrix. Every method that changes something is one act."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._matrix = FrameworkMatrix(session)
        self._reading = CellReading(session)
        self.contrary = Contrary(session)

    def place(self, row: str, code: str, row_kind: str = CASE) -> Place:
        """The cell of a row (id or name, or a role) and a code; raises NotFound and Invalid."""
        if row_kind not in ROW_KINDS:
            raise Invalid(
                sentence("'{row_kind}' is no kind of row.", row_kind=row_kind),
                sentence("Known: {names}.", names=", ".join(ROW_KINDS)),
            )
        return Place(row_kind, self._row(row, row_kind), self._session.book().code(code).id)

    def _row(self, row: str, row_kind: str) -> str:
        if row_kind == CASE:
            return Cases(self._session).resolve(row).id
        if row_kind == PARTICIPANT:
            return Participants(self._session).resolve(row).id
        roles = {one.role for one in people.participants(self._session.store) if one.role}
        if row not in roles:
            raise NotFound(
                sentence("Nobody has the role '{row}'.", row=row),
                nearest(row, roles) or sentence("See qualcode participant list."),
            )
        return row

    def matrix(self, request: MatrixRequest | None = None) -> Matrix:
        """The rows, codes and the state of every cell, in one call."""
        return self._matrix.matrix(request or MatrixRequest())

    def rows(self, row_kind: str = CASE) -> tuple[MatrixRow, ...]:
        """The rows that a matrix of that kind can have."""
        return self._matrix.rows(row_kind)

    def to_chart(self, request: MatrixRequest | None = None) -> list[CellState]:
        """The cells with passages and no summary, row by row."""
        return [one for one in self.matrix(request).walk() if one.to_chart]

    def next(
        self, wanted: str, after: Place | None = None, request: MatrixRequest | None = None
    ) -> Place | None:
        """The next cell to chart (`empty`) or out of date (`stale`), going round once.

        It begins behind `after`, or at the first cell. None where there is no such cell.
        """
        if wanted not in ("empty", STALE):
            raise Invalid(
                sentence("There is no next '{wanted}'.", wanted=wanted),
                sentence("Known: empty, stale."),
            )
        cells = self.matrix(request).walk()
        at = next((n for n, one in enumerate(cells, 1) if one.place == after), 0)
        for one in (*cells[at:], *cells[:at]):
            if one.to_chart if wanted == "empty" else one.state == STALE:
                return one.place
        return None

    def cell(self, place: Place, *, side: str | None = None) -> CellView:
        """One cell with its passages in their context, what changed, and what speaks against.

        `side` is as in `open_contrary`.
        """
        return self._reading.view(place, side=side)

    def summary(self, place: Place) -> str:
        """What is written in a cell now, without reading its passages; nothing where nothing is."""
        cell = self._reading.written(place)
        return (cell.summary if cell else None) or ""

    def write(
        self, place: Place, summary: str | None, *, links: Sequence[str] | None = None
    ) -> ChartedCell:
        """Write the summary of a cell; it rests on what is in the cell now, and is a draft.

        With `links` exactly those codings are linked; None leaves the links. An empty summary
        takes it away. Raises Invalid when a coding is not in the cell.
        """
        text = (summary or "").strip() or None
        said = self._reading.said(place)
        self._check_in(links or (), said)
        with self._act("cell.write", place) as act:
            cell = self._made(act, place)
            if links is not None:
                gone = [one for one in stored.linked(act.store, CELL, cell) if one not in links]
                stored.unlink(act, CELL, cell, gone)
                stored.link(act, CELL, cell, links)
            values = {"summary": text, "status": DRAFT, "basis": self._basis(act, said, text)}
            if act.update("cells", cell, values):
                act.update("cells", cell, self._by(act))
        return self._written(place)

    def link(self, place: Place, coding_ids: Sequence[str]) -> int:
        """Link codings of the cell to its summary; returns how many are new.

        Raises Invalid when one is not in the cell.
        """
        self._check_in(coding_ids, self._reading.said(place))
        with self._act("cell.link", place) as act:
            count = stored.link(act, CELL, self._made(act, place), coding_ids)
            act.detail["codings"] = count
        return count

    def unlink(self, place: Place, coding_ids: Sequence[str]) -> int:
        """Take links away; returns how many there were."""
        cell = self._written(place)
        with self._act("cell.unlink", place) as act:
            act.detail["cell"] = cell.id
            count = stored.unlink(act, CELL, cell.id, coding_ids)
            act.detail["codings"] = count
        return count

    def still_right(self, place: Place) -> ChartedCell:
        """Say that the summary holds for the cell as it is now, without rewriting it.

        Links to codings that are gone are taken away. A final one stays so; then what speaks
        against must have been opened. Raises Conflict otherwise, and where nothing is written.
        """
        cell, said = self._charted(place), self._reading.said(place)
        if cell.status == FINAL:
            self._check_opened(place, said)
        present = {one.coding for one in said}
        with self._act("cell.refresh", place) as act:
            stored.unlink(act, CELL, cell.id, [one for one in cell.links if one not in present])
            act.detail["cell"] = cell.id
            if act.update("cells", cell.id, {"basis": self._basis(act, said, cell.summary)}):
                act.update("cells", cell.id, self._by(act))
        return self._written(place)

    def finish(self, place: Place, *, final: bool = True) -> ChartedCell:
        """Mark a summary as final, or as a draft again.

        Raises Conflict when it is out of date, rests on no linked passage although the cell has
        some, or what speaks against has not been opened by this coder.
        """
        cell = self._charted(place)
        if final:
            self._check_finishable(place, cell)
        with self._act("cell.final" if final else "cell.draft", place) as act:
            act.detail["cell"] = cell.id
            act.update("cells", cell.id, {"status": FINAL if final else DRAFT})
        return self._written(place)

    def open_contrary(self, place: Place, *, side: str | None = None) -> CellView:
        """Log that this coder looks at what speaks against the cell; returns the cell.

        `side` (helps or hinders) is what is argued for: by default what most passages say.
        """
        found, _ = self.contrary.of_cell(place, self._reading.said(place), side=side)
        self.contrary.open(CELL, place.subject, found)
        return self._reading.view(place, side=side)

    def _check_finishable(self, place: Place, cell: ChartedCell) -> None:
        said = self._reading.said(place)
        if self._reading.changes(cell, said):
            raise Conflict(
                sentence("The summary is out of date and cannot be final."),
                sentence("Write it again, or say that it is still right: qualcode cell refresh."),
            )
        if said and not cell.links:
            raise Conflict(
                sentence("The summary rests on no linked passage."),
                sentence("Link some first: qualcode cell link."),
            )
        self._check_opened(place, said)

    def _check_opened(self, place: Place, said: Sequence[CodedRow]) -> None:
        found, _ = self.contrary.of_cell(place, said)
        if not self.contrary.opened(CELL, place.subject, found):
            raise Conflict(
                sentence(
                    "What speaks against this cell has not been opened ({number} codings).",
                    number=len(found),
                ),
                sentence("Look at it first: qualcode cell contrary."),
            )

    def _check_in(self, coding_ids: Sequence[str], said: Sequence[CodedRow]) -> None:
        strange = set(coding_ids) - {one.coding for one in said}
        if strange:
            raise Invalid(
                sentence("Not in this cell: {names}.", names=", ".join(sorted(strange)[:5])),
                sentence("See its codings: qualcode cell show."),
            )

    def _charted(self, place: Place) -> ChartedCell:
        cell = self._written(place)
        if not cell.summary:
            raise Conflict(
                sentence("Nothing is written in this cell yet."),
                sentence("Write it: qualcode cell write."),
            )
        return cell

    def _written(self, place: Place) -> ChartedCell:
        cell = self._reading.written(place)
        if cell is None:
            raise Conflict(
                sentence("Nothing is written in this cell yet."),
                sentence("Write it: qualcode cell write."),
            )
        return cell

    def _act(self, kind: str, place: Place) -> AbstractContextManager[Act]:
        row = {} if place.row_kind == ROLE else {place.row_kind: place.row}
        return self._session.act(kind, code=place.code, rows=place.row_kind, **row)

    def _made(self, act: Act, place: Place) -> str:
        act.detail["cell"] = stored.make(act, place)
        return str(act.detail["cell"])

    def _basis(self, act: Act, said: Sequence[CodedRow], summary: str | None) -> str | None:
        return bases.keep(act.store, stored.prints(act.store, said).of(said)) if summary else None

    def _by(self, act: Act) -> dict[str, str]:
        return {"coder_id": act.coder_id, "written": act.store.clock()}
