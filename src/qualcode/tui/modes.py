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


def _codebook(project: Project, language: str) -> Screen[None]:
    from qualcode.tui.screens.codebook import CodebookScreen

    return CodebookScreen(project, language)


def _home(project: Project, language: str) -> Screen[None]:
    from qualcode.tui.screens.home import HomeScreen

    return HomeScreen(project, language)


def _quotes(project: Project, language: str) -> Screen[None]:
    from qualcode.tui.screens.quotes import QuotesScreen

    return QuotesScreen(project, language)


def _tables(project: Project, language: str) -> Screen[None]:
    from qualcode.tui.screens.tables import TablesScreen

    return TablesScreen(project, language)


def _themes(project: Project, language: str) -> Screen[None]:
    from qualcode.tui.screens.themes import ThemesScreen

    return ThemesScreen(project, language)


def _findings(project: Project, language: str) -> Screen[None]:
    from qualcode.tui.screens.findings import FindingsScreen

    return FindingsScreen(project, language)


def _charting(project: Project, language: str) -> Screen[None]:
    from qualcode.tui.screens.charting import ChartingScreen

    return ChartingScreen(project, language)


MODES: Mapping[str, Maker] = {
    "home": _home,
    "coding": _coding,
    "quotes": _quotes,
    "tables": _tables,
    "codebook": _codebook,
    "themes": _themes,
    "charting": _charting,
    "findings": _findings,
}
"""In the order of their function keys."""

BREAKPOINTS = [(0, "-narrow"), (118, "-wide"), (150, "-broad")]
"""Widths in cells from which a screen has these classes."""

FIRST = "home"
"""The room that the program opens in."""
