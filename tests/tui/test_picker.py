"""Choosing a code: what it is for, what is lit, and what the codebook says of it."""

from __future__ import annotations

import pytest

from qualcode.domain.codebook import Code, Codebook
from qualcode.services.workspace import Project
from qualcode.tui.dialogs.picker import Choices, Picker
from qualcode.tui.matching import findable
from qualcode.tui.widgets.line_list import Entry
from tests.tui.rooms import BROAD, NARROW, coding, press, settled, shown

LONG = Code(
    "long",
    {"en": "Long"},
    definition={"en": "What it means. " * 16},
    include={"en": "One says so. " * 9},
    exclude={"en": "One denies it. " * 4},
    example={"en": "So it is."},
    cues={"en": ("verily",)},
)


@pytest.mark.parametrize("size", [NARROW, BROAD])
async def test_the_passage_is_named_where_its_code_is_chosen(
    project: Project, size: tuple[int, int]
) -> None:
    """Its first words and how many there are, also where the dialog covers the text."""
    async with coding(project, size) as (pilot, _):
        await press(pilot, "j 2 enter enter")
        dialog = "\n".join(line for line in shown(pilot).splitlines() if "│" in line)
        assert "Vi ses varje måndag" in dialog
        assert "16 words" in dialog


async def test_a_slip_is_forgiven_before_words_become_a_label(project: Project) -> None:
    """`vison` gives Vision; nothing is made of the slip."""
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "n enter v i s o n enter")
        assert [(c.code, c.label) for c in project.codings.list()] == [("agenda-vision", None)]


async def test_where_nothing_fits_the_lit_line_says_what_enter_does(project: Project) -> None:
    """No code is lit then, and the list says that none fits."""
    async with coding(project, NARROW) as (pilot, _):
        await press(pilot, "n enter q q q")
        lines = shown(pilot).splitlines()
        at = next(n for n, line in enumerate(lines) if "No code fits" in line)
        assert "Emergent: “qqq”" in lines[at + 1]
        assert "enter codes with these words" in lines[at + 1]
        await press(pilot, "backspace backspace backspace v i s")
        assert "No code fits" not in shown(pilot)


async def test_when_to_use_a_code_is_seen_in_a_small_window(project: Project) -> None:
    """At 80 × 24 the entry below the list leaves out what the list says; tab shows all of it."""
    book = Codebook(
        id="b", version="1", title={"en": "B"}, languages=("en",), codes=(LONG,), scales={}
    )
    async with coding(project, NARROW) as (pilot, _):
        choices = Choices("Code", {"long": Entry("long", "Long")}, [findable(LONG)], about="Vi ses")
        pilot.app.push_screen(Picker(choices, book))
        await settled(pilot)
        words = shown(pilot)
        assert "Use when  One says so." in words and "Not when  One denies it." in words
        assert "verily" not in words and "tab shows the whole entry" in words
        await press(pilot, "tab")
        await press(pilot, "end")
        assert "verily" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Picker)
