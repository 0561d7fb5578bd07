"""The report is written from the screens, without a command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from textual.widgets import Input

from qualcode.services.workspace import Project
from qualcode.tui.widgets.one_of import OneOf
from tests.tui.filled import done, filled, room


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Project]:
    """A project with something in every table."""
    with filled(tmp_path) as found:
        yield found


@pytest.mark.parametrize("mode", ["home", "coding", "tables"])
async def test_the_report_is_written_in_the_language_chosen(full: Project, mode: str) -> None:
    """From any room: a key, the language by an arrow, enter; and the file is there."""
    target = full.path.with_name(f"{full.path.stem}-report.docx")
    async with room(full, mode) as (pilot, _):
        await pilot.press("R")
        await pilot.pause(0.2)
        assert pilot.app.screen.query_one(Input).value == str(target)
        await pilot.press("tab", "right")
        assert pilot.app.screen.query_one("#choice-language", OneOf).value == "sv"
        await pilot.press("enter")
        await done(pilot)
        words = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
        assert "Gemensam agenda" in words


async def test_an_existing_report_is_replaced_on_the_second_enter_only(full: Project) -> None:
    """One enter over an old file says that it is there and leaves it."""
    target = full.path.with_name(f"{full.path.stem}-report.docx")
    target.write_bytes(b"old")
    async with room(full, "home", (60, 20)) as (pilot, _):
        await pilot.press("R", "enter")
        await done(pilot)
        assert target.read_bytes() == b"old"
        await pilot.press("enter")
        await done(pilot)
        assert target.read_bytes()[:2] == b"PK"


async def test_a_wrong_ending_is_answered(full: Project) -> None:
    """An ending that no report has is answered in the dialog, and nothing is written."""
    async with room(full, "home") as (pilot, _):
        await pilot.press("R")
        await pilot.pause(0.2)
        pilot.app.screen.query_one(Input).value = str(full.path.with_name("r.pdf"))
        await pilot.press("enter")
        await done(pilot)
        assert not full.path.with_name("r.pdf").exists()
        assert "ending" in str(pilot.app.screen.query_one("#said").render())
