"""Ratings of a condition in a case: two raters alone, then together, on linked evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qualcode.domain.contrary import HELPS, Against, against_absence
from qualcode.domain.framework import CASE, Place
from qualcode.domain.material import CodedRow
from qualcode.domain.rating import (
    AGREED,
    OWN,
    Rating,
    Rule,
    check,
    in_place,
    needs_contrary,
    rating_scale,
    rules,
    visible,
)
from qualcode.errors import Conflict, Invalid, NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services.cell_view import CellReading
from qualcode.services.contrary import Contrary
from qualcode.services.framework import CELL, Framework
from qualcode.services.people import Cases
from qualcode.services.session import Session
from qualcode.storage import bases, framework
from qualcode.storage import ratings as stored
from qualcode.storage.charted import Present
from qualcode.storage.journal import Act
from qualcode.storage.material import outline


@dataclass(frozen=True, slots=True)
class RatingDetails:
    """What is said with a rating; a `links` of None keeps the links, or takes the cell's.

    `agreed` is the raters' common value. `value` None is "not enough evidence".
    """

    value: int | None
    sentence: str | None = None
    links: tuple[str, ...] | None = None
    period: str | None = None
    agreed: bool = False


class Ratings:
    """Values of the codebook's scale per case, code and period. Every change is one act."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._reading = CellReading(session)
        self._framework = Framework(session)
        self.contrary = Contrary(session)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """What a rating must rest on in this project."""
        return rules(str(self._session.settings["rating_rules"] or ""))

    def list(
        self, case: str | None = None, code: str | None = None, *, blind: bool = False
    ) -> Sequence[Rating]:
        """The ratings with what changed since, oldest first, of one case or code or of all.

        With `blind` those that another rater gave alone are left out of places where this coder
        has not rated yet and nothing is agreed.
        """
        store, book = self._session.store, self._session.book()
        case_id = Cases(self._session).resolve(case).id if case else None
        found = stored.ratings(store, case_id, book.code(code).id if code else None)
        if found:
            codings = tuple(framework.codings(store))
            present = Present(store, replace(outline(store, book), codings=codings))
            found = [present.rating(one) for one in found]
        return visible(found, self._session.coder) if blind else found

    def of(self, case: str, code: str, *, blind: bool = False) -> Sequence[Rating]:
        """The ratings of one cell in all periods."""
        place = self._framework.place(case, code)
        found = self._reading.ratings(place, self._reading.said(place))
        return visible(found, self._session.coder) if blind else found

    def rate(self, case: str, code: str, details: RatingDetails) -> Rating:
        """Give this coder's own rating, or the agreed one; an earlier one is replaced.

        Raises Invalid when the value is off the scale, the period unknown, a link not in the cell
        or a rule of evidence is not met; Conflict when what speaks against was not opened, or an
        agreed rating would come before two raters' own.
        """
        place = self._framework.place(case, code)
        said = self._reading.said(place)
        kind = AGREED if details.agreed else OWN
        where = (place.row, place.code, self._period(details.period))
        links = self._links(place, details, where)
        self._check(place, details, (links, said))
        if details.agreed:
            self._check_agreeable(where)
        with self._session.act("rating.give", case=place.row, code=place.code) as act:
            self._put(act, (where, kind), details, (links, said))
        return next(one for one in self.of(place.row, place.code) if one.id == act.detail["rating"])

    def _put(
        self,
        act: Act,
        place: tuple[tuple[str, str, str | None], str],
        details: RatingDetails,
        rests_on: tuple[Sequence[str], Sequence[CodedRow]],
    ) -> None:
        links, said = rests_on
        basis = bases.keep(act.store, framework.prints(act.store, said).of(said))
        rating = stored.make(act, *place, basis)
        act.detail.update(rating=rating, value="NE" if details.value is None else details.value)
        gone = [one for one in framework.linked(act.store, "rating", rating) if one not in links]
        framework.unlink(act, "rating", rating, gone)
        framework.link(act, "rating", rating, links)
        sentence = (details.sentence or "").strip() or None
        values = {"value": details.value, "sentence": sentence, "basis": basis}
        if act.update("ratings", rating, values):
            act.update("ratings", rating, {"coder_id": act.coder_id, "written": act.store.clock()})

    def still_right(self, rating_id: str) -> Rating:
        """Say that a rating holds for the cell as it is now."""
        found = self._get(rating_id)
        place = Place(CASE, found.case_id, found.code)
        said = self._reading.said(place)
        present = {one.coding for one in said}
        links = tuple(one for one in found.links if one in present)
        self._check(place, RatingDetails(found.value, links=links), (links, said))
        with self._session.act("rating.refresh", case=found.case_id, code=found.code) as act:
            act.detail["rating"] = found.id
            framework.unlink(
                act, "rating", found.id, [one for one in found.links if one not in present]
            )
            basis = bases.keep(act.store, framework.prints(act.store, said).of(said))
            if act.update("ratings", found.id, {"basis": basis}):
                act.update("ratings", found.id, {"written": act.store.clock()})
        return self._get(rating_id)

    def remove(self, rating_id: str) -> None:
        """Take a rating away."""
        found = self._get(rating_id)
        with self._session.act("rating.remove", case=found.case_id, code=found.code) as act:
            act.detail["rating"] = found.id
            act.remove("ratings", found.id)

    def against(self, case: str, code: str, value: int | None) -> tuple[Against, ...]:
        """What speaks against a value: for a high one what hinders or denies, and what came of
        cases that have it and the other outcome, for a low one what helps; for "not enough
        evidence" what speaks against most passages."""
        place = self._framework.place(case, code)
        return self._against(place, self._reading.said(place), value)

    def open_contrary(self, case: str, code: str, value: int | None) -> tuple[Against, ...]:
        """Log that this coder looks at what speaks against a value; returns it."""
        place = self._framework.place(case, code)
        found = self._against(place, self._reading.said(place), value)
        self.contrary.open(CELL, place.subject, found)
        return found

    def _against(
        self, place: Place, said: Sequence[CodedRow], value: int | None
    ) -> tuple[Against, ...]:
        if value is not None and not in_place(value, rating_scale(self._session.book())):
            return against_absence(said)
        found, _ = self.contrary.of_cell(place, said, side=None if value is None else HELPS)
        return found

    def _check(
        self,
        place: Place,
        details: RatingDetails,
        rests_on: tuple[Sequence[str], Sequence[CodedRow]],
    ) -> None:
        links, said = rests_on
        scale = rating_scale(self._session.book())
        if details.value is not None:
            scale.by_number(details.value)
        strange = set(links) - {one.coding for one in said}
        if strange:
            raise Invalid(
                sentence("Not in this cell: {names}.", names=", ".join(sorted(strange)[:5])),
                sentence("See its codings: qualcode cell show."),
            )
        check(details.value, self.rules, stored.rests_on(self._session.store, links))
        if needs_contrary(details.value, self.rules):
            found = self._against(place, said, details.value)
            if not self.contrary.opened(CELL, place.subject, found):
                raise Conflict(
                    sentence(
                        "What speaks against a rating of {value} has not been opened "
                        "({number} codings).",
                        value=details.value,
                        number=len(found),
                    ),
                    sentence(
                        "Look at it first: qualcode cell contrary CASE CODE --for {value}",
                        value=details.value,
                    ),
                )

    def _check_agreeable(self, where: tuple[str, str, str | None]) -> None:
        own = [one for one in self._at(where) if one.kind == OWN]
        if len({one.coder for one in own}) < 2:
            raise Conflict(
                sentence("An agreed rating comes after two raters' own."),
                sentence("Let each rate alone first: qualcode --coder NAME cell rate ..."),
            )

    def _links(
        self, place: Place, details: RatingDetails, where: tuple[str, str, str | None]
    ) -> tuple[str, ...]:
        """The evidence: what is given, else what the rating has, else what it follows from.

        An agreed rating follows from the raters' own ones, an own one from the cell's summary.
        """
        if details.links is not None:
            return tuple(dict.fromkeys(details.links))
        at = self._at(where)
        if details.agreed:
            found = [one for one in at if one.kind == AGREED] or at
        else:
            found = [one for one in at if one.kind == OWN and one.coder == self._session.coder]
        links = tuple(dict.fromkeys(link for one in found for link in one.links))
        if links:
            return links
        cell = self._reading.written(place)
        return cell.links if cell is not None else ()

    def _at(self, where: tuple[str, str, str | None]) -> Sequence[Rating]:
        case_id, code, period = where
        found = stored.ratings(self._session.store, case_id, code)
        return [one for one in found if one.period == period]

    def _period(self, period: str | None) -> str | None:
        known = self._session.settings["periods"]
        if period is not None and period not in known:
            hint = nearest(period, known) or sentence("Known: {names}.", names=", ".join(known))
            raise Invalid(sentence("'{period}' is no period of this project.", period=period), hint)
        return period

    def _get(self, rating_id: str) -> Rating:
        for one in self.list():
            if one.id == rating_id:
                return one
        raise NotFound(
            sentence("There is no rating '{rating_id}'.", rating_id=rating_id),
            sentence("See qualcode cell ratings."),
        )
