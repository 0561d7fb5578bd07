"""What speaks against a reading, and whether whoever settles it has looked at that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qualcode.domain.claims import Member, case_stance
from qualcode.domain.contrary import BY_OUTCOME, SIDES, Against, against, side_of
from qualcode.domain.framework import CASE, Place
from qualcode.domain.material import CodedRow
from qualcode.domain.outcome_scale import other_end, outcome_scale
from qualcode.errors import Invalid
from qualcode.sentences import sentence
from qualcode.services.people import Cases
from qualcode.services.session import Session
from qualcode.storage import claims, framework, ratings

Speaking = tuple[tuple[Against, ...], tuple[str, ...]]
"""What speaks against: codings, and the cases (ids) that have it and the other outcome."""


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

    def of_cell(
        self, place: Place, said: Sequence[CodedRow], *, side: str | None = None
    ) -> Speaking:
        """What speaks against the reading of a cell with these codings; nothing where it has none.

        Beside its own codings these are the outcomes of the cases that have the code on this side,
        as a finding on it would, and came out at the other end of the scale.
        """
        found = self.among(said, side=side)
        if not said:
            return found, ()
        towards = side or side_of(said)
        codes, code = self._session.book().below(place.code), Member("code", place.code)
        ends = self.other_end(towards)
        there = framework.said_in_cases(self._session.store, codes, ends) if ends else {}
        cases = tuple(
            case for case in ends if case_stance(there.get(case, ()), code, towards) == "supporting"
        )
        return self.with_outcomes({one.coding: one.reason for one in found}, cases), cases

    def other_end(self, towards: str | None) -> tuple[str, ...]:
        """The cases that came out at the other end than what helps or hinders leads one to think.

        Where nothing is said of `towards`, that is the lower end.
        """
        scale = outcome_scale(self._session.book())
        return other_end(claims.outcomes(self._session.store), scale, towards)

    def with_outcomes(
        self, reasons: Mapping[str, str], cases: Sequence[str]
    ) -> tuple[Against, ...]:
        """Codings with why they speak against, and those that tell of the outcomes of cases."""
        found = dict(reasons)
        for outcome in claims.outcomes(self._session.store) if cases else ():
            for coding in outcome.codings if outcome.case_id in cases else ():
                found.setdefault(coding, BY_OUTCOME)
        return tuple(Against(coding, reason) for coding, reason in found.items())

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
