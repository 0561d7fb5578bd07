"""The screens look as they were looked at: at three sizes, light, dark and without colour."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color

from qualcode.tui.colours import THEMES
from tests.tui.rooms import press, settled, shown
from tests.tui.scenes import PLAIN, SCENES, SIZES, file_of, make, painted, walk

READABLE = 3.0
"""The least contrast of anything that is painted, quiet words and brackets included (WCAG 2.2,
1.4.11); the roles for running text are held to more elsewhere."""

DECORATION = " ·─▁▂▃▄▅▆▇█▉▊▋▌▍▎▏"
"""Rules between panes and bars that only repeat what a number says."""
RULES = " ─│┌┐└┘├┤╭╮╰╯"
"""Frames: they may be fainter, in the colour that is kept for them."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_screens_are_those_that_were_looked_at(size, tmp_path: Path) -> None:
    """Each scene is the text that is kept beside this test; see `tests/tui/scenes.py`."""
    app = make(tmp_path)
    async with app.run_test(size=size) as pilot:
        found = await walk(pilot)
    app.project.close()
    kept = {name: file_of(name, size).read_text("utf-8") for name in SCENES}
    assert found == kept


async def test_a_theme_changes_colours_and_nothing_else(tmp_path: Path) -> None:
    """The same text in every theme, and everything can be read on what lies behind it."""
    app = make(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        for keys in ("f3 t t t t t", "f4", "f5", "f2"):
            await press(pilot, keys)
            await settled(pilot)
            texts = set()
            for theme in THEMES:
                app.theme = theme.name
                await settled(pilot)
                texts.add(shown(pilot))
                if not theme.ansi:
                    assert not _too_faint(pilot, theme.variables["faint"])
            assert len(texts) == 1
    app.project.close()


def _too_faint(pilot, faint: str) -> list[tuple[str, float]]:
    found = []
    for text, style in painted(pilot):
        if style.color is None or style.bgcolor is None or not text.strip(DECORATION):
            continue
        if not text.strip(RULES) and Color.from_rich_color(style.color) == Color.parse(faint):
            continue
        front, back = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
        if style.reverse:
            front, back = back, front
        if style.dim:
            front = back.blend(front, 0.5)
        ratio = _contrast(front, back)
        if ratio < READABLE:
            found.append((text, round(ratio, 2)))
    return found


def _contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


async def test_without_colour_everything_is_legible(tmp_path: Path, monkeypatch) -> None:
    """With NO_COLOR set no sign has a colour, and signs say what shades said."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = make(tmp_path)
    size = (80, 24)
    async with app.run_test(size=size) as pilot:
        found = await walk(pilot)
        assert app.no_color
        colours = {style.color.name for _, style in painted(pilot) if style.color}
        assert all(_is_grey(name) for name in colours)
    app.project.close()
    assert found == {name: file_of(name, size, PLAIN).read_text("utf-8") for name in SCENES}


def _is_grey(name: str) -> bool:
    if name == "default":
        return True
    red, green, blue = Color.parse(name).rgb
    return max(red, green, blue) - min(red, green, blue) <= 2
