"""What a statement of the analyst rests on, and which cases speak for and against it.

A finding and a proposition are both claimed of all cases. Each names codes, labels and single
codings; from the codings that stand there now every case is placed, so the placing moves with them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from qualcode.domain.coded_rows import CodedRows
from qualcode.domain.material import CodedRow, Material
from qualcode.domain.table import DENIED

STANCES = ("supporting", "contrary", "mixed", "silent")
"""How a case stands to a claim; every case has exactly one of them."""

SIDES = ("for", "against")
CLAIM_MEMBERS = ("code", "label", "coding")
OPPOSITE: Mapping[str, str] = {"helps": "hinders", "hinders": "helps"}
WISHED = "wished"
_FOR, _AGAINST, _ASIDE = (0,), (1,), (2,)


@dataclass(frozen=True, slots=True)
class Member:
    """A code (with all below it), a label or a coding that a claim rests on, and on which side."""

    kind: str
    member: str
    side: str = "for"


ASKED = Member("coding", "")
"""How a coding that a query finds belongs to a claim: as one that was picked for it."""


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


Said = tuple[str | None, str | None]
"""The standing and the valence of a coding."""


class Sided(NamedTuple):
    """Codings told apart by the side of a claim that they are on, as sorted places in `Spoken`."""

    supporting: Sequence[int]
    contrary: Sequence[int]
    aside: Sequence[int]


class Spoken:
    """The codings of a material by code, by label, by id: made once, asked for every claim.

    A coding is known by its place: case by case, within a case in the order of the material, and
    those of no case last.
    """

    def __init__(self, material: Material) -> None:
        self.material = material
        numbers = {case.id: n for n, case in enumerate(material.cases)}
        found = CodedRows.of(material.codings)
        of_case = [numbers.get(case or "", len(numbers)) for case in found.column("case_id")]
        rows = tuple(found)
        self._rows = [rows[at] for at in sorted(range(len(rows)), key=of_case.__getitem__)]
        self._said = [(row.standing, row.valence) for row in self._rows]
        sizes = Counter(of_case)
        self._ends = list(accumulate((sizes[n] for n in range(len(numbers))), initial=0))
        self.by_id = {row.coding: place for place, row in enumerate(self._rows)}
        self.by_label: dict[str, list[int]] = {}
        self._by_code: dict[str, list[int]] = {}
        for place, row in enumerate(self._rows):
            self._by_code.setdefault(row.code, []).append(place)
            if row.label is not None:
                self.by_label.setdefault(row.label, []).append(place)
        self._sided: dict[tuple[Member, str | None], Sided] = {}

    @property
    def ids(self) -> Sequence[str]:
        """The ids of the codings by place."""
        return tuple(self.by_id)

    def places_by_case(self, places: Sequence[int]) -> list[Sequence[int]]:
        """Sorted places, case by case, and last those of no case."""
        cuts = [bisect_left(places, end) for end in self._ends]
        return [places[start:end] for start, end in pairwise((*cuts, len(places)))]

    def by_case(self, places: Sequence[int]) -> list[tuple[CodedRow, ...]]:
        """The codings at sorted places, case by case, and last those of no case."""
        return [tuple(map(self._rows.__getitem__, own)) for own in self.places_by_case(places)]

    def sided(self, member: Member, towards: str | None) -> Sided:
        """The codings that one member stands for."""
        found = self._sided.get((member, towards))
        if found is None:
            found = self._sided[member, towards] = self.apart(self._behind(member), member, towards)
        return found

    def apart(self, places: Iterable[int], member: Member, towards: str | None) -> Sided:
        """Codings that a member like this one brings, told apart by what was said with them."""
        found: tuple[list[int], ...] = ([], [], [])
        parts: dict[Said, tuple[int, ...]] = {}
        for place in places:
            said = self._said[place]
            if said not in parts:
                parts[said] = sides(said, member, towards)
            for part in parts[said]:
                found[part].append(place)
        return Sided(*found)

    def _behind(self, member: Member) -> Iterable[int]:
        if member.kind == "coding":
            place = self.by_id.get(member.member)
            return () if place is None else (place,)
        if member.kind == "label":
            return self.by_label.get(member.member, ())
        below = self.material.codebook.below(member.member)
        return sorted(place for code in below for place in self._by_code.get(code, ()))


def codings_of(grounds: Grounds, spoken: Spoken) -> Sided:
    """The one way to a claim's codings.

    A coding that is named by itself stands where it was put, whatever brings it besides.
    """
    towards = grounds.towards
    brought = [spoken.sided(one, towards) for one in grounds.members if one.kind != "coding"]
    named = [one for one in grounds.members if one.kind == "coding"]
    picked = [spoken.sided(one, towards) for one in named]
    queried = grounds.queried.difference(one.member for one in named) & spoken.by_id.keys()
    if queried:
        picked.append(spoken.apart(map(spoken.by_id.__getitem__, queried), ASKED, towards))
    if len(brought) == 1 and not picked:
        return brought[0]
    apart = {spoken.by_id.get(one.member) for one in named}
    supporting, contrary, aside = (set[int]().union(*(one[n] for one in brought)) for n in range(3))
    if picked:
        by_hand = [set[int]().union(*(one[n] for one in picked)) for n in range(3)]
        supporting, contrary, aside = (
            some - apart | own
            for some, own in zip((supporting, contrary, aside), by_hand, strict=True)
        )
    return Sided(sorted(supporting), sorted(contrary), sorted(aside - supporting - contrary))


def sides(said: Said, member: Member, towards: str | None) -> tuple[int, ...]:
    """On which sides of a claim a coding is that a member brings, as numbers of `Sided`'s parts.

    Aside is a wish, and no valence where one counts. What is said to be absent speaks against what
    would support, and for what would contradict.
    """
    standing, valence = said
    own, other = (_FOR, _AGAINST) if member.side == "for" else (_AGAINST, _FOR)
    if standing == WISHED:
        return _ASIDE
    if standing == DENIED:
        return other
    if member.side == "against" or towards is None:
        return own
    if valence == "mixed":
        return _FOR + _AGAINST
    if valence == OPPOSITE[towards]:
        return _AGAINST
    return _FOR if valence == towards or member.kind == "coding" else _ASIDE


def weigh(grounds: Grounds, spoken: Spoken) -> Weighed:
    """How every case stands to a claim now."""
    return weigh_these(codings_of(grounds, spoken), grounds, spoken)


def weigh_these(codings: Sided, grounds: Grounds, spoken: Spoken) -> Weighed:
    """The same from the claim's codings."""
    pins = {pin.case_id: pin for pin in grounds.pins}
    *told, loose = zip(*map(spoken.by_case, codings), strict=True)
    return Weighed(
        tuple(
            _placed(case.id, said, grounds, pins.get(case.id))
            for case, said in zip(spoken.material.cases, told, strict=True)
        ),
        tuple({row.coding: row for part in loose for row in part}.values()),
    )


def case_stance(said: Iterable[Said], member: Member, towards: str | None) -> str:
    """The stance of a case of which a member brings just codings of which this was said."""
    on = {part for one in said for part in sides(one, member, towards)}
    return stance(_FOR[0] in on, _AGAINST[0] in on, heard=False)


Told = tuple[tuple[CodedRow, ...], ...]


def _placed(case: str, said: Told, grounds: Grounds, pin: Pin | None) -> CaseEvidence:
    supporting, contrary, aside = said
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
