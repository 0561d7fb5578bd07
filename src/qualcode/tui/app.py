"""The program on the screen: rooms, themes, the palette, and the one door for errors."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import rich
from rich.segment import Segments
from rich.traceback import Traceback
from textual import events, on
from textual.app import App
from textual.notifications import SeverityLevel

from qualcode.errors import NotFound, QualcodeError
from qualcode.tui.colours import ANSI_ROLES, DARK, LIGHT, THEMES
from qualcode.tui.keymap import bindings_for
from qualcode.tui.messages import PassagesAsked, PlaceAsked, attempt, report
from qualcode.tui.modes import BREAKPOINTS, FIRST, MODES
from qualcode.tui.palette import ActionProvider, CodeProvider, DocumentProvider
from qualcode.tui.screens.help import keys_card

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

THEME = "theme"
_GC_THRESHOLDS = (50_000, 50, 50)


class QualcodeApp(App[None]):
    """One open project on the screen. Words of a project are never read as markup."""

    TITLE = "qualcode"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings_for("app")
    COMMANDS: ClassVar = {ActionProvider, CodeProvider, DocumentProvider}
    ENABLE_COMMAND_PALETTE = True
    ALLOW_SELECT = False
    DEFAULT_MODE = FIRST

    def __init__(self, project: Project, language: str = "en") -> None:
        super().__init__()
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS
        self.project, self.language = project, language
        for theme in THEMES:
            self.register_theme(theme)
        for name, make in MODES.items():
            self.add_mode(name, partial(make, project, language))
        known = project.remembered(THEME)
        self.theme = known if known in self.available_themes else DARK.name

    def on_ready(self) -> None:
        """What lives as long as the program is no garbage: collecting it would stop the keys."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_GC_THRESHOLDS)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own roles of colour, for themes that are not ours."""
        theme = self.current_theme
        if theme.ansi:
            return ANSI_ROLES
        return (DARK if theme.dark else LIGHT).variables

    # rooms

    async def action_open_mode(self, mode: str) -> None:
        """Go to another room."""
        if mode not in MODES:
            raise NotFound(f"There is no room '{mode}' yet.")
        await self.switch_mode(mode)

    @on(PassagesAsked)
    async def _passages_asked(self, event: PassagesAsked) -> None:
        """All passages of a code, on the screen for quotes."""
        await self._enter("quotes", "show_code", event.code)

    @on(PlaceAsked)
    async def _place_asked(self, event: PlaceAsked) -> None:
        """A passage in its context."""
        await self._enter("coding", "show_place", event.document, event.start, event.end)

    async def _enter(self, mode: str, what: str, *values: Any) -> None:
        """Go to a room and ask its screen for something."""
        if mode not in MODES:
            self.notify(f"There is no room '{mode}' yet.", severity="warning")
            return
        await self.switch_mode(mode)
        act = partial(getattr(self.screen_stack[0], what), *values)
        self.call_after_refresh(attempt, self, act)

    # everywhere

    def action_help(self) -> None:
        """All keys that work here."""
        self.push_screen(keys_card(getattr(self.screen, "HELP_PLACES", ("app",))))

    def action_next_theme(self) -> None:
        """Dark, light, high contrast."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        self.project.remember(THEME, self.theme)

    async def action_quit(self) -> None:
        """Leave; the place is kept for the next time."""
        for stack in self._screen_stacks.values():
            for screen in stack:
                keep = getattr(screen, "keep_place", None)
                if keep is not None:
                    attempt(screen, keep)
        self.exit()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """A toast; its words are plain unless somebody asks for markup."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    # errors

    async def run_action(self, *args: Any, **named: Any) -> bool:
        """An action; what the reader can mend is shown, and the program goes on."""
        try:
            return await super().run_action(*args, **named)
        except QualcodeError as error:
            report(self, error)
            return True

    def _fatal_error(self) -> None:
        """A crash prints no values of variables: they hold words of transcripts."""
        self.bell()
        trace = Traceback(show_locals=False, width=None, suppress=[rich])
        self._exit_renderables.append(Segments(self.console.render(trace, self.console.options)))
        self._close_messages_no_wait()

    async def on_key(self, event: events.Key) -> None:
        """A key that was on its way to a screen when a dialog opened belongs to the dialog."""
        take = getattr(self.screen, "take", None)
        if take is not None and take(event):
            event.stop()
            event.prevent_default()


def make_app(
    path: Path | str,
    *,
    coder: str | None = None,
    language: str = "en",
    read_only: bool = False,
) -> QualcodeApp:
    """The program for the project in a file; whoever runs it closes `app.project` afterwards.

    Raises BadFile, ProjectError or ProjectLocked when the project cannot be opened.
    """
    from qualcode.services.workspace import open_project

    project = open_project(path, coder=coder, read_only=read_only)
    return QualcodeApp(project, language)
