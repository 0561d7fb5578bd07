"""What analysts wrote over the codings, with why it is out of date, for tables and screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from qualcode.domain.fingerprint import Change, Fingerprints, basis_key, compare, packed
from qualcode.domain.framework import CASE, Charted, ChartedCell, Place, row_of
from qualcode.domain.material import CodedRow, Material
from qualcode.domain.rating import Rating
from qualcode.storage import bases, framework, project, ratings
from qualcode.storage.store import Store


class Present:
    """The codings of every cell as they are now, with their fingerprints.

    Good for as long as nobody changes codings, degrees, people or the codebook; what is asked
    for once is kept.
    """

    def __init__(self, store: Store, found: Material) -> None:
        self._store = store
        self._found = found
        self._roles = {person.id: person.role for person in found.participants}
        self._groups: dict[str, Mapping[tuple[str, str], Sequence[CodedRow]]] = {}
        self._known: dict[tuple[Place, str, tuple[str, ...]], tuple[Change, ...]] = {}

    @cached_property
    def _prints(self) -> Fingerprints:
        return framework.prints(self._store)

    def said(self, place: Place) -> Sequence[CodedRow]:
        """The codings in a cell: those of its code and all below it, of its row."""
        if place.row_kind not in self._groups:
            self._groups[place.row_kind] = self._grouped(place.row_kind)
        return self._groups[place.row_kind].get((place.row, place.code), ())

    def changes(self, place: Place, written: ChartedCell | Rating) -> tuple[Change, ...]:
        """What differs between what something rested on and the cell as it is now."""
        if written.basis is None:
            return ()
        known = self._known.get((place, written.basis, written.links))
        if known is None:
            known = changes_in(self._store, self._prints, self.said(place), written)
            self._known[place, written.basis, written.links] = known
        return known

    def charted(self) -> Charted:
        """Cells, ratings and events as they are now, each with what changed since."""
        store = self._store
        with store.reading():
            settings = project.settings(store)
            return Charted(
                cells=tuple(
                    replace(one, changes=self.changes(one.place, one))
                    for one in framework.cells(store)
                ),
                ratings=tuple(self.rating(one) for one in ratings.ratings(store)),
                events=tuple(ratings.events(store)),
                heard=framework.heard(store),
                rules=str(settings["rating_rules"] or ""),
                stance=str(settings["stance"]),
            )

    def rating(self, one: Rating) -> Rating:
        """The rating with what changed since it was given."""
        return replace(one, changes=self.changes(Place(CASE, one.case_id, one.code), one))

    def _grouped(self, row_kind: str) -> Mapping[tuple[str, str], Sequence[CodedRow]]:
        found: dict[tuple[str, str], list[CodedRow]] = {}
        book, lineages = self._found.codebook, dict[str, tuple[str, ...]]()
        for one in self._found.codings:
            row = row_of(row_kind, one, self._roles)
            if row is None:
                continue
            lineage = lineages.get(one.code)
            if lineage is None:
                lineage = lineages[one.code] = book.lineage(one.code) or (one.code,)
            for at in lineage:
                found.setdefault((row, at), []).append(one)
        return found


def changes_in(
    store: Store, made: Fingerprints, said: Sequence[CodedRow], written: ChartedCell | Rating
) -> tuple[Change, ...]:
    """What differs between what something rested on and these codings of its cell."""
    if written.basis is None:
        return ()
    now = made.of(said)
    if basis_key(packed(now)) == written.basis:
        return ()
    return compare(bases.find(store, written.basis), now, frozenset(written.links))


def with_charted(store: Store, found: Material) -> Material:
    """The same material with cells, ratings and events, each with what changed since."""
    return replace(found, charted=Present(store, found).charted())
