"""What a revision of the codebook does to the codings: worked out first, then carried out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from qualcode.domain.effects import Effects, Shift
from qualcode.domain.renamed_values import GoneValue
from qualcode.errors import Conflict
from qualcode.sentences import sentence
from qualcode.storage import chosen, claims, notes, recoded_cells, recoding, worklist
from qualcode.storage.journal import Act
from qualcode.storage.recoding import CodedRow
from qualcode.storage.store import Store

NUMBERED = ("degree", "rating")
"""The scales whose values are kept as numbers."""

MERGED = "merged"
"""Why a coding is read again whose double had another valence."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a revision does, counted.

    `words` say it in English. `moved` codings in `documents` documents go to another code;
    `folded` of them stood on a passage that had that code already, `differing` of these with
    another valence. `reread` codings go on the worklist, `revalued` get another value of a scale.
    `followers` themes, guides, memos, cells and ratings go along. `version` is empty for a preview.
    """

    words: str
    version: str = ""
    moved: int = 0
    documents: int = 0
    folded: int = 0
    differing: int = 0
    reread: int = 0
    revalued: int = 0
    followers: int = 0


@dataclass(slots=True)
class Plan:
    """What is to be done to codings and to what follows a code."""

    moved: list[CodedRow] = field(default_factory=list)
    changed: dict[str, tuple[CodedRow, CodedRow]] = field(default_factory=dict)
    doubles: dict[str, tuple[str, str]] = field(default_factory=dict)
    differing: dict[str, str] = field(default_factory=dict)
    reread: dict[str, tuple[str, str]] = field(default_factory=dict)
    values: list[tuple[str, str, str | int]] = field(default_factory=list)
    revalued: int = 0
    codes: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    followers: int = 0

    def outcome(self, words: str, version: str = "") -> Outcome:
        """The plan in numbers; codings that are set aside with their document are not counted."""
        seen = [row for row in self.moved if row.seen]
        return Outcome(
            words=words,
            version=version,
            moved=len(seen),
            documents=len({row.document for row in seen}),
            folded=len(self.doubles),
            differing=len(self.differing),
            reread=len(self.reread),
            revalued=self.revalued,
            followers=self.followers,
        )


def plan(store: Store, effects: Effects) -> Plan:
    """What the effects of a revision mean for this project.

    Raises Conflict when a value that is gone from a scale is still in use.
    """
    found = Plan(codes=dict(effects.moved))
    for target in dict.fromkeys(effects.moved.values()):
        sources = [code for code, into in effects.moved.items() if into == target]
        rows = recoding.coded(store, [*sources, target])
        _fold(found, rows, target, lambda row: row.label)
    _keep_waiting(found, store)
    for code, reason in effects.reread.items():
        rows = recoding.coded(store, [code])
        arriving = [now for _, now in found.changed.values() if now.code == code]
        for row in (*rows, *arriving):
            if row.id not in found.doubles:
                found.reread[row.id] = (code, reason)
    _revalue(found, store, effects.shifts)
    found.followers = _followers(store, found)
    return found


def plan_labels(store: Store, emergent: Sequence[str], labels: Sequence[str], into: str) -> Plan:
    """What it means that codings with these labels become codings of the code `into`."""
    wanted = set(labels)
    rows = [
        row
        for row in recoding.coded(store, [*emergent, into])
        if row.code == into or row.label in wanted
    ]
    found = Plan(labels=dict.fromkeys(labels, into))
    _fold(found, rows, into, lambda row: None)
    _keep_waiting(found, store)
    found.followers = _followers(store, found)
    return found


def _fold(
    found: Plan, rows: Sequence[CodedRow], target: str, label: Callable[[CodedRow], str | None]
) -> None:
    """Let rows of other codes go to the target; where a passage has it already, one stays.

    The one that was made first stays. It keeps its valence if it has one, takes the other's label
    if it has none, and is unsure when either was.
    """
    there: dict[str, list[CodedRow]] = {}
    originals = {row.id: row for row in rows}
    for row in rows:
        if row.code == target:
            there.setdefault(row.segment, []).append(row)
    for row in rows:
        if row.code == target:
            continue
        found.moved.append(row)
        now = replace(row, code=target, label=label(row))
        beside = there.setdefault(row.segment, [])
        double = _double(now, beside)
        if double is None:
            beside.append(now)
            continue
        kept, gone = sorted((double, now), key=lambda one: one.seq)
        found.doubles[gone.id] = (kept.id, target)
        if kept.valence and gone.valence and kept.valence != gone.valence:
            found.differing[kept.id] = target
        beside[beside.index(double)] = _united(kept, gone)
    for one in (one for beside in there.values() for one in beside):
        if one != originals[one.id]:
            found.changed[one.id] = (originals[one.id], one)


def _double(row: CodedRow, beside: Sequence[CodedRow]) -> CodedRow | None:
    """The coding beside this one that says the same: with its label, else where one has none."""
    for one in beside:
        if one.label == row.label:
            return one
    return next((one for one in beside if one.label is None or row.label is None), None)


def _united(kept: CodedRow, gone: CodedRow) -> CodedRow:
    return replace(
        kept,
        valence=kept.valence or gone.valence,
        label=kept.label or gone.label,
        confidence="low" if "low" in (kept.confidence, gone.confidence) else kept.confidence,
    )


def _keep_waiting(found: Plan, store: Store) -> None:
    """What waits to be read again keeps waiting in what stays of it; so does what differs."""
    waiting = worklist.waiting(store) if found.doubles else {}
    for gone, (kept, code) in found.doubles.items():
        if gone in waiting and kept not in waiting:
            found.reread[kept] = (code, waiting[gone].reason)
    for kept, code in found.differing.items():
        found.reread[kept] = (code, MERGED)


def _revalue(found: Plan, store: Store, shifts: Sequence[Shift]) -> None:
    for shift in shifts:
        by_number = shift.scale in NUMBERED
        was = shift.old.value if by_number else shift.old.id
        now = None if shift.new is None else shift.new.value if by_number else shift.new.id
        if was == now:
            continue
        rows, live = recoding.scaled(store, shift.scale, was)
        if now is None and live:
            raise Conflict(
                sentence(
                    "'{id}' is gone from the scale {scale}, and is said {live} times.",
                    id=shift.old.id,
                    scale=shift.scale,
                    live=live,
                ),
                sentence(
                    "Say what it turns into: qualcode codebook scale {scale} --remove "
                    "{id}=VALUE; for a file: --map {scale}/{id}=VALUE",
                    scale=shift.scale,
                    id=shift.old.id,
                ),
            )
        if now is not None:
            found.values += [(shift.scale, row, now) for row in rows]
            found.revalued += live


def uses(store: Store, gone: GoneValue) -> int:
    """How often a value of a scale is said, in what is live."""
    value = gone.value.value if gone.scale in NUMBERED else gone.value.id
    return recoding.scaled(store, gone.scale, value)[1]


def _followers(store: Store, found: Plan) -> int:
    """How many themes, guides, memos, cells and ratings go along."""
    return sum(
        len(recoding.memberships(store, "code", code))
        + len(recoding.guides_with(store, code))
        + len(recoding.memos_on(store, code))
        + len(recoded_cells.going_along(store, code, into))
        for code, into in found.codes.items()
    ) + sum(len(recoding.memberships(store, "label", label)) for label in found.labels)


def carry_out(act: Act, found: Plan, version_id: str) -> None:
    """Do what was planned, as part of the act that made the version."""
    for gone, (kept, _) in found.doubles.items():
        fold(act, gone, kept)
    # a coding of the target first, so that none ever stands beside its like
    for was, now in sorted(found.changed.values(), key=lambda pair: pair[0].code != pair[1].code):
        columns = ("code", "label", "valence", "confidence")
        act.update("codings", now.id, {name: getattr(now, name) for name in columns})
        if was.code != now.code:
            worklist.follow(act, now.id, was.code, now.code)
    for coding, (code, reason) in found.reread.items():
        worklist.add(act, coding, code, reason, version_id)
    for scale, row, value in found.values:
        recoding.revalue(act, scale, row, value)
    _lead_followers(act, found)


def fold(act: Act, gone: str, kept: str) -> None:
    """Take a coding away; what rests on it, or quotes it, goes to the one that stays."""
    act.remove("codings", gone)
    claims.lead(act, "coding", gone, ("coding", kept))
    chosen.lead(act, gone, kept)
    recoded_cells.lead_links(act, gone, kept)


def _lead_followers(act: Act, found: Plan) -> None:
    for code, into in found.codes.items():
        recoded_cells.lead(act, code, into)
        for guide, codes in recoding.guides_with(act.store, code).items():
            renamed = dict.fromkeys(into if one == code else one for one in codes)
            recoding.set_guide(act, guide, list(renamed))
        for memo in recoding.memos_on(act.store, code):
            act.update("memos", memo, {"target": into})
    for kind, pairs in (("code", found.codes), ("label", found.labels)):
        for member, into in pairs.items():
            for row, theme in recoding.memberships(act.store, kind, member):
                act.remove("theme_members", row)
                notes.gather(act, theme, "code", into)
            claims.lead(act, kind, member, ("code", into))
