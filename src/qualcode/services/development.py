"""How cases develop: degrees between partners, ratings over the periods, events and setbacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from qualcode.domain.degree_pairs import DegreeMatrix, degree_matrix
from qualcode.domain.development import CaseDevelopment, case_development
from qualcode.domain.rating import EVENT, EVENT_KINDS, Event
from qualcode.errors import Invalid, NotFound, nearest
from qualcode.sentences import sentence
from qualcode.services import readings
from qualcode.services.people import Cases
from qualcode.services.session import Session
from qualcode.storage import ratings


class Development:
    """Reads how cases develop, and keeps what the analyst enters of events."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def degrees(self, case: str, period: str | None = None) -> DegreeMatrix:
        """The directed pairs of a case, in one period or in all of them together."""
        case_id = Cases(self._session).resolve(case).id
        found = readings.material(self._session)
        return degree_matrix(found.degrees, case_id, self._period(period))

    def courses(self, case: str | None = None) -> Sequence[CaseDevelopment]:
        """Ratings and the median degree of each case, or of one, through the periods."""
        charted = readings.charted(self._session)
        found = replace(readings.material(self._session), charted=charted)
        wanted = Cases(self._session).resolve(case).id if case else None
        return [case_development(found, one.id) for one in found.cases if wanted in (None, one.id)]

    def events(self, case: str | None = None) -> Sequence[Event]:
        """What was entered, by case and period in their order."""
        order = [one.id for one in Cases(self._session).list()]
        wanted = Cases(self._session).resolve(case).id if case else None
        periods = [*self._session.settings["periods"], None]
        found = [
            one for one in ratings.events(self._session.store) if wanted in (None, one.case_id)
        ]
        rank = {period: at for at, period in enumerate(periods)}
        return sorted(
            found, key=lambda one: (order.index(one.case_id), rank.get(one.period, len(rank)))
        )

    def add_event(
        self, case: str, text: str, *, period: str | None = None, kind: str = EVENT
    ) -> Event:
        """Enter an event or setback of a case; raises Invalid for an unknown period or kind."""
        row = {
            "case_id": Cases(self._session).resolve(case).id,
            **self._checked({"text": text, "period": period, "kind": kind}),
        }
        with self._session.act("event.add", case=row["case_id"]) as act:
            event = act.insert("events", row)
            act.detail["event"] = event
        return self.event(event)

    def set_event(self, event_id: str, changes: Mapping[str, str | None]) -> Event:
        """Change `text`, `period` or `kind`; None clears the period."""
        found = self.event(event_id)
        values = self._checked(changes)
        with self._session.act("event.set", event=found.id, fields=sorted(values)) as act:
            act.detail["case"] = found.case_id
            act.update("events", found.id, values)
        return self.event(event_id)

    def remove_event(self, event_id: str) -> None:
        """Take an event away."""
        found = self.event(event_id)
        with self._session.act("event.remove", event=found.id, case=found.case_id) as act:
            act.remove("events", found.id)

    def event(self, event_id: str) -> Event:
        """The event with that id; raises NotFound."""
        for one in ratings.events(self._session.store):
            if one.id == event_id:
                return one
        raise NotFound(
            sentence("There is no event '{event_id}'.", event_id=event_id),
            sentence("See qualcode event list."),
        )

    def _checked(self, changes: Mapping[str, str | None]) -> dict[str, Any]:
        unknown = set(changes) - {"text", "period", "kind"}
        if unknown:
            raise Invalid(sentence("An event has no {names}.", names=", ".join(sorted(unknown))))
        values: dict[str, Any] = dict(changes)
        if "text" in values:
            values["text"] = (values["text"] or "").strip()
            if not values["text"]:
                raise Invalid(
                    sentence("An event needs words."), sentence("Say in a sentence what happened.")
                )
        if values.get("kind", EVENT) not in EVENT_KINDS:
            raise Invalid(
                sentence("'{value}' is no event.", value=values["kind"]),
                sentence("Known: {names}.", names=", ".join(EVENT_KINDS)),
            )
        if "period" in values:
            values["period"] = self._period(values["period"])
        return values

    def _period(self, period: str | None) -> str | None:
        known = self._session.settings["periods"]
        if period and period not in known:
            hint = nearest(period, known) or sentence("Known: {names}.", names=", ".join(known))
            raise Invalid(sentence("'{period}' is no period of this project.", period=period), hint)
        return period or None
