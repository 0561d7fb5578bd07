"""The codings that a query means, followed from act to act."""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from dataclasses import replace

from qualcode.domain.coding import Coding
from qualcode.domain.material import Material
from qualcode.domain.query import Near, Query, Term, parts_of
from qualcode.domain.query_match import needs_texts
from qualcode.services.codings import Codings
from qualcode.services.queries import Queries
from qualcode.services.session import Session
from qualcode.storage import coded_few, project
from qualcode.storage import material as stored
from qualcode.storage.touched import touched_segments


class Followed:
    """All codings of the project, and those a query means.

    After an act only the passages that it changed are read again, as long as the journal tells
    which these are; then the lists hold the very same objects for all others.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._codings = Codings(session)
        self._queries = Queries(session)
        self._at: tuple[int, int] | None = None
        self._since = 0
        self._text: str | None = None
        self._query: Query | None = None
        self._meant: frozenset[str] = frozenset()
        self._around: Material | None = None
        self.all: Sequence[Coding] = ()
        """All live codings as they were read last, in the order of `Codings.list`."""

    def read(self, query: str | None = None) -> Sequence[Coding]:
        """The codings a query means now, in the same order; all for None.

        Raises as `Queries.understand` does; what was read before then stays.
        """
        with self._session.store.reading():
            self._catch_up()
            if query is None:
                return self.all
            if query != self._text:
                self._meant = self._queries.ids(query)
                self._text, self._query = query, self._queries.understand(query)
        return [coding for coding in self.all if coding.id in self._meant]

    def _catch_up(self) -> None:
        store = self._session.store
        now = store.changed()
        if now == self._at:
            return
        touched = touched_segments(store, self._since) if self._at is not None else None
        if touched is None:
            self.all = self._codings.list()
            self._text = self._around = None
        elif touched:
            segments = sorted(touched)
            places = [n for n, coding in enumerate(self.all) if coding.segment in touched]
            self._ask_again(segments, {self.all[place].id for place in places})
            self.all = exchanged(self.all, places, self._codings.on_segments(segments))
        self._at, self._since = now, project.last_act(store)

    def _ask_again(self, segments: Sequence[str], gone: set[str]) -> None:
        """Ask the query of these segments, where it can be asked of each alone; `gone` are the
        codings that were on them."""
        query = self._query
        if self._text is None or query is None or not _alone(query):
            self._text = None
            return
        if self._around is None:
            self._around = stored.outline(self._session.store, self._session.book())
        codings, degrees = coded_few.few(self._session.store, segments)
        few = replace(self._around, codings=codings, degrees=degrees)
        self._meant = self._meant - gone | self._queries.meant(few, query).codings


def exchanged(
    codings: Sequence[Coding], places: Sequence[int], fresh: Sequence[Coding]
) -> Sequence[Coding]:
    """The codings with those at these places exchanged for the fresh ones, in their order."""
    found, new = list(codings), {coding.id: coding for coding in fresh}
    for place in reversed(places):
        now = new.get(found[place].id)
        if now is not None and _order(now) == _order(found[place]):
            found[place] = new.pop(now.id)
        else:
            del found[place]
    for coding in new.values():
        insort(found, coding, key=_order)
    return found


def _order(coding: Coding) -> tuple[object, ...]:
    return coding.document, coding.document_id, coding.start, coding.end, coding.code


def _alone(query: Query) -> bool:
    """Whether a query holds of a coding or not whatever else is coded, and needs no texts."""
    parts = list(parts_of(query))
    if any(isinstance(part, Near) for part in parts) or needs_texts(query):
        return False
    return not any(isinstance(part, Term) and part.name == "theme" for part in parts)
