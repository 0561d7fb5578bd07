"""Degrees between partners as a directed matrix, courses over the periods, events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.coding import DegreeDetails
from qualcode.errors import Invalid, NotFound
from qualcode.services.ratings import RatingDetails
from qualcode.services.workspace import Project
from tests.charting import a_charted_project, coded


@pytest.fixture
def p(tmp_path: Path) -> Iterator[Project]:
    """The project, with nothing coded."""
    with a_charted_project(tmp_path) as made:
        yield made


def _degree(p: Project, start: int, value: int, *pair: str, **said: str) -> None:
    coding = coded(p, "P1", start, "agenda", standing=said.pop("standing", "actual"))
    details = DegreeDetails(value, *pair, period=said.get("period"))
    p.degrees.add(p.codings.get(coding).segment, details)


def _levels(p: Project, period: str | None = None) -> dict[tuple[str, str], dict[int, int]]:
    names = {one.id: one.name for one in p.organisations.list()}
    matrix = p.development.degrees("Lyftet", period)
    return {(names[a], names[b]): dict(pair.levels) for (a, b), pair in matrix.pairs.items()}


def test_degrees_are_listed_per_direction_and_never_averaged(p: Project) -> None:
    """Passages per degree of each directed pair; wished ones and those without a pair are out."""
    _degree(p, 20, 2, "Town", "School")
    _degree(p, 40, 4, "Town", "School")
    _degree(p, 60, 4, "Town", "School", period="now")
    _degree(p, 80, 1, "School", "Town")
    _degree(p, 100, 5, "Town", "School", standing="wished")
    _degree(p, 120, 3, "Town")
    assert _levels(p) == {("Town", "School"): {2: 1, 4: 2}, ("School", "Town"): {1: 1}}
    assert _levels(p, "now") == {("Town", "School"): {4: 1}}
    with pytest.raises(Invalid):
        p.development.degrees("Lyftet", "never")


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [((3,), (1,), True), ((3,), (2,), False), ((2, 4), (2,), False), ((4, 4, 1), (2,), True)],
)
def test_sides_disagree_from_two_steps_between_their_middle_degrees(
    p: Project, one: tuple[int, ...], other: tuple[int, ...], apart: bool
) -> None:
    """Where the middle lies between two degrees the nearer one counts; both cells are marked."""
    for n, value in enumerate(one):
        _degree(p, 20 + 12 * n, value, "Town", "School")
    for n, value in enumerate(other):
        _degree(p, 80 + 12 * n, value, "School", "Town")
    assert len(p.development.degrees("Lyftet").apart) == (2 if apart else 0)


def test_a_lower_value_in_a_later_period_is_a_setback(p: Project) -> None:
    """Of ratings and of the median degree, against the nearest earlier period with a value."""
    coding = coded(p, "P1", 20, "agenda")
    for period, value in (("before", 1), ("start", None), ("now", 0), ("later", 1)):
        details = RatingDetails(value, links=(coding,), period=period)
        p.ratings.rate("Lyftet", "agenda", details)
    _degree(p, 40, 3, "Town", "School", period="before")
    _degree(p, 60, 2, "Town", "School", period="later")
    course, degrees = p.development.courses("Lyftet")[0].courses
    assert course.measure == "agenda"
    found = [(step.value, step.setback, step.not_enough) for step in course.steps]
    assert found == [
        (1.0, False, False),
        (None, False, True),
        (0.0, True, False),
        (1.0, False, False),
    ]
    assert [step.value for step in degrees.steps] == [3.0, None, None, 2.0]
    assert [step.setback for step in degrees.steps] == [False, False, False, True]


def test_events_are_entered_changed_and_taken_away(p: Project) -> None:
    """Each act can be undone; a period, a kind and words are checked."""
    later = p.development.add_event("Lyftet", "The money ended.", period="later", kind="setback")
    first = p.development.add_event("Lyftet", "It began.", period="before")
    assert [event.id for event in p.development.events("Lyftet")] == [first.id, later.id]
    states = [p.state()]
    p.development.set_event(first.id, {"text": "It began twice.", "period": None})
    states.append(p.state())
    p.development.remove_event(later.id)
    states.append(p.state())
    assert [(e.text, e.period) for e in p.development.events()] == [("It began twice.", None)]
    for state in reversed(states[:-1]):
        p.history.undo()
        assert p.state() == state
    for state in states[1:]:
        p.history.redo()
        assert p.state() == state
    with pytest.raises(NotFound):
        p.development.set_event(later.id, {"text": "Again"})
    for wrong in ({"text": " "}, {"kind": "party"}, {"period": "never"}, {"place": "here"}):
        with pytest.raises(Invalid):
            p.development.set_event(first.id, wrong)
