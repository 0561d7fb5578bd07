"""Findings: success factors and pitfalls as the analyst words them, with cases for and against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qualcode.domain.claims import Weighed
from qualcode.domain.findings import FINDING_KINDS, STATUSES, TOWARDS, Finding
from qualcode.errors import Conflict, Invalid
from qualcode.sentences import sentence
from qualcode.services.claims import Grounded, Members, Opposed, clean, said_by
from qualcode.services.people import Cases
from qualcode.services.session import Session, pick
from qualcode.storage import chosen, claims
from qualcode.storage.claims import FINDING
from qualcode.storage.journal import Act

FIELDS = ("statement", "kind", "met", "status")
_NO_SUCH = {
    "kind": sentence("'{value}' is no kind of finding."),
    "status": sentence("'{value}' is no status."),
}


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with how every case stands to it now.

    `informants` and `organisations` are those behind the supporting passages (ids).
    """

    finding: Finding
    weighed: Weighed
    informants: frozenset[str]
    organisations: frozenset[str]


class Findings:
    """What the analyst found; where each case stands is counted anew from the codings."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._grounded = Grounded(session)

    def list(self) -> list[Finding]:
        """All findings in their order."""
        return claims.findings(self._session.store)

    def resolve(self, ref: str) -> Finding:
        """The finding with that id or statement."""
        return pick("finding", ref, self.list())

    def show(self, ref: str) -> FindingView:
        """A finding with its cases, passages, informants and organisations."""
        return self.view(self.resolve(ref))

    def view(self, finding: Finding) -> FindingView:
        """The same of a finding as it was read."""
        weighed = self._grounded.weighed(finding.grounds)
        people, employers = said_by(weighed.rows("for"), self._grounded.spoken().material)
        return FindingView(finding, weighed, frozenset(people), frozenset(employers))

    def add(
        self,
        statement: str,
        kind: str,
        members: Members | None = None,
        *,
        met: str | None = None,
    ) -> Finding:
        """A new finding; members are `code`, `label` and `coding`, each a list."""
        values = self._checked({"statement": statement, "kind": kind, "met": met})
        checked = self._grounded.members(members or {})
        with self._session.act("finding.add") as act:
            made = claims.add(act, FINDING, values)
            act.detail["finding"] = made
            claims.gather(act, FINDING, made, checked)
        return self.resolve(made)

    def set(self, ref: str, changes: Mapping[str, str | None]) -> Finding:
        """Change `statement`, `kind`, `met` or `status`; None clears `met`.

        Raises Conflict for `final` while what speaks against it has not been opened.
        """
        found = self.resolve(ref)
        values = self._checked(changes)
        if values.get("status") == "final":
            towards = TOWARDS[values.get("kind", found.kind)]
            settled = replace(found, grounds=replace(found.grounds, towards=towards))
            self._grounded.check_final(FINDING, settled)
        elif found.status == "final" and values.get("kind", found.kind) != found.kind:
            values["status"] = "draft"
        with self._session.act("finding.set", finding=found.id, fields=sorted(values)) as act:
            act.update("findings", found.id, values)
        return self.resolve(found.id)

    def gather(self, ref: str, members: Members, side: str = "for") -> int:
        """Let a finding rest on more codes, labels or codings; a final one is a draft again."""
        found, checked = self.resolve(ref), self._grounded.members(members, side)
        with self._session.act("finding.gather", finding=found.id, members=len(checked)) as act:
            count = claims.gather(act, FINDING, found.id, checked)
            _reopen(act, found, count)
        return count

    def drop(self, ref: str, members: Members) -> int:
        """Let it rest on fewer; returns how many were there."""
        found = self.resolve(ref)
        gone = [m for m in found.grounds.members if m.member in members.get(m.kind, ())]
        with self._session.act("finding.drop", finding=found.id, members=len(gone)) as act:
            count = claims.drop(act, FINDING, found.id, gone)
            _reopen(act, found, count)
        return count

    def merge(self, ref: str, others: Sequence[str], statement: str | None = None) -> Finding:
        """Let other findings of the same kind go into this one, as one act.

        Their grounds, quotes and cases placed by hand come along; where both placed a case, this
        one's word stands. The merged finding is a draft.
        """
        kept = self.resolve(ref)
        gone = list(
            {one.id: one for one in map(self.resolve, others) if one.id != kept.id}.values()
        )
        if not gone:
            raise Invalid(
                sentence("A finding is merged with another one."),
                sentence("Name at least one other."),
            )
        wrong = [one for one in gone if one.kind != kept.kind]
        if wrong:
            raise Conflict(
                sentence("A success factor and a pitfall are not one finding."),
                sentence("Change the kind of one of them first, or keep both."),
            )
        values: dict[str, Any] = {"status": "draft"}
        if statement is not None:
            values["statement"] = clean(statement, "finding")
        ways = [one.met for one in (kept, *gone) if one.met]
        if kept.kind == "pitfall" and ways:
            values["met"] = "\n".join(dict.fromkeys(ways))
        with self._session.act("finding.merge", finding=kept.id, n=len(gone)) as act:
            for one in gone:
                _take_in(act, kept, one)
            act.update("findings", kept.id, values)
        return self.resolve(kept.id)

    def pin(self, ref: str, case: str, stance: str, reason: str) -> Finding:
        """Place a case by hand, with the reason; it stays so whatever the codings say.

        Only a case without passages can be called silent; it is silent no more once it has some.
        """
        found = self.resolve(ref)
        weighed = self._grounded.weighed(found.grounds)
        placed = self._grounded.pin(case, stance, reason, weighed)
        with self._session.act("finding.pin", finding=found.id, case=placed.case_id) as act:
            claims.pin(act, FINDING, found.id, placed)
        return self.resolve(found.id)

    def unpin(self, ref: str, case: str) -> Finding:
        """Let the codings place a case again."""
        found, case_id = self.resolve(ref), Cases(self._session).resolve(case).id
        with self._session.act("finding.unpin", finding=found.id, case=case_id) as act:
            claims.pin(act, FINDING, found.id, case_id)
        return self.resolve(found.id)

    def contrary(self, ref: str) -> Opposed:
        """What speaks against a finding, without opening it."""
        return self._grounded.opposed(FINDING, self.resolve(ref))

    def open_contrary(self, ref: str) -> Opposed:
        """What speaks against a finding; it is logged that this coder has looked at it."""
        return self._grounded.open(FINDING, self.resolve(ref))

    def outgrown(self) -> Sequence[Finding]:
        """The final ones against which something speaks now that nobody has opened."""
        return [one for one in self.list() if self._grounded.outgrown(FINDING, one)]

    def remove(self, ref: str) -> None:
        """Take a finding away; codes and passages stay."""
        found = self.resolve(ref)
        with self._session.act("finding.remove", finding=found.id) as act:
            act.remove("findings", found.id)

    def _checked(self, given: Mapping[str, str | None]) -> dict[str, Any]:
        values: dict[str, Any] = {name: given[name] for name in FIELDS if name in given}
        if "statement" in values:
            values["statement"] = clean(values["statement"] or "", "finding")
        for name, known in (("kind", FINDING_KINDS), ("status", STATUSES)):
            if name in values and values[name] not in known:
                raise Invalid(
                    sentence(_NO_SUCH[name], value=values[name]),
                    sentence("Known: {names}.", names=", ".join(known)),
                )
        if "met" in values:
            values["met"] = (values["met"] or "").strip() or None
        return values


def _reopen(act: Act, found: Finding, changed: int) -> None:
    """A finding that rests on something else has to be settled anew."""
    if changed and found.status == "final":
        act.update("findings", found.id, {"status": "draft"})


def _take_in(act: Act, kept: Finding, gone: Finding) -> None:
    own = {(m.kind, m.member) for m in kept.grounds.members}
    fresh = [m for m in gone.grounds.members if (m.kind, m.member) not in own]
    claims.gather(act, FINDING, kept.id, fresh)
    placed = {pin.case_id for pin in kept.grounds.pins}
    for pin in gone.grounds.pins:
        if pin.case_id not in placed:
            claims.pin(act, FINDING, kept.id, pin)
    chosen.move(act, (FINDING, gone.id), kept.id)
    act.update("findings", gone.id, {"merged_into": kept.id, "deleted": 1})
