"""What speaks against a reading: opposite valence, standing denied, and who has looked at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.errors import Invalid, NotFound
from qualcode.services.contrary import Contrary
from qualcode.services.workspace import Project, open_project
from tests.charting import a_charted_project, coded


@pytest.fixture
def p(tmp_path: Path) -> Iterator[Project]:
    """The project, with nothing coded."""
    with a_charted_project(tmp_path) as made:
        yield made


def test_all_three_seeded_contrary_passages_are_listed(p: Project) -> None:
    """Two of the opposite valence, below the code too, and one that denies; mixed ones are not."""
    for who in ("P1", "P2", "P3"):
        coded(p, who, 20, "agenda")
    against = {
        coded(p, "P1", 40, "agenda", "hinders"): "valence",
        coded(p, "P2", 40, "agenda-goals", "hinders"): "valence",
        coded(p, "P3", 40, "agenda", "helps", standing="denied"): "standing",
    }
    coded(p, "P1", 60, "agenda", "mixed")
    coded(p, "P2", 60, "backbone", "hinders")
    coded(p, "P4", 40, "agenda", "hinders")
    found = Contrary(p.session).of_code("agenda", "Lyftet")
    assert {one.coding: one.reason for one in found} == against
    assert len(Contrary(p.session).of_code("agenda")) == 4
    with pytest.raises(NotFound):
        Contrary(p.session).of_code("agendaa")


def test_the_side_is_what_most_say_unless_said(p: Project) -> None:
    """Against a pitfall speaks what helps; an unknown side is refused."""
    helps = coded(p, "P1", 20, "agenda")
    hinders = [coded(p, who, 40, "agenda", "hinders") for who in ("P1", "P2")]
    contrary = Contrary(p.session)
    assert [one.coding for one in contrary.of_codings([helps, *hinders])] == [helps]
    found = contrary.of_codings([helps, *hinders], side="helps")
    assert {one.coding for one in found} == set(hinders)
    assert contrary.of_codings([hinders[0]], side="hinders") == ()
    with pytest.raises(Invalid):
        contrary.of_codings([helps], side="neither")


def test_opening_is_each_coders_own_and_an_empty_list_is_opened_too(p: Project) -> None:
    """Anybody's look can be asked for; nothing is opened before somebody has looked."""
    contrary = Contrary(p.session)
    assert not contrary.opened("finding", "F", ())
    contrary.open("finding", "F", ())
    assert contrary.opened("finding", "F", ())
    coded(p, "P1", 20, "agenda")
    coded(p, "P2", 20, "agenda", "hinders")
    found = contrary.of_code("agenda")
    assert not contrary.opened("finding", "F", found)
    contrary.open("finding", "F", found)
    assert contrary.opened("finding", "F", found)
    assert not contrary.opened("proposition", "F", found)
    with open_project(p.path, coder="bo") as other:
        assert not Contrary(other.session).opened("finding", "F", found)
        assert Contrary(other.session).opened("finding", "F", found, anybody=True)
    with open_project(p.path, read_only=True) as reader:
        assert len(Contrary(reader.session).of_code("agenda")) == 1
