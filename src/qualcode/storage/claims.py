"""Findings, propositions and outcomes in the project file, with what each of them rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from qualcode.domain.claims import Grounds, Member, Pin
from qualcode.domain.findings import TOWARDS, Finding, Outcome, Proposition
from qualcode.storage.journal import Act
from qualcode.storage.store import Store

FINDING, PROPOSITION, OUTCOME = "finding", "proposition", "outcome"
TABLES: Mapping[str, str] = {
    FINDING: "findings",
    PROPOSITION: "propositions",
    OUTCOME: "outcomes",
}


def findings(store: Store) -> list[Finding]:
    """All findings in their order; those merged into another are not among them."""
    members, pins = _members(store, FINDING), _pins(store, FINDING)
    merged: dict[str, list[str]] = {}
    for into, gone in store.rows(
        "SELECT merged_into, id FROM findings WHERE merged_into IS NOT NULL ORDER BY position"
    ):
        merged.setdefault(into, []).append(gone)
    return [
        Finding(
            id=row[0],
            kind=row[1],
            statement=row[2],
            grounds=Grounds(
                tuple(members.get(row[0], ())), tuple(pins.get(row[0], ())), towards=TOWARDS[row[1]]
            ),
            met=row[3],
            status=row[4],
            merged=tuple(merged.get(row[0], ())),
        )
        for row in store.rows(
            "SELECT id, kind, statement, met, status FROM findings WHERE deleted = 0"
            " ORDER BY position, id"
        )
    ]


def propositions(store: Store) -> list[Proposition]:
    """All propositions in their order."""
    members, pins = _members(store, PROPOSITION), _pins(store, PROPOSITION)
    return [
        Proposition(
            id=row[0],
            statement=row[1],
            grounds=Grounds(
                tuple(members.get(row[0], ())),
                tuple(pins.get(row[0], ())),
                query=row[2],
                towards=row[3],
                asserts=True,
            ),
            rival=row[4],
            verdict=row[5],
            status=row[6],
        )
        for row in store.rows(
            "SELECT id, statement, query, towards, rival, verdict, status FROM propositions"
            " WHERE deleted = 0 ORDER BY position, id"
        )
    ]


def outcomes(store: Store) -> list[Outcome]:
    """The outcomes of live cases, case by case in the order of the cases."""
    members = _members(store, OUTCOME)
    return [
        Outcome(
            id=row[0],
            case_id=row[1],
            kind=row[2],
            statement=row[3],
            level=row[4],
            period=row[5],
            codings=tuple(one.member for one in members.get(row[0], ())),
        )
        for row in store.rows(
            "SELECT o.id, o.case_id, o.kind, o.statement, o.level, o.period FROM outcomes o"
            " JOIN cases k ON k.id = o.case_id WHERE o.deleted = 0 AND k.deleted = 0"
            " ORDER BY k.position, k.id, o.position, o.id"
        )
    ]


def add(act: Act, kind: str, values: Mapping[str, Any]) -> str:
    """A new finding, proposition or outcome at the end of its list; returns its id."""
    table = TABLES[kind]
    position = act.store.value(f"SELECT coalesce(max(position), 0) + 1 FROM {table}")
    return act.insert(table, {**values, "position": position, "created": act.store.clock()})


def gather(act: Act, kind: str, owner: str, members: Iterable[Member]) -> int:
    """Put members under a claim; one that is there goes to the side that is named now.

    Returns how many came or changed sides.
    """
    changed = 0
    for one in members:
        known = _member_id(act.store, kind, owner, one)
        if known is not None:
            changed += act.update("claim_members", known, {"side": one.side})
            continue
        row = {"owner_kind": kind, "owner": owner, "kind": one.kind}
        act.insert("claim_members", {**row, "member": one.member, "side": one.side})
        changed += 1
    return changed


def drop(act: Act, kind: str, owner: str, members: Iterable[Member]) -> int:
    """Take members away from a claim, whatever side they are on; returns how many were there."""
    known = [_member_id(act.store, kind, owner, one) for one in members]
    return sum(act.remove("claim_members", found) for found in known if found is not None)


def pin(act: Act, kind: str, owner: str, placed: Pin | str) -> bool:
    """Place a case by hand; with the bare id of a case let its codings place it again."""
    case_id = placed if isinstance(placed, str) else placed.case_id
    known = act.store.value(
        "SELECT id FROM claim_pins WHERE owner_kind = ? AND owner = ? AND case_id = ?"
        " AND deleted = 0",
        (kind, owner, case_id),
    )
    if isinstance(placed, str):
        return known is not None and act.remove("claim_pins", known)
    values = {"stance": placed.stance, "reason": placed.reason}
    if known is not None:
        return act.update("claim_pins", known, values)
    act.insert("claim_pins", {"owner_kind": kind, "owner": owner, "case_id": case_id, **values})
    return True


def lead(act: Act, kind: str, member: str, into: tuple[str, str]) -> int:
    """Let claims that rest on a code, label or coding rest on another; returns how many did."""
    found = act.store.rows(
        "SELECT id, owner_kind, owner, side FROM claim_members"
        " WHERE kind = ? AND member = ? AND deleted = 0",
        (kind, member),
    )
    for row_id, owner_kind, owner, side in found:
        act.remove("claim_members", row_id)
        new = Member(*into, side)
        if _member_id(act.store, owner_kind, owner, new) is None:
            gather(act, owner_kind, owner, [new])
    return len(found)


def _member_id(store: Store, kind: str, owner: str, member: Member) -> str | None:
    found = store.value(
        "SELECT id FROM claim_members WHERE owner_kind = ? AND owner = ? AND kind = ?"
        " AND member = ? AND deleted = 0",
        (kind, owner, member.kind, member.member),
    )
    return None if found is None else str(found)


def _members(store: Store, kind: str) -> dict[str, list[Member]]:
    found: dict[str, list[Member]] = {}
    for owner, *rest in store.rows(
        "SELECT owner, kind, member, side FROM claim_members"
        " WHERE owner_kind = ? AND deleted = 0 ORDER BY rowid",
        (kind,),
    ):
        found.setdefault(owner, []).append(Member(*rest))
    return found


def _pins(store: Store, kind: str) -> dict[str, list[Pin]]:
    found: dict[str, list[Pin]] = {}
    for owner, *rest in store.rows(
        "SELECT owner, case_id, stance, reason FROM claim_pins"
        " WHERE owner_kind = ? AND deleted = 0 ORDER BY rowid",
        (kind,),
    ):
        found.setdefault(owner, []).append(Pin(*rest))
    return found
