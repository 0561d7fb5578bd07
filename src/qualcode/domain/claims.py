"""What a statement of the analyst rests on, and which cases speak for and against it.

A finding and a proposition are both claimed of all cases. Each names codes, labels and single
codings; from the codings that stand there now every case is placed, so the placing moves with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from qualcode.domain.material import CodedRow, Material
from qualcode.domain.table import DENIED

STANCES = ("supporting", "contrary", "mixed", "silent")
"""How a case stands to a claim; every case has exactly one of them."""

SIDES = ("for", "against")
CLAIM_MEMBERS = ("code", "label", "coding")
OPPOSITE: Mapping[str, str] = {"helps": "hinders", "hinders": "helps"}
WISHED = "wished"


@dataclass(frozen=True, slots=True)
class Member:
    """A code (with all below it), a label or a coding that a claim rests on, and on which side."""

    kind: str
    member: str
    side: str = "for"


@dataclass(frozen=True, slots=True)
class Pin:
    """A case that the analyst placed by hand, and why."""

    case_id: str
    stance: str
    reason: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a claim rests on.

    `towards` is the valence that supports it; None where what is said counts whatever its valence.
    `asserts` says that a case which speaks of the claim is never silent: so for propositions.
    `queried` are the codings (ids) that `query` finds now, filled in by whoever asks it; `broken`
    says that it cannot be understood any more.
    """

    members: tuple[Member, ...] = ()
    pins: tuple[Pin, ...] = ()
    query: str | None = None
    towards: str | None = None
    asserts: bool = False
    queried: frozenset[str] = frozenset()
    broken: bool = False

    def names(self, kind: str, side: str = "for") -> tuple[str, ...]:
        """The codes, labels or codings on one side."""
        return tuple(m.member for m in self.members if (m.kind, m.side) == (kind, side))


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """How a case stands to a claim, with the codings for, against and on neither side (ids).

    A passage of mixed valence is both for and against. `computed` is the stance that the codings
    give; `reason` is set where the analyst placed the case otherwise by hand.
    """

    case_id: str
    stance: str
    computed: str
    supporting: tuple[CodedRow, ...] = ()
    contrary: tuple[CodedRow, ...] = ()
    aside: tuple[CodedRow, ...] = ()
    reason: str | None = None

    @property
    def said(self) -> tuple[CodedRow, ...]:
        """All codings of the case that bear on the claim, each once."""
        once = {row.coding: row for row in (*self.supporting, *self.contrary, *self.aside)}
        return tuple(once.values())


@dataclass(frozen=True, slots=True)
class Weighed:
    """All cases of the project with their evidence, in order, and what belongs to no case."""

    cases: tuple[CaseEvidence, ...]
    loose: tuple[CodedRow, ...] = ()

    def standing(self, stance: str) -> tuple[CaseEvidence, ...]:
        """The cases that stand so."""
        return tuple(case for case in self.cases if case.stance == stance)

    def rows(self, side: str) -> tuple[CodedRow, ...]:
        """The codings `for` or `against`, in all cases."""
        name = "supporting" if side == "for" else "contrary"
        return tuple(row for case in self.cases for row in getattr(case, name))


@dataclass(slots=True)
class Spoken:
    """The codings of a material by code, by label, by id: made once, asked for every claim."""

    material: Material
    by_code: dict[str, list[CodedRow]] = field(default_factory=dict)
    by_label: dict[str, list[CodedRow]] = field(default_factory=dict)
    by_id: dict[str, CodedRow] = field(default_factory=dict)
    rank: dict[str, int] = field(default_factory=dict)
    below: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for at, row in enumerate(self.material.codings):
            self.by_code.setdefault(row.code, []).append(row)
            self.by_id[row.coding] = row
            self.rank[row.coding] = at
            if row.label is not None:
                self.by_label.setdefault(row.label, []).append(row)

    def behind(self, member: Member) -> Iterable[CodedRow]:
        """The codings that one member stands for."""
        if member.kind == "coding":
            found = self.by_id.get(member.member)
            return () if found is None else (found,)
        if member.kind == "label":
            return self.by_label.get(member.member, ())
        if member.member not in self.below:
            self.below[member.member] = self.material.codebook.below(member.member)
        return (row for code in self.below[member.member] for row in self.by_code.get(code, ()))


