"""Emergent labels on the screen: decided with one key, each decision logged and shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode.domain.coding import CodingDetails
from qualcode.domain.span import Span
from qualcode.services.workspace import Project
from tests.tui.filled import filled, keys, room, typed
from tests.tui.rooms import shown


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    """Three labels of no code in one document, a theme `Direction`."""
    with filled(tmp_path) as made:
        turns = made.documents.transcript("talk-1").turns
        for turn, label in ((turns[2], "bread"), (turns[4], "coffee [/x]"), (turns[5], "hours")):
            span = Span(turn.start, turn.start + 8)
            made.codings.add("talk-1", span, "emergent", CodingDetails(label=label))
        yield made


def _decisions(project: Project) -> dict[str, str]:
    return {each.label: each.decision for each in project.emergent.list()}


async def test_a_label_goes_under_a_theme_with_the_reason(full: Project) -> None:
    """`l`, `t`, the theme and why: it is there, the reason is logged, the next one is lit."""
    async with room(full, "findings") as (pilot, _):
        await keys(pilot, "l")
        assert "3 undecided of 3" in shown(pilot) and "coffee [/x]" in shown(pilot)
        await keys(pilot, "down t D i r enter")
        await typed(pilot, "it [gathers] them")
        await keys(pilot, "enter")
        assert full.themes.resolve("Direction").labels == ("coffee [/x]",)
        found = {each.label: each for each in full.emergent.list()}
        assert found["coffee [/x]"].reason == "it [gathers] them"
        assert "2 undecided of 3" in shown(pilot) and "→ Direction" in shown(pilot)
        await keys(pilot, "u")
        assert set(_decisions(full).values()) == {"undecided"}


async def test_escape_at_the_reason_decides_nothing(full: Project) -> None:
    """Going back from the question leaves the label as it was."""
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "l t D i r enter escape")
        assert set(_decisions(full).values()) == {"undecided"}


async def test_marked_labels_become_a_code_as_one_act(full: Project) -> None:
    """Two marked with space, `c`, a new code at the top: their codings are of it."""
    async with room(full, "themes") as (pilot, _):
        await keys(pilot, "l space space c N e w enter")
        await keys(pilot, "enter enter")
        made = full.codebooks.current().by_id["bread"]
        assert {each.code for each in full.codings.list()} >= {made.id}
        assert sorted(_decisions(full).values()) == ["code", "code", "undecided"]
        await keys(pilot, "u")
        assert set(_decisions(full).values()) == {"undecided"}


async def test_set_aside_with_a_reason_and_undecided_again(full: Project) -> None:
    """`x` and why; `o` takes the decision back."""
    async with room(full, "findings") as (pilot, _):
        await keys(pilot, "l x")
        await typed(pilot, "said once")
        await keys(pilot, "enter")
        assert _decisions(full)["bread"] == "aside"
        assert "Set aside" in shown(pilot)
        await keys(pilot, "down down o")
        assert _decisions(full)["bread"] == "undecided"


async def test_enter_shows_the_passages_of_a_label(full: Project) -> None:
    """On the screen of quotes, asked for by the label as it is written."""
    async with room(full, "findings") as (pilot, _):
        await keys(pilot, "l down enter")
        assert pilot.app.current_mode == "quotes"
        found = list(pilot.app.screen.reader.list.codings.values())
        assert [each.label for each in found] == ["coffee [/x]"]
