"""How an act that is refused says so: calmly, once, and no longer than it matters.

What the reader cannot do just now stands in the line of keys, where the screen has one with room
for it. What is wrong with the project or a file is told as a toast, wherever the reader is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App

from qualcode.errors import BadFile, ProjectError, QualcodeError, TextReplaced
from qualcode.tui.messages import told
from qualcode.tui.widgets.status_line import HintLine

TROUBLE = (ProjectError, BadFile, TextReplaced)
"""Errors that are more than a key that does not fit the moment."""
TROUBLE_SECONDS, REFUSED_SECONDS = 8, 5


class Refusals:
    """The one place where errors of acts are told; the last refusal stands alone."""

    def __init__(self, app: App[Any], failed: Callable[[], None]) -> None:
        """`failed` is called for every refusal; a toast of trouble says so by itself."""
        self._app, self._failed = app, failed
        self.number = 0
        self._words = ""
        self._line: HintLine | None = None
        self._toast = ""

    def tell(self, error: QualcodeError) -> None:
        """Say what is wrong; an act that was refused waits until its dialog has gone."""
        self.number += 1
        if isinstance(error, TROUBLE):
            self._app.notify(told(error), severity="error", timeout=TROUBLE_SECONDS, markup=False)
            return
        self._failed()
        self._words = told(error)
        self._app.call_later(self._say)

    def hush(self) -> None:
        """An act succeeded: what another one refused before is over."""
        self._words = ""
        if self._line is not None:
            self._line.unsay()
            self._line = None
        if self._toast:
            self._drop_toast()

    def _say(self) -> None:
        words, self._words = self._words, ""
        if not words:
            return
        lines = (line for line in self._app.screen.query(HintLine) if line.has_room_for(words))
        line = next(lines, None)
        if self._toast and (line is not None or words != self._toast):
            self._drop_toast()
        if line is not None:
            self._line = line
            line.say(words, refused=True)
        else:
            self._toast = words
            self._app.notify(words, severity="warning", timeout=REFUSED_SECONDS, markup=False)

    def _drop_toast(self) -> None:
        for toast in list(self._app._notifications):
            if toast.message == self._toast:
                self._app._unnotify(toast)
        self._toast = ""
