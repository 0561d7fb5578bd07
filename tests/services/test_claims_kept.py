"""What claims rest on is read once, and anew as soon as anything else was done than claiming."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.domain.span import Span
from qualcode.services import readings
from qualcode.services.workspace import Project, open_project
from qualcode.storage import material as stored
from tests.projects import a_project

Act = Callable[[Project], object]

CLAIMING: dict[str, Act] = {
    "new finding": lambda p: p.findings.add("B", "pitfall", {"code": ["backbone"]}),
    "finding": lambda p: p.findings.set("A", {"met": "so"}),
    "members": lambda p: p.findings.gather("A", {"code": ["backbone"]}),
    "quote": lambda p: p.quotes.choose(p.codings.list()[0].id, "finding", "A"),
    "undo": lambda p: (p.findings.set("A", {"met": "so"}), p.history.undo()),
}
ELSE: dict[str, Act] = {
    "coding": lambda p: p.codings.add("talk-1", Span(60, 90), "agenda-goals"),
    "valence": lambda p: p.codings.set(p.codings.list()[0].id, {"valence": "hinders"}),
    "case": lambda p: p.cases.set("Lyftet", {"name": "Nytt"}),
    "theme": lambda p: p.themes.add("T", {"code": ["backbone"]}),
    "participant": lambda p: p.participants.add("P9", {"role": "rektor"}),
}


@pytest.fixture
def project(tmp_path: Path):
    """A finding with one passage."""
    with a_project(tmp_path) as made:
        made.codings.add("talk-1", Span(34, 50), "agenda-goals")
        made.findings.add("A", "success-factor", {"code": ["agenda-goals"]})
        readings.spoken(made.session)
        yield made


@pytest.mark.parametrize("act", CLAIMING.values(), ids=CLAIMING)
def test_an_act_on_claims_reads_no_coding(
    project: Project, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The claims' own views follow all the same."""
    before = readings.spoken(project.session)
    act(project)
    with monkeypatch.context() as patched:
        patched.setattr(stored, "material", None)
        assert readings.spoken(project.session) is before
        views = [project.findings.view(one) for one in project.findings.list()]
    with open_project(project.path) as anew:
        assert views == [anew.findings.view(one) for one in anew.findings.list()]


@pytest.mark.parametrize("act", ELSE.values(), ids=ELSE)
def test_any_other_act_has_all_read_anew(project: Project, act: Act) -> None:
    """Also where acts on claims came between, and where another program did it."""
    project.findings.set("A", {"met": "so"})
    before = readings.spoken(project.session)
    with open_project(project.path, coder="ann") as other:
        act(other)
        other.findings.set("A", {"met": "other"})
    now = readings.spoken(project.session)
    assert now is not before
    fresh = stored.material(project.session.store, project.session.book(), texts=False)
    assert list(now.material.codings) == list(fresh.codings)
    assert replace(now.material, codings=()) == replace(fresh, codings=())
