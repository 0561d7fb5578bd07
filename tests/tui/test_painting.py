"""How much is painted for a key: little, whatever the length of the transcript."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualcode.domain.span import Span
from qualcode.services.imports import ImportOptions
from qualcode.services.workspace import Project
from qualcode.tui.widgets.row_painter import RowPainter
from tests.tui.rooms import BROAD, coding, press, settled, text_view


@pytest.fixture
def long_project(project: Project, tmp_path: Path) -> Project:
    """A transcript of 400 KB with 300 codings."""
    turns = []
    for n in range(1_300):
        who = "INT" if n % 2 == 0 else "IP1"
        turns.append(f"{who}: " + f"Det var tur {n} och vi pratade om familjerna på Norr. " * 6)
    file = tmp_path / "a-long.txt"
    file.write_text("\n".join(turns), encoding="utf-8")
    project.imports.files([file], ImportOptions(case="Lyftet", language="sv"))
    for n in range(300):
        project.codings.add("a-long", Span(n * 1_000, n * 1_000 + 1_500), "agenda")
    return project


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lines that are painted, in order."""
    lines: list[int] = []
    paint = RowPainter.paint

    def counted(self: RowPainter, line: int, scene: object) -> object:
        lines.append(line)
        return paint(self, line, scene)

    monkeypatch.setattr(RowPainter, "paint", counted)
    return lines


async def test_a_movement_within_the_page_paints_the_rows_it_touched(long_project, painted):
    """A step down inside a coding paints two lines, not the page."""
    async with coding(long_project, BROAD) as (pilot, screen):
        screen.show_document("a-long")
        await press(pilot, "down down down")
        painted.clear()
        await press(pilot, "down")
        assert 1 <= len(painted) <= 2
        painted.clear()
        await press(pilot, "shift+right")
        assert len(painted) <= 2


async def test_a_coding_shows_again_only_the_lines_that_look_different(long_project, painted):
    """After a valence the view is painted once, and lines elsewhere are not."""
    async with coding(long_project, BROAD) as (pilot, screen):
        screen.show_document("a-long")
        await settled(pilot)
        painted.clear()
        await press(pilot, "plus")
        view = text_view(screen)
        assert len(set(painted)) <= view.size.height
