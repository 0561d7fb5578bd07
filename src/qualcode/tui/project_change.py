"""Going over to another project, or to another language, without leaving the program."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from qualcode.tui.modes import FIRST, MODES

if TYPE_CHECKING:
    from qualcode.tui.app import QualcodeApp

_BETWEEN = "between"


async def change_project(app: QualcodeApp, path: Path, coder: str | None = None) -> None:
    """Show the project in a file in place of the one that is open, which is closed.

    It stays where something that was typed cannot be kept in it, until it is asked for again.

    Raises BadFile, ProjectError or ProjectLocked, and then the old one stays open.
    """
    from qualcode.services.workspace import open_project

    if not app.departure.may_leave():
        return
    fresh = open_project(path, coder=coder)
    old, app.project = app.project, fresh
    await remake_rooms(app, FIRST)
    old.close()


async def remake_rooms(app: QualcodeApp, room: str) -> None:
    """Make all rooms anew, for the app's project and in its language, and show one of them."""
    app.add_mode(_BETWEEN, Screen)
    await app.switch_mode(_BETWEEN)
    for name, make in MODES.items():
        await app.remove_mode(name)
        app.add_mode(name, partial(make, app.project, app.language))
    await app.switch_mode(room)
    await app.remove_mode(_BETWEEN)
