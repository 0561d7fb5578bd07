"""The mouse in place of keys: what is written as a key can be clicked, in every room.

A click outside a dialog goes back one step, as escape does; the right button finds everything by
name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import App
from textual.widget import Widget
from textual.widgets import Label, Static

from qualcode.tui.fitting import Unbroken
from qualcode.tui.key_names import GLYPHS, key_named
from qualcode.tui.keymap import actions_of, key_list

FOOT = "foot"
"""The id of the line of a dialog that says its keys: `enter keeps · ctrl+s as well · esc back`."""
_PART = re.compile("[^·]+")
_RIGHT_BUTTON = 3


def press(app: App[Any], key: str) -> None:
    """Do what a key does, by the library's name of it."""
    sign = GLYPHS.get(key, key)
    app.post_message(events.Key(key, sign if len(sign) == 1 and key != "left" else None))


def gone_on(widget: Widget, event: events.Key) -> bool:
    """Tab in a form goes on at once, and keys that were pressed after it go where it led.

    Whether this key was one of these: the library brings a quick hand's to the widget that it left.
    """
    focused = widget.screen.focused
    if focused is widget and event.key == "tab":
        widget.screen.focus_next()
    elif focused is not None and focused is not widget:
        focused._forward_event(events.Key(event.key, event.character))
    else:
        return False
    event.stop()
    event.prevent_default()
    return True


def as_key(key: str) -> Style:
    """How a key stands in a `KeyBar`; a click on it presses it."""
    return Style(bold=True, reverse=True, meta={"press": key})


def behind(key: str) -> Style:
    """Words that say what a key does; a click on them presses it too."""
    return Style(bold=False, meta={"press": key})


def keyed(key: str, signs: str, words: str) -> Text:
    """A key, written as `signs`, and what it does; a click on either presses it."""
    return Text.assemble((f" {signs} ", as_key(key)), (f" {words}", behind(key)))


class KeyBar(Static):
    """A title, and keys with what each does; none of them is parted by the end of a line."""

    def __init__(self, title: str, pieces: Iterable[Text], **named: Any) -> None:
        super().__init__(_row(title, pieces), **named)

    def show(self, title: str, pieces: Iterable[Text]) -> None:
        """Another title and other keys."""
        self.update(_row(title, pieces))

    def on_click(self, event: events.Click) -> None:
        """As if the key had been pressed."""
        key = event.style.meta.get("press")
        if key:
            event.stop()
            press(self.app, str(key))


def _row(title: str, pieces: Iterable[Text]) -> Unbroken:
    return Unbroken((Text(title, style="bold"), *pieces))


def clicked(app: App[Any], event: events.Click) -> None:
    """A click that no widget has taken for itself."""
    if event.widget is None or event.widget.screen is not app.screen:
        return  # it has opened or closed a screen already
    widget, _ = app.screen.get_widget_at(event.screen_x, event.screen_y)
    if event.button == _RIGHT_BUTTON:
        app.call_later(app.run_action, "command_palette")
    elif isinstance(widget, Label) and widget.id == FOOT:
        line = widget.render_line(event.screen_y - widget.region.y).text
        key = foot_key(line, event.screen_x - widget.region.x)
        if key is not None:
            press(app, key)
    elif widget is app.screen and app.screen.is_modal:
        press(app, "escape")


def foot_key(words: str, x: int) -> str | None:
    """The key that is named where the line of a dialog was clicked, x in cells; None for none."""
    for part in _PART.finditer(words):
        named = part[0].split()
        if part.start() <= x < part.end() and named:
            return key_named(named[0])
    return None


def hinted_key(app: App[Any], name: str, what: str) -> str | None:
    """The key behind a hint of the line at the bottom; None where several stand for one."""
    for action in actions_of(app):
        if action.hint == what and name in key_list(action) and "–" not in name:
            return action.keys[key_list(action).index(name)]
    return None
