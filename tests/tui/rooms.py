"""The screens in a test: an app over a small project, and what stands on it as plain text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from qualcode.services.workspace import Project
from qualcode.tui.app import QualcodeApp
from qualcode.tui.desk import Desk
from qualcode.tui.screens.coding import CodingScreen
from qualcode.tui.widgets.transcript import Transcript

WIDE, BROAD, NARROW, LEAST = (120, 40), (160, 50), (80, 24), (60, 20)


@asynccontextmanager
async def coding(
    project: Project, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[Pilot[None], CodingScreen]]:
    """The coding screen of a project, its first document open, notifications on."""
    app = QualcodeApp(project)
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.switch_mode("coding")
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, CodingScreen)
        yield pilot, screen
        await settled(pilot)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until everything that follows a key has been painted."""
    await pilot.pause(0.15)


async def press(pilot: Pilot[None], keys: str) -> None:
    """Press keys parted by spaces, and let what follows be painted."""
    await pilot.press(*keys.split())
    await settled(pilot)


def shown(pilot: Pilot[None]) -> str:
    """What stands on the screen, without colour."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(strip.text for strip in line) for line in lines)


def text_view(screen: CodingScreen) -> Transcript:
    """The transcript on the screen."""
    return screen.bench.view


def desk(screen: CodingScreen) -> Desk:
    """The desk behind the screen."""
    return screen.desk
