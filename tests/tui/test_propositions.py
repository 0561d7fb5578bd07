"""Propositions in the room of findings: a query checked while one types, rival, verdict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.services.workspace import Project
from tests.tui.filled import filled, keys, room, typed
from tests.tui.rooms import shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    """Four codings in two cases, two of them of goals."""
    with filled(tmp_path) as made:
        yield made


async def test_a_proposition_has_a_query_that_is_checked_while_one_types(full: Project) -> None:
    """`/` counts as one types and says what is wrong; what is wrong is not kept."""
    async with room(full, "findings") as (pilot, screen):
        await keys(pilot, "n h")
        await typed(pilot, "All meet")
        await keys(pilot, "enter slash")
        await typed(pilot, "code:agenda-goals")
        await pilot.pause(0.3)
        assert "2 passages speak of it" in shown(pilot)
        await keys(pilot, "x")
        await pilot.pause(0.3)
        assert "agenda-goalsx" in shown(pilot)
        await keys(pilot, "enter")
        assert screen.pane.in_place.display
        assert full.propositions.list()[0].grounds.query is None
        await keys(pilot, "backspace enter")
        assert full.propositions.list()[0].grounds.query == "code:agenda-goals"
        assert not screen.pane.in_place.display


async def test_verdict_rival_and_what_supports_a_proposition(full: Project) -> None:
    """`v` and `r` and `-`: kept, shown, and refused where a finding is lit."""
    full.propositions.add("Goals carry", {"query": "code:agenda-goals"})
    async with room(full, "findings") as (pilot, _):
        await keys(pilot, "v l r")
        await typed(pilot, "they were paid to")
        await keys(pilot, "enter minus")
        (one,) = full.propositions.list()
        assert (one.verdict, one.rival) == ("holds-with-limits", "they were paid to")
        assert one.grounds.towards == "hinders"
        assert "holds with limits" in shown(pilot) and "they were paid to" in shown(pilot)
        await keys(pilot, "n p x x enter v")
        assert "this is a finding" in shown(pilot)


async def test_the_query_is_finished_by_what_is_proposed(full: Project) -> None:
    """While a name is begun a way to finish it stands below; tab takes it."""
    full.propositions.add("Goals carry", {})
    async with room(full, "findings") as (pilot, screen):
        await keys(pilot, "slash")
        await typed(pilot, "code:agenda-g")
        await pilot.pause(0.3)
        assert "tab: " in shown(pilot)
        await keys(pilot, "tab")
        assert screen.pane.in_place.input.value.strip() == "code:agenda-goals"
        await keys(pilot, "enter")
        assert full.propositions.list()[0].grounds.query == "code:agenda-goals"


async def test_all_that_is_said_of_it_is_one_key_away_at_80_by_24(full: Project) -> None:
    """`o`: the rival explanation and the cases by name, where the room itself is too small."""
    said = {"query": "code:agenda-goals", "rival": "They were [paid] to"}
    full.propositions.add("Goals carry a partnership through a winter " * 3, said)
    async with room(full, "findings", (80, 24)) as (pilot, _):
        await keys(pilot, "o")
        text = shown(pilot)
        assert "They were [paid] to" in text and "for 1: Lyftet" in text
