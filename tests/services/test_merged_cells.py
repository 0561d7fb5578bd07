"""What was written and rated of a code goes along when the code goes into another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualcode.domain.codebook import Codebook, Scale, ScaleValue
from qualcode.domain.scale_revision import ScaleEdits, edited
from qualcode.domain.span import Span
from qualcode.domain.succession import Merge
from qualcode.services.ratings import RatingDetails
from qualcode.services.workspace import Project
from qualcode.storage import framework
from tests.projects import a_codebook, a_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A coded project whose codebook has a scale of ratings from 0 to 3."""
    values = tuple(ScaleValue(f"r{n}", {"en": f"R{n}"}, n) for n in range(4))
    scale = Scale("rating", {"en": "Rating"}, "ordinal", "cell", values)

    def book() -> Codebook:
        return replace(a_codebook(), scales={**a_codebook().scales, "rating": scale})

    monkeypatch.setattr("tests.projects.a_codebook", book)
    with a_project(tmp_path) as made:
        yield made


def _code(p: Project, start: int, code: str) -> str:
    return p.codings.add("talk-1", Span(start, start + 10), code).id


def test_cells_and_ratings_go_to_the_code_that_stays(project: Project) -> None:
    """With what they rest on, also where a coding is folded; undo takes all of it back."""
    p = project
    kept, gone = _code(p, 60, "backbone"), _code(p, 60, "agenda")
    own = _code(p, 90, "agenda")
    p.framework.write(p.framework.place("Lyftet", "agenda"), "They agree.", links=[gone, own])
    p.ratings.rate("Lyftet", "agenda", RatingDetails(1, links=(gone,)))
    before = p.state()
    outcome = p.revision.do(Merge("agenda", "backbone"))
    assert (outcome.followers >= 2, outcome.folded) == (True, 1)
    (cell,) = framework.cells(p.session.store)
    assert (cell.place.code, cell.summary) == ("backbone", "They agree.")
    assert set(cell.links) == {kept, own}
    (rating,) = p.ratings.list()
    assert (rating.code, rating.links) == ("backbone", (kept,))
    p.history.undo()
    assert p.state() == before


def test_no_text_is_put_over_another(project: Project) -> None:
    """Where both codes have a cell, both stay as they are."""
    p = project
    for code in ("agenda", "backbone"):
        _code(p, 60, code)
        p.framework.write(p.framework.place("Lyftet", code), f"On {code}.")
    p.revision.do(Merge("agenda", "backbone"))
    summaries = {one.place.code: one.summary for one in framework.cells(p.session.store)}
    assert summaries == {"agenda": "On agenda.", "backbone": "On backbone."}


def test_ratings_follow_their_scale(project: Project) -> None:
    """A value that turns into another takes the ratings along."""
    p = project
    coding = _code(p, 60, "agenda")
    p.ratings.rate("Lyftet", "agenda", RatingDetails(1, links=(coding,)))
    scale = p.codebooks.current().scale("rating")
    outcome = p.revision.do(edited(scale, ScaleEdits(removed={"r1": "r0"})))
    assert outcome.revalued >= 1
    assert [rating.value for rating in p.ratings.list()] == [0]
