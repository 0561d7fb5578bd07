"""One cell of the framework matrix, read narrowly: its passages, their context, its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qualcode.analysis.asking import Asking
from qualcode.analysis.framework_rows import documents_of
from qualcode.domain.coding import Coding
from qualcode.domain.contrary import Against
from qualcode.domain.fingerprint import Change
from qualcode.domain.framework import (
    CASE,
    CellView,
    Charted,
    ChartedCell,
    Passage,
    Place,
    counts_of,
    state_of,
)
from qualcode.domain.material import CodedRow
from qualcode.domain.rated import latest
from qualcode.domain.rating import Rating, visible
from qualcode.domain.table import NOTHING_SAID
from qualcode.services.codings import Codings
from qualcode.services.contrary import Contrary
from qualcode.services.session import Session
from qualcode.storage import charted, documents, framework, material, ratings

AROUND = 320
"""Code points of context on either side of a passage, at most; it stays within its turns."""


class CellReading:
    """Reads a cell for whoever shows or changes it."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def said(self, place: Place) -> list[CodedRow]:
        """The codings in the cell: those of the code and all below it, of that row."""
        codes = self._session.book().below(place.code)
        return framework.codings(self._session.store, place, codes)

    def written(self, place: Place) -> ChartedCell | None:
        """What somebody wrote or linked there, without what changed since."""
        found = framework.cells(self._session.store, place)
        return found[0] if found else None

    def changes(self, cell: ChartedCell, said: Sequence[CodedRow]) -> tuple[Change, ...]:
        """What changed in the cell since its summary was written."""
        store = self._session.store
        return charted.changes_in(store, framework.prints(store, said), said, cell)

    def view(self, place: Place, *, side: str | None = None) -> CellView:
        """The whole cell; `side` is what contrary evidence speaks against."""
        with self._session.store.reading():
            said = self.said(place)
            cell = self.written(place)
            if cell is not None:
                cell = replace(cell, changes=self.changes(cell, said))
            contrary = Contrary(self._session)
            found, cases = contrary.of_cell(place, said, side=side)
            counts = counts_of(said)
            state = state_of(cell, counts, self._empty(place, counts), place)
            ratings = visible(self.ratings(place, said), self._session.coder)
            return CellView(
                state=replace(state, rated=latest(ratings, self._session.settings["periods"])),
                written=cell,
                passages=self._passages(said, cell, found),
                contrary=found,
                opened=contrary.opened("cell", place.subject, found),
                ratings=ratings,
                other_outcome=cases,
            )

    def ratings(self, place: Place, said: Sequence[CodedRow]) -> tuple[Rating, ...]:
        """The ratings of a case's cell in all periods, with what changed since."""
        if place.row_kind != CASE:
            return ()
        store = self._session.store
        found = ratings.ratings(store, place.row, place.code)
        made = framework.prints(store, said) if found else None
        return tuple(
            replace(one, changes=charted.changes_in(store, made, said, one))
            for one in found
            if made is not None
        )

    def _passages(
        self, said: Sequence[CodedRow], cell: ChartedCell | None, contrary: Sequence[Against]
    ) -> tuple[Passage, ...]:
        store = self._session.store
        links = frozenset(cell.links if cell else ())
        changes = {one.coding: one for one in cell.changes} if cell else {}
        against = {one.coding: one.reason for one in contrary}
        places = framework.around(store, [one.segment for one in said])
        texts = documents.texts_of(store, {version for version, _, _ in places.values()})
        return tuple(
            Passage(
                coding,
                coding.id in links,
                *_around(coding, places.get(coding.segment), texts),
                changes.get(coding.id),
                against.get(coding.id),
            )
            for coding in Codings(self._session).several([one.coding for one in said])
        )

    def _empty(self, place: Place, counts: tuple[int, int]) -> str:
        """Which kind of empty the cell is; asked only where there are no passages."""
        if any(counts):
            return NOTHING_SAID
        store = self._session.store
        found = material.outline(store, self._session.book())
        found = replace(found, charted=Charted(heard=framework.heard(store)))
        asking = Asking(found, documents_of(found, place.row_kind))
        return asking.empty(place.row, place.code)


def _around(
    coding: Coding, place: tuple[str, int, int] | None, texts: Mapping[str, str]
) -> tuple[str, str]:
    """The words before and after a passage within its turns, whole words and not too many."""
    if place is None:
        return "", ""
    version, begin, end = place
    text = texts.get(version, "")
    before = text[max(begin, coding.start - AROUND) : coding.start]
    after = text[coding.end : min(end, coding.end + AROUND)]
    if coding.start - AROUND > begin:
        before = f"…{before.partition(' ')[2]}"
    if coding.end + AROUND < end:
        after = f"{after.rpartition(' ')[0]}…"
    return before, after
