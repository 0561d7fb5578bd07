"""Degrees of collaboration: values of the scale on segments, said of a pair and an activity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qualcode.domain.coding import Coding, Degree, DegreeDetails, PlacedDegree
from qualcode.errors import Conflict, Invalid, NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services.people import Organisations
from qualcode.services.session import Session
from qualcode.storage import codings as stored
from qualcode.storage import degrees as rows
from qualcode.storage.journal import Act

SCALE = "degree"


class Degrees:
    """What is said of how closely two organisations work together."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._organisations = Organisations(session)
        self.made: list[str] = []

    def list(self, document: str | None = None) -> list[PlacedDegree]:
        """All degrees with where they stand, or those of the document with that id."""
        return rows.degrees(self._session.store, document)

    def add(self, segment: str, details: DegreeDetails, *, strict: bool = False) -> Degree:
        """Set a degree on a segment; one per pair and activity, a second one raises Conflict.

        Raises NotFound for a segment that is not there any more.
        """
        self.made = []
        with self._session.act("degree.add", segment=segment, value=details.value) as act:
            if stored.place_of(act.store, segment) is None:
                raise NotFound(sentence("That passage is not there any more."))
            degree_id = self.put(act, segment, details, strict=strict)
        return self._get(degree_id)

    def add_to(self, coding: Coding, details: DegreeDetails, *, strict: bool = False) -> Degree:
        """Set a degree on the passage of a coding."""
        return self.add(coding.segment, details, strict=strict)

    def put(self, act: Act, segment: str, details: DegreeDetails, *, strict: bool) -> str:
        """`add` within an act that is under way; returns the degree's id."""
        made = self.put_once(act, segment, details, strict=strict)
        if made is None:
            raise Conflict(
                sentence("This passage has a degree for that pair and activity already."),
                sentence("Change it with `qualcode degree set`."),
            )
        return made

    def put_once(
        self, act: Act, segment: str, details: DegreeDetails, *, strict: bool = False
    ) -> str | None:
        """Set a degree unless there is one for its pair, activity and period; its id, or None."""
        values = self._values(act, details, strict=strict)
        if rows.same(act.store, segment, values) is not None:
            return None
        row = {"segment_id": segment, **values, "created": act.store.clock()}
        return act.insert("degrees", row)

    def set(self, degree_id: str, changes: Mapping[str, Any], *, strict: bool = False) -> Degree:
        """Change `value`, `from`, `to`, `activity` or `period`; None clears all but the value."""
        now = self._get(degree_id)
        details = DegreeDetails(
            value=int(changes.get("value", now.value)),
            from_organisation=changes.get("from", now.from_organisation),
            to_organisation=changes.get("to", now.to_organisation),
            activity=changes.get("activity", now.activity),
            period=changes.get("period", now.period),
        )
        self.made = []
        with self._session.act("degree.set", degree=degree_id, value=details.value) as act:
            act.update("degrees", degree_id, self._values(act, details, strict=strict))
        return self._get(degree_id)

    def remove(self, degree_id: str) -> None:
        """Take a degree away; a segment that says nothing any more goes with it."""
        self._get(degree_id)
        with self._session.act("degree.remove", degree=degree_id) as act:
            segment = rows.segment_of(act.store, degree_id)
            act.remove("degrees", degree_id)
            if segment is not None and stored.bare(act.store, segment):
                act.remove("segments", segment)

    def remembered_pair(self) -> tuple[str | None, str | None]:
        """The two organisations of this coder's last complete degree."""
        name = self._session.coder
        return stored.last_pair(self._session.store, name) if name else (None, None)

    def _get(self, degree_id: str) -> Degree:
        found = rows.degree(self._session.store, degree_id)
        if found is None:
            raise NotFound(
                sentence("There is no degree '{degree_id}'.", degree_id=degree_id),
                sentence("See `qualcode degree list`."),
            )
        return found

    def _values(self, act: Act, details: DegreeDetails, *, strict: bool) -> dict[str, Any]:
        self._session.book().scale(SCALE).by_number(details.value)
        periods = self._session.settings["periods"]
        if details.period is not None and details.period not in periods:
            hint = nearest(details.period, periods) or sentence(
                "Known: {names}.", names=", ".join(periods)
            )
            raise Invalid(
                sentence("'{period}' is no period of this project.", period=details.period), hint
            )
        return {
            "value": details.value,
            "from_id": self._named(act, details.from_organisation, strict=strict),
            "to_id": self._named(act, details.to_organisation, strict=strict),
            "activity": details.activity or None,
            "period": details.period,
        }

    def _named(self, act: Act, name: str | None, *, strict: bool) -> str | None:
        if not name:
            return None
        found, made = self._organisations.named(act, name, strict=strict)
        if made:
            self.made.append(name)
        return found
