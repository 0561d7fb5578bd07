"""Leaving the program: by a key, or because the terminal was closed or the connection broke.

What was typed goes into the project first, where it belongs or as a draft.
"""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from textual.dom import DOMNode

from qualcode.tui.drafts import Drafts
from qualcode.tui.messages import attempt
from qualcode.tui.modes import MODES
from qualcode.tui.whereabouts import Resting, keep_room
from qualcode.tui.widgets.summary import Summary
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.tui.app import QualcodeApp

SIGNALS = ("SIGHUP", "SIGTERM")
"""Not every system has both."""
LOCK_SECONDS = 0.25
"""How long somebody who waits at the screen is kept waiting by another program."""
LAST_SECONDS = 20.0
"""How long the program waits where nobody can be asked any more."""
ASIDE_SECONDS = 2.0
"""How often what is being typed is put aside, in case the program does not end by itself."""
STUCK = 8
"""So many times as rarely while another program writes: each try waits for it, and keys with it."""


def when_told_to_go(leave: Callable[[], None]) -> None:
    """Call `leave` when the system tells this program to end, where the system can be asked to."""
    loop = asyncio.get_running_loop()
    for name in SIGNALS:
        known = getattr(signal, name, None)
        # not on Windows, and only in the main thread
        if known is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(known, leave)


class Waiting(Protocol):
    """An act that waits for another program."""

    def again(self) -> bool:
        """Try it once more; whether nothing waits any longer."""


class Departure:
    """Nothing that was typed is left behind, unless the reader wants to leave without it."""

    def __init__(self, app: QualcodeApp) -> None:
        self._app = app
        self._drafts = Drafts(app.project)
        self._refused: object = None
        self.waiting: set[Waiting] = set()
        self._pauses = 0

    @property
    def drafts(self) -> Drafts:
        """What was typed and is not in the project that is open now."""
        if self._drafts.project is not self._app.project:
            self._drafts = Drafts(self._app.project)
        return self._drafts

    def watch(self) -> None:
        """From now on, put aside what is being typed, and listen for being told to go."""
        when_told_to_go(self.go)
        self._app.project.wait_at_most(LOCK_SECONDS)
        self._app.set_interval(ASIDE_SECONDS, self._now_and_then)
        Resting(self._keep_room).watch(self._app, lambda: self._app.current_mode)

    def leave(self) -> None:
        """Keep the places and end the program, unless something typed would be lost."""
        if self.may_leave():
            self.keep_places()
            self._app.exit()

    def may_leave(self) -> bool:
        """Whether all is kept; the second time in a row also where it could not be."""
        if self.settle():
            return True
        loose = (self.drafts.loose, set(self.waiting))
        if loose == self._refused:
            return True
        self._refused = loose
        words = _("What you typed could not be kept, so you stay here.")
        again = _("The same key once more leaves without it.")
        self._app.notify(f"{words} {again}", severity="error", timeout=15)
        return False

    def settle(self) -> bool:
        """Keep what is being written, put the rest aside; whether nothing would be lost."""
        nodes = list(self._nodes())
        for node in nodes:
            if isinstance(node, Summary):
                node.keep()
        for act in list(self.waiting):
            act.again()
        return self.put_aside(nodes) and not self.waiting

    def put_aside(self, nodes: list[DOMNode] | None = None) -> bool:
        """Everything that is being typed as drafts; whether they are in the project."""
        for node in nodes or self._nodes():
            aside = getattr(node, "put_aside", None)
            if aside is not None:
                aside()
        return self.drafts.settle()

    def _now_and_then(self) -> None:
        """Put aside what is being typed; seldom where it could not be stored."""
        if self._pauses:
            self._pauses -= 1
        elif not self.put_aside():
            self._pauses = STUCK - 1

    def go(self) -> None:
        """Leave because there is nobody left to ask; another program is waited for."""
        until = time.monotonic() + LAST_SECONDS
        while not self.settle() and not self._app.project.read_only and time.monotonic() < until:
            time.sleep(LOCK_SECONDS)
        self.keep_places()
        self._app.exit()

    def keep_places(self) -> None:
        """Keep the room, and the place in each of them; an error is shown."""
        for stack in self._app._screen_stacks.values():
            for screen in stack:
                keep = getattr(screen, "keep_place", None)
                if keep is not None:
                    attempt(screen, keep)
        attempt(self._app, self._keep_room)

    def _keep_room(self) -> None:
        keep_room(self._app.project, self._app.current_mode, MODES)

    def _nodes(self) -> Iterator[DOMNode]:
        for stack in self._app._screen_stacks.values():
            for screen in stack:
                yield from screen.walk_children(with_self=True)
