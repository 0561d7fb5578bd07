"""Propositions: statements held against every case, with evidence both ways and a verdict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from qualcode.domain.claims import OPPOSITE, Weighed
from qualcode.domain.findings import STATUSES, VERDICTS, Proposition
from qualcode.errors import Invalid
from qualcode.sentences import sentence
from qualcode.services.claims import Grounded, Members, Opposed, clean
from qualcode.services.people import Cases
from qualcode.services.session import Session, pick
from qualcode.storage import claims
from qualcode.storage.claims import PROPOSITION
from qualcode.storage.journal import Act

FIELDS = ("statement", "query", "towards", "rival", "verdict", "status")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "towards": tuple(OPPOSITE),
    "verdict": VERDICTS,
    "status": STATUSES,
}
_NO_SUCH = {
    "towards": sentence("'{value}' is no direction of a proposition."),
    "verdict": sentence("'{value}' is no verdict."),
    "status": sentence("'{value}' is no status."),
}


class Propositions:
    """What is claimed of all cases; a case that speaks of it is never silent."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._grounded = Grounded(session)

    def list(self) -> list[Proposition]:
        """All propositions in their order."""
        return claims.propositions(self._session.store)

    def resolve(self, ref: str) -> Proposition:
        """The proposition with that id or statement."""
        return pick("proposition", ref, self.list())

    def weighed(self, ref: str) -> Weighed:
        """How every case stands to a proposition now, with the passages for and against."""
        return self.weigh(self.resolve(ref))

    def weigh(self, proposition: Proposition) -> Weighed:
        """The same of a proposition as it was read."""
        return self._grounded.weighed(proposition.grounds)

    def add(
        self, statement: str, said: Mapping[str, str | None], members: Members | None = None
    ) -> Proposition:
        """A new proposition; `said` may hold `query`, `towards`, `rival` and `verdict`.

        `towards` is the valence that supports it; without one what is said supports it, whatever
        its valence. Raises what the query cannot be understood for.
        """
        values = self._checked({**said, "statement": statement})
        checked = self._grounded.members(members or {})
        with self._session.act("proposition.add") as act:
            made = claims.add(act, PROPOSITION, values)
            act.detail["proposition"] = made
            claims.gather(act, PROPOSITION, made, checked)
        return self.resolve(made)

    def set(self, ref: str, changes: Mapping[str, str | None]) -> Proposition:
        """Change what is said of a proposition; None clears all but the statement.

        Raises Conflict for `final` while what speaks against it has not been opened.
        """
        found = self.resolve(ref)
        values = self._checked(changes)
        if values.get("status") == "final":
            said = {name: values[name] for name in ("query", "towards") if name in values}
            settled = replace(found, grounds=replace(found.grounds, **said))
            self._grounded.check_final(PROPOSITION, settled)
        elif found.status == "final" and {"query", "towards"} & values.keys():
            values["status"] = "draft"
        fields = sorted(changes)
        with self._session.act("proposition.set", proposition=found.id, fields=fields) as act:
            act.update("propositions", found.id, values)
        return self.resolve(found.id)

    def gather(self, ref: str, members: Members, side: str = "for") -> int:
        """Let a proposition rest on more codes, labels or codings, for it or against it."""
        found, checked = self.resolve(ref), self._grounded.members(members, side)
        said = {"proposition": found.id, "members": len(checked)}
        with self._session.act("proposition.gather", **said) as act:
            count = claims.gather(act, PROPOSITION, found.id, checked)
            _reopen(act, found, count)
        return count

    def drop(self, ref: str, members: Members) -> int:
        """Let it rest on fewer; returns how many were there."""
        found = self.resolve(ref)
        gone = [m for m in found.grounds.members if m.member in members.get(m.kind, ())]
        said = {"proposition": found.id, "members": len(gone)}
        with self._session.act("proposition.drop", **said) as act:
            count = claims.drop(act, PROPOSITION, found.id, gone)
            _reopen(act, found, count)
        return count

    def pin(self, ref: str, case: str, stance: str, reason: str) -> Proposition:
        """Place a case by hand, with the reason; a case that speaks of it cannot be silent."""
        found = self.resolve(ref)
        weighed = self._grounded.weighed(found.grounds)
        placed = self._grounded.pin(case, stance, reason, weighed)
        said = {"proposition": found.id, "case": placed.case_id}
        with self._session.act("proposition.pin", **said) as act:
            claims.pin(act, PROPOSITION, found.id, placed)
        return self.resolve(found.id)

    def unpin(self, ref: str, case: str) -> Proposition:
        """Let the codings place a case again."""
        found, case_id = self.resolve(ref), Cases(self._session).resolve(case).id
        with self._session.act("proposition.unpin", proposition=found.id, case=case_id) as act:
            claims.pin(act, PROPOSITION, found.id, case_id)
        return self.resolve(found.id)

    def contrary(self, ref: str) -> Opposed:
        """What speaks against a proposition, without opening it."""
        return self._grounded.opposed(PROPOSITION, self.resolve(ref))

    def open_contrary(self, ref: str) -> Opposed:
        """What speaks against a proposition; it is logged that this coder has looked at it."""
        return self._grounded.open(PROPOSITION, self.resolve(ref))

    def outgrown(self) -> Sequence[Proposition]:
        """The final ones against which something speaks now that nobody has opened."""
        return [one for one in self.list() if self._grounded.outgrown(PROPOSITION, one)]

    def remove(self, ref: str) -> None:
        """Take a proposition away; codes and passages stay."""
        found = self.resolve(ref)
        with self._session.act("proposition.remove", proposition=found.id) as act:
            act.remove("propositions", found.id)

    def _checked(self, given: Mapping[str, str | None]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name in FIELDS:
            if name in given:
                values[name] = (given[name] or "").strip() or None
        if "statement" in values:
            values["statement"] = clean(values["statement"] or "", "proposition")
        for name, known in _CHOICES.items():
            said = values.get(name)
            if said is not None and said not in known:
                raise Invalid(
                    sentence(_NO_SUCH[name], value=said),
                    sentence("Known: {names}.", names=", ".join(known)),
                )
        if "status" in values:
            values["status"] = values["status"] or "draft"
        if values.get("query"):
            from qualcode.domain.query_text import text_of
            from qualcode.services.queries import Queries

            values["query"] = text_of(Queries(self._session).understand(values["query"]))
        return values


def _reopen(act: Act, found: Proposition, changed: int) -> None:
    """A proposition that rests on something else has to be settled anew."""
    if changed and found.status == "final":
        act.update("propositions", found.id, {"status": "draft"})
