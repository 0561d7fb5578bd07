"""Lines that take one key: each key stands beside its words, and the keys that are shown fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.text import Text

from qualcode.domain.codebook import Codebook
from qualcode.services.workspace import Project
from qualcode.tui.desk import Desk
from qualcode.tui.dialogs.choice_bar import Choice, ChoiceBar
from qualcode.tui.dialogs.letter_bar import LetterBar
from qualcode.tui.fitting import Unbroken
from qualcode.tui.screens.coding_dialogs import standing_bar
from tests.tui.rooms import LEAST, NARROW, WIDE, coding, press, settled, shown

DANISH = {
    "actual": "Faktisk",
    "past": "Fortidig",
    "wished": "Ønsket",
    "denied": "Afvist",
    "second-hand": "Andenhånds",
}


@pytest.mark.parametrize("cells", [12, 20, 33, 60, 200])
def test_a_piece_is_broken_only_where_it_is_longer_than_a_line(cells: int) -> None:
    """Every line holds whole pieces, in their order, and no more cells than there are."""
    pieces = [Text(f" {n}  word{' and more' * (n % 3)}") for n in range(1, 8)]
    lines = Unbroken(pieces).lines(cells).plain.split("\n")
    assert all(any(piece.plain in each for each in lines) for piece in pieces)
    assert "".join(lines).replace(" ", "") == "".join(p.plain for p in pieces).replace(" ", "")
    assert all(len(each) <= max(cells, *(len(p.plain) for p in pieces)) for each in lines)
    assert len(lines) <= len(pieces)


@pytest.mark.parametrize("size", [LEAST, NARROW, WIDE])
async def test_a_key_stands_on_the_line_of_its_words(project: Project, size) -> None:
    """At every width; a click on the words presses the key."""
    names = [
        "Coexistence",
        "Acting in parallel, own goals kept",
        "Coordination",
        "Working together",
    ]
    choices = [Choice(str(n), (str(n),), name) for n, name in enumerate(names, 1)]
    chosen: list[str | None] = []
    async with coding(project, size) as (pilot, _):
        pilot.app.push_screen(ChoiceBar("Degree", choices), chosen.append)
        await settled(pilot)
        lines = shown(pilot).splitlines()
        for n, name in enumerate(names, 1):
            assert any(f" {n}  {name}" in each for each in lines), name
        y = max(place for place, each in enumerate(lines) if names[2] in each)
        await pilot.click(offset=(lines[y].index(names[2]), y))
        await settled(pilot)
    assert chosen == ["3"]


def test_standings_show_their_letters_where_they_fit_the_language(project: Project) -> None:
    """In English letter and digit; where a letter begins no name, the digits stand alone."""
    desk = Desk(project, "en")
    english = {each.signs: each.words for each in standing_bar(desk)._choices}
    assert english["w 3"] == "Wished" and english["0"] == "none"
    scale = desk.standing_scale
    values = [replace(v, label={**v.label, "da": DANISH[v.id]}) for v in scale.values]
    danish = Desk(project, "da")
    danish.standing_scale = replace(scale, values=tuple(values))  # type: ignore[misc]
    named = {each.signs: each.words for each in standing_bar(danish)._choices}
    assert named["3"] == "Ønsket" and "w" not in named


async def test_the_digits_of_standings_choose(project: Project) -> None:
    """The digit that is shown does what it says."""
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "n enter v i s enter g")
        assert "w 3  Wished" in shown(pilot)
        await press(pilot, "3")
    assert project.codings.list()[0].standing == "wished"


async def test_one_key_gives_a_code_its_key(project: Project) -> None:
    """`W` and a letter or a digit; other keys change nothing, and what is taken is shown."""
    book: Codebook = project.codebooks.current()
    project.hotkeys.set("b", "backbone")
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "n enter v i s enter W")
        assert isinstance(pilot.app.screen, LetterBar)
        assert f" b  {book.code('backbone').name('en')}" in shown(pilot)
        await press(pilot, "plus")
        assert isinstance(pilot.app.screen, LetterBar)
        await press(pilot, "7")
    assert project.hotkeys.list() == {"7": "agenda-vision", "b": "backbone"}
