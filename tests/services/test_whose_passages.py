"""Only who made a passage changes its extent: another's is refused, nothing happens to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode.domain.coding import Coding, DegreeDetails
from qualcode.domain.span import Span
from qualcode.errors import Conflict
from qualcode.services.workspace import Project, open_project
from tests.projects import a_project

Change = Callable[[Project, Coding], object]

CHANGES: dict[str, Change] = {
    "span": lambda p, c: p.codings.set_span(c.segment, Span(34, 60)),
    "extend": lambda p, c: p.passages.extend(c.segment, Span(34, 60)),
    "split": lambda p, c: p.passages.split(c.segment, 41),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_another_coders_passage_is_not_changed(tmp_path: Path, change: Change) -> None:
    """Whose it is stands in the message, how to act as them in the hint; they may do it."""
    with a_project(tmp_path) as p, open_project(p.path, coder="Bo Ek") as q:
        theirs = q.codings.add("talk-1", Span(34, 50), "backbone", degrees=[DegreeDetails(2, "A")])
        before, acts = p.state(), len(p.history.log())
        with pytest.raises(Conflict, match="Bo Ek") as caught:
            change(p, theirs)
        assert '--coder "Bo Ek"' in caught.value.hint
        assert (p.state(), len(p.history.log())) == (before, acts)
        change(q, theirs)
        assert p.state() != before


def test_one_of_anothers_among_ones_own_keeps_all_as_they_were(tmp_path: Path) -> None:
    """Several passages are joined, or none is; all their coders are named."""
    with a_project(tmp_path) as p:
        segments = [p.codings.add("talk-1", Span(34, 50), "agenda").segment]
        for coder in ("cia", "bo"):
            with open_project(p.path, coder=coder) as q:
                segments.append(q.codings.add("talk-1", Span(34, 50), "agenda").segment)
        before = p.state()
        with pytest.raises(Conflict, match="bo, cia"):
            p.passages.join(segments)
        with pytest.raises(Conflict, match="bo"):
            p.passages.join([segments[0], segments[2]])
        assert p.state() == before


def test_a_slip_in_the_name_makes_no_coder(tmp_path: Path) -> None:
    """Who is refused has not become a coder of the project by asking."""
    with a_project(tmp_path) as p:
        mine = p.codings.add("talk-1", Span(34, 50), "agenda")
        with open_project(p.path, coder="anm") as q, pytest.raises(Conflict, match="ann"):
            q.passages.split(mine.segment, 41)
        assert [coder.name for coder in p.coders.list()] == ["ann"]


def test_the_id_of_a_coder_is_as_good_as_the_name(tmp_path: Path) -> None:
    """Scripts that name coders by id act as them."""
    with a_project(tmp_path) as p:
        mine = p.codings.add("talk-1", Span(34, 50), "agenda")
        (ann,) = p.coders.list()
        with open_project(p.path, coder=ann.id) as q:
            q.passages.extend(mine.segment, Span(34, 60))
            assert q.codings.get(mine.id).end == 60
