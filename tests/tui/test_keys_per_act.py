"""How many keys the coding of an interview takes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import Project
from tests.tui.rooms import coding, settled, text_view

TURNS = 60
CODES = ("agenda-goals", "agenda-vision", "backbone-person")
SIGNS = ("plus", "minus", "full_stop")


@pytest.fixture
def interview(project: Project, tmp_path: Path) -> Project:
    """An interview of 60 turns, half of them answers; three codes were used before."""
    file = tmp_path / "a-interview.txt"
    lines = [
        f"{'Intervjuare' if n % 2 == 0 else 'IP1'}: Det här är tur {n + 1} och den handlar om {n}."
        for n in range(TURNS)
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    project.imports.files([file], ImportOptions(case="Lyftet", language="sv"))
    turn = project.documents.transcript("talk-1").turns[1]
    project.codings.put("talk-1", turn.span, CODES)
    return project


async def test_a_walk_through_an_interview_takes_four_keys_for_each_act(
    interview: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code, valence and degree of a turn are `3 + d 4`; one more key goes to the next turn."""
    acts = spent = ways = 0
    async with coding(interview) as (pilot, screen):
        screen.show_document("a-interview")
        await settled(pilot)
        slots = screen.desk.slots
        while (turn := text_view(screen).turn()) is not None and acts < TURNS // 2:
            await pilot.press("n")
            ways += 1
            after = text_view(screen).turn()
            assert after is not None and after.n > turn.n
            keys = (str(slots.index(CODES[acts % 3]) + 1), SIGNS[acts % 3], "d", str(acts % 5 + 1))
            await pilot.press(*keys)
            acts, spent = acts + 1, spent + len(keys)
        await settled(pilot)
    made = [each for each in interview.codings.list() if each.document == "a-interview"]
    assert len(made) == acts == TURNS // 2
    assert all(each.valence and len(each.degrees) == 1 for each in made)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{acts} turns coded with code, valence and degree: {spent / acts:.1f} keys each,"
            f" and {ways / acts:.1f} to go to the next turn\n"
        )
    assert spent / acts == 4
