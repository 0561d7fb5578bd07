"""A line to type in above a list: what is typed narrows, arrows move, enter chooses."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from qualcode.tui.keymap import DIGITS
from qualcode.tui.widgets.line_list import LineList
from qualcode.tui.widgets.typed_line import TypedLine

_PASTE_MOST = 200


class _Line(TypedLine):
    """Keys that come after enter, while what was chosen is on its way, are kept for later.

    A digit in the empty line is asked of the list first: it may stand beside an entry.
    """

    def __init__(self, filtered: FilterList, **named: Any) -> None:
        super().__init__(**named)
        self._filtered = filtered
        self.left = False

    def on_key(self, event: events.Key) -> None:
        """Enter ends the typing; `FilterList.reopen` begins it again."""
        if self.left:
            event.stop()
            event.prevent_default()
            self._filtered.late.append(events.Key(event.key, event.character))
        elif event.key == "enter" and self._filtered.once:
            self.left = True
        elif event.key in DIGITS and not self.value and self._filtered.digit(int(event.key)):
            event.stop()
            event.prevent_default()


class FilterList(Vertical):
    """An `Input` over a `LineList`; the input keeps the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "forward('step', -1)", "Up", show=False),
        Binding("down", "forward('step', 1)", "Down", show=False),
        Binding("pageup", "forward('leap', -1)", "Page up", show=False),
        Binding("pagedown", "forward('leap', 1)", "Page down", show=False),
    ]

    def __init__(self, *, prompt: str, empty: str = "", once: bool = False, **named: Any) -> None:
        """With `once`, a choice ends the list: keys after it are collected in `late`."""
        super().__init__(**named)
        self.once, self.late = once, list[events.Key]()
        self._prompt = prompt
        self.list = LineList(empty=empty)
        self.list.can_focus = False

    def compose(self) -> ComposeResult:
        """The line and the list."""
        yield _Line(self, placeholder=self._prompt, compact=True, max_length=_PASTE_MOST)
        yield self.list

    @property
    def input(self) -> Input:
        """The line to type in."""
        return self.query_one(Input)

    def on_mount(self) -> None:
        """No blinking in a quiet room."""
        self.input.cursor_blink = False

    def on_descendant_focus(self) -> None:
        """The lit entry is bright while keys go here."""
        self.list.bright = True
        self.list.refresh()

    def on_descendant_blur(self) -> None:
        """And not when they do not."""
        self.list.bright = False
        self.list.refresh()

    def digit(self, number: int) -> bool:
        """Do what a digit stands for; whether it stands for anything here."""
        return False

    def action_forward(self, what: str, by: int) -> None:
        """Move in the list while the line keeps the focus."""
        (self.list.action_step if what == "step" else self.list.action_leap)(by)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the line chooses in the list."""
        event.stop()
        if self.list.lit_id is None:
            self.query_one(_Line).left = False
        self.list.action_choose()
