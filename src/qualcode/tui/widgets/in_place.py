"""A line that is written where it will stand, checked while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Label

from qualcode.tui.drafts import DRAFT
from qualcode.tui.fitting import one_line
from qualcode.tui.later import Later
from qualcode.tui.quote_query import Completion
from qualcode.tui.words import _

if TYPE_CHECKING:
    from qualcode.tui.app import QualcodeApp
    from qualcode.tui.drafts import Drafts

_WORDS = "line"
_PAUSE_SECONDS = 0.15
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Line:
    """What is written: its label, what stands there, and what is done with it.

    `keep` says whether it could be kept; `check` what is to be said of a line, as its number of
    passages or what is wrong with it; `complete` gives ways to finish its last word, best first.
    `about` tells what is written from all other lines.
    """

    label: str
    text: str
    keep: Callable[[str], bool]
    check: Callable[[str], str] | None = None
    complete: Callable[[str], Sequence[Completion]] | None = None
    about: str = ""


class InPlace(Vertical):
    """Hidden until something is written. Enter keeps, escape leaves everything as it was.

    Tab takes the way to go on that is proposed. What was typed and not kept is one key away when
    the same is written again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Back", show=False),
        Binding("tab", "take", "Take the proposal", show=False),
        Binding("ctrl+z", "bring_back", "As it was typed", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="in-place")
        self._line: Line | None = None
        self._before: Widget | None = None
        self._draft = ""
        self._checking = Later(self, _PAUSE_SECONDS, self._check, quiet=True)

    def compose(self) -> ComposeResult:
        """The label, the line, what is said of it."""
        with Horizontal():
            yield Label("", id="in-place-label", markup=False)
            yield Input(compact=True, max_length=_LONGEST, select_on_focus=False)
        yield Label("", id="in-place-said", markup=False)

    def on_mount(self) -> None:
        """Nothing is written yet."""
        self.display = False
        self.input = self.query_one(Input)
        self.input.cursor_blink = False

    def write(self, line: Line) -> None:
        """Let the reader write; the keys go back afterwards to where they are now."""
        if not self.display:
            self._before = self.screen.focused
        self.put_aside()
        self._line = line
        draft = self._drafts.of(line.about)
        self._draft = draft[_WORDS] if draft is not None else ""
        if self._draft == one_line(line.text):
            self._draft = ""
        self.query_one("#in-place-label", Label).update(f"{line.label}  ")
        with self.input.prevent(Input.Changed):
            self.input.value = one_line(line.text)
        self.input.cursor_position = len(self.input.value)
        self.display = True
        self._check()
        self.input.focus()

    def action_take(self) -> None:
        """Finish the last word as it is proposed; without a proposal to the next pane."""
        way = self._way()
        if way is None:
            self.screen.focus_next()
            return
        self.input.value = way.line
        self.input.cursor_position = len(way.line)

    def _way(self) -> Completion | None:
        line = self._line
        if line is None or line.complete is None:
            return None
        return next(iter(line.complete(self.input.value)), None)

    def action_bring_back(self) -> None:
        """What was typed here the last time and not kept."""
        if self._draft:
            self.input.value, self._draft = self._draft, ""
            self.input.cursor_position = len(self.input.value)

    @property
    def _drafts(self) -> Drafts:
        return cast("QualcodeApp", self.app).departure.drafts

    def put_aside(self) -> None:
        """Keep what was typed and is not kept as a draft."""
        line = self._line
        if line is not None and self.input.value != one_line(line.text):
            self._drafts.put(line.about, {_WORDS: self.input.value})

    def action_close(self) -> None:
        """Put the line away."""
        self.put_aside()
        self._checking.drop()
        self.display, self._line = False, None
        if self._before is not None:
            self._before.focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._checking.ask()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        line = self._line
        if line is not None and line.keep(event.value):
            if self._line is line:
                self.action_close()
            self._drafts.drop(line.about)

    def _check(self) -> None:
        line, said = self._line, self.query_one("#in-place-said", Label)
        words = line.check(self.input.value) if line is not None and line.check else ""
        way = self._way()
        if way is not None:
            offered = _("tab: {way}", way=one_line(way.words))
            words = f"{words}   {offered}".strip()
        if self._draft:
            words = f"{_(DRAFT)}   {words}".rstrip()
        said.update(words or _("enter keeps · escape leaves it as it was"))
