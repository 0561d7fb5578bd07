"""What speaks against a reading, and whether whoever settles it has looked at that."""

from __future__ import annotations

from collections.abc import Sequence

from qualcode.domain.contrary import SIDES, Against, against, side_of
from qualcode.domain.framework import CASE, Place
from qualcode.domain.material import CodedRow
from qualcode.errors import Invalid
from qualcode.sentences import sentence
from qualcode.services.people import Cases
from qualcode.services.session import Session
from qualcode.storage import framework, ratings


class Contrary:
    """Lists of contrary evidence for cells, ratings, findings and propositions.

    A coding speaks against a side (helps or hinders) when its valence is the opposite one, or its
    standing is denied. A side that is not given is the one that most of the codings are on.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_codings(
        self, coding_ids: Sequence[str], *, side: str | None = None
    ) -> tuple[Against, ...]:
        """What speaks against among these codings, in the order of the documents."""
        wanted = frozenset(coding_ids)
        said = [one for one in framework.codings(self._session.store) if one.coding in wanted]
        return self.among(said, side=side)

    def of_code(
        self, code: str, case: str | None = None, *, side: str | None = None
    ) -> tuple[Against, ...]:
        """What speaks against among all codings of a code and those below it, in a case or all.

        Raises NotFound for an unknown code or case.
        """
        return self.among(self.said(code, case), side=side)

    def said(self, code: str, case: str | None = None) -> list[CodedRow]:
        """The codings of a code and those below it, in one case (name or id) or in all."""
        book = self._session.book()
        codes = book.below(book.code(code).id)
        if case is not None:
            place = Place(CASE, Cases(self._session).resolve(case).id, code)
            return framework.codings(self._session.store, place, codes)
        wanted = frozenset(codes)
        return [one for one in framework.codings(self._session.store) if one.code in wanted]

    def among(self, said: Sequence[CodedRow], *, side: str | None = None) -> tuple[Against, ...]:
        """What speaks against among codings that were read already."""
        if side is not None and side not in SIDES:
            raise Invalid(
                sentence("'{side}' is no side.", side=side),
                sentence("Known: {names}.", names=", ".join(SIDES)),
            )
        return against(said, side or side_of(said))

    def opened(
        self, subject_kind: str, subject: str, found: Sequence[Against], *, anybody: bool = False
    ) -> bool:
        """Whether this coder (or `anybody`) has opened a list that held all of `found`.

        An empty list has to be opened too: that nothing speaks against is a thing to see.
        """
        coder = None if anybody else self._session.coder
        if coder is None and not anybody:
            return False
        lists = ratings.seen(self._session.store, subject_kind, subject, coder)
        known = frozenset().union(*lists)
        return bool(lists) and {one.coding for one in found} <= known

    def open(self, subject_kind: str, subject: str, found: Sequence[Against]) -> None:
        """Log that this coder has opened the list; nothing where it was opened as it is."""
        if self.opened(subject_kind, subject, found):
            return
        with self._session.act("contrary.open", about=subject_kind, codings=len(found)) as act:
            ratings.put_seen(act, subject_kind, subject, [one.coding for one in found])
