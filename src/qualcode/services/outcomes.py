"""Outcomes: what came of each case, early, in its systems and in the population."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from qualcode.domain.claims import Member
from qualcode.domain.codebook import Scale
from qualcode.domain.findings import OUTCOME_CLASSES, Outcome
from qualcode.domain.outcome_scale import outcome_scale
from qualcode.errors import Invalid
from qualcode.sentences import sentence
from qualcode.services.claims import Grounded, clean
from qualcode.services.people import Cases
from qualcode.services.session import Session, pick
from qualcode.storage import claims
from qualcode.storage.claims import OUTCOME

FIELDS = ("statement", "kind", "level", "period")


class Outcomes:
    """Statements on what came of a case, each with a level, a period and its evidence."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._grounded = Grounded(session)

    def list(self, case: str | None = None) -> list[Outcome]:
        """All outcomes case by case, or those of one case."""
        found = claims.outcomes(self._session.store)
        if case is None:
            return found
        case_id = Cases(self._session).resolve(case).id
        return [one for one in found if one.case_id == case_id]

    def resolve(self, ref: str) -> Outcome:
        """The outcome with that id or statement."""
        return pick("outcome", ref, self.list())

    def scale(self) -> Scale:
        """The levels that outcomes are put on: the codebook's scale `outcome`, else 0 to 3."""
        return outcome_scale(self._session.book())

    def add(
        self,
        case: str,
        kind: str,
        statement: str,
        said: Mapping[str, str | None] | None = None,
        codings: Sequence[str] = (),
    ) -> Outcome:
        """A new outcome of class `kind`; `said` may hold `level` (id or number) and `period`."""
        values = self._checked({**(said or {}), "kind": kind, "statement": statement})
        values["case_id"] = Cases(self._session).resolve(case).id
        members = self._grounded.members({"coding": codings})
        with self._session.act("outcome.add", case=values["case_id"]) as act:
            made = claims.add(act, OUTCOME, values)
            act.detail["outcome"] = made
            claims.gather(act, OUTCOME, made, members)
        return self.resolve(made)

    def set(self, ref: str, changes: Mapping[str, str | None]) -> Outcome:
        """Change `statement`, `kind`, `level` or `period`; None clears the last two."""
        found = self.resolve(ref)
        values = self._checked(changes)
        with self._session.act("outcome.set", outcome=found.id, fields=sorted(values)) as act:
            act.update("outcomes", found.id, values)
        return self.resolve(found.id)

    def link(self, ref: str, codings: Sequence[str]) -> int:
        """Let an outcome rest on more codings; returns how many are new."""
        found = self.resolve(ref)
        members = self._grounded.members({"coding": codings})
        with self._session.act("outcome.link", outcome=found.id, codings=len(members)) as act:
            return claims.gather(act, OUTCOME, found.id, members)

    def unlink(self, ref: str, codings: Sequence[str]) -> int:
        """Let an outcome rest on fewer codings; returns how many were there."""
        found = self.resolve(ref)
        gone = [Member("coding", one) for one in codings]
        with self._session.act("outcome.unlink", outcome=found.id, codings=len(gone)) as act:
            return claims.drop(act, OUTCOME, found.id, gone)

    def remove(self, ref: str) -> None:
        """Take an outcome away; passages stay."""
        found = self.resolve(ref)
        with self._session.act("outcome.remove", outcome=found.id) as act:
            act.remove("outcomes", found.id)

    def _checked(self, given: Mapping[str, str | None]) -> dict[str, Any]:
        values: dict[str, Any] = {name: given[name] for name in FIELDS if name in given}
        if "statement" in values:
            values["statement"] = clean(values["statement"] or "", "outcome")
        if "kind" in values and values["kind"] not in OUTCOME_CLASSES:
            known = ", ".join(OUTCOME_CLASSES)
            raise Invalid(
                sentence("'{value}' is no class of outcomes.", value=values["kind"]),
                sentence("Known: {known}.", known=known),
            )
        if values.get("level"):
            level = str(values["level"])
            scale = self.scale()
            found = scale.by_number(int(level)) if level.isdecimal() else scale.by_id(level)
            values["level"] = found.id
        periods = self._session.settings["periods"]
        if values.get("period") and values["period"] not in periods:
            raise Invalid(
                sentence("'{value}' is no period.", value=values["period"]),
                sentence("Known: {names}.", names=", ".join(periods)),
            )
        return {name: value or None for name, value in values.items()}
