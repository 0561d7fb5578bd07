"""The rooms of the program: a name, and how its screen is made.

A screen module is imported when its room is entered for the first time. A room whose key is
pressed while it is missing here says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

Maker = Callable[["Project", str], Screen[None]]
"""Makes a screen for a project, in the reader's language."""


def _coding(project: Project, language: str) -> Screen[None]:
    from qualcode.tui.screens.coding import CodingScreen

    return CodingScreen(project, language)


MODES: Mapping[str, Maker] = {"coding": _coding}
"""Home, quotes and tables take their places here."""

FIRST = "coding"
"""The room that the program opens in."""
