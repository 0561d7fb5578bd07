"""How ratings and degrees of a case move from period to period, and where they fall back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode.domain.degree_pairs import counted, middle
from qualcode.domain.material import DegreeRow, Material
from qualcode.domain.rating import Event, Rating, settled

DEGREE = "degree"
"""The measure that is no code: the median degree between partners."""


@dataclass(frozen=True, slots=True)
class Step:
    """A measure in one period; `value` None says that there is none, `setback` that it fell.

    It fell when it is lower than in the nearest earlier period that has one. `behind` are ids of
    codings (of ratings) or degrees; `unsettled` holds raters' values that they have not agreed on.
    """

    period: str
    value: float | None
    behind: tuple[str, ...] = ()
    setback: bool = False
    not_enough: bool = False
    stale: bool = False
    unsettled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Course:
    """One measure (a code's id, or `degree`) of a case through the periods in their order."""

    measure: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class CaseDevelopment:
    """The courses of a case, and what the analyst entered as events and setbacks."""

    case_id: str
    courses: tuple[Course, ...]
    events: tuple[Event, ...]


def course_of_ratings(code: str, ratings: Iterable[Rating], periods: Sequence[str]) -> Course:
    """The settled ratings of one case and code through the periods."""
    known = list(ratings)
    steps = []
    for period in periods:
        here = [one for one in known if one.period == period]
        one = settled(here)
        if one is not None:
            value = None if one.value is None else float(one.value)
            links, missing = tuple(sorted(one.links)), one.value is None
            steps.append(Step(period, value, links, not_enough=missing, stale=bool(one.changes)))
        else:
            steps.append(Step(period, None, unsettled=tuple(two.shown for two in here)))
    return Course(code, _with_setbacks(steps))


def course_of_degrees(degrees: Iterable[DegreeRow], periods: Sequence[str]) -> Course:
    """The median degree of one case through the periods."""
    known = [row for row in degrees if counted(row)]
    steps = []
    for period in periods:
        here = [row for row in known if row.period == period]
        steps.append(Step(period, middle(here), tuple(sorted(row.id for row in here))))
    return Course(DEGREE, _with_setbacks(steps))


def _with_setbacks(steps: Sequence[Step]) -> tuple[Step, ...]:
    found = []
    last: float | None = None
    for step in steps:
        fell = step.value is not None and last is not None and step.value < last
        last = step.value if step.value is not None else last
        found.append(
            Step(
                *(step.period, step.value, step.behind, fell),
                *(step.not_enough, step.stale, step.unsettled),
            )
        )
    return tuple(found)


def case_development(found: Material, case_id: str) -> CaseDevelopment:
    """The courses of one case: every code that is rated in some period, then the degrees."""
    written = found.charted
    rated = [one for one in written.ratings if one.case_id == case_id] if written else []
    codes = [
        code.id
        for code in found.codebook.codes
        if any(one.code == code.id and one.period for one in rated)
    ]
    courses = [
        course_of_ratings(code, [one for one in rated if one.code == code], found.periods)
        for code in codes
    ]
    degrees = [row for row in found.degrees if row.case_id == case_id]
    events = [one for one in written.events if one.case_id == case_id] if written else []
    return CaseDevelopment(
        case_id, (*courses, course_of_degrees(degrees, found.periods)), tuple(events)
    )