def codings_of(grounds: Grounds, spoken: Spoken) -> dict[str, tuple[CodedRow, frozenset[str]]]:
    """The one way to a claim's codings: each with the sides it is on, by its id.

    A coding that is named by itself stands where it was put, whatever brings it besides.
    """
    found: dict[str, tuple[CodedRow, frozenset[str]]] = {}
    named = {m.member for m in grounds.members if m.kind == "coding"}
    asked = [Member("coding", coding) for coding in sorted(grounds.queried - named)]
    for member in (*grounds.members, *asked):
        apart = named if member.kind != "coding" else frozenset()
        for row in spoken.behind(member):
            coding = row.coding
            if coding in apart:
                continue
            on = sides(row, member, grounds.towards)
            before = found.get(coding)
            found[coding] = (row, on if before is None else before[1] | on)
    return found


def sides(row: CodedRow, member: Member, towards: str | None) -> frozenset[str]:
    """On which sides of a claim a coding is; none for a wish, or for no valence where one counts.

    What is said to be absent speaks against what would support, and for what would contradict.
    """
    return _sides(row.standing, row.valence, member.kind == "coding", member.side, towards)


@cache
def _sides(
    standing: str | None, valence: str | None, picked: bool, side: str, towards: str | None
) -> frozenset[str]:
    if standing == WISHED:
        return frozenset()
    if standing == DENIED:
        return frozenset({"against" if side == "for" else "for"})
    if side == "against" or towards is None:
        return frozenset({side})
    if valence == "mixed":
        return frozenset(SIDES)
    if valence == OPPOSITE[towards]:
        return frozenset({"against"})
    return frozenset({"for"}) if valence == towards or picked else frozenset()


def weigh(grounds: Grounds, spoken: Spoken) -> Weighed:
    """How every case stands to a claim now."""
    per_case: dict[str, list[tuple[CodedRow, frozenset[str]]]] = {
        case.id: [] for case in spoken.material.cases
    }
    loose = []
    rank = spoken.rank
    found = codings_of(grounds, spoken)
    for row, on in sorted(found.values(), key=lambda one: rank[one[0].coding]):
        if row.case_id in per_case:
            per_case[row.case_id].append((row, on))
        else:
            loose.append(row)
    pins = {pin.case_id: pin for pin in grounds.pins}
    return Weighed(
        tuple(_placed(case, said, grounds, pins.get(case)) for case, said in per_case.items()),
        tuple(loose),
    )


def _placed(
    case: str, found: list[tuple[CodedRow, frozenset[str]]], grounds: Grounds, pin: Pin | None
) -> CaseEvidence:
    supporting = tuple(row for row, on in found if "for" in on)
    contrary = tuple(row for row, on in found if "against" in on)
    aside = tuple(row for row, on in found if not on)
    computed = stance(bool(supporting), bool(contrary), heard=grounds.asserts and bool(aside))
    kept = pin is not None and not (pin.stance == "silent" and computed != "silent")
    return CaseEvidence(
        case,
        pin.stance if pin is not None and kept else computed,
        computed,
        supporting,
        contrary,
        aside,
        pin.reason if pin is not None and kept else None,
    )


def stance(supporting: bool, contrary: bool, *, heard: bool) -> str:
    """The stance of a case with evidence on these sides; `heard` where it speaks on neither.

    Mixed is said of both sides and of words on the matter that take none.
    """
    if supporting and contrary:
        return "mixed"
    if supporting:
        return "supporting"
    if contrary:
        return "contrary"
    return "mixed" if heard else "silent"
