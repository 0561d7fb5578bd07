"""The program on the screen: rooms, themes, the palette, and the one door for errors."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.text import Text
from textual import events, on
from textual.app import App
from textual.notifications import Notify

from qualcode.errors import NotFound, QualcodeError
from qualcode.tui.actions import Action
from qualcode.tui.colours import ANSI_ROLES, DARK, LIGHT, THEMES
from qualcode.tui.crash import crash_report, watch_tasks
from qualcode.tui.departing import Departure
from qualcode.tui.dialogs.history import HistoryCard
from qualcode.tui.dialogs.jump import jump
from qualcode.tui.handing_over import HandingOver
from qualcode.tui.keymap import bindings_for, in_words, keys_of
from qualcode.tui.messages import PassagesAsked, PlaceAsked, QueryAsked, attempt, report
from qualcode.tui.modes import BREAKPOINTS, FIRST, MODES
from qualcode.tui.own_keys import FILE, OwnKeys
from qualcode.tui.palette import ActionProvider, CodeProvider, PlaceProvider
from qualcode.tui.parsed_once import ParsedOnce
from qualcode.tui.pressing import clicked
from qualcode.tui.refusing import Refusals
from qualcode.tui.screens.help import keys_card
from qualcode.tui.whereabouts import kept_room
from qualcode.tui.words import _, spoken

if TYPE_CHECKING:
    from qualcode.services.workspace import Project

THEME = "theme"
KEY_PROBLEMS_MOST, KEY_PROBLEMS_SECONDS = 6, 15
_GC_THRESHOLDS = (50_000, 50, 50)


class QualcodeApp(App[None]):
    """One open project on the screen. Words of a project are never read as markup."""

    TITLE = "qualcode"
    CSS_PATH = "app.tcss"
    BINDINGS = bindings_for("app")
    COMMANDS: ClassVar = {ActionProvider, CodeProvider, PlaceProvider}
    ENABLE_COMMAND_PALETTE = True
    ALLOW_SELECT = False
    DEFAULT_MODE = FIRST

    def __init__(self, project: Project, language: str = "en") -> None:
        # each project has its own first room, so it cannot be one for the class
        self.DEFAULT_MODE = kept_room(project, MODES, FIRST)  # type: ignore[misc]
        super().__init__()
        self.stylesheet = ParsedOnce(self.get_css_variables())
        self.HORIZONTAL_BREAKPOINTS = BREAKPOINTS
        self.animation_level = "none"
        self.project, self.language = project, language
        self.departure, self._handing_over = Departure(self), HandingOver(self)
        self.refusals = Refusals(self, self._handing_over.failed)
        self.own_keys = OwnKeys()
        self._known_actions: tuple[OwnKeys, str, tuple[Action, ...]] | None = None
        for theme in THEMES:
            self.register_theme(theme)
        for name, make in MODES.items():
            self.add_mode(name, partial(make, project, language))
        known = project.remembered(THEME)
        self.theme = known if known in self.available_themes else DARK.name

    @property
    def actions(self) -> tuple[Action, ...]:
        """All actions with the keys in force, in the language of the screens."""
        kept = self._known_actions
        if kept is None or kept[0] is not self.own_keys or kept[1] != spoken():
            kept = (self.own_keys, spoken(), in_words(self.own_keys.actions))
            self._known_actions = kept
        return kept[2]

    def on_mount(self) -> None:
        """The reader's own keys, what of them could not be used, and the door for failures."""
        watch_tasks(self)
        self.departure.watch()
        self.set_keymap(self.own_keys.bindings())
        if self.own_keys.problems:
            words = "\n".join(self.own_keys.problems[:KEY_PROBLEMS_MOST])
            self.notify(words, title=FILE, severity="warning", timeout=KEY_PROBLEMS_SECONDS)

    def on_ready(self) -> None:
        """What lives as long as the program is no garbage: collecting it would stop the keys."""
        gc.freeze()
        gc.set_threshold(*_GC_THRESHOLDS)
        gc.enable()

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
            raise NotFound(_("There is no room '{mode}' yet.", mode=mode))
        await self.switch_mode(mode)

    @on(PassagesAsked)
    async def _passages_asked(self, event: PassagesAsked) -> None:
        """All passages of a code, on the screen for quotes."""
        await self.enter("quotes", "show_code", event.code)

    @on(QueryAsked)
    async def _query_asked(self, event: QueryAsked) -> None:
        """What a query finds, on the screen for quotes."""
        await self.enter("quotes", "show_query", event.query)

    @on(PlaceAsked)
    async def _place_asked(self, event: PlaceAsked) -> None:
        """A passage in its context."""
        await self.enter("coding", "show_place", event.document, event.start, event.end)

    async def enter(self, mode: str, what: str, *values: Any) -> None:
        """Go to a room and ask its screen for something."""
        if mode not in MODES:
            words = _("There is no room '{mode}' yet.", mode=mode)
            self.notify(words, severity="warning")
            return
        await self.switch_mode(mode)
        act = partial(getattr(self.screen_stack[0], what), *values)
        self.call_after_refresh(attempt, self, act)

    def push_screen(self, screen: Any, callback: Any = None, *args: Any, **named: Any) -> Any:
        """Show a dialog; what is typed in it and cannot be kept brings it back."""
        watched = self._handing_over.watched(screen, callback)
        return super().push_screen(screen, watched, *args, **named)

    # everywhere

    def action_help(self) -> None:
        """All keys that work here."""
        self.push_screen(keys_card(self.screen, self.own_keys))

    def action_jump(self) -> None:
        """Letters over the panes."""
        jump(self.screen)

    def action_history(self) -> None:
        """All that was done."""
        self.push_screen(HistoryCard(self.project, self.language))

    def action_memos(self) -> None:
        """All memos, and a new one on what is before the reader."""
        from qualcode.tui.dialogs.memos import MemoList
        from qualcode.tui.memo_entries import targets_of

        self.push_screen(MemoList(self.project, self.language, list(targets_of(self.screen))))

    def action_write_report(self) -> None:
        """The report as a file."""
        from qualcode.tui.dialogs.exporting import ask_report

        ask_report(self, self.project, self.language)

    def action_next_theme(self) -> None:
        """Dark, light, high contrast."""
        names = [theme.name for theme in THEMES]
        place = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(place + 1) % len(names)]
        self.project.remember(THEME, self.theme)

    def action_choose_language(self) -> None:
        """The language of the screens."""
        from qualcode.tui.language_choice import ask_language

        ask_language(self)

    def action_command_palette(self) -> None:
        """Everything by name."""
        from qualcode.tui.dialogs.by_name import ByName

        if not ByName.is_open(cast("App[object]", self)):
            self.push_screen(ByName(_("Type what you look for…")))

    async def action_quit(self) -> None:
        """Leave; what was typed and the places are kept for the next time."""
        self.departure.leave()

    def action_help_quit(self) -> None:
        """How to leave, for hands that press ctrl+c to do so."""
        key = next(keys_of(each) for each in self.actions if each.id == "app.quit")
        self.notify(_("{key} leaves the program", key=key))

    def notify(self, message: str, *, markup: bool = False, **named: Any) -> None:
        """A toast; its words are plain unless somebody asks for markup."""
        if named.get("severity") == "error":
            self._handing_over.failed()
        super().notify(message, markup=markup, **named)

    def on_notify(self, event: Notify) -> None:
        """What stands there already is not said a second time."""
        known = [(toast.message, toast.title) for toast in self._notifications]
        toast = event.notification
        if (toast.message, toast.title) in known:
            event.prevent_default()

    # errors

    async def run_action(self, *args: Any, **named: Any) -> bool:
        """An action; what the reader can mend is shown, and the program goes on."""
        refused = self.refusals.number
        try:
            done = await super().run_action(*args, **named)
        except QualcodeError as error:
            report(self, error)
            return True
        if self.refusals.number == refused:
            self.refusals.hush()
        return done

    def _fatal_error(self) -> None:
        """A crash tells no values and no messages: they hold words of transcripts."""
        self.bell()
        with suppress(Exception):
            self.departure.put_aside()
        self._exit_renderables.append(Text(crash_report(sys.exc_info()[1] or self._exception)))
        self._close_messages_no_wait()

    def on_click(self, event: events.Click) -> None:
        """A click that no widget has taken for itself."""
        clicked(self, event)

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
