"""The line in which passages are asked for, with ways to go on below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from qualcode.tui.quote_query import Completion
from qualcode.tui.widgets.line_list import Entry, LineList
from qualcode.tui.widgets.typed_line import TypedLine
from qualcode.tui.words import _

_PAUSE_SECONDS = 0.15
_LONGEST = 400

Completer = Callable[[str], Sequence[Completion]]


class QueryLine(Vertical):
    """Says `Asked` when the line changed and after enter. Tab takes what is proposed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next proposal", show=False),
        Binding("up", "step(-1)", "Previous proposal", show=False),
        Binding("tab", "take", "Take the proposal", show=False),
        Binding("escape", "close", "To the passages", show=False),
    ]

    @dataclass
    class Asked(Message):
        """The line as it stands; `typing` while it is being changed, not after enter."""

        line: str
        typing: bool

    def __init__(self, complete: Completer, **named: Any) -> None:
        super().__init__(**named)
        self._complete = complete
        self._ways = LineList()
        self._ways.can_focus = False
        self._ways.display = False
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The line, and the proposals over what lies below it."""
        prompt = _("code:  case:  role:  valence:  standing:  coder:  or words that were said")
        yield TypedLine(placeholder=prompt, compact=True, max_length=_LONGEST)
        yield self._ways

    @property
    def input(self) -> Input:
        """The line to type in."""
        return self.query_one(Input)

    @property
    def value(self) -> str:
        """What stands in it."""
        return self.input.value

    def on_mount(self) -> None:
        """No blinking in a quiet room."""
        self.input.cursor_blink = False

    def put(self, line: str) -> None:
        """Put other words in the line and ask for them at once."""
        with self.input.prevent(Input.Changed):
            self.input.value = line
        self.input.cursor_position = len(line)
        self._ask(typing=False)

    def action_step(self, by: int) -> None:
        """To another proposal; down from a line without any goes to the passages."""
        if self._ways.display:
            bright = self._ways.bright
            self._ways.bright = True
            if bright:
                self._ways.action_step(by)
            self._ways.refresh()
        elif by > 0:
            self.action_close()

    def action_take(self) -> None:
        """Take the lit proposal, or the first."""
        if not self._ways.display or self._ways.lit_id is None:
            self.action_close()
            return
        line = self._ways.lit_id
        with self.input.prevent(Input.Changed):
            self.input.value = line
        self.input.cursor_position = len(line)
        self._ask(typing=True)
        self._propose()

    def action_close(self) -> None:
        """Put the proposals away; once they are, go to the passages."""
        if self._ways.display and self._ways.bright:
            self._hide()
            return
        self._hide()
        self._ask(typing=False)
        self.screen.focus_next()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Proposals belong to typing."""
        self._hide()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._propose()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE_SECONDS, lambda: self._ask(typing=True))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._ways.display and self._ways.bright:
            self.action_take()
        else:
            self._hide()
            self._ask(typing=False)
            self.screen.focus_next()

    @on(LineList.Lit)
    def _lit(self, event: LineList.Lit) -> None:
        event.stop()

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_take()

    def _ask(self, *, typing: bool) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.post_message(self.Asked(self.value, typing))

    def _propose(self) -> None:
        """Show ways to finish the last word."""
        ways = self._complete(self.value)
        self._ways.bright = False
        self._ways.display = bool(ways)
        self._ways.styles.height = max(len(ways), 1)
        self._ways.show([Entry(way.line, way.words, way.field) for way in ways])
        if ways:
            self._ways.action_end(-1)

    def _hide(self) -> None:
        self._ways.display = False
        self._ways.bright = False
