"""Summaries are stale exactly where what they rest on is not what it was."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode.domain.coding import DegreeDetails
from qualcode.domain.framework import Place
from qualcode.domain.span import Span
from qualcode.errors import QualcodeError
from qualcode.services.framework_matrix import MatrixRequest
from qualcode.services.workspace import Project
from tests.charting import a_charted_project, coded

CODES = ("agenda", "agenda-goals", "agenda-vision", "backbone", "backbone-person")
VALENCES = ("helps", "hinders", "mixed", None)
PEOPLE = ("P1", "P2", "P3", "P4")

# an act: its name, which coding it is about, and a choice of values
KINDS = (
    *("remove", "valence", "standing", "code", "label", "case", "span", "degree", "add"),
    *("memo", "person", "document-case", "undo"),
)
ACTS = st.tuples(st.sampled_from(KINDS), st.integers(0, 7), st.integers(0, 3))


def _content(p: Project) -> dict[Place, dict[str, Any]]:
    """What is in each cell by another door: the list of codings, rolled up here."""
    book = p.codebooks.current()
    people = {one.name: one for one in p.participants.list()}
    owners = {one.id: one.participant for one in p.documents.list()}
    found: dict[Place, dict[str, Any]] = {}
    for one in p.codings.list():
        said = (one.start, one.end, one.code, one.valence, one.standing, one.label)
        degrees = sorted((d.value, d.from_organisation, d.to_organisation) for d in one.degrees)
        who = people.get(owners[one.document_id] or "")
        rows = {"case": one.case_id}
        if who is not None:
            rows |= {"participant": who.id, "role": who.role}
        for at in book.lineage(one.code):
            for kind, row in rows.items():
                if row is not None:
                    found.setdefault(Place(kind, row, at), {})[one.id] = (*said, str(degrees))
    return found


def _do(p: Project, act: tuple[str, int, int]) -> None:
    name, which, choice = act
    codings = p.codings.list()
    if name == "add" or not codings:
        coded(p, PEOPLE[choice], 30 + 7 * which, CODES[which % 5], VALENCES[choice])
        return
    one = codings[which % len(codings)]
    if name == "remove":
        p.codings.remove([one.id])
    elif name == "span":
        p.codings.set_span(one.segment, Span(one.start, one.end + 1 + choice))
    elif name == "degree":
        p.degrees.add(one.segment, DegreeDetails(1 + choice, "Town", "School"))
    elif name == "person":
        p.documents.set(one.document_id, {"participant": (*PEOPLE[:3], None)[choice]})
    elif name == "document-case":
        p.documents.set(one.document_id, {"case": ("Lyftet", "Havnen", None, "Lyftet")[choice]})
    elif name == "undo":
        p.history.undo()
    else:
        values = {
            "valence": VALENCES,
            "standing": ("actual", "denied", "wished", None),
            "code": CODES[:4],
            "label": ("one", "two", None, "three"),
            "case": ("Lyftet", "Havnen", None, "Havnen"),
            "memo": ("a", "b", None, "c"),
        }
        p.codings.set(one.id, {name: values[name][choice]})


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ACTS, min_size=1, max_size=8))
def test_a_summary_is_stale_exactly_where_its_cell_differs(acts: list[tuple[str, int, int]]):
    """Whatever was done since; each change is named, and undoing it all makes all fresh again."""
    with tempfile.TemporaryDirectory() as folder, a_charted_project(Path(folder)) as p:
        for n, who in enumerate(PEOPLE):
            coded(p, who, 40, CODES[n])
            coded(p, who, 60, CODES[n + 1], VALENCES[n])
        requests = [MatrixRequest(kind, CODES) for kind in ("case", "participant", "role")]
        places = [one.place for each in requests for one in p.framework.matrix(each).walk()]
        for place in places:
            p.framework.write(place, "What is said here.")
        before, done = _content(p), _undoable(p)
        for act in acts:
            try:
                if act[0] != "undo" or _undoable(p) > done:
                    _do(p, act)
            except QualcodeError:
                continue
        after = _content(p)
        cells = {one.place: one for each in requests for one in p.framework.matrix(each).walk()}
        for place in places:
            was, now = before.get(place, {}), after.get(place, {})
            differing = {one for one in was | now if was.get(one) != now.get(one)}
            found = {change.coding: change.reason for change in cells[place].changes}
            assert set(found) == differing
            assert cells[place].state == ("stale" if differing else "fresh")
            assert p.framework.cell(place).state.changes == cells[place].changes
            for coding, reason in found.items():
                expected = "new" if coding not in was else "gone" if coding not in now else None
                assert reason == (expected or "changed")
        _undo_to(p, before)
        states = {one.state for each in requests for one in p.framework.matrix(each).walk()}
        assert states == {"fresh"}


def _undoable(p: Project) -> int:
    log = p.history.log()
    return sum(not act.undone and act.kind != "undo" for act in log)


def _undo_to(p: Project, before: dict[Place, dict[str, Any]]) -> None:
    for _ in range(40):
        if _content(p) == before:
            return
        p.history.undo()
    raise AssertionError("the project did not come back")
