"""What a form gives is taken where it was asked for, or the form comes back with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from textual.app import App

from qualcode.tui.dialogs.form import Form
from qualcode.tui.words import _

Callback = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A form, and who takes what it gives."""

    form: Form[Any]
    callback: Callback


class HandingOver:
    """Watches whether an error is told while something is taken.

    Questions that the taker asks in its turn belong to the same form: the code that a new label
    lies below, whether one is sure.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._now: _Asked | None = None
        self._errors = 0
        self._asked_on = False

    def failed(self) -> None:
        """An error is told."""
        self._errors += 1

    def watched(self, dialog: object, callback: Callback | None) -> Callback | None:
        """The callback for what a dialog gives, as it is to be called."""
        if callback is None:
            return None
        asked = _Asked(dialog, callback) if isinstance(dialog, Form) else self._now
        self._asked_on = True
        if asked is None:
            return callback
        return lambda given: self._take(asked, callback, given)

    def _take(self, asked: _Asked, callback: Callback, given: Any) -> Any:
        errors, self._now, self._asked_on = self._errors, asked, False
        try:
            result = callback(given)
        finally:
            self._now = None
        if self._errors != errors:
            self._come_back(asked)
        elif given not in (None, False) and not self._asked_on:
            asked.form.taken()
        return result

    def _come_back(self, asked: _Asked) -> None:
        again = asked.form.again()
        if again is not None:
            self._app.push_screen(again, asked.callback)
            words = _("What you typed stands here still. Leave once more to put it aside.")
            self._app.notify(words, severity="warning")
